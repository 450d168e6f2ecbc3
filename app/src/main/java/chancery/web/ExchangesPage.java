package chancery.web;

import chancery.archive.ReadingRoom;
import chancery.cable.Exchange;
import chancery.document.RecordId;
import java.util.List;

/// A page of the list of exchanges, by the day they begin.
///
/// @param lines on this page
/// @param total on all pages
public record ExchangesPage(List<Line> lines, long total) {

    /// An exchange in one line.
    public record Line(RecordId id, String title, String span, String many) {}

    /// @param page from 1
    /// @param size lines to a page
    static ExchangesPage of(ReadingRoom room, int page, int size) {
        var all = room.exchanges();
        var from = Math.min(all.size(), (page - 1L) * size);
        var some = all.subList((int) from, (int) Math.min(all.size(), from + size));
        return new ExchangesPage(some.stream().map(e -> line(e, room)).toList(), all.size());
    }

    private static Line line(Exchange exchange, ReadingRoom room) {
        var ends = List.of(exchange.messages().getFirst(), exchange.messages().getLast());
        var span = ExchangePage.span(room.cards(ends)).map(DateInWords::months).orElse("");
        return new Line(exchange.id(), ExchangePage.title(exchange), span, View.many(exchange.messages().size(), "message", "messages"));
    }
}
