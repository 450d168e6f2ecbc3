package chancery.cable;

/// In which form a message has come down to us, where its heading says so.
///
/// Ciphers were protected by never circulating the verbatim text: a paraphrase is not a quotation of its author.
public enum Version {
    VERBATIM,
    PARAPHRASE,
    TRANSLATION,
    DRAFT,
    COPY
}
