package chancery.cable;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Printed words made fit to read: white space, footnote marks left standing, capitals.
final class Wording {

    private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0\\u2007\\u202f]+");
    private static final Pattern LINKED_MARK = Pattern.compile("\\[\\^?\\d{1,3}\\]\\(#[^)]{0,20}\\)|\\[\\^\\d{1,3}\\]"
            + "|<sup>[^<]{0,6}</sup>");
    private static final Pattern PLAIN_MARK = Pattern.compile("\\s?\\[\\d{1,2}\\]");
    private static final Set<String> SMALL = Set.of("of", "the", "and", "in", "on", "at", "for", "to", "by", "de", "d'", "la", "le",
            "des", "du");
    private static final Set<String> ACRONYMS = Set.of("UN", "US", "UK", "USA", "USSR", "NZ", "ANZUS", "SEATO", "ANZAM", "ASIO", "DEA",
            "DOT", "DOET", "CRA", "GATT",
            "FAO", "ILO", "WHO", "ECAFE", "UNESCO", "NATO", "ASEAN", "CRO", "CIA", "JIC", "MHA", "PNG", "TPNG", "FEC", "SCAP", "SS",
                    "HQ", "DC", "HMAS", "HMAT", "HMS", "HMNZS", "USS");

    private Wording() {}

    /// One line: white space to single spaces, linked footnote marks dropped, no more than `limit` characters read.
    static String line(String text, int limit) {
        String cut = text.length() > limit ? text.substring(0, limit) : text;
        if (cut.indexOf('[') >= 0 || cut.indexOf('<') >= 0) cut = LINKED_MARK.matcher(cut).replaceAll("");
        return SPACE.matcher(cut.replace("&amp;", "&")).replaceAll(" ").strip();
    }

    /// Without footnote marks such as `[1]`.
    static String unmarked(String text) {
        return text.indexOf('[') < 0 ? text : PLAIN_MARK.matcher(text).replaceAll("").strip();
    }

    /// Whether letters stand here and all are capitals. The small letters of `Mc` and `d'` do not count.
    static boolean capitals(String text) {
        boolean letters = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isUpperCase(c)) letters = true;
            else if (Character.isLowerCase(c) && !(c == 'c' && i > 0 && text.charAt(i - 1) == 'M')) return false;
        }
        return letters;
    }

    /// Capitals as people write them: `THE HAGUE` is `The Hague`, `DEPARTMENT OF TRADE` is `Department of Trade`,
    /// `McMAHON` is `McMahon`. Words not all in capitals are left alone.
    static String usualCase(String text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean whole = capitals(text);
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i < text.length() && text.charAt(i) != ' ' && text.charAt(i) != '-' && text.charAt(i) != '/') continue;
            String word = text.substring(start, i);
            out.append(whole ? usualWord(word, start == 0) : word);
            if (i < text.length()) out.append(text.charAt(i));
            start = i + 1;
        }
        return out.toString();
    }

    private static String usualWord(String word, boolean first) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (!first && SMALL.contains(lower)) return lower;
        if (ACRONYMS.contains(trimmed(word, "([", ".,;)]")) || word.indexOf('.') >= 0 && word.indexOf('.') < word.length() - 1) return word;
        StringBuilder out = new StringBuilder(lower);
        for (int i = 0; i < out.length(); i++) {
            boolean opens = i == 0 || !Character.isLetter(out.charAt(i - 1)) && !(isApostrophe(out.charAt(i - 1)) && i == out.length() - 1);
            boolean scottish = i == 2 && lower.startsWith("mc") || i == 2 && (lower.startsWith("o'") || lower.startsWith("o’"));
            if (opens || scottish) out.setCharAt(i, Character.toUpperCase(out.charAt(i)));
        }
        return out.toString();
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '’';
    }

    /// Without the characters of `front` at the beginning and those of `back` at the end; spaces go from both.
    static String trimmed(String words, String front, String back) {
        int from = 0;
        int to = words.length();
        while (from < to && (words.charAt(from) == ' ' || front.indexOf(words.charAt(from)) >= 0)) from++;
        while (to > from && (words.charAt(to - 1) == ' ' || back.indexOf(words.charAt(to - 1)) >= 0)) to--;
        return words.substring(from, to);
    }

    /// Whether a digit stands in the words.
    static boolean digits(String words) {
        for (int i = 0; i < words.length(); i++) if (words.charAt(i) >= '0' && words.charAt(i) <= '9') return true;
        return false;
    }

    /// Whether a letter stands in the words.
    static boolean letters(String words) {
        return words.chars().anyMatch(Character::isLetter);
    }

    /// Without the square brackets that editors set around words of their own.
    static String unbracketed(String text) {
        return text.indexOf('[') < 0 && text.indexOf(']') < 0 ? text : text.replace("[", "").replace("]", "").strip();
    }
}
