package chancery.search;

import java.util.Locale;
import java.util.Optional;

/// By what results are counted and narrowed. The words are parameters of addresses: a promise.
public enum Dimension {
    COLLECTION, KIND, YEAR, FROM, TO, PLACE, PEOPLE, SUBJECT, SERIES, MARKING, LANGUAGE;

    /// The parameter's name: `collection`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The name of its parameter on the page of results: `from` and `to` are the dates of an address, so senders and recipients have names of their own.
    public String parameter() {
        return switch (this) {
            case FROM -> "sender";
            case TO -> "recipient";
            case COLLECTION, KIND, YEAR, PLACE, PEOPLE, SUBJECT, SERIES, MARKING, LANGUAGE -> word();
        };
    }

    /// The dimension of such a parameter; empty when it names none.
    public static Optional<Dimension> ofParameter(String parameter) {
        for (var d : values()) if (d.parameter().equals(parameter)) return Optional.of(d);
        return Optional.empty();
    }

    /// The dimension of a parameter; empty when it names none.
    public static Optional<Dimension> of(String word) {
        for (var d : values()) if (d.word().equals(word)) return Optional.of(d);
        return Optional.empty();
    }
}
