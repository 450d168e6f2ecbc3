package chancery.web;

import chancery.archive.RecordView;
import chancery.archive.Settings;
import chancery.search.SearchRequest;
import java.time.Instant;
import java.util.List;

/// A search as an Atom feed (RFC 4287): the papers that came last.
final class Feed {
    private Feed() {}

    /// @param records the last first
    static String of(SearchRequest request, List<RecordView> records, Settings settings, String base) {
        var results = base + ResultsPage.address(request);
        var out = new StringBuilder(4096).append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n");
        element(out, "  ", "title", (request.query().isBlank() ? "Papers" : "Search: " + request.query()) + " – " + settings.title());
        element(out, "  ", "id", results);
        if (!settings.notice().isEmpty()) element(out, "  ", "subtitle", settings.notice());
        element(out, "  ", "updated",
                records.isEmpty() ? Instant.EPOCH.toString() : records.stream().map(RecordView::since).max(Instant::compareTo).orElseThrow().toString());
        out.append("  <author><name>").append(xml(settings.institution().isEmpty() ? settings.title() : settings.institution())).append("</name></author>\n");
        link(out, "  ", "self", "application/atom+xml", base + address(request));
        link(out, "  ", "alternate", "text/html", results);
        for (var record : records) entry(out, record, base);
        return out.append("</feed>\n").toString();
    }

    private static void entry(StringBuilder out, RecordView record, String base) {
        var card = record.card();
        out.append("  <entry>\n");
        element(out, "    ", "title", card.title());
        element(out, "    ", "id", base + "/record/" + record.id());
        element(out, "    ", "updated", record.since().toString());
        link(out, "    ", "alternate", "text/html", base + View.at(card));
        element(out, "    ", "summary", String.join(" · ", View.facts(card)) + (card.summary().isEmpty() ? "" : ". " + card.summary()));
        out.append("  </entry>\n");
    }

    /// The address of a search's feed.
    static String address(SearchRequest request) {
        return "/search.atom?" + ResultsPage.words(ResultsPage.parameters(request.withPage(1).withSort(SearchRequest.Sort.RELEVANCE).withSize(20), true));
    }

    private static void element(StringBuilder out, String indent, String name, String words) {
        out.append(indent).append('<').append(name).append('>').append(xml(words)).append("</").append(name).append(">\n");
    }

    private static void link(StringBuilder out, String indent, String rel, String type, String to) {
        out.append(indent).append("<link rel=\"").append(rel).append("\" type=\"").append(type).append("\" href=\"").append(xml(to)).append("\"/>\n");
    }

    /// Escaped, without the characters that XML does not know.
    private static String xml(String words) {
        return TextHtml.escape(words.replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]", ""));
    }
}
