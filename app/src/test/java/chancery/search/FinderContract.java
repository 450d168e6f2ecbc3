package chancery.search;

import static chancery.archive.Papers.delivery;
import static chancery.archive.Papers.paper;
import static chancery.archive.Papers.released;
import static chancery.archive.Papers.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.archive.ArchiveFolder;
import chancery.archive.Card;
import chancery.archive.Papers;
import chancery.archive.SettingsFile;
import chancery.archive.Stacks;
import chancery.archive.Submission;
import chancery.document.Access;
import chancery.document.PlainLayer;
import chancery.document.Reader;
import chancery.document.RecordId;
import chancery.document.Release;
import chancery.search.SearchRequest.Sort;
import chancery.search.SearchResult.Hit;
import chancery.search.SearchResult.Value;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What every [Finder] promises, whatever it keeps its words in. How well hits are ordered is no promise and is measured elsewhere. One
/// archive serves all questions; who changes it makes it anew.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FinderContract {
    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);
    @TempDir
    static Path temp;
    private ArchiveFolder folder;
    private Finder finder;
    private int made;

    /// A finder over what these stacks hold, which follows them at once and whenever [#follow] asks.
    abstract Finder over(Stacks stacks, Path place);

    /// Brings the finder up to the journal.
    abstract void follow();

    @BeforeAll
    void open() {
        var place = temp.resolve("a" + made++);
        ArchiveFolder.init(place, SettingsFile.titled("Test"), KEY, () -> Instant.parse("2031-05-06T07:08:09Z"));
        folder = ArchiveFolder.open(place, () -> Instant.parse("2031-05-06T07:08:09Z"));
        take(paper("v/1.md", "Tressider to Fenwarren", "1934-02-03", "Cablegram 7 VELISK, 3 February 1934",
                "The regent spoke of the oil concession and of pumps."),
                paper("v/2.md", "Fenwarren to Tressider", "1934-02-05", "Cablegram 8 PORT ORVANE, 5 February 1934",
                        "Your telegram 7. The oil concessions were extended; the pumps were not."),
                paper("v/3.md", "Pell to Fenwarren", "1933-11", "Letter BELLEGREVE, November 1933", "I saw nineteen pumps and one cow at the jetty."),
                paper("v/4.md", "Minute by Vyle", "1936~", "Minute by Vyle", "The concession of oil is not an oil concession."),
                released(paper("v/5.md", "Garth to Vyle", "1934-03-01", "Cablegram 9 VELISK, 1 March 1934",
                        "Zanzibar must not be named with the oil concession."), Release.of(Access.WITHHELD)),
                Papers.with(paper("v/6.md", "Lyle to Vyle", "1935-01-02", "Letter VELISK, 2 January 1935", "Of pumps I know nothing."),
                        text("Quagga, a closed translation."), Release.of(Access.WITHHELD)));
        finder = over(folder.stacks(), place);
    }

    @AfterAll
    void close() {
        finder.close();
        closed();
        folder.close();
    }

    /// Lets go of whatever stands behind a finder that was closed.
    abstract void closed();

    private void take(Submission... papers) {
        try (var accession = folder.stacks().accession(delivery("papers", Access.PUBLIC))) {
            accession.take(List.of(papers));
            accession.finish();
        }
    }

    private SearchResult find(String query) {
        return finder.find(SearchRequest.of(query), Reader.PUBLIC);
    }

    private Set<String> found(String query, Reader reader) {
        var titles = new HashSet<String>();
        for (var hit : finder.find(SearchRequest.of(query).withStrict(true), reader).hits()) titles.add(hit.card().title());
        return titles;
    }

    private static List<RecordId> ids(SearchResult result) {
        return result.hits().stream().map(Hit::card).map(Card::id).toList();
    }

    // ---- queries

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, quoteCharacter = '`', textBlock = """
        QUERY                         | FOUND, BY NUMBER OF THE PAPER
        ``                            | 1 2 3 4 6
        oil                           | 1 2 4
        oil concession                | 1 2 4
        "oil concession"              | 1 4
        "concession oil"              |
        conces*                       | 1 2 4
        pumps -cow                    | 1 2 6
        pumps NOT cow                 | 1 2 6
        cow OR regent                 | 1 3
        (cow OR regent) pumps         | 1 3
        title:vyle                    | 4 6
        no:8                          | 2
        kind:letter                   | 3 6
        date:1934                     | 1 2
        date:before 1934              | 3
        zanzibar                      |
        quagga                        |
        """)
    void findsByTheRulesOfItsLanguage(String query, String expected) {
        var numbers = Map.of("Tressider to Fenwarren", 1, "Fenwarren to Tressider", 2,
                "Pell to Fenwarren", 3, "Minute by Vyle", 4, "Garth to Vyle", 5, "Lyle to Vyle", 6);
        var titles = found(query, Reader.PUBLIC);
        assertEquals(expected == null ? "" : expected, String.join(" ", titles.stream().map(numbers::get).sorted().map(String::valueOf).toList()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "(", "((((", "\"open", "a OR", "OR", "-", "--", "*", "?*", "~", "a~99999999999", ":", "no:", "date:",
            "date:x/y", "from:\"", "[a TO b]", "\\", "\u0000", "😀", "a AND NOT", "{!func}1", "/re(gex/", "<script>", "%", "‐‑–—", "\u202e"})
    void neverFailsOnAQuery(String query) {
        for (var reader : List.of(Reader.PUBLIC, Reader.STAFF)) {
            var result = finder.find(SearchRequest.of(query), reader);
            assertEquals(result.total(), finder.all(SearchRequest.of(query), reader).size());
            finder.meant(query, reader);
            finder.suggest(query, reader);
        }
        finder.fewer(query);
        finder.wording(query).isIn("words");
        finder.marks(query, PlainLayer.of(text("words")));
    }

    @Test
    void longQueriesAreAnsweredToo() {
        assertTrue(find("oil ".repeat(3_000)).total() > 0);
        assertEquals(0, find("x".repeat(20_000)).total());
        assertTrue(find("(".repeat(3_000) + "oil").total() > 0);
    }

    // ---- pages and orders

    @Test
    void pagesTogetherAreTheWholeListEachPaperOnce() {
        for (var sort : Sort.values()) {
            var request = SearchRequest.of("oil OR pumps OR letter").withSort(sort).withSize(2);
            var all = finder.all(request, Reader.PUBLIC);
            assertEquals(all.size(), new HashSet<>(all).size());
            var paged = new ArrayList<RecordId>();
            for (var page = 1; page <= (all.size() + 1) / 2; page++) {
                var result = finder.find(request.withPage(page), Reader.PUBLIC);
                assertEquals(all.size(), result.total());
                assertEquals(request.withPage(page), result.request());
                paged.addAll(ids(result));
            }
            assertEquals(all, paged, sort.toString());
            assertEquals(List.of(), ids(finder.find(request.withPage(1_000), Reader.PUBLIC)), "past the last page there is nothing, and no fault");
        }
    }

    @Test
    void byDateTheEarliestComesFirstAndTheOtherWayRound() {
        var titles = titles(finder.find(SearchRequest.of("").withSort(Sort.DATE), Reader.PUBLIC));
        assertEquals(List.of("Pell to Fenwarren", "Tressider to Fenwarren", "Fenwarren to Tressider", "Lyle to Vyle", "Minute by Vyle"), titles);
        assertEquals(titles.reversed(), titles(finder.find(SearchRequest.of("").withSort(Sort.DATE_DOWN), Reader.PUBLIC)));
    }

    private static List<String> titles(SearchResult result) {
        return result.hits().stream().map(h -> h.card().title()).toList();
    }

    @Test
    void everyWordFirstAndStrictIsOnlyThose() {
        var loose = find("cow regent pumps");
        var strict = finder.find(SearchRequest.of("cow regent pumps").withStrict(true), Reader.PUBLIC);
        assertEquals(strict.total(), loose.withAll());
        assertTrue(loose.total() >= strict.total());
        assertEquals(loose.hits().stream().map(Hit::all).sorted(java.util.Comparator.reverseOrder()).toList(), loose.hits().stream().map(Hit::all).toList());
        assertTrue(strict.hits().stream().allMatch(Hit::all));
    }

    @Test
    void theSameQuestionHasTheSameAnswer() {
        for (var query : List.of("", "oil", "\"oil concession\"", "pumps OR oil"))
            assertEquals(finder.find(SearchRequest.of(query), Reader.PUBLIC), finder.find(SearchRequest.of(query), Reader.PUBLIC));
    }

    @Test
    void manyMayAskAtOnce() throws Exception {
        var queries = List.of("", "oil", "pumps -cow", "conces*", "\"oil concession\"", "date:1934", "zanzibar", "quagga");
        var expected = queries.stream().map(q -> finder.find(SearchRequest.of(q), Reader.PUBLIC)).toList();
        var staff = queries.stream().map(q -> finder.find(SearchRequest.of(q), Reader.STAFF)).toList();
        try (var threads = Executors.newFixedThreadPool(4)) {
            var tasks = IntStream.range(0, 160).<Callable<Boolean>>mapToObj(i -> () -> i % 2 == 0
                    ? finder.find(SearchRequest.of(queries.get(i / 2 % 8)), Reader.PUBLIC).equals(expected.get(i / 2 % 8))
                    : finder.find(SearchRequest.of(queries.get(i / 2 % 8)), Reader.STAFF).equals(staff.get(i / 2 % 8))).toList();
            for (var done : threads.invokeAll(tasks)) assertTrue(done.get());
        }
    }

    // ---- counts

    @Test
    void aFacetCountsWhatIsFoundWithItsValue() {
        for (var query : List.of("", "oil", "pumps OR concession")) {
            var result = find(query);
            for (var facet : result.facets()) {
                for (var value : facet.values()) {
                    var narrowed = finder.find(SearchRequest.of(query).toggled(facet.dimension(), value.value()), Reader.PUBLIC);
                    assertEquals(value.count(), narrowed.total(), facet.dimension() + " " + value.label());
                    assertTrue(narrowed.facets().stream().filter(f -> f.dimension() == facet.dimension()).flatMap(f -> f.values().stream())
                            .anyMatch(v -> v.value().equals(value.value()) && v.chosen()), "chosen ones always stand there");
                }
            }
        }
    }

    @Test
    void twoValuesOfOneDimensionAreEitherAndOfTwoAreBoth() {
        var kind = finder.values(SearchRequest.of(""), Dimension.KIND, Reader.PUBLIC);
        assertTrue(kind.size() >= 2);
        var either = SearchRequest.of("").toggled(Dimension.KIND, kind.get(0).value()).toggled(Dimension.KIND, kind.get(1).value());
        assertEquals(kind.get(0).count() + kind.get(1).count(), finder.find(either, Reader.PUBLIC).total());
        var both = finder.find(either.toggled(Dimension.YEAR, "1934"), Reader.PUBLIC);
        assertEquals(ids(both).stream().filter(ids(finder.find(SearchRequest.of("date:1934"), Reader.PUBLIC))::contains).count(), both.total());
        assertTrue(both.total() < finder.find(either, Reader.PUBLIC).total());
    }

    @Test
    void everyValueOfADimensionTheMostFrequentFirst() {
        for (var dimension : Dimension.values()) {
            var values = finder.values(SearchRequest.of(""), dimension, Reader.PUBLIC);
            assertEquals(values.stream().map(Value::count).sorted(java.util.Comparator.reverseOrder()).toList(), values.stream().map(Value::count).toList());
            assertEquals(values.size(), values.stream().map(Value::value).distinct().count());
            var facet = find("").facets().stream().filter(f -> f.dimension() == dimension).findFirst();
            assertEquals(values.size(), facet.map(f -> f.values().size() + f.more()).orElse(0), dimension.toString());
            assertEquals(facet.map(SearchResult.Facet::values).orElse(List.of()), values.subList(0, facet.map(f -> f.values().size()).orElse(0)));
        }
    }

    @Test
    void monthsAreCountedAsIfNoDatesWereAskedFor() {
        var months = new TreeMap<>(Map.of("1934-02", 2L, "1933-11", 1L, "1935-01", 1L, "1936-01", 1L));
        assertEquals(months, find("").months());
        var narrowed = finder.find(SearchRequest.of("").withDates("1934"), Reader.PUBLIC);
        assertEquals(2, narrowed.total());
        assertEquals(months, narrowed.months());
    }

    /// A paper of a month may be of half of it; one whose date is marked as doubtful may be of another year.
    @ParameterizedTest(name = "{0}: {1}, certainly {2}")
    @CsvSource(delimiter = '|', textBlock = """
            Nov 1933                | 3     | 3
            1933                    | 3     | 3
            1933-11-01/1933-11-15   | 3     | ''
            1934-02-03              | 1     | 1
            1936                    | 4     | ''
            1930s                   | 1 2 3 4 6 | 1 2 3 6
            """)
    void datesAreCertainWhereThatIsAskedFor(String dates, String possible, String certain) {
        var request = SearchRequest.of("").withDates(dates);
        assertEquals(possible, numbers(request));
        assertEquals(certain, numbers(request.withCertain(true)));
        assertEquals(certain.isEmpty() ? 0 : certain.split(" ").length, finder.find(request.withCertain(true), Reader.PUBLIC).total());
        assertEquals(numbers(SearchRequest.of("")), numbers(SearchRequest.of("").withCertain(true)), "without dates it asks nothing");
    }

    private String numbers(SearchRequest request) {
        return finder.find(request, Reader.PUBLIC).hits().stream().map(h -> h.card().document().replaceAll("\\D", "")).sorted()
                .collect(java.util.stream.Collectors.joining(" "));
    }

    @Test
    void anAddressKeepsItsMeaningWhenItsValueIsGone() {
        var request = new SearchRequest("", "", Map.of(Dimension.SUBJECT, new LinkedHashSet<>(List.of("Nobody wrote of this"))), Sort.RELEVANCE, 1, 20, false);
        assertEquals(0, finder.find(request, Reader.PUBLIC).total());
        assertThrows(IllegalArgumentException.class, () -> request.withPage(0));
        assertThrows(IllegalArgumentException.class, () -> request.withSize(1_001));
    }

    // ---- who sees what

    /// What is closed to a reader has no part in any answer: no hit, count, suggestion or correction.
    @Test
    void whatIsClosedIsNowhere() {
        for (var word : List.of("zanzibar", "quagga")) {
            assertEquals(0, find(word).total());
            assertEquals(List.of(), finder.suggest(word, Reader.PUBLIC));
            assertEquals(1, finder.find(SearchRequest.of(word), Reader.STAFF).total());
            for (var misspelled : List.of(word.replace('a', 'o'), word + "s")) assertFalse(finder.meant(misspelled, Reader.PUBLIC).contains(word));
        }
        assertEquals(6, finder.find(SearchRequest.of(""), Reader.STAFF).total());
        assertFalse(find("").months().containsKey("1934-03"));
        assertFalse(finder.values(SearchRequest.of(""), Dimension.FROM, Reader.PUBLIC).stream().anyMatch(v -> v.label().contains("Garth")));
        assertTrue(finder.values(SearchRequest.of(""), Dimension.FROM, Reader.STAFF).stream().anyMatch(v -> v.label().contains("Garth")));
        assertFalse(find("lyle").hits().getFirst().snippets().toString().contains("Quagga"));
    }

    /// Closed papers weigh nothing: the order and the passages are those of an archive that never held them.
    @Test
    void aReaderWhoMaySeeLessNeverSeesMore() {
        for (var query : List.of("", "oil", "pumps", "concession OR letter")) {
            var open = finder.all(SearchRequest.of(query), Reader.PUBLIC);
            assertTrue(finder.all(SearchRequest.of(query), Reader.STAFF).containsAll(open));
            assertTrue(find(query).total() <= finder.find(SearchRequest.of(query), Reader.STAFF).total());
        }
    }

    // ---- following

    @Test
    void aChangeIsSeenOnceTheIndexHasFollowed() {
        assertEquals(0, find("lantern").total());
        try {
            take(paper("v/7.md", "Osgarth to Pell", "1935-05-05", "Letter VELISK, 5 May 1935", "Send one lantern."));
            assertEquals(0, find("lantern").total());
            follow();
            assertEquals(List.of("Osgarth to Pell"), titles(find("lantern")));
            assertEquals(6, find("").total());
        } finally {
            close();
            open();
        }
    }

    // ---- marks, passages, help

    @Test
    void marksStandInOrderWithoutOverlapWhereTheWordsAre() {
        var layer = PlainLayer.of(text("Oil, the oil concession, and OIL concessions; no other oils."));
        for (var query : List.of("oil", "\"oil concession\"", "oil concession", "conces*", "oil OR concession", "\"oil concession\" oil")) {
            var marks = finder.marks(query, layer);
            assertFalse(marks.isEmpty(), query);
            for (var i = 0; i < marks.size(); i++) {
                assertTrue(marks.get(i).start() < marks.get(i).end());
                assertTrue(marks.get(i).end() <= layer.text().length());
                if (i > 0) assertTrue(marks.get(i - 1).end() <= marks.get(i).start(), query);
            }
        }
        var run = layer.text().indexOf("oil concession");
        assertTrue(finder.marks("\"oil concession\"", layer).stream().allMatch(m -> m.start() >= run && m.end() <= run + "oil concession".length()),
                "only where they stand together");
        assertEquals(List.of(), finder.marks("", layer));
        assertEquals(List.of(), finder.marks("-oil", layer), "what must not be there is not marked");
    }

    @Test
    void passagesAreWordsOfThePaperAndShowWhatMatched() {
        for (var hit : find("pumps").hits()) {
            assertFalse(hit.snippets().isEmpty(), hit.card().title());
            for (var snippet : hit.snippets())
                assertTrue(snippet.pieces().stream().anyMatch(p -> p.marked() && p.words().toLowerCase(java.util.Locale.ROOT).startsWith("pump")),
                        snippet.toString());
        }
    }

    @Test
    void whatWasMeantIsAWholeQueryThatFindsSomething() {
        for (var query : List.of("concesion", "oil concesion", "regant")) {
            var meant = finder.meant(query, Reader.PUBLIC);
            assertFalse(meant.isEmpty(), query);
            assertTrue(find(meant.getFirst()).total() > 0, meant.toString());
        }
        assertEquals(List.of(), finder.meant("oil", Reader.PUBLIC), "nothing is amiss");
    }

    @Test
    void oneWordFewerAtATime() {
        assertEquals(List.of("cow", "regent", "oil"), finder.fewer("cow regent oil").stream().map(Finder.Fewer::without).toList());
        for (var fewer : finder.fewer("cow regent oil")) assertFalse(fewer.query().contains(fewer.without()));
        assertEquals(List.of(), finder.fewer("oil"));
        assertEquals(List.of(), finder.fewer(""));
    }

    @Test
    void suggestionsAreForTwoLettersOrMore() {
        assertEquals(List.of(), finder.suggest("", Reader.PUBLIC));
        assertEquals(List.of(), finder.suggest("t", Reader.PUBLIC));
        var found = finder.suggest("tressid", Reader.PUBLIC);
        assertTrue(found.stream().anyMatch(s -> s.paper().filter(c -> c.title().equals("Tressider to Fenwarren")).isPresent()), found.toString());
        assertEquals(found.size(), found.stream().distinct().count());
        for (var suggestion : found)
            if (suggestion.value() instanceof Suggestion.Value.Of(var dimension, var value))
                assertEquals(suggestion.papers(), finder.find(SearchRequest.of("").toggled(dimension, value), Reader.PUBLIC).total(), suggestion.label());
    }

    @Test
    void wordingAsksShortTextsByTheSameRules() {
        assertTrue(finder.wording("concession -rubber").isIn("oil concessions were extended"));
        assertFalse(finder.wording("\"concession\"").isIn("oil concessions were extended"));
        assertTrue(finder.wording("").isIn("anything"));
    }
}
