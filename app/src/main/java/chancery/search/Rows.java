package chancery.search;

import java.util.Arrays;

/// Finds rows of words from the places of each word. Pure.
final class Rows {
    private Rows() {}

    /// Hears of a row: the first and last position of its words.
    interface Hearer {
        void row(int first, int last);
    }

    /// Tells every row in order.
    ///
    /// @param places for each word of the row its positions in the text, ascending
    /// @param reach  0: side by side in order; more: within so many steps from that, in any order
    static void find(int[][] places, int reach, Hearer hearer) {
        if (reach == 0) sideBySide(places, hearer);
        else near(places, reach, hearer);
    }

    private static void sideBySide(int[][] places, Hearer hearer) {
        for (var first : places[0]) {
            var all = true;
            for (var i = 1; all && i < places.length; i++) all = Arrays.binarySearch(places[i], first + i) >= 0;
            if (all) hearer.row(first, first + places.length - 1);
        }
    }

    /// The smallest windows that hold every word, as Lucene's sloppy phrases judge them: the sum of steps by which words stand off their place.
    private static void near(int[][] places, int reach, Hearer hearer) {
        var at = new int[places.length];
        while (true) {
            int least = -1, low = Integer.MAX_VALUE, high = Integer.MIN_VALUE, from = Integer.MAX_VALUE, to = Integer.MIN_VALUE;
            for (var i = 0; i < places.length; i++) {
                if (at[i] >= places[i].length) return;
                var place = places[i][at[i]];
                if (place - i < low) {
                    low = place - i;
                    least = i;
                }
                high = Math.max(high, place - i);
                from = Math.min(from, place);
                to = Math.max(to, place);
            }
            if (high - low <= reach) hearer.row(from, to);
            at[least]++;
        }
    }
}
