package chancery.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.archive.Papers;
import chancery.archive.ReadingRoom;
import chancery.archive.Submission;
import chancery.document.Reader;
import chancery.document.RecordId;
import chancery.exchange.out.Correspondence;
import chancery.exchange.out.GraphMl;
import chancery.exchange.out.Rows;
import chancery.exchange.out.ThreadRows;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import tools.jackson.databind.json.JsonMapper;

/// Exchanges as they go out: pages, rows, GraphML, TEI.
class ThreadsTest {
    @TempDir
    static Path temp;
    private static Archive archive;
    private static ReadingRoom room;

    @BeforeAll
    static void open() {
        archive = new Archive(temp.resolve("archive"), papers());
        room = archive.folder.stacks().room(Reader.PUBLIC);
    }

    @AfterAll
    static void close() {
        archive.close();
    }

    /// Two posts that write to one another about one file, day by day, with signs that XML and HTML must not mistake.
    private static List<Submission> papers() {
        var papers = new ArrayList<Submission>();
        for (var day = 1; day <= 9; day++) {
            var out = day % 2 == 1;
            papers.add(Papers.paper("a/" + day + "/paper.md", out ? "Tressider to Hallowes" : "Hallowes to Tressider", "1934-02-0" + day,
                    "Cablegram " + (100 + day) + " " + (out ? "VELISK" : "PORT ORVANE") + ", " + day + " February 1934, " + (day < 8 ? "9.30 p.m." : "noon"),
                    "MOST SECRET IMMEDIATE", (day == 1 ? "The R&D of <two> \"divisions\" is reported to be" : "Your telegram No. " + (100 + day - 1)
                            + ". The ice & the lease are as they were on day " + day) + " and nothing more is known of it here.", "[SA: K12, 44/7/1]"));
        }
        return papers;
    }

    @Test
    void thePageShowsEveryMessageOnceInThePictureAndOnceInTheList() throws Exception {
        var exchange = room.exchanges().getFirst();
        assertEquals(9, exchange.messages().size());
        var page = archive.get("/thread/" + exchange.id());
        assertTrue(page.startsWith("200"));
        for (var card : room.cards(exchange.messages())) {
            assertEquals(2, page.split("href=\"" + View.at(card) + "\"", -1).length - 1, card.title());
            assertEquals(1, page.split("id=\"m-" + card.id() + "\"", -1).length - 1);
        }
        assertFalse(page.contains("<two>"));
        assertTrue(page.contains("MOST SECRET"), "markings are words");
        assertTrue(archive.get("/thread/" + exchange.messages().get(4))
                .contains("rel=\"canonical\" href=\"https://archive.example/thread/" + exchange.id() + "\""), "every message leads to it");
        assertTrue(archive.get("/thread/0000000000000").startsWith("404"));
        assertTrue(archive.get("/thread/" + room.exchanges().getFirst().id() + "/x").startsWith("404"));
        assertTrue(archive.get("/exchanges").contains("/thread/" + exchange.id()));
        assertTrue(archive.get("/exchanges?page=9").contains("There is no page 9 of these; the last is"));
    }

    @ParameterizedTest
    @CsvSource({"'', 1", "with=hallowes, 1", "with=TRESSIDER+hallowes, 1", "with=regent, 0", "from=1934-02-09, 1",
            "from=1934-02-10, 0", "to=1934-02, 1", "to=1934-01, 0", "from=1934&to=1934, 1", "from=soon, 1", "sort=longest, 1"})
    void theListIsNarrowedToThoseWhoSpeakAndToDays(String query, int found) throws Exception {
        var page = archive.get("/exchanges?" + query);
        assertEquals(found, page.split("href=\"/thread/", -1).length - 1, page);
        assertEquals(query.contains("soon"), page.contains("“soon” could not be read as a day"));
        assertEquals(found == 0, page.contains("No exchange here is between these and of these days."));
    }

    @Test
    void everyExchangeIsARow() {
        var out = new StringWriter();
        try (var rows = Rows.of("jsonl", out)) {
            assertEquals(room.exchanges().size(), ThreadRows.write(room, rows));
        }
        var row = JsonMapper.builder().build().readTree(out.toString().lines().findFirst().orElseThrow());
        assertEquals(List.of("thread", "parties", "turns", "links"), List.copyOf(row.propertyNames()));
        assertEquals(9, row.get("turns").size());
        assertEquals("a/1/paper.md", row.get("turns").get(0).get("document").asString());
        assertEquals("101", row.get("turns").get(0).get("number").asString());
        for (var link : row.get("links")) assertTrue(link.get("earlier").asInt() < link.get("later").asInt());
    }

