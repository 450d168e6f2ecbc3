package chancery.web;

import chancery.archive.ReadingRoom;
import chancery.document.Reader;
import chancery.search.Dimension;
import chancery.search.Finder;
import chancery.search.SearchRequest;
import chancery.search.SearchRequest.Sort;
import chancery.search.SearchResult;
import chancery.search.SearchResult.Piece;
import chancery.search.SearchResult.Snippet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The page of results: every state of it is a short address.
///
/// @param chips   what narrows the search, each with the address without it
/// @param ways    what a search that found nothing may do instead
/// @param missing messages of the number asked for that are not here
/// @param hidden  the parameters of the request but for its dates, for a form that sets these
public record ResultsPage(SearchResult result, List<Chip> chips, List<Choice> sorts, List<Choice> sizes,
        List<Group> facets, Histogram histogram, List<Way> ways, Missing missing,
        List<Map.Entry<String, String>> hidden, Pager pager) {
    private static final int USUAL = 20;
    private static final Pattern NUMBER = Pattern.compile("^\\(?(\\d{1,3}|[a-z]|[ivx]{1,5})[.)]\\s+");
    private static final List<Integer> SIZES = List.of(10, 25, 50, 100);

    /// A chosen filter, and the address without it.
    public record Chip(String words, String without) {}

    /// A choice of the order, or of how many.
    public record Choice(String words, String to, boolean chosen) {}

    /// A facet.
    ///
    /// @param all the address of a page with every value
    public record Group(String name, List<Narrowing> values, int more, String all) {}

    /// A facet's value, and the address that chooses it, or lets it go.
    public record Narrowing(String label, long count, boolean chosen, String to) {}

    /// Another search, and how many papers it finds.
    public record Way(String words, String to, long papers) {}

    /// The pieces of a passage; a paragraph's number, which says where it is, is not said again: `para. 2` and *In July*, not *2. In July*.
    public static List<Piece> words(Snippet snippet) {
        var pieces = snippet.pieces();
        if (!snippet.where().startsWith("para. ") || pieces.isEmpty() || pieces.getFirst().marked()) return pieces;
        var unnumbered = new ArrayList<>(pieces);
        unnumbered.set(0, new Piece(NUMBER.matcher(pieces.getFirst().words()).replaceFirst(""), false));
        return unnumbered;
    }

    static ResultsPage of(SearchResult result, Finder finder, ReadingRoom room) {
        var r = result.request();
        var reader = room.reader();
        var chips = chips(result);
        var sorts = new ArrayList<Choice>();
        for (var sort : Sort.values()) sorts.add(new Choice(words(sort), address(r.withSort(sort)), sort == r.sort()));
        var sizes = new ArrayList<Choice>();
        for (var size : SIZES) sizes.add(new Choice(Integer.toString(size), address(r.withSize(size)), size == r.size()));
        if (!SIZES.contains(r.size()))
            sizes.add((int) SIZES.stream().filter(s -> s < r.size()).count(), new Choice(Integer.toString(r.size()), address(r), true));
        var facets = result.facets().stream().map(f -> group(r, f)).toList();
        var pager = new Pager(r.page(), r.size(), result.total(), page -> address(r.withPage(page)));
        return new ResultsPage(result, chips, sorts, sizes, facets, Histogram.of(result),
                result.total() == 0 ? ways(result, chips, finder, reader) : List.of(),
                r.page() == 1 ? Missing.of(r.query(), room) : Missing.NONE, parameters(r.withDates(""), false), pager);
    }

    private static Group group(SearchRequest r, SearchResult.Facet f) {
        return new Group(View.name(f.dimension()), f.values().stream().map(v -> new Narrowing(v.label(), v.count(), v.chosen(),
                address(r.toggled(f.dimension(), v.value())))).toList(), f.more(), ValuesPage.address(r, f.dimension()));
    }

    private static List<Chip> chips(SearchResult result) {
        var r = result.request();
        var chips = new ArrayList<Chip>();
        if (!r.dates().isBlank()) chips.add(new Chip("Dated " + r.dates(), address(r.withDates("").withCertain(false))));
        if (isCertain(r)) chips.add(new Chip("Only certain dates", address(r.withCertain(false))));
        for (var d : Dimension.values()) {
            for (var value : r.chosen(d)) chips.add(new Chip(View.name(d) + ": " + label(result, d, value), address(r.toggled(d, value))));
        }
        if (r.strict()) chips.add(new Chip("All words", address(r.withStrict(false))));
        if (r.asTyped()) chips.add(new Chip("Names as typed", address(r.withAsTyped(false))));
        return chips;
    }

    /// What finds something where this found nothing: words that were perhaps meant, and the same without one filter.
    private static List<Way> ways(SearchResult result, List<Chip> chips, Finder finder, Reader reader) {
        var r = result.request();
        var ways = new ArrayList<Way>();
        for (var meant : finder.meant(r.query(), reader))
            if (!add(ways, "Did you mean " + meant + "?", r.withQuery(meant), finder, reader))
                add(ways, "Did you mean " + meant + "? Without any filter", SearchRequest.of(meant), finder, reader);
        for (var fewer : finder.fewer(r.query())) add(ways, "Without “" + fewer.without() + "”", r.withQuery(fewer.query()), finder, reader);
        if (!r.dates().isBlank()) add(ways, "Without the dates " + r.dates(), r.withDates(""), finder, reader);
        for (var d : Dimension.values())
            if (!r.chosen(d).isEmpty())
                add(ways, "Without " + View.name(d).toLowerCase(Locale.ROOT) + " "
                        + r.chosen(d).stream().map(v -> label(result, d, v)).collect(Collectors.joining(" or ")), r.without(d), finder, reader);
        if (isCertain(r)) add(ways, "With dates that may lie outside", r.withCertain(false), finder, reader);
        if (r.strict()) add(ways, "With most of the words", r.withStrict(false), finder, reader);
        if (r.asTyped()) add(ways, "With the other names of the same", r.withAsTyped(false), finder, reader);
        if (chips.size() > 1) add(ways, "Without any filter", SearchRequest.of(r.query()), finder, reader);
        return ways;
    }

    private static boolean isCertain(SearchRequest r) {
        return r.certain() && !r.dates().isBlank();
    }

    /// The same search for papers of which every day that they may be of lies within the dates; empty where no dates are asked for, or it is this one.
    public String certain() {
        var r = result.request();
        return r.dates().isBlank() || r.certain() ? "" : address(r.withCertain(true));
    }

    /// Whether it finds something.
    private static boolean add(List<Way> ways, String words, SearchRequest request, Finder finder, Reader reader) {
        var papers = finder.find(request.withSize(1), reader).total();
        if (papers > 0) ways.add(new Way(words, address(request), papers));
        return papers > 0;
    }

    private static String label(SearchResult result, Dimension dimension, String value) {
        return result.facets().stream().filter(f -> f.dimension() == dimension).flatMap(f -> f.values().stream())
                .filter(v -> v.value().equals(value)).map(SearchResult.Value::label).findFirst().orElse(value);
    }

    private static String words(Sort sort) {
        return switch (sort) {
            case RELEVANCE -> "Best first";
            case DATE -> "Oldest first";
            case DATE_DOWN -> "Newest first";
            case NUMBER -> "By number";
            case ADDED -> "Recently added";
        };
    }

    /// The address of a request; what is as usual is left out.
    static String address(SearchRequest r) {
        return "/search?" + words(parameters(r, true));
    }

    static String words(List<Map.Entry<String, String>> parameters) {
        var words = new StringJoiner("&");
        for (var e : parameters) words.add(e.getKey() + "=" + View.encode(e.getValue()));
        return words.toString();
    }

    static List<Map.Entry<String, String>> parameters(SearchRequest r, boolean dates) {
        var all = new ArrayList<Map.Entry<String, String>>();
        all.add(Map.entry("q", r.query()));
        if (dates && !r.dates().isBlank()) all.add(Map.entry("date", r.dates()));
        for (var d : Dimension.values()) for (var value : r.chosen(d)) all.add(Map.entry(d.parameter(), value));
        if (r.sort() != Sort.RELEVANCE) all.add(Map.entry("sort", r.sort().name().toLowerCase(Locale.ROOT).replace('_', '-')));
        if (r.strict()) all.add(Map.entry("strict", "1"));
        if (r.asTyped()) all.add(Map.entry("spelling", "typed"));
        if (isCertain(r)) all.add(Map.entry("certain", "1"));
        if (r.size() != USUAL) all.add(Map.entry("size", Integer.toString(r.size())));
        if (r.page() > 1) all.add(Map.entry("page", Integer.toString(r.page())));
        return all;
    }

    /// The address of the same search without other names of the same.
    public String asTyped() {
        return address(result.request().withAsTyped(true));
    }

    /// The address of the same search for papers with every word only.
    public String strictly() {
        return address(result.request().withStrict(true));
    }

    /// The address of the same search without any filter.
    public String unfiltered() {
        return address(SearchRequest.of(result.request().query()).withSort(result.request().sort()));
    }

    /// Whether a hit is the first that has only most of the words.
    public boolean isFirstWithMost(int index) {
        var place = (result.request().page() - 1L) * result.request().size() + index;
        return result.withAll() < result.total() && place == result.withAll();
    }

    /// All that was found, in every form that machines take: its name and address.
    public List<Map.Entry<String, String>> exports() {
        var words = words(parameters(result.request().withPage(1).withSize(USUAL), true));
        return java.util.Arrays.stream(FoundExport.Form.values()).map(f -> Map.entry(f.words, "/search." + f.ending + "?" + words)).toList();
    }

    /// The first page of this search, whatever page is shown.
    public String here() {
        return address(result.request().withPage(1));
    }

    /// The search in words, as somebody would call it.
    public String words() {
        var chosen = chips.stream().map(c -> c.words()).toList();
        return (result.request().query().isBlank() ? "Papers" : result.request().query()) + (chosen.isEmpty() ? "" : " · " + String.join(" · ", chosen));
    }

    /// The address of the feed of this search.
    public String feed() {
        return Feed.address(result.request());
    }

    /// The place of a hit among all, from 1.
    public long place(int index) {
        return (result.request().page() - 1L) * result.request().size() + index + 1;
    }

    /// A hit's address, with the words to be marked there and its place among the results.
    public String at(int index) {
        return Found.at(result.hits().get(index).card(), result.request(), place(index));
    }
}
