package chancery.archive;

import java.util.List;
import java.util.Map;

/// Where people decide about claims (accept, reject, correct, add, join, assess) and say who stands behind names (describe, identify, merge). Everything that
/// is decided is journalled, and a run of decisions can be taken back.
///
/// Given only to those who may decide. Safe to share between threads; runs are made one after another.
public interface Desk {
    /// What a row may say, as columns of a CSV and fields of a form; a promise.
    List<String> COLUMNS = List.of("do", "name", "document", "quote", "nth", "cue", "chain", "stance", "caution",
            "about", "said", "claim", "with", "grade", "source", "period", "topic", "from", "to", "by", "note", "authority", "kind", "same");

    /// What `do` may say; a promise.
    List<String> VERBS = List.of("accept", "reject", "correct", "add", "join", "part", "for", "against", "assess", "grade", "ask", "answer",
            "describe", "identify", "distinguish", "merge", "divide");

    /// Sets a run of decisions down, all or none.
    ///
    /// @param who  who decides, for the journal; a row's `by` stands before it
    /// @param from where the rows come from: a file's name, `the desk`
    Outcome decide(String who, String from, List<Row> rows);

    /// Decisions that no longer find their place, since their text was changed.
    List<Lost> lost();

    /// One decision as a person writes it.
    ///
    /// @param line   its line in a file, from 1
    /// @param values by column; those that are not said may be left out or be blank
    record Row(int line, Map<String, String> values) {
        public Row {
            values = Map.copyOf(values);
        }

        /// A column's words without space about them; empty when not said.
        public String get(String column) {
            return values.getOrDefault(column, "").strip();
        }
    }

    /// What came of a run.
    sealed interface Outcome {
        /// All were set down.
        ///
        /// @param run   its number, by which `undo` takes it back
        /// @param named the permanent names of what rows gave a name to, and of the last row under the empty name
        record Decided(long run, int decisions, Map<String, String> named) implements Outcome {}

        /// None was set down.
        record Refused(List<Complaint> complaints) implements Outcome {}
    }

    /// Why a row was refused.
    ///
    /// @param why in words for people
    record Complaint(int line, String why) {}

    /// A decision without a place.
    ///
    /// @param document the delivery path of its paper
    /// @param quote    the words it was about
    /// @param what     what was decided: `accepted`
    record Lost(String document, String quote, String what, String subject) {}
}
