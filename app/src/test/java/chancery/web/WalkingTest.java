package chancery.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.archive.Papers;
import chancery.archive.Submission;
import chancery.document.Access;
import chancery.document.Reader;
import chancery.document.Release;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Ways through what is too long for one page: collections, boxes, years. Every fifth paper is closed.
class WalkingTest {
    @TempDir
    static Path temp;
    private static Archive archive;

    @BeforeAll
    static void papers() {
        var papers = new ArrayList<Submission>();
        for (var i = 1; i <= 240; i++) {
            var paper = Papers.paper("%03d.md".formatted(i), "Paper " + i,
                    i % 60 == 1 ? "1934" : i % 40 == 2 ? "1934-02" : "193%d-%02d-%02d".formatted(4 + i % 3, 1 + i % 12, 1 + i % 28), "Words of " + i + ".");
            papers.add(i % 5 == 0 ? Papers.released(paper, Release.of(Access.WITHHELD)) : paper);
        }
        papers.add(Papers.paper("old.md", "This Day, Long Ago", "1901-05-06", "Old words."));
        papers.add(Papers.released(Papers.paper("older.md", "This Day, Closed", "1899-05-06", "Canary."), Release.of(Access.WITHHELD)));
        archive = new Archive(temp.resolve("archive"), papers);
    }

    @AfterAll
    static void close() {
        archive.close();
    }

    /// From any paper one comes to the page of its collection and of its box on which it stands, and it is marked there.
    @Test
    void everyPaperIsFoundAgainInItsCollectionAndItsBox() throws Exception {
        var room = archive.folder.stacks().room(Reader.PUBLIC);
        for (var id : room.cards(archive.folder.stacks().records()).stream().map(c -> c.id()).filter(i -> i.value().hashCode() % 11 == 0).toList()) {
            var paper = archive.get(View.at(room.record(id).orElseThrow().card()));
            for (var kind : List.of("collection", "holding")) {
                var link = Pattern.compile("href=\"(/" + kind + "/[^\"#]*\\?at=" + id + ")#r-" + id + "\"").matcher(paper);
                assertTrue(link.find(), kind);
                assertTrue(archive.get(link.group(1)).contains("<li id=\"r-" + id + "\" class=\"here\" aria-current=\"true\">"), link.group(1));
            }
            assertTrue(paper.contains("class=\"here\" aria-current=\"true\"><span class=\"day\">"), "it stands among its neighbours");
        }
    }

    @Test
    void boxesAreMarkedInTheNodeAboveThem() throws Exception {
        var room = archive.folder.stacks().room(Reader.PUBLIC);
        var series = room.holding(room.repositories().getFirst().id(), 1, 10).orElseThrow().nodes().getFirst();
        var files = room.holding(series.id(), 1, 10).orElseThrow().nodes();
        assertEquals(3, files.size());
        assertEquals(files.get(0), room.siblings(files.get(1).id()).before());
        assertEquals(files.get(2), room.siblings(files.get(1).id()).after());
        assertTrue(archive.get("/holding/" + files.get(1).id())
                .contains("href=\"/holding/" + series.id() + "?at=" + files.get(1).id() + "#h-" + files.get(1).id() + "\""));
        assertTrue(archive.get("/holding/" + series.id() + "?at=" + files.get(1).id())
                .contains("<li id=\"h-" + files.get(1).id() + "\" class=\"here\" aria-current=\"true\">"));
    }

    /// The search in a series finds as many papers as lie in it.
    @Test
    void aSeriesIsSearchedFromItsPage() throws Exception {
        var room = archive.folder.stacks().room(Reader.PUBLIC);
        var repository = archive.get("/holding/" + room.repositories().getFirst().id());
        var series = room.holding(room.repositories().getFirst().id(), 1, 10).orElseThrow().nodes().getFirst();
        var link = Pattern.compile("href=\"(/search\\?series=[^\"]*)\">Search in this series<").matcher(archive.get("/holding/" + series.id()));
        assertTrue(link.find());
        assertTrue(archive.get(link.group(1)).contains("<h1>" + View.papers(series.records()) + "</h1>"));
        assertFalse(repository.contains("/search?series="), "results are not narrowed by repositories");
    }

    /// What is asked for at a place that is closed, or nowhere, is answered alike.
    @Test
    void aClosedPaperHasNoPlace() throws Exception {
        var room = archive.folder.stacks().room(Reader.PUBLIC);
        var slug = room.collections().getFirst().slug();
        var plain = archive.get("/collection/" + slug);
        for (var id : archive.folder.stacks().records()) if (room.record(id).isEmpty()) assertEquals(plain, archive.get("/collection/" + slug + "?at=" + id));
        assertEquals(plain, archive.get("/collection/" + slug + "?at=0000000000000"));
        assertEquals(plain, archive.get("/collection/" + slug + "?at=%27"));
    }

