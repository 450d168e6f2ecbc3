package chancery.exchange.in;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A label of a published record page, under any of the words that the two generations of the model page give it.
///
/// A *strong* label is known wherever it stands alone in a line. A weak one (`Source`, `Language`) may be a line of the paper itself,
/// so in a page saved as text it counts only after the first strong one.
enum PageLabel {
    CREATORS(true, true, "author(s)", "authors", "author", "creator", "creators", "creator(s)"),
    PLACES(true, true, "associated places", "geographic coverage", "coverage", "places"),
    SUBJECTS(true, true, "subjects discussed", "subjects", "subject", "topics"),
    PEOPLE(true, true, "associated people & organizations", "associated people and organizations", "associated people", "people & organizations", "people"),
    CONTRIBUTORS(true, true, "document contributors", "document contributor", "contributors", "contributor", "contributor(s)"),
    SUMMARY(false, false, "summary", "description", "abstract"),
    INFORMATION(true, false, "document information"),
    SOURCE(false, false, "source", "sources"),
    ARCHIVE(true, true, "original archive", "original archives", "repository", "repositories"),
    RIGHTS(false, false, "rights", "rights statement", "rights and permissions"),
    MARKING(true, true, "original classification", "classification", "classifications"),
    UPLOADED(true, false, "original uploaded date", "uploaded date", "first published"),
    LANGUAGE(false, true, "language", "languages", "original language", "original languages"),
    RECORD_ID(true, false, "record id", "document id"),
    DONORS(false, true, "donors", "donor"),
    TYPE(false, false, "type", "types", "document type"),
    DATE(false, false, "date", "document date"),
    COLLECTIONS(false, true, "collections", "collection", "associated collections"),
    RELATED(true, true, "related documents", "related document");

    private static final Map<String, PageLabel> BY_WORDS = byWords();
    private final boolean strong;
    private final boolean many;
    private final List<String> words;

    PageLabel(boolean strong, boolean many, String... words) {
        this.strong = strong;
        this.many = many;
        this.words = List.of(words);
    }

    /// The label that a line is, its colon and case aside; empty where it is none.
    static Optional<PageLabel> of(String line) {
        if (line.length() > 60) return Optional.empty();
        var words = Paragraphs.folded(line).toLowerCase(Locale.ROOT);
        if (words.endsWith(":")) words = words.substring(0, words.length() - 1).stripTrailing();
        return Optional.ofNullable(BY_WORDS.get(words));
    }

    /// The label with which a line `Record ID: 134845` begins; empty where it begins with none.
    static Optional<PageLabel> before(String line) {
        var colon = line.indexOf(':');
        return colon < 0 || colon > 60 || colon + 1 >= line.length() || line.charAt(colon + 1) != ' ' ? Optional.empty() : of(line.substring(0, colon));
    }

    /// Whether it is a label wherever it stands alone. Only those of several words, or in the plural of the trade, are.
    boolean isStrong(String line) {
        return strong && (line.strip().contains(" ") || line.strip().contains("("));
    }

    /// Whether several values may stand under it.
    boolean hasMany() {
        return many;
    }

    private static Map<String, PageLabel> byWords() {
        var map = new java.util.HashMap<String, PageLabel>();
        var twice = new ArrayList<String>();
        for (var label : values()) for (var words : label.words) if (map.put(words, label) != null) twice.add(words);
        if (!twice.isEmpty()) throw new IllegalStateException("two labels of the same words: " + twice);
        return Map.copyOf(map);
    }
}
