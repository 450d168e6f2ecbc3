package chancery.exchange.out;

import chancery.archive.Card;
import chancery.archive.ReadingRoom;
import chancery.cable.Exchange;
import chancery.cable.Exchange.Link;
import chancery.cable.Exchange.Missing;
import chancery.cable.Exchange.Sent;
import chancery.cable.Exchange.Turn;
import chancery.cable.Hole;
import chancery.document.Edtf;
import chancery.document.Kind;
import chancery.document.RecordId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `export --what threads` and `--what versions` as rows: a row for each exchange, with its turns in order and what ties them; a row for each paper that
/// is proposed as a version of another.
public final class ThreadRows {
    private ThreadRows() {}

    /// Writes every exchange that the room shows, in the order of first messages; returns how many.
    public static long write(ReadingRoom room, Rows rows) {
        var exchanges = room.exchanges();
        for (var exchange : exchanges) rows.write(row(exchange, cards(room, exchange)));
        return exchanges.size();
    }

    /// Writes every kinship that the room shows, family by family; returns how many.
    public static long versions(ReadingRoom room, Rows rows) {
        var many = 0L;
        for (var family : room.families()) {
            var cards = cards(room, family.versions());
            for (var kinship : family.kinships()) {
                var row = new LinkedHashMap<String, @Nullable Object>();
                row.put("document", document(cards, kinship.of()));
                row.put("of", document(cards, kinship.to()));
                row.put("kind", kinship.kind().word());
                row.put("confidence", kinship.confidence());
                row.put("reason", kinship.reason());
                rows.write(row);
                many++;
            }
        }
        return many;
    }

    static Map<RecordId, Card> cards(ReadingRoom room, Exchange exchange) {
        return cards(room, exchange.messages());
    }

    private static Map<RecordId, Card> cards(ReadingRoom room, List<RecordId> ids) {
        var cards = new HashMap<RecordId, Card>();
        for (var card : room.cards(ids)) cards.put(card.id(), card);
        return cards;
    }

    private static @Nullable String document(Map<RecordId, Card> cards, RecordId id) {
        var card = cards.get(id);
        return card == null ? null : card.document();
    }

    private static Map<String, @Nullable Object> row(Exchange exchange, Map<RecordId, Card> cards) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("thread", exchange.id().value());
        row.put("parties", exchange.parties());
        var turns = new ArrayList<Map<String, @Nullable Object>>();
        for (var turn : exchange.turns()) turns.add(turn(exchange, turn, cards));
        row.put("turns", turns);
        var links = new ArrayList<Map<String, @Nullable Object>>();
        for (var link : exchange.links()) links.add(link(link));
        row.put("links", links);
        return row;
    }

    private static Map<String, @Nullable Object> turn(Exchange exchange, Turn turn, Map<RecordId, Card> cards) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("party", exchange.parties().get(turn.party()));
        switch (turn) {
            case Sent sent -> {
                var card = cards.get(sent.message());
                row.put("document", document(cards, sent.message()));
                row.put("hole", null);
                row.put("number", card == null || card.number().isEmpty() ? null : card.number());
                row.put("date", card == null ? null : card.dating().edtf().map(Edtf::text).orElse(null));
            }
            case Missing missing -> {
                row.put("document", null);
                row.put("hole", name(missing.hole()));
                row.put("number", missing.hole().number());
                row.put("date", missing.hole().date().map(Edtf::text).orElse(null));
            }
        }
        return row;
    }

    private static Map<String, @Nullable Object> link(Link link) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("later", link.later());
        row.put("earlier", link.earlier());
        row.put("tie", word(link));
        row.put("reason", link.reason());
        return row;
    }

    /// `takes up`.
    static String word(Link link) {
        return link.tie().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /// `cablegram 4867`.
    static String name(Hole hole) {
        return (hole.kind().map(Kind::word).orElse("message") + " " + hole.number()).strip();
    }
}
