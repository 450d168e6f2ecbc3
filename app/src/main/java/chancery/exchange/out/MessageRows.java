package chancery.exchange.out;

import chancery.archive.ReadingRoom;
import chancery.archive.RecordView;
import chancery.cable.CableHeading;
import chancery.cable.Classification;
import chancery.cable.HeadingReading;
import chancery.cable.Precedence;
import chancery.cable.Printed;
import chancery.document.Kind;
import chancery.finding.Finding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `export --what messages`: a row for each record whose heading was read, with what the heading says.
public final class MessageRows {
    private MessageRows() {}

    /// Writes every heading that the room shows, in the order of sources and delivery paths; returns how many.
    public static long write(ReadingRoom room, Rows rows) {
        var many = new long[1];
        room.forEach(record -> record.heading().ifPresent(reading -> {
            rows.write(row(record, reading));
            many[0]++;
        }));
        return many[0];
    }

    private static Map<String, @Nullable Object> row(RecordView record, HeadingReading reading) {
        CableHeading h = reading.heading();
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("document", record.document());
        row.put("kind", record.description().kind().map(Kind::word).orElse(h.kind().value().word()));
        row.put("number", one(h.number()));
        row.put("place", one(h.place()));
        row.put("date", one(h.date()));
        row.put("time", h.time().map(t -> t.value().toString()).orElse(null));
        row.put("from", all(h.from()));
        row.put("to", all(h.to()));
        row.put("precedence", h.precedence().stream().map(Precedence::asPrinted).toList());
        row.put("classification", h.classification().stream().map(Classification::asPrinted).toList());
        row.put("handling", all(h.handling()));
        row.put("channel", one(h.channel()));
        row.put("holding", all(h.holding()));
        row.put("omitted", h.omitted());
        row.put("findings", reading.findings().stream().map(MessageRows::finding).toList());
        return row;
    }

    private static @Nullable String one(Optional<Printed<String>> printed) {
        return printed.map(Printed::value).orElse(null);
    }

    private static List<String> all(List<Printed<String>> printed) {
        return printed.stream().map(Printed::value).toList();
    }

    private static Map<String, String> finding(Finding finding) {
        var row = new LinkedHashMap<String, String>();
        row.put("code", finding.code().name());
        row.put("where", finding.where());
        row.put("seen", finding.seen());
        return row;
    }
}
