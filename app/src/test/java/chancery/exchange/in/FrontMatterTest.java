package chancery.exchange.in;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.document.Access;
import chancery.document.Holding;
import chancery.document.Node.Tag;
import chancery.document.PlainLayer;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Markdown with front matter. The papers are invented; keys, marks and references have the shape of printed series.
class FrontMatterTest {
    private static final FrontMatter FORMAT = new FrontMatter(Mapping.shipped());
    private static final String VOLUME = """
            ---
            doc_date: '1951-03-09T00:00:00.000Z'
            doc_num: 12
            doc_order: 14
            title: Lyle to Vyle
            vol_id: '7'
            vol_title: 'Volume 7: 1951'
            vol_full_title: 'Harbours, volume 7: 1951'
            naa_refs:
              - reference: 'AA: A989, 44/735/765/3'
                naa_series: A989
                naa_control_symbol: 44/735/765/3
                naa_barcode: 185
            ---

            """;

    private static String note(String mark, String note) {
        return VOLUME + "Cablegram 219 ORVANE, 9 March 1951\n\nYour 876 " + mark + ", and ours, were read.\n\n" + note + "\n\n[AA: A989, 44/735/765/3]\n";
    }

    @Test
    void aVolumeBecomesACollectionAndTheArchivesReferenceATree() {
        var paper = Shown.one(FORMAT, "volume-7/12-lyle-to-vyle.md", note("[1]", "_\n\n1 Document 11."));
        var d = paper.description();
        assertEquals("Lyle to Vyle", d.title());
        assertEquals("1951-03-09", d.dating().edtf().orElseThrow().text());
        assertEquals(List.of("Harbours, volume 7: 1951"), d.collections().getFirst().titles());
        assertEquals(14, d.collections().getFirst().ordinal());
        assertEquals("12", d.edition().orElseThrow().number());
        assertEquals(List.of("AA: A989, 44/735/765/3"), d.holdings().stream().map(Holding::asPrinted).toList());
        assertEquals(List.of("National Archives of Australia", "A989", "44/735/765/3"),
                d.holdings().getFirst().path().stream().map(Holding.Step::title).toList());
        assertEquals("185", d.sourceIds().getFirst().value());
        assertTrue(paper.release().isEmpty(), "who may see it is the delivery's to say");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        [1]       | _~~1 Document 11.
        [1](#f1)  | _~~1 Document 11.
        [1]       | _~~[1] Document 11.
        [1](#f1)  | 1 Document 11.
        """)
    void footnotesOfBothStylesComeToTheirMarks(String mark, String foot) {
        var text = Shown.one(FORMAT, "a.md", note(mark, foot.replace("~", "\n"))).texts().getFirst().text();
        var note = text.all(Tag.NOTE).stream().filter(n -> n.attribute("n").isPresent()).findFirst().orElseThrow();
        assertEquals("Document 11.", PlainLayer.of(note).text());
        assertEquals("Cablegram 219 ORVANE, 9 March 1951\nYour 876, and ours, were read.", PlainLayer.of(text).text());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        was here [1], and went   | was here, and went
        was here [1] and went    | was here and went
        was here[1] and went     | was here and went
        was (here [1]) and went  | was (here) and went
        was here. [1] He went    | was here. He went
        was *here* [1], and went | was here, and went
        was here [1]and went     | was here and went
        """)
    void aMarkLeavesNoSpaceBehind(String words, String layer) {
        var paper = Shown.one(FORMAT, "a.md", VOLUME + "He " + words + ".\n\n_\n\n1 Document 11.\n");
        assertEquals("He " + layer + ".", Shown.text(paper));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        public     | -          | -          | public     | -
        withheld   | 2031-01-01 | public     | withheld   | 2031-01-01
        registered | -          | -          | registered | -
        everybody  | -          | -          | withheld   | -
        withheld   | soon       | public     | withheld   | -
        public     | 2031-01-01 | -          | withheld   | -
        """)
    void whatCannotBeUnderstoodCloses(String now, String until, String then, String level, LocalDate day) {
        var matter = "---\ntitle: A\nvolume: B\nrelease: " + now + "\n" + (until == null ? "" : "release_until: '" + until + "'\n")
                + (then == null ? "" : "release_then: " + then + "\n") + "---\n\nWords.\n";
        var release = Shown.one(FORMAT, "a.md", matter).release().orElseThrow();
        assertEquals(Access.of(level).orElseThrow(), release.now());
        assertEquals(day, release.until());
    }

    @Test
    void aKeyWithoutMeaningIsAFindingAndStaysWithTheFile() {
        var paper = Shown.one(FORMAT, "a.md", "---\ntitle: A\nvolume: B\nweather: fair\n---\n\nWords.\n");
        assertEquals(List.of("FIELD_UNMAPPED"), Shown.codes(paper.findings()));
        assertEquals("front matter, key weather", paper.findings().getFirst().where());
        assertTrue(new String(paper.files().getFirst().bytes(), java.nio.charset.StandardCharsets.UTF_8).contains("weather: fair"));
    }

    @Test
    void aRefusalSaysWhichLine() {
        var why = Shown.refused(FORMAT, "a.md", "---\ntitle: A\ntitle: B\n---\n\nWords.\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertEquals("line 3", why.getFirst().where());
    }

    @Test
    void aMappingOfOnesOwnIsTriedFirst() {
        var mapping = Mapping.read("""
                name = "letters"
                when = ["betreff"]
                [fields]
                title = "betreff"
                date = "vom"
                creators = "absender"
                [constants]
                language = "de"
                """, "letters.toml");
        var mappings = new java.util.ArrayList<>(List.of(mapping));
        mappings.addAll(Mapping.shipped());
        var d = Shown.one(new FrontMatter(mappings), "a.md", "---\nbetreff: An den Hafen\nvom: 1951-03\nabsender: [Lyle, Vyle]\n---\n\nDer Hafen ist offen.\n")
                .description();
        assertEquals("An den Hafen", d.title());
        assertEquals("1951-03", d.dating().edtf().orElseThrow().text());
        assertEquals(List.of("Lyle", "Vyle"), d.creators());
        assertEquals(List.of("de"), d.languages());
    }

    @Test
    void aMappingThatNamesAnUnknownPartSaysWhichThereAre() {
        var failure = assertThrows(IllegalArgumentException.class, () -> Mapping.read("[fields]\nweather = \"w\"\n", "mine.toml"));
        assertTrue(failure.getMessage().contains("mine.toml") && failure.getMessage().contains("`weather`") && failure.getMessage().contains("creators"),
                failure.getMessage());
    }
}
