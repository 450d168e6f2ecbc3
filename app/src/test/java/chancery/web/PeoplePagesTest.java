package chancery.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.archive.Desk;
import chancery.archive.Submission;
import chancery.authority.Authority;
import chancery.document.Access;
import chancery.document.Edtf;
import chancery.document.Reader;
import chancery.document.Release;
import chancery.exchange.out.AuthorityRows;
import chancery.exchange.out.EacCpf;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/// Pages of persons, bodies and places: whom papers name, under which names, with whom they wrote, and what rests on their word.
class PeoplePagesTest {
    @TempDir
    static Path temp;
    private static Archive archive;

    @BeforeAll
    static void open() throws Exception {
        archive = Archive.ofSample(temp.resolve("archive"));
    }

    @AfterAll
    static void close() {
        archive.close();
    }

    private static Authority described(Archive in, String name) {
        return in.folder.stacks().room(Reader.STAFF).claims().identities().authorities().all().stream().filter(a -> a.name().equals(name)).findFirst()
                .orElseThrow();
    }

    private static String person(String name) throws Exception {
        return text(archive.get(PersonPage.address(described(archive, name))));
    }

    /// A page's words: tags gone, spaces one.
    private static String text(String page) {
        return page.substring(page.indexOf("<main")).replaceAll("<[^>]*>", " ").replace("&#39;", "'").replaceAll("\\s+", " ");
    }