    @Test
    void theTimelineCountsWhatIsOpenAndLeadsToIt() throws Exception {
        var years = archive.get("/timeline");
        assertTrue(years.contains("193 papers by the day"), years);
        assertTrue(years.contains("href=\"/timeline/1901\"") && !years.contains("1899"));
        var year = archive.get("/timeline/1934");
        assertTrue(year.contains("of the year, no closer") && year.contains("of the month, no closer"));
        var room = archive.folder.stacks().room(Reader.PUBLIC);
        var days = room.days();
        assertEquals(room.overview().records(), days.values().stream().mapToLong(n -> n).sum());
        var day = days.entrySet().stream().filter(d -> d.getKey().startsWith("1934-") && d.getKey().length() == 10).findFirst().orElseThrow();
        assertTrue(year.contains("href=\"/search?date=" + day.getKey() + "\""));
        assertTrue(archive.get("/search?date=" + day.getKey()).contains("data-document"));
        for (var none : List.of("/timeline/1899", "/timeline/1902", "/timeline/99999", "/timeline/x")) assertTrue(archive.get(none).startsWith("404"), none);
    }

    /// What is asked for behind the last page is said to be there, and counts of it tell nothing that is not so.
    @Test
    void behindTheLastPageTheWayBackIsShown() throws Exception {
        var room = archive.folder.stacks().room(Reader.PUBLIC);
        for (var list : List.of("/collection/" + room.collections().getFirst().slug() + "?",
                "/holding/" + room.repositories().getFirst().id() + "?", "/search?q=&", "/search/collection?part=9&")) {
            var page = archive.get(list + "page=77777");
            assertTrue(page.contains("There is no page " + (list.contains("part") ? "9 " : "77,777 ") + "of these; the last is <a href="), page);
            assertFalse(Pattern.compile("[0-9,]+–[0-9]+ of").matcher(page).find(), list);
        }
    }

    /// Programs that look after links ask for the head alone.
    @ParameterizedTest
    @ValueSource(strings = {"/", "/search?q=words", "/record/0000000000000", "/record/0000000000000.json", "/nowhere", "/static/chancery.css", "/basket.csv"})
    void theHeadOfAnAnswerIsThatOfTheWhole(String path) throws Exception {
        var whole = archive.get(path);
        assertEquals(whole.lines().limit(2).toList(), archive.head(path).lines().limit(2).toList(), path);
        assertEquals(2, archive.head(path).lines().count(), "it has no body");
    }

    /// An address that no browser makes, and that the server itself turns away before any page is asked.
    @Test
    void anAddressThatIsNoneIsAnsweredByAPageOfTheHouse() throws Exception {
        try (var line = new java.net.Socket("127.0.0.1", archive.server.port())) {
            line.getOutputStream()
                    .write("GET /record/%00 HTTP/1.1\r\nHost: archive\r\nConnection: close\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            var answer = new String(line.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 400") && answer.contains("This address asks for something we do not understand")
                    && answer.contains("Content-Security-Policy: default-src 'none'"), answer);
            assertFalse(answer.contains("badMessage"), answer);
        }
    }

    /// `from` and `to` are the first and the last day, one without the other too.
    @ParameterizedTest
    @CsvSource({"from=1901-05-06&to=1901-05-06, true", "to=1901-05-06, true", "to=1901-05-05, false",
            "to=1901, true", "to=1900, false", "from=1901-05-06&to=1901-05, true", "from=1901-05-07&to=1902, false"})
    void bothDaysOfASearchAreInIt(String days, boolean found) throws Exception {
        assertEquals(found, archive.get("/search?" + days).contains("data-document=\"old.md\""), days);
    }

    @Test
    void aDayThatCannotBeReadIsNamedAsItWasTyped() throws Exception {
        assertTrue(archive.get("/search?from=soon").contains("“since soon” is not a date"));
        assertTrue(archive.get("/search?from=1950").contains("Dated since 1950"));
    }

    /// The addresses that the reference promises: `/record/{id}.json`, without a slug.
    @ParameterizedTest
    @ValueSource(strings = {".json", ".txt", ".tei.xml", ".ris", ".bib", ".csl.json"})
    void aPapersFormsAreFoundByItsIdAlone(String form) throws Exception {
        for (var id : archive.folder.stacks().records().subList(0, 5)) {
            var card = archive.folder.stacks().room(Reader.PUBLIC).record(id).map(r -> r.card());
            var answer = archive.get("/record/" + id + form);
            if (card.isPresent()) assertTrue(answer.startsWith("301") && answer.contains("location=[" + View.at(card.get()) + form + "]"), answer);
            else assertEquals(archive.get("/record/0000000000000" + form), answer);
            assertTrue(archive.get("/record/" + id + ".docx").startsWith("404"), "a form that there is not");
        }
    }

    @Test
    void theHomePageTellsOfThisDay() throws Exception {
        var home = archive.get("/");
        assertTrue(home.contains("On this day, 6 May") && home.contains("This Day, Long Ago"));
        assertFalse(home.contains("This Day, Closed"));
    }
}
