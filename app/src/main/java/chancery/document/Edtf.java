package chancery.document;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;

/// A date as far as it is known, after the Extended Date/Time Format (ISO 8601-2; Library of Congress, levels 0 and 1):
/// `1944-02-03`, `1944-02`, `1944`, `194X`, `1944-03~`, `1944?`, `1944-02-03/1944-02-10`, `../1945`.
///
/// @param text        the expression as given
/// @param first       the first day it may mean, included; [LocalDate#MIN] when its beginning is open
/// @param last        the last day it may mean, included; [LocalDate#MAX] when its end is open
/// @param approximate whether it is marked `~` or `%`
/// @param uncertain   whether it is marked `?` or `%`
public record Edtf(String text, LocalDate first, LocalDate last, boolean approximate, boolean uncertain) {
    private static final Pattern DATE = Pattern.compile("(\\d{2}(?:\\d{2}|\\dX|XX))(?:-(\\d{2}|XX)(?:-(\\d{2}|XX))?)?([?~%])?");

    public Edtf {
        if (last.isBefore(first)) throw new IllegalArgumentException("first %s is after last %s in %s".formatted(first, last, text));
    }

    /// One day of which there is no doubt.
    public static Edtf of(LocalDate day) {
        return new Edtf(day.toString(), day, day, false, false);
    }

    /// The date that an expression means.
    ///
    /// @throws IllegalArgumentException where [#parse] finds none
    public static Edtf of(String expression) {
        return parse(expression).orElseThrow(() -> new IllegalArgumentException("not an EDTF date: " + expression));
    }

    /// Reads an expression; empty when it is not one of levels 0 and 1, or names a day that is not in the calendar.
    ///
    /// `Edtf.parse("1944-02").get().last()` is 29 February 1944.
    public static Optional<Edtf> parse(String expression) {
        var text = expression.strip();
        var slash = text.indexOf('/');
        try {
            return slash < 0 ? one(text) : interval(text, text.substring(0, slash), text.substring(slash + 1));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// Whether it names a single day, with no doubt marked.
    public boolean isDay() {
        return first.equals(last) && !approximate && !uncertain;
    }

    /// Whether any day that it may mean lies between two days, both included.
    public boolean overlaps(LocalDate from, LocalDate to) {
        return !first.isAfter(to) && !last.isBefore(from);
    }

    private static Optional<Edtf> interval(String text, String from, String to) {
        var first = isOpen(from) ? Optional.<Edtf>empty() : one(from);
        var last = isOpen(to) ? Optional.<Edtf>empty() : one(to);
        if (first.isEmpty() && (!isOpen(from) || last.isEmpty()) || last.isEmpty() && !isOpen(to)) return Optional.empty();
        return Optional.of(new Edtf(text, first.map(Edtf::first).orElse(LocalDate.MIN), last.map(Edtf::last).orElse(LocalDate.MAX),
                first.map(Edtf::approximate).orElse(false) || last.map(Edtf::approximate).orElse(false),
                first.map(Edtf::uncertain).orElse(false) || last.map(Edtf::uncertain).orElse(false)));
    }

    private static boolean isOpen(String end) {
        return end.isEmpty() || end.equals("..");
    }

    private static Optional<Edtf> one(String text) {
        var m = DATE.matcher(text);
        if (!m.matches()) return Optional.empty();
        String year = m.group(1), month = m.group(2), day = m.group(3), mark = m.group(4);
        int from = Integer.parseInt(year.replace('X', '0')), to = Integer.parseInt(year.replace('X', '9'));
        LocalDate first, last;
        if (month == null || month.equals("XX")) {
            first = LocalDate.of(from, 1, 1);
            last = LocalDate.of(to, 12, 31);
        } else if (Integer.parseInt(month) >= 21 && Integer.parseInt(month) <= 24) {
            if (day != null) return Optional.empty();
            var start = YearMonth.of(from, (Integer.parseInt(month) - 21) * 3 + 3); // northern spring begins in March: the archive's convention for 21
            first = start.atDay(1);
            last = YearMonth.of(to, start.getMonthValue()).plusMonths(2).atEndOfMonth();
        } else if (day == null || day.equals("XX")) {
            first = YearMonth.of(from, Integer.parseInt(month)).atDay(1);
            last = YearMonth.of(to, Integer.parseInt(month)).atEndOfMonth();
        } else {
            first = LocalDate.of(from, Integer.parseInt(month), Integer.parseInt(day));
            last = LocalDate.of(to, Integer.parseInt(month), Integer.parseInt(day));
        }
        var approximate = mark != null && !mark.equals("?");
        var uncertain = mark != null && !mark.equals("~");
        return Optional.of(new Edtf(text, first, last, approximate, uncertain));
    }
}
