package chancery.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;

/// Papers by month, or by year where months would be too many, as an SVG of bars that are links, and as a table of the same facts.
///
/// @param svg  the drawing
/// @param rows the same in words: a time and its count
public record TimeBars(String svg, List<Map.Entry<String, Long>> rows) {
    private static final int HEIGHT = 98, MOST = 130;

    /// Papers, each bar leading to the search for its time.
    ///
    /// @param months counts by `1944-02`, or by `1944` where only the year is known
    static TimeBars of(SortedMap<String, Long> months) {
        return of(months, "Papers", View::papers, time -> "/search?date=" + time);
    }

    /// @param what   what is counted, for the drawing's name
    /// @param many   a count in words
    /// @param search where a bar leads, by its time
    static TimeBars of(SortedMap<String, Long> months, String what, LongFunction<String> many, UnaryOperator<String> search) {
        var byYear = span(months) > MOST || months.keySet().stream().anyMatch(m -> m.length() == 4);
        var counts = new TreeMap<String, Long>();
        months.forEach((m, n) -> counts.merge(byYear ? m.substring(0, 4) : m, n, Long::sum));
        if (counts.isEmpty()) return new TimeBars("", List.of());
        return new TimeBars(draw(counts, byYear, what, many, search), new ArrayList<>(counts.entrySet()));
    }

    private static long span(SortedMap<String, Long> months) {
        return months.isEmpty() ? 0 : index(months.lastKey(), false) - index(months.firstKey(), false) + 1;
    }

    private static int index(String time, boolean byYear) {
        var year = Integer.parseInt(time.substring(0, 4));
        return byYear ? year : year * 12 + (time.length() > 4 ? Integer.parseInt(time.substring(5, 7)) - 1 : 0);
    }

    private static String draw(TreeMap<String, Long> counts, boolean byYear, String what, LongFunction<String> many, UnaryOperator<String> search) {
        var first = index(counts.firstKey(), byYear);
        var slots = index(counts.lastKey(), byYear) - first + 1;
        var most = counts.values().stream().mapToLong(n -> n).max().orElse(1);
        var width = 100.0 / slots;
        var svg = new StringBuilder("<svg role=\"group\" aria-label=\"" + what + " by " + (byYear ? "year" : "month")
                + "\" height=\"120\"><line class=\"ground\" x1=\"0\" x2=\"100%\" y1=\"98.5\" y2=\"98.5\"/>");
        var started = false;
        for (var time : counts.entrySet()) {
            var x = (index(time.getKey(), byYear) - first) * width;
            var tall = Math.max(2, Math.round(HEIGHT * (double) time.getValue() / most));
            var words = words(time.getKey()) + ": " + many.apply(time.getValue());
            svg.append(String.format(Locale.ROOT,
                    "<a href=\"%s\"%s aria-label=\"%s\"><title>%s</title><rect class=\"catch\" x=\"%.3f%%\" y=\"0\" width=\"%.3f%%\" height=\"%d\"/><rect "
                    + "class=\"bar\" x=\"%.3f%%\" y=\"%d\" width=\"%.3f%%\" height=\"%d\"/></a>",
                    TextHtml.escape(search.apply(time.getKey())), started ? " tabindex=\"-1\"" : "",
                    words, words, x, width, HEIGHT, x + width * 0.1, HEIGHT - tall, width * 0.8, tall));
            started = true;
        }
        years(svg, first, slots, byYear);
        return svg.append("</svg>").toString();
    }

    /// Years under the ground line, as many as have room.
    private static void years(StringBuilder svg, int first, int slots, boolean byYear) {
        var firstYear = byYear ? first : Math.floorDiv(first, 12);
        var years = byYear ? slots : (slots + 11) / 12 + 1;
        var step = Math.max(1, (int) Math.ceil(years / 10.0));
        for (var year = firstYear; year < firstYear + years; year++) {
            var at = (byYear ? year - first : year * 12 - first) * 100.0 / slots;
            if (at < 0 || at > 96 || (year - firstYear) % step != 0) continue;
            svg.append(String.format(Locale.ROOT, "<text x=\"%.3f%%\" y=\"115\">%d</text>", at, year));
        }
    }

    private static String words(String time) {
        return time.length() == 4 ? time : java.time.Month.of(Integer.parseInt(time.substring(5, 7)))
                .getDisplayName(java.time.format.TextStyle.FULL, Locale.ENGLISH) + " " + time.substring(0, 4);
    }
}
