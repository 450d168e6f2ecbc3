package chancery.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A query as it was understood: what is asked for, and in which words people are told so.
///
/// @param clauses what is asked for, in order; empty asks for everything
/// @param words   the query in words: `stalin and sugiyama, from Harriman`
/// @param notes   what was not understood and how it was taken instead, as sentences
/// @param roles    who is likely to have written the paper or to whom it went, from the way names stand in the query
record Question(List<Clause> clauses, String words, List<String> notes, List<Role> roles) {
    Question {
        clauses = List.copyOf(clauses);
        roles = List.copyOf(roles);
        notes = List.copyOf(notes);
    }

    /// How much a clause binds.
    enum Bond {
        /// A word: papers with all of these come first, those with most of them follow.
        WORD,
        /// Must be there.
        MUST,
        /// Must not be there.
        NOT
    }

    /// A word that is likely the name of a sender, a recipient or a number.
    record Role(FieldName field, String word) {}

    /// Something asked for.
    record Clause(Bond bond, Wanted wanted) {}

    /// What a paper may have.
    sealed interface Wanted {
        /// A word in any of its forms: `report` finds `reports`.
        record Plain(String word) implements Wanted {}

        /// A word exactly, but for case, diacritics and apostrophes.
        record Exact(String word) implements Wanted {}

        /// A word with `*` (any letters) and `?` (one letter).
        record Pattern(String pattern) implements Wanted {}

        /// A word or one like it.
        ///
        /// @param edits letters added, left out, changed or swapped at most: 1 or 2
        record Like(String word, int edits) implements Wanted {}

        /// Words side by side in their order, or no more than `reach` steps from that; 0 is side by side.
        record Phrase(List<String> words, int reach) implements Wanted {}

        /// Words that a sign holds together, in any of their forms: `north-west`, `44/735`.
        ///
        /// @param asOne whether some write them as one word
        record Held(List<String> words, boolean asOne) implements Wanted {}

        /// A name and others of the same: `Tokio`, also `Tokyo`.
        record Spelled(Wanted typed, List<Other> others) implements Wanted {}

        /// Another name.
        ///
        /// @param name as it is written
        record Other(String name, Wanted wanted) {}

        /// A date that may have fallen on one of these days.
        ///
        /// @param certain whether it surely did: every day that it may mean is one of these, and none is doubtful
        record Days(LocalDate first, LocalDate last, boolean certain) implements Wanted {
            Days(LocalDate first, LocalDate last) {
                this(first, last, false);
            }
        }

        /// Words that name a year or month and may mean the paper's date or stand in it: `1951`, `March 1949`.
        ///
        /// @param inText what stands in a paper
        record Moment(Wanted inText, Days days) implements Wanted {}

        /// Something in one field only.
        record In(FieldName field, Wanted wanted) implements Wanted {}

        /// All of some things.
        record All(List<Wanted> parts) implements Wanted {}

        /// Any of some things.
        record Any(List<Wanted> parts) implements Wanted {}

        /// One thing without another.
        record Not(Wanted without) implements Wanted {}
    }

    /// The fields that a query may name.
    enum FieldName {
        FROM(Fields.FROM, "from", "who sent it", "from:Bruce"),
        TO(Fields.TO, "to", "to whom it was sent", "to:Curtin"),
        NO(Fields.NUMBER, "number", "the number of the message", "no:175A"),
        TITLE(Fields.TITLE, "title", "its title", "title:inquiry"),
        DATE("", "date", "when it was written, as people write dates: also Feb 1944, 3.2.44, 1944-02-03/1944-02-10, before 1945", "date:1944-02"),
        PLACE(Fields.PLACE, "place", "where it was written", "place:Moscow"),
        HOLDING(Fields.HOLDING, "holding", "the archival reference", "holding:171"),
        COLLECTION(Fields.COLLECTION, "collection", "what it is published in", "collection:conference"),
        KIND(Fields.KIND, "kind", "what kind of paper it is", "kind:letter"),
        MARKING(Fields.MARKING, "marking", "the stamp on the page, as printed or as it was called in another time", "marking:\"top secret\""),
        PRECEDENCE(Fields.MARKING, "precedence", "how urgent it was", "precedence:immediate"),
        PEOPLE(Fields.PEOPLE, "people", "persons and bodies that the describer names", "people:Harriman"),
        SUBJECT(Fields.SUBJECT, "subject", "subjects that the describer names", "subject:oil");

        private final String field;
        private final String words;
        private final QueryField described;

        FieldName(String field, String words, String what, String example) {
            this.field = field;
            this.words = words;
            this.described = new QueryField(name().toLowerCase(Locale.ROOT), what, example);
        }

        /// As help tells it.
        QueryField described() {
            return described;
        }

        /// The field of the index; empty for a date.
        String field() {
            return field;
        }

        /// For people.
        String words() {
            return words;
        }

        /// The field that a word before a colon names; `number`, `person` and the plural of any are taken too.
        static Optional<FieldName> of(String word) {
            for (var name : values()) {
                if (name.name().equalsIgnoreCase(word) || name.words.equalsIgnoreCase(word) || (name.words + "s").equalsIgnoreCase(word))
                    return Optional.of(name);
            }
            return word.equalsIgnoreCase("person") ? Optional.of(PEOPLE) : Optional.empty();
        }
    }
}
