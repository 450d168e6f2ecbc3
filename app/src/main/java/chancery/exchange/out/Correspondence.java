package chancery.exchange.out;

import chancery.archive.Card;
import chancery.archive.ReadingRoom;
import chancery.cable.Exchange;
import chancery.cable.Exchange.Sent;
import chancery.document.Dating;
import chancery.document.Edtf;
import chancery.document.RecordId;
import chancery.document.TextXml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Messages as the Text Encoding Initiative describes correspondence (TEI P5, `correspDesc`): who sent, from where and when, who received, and what
/// stands before and after in the exchange. In a record's own TEI, and for all exchanges as one TEI file after the *Correspondence Metadata Interchange
/// Format*.
public final class Correspondence {
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private Correspondence() {}

    /// The `correspDesc` of a record; empty where nobody is named as sender or recipient.
    ///
    /// @param base the address under which readers reach the archive, without a slash at its end; may be empty
    public static String describe(Card card, Optional<Exchange> exchange, ReadingRoom room, String base) {
        return describe(card, exchange, exchange.map(e -> ThreadRows.cards(room, e)).orElse(Map.of()), base);
    }

    private static String describe(Card card, Optional<Exchange> exchange, Map<RecordId, Card> cards, String base) {
        if (card.from().isEmpty() && card.to().isEmpty()) return "";
        var out = new StringBuilder("<correspDesc ref=\"").append(x(at(card, base))).append("\">\n");
        out.append("<correspAction type=\"sent\">");
        names(out, card.from());
        if (!card.dating().place().isEmpty()) out.append("<placeName>").append(x(card.dating().place())).append("</placeName>");
        out.append(date(card.dating())).append(card.from().isEmpty() && card.dating().place().isEmpty() && date(card.dating()).isEmpty() ? "<p/>" : "")
                .append("</correspAction>\n");
        if (!card.to().isEmpty()) {
            out.append("<correspAction type=\"received\">");
            names(out, card.to());
            out.append("</correspAction>\n");
        }
        exchange.ifPresent(e -> context(out, card.id(), e, cards, base));
        return out.append("</correspDesc>").toString();
    }

    private static void names(StringBuilder out, List<String> names) {
        for (var name : names) out.append("<name>").append(x(name)).append("</name>");
    }

    /// The day and hour at the place of writing, without a zone: the attributes of TEI's `att.datable.w3c`.
    private static String date(Dating dating) {
        if (dating.edtf().isEmpty()) return dating.asWritten().isEmpty() ? "" : "<date>" + x(dating.asWritten()) + "</date>";
        var edtf = dating.edtf().get();
        var when = new ArrayList<String>();
        if (edtf.first().equals(edtf.last())) when.add("when=\"" + edtf.first() + dating.time().map(t -> "T" + HOUR.format(t)).orElse("") + "\"");
        else {
            if (!edtf.first().equals(LocalDate.MIN)) when.add("notBefore=\"" + edtf.first() + "\"");
            if (!edtf.last().equals(LocalDate.MAX)) when.add("notAfter=\"" + edtf.last() + "\"");
        }
        if (edtf.approximate() || edtf.uncertain()) when.add("cert=\"low\"");
        return "<date " + String.join(" ", when) + ">" + x(dating.asWritten().isEmpty() ? edtf.text() : dating.asWritten()) + "</date>";
    }

    /// What stands before and after in the exchange, and what it answers and what answers it.
    private static void context(StringBuilder out, RecordId record, Exchange exchange, Map<RecordId, Card> cards, String base) {
        var messages = exchange.messages();
        var here = messages.indexOf(record);
        out.append("<correspContext>");
        if (here > 0) ref(out, "prev", cards.get(messages.get(here - 1)), base);
        if (here < messages.size() - 1) ref(out, "next", cards.get(messages.get(here + 1)), base);
        for (var turn : exchange.answers(record)) if (turn instanceof Sent sent) ref(out, "answers", cards.get(sent.message()), base);
        for (var turn : exchange.answeredBy(record)) if (turn instanceof Sent sent) ref(out, "answeredBy", cards.get(sent.message()), base);
        out.append("</correspContext>\n");
    }

    private static void ref(StringBuilder out, String type, @Nullable Card card, String base) {
        if (card != null)
            out.append("<ref type=\"").append(type).append("\" target=\"").append(x(at(card, base))).append("\">").append(x(card.title())).append("</ref>");
    }

    private static String at(Card card, String base) {
        return base + "/record/" + card.id() + "/" + card.slug();
    }

    /// Writes every message of every exchange that the room shows, exchange by exchange; returns how many exchanges. Flushes, does not close.
    ///
    /// @param title of the archive
    /// @throws UncheckedIOException where it cannot be written
    public static long write(ReadingRoom room, Writer out, String title, String base) {
        try {
            out.write(
                    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TEI "
                    + "xmlns=\"http://www.tei-c.org/ns/1.0\">\n<teiHeader>\n<fileDesc>\n<titleStmt><title>Exchanges in "
                    + x(title) + "</title></titleStmt>\n<publicationStmt><publisher>" + x(title)
                    + "</publisher></publicationStmt>\n<sourceDesc><p>Concluded from the messages and from what they say of one "
                            + "another.</p></sourceDesc>\n</fileDesc>\n<profileDesc>\n");
            var exchanges = room.exchanges();
            for (var exchange : exchanges) {
                Map<RecordId, Card> cards = ThreadRows.cards(room, exchange);
                for (var message : exchange.messages()) {
                    var card = cards.get(message);
                    if (card != null) out.write(describe(card, Optional.of(exchange), cards, base) + "\n");
                }
            }
            out.write("</profileDesc>\n</teiHeader>\n<text><body><p/></body></text>\n</TEI>\n");
            out.flush();
            return exchanges.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String x(String words) {
        return TextXml.escape(words);
    }
}
