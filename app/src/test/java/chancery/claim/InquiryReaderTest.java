package chancery.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Requests for knowledge, in invented sentences: who asks, who is asked, about what.
class InquiryReaderTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", useHeadersInDisplayName = true, textBlock = """
        WHAT IS WRITTEN | WHAT IS ASKED
        Please advise whether the road is shut.                                        | author > addressee: whether the road is shut
        Have you any information about the road?                                       | author > addressee: about the road
        Does anybody know whether the road is shut?                                    | author > anybody: whether the road is shut
        I should be grateful for your views on the road.                               | author > addressee: on the road
        The Regent said that the above information should be checked.                  | Regent > addressee
        I would ask whether the Department has any information about the road.         | author > addressee: about the road
        Please inform the Minister of this.                                            | -
        The report has been checked.                                                   | -
        The road is shut.                                                              | -
        """)
    void readsWhoAsksWhom(String words, String asked) {
        var text = SourceReaderTest.text(words);
        var prose = Prose.of(text.layer());
        var read = new InquiryReader(prose, new SourceReader(text, prose)).read(text);
        assertEquals(asked, read.isEmpty() ? null : read.stream()
                .map(q -> q.asker() + " > " + q.asked() + q.matter().map(m -> ": " + m.quotation()).orElse("")).collect(Collectors.joining("; ")));
    }
}
