package chancery.search;

import chancery.search.SearchResult.Piece;
import chancery.search.SearchResult.Snippet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.StoredFieldVisitor;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// Finds the passages of some papers that show best what a query looks for.
///
/// The index knows at which word of a paper each form stands; so nothing is analysed again:
/// positions lead to blocks, and in the few blocks shown words are counted.
final class Passages {
    private static final int MOST = 3;
    private static final int WORDS_TO_A_PASSAGE = 30;
    private static final int LENGTH = 240;      // characters shown
    private static final int WORDS_SHOWN = 40;  // about as many words
    private static final int MOST_PLACES = 400; // of one word in one paper: enough to choose from
    private static final int MOST_FORMS = 40;   // of a pattern
    private final Audience audience;
    private final List<Sought> sought;
    private final List<List<List<BytesRef>>> terms = new ArrayList<>(); // by sought, by word of its row
    private final double[] weights; // by unit

    Passages(Audience audience, List<Sought> sought, QueryMaker maker) throws IOException {
        this.audience = audience;
        this.sought = sought;
        var units = sought.stream().mapToInt(Sought::unit).max().orElse(-1) + 1;
        weights = new double[units];
        for (var s : sought) {
            var row = new ArrayList<List<BytesRef>>();
            for (var form : s.row()) row.add(terms(form, maker));
            terms.add(row);
            weights[s.unit()] = Math.max(weights[s.unit()], weight(row));
        }
    }

    private static List<BytesRef> terms(Sought.Form form, QueryMaker maker) throws IOException {
        var pattern = form.pattern();
        if (pattern == null) return form.terms().stream().map(BytesRef::new).toList();
        var words = maker.expanded(Fields.TEXT, pattern);
        return words.subList(0, Math.min(words.size(), MOST_FORMS));
    }

    /// The rarer, the more worth showing.
    private double weight(List<List<BytesRef>> row) throws IOException {
        var reader = audience.searcher().getIndexReader();
        var weight = 0.0;
        for (var word : row) {
            var papers = 0;
            for (var term : word) papers = Math.max(papers, reader.docFreq(new Term(Fields.TEXT, term)));
            weight += Math.log(1 + (reader.numDocs() + 0.5) / (papers + 0.5));
        }
        return weight;
    }

    /// What was found in a paper.
    ///
    /// @param clauses the clauses of the question that its text answers
    record Found(List<Snippet> snippets, BitSet clauses) {
        static final Found NOTHING = new Found(List.of(), new BitSet());
    }

    /// By the papers' numbers in the union.
    Map<Integer, Found> in(List<Integer> docs) throws IOException {
        var found = new HashMap<Integer, Found>();
        var sorted = docs.stream().mapToInt(Integer::intValue).sorted().toArray();
        for (var i = 0; i < sorted.length; ) {
            var leaf = audience.leafOf(sorted[i]);
            var end = i;
            while (end < sorted.length && sorted[end] < leaf.docBase + leaf.reader().maxDoc()) end++;
            in(leaf, Arrays.copyOfRange(sorted, i, end), found);
            i = end;
        }
        return found;
    }

    private void in(LeafReaderContext leaf, int[] docs, Map<Integer, Found> found) throws IOException {
        var postings = new ArrayList<List<List<PostingsEnum>>>();
        var textTerms = leaf.reader().terms(Fields.TEXT);
        var each = textTerms == null ? TermsEnum.EMPTY : textTerms.iterator();
        for (var row : terms) {
            var words = new ArrayList<List<PostingsEnum>>();
            for (var word : row) {
                var forms = new ArrayList<PostingsEnum>();
                for (var term : word) if (each.seekExact(term)) forms.add(each.postings(null, PostingsEnum.POSITIONS));
                words.add(forms);
            }
            postings.add(words);
        }
        var fields = leaf.reader().storedFields();
        for (var doc : docs) {
            var places = places(postings, doc - leaf.docBase);
            if (places.isEmpty()) continue;
            var clauses = new BitSet();
            for (var place : places) clauses.set(place.clause);
            found.put(doc, new Found(snippets(audience.layouts().of(doc, () -> layout(fields, doc - leaf.docBase)), places), clauses));
        }
    }

    private static Layout layout(StoredFields fields, int doc) throws IOException {
        var kept = new Kept();
        fields.document(doc, kept);
        return kept.packed == null ? Layout.NOTHING : Layout.unpack(kept.packed);
    }

    /// A word or row of words found.
    private record Place(int first, int last, int unit, int clause) {}

    private List<Place> places(List<List<List<PostingsEnum>>> postings, int doc) throws IOException {
        var found = new ArrayList<Place>();
        for (var i = 0; i < sought.size(); i++) {
            var s = sought.get(i);
            var row = new int[s.row().size()][];
            for (var w = 0; w < row.length; w++) row[w] = positions(postings.get(i).get(w), doc);
            Rows.find(row, s.reach(), (first, last) -> {
                if (found.size() < MOST_PLACES * sought.size()) found.add(new Place(first, last, s.unit(), s.clause()));
            });
        }
        found.sort(Comparator.comparingInt(Place::first));
        return found;
    }

