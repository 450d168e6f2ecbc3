package chancery.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.document.Node.Chars;
import chancery.document.Node.Element;
import chancery.document.Node.Tag;
import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The one rule on which every position stands. In the table ¶ is a newline and → a tab.
class PlainLayerTest {
    /// Words that editors set among those of a paper. In the table ¶ parts paragraphs.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, maxCharsPerColumn = 500, textBlock = """
            PARAGRAPHS                                                                                                                                                        | THE EDITORS'
            [On 9 February the Minister wrote to the Legation. The letter is not printed here; a copy of it lies among the papers of the Ministry, in the file of the lease.] | 1
            [On 9 February the Minister wrote to the Legation [K12, 44/7]. The letter is not printed here; a copy of it lies among the papers of the Ministry of the Sea].     | 1
            SECRET¶[On 9 February the Minister wrote to the Legation about the lease.¶The letter is not printed here; a copy of it lies among the papers of the Ministry.]¶Your 12. | 2
            [matter omitted]                                                                                                                                                 | 0
            [signed] TRESSIDER                                                                                                                                               | 0
            On 9 February the Minister wrote to the Legation. [The letter is not printed here; a copy of it lies among the papers of the Ministry, in the file of the lease.]  | 0
            [The Minister] wrote to the Legation on 9 February. The letter is not printed here; a copy of it lies among the papers of the Ministry, in the file [of the lease] | 0
            [The Minister wrote to the Legation on 9 February. The letter is not printed here; a copy of it lies among the papers of the Ministry, in the file of the lease.  | 0
            """)
    void paragraphsInBracketsAreTheEditors(String paragraphs, int editors) {
        var layer = PlainLayer.of(Element.of(Tag.BODY,
                java.util.Arrays.stream(paragraphs.split("¶")).<Node>map(p -> Element.of(Tag.P, List.of(new Chars(p)))).toList()));
        assertEquals(editors, layer.editors().size());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, maxCharsPerColumn = 500, textBlock = """
            THE TEXT                                                                                                        | ITS LAYER
            <p>one</p><p>two</p>                                                                                            | one¶two
            <p> one  ¶ two→three </p>                                                                                       | one two three
            <p>a\u00a0b\u2028c\u0085d</p>                                                                                   | a b c d
            <p>one</p>  ¶ <p/> <p>  </p><p>two</p>                                                                          | one¶two
            stray words<p>one</p>and more                                                                                   | stray words¶one¶and more
            <head>Title</head><div><p>one</p><div><p>two</p></div></div>                                                    | Title¶one¶two
            <p>Wash<pb n="2"/>ington</p>                                                                                    | Washington
            <p>one <pb n="2"/><fw>page two</fw> two</p>                                                                     | one two
            <p>one<lb/>two</p>                                                                                              | one two
            <p>one <lb/> two<lb/></p>                                                                                       | one two
            <p>word<note n="1"><p>a note</p></note>, next</p>                                                               | word, next
            <p>one</p><note n="1">a note</note><p>two</p>                                                                   | one¶two
            <p><gap reason="editorial">[matter omitted]</gap> on</p>                                                        | [matter omitted] on
            <p>at <unclear reason="illegible">xxxxxxxx</unclear>.</p>                                                       | at xxxxxxxx.
            <p>a <sic>recieved</sic> cable</p>                                                                              | a recieved cable
            <p>a <choice><sic>recieved</sic><corr>received</corr></choice> cable</p>                                        | a recieved cable
            <p><choice><orig>Tokio</orig><reg>Tokyo</reg></choice> and <choice><abbr>H.E.</abbr><expan>His Excellency</expan></choice></p> | Tokio and H.E.
            <p>as <corr>received</corr>, <reg>Tokyo</reg>, <expan>telegram</expan></p>                                      | as received, Tokyo, telegram
            <p><supplied>[PARIS]</supplied> <hi rend="italic">urgent</hi></p>                                               | [PARIS] urgent
            <p>un<hi>bro</hi>ken</p>                                                                                        | unbroken
            <p>a <hi> b </hi> c</p>                                                                                         | a b c
            <p>to <persName>Mr. Bruce</persName>, <orgName>F.O.</orgName>, <placeName>London</placeName>, <date>3 May</date> <time>2 p.m.</time></p> | to Mr. Bruce, F.O., London, 3 May 2 p.m.
            <p>he said <q>no</q> and <foreign>non</foreign> <ref target="x">there</ref></p>                                 | he said no and non there
            <table><row><cell>a</cell><cell>b</cell></row><row><cell>c</cell><cell>d e</cell></row></table>                 | a→b¶c→d e
            <table><row><cell> a </cell> <cell> b </cell></row></table>                                                     | a→b
            <table><row><cell>a</cell><cell/><cell>c</cell></row></table>                                                   | a→c
            <list><item>one</item><item>two</item></list>                                                                   | one¶two
            <list><label>1.</label><item>one</item><label>2.</label><item>two</item></list>                                 | 1. one¶2. two
            <list><label>(a)</label><item>one</item></list><p>two</p>                                                       | (a) one¶two
            <list><label>(a)</label></list>after                                                                            | (a)¶after
            <p>as<list><label>(a)</label><item>one</item></list>after</p>                                                   | as¶(a) one¶after
            <p><label>2.</label> numbered</p>                                                                               | 2. numbered
            <p>before<quote>short</quote>after</p>                                                                          | beforeshortafter
            <p>before</p><quote>long</quote><p>after</p>                                                                    | before¶long¶after
            <p>before<quote><p>long</p></quote>after</p>                                                                    | before¶long¶after
            <opener><dateline>MOSCOW, 3 May</dateline><salute>Sir,</salute></opener><p>I</p><closer>Yours<signed>H.</signed></closer> | MOSCOW, 3 May¶Sir,¶I¶Yours¶H.
            <figure><head>A map</head></figure>                                                                             | A map
            <p>𝔘𝔫 <hi>🕊</hi></p>                                                                                          | 𝔘𝔫 🕊
                                                                                                                            | ''
            """)
    void layerOf(String xml, String layer) {
        var body = body(xml == null ? "" : xml);
        assertEquals(layer.replace('¶', '\n').replace('→', '\t'), PlainLayer.of(body).text());
    }

    @Test
    void aNoteHasALayerOfItsOwn() {
        var body = body("<p>word<note n=\"1\"><p>See no. 4.</p><p>And<note>deeper</note> more</p></note></p>");
        assertEquals("See no. 4.\nAnd more", PlainLayer.of(new Text(Text.Kind.TRANSCRIPT, "en", body).notes().getFirst()).text());
    }

    @Test
    void positionsAreCodePoints() {
        var layer = PlainLayer.of(body("<p>𝔘𝔫 🕊 dove</p>"));
        assertEquals(9, layer.length());
        assertEquals("🕊", layer.slice(3, 4));
        assertEquals("dove", layer.slice(5, 9));
        assertEquals(5, layer.codePoint(layer.text().indexOf("dove")));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            <p>a</p><head>b</head>                                              | p head
            <p>a<list><item>b</item></list>c</p>                                | p item p
            <div>a<p>b</p>c</div>d                                              | div p div body
            <list><label>1.</label><item>a</item><item>b</item></list>          | label item
            <table><row><cell>a</cell></row><row><cell><p>b</p></cell></row></table> | row p
            """)
    void aBlockKnowsItsElement(String xml, String tags) {
        assertEquals(tags, PlainLayer.of(body(xml)).blocks().stream().map(b -> b.element().tag().teiName()).collect(Collectors.joining(" ")));
    }

