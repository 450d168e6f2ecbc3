package chancery.web;

import chancery.search.Dimension;
import chancery.search.SearchRequest;
import chancery.search.SearchResult.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// Every value of a facet for the papers found, by count or by letter (persons by their family names), with a box to find some of them.
///
/// @param values those of the part shown
/// @param all    how many there are
/// @param found  how many of them the box finds
/// @param find   what is in the box
public record ValuesPage(SearchRequest request, Dimension dimension, List<ResultsPage.Narrowing> values,
        int all, int found, String find, boolean byLetter, int part, Pager pager) {
    private static final int SIZE = 200;

    static ValuesPage of(SearchRequest request, Dimension dimension, List<Value> values, String find, boolean byLetter, int part) {
        var plain = View.plain(find);
        var found = new ArrayList<>(values.stream().filter(v -> plain.isEmpty() || View.plain(v.label()).contains(plain)).toList());
        if (byLetter) found.sort(Comparator.comparing((Value v) -> View.plain(sorted(dimension, v.label()))).thenComparing(Value::value));
        var from = Math.min(found.size(), (long) (part - 1) * SIZE);
        var shown = found.subList((int) from, (int) Math.min(found.size(), from + SIZE)).stream()
                .map(v -> new ResultsPage.Narrowing(v.label(), v.count(), v.chosen(), ResultsPage.address(request.withPage(1).toggled(dimension, v.value()))))
                .toList();
        return new ValuesPage(request, dimension, shown, values.size(), found.size(), find, byLetter, part,
                new Pager(part, SIZE, found.size(), n -> address(request, dimension, find, byLetter, n)));
    }

    /// By what a value is found in a list by letter: persons by their family names.
    static String sorted(Dimension dimension, String label) {
        return switch (dimension) {
            case FROM, TO, PEOPLE -> PersonName.of(label).inverted();
            case COLLECTION, KIND, YEAR, PLACE, SUBJECT, SERIES, MARKING, LANGUAGE -> label;
        };
    }

    static String address(SearchRequest request, Dimension dimension) {
        return address(request, dimension, "", false, 1);
    }

    private static String address(SearchRequest request, Dimension dimension, String find, boolean byLetter, int part) {
        var all = new ArrayList<>(ResultsPage.parameters(request.withPage(1), true));
        if (!find.isEmpty()) all.add(Map.entry("find", find));
        if (byLetter) all.add(Map.entry("order", "az"));
        if (part > 1) all.add(Map.entry("part", Integer.toString(part)));
        return "/search/" + dimension.parameter() + "?" + ResultsPage.words(all);
    }

    /// The address of a part.
    public String address(int other) {
        return address(request, dimension, find, byLetter, other);
    }

    /// The address of the same in the other order.
    public String otherOrder() {
        return address(request, dimension, find, !byLetter, 1);
    }

    /// The parameters of the request, for the form of the box.
    public List<Map.Entry<String, String>> hidden() {
        var all = new ArrayList<>(ResultsPage.parameters(request.withPage(1), true));
        if (byLetter) all.add(Map.entry("order", "az"));
        return all;
    }

    /// The address of the results.
    public String results() {
        return ResultsPage.address(request.withPage(1));
    }

    /// The facet's heading.
    public String name() {
        return View.name(dimension);
    }
}
