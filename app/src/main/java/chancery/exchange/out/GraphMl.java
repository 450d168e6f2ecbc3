package chancery.exchange.out;

import chancery.archive.Card;
import chancery.archive.ReadingRoom;
import chancery.cable.Exchange;
import chancery.cable.Exchange.Missing;
import chancery.cable.Exchange.Sent;
import chancery.document.Edtf;
import chancery.document.TextXml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// `export --what threads --as graphml`: every exchange in one directed graph (GraphML 1.0), for programs that draw and count networks. A node is a
/// message or a hole, an edge leads from what speaks to what is spoken of; the exchange a node belongs to is one of its data.
public final class GraphMl {
    private static final Map<String, List<String>> KEYS = new LinkedHashMap<>();
    static {
        for (var key : List.of("exchange", "document", "title", "number", "date", "time", "place", "party", "from", "to", "marking"))
            KEYS.put(key, List.of("node", "string"));
        KEYS.put("turn", List.of("node", "int"));
        KEYS.put("here", List.of("node", "boolean"));
        KEYS.put("tie", List.of("edge", "string"));
        KEYS.put("reason", List.of("edge", "string"));
    }

    private final Writer out;

    private GraphMl(Writer out) {
        this.out = out;
    }

    /// Writes every exchange that the room shows, in the order of first messages; returns how many. Flushes, does not close.
    ///
    /// @throws UncheckedIOException where it cannot be written
    public static long write(ReadingRoom room, Writer out) {
        try {
            var graph = new GraphMl(out);
            graph.open();
            var exchanges = room.exchanges();
            for (var exchange : exchanges) graph.exchange(exchange, ThreadRows.cards(room, exchange));
            out.write("</graph>\n</graphml>\n");
            out.flush();
            return exchanges.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void open() throws IOException {
        out.write("""
                <?xml version="1.0" encoding="UTF-8"?>
                <graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
                """);
        for (var key : KEYS.entrySet())
            out.write("<key id=\"" + key.getKey() + "\" for=\"" + key.getValue().getFirst() + "\" attr.name=\""
                    + key.getKey() + "\" attr.type=\"" + key.getValue().getLast() + "\"/>\n");
        out.write("<graph id=\"exchanges\" edgedefault=\"directed\">\n");
    }

    private void exchange(Exchange exchange, Map<chancery.document.RecordId, Card> cards) throws IOException {
        for (var i = 0; i < exchange.turns().size(); i++) {
            var data = new LinkedHashMap<String, String>();
            data.put("exchange", exchange.id().value());
            data.put("turn", Integer.toString(i + 1));
            var turn = exchange.turns().get(i);
            data.put("party", exchange.parties().get(turn.party()));
            switch (turn) {
                case Sent sent -> {
                    data.put("here", "true");
                    var card = cards.get(sent.message());
                    if (card != null) describe(card, data);
                }
                case Missing missing -> {
                    data.put("here", "false");
                    data.put("title", ThreadRows.name(missing.hole()));
                    data.put("number", missing.hole().number());
                    data.put("date", missing.hole().date().map(Edtf::text).orElse(""));
                    data.put("from", String.join("; ", missing.hole().from()));
                    data.put("to", String.join("; ", missing.hole().to()));
                }
            }
            out.write("<node id=\"" + node(exchange, i) + "\">");
            data(data);
            out.write("</node>\n");
        }
        for (var link : exchange.links()) {
            out.write("<edge source=\"" + node(exchange, link.later()) + "\" target=\"" + node(exchange, link.earlier()) + "\">");
            data(Map.of("tie", ThreadRows.word(link)));
            data(Map.of("reason", link.reason()));
            out.write("</edge>\n");
        }
    }

    private static void describe(Card card, Map<String, String> data) {
        data.put("document", card.document());
        data.put("title", card.title());
        data.put("number", card.number());
        data.put("date", card.dating().edtf().map(Edtf::text).orElse(""));
        data.put("time", card.dating().time().map(Object::toString).orElse(""));
        data.put("place", card.dating().place());
        data.put("from", String.join("; ", card.from()));
        data.put("to", String.join("; ", card.to()));
        data.put("marking", String.join("; ", card.marking()));
    }

    private static String node(Exchange exchange, int turn) {
        return "x" + exchange.id() + "-" + (turn + 1);
    }

    private void data(Map<String, String> values) throws IOException {
        for (var value : values.entrySet())
            if (!value.getValue().isEmpty()) out.write("<data key=\"" + value.getKey() + "\">" + TextXml.escape(value.getValue()) + "</data>");
    }
}
