package chancery.claim;

import chancery.document.Edtf;
import chancery.document.RecordId;
import java.util.List;
import java.util.Optional;

/// One place where one paper asserts a claim, on the word of somebody.
///
/// @param id      its permanent name, made of the text, the quotation and which occurrence of it this is
/// @param paper   the paper it stands in
/// @param text    the permanent id of the text
/// @param content what is claimed, and where it stands
/// @param cue     the reporting words; empty where a person added it without them
/// @param chain   from the nearest source to the origin
/// @param stance  how the nearest source holds it
/// @param caution the words on its reliability; empty where there are none
/// @param state   whose reading it is
/// @param about   the time that the claim is about; empty when not said
/// @param said    when the nearest source said it; empty when not said
/// @param because why a program read it so, as one sentence; empty for what a person decided
public record Attestation(String id, Paper paper, String text, Span content, String cue, SourceChain chain,
        Stance stance, String caution, State state, Optional<Edtf> about, Optional<Edtf> said, String because) {

    /// The paper an attestation stands in, as the graph of sources needs it.
    ///
    /// @param record   its record
    /// @param title    as the archive gives it
    /// @param authors  who wrote it, as its heading or description says; may be empty
    /// @param to       whom it is addressed to; may be empty
    /// @param day      when it was written; empty when undated
    public record Paper(RecordId record, String title, List<String> authors, List<String> to, Optional<Edtf> day) {
        public Paper {
            authors = List.copyOf(authors);
            to = List.copyOf(to);
        }

        /// Its author in one phrase; empty when not known.
        public String author() {
            return String.join(" and ", authors);
        }
    }
}
