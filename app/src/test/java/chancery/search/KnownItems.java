package chancery.search;

import chancery.archive.ArchiveFolder;
import chancery.document.Reader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import tools.jackson.databind.json.JsonMapper;

/// Prints how well half-remembered papers are found: `KnownItems ARCHIVE QUERIES`, where a line of
/// QUERIES is `{"query","doc"}`, the paper by its delivery path.
///
/// Beside the search as it is: plain BM25 over the text with the same words, query by query; and five-fold: each fifth
/// of the queries judged with weights chosen on the other four.
public final class KnownItems {
    private static final int FOLDS = 5, IN = 10;

    private KnownItems() {}

    private record Known(String query, String path) {}

    public static void main(String[] args) throws IOException {
        var json = JsonMapper.builder().build();
        var known = Files.readAllLines(Path.of(args[1])).stream().filter(l -> !l.isBlank()).map(json::readTree)
                .map(n -> new Known(n.path("query").asString(), n.path("doc").asString())).toList();
        try (var folder = ArchiveFolder.open(Path.of(args[0]), InstantSource.system()); var index = LuceneIndex.read(folder.index())) {
            var usual = ranks(known, index, folder, Weights.USUAL, Names.bundled());
            var bm25 = plain(known, index);
            System.out.println("plain BM25      " + figures(bm25));
            System.out.println("as typed        " + figures(ranks(known, index, folder, Weights.USUAL, Names.NONE)));
            System.out.println("as it is        " + figures(usual));
            System.out.println("five-fold       " + figures(fiveFold(known, index, folder)));
            compare(known, bm25, usual);
        }
    }

    private static void compare(List<Known> known, int[] bm25, int[] ours) {
        var order = IntStream.range(0, known.size()).boxed().sorted(Comparator.comparingDouble(i -> worth(bm25[i]) - worth(ours[i]))).toList();
        System.out.println("wins " + order.stream().filter(i -> worth(ours[i]) > worth(bm25[i])).count() + ", losses "
                + order.stream().filter(i -> worth(ours[i]) < worth(bm25[i])).count() + " (place in plain BM25 → place here; – is not in ten)");
        for (var i : order) if (worth(ours[i]) != worth(bm25[i])) System.out.println(place(bm25[i]) + " → " + place(ours[i]) + "  " + known.get(i).query);
    }

    private static String place(int rank) {
        return rank == 0 ? "–" : Integer.toString(rank);
    }

    private static double worth(int rank) {
        return rank == 0 ? 0 : 1.0 / rank;
    }

    private static String figures(int[] ranks) {
        return "mrr %.3f, first %.2f, in ten %.2f".formatted(IntStream.of(ranks).mapToDouble(KnownItems::worth).average().orElse(0),
                IntStream.of(ranks).filter(r -> r == 1).count() / (double) ranks.length,
                IntStream.of(ranks).filter(r -> r > 0).count() / (double) ranks.length);
    }

    /// Weights are looked for about the usual ones, one after the other.
    private static int[] fiveFold(List<Known> known, LuceneIndex index, ArchiveFolder folder) {
        var grid = new ArrayList<Weights>();
        var u = Weights.USUAL;
        for (var inTitle : new float[] {0, 0.5f, 1, 1.5f})
            for (var role : new float[] {0, 0.5f})
                for (var head : new float[] {0.6f, 0.9f}) for (var other : new float[] {0.7f, 0.9f}) for (var first : new int[] {5, 99})
            grid.add(new Weights(u.date(), inTitle, u.number(), role, other, head, first));
        var all = grid.stream().map(w -> ranks(known, index, folder, w, Names.bundled())).toList();
        var ranks = new int[known.size()];
        for (var fold = 0; fold < FOLDS; fold++) {
            var here = fold;
            var best = all.stream().max(Comparator.comparingDouble(r ->
                    IntStream.range(0, r.length).filter(i -> i % FOLDS != here).mapToDouble(i -> worth(r[i])).sum())).orElseThrow();
            for (var i = fold; i < ranks.length; i += FOLDS) ranks[i] = best[i];
        }
        return ranks;
    }

    private static int[] ranks(List<Known> known, LuceneIndex index, ArchiveFolder folder, Weights weights, Names names) {
        try (var finder = new LuceneFinder(index, folder.stacks()::room, names, weights)) {
            return known.stream().mapToInt(k -> {
                var hits = finder.find(SearchRequest.of(k.query).withSize(IN), Reader.PUBLIC).hits();
                return 1 + IntStream.range(0, hits.size()).filter(i -> k.path.endsWith(hits.get(i).card().document())).findFirst().orElse(-1);
            }).toArray();
        }
    }

    private static int[] plain(List<Known> known, LuceneIndex index) throws IOException {
        var moment = index.now();
        try {
            var audience = moment.audience(Reader.PUBLIC);
            var searcher = new IndexSearcher(audience.searcher().getIndexReader());
            searcher.setSimilarity(new BM25Similarity());
            var lexicon = new Lexicon();
            var ranks = new int[known.size()];
            for (var i = 0; i < ranks.length; i++) {
                var b = new BooleanQuery.Builder();
                for (var word : Names.words(known.get(i).query)) {
                    var forms = new SynonymQuery.Builder(Fields.TEXT);
                    for (var term : Sought.of(new Question.Wanted.Plain(word), lexicon).getFirst().row().getFirst().terms())
                        forms.addTerm(new Term(Fields.TEXT, term));
                    b.add(forms.build(), Occur.SHOULD);
                }
                var hits = searcher.search(b.build(), IN).scoreDocs;
                for (var h = 0; h < hits.length; h++)
                    if (known.get(i).path.endsWith(audience.column(hits[h].doc, Fields.PATH).split("\u0000", 2)[0])) ranks[i] = h + 1;
            }
            return ranks;
        } finally {
            index.release(moment);
        }
    }
}
