package chancery.cable;

import chancery.document.MonthName;
import chancery.finding.FindingCode;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A date standing in a line, and how it was printed.
///
/// Volumes print `18 August 1939`, `[24] [1] May 1940`, `28 [April] 1941`, `n.d. [c. 14 February 1939]`, `5 January 194[9]`,
/// `May 17, 1941`, `June, 1954`, `Aug-57`, `9-10 May 1967`, `n.d.` and `undated`; the scanner adds `29 0ctober 1947` and
/// `it October 1940` (the 11th).
///
/// @param start    where the date begins, its opening bracket included
/// @param end      the position after it
/// @param edtf     the date in EDTF; empty for `n.d.` and `undated`
/// @param words    the date as printed
/// @param oddities what was odd about it
record DatePhrase(int start, int end, String edtf, String words, Set<FindingCode> oddities) {

    private static final String MONTH = "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
            + "|[O09]ct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\b\\.?";
    private static final String MARK = "(?:\\s?\\[\\d{1,2}\\])?";
    private static final String DAY = "(?:[0-9][0-9OolI]?|[OolI][0-9]|to|it|ll|II)";
    private static final String YEAR = "\\[?(?<year>(?:1[0-9iIlO]{2}|9\\d|20\\d)\\[?[0-9iIlO])(?:1(?=[,\\s]*$))?\\]?";
    private static final String BEFORE = "(?<![\\w/.:-])(?<nd>n\\.\\s?d\\.\\s*)?(?<open>\\[\\s?)?(?<approx>\\?\\s?|c(?:irca|a)?\\.\\s?"
            + "|about\\s|on or after\\s"
            + "|on or before\\s|before\\s|after\\s|between\\s)?";
    private static final String TO = "\\s?(?:-|–|—|and|to|or|&)\\s?";

    /// `24 May 1940`, `9-10 May 1967`, and, at the end of a line, `13 August`.
    private static final Pattern DAY_FIRST = insensitive(BEFORE + "\\[?\\??\\s?(?<day>" + DAY
            + ")(?:\\[(?<supplied>\\d)\\])?(?:st|nd|rd|th)?\\]?(?:(?<!\\])" + TO
            + "(?<to>\\d{1,2})(?:st|nd|rd|th)?)?,?" + MARK + "\\s*\\[?(?<month>" + MONTH + ")\\]?" + MARK + "(?:,?\\s*" + YEAR
                    + "|[,\\s]*$)");
    /// `30 June – 2 July 1969`.
    private static final Pattern ACROSS = insensitive(BEFORE + "(?<day>\\d{1,2})(?:st|nd|rd|th)?\\s(?<month>" + MONTH
            + ")(?:\\s(?<first>\\d{4}))?" + TO
            + "(?<to>\\d{1,2})(?:st|nd|rd|th)?\\s(?<until>" + MONTH + "),?\\s" + YEAR);
    /// `May 17, 1941`.
    private static final Pattern MONTH_FIRST =
            insensitive(BEFORE + "(?<month>" + MONTH + ")\\s\\[?(?<day>\\d{1,2})(?:st|nd|rd|th)?\\]?,\\s*" + YEAR);
    /// `June, 1954`, `[August] 1952`, `May-50`.
    private static final Pattern MONTH_ONLY =
            insensitive(BEFORE + "\\[?(?<month>" + MONTH + ")\\]?" + MARK + "(?:,?\\s*" + YEAR + "|-(?<short>\\d\\d)\\b)");
    private static final Pattern UNDATED = insensitive("(?<![\\w.])\\[?(?:n\\.\\s?d\\.|undated|no date)\\]?(?!\\w)");
    private static final Pattern DAY_OF_WEEK = insensitive("(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\\s*$");
    private static final Pattern NOTE_MARK = Pattern.compile("\\[\\d{1,2}\\]");
    private static final Pattern QUALIFIER = Pattern.compile("[~?%]");

    private static Pattern insensitive(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }

    /// The first date of a line, or empty when it has none. `described` is the date of the description: it completes a
    /// day or year that the line lacks where the two agree otherwise.
    static Optional<DatePhrase> find(String line, @Nullable String described) {
        Matcher best = null;
        for (Pattern pattern : List.of(ACROSS, DAY_FIRST, MONTH_FIRST, MONTH_ONLY)) {
            Matcher m = pattern.matcher(line);
            if (m.find() && (best == null || m.start() < best.start())) best = m;
        }
        Matcher undated = UNDATED.matcher(line);
        if (undated.find() && (best == null || undated.start() < best.start()))
            return Optional.of(new DatePhrase(undated.start(), undated.end(), "", undated.group(),
                    EnumSet.of(FindingCode.HEADING_DATE_MISSING)));
        return best == null ? Optional.empty() : Optional.of(read(line, best, described));
    }

    private static DatePhrase read(String line, Matcher m, @Nullable String described) {
        Set<FindingCode> odd = EnumSet.noneOf(FindingCode.class);
        String words = m.group();
        if (insideBrackets(line, m.start()) || NOTE_MARK.matcher(words).replaceAll("")
                .indexOf('[') >= 0) odd.add(FindingCode.HEADING_DATE_SUPPLIED);
        int start = m.start();
        Matcher weekday = DAY_OF_WEEK.matcher(line).region(0, start);
        if (weekday.find()) start = weekday.start();
        String known = Objects.requireNonNullElse(described, "");
        String year = year(m, known, odd);
        String edtf = edtf(m, year, known, odd);
        return new DatePhrase(start, m.end(), edtf, NOTE_MARK.matcher(words).replaceAll("").strip(), odd);
    }

