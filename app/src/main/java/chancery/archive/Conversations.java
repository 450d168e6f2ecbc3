package chancery.archive;

import static chancery.archive.Database.list;

import chancery.cable.Exchange;
import chancery.cable.Message;
import chancery.cable.VersionFamilies;
import chancery.cable.VersionFamily;
import chancery.document.RecordId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What many papers together tell one audience about who answered whom, and about which papers are one message in several forms.
///
/// @param exchanges in the order of their first messages
/// @param exchange  the exchange of each message that has one
/// @param families  in the order of their first versions
/// @param family    the family of each paper that has one
record Conversations(List<Exchange> exchanges, Map<RecordId, Exchange> exchange, List<VersionFamily> families, Map<RecordId, VersionFamily> family) {

    /// Those that were concluded.
    static Conversations of(List<Exchange> exchanges, List<VersionFamily> families) {
        var exchange = new HashMap<RecordId, Exchange>();
        for (var e : exchanges) for (var m : e.messages()) exchange.put(m, e);
        var family = new HashMap<RecordId, VersionFamily>();
        for (var f : families) for (var m : f.versions()) family.put(m, f);
        return new Conversations(exchanges, exchange, families, family);
    }

    /// The texts of papers that a reader may see, with what is kept of their words.
    static List<VersionFamilies.Copy> copies(Shelf shelf, List<Message> messages) throws SQLException {
        var byId = new HashMap<RecordId, Message>();
        for (var m : messages) byId.put(m.id(), m);
        record Held(RecordId record, String release, byte[] found, int now, int ordinal) {}
        var copies = new ArrayList<VersionFamilies.Copy>();
        for (var held : list(shelf.c(),
                "select r.id, t.release, g.found, case when r.release_until <= ? then r.release_then else r.release_now end, t.ordinal from record r join "
                + "text t on t.record = r.seq and t.n = r.head"
                        + " join reading g on g.record = t.record and g.n = t.n and g.ordinal = t.ordinal and g.what = '"
                        + Likeness.WHAT + "' and g.program = '" + Likeness.VERSION + "' where " + Shelf.VISIBLE,
                r -> new Held(new RecordId(r.getString(1)), r.getString(2), r.getBytes(3), r.getInt(4), r.getInt(5)),
                shelf.today(), shelf.today(), shelf.clearance())) {
            var message = byId.get(held.record());
            if (message == null || held.found().length == 0
                    || !shelf.reader().sees(Shelf.access(held.now()).and(shelf.level(held.release(), Shelf.access(held.now())))))
                continue;
            var kept = Likeness.kept(held.found());
            copies.add(new VersionFamilies.Copy(message, kept.kind(), kept.language(), kept.print()));
        }
        return copies;
    }

    /// The exchange of a message.
    Optional<Exchange> exchangeOf(RecordId id) {
        return Optional.ofNullable(exchange.get(id));
    }

    /// The family of a paper.
    Optional<VersionFamily> familyOf(RecordId id) {
        return Optional.ofNullable(family.get(id));
    }
}