    /// Every count on the page is what the search finds to which it leads.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Tressider, Sir Lionel
            Pell, Henry
            Department of External Affairs
            Hallowes, J. R.
            Skaldvik
            """)
    void countsAreThoseOfTheSearches(String name) throws Exception {
        var page = archive.get(PersonPage.address(described(archive, name)));
        var counts = Pattern.compile("<a href=\"(/search\\?[^\"]*)\" rel=\"nofollow\">(\\d+)(?: papers?)?</a>").matcher(page).results().toList();
        assertTrue(counts.size() > 1, page);
        for (var count : counts) {
            var found = archive.get(count.group(1).replace("&amp;", "&"));
            assertTrue(text(found).contains(" " + count.group(2) + " paper"), name + ": " + count.group());
        }
    }

    /// What rests on somebody's word is as many claims as the list has to which the count leads, under whatever names; so are the sources beside the list.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Tressider, Sir Lionel
            Haskvold, Rikard
            Castrelle, Isidore
            Pell, Henry
            """)
    void countsOfClaimsAreThoseOfTheirLists(String name) throws Exception {
        var page = archive.get(PersonPage.address(described(archive, name)));
        var beside = archive.get("/claims?state=accepted");
        var lists = Pattern.compile("<a href=\"(/claims\\?[^\"]*)\" rel=\"nofollow\">[^<]*?(?:</a> <span class=\"n\">)?(\\d+)(?: accepted| proposed|</span>)");
        var counts = Stream.of(page, beside).flatMap(p -> lists.matcher(p).results()).toList();
        assertTrue(counts.size() > 1, page);
        for (var count : counts) {
            var found = archive.get(count.group(1).replace("&amp;", "&"));
            assertTrue(Pattern.compile("aria-current=\"true\">(?:Accepted|Proposed) " + count.group(2) + "<").matcher(found).find(),
                    name + ": " + count.group());
        }
    }

    @Test
    void whatRestsOnAWordIsToldFromWhatStandsInPapers() throws Exception {
        var both = text(archive.get("/claims?source=Henry+Pell"));
        assertFalse(both.contains("Only what rests on the word"), both);
        var his = text(archive.get("/claims?source=Henry+Pell&as=source"));
        assertTrue(his.contains("Only what rests on the word of “Henry Pell”. Also what others are reported to have said in papers by the same"), his);
        assertTrue(archive.get("/claims?source=Henry+Pell&as=source").contains("name=\"as\" value=\"source\""));
    }

    @Test
    void aPersonIsShownUnderEveryNameThatPapersPrint() throws Exception {
        var page = person("Haskvold, Rikard");
        assertTrue(page.contains("Person Rikard Haskvold"), page);
        assertTrue(page.contains("General Rikard Haskvold"), page);
        assertTrue(page.contains("As a source of claims: General Haskvold · Haskvold"), page);
        assertTrue(page.contains("Chief of the Karsund General Staff"), page);
        assertFalse(page.contains("the Minister"), page);
    }

    @Test
    void aNameThatNobodyExplainedHasAPageOfItsOwn() throws Exception {
        var page = text(archive.get("/name/borozhan"));
        assertTrue(page.contains("A name in papers; nobody has said whose it is Ignat Borozhan"), page);
        assertTrue(archive.get("/name/pell").startsWith("302"), "one that was explained leads to who it is");
        assertTrue(archive.get("/name/nobody-of-this-name").startsWith("404"));
    }

    /// Papers print `Ignat Borozhan`: what they print is shown, in whatever form the name was recorded, and dates that stand in a name are not told again.
    @Test
    void aNameIsShownAsPapersPrintIt(@TempDir Path other) throws Exception {
        try (var fresh = Archive.ofSample(other)) {
            fresh.decide(List.of(row("do", "describe", "name", "b", "source", "Borozhan, I., 1890–1951", "period", "1890/1951"),
                    row("do", "identify", "authority", "b", "source", "Mr. IGNAT BOROZHAN")));
            var page = text(fresh.get(PersonPage.address(described(fresh, "Borozhan, I., 1890–1951"))));
            assertTrue(page.contains("1890 to 1951"), page);
            assertTrue(page.contains(" Ignat Borozhan "), page);
            assertFalse(page.substring(0, page.indexOf("History")).contains("BOROZHAN"), page);
            var list = text(fresh.get("/people?find=boro"));
            assertTrue(list.contains("Borozhan, I., 1890–1951"), list);
            assertFalse(list.contains("1890 – 1951"), list);
        }
    }

    @Test
    void aPaperLeadsToWhoWroteIt() throws Exception {
        var record = Pattern.compile("href=\"(/record/[^\"#?]*)").matcher(archive.get("/search?q=&sender=Pell"));
        assertTrue(record.find());
        assertTrue(archive.get(record.group(1)).contains("<a href=\"" + PersonPage.address(described(archive, "Pell, Henry")) + "\">"));
    }

    @Test
    void aClaimLeadsToItsSources() throws Exception {
        var castrelle = described(archive, "Castrelle, Isidore");
        var claim = archive.folder.stacks().room(Reader.PUBLIC).claims().claims().stream().filter(c -> c.words().contains("asked to quote for forage"))
                .findFirst().orElseThrow();
        var page = archive.get("/claim/" + claim.id());
        assertEquals(2, page.split(Pattern.quote("href=\"" + PersonPage.address(castrelle) + "\""), -1).length - 1, "in the picture and in the table");
        var narrowed = archive.get("/claims?state=accepted&source=Isidore+Castrelle");
        assertTrue(narrowed.contains("asked to quote for forage"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"/people?find=hask, Rikard, Pell", "/people?find=zzz, has these letters, Pell", "/places?find=skald, Skaldvik, Velisk",
            "/people?order=az&find=press, '', Pell", "/people?find=zz+z, Papers with “zz z”, Pell"})
    void theListIsSearched(String path, String has, String lacks) throws Exception {
        var page = text(archive.get(path));
        assertTrue(page.contains(has), page);
        assertFalse(page.contains(lacks + " "), page);
    }

    @Test
    void theListIsByPapersOrByLetter() throws Exception {
        var byPapers = archive.get("/people");
        assertTrue(byPapers.indexOf("Department of External Affairs") < byPapers.indexOf("Borozhan"));
        var byLetter = archive.get("/people?order=az");
        assertTrue(byLetter.indexOf("Borozhan, Ignat") < byLetter.indexOf("Department of External Affairs"));
    }

    /// EAC-CPF 2010: its elements in the order of the schema, the authorised form first, then the names that papers print.
    @Test
    void aPersonIsCarriedAwayAsAnAuthorityRecord() throws Exception {
        var answer = archive.get(PersonPage.address(described(archive, "Hallowes, J. R.")) + ".eac.xml");
        var document = DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder()
                .parse(new InputSource(new StringReader(answer.substring(answer.indexOf("<?xml")))));
        assertEquals(List.of("recordId", "maintenanceStatus", "maintenanceAgency", "languageDeclaration", "maintenanceHistory"), children(document, "control"));
        assertEquals(List.of("entityId", "entityType", "nameEntry", "nameEntry", "nameEntry"), children(document, "identity"));
        var names = document.getElementsByTagName("part");
        assertEquals(List.of("Hallowes, J. R.", "J.R. Hallowes", "Hallowes"),
                IntStream.range(0, names.getLength()).mapToObj(i -> names.item(i).getTextContent()).toList());
        assertEquals("person", document.getElementsByTagName("entityType").item(0).getTextContent());
        assertTrue(document.getElementsByTagName("entityId").item(0).getTextContent().startsWith("https://archive.example/person/"));
        assertTrue(document.getElementsByTagName("eventDescription").item(0).getTextContent().contains("Invented for demonstration"));
        assertEquals("urn:isbn:1-931666-33-4", document.getDocumentElement().getNamespaceURI());
        assertTrue(archive.get(PersonPage.address(described(archive, "Skaldvik")) + ".eac.xml").startsWith("404"), "places have no such record");
        assertTrue(archive.get(PersonPage.address(described(archive, "Skaldvik")) + ".json").contains("\"kind\" : \"place\""));
    }

    private static List<String> children(Document document, String element) {
        var nodes = document.getElementsByTagName(element).item(0).getChildNodes();
        return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).filter(n -> n.getNodeType() == Node.ELEMENT_NODE).map(Node::getNodeName).toList();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            1880/1949   | <dateRange><fromDate standardDate="1880-01-01">1880</fromDate><toDate standardDate="1949-12-31">1949</toDate></dateRange>
            1933-05-04  | <date standardDate="1933-05-04">1933-05-04</date>
            ../1949     | <dateRange><toDate standardDate="1949-12-31">1949</toDate></dateRange>
            """)
    void datesOfExistenceAreDatesAndRanges(String dates, String written) {
        var authority = new Authority("3fz2k0d8wq7xn", Authority.Kind.BODY, "Bureau <of> “Grain”", Optional.of(Edtf.of(dates)), "One.\n\nTwo & three.",
                List.of("https://example.org/?a=1&b=2"), List.of());
        var eac = EacCpf.of(new AuthorityRows.Named(Optional.of(authority), authority.name(), List.of(), List.of(), 0, 0),
                List.of(new EacCpf.Event(java.time.Instant.EPOCH, "E. Marl")), "the Office", "https://archive.example/person/3fz2k0d8wq7xn", "");
        assertTrue(eac.contains("<existDates>" + written + "</existDates>"), eac);
        assertTrue(eac.contains("<part>Bureau &lt;of&gt; “Grain”</part>") && eac.contains("<p>One.</p><p>Two &amp; three.</p>"), eac);
        assertTrue(eac.contains("xlink:href=\"https://example.org/?a=1&amp;b=2\""), eac);
    }

    /// Somebody whom only closed papers name is nobody for the public, and a name that only they use is not among his.
    @Test
    void whoIsNamedInClosedPapersAloneIsNotShown(@TempDir Path other) throws Exception {
        var papers = new ArrayList<Submission>();
        for (var p : LeakTest.sample())
            papers.add(p.path().endsWith("04-pell-to-department-of-external-affairs.md") || p.path().endsWith("05-circular-telegram-to-posts.md") ? p
                    : new Submission(p.path(), p.description(), p.texts(), Optional.of(Release.of(Access.WITHHELD)), p.files(), p.findings()));
        try (var mostlyClosed = new Archive(other, papers)) {
            mostlyClosed.decide(List.of(row("do", "describe", "name", "h", "source", "Haskvold, Rikard", "note", "A soldier."),
                    row("do", "identify", "authority", "h", "source", "General Rikard Haskvold"),
                    row("do", "describe", "name", "p", "source", "Pell, Henry", "note", "A consul."), row("do", "identify", "authority", "p", "source",
                            "the consul called KASTOR")));
            var absent = mostlyClosed.get("/person/0000000000000");
            assertEquals(absent, mostlyClosed.get(PersonPage.address(described(mostlyClosed, "Haskvold, Rikard"))));
            assertTrue(absent.startsWith("404"));
            assertEquals(mostlyClosed.get("/name/nobody"), mostlyClosed.get("/name/haskvold"));
            var list = mostlyClosed.get("/people");
            assertFalse(list.contains("Haskvold"), list);
            var pell = mostlyClosed.get(PersonPage.address(described(mostlyClosed, "Pell, Henry")));
            assertTrue(pell.contains("A consul."), pell);
            assertFalse(pell.contains("KASTOR"), pell);
        }
    }

    private static Desk.Row row(String... cells) {
        var values = new HashMap<String, String>();
        for (var i = 0; i < cells.length; i += 2) values.put(cells[i], cells[i + 1]);
        return new Desk.Row(1, Map.copyOf(values));
    }
}
