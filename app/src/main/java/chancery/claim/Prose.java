package chancery.claim;

import chancery.document.PlainLayer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// The words and sentences of a body, as cables have them: abbreviations, initials, paragraph numbers, STOP.
///
/// Positions inside this room's grammar are UTF-16 units of the layer's text; [#span] crosses over to code points.
final class Prose {
    private static final Pattern TOKEN = Pattern.compile(
            "(?:\\p{Lu}\\.){2,}(?:\\p{Lu}(?!\\p{L}))?|\\p{N}+(?:[.,:/]\\p{N}+)*\\p{L}*|(?:[dDlLO]['’](?=\\p{Lu}))?\\p{L}+(?:[-–][\\p{L}\\p{N}]+)*(?:['’](?:s|"
            + "t|ll|re|ve|d)(?!\\p{L}))?|['’]s(?!\\p{L})|\\.{2,}|--+|\\S");
    /// Words that a full stop follows without ending a sentence.
    private static final Set<String> SHORT = Set.of("mr", "mrs", "ms", "dr", "messrs", "prof", "rev", "sen", "hon",
            "gen", "col", "lt", "maj", "capt", "cdr", "adm", "sir", "st", "no", "nos", "vol", "vols", "para", "paras",
            "tel", "tels", "ref", "refs", "cf", "art", "arts", "sec", "pp", "p", "viz", "vs", "v", "jan", "feb", "mar",
            "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec", "approx", "govt", "gov", "dept", "co", "ltd",
            "inc", "etc", "eg", "ie", "m", "mm", "ed", "jr", "sr", "fig", "ch", "amb", "hr", "hrs");
    /// Abbreviations that may well end a sentence: only a small letter after them says that they do not.
    private static final Set<String> MAY_END = Set.of("etc", "no", "jr", "sr", "co", "ltd", "inc", "p", "m", "v", "st", "mar", "sec", "art", "ed", "ch");
    /// Words with a capital that begin a sentence behind an abbreviation such as `F.E.C.`.
    private static final Set<String> STARTS = Set.of("The", "This", "That", "These", "Those", "He", "She", "It", "They", "We", "I", "In", "On", "At", "If",
            "As", "There", "However", "But", "Mr", "Dr", "His", "Their", "Our", "My", "When", "While", "For", "To", "You", "A", "An", "Please", "No");
    private static final Pattern LABEL = Pattern.compile(
            "^(?:\\(?(?:\\d{1,2}|[a-zA-Z]|[ivxIVX]{1,5})[.)](?=\\s|$)|[-–—•*](?=\\s)|\\((?:\\d{1,2}|[a-zA-Z]|[ivx]{1,5})\\)(?=\\s|$))\\s*");

    private final PlainLayer layer;
    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private final List<Sentence> sentences = new ArrayList<>();

    /// A word or a sign.
    ///
    /// @param start where it starts, in UTF-16 units
    /// @param end   where it ends, exclusive
    /// @param word  as it stands
    /// @param lower in small letters, with a straight apostrophe and without a possessive `'s`
    /// @param own   whether it has a possessive `'s` or `s'`
    record Token(int start, int end, String word, String lower, boolean own) {
        boolean isWord() {
            return Character.isLetter(word.codePointAt(0));
        }

        boolean isNumber() {
            return Character.isDigit(word.charAt(0));
        }

        boolean isCapital() {
            return Character.isUpperCase(word.codePointAt(0));
        }

        boolean isQuote() {
            return word.length() == 1 && "'\"‘’“”«»".indexOf(word.charAt(0)) >= 0;
        }

        boolean is(String lower) {
            return this.lower.equals(lower);
        }
    }

    /// A sentence, or what stands for one: an item, a line of a list.
    ///
    /// @param from  its first token, behind a paragraph number
    /// @param to    behind its last token
    /// @param block which block it is in, from 0
    /// @param first whether it begins its block
    /// @param label the paragraph number or item letter that it begins with; empty where it has none
    record Sentence(int from, int to, int block, boolean first, String label) {}

    private Prose(PlainLayer layer) {
        this.layer = layer;
        this.text = layer.text();
    }

    static Prose of(PlainLayer layer) {
        var prose = new Prose(layer);
        var blocks = layer.blocks();
        for (var b = 0; b < blocks.size(); b++) {
            var first = b;
            while (b + 1 < blocks.size() && prose.runsOn(blocks.get(b).end(), blocks.get(b + 1).start())) b++;
            prose.block(blocks.get(first).start(), blocks.get(b).end(), first);
        }
        return prose;
    }

    /// Whether a sentence runs on over the end of a block: no stop before, a small letter behind.
    private boolean runsOn(int end, int start) {
        if (end == 0 || start >= text.length()) return false;
        var last = text.charAt(end - 1);
        return (Character.isLetter(last) || last == ',') && Character.isLowerCase(text.codePointAt(start))
                && !LABEL.matcher(text.substring(start, Math.min(text.length(), start + 12))).find();
    }

    List<Token> tokens() {
        return tokens;
    }

    List<Sentence> sentences() {
        return sentences;
    }

