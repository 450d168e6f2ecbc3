package chancery.web;

import chancery.archive.CollectionCard;
import chancery.archive.HoldingNode;
import chancery.archive.ReadingRoom;
import chancery.archive.ReadingRoom.Overview;
import java.util.ArrayList;
import java.util.List;

/// The home page: what is here, and three searches from this very archive.
public record HomePage(Overview overview, TimeBars time, List<CollectionCard> collections,
        List<HoldingNode> repositories, List<String> examples, ReadingRoom.OnThisDay onThisDay) {
    private static final int SHOWN = 30;

    static HomePage of(ReadingRoom room) {
        var overview = room.overview();
        var top = room.collections().stream().filter(c -> c.within().isEmpty()).limit(SHOWN).toList();
        return new HomePage(overview, TimeBars.of(overview.months()), top, room.repositories(), examples(room, top, overview), room.onThisDay());
    }

    /// This day of the calendar: `3 February`.
    public String thisDay() {
        return onThisDay.day().format(java.time.format.DateTimeFormatter.ofPattern("d MMMM", java.util.Locale.ENGLISH));
    }

    /// The year of a card.
    public static String year(chancery.archive.Card card) {
        return card.dating().edtf().map(e -> e.text().substring(0, 4)).orElse("");
    }

    /// A collection's dates: `October 1933 to May 1934`; empty where all are undated.
    public static String span(CollectionCard collection) {
        return collection.span().map(DateInWords::months).orElse("");
    }

    private static List<String> examples(ReadingRoom room, List<CollectionCard> collections, Overview overview) {
        var examples = new ArrayList<String>();
        for (var collection : collections) {
            var page = room.collection(collection.slug(), 1, 10);
            for (var card : page.map(p -> p.records()).orElse(List.of())) {
                if (card.from().isEmpty() || !card.from().getFirst().matches("[\\p{L}.' -]{3,40}")) continue;
                var name = card.from().getFirst();
                examples.add("from:" + name.substring(name.lastIndexOf(' ') + 1));
                break;
            }
            if (!examples.isEmpty()) break;
        }
        overview.months().entrySet().stream().max(java.util.Map.Entry.comparingByValue()).ifPresent(m -> examples.add("date:" + m.getKey()));
        if (!examples.isEmpty()) examples.add("kind:cablegram secret");
        return examples;
    }
}
