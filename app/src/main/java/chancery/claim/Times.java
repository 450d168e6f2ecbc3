package chancery.claim;

import chancery.document.Edtf;
import chancery.document.MonthName;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads of what time running words speak: `on 3rd March`, `early in June`, `tomorrow`, `since 1937`, `between 5 and 10 May`, `within three weeks`.
///
/// What the words leave out is completed from the day on which they were written: a day or month without its year is the one nearest to that day, and the next
/// one where the words speak of what will be and the nearest is more than two months past.
/// A time that only names a paper or a treaty (`your telegram of 3rd March`, `the Treaty of 1936`)
/// is none of theirs. Words such as *soon* and *recently* give no time.
/// Pure; safe to share between threads.
final class Times {
    private static final String MONTH =
            "(?:jan(?:uary|\\.)|feb(?:ruary|\\.)|mar(?:ch|\\.)|apr(?:il|\\.)|may|june?|july?|aug(?:ust|\\.)|sept?(?:ember|\\.)|oct(?:ober|\\.)|nov(?:ember|"
            + "\\.)|dec(?:ember|\\.))";
    private static final String DAY = "(?:[12]?\\d|3[01])(?:st|nd|rd|th)?";
    private static final String YEAR = "(?:1[789]\\d\\d|20\\d\\d)";
    private static final String OF_YEAR = "(?:" + YEAR + "|(?:of )?(?:last|this|next) year\\b)";
    private static final String MANY = "(?:\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen)";
    private static final String WEEKDAY = "(?:mon|tues|wednes|thurs|fri|satur|sun)day";
    private static final String TO = "\\s?(?:-|–|—|to|and|until|till|or)\\s?(?:the )?";
    private static final String LEAD =
            "(?:\\b(?<lead>since|ever since|as from|from|by the|by|before|prior to|until|till|up to|after|following|on or about|about|around|towards?) (?:the "
            + ")?)?";
    private static final String PART =
            "(?:(?<part>early|late|beginning of|the beginning of|start of|middle of|mid|end of|latter part of|first half of|second half of|close of)(?:- |[ "
            + "-])(?:in )?(?:the )?)?";

