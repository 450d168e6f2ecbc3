package chancery.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chancery.archive.ArchiveFolder;
import chancery.archive.DeliveryNote;
import chancery.archive.Papers;
import chancery.archive.Submission;
import chancery.document.Access;
import chancery.document.Reader;
import chancery.document.RecordId;
import chancery.document.Release;
import chancery.search.Dimension;
import chancery.search.Finder;
import chancery.search.Indexer;
import chancery.search.LuceneFinder;
import chancery.search.LuceneIndex;
import chancery.search.SearchRequest;
import chancery.search.SearchResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pages show the papers that the whole list has, in its order, and their counts are those of the papers: passing over
/// what cannot be among the first, and remembering counts, changes nothing.
/// The whole list itself has every word of the question just where the papers have it, by their own words, and by date it goes as they are dated. A third of
/// the papers are closed or have a closed text beside an open one, and the archive's own people ask too.
class HitsInOrderTest {
    private static final int PAPERS = 1_600, QUESTIONS = 120;
    private static final List<String> WORDS = List.of("bridge", "treaty", "grain", "envoy", "frontier", "loan",
            "cabinet", "ferry", "quota", "tariff", "garrison", "mill", "protest", "pledge", "lantern", "orchard");

    @TempDir
    Path temp;

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final Map<String, Written> written = new HashMap<>();

    /// A paper as it was written: its words that anybody may read and those of the closed text (all of them where the paper is closed), and its date.
    private record Written(Set<String> open, Set<String> closed, String date) {
        boolean hasAll(List<String> words, Reader reader) {
            var seen = new HashSet<>(open);
            if (reader.equals(Reader.STAFF)) seen.addAll(closed);
            return seen.containsAll(words);
        }

        boolean isSeen(Reader reader) {
            return !open.isEmpty() || reader.equals(Reader.STAFF);
        }
    }

    @Test
    void ofManyPapersWithMuchInCommon() throws Exception {
        try (var folder = Archive.filled(temp.resolve("archive"),
                papers(0)); var index = LuceneIndex.own(folder.index()); var finder = new LuceneFinder(index, folder.stacks()::room)) {
            new Indexer(folder.stacks(), index).follow();
            take(folder, papers(PAPERS / 2)); // a second segment
            new Indexer(folder.stacks(), index).follow();
            for (var i = 0; i < QUESTIONS; i++) agree(finder, request());
            for (var reader : List.of(Reader.PUBLIC, Reader.STAFF)) asWritten(finder, reader);
        }
    }

    private void asWritten(Finder finder, Reader reader) {
        var titles = inOrderOfDate(finder, reader);
        for (var i = 0; i < QUESTIONS / 4; i++) {
            var words = List.copyOf(all(words(1 + random.nextInt(5))));
            var expected = written.entrySet().stream().filter(p -> p.getValue().isSeen(reader) && p.getValue().hasAll(words, reader))
                    .map(Map.Entry::getKey).collect(Collectors.toSet());
            var request = SearchRequest.of(String.join(" ", words)).withStrict(true);
            var said = "seed " + seed + ", " + reader.word() + ", " + words;
            assertEquals(expected, finder.all(request, reader).stream().map(titles::get).collect(Collectors.toSet()), said);
            assertEquals(expected.size(), finder.find(request.withStrict(false), reader).withAll(), said);
        }
    }

    /// All papers that a reader may see, page by page as they are dated, undated ones last: their titles by their records.
    private Map<RecordId, String> inOrderOfDate(Finder finder, Reader reader) {
        var titles = new LinkedHashMap<RecordId, String>();
        var request = SearchRequest.of("").withSort(SearchRequest.Sort.DATE).withSize(100);
        for (var page = 1; (page - 1) * 100L < written.size(); page++)
            for (var hit : finder.find(request.withPage(page), reader).hits()) titles.put(hit.card().id(), hit.card().title());
        var seen = written.entrySet().stream().filter(p -> p.getValue().isSeen(reader)).toList();
        assertEquals(seen.stream().map(Map.Entry::getKey).collect(Collectors.toSet()), new HashSet<>(titles.values()), "seed " + seed);
        assertEquals(seen.stream().map(p -> dated(p.getValue())).sorted().toList(),
                titles.values().stream().map(t -> dated(Objects.requireNonNull(written.get(t)))).toList(), "seed " + seed);
        return titles;
    }

