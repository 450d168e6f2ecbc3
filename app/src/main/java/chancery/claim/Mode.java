package chancery.claim;

import java.util.Locale;
import java.util.Optional;

/// How word came from one link of a chain to the next nearer one, where the cue says.
public enum Mode {
    /// By word of mouth: *told me*, *said*, *informed us in conversation*.
    TOLD,
    /// In a letter, cable, note or memorandum addressed to the nearer link: *cabled*, *writes that*.
    WROTE,
    /// In a paper which the nearer link read: *the report says*, *according to the minutes*.
    READ,
    /// Not meant for the nearer link: *overheard*.
    OVERHEARD,
    /// Seen by the source itself: *observed*, *saw*.
    OBSERVED,
    /// Taken from a message between others: *intercepted*, *telephone conversation intercepted*.
    INTERCEPTED,
    /// Made public: *announced*, *the press reports*, *broadcast*.
    PUBLISHED,
    /// The cue does not say.
    NOT_SAID;

    /// The word of exports: `told`, `not said`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /// The mode that a word names, whatever its case; empty when it names none.
    public static Optional<Mode> of(String word) {
        for (var mode : values()) if (mode.word().equalsIgnoreCase(word.strip())) return Optional.of(mode);
        return Optional.empty();
    }
}
