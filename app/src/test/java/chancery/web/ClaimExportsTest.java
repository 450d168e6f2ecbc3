package chancery.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.archive.ReadingRoom;
import chancery.claim.Mode;
import chancery.document.PlainLayer;
import chancery.document.Reader;
import chancery.exchange.out.ClaimAnnotations;
import chancery.exchange.out.ClaimRows;
import chancery.exchange.out.ClaimStatements;
import chancery.exchange.out.Names;
import chancery.exchange.out.Nanopublications;
import chancery.exchange.out.Rows;
import chancery.exchange.out.StixBundle;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The exports of claims against what their standards ask. Clauses of the standards stand above the checks, in our words.
class ClaimExportsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Names NAMES = Names.of(Optional.of(URI.create("https://archive.example")));
    @TempDir
    static Path temp;
    private static Archive archive;
    private static ReadingRoom room;
    private static long attestations;

    @BeforeAll
    static void open() throws Exception {
        archive = Archive.ofSample(temp.resolve("archive"));
        room = archive.folder.stacks().room(Reader.PUBLIC);
        attestations = room.claims().claims().stream().mapToLong(c -> c.attestations().size()).sum();
    }

    @AfterAll
    static void close() {
        archive.close();
    }

    /// `text[start:end]` is the content, for every row; every row says whose reading it is.
    @Test
    void rows() {
        var out = new StringWriter();
        try (var rows = Rows.of("jsonl", out)) {
            assertEquals(attestations, ClaimRows.write(room, rows));
        }
        var layers = new HashMap<String, PlainLayer>();
        room.forEach(r -> r.texts().forEach(t -> layers.put(t.id(), PlainLayer.of(t.text()))));
        for (var line : out.toString().lines().toList()) {
            var row = JSON.readTree(line);
            assertEquals(List.of("document", "text", "claim", "attestation", "content", "cue", "chain", "stance", "caution",
                    "start", "end", "state", "supposed", "modes", "about", "said", "authorities"), List.copyOf(row.propertyNames()));
            assertEquals(row.get("content").asString(), layers.get(row.get("text").asString()).slice(row.get("start").asInt(), row.get("end").asInt()));
            assertEquals("accepted", row.get("state").asString());
            assertTrue(row.get("chain").isArray() && !row.get("chain").isEmpty());
            assertEquals(row.get("chain").size(), row.get("modes").size());
            for (var mode : row.get("modes")) assertTrue(Mode.of(mode.asString()).isPresent(), mode.asString());
        }
    }

    /// Haskvold spoke to Ladomine, of whom nobody says that he passed it on: a supposed link beside the chain, not in it.
    @Test
    void rowsSayTheSupposedLinkTheModesAndTheTime() {
        var out = new StringWriter();
        try (var rows = Rows.of("jsonl", out)) {
            ClaimRows.write(room, rows);
        }
        var all = out.toString().lines().map(JSON::readTree).toList();
        var lease = all.stream().filter(r -> r.get("content").asString().startsWith("the lease was nothing to him")).findFirst().orElseThrow();
        assertEquals("[\"the Regent\",\"General Haskvold\"]", lease.get("chain").toString());
        assertEquals("Lieutenant Ladomine", lease.get("supposed").asString());
        assertEquals("[\"told\",\"told\"]", lease.get("modes").toString());
        assertEquals("1934-01-20", lease.get("about").asString());
        assertEquals("1934-02-08", lease.get("said").asString());
        assertTrue(all.stream().anyMatch(r -> r.get("supposed").isNull()));
        assertEquals(2, lease.get("authorities").size());
        assertTrue(lease.get("authorities").get(0).isNull(), "nobody said who the Regent is");
        assertEquals(room.claims().identities().authorities().all().stream().filter(a -> a.name().equals("Haskvold, Rikard")).findFirst().orElseThrow().id(),
                lease.get("authorities").get(1).asString());
    }

    @Test
    void rowsAsCsvJoinTheModes() {
        var out = new StringWriter();
        try (var rows = Rows.of("csv", out)) {
            ClaimRows.write(room, rows);
        }
        assertTrue(out.toString().lines().findFirst().orElseThrow().endsWith(",state,supposed,modes,about,said,authorities"));
        assertTrue(out.toString().contains(",accepted,Lieutenant Ladomine,told | told,1934-01-20,1934-02-08, | "));
    }

    /// W3C Web Annotation Data Model: 3.1 an Annotation has the context, one IRI, the type Annotation, one or more targets; 4.2.4 and 4.2.5 selectors by
    /// quotation and by position; 5.2 a page has its items in order.
    @Test
    void annotations() {
        var out = new StringWriter();
        assertEquals(attestations, ClaimAnnotations.write(room, NAMES, out));
        var page = JSON.readTree(out.toString());
        assertEquals("http://www.w3.org/ns/anno.jsonld", page.get("@context").get(0).asString());
        assertEquals("AnnotationPage", page.get("type").asString());
        var terms = page.get("@context").get(1);
        var ids = new HashSet<String>();
        for (var a : page.get("items")) {
            assertEquals("Annotation", a.get("type").asString());
            assertTrue(ids.add(URI.create(a.get("id").asString()).toString()));
            assertEquals("describing", a.get("motivation").asString());
            assertEquals("TextualBody", a.get("body").get("type").asString());
            assertTrue(URI.create(a.get("target").get("source").asString()).isAbsolute());
            var quote = a.get("target").get("selector").get(0);
            var position = a.get("target").get("selector").get(1);
            assertEquals("TextQuoteSelector", quote.get("type").asString());
            assertEquals("TextPositionSelector", position.get("type").asString());
            var exact = quote.get("exact").asString();
            assertEquals(exact.codePointCount(0, exact.length()), position.get("end").asInt() - position.get("start").asInt());
            for (var key : a.propertyNames())
                assertTrue(Set.of("id", "type", "motivation", "body", "target").contains(key)
                        || terms.has(key), key + " is a term that the context does not declare");
        }
        assertEquals(attestations, ids.size());
        assertTrue(out.toString().contains("\"about\" : \"1934-01-20\",\n    \"said\" : \"1934-02-08\""), "the time that is spoken of, and that of the saying");
    }

    /// Nanopublication guidelines: four graphs, tied together in the head; the provenance is about the assertion, the publication info about the whole; no
    /// graph is empty. Read by a reader of TriG of the test's own.
    @Test
    void nanopublications() {
        var out = new StringWriter();
        assertEquals(attestations, Nanopublications.write(room, NAMES, out));
        var graphs = Trig.read(out.toString());
        assertEquals(attestations * 4, graphs.size());
        for (var head : graphs.keySet().stream().filter(g -> g.endsWith("#head")).toList()) {
            var self = head.substring(0, head.length() - 5);
            var triples = graphs.get(head);
            assertTrue(triples.contains(List.of(self, "rdf:type", "np:Nanopublication")), head);
            for (var part : List.of("Assertion", "Provenance", "PublicationInfo")) {
                var graph = triples.stream().filter(t -> t.get(1).equals("np:has" + part)).map(t -> t.get(2)).toList();
                assertEquals(1, graph.size());
                assertFalse(graphs.get(graph.getFirst()).isEmpty());
            }
            assertTrue(graphs.get(self + "#provenance").stream().anyMatch(t -> t.get(0).equals(self + "#assertion")), self);
            assertTrue(graphs.get(self + "#pubinfo").stream().anyMatch(t -> t.get(0).equals(self)), self);
        }
        assertTrue(out.toString().contains("ch:about \"1934-01-20\"^^<http://id.loc.gov/datatypes/edtf/EDTF>"), "the time that is spoken of");
        assertTrue(out.toString().contains("ch:said \"1934-02-08\"^^<http://id.loc.gov/datatypes/edtf/EDTF>"), "the time of the saying");
        assertTrue(out.toString().contains("ch:lineage \"not recorded\""));
        assertEquals(2, out.toString().split("prov:hadPrimarySource", -1).length - 1, "Pell and Rennick saw it");
    }

    /// A small strict reader of TriG: prefixes, named graphs, triples with `;`, IRIs, prefixed names, `a`, and strings.
    private static final class Trig {
        private static final Pattern TOKEN = Pattern.compile(
                "\\s*(?:(@prefix)|<([^<>\"{}|^`\\\\\\s]*)>|(\"(?:[^\"\\\\\\n\\r]|\\\\[tbnrf\"'\\\\])*\"(?:\\^\\^<[^<>\\s]*>)?)|([a-z]*:[A-Za-z]*)|(a)(?=\\s)|"
                + "([{}.;]))");
        private final java.util.regex.Matcher tokens;
        private final Set<String> prefixes = new HashSet<>();

        private Trig(String words) {
            tokens = TOKEN.matcher(words);
        }

        static Map<String, Set<List<String>>> read(String words) {
            var trig = new Trig(words.strip());
            var graphs = new HashMap<String, Set<List<String>>>();
            while (!trig.tokens.hitEnd() && trig.tokens.regionStart() < words.strip().length()) {
                var token = trig.next();
                if (token.equals("@prefix")) {
                    trig.prefixes.add(trig.next());
                    trig.next();
                    assertEquals(".", trig.next());
                } else {
                    graphs.put(token, trig.graph());
                }
            }
            return graphs;
        }

        private String next() {
            assertTrue(tokens.lookingAt(), () -> "no token at " + tokens.regionStart());
            var iri = tokens.group(2);
            var word = tokens.group(5) != null ? "rdf:type" : tokens.group().strip();
            tokens.region(tokens.end(), tokens.regionEnd());
            if (iri != null) assertTrue(URI.create(iri).isAbsolute(), iri);
            return iri != null ? iri : word;
        }

        private Set<List<String>> graph() {
            assertEquals("{", next());
            var triples = new HashSet<List<String>>();
            for (var subject = next(); !subject.equals("}"); subject = next()) {
                String end;
                do {
                    var triple = new ArrayList<>(List.of(subject, next(), next()));
                    for (var name : triple)
                        if (name.matches("[a-z]+:[A-Za-z]*") && !name.equals("rdf:type"))
                            assertTrue(prefixes.contains(name.substring(0, name.indexOf(':') + 1)), name);
                    triples.add(triple);
                    end = next();
                } while (end.equals(";"));
                assertEquals(".", end);
            }
            return triples;
        }
    }

    /// FollowTheMoney statements: the columns that its tools read, an id of its own for each statement, properties that its schema Note has.
    @Test
    void statements() {
        var out = new StringWriter();
        assertEquals(attestations, ClaimStatements.write(room, NAMES, out));
        var lines = out.toString().lines().toList();
        assertEquals(
                "\"canonical_id\",\"entity_id\",\"prop\",\"prop_type\",\"schema\",\"value\","
                        + "\"dataset\",\"origin\",\"lang\",\"original_value\",\"external\",\"first_seen\",\"last_seen\",\"id\"",
                lines.getFirst());
        var types = Map.of("name", "name", "notes", "text", "sourceUrl", "url", "summary", "text");
        var ids = new HashSet<String>();
        var named = new HashSet<String>();
        for (var line : lines.subList(1, lines.size())) {
            var cells = Pattern.compile("\"((?:[^\"]|\"\")*)\"(?:,|$)").matcher(line).results().map(m -> m.group(1).replace("\"\"", "\"")).toList();
            assertEquals(14, cells.size(), line);
            assertEquals(types.get(cells.get(2)), cells.get(3), line);
            assertEquals("Note", cells.get(4));
            assertTrue(cells.get(6).matches("[a-z0-9_]+"), line);
            assertTrue(cells.get(11).matches("(\\d{4}-\\d\\d-\\d\\d)?"), line);
            assertTrue(cells.get(13).matches("[0-9a-f]{40}") && ids.add(cells.get(13)), line);
            if (cells.get(2).equals("name")) named.add(cells.get(1));
        }
        assertEquals(attestations, named.size(), "every entity has its name");
    }

    /// STIX 2.1: 3.2 common properties; 4.5 identity, 4.10 note, 4.12 opinion, 4.14 report with what each requires; every reference resolves within the bundle.
    @Test
    void stix() {
        var out = new StringWriter();
        assertEquals(attestations, StixBundle.write(room, NAMES, "Test Archive", out));
        var bundle = JSON.readTree(out.toString());
        assertEquals("bundle", bundle.get("type").asString());
        var required = Map.of("identity", List.of("name"), "note", List.of("content", "object_refs"), "opinion",
                List.of("opinion", "object_refs"), "report", List.of("name", "published", "object_refs"));
        var ids = new HashMap<String, JsonNode>();
        for (var o : bundle.get("objects")) assertEquals(null, ids.put(o.get("id").asString(), o));
        for (var o : bundle.get("objects")) {
            var type = o.get("type").asString();
            assertTrue(o.get("id").asString().matches(type + "--[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"), o.get("id").asString());
            assertEquals("2.1", o.get("spec_version").asString());
            for (var property : List.of("created", "modified"))
                assertTrue(o.get(property).asString().matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z"), property);
            for (var property : required.get(type)) assertTrue(o.has(property), type + " without " + property);
            if (o.has("object_refs")) {
                assertFalse(o.get("object_refs").isEmpty());
                for (var ref : o.get("object_refs")) assertTrue(ids.containsKey(ref.asString()), ref.asString());
            }
            if (o.has("created_by_ref")) assertEquals("identity", ids.get(o.get("created_by_ref").asString()).get("type").asString());
            if (type.equals("opinion"))
                assertTrue(Set.of("strongly-disagree", "disagree", "neutral", "agree", "strongly-agree").contains(o.get("opinion").asString()));
        }
        assertEquals(4, ids.values().stream().filter(o -> o.get("type").asString().equals("opinion")).count());
    }

    /// An object's times are those of the archive, whose clock stands in 2031, not of the export; an archive that did not change is exported the same, byte for
    /// byte. A note says how each link told it, how it is held, and with what caution.
    @Test
    void stixIsTheSameAtEveryHour() {
        var first = new StringWriter();
        var second = new StringWriter();
        StixBundle.write(room, NAMES, "Test Archive", first);
        StixBundle.write(archive.folder.stacks().room(Reader.PUBLIC), NAMES, "Test Archive", second);
        assertEquals(first.toString(), second.toString());
        for (var o : JSON.readTree(first.toString()).get("objects")) {
            for (var property : List.of("created", "modified")) assertEquals("2031-05-06T07:08:09.000Z", o.get(property).asString(), o.get("id").asString());
        }
        var said =
                "the Regent [told] ← General Haskvold [told] (to Lieutenant Ladomine; lineage not recorded): the lease was nothing to him and that the only "
                + "use of the Delta to an army was to loose its boots in (stance: asserted; speaks of: 1934-01-20; said: 1934-02-08; caution: the above "
                + "information should be checked)";
        assertTrue(first.toString().contains(said), first.toString());
    }
}
