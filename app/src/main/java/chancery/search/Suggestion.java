package chancery.search;

import chancery.archive.Card;
import java.util.Optional;

/// What somebody who types is likely to mean.
///
/// @param label  as people read it
/// @param papers how many papers it leads to
/// @param value  what it leads to
public record Suggestion(String label, long papers, Value value) {
    /// What a suggestion leads to.
    public sealed interface Value {
        /// Papers with a value of a facet.
        record Of(Dimension dimension, String value) implements Value {}

        /// One paper.
        record Paper(Card card) implements Value {}
    }

    static Suggestion of(Dimension dimension, String value, String label, long papers) {
        return new Suggestion(label, papers, new Value.Of(dimension, value));
    }

    static Suggestion of(Card card) {
        return new Suggestion(card.title(), 1, new Value.Paper(card));
    }

    /// The paper it leads to; empty where it leads to several.
    public Optional<Card> paper() {
        return value instanceof Value.Paper(var card) ? Optional.of(card) : Optional.empty();
    }
}
