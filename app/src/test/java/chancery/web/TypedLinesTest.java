package chancery.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.archive.Papers;
import chancery.document.PlainLayer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Lines of a page that came as paragraphs of their own.
class TypedLinesTest {
    private static final String[] TYPED = {
        "Telegram 31 PORT ORVANE, 9 February 1934", "MOST SECRET",
        "The dredger has gone back to the upper harbour, where she lies",
        "alongside the coal wharf with her fires drawn and her crew paid", "off until the ice is gone from all the channels of the North",
        "Mouth. I am told by the Harbour Master that nobody has asked for",
        "a pilot, and that the two lighters which were to go with her are", "still at Velisk.",
        "2. It is believed here that the Company has thought better of it", "and will wait for the spring. The Consul holds with those who",
        "say that it cannot wait so long, for the money is spent on Indo-", "Karsund bonds.",
        "RENNICK"};

    @Test
    void areReadAsTheParagraphsThatTheyWere() {
        var html = TextHtml.of(Papers.text(TYPED), 1, _ -> List.of()).html();
        assertEquals(5, html.split("<p ", -1).length - 1, html);
        assertTrue(html.contains("where she lies <span class=\"line\" id=\"p4\">alongside"), html);
        assertTrue(html.contains("channels of the North</span> <span class=\"line\" id=\"p6\">Mouth. I am"), "a name begins a line too");
        assertTrue(html.contains("Indo-</span><span class=\"line\" id=\"p12\">Karsund bonds.</span></p>"), html);
        assertTrue(html.contains("still at Velisk.</span></p><p id=\"p9\">"), html);
    }

    @Test
    void theWordsStayAsTheyCame() {
        var text = Papers.text(TYPED);
        assertEquals(String.join("\n", TYPED), PlainLayer.of(text).text());
    }

    /// A list without points, and a paper of long paragraphs, stay what they are.
    @Test
    void whatCameInParagraphsIsLeftAlone() {
        assertEquals(0, TypedLines.width(List.of("two lighters of the Northern Delta Company at Velisk", "nineteen pumps, said to be on the mole at Skaldwik",
                "a dredger", "the ferry", "four cranes of the old pattern, without their engines", "one crane", "coal", "oats")));
        var html = TextHtml.of(Papers.text("It was said that the dredger, which", "The lease runs to 1951. ".repeat(12) + "and", "after that nobody knows."),
                1, _ -> List.of()).html();
        assertFalse(html.contains("class=\"line\""), html);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        The dredger has gone back to the upper harbour, where she lies | alongside the coal wharf   | true
        off until the ice is out of the whole of this great North      | Mouth. I am told           | true
        until the ice is out                                           | Mouth. I am told           | false
        The dredger has gone back to the upper harbour, where she lies. | The Consul holds          | false
        The dredger has gone back to the upper harbour, as follows:    | first of all               | false
        The dredger has gone back to the upper harbour, where she lies | (a) the coal wharf         | false
        The dredger has gone back to the upper harbour, where she lies | 3. The Consul holds        | false
        The dredger has gone back to the upper harbour, where she lies | [matter omitted]           | false
        FOR THE PRIME MINISTER HIMSELF FROM THE HIGH COMMISSIONER IN    | London                    | false
        """)
    void goOnWhereNoSentenceEnds(String before, String line, boolean on) {
        assertEquals(on, TypedLines.goesOn(before, line, 62));
    }
}
