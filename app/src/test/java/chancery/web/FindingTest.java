package chancery.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The habits that historians bring to a search, in a real browser, and the same without scripts.
class FindingTest {
    @TempDir
    static Path temp;
    private static Archive archive;
    private static Browser browser;

    @BeforeAll
    static void open() {
        browser = Browsers.open();
        archive = new Archive(temp.resolve("archive"), LeakTest.sample());
    }

    @AfterAll
    static void close() {
        Browsers.close();
        if (archive != null) archive.close();
    }

    private static Page page(int width, ColorScheme colours, boolean scripts) {
        return browser.newContext(new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(colours).setJavaScriptEnabled(scripts)).newPage();
    }

    private static Page at(String path) {
        var page = page(1440, ColorScheme.LIGHT, true);
        page.navigate(archive.at(path));
        return page;
    }

    private static Page plain(String path) {
        var page = page(768, ColorScheme.LIGHT, false);
        page.navigate(archive.at(path));
        return page;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/search?q=haskvold+regent+oats&date=1934&kind=cablegram&strict=1&spelling=typed",
            "/search/sender?q=the", "/search?q=haskvald+regent&kind=letter&date=1899", "first result"})
    void everyStateIsOpenToEverybody(String named) {
        var path = named.startsWith("/") ? named : firstResult();
        for (var width : new int[] {360, 768, 1440}) {
            var page = page(width, width == 768 ? ColorScheme.DARK : ColorScheme.LIGHT, true);
            var complaints = new ArrayList<String>();
            page.onConsoleMessage(m -> { if (m.type().equals("error")) complaints.add(m.text()); });
            page.navigate(archive.at(path));
            var faults = new AxeBuilder(page).withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")).analyze().getViolations();
            assertEquals(List.of(), faults.stream().map(v -> v.getId() + ": " + v.getNodes().getFirst().getHtml()).toList(), path + " at " + width);
            assertEquals(List.of(), complaints, path);
            assertTrue((Boolean) page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"),
                    path + " scrolls sideways at " + width);
            page.context().close();
        }
    }

    private static String firstResult() {
        var page = plain("/search?q=haskvold+regent");
        var to = page.locator(".hit h2 a").first().getAttribute("href");
        page.context().close();
        return to;
    }

    @Test
    void whatNarrowsASearchCanBeTakenAwayOneByOne() {
        var page = plain("/search?q=regent&kind=cablegram&kind=letter&date=1934&strict=1");
        var chips = page.locator(".chips li").allTextContents();
        assertEquals(List.of("Remove Dated 1934", "Remove Kind: Cablegram", "Remove Kind: Letter", "Remove All words", "Remove all"), chips);
        var before = page.locator("h1").textContent();
        page.locator(".chips a", new Page.LocatorOptions().setHasText("Dated 1934")).click();
        assertFalse(page.url().contains("date="));
        assertFalse(page.locator("h1").textContent().equals(before));
        page.locator(".chips .all").click();
        assertTrue(page.url().endsWith("/search?q=regent"), page.url());
    }

    @Test
    void whoeverFindsNothingIsToldWhatFindsSomething() {
        var page = plain("/search?q=haskvald&kind=letter&date=1899");
        assertEquals("0 papers", page.locator("h1").textContent());
        page.navigate(archive.at("/search?q=haskvald"));
        var meant = page.locator(".ways li").first();
        assertTrue(meant.textContent().startsWith("Did you mean haskvold?"), meant.textContent());
        meant.locator("a").click();
        assertTrue(page.locator(".hit").count() > 0);
        page.navigate(archive.at("/search?q=haskvold&date=1899"));
        var way = page.locator(".ways li", new Page.LocatorOptions().setHasText("Without the dates 1899"));
        var promised = way.locator(".n").textContent();
        way.locator("a").click();
        assertEquals(promised, page.locator("h1").textContent(), "the count is what is found");
        page.navigate(archive.at("/search?q=program+telephone"));
        assertEquals(List.of("Without “program”", "Without “telephone”"),
                page.locator(".ways li a").allTextContents(), "no paper has both words, but each is in some");
        page.navigate(archive.at("/search?q=program"));
        assertTrue(page.locator(".widened").textContent().contains("“program” also as programme"), "another spelling is said");
    }

    @Test
    void everyValueOfAFacetCanBeSeenFoundAndChosen() {
        var page = plain("/search/sender?q=");
        var all = page.locator(".value-list li").count();
        assertTrue(all > 12, "all of them: " + all);
        page.locator("text=A–Z").click();
        var names = page.locator(".value-list a").allTextContents();
        assertEquals(names.stream().sorted(java.util.Comparator.comparing(n -> ValuesPage.sorted(chancery.search.Dimension.FROM, n),
                String.CASE_INSENSITIVE_ORDER)).toList(), names);
        page.fill("#find", "tress");
        page.locator(".within button").click();
        assertTrue(page.locator(".value-list a").allTextContents().stream().allMatch(n -> n.toLowerCase(java.util.Locale.ROOT).contains("tress")));
        var count = page.locator(".value-list .n").first().textContent();
        page.locator(".value-list a").first().click();
        assertEquals(count, page.locator("h1").textContent());
        assertTrue(archive(() -> archive.get("/search/nothing?q=")).startsWith("404"));
    }

    @Test
    void barsOfTimeAreTheFilterOfDates() {
        var page = at("/search?q=");
        var bars = page.locator("[data-time] svg a");
        assertTrue(bars.count() > 5);
        bars.first().focus();
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowRight");
        var words = (String) page.evaluate("document.activeElement.getAttribute('aria-label')");
        page.keyboard().press("Enter");
        page.waitForURL("**date=**");
        assertTrue(words.endsWith(page.locator("h1").textContent()), words + " / " + page.locator("h1").textContent());
        assertTrue(page.locator("[data-time] svg a.chosen").count() == 1);
        page.navigate(archive.at("/search?q="));
        var box = page.locator("[data-time] svg").boundingBox();
        page.mouse().move(box.x + 4, box.y + 20);
        page.mouse().down();
        page.mouse().move(box.x + box.width / 2, box.y + 20);
        page.mouse().up();
        page.waitForURL("**date=**");
        assertTrue(page.locator("[data-time] svg a.chosen").count() > 1, "a span was dragged");
        assertTrue(page.locator(".hit").count() > 0);
    }

    @Test
    void hitsSayWhyTheyAreThere() {
        var page = plain("/search?q=Tressider+to+Vyle+haskvold+1934+zebra");
        var why = String.join("\n", page.locator(".hit .why").allTextContents());
        assertTrue(why.contains("“Tressider” is the sender"), why);
        assertTrue(why.contains("“Vyle” is the recipient"), why);
        assertTrue(why.contains("dated 1934"), why);
        assertTrue(why.contains("without"), why);
        assertTrue(why.contains("“zebra”"), why);
        var inTitle = String.join("\n", plain("/search?q=circular+certain+posts").locator(".hit .why").allTextContents());
        assertTrue(inTitle.contains("“certain posts” is the recipient"), "what stands in one place is said once: " + inTitle);
    }

    @Test
    void thereIsNoPageTooDeep() throws Exception {
        var last = Stream.iterate(1, n -> n + 1).limit(100)
                .filter(n -> archive(() -> archive.get("/search?q=&size=1&page=" + n)).split("class=\"hit\"").length == 1).findFirst().orElseThrow();
        assertTrue(archive.get("/search?q=").contains("<h1>" + View.papers(last - 1) + "</h1>"), "one paper to a page, to the last: " + last);
        assertTrue(archive.get("/search?q=&page=9999999").startsWith("200"));
    }

    @Test
    void aPaperKnowsWhichResultItIsAndWhichAreBesideIt() {
        var page = plain("/search?q=haskvold+regent&kind=letter&kind=cablegram&kind=telegram&size=10");
        var total = page.locator("h1").textContent().split(" ")[0];
        var titles = page.locator(".hit h2").allTextContents();
        page.locator(".hit h2 a").nth(1).click();
        assertEquals(titles.get(1), page.locator("h1").textContent());
        assertEquals("Result 2 of " + total, page.locator(".found b").textContent());
        page.locator(".found a[data-key=after]").click();
        assertEquals(titles.get(2), page.locator("h1").textContent());
        page.locator(".found a[data-key=before]").click();
        page.locator(".found a[data-key=before]").click();
        assertEquals(titles.get(0), page.locator("h1").textContent());
        assertEquals(0, page.locator(".found a[data-key=before]").count());
        assertTrue(page.locator("mark#hit-1").count() == 1);
        page.locator("text=Back to the results").click();
        assertTrue(page.url().endsWith("size=10#r1") || page.url().endsWith("#r1"), page.url());
        page.locator(".hit h2 a").first().click();
        page.locator(".found .marked a").last().click();
        assertFalse(page.url().contains("?"), "its own address is clean: " + page.url());
        assertEquals(0, page.locator("mark").count());
    }

    @Test
    void phrasesPatternsAndOtherFormsAreMarkedAsFound() {
        for (var query : List.of("\"two divisions\"", "divis*", "report", "haskvold~")) {
            var page = plain("/search?q=" + View.encode(query));
            page.locator(".hit h2 a").first().click();
            assertTrue(page.locator(".paper mark").count() > 0, query);
        }
    }

    @Test
    void keysWalkListsOfOtherThingsToo() {
        for (var path : List.of("/people", "/places", "/exchanges", "/holdings")) {
            var page = at(path);
            page.keyboard().press("j");
            assertEquals(page.locator(".lines > li > a").first().getAttribute("href"), page.evaluate("document.activeElement.getAttribute('href')"), path);
        }
    }

    @Test
    void keysGoFromHitToHitAndFromMarkToMark() {
        var page = at("/search?q=haskvold+regent");
        page.keyboard().press("j");
        page.keyboard().press("j");
        page.keyboard().press("k");
        page.keyboard().press("j");
        var title = (String) page.evaluate("document.activeElement.textContent");
        assertEquals(page.locator(".hit h2").nth(1).textContent(), title);
        page.keyboard().press("Enter");
        page.waitForURL("**/record/**");
        assertEquals(title, page.locator("h1").textContent());
        page.keyboard().press("n");
        assertEquals("hit-1", page.evaluate("document.activeElement.id"));
        page.keyboard().press("n");
        page.keyboard().press("p");
        assertEquals("hit-1", page.evaluate("document.activeElement.id"));
        assertTrue(page.locator("[data-at]").textContent().startsWith("1 of "));
        page.keyboard().press("]");
        page.waitForURL("**n=3*");
        page.keyboard().press("[");
        page.waitForURL("**n=2*");
        page.keyboard().press("/");
        assertEquals("q", page.evaluate("document.activeElement.id"));
        page.keyboard().press("Escape");
        assertEquals("", page.evaluate("document.activeElement.id"));
        page.evaluate("localStorage.setItem('keys', 'off')");
        page.keyboard().press("/");
        assertEquals("", page.evaluate("document.activeElement.id"), "switched off");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        para. 2     | 2. In July 1938, a new group     | In July 1938, a new group
        para. 3 (b) | (b) Asian participation in       | Asian participation in
        ¶ 4         | 2. In July 1938, a new group     | 2. In July 1938, a new group
        para. 11    | …This is particularly important  | …This is particularly important
        """)
    void aPassageDoesNotRepeatTheNumberThatSaysWhereItIs(String where, String words, String shown) {
        var marked = new chancery.search.SearchResult.Piece("oil", true);
        assertEquals(List.of(new chancery.search.SearchResult.Piece(shown, false), marked), ResultsPage.words(
                new chancery.search.SearchResult.Snippet(List.of(new chancery.search.SearchResult.Piece(words, false), marked), where, "p2")));
    }

    @Test
    void snippetsNameParagraphsByTheirOwnNumbers() {
        var page = plain("/search?q=" + View.encode("\"All posts should report at once\""));
        assertEquals("para. 2", page.locator(".hit .where").first().textContent());
        var to = page.locator(".hit .where").first().getAttribute("href");
        page.navigate(archive.at(to));
        assertTrue(page.locator(to.substring(to.indexOf('#'))).textContent().contains("All posts should report"));
    }

    @Test
    void whoTypesIsOfferedPersonsPlacesAndPapersOfThisArchive() throws Exception {
        var page = at("/");
        page.locator("#q").pressSequentially("tressid");
        page.locator("#suggestions li").first().waitFor();
        assertEquals("true", page.locator("#q").getAttribute("aria-expanded"));
        var offered = page.locator("#suggestions li span:first-child").allTextContents();
        assertTrue(offered.stream().allMatch(o -> o.toLowerCase(java.util.Locale.ROOT).contains("tressid")), offered.toString());
        var faults = new AxeBuilder(page).withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")).analyze().getViolations();
        assertEquals(List.of(), faults.stream().map(v -> v.getId() + ": " + v.getNodes().getFirst().getHtml()).toList());
        page.keyboard().press("ArrowDown");
        assertEquals("suggestion-0", page.locator("#q").getAttribute("aria-activedescendant"));
        page.keyboard().press("Enter");
        page.waitForURL("**/search?**");
        assertTrue(page.locator(".hit").count() > 0, page.url());
        assertTrue(archive.get("/suggest?q=t").endsWith("[]"), "one letter is too little");
        assertTrue(archive.get("/suggest?q=tress&form=opensearch").contains("[\"tress\",["));
        assertTrue(archive.get("/suggest?q=%22%3Cscript").startsWith("200"));
        assertTrue(archive.get("/opensearch.xml").contains("template=\"https://archive.example/search?q={searchTerms}\""));
    }

    /// A message by its number with or without what it is; a paper by the reference of its box, with or without the house.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cablegram 131     | Garth to Department
            Telegram 13       | Garth to Department
            131               | Garth to Department
            K12, 44/7         | Fenwarren to Hallowes
            NA: K12, 44/7     | Fenwarren to Hallowes
            """)
    void whoTypesANumberOrAReferenceIsOfferedItsPapers(String typed, String offered) throws Exception {
        var all = archive.get("/suggest?q=" + View.encode(typed));
        assertTrue(all.contains(offered), all);
    }

    @Test
    void theHelpTellsTheKeysOfTheScript() throws Exception {
        var script = new String(FindingTest.class.getResourceAsStream("/chancery/web/static/chancery.js").readAllBytes(),
                java.nio.charset.StandardCharsets.UTF_8);
        var of = script.substring(script.indexOf("const keys = {"));
        var bound = java.util.regex.Pattern.compile("(?m)^ {4}(?:\"(.)\"|(\\w)): \\(\\) =>|^ {2}keys\\[\"(.)\"\\]").matcher(of).results()
                .map(m -> m.group(1) != null ? m.group(1) : m.group(2) != null ? m.group(2) : m.group(3)).distinct().sorted().toList();
        assertEquals(Keys.ALL.stream().map(java.util.Map.Entry::getKey).filter(k -> k.length() == 1).sorted().toList(), bound);
        var help = archive.get("/help");
        for (var key : Keys.ALL) assertTrue(help.contains("<kbd>" + TextHtml.escape(key.getKey()) + "</kbd>"), key.getKey());
        var page = at("/help");
        page.locator("[data-keys]").uncheck();
        page.navigate(archive.at("/"));
        page.locator("body").click();
        page.keyboard().press("?");
        assertTrue(page.url().endsWith("/"), "switched off");
    }

    @Test
    void everythingFoundCanBeCarriedAwayWholeAndCounted() throws Exception {
        var page = plain("/search?q=&size=10&page=2");
        var total = Integer.parseInt(page.locator("h1").textContent().split(" ")[0]);
        assertTrue(total > 10, "more than a page: " + total);
        var forms = page.locator(".carry a").all().stream().map(a -> a.getAttribute("href")).toList();
        assertEquals(7, forms.size());
        var csv = archive.get(forms.get(0));
        assertTrue(csv.contains("\ufefftitle,date,"), "a spreadsheet sees that it is UTF-8");
        assertTrue(csv.stripTrailing().lines().toList().getLast().replace("\"", "").startsWith(total + " papers, all that were found"),
                csv.stripTrailing().lines().toList().getLast());
        var lines = body(archive.get(forms.get(1))).lines().toList();
        assertEquals(total + 1, lines.size());
        assertTrue(lines.getLast().contains("\"papers\":" + total), lines.getLast());
        assertEquals(total, count(archive.get(forms.get(2)), "TY  - "));
        assertEquals(total, count(archive.get(forms.get(3)), "@unpublished{"));
        assertEquals(total, tools.jackson.databind.json.JsonMapper.builder().build().readTree(body(archive.get(forms.get(4)))).size());
        try (var zip = new java.util.zip.ZipInputStream(java.net.URI.create(archive.at(forms.get(5))).toURL().openStream())) {
            var names = new ArrayList<String>();
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) names.add(entry.getName());
            assertEquals(total + 1, names.size());
            assertEquals("count.txt", names.getLast());
        }
        assertTrue(archive.get("/search.csv?q=zzzz").contains("0 papers"));
        assertEquals("[]", body(archive.get("/search.csl.json?q=zzzz")).strip());
    }

    /// RIS and CSL-JSON have no room for a last line: what follows the body (a trailer of HTTP) says how many papers
    /// were written, in every form, and the name of the file how many there should be.
    @Test
    void whatFollowsAnExportSaysHowManyWereWritten() throws Exception {
        var total = count(archive.get("/search.ris?q="), "TY  - ");
        for (var form : List.of("csv", "jsonl", "ris", "bib", "csl.json", "zip")) {
            var whole = raw("/search." + form + "?q=", "1.1");
            var head = whole.substring(0, whole.indexOf("\r\n\r\n")).toLowerCase(java.util.Locale.ROOT);
            var end = whole.substring(whole.lastIndexOf("\r\n0\r\n"));
            assertEquals("\r\n0\r\nX-Papers-Written: " + total + "\r\n\r\n", end, form);
            assertTrue(head.contains("\r\ntrailer: x-papers-written"), head);
            assertTrue(head.contains("\r\nx-papers: " + total), head);
            var counted = form.equals("ris") || form.equals("csl.json") ? "papers-" + total : "papers";
            assertTrue(head.contains("filename=\"" + counted + "." + form + "\""), head);
        }
    }

    @Test
    void anOlderServerInFrontGetsTheExportWithoutATrailer() throws Exception {
        var whole = raw("/search.ris?q=", "1.0");
        assertTrue(whole.startsWith("HTTP/1.1 200"), whole.lines().findFirst().orElse(""));
        assertEquals(count(archive.get("/search.ris?q="), "TY  - "), count(whole, "TY  - "));
        assertTrue(whole.endsWith("ER  - \r\n"));
    }

    private static String raw(String path, String version) throws Exception {
        try (var socket = new java.net.Socket("127.0.0.1", java.net.URI.create(archive.at("/")).getPort())) {
            socket.getOutputStream().write(("GET " + path + " HTTP/" + version + "\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
                    .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.ISO_8859_1);
        }
    }

    @Test
    void aSearchIsAFeedOfWhatCameLast() throws Exception {
        var feed = javax.xml.parsers.DocumentBuilderFactory.newNSInstance().newDocumentBuilder().parse(new java.io.ByteArrayInputStream(
                body(archive.get("/search.atom?q=%22two+divisions%22+OR+%26%3C%01")).getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        var entries = feed.getElementsByTagNameNS("http://www.w3.org/2005/Atom", "entry");
        assertTrue(entries.getLength() > 1);
        assertTrue(entries.item(0).getTextContent().contains("https://archive.example/record/"));
        assertTrue(feed.getDocumentElement().getTextContent().contains("Invented for demonstration"), "every outlet says so");
    }

    @Test
    void searchEnginesAreToldOfEveryPaperAndOfNoSearch() throws Exception {
        assertTrue(archive.get("/robots.txt").contains("Disallow: /search\n"));
        assertTrue(archive.get("/robots.txt").contains("Sitemap: https://archive.example/sitemap.xml"));
        assertTrue(archive.get("/sitemap.xml").contains("<loc>https://archive.example/sitemap/1.xml</loc>"));
        var papers = count(archive.get("/sitemap/1.xml"), "<url><loc>https://archive.example/record/");
        assertTrue(archive.get("/search?q=").contains("<h1>" + View.papers(papers) + "</h1>"), "all that are open: " + papers);
        for (var none : List.of("/sitemap/2.xml", "/sitemap/0.xml", "/sitemap/x.xml", "/sitemap/1")) assertTrue(archive.get(none).startsWith("404"), none);
        var record = firstResult();
        var page = archive.get(record);
        assertTrue(page.contains("name=\"robots\" content=\"noindex\""), "a paper with marks is not kept");
        assertTrue(page.contains("rel=\"canonical\" href=\"https://archive.example" + record.split("\\?")[0] + "\""));
    }

    private static String body(String answer) {
        return answer.split("\n", 3)[2];
    }

    private static int count(String words, String part) {
        return words.split(java.util.regex.Pattern.quote(part), -1).length - 1;
    }

    private interface Asked {
        String answer() throws Exception;
    }

    static String archive(Asked asked) {
        try {
            return asked.answer();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
