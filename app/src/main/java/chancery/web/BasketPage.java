package chancery.web;

import chancery.archive.Card;
import chancery.archive.ReadingRoom;
import chancery.document.RecordId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Papers that a reader put together. The address holds them all, so that it can be kept, sent and cited; the archive keeps nothing.
///
/// @param cards   those that are open, in the order of the address
/// @param missing how many others the address names: closed, gone, or never there
public record BasketPage(List<Card> cards, long missing) {
    /// The most papers of a basket: so many have room in an address.
    public static final int MOST = 1_000;

    /// The records that an address names, in order, each once; what is no id counts as a record that is not there.
    ///
    /// @param ids with commas between them
    static List<RecordId> ids(String ids) {
        return Arrays.stream(ids.split("[,\\s]+")).flatMap(id -> RecordId.parse(id).stream()).distinct().limit(MOST).toList();
    }

    static BasketPage of(List<RecordId> ids, ReadingRoom room) {
        var cards = room.cards(ids);
        return new BasketPage(cards, ids.size() - cards.size());
    }

    private static String address(String path, List<Card> cards) {
        return path + (cards.isEmpty() ? "" : "?ids=" + cards.stream().map(c -> c.id().value()).collect(Collectors.joining(",")));
    }

    /// The address of this basket.
    public String address() {
        return address("/basket", cards);
    }

    /// The address of the same without a paper.
    public String without(Card card) {
        return address("/basket", cards.stream().filter(c -> !c.equals(card)).toList());
    }

    /// Forms in which it can be carried away, by name and address.
    public List<Map.Entry<String, String>> exports() {
        return Arrays.stream(FoundExport.Form.values()).map(f -> Map.entry(f.words, address("/basket." + f.ending, cards))).toList();
    }
}