    /// An opening bracket before the date, not yet closed, takes the date in: `[NEW YORK, 10 December 1949]`.
    private static boolean insideBrackets(String line, int at) {
        String before = NOTE_MARK.matcher(line.substring(0, at)).replaceAll("");
        return before.lastIndexOf('[') > before.lastIndexOf(']');
    }

    private static String year(Matcher m, String known, Set<FindingCode> odd) {
        String printed = group(m, "year");
        if (!printed.isEmpty()) {
            String digits = digits(printed.replace("[", ""));
            if (digits.length() == 3) digits = "1" + digits;
            if (!digits.equals(printed.replace("[", ""))) odd.add(FindingCode.HEADING_DATE_GARBLED);
            return digits;
        }
        String two = group(m, "short");
        if (!two.isEmpty()) return "19" + two;
        odd.add(FindingCode.HEADING_DATE_INCOMPLETE);
        return known.length() >= 4 && known.substring(0, 4).chars().allMatch(c -> c >= '0' && c <= '9') ? known.substring(0, 4) : "";
    }

    private static String edtf(Matcher m, String year, String known, Set<FindingCode> odd) {
        if (year.isEmpty()) return "";
        int month = month(group(m, "month"));
        String printedDay = wholeDay(m, month(year, month), known);
        if (printedDay.isEmpty()) return approximate(m, month(year, month), odd);
        int day = Integer.parseInt(digits(printedDay));
        if (!printedDay.equals(digits(printedDay))) odd.add(FindingCode.HEADING_DATE_GARBLED);
        if (day < 1 || day > YearMonth.of(Integer.parseInt(year), month).lengthOfMonth()) {
            odd.add(FindingCode.HEADING_DATE_GARBLED);
            return known.startsWith(month(year, month)) ? known : month(year, month);
        }
        String first = day(group(m, "first").isEmpty() ? year : group(m, "first"), month, day);
        String until = group(m, "to");
        if (until.isEmpty()) return approximate(m, first, odd);
        int last = Integer.parseInt(until);
        int lastMonth = group(m, "until").isEmpty() ? month : month(group(m, "until"));
        if (last < 1 || last > YearMonth.of(Integer.parseInt(year), lastMonth).lengthOfMonth()) return first;
        odd.add(FindingCode.HEADING_DATE_APPROXIMATE);
        String second = day(year, lastMonth, last);
        return second.compareTo(first) > 0 ? first + "/" + second : first;
    }

    /// `2[3] October` is the 23rd where the description says so; else the bracket is a footnote mark.
    private static String wholeDay(Matcher m, String month, String known) {
        String printed = group(m, "day") + group(m, "supplied");
        return known.startsWith(month) && known.endsWith("-" + printed) ? printed : group(m, "day");
    }

    private static String approximate(Matcher m, String date, Set<FindingCode> odd) {
        String word = group(m, "approx").strip().toLowerCase(Locale.ROOT);
        if (word.isEmpty()) return date;
        odd.add(FindingCode.HEADING_DATE_APPROXIMATE);
        return switch (word) {
            case "?" -> date + "?";
            case "after", "on or after" -> date + "/..";
            case "before", "on or before" -> "../" + date;
            default -> date + "~";
        };
    }

    private static String month(String year, int month) {
        return String.format(Locale.ROOT, "%s-%02d", year, month);
    }

    private static String day(String year, int month, int day) {
        return String.format(Locale.ROOT, "%s-%02d-%02d", year, month, day);
    }

    private static int month(String word) {
        return MonthName.of(word.substring(0, 3).replace('0', 'o').replace('9', 'o')).orElseThrow().getValue();
    }

    /// Digits as the scanner meant them: `3o` is 30, `to` is 10, `it` and `II` are 11, `194i` is 1941.
    private static String digits(String printed) {
        StringBuilder out = new StringBuilder(printed.length());
        for (char c : printed.toCharArray()) {
            out.append(switch (c) {
                case 'o', 'O' -> '0';
                case 'i', 'I', 'l', 't' -> '1';
                default -> c;
            });
        }
        return out.toString();
    }

    private static String group(Matcher m, String name) {
        if (!m.namedGroups().containsKey(name)) return "";
        return Objects.requireNonNullElse(m.group(name), "");
    }

    /// Whether a printed date and that of the description, both in EDTF, can be the same: equal, or one a less precise form
    /// of the other, or the second within the span of the first.
    static boolean agree(String printed, String described) {
        String one = QUALIFIER.matcher(printed).replaceAll("");
        String other = QUALIFIER.matcher(described).replaceAll("");
        int slash = one.indexOf('/');
        if (slash < 0) return one.startsWith(other) || other.startsWith(one);
        String first = one.substring(0, slash);
        String last = one.substring(slash + 1);
        return (first.equals("..") || first.compareTo(other) <= 0 || first.startsWith(other)) && (last.equals("..")
                || other.compareTo(last) <= 0 || other.startsWith(last));
    }
}
