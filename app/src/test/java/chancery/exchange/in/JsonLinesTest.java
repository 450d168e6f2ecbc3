package chancery.exchange.in;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.archive.Submission;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLinesTest {
    private static final JsonLines FORMAT = new JsonLines();

    @Test
    void readsWhatAnExportWrites() {
        Shown.golden("json-lines", Shown.lines(read("""
            {"document":"velm/12.md","record":"3f9c0d2b7k4mx","title":"A cable","date":"9 March 1951","first":"1951-03-09","last":"1951-03-09","kind":"cablegram","summary":"Said.","holding":["Box 3, Strand Library","AB: 7"],"collections":["Papers of Velm",["Wide","Narrow"]],"release":"public","text":"One [sic].\\nQuay\\tBoats\\nOuter\\t12\\nTwo.","texts":[{"id":"t1","kind":"translation","lang":"fr","text":"One [sic].\\nQuay\\tBoats\\nOuter\\t12\\nTwo.","notes":["A note.",{"id":"n2","n":"2","text":"Another\\nof two lines."}]},{"id":"t2","kind":"transcript","lang":"und","text":"Un.","notes":[]}]}

            {"document":null,"title":"Without a name","date":null,"first":null,"last":null,"kind":null,"holding":[],"collections":[],"release":null,"text":"Words.","texts":[]}
            {"document":"3","title":null,"date":"some day","kind":"scroll","release":"sometimes","holding":"Box 4","text":"","texts":null,"colour":"red"}
            {"document":"4","title":"An open end","date":"before the flood","first":null,"last":"1950-12-31","text":"Words.","colour":"blue","texts":[{"text":"Words.","kind":"song","lang":"no such tag at all","style":1}]}
            """)));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', useHeadersInDisplayName = true, textBlock = """
        THE LINE                                       | CODE
        {"title":"A"                                   | JSON_UNREADABLE
        {"title":"A"} {"title":"B"}                    | JSON_UNREADABLE
        ["title"]                                      | JSON_UNREADABLE
        "title"                                        | JSON_UNREADABLE
        null                                           | JSON_UNREADABLE
        words                                          | JSON_UNREADABLE
        {"title":"A","title":"B"}                      | JSON_UNREADABLE
        {title:"A"}                                    | JSON_UNREADABLE
        {"title":"A",}                                 | JSON_UNREADABLE
        {"title":NaN}                                  | JSON_UNREADABLE
        {"name":"A","body":"B"}                        | SOURCE_FORMAT_UNKNOWN
        """)
    void refusesALineAndGoesOn(String line, String code) {
        var readings = read("{\"title\":\"First\",\"text\":\"a\"}\n" + line + "\n{\"title\":\"Third\",\"text\":\"a\"}\n");
        assertEquals(3, readings.size());
        var refused = assertInstanceOf(Reading.Refused.class, readings.get(1));
        assertEquals(List.of(code), Shown.codes(refused.findings()));
        assertEquals("line 2", refused.findings().getFirst().where());
        assertEquals("papers/out.jsonl#line-2", refused.path());
        assertInstanceOf(Reading.Read.class, readings.get(2));
    }

    @Test
    void refusesTheSecondOfTwoRowsOfOneName() {
        var readings = read("{\"document\":\"a\",\"title\":\"A\",\"text\":\"a\"}\n{\"document\":\"a\",\"title\":\"B\",\"text\":\"b\"}\n");
        assertInstanceOf(Reading.Read.class, readings.getFirst());
        assertEquals(List.of("DOCUMENT_TWICE"), Shown.codes(assertInstanceOf(Reading.Refused.class, readings.getLast()).findings()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"One.", "One.\nTwo.", "a\tb\nc\td\te\nafter", "He [matter omitted] xxxxxx went [sic] (p. 1) [1].",
            "1. Numbered\n2. Too", "a & b < c > \"d\"", "𝒲 東京 é", "[matter", "#  no heading", "x\ty"})
    void rebuildsThePlainLayer(String text) {
        var json = tools.jackson.databind.json.JsonMapper.shared().writeValueAsString(java.util.Map.of("title", "A", "text", text));
        assertEquals(text.replaceAll(" +", " "), Shown.text(submission(json)));
    }

    @Test
    void keepsEachLineAsItsSource() {
        var line = "{\"title\":\"Café\", \"text\":\"a\"}";
        var file = submission(line).files().getFirst();
        assertEquals(line, new String(file.bytes(), StandardCharsets.UTF_8));
        assertEquals("out.jsonl-line-1.json", file.name());
    }

    @Test
    void readsMarksAndLineEndsOfWindows() {
        assertEquals(2, FORMAT.read(new Item("out.jsonl", "\ufeff{\"title\":\"A\",\"text\":\"a\"}\r\n\r\n{\"title\":\"B\",\"text\":\"b\"}\r\n".getBytes(
                StandardCharsets.UTF_8))).stream().filter(r -> r instanceof Reading.Read).count());
        assertEquals(List.of("SOURCE_NOT_UTF8"), Shown.codes(Shown.refused(FORMAT, "out.jsonl", "\ufeff{}".getBytes(StandardCharsets.UTF_16LE))));
        assertEquals(List.of("SOURCE_EMPTY"), Shown.codes(Shown.refused(FORMAT, "out.jsonl", "\n \n".getBytes(StandardCharsets.UTF_8))));
        assertEquals(List.of("SOURCE_EMPTY"), Shown.codes(Shown.refused(FORMAT, "out.jsonl", new byte[0])));
    }

    @Test
    void neverMakesAnythingPublicByMistake() {
        assertTrue(submission("{\"title\":\"A\",\"text\":\"a\"}").release().isEmpty());
        assertTrue(submission("{\"title\":\"A\",\"text\":\"a\",\"release\":null}").release().isEmpty());
        for (var wrong : List.of("\"open\"", "true", "{\"now\":\"public\"}", "[\"public\"]", "\"\"", "1")) {
            assertEquals(chancery.document.Access.WITHHELD,
                    submission("{\"title\":\"A\",\"text\":\"a\",\"release\":" + wrong + "}").release().orElseThrow().now(), wrong);
        }
    }

    @Test
    void fitsByName() {
        assertTrue(FORMAT.fits(new Item("a.jsonl", new byte[0])) && FORMAT.fits(new Item("a.NDJSON", new byte[0])));
        assertFalse(FORMAT.fits(new Item("a.json", new byte[0])) || FORMAT.fits(new Item("jsonl", new byte[0])));
    }

    private static List<Reading> read(String lines) {
        return FORMAT.read(new Item("papers/out.jsonl", lines.getBytes(StandardCharsets.UTF_8)));
    }

    private static Submission submission(String line) {
        return Shown.one(FORMAT, "out.jsonl", line);
    }
}
