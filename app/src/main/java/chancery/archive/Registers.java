package chancery.archive;

import static chancery.archive.Database.list;

import chancery.claim.Attestation.Paper;
import chancery.claim.Decided;
import chancery.claim.DecidedText;
import chancery.claim.Decision;
import chancery.claim.Register;
import chancery.document.PlainLayer;
import chancery.document.RecordId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Gathers what one reader may see of claims, and has it concluded by the pure rules of [Register].
final class Registers {
    private Registers() {}

    /// A text that is open to the reader.
    private record Open(Shelf.Row row, String text, int ordinal) {
        Proposals.Place place() {
            return new Proposals.Place(row.seq(), row.head(), ordinal);
        }
    }

    static Register of(Shelf shelf, Proposals proposals) throws SQLException {
        var read = proposals.places(shelf.c());
        var decisions = Decisions.visible(shelf);
        var onText = new LinkedHashMap<String, List<Decided>>();
        for (var d : decisions) {
            var text = Decisions.text(d.what());
            if (!text.isEmpty()) onText.computeIfAbsent(text, _ -> new ArrayList<>()).add(d);
        }
        var texts = new ArrayList<DecidedText>();
        var seen = new HashMap<String, Open>();
        for (var open : texts(shelf, onText, read)) {
            seen.put(open.text(), open);
            var plain = onText.containsKey(open.text()) ? plain(shelf, open) : "";
            var program = read.get(open.place());
            var proposed = program == null ? Proposals.Read.NOTHING : proposals.of(shelf.c(), open.place(), program);
            texts.add(DecidedText.of(paper(shelf, open.row()), open.text(), plain, proposed.claims(), proposed.inquiries(), onText.getOrDefault(open.text(), List.of())));
        }
        return Register.of(texts, decisions.stream().filter(d -> Decisions.text(d.what()).isEmpty() || seen.containsKey(Decisions.text(d.what()))).toList());
    }

    /// The texts in which something was read or decided, of the present versions, that the reader may see; in the order of sources and delivery paths.
    private static List<Open> texts(Shelf shelf, Map<String, List<Decided>> decided, Map<Proposals.Place, String> read) throws SQLException {
        var records = new HashSet<RecordId>();
        for (var decisions : decided.values()) records.add(record(decisions.getFirst().what()));
        var seqs = new HashSet<Long>();
        for (var place : read.keySet()) seqs.add(place.record());
        var open = new ArrayList<Open>();
        for (var row : shelf.rows("select " + Shelf.columns() + " from record r where " + Shelf.VISIBLE + " order by r.source, r.path", shelf.today(), shelf.clearance())) {
            if (!seqs.contains(row.seq()) && !records.contains(row.id())) continue;
            for (var text : shelf.openTexts(row)) {
                var one = new Open(row, text.id(), text.ordinal());
                if (decided.containsKey(text.id()) || read.containsKey(one.place())) open.add(one);
            }
        }
        return open;
    }

    private static RecordId record(Decision d) {
        return switch (d) {
            case Decision.Reading r -> r.record();
            case Decision.Inquired q -> q.record();
            case Decision.Joined _, Decision.Parted _, Decision.Evidence _, Decision.Assessed _, Decision.SourceGraded _, Decision.Answered _ -> throw new IllegalArgumentException("not about a place: " + d);
        };
    }

    private static String plain(Shelf shelf, Open open) throws SQLException {
        var bodies = list(shelf.c(), "select body from text where record = ? and n = ? and ordinal = ?", r -> r.getBytes(1), open.row().seq(), open.row().head(), open.ordinal());
        return PlainLayer.of(Codec.text(Packing.unpack(bodies.getFirst()))).text();
    }

    /// A paper as the graph of sources needs it.
    static Paper paper(Shelf shelf, Shelf.Row row) throws SQLException {
        var card = shelf.card(row);
        return new Paper(row.id(), card.title(), card.from(), card.to(), card.dating().edtf());
    }
}