    /// Each node and edge once, each edge between nodes that are there, each datum under a key declared for its element.
    @Test
    void graphMlIsWhatItsSpecificationSays() throws Exception {
        var out = new StringWriter();
        assertEquals(room.exchanges().size(), GraphMl.write(room, out));
        var graphml = xml(out.toString()).getDocumentElement();
        assertEquals("http://graphml.graphdrawing.org/xmlns", graphml.getNamespaceURI());
        var keys = new HashMap<String, String>();
        for (var key : children(graphml, "key")) {
            assertEquals(null, keys.put(key.getAttribute("id"), key.getAttribute("for")));
            assertTrue(Set.of("boolean", "int", "long", "float", "double", "string").contains(key.getAttribute("attr.type")));
        }
        assertEquals(1, children(graphml, "graph").size());
        var graph = children(graphml, "graph").getFirst();
        assertEquals("directed", graph.getAttribute("edgedefault"));
        var nodes = new HashSet<String>();
        for (var node : children(graph, "node")) {
            assertTrue(nodes.add(node.getAttribute("id")) && node.getAttribute("id").matches("[A-Za-z_][\\w.-]*"),
                    "an XML name, once: " + node.getAttribute("id"));
            for (var data : children(node, "data")) assertEquals("node", keys.get(data.getAttribute("key")));
        }
        assertEquals(room.exchanges().stream().mapToLong(e -> e.turns().size()).sum(), nodes.size());
        var edges = children(graph, "edge");
        assertEquals(room.exchanges().stream().mapToLong(e -> e.links().size()).sum(), edges.size());
        for (var edge : edges) {
            assertTrue(nodes.contains(edge.getAttribute("source")) && nodes.contains(edge.getAttribute("target")));
            for (var data : children(edge, "data")) assertEquals("edge", keys.get(data.getAttribute("key")));
        }
    }

    /// TEI P5, `correspDesc`: a message, with the actions of those who sent and received it, and its context.
    @Test
    void correspDescIsWhatTeiSays() throws Exception {
        var out = new StringWriter();
        assertEquals(room.exchanges().size(), Correspondence.write(room, out, "R&D", "https://archive.example"));
        var tei = xml(out.toString()).getDocumentElement();
        var profile = children(children(tei, "teiHeader").getFirst(), "profileDesc").getFirst();
        assertEquals(List.of("teiHeader", "text"), names(tei));
        assertEquals(List.of("titleStmt", "publicationStmt", "sourceDesc"), names(children(children(tei, "teiHeader").getFirst(), "fileDesc").getFirst()));
        var described = children(profile, "correspDesc");
        assertEquals(room.exchanges().stream().mapToLong(e -> e.messages().size()).sum(), described.size());
        for (var message : described) isCorrespDesc(message);
        assertEquals(List.of("correspAction", "correspAction", "correspContext"), names(described.get(1)));
        var sent = children(described.getFirst(), "correspAction").getFirst();
        assertEquals("1934-02-01T21:30:00", children(sent, "date").getFirst().getAttribute("when"));
        assertEquals("Velisk", children(sent, "placeName").getFirst().getTextContent());
        assertEquals("Tressider", children(sent, "name").getFirst().getTextContent());
    }

    @Test
    void aRecordsTeiSaysWhoWroteToWhom() throws Exception {
        var card = room.cards(List.of(room.exchanges().getFirst().messages().get(1))).getFirst();
        var answer = archive.get(View.at(card) + ".tei.xml");
        var tei = xml(answer.substring(answer.indexOf("<?xml"))).getDocumentElement();
        var described = children(children(children(tei, "teiHeader").getFirst(), "profileDesc").getFirst(), "correspDesc");
        assertEquals(1, described.size());
        isCorrespDesc(described.getFirst());
        assertTrue(children(children(described.getFirst(), "correspContext").getFirst(),
                "ref").stream().map(r -> r.getAttribute("type")).toList().containsAll(List.of("prev", "next")));
    }

