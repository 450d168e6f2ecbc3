package chancery.search;

import chancery.archive.Card;
import java.util.List;
import java.util.SortedMap;

/// The answer to a [SearchRequest]: hits, counts and facets together, all from what one reader may see.
///
/// @param request   the question
/// @param read      how the query was read, piece by piece, in words for people
/// @param total     how many papers there are, exactly
/// @param withAll   how many of these have every word; the hits that have come first
/// @param hits      those of the page asked for
/// @param facets    counts by dimension, in the order of [Dimension]; one without values is left out
/// @param months    how many papers begin in each month (`1944-02`), whatever dates were asked for; in order
/// @param unsearched what could not be looked into, in words for people: `12 undated papers were not considered`
public record SearchResult(SearchRequest request, QueryReading read, long total, long withAll,
        List<Hit> hits, List<Facet> facets, SortedMap<String, Long> months, List<String> unsearched) {

    /// How a query was read.
    ///
    /// @param words    the query put into words: `stalin and sugiyama, from Harriman`
    /// @param notes    what was not understood and how it was taken instead; may be empty
    /// @param widened  names that were taken for others of the same too; may be empty
    public record QueryReading(String words, List<String> notes, List<Widened> widened) {}

    /// A name as typed, and the other names that were looked for too.
    public record Widened(String typed, List<String> others) {}

    /// One paper.
    ///
    /// @param card     the paper in one line
    /// @param snippets two or three passages, the best first; may be empty
    /// @param why      why it matched, in words for people; may be empty
    /// @param all      whether it has every word asked for
    public record Hit(Card card, List<Snippet> snippets, String why, boolean all) {}

    /// A passage with the words that matched.
    ///
    /// @param pieces the passage cut at its marks, in order
    /// @param where  its place: `p. 12`, `para. 3`; may be empty
    /// @param anchor the fragment of the record's address that leads there: `p3`; may be empty
    public record Snippet(List<Piece> pieces, String where, String anchor) {}

    /// Words, marked or not.
    public record Piece(String words, boolean marked) {}

    /// Counts for one dimension.
    ///
    /// @param values the values with the most papers first, chosen ones always among them
    /// @param more   how many further values there are
    public record Facet(Dimension dimension, List<Value> values, int more) {}

    /// One value of a facet.
    ///
    /// @param value  as it stands in addresses
    /// @param label  as people read it
    /// @param count  papers that would be found with it
    /// @param chosen whether it is chosen
    public record Value(String value, String label, long count, boolean chosen) {}
}
