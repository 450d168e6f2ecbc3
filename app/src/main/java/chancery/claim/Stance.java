package chancery.claim;

import java.util.Locale;
import java.util.Optional;

/// How the nearest source, or the text, holds what is claimed.
public enum Stance {
    /// Said as a fact: *Bruce said the talks had failed*.
    ASSERTED,
    /// Held as an opinion, estimate or expectation: *he thought the talks would fail*.
    BELIEVED,
    /// Passed on by the author without a named holder, or from a source that itself passes it on: *I understand*, *it is reported*.
    REPORTED,
    /// Talk without a source: *it is rumoured*.
    RUMOURED,
    /// A decision, plan or undertaking of the source: *they will withdraw*.
    INTENDED,
    /// Rejected by the source; the content is what it rejects, put positively.
    DENIED,
    /// Asked by the source: *he asked whether a loan had been made*.
    ASKED;

    /// The word of exports: `asserted`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The stance that a word names, whatever its case; empty when it names none.
    public static Optional<Stance> of(String word) {
        for (var stance : values()) if (stance.name().equalsIgnoreCase(word.strip())) return Optional.of(stance);
        return Optional.empty();
    }
}
