package chancery.cable;

import chancery.document.Dating;
import chancery.document.RecordId;
import java.util.List;
import java.util.Optional;

/// What one audience may see of one paper, as far as conclusions from many papers need it. Every paper is one, whatever its kind.
///
/// @param id       the record
/// @param order    its delivery path, within its source: among papers of the same date, the order of ties
/// @param title    its title
/// @param heading  what its heading says; empty where that is closed to this audience, or was not read
/// @param dating   when it was written: as described, with the hour and place of the heading where the description has none
/// @param printed  where it is printed; empty where that is not known
/// @param mentions what its texts say of other messages, in the order of texts and of words, those of notes after those of the body
public record Message(RecordId id, String order, String title, Optional<CableHeading> heading,
        Dating dating, Optional<InPrint> printed, List<Mention> mentions) {
    public Message {
        mentions = List.copyOf(mentions);
    }

    /// A paper's place in a printed edition.
    ///
    /// @param edition the edition, or the address of the collection where it has none
    /// @param volume  its volume as printed: `7`, `XI`; may be empty
    /// @param number  its number there
    public record InPrint(String edition, String volume, String number) {}
}
