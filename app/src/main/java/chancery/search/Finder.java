package chancery.search;

import chancery.document.PlainLayer;
import chancery.document.Reader;
import chancery.document.RecordId;
import java.util.List;

/// Answers questions. Safe to share between threads. It sees a change as soon as the index has followed the journal past it.
public interface Finder extends AutoCloseable {
    /// The answer for a reader. Never fails on a query: what cannot be parsed becomes letters, and [SearchResult.QueryReading] says how it was read.
    SearchResult find(SearchRequest request, Reader reader);

    /// Every paper found, in the order of the request, whatever its page: as the index stood at one moment.
    List<RecordId> all(SearchRequest request, Reader reader);

    /// Every value of a dimension for a request, with counts as in [SearchResult#facets], those with the most papers first.
    List<SearchResult.Value> values(SearchRequest request, Dimension dimension, Reader reader);

    /// What somebody who has typed so far is likely to mean: persons, places, collections, series, subjects, then papers by number and
    /// title; the likeliest of each kind first. Empty for less than two letters.
    List<Suggestion> suggest(String typed, Reader reader);

    /// Words of the reader's own papers that a query's words may have been meant for, where no paper has these: the
    /// whole query with them, the likeliest first; empty where there are none.
    List<String> meant(String query, Reader reader);

    /// A query with one of its words left out.
    ///
    /// @param without the word or name left out, as typed
    record Fewer(String without, String query) {}

    /// A query of several words without one of them at a time, in their order; empty for a query of one word.
    List<Fewer> fewer(String query);

    /// Where a query's words stand in a layer, in order and without overlap: the same words that made the paper a hit.
    default List<Mark> marks(String query, PlainLayer layer) {
        return marks(query, false, layer);
    }

    /// The same.
    ///
    /// @param asTyped whether names mean only what was typed
    List<Mark> marks(String query, boolean asTyped, PlainLayer layer);

    /// A query to be asked of short texts, by the same rules as of papers.
    Wording wording(String query);

    /// A run of marked words, in UTF-16 units of [PlainLayer#text()], the end exclusive.
    record Mark(int start, int end) {}

    @Override
    void close();
}
