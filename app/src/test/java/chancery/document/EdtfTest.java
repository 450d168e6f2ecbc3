package chancery.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EdtfTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            EXPRESSION            | FIRST      | LAST       | MARKS
            1944-02-03            | 1944-02-03 | 1944-02-03 |
            1944-02               | 1944-02-01 | 1944-02-29 |
            1945-02               | 1945-02-01 | 1945-02-28 |
            1944                  | 1944-01-01 | 1944-12-31 |
            194X                  | 1940-01-01 | 1949-12-31 |
            19XX                  | 1900-01-01 | 1999-12-31 |
            1944-XX               | 1944-01-01 | 1944-12-31 |
            1944-02-XX            | 1944-02-01 | 1944-02-29 |
            1944-XX-XX            | 1944-01-01 | 1944-12-31 |
            1944?                 | 1944-01-01 | 1944-12-31 | ?
            1944-03~              | 1944-03-01 | 1944-03-31 | ~
            1944-03-05%           | 1944-03-05 | 1944-03-05 | %
            1944-21               | 1944-03-01 | 1944-05-31 |
            1944-22               | 1944-06-01 | 1944-08-31 |
            1944-23               | 1944-09-01 | 1944-11-30 |
            1944-24               | 1944-12-01 | 1945-02-28 |
            1943-24               | 1943-12-01 | 1944-02-29 |
            1944-02-03/1944-02-10 | 1944-02-03 | 1944-02-10 |
            1944/1945-02          | 1944-01-01 | 1945-02-28 |
            1944~/1945?           | 1944-01-01 | 1945-12-31 | %
            1944-02/..            | 1944-02-01 |            |
            ../1945               |            | 1945-12-31 |
            1944-02/              | 1944-02-01 |            |
            /1945                 |            | 1945-12-31 |
            """)
    void reads(String expression, LocalDate first, LocalDate last, String marks) {
        var edtf = Edtf.parse(expression).orElseThrow();
        assertEquals(expression, edtf.text());
        assertEquals(first == null ? LocalDate.MIN : first, edtf.first());
        assertEquals(last == null ? LocalDate.MAX : last, edtf.last());
        assertEquals("~".equals(marks) || "%".equals(marks), edtf.approximate(), "approximate");
        assertEquals("?".equals(marks) || "%".equals(marks), edtf.uncertain(), "uncertain");
    }

    @ParameterizedTest(name = "“{0}” is not read")
    @ValueSource(strings = {"", " ", "..", "/", "../..", "1944-02-30", "1945-02-29", "1944-13", "1944-00",
            "1944-02-00", "1944-25", "1944-21-05", "1944-2-3", "44", "19440203", "3 February 1944", "1945/1944",
        "1944/1945/1946", "x/1944", "1944/x", "1944-02-03T10:00:00", "-1944", "Y17000", "1X44", "X944",
                "1944-02-3X", "1944??", "{1944,1945}", "1944 1945", "\u0661\u0669\u0664\u0664"})
    void whatIsNoneIsEmpty(String expression) {
        assertEquals(Optional.empty(), Edtf.parse(expression));
    }

    @Test
    void spaceAroundIsForgiven() {
        assertEquals("1944-02", Edtf.parse(" 1944-02\n").orElseThrow().text());
    }

    @Test
    void aDayIsADayOnlyWithoutDoubt() {
        assertTrue(Edtf.of(LocalDate.of(1944, 2, 3)).isDay());
        assertTrue(Edtf.parse("1944-02-03/1944-02-03").orElseThrow().isDay());
        assertFalse(Edtf.parse("1944-02-03?").orElseThrow().isDay());
        assertFalse(Edtf.parse("1944-02").orElseThrow().isDay());
    }

    @ParameterizedTest(name = "{0} and {1} to {2}: {3}")
    @CsvSource({"1944-02,1944-02-29,1944-03-31,true", "1944-02,1944-03-01,1944-03-31,false",
            "1944-02,1944-01-01,1944-02-01,true", "1944-02,1944-01-01,1944-01-31,false", "../1944,0001-01-01,0001-01-02,true",
        "1944/..,9999-01-01,9999-01-02,true", "1944/..,1943-01-01,1943-12-31,false"})
    void overlaps(String expression, LocalDate from, LocalDate to, boolean meets) {
        assertEquals(meets, Edtf.parse(expression).orElseThrow().overlaps(from, to));
    }

    @Test
    void whatMayNotBeCannotBeBuilt() {
        assertThrows(IllegalArgumentException.class, () -> new Edtf("1945/1944", LocalDate.of(1945, 1, 1), LocalDate.of(1944, 1, 1), false, false));
    }
}
