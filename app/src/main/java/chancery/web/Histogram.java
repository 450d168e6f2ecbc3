package chancery.web;

import chancery.search.DateWords;
import chancery.search.SearchRequest;
import chancery.search.SearchResult;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/// The papers found by time, as bars that are also the filter of dates: each leads to the search narrowed to its time;
/// what is chosen stands out. With scripts a span can be dragged.
///
/// @param svg  the drawing; empty where there is nothing to draw
/// @param bars the same in words
public record Histogram(String svg, List<Bar> bars) {
    private static final int HEIGHT = 56, FOOT = 17;
    private static final int MOST = 130;      // months drawn as months; of more, years
    private static final int MOST_YEARS = 150;

    /// A bar.
    ///
    /// @param from   the first day of its time, as the date box takes it
    /// @param to     the last
    /// @param words  its time for people
    /// @param chosen whether the dates asked for hold all of it
    public record Bar(String from, String to, String words, long papers, String address, boolean chosen) {}

    /// How wide in time a bar is, in months.
    private enum Unit {
        MONTH(1), YEAR(12), DECADE(120);

        final int months;

        Unit(int months) {
            this.months = months;
        }

        static Unit of(int months) {
            return months <= MOST ? MONTH : months <= MOST_YEARS * 12 ? YEAR : DECADE;
        }
    }

    static Histogram of(SearchResult result) {
        var asked = DateWords.read(result.request().dates()) instanceof DateWords.Meaning.Days days ? days : null;
        var months = new TreeMap<Integer, Long>();
        result.months().forEach((month, papers) -> months.put(index(month), papers));
        if (months.size() < 2) return new Histogram("", List.of());
        // dates asked for that are few months of very many are drawn by month
        SortedMap<Integer, Long> drawn = months;
        if (asked != null && Unit.of(months.lastKey() - months.firstKey() + 1) != Unit.MONTH
                && asked.first().isAfter(LocalDate.MIN) && asked.last().isBefore(LocalDate.MAX)) {
            var near = months.subMap(index(YearMonth.from(asked.first())) / 12 * 12, index(YearMonth.from(asked.last())) / 12 * 12 + 12);
            if (near.size() > 1 && Unit.of(near.lastKey() - near.firstKey() + 1) == Unit.MONTH) drawn = near;
        }
        var unit = Unit.of(drawn.lastKey() - drawn.firstKey() + 1);
        var counts = new TreeMap<Integer, Long>();
        drawn.forEach((month, papers) -> counts.merge(Math.floorDiv(month, unit.months), papers, Long::sum));
        var bars = new ArrayList<Bar>();
        var address = Address.of(result.request());
        counts.forEach((at, papers) -> bars.add(bar(address, unit, at, papers, asked)));
        return new Histogram(draw(unit, counts, bars), bars);
    }

    /// The address of the same search at other dates, which are put between what stands before and behind them.
    private record Address(String before, String behind) {
        private static final String DATE = "0000-00";

        static Address of(SearchRequest request) {
            var dated = ResultsPage.address(request.withDates(DATE));
            var at = dated.indexOf("&date=" + DATE) + "&date=".length(); // what is typed stands before it, encoded
            return new Address(dated.substring(0, at), dated.substring(at + DATE.length()));
        }

        String at(String date) {
            return before + date + behind;
        }
    }

    private static Bar bar(Address address, Unit unit, int at, long papers, DateWords.Meaning.@org.jspecify.annotations.Nullable Days asked) {
        var first = day(at * unit.months);
        var last = day((at + 1) * unit.months).minusDays(1);
        var date = switch (unit) {
            case MONTH -> first.toString().substring(0, 7);
            case YEAR -> first.toString().substring(0, 4);
            case DECADE -> first.getYear() + "s";
        };
        var words = unit == Unit.MONTH ? Month.of(first.getMonthValue()).getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + first.getYear() : date;
        var chosen = asked != null && !first.isBefore(asked.first()) && !last.isAfter(asked.last());
        return new Bar(first.toString(), last.toString(), words, papers, address.at(date), chosen);
    }

    /// The place of a month written `1944-02`.
    private static int index(String month) {
        return Integer.parseInt(month, 0, 4, 10) * 12 + Integer.parseInt(month, 5, 7, 10) - 1;
    }

    private static int index(YearMonth month) {
        return month.getYear() * 12 + month.getMonthValue() - 1;
    }

    private static LocalDate day(int month) {
        return LocalDate.of(Math.floorDiv(month, 12), Math.floorMod(month, 12) + 1, 1);
    }

    private static String draw(Unit unit, TreeMap<Integer, Long> counts, List<Bar> bars) {
        int first = counts.firstKey(), slots = counts.lastKey() - first + 1;
        var most = counts.values().stream().mapToLong(n -> n).max().orElse(1);
        var width = 100.0 / slots;
        var svg = new StringBuilder(bars.size() * 240);
        svg.append("<svg role=\"group\" aria-label=\"Papers found by ").append(unit.name().toLowerCase(Locale.ROOT)).append("\" height=\"").append(HEIGHT
                + FOOT).append("\"><line class=\"ground\" x1=\"0\" x2=\"100%\" y1=\"").append(HEIGHT).append(".5\" y2=\"").append(HEIGHT).append(".5\"/>");
        var i = 0;
        for (var e : counts.entrySet()) {
            var bar = bars.get(i);
            var x = (e.getKey() - first) * width;
            var tall = Math.max(2, Math.round((HEIGHT - 2) * (double) bar.papers / most));
            var words = TextHtml.escape(bar.words + ": " + View.papers(bar.papers));
            svg.append("<a href=\"").append(TextHtml.escape(bar.address)).append("\" rel=\"nofollow\"")
                    .append(i++ > 0 ? " tabindex=\"-1\"" : "").append(bar.chosen ? " class=\"chosen\"" : "");
            svg.append(" data-from=\"").append(bar.from).append("\" data-to=\"").append(bar.to)
                    .append("\" aria-label=\"").append(words).append("\"><title>").append(words).append("</title>");
            rect(svg, "catch", x, 0, width, HEIGHT);
            rect(svg, "bar", x + width * 0.1, HEIGHT - tall, width * 0.8, tall);
            svg.append("</a>");
        }
        return years(svg, unit, first, slots).append("</svg>").toString();
    }

    private static void rect(StringBuilder svg, String kind, double x, long y, double width, long height) {
        svg.append("<rect class=\"").append(kind).append("\" x=\"").append(hundredths(x)).append("%\" y=\"").append(y)
                .append("\" width=\"").append(hundredths(width)).append("%\" height=\"").append(height).append("\"/>");
    }

    private static double hundredths(double number) {
        return Math.round(number * 100) / 100.0;
    }

    /// Years under the ground line, as many as have room.
    private static StringBuilder years(StringBuilder svg, Unit unit, int first, int slots) {
        var from = Math.floorDiv(first * unit.months, 12);
        var years = slots * unit.months / 12 + 1;
        var step = Math.max(unit.months / 12, Math.max(1, (int) Math.ceil(years / 8.0)));
        if (step > 5) step = (step + 9) / 10 * 10;
        for (var year = Math.ceilDiv(from, step) * step; year <= from + years; year += step) {
            var at = (year * 12.0 / unit.months - first) * 100.0 / slots;
            if (at >= 0 && at <= 94)
                svg.append("<text x=\"").append(hundredths(at)).append("%\" y=\"").append(HEIGHT + FOOT - 2).append("\">").append(year).append("</text>");
        }
        return svg;
    }
}
