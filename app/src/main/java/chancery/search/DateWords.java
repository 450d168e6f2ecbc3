package chancery.search;

import chancery.document.Edtf;
import chancery.document.MonthName;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads what people write for a date or a span of time:
///
/// `1944`, `1940s`, `Feb 1944`, `3 Feb 1944`, `Feb 3, 1944`, `3.2.44`, `1944-02`, `1944-02-03`, `1944-02-03/1944-02-10`, `1944-1946`, `3-10 Feb 1944`,
/// `Feb to May 1944`, `before 1945`, `after Feb 1944`, `since 1944`, `until 3.2.44`, `between 1944 and 1946`, and EDTF (`194X`).
///
/// Pure. Numbers alone are read day first (`3.2.44` is 3 February); where that is a choice, [Days#note] says so. Years of two digits are of the 1900s.
public final class DateWords {
    private static final int LONGEST = 60;
    private static final String MONTH =
            "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
    private static final String DAY = "(\\d{1,2})(?:st|nd|rd|th)?";
    private static final String YEAR = "(\\d{4}|'?\\d{2})";
    private static final String DASH = "\\s*(?:-|–|—|/|\\.\\.|\\bto\\b|\\buntil\\b|\\btill\\b)\\s*";

    private static final Pattern DAY_MONTH_YEAR = whole(DAY + "\\s*(?:of\\s+)?" + MONTH + ",?\\s*" + YEAR);
    private static final Pattern MONTH_DAY_YEAR = whole(MONTH + "\\s*" + DAY + "(?:,\\s*|\\s+)" + YEAR);
    private static final Pattern MONTH_YEAR = whole(MONTH + ",?\\s*" + YEAR);
    private static final Pattern YEAR_ALONE = whole("(\\d{4})");
    private static final Pattern DECADE = whole("(?:the\\s+)?(\\d{3})0'?s");
    private static final Pattern NUMBERS = whole("(\\d{1,2})([./-])(\\d{1,2})\\2(\\d{4}|\\d{2})");
    private static final Pattern YEAR_FIRST = whole("(\\d{4})([./-])(\\d{1,2})(?:\\2(\\d{1,2}))?");
    private static final Pattern DAYS_OF_MONTH = whole(DAY + DASH + DAY + "\\s*" + MONTH + ",?\\s*" + YEAR);
    private static final Pattern MONTHS_OF_YEAR = whole(MONTH + DASH + MONTH + ",?\\s*" + YEAR);
    private static final Pattern DAYS_OF_MONTHS = whole(DAY + "\\s*" + MONTH + DASH + DAY + "\\s*" + MONTH + ",?\\s*" + YEAR);
    private static final Pattern BEFORE = whole("(?:before|prior to|<)\\s*(.+)");
    private static final Pattern UNTIL = whole("(?:until|till|up to|to|by|<=|\\.\\./?|/)\\s*(.+)");
    private static final Pattern AFTER = whole("(?:after|later than|>)\\s*(.+)");
    private static final Pattern SINCE = whole("(?:since|from|>=)\\s*(.+)");
    private static final Pattern ONWARD = whole("(.+?)\\s*(?:/\\.\\.|\\.\\.|/|onwards?|-)");
    private static final Pattern BETWEEN = whole("(?:between|from)\\s+(.+?)\\s+(?:and|to|until|till)\\s+(.+)");
    private static final Pattern SPAN = whole("(.+?)(?:\\s*(?:/|–|—|\\.\\.)\\s*|\\s+(?:-|to|until|till)\\s+)(.+)");
    private static final Pattern YEARS = whole("(\\d{4})\\s*[-–]\\s*(\\d{4}|\\d{2})");

    private DateWords() {}

    /// What words about a date mean.
    public sealed interface Meaning {
        /// Days, both ends included.
        ///
        /// @param first [LocalDate#MIN] when open
        /// @param last  [LocalDate#MAX] when open
        /// @param words the same for people: `3 February 1944`, `before 1945`
        /// @param note  what could also have been meant, as a sentence; empty where nothing could
        record Days(LocalDate first, LocalDate last, String words, String note) implements Meaning {
            public Days {
                if (last.isBefore(first)) throw new IllegalArgumentException("first %s is after last %s".formatted(first, last));
            }
        }

        /// No date that we know.
        record NoDate(String asTyped) implements Meaning {}
    }

