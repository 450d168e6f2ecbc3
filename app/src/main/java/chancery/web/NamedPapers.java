package chancery.web;

import chancery.archive.Card;
import chancery.archive.ReadingRoom;
import chancery.document.Edtf;
import chancery.document.RecordId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Papers that a page names, as far as they are open to its reader; one that is not has no title and no day.
public record NamedPapers(Map<RecordId, Card> cards) {
    /// The papers of some ids, in one batched read.
    static NamedPapers of(Collection<RecordId> ids, ReadingRoom room) {
        var cards = new HashMap<RecordId, Card>();
        room.cards(List.copyOf(ids)).forEach(card -> cards.put(card.id(), card));
        return new NamedPapers(cards);
    }

    /// A paper's title; empty where it is not open.
    public String title(RecordId id) {
        return Optional.ofNullable(cards.get(id)).map(Card::title).orElse("");
    }

    /// A paper's day, short; empty where it is undated or not open.
    public String day(RecordId id) {
        return Optional.ofNullable(cards.get(id)).map(c -> DateInWords.brief(c.dating())).orElse("");
    }

    /// The last day on which a paper may have been written; empty where it is undated or not open.
    public Optional<LocalDate> lastDay(RecordId id) {
        return Optional.ofNullable(cards.get(id)).flatMap(c -> c.dating().edtf()).map(Edtf::last).filter(d -> !d.equals(LocalDate.MAX));
    }

    /// Whether a paper was written by a day; always where no day is asked for, never where it is undated.
    boolean isWrittenBy(RecordId id, Optional<LocalDate> day) {
        return day.isEmpty() || lastDay(id).filter(d -> !d.isAfter(day.get())).isPresent();
    }

    /// The address of a paper.
    public String at(RecordId id) {
        return Optional.ofNullable(cards.get(id)).map(View::at).orElse("/record/" + id);
    }
}
