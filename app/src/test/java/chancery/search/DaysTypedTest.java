package chancery.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chancery.document.Edtf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// [DateWords#days]: what is typed for a day of claims, inquiries and exchanges.
class DaysTypedTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "none", quoteCharacter = '`', textBlock = """
        1944-02-03      | 1944-02-03
        3 Feb 1944      | 1944-02-03
        Feb 1944        | 1944-02-01/1944-02-29
        1944-02         | 1944-02
        194X            | 194X
        before 1934     | ../1933-12-31
        after Feb 1944  | 1944-03-01/..
        1944 to 1946    | 1944-01-01/1946-12-31
        1944/..         | 1944/..
        ``              | none
        soon            | none
        2034-13-45      | none
        """)
    void areReadAsEdtf(String typed, String days) {
        assertEquals(days, DateWords.days(typed).map(Edtf::text).orElse(null));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        1944-02                | 1944-02
        1944-02-01/1944-02-10  | 1944-02-01/1944-02-10
        ../1933-12-31          | before 1934
        ../1934-02-03          | before 4 February 1934
        1944-03-01/..          | since March 1944
        1944-03-02/..          | since 2 March 1944
        """)
    void standInTheirFieldInWordsThatAreReadAgain(String days, String shown) {
        var edtf = Edtf.parse(days).orElseThrow();
        assertEquals(shown, DateWords.typed(edtf));
        var again = DateWords.days(shown).orElseThrow();
        assertEquals(edtf.first() + " " + edtf.last(), again.first() + " " + again.last());
    }
}