    private static String dated(Written paper) {
        return paper.date().isEmpty() ? "undated" : paper.date();
    }

    /// Words come as often as their place in the list says, so that many papers weigh the same and some words are in most.
    private List<Submission> papers(int from) {
        var papers = new ArrayList<Submission>();
        for (var i = from; i < from + PAPERS / 2; i++) {
            var date = random.nextInt(20) == 0 ? "" : "19%02d-%02d-%02d".formatted(30 + random.nextInt(5), 1 + random.nextInt(12), 1 + random.nextInt(28));
            papers.add(paper(i, date, random.nextInt(6)));
        }
        return papers;
    }

    private Submission paper(int number, String date, int lot) {
        var title = "Paper " + number + " " + words(2);
        var text = List.of(words(3 + random.nextInt(25)), words(random.nextInt(40)));
        var closed = words(1 + random.nextInt(30));
        var paper = Papers.paper(number + ".md", title, date, text.getFirst(), text.getLast());
        var open = all(title + " " + String.join(" ", text));
        written.put(title, new Written(lot == 0 ? Set.of() : open, lot == 0 ? open : lot == 1 ? all(closed) : Set.of(), date));
        if (lot == 0) return Papers.released(paper, Release.of(Access.WITHHELD));
        return lot == 1 ? Papers.with(paper, Papers.text(closed), Release.of(Access.WITHHELD)) : paper;
    }

    private static Set<String> all(String words) {
        return new HashSet<>(List.of(words.strip().split(" +")));
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
        var query = words(random.nextInt(7)) + List.of("", "", " -mill", " +grain", " \"bridge treaty\"", " gra*").get(random.nextInt(6));
        var request = SearchRequest.of(query.strip()).withSort(SearchRequest.Sort.values()[random.nextInt(5)])
                .withStrict(random.nextInt(5) == 0).withDates(random.nextInt(4) == 0 ? "1931/1932" : "");
        return random.nextInt(3) == 0 ? request.toggled(Dimension.YEAR, "193" + random.nextInt(5)).toggled(Dimension.YEAR, "1933") : request;
    }

    private void agree(Finder finder, SearchRequest request) {
        var reader = random.nextBoolean() ? Reader.PUBLIC : Reader.STAFF;
        var said = "seed " + seed + ", " + reader.word() + ", " + request;
        var all = finder.all(request, reader);
        var size = 1 + random.nextInt(60);
        var found = new ArrayList<RecordId>();
        var withAll = 0;
        var months = new TreeMap<String, Long>();
        var isInDates = request.dates().isEmpty();
        for (var page = 1; page == 1 || (page - 1) * size < all.size() && page < 15; page++) {
            var result = finder.find(request.withSize(size).withPage(page), reader);
            assertEquals(all.size(), result.total(), said);
            for (var hit : result.hits()) {
                found.add(hit.card().id());
                if (hit.all()) withAll++;
                hit.card().dating().edtf().ifPresent(date -> months.merge(date.first().toString().substring(0, 7), 1L, Long::sum));
            }
            if (found.size() == all.size()) {
                assertEquals(result.withAll(), withAll, said);
                if (isInDates) assertEquals(months, result.months(), said);
                counts(finder, reader, result, said);
            }
        }
        assertEquals(all.subList(0, found.size()), found, said);
        assertEquals(found.size(), new HashSet<>(found).size(), said);
    }

    /// A value counts what would be found if it alone were chosen of its dimension.
    private static void counts(Finder finder, Reader reader, SearchResult result, String said) {
        for (var facet : result.facets()) {
            var value = facet.values().getFirst();
            var alone = result.request().without(facet.dimension()).toggled(facet.dimension(), value.value());
            assertEquals(finder.find(alone, reader).total(), value.count(), said + ", " + facet.dimension() + " " + value);
        }
    }
}
