package chancery.cable;

import chancery.finding.FindingCode;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The hour that follows a date.
///
/// Volumes print `, 9.30 p.m.`, `—8 p.m.`, `, 12 noon`, `, midnight`, `, [8.15 p.m.]`, `, 8.50 [p.m.]`, `, 5.24-9.22 p.m.`,
/// `, 2322Z`, `, 1430 hours`; the scanner adds `12.24a.m.`, `2. 50 p.m.`, `12,15 p.m.` and `1O.25 p.m.`
///
/// @param end      the position after the hour
/// @param time     the hour; empty where the words are an hour that cannot be read (`evening`)
/// @param words    the hour as printed
/// @param oddities what was odd about it
record HourPhrase(int end, Optional<LocalTime> time, String words, Set<FindingCode> oddities) {

    private static final String LEAD = "[\\s,.—–-]*\\[?\\??\\s*(?<about>(?:shortly |just )?(?:after|before|about|c\\.)\\s)?";
    private static final String CLOSE = "\\.?\\s?\\]?";
    private static final Pattern CLOCK = Pattern.compile(LEAD
            + "(?<hour>1O|\\d{1,2})(?:\\s?[.:,]\\s?(?<minute>[0-9O]{2})"
                    + "|(?<run>[0-5]\\d)(?=\\s?[ap]\\.))?(?<span>\\s?[-–]\\s?\\d{1,2}(?:[.:]\\d{2})?)?,?\\s?(?<supplied>\\[?\\??\\s?)(?:\\d?pP?)??"
            + "(?<half>[aApP])\\.?\\]?\\s?(?:\\[\\d{1,2}\\])?\\s?[mM]?\\b" + CLOSE);
    private static final Pattern NAMED = Pattern.compile(LEAD + "(?:12\\s)?(?<named>noon|midnight|midday)\\b" + CLOSE,
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MILITARY =
            Pattern.compile(LEAD + "(?<hour>[01]\\d|2[0-3])[.:]?(?<minute>[0-5]\\d)(?:\\s?(?:Z|hours|hrs|GMT|G\\.M\\.T\\.)\\b\\.?"
                    + "|(?=\\s*(?:$|\\])))\\]?");
    private static final Pattern PART_OF_DAY =
            Pattern.compile("[\\s,]*\\[?(?:early |late )?(?:morning|afternoon|evening|night)\\b[^\\[]{0,20}\\]?", Pattern.CASE_INSENSITIVE);

    /// The hour standing at `from` in the line, or empty when none stands there.
    static Optional<HourPhrase> at(String line, int from) {
        for (Pattern pattern : new Pattern[] {NAMED, CLOCK, MILITARY, PART_OF_DAY}) {
            Matcher m = pattern.matcher(line).region(from, line.length()).useTransparentBounds(true);
            if (m.lookingAt()) return Optional.of(read(m, pattern));
        }
        return Optional.empty();
    }

    private static HourPhrase read(Matcher m, Pattern pattern) {
        Set<FindingCode> odd = EnumSet.noneOf(FindingCode.class);
        String words = Wording.trimmed(m.group(), ",.—–-", "");
        if (words.indexOf('[') >= 0 || words.endsWith("]")) odd.add(FindingCode.HEADING_TIME_SUPPLIED);
        if (!group(m, "about").isEmpty() || !group(m, "span").isEmpty()) odd.add(FindingCode.HEADING_TIME_APPROXIMATE);
        if (pattern == PART_OF_DAY) {
            odd.add(FindingCode.HEADING_TIME_APPROXIMATE);
            return new HourPhrase(m.end(), Optional.empty(), words, odd);
        }
        Optional<LocalTime> time = pattern == NAMED ? named(m) : clock(m, pattern == CLOCK);
        if (time.isEmpty()) odd.add(FindingCode.HEADING_TIME_GARBLED);
        return new HourPhrase(m.end(), time, words, odd);
    }

    /// Midnight is the first minute of the day named: so the editors of *Foreign Relations* code it.
    private static Optional<LocalTime> named(Matcher m) {
        return Optional.of(group(m, "named").equalsIgnoreCase("midnight") ? LocalTime.MIDNIGHT : LocalTime.NOON);
    }

    private static Optional<LocalTime> clock(Matcher m, boolean halves) {
        int hour = Integer.parseInt(group(m, "hour").replace('O', '0'));
        String printed = (group(m, "minute") + group(m, "run")).replace('O', '0');
        int minute = printed.isEmpty() ? 0 : Integer.parseInt(printed);
        if (halves && hour <= 12) hour = hour % 12 + (group(m, "half").equalsIgnoreCase("p") ? 12 : 0);
        return hour > 23 || minute > 59 ? Optional.empty() : Optional.of(LocalTime.of(hour, minute));
    }

    private static String group(Matcher m, String name) {
        if (!m.namedGroups().containsKey(name)) return "";
        return Objects.requireNonNullElse(m.group(name), "");
    }
}
