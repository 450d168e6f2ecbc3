package chancery.document;

import java.util.Locale;

/// What kind of paper a record is, in the words of the trade.
///
/// A kind is chosen by what the paper calls itself; what calls itself by none of these words is [#OTHER].
public enum Kind {
    CABLEGRAM,
    TELEGRAM,
    LETTER,
    MEMORANDUM,
    MINUTE,
    DESPATCH,
    NOTE,
    RECORD,
    REPORT,
    SUBMISSION,
    TELEPRINTER,
    SAVINGRAM,
    AGREEMENT,
    SPEECH,
    OTHER;

    /// The word for exports and addresses, in lower case: `cablegram`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
