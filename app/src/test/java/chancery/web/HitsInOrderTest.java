package chancery.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chancery.archive.ArchiveFolder;
import chancery.archive.DeliveryNote;
import chancery.archive.Papers;
import chancery.archive.Submission;
import chancery.document.Access;
import chancery.document.Reader;
import chancery.document.RecordId;
import chancery.search.Dimension;
import chancery.search.Finder;
import chancery.search.Indexer;
import chancery.search.LuceneFinder;
import chancery.search.LuceneIndex;
import chancery.search.SearchRequest;
import chancery.search.SearchResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pages show the papers that the whole list has, in its order, and their counts are those of the papers: passing over what cannot be among the first, and remembering counts, changes nothing.
class HitsInOrderTest {
    private static final int PAPERS = 1_600, QUESTIONS = 120;
    private static final List<String> WORDS = List.of("river", "treaty", "grain", "envoy", "frontier", "loan", "cabinet", "ferry", "quota", "tariff", "garrison", "mill", "protest", "pledge", "lantern", "orchard");

    @TempDir
    Path temp;

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Test
    void ofManyPapersWithMuchInCommon() throws Exception {
        try (var folder = Archive.filled(temp.resolve("archive"), papers(0)); var index = LuceneIndex.own(folder.index()); var finder = new LuceneFinder(index, folder.stacks()::room)) {
            new Indexer(folder.stacks(), index).follow();
            take(folder, papers(PAPERS / 2)); // a second segment
            new Indexer(folder.stacks(), index).follow();
            for (var i = 0; i < QUESTIONS; i++) agree(finder, request());
        }
    }

    /// Words come as often as their place in the list says, so that many papers weigh the same and some words are in most.
    private List<Submission> papers(int from) {
        var papers = new ArrayList<Submission>();
        for (var i = from; i < from + PAPERS / 2; i++) {
            var date = random.nextInt(20) == 0 ? "" : "19%02d-%02d-%02d".formatted(30 + random.nextInt(5), 1 + random.nextInt(12), 1 + random.nextInt(28));
            papers.add(Papers.paper(i + ".md", words(2), date, words(3 + random.nextInt(25)), words(random.nextInt(40))));
        }
        return papers;
    }

    private String words(int many) {
        var words = new ArrayList<String>();
        for (var i = 0; i < many; i++) words.add(WORDS.get((int) (WORDS.size() * Math.pow(random.nextDouble(), 2))));
        return String.join(" ", words);
    }

    private static void take(ArchiveFolder folder, List<Submission> papers) {
        try (var accession = folder.stacks().accession(new DeliveryNote("papers", "papers", "tester", Access.PUBLIC, true, List.of(), false, true))) {
            accession.take(papers);
            accession.finish();
        }
    }

    private SearchRequest request() {
        var query = words(random.nextInt(7)) + List.of("", "", " -mill", " +grain", " \"river treaty\"", " gra*").get(random.nextInt(6));
        var request = SearchRequest.of(query.strip()).withSort(SearchRequest.Sort.values()[random.nextInt(5)]).withStrict(random.nextInt(5) == 0).withDates(random.nextInt(4) == 0 ? "1931/1932" : "");
        return random.nextInt(3) == 0 ? request.toggled(Dimension.YEAR, "193" + random.nextInt(5)).toggled(Dimension.YEAR, "1933") : request;
    }

    private void agree(Finder finder, SearchRequest request) {
        var said = "seed " + seed + ", " + request;
        var all = finder.all(request, Reader.PUBLIC);
        var size = 1 + random.nextInt(60);
        var found = new ArrayList<RecordId>();
        var withAll = 0;
        var months = new TreeMap<String, Long>();
        var isInDates = request.dates().isEmpty();
        for (var page = 1; page == 1 || (page - 1) * size < all.size() && page < 15; page++) {
            var result = finder.find(request.withSize(size).withPage(page), Reader.PUBLIC);
            assertEquals(all.size(), result.total(), said);
            for (var hit : result.hits()) {
                found.add(hit.card().id());
                if (hit.all()) withAll++;
                hit.card().dating().edtf().ifPresent(date -> months.merge(date.first().toString().substring(0, 7), 1L, Long::sum));
            }
            if (found.size() == all.size()) {
                assertEquals(result.withAll(), withAll, said);
                if (isInDates) assertEquals(months, result.months(), said);
                counts(finder, result, said);
            }
        }
        assertEquals(all.subList(0, found.size()), found, said);
        assertEquals(found.size(), new HashSet<>(found).size(), said);
    }

    /// A value counts what would be found if it alone were chosen of its dimension.
    private static void counts(Finder finder, SearchResult result, String said) {
        for (var facet : result.facets()) {
            var value = facet.values().getFirst();
            var alone = result.request().without(facet.dimension()).toggled(facet.dimension(), value.value());
            assertEquals(finder.find(alone, Reader.PUBLIC).total(), value.count(), said + ", " + facet.dimension() + " " + value);
        }
    }
}
