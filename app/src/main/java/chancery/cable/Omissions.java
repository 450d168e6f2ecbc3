package chancery.cable;

/// Whether a transcript marks matter left out.
///
/// Marks are a bracket that says so (`[matter omitted]`, `[...]`, `[2 lines not declassified]`) and a line of dots. Dots
/// within a sentence are no mark: they are as often the writer's as the editors'.
final class Omissions {

    private static final int LONGEST = 120;

    private Omissions() {}

    /// Reads each character once, whatever the line holds.
    static boolean in(String line) {
        if (dots(line)) return true;
        for (int open = line.indexOf('['); open >= 0; open = line.indexOf('[', open + 1)) {
            if (bracket(line, open)) return true;
        }
        return false;
    }

    private static boolean bracket(String line, int open) {
        int limit = Math.min(line.length(), open + LONGEST);
        int close = open + 1;
        while (close < limit && line.charAt(close) != ']' && line.charAt(close) != '[') close++;
        String words = line.substring(open + 1, close);
        if (close < limit && line.charAt(close) == ']' && dots(words)) return true;
        return words.contains("omitted") || words.contains("not declassified") || words.contains("matter missing")
                || words.startsWith("Omission");
    }

    /// Three dots or more, or an ellipsis, and nothing else but spaces and emphasis.
    private static boolean dots(String words) {
        int dots = 0;
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c == '.') dots++;
            else if (c == '…') dots += 3;
            else if (c != ' ' && c != '_' && c != '*' && c != '\u00a0') return false;
        }
        return dots >= 3;
    }
}
