package chancery.exchange.in;

import chancery.document.Dating;
import chancery.document.Edtf;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Dates as people write them in English, read without guessing: `February 3, 1944`, `3rd Feb. 1944`, `Thursday, 3 February 1944`, `February 1944`, `1944`,
/// `3–5 February 1944`, `c. 1944`, `February 1944?`, and whatever is EDTF already. `3/2/44` is not read, as nobody can tell which number is the month.
final class WrittenDate {
    private static final List<String> MONTH_NAMES = List.of("january", "february", "march", "april",
            "may", "june", "july", "august", "september", "october", "november", "december");
    private static final Map<String, Integer> MONTHS = months();
    private static final Map<String, Integer> DAYS = Map.of("monday", 1, "tuesday", 2, "wednesday", 3, "thursday", 4, "friday", 5, "saturday", 6, "sunday", 7);
    private static final Pattern WORD = Pattern.compile("[A-Za-z]+|\\d+|[–—-]|/");
    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9 .,\u00a0()\\[\\]–—/-]{4,60}\\??");

    private WrittenDate() {}

    /// The dating that words give: what cannot be read is kept as written, and the paper counts as undated.
    static Dating dating(String words) {
        var written = words.strip();
        if (written.isEmpty()) return Dating.UNDATED;
        return new Dating(written, read(written), Optional.empty(), "");
    }

    /// The date that words give, all of them; empty when they are not a date, or may be more than one.
    static Optional<Edtf> read(String words) {
        var text = words.strip();
        var edtf = Edtf.parse(text);
        if (edtf.isPresent()) return edtf;
        if (!ALLOWED.matcher(text).matches()) return Optional.empty();
        var tokens = new ArrayList<String>();
        var m = WORD.matcher(text);
        while (m.find()) tokens.add(m.group().toLowerCase(Locale.ROOT));
        try {
            return read(tokens, text.endsWith("?"));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty(); // a day that is not in the calendar
        }
    }

    private static Optional<Edtf> read(List<String> tokens, boolean uncertain) {
        var approximate = !tokens.isEmpty() && List.of("c", "ca", "circa", "about", "approximately").contains(tokens.getFirst());
        if (approximate) tokens = tokens.subList(1, tokens.size());
        var range = -1;
        for (var i = 0; i < tokens.size(); i++) {
            if (isDash(tokens.get(i))) {
                if (range >= 0) return Optional.empty();
                range = i;
            }
        }
        if (range < 0) {
            return one(tokens).flatMap(d -> Edtf.parse(d.edtf(approximate ? uncertain ? "%" : "~" : uncertain ? "?" : "")));
        }
        if (approximate || uncertain) return Optional.empty();
        return between(tokens.subList(0, range), tokens.subList(range + 1, tokens.size()));
    }

    /// What the first end of a range leaves unsaid, the last end says: `3–5 February 1944`; or the first says it for the last: `February 3–5, 1944`.
    private static Optional<Edtf> between(List<String> from, List<String> to) {
        var last = one(to);
        var first = one(from);
        if (first.isPresent() && last.isPresent()) return Edtf.parse(first.get().edtf("") + "/" + last.get().edtf(""));
        if (last.isPresent()) {
            var l = last.get();
            if (l.day > 0 && from.size() == 1 && isDay(from.getFirst()))
                return Edtf.parse(new Written(l.year, l.month, day(from.getFirst())).edtf("") + "/" + l.edtf(""));
            if (l.month > 0 && from.size() == (l.day > 0 ? 2 : 1)) { // 28 February – 2 March 1944; February–March 1944
                var whole = new ArrayList<>(from);
                whole.add(Integer.toString(l.year));
                return one(whole).flatMap(f -> Edtf.parse(f.edtf("") + "/" + l.edtf("")));
            }
            return Optional.empty();
        }
        if (from.size() == 2 && to.size() == 2 && MONTHS.containsKey(from.getFirst()) && isDay(to.getFirst())) { // February 3–5, 1944
            var f = one(List.of(from.get(0), from.get(1), to.get(1)));
            var l = one(List.of(from.get(0), to.get(0), to.get(1)));
            if (f.isPresent() && l.isPresent()) return Edtf.parse(f.get().edtf("") + "/" + l.get().edtf(""));
        }
        return Optional.empty();
    }

    private record Written(int year, int month, int day) {
        String edtf(String mark) {
            if (month == 0) return "%04d%s".formatted(year, mark);
            if (day == 0) return "%04d-%02d%s".formatted(year, YearMonth.of(year, month).getMonthValue(), mark);
            return LocalDate.of(year, month, day) + mark;
        }
    }

    /// One date: a year; month and year; day, month and year in either order; a weekday before it when it is the right one.
    private static Optional<Written> one(List<String> given) {
        var tokens = new ArrayList<>(given);
        tokens.removeIf(t -> t.equals("of") || t.equals("the"));
        var weekday = tokens.isEmpty() ? null : DAYS.get(tokens.getFirst());
        if (weekday != null) tokens.removeFirst();
        for (var i = tokens.size() - 1; i > 0; i--) {
            if (List.of("st", "nd", "rd", "th").contains(tokens.get(i)) && isDay(tokens.get(i - 1))) tokens.remove(i);
        }
        if (tokens.isEmpty() || tokens.size() > 3 || !isYear(tokens.getLast())) return Optional.empty();
        var year = Integer.parseInt(tokens.getLast());
        Written written;
        switch (tokens.size()) {
            case 1 -> written = new Written(year, 0, 0);
            case 2 -> {
                var month = MONTHS.get(tokens.getFirst());
                if (month == null) return Optional.empty();
                written = new Written(year, month, 0);
            }
            default -> {
                var monthFirst = MONTHS.get(tokens.get(0));
                var month = monthFirst != null ? monthFirst : MONTHS.get(tokens.get(1));
                var day = tokens.get(monthFirst != null ? 1 : 0);
                if (month == null || !isDay(day)) return Optional.empty();
                written = new Written(year, month, day(day));
            }
        }
        if (weekday != null && (written.day == 0 || LocalDate.of(written.year, written.month, written.day).getDayOfWeek().getValue() != weekday))
            return Optional.empty();
        return Optional.of(written);
    }

    private static boolean isDash(String token) {
        return token.equals("-") || token.equals("–") || token.equals("—") || token.equals("/");
    }

    private static boolean isYear(String token) {
        return token.length() == 4 && Character.isDigit(token.charAt(0)) && token.compareTo("1000") >= 0 && token.compareTo("2100") < 0;
    }

    private static boolean isDay(String token) {
        return token.length() <= 2 && Character.isDigit(token.charAt(0)) && day(token) >= 1 && day(token) <= 31;
    }

    private static int day(String token) {
        return Integer.parseInt(token);
    }

    private static Map<String, Integer> months() {
        var months = new java.util.HashMap<String, Integer>();
        for (var i = 0; i < MONTH_NAMES.size(); i++) {
            months.put(MONTH_NAMES.get(i), i + 1);
            months.put(MONTH_NAMES.get(i).substring(0, 3), i + 1);
        }
        months.put("sept", 9);
        return Map.copyOf(months);
    }
}
