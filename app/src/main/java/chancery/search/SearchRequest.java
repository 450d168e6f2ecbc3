package chancery.search;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedSet;
import java.util.stream.Collectors;

/// A question to the archive, complete: the same request gives the same answer for the same reader.
///
/// @param query   as typed; may be empty, which finds everything
/// @param dates   as typed in the date box (`Feb 1944`, `1944-02-03/1944-02-10`, `before 1945`); may be empty
/// @param chosen  chosen facet values: any of those of one dimension, all of the dimensions
/// @param sort    the order of hits
/// @param page    from 1
/// @param size    hits to a page, 1 to 1,000
/// @param strict  whether only papers with every word count
/// @param asTyped whether names mean only what was typed, and not the other names of the same
/// @param certain whether of a paper's date every day that it may mean must lie within the dates, and none be marked as doubtful; else one is enough
public record SearchRequest(String query, String dates, Map<Dimension, SequencedSet<String>> chosen,
        Sort sort, int page, int size, boolean strict, boolean asTyped, boolean certain) {
    /// The order of hits. Equal hits stand by date, then by delivery path.
    public enum Sort { RELEVANCE, DATE, DATE_DOWN, NUMBER, ADDED }

    public SearchRequest {
        if (page < 1) throw new IllegalArgumentException("pages are counted from 1: " + page);
        if (size < 1 || size > 1000) throw new IllegalArgumentException("1 to 1000 hits to a page: " + size);
        chosen = chosen.isEmpty() ? Map.of() : formed(chosen);
    }

    /// An address that names a person as a paper prints the name keeps its meaning.
    private static Map<Dimension, SequencedSet<String>> formed(Map<Dimension, SequencedSet<String>> chosen) {
        var formed = new EnumMap<Dimension, SequencedSet<String>>(Dimension.class);
        chosen.forEach((dimension, values) ->
                formed.put(dimension, values.stream().map(value -> NameForm.of(dimension, value)).collect(Collectors.toCollection(LinkedHashSet::new))));
        return Map.copyOf(formed);
    }

    /// With the other names of the same.
    public SearchRequest(String query, String dates, Map<Dimension, SequencedSet<String>> chosen, Sort sort, int page, int size, boolean strict) {
        this(query, dates, chosen, sort, page, size, strict, false, false);
    }

    /// The first page of twenty for a query.
    public static SearchRequest of(String query) {
        return new SearchRequest(query, "", Map.of(), Sort.RELEVANCE, 1, 20, false);
    }

    /// The same with another page.
    public SearchRequest withPage(int other) {
        return new SearchRequest(query, dates, chosen, sort, other, size, strict, asTyped, certain);
    }

    /// The first page of the same in another order.
    public SearchRequest withSort(Sort other) {
        return new SearchRequest(query, dates, chosen, other, 1, size, strict, asTyped, certain);
    }

    /// The first page of the same with so many hits to a page.
    public SearchRequest withSize(int other) {
        return new SearchRequest(query, dates, chosen, sort, 1, other, strict, asTyped, certain);
    }

    /// The first page of the same for another query.
    public SearchRequest withQuery(String other) {
        return new SearchRequest(other, dates, chosen, sort, 1, size, strict, asTyped, certain);
    }

    /// The first page of the same with other dates.
    public SearchRequest withDates(String other) {
        return new SearchRequest(query, other, chosen, sort, 1, size, strict, asTyped, certain);
    }

    /// The first page of the same with every word needed, or not.
    public SearchRequest withStrict(boolean other) {
        return new SearchRequest(query, dates, chosen, sort, 1, size, other, asTyped, certain);
    }

    /// The first page of the same with names as typed, or with the other names of the same.
    public SearchRequest withAsTyped(boolean other) {
        return new SearchRequest(query, dates, chosen, sort, 1, size, strict, other, certain);
    }

    /// The first page of the same with dates that are certain, or not.
    public SearchRequest withCertain(boolean other) {
        return new SearchRequest(query, dates, chosen, sort, 1, size, strict, asTyped, other);
    }

    /// The first page of the same with a value chosen, or let go where it was.
    public SearchRequest toggled(Dimension dimension, String value) {
        var values = new LinkedHashSet<>(chosen(dimension));
        if (!values.remove(value)) values.add(value);
        return with(dimension, values);
    }

    /// The first page of the same with nothing chosen in a dimension.
    public SearchRequest without(Dimension dimension) {
        return with(dimension, new LinkedHashSet<>());
    }

    private SearchRequest with(Dimension dimension, SequencedSet<String> values) {
        var all = new EnumMap<Dimension, SequencedSet<String>>(Dimension.class);
        all.putAll(chosen);
        if (values.isEmpty()) all.remove(dimension);
        else all.put(dimension, values);
        return new SearchRequest(query, dates, all, sort, 1, size, strict, asTyped, certain);
    }

    /// The values chosen in a dimension; empty for none.
    public SequencedSet<String> chosen(Dimension dimension) {
        var values = chosen.get(dimension);
        return values == null ? new LinkedHashSet<>() : values;
    }
}
