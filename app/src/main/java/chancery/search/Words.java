package chancery.search;

/// Cuts text into words, the same way for papers and for queries. A cursor over one string; not for sharing between threads.
///
/// A word is a run of letters and digits. Some signs do not end it:
/// - apostrophes between letters: `l'Afrique`, `Evatt's`;
/// - points of an acronym: `U.K.`, `p.m.`;
/// - points and thousands' commas between digits: `7.36`, `1,500`.
///
/// Words that a hyphen, a point or a stroke holds together (`north-west`, `UNY.361`, `44/735/765/3`) are words of their own that [#holds] the next:
/// a query looks for them side by side. A character of Chinese or Japanese script is a word that holds the next.
final class Words {
    private String text = "";
    private int at;
    private int limit;
    private int start;
    private int end;
    private Hold hold = Hold.NOTHING;

    /// What stands between a word and the next.
    enum Hold {
        /// Space or a sign that parts them.
        NOTHING,
        /// A sign that keeps them side by side: `44/735`.
        SIDE_BY_SIDE,
        /// A sign that some writers leave out: `north-west`, `UNY.361`.
        AS_ONE
    }

    /// Begins with a text.
    Words over(String words) {
        return over(words, 0, words.length());
    }

    /// Begins with a part of a text; places are still those of the whole.
    Words over(String words, int from, int to) {
        text = words;
        at = from;
        limit = to;
        return this;
    }

    /// Goes to the next word; false at the end.
    boolean next() {
        while (at < limit && !isCore(text.charAt(at))) at++;
        if (at >= limit) return false;
        start = at;
        if (isSingle(text.charAt(at))) at++;
        else run();
        end = at;
        hold = holdHere();
        return true;
    }

    /// Where the word starts in the text.
    int start() {
        return start;
    }

    /// Where it ends, exclusive.
    int end() {
        return end;
    }

    /// What keeps it and the next word together.
    Hold hold() {
        return hold;
    }

    private void run() {
        var letters = 0; // since the start or the last point, to know an acronym
        while (at < limit) {
            var c = text.charAt(at);
            if (isCore(c)) {
                if (isSingle(c)) return;
                letters = Character.isDigit(c) ? 2 : letters + 1;
                at++;
            } else if (isApostrophe(c) && isLetter(at - 1) && isLetter(at + 1)) {
                letters = 2;
                at++;
            } else if (c == '.' && letters == 1 && isLetter(at - 1) && isLetter(at + 1) && !isCore(at + 2)) {
                letters = 0;
                at++;
            } else if (c == '.' && isDigit(at - 1) && isDigit(at + 1)) {
                at++;
            } else if (c == ',' && isDigit(at - 1) && isDigit(at + 1) && isDigit(at + 2) && isDigit(at + 3) && !isCore(at + 4)) {
                at++;
            } else if (c == '\u00ad') {
                at++; // a soft hyphen is no sign of the paper
            } else {
                return;
            }
        }
    }

    private Hold holdHere() {
        if (at >= limit) return Hold.NOTHING;
        var c = text.charAt(at);
        if (isCore(c)) return Hold.SIDE_BY_SIDE;
        if (!isCore(at + 1)) return Hold.NOTHING;
        return switch (c) {
            case '-', '\u2010', '\u2011' -> Hold.AS_ONE;
            case '.' -> isDigit(at + 1) ? Hold.AS_ONE : Hold.NOTHING;
            case '/' -> Hold.SIDE_BY_SIDE;
            default -> Hold.NOTHING;
        };
    }

    private boolean isCore(int i) {
        return i < limit && isCore(text.charAt(i));
    }

    private boolean isLetter(int i) {
        return i < limit && Character.isLetter(text.charAt(i));
    }

    private boolean isDigit(int i) {
        return i < limit && text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '\u2019' || c == '\u02bc' || c == '\u2018' || c == '`' || c == '\u00b4';
    }

    /// Letters, digits, the marks upon them, and halves of characters beyond the first plane.
    static boolean isCore(char c) {
        if (c < 128) return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c) || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isSingle(char c) {
        return c >= 0x2e80 && (Character.isIdeographic(c) || c >= 0x3040 && c <= 0x30ff);
    }
}
