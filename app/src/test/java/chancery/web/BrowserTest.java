package chancery.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.claim.Independence;
import chancery.claim.ProvenanceGraph;
import chancery.document.Reader;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Pages in a real browser. Where none is installed these tests are skipped, and say how to get one.
class BrowserTest {
    @TempDir
    static Path temp;
    private static Archive archive;
    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void open() throws Exception {
        var chromium = Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
                "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome").map(Path::of).filter(Files::isExecutable).findFirst();
        if (chromium.isEmpty()) System.out.println("BROWSER TESTS NOT RUN: no Chromium is installed. On Debian: apt-get install chromium");
        Assumptions.assumeTrue(chromium.isPresent(), "not run: no Chromium is installed (on Debian: apt-get install chromium)");
        archive = new Archive(temp.resolve("archive"), Stream.concat(LeakTest.sample().stream(), Tongues.papers().stream()).toList(), true);
        archive.decide(LeakTest.decisions());
        var environment = new HashMap<>(System.getenv());
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(chromium.get()).setHeadless(true)
                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--no-first-run", "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1")));
    }

    @AfterAll
    static void close() {
        if (browser != null) browser.close();
        if (playwright != null) playwright.close();
        if (archive != null) archive.close();
    }

    private static Page page(int width, ColorScheme colours, boolean scripts) {
        return browser.newContext(new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(colours).setJavaScriptEnabled(scripts)).newPage();
    }

    static Stream<String> paths() throws Exception {
        if (archive == null) return Stream.of("/");
        var record = link("/search?q=haskvold+regent", "/record/[^\"#]*");
        return Stream.of("/", "/search?q=haskvold+regent", "/search?q=zzzz", record, "/timeline", "/timeline/1934",
                "/basket", "/basket?ids=" + record.split("/")[2], "/exchanges", link("/exchanges", "/thread/[^\"#]*"),
                compared(), beside("Royal Government"), beside("رسالة"), link(record, "/write/[^\"#?]*"), "/collections",
                link("/collections", "/collection/[^\"#]*"), "/holdings", link("/holdings", "/holding/[^\"#]*"), "/about", "/help", "/nowhere",
                "/claims", link("/claims", "/claim/[^\"#?]*"), circular(), withClaims(), "/inquiries?all=1", "/inquiries?state=proposed", "/people",
                "/places", link("/people", "/person/[^\"#?]*"), link("/people", "/name/[^\"#?]*"), link("/places", "/place/[^\"#?]*"));
    }

    /// Two papers that are one message in two forms.
    private static String compared() throws Exception {
        return link(link("/search?q=paraphrase+of+naval+cable+Velisk", "/record/[^\"#?]*paraphrase-of-naval[^\"#?]*"), "/compare.[^\"]*");
    }

    /// The texts of a paper beside each other.
    private static String beside(String title) throws Exception {
        return link(paper(title), "/beside[^\"]*");
    }

    /// The address of a paper whose title has some words.
    private static String paper(String title) throws Exception {
        return link("/search?q=" + View.encode("title:\"" + title + "\""), "/record/[^\"#?]*");
    }

    private static String circular() {
        var claim = archive.folder.stacks().room(Reader.PUBLIC).claims().claims().stream()
                .filter(c -> ProvenanceGraph.of(c.dossier()).independence() instanceof Independence.Circular).findFirst().orElseThrow();
        return "/claim/" + claim.id() + "?on=1934-02-13";
    }

    private static String withClaims() {
        var id = archive.folder.stacks().room(Reader.PUBLIC).claims().claims().getFirst().attestations().getFirst().paper().record();
        return View.at(archive.folder.stacks().room(Reader.PUBLIC).record(id).orElseThrow().card());
    }

    private static String link(String on, String pattern) throws Exception {
        var m = java.util.regex.Pattern.compile("href=\"(" + pattern + ")[\"?]").matcher(archive.get(on));
        assertTrue(m.find(), on);
        return m.group(1).replace("&amp;", "&");
    }

    @ParameterizedTest
    @MethodSource("paths")
    void everyPageIsOpenToEverybody(String path) {
        var thorough = Boolean.getBoolean("chancery.thorough"); // all four; otherwise each width and each scheme once
        for (var width : new int[] {360, 1280}) {
            for (var colours : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
                if (!thorough && (width == 360) != (colours == ColorScheme.DARK)) continue;
                var page = page(width, colours, true);
                var complaints = new java.util.ArrayList<String>();
                page.onConsoleMessage(m -> { if (m.type().equals("error") && !m.text().contains("404")) complaints.add(m.text()); });
                page.navigate(archive.at(path));
                isLightAndStill(page, path + " at " + width);
                var faults = new AxeBuilder(page).withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")).analyze().getViolations();
                assertEquals(List.of(), faults.stream().map(v -> v.getId() + ": " + v.getNodes().getFirst().getHtml()).toList(),
                        path + " at " + width + " " + colours);
                assertEquals(List.of(), complaints, path);
                assertTrue((Boolean) page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"),
                        path + " scrolls sideways at " + width);
                page.context().close();
            }
        }
    }

    /// The page with its style and scripts is at most 100 KB as it is sent; nothing moves once it is drawn; nothing but the style sheet and
    /// the small script of colours is waited for before it is drawn. Where the fonts come late, lines may break anew once, and on a busy machine
    /// they do even from the browser's own cache: so the stillest of some loads counts. What moves by itself moves in each.
    private static void isLightAndStill(Page page, String where) {
        var least = Double.MAX_VALUE;
        var moved = "";
        for (var load = 0; load < 4 && least >= 0.005; load++) {
            page.reload(); // with the fonts at hand
            var seen = (java.util.Map<?, ?>) page.evaluate("""
                    async () => {
                      let shift = 0, moved = [];
                      new PerformanceObserver(list => list.getEntries().forEach(e => {
                        shift += e.value;
                        e.sources.forEach(s => moved.push(s.node && (s.node.outerHTML || s.node.data).slice(0, 80)));
                      })).observe({ type: 'layout-shift', buffered: true });
                      await document.fonts.ready;
                      for (let i = 0; i < 3; i++) await new Promise(drawn => requestAnimationFrame(() => setTimeout(drawn)));
                      const parts = performance.getEntriesByType('resource').filter(r => /[.](css|js)([?]|$)/.test(r.name));
                      return { shift: String(shift), moved: moved.join(' … '), bytes: [performance.getEntriesByType('navigation')[0], ...parts].reduce((sum, r) => sum + r.encodedBodySize, 0),
                        waitedFor: performance.getEntriesByType('resource').filter(r => r.renderBlockingStatus === 'blocking').map(r => r.name.replace(/.*[/]/, '').replace(/[?].*/, '')).sort().join(' ') };
                    }""");
            assertTrue(((Number) seen.get("bytes")).longValue() < 100_000, where + " takes " + seen.get("bytes") + " bytes");
            assertEquals("chancery.css theme.js", seen.get("waitedFor"), where);
            least = Math.min(least, Double.parseDouble((String) seen.get("shift")));
            moved = String.valueOf(seen.get("moved"));
        }
        assertTrue(least < 0.005, where + " shifts by " + least + ", among others: " + moved);
    }

    /// Nothing in the margin lies upon anything, and all of it stands right of the words, at its line or below.
    private static void marginIsClear(Page page, String where) {
        assertEquals("", page.evaluate("""
                () => {
                  const there = [...document.querySelectorAll('.in-margin, .beside .notes li')].filter(e => e.offsetHeight).map(e => ({ e, box: e.getBoundingClientRect() })).sort((a, b) => a.box.top - b.box.top);
                  const words = document.querySelector('.words').getBoundingClientRect();
                  const faults = there.filter(t => t.box.left < words.right || t.box.right > document.documentElement.clientWidth).map(t => 'outside the margin: ' + t.e.textContent);
                  for (let i = 1; i < there.length; i++) if (there[i].box.top < there[i - 1].box.bottom - .5) faults.push('upon another: ' + there[i].e.textContent);
                  for (const t of there.filter(t => t.e.matches('.in-margin'))) {
                    const mark = document.getElementById((t.e.dataset.at ? t.e : t.e.querySelector('[data-at]')).dataset.at).getBoundingClientRect();
                    if (t.box.top < mark.top - 1) faults.push('above its line: ' + t.e.textContent);
                  }
                  return faults.join('; ');
                }"""), where);
    }

    @Test
    void claimsStandInTheMarginAtTheirLine() {
        for (var width : new int[] {960, 1280, 1600}) {
            var page = page(width, ColorScheme.LIGHT, true);
            page.navigate(archive.at(withClaims()));
            marginIsClear(page, withClaims() + " at " + width);
            var card = page.locator(".in-margin").first();
            assertTrue(card.isVisible());
            assertEquals(page.locator(".attestations .words a").first().getAttribute("href"), card.getAttribute("href"));
            assertTrue(card.textContent().contains(" · accepted"), card.textContent());
            page.locator(".show-claims").uncheck();
            assertFalse(card.isVisible(), "switched off with the marks");
            page.locator(".show-claims").check();
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
            assertFalse(card.isVisible(), "in print");
            page.context().close();
        }
        for (var plain : List.of(page(360, ColorScheme.LIGHT, true), page(1280, ColorScheme.LIGHT, false))) {
            plain.navigate(archive.at(withClaims()));
            assertFalse(plain.locator(".in-margin").first().isVisible());
            assertTrue(plain.locator(".paper-claims .attestations li").first().isVisible(), "the list says the same");
            plain.context().close();
        }
    }

    /// Fifty claims and ten notes: neighbours of one account share a card, and where many stand close together each is a line that opens.
    @Test
    void aMarginWithFiftyClaimsStaysReadable() {
        try (var many = new Archive(temp.resolve("many"), List.of(ManyClaims.paper()))) {
            many.decide(ManyClaims.decisions());
            var page = page(1280, ColorScheme.LIGHT, true);
            var record = many.folder.stacks().records().getFirst();
            var at = View.at(many.folder.stacks().room(Reader.PUBLIC).record(record).orElseThrow().card());
            page.navigate(many.at(at));
            isLightAndStill(page, "fifty claims");
            assertEquals(30, page.locator(".in-margin").count());
            assertEquals(50, page.locator(".in-margin[data-at], .in-margin [data-at]").count());
            marginIsClear(page, "fifty claims");
            var below = ((Number) page.evaluate(
                    "Math.max(...[...document.querySelectorAll('a.in-margin')].map(c => c.getBoundingClientRect().top - "
                    + "document.getElementById(c.dataset.at).getBoundingClientRect().top))"))
                    .doubleValue();
            assertTrue(below < 400, "a card stands " + below + " below its line");
            var shortened = page.locator("a.in-margin.short").first();
            assertFalse(shortened.locator(".held").isVisible());
            page.locator("a.claim[href='" + shortened.getAttribute("href") + "']").first().focus();
            assertTrue(shortened.locator(".held").isVisible(), "opens for its mark");
            page.context().close();
        }
    }

    /// The days are walked by keyboard: the slider says each, its page is shown and is an address, and the way back goes through them.
    @Test
    void aClaimIsFollowedThroughItsDays() {
        var page = page(1280, ColorScheme.LIGHT, true);
        var claim = circular().replaceAll("\\?.*", "");
        page.navigate(archive.at(claim));
        var slide = page.locator("#slide");
        assertEquals("Today: all that is known", slide.getAttribute("aria-valuetext"));
        slide.focus();
        slide.press("Home");
        page.waitForURL("**?on=1933-12-05");
        page.waitForSelector("text=As known on 5 December 1933: 1 report of 4 today.");
        assertEquals("5 December 1933: reported by Department of External Affairs", slide.getAttribute("aria-valuetext"));
        assertEquals("slide", page.evaluate("document.activeElement.id"), "it stays in the hand");
        assertFalse(page.locator("#independence").textContent().equals("Circular"), "it had not come back yet");
        slide.press("ArrowRight");
        page.waitForSelector("text=As known on 19 December 1933");
        page.goBack();
        page.waitForSelector("text=As known on 5 December 1933");
        assertEquals("0", slide.inputValue());
        page.reload();
        assertEquals("0", page.locator("#slide").inputValue());
        page.context().close();
        var plain = page(360, ColorScheme.LIGHT, false);
        plain.navigate(archive.at(claim));
        assertFalse(plain.locator("#slide").isVisible());
        plain.locator(".known-on summary").click();
        plain.locator(".steps a").first().click();
        plain.waitForURL("**?on=1933-12-05");
        plain.context().close();
    }

    /// A paper on paper: the text with its notes at the foot, citation and address; nothing of the apparatus, whatever the colours of the screen.
    @Test
    void aPaperIsPrintedClean() throws Exception {
        var page = page(1280, ColorScheme.DARK, true);
        page.navigate(archive.at(paper("Royal Government")));
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
        for (var gone : List.of(".top", ".foot", ".downloads", ".keep", ".texts", ".copy", ".take")) assertFalse(page.locator(gone).first().isVisible(), gone);
        for (var there : List.of("h1", ".words", ".cite", ".printed")) assertTrue(page.locator(there).first().isVisible(), there);
        assertEquals("rgb(255, 255, 255)", page.evaluate("getComputedStyle(document.body).backgroundColor"));
        assertTrue(page.locator(".cite").textContent().contains("https://archive.example/record/"));
        var pdf = page.pdf(new Page.PdfOptions().setFormat("A4").setPreferCSSPageSize(true));
        try (var document = org.apache.pdfbox.Loader.loadPDF(pdf)) {
            var words = new org.apache.pdfbox.text.PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            assertTrue(document.getNumberOfPages() <= 2, document.getNumberOfPages() + " pages");
            assertTrue(words.contains("[p. 42]") && words.indexOf("On the tolls see") > words.indexOf("péages"), words);
            assertFalse(words.contains("Take it away") || words.contains("Basket"), words);
        }
        page.context().close();
    }

    /// The desk's forms, for keyboards and screen readers; and without scripts a reading is corrected and assessed.
    @Test
    void theDeskIsOpenToEverybodyWhoMayEnter() throws Exception {
        var page = page(1280, ColorScheme.LIGHT, true);
        page.navigate(archive.at(archive.server.deskLink().orElseThrow()));
        var claim = circular().replaceAll("\\?.*", "");
        for (var path : List.of("/claims?state=proposed", claim, withClaims(), "/inquiries?all=1", "/desk/letters", link("/people", "/person/[^\"#?]*"),
                link("/people", "/name/[^\"#?]*"))) {
            page.navigate(archive.at(path));
            page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)");
            var faults = new AxeBuilder(page).withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")).analyze().getViolations();
            assertEquals(List.of(), faults.stream().map(v -> v.getId() + ": " + v.getNodes().getFirst().getHtml()).toList(), path);
        }
        page.navigate(archive.at(claim));
        page.locator("summary:text-is(\"Assess\")").click();
        page.locator("form:has(button[value=assess]) textarea").fill("Nothing new.");
        page.locator("button[value=assess]").click();
        page.waitForURL("**" + claim);
        assertTrue(page.locator(".assessments").first().textContent().contains("Nothing new."));
        page.context().close();
    }

    /// Words selected at the desk stand in the form that adds a claim, as the archive counts them and at their place; the form adds them.
    @Test
    void selectedWordsBecomeAClaim() throws Exception {
        try (var other = new Archive(temp.resolve("adding"), List.of(ManyClaims.paper()), true)) {
            var page = page(1280, ColorScheme.LIGHT, true);
            page.navigate(other.at(other.server.deskLink().orElseThrow()));
            var record = other.folder.stacks().records().getFirst();
            page.navigate(other.at(View.at(other.folder.stacks().room(Reader.PUBLIC).record(record).orElseThrow().card())));
            page.evaluate("""
                    () => {
                      const text = [...document.querySelectorAll('.words p')[1].childNodes].find(n => n.nodeType === 3 && n.textContent.includes('went out by night'));
                      const range = document.createRange();
                      const at = text.textContent.indexOf('went out by night');
                      range.setStart(text, at);
                      range.setEnd(text, at + 'went out by night'.length);
                      getSelection().removeAllRanges();
                      getSelection().addRange(range);
                    }""");
            page.locator("text=Add as a claim").click();
            assertEquals("went out by night", page.locator("[data-add] [name=quote]").inputValue());
            assertEquals("6", page.locator("[data-add] [name=nth]").inputValue());
            assertEquals("chain", page.evaluate("document.activeElement.name"));
            page.keyboard().type("the pilot [told]");
            page.locator("[data-add] button[value=add]").click();
            page.waitForSelector("a.claim");
            var claim = other.folder.stacks().room(Reader.PUBLIC).claims().claims().getFirst();
            assertEquals("went out by night", claim.words());
            assertTrue(((Boolean) page.evaluate("document.querySelectorAll('.words p')[1].contains(document.querySelector('a.claim'))")),
                    "where it was selected, not where the words stand first");
            page.context().close();
        }
    }

    @Test
    void aReaderWithoutScriptsFindsReadsAndCites() {
        var page = page(1280, ColorScheme.LIGHT, false);
        page.navigate(archive.at("/"));
        page.fill("#q", "haskvold regent");
        page.locator("form.seek button").click();
        page.waitForURL("**/search?q=haskvold+regent");
        assertTrue(page.locator(".hit").count() > 3);
        var title = page.locator(".hit h2").first().textContent();
        page.locator(".hit h2 a").first().click();
        assertEquals(title, page.locator("h1").textContent());
        assertTrue(page.locator("mark").count() > 0, "the words are marked after the click");
        var mark = page.locator(".noteref").first();
        var note = mark.getAttribute("href");
        mark.click();
        assertTrue(page.url().endsWith(note));
        page.locator(note + " a.n").click();
        assertTrue(page.url().contains("#r"));
        assertTrue(page.locator(".cite").textContent().contains("https://archive.example/record/"));
        assertTrue(page.locator(".cite").textContent().contains("Invented for demonstration"), "every citation says so");
        page.locator("a[rel=next]").first().click();
        assertFalse(page.locator("h1").textContent().isBlank());
    }

    @Test
    void theContactStandsInNoPageThatWasNotAskedForIt() throws Exception {
        for (var path : List.of("/", "/about", "/search", link("/search", "/record/[^\"#]*"))) assertFalse(archive.get(path).contains("keeper@"), path);
        var page = page(1280, ColorScheme.LIGHT, false);
        page.navigate(archive.at("/about"));
        page.locator("text=Show where to write").click();
        assertTrue(page.locator("main").textContent().contains("keeper@archive.example"));
    }

    /// Without scripts a reader reports an error, and the archivist reads it at the desk and settles it.
    @Test
    void aReaderWritesToTheArchivist() throws Exception {
        var page = page(360, ColorScheme.LIGHT, false);
        page.navigate(archive.at(paper("Royal Government")));
        page.locator("text=Report an error").click();
        assertFalse(page.content().contains("keeper@"), "where the archive is written to stands nowhere");
        page.locator("textarea").fill("Paragraph 2: a word is missing.");
        page.locator("button:has-text('Send')").click();
        page.waitForURL("**sent=1");
        assertTrue(page.locator("h1").textContent().contains("is kept"));
        assertEquals("Paragraph 2: a word is missing.", archive.folder.letters().list(false).getFirst().words());
        page.context().close();
    }

    /// With the tab key alone, scripts off, a reader walks the messages of an exchange in the order of time; with scripts the arrows do it.
    @Test
    void anExchangeIsWalkedByKeyboard() throws Exception {
        var path = link("/exchanges", "/thread/[^\"#]*");
        for (var scripts : new boolean[] {false, true}) {
            var page = page(1280, ColorScheme.LIGHT, scripts);
            page.navigate(archive.at(path));
            var cards = page.locator(".lanes a.card");
            assertTrue(cards.count() >= 2);
            cards.first().focus();
            for (var i = 0; i < cards.count(); i++) {
                assertEquals(cards.nth(i).getAttribute("href"), page.evaluate("document.activeElement.getAttribute('href')"));
                page.keyboard().press(scripts ? "ArrowDown" : "Tab");
            }
            assertEquals(page.locator(".turns h3 a").count(), cards.count(), "the list has the same messages");
            cards.first().focus();
            page.keyboard().press("Enter");
            page.waitForURL("**/record/**");
            assertTrue(page.locator(".rail .dots .here").count() == 1, "the paper's rail shows where it stands");
            page.context().close();
        }
    }

    @Test
    void aParaphraseIsComparedWithTheWordsOfTheCable() throws Exception {
        var page = page(1280, ColorScheme.LIGHT, false);
        page.navigate(archive.at(compared()));
        assertTrue(page.locator(".kinship").textContent().startsWith("Paraphrase:"));
        assertTrue(page.locator(".sides .only").count() > 10);
        assertTrue(page.locator(".sides .nothing").count() > 0, "something stands on one side only");
        assertTrue(archive.get("/compare?a=0000000000000&b=0000000000000").startsWith("404"));
        assertTrue(archive.get("/compare").startsWith("404"));
        page.context().close();
    }

    /// Original and translation stand passage by passage on one line, each in its language and direction; without scripts.
    @Test
    void textsOfOnePaperAreReadSideBySide() throws Exception {
        var page = page(1280, ColorScheme.LIGHT, false);
        page.navigate(archive.at(paper("Royal Government")));
        page.locator("text=Side by side").click();
        var pairs = page.locator(".pair:not(.pair-head):not(.pair-notes)");
        assertEquals(3, pairs.count());
        for (var i = 0; i < 3; i++) {
            var left = pairs.nth(i).locator(".words[lang=fr]");
            var right = pairs.nth(i).locator(".words[lang=en]");
            assertTrue(left.textContent().startsWith(i == 2 ? "p. 42" : i == 0 ? "p. 41" : "2."), left.textContent());
            assertEquals(left.locator("p").boundingBox().y, right.locator("p").boundingBox().y, 24, "on one line");
        }
        assertTrue(page.locator("h1").textContent().contains("Royal Government"));
        page.locator("nav[aria-label='Text on the left'] a", new Page.LocatorOptions().setHasText("Translation")).click();
        assertTrue(page.locator("text=What differs").isVisible(), "two texts of one language can be compared");
        page.navigate(archive.at(beside("رسالة")));
        assertEquals("rtl", page.locator(".words[lang=ar]").first().getAttribute("dir"));
        page.context().close();
    }

    /// Pages of the original stand in the margin and are addresses; words that are selected are copied with page, citation and link, by keyboard too.
    @Test
    void wordsAreQuotedWithWhereTheyStand() throws Exception {
        var page = page(1280, ColorScheme.LIGHT, true);
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        page.navigate(archive.at(paper("Royal Government")));
        var text = page.locator("#text-1 .words").boundingBox();
        assertTrue(page.locator("#page-42 span").boundingBox().x >= text.x + text.width, "the page's number is in the margin");
        assertTrue(page.locator("#n1").boundingBox().y - page.locator("#r1").boundingBox().y < 20, "the note is beside its line");
        page.locator("#p3").click(new com.microsoft.playwright.Locator.ClickOptions().setClickCount(3));
        page.locator(".quote-it").waitFor();
        for (var i = 0; i < 2; i++) page.keyboard().press("Tab"); // past the mark of the note
        assertEquals("Copy quotation", page.evaluate("document.activeElement.textContent"), "it comes next");
        page.keyboard().press("Enter");
        page.locator(".said:has-text('Copied')").waitFor();
        var copied = (String) page.evaluate("navigator.clipboard.readText()");
        assertTrue(copied.startsWith("“Il réserve toutefois sa position quant aux péages.” (p. 42)"), copied);
        assertTrue(copied.contains("the-commission-of-waters#p3") && copied.contains("Invented for demonstration"), copied);
        page.context().close();
        var phone = page(360, ColorScheme.LIGHT, true);
        phone.navigate(archive.at(paper("Royal Government")));
        phone.locator("#r2").click();
        assertTrue(phone.locator("#p3 + .opened").textContent().contains("protocol of 1932"), "the note opens in place");
        phone.context().close();
    }

    /// What a reader of a phone opened is closed by one key, and the focus stays where it was; a list that the page itself opened stays.
    @Test
    void escapeClosesWhatIsOpen() throws Exception {
        var phone = page(360, ColorScheme.DARK, true);
        phone.navigate(archive.at(paper("Royal Government")));
        phone.locator("#r1").click();
        phone.locator("#r2").click();
        assertEquals(2, phone.locator(".opened").count());
        phone.keyboard().press("Escape");
        assertEquals(0, phone.locator(".opened").count());
        assertEquals("false", phone.locator("#r2").getAttribute("aria-expanded"));
        phone.navigate(archive.at("/search?q=haskvold"));
        phone.locator(".facets > summary").click();
        phone.locator("#d").focus();
        phone.keyboard().press("Escape");
        assertTrue(phone.locator("#d").isVisible(), "a field is left first");
        phone.keyboard().press("Escape");
        assertFalse(phone.locator("#d").isVisible());
        phone.navigate(archive.at("/claims"));
        assertTrue(phone.locator(".over-time").getAttribute("open") != null);
        phone.keyboard().press("Escape");
        assertTrue(phone.locator(".over-time").getAttribute("open") != null);
        phone.context().close();
    }

    /// The keys of a paper do what the help says, and a copy is told in the window, wherever the reader stands in the paper.
    @Test
    void theKeysOfAPaperAnswerWhereTheyCanBeSeen() throws Exception {
        var page = page(360, ColorScheme.LIGHT, true);
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        page.navigate(archive.at(paper("Royal Government")));
        for (var to : List.of("0", "document.body.scrollHeight")) {
            page.evaluate("scrollTo(0, " + to + ")");
            page.keyboard().press("c");
            page.locator(".said:has-text('Copied')").waitFor();
            var seen = page.locator(".said").boundingBox();
            assertTrue(seen.y > 800 && seen.y + seen.height <= 900 && seen.x >= 0 && seen.x + seen.width <= 360, to);
            assertTrue(((String) page.evaluate("navigator.clipboard.readText()")).contains("https://archive.example/record/"));
            page.waitForCondition(() -> page.locator(".said").textContent().isEmpty());
        }
        page.locator("#p3").click(new com.microsoft.playwright.Locator.ClickOptions().setClickCount(3));
        page.locator(".quote-it").waitFor();
        page.keyboard().press("q");
        page.locator(".said:has-text('Copied')").waitFor();
        assertTrue(((String) page.evaluate("navigator.clipboard.readText()")).contains("(p. 42)"));
        page.keyboard().press("s");
        page.waitForURL("**/beside**");
        page.keyboard().press("?");
        page.waitForURL("**/help#keys");
        page.context().close();
    }

    /// Programs that follow links are kept out of the pages of a search, and walk the lists of papers.
    @ParameterizedTest
    @org.junit.jupiter.params.provider.CsvSource({"/search?q=&size=10&page=2, true",
            "/search?q=&size=10&page=2000, true", "/exchanges, false", "/collections, false"})
    void pagesOfASearchAreNotForCrawlers(String path, boolean closed) throws Exception {
        var pagers = java.util.regex.Pattern.compile("<a href=\"[^\"]*page=[^>]*>").matcher(
                archive.get(path).replaceAll("(?s).*?<(nav class=\"pager\"|p class=\"empty\")", "")).results().map(java.util.regex.MatchResult::group).toList();
        if (closed) assertFalse(pagers.isEmpty(), path);
        for (var link : pagers) assertEquals(closed, link.contains("nofollow"), path + " " + link);
    }

    /// Papers and searches are kept on the device; a basket is an address that anybody can open, scripts or not, and carry away.
    @Test
    void papersAndSearchesAreKeptWithoutAnAccount() throws Exception {
        var page = page(1280, ColorScheme.LIGHT, true);
        page.navigate(archive.at("/search?q=haskvold"));
        page.locator(".hit .keep").nth(0).click();
        page.locator(".hit .keep").nth(1).click();
        assertEquals("true", page.locator(".hit .keep").first().getAttribute("aria-pressed"));
        page.locator(".keep-search").click();
        page.locator(".hit h2 a").nth(2).click();
        page.locator(".keeping .keep").click();
        page.locator("[data-basket]").click();
        page.waitForURL("**/basket?ids=*");
        var address = page.url().substring(page.url().indexOf("/basket"));
        assertEquals(3, page.locator(".basket .papers li").count());
        assertTrue(page.locator(".kept-searches").textContent().contains("haskvold"));
        page.evaluate("localStorage.setItem('searches', localStorage.getItem('searches').replace(/\\d{4}-[^\"]*Z/, '2001-02-03T04:05:06Z'))");
        page.reload();
        page.locator("text=new since 3 February 2001").waitFor();
        page.locator("[data-leave]").first().click();
        page.waitForURL(u -> u.contains("/basket?ids=") && !u.endsWith(address));
        assertEquals(2, page.locator(".basket .papers li").count());
        assertEquals("2", page.locator("[data-basket] .n").textContent());
        page.evaluate("localStorage.setItem('visited', '2001-02-03T04:05:06Z')");
        page.navigate(archive.at("/"));
        page.locator("text=since your last visit, 3 February 2001").waitFor();
        page.context().close();
        var other = page(360, ColorScheme.LIGHT, false);
        other.navigate(archive.at(address));
        assertEquals(3, other.locator(".basket .papers li").count());
        var table = archive.get(address.replace("/basket?", "/basket.csv?"));
        assertTrue(table.contains("x-papers=[3]") && table.contains("3 papers, all that were found"), table);
        other.context().close();
    }

    @Test
    void machineFormsAreServed() throws Exception {
        var record = link("/search?q=haskvold", "/record/[^\"#?]*");
        assertTrue(archive.get(record + ".ris").contains("TY  - "));
        assertTrue(archive.get(record + ".json").contains("\"document\""));
        assertTrue(archive.get(record + ".tei.xml").contains("<TEI xmlns=\"http://www.tei-c.org/ns/1.0\">"));
        assertTrue(archive.get(record + ".bib").contains("@unpublished{"));
        assertTrue(archive.get(record + ".csl.json").contains("\"type\" : \""));
        assertTrue(archive.get(record + ".txt").contains("Invented for demonstration"));
        assertTrue(archive.get("/record/" + record.split("/")[2] + "/an-old-title").startsWith("301"));
    }

    @Test
    void aNoteLeadsToThePaperThatItNames() throws Exception {
        var verbatim = paper("naval cable, verbatim");
        assertTrue(archive.get(paper("paraphrase of naval cable"))
                .contains("The verbatim text of this cable is <a class=\"reference\" href=\"" + verbatim + "\""));
    }
}
