package chancery.search;

import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;

/// Counts papers by the month in which their date begins. Not for sharing between threads.
final class Months {
    private static final int FIRST_YEAR = 1000, YEARS = 1200; // papers of other times are counted at these ends
    private static final int FIRST_DAY = (int) LocalDate.of(FIRST_YEAR, 1, 1).toEpochDay();
    private static final short[] OF_DAY = ofDay();
    private final long[] counts = new long[YEARS * 12];

    private static short[] ofDay() {
        var days = new short[(int) LocalDate.of(FIRST_YEAR + YEARS, 1, 1).toEpochDay() - FIRST_DAY];
        var day = LocalDate.of(FIRST_YEAR, 1, 1);
        for (int month = 0, at = 0; month < YEARS * 12; month++, day = day.plusMonths(1))
            for (var left = day.lengthOfMonth(); left > 0; left--) days[at++] = (short) month;
        return days;
    }

    /// Counts some papers of a segment; undated ones count nowhere.
    void add(Columns columns, int[] docs, int length) {
        for (var i = 0; i < length; i++) {
            var moment = columns.moment(docs[i]);
            if (moment != Columns.UNDATED) counts[OF_DAY[(int) Math.clamp(Math.floorDiv(moment, 1440L) - FIRST_DAY, 0L, OF_DAY.length - 1L)]]++;
        }
    }

    /// The counts by month, `1944-02`, in order; months without papers are left out.
    SortedMap<String, Long> counts() {
        var found = new TreeMap<String, Long>();
        for (var i = 0; i < counts.length; i++) if (counts[i] > 0) found.put((FIRST_YEAR + i / 12) + (i % 12 < 9 ? "-0" : "-") + (i % 12 + 1), counts[i]);
        return found;
    }
}
