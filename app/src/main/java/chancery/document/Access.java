package chancery.document;

import java.util.Locale;
import java.util.Optional;

/// To whom something is open; the most open first. The order is the meaning: `compareTo` tells which is more closed.
public enum Access {
    PUBLIC, REGISTERED, WITHHELD;

    /// The word of settings, front matter and exports: `public`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The level that a word names, whatever its case; empty when it names none.
    public static Optional<Access> of(String word) {
        for (var access : values()) if (access.name().equalsIgnoreCase(word.strip())) return Optional.of(access);
        return Optional.empty();
    }

    /// The more closed of two: a part is at least as closed as its whole.
    public Access and(Access other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
