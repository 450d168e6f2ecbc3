package chancery.search;

import chancery.search.SearchRequest.Sort;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.jspecify.annotations.Nullable;

/// Finds the first papers in order. Those with every word stand before all others, so they are
/// looked for first, and the others only as far as there is room behind them.
/// By relevance, runs of papers that cannot be among the first are passed over unweighed; the order is the same as if each were weighed.
final class Ranking {
    private final Audience audience;
    private final SearchRequest request;
    private final boolean scored;
    private final boolean all;
    private final int wanted;
    private final PriorityQueue<Hit> best; // the least of them at the head

    private Ranking(Audience audience, SearchRequest request, boolean scored, boolean all, int wanted) {
        this.audience = audience;
        this.request = request;
        this.scored = scored;
        this.all = all;
        this.wanted = wanted;
        this.best = new PriorityQueue<>(Hit.ORDER.reversed());
    }

    /// The papers of the page asked for, in order.
    static List<Hit> page(Audience audience, SearchRequest request, QueryMaker.Made made) throws IOException {
        var hits = first(audience, request, made, (int) Math.min((long) request.page() * request.size(), Integer.MAX_VALUE));
        return List.copyOf(hits.subList((int) Math.min(hits.size(), (request.page() - 1L) * request.size()), hits.size()));
    }

    /// Every paper that counts, in order.
    static List<Hit> every(Audience audience, SearchRequest request, QueryMaker.Made made) throws IOException {
        return first(audience, request, made, Integer.MAX_VALUE);
    }

    private static List<Hit> first(Audience audience, SearchRequest request, QueryMaker.Made made, int wanted) throws IOException {
        var scored = made.scored() && request.sort() == Sort.RELEVANCE;
        var papers = scored ? made.papers() : made.plain();
        var hits = new Ranking(audience, request, scored, true, wanted).over(made.every().orElse(papers));
        if (made.all().isEmpty() || hits.size() == wanted) return hits;
        var others = new BooleanQuery.Builder().add(papers, Occur.MUST).add(made.all().get(), Occur.MUST_NOT).build();
        hits.addAll(new Ranking(audience, request, scored, false, wanted - hits.size()).over(others));
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
        static final Comparator<Hit> ORDER = Comparator.comparing(Hit::rank, Comparator.reverseOrder())
                .thenComparing(Hit::number).thenComparingLong(h -> place(h.moment)).thenComparing(Hit::path);

        /// Where a moment stands among others: undated papers last.
        private static long place(long moment) {
            return moment == Columns.UNDATED ? Long.MAX_VALUE : moment;
        }

        /// Whether a paper of the same number stands behind this one for certain.
        private boolean isBefore(double otherRank, long otherMoment) {
            return otherRank < rank || otherRank == rank && place(otherMoment) > place(moment);
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

    private List<Hit> over(Query papers) throws IOException {
        audience.tell(papers, scored ? ScoreMode.TOP_SCORES : ScoreMode.COMPLETE_NO_SCORES, Segment::new);
        var hits = new ArrayList<>(best);
        hits.sort(Hit.ORDER);
        return hits;
    }

    /// The papers of one segment.
    private final class Segment implements LeafCollector {
        private final LeafReaderContext leaf;
        private final Columns columns;
        private final Choice choice;
        private final @Nullable SortedDocValues numbers;
        private final @Nullable NumericDocValues added;
        private @Nullable Scorable scorer;

        Segment(LeafReaderContext leaf) throws IOException {
            this.leaf = leaf;
            this.columns = audience.columns(leaf.ord);
            this.choice = Choice.of(audience, leaf, request);
            this.numbers = request.sort() == Sort.NUMBER ? DocValues.getSorted(leaf.reader(), Fields.NUMBER_ORDER) : null;
            this.added = request.sort() == Sort.ADDED ? DocValues.getNumeric(leaf.reader(), Fields.ADDED) : null;
        }

        @Override
        public void setScorer(Scorable scorer) throws IOException {
            this.scorer = scorer;
            if (best.size() == wanted) passOver(best.element());
        }

        @Override
        public void collect(int doc) throws IOException {
            if (audience.hidesAny() && audience.hides(leaf.docBase + doc) || choice.failed(doc) != Choice.NONE_FAILED) return;
            var rank = rank(doc);
            var least = best.size() < wanted ? null : best.element();
            if (least != null && numbers == null && least.isBefore(rank, columns.moment(doc))) return;
            var hit = new Hit(leaf.docBase + doc, all, rank, number(doc), columns.moment(doc), new Path(audience, leaf.docBase + doc));
            if (least != null) {
                if (Hit.ORDER.compare(hit, least) >= 0) return;
                best.remove();
            }
            best.add(hit);
            if (best.size() == wanted) passOver(best.element());
        }

        /// Lets papers be passed over that are certainly behind one. Those that weigh the same are not.
        private void passOver(Hit least) throws IOException {
            if (scored && scorer != null) scorer.setMinCompetitiveScore((float) least.rank);
        }

        private double rank(int doc) throws IOException {
            return switch (request.sort()) {
                case RELEVANCE -> scored && scorer != null ? scorer.score() : 0;
                case DATE -> columns.moment(doc) == Columns.UNDATED ? Double.NEGATIVE_INFINITY : -columns.moment(doc);
                case DATE_DOWN -> columns.moment(doc) == Columns.UNDATED ? Double.NEGATIVE_INFINITY : columns.moment(doc);
                case ADDED -> added != null && added.advanceExact(doc) ? added.longValue() : 0;
                case NUMBER -> 0;
            };
        }

        private String number(int doc) throws IOException {
            if (numbers == null) return "";
            return numbers.advanceExact(doc) ? numbers.lookupOrd(numbers.ordValue()).utf8ToString() : "\uffff";
        }
    }
}