    static LongStream seeds() {
        return Trees.seeds();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aWalkHasTheLayersPositions(long seed) {
        var body = Trees.body(seed);
        var layer = PlainLayer.of(body);
        var rebuilt = new StringBuilder();
        var open = new ArrayDeque<Element>();
        var notes = new ArrayList<Element>();
        PlainLayer.walk(body, new PlainLayer.Walker() {
            @Override
            public void open(Element element) {
                open.push(element);
            }

            @Override
            public void close(Element element) {
                assertEquals(open.pop(), element, () -> "seed " + seed);
            }

            @Override
            public void words(String words, int start) {
                assertFalse(words.isEmpty());
                assertTrue(layer.text().startsWith(words, start), () -> "seed " + seed + ": “" + words + "” is not at " + start);
                assertTrue(start == rebuilt.length() || start == rebuilt.length() + 1, () -> "seed " + seed);
                if (start > rebuilt.length()) rebuilt.append('\n');
                rebuilt.append(words);
            }

            @Override
            public void note(Element note) {
                notes.add(note);
            }
        });
        assertTrue(open.isEmpty());
        assertEquals(layer.text(), rebuilt.toString(), () -> "seed " + seed);
        assertEquals(outerNotes(body), notes, () -> "seed " + seed);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void blocksJoinedByNewlinesAreTheLayer(long seed) {
        var layer = PlainLayer.of(Trees.body(seed));
        assertEquals(layer.text(), layer.blocks().stream().map(layer::words).collect(Collectors.joining("\n")), () -> "seed " + seed);
        for (var block : layer.blocks()) {
            var words = layer.words(block);
            assertFalse(words.isEmpty());
            assertEquals(words.strip(), words);
            assertFalse(words.contains("\n") || words.contains("  ") || words.contains("\u00a0"), () -> "seed " + seed + ": “" + words + "”");
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyPrintedLetterIsThereInItsOrder(long seed) {
        var body = Trees.body(seed);
        var printed = new StringBuilder();
        printed(body, printed);
        assertEquals(bare(printed.toString()), bare(PlainLayer.of(body).text()), () -> "seed " + seed);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void codePointsLeadBackToTheWords(long seed) {
        var layer = PlainLayer.of(Trees.body(seed));
        var points = layer.text().codePoints().toArray();
        assertEquals(points.length, layer.length());
        for (var start = 0; start < points.length; start += 7) {
            var end = Math.min(points.length, start + 5);
            var slice = layer.slice(start, end);
            assertEquals(new String(points, start, end - start), slice);
            assertEquals(start, layer.codePoint(layer.text().offsetByCodePoints(0, start)));
        }
    }

    private static Element body(String inside) {
        return TextXml.read("<body>" + inside.replace('¶', '\n').replace('→', '\t') + "</body>");
    }

    private static String bare(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFC).codePoints().filter(c -> !Character.isWhitespace(c) && c != 0xa0 && c != 0x85)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    /// The rule without blocks and spaces, said a second time: what is printed in the body.
    private static void printed(Element in, StringBuilder out) {
        for (var child : in.children()) {
            switch (child) {
                case Chars chars -> out.append(chars.words());
                case Element e -> {
                    var nothing = switch (e.tag()) {
                        case NOTE, PB, FW, LB -> true;
                        case CORR, REG, EXPAN -> in.tag() == Tag.CHOICE;
                        default -> false;
                    };
                    if (!nothing) printed(e, out);
                }
            }
        }
    }

    private static List<Element> outerNotes(Element in) {
        var notes = new ArrayList<Element>();
        for (var child : in.children()) {
            if (!(child instanceof Element e)) continue;
            if (e.tag() == Tag.NOTE) notes.add(e);
            else if (e.tag() != Tag.PB && e.tag() != Tag.FW && e.tag() != Tag.LB
                    && !(in.tag() == Tag.CHOICE && (e.tag() == Tag.CORR || e.tag() == Tag.REG || e.tag() == Tag.EXPAN)))
                notes.addAll(outerNotes(e));
        }
        return notes;
    }
}
