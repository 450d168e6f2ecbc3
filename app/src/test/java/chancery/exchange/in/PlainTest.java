package chancery.exchange.in;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.archive.Submission.Role;
import chancery.document.PlainLayer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTest {
    private static final Plain PLAIN = new Plain();

    @ParameterizedTest(name = "{0}")
    @CsvSource({"a.txt, true", "a.TXT, true", "a.text, true", "a.html, true", "a.htm, true",
            "a.xhtml, true", "a.pdf, true", "a.md, false", "a.jsonl, false", "a.docx, false", "a, false"})
    void fitsByName(String name, boolean fits) {
        assertEquals(fits, PLAIN.fits(new Item(name, new byte[0])));
    }

    // ---- words

    @Test
    void joinsHardWrappedLinesAndKeepsLinesThatEndEarly() {
        var s = Shown.one(PLAIN, "box 3/letter.txt", """
            The Legation, Velm
            9 March 1951

            My dear Minister,

            I have the honour to report that the harbour master has once more asked
            to be received at court, and that no answer has been given to him by the
            Marshal, whose self-
            control in these matters of the har-
            bour is well known, and that nothing has been done about it so far by us.

            Yours faithfully,
            A. Merrin
            """);
        assertEquals("The Legation, Velm", s.description().title());
        assertEquals("9 March 1951", s.description().dating().asWritten());
        assertEquals(List.of("DATE_GUESSED"), Shown.codes(s.findings()));
        assertEquals("""
            The Legation, Velm 9 March 1951
            My dear Minister,
            I have the honour to report that the harbour master has once more asked to be received at court, and that no answer has been given to him by the Marshal, whose self- control in these matters of the har- bour is well known, and that nothing has been done about it so far by us.
            Yours faithfully, A. Merrin""", Shown.text(s));
        assertTrue(Shown.xml(s).contains("<p>Yours faithfully,<lb/>A. Merrin</p>"), Shown.xml(s));
    }

    @Test
    void joinsWordsDividedAtTheMargin() {
        var s = Shown.one(PLAIN, "a.txt", """
            The minister wrote again from the northern mines to say that the inform-
            ation about the cranes was wrong, and that it was a matter of some self-
            control and of a half-hearted will, as the boats of the outer quays, re-
            built at great cost, were seen by all the people of the town at the har-
            bour. He re-built them once more.
            """);
        assertEquals(
                "The minister wrote again from the northern mines to say that the information about the cranes was wrong, and that it was a matter of some "
                + "self-control and of a half-hearted will, "
                + "as the boats of the outer quays, re-built at great cost, were seen by all the people of the town at the harbour. He re-built them once "
                + "more.",
                Shown.text(s));
    }

    @Test
    void takesLongLinesForParagraphs() {
        var line = "The harbour master came again and asked whether he might be received at court. ".repeat(4).strip();
        assertEquals("Report\n" + line + "\n" + line, Shown.text(Shown.one(PLAIN, "a.txt", "Report\n" + line + "\n" + line + "\n")));
    }

    @Test
    void takesAnIndentedLineForAParagraphWhereNoLineIsBlank() {
        var s = Shown.one(PLAIN, "a.txt", """
            The harbour master came again and asked whether he might be received
            at court, and was told to wait for an answer until the ice had gone.
                 He went away, and nothing more was heard of him in the town until
            the spring, when the boats came back to the outer quays.
            """);
        assertEquals(2, Shown.text(s).lines().count(), Shown.text(s));
    }

    @Test
    void countsPagesByFormFeeds() {
        var s = Shown.one(PLAIN, "a.txt", "First page ends in the middle of a sentence that\f goes on here.\n\nNext.\fThird.\n\f");
        assertEquals(
                "<body><pb n=\"1\"/><p>First page ends in the middle of a sentence that <pb n=\"2\"/>goes on here.</p><p>Next.</p><pb "
                + "n=\"3\"/><p>Third.</p></body>",
                Shown.xml(s));
    }

    @Test
    void marksWhatEditorsMark() {
        assertEquals(
                "<body><p>He <gap reason=\"editorial\">[matter omitted]</gap> <unclear reason=\"illegible\">xxxxxx</unclear> went <sic>[sic]</sic>.</p></body>",
                Shown.xml(Shown.one(PLAIN, "a.txt", "He [matter\nomitted] xxxxxx went [sic].")).replace("<lb/>", " "));
    }

    @Test
    void weavesNotesAndLeavesNumberedParagraphsAlone() {
        assertEquals("<body><p>He went<note n=\"1\">On foot.</note> home.</p></body>",
                Shown.xml(Shown.one(PLAIN, "a.txt", "He went [1] home.\n\n[1] On foot.")));
        assertEquals("<body><p>[1] He went.</p><p>[2] He came.</p></body>", Shown.xml(Shown.one(PLAIN, "a.txt", "[1] He went.\n\n[2] He came.")));
        assertEquals(List.of(), Shown.one(PLAIN, "a.txt", "As told in [4].").findings());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', useHeadersInDisplayName = true, textBlock = """
        THE FIRST LINES                                             | TITLE              | PLACE       | DATE
        Report on the mines\\n\\nVelm, 9 March 1951\\n\\nText       | Report on the mines| Velm        | 1951-03-09
        SECRET\\n\\nCopy 3 of 5\\n\\nReport\\n\\nText               | Report             |             |
        - 2 -\\n\\nReport\\n\\nPORT SELWYN, March 9, 1951.\\n\\nText| Report             | Port Selwyn | 1951-03-09
        Report of 9 March 1951\\n\\nText                            | Report of 9 March 1951 |         |
        9 March 1951\\n\\nReceived\\n\\n10 March 1951\\n\\nText     | 9 March 1951       |             |
        9 March 1951\\n\\nText\\n\\n9 March 1951                    | 9 March 1951       |             | 1951-03-09
        Thursday, 9 March 1951\\n\\nText                            | Thursday, 9 March 1951 |         |
        3/9/51\\n\\nText                                            | Text               |             |
        1951\\n\\nText                                              | Text               |             |
        SECRET\\n\\n12                                              | box 3 letter       |             |
        # A title\\n\\nText                                         | A title            |             |
        Секретно\\n\\nТекст                                         | Секретно           |             |
        """)
    void guessesTitleAndDateOnlyWhereTheyAreClear(String text, String title, String place, String date) {
        var s = Shown.one(PLAIN, "papers/box_3_letter.txt", text.replace("\\n", "\n"));
        assertEquals(title, s.description().title());
        assertEquals(date, s.description().dating().edtf().map(e -> e.text()).orElse(null));
        assertEquals(place == null ? "" : place, s.description().dating().place());
        assertEquals(date != null, Shown.codes(s.findings()).contains("DATE_GUESSED"));
        assertEquals(title.equals("box 3 letter"), Shown.codes(s.findings()).contains("TITLE_MISSING"));
    }

    @Test
    void cutsALongFirstLine() {
        var title = Shown.one(PLAIN, "a.txt", "The harbour master came again and asked whether he might be received at court. ".repeat(5))
                .description().title();
        assertTrue(title.endsWith(" …") && title.length() <= 122, title);
    }

    @Test
    void inventsNothing() {
        var said = Shown.one(PLAIN, "a.txt", "Some words.").description();
        assertEquals(chancery.document.Description.titled("Some words.").build(), said);
    }

    // ---- encodings

    @Test
    void readsUnicodeInEveryUsualForm() {
        var words = "Zoë’s café, Пекин, 東京, 𝒲\n";
        for (var bytes : List.of(words.getBytes(StandardCharsets.UTF_8), ("\ufeff" + words).getBytes(StandardCharsets.UTF_8),
                ("\ufeff" + words).getBytes(StandardCharsets.UTF_16LE), ("\ufeff" + words).getBytes(StandardCharsets.UTF_16BE))) {
            var s = Shown.one(PLAIN, "a.txt", bytes);
            assertEquals(words.strip(), Shown.text(s));
            assertEquals(bytes, s.files().getFirst().bytes());
        }
        assertEquals("café", Shown.text(Shown.one(PLAIN, "a.txt", "cafe\u0301")));
        assertEquals("“café”", Shown.text(Shown.one(PLAIN, "a.txt", "\u0093café\u0094")));
    }

    @Test
    void refusesOtherEncodingsAndSaysWhere() {
        var findings = Shown.refused(PLAIN, "a.txt", "One\nTwo café".getBytes(Charset.forName("windows-1252")));
        assertEquals("byte 12, line 2", findings.getFirst().where());
        assertEquals("E9", findings.getFirst().seen());
        assertEquals(List.of("SOURCE_NOT_UTF8"), Shown.codes(Shown.refused(PLAIN, "a.txt", "Some words".getBytes(StandardCharsets.UTF_16LE))));
        assertEquals(List.of("SOURCE_NOT_UTF8"),
                Shown.codes(Shown.refused(PLAIN, "a.txt", new byte[] {(byte) 0xff, (byte) 0xfe, 0x00, (byte) 0xd8, 0x41, 0x00})));
    }

    @Test
    void refusesWhatIsNoText() {
        assertEquals(List.of("SOURCE_EMPTY"), Shown.codes(Shown.refused(PLAIN, "a.txt", new byte[0])));
        assertEquals(List.of("SOURCE_EMPTY"), Shown.codes(Shown.refused(PLAIN, "a.txt", " \n\t\f\n".getBytes(StandardCharsets.UTF_8))));
        assertEquals(List.of("SOURCE_FORMAT_UNKNOWN"), Shown.codes(Shown.refused(PLAIN, "a.txt", "{\\rtf1 words}".getBytes(StandardCharsets.UTF_8))));
        assertEquals(List.of("SOURCE_FORMAT_UNKNOWN"), Shown.codes(Shown.refused(PLAIN, "a.docx", "PK\u0003\u0004....".getBytes(StandardCharsets.UTF_8))));
        assertEquals(List.of("LINE_TOO_LONG"), Shown.codes(Shown.refused(PLAIN, "a.txt", ("One\n" + "a".repeat(1_000_001)).getBytes(StandardCharsets.UTF_8))));
    }

    // ---- pages

    @Test
    void readsAPage() {
        var s = Shown.one(PLAIN, "a.html", """
            <html lang="en-GB"><head><title>The mines | Strand</title><style>p { color: red }</style></head><body><nav>Home</nav>
            <h1>The <i>northern</i> mines</h1><h2>A report</h2>
            <p>First   paragraph with
            <b>weight</b> &amp; a <a href="https://strand.example/x">link</a>, a <a href="javascript:alert(1)">trap</a>.<script>alert(1)</script></p>
            loose words<br>second line<br><br>after a gap
            <ol start="3"><li>three</li><li><p>four</p><p>more</p></li></ol>
            <ul><li>dot</li></ul>
            <blockquote><p>Quoted</p></blockquote>
            <h2>Another</h2>
            <table><caption>Boats</caption><tr><th>Quay</th><th>Boats</th></tr><tr><td>Outer</td><td></td><td>3</td></tr></table>
            <table><tr><td><p>Laid</p><p>out</p></td><td>so</td></tr></table>
            <img src="map.png" alt="Map of the quays"><pre>a  b
            c</pre><q>said</q> [matter <i>omitted</i>]
            </body></html>""");
        assertEquals("The northern mines", s.description().title());
        assertEquals(List.of("en-GB"), s.description().languages());
        assertEquals("<body><div><head>The <hi rend=\"italic\">northern</hi> mines</head><head>A report</head>"
                + "<p>First paragraph with <hi rend=\"bold\">weight</hi> &amp; a <ref target=\"https://strand.example/x\">link</ref>, a trap.</p>"
                + "<p>loose words<lb/>second line</p><p>after a gap</p>"
                + "<list><label>3.</label><item>three</item><label>4.</label><item>four<p>more</p></item></list>"
                + "<list><item>dot</item></list><quote><p>Quoted</p></quote></div>"
                + "<div><head>Another</head><p>Boats</p><table><row><cell>Quay</cell><cell>Boats</cell></row>"
                + "<row><cell>Outer</cell><cell/><cell>3</cell></row></table>"
                + "<p>Laid</p><p>out</p><p>so</p><figure>Map of the quays</figure><p>a b<lb/>c</p><p><q>“said”</q> <gap reason=\"editorial\">[matter <hi "
                + "rend=\"italic\">omitted</hi>]</gap></p></div></body>",
                Shown.xml(s));
        assertEquals(List.of("IMAGE_LEFT_OUT"), Shown.codes(s.findings()));
    }

    @Test
    void takesLinkedNotesToTheirMarks() {
        var s = Shown.one(PLAIN, "a.html", """
            <p>He went<a href="#fn1" id="r1"><sup>1</sup></a> home <a href="a.html#_ftn2" name="_ftnref2">[2]</a>.</p>
            <ol><li id="fn1"><p>On foot.<a href="#r1">↩︎</a></p><p>Slowly.</p></li></ol>
            <p class="MsoFootnoteText"><a href="#_ftnref2" name="_ftn2">[2]</a> To Velm.</p>""");
        assertEquals("<body><p>He went<note n=\"1\">On foot.<p>Slowly.</p></note> home <note n=\"2\">To Velm.</note>.</p></body>", Shown.xml(s));
    }

    @Test
    void readsOldPagesInTheEncodingTheyName() {
        var html =
                "<html><head><meta http-equiv=Content-Type content='text/html; "
                + "charset=windows-1252'><title>Café</title></head><body><p>“Café”</p></body></html>";
        var s = Shown.one(PLAIN, "a.htm", html.getBytes(Charset.forName("windows-1252")));
        assertEquals("“Café”", Shown.text(s));
        assertEquals("Café", s.description().title());
        assertEquals(List.of("SOURCE_NOT_UTF8"),
                Shown.codes(Shown.refused(PLAIN, "a.htm", html.replace("charset=windows-1252", "x").getBytes(Charset.forName("windows-1252")))));
    }

    @Test
    void givesAPageWithoutWordsItsFileName() {
        var s = Shown.one(PLAIN, "scan_12.html", "<html><head><title>scan_12.html</title></head><body><img src=x.png></body></html>");
        assertEquals("scan 12", s.description().title());
        assertEquals(List.of("IMAGE_LEFT_OUT", "TITLE_MISSING", "TEXT_MISSING"), Shown.codes(s.findings()));
        assertTrue(s.texts().isEmpty());
    }

    // ---- PDF

    @Test
    void readsTheTextLayerOfAPdf() {
        var pdf = Pdfs.of(List.of(
                List.of("Strand papers", "", "REPORT ON THE NORTHERN MINES", "", "The harbour master came again and asked whether he might be received",
                        "at court, and he was told to wait for an answer until the ice had",
                        "gone from the outer quays and from the inner harbour of the old town", "", "1"),
                List.of("Strand papers", "", "of Velm. Nothing more was heard of him in the town until the spring,", "when the boats came back.", "", "2"),
                List.of("Strand papers", "", "Low Water, 9 March 1951", "", "3")));
        var s = Shown.one(PLAIN, "a.pdf", pdf);
        assertEquals("""
            <body><pb n="1"/><fw place="top">Strand papers</fw><p>REPORT ON THE NORTHERN MINES</p><p>The harbour master came again and asked whether he might be received at court, and he was told to wait for an answer until the ice had \
            gone from the outer quays and from the inner harbour of the old town <fw place="bottom">1</fw><pb n="2"/><fw place="top">Strand papers</fw>of Velm. Nothing more was heard of him in the town until the spring, \
            when the boats came back.</p><fw place="bottom">2</fw><pb n="3"/><fw place="top">Strand papers</fw><p>Low Water, 9 March 1951</p><fw place="bottom">3</fw></body>""", Shown.xml(s));
        assertEquals("REPORT ON THE NORTHERN MINES", s.description().title());
        assertEquals("1951-03-09", s.description().dating().edtf().orElseThrow().text());
        assertEquals(List.of(Role.SOURCE, Role.PDF), s.files().stream().map(f -> f.role()).toList());
        assertFalse(PlainLayer.of(s.texts().getFirst().text()).text().contains("Strand papers"));
    }

    @Test
    void saysWhichPagesHaveNoText() {
        var s = Shown.one(PLAIN, "a.pdf", Pdfs.of(List.of(List.of("Words here"), List.of(), List.of(), List.of("More words"))));
        assertEquals(List.of("PAGE_WITHOUT_TEXT"), Shown.codes(s.findings()));
        assertEquals("pages 2–3", s.findings().getFirst().where());
        var scan = Shown.one(PLAIN, "cable_7.pdf", Pdfs.of(List.of(List.of(), List.of())));
        assertEquals(List.of("TEXT_MISSING", "TITLE_MISSING"), Shown.codes(scan.findings()));
        assertEquals("cable 7", scan.description().title());
        assertTrue(scan.texts().isEmpty());
    }

    @Test
    void refusesAPdfThatCannotBeRead() {
        var pdf = Pdfs.of(List.of(List.of("Words here")));
        assertEquals(List.of("PDF_UNREADABLE"), Shown.codes(Shown.refused(PLAIN, "a.pdf", "no pdf".getBytes(StandardCharsets.UTF_8))));
        assertEquals("encrypted with a password", Shown.refused(PLAIN, "a.pdf", Pdfs.encrypted(pdf)).getFirst().seen());
        assertEquals(List.of("PDF_UNREADABLE"), Shown.codes(Shown.refused(PLAIN, "a.pdf", java.util.Arrays.copyOf(pdf, 60))));
    }
}
