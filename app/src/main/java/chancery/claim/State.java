package chancery.claim;

import java.util.Locale;
import java.util.Optional;

/// Whose reading something is. The three are never mixed in a count, a grade or an export.
public enum State {
    /// A program read it; nobody has looked.
    PROPOSED,
    /// A person holds that the paper says so. Not that it is true.
    ACCEPTED,
    /// A person holds that the paper does not say so.
    REJECTED;

    /// The word of exports: `proposed`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The state that a word names, whatever its case; empty when it names none.
    public static Optional<State> of(String word) {
        for (var state : values()) if (state.name().equalsIgnoreCase(word.strip())) return Optional.of(state);
        return Optional.empty();
    }
}
