package chancery.document;

import java.util.Locale;
import java.util.Optional;

/// The level of description (ISAD(G) 3.1.4; DACS 1), the widest first, with the levels that repositories add above and below.
public enum Level {
    REPOSITORY, DIVISION, FONDS, SERIES, SUBSERIES, CONTAINER, FILE, ITEM;

    /// The word shown to people: `series`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The level that a word names, whatever its case; empty when it names none. `papers` and `collection` are a fonds, `box` a container.
    public static Optional<Level> of(String word) {
        return switch (word.strip().toLowerCase(Locale.ROOT)) {
            case "papers", "collection" -> Optional.of(FONDS);
            case "box", "reel", "folder" -> Optional.of(CONTAINER);
            case "document" -> Optional.of(ITEM);
            case String w -> java.util.Arrays.stream(values()).filter(l -> l.word().equals(w)).findFirst();
        };
    }
}
