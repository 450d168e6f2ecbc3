package chancery.web;

import chancery.archive.Card;
import chancery.archive.ReadingRoom;
import chancery.cable.Exchange;
import chancery.cable.Exchange.Missing;
import chancery.cable.Exchange.Sent;
import chancery.cable.Exchange.Turn;
import chancery.cable.VersionFamily;
import chancery.cable.VersionFamily.Kinship;
import chancery.document.RecordId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What stands beside a paper of its exchange and its other versions.
///
/// @param title      of the exchange; empty where the paper belongs to none
/// @param address    of the exchange; empty likewise
/// @param many       how many messages it has
/// @param dots       the turns about this one, in order
/// @param answers    what this paper answers: name and address, which is empty for what is not here
/// @param answeredBy what answers it
/// @param versions   its other versions, the surest first
public record ExchangeRail(String title, String address, int many, List<Dot> dots, List<Named> answers, List<Named> answeredBy, List<OtherVersion> versions) {
    private static final int BESIDE = 7;

    /// One turn on the line of dots.
    ///
    /// @param day  in short
    /// @param name whose it is and its number
    /// @param to   where it leads; empty for what is not here
    /// @param here whether it is this paper
    public record Dot(String day, String name, String to, boolean here) {}

    /// A message and where it leads.
    public record Named(String name, String to) {}

    /// Another form of this paper.
    ///
    /// @param how     `Paraphrase of`, `Verbatim in`
    /// @param title   of the other
    /// @param to      where it leads
    /// @param compare where the two are compared
    /// @param beside  where they stand beside each other
    /// @param reason  why it is proposed, with its confidence
    public record OtherVersion(String how, String title, String to, String compare, String beside, String reason) {}

    static ExchangeRail of(RecordId record, ReadingRoom room) {
        var exchange = room.exchange(record);
        var family = room.family(record);
        var ids = new ArrayList<RecordId>();
        exchange.ifPresent(e -> ids.addAll(e.messages()));
        family.ifPresent(f -> ids.addAll(f.versions()));
        var cards = new HashMap<RecordId, Card>();
        for (var card : room.cards(ids)) cards.put(card.id(), card);
        var versions = family.map(f -> versions(f, record, cards)).orElse(List.of());
        return exchange.map(e -> new ExchangeRail(ExchangePage.title(e), "/thread/" + record, e.messages().size(),
                dots(e, record, cards), named(e.answers(record), cards), named(e.answeredBy(record), cards), versions))
                .orElseGet(() -> new ExchangeRail("", "", 0, List.of(), List.of(), List.of(), versions));
    }

    private static List<Dot> dots(Exchange exchange, RecordId record, Map<RecordId, Card> cards) {
        var turns = exchange.turns();
        var here = 0;
        for (var i = 0; i < turns.size(); i++) if (turns.get(i) instanceof Sent sent && sent.message().equals(record)) here = i;
        var dots = new ArrayList<Dot>();
        for (var turn : turns.subList(Math.max(0, here - BESIDE), Math.min(turns.size(), here + BESIDE + 1))) {
            switch (turn) {
                case Sent sent -> {
                    var card = cards.get(sent.message());
                    if (card != null)
                        dots.add(new Dot(DateInWords.brief(card.dating()), exchange.parties().get(sent.party())
                                + (card.number().isEmpty() ? "" : ", " + card.number()), View.at(card), sent.message().equals(record)));
                }
                case Missing missing -> dots.add(new Dot(missing.hole().date().map(DateInWords::brief).orElse("Date not known"),
                        exchange.parties().get(missing.party()) + ", " + missing.hole().number() + ", not here", "", false));
            }
        }
        return dots;
    }

    private static List<Named> named(List<Turn> turns, Map<RecordId, Card> cards) {
        var named = new ArrayList<Named>();
        for (var turn : turns) {
            switch (turn) {
                case Sent sent -> {
                    var card = cards.get(sent.message());
                    if (card != null) named.add(new Named(ExchangePage.name(card) + " of " + DateInWords.brief(card.dating()), View.at(card)));
                }
                case Missing missing -> named.add(new Named(ExchangePage.name(missing.hole())
                        + missing.hole().date().map(d -> " of " + DateInWords.brief(d)).orElse("") + ", not among the papers open here", ""));
            }
        }
        return named;
    }

    private static List<OtherVersion> versions(VersionFamily family, RecordId record, Map<RecordId, Card> cards) {
        var versions = new ArrayList<OtherVersion>();
        for (var kinship : family.of(record)) {
            var card = cards.get(kinship.of().equals(record) ? kinship.to() : kinship.of());
            var two = "?a=" + kinship.to() + "&b=" + kinship.of();
            if (card != null)
                versions.add(new OtherVersion(how(kinship, kinship.of().equals(record)), card.title(), View.at(card), "/compare" + two,
                        "/beside" + two, kinship.reason() + ". Proposed, confidence " + Math.round(kinship.confidence() * 100) + " in a hundred."));
        }
        return versions;
    }

    /// What this paper is to the other, or the other to this.
    static String how(Kinship kinship, boolean mine) {
        return switch (kinship.kind()) {
            case VERBATIM -> "The same words";
            case PARAPHRASE -> mine ? "Paraphrase of" : "Paraphrased";
            case TRANSLATION -> mine ? "Translation of" : "Translated";
            case EXTRACT -> mine ? "Extract from" : "Extract";
            case RETRANSMISSION -> mine ? "Sends on" : "Sent on";
            case PRINTED_EDITION -> mine ? "Printed before" : "Printed again";
        };
    }
}
