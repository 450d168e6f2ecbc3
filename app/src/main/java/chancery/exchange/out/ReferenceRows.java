package chancery.exchange.out;

import chancery.archive.Conclusions;
import chancery.archive.ReadingRoom;
import chancery.cable.Hole;
import chancery.cable.Mention.InNote;
import chancery.cable.Reference;
import chancery.document.Edtf;
import chancery.document.Kind;
import chancery.document.RecordId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// `export --what references` and `export --what holes`: what messages refer to, and messages known only from that.
public final class ReferenceRows {
    private ReferenceRows() {}

    /// Writes every reference that the room's papers make, in the order of sources, delivery paths and words; returns how many.
    /// Positions are those of the text's plain layer, for words of a note too: there they are the words that the note explains, and `note` has its own.
    public static long references(ReadingRoom room, Rows rows) {
        var conclusions = room.conclusions();
        var paths = paths(room, conclusions);
        for (var reference : conclusions.references()) rows.write(row(reference, paths));
        return conclusions.references().size();
    }

    /// Writes every message known only from mentions; returns how many.
    public static long holes(ReadingRoom room, Rows rows) {
        var conclusions = room.conclusions();
        var paths = paths(room, conclusions);
        for (var hole : conclusions.holes()) rows.write(row(hole, paths));
        return conclusions.holes().size();
    }

    private static Map<RecordId, String> paths(ReadingRoom room, Conclusions conclusions) {
        var named = new LinkedHashSet<RecordId>();
        for (var reference : conclusions.references()) {
            named.add(reference.from());
            named.addAll(reference.targets());
        }
        for (var hole : conclusions.holes()) named.addAll(hole.mentionedBy());
        var paths = new HashMap<RecordId, String>();
        for (var card : room.cards(List.copyOf(named))) paths.put(card.id(), card.document());
        return paths;
    }

    private static Map<String, @Nullable Object> row(Reference r, Map<RecordId, String> paths) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("document", paths.get(r.from()));
        row.put("text", r.mention().text());
        row.put("quote", r.mention().at().quotation());
        row.put("start", r.mention().at().start());
        row.put("end", r.mention().at().end());
        row.put("targets", documents(r.targets(), paths));
        row.put("shown", r.shown());
        row.put("basis", r.basis().name().toLowerCase(Locale.ROOT));
        row.put("confidence", r.confidence());
        row.put("reason", r.reason());
        row.put("reference", r.id());
        row.put("note", r.mention().inNote().map(ReferenceRows::note).orElse(null));
        return row;
    }

    private static Map<String, Object> note(InNote note) {
        var row = new LinkedHashMap<String, Object>();
        row.put("note", note.note());
        row.put("quote", note.span().quotation());
        row.put("start", note.span().start());
        row.put("end", note.span().end());
        return row;
    }

    private static Map<String, @Nullable Object> row(Hole h, Map<RecordId, String> paths) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("hole", h.id());
        row.put("kind", h.kind().map(Kind::word).orElse(null));
        row.put("number", h.number().isEmpty() ? null : h.number());
        row.put("volume", h.volume().isEmpty() ? null : h.volume());
        row.put("from", h.from());
        row.put("to", h.to());
        row.put("date", h.date().map(Edtf::text).orElse(null));
        row.put("mentioned", documents(h.mentionedBy(), paths));
        row.put("references", h.references());
        return row;
    }

    private static List<String> documents(List<RecordId> records, Map<RecordId, String> paths) {
        return records.stream().map(id -> Objects.requireNonNull(paths.get(id))).toList();
    }
}
