package chancery.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.archive.ReadingRoom;
import chancery.document.Reader;
import chancery.exchange.out.ClaimAnnotations;
import chancery.exchange.out.ClaimStatements;
import chancery.exchange.out.Names;
import chancery.exchange.out.Nanopublications;
import chancery.exchange.out.StixBundle;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.document.JsonDocument;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.lang.LangJSONLD11;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

/// The exports of claims, read by libraries that others keep and held against the shapes that their
/// standards ask: STIX by a JSON Schema, RDF by Jena with SPARQL and SHACL,
/// FollowTheMoney by the table of its schema. The shapes are written after the standards, in our words; no test goes to the network.
class ClaimShapesTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Names NAMES = Names.of(Optional.of(URI.create("https://archive.example")));
    private static final String PREFIXES =
            "prefix np: <http://www.nanopub.org/nschema#> prefix prov: <http://www.w3.org/ns/prov#> prefix ch: <urn:chancery:terms:> ";
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
        assertTrue(attestations > 0);
    }

    @AfterAll
    static void close() {
        archive.close();
    }

    // ---- STIX 2.1

    @Test
    void theBundleIsStix() {
        assertEquals(List.of(), stix().validate(bundle(), InputFormat.JSON));
    }

    /// Each of these was a bundle once, or could become one: the shape refuses it.
    @ParameterizedTest(name = "{0} of a {1} as {2}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        created          | report   | 2031-05-06T07:08:09Z
        modified         | note     | 2031-05-06 07:08:09.000Z
        published        | report   | -
        name             | identity | -
        content          | note     | -
        opinion          | opinion  | probably
        spec_version     | opinion  | 2.0
        id               | report   | note--6ba7b810-9dad-51d1-80b4-00c04fd430c8
        created_by_ref   | note     | report--6ba7b810-9dad-51d1-80b4-00c04fd430c8
        x_own            | note     | words of our own
        """)
    void aBundleThatIsNotStixIsRefused(String property, String type, String value) {
        var bundle = (ObjectNode) JSON.readTree(bundle());
        for (var object : bundle.get("objects")) {
            if (!object.get("type").asString().equals(type)) continue;
            if (value == null) ((ObjectNode) object).remove(property);
            else ((ObjectNode) object).put(property, value);
            break;
        }
        assertFalse(stix().validate(bundle.toString(), InputFormat.JSON).isEmpty());
    }

    private static Schema stix() {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(resource("stix.json"));
    }

    private static String bundle() {
        var out = new StringWriter();
        assertEquals(attestations, StixBundle.write(room, NAMES, "Test Archive", out));
        return out.toString();
    }

    // ---- nanopublications

    /// The nanopublication guidelines: a head that names exactly one assertion, one provenance and one publication
    /// info, four graphs of one nanopublication and of no other, none of them empty,
    /// provenance about the assertion, publication info about the whole, and nothing outside the graphs.
    @Test
    void everyNanopublicationHasItsFourGraphs() {
        var data = trig(trig());
        assertEquals(attestations, answers(data, "select ?np { graph ?head { ?np a np:Nanopublication } }").size());
        assertEquals(attestations * 4, answers(data, "select distinct ?g { graph ?g { ?s ?p ?o } }").size());
        assertTrue(data.getDefaultModel().isEmpty());
        assertEquals(List.of(), wrong(data));
        assertEquals(attestations, answers(data,
                "select distinct ?a { graph ?head { ?np np:hasAssertion ?a } graph ?p { ?a prov:wasQuotedFrom ?paper . ?paper a prov:Entity } }").size());
        assertTrue(answers(data, "select ?x { graph ?p { ?x ch:lineage \"not recorded\" ; prov:wasDerivedFrom ?y } }").isEmpty(),
                "what is not recorded is derived from nothing");
    }

    /// Every chain of derivation leads from the paper to an end: none goes round.
    @Test
    void derivationsGoNowhereRound() {
        assertTrue(answers(trig(trig()), "select ?x { graph ?p { ?x prov:wasDerivedFrom+ ?x } }").isEmpty());
    }

    @ParameterizedTest(name = "without {0}")
    @CsvSource({"np:hasProvenance", "np:hasAssertion", "np:hasPublicationInfo",
            "prov:wasQuotedFrom", "prov:wasAttributedTo <https://archive.example/archive/self>"})
    void whatLacksAPartIsNoNanopublication(String part) {
        var words = trig();
        assertTrue(words.contains(part));
        assertFalse(wrong(trig(words.replaceFirst(java.util.regex.Pattern.quote(part), "ch:other" + part.replaceFirst("^\\S+", "")))).isEmpty());
    }

    /// What breaks a rule, each as the nanopublication and the rule.
    private static List<String> wrong(Dataset data) {
        var rules = Map.of(
                "one of each part",
                "select ?np { graph ?head { ?np a np:Nanopublication optional { ?np np:hasAssertion ?a } optional { ?np np:hasProvenance ?p } optional { ?np "
                + "np:hasPublicationInfo ?i } } } group by ?np having (count(distinct ?a) != 1 || count(distinct ?p) != 1 || count(distinct ?i) != 1)",
                "graphs of its own",
                "select ?np { graph ?head { ?np np:hasAssertion ?a ; np:hasProvenance ?p ; np:hasPublicationInfo ?i } filter (?a = ?p || ?p = ?i || ?a = ?i ||"
                + " ?head in (?a, ?p, ?i)) }",
                "graphs shared with none",
                "select ?np { graph ?head { ?np ?has ?g } graph ?other { ?second ?has ?g } filter (?has in (np:hasAssertion, np:hasProvenance, "
                + "np:hasPublicationInfo) && ?np != ?second) }",
                "no part empty",
                "select ?np { graph ?head { ?np ?has ?g filter (?has in (np:hasAssertion, np:hasProvenance, np:hasPublicationInfo)) } filter not exists { "
                + "graph ?g { ?s ?p ?o } } }",
                "provenance about the assertion",
                "select ?np { graph ?head { ?np np:hasAssertion ?a ; np:hasProvenance ?p } filter not exists { graph ?p { ?a prov:wasQuotedFrom ?o } } }",
                "publication info about the whole",
                "select ?np { graph ?head { ?np a np:Nanopublication ; np:hasPublicationInfo ?i } filter not exists { graph ?i { ?np prov:wasAttributedTo ?o "
                + "} } }");
        var found = new ArrayList<String>();
        rules.forEach((rule, query) -> answers(data, query).forEach(np -> found.add(np + ": " + rule)));
        return found;
    }

    private static String trig() {
        var out = new StringWriter();
        assertEquals(attestations, Nanopublications.write(room, NAMES, out));
        return out.toString();
    }

    private static Dataset trig(String words) {
        var data = DatasetFactory.create();
        RDFDataMgr.read(data, new StringReader(words), "https://archive.example/", Lang.TRIG);
        return data;
    }

    private static List<String> answers(Dataset data, String query) {
        var found = new ArrayList<String>();
        try (var execution = QueryExecutionFactory.create(PREFIXES + query, data)) {
            execution.execSelect().forEachRemaining(row -> found.add(row.get(row.varNames().next()).toString()));
        }
        return found;
    }

    // ---- Web Annotations

    @Test
    void everyAnnotationHasTheShapeOfTheModel() throws Exception {
        var words = annotations();
        assertEquals("", complaints(words));
        var data = DatasetFactory.create();
        data.setDefaultModel(org.apache.jena.rdf.model.ModelFactory.createModelForGraph(graph(words)));
        assertEquals(attestations, answers(data,
                "select ?a { ?page <http://www.w3.org/ns/activitystreams#items>/<http://www.w3.org/1999/02/22-rdf-syntax-ns#rest>*"
                        + "/<http://www.w3.org/1999/02/22-rdf-syntax-ns#first> ?a . ?a a <http://www.w3.org/ns/oa#Annotation> }")
                .size());
        assertEquals(attestations, answers(data, "select ?a { ?a ch:stance ?stance ; ch:state ?state ; ch:claim ?claim ; ch:chain ?chain }").size());
    }

    @ParameterizedTest(name = "without {0}")
    @CsvSource({"exact", "start", "source", "motivation", "value"})
    void whatLacksAPropertyIsNoAnnotation(String property) throws Exception {
        var page = (ObjectNode) JSON.readTree(annotations());
        strip(((ArrayNode) page.get("items")).get(0), property);
        assertFalse(complaints(page.toString()).isEmpty());
    }

    private static void strip(tools.jackson.databind.JsonNode node, String property) {
        if (node instanceof ObjectNode object) object.remove(property);
        for (var child : node) strip(child, property);
    }

    private static String annotations() {
        var out = new StringWriter();
        assertEquals(attestations, ClaimAnnotations.write(room, NAMES, out));
        return out.toString();
    }

    private static String complaints(String words) throws Exception {
        var shapes = GraphFactory.createDefaultGraph();
        RDFDataMgr.read(shapes, new StringReader(resource("annotation.ttl")), "https://archive.example/", Lang.TURTLE);
        var report = ShaclValidator.get().validate(shapes, graph(words));
        var out = new StringBuilder();
        report.getEntries().forEach(e -> out.append(e.focusNode()).append(": ").append(e.message()).append('\n'));
        return out.toString();
    }

    /// The context of the model is read from here, never from the network.
    private static org.apache.jena.graph.Graph graph(String words) throws Exception {
        var options = new JsonLdOptions((address, _) -> {
            assertEquals("http://www.w3.org/ns/anno.jsonld", address.toString());
            return JsonDocument.of(new StringReader(resource("annotation-terms.jsonld")));
        });
        var graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(words, Lang.JSONLD11).set(LangJSONLD11.JSONLD_OPTIONS, options).parse(graph);
        return graph;
    }

    // ---- FollowTheMoney

    /// The columns and the dialect of its `CSVStatementWriter`; properties and types of its schema `Note` (model 3.8.4); ids as its `make_key` makes them.
    @Test
    void statementsAreThoseOfItsSchema() throws Exception {
        var types = Map.of("name", "name", "notes", "text", "summary", "text", "description", "text", "sourceUrl", "url");
        var out = new StringWriter();
        assertEquals(attestations, ClaimStatements.write(room, NAMES, out));
        List<String[]> rows;
        try (var read = CsvMapper.builder().enable(CsvReadFeature.WRAP_AS_ARRAY).build().readerFor(String[].class).<String[]>readValues(out.toString())) {
            rows = read.readAll();
        }
        assertEquals(List.of("canonical_id", "entity_id", "prop", "prop_type", "schema", "value", "dataset", "origin",
                "lang", "original_value", "external", "first_seen", "last_seen", "id"), List.of(rows.getFirst()));
        var ids = new HashSet<String>();
        for (var row : rows.subList(1, rows.size())) {
            assertEquals(14, row.length);
            assertEquals(types.get(row[2]), row[3], row[2]);
            assertEquals("Note", row[4]);
            assertEquals("f", row[10]);
            assertFalse(row[0].isEmpty() || row[1].isEmpty() || row[5].isEmpty() || row[6].isEmpty());
            assertEquals(sha1(row[6] + "." + row[1] + "." + row[2] + "." + row[5]), row[13]);
            assertTrue(ids.add(row[13]));
        }
        assertFalse(out.toString().contains("\r"));
    }

    private static String sha1(String words) throws Exception {
        return java.util.HexFormat.of().formatHex(java.security.MessageDigest.getInstance("SHA-1").digest(words.getBytes(StandardCharsets.UTF_8)));
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(ClaimShapesTest.class.getResourceAsStream("/shapes/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
