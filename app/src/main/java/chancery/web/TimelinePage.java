package chancery.web;

import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Papers by time: every year with its months, or one year with its months and days. Each bar leads to the papers of its time.
///
/// @param year    the year shown; 0 for all of them
/// @param rows    years, or months
/// @param before  the year with papers before this one; 0 for none
/// @param after   the one after
/// @param papers  how many papers are shown
/// @param loose   of these, papers of which only the year is known
/// @param undated papers without a date
public record TimelinePage(int year, List<Row> rows, int before, int after, long papers, long loose, long undated) {
    private static final int HEIGHT = 34;

    /// A year or a month.
    ///
    /// @param id     its fragment: `m02`; empty for a year
    /// @param name   in words
    /// @param to     where it leads
    /// @param papers how many are of it
    /// @param loose  of these, papers of which no closer date is known
    /// @param svg    bars of its months or days
    /// @param cells  the same for a table: a time in words with its count and where it leads
    public record Row(String id, String name, String to, long papers, long loose, String svg, List<Cell> cells) {}

    /// One bar.
    public record Cell(String words, String to, long papers) {}

    /// Every year.
    ///
    /// @param days counts by `1944-02-03`, `1944-02` or `1944`, as closely as dates are known
    static TimelinePage years(SortedMap<String, Long> days, long undated) {
        var most = byMonth(days).values().stream().mapToLong(n -> n).max().orElse(1);
        var rows = new ArrayList<Row>();
        for (var year : byYear(days).entrySet()) {
            var months = byMonth(of(days, year.getKey()));
            var cells = new TreeMap<Integer, Cell>();
            months.forEach((m, n) -> cells.put(m.getMonthValue(), new Cell(words(m), "/timeline/" + year.getKey() + "#m" + m.toString().substring(5), n)));
            rows.add(new Row("", Integer.toString(year.getKey()), "/timeline/" + year.getKey(), year.getValue(), year.getValue() - months.values()
                    .stream().mapToLong(n -> n).sum(), bars(cells, 12, most, "Months of " + year.getKey()), new ArrayList<>(cells.values())));
        }
        return new TimelinePage(0, rows, 0, 0, rows.stream().mapToLong(Row::papers).sum(), 0, undated);
    }

    /// One year; empty where it has no paper.
    static Optional<TimelinePage> year(int year, SortedMap<String, Long> days) {
        var years = byYear(days);
        if (!years.containsKey(year)) return Optional.empty();
        var own = of(days, year);
        var most = own.entrySet().stream().filter(e -> e.getKey().length() == 10).mapToLong(java.util.Map.Entry::getValue).max().orElse(1);
        var rows = new ArrayList<Row>();
        for (var month : byMonth(own).entrySet()) rows.add(month(month.getKey(), month.getValue(), own, most));
        Integer before = years.lowerKey(year), after = years.higherKey(year);
        return Optional.of(new TimelinePage(year, rows, before == null ? 0 : before,
                after == null ? 0 : after, years.getOrDefault(year, 0L), own.getOrDefault(year(year), 0L), 0));
    }

    private static Row month(YearMonth month, long papers, SortedMap<String, Long> days, long most) {
        var cells = new TreeMap<Integer, Cell>();
        for (var day = 1; day <= month.lengthOfMonth(); day++) {
            var date = month.atDay(day).toString();
            var many = days.getOrDefault(date, 0L);
            if (many > 0) cells.put(day, new Cell(day + " " + words(month), "/search?date=" + date, many));
        }
        return new Row("m" + month.toString().substring(5), words(month), "/search?date=" + month, papers,
                days.getOrDefault(month.toString(), 0L), bars(cells, 31, most, "Days of " + words(month)), new ArrayList<>(cells.values()));
    }

    private static SortedMap<String, Long> of(SortedMap<String, Long> days, int year) {
        return days.subMap(year(year), year(year) + "~");
    }

    private static String year(int year) {
        return String.format(Locale.ROOT, "%04d", year);
    }

    private static TreeMap<Integer, Long> byYear(SortedMap<String, Long> days) {
        var years = new TreeMap<Integer, Long>();
        days.forEach((day, n) -> years.merge(Integer.parseInt(day.substring(0, 4)), n, Long::sum));
        return years;
    }

    private static TreeMap<YearMonth, Long> byMonth(SortedMap<String, Long> days) {
        var months = new TreeMap<YearMonth, Long>();
        days.forEach((day, n) -> { if (day.length() > 4) months.merge(YearMonth.parse(day.substring(0, 7)), n, Long::sum); });
        return months;
    }

    private static String words(YearMonth month) {
        return Month.of(month.getMonthValue()).getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + month.getYear();
    }

    private static String bars(TreeMap<Integer, Cell> cells, int slots, long most, String name) {
        if (cells.isEmpty()) return "";
        var width = 100.0 / slots;
        var svg = new StringBuilder("<svg role=\"group\" aria-label=\"" + name + "\" height=\"" + (HEIGHT + 1)
                + "\"><line class=\"ground\" x1=\"0\" x2=\"100%\" y1=\"" + HEIGHT + ".5\" y2=\"" + HEIGHT + ".5\"/>");
        var started = false;
        for (var cell : cells.entrySet()) {
            var x = (cell.getKey() - 1) * width;
            // by root: a single paper is seen beside a month of hundreds
            var tall = Math.max(2, Math.round((HEIGHT - 2) * Math.sqrt((double) cell.getValue().papers / most)));
            var words = cell.getValue().words + ": " + View.papers(cell.getValue().papers);
            svg.append(String.format(Locale.ROOT,
                    "<a href=\"%s\"%s aria-label=\"%s\"><title>%s</title><rect class=\"catch\" x=\"%.2f%%\" y=\"0\" width=\"%.2f%%\" height=\"%d\"/><rect "
                    + "class=\"bar\" x=\"%.2f%%\" y=\"%d\" width=\"%.2f%%\" height=\"%d\"/></a>",
                    cell.getValue().to, started ? " tabindex=\"-1\"" : "", words, words, x,
                    width, HEIGHT, x + width * 0.12, HEIGHT - tall, width * 0.76, tall));
            started = true;
        }
        return svg.append("</svg>").toString();
    }
}
