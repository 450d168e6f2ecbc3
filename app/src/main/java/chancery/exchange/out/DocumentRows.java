package chancery.exchange.out;

import chancery.archive.ReadingRoom;
import chancery.archive.RecordView;
import chancery.archive.RecordView.TextView;
import chancery.document.Edtf;
import chancery.document.Holding;
import chancery.document.Node.Element;
import chancery.document.PlainLayer;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `export --what documents`: a row for each record, with the plain layers of its texts and of their notes.
public final class DocumentRows {
    private DocumentRows() {}

    /// Writes every record that the room shows, in the order of sources and delivery paths; returns how many.
    public static long write(ReadingRoom room, Rows rows) {
        return room.forEach(record -> rows.write(row(record)));
    }

    /// A record's row.
    public static Map<String, @Nullable Object> row(RecordView record) {
        var d = record.description();
        var edtf = d.dating().edtf();
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("document", record.document());
        row.put("record", record.id().value());
        row.put("title", d.title());
        row.put("date", edtf.map(Edtf::text).orElse(d.dating().asWritten().isEmpty() ? null : d.dating().asWritten()));
        row.put("first", day(edtf.map(Edtf::first)));
        row.put("last", day(edtf.map(Edtf::last)));
        row.put("kind", record.card().kind().word());
        row.put("summary", d.summary().isEmpty() ? null : d.summary());
        row.put("holding", d.holdings().stream().map(Holding::asPrinted).toList());
        row.put("collections", d.collections().stream().map(m -> String.join(" / ", m.titles())).toList());
        row.put("release", record.access().word());
        row.put("text", record.texts().isEmpty() ? null : PlainLayer.of(record.texts().getFirst().text()).text());
        row.put("texts", record.texts().stream().map(DocumentRows::text).toList());
        return row;
    }

    private static @Nullable String day(Optional<LocalDate> day) {
        return day.filter(d -> d.getYear() > 0 && d.getYear() < 10_000).map(LocalDate::toString).orElse(null);
    }

    private static Map<String, @Nullable Object> text(TextView view) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("id", view.id());
        row.put("kind", view.text().kind().word());
        row.put("lang", view.text().language());
        row.put("text", PlainLayer.of(view.text()).text());
        row.put("notes", view.text().notes().stream().filter(n -> !n.children().isEmpty()).map(DocumentRows::note).toList());
        return row;
    }

    private static Map<String, @Nullable Object> note(Element note) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("id", note.attribute("xml:id").orElse(null));
        row.put("n", note.attribute("n").orElse(null));
        row.put("type", note.attribute("type").orElse("foot"));
        row.put("text", PlainLayer.of(note).text());
        return row;
    }

}