    private static int[] positions(List<PostingsEnum> forms, int doc) throws IOException {
        var all = new int[8];
        var count = 0;
        for (var form : forms) {
            if (form.docID() < doc) form.advance(doc);
            if (form.docID() != doc || form.docID() == DocIdSetIterator.NO_MORE_DOCS) continue;
            for (var left = Math.min(form.freq(), MOST_PLACES); left > 0; left--) {
                if (count == all.length) all = Arrays.copyOf(all, count * 2);
                all[count++] = form.nextPosition();
            }
        }
        var found = Arrays.copyOf(all, count);
        if (forms.size() > 1) Arrays.sort(found);
        return found;
    }

    /// A run of places in one block, from one index of the list to another, exclusive.
    private record Run(int block, int from, int to, double worth) {}

    private List<Snippet> snippets(Layout layout, List<Place> places) {
        var shown = new BitSet();
        var runs = new ArrayList<Run>();
        for (var i = 0; i < MOST; i++) {
            var best = best(layout, places, shown, runs);
            if (best == null || !runs.isEmpty() && best.worth <= 0) break;
            runs.add(best);
            for (var p = best.from; p < best.to; p++) shown.set(places.get(p).unit);
        }
        if (runs.size() > 1) layout.words(layout.blocks().get(runs.stream().mapToInt(Run::block).max().orElseThrow()));
        return runs.stream().map(run -> snippet(layout, places, run)).toList();
    }

    /// The run that shows most of what has not been shown yet, so far from those taken that no words are shown twice.
    private @Nullable Run best(Layout layout, List<Place> places, BitSet shown, List<Run> taken) {
        Run best = null;
        for (var i = 0; i < places.size(); i++) {
            var first = places.get(i).first;
            var block = layout.blockAt(first);
            if (block < 0 || taken.stream().anyMatch(run -> run.block == block
                    && first > places.get(run.from).first - WORDS_TO_A_PASSAGE - WORDS_SHOWN && first < places.get(run.to - 1).last + WORDS_SHOWN))
                continue;
            var end = layout.blocks().get(block).word() + layout.blocks().get(block).words();
            var seen = new BitSet();
            double worth = 0;
            var to = i;
            while (to < places.size() && places.get(to).first < Math.min(end, places.get(i).first + WORDS_TO_A_PASSAGE)) {
                var unit = places.get(to++).unit;
                worth += seen.get(unit) ? weights[unit] * 0.05 : weights[unit] * (shown.get(unit) ? 0.3 : 1);
                seen.set(unit);
            }
            if (best == null || worth > best.worth) best = new Run(block, i, to, worth);
        }
        return best;
    }

    private static Snippet snippet(Layout layout, List<Place> places, Run run) {
        var block = layout.blocks().get(run.block);
        var words = layout.words(block);
        var marked = new BitSet();
        for (var p : places)
            if (p.last >= block.word() && p.first < block.word() + block.words())
                marked.set(Math.max(0, p.first - block.word()), Math.min(block.words(), p.last + 1 - block.word()));
        var centre = spans(words, marked);
        var first = spanOf(centre, places.get(run.from).first - block.word());
        var last = spanOf(centre, places.get(run.to - 1).last - block.word());
        var window = Window.around(words, first == null ? 0 : first.start, last == null ? Math.min(words.length(), LENGTH) : last.end, LENGTH);
        return new Snippet(pieces(words, window, centre), layout.where(run.block, words.substring(0, window.start())), block.anchor());
    }

    private record Span(int word, int start, int end, boolean holds) {}

    private static List<Span> spans(String words, BitSet marked) {
        var spans = new ArrayList<Span>();
        var scan = new Words().over(words);
        for (var i = 0; i < marked.length() && scan.next(); i++)
            if (marked.get(i)) spans.add(new Span(i, scan.start(), scan.end(), scan.hold() != Words.Hold.NOTHING));
        return spans;
    }

    private static @Nullable Span spanOf(List<Span> spans, int word) {
        for (var span : spans) if (span.word >= word) return span;
        return spans.isEmpty() ? null : spans.getLast();
    }

    private static List<Piece> pieces(String words, Window window, List<Span> spans) {
        var pieces = new ArrayList<Piece>();
        var at = window.start();
        var lead = window.start() > 0 ? "…" : "";
        for (var i = 0; i < spans.size(); i++) {
            var span = spans.get(i);
            if (span.start < window.start() || span.end > window.end()) continue;
            var end = span.end;
            while (i + 1 < spans.size() && spans.get(i).holds && spans.get(i + 1).word == spans.get(i).word + 1 && spans.get(i + 1).end <= window.end())
                end = spans.get(++i).end;
            if (span.start > at || !lead.isEmpty()) pieces.add(new Piece(lead + words.substring(at, span.start), false));
            lead = "";
            pieces.add(new Piece(words.substring(span.start, end), true));
            at = end;
        }
        var rest = lead + words.substring(at, window.end()) + (window.end() < words.length() ? "…" : "");
        if (!rest.isEmpty()) pieces.add(new Piece(rest, false));
        return pieces;
    }

    /// The words of a paper as the index keeps them.
    private static final class Kept extends StoredFieldVisitor {
        byte @Nullable [] packed;

        @Override
        public void binaryField(FieldInfo field, byte[] value) {
            packed = value;
        }

        @Override
        public Status needsField(FieldInfo field) {
            return field.name.equals(Fields.LAYOUT) ? Status.YES : Status.NO;
        }
    }
}
