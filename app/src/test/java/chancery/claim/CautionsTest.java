package chancery.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is said of the reliability of a report, in invented sentences; the claim is what stands between braces.
class CautionsTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", useHeadersInDisplayName = true, textBlock = """
        WHAT IS WRITTEN | THE CAUTION
        Castrelle apparently believes that {the road is shut}.                                              | apparently
        I have it from a reliable source that {the road is shut}.                                           | from a reliable source
        It is reported that {the road is shut}, but this is not confirmed.                                  | is not confirmed
        Castrelle said that {the road is shut}. I have no means of verifying this.                          | no means of verifying this
        Castrelle said that {the road was probably shut}.                                                   | -
        He said that it seemed {the road was shut}.                                                         | -
        No definite information is available of the pass. Castrelle believes that {the road is shut}.       | No definite information is available of the pass
        Castrelle said that {the road is shut}.¶It is quiet.¶We are unable to evaluate information here.    | unable to evaluate information
        {The road is shut}.¶Castrelle said the above information should be checked.                         | should be checked
        {The road is shut}.¶He will come on Monday.¶Castrelle said the above information should be checked. | -
        """)
    void isPutToTheClaimItSpeaksOf(String words, String caution) {
        var text = SourceReaderTest.text(words.replace("¶", "\n").replaceAll("[{}]", ""));
        var prose = Prose.of(text.layer());
        var claim = words.substring(words.indexOf('{') + 1, words.indexOf('}'));
        var start = text.layer().text().indexOf(claim);
        var from = at(prose, start);
        var to = at(prose, start + claim.length() - 1) + 1;
        var sentence = ChainScore.sentenceOf(prose, from);
        var cue = new CueFinder(prose).find(prose.sentences().get(sentence)).stream().filter(h -> h.at() < from).reduce((_, b) -> b);
        var read = new Cautions(prose).of(from, to, cue.map(Hit::from).orElse(from), cue.map(Hit::to).orElse(from), sentence);
        assertEquals(caution, read.map(Span::quotation).orElse(null));
    }

    private static int at(Prose prose, int unit) {
        for (var i = 0; i < prose.tokens().size(); i++) if (prose.token(i).end() > unit) return i;
        return prose.tokens().size() - 1;
    }
}
