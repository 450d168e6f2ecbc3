package chancery.search;

import java.util.Locale;
import java.util.Optional;

/// By what results are counted and narrowed. The words are parameters of addresses: a promise.
public enum Dimension {
    COLLECTION, KIND, YEAR, FROM, TO, SERIES, MARKING, LANGUAGE;

    /// The parameter's name: `collection`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The dimension of a parameter; empty when it names none.
    public static Optional<Dimension> of(String word) {
        for (var d : values()) if (d.word().equals(word)) return Optional.of(d);
        return Optional.empty();
    }
}
