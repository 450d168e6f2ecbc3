package chancery.cable;

import chancery.document.RecordId;
import java.util.List;

/// One mention of another message, and what it was found to be.
///
/// @param id         its permanent name, made from the text's name, the quotation and its occurrence; other papers do not change it
/// @param from       the record that mentions
/// @param mention    where, and what is said there
/// @param targets    the records meant, the surest first; empty where none of the papers open to this audience is the one
/// @param shown      whether it is sure enough for a link; where not, its targets are a suggestion
/// @param basis      on whose word
/// @param confidence how sure, from 0 to 1; 0 where there is no target
/// @param reason     why, in words for a reader: `Bruce → Commonwealth Government, no. 876, 4 days earlier`
public record Reference(String id, RecordId from, Mention mention, List<RecordId> targets, boolean shown, Basis basis, double confidence, String reason) {
    public Reference {
        targets = List.copyOf(targets);
        if (shown && targets.isEmpty()) throw new IllegalArgumentException("a link leads somewhere: " + mention.at().quotation());
    }

    /// On whose word a reference rests.
    public enum Basis {
        /// The editors of the edition say so.
        EDITOR,
        /// The words of the text name the number or the date of the message.
        TEXT,
        /// Concluded from what the words leave open: `my immediately preceding telegram`, `your telegram`.
        INFERRED
    }
}