    /// The forms, the fullest first: of those that begin at one place, the first counts.
    private static final Pattern FORM = Pattern.compile(LEAD + PART + "(?:"
            + "\\b(?<fromDay>" + DAY + ") (?<fromMonth>" + MONTH + "),?(?: (?<fromYear>" + OF_YEAR + "))?"
            + TO + "(?<toDay>" + DAY + ") (?<toMonth>" + MONTH + ")\\b,?(?: (?<toYear>" + OF_YEAR + "))?"
            + "|\\b(?<firstDay>" + DAY + ")" + TO + "(?<lastDay>" + DAY + ") (?:of )?(?<daysMonth>" + MONTH + ")\\b,?(?: (?<daysYear>" + OF_YEAR + "))?"
            + "|\\b(?<day>" + DAY + ")(?: of|,)? (?<month>" + MONTH + ")(?![a-z]),?(?: (?<year>" + OF_YEAR + "))?"
            + "|\\b(?<usDaysMonth>" + MONTH + ") (?<usFirstDay>" + DAY + ")" + TO + "(?<usLastDay>" + DAY + ")(?![\\d/])(?:,? (?<usDaysYear>" + OF_YEAR + "))?"
            + "|\\b(?<usMonth>" + MONTH + ") (?<usDay>" + DAY + ")(?![\\d/])(?! ?[ap]\\.? ?m\\b)(?:,? (?<usYear>" + OF_YEAR + "))?"
            + "|\\b(?<spanMonth>" + MONTH + ")" + TO + "(?<spanToMonth>" + MONTH + ")\\b,?(?: (?<spanYear>" + OF_YEAR + "))"
            + "|\\b(?<aloneMonth>" + MONTH + ")(?![a-z]),? (?<aloneYear>" + OF_YEAR + ")"
            + "|\\b(?<which>last|next|this) (?<whichMonth>january|february|march|april|may|june|july|august|september|october|november|december)\\b"
            + "|(?<=\\b(?:in|during|of|since|by|until|till|before|after|from|towards|late|early|mid|through) |mid-|mid- )(?<bareMonth>january|february|march|"
                    + "april|may|june|july|august|september|october|november|december)\\b(?! \\d)(?: (?<bareWhich>next|last))?"
            + "|\\b(?<years>" + YEAR + ")(?:-|–|/|" + TO + ")(?<yearsTo>" + YEAR + "|\\d\\d)(?!\\d)"
            + "|(?<=\\b(?:in|during|since|by|until|till|before|after|from|late|early|mid|end of|beginning of|middle of|start of|throughout|for|year|spring of|"
            + "summer of|autumn of|winter of|half of) (?:the )?)(?<yearAlone>"
            + YEAR + ")\\b(?! (?:tons|lbs|men|miles|troops|aircraft|officers|persons|people))"
            + "|\\bthe (?<decade>1[789]\\d|20\\d)0'?s\\b"
            + "|\\b(?<now>to-?day|to-?night|this (?:morning|afternoon|evening))\\b"
            + "|\\b(?<before>yesterday|last (?:night|evening))\\b"
            + "|\\b(?<after>to-?morrow)\\b"
            + "|(?<=\\b(?:end|beginning|middle|start|part|half|close) of (?:the |this )|mid-)(?<ofUnit>month|year)\\b"
            + "|\\b(?<step>this|last|next|the coming|the following|the present|the current) (?<unit>week|month|year)\\b"
            + "|\\b(?<whichWeek>last|next|this coming) (?<weekday>" + WEEKDAY + ")\\b|\\bon (?<onWeekday>" + WEEKDAY + ")(?: (?<weekdayWhich>last|next))?\\b"
            + "|\\b(?<ago>" + MANY + ") (?<agoUnit>days?|weeks?|months?|years?) ago\\b"
            + "|\\b(?:within|in)(?: the next| a further| the course of the next)? (?<within>" + MANY
            + ") (?<withinUnit>days?|weeks?|months?)\\b(?:['’]s?)?(?: time)?(?! (?:of|after|before|from|following|since)\\b)"
            + "|\\bduring the (?:last|past) (?<past>" + MANY + ") (?<pastUnit>days?|weeks?|months?|years?)\\b"
            + ")", Pattern.CASE_INSENSITIVE);