    /// Reads words. `DateWords.read("Feb 1944")` is 1 to 29 February 1944.
    public static Meaning read(String typed) {
        var words = typed.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        if (words.isEmpty() || words.length() > LONGEST) return new Meaning.NoDate(typed.strip());
        try {
            return span(words).<Meaning>map(s -> s.days(s.say())).orElseGet(() -> new Meaning.NoDate(typed.strip()));
        } catch (DateTimeException | IllegalArgumentException e) {
            return new Meaning.NoDate(typed.strip());
        }
    }

    /// The days that EDTF or words mean, as EDTF: `1944-02`, `3 Feb 1944` (`1944-02-03`), `before 1934` (`../1933-12-31`); empty where they mean none.
    public static Optional<Edtf> days(String typed) {
        var said = Edtf.parse(typed);
        if (said.isPresent() || !(read(typed) instanceof Meaning.Days days)) return said;
        if (days.first().equals(days.last())) return Edtf.parse(days.first().toString());
        return Edtf.parse((days.first().equals(LocalDate.MIN) ? ".." : days.first()) + "/" + (days.last().equals(LocalDate.MAX) ? ".." : days.last()));
    }

    /// What stands in a field of days: EDTF, but for a span without a beginning or an end `before 1934`, `since March 1944`. [#days] reads it as the same days.
    public static String typed(Edtf days) {
        if (days.first().equals(LocalDate.MIN) == days.last().equals(LocalDate.MAX)) return days.text();
        return days.first().equals(LocalDate.MIN) ? "before " + Span.unit(days.last().plusDays(1), true) : "since " + Span.unit(days.first(), true);
    }

    /// A span for people: `February 1944`, `before 1945`, `3 February 1944 to 1946`.
    static String words(LocalDate first, LocalDate last) {
        return Span.of(first, last).say();
    }

    /// A span on its way: its words are made at the end.
    private record Span(LocalDate first, LocalDate last, String note) {
        Meaning.Days days(String words) {
            return new Meaning.Days(first, last, words, note);
        }

        static Span of(LocalDate first, LocalDate last) {
            return new Span(first, last, "");
        }

        Span to(Span end) {
            if (end.last.isBefore(first)) throw new IllegalArgumentException("ends before it begins");
            return new Span(first, end.last, note.isEmpty() ? end.note : note);
        }

        String say() {
            if (first.equals(LocalDate.MIN)) return last.equals(LocalDate.MAX) ? "any date" : "before " + unit(last.plusDays(1), true);
            if (last.equals(LocalDate.MAX)) return "from " + unit(first, true) + " on";
            var whole = whole();
            return whole.isEmpty() ? unit(first, true) + " to " + unit(last, false) : whole;
        }

        /// The name of a day, month, year or decade; empty where it is none.
        private String whole() {
            if (first.equals(last)) return dayWords(first);
            if (first.getDayOfMonth() == 1 && last.equals(YearMonth.from(first).atEndOfMonth())) return monthWords(first);
            if (first.getDayOfYear() != 1 || last.getMonthValue() != 12 || last.getDayOfMonth() != 31) return "";
            if (first.getYear() == last.getYear()) return Integer.toString(first.getYear());
            if (first.getYear() % 10 == 0 && last.getYear() == first.getYear() + 9) return "the " + first.getYear() + "s";
            return first.getYear() + " to " + last.getYear();
        }

        /// An end of a span, as a year or month where it lies at the border of one.
        private static String unit(LocalDate day, boolean begins) {
            var border = begins ? day : day.plusDays(1);
            if (border.getDayOfYear() == 1) return Integer.toString(day.getYear());
            return border.getDayOfMonth() == 1 ? monthWords(day) : dayWords(day);
        }
    }

    static String dayWords(LocalDate day) {
        return day.getDayOfMonth() + " " + monthWords(day);
    }

    static String monthWords(LocalDate day) {
        return day.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + day.getYear();
    }

    private static Optional<Span> span(String words) {
        var one = unit(words);
        if (one.isPresent()) return one;
        var m = match(YEARS, words);
        if (m != null) return Optional.of(year(m.group(1)).to(year(m.group(2).length() == 2 ? m.group(1).substring(0, 2) + m.group(2) : m.group(2))));
        m = match(DAYS_OF_MONTH, words);
        if (m != null) return Optional.of(day(m.group(1), m.group(3), m.group(4)).to(day(m.group(2), m.group(3), m.group(4))));
        m = match(MONTHS_OF_YEAR, words);
        if (m != null) return Optional.of(month(m.group(1), m.group(3)).to(month(m.group(2), m.group(3))));
        m = match(DAYS_OF_MONTHS, words);
        if (m != null) return Optional.of(day(m.group(1), m.group(2), m.group(5)).to(day(m.group(3), m.group(4), m.group(5))));
        m = match(BETWEEN, words);
        if (m == null) m = match(SPAN, words);
        if (m != null && unit(m.group(2)).isPresent() && unit(m.group(1)).isPresent())
            return Optional.of(unit(m.group(1)).orElseThrow().to(unit(m.group(2)).orElseThrow()));
        return openEnded(words);
    }

