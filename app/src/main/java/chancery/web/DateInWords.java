package chancery.web;

import chancery.document.Dating;
import chancery.document.Edtf;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;

/// Dates as people read them: `9 February 1934` at length, `9 Feb 1934` in lists. Pure.
final class DateInWords {
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private DateInWords() {}

    /// The words of the source; where these are only a date for machines, what it means: `9 February 1934`. Empty when undated.
    static String full(Dating dating) {
        var said = dating.asWritten();
        return dating.edtf().filter(e -> said.isEmpty() || said.equals(e.text())).map(DateInWords::full).orElse(said);
    }

    /// For lists: `19 Dec 1933, 23:05`, `about Mar 1934`, `Undated`.
    static String brief(Dating dating) {
        if (dating.edtf().isEmpty()) return dating.asWritten().isEmpty() ? "Undated" : dating.asWritten();
        return of(dating.edtf().get(), TextStyle.SHORT) + dating.time().map(t -> ", " + HOUR.format(t)).orElse("");
    }

    /// The same without the hour.
    static String brief(Edtf date) {
        return of(date, TextStyle.SHORT);
    }

    /// At length: `9 February 1934`, `October 1933 to May 1934`, `about March 1934`, `before 1945`.
    static String full(Edtf date) {
        return of(date, TextStyle.FULL);
    }

    /// From the first month to the last: `October 1933 to May 1934`; the days of a span say less than its months.
    static String months(Edtf span) {
        if (span.first().equals(LocalDate.MIN) || span.last().equals(LocalDate.MAX)) return full(span);
        var first = YearMonth.from(span.first());
        var last = YearMonth.from(span.last());
        if (first.equals(last)) return month(first, TextStyle.FULL);
        if (first.getMonthValue() == 1 && last.getMonthValue() == 12)
            return first.getYear() == last.getYear() ? Integer.toString(first.getYear()) : first.getYear() + " to " + last.getYear();
        return (first.getYear() == last.getYear() ? first.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) : month(first, TextStyle.FULL))
                + " to " + month(last, TextStyle.FULL);
    }

    /// A day at length: `24 November 2026`.
    static String day(LocalDate day) {
        return day(day, TextStyle.FULL);
    }

    private static String of(Edtf date, TextStyle style) {
        var words = span(date, style);
        return (date.approximate() ? "about " : "") + words + (date.uncertain() ? "?" : "");
    }

    private static String span(Edtf date, TextStyle style) {
        LocalDate first = date.first(), last = date.last();
        if (first.equals(LocalDate.MIN)) return "not after " + day(last, style);
        if (last.equals(LocalDate.MAX)) return "not before " + day(first, style);
        if (first.equals(last)) return day(first, style);
        var to = style == TextStyle.FULL ? " to " : " – ";
        var wholeMonths = first.getDayOfMonth() == 1 && last.equals(last.withDayOfMonth(last.lengthOfMonth()));
        if (wholeMonths && first.getMonthValue() == 1 && last.getMonthValue() == 12) {
            int from = first.getYear(), until = last.getYear();
            if (from == until) return Integer.toString(from);
            if (from % 100 == 0 && until == from + 99) return "between " + from + " and " + until;
            return from % 10 == 0 && until == from + 9 ? from + "s" : from + to + until;
        }
        if (wholeMonths) {
            var a = YearMonth.from(first);
            var b = YearMonth.from(last);
            if (a.equals(b)) return month(a, style);
            return (a.getYear() == b.getYear() ? a.getMonth().getDisplayName(style, Locale.ENGLISH) : month(a, style)) + to + month(b, style);
        }
        if (YearMonth.from(first).equals(YearMonth.from(last))) return first.getDayOfMonth() + "–" + day(last, style);
        return day(first, style) + to + day(last, style);
    }

    private static String day(LocalDate day, TextStyle style) {
        return day.getDayOfMonth() + " " + month(YearMonth.from(day), style);
    }

    private static String month(YearMonth month, TextStyle style) {
        return month.getMonth().getDisplayName(style, Locale.ENGLISH) + " " + month.getYear();
    }
}
