package chancery.document;

import java.util.Locale;
import java.util.Optional;

/// What kind of paper it is, by its form. The list is that of the annotation guide and grows only with it.
public enum Kind {
    CABLEGRAM, TELEGRAM, LETTER, MEMORANDUM, MINUTE, DESPATCH, NOTE, RECORD, REPORT, SUBMISSION, TELEPRINTER, SAVINGRAM, AGREEMENT, SPEECH, OTHER;

    /// The word that exports, searches and settings use: `cablegram`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The kind that a word names, whatever its case; empty when it names none.
    public static Optional<Kind> of(String word) {
        for (var kind : values()) if (kind.name().equalsIgnoreCase(word.strip())) return Optional.of(kind);
        return Optional.empty();
    }
}
