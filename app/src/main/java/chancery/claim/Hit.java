package chancery.claim;

import chancery.claim.CueWords.Cue;
import java.util.List;

/// Reporting words where they stand in a sentence, with the grammar round them. Positions are tokens of [Prose], ends exclusive.
///
/// @param cue     the reporting word
/// @param kind    the construction
/// @param at      the reporting word's token
/// @param from    where the reporting words begin (auxiliaries, `in his`)
/// @param to      where they end
/// @param subject who speaks
/// @param starts  where what is claimed may begin, the likeliest first
/// @param negated whether it is said not to be so
/// @param passive whether the speaker is behind `by`, or nowhere
/// @param form    the verb's form: `past`, `perfect`, `pluperfect`, `present`, `ing`, `modal`, `infinitive`; of a noun `noun`
record Hit(Cue cue, Kind kind, int at, int from, int to, Subject subject, List<Start> starts, boolean negated, boolean passive, String form) {
    enum Kind { VERB, NOUN, ACCORDING, OPINION }

    /// A place where what is claimed may begin, and what stands before it: `that`, `zero`, `whether`, `colon`, `quote`, `to`, `of` …
    record Start(int at, String type) {}

    /// Who speaks, as the sentence names them.
    ///
    /// @param from first token; -1 where nobody is named
    /// @param to   behind the last
    /// @param type `name`, `role`, `body`, `paper`, `he`, `they`, `it`, `i`, `you`, `who`, `same` (as the clause before), `none`, `noun`
    record Subject(int from, int to, String type) {
        static final Subject NONE = new Subject(-1, -1, "none");

        boolean isAuthor() {
            return type.equals("i");
        }
    }

    /// Where the whole report begins: its subject or its words.
    int left() {
        return subject.from() >= 0 && subject.from() < from && kind == Kind.VERB ? subject.from() : from;
    }
}
