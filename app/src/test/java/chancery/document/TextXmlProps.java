package chancery.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import chancery.document.Node.Chars;
import chancery.document.Node.Element;
import chancery.document.Node.Tag;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is written is read back. Run one seed again with `-Dseed=…`.
class TextXmlProps {
    static LongStream seeds() {
        return Trees.seeds();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsWrittenIsReadBack(long seed) {
        var tree = Trees.body(seed);
        var xml = TextXml.write(tree);
        assertEquals(tree, TextXml.read(xml), () -> "seed " + seed + ": " + xml);
        assertEquals(xml, TextXml.write(TextXml.read(xml)), () -> "seed " + seed);
    }

    @ParameterizedTest(name = "an attribute with {1}")
    @CsvSource({"'a\nb',a newline", "'a\tb',a tab", "'a\rb',a carriage return", "'\"',a quote", "'<&>',markup", "' a  b ',spaces", "'',nothing"})
    void attributesAreReadBack(String value, String what) {
        var tree = new Element(Tag.P, Map.of("n", value), List.of());
        assertEquals(tree, TextXml.read(TextXml.write(tree)), what);
    }

    /// XML 1.0 cannot hold these in any spelling. One of them in a paper must not make the stored text unreadable.
    @ParameterizedTest(name = "{1}")
    @CsvSource({"'\u0000',the null character", "'\u0007',a bell", "'\uffff',no character",
            "'\ud800',half of a pair", "'\udc00\ud800',halves in the wrong order"})
    void whatXmlCannotHoldIsLeftOut(String held, String what) {
        assertEquals(Element.of(Tag.P, List.of(new Chars("ab"))), TextXml.read(TextXml.write(Element.of(Tag.P, List.of(new Chars("a" + held + "b"))))), what);
    }

    @Test
    void wordsBesideWordsComeBackAsOne() {
        assertEquals(Element.of(Tag.P, List.of(new Chars("ab"))),
                TextXml.read(TextXml.write(Element.of(Tag.P, List.of(new Chars("a"), new Chars(""), new Chars("b"))))));
    }

    @Test
    void aLongTextIsReadBack() {
        var tree = Element.of(Tag.BODY, List.of(Element.of(Tag.P, List.of(new Chars("Bread & butter < tea. ".repeat(100_000))))));
        assertEquals(tree, TextXml.read(TextXml.write(tree)));
    }

    @Test
    void aDeepTextIsReadBack() {
        var tree = Element.of(Tag.HI, List.of(new Chars("deep")));
        for (var i = 0; i < 500; i++) tree = Element.of(Tag.HI, List.of(tree));
        assertEquals(tree, TextXml.read(TextXml.write(tree)));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"", "words", "<p>", "<p></q>", "<script/>", "<p/><p/>", "<!DOCTYPE p [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><p>&e;</p>",
        "<!DOCTYPE p [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><p>&b;</p>", "<p a=\"1\" a=\"2\"/>"})
    void whatIsNotOursIsRefused(String xml) {
        assertThrows(IllegalArgumentException.class, () -> TextXml.read(xml));
    }
}
