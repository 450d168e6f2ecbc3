package chancery.search;

import chancery.search.SearchRequest.Sort;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/// Gathers in one pass over the papers that count: how many there are, the first of them in order, and how often each value of each dimension occurs.
/// A dimension in which something is chosen is counted as if nothing were chosen in it.
final class Harvest {
    private static final int TOGETHER = 2_048;
    private final Audience audience;
    private final SearchRequest request;
    private final boolean onlyTimes;
    private final boolean scored;
    private final @Nullable Weight all;
    private final int wanted;
    private final Comparator<Hit> order;
    private final PriorityQueue<Hit> best; // the least of them at the head
    private final Map<Dimension, long[]> counts = new EnumMap<>(Dimension.class);
    private final List<Dimension> chosen;
    private long total;
    private long withAll;
    private final Months months = new Months();

    private Harvest(Audience audience, SearchRequest request, QueryMaker.Made made, boolean onlyTimes) throws IOException {
        this.audience = audience;
        this.request = request;
        this.onlyTimes = onlyTimes;
        this.scored = !onlyTimes && made.scored() && request.sort() == Sort.RELEVANCE;
        this.all = onlyTimes || made.all().isEmpty() ? null : weight(audience, made.all());
        this.wanted = (int) Math.min((long) request.page() * request.size(), Integer.MAX_VALUE - 8);
        this.order = Hit.order();
        this.best = new PriorityQueue<>(order.reversed());
        this.chosen = List.copyOf(request.chosen().keySet().stream().sorted().toList());
        for (var dimension : Dimension.values()) counts.put(dimension, new long[audience.labels(dimension).size()]);
    }

    private static Weight weight(Audience audience, Optional<Query> query) throws IOException {
        var searcher = audience.searcher();
        return searcher.createWeight(searcher.rewrite(query.orElseThrow()), ScoreMode.COMPLETE_NO_SCORES, 1);
    }

    /// What was gathered.
    ///
    /// @param hits   those of the page asked for, in order
    /// @param counts by dimension, by the ordinals of [Audience#labels]
    /// @param months how many papers begin in each month
    record Gathered(long total, long withAll, List<Hit> hits, Map<Dimension, long[]> counts, Months months) {}

    static Gathered gather(Audience audience, SearchRequest request, QueryMaker.Made made) throws IOException {
        var harvest = new Harvest(audience, request, made, false);
        audience.searcher().search(made.papers(), harvest.manager());
        var hits = new ArrayList<>(harvest.best);
        hits.sort(harvest.order);
        var from = Math.min(hits.size(), (long) (request.page() - 1) * request.size());
        return new Gathered(harvest.total, harvest.withAll, List.copyOf(hits.subList((int) from, hits.size())), harvest.counts, harvest.months);
    }

    /// How many papers that count begin in each month, and nothing else of them.
    static Months months(Audience audience, SearchRequest request, QueryMaker.Made made) throws IOException {
        var harvest = new Harvest(audience, request, made, true);
        audience.searcher().search(made.papers(), harvest.manager());
        return harvest.months;
    }

    /// Every paper that counts, in order.
    static List<Hit> every(Audience audience, SearchRequest request, QueryMaker.Made made) throws IOException {
        var harvest = new Harvest(audience, request.withSize(1000).withPage(Integer.MAX_VALUE / 1000), made, false);
        audience.searcher().search(made.papers(), harvest.manager());
        var hits = new ArrayList<>(harvest.best);
        hits.sort(harvest.order);
        return hits;
    }

    /// A paper among the hits.
    ///
    /// @param doc    its number in the union
    /// @param all    whether it has every word
    /// @param rank   by what hits are ordered first; the greater the sooner
    /// @param number by what they are ordered next, where they are ordered by number
    /// @param moment by what equals are ordered
    /// @param path   by what those equal in that too are ordered
    record Hit(int doc, boolean all, double rank, String number, long moment, Path path) {
        static Comparator<Hit> order() {
            return Comparator.comparing((Hit h) -> !h.all).thenComparing(Hit::rank, Comparator.reverseOrder()).thenComparing(Hit::number)
                    .thenComparingLong(h -> h.moment == Columns.UNDATED ? Long.MAX_VALUE : h.moment).thenComparing(Hit::path);
        }
    }

    /// A delivery path, looked up only where two papers are equal in all else.
    private static final class Path implements Comparable<Path> {
        private final Audience audience;
        private final int doc;
        private @Nullable String words;

        Path(Audience audience, int doc) {
            this.audience = audience;
            this.doc = doc;
        }

        private String words() {
            var known = words;
            if (known == null) words = known = audience.column(doc, Fields.PATH);
            return known;
        }

        @Override
        public int compareTo(Path other) {
            return words().compareTo(other.words());
        }
    }

    private CollectorManager<Collector, Harvest> manager() {
        return new CollectorManager<>() {
            @Override
            public Collector newCollector() {
                return collector();
            }

            @Override
            public Harvest reduce(Collection<Collector> collectors) {
                return Harvest.this;
            }
        };
    }

