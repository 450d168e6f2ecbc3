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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whom reporting words speak of, in invented sentences: the chain of the last reporting words of the last sentence, nearest first.
class SourceReaderTest {
    static TextToRead text(String words) {
        var layer = PlainLayer.of(Element.of(Tag.BODY, words.lines().<Node>map(line -> Element.of(Tag.P, List.of(new Chars(line)))).toList()));
        return new TextToRead("text", layer, "Pell to Vyle", Optional.empty(), Optional.empty());
    }

    private static String chain(String words) {
        var text = text(words.replace("¶", "\n"));
        var prose = Prose.of(text.layer());
        var last = prose.sentences().size() - 1;
        var hits = new CueFinder(prose).find(prose.sentences().get(last)).stream().filter(h -> !h.starts().isEmpty()).toList();
        return new SourceReader(text, prose).of(hits.isEmpty() ? null : hits.getLast(), last)
                .links().stream().map(Passage.Named::words).collect(Collectors.joining(" < "));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', useHeadersInDisplayName = true, textBlock = """
        WHAT IS WRITTEN | WHO SAYS IT
        Castrelle told me that the oats were bought.                                                                  | Castrelle
        I saw Castrelle this morning. He thinks that the oats were bought.                                            | Castrelle
        I lunched with Castrelle. It is quiet here. He believes that the road is shut.                               | Castrelle
        Castrelle called on me today. He said that the road was shut.                                                 | Castrelle
        The Regent differs from what Molde has said. He added that the road was shut.                                 | Regent
        Castrelle said that Molde had gone. He added that the road was shut.                                          | Castrelle
        Castrelle said that Molde had told him that the road was shut.                                                | Castrelle < Molde
        Bergan told Molde that the road was shut.                                                                     | Molde < Bergan
        Castrelle spoke first, stating that the road was shut.                                                        | Castrelle
        Mr Stikk, the Foreign Minister, who said that the road was shut.                                              | Mr Stikk
        The Consul (Castrelle) said that the road was shut.                                                           | Consul (Castrelle)
        I understand that the road is shut.                                                                           | unnamed source
        The Regent saw me. He (the Regent) considered that the road was shut.                                         | Regent
        Castrelle said that the Legation was calm. They had information that the road was shut.                      | Legation < unnamed source
        Castrelle handed me a note. The note stated that the road was shut.                                           | Castrelle
        The road is reported to be shut.                                                                              | unnamed source
        Molde is reported to have said that the road was shut.                                                        | Molde
        Following from Castrelle:¶The road is shut.                                                                   | Castrelle
        Following information has been given to us by the Orvane Embassy.¶Molde said that the road was shut.         | Orvane Embassy < Molde
        The Regent spoke. In addition the Regent gave me the following which had come from army despatches:¶The road is shut. | Regent < army despatches
        The report of the Road Observers may be summarised as follows:¶Molde said that the road was shut.            | Road Observers < Molde
        Castrelle met Bergan to consider the following points:¶Molde said that the road was shut.                    | Molde
        I have obtained the following information in confidence.¶Molde said that the road was shut.                  | unnamed source < Molde
        Castrelle called on me. I told him that Molde believed the oats were bought. He said that the road was shut.  | Castrelle
        I saw Castrelle and handed him Molde's message of thanks. He said that the road was shut.                     | Castrelle
        Castrelle called on me and spoke of his recent interview with the Regent. He said that the road was shut.     | Castrelle
        Several delegations, including Orvane and Zavoria, said that the road was shut.                               | delegations
        The Secretary of State (Molde) said that the road was shut.                                                   | Secretary of State (Molde)
        Mr O'Malley thought that the road was shut.                                                                   | Mr O'Malley
        Mr Connally is therefore inclined to think that the road is shut.                                             | Mr Connally
        """)
    void followsTheChain(String words, String chain) {
        assertEquals(chain, chain(words));
    }
}