    private static Optional<Span> openEnded(String words) {
        var m = match(BEFORE, words);
        if (m != null) return unit(m.group(1)).map(u -> new Span(LocalDate.MIN, u.first.minusDays(1), u.note));
        m = match(UNTIL, words);
        if (m != null) return unit(m.group(1)).map(u -> new Span(LocalDate.MIN, u.last, u.note));
        m = match(AFTER, words);
        if (m != null) return unit(m.group(1)).map(u -> new Span(u.last.plusDays(1), LocalDate.MAX, u.note));
        m = match(SINCE, words);
        if (m == null) m = match(ONWARD, words);
        if (m != null) return unit(m.group(1)).map(u -> new Span(u.first, LocalDate.MAX, u.note));
        return Optional.empty();
    }

    /// A day, month, year or decade.
    private static Optional<Span> unit(String words) {
        var m = match(YEAR_ALONE, words);
        if (m != null) return Optional.of(year(m.group(1)));
        m = match(DECADE, words);
        if (m != null) return Optional.of(year(m.group(1) + "0").to(year(m.group(1) + "9")));
        m = match(DAY_MONTH_YEAR, words);
        if (m != null) return Optional.of(day(m.group(1), m.group(2), m.group(3)));
        m = match(MONTH_DAY_YEAR, words);
        if (m != null) return Optional.of(day(m.group(2), m.group(1), m.group(3)));
        m = match(MONTH_YEAR, words);
        if (m != null) return Optional.of(month(m.group(1), m.group(2)));
        m = match(NUMBERS, words);
        if (m != null) return Optional.of(numbers(m));
        m = match(YEAR_FIRST, words);
        if (m != null)
            return Optional.of(m.group(4) == null ? month(number(m.group(1)), number(m.group(3)))
                    : on(LocalDate.of(number(m.group(1)), number(m.group(3)), number(m.group(4)))));
        return words.startsWith("..") || words.endsWith("..")
                || words.contains("/") ? Optional.empty() : Edtf.parse(words.toUpperCase(Locale.ROOT)).map(e -> Span.of(e.first(), e.last()));
    }

    private static Span numbers(MatchResult m) {
        int first = number(m.group(1)), second = number(m.group(3)), year = yearOf(m.group(4));
        if (second > 12) return on(LocalDate.of(year, first, second)); // only month first makes sense
        var day = LocalDate.of(year, second, first);
        if (first > 12 || first == second) return on(day);
        var other = LocalDate.of(year, first, second);
        return new Span(day, day, "%s was read day first, as %s; for %s write %s.".formatted(m.group(), dayWords(day), dayWords(other), other));
    }

    private static Span on(LocalDate day) {
        return Span.of(day, day);
    }

    private static Span day(String day, String month, String year) {
        return on(LocalDate.of(yearOf(year), monthOf(month), number(day)));
    }

    private static Span month(String month, String year) {
        return month(yearOf(year), monthOf(month).getValue());
    }

    private static Span month(int year, int month) {
        var m = YearMonth.of(year, month);
        return Span.of(m.atDay(1), m.atEndOfMonth());
    }

    private static Span year(String year) {
        var y = yearOf(year);
        return Span.of(LocalDate.of(y, 1, 1), LocalDate.of(y, 12, 31));
    }

    private static int yearOf(String year) {
        var digits = year.startsWith("'") ? year.substring(1) : year;
        return digits.length() == 2 ? 1900 + number(digits) : number(digits);
    }

    /// The month that a word begins to name: `Sept`, `february`.
    static Month monthOf(String word) {
        return MonthName.of(word).orElseThrow(() -> new IllegalArgumentException("no month: " + word));
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static Pattern whole(String pattern) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
    }

    private static @Nullable MatchResult match(Pattern pattern, String words) {
        var m = pattern.matcher(words);
        return m.matches() ? m.toMatchResult() : null;
    }
}
