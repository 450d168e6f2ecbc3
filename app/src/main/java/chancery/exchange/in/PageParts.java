package chancery.exchange.in;

import chancery.document.Node.Element;
import chancery.finding.Finding;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The parts of a published record page, as found; what they mean is said by [SavedPage]. For one thread.
final class PageParts {
    /// The title, the shown date, the summary and the credit; empty where not found.
    String title = "", date = "", summary = "", credit = "";
    /// Its address and the number behind it on its site; empty where not found.
    String address = "", node = "";
    /// The values under each label that stands on the page; an empty list where it stands without a value.
    final Map<PageLabel, List<String>> values = new EnumMap<>(PageLabel.class);
    /// Where each label stands, in words.
    final Map<PageLabel, String> where = new EnumMap<>(PageLabel.class);
    final Map<PageLabel, String> asWritten = new EnumMap<>(PageLabel.class);
    final List<Version> versions = new ArrayList<>();
    final List<Finding> findings = new ArrayList<>();

    /// One text of the page.
    ///
    /// @param name   the words of its tab: `English Translation`; empty where it has none
    /// @param lang   the language that the page itself marks it with; empty where it does not
    /// @param blocks its blocks in order
    record Version(String name, String lang, List<Element> blocks) {}

    void saw(PageLabel label, String words, String place) {
        values.computeIfAbsent(label, _ -> new ArrayList<>());
        where.putIfAbsent(label, place);
        asWritten.putIfAbsent(label, words);
    }

    void add(PageLabel label, String value) {
        if (!value.isBlank()) values.computeIfAbsent(label, _ -> new ArrayList<>()).add(value.strip());
    }

    List<String> all(PageLabel label) {
        return values.getOrDefault(label, List.of());
    }

    String first(PageLabel label) {
        return all(label).isEmpty() ? "" : all(label).getFirst();
    }
}