    /// What a time may name without anything being said of that time.
    private static final String NAMED =
            "(?:agreements?|treaty|treaties|pact|convention|covenant|protocol|charter|constitution|act|law|ordinance|bill|decree|telegrams?|cablegrams?|"
            + "cables?|savingrams?|letters?|notes?|memorand(?:um|a)|memo|minutes?|despatch(?:es)?|dispatch(?:es)?|messages?|communications?|statements?|"
            + "speech(?:es)?|resolutions?|reports?|declarations?|communiqu[eé]s?|articles?|broadcasts?|announcements?|understandings?|reply|replies|"
            + "conversations?|talks|meetings?)";
    private static final Pattern OF_PAPER = Pattern.compile("\\b" + NAMED
            + "(?: no\\.? ?[\\w./-]+| [\\w./-]*\\d[\\w./-]*)?,?(?: (?:of|dated|on|sent|made|signed)(?: the)?| )?\\s*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern THEN_PAPER = Pattern.compile("^[-–]?\\d* ?(?:(?!the |an? |his |her |its |their |no |that )[a-z-]+ )?" + NAMED + "\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ADVERB = Pattern.compile("\\bon (?:the )?$", Pattern.CASE_INSENSITIVE);
    private static final Pattern AHEAD = Pattern.compile(
            "\\b(?:will|would|shall|should|(?:is|are|was|were|due|hopes?|hoped|expects?|expected|intends?|intended) to|going to)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern OWN = Pattern.compile("\\b(?:his|her|their|its|(?:\\p{L}+['’]s?))(?: \\p{L}+){0,2} " + NAMED + "\\b[^,;]*$",
            Pattern.CASE_INSENSITIVE);
    private static final List<String> SIGNS = List.of("day", "night", "morrow", "week", "month", "year", "morning", "noon", "evening",
            "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december");
    private static final List<String> NUMBERS = List.of("", "one", "two", "three", "four",
            "five", "six", "seven", "eight", "nine", "ten", "", "twelve", "", "fourteen");
    private static final Set<String> TILL = Set.of("by", "by the", "before", "prior to", "until", "till", "up to");
    private static final Set<String> FROM_THEN = Set.of("since", "ever since", "as from", "from", "after", "following");
    private static final Set<String> ABOUT = Set.of("on or about", "about", "around", "toward", "towards");

    private static final int LOOKS_BACK = 60; // days that words such as *it would have been by 3 March* look back at most

    private final @Nullable LocalDate written;
    private final boolean ofOneDay;

    /// @param written when the words were written; where it is not a single day, words that count from that day (*yesterday*) mean nothing
    Times(Optional<Edtf> written) {
        var known = written.filter(w -> ChronoUnit.DAYS.between(w.first(), w.last()) < 366 && !w.first().equals(LocalDate.MIN));
        this.written = known.map(Edtf::first).orElse(null);
        this.ofOneDay = known.map(w -> w.first().equals(w.last())).orElse(false);
    }

    /// Days, both included.
    private record Days(LocalDate first, LocalDate last, boolean approximate, boolean uncertain) {
        static Days on(LocalDate day) {
            return new Days(day, day, false, false);
        }

        static Days month(YearMonth month) {
            return new Days(month.atDay(1), month.atEndOfMonth(), false, false);
        }

        static Days year(int year) {
            return new Days(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), false, false);
        }

        Days about() {
            return new Days(first, last, true, uncertain);
        }

        Days perhaps() {
            return new Days(first, last, approximate, true);
        }

        Days to(Days end) {
            return end.last.isBefore(first) ? this : new Days(first, end.last, approximate || end.approximate, uncertain || end.uncertain);
        }

        Edtf edtf() {
            var mark = uncertain ? "?" : approximate ? "~" : "";
            return Edtf.of(whole().map(w -> w + mark)
                    .orElseGet(() -> (first.equals(LocalDate.MIN) ? ".." : first + mark) + "/" + (last.equals(LocalDate.MAX) ? ".." : last + mark)));
        }

        /// A day, month or year as one expression.
        private Optional<String> whole() {
            if (first.equals(LocalDate.MIN) || last.equals(LocalDate.MAX)) return Optional.empty();
            if (first.equals(last)) return Optional.of(first.toString());
            if (equals(month(YearMonth.from(first)).like(this))) return Optional.of(YearMonth.from(first).toString());
            return equals(year(first.getYear()).like(this)) ? Optional.of("%04d".formatted(first.getYear())) : Optional.empty();
        }

        private Days like(Days other) {
            return new Days(first, last, other.approximate, other.uncertain);
        }
    }

    /// The first time that words speak of; empty where they speak of none, or of one that cannot be told.
    Optional<Edtf> in(String words) {
        return first(words, false).map(Days::edtf);
    }

    /// When somebody said something, by the words round it: also the date of his letter or message;
    /// empty where it cannot be told, or would be later than the paper.
    Optional<Edtf> said(String words) {
        return first(words, true).filter(d -> written == null || !d.first.isAfter(written)).map(Days::edtf);
    }

    /// Whether words have a figure or one of the words without which no form stands: most have none, and need not be looked through.
    private static boolean mayTell(String words) {
        for (var i = 0; i < words.length(); i++) if (Character.isDigit(words.charAt(i))) return true;
        var lower = words.toLowerCase(Locale.ROOT);
        for (var sign : SIGNS) if (lower.contains(sign)) return true;
        return false;
    }

    private Optional<Days> first(String words, boolean papersOfHis) {
        if (!mayTell(words)) return Optional.empty();
        var line = words.replaceAll("\\s+", " ");
        var m = FORM.matcher(line);
        while (m.find()) {
            if (isNamed(line, m, papersOfHis)) continue;
            var days = days(m.toMatchResult(), AHEAD.matcher(line).find());
            if (days.isPresent()) return days.map(d -> led(m, d));
        }
        return Optional.empty();
    }

    /// Whether a time only names a paper: `your telegram of 3rd March`, `the 1936 Treaty`.
    private static boolean isNamed(String line, Matcher m, boolean papersOfHis) {
        var before = line.substring(0, m.start());
        var counted = has(m.toMatchResult(), "now") || has(m.toMatchResult(), "before") || has(m.toMatchResult(), "after");
        if (!counted && !ADVERB.matcher(before).find() && THEN_PAPER.matcher(line.substring(m.end()).stripLeading()).find()) return true;
        return OF_PAPER.matcher(before).find() && !(papersOfHis && OWN.matcher(before).find());
    }

    private Optional<Days> days(MatchResult m, boolean ahead) {
        try {
            return named(m, ahead).or(() -> counted(m, ahead));
        } catch (DateTimeException e) {
            return Optional.empty(); // 31 June
        }
    }

    /// A time named by the calendar.
    ///
    /// @param ahead whether the words speak of what will be
    private Optional<Days> named(MatchResult m, boolean ahead) {
        if (has(m, "fromDay"))
            return day(m, "toDay", "toMonth", "toYear", ahead)
                    .flatMap(end -> day(m, "fromDay", "fromMonth", has(m, "fromYear") ? "fromYear" : "toYear", ahead).map(d -> d.to(end)));
        if (has(m, "firstDay"))
            return day(m, "lastDay", "daysMonth", "daysYear", ahead).flatMap(end -> day(m, "firstDay", "daysMonth", "daysYear", ahead).map(d -> d.to(end)));
        if (has(m, "day")) return day(m, "day", "month", "year", ahead);
        if (has(m, "usFirstDay"))
            return day(m, "usLastDay", "usDaysMonth", "usDaysYear", ahead)
                    .flatMap(end -> day(m, "usFirstDay", "usDaysMonth", "usDaysYear", ahead).map(d -> d.to(end)));
        if (has(m, "usDay")) return day(m, "usDay", "usMonth", "usYear", ahead);
        if (has(m, "spanMonth")) return Optional.of(month(m, "spanMonth", "spanYear").to(month(m, "spanToMonth", "spanYear")));
        if (has(m, "aloneMonth")) return Optional.of(part(m, month(m, "aloneMonth", "aloneYear")));
        if (has(m, "whichMonth")) return nearest(monthOf(group(m, "whichMonth")), group(m, "which"), ahead).map(Days::month);
        if (has(m, "bareMonth")) return nearest(monthOf(group(m, "bareMonth")), group(m, "bareWhich"), ahead).map(month -> part(m, Days.month(month)));
        if (has(m, "years")) return years(group(m, "years"), group(m, "yearsTo"));
        if (has(m, "yearAlone")) return Optional.of(part(m, Days.year(Integer.parseInt(group(m, "yearAlone")))));
        if (has(m, "decade"))
            return Optional.of(Days.year(Integer.parseInt(group(m, "decade") + "0")).to(Days.year(Integer.parseInt(group(m, "decade") + "9"))));
        return Optional.empty();
    }

    /// A time counted from the day of writing.
    ///
    /// @param ahead whether the words speak of what will be
    private Optional<Days> counted(MatchResult m, boolean ahead) {
        if (written == null) return Optional.empty();
        if (has(m, "ofUnit")) return Optional.of(part(m, step("this", group(m, "ofUnit").toLowerCase(Locale.ROOT))));
        if (has(m, "unit")) return Optional.of(part(m, step(group(m, "step").toLowerCase(Locale.ROOT), group(m, "unit").toLowerCase(Locale.ROOT))));
        if (!ofOneDay) return Optional.empty();
        if (has(m, "now")) return Optional.of(Days.on(written));
        if (has(m, "before")) return Optional.of(Days.on(written.minusDays(1)));
        if (has(m, "after")) return Optional.of(Days.on(written.plusDays(1)));
        if (has(m, "weekday")) return Optional.of(weekday(group(m, "weekday"), !group(m, "whichWeek").equalsIgnoreCase("last")));
        if (has(m, "weekdayWhich")) return Optional.of(weekday(group(m, "onWeekday"), !group(m, "weekdayWhich").equalsIgnoreCase("last")));
        if (has(m, "onWeekday")) return Optional.of(weekday(group(m, "onWeekday"), ahead).perhaps());
        if (has(m, "ago")) return Optional.of(Days.on(written.minus(number(group(m, "ago")), unit(group(m, "agoUnit")))).about());
        if (has(m, "within")) return Optional.of(new Days(written, written.plus(number(group(m, "within")), unit(group(m, "withinUnit"))), false, false));
        if (has(m, "past")) return Optional.of(new Days(written.minus(number(group(m, "past")), unit(group(m, "pastUnit"))), written, false, false));
        return Optional.empty();
    }

    private Optional<Days> day(MatchResult m, String day, String month, String year, boolean ahead) {
        var d = Integer.parseInt(group(m, day).replaceAll("\\D", ""));
        var of = monthOf(group(m, month));
        if (has(m, year)) return Optional.of(Days.on(LocalDate.of(year(group(m, year)), of, d)));
        if (written == null) return Optional.empty();
        LocalDate best = null;
        for (var y = written.getYear() - 1; y <= written.getYear() + 1; y++) {
            if (d > YearMonth.of(y, of).lengthOfMonth()) continue;
            var there = LocalDate.of(y, of, d);
            if (best == null || distance(there) < distance(best)) best = there;
        }
        return Optional.ofNullable(best).map(there -> ahead && isLongAgo(there) ? there.plusYears(1) : there).map(Days::on);
    }

    /// Whether a day is farther back than words about what will be may look.
    private boolean isLongAgo(LocalDate day) {
        return written != null && day.isBefore(written.minusDays(LOOKS_BACK));
    }

    private long distance(LocalDate day) {
        return written == null ? 0 : Math.abs(ChronoUnit.DAYS.between(written, day));
    }

    private Days month(MatchResult m, String month, String year) {
        return Days.month(YearMonth.of(year(group(m, year)), monthOf(group(m, month))));
    }

    /// A year in figures, or counted from that of the paper.
    ///
    /// @throws DateTimeException where the paper has none
    private int year(String words) {
        if (Character.isDigit(words.charAt(0))) return Integer.parseInt(words);
        if (written == null) throw new DateTimeException("counted from no day: " + words);
        return written.getYear() + (words.contains("last") ? -1 : words.contains("next") ? 1 : 0);
    }

    /// The month of that name nearest to the paper, or the last or next one.
    private Optional<YearMonth> nearest(int month, String which, boolean ahead) {
        if (written == null) return Optional.empty();
        var now = YearMonth.from(written);
        var there = YearMonth.of(now.getYear(), month);
        if (which.equalsIgnoreCase("this")) return Optional.of(there);
        if (which.equalsIgnoreCase("last")) return Optional.of(there.isBefore(now) ? there : there.minusYears(1));
        if (which.equalsIgnoreCase("next")) return Optional.of(there.isAfter(now) ? there : there.plusYears(1));
        var away = ChronoUnit.MONTHS.between(now, there);
        var nearest = away > 6 ? there.minusYears(1) : away < -6 ? there.plusYears(1) : there;
        return Optional.of(ahead && isLongAgo(nearest.atEndOfMonth()) ? nearest.plusYears(1) : nearest);
    }

    private static Optional<Days> years(String first, String last) {
        var until = last.length() == 2 ? first.substring(0, 2) + last : last;
        if (Integer.parseInt(until) <= Integer.parseInt(first)) return Optional.empty();
        return Optional.of(Days.year(Integer.parseInt(first)).to(Days.year(Integer.parseInt(until))));
    }

    /// `early in March`, `the end of 1941`: a third of the month or year, about.
    private static Days part(MatchResult m, Days whole) {
        var part = group(m, "part").toLowerCase(Locale.ROOT);
        if (part.isEmpty()) return whole;
        var length = ChronoUnit.DAYS.between(whole.first, whole.last) + 1;
        var third = length / 3;
        if (part.equals("first half of")) return new Days(whole.first, whole.first.plusDays(length / 2 - 1), true, false);
        if (part.equals("second half of")) return new Days(whole.first.plusDays(length / 2), whole.last, true, false);
        if (part.startsWith("mid")) return new Days(whole.first.plusDays(third), whole.last.minusDays(third), true, false);
        return part.startsWith("early") || part.contains("beginning") || part.startsWith("start")
                ? new Days(whole.first, whole.first.plusDays(third - 1), true, false) : new Days(whole.last.minusDays(third - 1), whole.last, true, false);
    }

    private Days step(String which, String unit) {
        var day = Objects.requireNonNull(written);
        var by = which.equals("last") ? -1 : which.equals("next") || which.equals("the coming") || which.equals("the following") ? 1 : 0;
        if (unit.equals("year")) return Days.year(day.getYear() + by);
        if (unit.equals("month")) return Days.month(YearMonth.from(day).plusMonths(by));
        var monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusWeeks(by);
        var week = new Days(monday, monday.plusDays(6), false, false);
        return ofOneDay ? week : week.about();
    }

    /// The last day of that name before the paper's, or the next behind it.
    private Days weekday(String name, boolean ahead) {
        var of = DayOfWeek.valueOf(name.toUpperCase(Locale.ROOT));
        return Days.on(Objects.requireNonNull(written).with(ahead ? TemporalAdjusters.next(of) : TemporalAdjusters.previous(of)));
    }

    /// What stands before a time widens it: `since`, `by`, `about`.
    private Days led(Matcher m, Days days) {
        var lead = group(m.toMatchResult(), "lead").toLowerCase(Locale.ROOT);
        if (ABOUT.contains(lead)) return days.about();
        if (!days.first.equals(days.last) && m.group().toLowerCase(Locale.ROOT).startsWith("from") && (has(m.toMatchResult(), "fromDay")
                || has(m.toMatchResult(), "firstDay") || has(m.toMatchResult(), "usFirstDay") || has(m.toMatchResult(), "spanMonth")))
            return days;
        if (TILL.contains(lead))
            return new Days(written != null && written.isBefore(days.last) ? written : LocalDate.MIN, days.last, days.approximate, days.uncertain);
        if (FROM_THEN.contains(lead))
            return new Days(days.first, written != null && written.isAfter(days.first) ? written : LocalDate.MAX, days.approximate, days.uncertain);
        return days;
    }

    private static ChronoUnit unit(String word) {
        return switch (word.toLowerCase(Locale.ROOT).charAt(0)) {
            case 'd' -> ChronoUnit.DAYS;
            case 'w' -> ChronoUnit.WEEKS;
            case 'm' -> ChronoUnit.MONTHS;
            default -> ChronoUnit.YEARS;
        };
    }

    private static int number(String word) {
        var lower = word.toLowerCase(Locale.ROOT);
        if (lower.equals("a") || lower.equals("an")) return 1;
        return NUMBERS.contains(lower) ? NUMBERS.indexOf(lower) : Integer.parseInt(lower);
    }

    /// @throws DateTimeException for a word in small letters: `may` and `march` are verbs
    private static int monthOf(String word) {
        if (Character.isLowerCase(word.charAt(0))) throw new DateTimeException("no month: " + word);
        return MonthName.of(word).orElseThrow().getValue();
    }

    private static boolean has(MatchResult m, String name) {
        return m.group(name) != null;
    }

    private static String group(MatchResult m, String name) {
        var group = m.group(name);
        return group == null ? "" : group;
    }
}
