package chancery.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedSetDocValues;

/// What counting and sorting ask of every hit, of one segment, in memory: read once when the segment is first searched.
final class Columns {
    /// Stands for the moment of an undated paper.
    static final long UNDATED = Long.MIN_VALUE;
    private final long[] moments;
    private final Map<Dimension, Column> columns = new EnumMap<>(Dimension.class);

    private Columns(long[] moments) {
        this.moments = moments;
    }

    static Columns of(LeafReader leaf) throws IOException {
        var moments = new long[leaf.maxDoc()];
        Arrays.fill(moments, UNDATED);
        var values = DocValues.getNumeric(leaf, Fields.MOMENT);
        for (var doc = values.nextDoc(); doc < moments.length; doc = values.nextDoc()) moments[doc] = values.longValue();
        var all = new Columns(moments);
        for (var dimension : Dimension.values()) all.columns.put(dimension, Column.of(DocValues.getSortedSet(leaf, Fields.column(dimension)), leaf.maxDoc()));
        return all;
    }

    /// Minutes since 1970 of a paper's date, or [#UNDATED].
    long moment(int doc) {
        return moments[doc];
    }

    Column column(Dimension dimension) {
        return java.util.Objects.requireNonNull(columns.get(dimension));
    }

    /// The values of one dimension by paper, as ordinals of the segment.
    ///
    /// @param starts where each paper's values begin in `ordinals`, and one more for the end; empty where every paper has at most one
    /// @param ordinals the values; where every paper has at most one, by paper, -1 for none
    /// @param size   how many values there are
    record Column(int[] starts, int[] ordinals, int size) {
        static Column of(SortedSetDocValues values, int papers) throws IOException {
            var starts = new int[papers + 1];
            var ordinals = new int[papers];
            int filled = 0, last = 0;
            var single = true;
            for (var doc = values.nextDoc(); doc < papers; doc = values.nextDoc()) {
                while (last < doc) starts[++last] = filled;
                var many = values.docValueCount();
                single &= many == 1;
                if (filled + many > ordinals.length) ordinals = Arrays.copyOf(ordinals, Math.max(ordinals.length * 2, filled + many));
                for (var i = 0; i < many; i++) ordinals[filled++] = (int) values.nextOrd();
            }
            while (last < papers) starts[++last] = filled;
            var size = (int) values.getValueCount();
            return single ? new Column(new int[0], flat(starts, ordinals, papers), size) : new Column(starts, Arrays.copyOf(ordinals, filled), size);
        }

        private static int[] flat(int[] starts, int[] ordinals, int papers) {
            var flat = new int[papers];
            for (var doc = 0; doc < papers; doc++) flat[doc] = starts[doc] == starts[doc + 1] ? -1 : ordinals[starts[doc]];
            return flat;
        }

        /// Whether a paper has one of the values.
        boolean any(int doc, boolean[] wanted) {
            if (starts.length == 0) return ordinals[doc] >= 0 && wanted[ordinals[doc]];
            for (var i = starts[doc]; i < starts[doc + 1]; i++) if (wanted[ordinals[i]]) return true;
            return false;
        }

        /// Adds one for each value of each of some papers.
        void count(int[] docs, int length, int[] counts) {
            if (starts.length == 0) {
                for (var i = 0; i < length; i++) {
                    var ordinal = ordinals[docs[i]];
                    if (ordinal >= 0) counts[ordinal]++;
                }
                return;
            }
            for (var i = 0; i < length; i++) {
                var end = starts[docs[i] + 1];
                for (var v = starts[docs[i]]; v < end; v++) counts[ordinals[v]]++;
            }
        }
    }
}
