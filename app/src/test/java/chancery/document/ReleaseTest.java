package chancery.document;

import static chancery.document.Access.PUBLIC;
import static chancery.document.Access.REGISTERED;
import static chancery.document.Access.WITHHELD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleaseTest {
    @ParameterizedTest(name = "{0} until {1}, then {2}: on {3} it is {4}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = false, textBlock = """
            withheld   |            |            | 2026-11-24 | withheld
            public     |            |            | 1900-01-01 | public
            withheld   | 2030-01-01 | public     | 2029-12-31 | withheld
            withheld   | 2030-01-01 | public     | 2030-01-01 | public
            withheld   | 2030-01-01 | registered | 2031-05-05 | registered
            public     | 2027-01-01 | withheld   | 2026-12-31 | public
            public     | 2027-01-01 | withheld   | 2027-01-01 | withheld
            """)
    void isJudgedByTheDay(String now, LocalDate until, String then, LocalDate day, String level) {
        var release = new Release(Access.of(now).orElseThrow(), until, then == null ? null : Access.of(then).orElseThrow(), "", "", null);
        assertEquals(level, release.on(day).word());
    }

    @Test
    void anEmbargoNeedsItsEndAndWhatFollows() {
        assertThrows(IllegalArgumentException.class, () -> new Release(WITHHELD, LocalDate.of(2030, 1, 1), null, "", "", null));
        assertThrows(IllegalArgumentException.class, () -> new Release(WITHHELD, null, PUBLIC, "", "", null));
    }

    @Test
    void aPartIsAtLeastAsClosedAsItsWhole() {
        for (var whole : Access.values()) {
            for (var part : Access.values()) {
                var both = part.and(whole);
                assertTrue(both.compareTo(whole) >= 0 && both.compareTo(part) >= 0, () -> part + " in " + whole);
                assertTrue(both == whole || both == part);
                assertEquals(both, whole.and(part));
            }
        }
    }

    /// A smaller clearance never sees more.
    @Test
    void aSmallerClearanceNeverSeesMore() {
        var readers = List.of(Reader.PUBLIC, Reader.REGISTERED, Reader.STAFF);
        for (var i = 0; i < readers.size(); i++) {
            assertEquals(List.of(Access.values()).subList(0, i + 1), readers.get(i).levels());
            for (var level : Access.values()) assertEquals(readers.get(i).levels().contains(level), readers.get(i).sees(level));
        }
    }

    @ParameterizedTest(name = "“{0}” is {1}")
    @CsvSource({"public,PUBLIC", "Registered,REGISTERED", "' WITHHELD ',WITHHELD", "open,", "'',", "staff,", "publi\u0441,"})
    void aLevelIsNamed(String word, Access level) {
        assertEquals(Optional.ofNullable(level), Access.of(word));
    }

    @Test
    void anAudienceIsNamed() {
        for (var reader : List.of(Reader.PUBLIC, Reader.REGISTERED, Reader.STAFF)) assertEquals(Optional.of(reader), Reader.of(reader.word()));
        assertEquals(Optional.empty(), Reader.of("withheld"));
        assertEquals(Optional.empty(), Reader.of(""));
        assertEquals(List.of(PUBLIC, REGISTERED, WITHHELD), List.of(Access.values()), "the most open first: the order is the meaning");
    }
}
