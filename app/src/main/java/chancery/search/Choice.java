package chancery.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.index.LeafReaderContext;

/// The values that were chosen, as the papers of one segment have them: a paper is chosen that has any of those of each dimension.
///
/// @param dimensions those in which something was chosen; empty where every paper is chosen
/// @param columns    of each of them, the values by paper
/// @param wanted     of each of them, by ordinal of the segment whether the value was chosen
record Choice(List<Dimension> dimensions, List<Columns.Column> columns, List<boolean[]> wanted) {
    /// Says of a paper that no dimension speaks against it.
    static final int NONE_FAILED = -1;
    /// Says of a paper that more than one does.
    static final int MORE_FAILED = -2;

    static Choice of(Audience audience, LeafReaderContext leaf, SearchRequest request) throws IOException {
        var dimensions = request.chosen().keySet().stream().sorted().toList();
        var columns = new ArrayList<Columns.Column>();
        var wanted = new ArrayList<boolean[]>();
        for (var dimension : dimensions) {
            columns.add(audience.columns(leaf.ord).column(dimension));
            wanted.add(audience.labels(dimension).wanted(leaf.ord, Objects.requireNonNull(request.chosen().get(dimension))));
        }
        return new Choice(dimensions, columns, wanted);
    }

    /// The dimension that alone speaks against a paper, as a place in [#dimensions]; [#NONE_FAILED], [#MORE_FAILED].
    int failed(int doc) {
        var failed = NONE_FAILED;
        for (var i = 0; i < columns.size(); i++) {
            if (columns.get(i).any(doc, wanted.get(i))) continue;
            if (failed != NONE_FAILED) return MORE_FAILED;
            failed = i;
        }
        return failed;
    }
}