    private Collector collector() {
        return new Collector() {
            @Override
            public LeafCollector getLeafCollector(LeafReaderContext leaf) throws IOException {
                return new Segment(leaf);
            }

            @Override
            public ScoreMode scoreMode() {
                return scored ? ScoreMode.COMPLETE : ScoreMode.COMPLETE_NO_SCORES;
            }
        };
    }

    /// The papers of one segment.
    private final class Segment implements LeafCollector {
        private final LeafReaderContext leaf;
        private final Columns columns;
        private final int[] waiting = new int[TOGETHER]; // hits to be counted, some at a time, while what is known of them is near
        private final int[][] here = new int[Dimension.values().length][]; // counts by dimension
        private int waits;
        private final List<boolean[]> wantedValues = new ArrayList<>();
        private final List<Ints> butForOne = new ArrayList<>(); // by chosen dimension: papers that fail in that one only
        private final DocIdSetIterator allHere;
        private final @Nullable SortedDocValues numbers;
        private @Nullable Scorable scorer;

        Segment(LeafReaderContext leaf) throws IOException {
            this.leaf = leaf;
            this.columns = audience.columns(leaf.ord);
            var supplier = all == null ? null : all.scorerSupplier(leaf);
            this.allHere = supplier == null ? DocIdSetIterator.empty() : supplier.get(Long.MAX_VALUE).iterator();
            this.numbers = request.sort() == Sort.NUMBER ? DocValues.getSorted(leaf.reader(), Fields.NUMBER_ORDER) : null;
            for (var dimension : Dimension.values()) here[dimension.ordinal()] = new int[columns.column(dimension).size()];
            for (var dimension : chosen) {
                wantedValues.add(audience.labels(dimension).wanted(leaf.ord, java.util.Objects.requireNonNull(request.chosen().get(dimension))));
                butForOne.add(new Ints());
            }
        }

        @Override
        public void setScorer(Scorable scorer) {
            this.scorer = scorer;
        }

        @Override
        public void collect(int doc) throws IOException {
            if (audience.hidesAny() && audience.hides(leaf.docBase + doc)) return;
            if (!chosen.isEmpty() && !isChosen(doc)) return;
            total++;
            if (waits == TOGETHER) count();
            waiting[waits++] = doc;
            if (onlyTimes) return;
            var hasAll = hasAll(doc);
            if (hasAll) withAll++;
            offer(doc, hasAll);
        }

        private boolean isChosen(int doc) {
            var failed = -1;
            for (var i = 0; i < chosen.size(); i++) {
                if (columns.column(chosen.get(i)).any(doc, wantedValues.get(i))) continue;
                if (failed >= 0) return false;
                failed = i;
            }
            if (failed >= 0) butForOne.get(failed).add(doc);
            return failed < 0;
        }

        private boolean hasAll(int doc) throws IOException {
            if (all == null) return true;
            return allHere.docID() == doc || allHere.docID() < doc && allHere.advance(doc) == doc;
        }

        private void offer(int doc, boolean hasAll) throws IOException {
            var rank = rank(doc);
            var least = best.size() < wanted ? null : best.peek();
            if (least != null && (!hasAll && least.all || hasAll == least.all && rank < least.rank)) return;
            var hit = new Hit(leaf.docBase + doc, hasAll, rank, number(doc), columns.moment(doc), new Path(audience, leaf.docBase + doc));
            if (least != null) {
                if (order.compare(hit, least) >= 0) return;
                best.poll();
            }
            best.add(hit);
        }

        private double rank(int doc) throws IOException {
            return switch (request.sort()) {
                case RELEVANCE -> scored && scorer != null ? scorer.score() : 0;
                case DATE -> columns.moment(doc) == Columns.UNDATED ? Double.NEGATIVE_INFINITY : -columns.moment(doc);
                case DATE_DOWN -> columns.moment(doc) == Columns.UNDATED ? Double.NEGATIVE_INFINITY : columns.moment(doc);
                case ADDED -> added(doc);
                case NUMBER -> 0;
            };
        }

        private double added(int doc) throws IOException {
            var values = DocValues.getNumeric(leaf.reader(), Fields.ADDED);
            return values.advanceExact(doc) ? values.longValue() : 0;
        }

        private String number(int doc) throws IOException {
            if (numbers == null) return "";
            return numbers.advanceExact(doc) ? numbers.lookupOrd(numbers.ordValue()).utf8ToString() : "\uffff";
        }

        private void count() {
            if (!onlyTimes) for (var dimension : Dimension.values()) columns.column(dimension).count(waiting, waits, here[dimension.ordinal()]);
            months.add(columns, waiting, waits);
            waits = 0;
        }

        @Override
        public void finish() throws IOException {
            count();
            if (onlyTimes) return;
            for (var dimension : Dimension.values()) {
                var asChosen = chosen.indexOf(dimension);
                if (asChosen >= 0) columns.column(dimension).count(butForOne.get(asChosen).all, butForOne.get(asChosen).size, here[dimension.ordinal()]);
                audience.labels(dimension).add(leaf.ord, here[dimension.ordinal()], java.util.Objects.requireNonNull(counts.get(dimension)));
            }
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
