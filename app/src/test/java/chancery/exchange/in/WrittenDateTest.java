package chancery.exchange.in;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chancery.document.Edtf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenDateTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        AS WRITTEN                 | EDTF
        February 3, 1944           | 1944-02-03
        February 03, 1944          | 1944-02-03
        3 February 1944            | 1944-02-03
        3rd February, 1944         | 1944-02-03
        3rd of Feb. 1944           | 1944-02-03
        Thursday, February 3, 1944 | 1944-02-03
        Friday, February 3, 1944   |
        [February 3, 1944]         | 1944-02-03
        SEPT. 9, 1946              | 1946-09-09
        February 1944              | 1944-02
        1944                       | 1944
        1944?                      | 1944?
        February 1944?             | 1944-02?
        c. 1944                    | 1944~
        circa May 1944             | 1944-05~
        3–5 February 1944          | 1944-02-03/1944-02-05
        February 3-5, 1944         | 1944-02-03/1944-02-05
        28 February - 2 March 1944 | 1944-02-28/1944-03-02
        February–March 1944        | 1944-02/1944-03
        1944-1945                  | 1944/1945
        May 1, 1944 - June 2, 1944 | 1944-05-01/1944-06-02
        1944-02-03                 | 1944-02-03
        194X                       | 194X
        February 30, 1944          |
        5-3 February 1944          |
        3/2/44                     |
        3/2/1944                   |
        Undated                    |
        February 3                 |
        3 février 1944             |
        The year was 1944          |
        In February 1944 he        |
        1944 boats                 |
        12                         |
        """)
    void reads(String written, String edtf) {
        assertEquals(edtf, WrittenDate.read(written).map(Edtf::text).orElse(null));
    }
}
