package chancery.archive;

import static chancery.archive.Database.list;

import chancery.cable.CableHeading;
import chancery.cable.HeadingReading;
import chancery.cable.Mention;
import chancery.cable.Message;
import chancery.cable.Message.InPrint;
import chancery.document.Description;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Gathers what conclusions rest on, for the rooms of one archive. What was gathered of a version is kept, so that after a change only what changed is read again;
/// where two audiences see the same, they share one answer. Safe to share between threads: one gathers at a time.
final class Gathering {
    /// A version as it is seen without some of its texts.
    private record Face(long record, int version, List<Integer> hidden) {}

    private final Map<Face, Message> known = new HashMap<>();
    private final List<Conclusions> last = new ArrayList<>();

    /// The conclusions for what a reader may see.
    synchronized Conclusions conclude(Shelf shelf) throws SQLException {
        var hidden = hidden(shelf);
        var messages = new ArrayList<Message>();
        var faces = new HashSet<Face>();
        for (var row : shelf.rowsAfter("", "", Integer.MAX_VALUE)) {
            var face = new Face(row.seq(), row.head(), hidden.getOrDefault(row.seq(), List.of()));
            faces.add(face);
            var message = known.get(face);
            if (message == null) {
                message = message(shelf, row, Set.copyOf(face.hidden()));
                known.put(face, message);
            }
            messages.add(message);
        }
        if (known.size() > 2 * faces.size() + 1000) known.keySet().retainAll(faces);
        for (var other : last) if (same(other.messages(), messages)) return other;
        var conclusions = Conclusions.of(messages);
        last.add(conclusions);
        if (last.size() > 3) last.removeFirst();
        return conclusions;
    }

    /// Forgets everything; for when texts were read again.
    synchronized void forget() {
        known.clear();
        last.clear();
    }

    private static boolean same(List<Message> one, List<Message> other) {
        if (one.size() != other.size()) return false;
        for (var i = 0; i < one.size(); i++) if (one.get(i) != other.get(i)) return false;
        return true;
    }

    /// Texts that are more closed than their record and that this reader may not see, by record.
    private static Map<Long, List<Integer>> hidden(Shelf shelf) throws SQLException {
        record Part(long record, int ordinal, boolean open) {}
        var parts = list(shelf.c(), "select t.record, t.ordinal, t.release from text t join record r on r.seq = t.record and r.head = t.n where t.release <> '' and r.removed = 0 order by t.record, t.ordinal",
                r -> new Part(r.getLong(1), r.getInt(2), shelf.reader().sees(Codec.release(r.getString(3)).on(shelf.day()))));
        var hidden = new HashMap<Long, List<Integer>>();
        for (var part : parts) if (!part.open()) hidden.computeIfAbsent(part.record(), _ -> new ArrayList<>()).add(part.ordinal());
        return hidden;
    }

    private static Message message(Shelf shelf, Shelf.Row row, Set<Integer> hidden) throws SQLException {
        record Held(int ordinal, String id) {}
        var texts = list(shelf.c(), "select ordinal, id from text where record = ? and n = ? order by ordinal", r -> new Held(r.getInt(1), r.getString(2)), row.seq(), row.head());
        var found = new HashMap<String, String>();
        list(shelf.c(), "select what || ordinal, found from reading where record = ? and n = ? and what in (?, ?)", r -> {
            var bytes = r.getBytes(2);
            return bytes.length == 0 ? "" : found.put(r.getString(1), Packing.unpack(bytes));
        }, row.seq(), row.head(), Headings.WHAT, References.WHAT);
        var heading = hidden.contains(0) ? Optional.<CableHeading>empty() : Optional.ofNullable(found.get(Headings.WHAT + 0)).map(Headings::read).map(HeadingReading::heading);
        var mentions = new ArrayList<Mention>();
        for (var text : texts) {
            var kept = found.get(References.WHAT + text.ordinal());
            if (kept != null && !hidden.contains(text.ordinal())) mentions.addAll(References.read(text.id(), kept));
        }
        var d = shelf.description(row.seq(), row.head());
        return new Message(row.id(), row.path(), d.title(), heading, heading.map(h -> Shelf.over(d.dating(), h)).orElse(d.dating()), printed(d), mentions);
    }

    private static Optional<InPrint> printed(Description d) {
        return d.edition().filter(e -> !e.number().isBlank()).map(e -> new InPrint(e.edition(), e.volume().isBlank() && !d.collections().isEmpty() ? String.join(" / ", d.collections().getFirst().titles()) : e.volume(), e.number()));
    }
}
