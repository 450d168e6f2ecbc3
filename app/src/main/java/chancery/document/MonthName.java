package chancery.document;

import java.time.Month;
import java.util.Locale;
import java.util.Optional;

/// English names of months, whole or cut short. Pure.
public final class MonthName {
    private static final int LETTERS = 3; // by which no two are the same

    private MonthName() {}

    /// The month that a word begins to name, whatever its case: `Sept`, `february`, `MAY.`; empty where it names none.
    public static Optional<Month> of(String word) {
        if (word.length() < LETTERS) return Optional.empty();
        var key = word.substring(0, LETTERS).toUpperCase(Locale.ROOT);
        for (var month : Month.values()) if (month.name().startsWith(key)) return Optional.of(month);
        return Optional.empty();
    }
}
