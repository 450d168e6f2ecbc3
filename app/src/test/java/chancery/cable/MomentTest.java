package chancery.cable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.document.Dating;
import chancery.document.Edtf;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentTest {

    @ParameterizedTest(name = "{0} {1} {3}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, nullValues = "-", textBlock = """
        DATE          | HOUR  | AS PRINTED                 | PLACE      | FIRST                | LAST
        1946-09-19    | 19:36 | 7.36 p.m.                  | Washington | 1946-09-19T23:36:00Z | 1946-09-20T00:36:59Z
        1944-12-14    | 21:10 | 9.10 p.m.                  | London     | 1944-12-14T20:10:00Z | 1944-12-14T20:10:59Z
        1942-01-26    | 12:00 | noon                       | Canberra   | 1942-01-26T01:00:00Z | 1942-01-26T01:00:59Z
        1940-07-15    | 12:00 | noon                       | Canberra   | 1940-07-15T02:00:00Z | 1940-07-15T02:00:59Z
        1943-07-01    | 12:00 | 12 noon                    | London     | 1943-07-01T10:00:00Z | 1943-07-01T10:00:59Z
        1944-02-03    | 18:00 | 6 p.m.                     | Moscow     | 1944-02-03T15:00:00Z | 1944-02-03T15:00:59Z
        1944-02-03    | 18:00 | 6 p.m.                     | MOSCOW     | 1944-02-03T15:00:00Z | 1944-02-03T15:00:59Z
        1943-06-01    | 20:00 | 8 p.m.                     | Washington | 1943-06-02T00:00:00Z | 1943-06-02T00:00:59Z
        1950-01-10    | 23:22 | 2322Z                      | Tokyo      | 1950-01-10T23:22:00Z | 1950-01-10T23:22:59Z
        1950-01-10    | 23:22 | 11.22 p.m. G.M.T.          | Tokyo      | 1950-01-10T23:22:00Z | 1950-01-10T23:22:59Z
        1950-01-10    | 23:22 | 11.22 p.m.                 | Tokyo      | 1950-01-10T14:22:00Z | 1950-01-10T14:22:59Z
        1950-01-10    | 23:22 | shortly after 11.22 p.m.   | Tokyo      | 1950-01-09T15:00:00Z | 1950-01-10T14:59:59Z
        1950-01-10    | -     | -                          | Tokyo      | 1950-01-09T15:00:00Z | 1950-01-10T14:59:59Z
        1945-10-07    | 01:30 | 1.30 a.m.                  | London     | 1945-10-07T00:30:00Z | 1945-10-07T00:30:59Z
        1946-10-06    | 02:30 | 2.30 a.m.                  | London     | 1946-10-06T01:30:00Z | 1946-10-06T02:30:59Z
        1946-04-14    | 02:30 | 2.30 a.m.                  | London     | 1946-04-14T01:30:00Z | 1946-04-14T02:30:59Z
        1946-06-01    | 15:00 | 3 p.m.                     | The Hague  | 1946-06-01T14:00:00Z | 1946-06-01T14:00:59Z
        1936-06-01    | 15:00 | 3 p.m.                     | The Hague  | 1936-06-01T01:00:00Z | 1936-06-02T05:00:59Z
        1934-02-09    | 20:00 | 8 p.m.                     | Velisk     | 1934-02-09T06:00:00Z | 1934-02-10T10:00:59Z
        1934-02-09    | -     | -                          | Velisk     | 1934-02-08T10:00:00Z | 1934-02-10T13:59:59Z
        1934-02-09    | -     | -                          | -          | 1934-02-08T10:00:00Z | 1934-02-10T13:59:59Z
        1944-02       | -     | -                          | London     | 1944-01-31T23:00:00Z | 1944-02-29T22:59:59Z
        1944-02-03~   | 18:00 | 6 p.m.                     | London     | 1944-02-02T23:00:00Z | 1944-02-03T22:59:59Z
        """)
    void liesBetweenTwoInstants(String date, String hour, String printed, String place, Instant first, Instant last) {
        var dating = new Dating(date, Edtf.parse(date), Optional.ofNullable(hour).map(LocalTime::parse), place == null ? "" : place);
        assertEquals(new Moment(first, last), Moment.of(dating, printed == null ? "" : printed));
    }

    @ParameterizedTest
    @CsvSource({"''", "sometime", "March, perhaps"})
    void whatIsUndatedMayBeOfAnyTime(String words) {
        assertEquals(Moment.ANY, Moment.of(Dating.of(words)));
        assertTrue(Moment.ANY.overlaps(moment("1944-02-03")));
    }

    @Test
    void anOpenEndIsOpen() {
        assertEquals(Instant.MIN, moment("../1944-02-03").first());
        assertEquals(Instant.MAX, moment("1944-02-03/..").last());
        assertTrue(moment("../1944-02-03").before(moment("1944-02-07")));
        assertEquals(moment("1944-02-03/..").first(), moment("1944-02-03/..").middle());
        assertEquals(moment("../1944-02-03").last(), moment("../1944-02-03").middle());
    }

    /// Canberra's clocks are ahead of London's: a message of its morning was written on London's evening before.
    @Test
    void theAnswerOfACapitalAheadMayBearTheEarlierHour() {
        var london = Moment.of(new Dating("", Edtf.parse("1941-12-08"), Optional.of(LocalTime.of(20, 0)), "London"));
        var canberra = Moment.of(new Dating("", Edtf.parse("1941-12-09"), Optional.of(LocalTime.of(4, 0)), "Canberra"));
        assertTrue(canberra.before(london), "written an hour before, dated a day after");
        assertFalse(canberra.overlaps(london));
    }

    @Test
    void neverEndsBeforeItBegins() {
        assertThrows(IllegalArgumentException.class, () -> new Moment(Instant.EPOCH, Instant.EPOCH.minusSeconds(1)));
    }

    /// Knowing more never moves a moment: a day holds each of its hours, and anywhere holds every place.
    @Test
    void whatIsKnownBetterLiesWithin() {
        var seed = Long.getLong("chancery.seed", System.nanoTime());
        var random = new Random(seed);
        var places = new String[] {"London", "Canberra", "Washington", "Batavia", "The Hague", "Chungking", "Ottawa", "Moscow", "Havana"};
        for (var i = 0; i < 5_000; i++) {
            var day = LocalDate.of(1930, 1, 1).plusDays(random.nextInt(12_000));
            var place = places[random.nextInt(places.length)];
            var hour = Optional.of(LocalTime.of(random.nextInt(24), random.nextInt(60)));
            var exact = Moment.of(new Dating("", Optional.of(Edtf.of(day)), hour, place));
            for (var vague : new Dating[] {new Dating("", Optional.of(Edtf.of(day)), Optional.empty(), place),
                    new Dating("", Optional.of(Edtf.of(day)), hour, "Nowhere"), new Dating("", Optional.of(Edtf.of(day)), Optional.empty(), ""),
                    new Dating("", Edtf.parse(day.toString().substring(0, 7)), Optional.empty(), place)}) {
                var wide = Moment.of(vague);
                assertTrue(!exact.first().isBefore(wide.first()) && !exact.last().isAfter(wide.last()),
                        () -> day + " " + hour + " " + place + ": " + exact + " is not within " + wide + ", seed " + seed);
            }
        }
    }

    private static Moment moment(String date) {
        return Moment.of(Dating.of(date));
    }
}
