package chancery.search;

import chancery.document.PlainLayer;
import chancery.document.Reader;
import java.util.List;

/// Answers questions. Safe to share between threads. It sees a change as soon as the index has followed the journal past it.
public interface Finder extends AutoCloseable {
    /// The answer for a reader. Never fails on a query: what cannot be parsed becomes letters, and [SearchResult.QueryReading] says how it was read.
    SearchResult find(SearchRequest request, Reader reader);

    /// Where a query's words stand in a layer, in order and without overlap: the same words that made the paper a hit.
    default List<Mark> marks(String query, PlainLayer layer) {
        return marks(query, false, layer);
    }

    /// The same.
    ///
    /// @param asTyped whether names mean only what was typed
    List<Mark> marks(String query, boolean asTyped, PlainLayer layer);

    /// A run of marked words, in UTF-16 units of [PlainLayer#text()], the end exclusive.
    record Mark(int start, int end) {}

    @Override
    void close();
}