    private static void isCorrespDesc(Element message) throws Exception {
        assertEquals("http://www.tei-c.org/ns/1.0", message.getNamespaceURI());
        assertTrue(Set.of("correspAction", "correspContext", "note").containsAll(names(message)));
        assertTrue(archive.get(message.getAttribute("ref").replace("https://archive.example", "")).startsWith("200"));
        for (var action : children(message, "correspAction")) {
            assertTrue(Set.of("sent", "received", "transmitted", "redirected", "forwarded").contains(action.getAttribute("type")));
            assertTrue(Set.of("persName", "orgName", "name", "placeName", "date", "note").containsAll(names(action)) && !names(action).isEmpty());
            for (var date : children(action, "date")) {
                for (var at : List.of("when", "notBefore", "notAfter"))
                    assertTrue(date.getAttribute(at).matches("|\\d{4}(-\\d\\d(-\\d\\d(T\\d\\d:\\d\\d:\\d\\d)?)?)?"), date.getAttribute(at));
            }
        }
        for (var context : children(message, "correspContext")) {
            assertTrue(Set.of("ref", "ptr").containsAll(names(context)) && !names(context).isEmpty());
            for (var ref : children(context, "ref"))
                assertTrue(archive.get(ref.getAttribute("target").replace("https://archive.example", "")).startsWith("200"));
        }
    }

    /// Whatever the length, no card lies on another, none outside the drawing, and every strip's links are in the order of time.
    @Test
    void cardsOfAnyExchangeStandFree() {
        for (var many : new int[] {2, 3, 30, 150}) {
            for (var parties : new int[] {1, 2, 3, 6, 9}) {
                var names = IntStream.range(0, parties).mapToObj(i -> "Party number " + i).toList();
                var messages = IntStream.range(0, many).mapToObj(i -> RecordId.of(new byte[16], "t", "m" + i)).toList();
                var turns = IntStream.range(0, many)
                        .<chancery.cable.Exchange.Turn>mapToObj(i -> new chancery.cable.Exchange.Sent(messages.get(i), i % parties)).toList();
                var links = IntStream.range(1, many).mapToObj(i ->
                        new chancery.cable.Exchange.Link(i, i / 2, chancery.cable.Exchange.Tie.ANSWERS, java.util.Optional.empty(), "")).toList();
                var drawn = IntStream.range(0, many)
                        .mapToObj(i -> new LanePicture.Drawn(i % parties, "/record/" + messages.get(i), "m" + i, "Cablegram " + i, "" + i, "21:10",
                        "A place with a long name", "9 Feb 1934", i % 7 == 0 ? 9 : 0, "Some words ".repeat(20), List.of("SECRET"), i == 0)).toList();
                var picture = LanePicture.of(new chancery.cable.Exchange(turns, links, names), drawn);
                var svg = String.join("", picture.strips());
                assertEquals(many, svg.split("<a class=\"card", -1).length - 1);
                var at = new int[many];
                for (var i = 0; i < many; i++) at[i] = svg.indexOf("href=\"/record/" + messages.get(i) + "\"");
                assertTrue(IntStream.range(1, many).allMatch(i -> at[i] > at[i - 1]), "the order of focus is the order of time");
                var end = -1;
                var rect = java.util.regex.Pattern.compile("<rect x=\"(\\d+)\" y=\"(\\d+)\" width=\"(\\d+)\" height=\"(\\d+)\"").matcher(svg);
                while (rect.find()) {
                    assertTrue(Integer.parseInt(rect.group(2)) > end, "no card above the end of the one before");
                    assertTrue(Integer.parseInt(rect.group(1)) + Integer.parseInt(rect.group(3)) <= picture.width());
                    end = Integer.parseInt(rect.group(2)) + Integer.parseInt(rect.group(4));
                }
            }
        }
    }

    @Test
    void wordsAreFittedAndCutWithThreeDots() {
        assertEquals(List.of("Short"), LanePicture.Fit.lines("Short", 100, 14, 2));
        assertEquals(List.of(), LanePicture.Fit.lines("  ", 100, 14, 2));
        var lines = LanePicture.Fit.lines("The river rises and the ice is late this year, as it was in the year before", 150, 14, 2);
        assertEquals(2, lines.size());
        assertTrue(lines.getLast().endsWith("…"));
        assertTrue("The river rises and the ice is late this year, as it was in the year before ".contains(lines.getLast().replace("…", "")),
                "cut behind a word: " + lines.getLast());
        for (var line : lines) assertTrue(LanePicture.Fit.width(line, 14) <= 150 + 14, line);
        assertTrue(LanePicture.Fit.line("x".repeat(500), 100, 14).endsWith("…"));
    }

    private static Document xml(String words) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(words)));
    }

    private static List<Element> children(Element in, String name) {
        return all(in).stream().filter(e -> e.getLocalName().equals(name)).toList();
    }

    private static List<String> names(Element in) {
        return all(in).stream().map(Element::getLocalName).toList();
    }

    private static List<Element> all(Element in) {
        var all = new ArrayList<Element>();
        for (var i = 0; i < in.getChildNodes().getLength(); i++) if (in.getChildNodes().item(i) instanceof Element e) all.add(e);
        return all;
    }
}
