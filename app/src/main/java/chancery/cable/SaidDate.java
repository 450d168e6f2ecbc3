package chancery.cable;

import chancery.document.Edtf;
import chancery.document.MonthName;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The date that running words give another message, completed from the day of the text where the words leave year or month out.
///
/// `of 8th October, 1943`, `dated 5 June`, `26th July`, `of May 17, 11 p.m.`, `December 20th last`, `of the 8th`, `of 21st and 22nd March`, `of today's date`.
/// A day without its year is the last such day not more than two days after the text's own.
///
/// @param end  the position after the date
/// @param edtf what it means; empty where year or month cannot be told
record SaidDate(int end, Optional<Edtf> edtf) {
    private static final String MONTH =
            "(?:Jan(?:uary)?|Feb(?:ruary|y)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|"
            + "Dec(?:ember)?)\\b\\.?";
    private static final String YEAR = "(?:,?\\s{0,2}(?<year>1[89]\\d\\d|20\\d\\d)(?!\\d))?";
    private static final String LEAD = "(?:,?\\s{0,2}(?:(?:of|dated|on|sent on|sent|d[ei]spatched(?: on)?|received on)\\s{1,2})?(?:the\\s{1,2}|date\\s{1,2})?)";
    private static final String WEEKDAY = "(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\\s{1,2})?(?:the\\s{1,2})?";
    private static final String HOUR = "(?:,?\\s{0,2}\\d{1,2}(?:[.:]\\d\\d)?\\s?[ap]\\.\\s?m\\.|,?\\s(?:noon|midnight))?";
    private static final Pattern DAY_FIRST = Pattern.compile(LEAD + WEEKDAY
            + "(?<day>[0-3]?[\\dol])(?:\\s?(?i:st|nd|rd|th))?(?:\\s(?:of\\s)?|-|,\\s)?(?<month>" + MONTH + ")" + YEAR);
    private static final Pattern MONTH_FIRST = Pattern.compile(LEAD + WEEKDAY + "(?<month>" + MONTH
            + ")\\s{1,2}(?<day>[0-3]?[\\dol])(?i:st|nd|rd|th)?(?![\\d/])(?!\\s?[ap]\\.\\s?m)" + HOUR + YEAR);
    private static final Pattern DAY_ONLY = Pattern.compile(
            ",?\\s{1,2}(?:of|dated)\\s{1,2}(?:the\\s{1,2})?(?<day>[0-3]?[\\dol])(?i:st|nd|rd|th)\\b(?:\\s(?<inst>inst(?:ant)?|ult(?:imo)?)\\b\\.?)?(?=(?:,|"
            + "\\sand|\\s&)\\s(?:the\\s)?[0-3]?\\d(?:st|nd|rd|th)\\s(?:of\\s)?(?<month>"
            + MONTH + ")" + YEAR + "|)");
    private static final Pattern MONTH_ONLY = Pattern.compile(",?\\s{1,2}(?:of|dated)\\s{1,2}(?:last\\s{1,2})?(?<month>"
            + MONTH + ")" + YEAR + "(?!\\s{0,2}\\d)");
    private static final Pattern TODAY = Pattern.compile(
            ",?\\s{1,2}(?:(?:of|dated)\\s{1,2})?(?:the\\s)?(?<when>to-?day(?![’'])|yesterday|(?:even|same|today[’']s|this)\\s(?:date|day)|this morning|last "
            + "night)\\b");

    /// The date standing at `from`, or empty when none stands there.
    ///
    /// @param written the day of the text; null where that is not known
    static Optional<SaidDate> at(String words, int from, @Nullable LocalDate written) {
        for (var pattern : List.of(DAY_FIRST, MONTH_FIRST, DAY_ONLY, MONTH_ONLY, TODAY)) {
            var m = pattern.matcher(words).region(from, words.length()).useTransparentBounds(true);
            if (m.lookingAt()) return Optional.of(new SaidDate(m.end(), read(m, pattern, written)));
        }
        return Optional.empty();
    }

    private static Optional<Edtf> read(Matcher m, Pattern pattern, @Nullable LocalDate written) {
        if (pattern == TODAY) {
            if (written == null) return Optional.empty();
            var when = group(m, "when");
            return Optional.of(Edtf.of(when.equals("yesterday") || when.equals("last night") ? written.minusDays(1) : written));
        }
        var year = group(m, "year").isEmpty() ? 0 : Integer.parseInt(group(m, "year"));
        var month = group(m, "month").isEmpty() ? 0 : month(group(m, "month"));
        var day = group(m, "day").isEmpty() ? 0 : Integer.parseInt(group(m, "day").replace('o', '0').replace('l', '1'));
        if (month == 0) return dayOnly(day, group(m, "inst"), written);
        if (day == 0) return monthOnly(year, month, written);
        if (year > 0) return day(year, month, day).map(Edtf::of);
        if (written == null) return Optional.empty();
        var day0 = day(written.getYear(), month, day);
        var latest = written.plusDays(2);
        for (var y = latest.getYear(); y > latest.getYear() - 5; y--) {
            var candidate = day(y, month, day);
            if (candidate.isPresent() && !candidate.get().isAfter(latest)) return candidate.map(Edtf::of);
        }
        return day0.map(Edtf::of);
    }

    private static Optional<Edtf> dayOnly(int day, String inst, @Nullable LocalDate written) {
        if (written == null) return Optional.empty();
        var month = YearMonth.from(written).minusMonths(inst.startsWith("ult") ? 1 : 0);
        for (var back = 0; back < 3; back++) {
            var candidate = day(month.minusMonths(back).getYear(), month.minusMonths(back).getMonthValue(), day);
            if (candidate.isPresent() && !candidate.get().isAfter(written.plusDays(1))) return candidate.map(Edtf::of);
        }
        return Optional.empty();
    }

    private static Optional<Edtf> monthOnly(int year, int month, @Nullable LocalDate written) {
        if (year == 0 && written == null) return Optional.empty();
        var y = year;
        if (y == 0) y = month <= Objects.requireNonNull(written).getMonthValue() ? written.getYear() : written.getYear() - 1;
        return Edtf.parse("%04d-%02d".formatted(y, month));
    }

    private static Optional<LocalDate> day(int year, int month, int day) {
        if (day < 1 || day > YearMonth.of(year, month).lengthOfMonth()) return Optional.empty();
        return Optional.of(LocalDate.of(year, month, day));
    }

    private static int month(String word) {
        return MonthName.of(word).orElseThrow().getValue();
    }

    private static String group(Matcher m, String name) {
        if (!m.namedGroups().containsKey(name)) return "";
        return Objects.requireNonNullElse(m.group(name), "");
    }
}
