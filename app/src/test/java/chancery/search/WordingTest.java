package chancery.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {
    private static final Names NAMES = Names.NONE.and(List.of("Tokyo | Tokio", "United Kingdom | U.K."));

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, quoteCharacter = '`', textBlock = """
        QUERY                    | TEXT                                          | SAID
        rice                     | the price of oats has risen                   | false
        rice                     | Rice had been sent                            | true
        concession               | oil concessions were extended                 | true
        conces*                  | oil concessions were extended                 | true
        "concession"             | oil concessions were extended                 | false
        "oil concessions"        | oil concessions were extended                 | true
        "concessions oil"        | oil concessions were extended                 | false
        concessions oil          | oil concessions were extended                 | true
        oil -extended            | oil concessions were extended                 | false
        oil -rubber              | oil concessions were extended                 | true
        oil rubber               | oil concessions were extended                 | false
        rubber OR oil            | oil concessions were extended                 | true
        Tokio                    | he would go to Tokyo                          | true
        Reunion                  | the island of Réunion                         | true
        United Kingdom           | the U.K. would agree                          | true
        oil in 1941              | in 1941 oil was sent                          | true
        date:1941 oil            | oil was sent                                  | true
        division -arranged       | they are arranging for two divisions          | false
        ``                       | anything                                      | true
        """)
    void isSaidByTheRulesOfTheSearch(String query, String text, boolean said) {
        assertEquals(said, new Wording(QueryReader.read(query, NAMES)).isIn(text));
    }
}
