package chancery.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.function.Supplier;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.jspecify.annotations.Nullable;

/// Knows the forms under which a word is indexed and sought. Remembers what it met lately. Not for sharing between threads.
///
/// The exact form is the word in small letters without diacritics, apostrophes and the points of an acronym: `U.K.` is `uk`, `l'Afrique` is `lafrique`.
/// Loose forms, marked `~`, stand beside it where they differ: the light English stem (`reports`
/// also stands under `~report`), and what follows an elision (`~afrique`).
/// A word that is its own stem has no loose form, so that they cost little: whoever seeks `report` loosely asks for `report` or `~report`.
final class Lexicon {
    /// Marks a loose form; no word holds this sign.
    static final char LOOSE = '~';
    private static final int LONGEST = 64;
    private static final int REMEMBERED = 1 << 14;
    private static final int PATTERNS = 200;
    private final @Nullable Forms[] remembered = new Forms[REMEMBERED];
    private final Stemmer stemmer = new Stemmer();
    private final SequencedMap<Question.Wanted, List<Sought>> patterns = new LinkedHashMap<>(16, 0.75f, true);

    /// A word's forms.
    ///
    /// @param surface the word as it stands
    /// @param exact   its exact form; empty only for a word of stray marks
    /// @param stem    its light stem, unmarked; the exact form where that is its own stem
    /// @param loose   its loose forms, marked; mostly none or one
    record Forms(String surface, String exact, String stem, List<String> loose) {}

    /// What serves a pattern; made where it is not remembered.
    List<Sought> pattern(Question.Wanted pattern, Supplier<List<Sought>> making) {
        var known = patterns.get(pattern);
        if (known == null) patterns.put(pattern, known = making.get());
        if (patterns.size() > PATTERNS) patterns.pollFirstEntry();
        return known;
    }

    /// The forms of a word that stands in a text.
    Forms of(String text, int start, int end) {
        var hash = 0;
        for (var i = start; i < end; i++) hash = 31 * hash + text.charAt(i);
        var slot = (hash ^ hash >>> 15) & REMEMBERED - 1;
        var known = remembered[slot];
        if (known != null && isAt(text, start, end, known.surface)) return known;
        var forms = of(text.substring(start, end));
        remembered[slot] = forms;
        return forms;
    }

    private static boolean isAt(String text, int start, int end, String word) {
        if (word.length() != end - start) return false;
        for (var i = 0; i < word.length(); i++) if (text.charAt(start + i) != word.charAt(i)) return false;
        return true;
    }

    /// The forms of a word.
    Forms of(String surface) {
        var exact = fold(surface);
        var base = isPossessive(surface) && exact.length() > 2 ? exact.substring(0, exact.length() - 1) : exact;
        var stem = stemmer.stem(base);
        var loose = new ArrayList<String>(2);
        if (!stem.equals(exact)) loose.add(LOOSE + stem);
        var elided = elided(surface);
        if (!elided.isEmpty()) loose.add(LOOSE + stemmer.stem(fold(elided)));
        return new Forms(surface, exact, stem, List.copyOf(loose));
    }

    /// The loose form of two words that some write as one: `~northwest`.
    String joined(Forms first, Forms second) {
        return LOOSE + stemmer.stem(first.exact + second.exact);
    }

    /// The exact form of a word, or of a pattern of a word whose `*` and `?` are kept.
    static String fold(String surface) {
        var out = new StringBuilder(surface.length());
        for (var i = 0; i < surface.length(); i++) {
            var c = surface.charAt(i);
            if (c >= 128 && c != '\u2019' && c != '\u2018' && c != '\u02bc' && c != '\u00b4' && c != '\u00ad') return foldAny(surface);
            if (c >= 'A' && c <= 'Z') out.append((char) (c + 32));
            else if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '*' || c == '?' || c == '.' && isBetweenDigits(surface, i)) out.append(c);
        }
        return cut(out);
    }

    private static String foldAny(String surface) {
        var kept = Normalizer.normalize(surface, Normalizer.Form.NFKD).codePoints()
                .filter(c -> Character.isLetterOrDigit(c) && Character.getType(c) != Character.NON_SPACING_MARK
                        || c == '*' || c == '?' || c == '.' && isDecimal(surface))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        var chars = kept.toString().toCharArray();
        var ascii = new char[chars.length * 4];
        var length = ASCIIFoldingFilter.foldToASCII(chars, 0, ascii, 0, chars.length);
        return cut(new StringBuilder(new String(ascii, 0, length).toLowerCase(Locale.ROOT).replace('ς', 'σ')));
    }

    private static String cut(StringBuilder form) {
        if (form.length() <= LONGEST) return form.toString();
        return form.substring(0, Character.isHighSurrogate(form.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }

    private static boolean isDecimal(String surface) {
        return surface.chars().anyMatch(Character::isDigit);
    }

    private static boolean isBetweenDigits(String s, int i) {
        return i > 0 && i + 1 < s.length() && Character.isDigit(s.charAt(i - 1)) && Character.isDigit(s.charAt(i + 1));
    }

    private static boolean isPossessive(String surface) {
        var n = surface.length();
        return n > 2 && (surface.charAt(n - 1) | 32) == 's' && !Words.isCore(surface.charAt(n - 2));
    }

    /// What follows an elision: `Afrique` of `l'Afrique`, `Neill` of `O'Neill`; empty where there is none.
    private static String elided(String surface) {
        var longest = Math.min(surface.length() - 3, 5);
        for (var i = 1; i < longest; i++) {
            var c = surface.charAt(i);
            if (!Words.isCore(c) && c != '.' && c != ',' && c != '\u00ad') return surface.substring(i + 1);
        }
        return "";
    }

    /// Lucene's KStem, one word at a time.
    private static final class Stemmer {
        private final One one = new One();
        private final TokenStream kstem = new KStemFilter(one);

        String stem(String word) {
            try {
                one.pending = word;
                kstem.incrementToken();
                return one.term.toString();
            } catch (IOException e) {
                throw new UncheckedIOException("stemming reads nothing", e);
            }
        }
    }

    private static final class One extends TokenStream {
        final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        String pending = "";

        @Override
        public boolean incrementToken() {
            clearAttributes();
            term.setEmpty().append(pending);
            return true;
        }
    }
}
