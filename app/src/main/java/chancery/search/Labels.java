package chancery.search;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.OrdinalMap;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.packed.PackedInts;

/// The values of one dimension over all segments of an audience, and which of them an ordinal of a segment means.
final class Labels {
    private final String[] values;
    private final String[] labels;
    private final int[][] ofSegment;

    private Labels(String[] both, int[][] ofSegment) {
        this.values = new String[both.length];
        this.labels = new String[both.length];
        for (var i = 0; i < both.length; i++) {
            var cut = both[i].indexOf(IndexedFace.LABEL);
            values[i] = both[i].substring(0, cut);
            labels[i] = both[i].substring(cut + 1);
        }
        this.ofSegment = ofSegment;
    }

    static Labels of(List<LeafReaderContext> leaves, Dimension dimension) throws IOException {
        var segments = new SortedSetDocValues[leaves.size()];
        for (var i = 0; i < segments.length; i++) segments[i] = DocValues.getSortedSet(leaves.get(i).reader(), Fields.column(dimension));
        var map = OrdinalMap.build(null, segments, PackedInts.FASTEST);
        var values = new String[(int) map.getValueCount()];
        for (var v = 0; v < values.length; v++) values[v] = segments[map.getFirstSegmentNumber(v)].lookupOrd(map.getFirstSegmentOrd(v)).utf8ToString();
        var ofSegment = new int[segments.length][];
        for (var i = 0; i < segments.length; i++) {
            ofSegment[i] = new int[(int) segments[i].getValueCount()];
            var global = map.getGlobalOrds(i);
            for (var v = 0; v < ofSegment[i].length; v++) ofSegment[i][v] = (int) global.get(v);
        }
        return new Labels(values, ofSegment);
    }

    int size() {
        return values.length;
    }

    /// Adds a segment's counts to those of all.
    void add(int segment, int[] counts, long[] all) {
        var global = ofSegment[segment];
        for (var i = 0; i < counts.length; i++) if (counts[i] > 0) all[global[i]] += counts[i];
    }

    /// Those ordinals of a segment whose value is among some.
    boolean[] wanted(int segment, java.util.Collection<String> chosen) {
        var wanted = new boolean[ofSegment[segment].length];
        for (var i = 0; i < wanted.length; i++) wanted[i] = chosen.contains(value(ofSegment[segment][i]));
        return wanted;
    }

    /// As it stands in addresses.
    String value(int ordinal) {
        return values[ordinal];
    }

    /// As people read it.
    String label(int ordinal) {
        return labels[ordinal];
    }
}
