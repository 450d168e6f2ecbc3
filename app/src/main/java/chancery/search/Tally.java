package chancery.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.DocIdStream;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/// Counts the papers that a question finds, in one pass and without weighing them: how many there are, how many with every word, how often
/// each value of each dimension occurs, how many begin in each month.
/// A dimension in which something is chosen is counted as if nothing were chosen in it.
final class Tally {
    private static final int TOGETHER = 2_048;
    private final Audience audience;
    private final SearchRequest request;
    private final boolean onlyTimes;
    private final @Nullable Weight all;
    private final Map<Dimension, long[]> values = new EnumMap<>(Dimension.class);
    private final Months months = new Months();
    private long total;
    private long withAll;

    private Tally(Audience audience, SearchRequest request, @Nullable Query all, boolean onlyTimes) throws IOException {
        this.audience = audience;
        this.request = request;
        this.onlyTimes = onlyTimes;
        this.all = all == null ? null : audience.searcher().createWeight(audience.searcher().rewrite(all), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (var dimension : Dimension.values()) values.put(dimension, new long[audience.labels(dimension).size()]);
    }

    /// What was counted.
    ///
    /// @param withAll how many have every word
    /// @param values  by dimension, by the ordinals of [Audience#labels]
    record Counts(long total, long withAll, Map<Dimension, long[]> values, Months months) {}

    static Counts of(Audience audience, SearchRequest request, QueryMaker.Made made) throws IOException {
        var tally = new Tally(audience, request, made.all().orElse(null), false).over(made);
        return new Counts(tally.total, tally.all == null ? tally.total : tally.withAll, tally.values, tally.months);
    }

    /// How many papers begin in each month, and nothing else of them.
    static Months months(Audience audience, SearchRequest request, QueryMaker.Made made) throws IOException {
        return new Tally(audience, request, null, true).over(made).months;
    }

    private Tally over(QueryMaker.Made made) throws IOException {
        audience.tell(made.plain(), ScoreMode.COMPLETE_NO_SCORES, Segment::new);
        return this;
    }

    /// The papers of one segment.
    private final class Segment implements LeafCollector {
        private final LeafReaderContext leaf;
        private final Columns columns;
        private final Choice choice;
        private final int[] waiting = new int[TOGETHER]; // papers to be counted, some at a time, while what is known of them is near
        private final int[][] here = new int[Dimension.values().length][]; // counts by dimension
        private final List<Ints> butForOne = new ArrayList<>(); // by chosen dimension: papers that fail in that one only
        private final @Nullable DocIdSetIterator allHere;
        private int waits;

        Segment(LeafReaderContext leaf) throws IOException {
            this.leaf = leaf;
            this.columns = audience.columns(leaf.ord);
            this.choice = Choice.of(audience, leaf, request);
            var supplier = all == null ? null : all.scorerSupplier(leaf);
            this.allHere = supplier == null ? null : supplier.get(Long.MAX_VALUE).iterator();
            for (var dimension : Dimension.values()) here[dimension.ordinal()] = new int[columns.column(dimension).size()];
            for (var ignored : choice.dimensions()) butForOne.add(new Ints());
        }

        @Override
        public void setScorer(Scorable scorer) {}

        @Override
        public void collect(int doc) throws IOException {
            if (audience.hidesAny() && audience.hides(leaf.docBase + doc)) return;
            var failed = choice.failed(doc);
            if (failed >= 0) butForOne.get(failed).add(doc);
            if (failed != Choice.NONE_FAILED) return;
            if (allHere != null && (allHere.docID() == doc || allHere.docID() < doc && allHere.advance(doc) == doc)) withAll++;
            waiting[waits++] = doc;
            if (waits == TOGETHER) count();
        }

        @Override
        public void collect(DocIdStream papers) throws IOException {
            if (audience.hidesAny() || allHere != null || !choice.dimensions().isEmpty()) {
                papers.forEach(this::collect);
                return;
            }
            count();
            while ((waits = papers.intoArray(waiting)) > 0) count();
        }

        private void count() {
            if (!onlyTimes) for (var dimension : Dimension.values()) columns.column(dimension).count(waiting, waits, here[dimension.ordinal()]);
            months.add(columns, waiting, waits);
            total += waits;
            waits = 0;
        }

        @Override
        public void finish() throws IOException {
            count();
            if (onlyTimes) return;
            for (var i = 0; i < butForOne.size(); i++) {
                var dimension = choice.dimensions().get(i);
                columns.column(dimension).count(butForOne.get(i).all, butForOne.get(i).size, here[dimension.ordinal()]);
            }
            for (var dimension : Dimension.values())
                audience.labels(dimension).add(leaf.ord, here[dimension.ordinal()], Objects.requireNonNull(values.get(dimension)));
        }
    }

    private static final class Ints {
        int[] all = new int[64];
        int size;

        void add(int n) {
            if (size == all.length) all = Arrays.copyOf(all, size * 2);
            all[size++] = n;
        }
    }
}
