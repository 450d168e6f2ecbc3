package chancery.web;

import chancery.archive.Card;
import chancery.archive.ReadingRoom;
import chancery.cable.Exchange;
import chancery.document.Edtf;
import chancery.document.RecordId;
import chancery.search.DateWords;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/// A page of the list of exchanges.
///
/// @param chosen which of them, in what order
/// @param lines  on this page
/// @param pager  the way to the other pages
public record ExchangesPage(Chosen chosen, List<Line> lines, Pager pager) {
    private static final int PAGE = 50;

    /// An exchange in one line.
    public record Line(RecordId id, String title, String span, String many) {}

    /// Which exchanges, and in what order.
    ///
    /// @param with    words of the names of those who speak, whatever their capitals and accents; empty for anybody
    /// @param from    a message is of this day or later
    /// @param to      a message is of this day or earlier
    /// @param longest whether those with the most messages come first, else they go by the day they begin
    public record Chosen(String with, Optional<Edtf> from, Optional<Edtf> to, boolean longest) {
        /// The address of a page of them, from 1.
        String address(int page) {
            var query = new StringJoiner("&", "?", "").setEmptyValue("");
            if (!with.isEmpty()) query.add("with=" + View.encode(with));
            from.ifPresent(d -> query.add("from=" + View.encode(d.text())));
            to.ifPresent(d -> query.add("to=" + View.encode(d.text())));
            if (longest) query.add("sort=longest");
            if (page > 1) query.add("page=" + page);
            return "/exchanges" + query;
        }

        /// The same in the one order or the other.
        public String inOrder(boolean longestFirst) {
            return new Chosen(with, from, to, longestFirst).address(1);
        }

        /// Whether none is left out.
        public boolean isAll() {
            return with.isEmpty() && isOfAllTime();
        }

        private boolean isOfAllTime() {
            return from.isEmpty() && to.isEmpty();
        }

        private boolean speaks(Exchange exchange) {
            if (with.isEmpty()) return true;
            var names = View.plain(String.join(" ", exchange.parties()));
            return Arrays.stream(View.plain(with).split("\\s+")).allMatch(names::contains);
        }

        private boolean holds(Optional<Edtf> span) {
            return span.map(s -> !s.last().isBefore(from.map(Edtf::first).orElse(LocalDate.MIN))
                    && !s.first().isAfter(to.map(Edtf::last).orElse(LocalDate.MAX))).orElse(false);
        }
    }

    /// @param said the page wanted, from 1
    static ExchangesPage of(ReadingRoom room, Chosen chosen, int said) {
        var all = room.exchanges().stream().filter(chosen::speaks).toList();
        if (!chosen.isOfAllTime()) {
            var cards = cards(all, room);
            all = all.stream().filter(e -> chosen.holds(span(e, cards))).toList();
        }
        if (chosen.longest()) all = all.stream().sorted(Comparator.comparing((Exchange e) -> -e.messages().size())).toList();
        var shown = all.stream().skip((said - 1L) * PAGE).limit(PAGE).toList();
        var cards = cards(shown, room);
        return new ExchangesPage(chosen, shown.stream().map(e -> line(e, cards)).toList(), new Pager(said, PAGE, all.size(), chosen::address));
    }

    /// The first and the last message of each.
    private static Map<RecordId, Card> cards(List<Exchange> exchanges, ReadingRoom room) {
        var cards = new HashMap<RecordId, Card>();
        for (var card : room.cards(exchanges.stream().flatMap(e -> ends(e).stream()).toList())) cards.put(card.id(), card);
        return cards;
    }

    private static List<RecordId> ends(Exchange exchange) {
        var messages = exchange.messages();
        return List.of(messages.getFirst(), messages.getLast());
    }

    private static Optional<Edtf> span(Exchange exchange, Map<RecordId, Card> cards) {
        return ExchangePage.span(ends(exchange).stream().flatMap(id -> Optional.ofNullable(cards.get(id)).stream()).toList());
    }

    private static Line line(Exchange exchange, Map<RecordId, Card> cards) {
        return new Line(exchange.id(), ExchangePage.title(exchange), span(exchange, cards).map(DateInWords::months).orElse(""),
                View.many(exchange.messages().size(), "message", "messages"));
    }

    /// What stands in the field of the first day.
    public String from() {
        return chosen.from().map(DateWords::typed).orElse("");
    }

    public String to() {
        return chosen.to().map(DateWords::typed).orElse("");
    }
}
