package chancery.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is made of a query besides its words: other names, and hints who wrote to whom.
class QueryReaderTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, quoteCharacter = '`', textBlock = """
        TYPED                                  | WIDENED
        Tokio demands                          | Tokio→Tokyo
        "Tokio" demands                        |
        demands NOT Tokio                      |
        Tokio OR Siam                          | Tokio→Tokyo; Siam→Thailand
        title:Tokio                            |
        Chou En-lai in Peking                  | Chou En-lai→Zhou Enlai; Peking→Beijing,Peiping
        message of Zhou Enlai                  | Zhou Enlai→Chou En-lai
        Hong Kong club                         | Hong Kong→Hongkong
        Tok*                                   |
        Tokio~                                 |
        """)
    void namesAreWidenedUnlessTheyAreQuoted(String typed, String widened) {
        var found = QueryNames.all(QueryReader.read(typed, Names.bundled())).stream()
                .map(n -> QueryWords.name(n.typed()) + "→" + n.others().stream().map(Question.Wanted.Other::name).collect(Collectors.joining(",")))
                .collect(Collectors.joining("; "));
        assertEquals(widened == null ? "" : widened, found);
        assertTrue(QueryNames.all(QueryReader.read(typed)).isEmpty(), "as typed");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, quoteCharacter = '`', textBlock = """
        TYPED  | NOTE
        😀     | “😀” holds no letter and no figure to look for.
        % / %  | “% / %” holds no letter and no figure to look for.
        *      | “*” alone stands for any word and was left out.
        the    |
        date:  | No date stands after date:.
        """)
    void whatCannotBeSoughtIsSaid(String typed, String note) {
        assertEquals(note == null ? "" : note, String.join(" ", QueryReader.read(typed).notes()));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        TYPED                                  | ROLES
        Bruce to Curtin 14 December 1944       | from Bruce, to Curtin
        cablegram 175A                         | number 175A
        Evatt scolds Bailey                    | from Evatt, from Bailey
        cable to Casey                         | from Casey
        wool sales 1947                        |
        D263 from London                       | number D263, from London
        """)
    void theOrderOfNamesSaysWhoWroteToWhom(String typed, String roles) {
        assertEquals(roles == null ? "" : roles,
                QueryReader.read(typed).roles().stream().map(r -> r.field().words() + " " + r.word()).collect(Collectors.joining(", ")));
    }
}
