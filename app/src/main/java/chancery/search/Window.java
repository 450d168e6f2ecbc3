package chancery.search;

/// The part of a block that a snippet shows. Pure.
///
/// @param start its first character
/// @param end   exclusive
record Window(int start, int end) {
    /// A window over what must be seen, about so many characters long, that begins with a sentence
    /// where one begins near, else with a word, and ends with a word.
    static Window around(String words, int first, int last, int length) {
        if (words.length() <= length + length / 4) return new Window(0, words.length());
        var slack = Math.max(0, length - (last - first));
        var start = begin(words, Math.max(0, first - slack / 2), first);
        return new Window(start, end(words, Math.max(last, start + length)));
    }

    private static int begin(String words, int earliest, int latest) {
        if (earliest == 0) return 0;
        for (var i = earliest; i < latest; i++)
            if (words.charAt(i) == ' ' && ".!?:;".indexOf(words.charAt(i - 1)) >= 0 && i > 1 && Character.isLowerCase(words.charAt(i - 2))) return i + 1;
        for (var i = earliest; i < latest; i++) if (isSpace(words.charAt(i))) return i + 1;
        return latest;
    }

    private static int end(String words, int about) {
        if (about >= words.length()) return words.length();
        for (var i = about; i < Math.min(words.length(), about + 30); i++) if (isSpace(words.charAt(i))) return i;
        return Character.isLowSurrogate(words.charAt(about)) ? about + 1 : about;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t';
    }
}
