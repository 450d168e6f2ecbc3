package chancery.search;

import java.util.EnumMap;
import java.util.Map;
import java.util.SequencedSet;

/// A question to the archive, complete: the same request gives the same answer for the same reader.
///
/// @param query   as typed; may be empty, which finds everything
/// @param dates   as typed in the date box (`Feb 1944`, `1944-02-03/1944-02-10`, `before 1945`); may be empty
/// @param chosen  chosen facet values: any of those of one dimension, all of the dimensions
/// @param sort    the order of hits
/// @param page    from 1
/// @param size    hits to a page, 1 to 1,000
/// @param strict  whether only papers with every word count
public record SearchRequest(String query, String dates, Map<Dimension, SequencedSet<String>> chosen, Sort sort, int page, int size, boolean strict) {
    /// The order of hits. Equal hits stand by date, then by delivery path.
    public enum Sort { RELEVANCE, DATE, DATE_DOWN, NUMBER, ADDED }

    public SearchRequest {
        if (page < 1) throw new IllegalArgumentException("pages are counted from 1: " + page);
        if (size < 1 || size > 1000) throw new IllegalArgumentException("1 to 1000 hits to a page: " + size);
        chosen = chosen.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(chosen));
    }

    /// The first page of twenty for a query.
    public static SearchRequest of(String query) {
        return new SearchRequest(query, "", Map.of(), Sort.RELEVANCE, 1, 20, false);
    }
}
