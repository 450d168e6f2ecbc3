package chancery.web;

import chancery.archive.Card;
import chancery.search.Dimension;
import chancery.search.SearchRequest;
import chancery.search.SearchRequest.Sort;
import chancery.search.SearchResult;
import chancery.search.SearchResult.Hit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedSet;
import java.util.StringJoiner;

/// The page of results: every state of it is a short address.
public record ResultsPage(SearchResult result, List<Chip> chips, List<Choice> sorts, List<Group> facets, List<Map.Entry<String, String>> hidden, Pager pager) {
    /// A chosen filter, and the address without it.
    public record Chip(String words, String without) {}

    /// A choice of the order.
    public record Choice(String words, String to, boolean chosen) {}

    /// A facet.
    public record Group(String name, List<Narrowing> values, int more) {}

    /// A facet's value, and the address that chooses it, or lets it go.
    public record Narrowing(String label, long count, boolean chosen, String to) {}

    static ResultsPage of(SearchResult result) {
        var r = result.request();
        var chips = new ArrayList<Chip>();
        if (!r.dates().isBlank()) chips.add(new Chip(r.dates(), address(new SearchRequest(r.query(), "", r.chosen(), r.sort(), 1, r.size(), r.strict()))));
        for (var d : Dimension.values()) {
            for (var value : r.chosen().getOrDefault(d, new LinkedHashSet<>())) chips.add(new Chip(View.name(d) + ": " + label(result, d, value), address(toggled(r, d, value))));
        }
        var sorts = new ArrayList<Choice>();
        for (var sort : Sort.values()) sorts.add(new Choice(words(sort), address(new SearchRequest(r.query(), r.dates(), r.chosen(), sort, 1, r.size(), r.strict())), sort == r.sort()));
        var facets = result.facets().stream().map(f -> new Group(View.name(f.dimension()), f.values().stream().map(v -> new Narrowing(v.label(), v.count(), v.chosen(), address(toggled(r, f.dimension(), v.value())))).toList(), f.more())).toList();
        var pager = new Pager(r.page(), r.size(), result.total(), page -> address(new SearchRequest(r.query(), r.dates(), r.chosen(), r.sort(), page, r.size(), r.strict())));
        return new ResultsPage(result, chips, sorts, facets, hidden(r), pager);
    }

    private static String label(SearchResult result, Dimension dimension, String value) {
        return result.facets().stream().filter(f -> f.dimension() == dimension).flatMap(f -> f.values().stream()).filter(v -> v.value().equals(value)).map(SearchResult.Value::label).findFirst().orElse(value);
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

    /// The request with a value chosen, or let go where it was.
    private static SearchRequest toggled(SearchRequest r, Dimension dimension, String value) {
        var chosen = new EnumMap<Dimension, SequencedSet<String>>(Dimension.class);
        r.chosen().forEach((d, values) -> chosen.put(d, new LinkedHashSet<>(values)));
        var values = chosen.computeIfAbsent(dimension, _ -> new LinkedHashSet<>());
        if (!values.remove(value)) values.add(value);
        if (values.isEmpty()) chosen.remove(dimension);
        return new SearchRequest(r.query(), r.dates(), chosen, r.sort(), 1, r.size(), r.strict());
    }

    /// The address of a request; what is as usual is left out.
    static String address(SearchRequest r) {
        var words = new StringJoiner("&", "/search?", "");
        for (var e : parameters(r, true)) words.add(e.getKey() + "=" + View.encode(e.getValue()));
        return words.toString();
    }

    private static List<Map.Entry<String, String>> parameters(SearchRequest r, boolean dates) {
        var all = new ArrayList<Map.Entry<String, String>>();
        all.add(Map.entry("q", r.query()));
        if (dates && !r.dates().isBlank()) all.add(Map.entry("date", r.dates()));
        for (var d : Dimension.values()) for (var value : r.chosen().getOrDefault(d, new LinkedHashSet<>())) all.add(Map.entry(parameter(d), value));
        if (r.sort() != Sort.RELEVANCE) all.add(Map.entry("sort", r.sort().name().toLowerCase(Locale.ROOT).replace('_', '-')));
        if (r.strict()) all.add(Map.entry("strict", "1"));
        if (r.size() != 20) all.add(Map.entry("size", Integer.toString(r.size())));
        if (r.page() > 1) all.add(Map.entry("page", Integer.toString(r.page())));
        return all;
    }

    /// The parameter of a dimension. `from` and `to` are the dates of an address, so senders and recipients have names of their own.
    static String parameter(Dimension dimension) {
        return switch (dimension) {
            case FROM -> "sender";
            case TO -> "recipient";
            default -> dimension.word();
        };
    }

    private static List<Map.Entry<String, String>> hidden(SearchRequest r) {
        return parameters(new SearchRequest(r.query(), "", r.chosen(), r.sort(), 1, r.size(), r.strict()), false);
    }

    /// What a search that found nothing may do without.
    public List<Chip> without() {
        return chips;
    }

    /// Whether a hit is the first that has only most of the words.
    public boolean isFirstWithMost(int index) {
        var place = (result.request().page() - 1L) * result.request().size() + index;
        return result.withAll() < result.total() && place == result.withAll();
    }

    /// A hit's address, with the words to be marked there.
    public String at(Hit hit) {
        Card card = hit.card();
        return View.at(card) + (result.request().query().isBlank() ? "" : "?q=" + View.encode(result.request().query()));
    }
}
