package chancery.cable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The number of a message, as its own series counts: the letters before the digits, the digits, and a letter behind them.
///
/// Compare by value: dots, spaces and brackets of print are gone.
///
/// @param series the letters before the digits, upper case, without dots and spaces; empty where there are none
/// @param digits the count; never negative
/// @param suffix the letter behind the digits, upper case; mostly empty
public record MessageNumber(String series, int digits, String suffix) {
    private static final Pattern ONE = Pattern.compile("(?<series>[\\p{L}.&/'’() ]{0,40}?)[ .]*(?<digits>\\d{1,6})(?<suffix>[A-Za-z])?(?![\\w])");
    private static final Pattern NO_SERIES = Pattern.compile("(?i)\\bnos?\\b\\.?|\\bnumbers?\\b|\\b(?:and|or|to)\\b");

    public MessageNumber {
        series = series.toUpperCase(Locale.ROOT);
        suffix = suffix.toUpperCase(Locale.ROOT);
        if (digits < 0) throw new IllegalArgumentException("a message's number is not negative: " + digits);
    }

    /// A number without letters.
    public static MessageNumber of(int digits) {
        return new MessageNumber("", digits, "");
    }

    /// Every number that words give, in order; empty when they give none. Brackets of print, which only say who supplied a letter, count for nothing.
    ///
    /// `UN[Y]437` is `UNY437`; `D. No. 1306` is `D1306`; `175A` is `175A`; `Circular Z.258` is `CIRCULARZ258`; `601, 186, 242` are three; `61/1941` is 61;
    /// `8270/4323`, the number at each end of the line, is two.
    public static List<MessageNumber> read(String words) {
        var plain = NO_SERIES.matcher(words.replaceAll("[\\[\\]]", "").replaceAll("(?<=\\d)/(?:1[89]\\d\\d|20\\d\\d|\\d\\d)\\b", "")).replaceAll(" ");
        var numbers = new ArrayList<MessageNumber>();
        var m = ONE.matcher(plain);
        while (m.find()) {
            var series = m.group("series").replaceAll("[^\\p{L}]", "");
            numbers.add(new MessageNumber(series, Integer.parseInt(m.group("digits")), m.group("suffix") == null ? "" : m.group("suffix")));
        }
        return List.copyOf(numbers);
    }

    /// The number as one writes it: `UNY437`.
    @Override
    public String toString() {
        return series + digits + suffix;
    }
}
