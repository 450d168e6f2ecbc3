package chancery.archive;

import static chancery.archive.Database.list;

import chancery.claim.Attestation.Paper;
import chancery.claim.Decided;
import chancery.claim.DecidedText;
import chancery.claim.Register;
import chancery.document.PlainLayer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Gathers what one reader may see of claims, and has it concluded by the pure rules of [Register].
final class Registers {
    private Registers() {}

    /// A text of a paper's present version.
    ///
    /// @param release its own, as the store writes it; empty for as its paper
    /// @param program who read claims in it; empty where nothing was found
    private record Held(Shelf.Row row, String text, int ordinal, String release, String program) {}

    static Register of(Shelf shelf, Proposals proposals) throws SQLException {
        var decisions = Decisions.visible(shelf);
        var onText = new HashMap<String, List<Decided>>();
        for (var d : decisions) {
            var text = Decisions.text(d.what());
            if (!text.isEmpty()) onText.computeIfAbsent(text, _ -> new ArrayList<>()).add(d);
        }
        var texts = new ArrayList<DecidedText>();
        var seen = new HashSet<String>();
        for (var open : texts(shelf, onText.keySet())) {
            seen.add(open.text());
            var read = proposals.of(shelf, open.row(), open.ordinal(), open.program());
            var decided = onText.get(open.text());
            texts.add(decided == null ? read.proposed() : read.proposed().with(read.paper(), open.text(), plain(shelf, open), decided));
        }
        return Register.of(texts, decisions.stream().filter(d -> Decisions.text(d.what()).isEmpty() || seen.contains(Decisions.text(d.what()))).toList());
    }

    /// The texts in which something was read or decided, of the present versions, that the reader may see; in the order of sources and delivery paths.
    private static List<Held> texts(Shelf shelf, Set<String> decided) throws SQLException {
        var sql = "select " + Shelf.columns()
                + ", t.id, t.ordinal, t.release, case when length(g.found) > 0 then g.program else '' end from record r join text t on t.record = r.seq and "
                + "t.n = r.head"
                + " left join reading g on g.record = t.record and g.n = t.n and g.ordinal = t.ordinal and g.what = '"
                + Claims.WHAT + "' where " + Shelf.VISIBLE + " order by r.source, r.path, t.ordinal";
        var open = new ArrayList<Held>();
        for (var held : list(shelf.c(), sql, r -> new Held(Shelf.row(r), r.getString(11), r.getInt(12), r.getString(13), r.getString(14)),
                shelf.today(), shelf.clearance())) {
            if ((!held.program().isEmpty() || decided.contains(held.text())) && shelf.isOpen(held.row(), held.release())) open.add(held);
        }
        return open;
    }

    private static String plain(Shelf shelf, Held open) throws SQLException {
        var bodies = list(shelf.c(), "select body from text where record = ? and n = ? and ordinal = ?",
                r -> r.getBytes(1), open.row().seq(), open.row().head(), open.ordinal());
        return PlainLayer.of(Codec.text(Packing.unpack(bodies.getFirst()))).text();
    }

    /// A paper as the graph of sources needs it.
    static Paper paper(Shelf shelf, Shelf.Row row) throws SQLException {
        var card = shelf.card(row);
        return new Paper(row.id(), card.title(), card.from(), card.to(), card.dating().edtf());
    }
}
