package chancery.web;

import chancery.archive.Card;
import chancery.archive.ReadingRoom;
import chancery.archive.RecordView;
import chancery.cable.Exchange;
import chancery.cable.Exchange.Link;
import chancery.cable.Exchange.Missing;
import chancery.cable.Exchange.Sent;
import chancery.cable.Exchange.Tie;
import chancery.cable.Exchange.Turn;
import chancery.cable.Hole;
import chancery.document.Edtf;
import chancery.document.PlainLayer;
import chancery.document.RecordId;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The page of an exchange: its picture, and the same as a list.
///
/// @param exchange the exchange
/// @param title    of the page: its parties
/// @param sub      how many messages, and of what time
/// @param picture  its lanes
/// @param rows     its turns as a list
public record ExchangePage(Exchange exchange, String title, List<String> sub, LanePicture picture, List<Row> rows) {
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final int FIRST_WORDS = 240;

    /// A turn in the list.
    ///
    /// @param id     its place on the page; never empty
    /// @param to     where it leads; empty for a message that is not here
    /// @param name   `Cablegram 219`
    /// @param when   day, hour and place in words
    /// @param who    `Bruce → Curtin`
    /// @param words  its first words; for a message that is not here, who mentions it
    /// @param stamps marking and precedence
    /// @param ties   what it answers, continues and takes up
    /// @param here   whether the reader comes from it
    public record Row(String id, String to, String name, String when, String who, String words, List<String> stamps, List<Tied> ties, boolean here) {}

    /// What ties a turn to earlier ones: `Answers`, and their names with their places on the page.
    public record Tied(String how, List<Map.Entry<String, String>> others) {}

    /// @param from the record that the reader comes from; any of its messages
    static ExchangePage of(Exchange exchange, RecordId from, ReadingRoom room) {
        var cards = new HashMap<RecordId, Card>();
        for (var card : room.cards(exchange.messages())) cards.put(card.id(), card);
        var drawn = new ArrayList<LanePicture.Drawn>();
        var rows = new ArrayList<Row>();
        Optional<LocalDate> before = Optional.empty();
        for (var i = 0; i < exchange.turns().size(); i++) {
            var turn = exchange.turns().get(i);
            var day = day(turn, cards);
            var silence = before.flatMap(b -> day.map(d -> Math.max(0, ChronoUnit.DAYS.between(b, d)))).orElse(0L);
            if (day.isPresent()) before = day;
            switch (turn) {
                case Sent sent -> {
                    var card = cards.get(sent.message());
                    if (card == null) continue; // withdrawn between two reads
                    var words = room.record(sent.message()).map(ExchangePage::firstWords).orElse("");
                    drawn.add(drawn(card, sent, words, silence, sent.message().equals(from)));
                    rows.add(new Row("m-" + card.id(), View.at(card), name(card), when(card), parties(card),
                            words, card.marking(), ties(exchange, i, cards), sent.message().equals(from)));
                }
                case Missing missing -> {
                    var hole = missing.hole();
                    drawn.add(drawn(hole, missing, silence));
                    rows.add(new Row("h-" + i, "", name(hole), hole.date().map(DateInWords::full).orElse("Date not known"),
                            exchange.parties().get(missing.party()), mentioned(hole), List.of(), ties(exchange, i, cards), false));
                }
            }
        }
        if (drawn.size() != exchange.turns().size()) throw new IllegalStateException("the exchange has changed while it was read");
        return new ExchangePage(exchange, title(exchange), sub(exchange, cards), LanePicture.of(exchange, drawn), rows);
    }

    private static Optional<LocalDate> day(Turn turn, Map<RecordId, Card> cards) {
        var date = switch (turn) {
            case Sent sent -> Optional.ofNullable(cards.get(sent.message())).flatMap(c -> c.dating().edtf());
            case Missing missing -> missing.hole().date();
        };
        return date.map(Edtf::first).filter(d -> !d.equals(LocalDate.MIN));
    }

    private static LanePicture.Drawn drawn(Card card, Sent sent, String words, long silence, boolean here) {
        var hour = card.dating().time().map(HOUR::format).orElse("");
        var place = card.dating().place();
        var day = card.dating().edtf().map(DateInWords::brief).orElse("Undated");
        var label = name(card) + ", " + parties(card) + ", " + day + (hour.isEmpty() ? "" : ", " + hour) + (place.isEmpty() ? "" : ", " + place)
                + (card.marking().isEmpty() ? "" : ", " + String.join(", ", card.marking())) + ": " + words;
        return new LanePicture.Drawn(sent.party(), View.at(card), label, name(card), card.number(), hour, place, day, silence, words, card.marking(), here);
    }

    private static LanePicture.Drawn drawn(Hole hole, Missing missing, long silence) {
        var day = hole.date().map(DateInWords::brief).orElse("Date not known");
        return new LanePicture.Drawn(missing.party(), "", name(hole) + ", " + day + ": " + mentioned(hole), name(hole), hole.number(),
                "", "", day, silence, "Not open here; mentioned in " + View.papers(hole.mentionedBy().size()), List.of(), false);
    }

