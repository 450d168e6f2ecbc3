package chancery.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chancery.document.Node;
import chancery.document.Node.Chars;
import chancery.document.Node.Element;
import chancery.document.Node.Tag;
import chancery.document.PlainLayer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Reports as cables make them, in invented sentences: content, nearest source outward, stance.
class AttributionReaderTest {
    private static final AttributionReader READER = AttributionReader.shipped();

    private static ClaimsReading read(String words) {
        return READER.read(new TextToRead("text", layer(words), "Pell to Vyle", Optional.empty()));
    }

    private static PlainLayer layer(String words) {
        return PlainLayer.of(Element.of(Tag.BODY, words.lines().<Node>map(line -> Element.of(Tag.P, List.of(new Chars(line)))).toList()));
    }

    private static String shown(String words) {
        return read(words).claims().stream().map(c -> c.content().quotation() + " < " + String.join(" < ", c.chain().words()) + " (" + c.stance().word() + ")").collect(Collectors.joining("; "));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
        Castrelle told me that the Army had bought oats for two divisions.      | the Army had bought oats for two divisions < Castrelle (asserted)
        The Minister said that the lease would not be renewed.                  | the lease would not be renewed < Minister (asserted)
        I propose to leave Velisk on Monday.                                    | -
        Please inform the Legation at once.                                     | -
        """)
    void readsWhatIsReportedAndWhoSaysIt(String words, String claims) {
        assertEquals(claims == null ? "" : claims, shown(words));
    }

    @Test
    void aPronounIsResolvedAndSaysSo() {
        var claims = read("The Minister received me this morning. He said that the treaty would be signed in March.").claims();
        assertEquals("Minister", claims.getFirst().chain().words().getFirst());
        assertEquals("Minister", claims.getFirst().because().antecedent().orElseThrow().quotation());
    }

    @Test
    void everyQuotationStandsWhereItIsSaidToStand() {
        var words = "Castrelle told me that the Army 𝄞 had bought oats.\nHe added that the buyer was a major.";
        var layer = layer(words);
        for (var c : read(words).claims()) assertEquals(c.content().quotation(), layer.slice(c.content().start(), c.content().end()));
    }

    @Test
    void theSameTextGivesTheSameReading() {
        var words = "The Minister said that the lease would not be renewed, and that the garrison would go.";
        assertEquals(read(words), read(words));
    }
}
