package chancery.exchange.out;

import chancery.archive.Card;
import chancery.archive.ReadingRoom;
import chancery.authority.Authority;
import chancery.claim.Attestation;
import chancery.claim.Claim;
import chancery.claim.SourceChain;
import chancery.claim.Span;
import chancery.document.Edtf;
import chancery.document.RecordId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `export --what claims`: a row for each attestation that the room shows, whatever its state; `state` tells whose reading it is.
public final class ClaimRows {
    private ClaimRows() {}

    /// An attestation with its claim and its paper.
    record Row(Card paper, Claim claim, Attestation attestation) {}

    /// Every attestation, in the order of delivery paths and places.
    static List<Row> rows(ReadingRoom room) {
        var register = room.claims();
        var ids = new LinkedHashSet<RecordId>();
        for (var claim : register.claims()) for (var a : claim.attestations()) ids.add(a.paper().record());
        var papers = new HashMap<RecordId, Card>();
        room.cards(List.copyOf(ids)).forEach(card -> papers.put(card.id(), card));
        var rows = new ArrayList<Row>();
        for (var claim : register.claims()) {
            for (var a : claim.attestations()) {
                var paper = papers.get(a.paper().record());
                if (paper != null) rows.add(new Row(paper, claim, a));
            }
        }
        rows.sort(Comparator.<Row, String>comparing(r -> r.paper().document()).thenComparing(r -> r.attestation().text())
                .thenComparingInt(r -> r.attestation().content().start()).thenComparing(r -> r.attestation().id()));
        return rows;
    }

    /// Writes every attestation; returns how many.
    public static long write(ReadingRoom room, Rows to) {
        var rows = rows(room);
        for (var row : rows) to.write(row(row.paper(), row.claim(), row.attestation()));
        return rows.size();
    }

    /// The row of one attestation.
    public static Map<String, @Nullable Object> row(Card paper, Claim claim, Attestation a) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("document", paper.document());
        row.put("text", a.text());
        row.put("claim", claim.id());
        row.put("attestation", a.id());
        row.put("content", a.content().quotation());
        row.put("cue", a.cue().isEmpty() ? null : a.cue());
        row.put("chain", a.chain().words());
        row.put("stance", a.stance().word());
        row.put("caution", a.caution().isEmpty() ? null : a.caution());
        row.put("start", a.content().start());
        row.put("end", a.content().end());
        row.put("state", a.state().word());
        row.put("supposed", supposed(a.chain()));
        row.put("modes", a.chain().links().stream().map(l -> l.mode().word()).toList());
        row.put("about", a.about().map(Edtf::text).orElse(null));
        row.put("said", a.said().map(Edtf::text).orElse(null));
        row.put("authorities", a.chain().words().stream().map(w -> claim.identities().of(w, a.paper()).map(Authority::id).orElse(null)).toList());
        return row;
    }

    /// Whom a source of the chain spoke to, where nobody says that it was they who passed it on; of
    /// several the one nearest the origin. Null where there is none.
    private static @Nullable String supposed(SourceChain chain) {
        return chain.links().reversed().stream().flatMap(l -> l.supposed().stream()).map(Span::quotation).findFirst().orElse(null);
    }
}
