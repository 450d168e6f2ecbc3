package chancery.exchange.out;

import chancery.archive.RecordView;
import chancery.document.Description;
import chancery.document.Edtf;
import chancery.document.Node.Element;
import chancery.document.PlainLayer;
import chancery.document.TextXml;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// One record in the forms that machines take: JSON, plain text, TEI. All of it is what one reader may see.
public final class RecordForms {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private RecordForms() {}

    /// The row of `export --what documents`, with the rest of the description.
    public static String json(RecordView record, String notice) {
        var row = DocumentRows.row(record);
        var d = record.description();
        row.put("creators", d.creators());
        row.put("contributors", d.contributors());
        row.put("people", d.people());
        row.put("places", d.places());
        row.put("subjects", d.subjects());
        row.put("marking", d.marking());
        row.put("rights", d.rights().statement().isEmpty() ? null : d.rights().statement());
        row.put("credit", d.credit().isEmpty() ? null : d.credit());
        row.put("edition", d.edition().map(RecordForms::edition).orElse(null));
        row.put("languages", d.languages());
        row.put("uploaded", d.uploaded().map(Object::toString).orElse(null));
        row.put("source_ids", d.sourceIds().stream().map(s -> InOrder.of("scheme", s.scheme(), "value", s.value())).toList());
        row.put("version", record.version());
        row.put("versions", record.versions());
        row.put("notice", notice.isEmpty() ? null : notice);
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(row) + "\n";
    }

    private static Map<String, @Nullable Object> edition(Description.Edition e) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("edition", e.edition());
        row.put("volume", e.volume());
        row.put("number", e.number());
        row.put("pages", e.pages());
        return row;
    }

    /// Title, date, texts and notes as plain words.
    public static String text(RecordView record, String notice) {
        var d = record.description();
        var out = new StringBuilder();
        if (!notice.isEmpty()) out.append(notice).append("\n\n");
        out.append(d.title()).append('\n');
        if (!d.dating().asWritten().isEmpty()) out.append(d.dating().asWritten()).append('\n');
        for (var holding : d.holdings()) out.append(holding.asPrinted()).append('\n');
        for (var view : record.texts()) {
            out.append('\n');
            if (record.texts().size() > 1) out.append("[").append(view.text().kind().word()).append(", ").append(view.text().language()).append("]\n\n");
            out.append(PlainLayer.of(view.text()).text().replace("\n", "\n\n")).append('\n');
            var notes = view.text().notes().stream().filter(n -> !n.children().isEmpty() && n.attribute("type").filter("source"::equals).isEmpty()).toList();
            if (!notes.isEmpty()) out.append('\n');
            for (var note : notes) out.append(note.attribute("n").orElse("*")).append("  ").append(PlainLayer.of(note).text()).append('\n');
        }
        return out.toString();
    }

    /// A TEI P5 document: a header that says what the record says, and every text as a `div` of the body.
    ///
    /// @param archive the name of the archive
    /// @param url     the record's address
    /// @param correspondence the `correspDesc` of the record, as [Correspondence] makes it; may be empty
    public static String tei(RecordView record, String archive, String url, String notice, String correspondence) {
        var d = record.description();
        var out = new StringBuilder(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TEI xmlns=\"http://www.tei-c.org/ns/1.0\">\n<teiHeader>\n<fileDesc>\n<titleStmt><title>")
                .append(x(d.title())).append("</title>");
        for (var creator : d.creators()) out.append("<author>").append(x(creator)).append("</author>");
        out.append("</titleStmt>\n<publicationStmt><publisher>").append(x(archive)).append("</publisher><idno type=\"record\">")
                .append(record.id()).append("</idno><idno type=\"url\">").append(x(url)).append("</idno>");
        if (!d.rights().statement().isEmpty() || !notice.isEmpty()) {
            out.append("<availability>");
            for (var words : List.of(notice, d.rights().statement())) if (!words.isEmpty()) out.append("<p>").append(x(words)).append("</p>");
            out.append("</availability>");
        }
        out.append("</publicationStmt>\n<sourceDesc>");
        for (var holding : d.holdings()) out.append("<bibl>").append(x(holding.asPrinted())).append("</bibl>");
        if (d.holdings().isEmpty()) out.append("<p>").append(x(record.document())).append("</p>");
        out.append("</sourceDesc>\n</fileDesc>\n<profileDesc>");
        if (!d.summary().isEmpty()) out.append("<abstract><p>").append(x(d.summary())).append("</p></abstract>");
        if (!correspondence.isEmpty()) out.append('\n').append(correspondence).append('\n');
        d.dating().edtf().map(Edtf::text).ifPresent(date -> out.append("<creation><date>").append(x(date)).append("</date></creation>"));
        out.append("</profileDesc>\n</teiHeader>\n<text><body>\n");
        for (var view : record.texts()) {
            out.append("<div type=\"").append(view.text().kind().word()).append("\" xml:lang=\"").append(x(view.text().language())).append("\">");
            for (var child : view.text().body().children()) {
                switch (child) {
                    case Element e -> out.append(TextXml.write(e));
                    case chancery.document.Node.Chars chars -> out.append(x(chars.words()));
                }
            }
            out.append("</div>\n");
        }
        if (record.texts().isEmpty()) out.append("<p/>\n");
        return out.append("</body></text>\n</TEI>\n").toString();
    }

    private static String x(String words) {
        return TextXml.escape(words);
    }
}
