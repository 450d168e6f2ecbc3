package chancery.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/// The union of the levels that some readers may see, as it stood at one moment. Its counts and statistics are those of these levels and of nothing else.
final class Audience {
    private static final int QUESTIONS = 300;
    private static final long LAYOUT_BYTES = Math.min(64L << 20, Runtime.getRuntime().maxMemory() / 16);
    private final IndexReader union;
    private final IndexSearcher searcher;
    private final List<Columns> columns;
    private final @Nullable FixedBitSet hidden;
    private final AtomicReferenceArray<@Nullable Labels> labels = new AtomicReferenceArray<>(Dimension.values().length);
    private final Expansions expansions = new Expansions(this);
    private final Remembered<Totals.Asked, Totals> totals = new Remembered<>(QUESTIONS);
    private final Remembered<Integer, Layout> layouts = new Remembered<>(LAYOUT_BYTES, Layout::bytes);
    private volatile @Nullable Map<Dimension, long[]> everyCount;

    private Audience(IndexReader union, List<Columns> columns, @Nullable FixedBitSet hidden) {
        this.union = union;
        this.searcher = new IndexSearcher(union);
        searcher.setQueryCache(null);
        searcher.setSimilarity(Weights.SIMILARITY);
        this.columns = columns;
        this.hidden = hidden;
    }

    /// Over levels, the most open first. Levels without papers are left out, so that they leave no trace.
    static Audience over(List<DirectoryReader> levels, Function<LeafReaderContext, Columns> columns) throws IOException {
        var held = levels.stream().filter(r -> r.maxDoc() > 0).toList();
        var union = held.size() == 1 ? held.getFirst() : new MultiReader(held.toArray(IndexReader[]::new), false);
        return new Audience(union, union.leaves().stream().map(columns).toList(), hidden(union, held));
    }

    IndexSearcher searcher() {
        return searcher;
    }

    List<LeafReaderContext> leaves() {
        return union.leaves();
    }

    Columns columns(int leaf) {
        return columns.get(leaf);
    }

    /// Makes what hears of the papers found in one segment.
    interface Hearing {
        LeafCollector in(LeafReaderContext leaf) throws IOException;
    }

    /// Tells every paper that a query finds, segment by segment, in the caller's thread.
    ///
    /// @param scores which scores will be asked for
    void tell(Query query, ScoreMode scores, Hearing hearing) throws IOException {
        searcher.search(query, new CollectorManager<Collector, Boolean>() {
            @Override
            public Collector newCollector() {
                return new Collector() {
                    @Override
                    public LeafCollector getLeafCollector(LeafReaderContext leaf) throws IOException {
                        return hearing.in(leaf);
                    }

                    @Override
                    public ScoreMode scoreMode() {
                        return scores;
                    }
                };
            }

            @Override
            public Boolean reduce(Collection<Collector> collectors) {
                return true;
            }
        });
    }

    /// Whether a fuller face of the same record hides this one.
    boolean hides(int doc) {
        return hidden != null && hidden.get(doc);
    }

    /// Whether any face is hidden.
    boolean hidesAny() {
        return hidden != null;
    }

    LeafReaderContext leafOf(int doc) {
        return union.leaves().get(ReaderUtil.subIndex(doc, union.leaves()));
    }

    /// How many of all its papers have each value; counted once.
    Map<Dimension, long[]> everyCount(Lexicon lexicon) throws IOException {
        var known = everyCount;
        if (known == null) everyCount = known = Suggestions.counts(this, lexicon);
        return known;
    }

    /// What patterns stand for in its papers.
    Expansions expansions() {
        return expansions;
    }

    /// How many papers were found for the questions asked last.
    Remembered<Totals.Asked, Totals> totals() {
        return totals;
    }

    /// The words of the papers shown last, by their numbers: who asks for one page of hits sees many of the same papers on the next.
    Remembered<Integer, Layout> layouts() {
        return layouts;
    }

    Labels labels(Dimension dimension) throws IOException {
        var known = labels.get(dimension.ordinal());
        if (known != null) return known;
        var made = Labels.of(union.leaves(), dimension);
        labels.set(dimension.ordinal(), made);
        return made;
    }

    /// A paper's record id and delivery path.
    String column(int doc, String field) {
        try {
            var leaf = leafOf(doc);
            var values = field.equals(Fields.ID) ? DocValues.getBinary(leaf.reader(), field) : null;
            if (values != null) return values.advanceExact(doc - leaf.docBase) ? values.binaryValue().utf8ToString() : "";
            var sorted = DocValues.getSorted(leaf.reader(), field);
            return sorted.advanceExact(doc - leaf.docBase) ? sorted.lookupOrd(sorted.ordValue()).utf8ToString() : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Marks the faces of more open levels whose record has a fuller face at a more closed one.
    private static @Nullable FixedBitSet hidden(IndexReader union, List<DirectoryReader> levels) throws IOException {
        if (levels.size() < 2) return null;
        var hidden = new FixedBitSet(union.maxDoc());
        var bases = new ArrayList<Integer>();
        var base = 0;
        for (var level : levels) {
            bases.add(base);
            base += level.maxDoc();
        }
        for (var closed = levels.size() - 1; closed > 0; closed--)
            for (var id : fuller(levels.get(closed)))
                for (var open = 0; open < closed; open++) mark(levels.get(open), bases.get(open), id, hidden);
        return hidden.cardinality() == 0 ? null : hidden;
    }

    private static List<BytesRef> fuller(DirectoryReader level) throws IOException {
        var ids = new ArrayList<BytesRef>();
        for (var leaf : level.leaves()) {
            var fuller = leaf.reader().postings(new Term(Fields.FULLER, "1"), PostingsEnum.NONE);
            if (fuller == null) continue;
            var id = DocValues.getBinary(leaf.reader(), Fields.ID);
            var live = leaf.reader().getLiveDocs();
            for (var doc = fuller.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = fuller.nextDoc())
                if ((live == null || live.get(doc)) && id.advanceExact(doc)) ids.add(BytesRef.deepCopyOf(id.binaryValue()));
        }
        return ids;
    }

    private static void mark(DirectoryReader level, int base, BytesRef id, FixedBitSet hidden) throws IOException {
        for (var leaf : level.leaves()) {
            var faces = leaf.reader().postings(new Term(Fields.ID, id), PostingsEnum.NONE);
            if (faces == null) continue;
            for (var doc = faces.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = faces.nextDoc()) hidden.set(base + leaf.docBase + doc);
        }
    }

    /// Lets go of the union; the levels are their owner's to close.
    void close() throws IOException {
        if (union instanceof MultiReader) union.close();
    }
}