    /// The sentence in which a token stands, by its place among the sentences.
    int sentenceOf(int token) {
        var low = 0;
        var high = sentences.size() - 1;
        while (low < high) {
            var mid = (low + high + 1) / 2;
            if (sentences.get(mid).from() <= token) low = mid;
            else high = mid - 1;
        }
        return low;
    }

    String text() {
        return text;
    }

    int blocks() {
        return layer.blocks().size();
    }

    Token token(int at) {
        return tokens.get(at);
    }

    /// The word in small letters at a place, or an empty one outside `from` to `to`.
    String lower(int at, int from, int to) {
        return at < from || at >= to ? "" : tokens.get(at).lower();
    }

    /// The words from one token up to another, exclusive.
    String words(int from, int to) {
        return from >= to ? "" : text.substring(tokens.get(from).start(), tokens.get(to - 1).end());
    }

    /// The place of tokens `from` up to `to`, exclusive.
    Span span(int from, int to) {
        return units(tokens.get(from).start(), tokens.get(to - 1).end());
    }

    private Span units(int start, int end) {
        return new Span(layer.codePoint(start), layer.codePoint(end), text.substring(start, end));
    }

    private void block(int start, int end, int block) {
        var words = text.substring(start, end);
        var label = LABEL.matcher(words);
        var skip = label.find() && label.end() < words.length() ? label.end() : 0;
        var firstToken = tokens.size();
        var m = TOKEN.matcher(words);
        m.region(skip, words.length());
        m.useTransparentBounds(true);
        while (m.find()) add(start + m.start(), start + m.end());
        var from = firstToken;
        var sign = skip == 0 ? "" : label.group().strip();
        var first = true;
        for (var i = firstToken; i < tokens.size(); i++) {
            if (!ends(i, tokens.size())) continue;
            var to = i + 1;
            while (to < tokens.size() && closes(to)) to++;
            if (to < tokens.size() || from < to) {
                sentence(from, to, block, first, sign);
                first = false;
                sign = "";
            }
            from = to;
            i = to - 1;
        }
        if (from < tokens.size()) sentence(from, tokens.size(), block, first, sign);
    }

    /// Keeps a sentence; a letter or number that only begins it is its label.
    private void sentence(int from, int to, int block, boolean first, String label) {
        var at = from;
        var sign = label;
        if (sign.isEmpty() && to - at > 3 && tokens.get(at).is("(") && tokens.get(at + 2).is(")")
                && tokens.get(at + 1).word().length() <= 4 && !tokens.get(at + 1).is("the")) {
            sign = words(at, at + 3);
            at += 3;
        }
        if (at < to) sentences.add(new Sentence(at, to, block, first, sign));
    }

    private void add(int start, int end) {
        var word = text.substring(start, end);
        var lower = word.toLowerCase(Locale.ROOT).replace('’', '\'');
        var own = lower.length() > 2 && lower.endsWith("'s");
        if (own) lower = lower.substring(0, lower.length() - 2);
        if (!own && end < text.length() && lower.endsWith("s") && isApostrophe(text.charAt(end)) && end + 1 < text.length() && text.charAt(end + 1) == ' ')
            own = true;
        tokens.add(new Token(start, end, word, lower, own));
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '’';
    }

    /// Whether a sentence ends with this token.
    private boolean ends(int at, int to) {
        var sign = tokens.get(at).word();
        if (sign.equals("STOP")) return true;
        if (sign.length() > 2 && sign.endsWith(".") && Character.isLetter(sign.charAt(0)))
            return at + 1 < to && (STARTS.contains(tokens.get(at + 1).word()) || speaksNext(at + 1, to));
        if (!sign.equals(".") && !sign.equals("?") && !sign.equals("!")) return false;
        var next = at + 1;
        while (next < to && closes(next)) next++;
        if (next >= to) return true;
        var after = tokens.get(next);
        if (text.substring(tokens.get(next - 1).end(), after.start()).isEmpty() && !after.isCapital()) return false; // no space: a number, an address
        if (!sign.equals(".")) return !Character.isLowerCase(after.word().codePointAt(0));
        if (at == 0) return false;
        var before = tokens.get(at - 1);
        if (Character.isLowerCase(after.word().codePointAt(0))) return false;
        if (before.word().length() == 1 && before.isCapital() && after.isCapital() && !before.word().equals("I")) return false; // an initial
        if (before.end() == tokens.get(at).start() && SHORT.contains(before.lower()))
            return MAY_END.contains(before.lower()) && after.isCapital() && !before.isCapital();
        return true;
    }

    /// Whether a name and a verb follow: `F.E.C. Berendsen said`, `U.S.I. United States Government considers`.
    private boolean speaksNext(int at, int to) {
        for (var i = at; i < to && i < at + 4 && tokens.get(i).isWord(); i++) {
            if (!tokens.get(i).isCapital())
                return i > at && CueWords.shipped().verb(tokens.get(i).lower()).filter(v -> v.form().equals("past") || v.form().equals("s")).isPresent();
        }
        return false;
    }

    private boolean closes(int at) {
        var t = tokens.get(at);
        if (!(t.isQuote() || t.is(")") || t.is("]"))) return false;
        return t.start() == tokens.get(at - 1).end();
    }
}
