package chancery.archive;

import static chancery.archive.Database.list;

import chancery.cable.Mention;
import chancery.cable.Message;
import chancery.document.Access;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Every paper that a reader may see, as conclusions from many papers need it. Read in two goes over the store, not paper by paper.
final class Messages {
    private Messages() {}

    /// The papers in the order of sources and delivery paths.
    static List<Message> of(Shelf shelf) throws SQLException {
        var mentions = mentions(shelf);
        var messages = new ArrayList<Message>();
        for (var row : shelf.rows("select " + Shelf.columns() + " from record r where " + Shelf.VISIBLE + " order by r.source, r.path", shelf.today(), shelf.clearance())) messages.add(shelf.message(row, mentions.getOrDefault(row.seq(), List.of())));
        return messages;
    }

    /// What the texts that the reader may see say of other messages, by record.
    private static Map<Long, List<Mention>> mentions(Shelf shelf) throws SQLException {
        record Held(long record, String text, String release, Access whole, byte[] found) {}
        var mentions = new HashMap<Long, List<Mention>>();
        for (var held : list(shelf.c(), "select r.seq, t.id, t.release, case when r.release_until <= ? then r.release_then else r.release_now end, g.found from record r join text t on t.record = r.seq and t.n = r.head"
                        + " join reading g on g.record = t.record and g.n = t.n and g.ordinal = t.ordinal and g.what = '" + References.WHAT + "' where length(g.found) > 0 and " + Shelf.VISIBLE + " order by t.record, t.ordinal",
                r -> new Held(r.getLong(1), r.getString(2), r.getString(3), Shelf.access(r.getInt(4)), r.getBytes(5)), shelf.today(), shelf.today(), shelf.clearance())) {
            if (!shelf.reader().sees(held.whole().and(shelf.level(held.release(), held.whole())))) continue;
            mentions.computeIfAbsent(held.record(), _ -> new ArrayList<>()).addAll(References.read(held.text(), Packing.unpack(held.found())));
        }
        return mentions;
    }
}
