package chancery.web;

import chancery.authority.Authority;
import chancery.authority.NameWords;
import chancery.search.Dimension;
import chancery.search.People;
import chancery.search.People.Entry;
import chancery.search.SearchRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.StringJoiner;

/// The list of persons and bodies, or of places: those in the most papers first or by letter, with a box to find some of them.
///
/// @param places whether it lists places
/// @param lines  those of the part shown
/// @param all    how many there are
/// @param find   what is in the box
public record PeoplePage(boolean places, List<Line> lines, int all, String find, boolean byLetter, Pager pager) {
    private static final int SIZE = 100;

    /// Somebody in one line.
    ///
    /// @param dates of existence in words; empty where nobody told them, and where its name does
    /// @param facts `12 sent`, `30 received`
    public record Line(String name, String to, String dates, List<String> facts) {}

    static PeoplePage of(People people, boolean places, String find, boolean byLetter, int page) {
        var plain = View.plain(find);
        var found = new ArrayList<>(people.entries().stream().filter(e -> plain.isEmpty() || isFound(e, plain)).toList());
        if (byLetter) found.sort(Comparator.comparing((Entry e) -> View.plain(PersonPage.sorted(e))).thenComparing(Entry::key));
        var shown = found.stream().skip((page - 1L) * SIZE).limit(SIZE).map(e -> line(e, byLetter)).toList();
        return new PeoplePage(places, shown, people.entries().size(), find, byLetter,
                new Pager(page, SIZE, found.size(), n -> address(places, find, byLetter, n)));
    }

    private static boolean isFound(Entry entry, String plain) {
        return View.plain(entry.label()).contains(plain) || entry.forms().stream().anyMatch(f -> View.plain(f.words()).contains(plain))
                || entry.said().stream().anyMatch(name -> View.plain(name).contains(plain));
    }

    private static Line line(Entry e, boolean byLetter) {
        var facts = new ArrayList<String>();
        fact(facts, e.papers(Dimension.FROM), "sent");
        fact(facts, e.papers(Dimension.TO), "received");
        if (e.papers(Dimension.PEOPLE) > 0) facts.add("named in " + View.number(e.papers(Dimension.PEOPLE)));
        if (e.papers(Dimension.PLACE) > 0) facts.add(View.papers(e.papers(Dimension.PLACE)));
        if (e.claims() > 0) facts.add("source of " + View.many(e.claims(), "claim", "claims"));
        return new Line(byLetter ? PersonPage.sorted(e) : e.label(), PersonPage.address(e),
                e.authority().filter(a -> a.name().equals(NameWords.undated(a.name()))).flatMap(Authority::dates).map(DateInWords::brief).orElse(""), facts);
    }

    private static void fact(List<String> facts, long papers, String what) {
        if (papers > 0) facts.add(View.number(papers) + " " + what);
    }

    private static String address(boolean places, String find, boolean byLetter, int page) {
        var query = new StringJoiner("&", "?", "").setEmptyValue("");
        if (!find.isEmpty()) query.add("find=" + View.encode(find));
        if (byLetter) query.add("order=az");
        if (page > 1) query.add("page=" + page);
        return (places ? "/places" : "/people") + query;
    }

    /// Where the list is, without anything chosen.
    public String path() {
        return places ? "/places" : "/people";
    }

    public String name() {
        return places ? "Places" : "People and bodies";
    }

    /// The search for the papers that speak of what is in the box.
    public String inPapers() {
        return ResultsPage.address(SearchRequest.of(find));
    }

    /// The address of the same in the other order.
    public String otherOrder() {
        return address(places, find, !byLetter, 1);
    }
}