    private static String when(Card card) {
        var day = card.dating().edtf().map(DateInWords::full).orElse(card.dating().asWritten());
        return (day.isEmpty() ? "Undated" : day) + card.dating().time().map(t -> ", " + HOUR.format(t)).orElse("")
                + (card.dating().place().isEmpty() ? "" : ", " + card.dating().place());
    }

    static String name(Card card) {
        return (View.kind(card.kind()) + " " + card.number()).strip();
    }

    static String name(Hole hole) {
        return (hole.kind().map(View::kind).orElse("Message") + " " + hole.number()).strip();
    }

    static String mentioned(Hole hole) {
        return "Mentioned in " + View.papers(hole.mentionedBy().size()) + "; not among the papers open here";
    }

    private static String parties(Card card) {
        var from = String.join(", ", card.from());
        var to = String.join(", ", card.to());
        return from.isEmpty() && to.isEmpty() ? card.title() : from.isEmpty() ? "to " + to : to.isEmpty() ? from : from + " → " + to;
    }

    private static List<Tied> ties(Exchange exchange, int turn, Map<RecordId, Card> cards) {
        var tied = new ArrayList<Tied>();
        for (var tie : Tie.values()) {
            if (tie == Tie.RUNS_ON) continue;
            var others = exchange.links().stream().filter(l -> l.later() == turn && l.tie() == tie)
                    .map(Link::earlier).collect(Collectors.toCollection(LinkedHashSet::new));
            if (!others.isEmpty()) tied.add(new Tied(word(tie), others.stream().map(o -> place(exchange.turns().get(o), o, cards)).toList()));
        }
        return tied;
    }

    private static Map.Entry<String, String> place(Turn turn, int at, Map<RecordId, Card> cards) {
        return switch (turn) {
            case Sent sent -> Map.entry(Optional.ofNullable(cards.get(sent.message())).map(card -> of(name(card), card.dating().edtf())).orElse("Paper"),
                    "#m-" + sent.message());
            case Missing missing -> Map.entry(of(name(missing.hole()), missing.hole().date()), "#h-" + at);
        };
    }

    /// `Cablegram of 28 Oct 1939`: many a message has no number to tell it by.
    private static String of(String name, Optional<Edtf> date) {
        return name + date.map(day -> " of " + DateInWords.brief(day)).orElse("");
    }

    private static String word(Tie tie) {
        return switch (tie) {
            case ANSWERS -> "Answers";
            case CONTINUES -> "Continues";
            case RUNS_ON -> "Runs on from";
            case TAKES_UP -> "Takes up";
        };
    }

    /// The first words behind the heading: those of the first block that is more than a mark or an address.
    private static String firstWords(RecordView view) {
        if (view.texts().isEmpty()) return view.description().summary();
        var skip = view.heading().map(h -> h.heading().headingLines()).orElse(0);
        var words = new StringBuilder();
        for (var line : PlainLayer.of(view.texts().getFirst().text()).text().split("\n")) {
            if (skip-- > 0 || words.isEmpty() && line.split(" ").length < 4) continue;
            words.append(words.isEmpty() ? "" : " ").append(line.replace('\t', ' '));
            if (words.length() >= FIRST_WORDS) break;
        }
        return words.length() <= FIRST_WORDS ? words.toString()
                : words.substring(0, words.lastIndexOf(" ", FIRST_WORDS) > 0 ? words.lastIndexOf(" ", FIRST_WORDS) : FIRST_WORDS) + " …";
    }

    /// `Tressider and Department of External Affairs`.
    static String title(Exchange exchange) {
        var names = exchange.parties();
        return names.size() == 1 ? names.getFirst() : names.size() == 2 ? names.getFirst() + " and " + names.getLast()
                : names.size() <= 4 ? String.join("; ", names.subList(0, names.size() - 1)) + " and " + names.getLast()
                : String.join("; ", names.subList(0, 3)) + " and " + View.many(names.size() - 3, "other", "others");
    }

    private static List<String> sub(Exchange exchange, Map<RecordId, Card> cards) {
        var sub = new ArrayList<String>();
        sub.add(View.many(exchange.messages().size(), "message", "messages"));
        if (!exchange.holes().isEmpty()) sub.add(exchange.holes().size() + " more not among the papers open here");
        span(cards.values()).map(DateInWords::full).ifPresent(sub::add);
        return sub;
    }

    /// From the first day to the last of some papers.
    static Optional<Edtf> span(Iterable<Card> cards) {
        var first = LocalDate.MAX;
        var last = LocalDate.MIN;
        for (var card : cards) {
            var date = card.dating().edtf();
            if (date.isEmpty() || date.get().first().equals(LocalDate.MIN) || date.get().last().equals(LocalDate.MAX)) continue;
            if (date.get().first().isBefore(first)) first = date.get().first();
            if (date.get().last().isAfter(last)) last = date.get().last();
        }
        return first.isAfter(last) ? Optional.empty() : Edtf.parse(first.equals(last) ? first.toString() : first + "/" + last);
    }
}
