package chancery.cable;

import chancery.document.Edtf;
import chancery.document.Kind;
import chancery.document.RecordId;
import java.util.List;
import java.util.Optional;

/// A message that papers mention and that is not among the papers open to this audience.
///
/// Mentions are taken together as one message only where their number, parties and date leave no doubt.
///
/// @param id          its name, made from what is known of it
/// @param kind        what kind of message; empty where no mention says
/// @param number      its number as one writes it: `4867`, `D1306`; for a paper of a printed volume, its number there; empty where only a date is known
/// @param volume      the printed volume that it is in, where only editors name it; else empty
/// @param from        who sent it, as far as known; may be empty
/// @param to          to whom; may be empty
/// @param date        its date as far as said
/// @param references  the references that name it, in the order of the papers and of their words; never empty
/// @param mentionedBy the papers that mention it, each once, in the same order
public record Hole(String id, Optional<Kind> kind, String number, String volume, List<String> from,
        List<String> to, Optional<Edtf> date, List<String> references, List<RecordId> mentionedBy) {
    public Hole {
        from = List.copyOf(from);
        to = List.copyOf(to);
        references = List.copyOf(references);
        mentionedBy = List.copyOf(mentionedBy);
        if (mentionedBy.isEmpty()) throw new IllegalArgumentException("nothing mentions it: " + number);
    }
}
