package chancery.web;

import chancery.archive.Card;
import chancery.document.Reader;
import chancery.document.RecordId;
import chancery.search.Finder;
import chancery.search.SearchRequest;
import java.util.ArrayList;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// How a reader came to a record from a search: which result it is, those before and after, and what is marked in it.
///
/// @param request the search; the page in it has no meaning
/// @param place   which result it is, from 1; 0 where the address does not say, or says wrong
/// @param total   how many results there are
/// @param before  the result before; empty for none
/// @param after   the result after; empty for none
/// @param clean   the record's own address
/// @param marks   how many places are marked
public record Found(SearchRequest request, int place, long total, Optional<Card> before, Optional<Card> after, String clean, int marks) {
    /// @param place as the address says it; 0 for nothing
    static Found of(SearchRequest request, int place, RecordId id, String clean, int marks, Finder finder, Reader reader) {
        if (place < 1) return new Found(request, 0, 0, Optional.empty(), Optional.empty(), clean, marks);
        var one = request.withSize(1);
        var here = finder.find(one.withPage(place), reader);
        if (here.hits().stream().noneMatch(h -> h.card().id().equals(id))) return new Found(request, 0, 0, Optional.empty(), Optional.empty(), clean, marks);
        return new Found(request, place, here.total(), place > 1 ? card(one.withPage(place - 1), finder, reader) : Optional.empty(),
                place < here.total() ? card(one.withPage(place + 1), finder, reader) : Optional.empty(), clean, marks);
    }

    private static Optional<Card> card(SearchRequest request, Finder finder, Reader reader) {
        return finder.find(request, reader).hits().stream().map(h -> h.card()).findFirst();
    }

    /// The address of a result with its place among the results, so that its page knows those before and after.
    static String at(Card card, SearchRequest request, long place) {
        var all = new ArrayList<>(ResultsPage.parameters(request.withPage(1), true));
        all.removeIf(e -> e.getKey().equals("q") && e.getValue().isBlank() || e.getKey().equals("size"));
        all.add(Map.entry("n", Long.toString(place)));
        return View.at(card) + "?" + ResultsPage.words(all);
    }

    /// Whether there is anything to say.
    public boolean any() {
        return place > 0 || !request.query().isBlank();
    }

    /// The address of the result before.
    public String toBefore() {
        return before.map(c -> at(c, request, place - 1)).orElse("");
    }

    /// The address of the result after.
    public String toAfter() {
        return after.map(c -> at(c, request, place + 1)).orElse("");
    }

    /// The address of the results, at the page with this one.
    public String results() {
        return ResultsPage.address(request.withPage(place == 0 ? 1 : (place - 1) / request.size() + 1)) + (place == 0 ? "" : "#r" + place);
    }

    /// `Result 7 of 132`; empty where that is not known.
    public String words() {
        return place == 0 ? "" : String.format(Locale.ROOT, "Result %,d of %,d", place, total);
    }

    /// Where the record was found by words: what was typed.
    public String query() {
        return request.query();
    }

}
