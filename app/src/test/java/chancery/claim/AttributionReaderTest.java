package chancery.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chancery.document.Edtf;
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
        return READER.read(new TextToRead("text", layer(words), "Pell to Vyle", Edtf.parse("1941-03-05"), Optional.empty()));
    }

    private static PlainLayer layer(String words) {
        return PlainLayer.of(Element.of(Tag.BODY, words.lines().<Node>map(line -> Element.of(Tag.P, List.of(new Chars(line)))).toList()));
    }

    private static String shown(String words) {
        return read(words).claims().stream().map(c -> c.content().quotation() + " < " + String.join(" < ", c.chain().words()) + " (" + c.stance().word() + ")")
                .collect(Collectors.joining("; "));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
        Castrelle told me that the Army had bought oats for two divisions.      | the Army had bought oats for two divisions < Castrelle (asserted)
        The Minister said that the lease would not be renewed.                  | the lease would not be renewed < Minister (asserted)
        Castrelle believes that the Government will fall within a month.        | the Government will fall within a month < Castrelle (believed)
        According to the Consul, the bridge at Velisk has been closed.          | the bridge at Velisk has been closed < Consul (reported)
        We understand that the Cabinet will meet on Friday.                     | the Cabinet will meet on Friday < unnamed source (reported)
        We consider that the lease should be renewed.                           | -
        Our view is that the lease should be renewed.                           | -
        I propose to leave Velisk on Monday.                                    | -
        Please inform the Legation at once.                                     | -
        Please ascertain informally that the lease was renewed by Orvany.       | -
        Please also indicate that the bridge at Velisk has been closed.         | -
        [On 9 February the Consul wrote to the Legation. He said that the bridge at Velisk had been closed and that the lease would not be renewed.] | -
        """)
    void readsWhatIsReportedAndWhoSaysIt(String words, String claims) {
        assertEquals(claims == null ? "" : claims, shown(words));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        The Minister said that the lease would not be renewed and that the garrison would go home in March.                               | the lease would not be renewed < Minister (asserted); the garrison would go home in March < Minister (asserted)
        Castrelle said that the Army had bought oats. The buyer was a major and would return in June. He added that the price was high. | the Army had bought oats < Castrelle (asserted); The buyer was a major and would return in June < Castrelle (asserted); the price was high < Castrelle (asserted)
        """)
    void partsWhatIsJoinedAndFollowsWhatRunsOn(String words, String claims) {
        assertEquals(claims, shown(words));
    }

    /// Of what time a claim speaks and when it was said; written on 5 March 1941.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        Castrelle told me yesterday that the lease would not be renewed in June.          | 1941-06 | 1941-03-04
        The Minister said on 20th February that the bridge had been closed.               | | 1941-02-20
        The Minister said that the bridge had been closed on 20th February.               | 1941-02-20 |
        In his telegram of 2nd March the Consul said that the bridge had been closed.     | | 1941-03-02
        The Minister said that the lease would not be renewed.                            | |
        """)
    void saysWhenAndOfWhen(String words, String about, String said) {
        var claim = read(words).claims().getFirst();
        assertEquals(Optional.ofNullable(about), claim.about().map(Edtf::text));
        assertEquals(Optional.ofNullable(said), claim.said().map(Edtf::text));
    }

    @Test
    void aSentenceMayRunOnOverTheEndOfALine() {
        assertEquals("the lease was\nnot to be renewed before the spring < Minister (asserted)",
                shown("The Minister said that the lease was\nnot to be renewed before the spring."));
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
