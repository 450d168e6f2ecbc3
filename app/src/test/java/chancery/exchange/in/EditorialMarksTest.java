package chancery.exchange.in;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chancery.document.Node;
import chancery.document.Node.Chars;
import chancery.document.Node.Element;
import chancery.document.Node.Tag;
import chancery.document.PlainLayer;
import chancery.document.TextXml;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EditorialMarksTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', useHeadersInDisplayName = true, textBlock = """
        THE LINE                                           | WHAT IS MARKED
        They met. [matter omitted] They left.              | gap editorial: [matter omitted]
        They met. [ _matter omitted_ ] They left.          | gap editorial: [ _matter omitted_ ]
        They met. [matter omitted ]                        | gap editorial: [matter omitted ]
        They met. [matter omitted) 3. Next                 | gap editorial: [matter omitted)
        [A detailed list of stores has been omitted.]      | gap editorial: [A detailed list of stores has been omitted.]
        [Here follows a discussion of other matters.]      | gap editorial: [Here follows a discussion of other matters.]
        the harbour […] and the fort                       | gap editorial: […]
        the harbour [...] and the fort                     | gap editorial: [...]
        the harbour [. . .] and the fort                   | gap editorial: [. . .]
        [2 lines deleted]                                  | gap editorial: [2 lines deleted]
        [1 paragraph (3 lines) not declassified]           | gap withheld: [1 paragraph (3 lines) not declassified]
        [less than 1 line of source text not declassified] | gap withheld: [less than 1 line of source text not declassified]
        [cryptonym not yet declassified]                   | gap withheld: [cryptonym not yet declassified]
        [name withheld]                                    | gap withheld: [name withheld]
        [2 paragraphs remain classified]                   | gap withheld: [2 paragraphs remain classified]
        [text redacted]                                    | gap withheld: [text redacted]
        [words illegible]                                  | gap illegible: [words illegible]
        [one word illegible]                               | gap illegible: [one word illegible]
        [illegible signature]                              | gap illegible: [illegible signature]
        [group undecipherable]                             | gap illegible: [group undecipherable]
        (two groups garbled)                               | gap illegible: (two groups garbled)
        [remainder of document missing]                    | gap lost: [remainder of document missing]
        he recieved [sic] it                               | sic: [sic]
        he recieved (sic) it                               | sic: (sic)
        he recieved [sic: received] it                     | sic: [sic: received]
        the party to the [sic] treaty [the [sic]           | sic: [sic]; sic: [sic]
        lines xxxxxxxxxxx and                              | unclear illegible: xxxxxxxxxxx
        XXXXXX.                                            | unclear illegible: XXXXXX
        xxxx xxxxx                                         | unclear illegible: xxxx; unclear illegible: xxxxx
        [xxxx]                                             | unclear illegible: xxxx
        """)
    void marks(String line, String marked) {
        assertEquals(marked, marksOf(line));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Cablegram unnumbered [PARIS], 18 August", "Cablegram 81 [1] CANBERRA",
            "[UNY]437", "[?]", "[]", "[ ]", "()", "[blank]", "[unclear whether he came]", "(unclear)",
        "(missing)", "(omitted)", "[which he omitted]", "[classified]", "[the lost province]", "[not sick]",
                "[promise?]", "Chapter XXX", "Chapter XXXX", "xxx", "mail xxxx@home", "maxxxxx",
        "xxxx_1", "[unfinished", "unbegun]", "[a [b", "(...)", "[.]", "[See the list here]", "x", "[Classified as 2nd grade]", ""})
    void leavesAlone(String line) {
        assertEquals("", marksOf(line));
    }

    @Test
    void seesMarksThroughEmphasis() {
        assertEquals("<p>Before <gap reason=\"editorial\">[<hi>matter omitted</hi>]</gap> after</p>",
                marked(chars("Before ["), hi(chars("matter omitted")), chars("] after")));
        assertEquals("<p><hi>Before </hi><gap reason=\"editorial\"><hi>[matter</hi> omitted]</gap> after</p>",
                marked(hi(chars("Before [matter")), chars(" omitted] after")));
        assertEquals("<p>a <hi>b <sic>[sic]</sic> c</hi> <gap reason=\"editorial\">[matter <hi>omitted]</hi></gap><hi> d</hi></p>",
                marked(chars("a "), hi(chars("b [sic] c")), chars(" [matter "), hi(chars("omitted] d"))));
        assertEquals("<p>[<note>n</note>sic] <hi>x</hi></p>", marked(chars("["), Element.of(Tag.NOTE, List.of(chars("n"))), chars("sic] "), hi(chars("x"))));
        assertEquals("<p><gap reason=\"editorial\">[matter<lb/>omitted]</gap><hi>.</hi></p>",
                marked(chars("[matter"), Element.of(Tag.LB, List.of()), chars("omitted]"), hi(chars("."))));
    }

    @Test
    void changesNoCharacterOfTheLayer() {
        var line = "1. The [sic] envoy xxxxxx [… not declassified] went [matter omitted] home [words illegible].";
        assertEquals(line, PlainLayer.of(Element.of(Tag.P, EditorialMarks.mark(line))).text());
    }

    @Test
    void normalisesWords() {
        assertEquals(List.of(new Chars("Caf\u00e9")), EditorialMarks.mark("Cafe\u0301"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "(", "x", "[(", "[matter omitted)", "[sic", "x ", "xxxxx[", "[)"})
    void readsTwoMillionLettersToTheirEnd(String piece) {
        var long1 = piece.repeat(2_000_000 / piece.length());
        assertEquals(long1.strip(), PlainLayer.of(Element.of(Tag.P, EditorialMarks.mark(long1))).text());
        var twice = EditorialMarks.mark(List.<Node>of(hi(chars(long1)), chars(long1)));
        assertEquals((long1 + long1).strip(), PlainLayer.of(Element.of(Tag.P, twice)).text());
    }

    private static String marksOf(String line) {
        return String.join("; ", EditorialMarks.mark(line).stream().filter(n -> n instanceof Element).map(n -> (Element) n)
                .map(e -> e.tag().teiName() + e.attribute("reason").map(r -> " " + r).orElse("") + ": " + PlainLayer.of(e).text()).toList());
    }

    private static String marked(Node... nodes) {
        var before = PlainLayer.of(Element.of(Tag.P, List.of(nodes))).text();
        var p = Element.of(Tag.P, EditorialMarks.mark(List.of(nodes)));
        assertEquals(before, PlainLayer.of(p).text());
        return TextXml.write(p);
    }

    private static Node chars(String words) {
        return new Chars(words);
    }

    private static Node hi(Node... children) {
        return Element.of(Tag.HI, List.of(children));
    }
}
