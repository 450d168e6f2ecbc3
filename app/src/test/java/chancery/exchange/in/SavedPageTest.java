package chancery.exchange.in;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.archive.Submission;
import chancery.document.PlainLayer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SavedPageTest {
    private static final SavedPage FORMAT = new SavedPage();

    // ---- labels without values

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', useHeadersInDisplayName = true, textBlock = """
        AFTER DOCUMENT INFORMATION                                            | HOLDING       | ID  | UPLOADED   | LANGUAGE | WITHOUT VALUE
        Box 3, Strand Library\\n\\nRecord ID\\n12                            | Box 3, Strand Library | 12 | |      |
        Record ID\\n\\n\\nOriginal Uploaded Date\\n\\n                       |               |     |            |          | Record ID; Original Uploaded Date
        Source\\nOriginal Archive\\nLanguage\\nRecord ID                     |               |     |            |          | Source; Original Archive; Language; Record ID
        Original Archive\\nRecord ID\\n12                                    |               | 12  |            |          | Original Archive
        Original Archive\\nStrand Library\\nLanguage\\nGerman                | Strand Library|     |            | de       |
        Source: Box 3, Strand Library\\nRecord ID: 12\\nLanguage: French, German | Box 3, Strand Library | 12 | | fr de |
        Original Uploaded Date\\nFebruary 17, 2017\\nRecord ID               |               |     | 2017-02-17 |          | Record ID
        Original Uploaded Date\\n2017-02-17T10:00:00\\nRecord ID\\n7         |               | 7   | 2017-02-17 |          |
        """)
    void takesNoLabelForAValue(String lines, String holding, String id, String uploaded, String language, String without) {
        var s = Shown.one(FORMAT, "a.txt", ("March 9, 1951\n\nA cable\n\nWords.\n\nDocument Information\n\n" + lines).replace("\\n", "\n"));
        var said = s.description();
        assertEquals(holding == null ? List.of() : List.of(holding), said.holdings().stream().map(h -> h.asPrinted()).toList());
        assertEquals(id == null ? List.of() : List.of(id), said.sourceIds().stream().map(i -> i.value()).toList());
        assertEquals(uploaded, said.uploaded().map(Object::toString).orElse(null));
        assertEquals(language == null ? "" : language, String.join(" ", said.languages()));
        assertEquals(without == null ? "" : without, s.findings().stream().filter(f -> f.code().name().equals("LABEL_WITHOUT_VALUE"))
                .map(f -> f.seen()).sorted(order(without)).collect(Collectors.joining("; ")));
    }

    private static java.util.Comparator<String> order(String names) {
        return java.util.Comparator.comparing(n -> names == null ? 0 : names.indexOf(n));
    }

    @Test
    void findsRightsThatStandWithoutTheirLabel() {
        var s = Shown.one(FORMAT, "a.txt", """
            March 9, 1951
            A cable
            Words.

            Document Information

            Box 3, Strand Library

            Original Archive

            Some of these papers may be subject to copyright, which the rights holders keep under the laws of the Strand.

            Record ID
            """);
        assertTrue(s.description().rights().statement().startsWith("Some of these papers"));
        assertEquals(List.of("Box 3, Strand Library"), s.description().holdings().stream().map(h -> h.asPrinted()).toList());
        assertEquals(List.of("Original Archive", "Record ID"), seen(s, "LABEL_WITHOUT_VALUE"));
    }

    // ---- the head of the page

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', useHeadersInDisplayName = true, textBlock = """
        THE HEAD                                                             | TITLE   | DATE          | TEXT        | SUMMARY
        Skip to content\\n\\nMarch 9, 1951\\n\\nA cable\\n\\nWords.\\n\\n\\nSaid.\\n\\n | A cable | March 9, 1951 | Words.  | Said.
        March 9, 1951\\nA cable\\n\\nWords.\\n\\n                            | A cable | March 9, 1951 | Words.      |
        Home\\nSearch\\nMarch 9, 1951\\nA cable\\n\\nWords.\\n\\n            | A cable | March 9, 1951 | Words.      |
        A cable\\n\\nWords.\\n\\n\\nSaid.\\n\\n                              | A cable |               | Words.      | Said.
        Undated\\n\\nA cable\\n\\nWords.\\n\\n                               | A cable |               | Words.      |
        March 9, 1951\\n\\nA cable\\n\\nWords.\\n\\n[1] A note.\\n\\n         | A cable | March 9, 1951 | Words.\\n[1] A note. |
        March 9, 1951\\n\\nA cable\\n\\nWords.\\n\\nA. Merrin\\n\\n           | A cable | March 9, 1951 | Words.\\nA. Merrin  |
        March 9, 1951\\n\\nA cable\\n\\nOne.\\n\\n\\n\\nTwo.\\n\\nThree.\\n\\n | A cable | March 9, 1951 | One.\\nTwo.\\nThree. |
        March 9, 1951\\n\\nA cable\\n\\nWords.\\n\\nSummary\\nSaid.\\n\\n    | A cable | March 9, 1951 | Words.      | Said.
        March 9, 1951\\n\\nA cable\\n\\nSource\\n\\nLanguage\\n\\n           | A cable | March 9, 1951 | Source\\nLanguage    |
        """)
    void readsTheHead(String head, String title, String date, String text, String summary) {
        var s = Shown.one(FORMAT, "a.txt", head.replace("\\n", "\n") + "Document Information\n\nRecord ID\n7\n");
        assertEquals(title, s.description().title());
        assertEquals(date == null ? "" : date, s.description().dating().asWritten());
        assertEquals(text.replace("\\n", "\n"), Shown.text(s));
        assertEquals(summary == null ? "" : summary, s.description().summary());
    }

    @Test
    void saysWhenADateCannotBeRead() {
        var html =
                "<h1 class=title>A cable</h1><div class=date>Winter 1951</div><div class=tab-pane><p>Words.</p></div><div class=information-block><h3 "
                + "class=sub-title>Record ID</h3><div class=text>7</div></div>";
        var s = Shown.one(FORMAT, "a.html", html);
        assertEquals("Winter 1951", s.description().dating().asWritten());
        assertEquals(List.of("Winter 1951"), seen(s, "DATE_NOT_UNDERSTOOD"));
    }

    // ---- texts

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        TAB                     | KIND        | LANGUAGE
        English Translation     | translation | en
        Translation (Russian)   | translation | ru
        Original Transcript     | transcript  | de
        Chinese Transcript      | transcript  | zh
        Transcript              | transcript  | de
        Paraphrase              | paraphrase  | de
        Verbatim text           | verbatim    | de
        Translation             | translation | und
        """)
    void namesTexts(String tab, String kind, String language) {
        var html =
                "<h1>A cable</h1><a href=\"#t\">%s</a><div class='tab-pane active' id=t><p>Words.</p></div><div class=information-block><h3 "
                + "class=sub-title>Language</h3><a class=pill><span class=name>German</span></a></div>";
        var text = Shown.one(FORMAT, "a.html", html.formatted(tab)).texts().getFirst().text();
        assertEquals(kind, text.kind().word());
        assertEquals(language, text.language());
    }

    @Test
    void keepsEveryTextOfAPageTheOpenOneFirst() {
        var s = Shown.one(FORMAT, "a.html", """
            <h1 class="title">A cable</h1>
            <a data-bs-target="#one" href="/x">Russian Transcript</a><a aria-controls="two">English Translation</a><a href="#three">Original Scan</a>
            <div class="tab-pane" id="one" style="display:none"><p>Слова.</p></div><div class="tab-pane active" id="two"><p>Words.</p></div><div class="tab-pane" id="three"><iframe src="/scan.pdf"></iframe></div>
            <div class="information-block"><h3 class="sub-title">Language</h3><a class="pill"><span class="name">Russian</span></a></div>""");
        assertEquals(List.of("translation en Words.", "transcript ru Слова."),
                s.texts().stream().map(t -> t.text().kind().word() + " " + t.text().language() + " " + PlainLayer.of(t.text()).text()).toList());
        assertEquals(List.of("/scan.pdf"), seen(s, "IMAGE_LEFT_OUT"));
    }

    @Test
    void tellsMarksWithoutNotesAndNotesWithoutMarks() {
        var marks = Shown.one(FORMAT, "a.txt", "March 9, 1951\nA cable\n\nOne [1] and two [2].\n\nThree.\n\nDocument Information\nRecord ID\n7");
        assertEquals(List.of("[1]", "[2]"), seen(marks, "MARK_WITHOUT_NOTE"));
        assertEquals("One [1] and two [2].\nThree.",
                Shown.text(marks).replace("\nThree.", "") + (marks.description().summary().isEmpty() ? "" : "\n" + marks.description().summary()));
        var notes = Shown.one(FORMAT, "a.txt", "March 9, 1951\nA cable\n\nOne [1].\n\n[1] First\n\n[2] Second\n\nDocument Information\nRecord ID\n7");
        assertEquals(List.of("NOTE_WITHOUT_MARK"), Shown.codes(notes.findings()));
        assertEquals("<body><p>One<note n=\"1\">First</note>.</p><note n=\"2\">Second</note></body>", Shown.xml(notes));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        TEXT                             | PAGE BREAKS
        (p. 1) One (p. 2) two (p. 3) end | 3
        (p. 1) One                       | 1
        As he says (p. 12), it is so     | 0
        See (p. 4) and (p. 9)            | 0
        [p. 7] One [p. 8] two            | 2
        (page 2) One (page 3) two        | 2
        """)
    void tellsPageMarksFromCitations(String text, int breaks) {
        var s = Shown.one(FORMAT, "a.txt", "March 9, 1951\nA cable\n\n" + text + "\n\nDocument Information\nRecord ID\n7");
        assertEquals(breaks, s.texts().getFirst().text().all(chancery.document.Node.Tag.PB).size());
    }

    // ---- HTML whose classes we do not know

    @ParameterizedTest
    @ValueSource(strings = {
        "<dl><dt>Source</dt><dd>Box 3, Strand Library</dd><dt>Original Archive</dt><dt>Record ID:</dt><dd>7</dd></dl>",
        "<table><tr><th>Source</th><td>Box 3, Strand Library</td></tr><tr><th>Original Archive</th><td></td></tr><tr><th>Record ID</th><td>7</td></tr></table>",
        "<p><strong>Source:</strong> Box 3, Strand Library</p><p><strong>Original Archive:</strong></p><p><strong>Record ID:</strong> 7</p>",
        "<p><b>Source:</b> Box 3, Strand Library<br><b>Original Archive:</b><br><b>Record ID:</b> 7</p>",
        "<div><h3>Source</h3></div><div>Box 3, Strand Library</div><div><h3>Original Archive</h3></div><div><h3>Record ID</h3></div><div>7</div>",
        "<section><h3>Source</h3><div>Box 3, Strand Library</div><h3>Original Archive</h3><h3>Record ID</h3><div>7</div></section>",
        "<div class=information-block><div class=sub-title>Source</div>Box 3, Strand Library</div><div class=information-block><div class=sub-title>Original "
                + "Archive</div></div><div class=information-block><div class=sub-title>Record ID</div>7</div>",
    })
    void readsLabelsInAnyMarkup(String information) {
        var s = Shown.one(FORMAT, "a.html",
                "<html><body><h1>A cable</h1><div class=transcript><p>Words.</p></div><h2>Document Information</h2>" + information + "</body></html>");
        assertEquals(List.of("Box 3, Strand Library"), s.description().holdings().stream().map(h -> h.asPrinted()).toList(),
                () -> Shown.lines(List.of(new Reading.Read(s))));
        assertEquals(List.of("7"), s.description().sourceIds().stream().map(i -> i.value()).toList());
        assertEquals(1, seen(s, "LABEL_WITHOUT_VALUE").size());
        assertEquals("Words.", Shown.text(s));
    }

    @Test
    void findsTheTextWhereNothingMarksIt() {
        var s = Shown.one(FORMAT, "a.html",
                "<html><body><main><h1>A cable</h1><div class=date>March 9, 1951</div><p>One.</p><p>Two.</p><h3>Summary</h3><p>Said.</p><h2>Document "
                + "Information</h2><h3>Record ID</h3><p>7</p></main></body></html>");
        assertEquals("One.\nTwo.", Shown.text(s));
        assertEquals("Said.", s.description().summary());
    }

    @Test
    void keepsAnAddressOutOfTheStatement() {
        for (var words : List.of("Please ask the Strand at rights@strand.example.", "Please ask the Strand <rights@strand.example>.")) {
            var s = Shown.one(FORMAT, "a.txt", "March 9, 1951\nA cable\n\nWords.\n\nDocument Information\nRights\n" + words + "\nRecord ID\n7");
            assertEquals("Please ask the Strand.", s.description().rights().statement());
            assertEquals("rights@strand.example", s.description().rights().contact());
        }
    }

    // ---- what is no such page

    @Test
    void fitsOnlyRecordPages() {
        assertTrue(FORMAT.fits(new Item("a.txt", "x\nDocument Information\nRecord ID".getBytes(StandardCharsets.UTF_8))));
        assertTrue(FORMAT.fits(new Item("a.txt", "\ufeffx\nDocument Information\nRecord ID".getBytes(StandardCharsets.UTF_16LE))));
        assertTrue(FORMAT.fits(new Item("a.html", "<div class=\"information-block\">".getBytes(StandardCharsets.UTF_8))));
        assertFalse(FORMAT.fits(new Item("a.txt", "Document Information is scarce".getBytes(StandardCharsets.UTF_8))));
        assertFalse(FORMAT.fits(new Item("a.pdf", "Document Information Record ID".getBytes(StandardCharsets.UTF_8))));
        assertFalse(FORMAT.fits(new Item("a.txt", new byte[0])));
    }

    @Test
    void refusesWhatIsNoRecordPage() {
        assertEquals(List.of("SOURCE_FORMAT_UNKNOWN"), Shown.codes(Shown.refused(FORMAT, "a.txt", "Some words.".getBytes(StandardCharsets.UTF_8))));
        assertEquals(List.of("SOURCE_FORMAT_UNKNOWN"), Shown.codes(Shown.refused(FORMAT, "a.html", "<p>Some words.".getBytes(StandardCharsets.UTF_8))));
        assertEquals(List.of("SOURCE_EMPTY"), Shown.codes(Shown.refused(FORMAT, "a.html", new byte[0])));
    }

    private static List<String> seen(Submission s, String code) {
        return s.findings().stream().filter(f -> f.code().name().equals(code)).map(f -> f.seen()).toList();
    }
}
