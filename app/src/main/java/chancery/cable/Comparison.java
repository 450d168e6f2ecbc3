package chancery.cable;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Two texts side by side: their passages aligned, and what each says that the other leaves out. Pure; for texts of any length, of which
/// the first [#MOST] passages each are compared.
///
/// Passages are sentences. They are aligned where they share the most words, without crossing; a passage that has no fellow stands alone.
///
/// @param rows   the passages in order: first what comes first in either
/// @param whole  whether both texts were compared to their ends
public record Comparison(List<Row> rows, boolean whole) {
    /// The most passages of a text that are compared.
    public static final int MOST = 600;
    private static final double ALIKE = 0.25;
    private static final int TOO_SHORT = 3;
    private static final Pattern WORD = Pattern.compile("\\S+");
    private static final Pattern END = Pattern.compile(
            "(?<=[.?!:;][\"'’”)]?)\\s+(?=[\"'‘“(]?[\\p{Lu}\\p{N}])|\\n+|(?<=\\b(?:Unquote|STOP|Stop))\\s+(?=\\p{Lu})");
    private static final Pattern ARTICLES = Pattern.compile(
            "(?i)(?:the|an?|le|la|les|un|une|der|die|das|ein|eine)(?: (?:the|an?|le|la|les|un|une|der|die|das|ein|eine))*");
    private static final Pattern ABBREVIATED = Pattern.compile("(?:^|\\s)(?:\\p{Lu}|Mr|Mrs|Dr|Sir|St|Lt|Col|Gen|No|Nos|cf|viz|i\\.e|e\\.g|[ap]|\\d{1,3})\\.$");

    public Comparison {
        rows = List.copyOf(rows);
    }

    /// A passage of one, of the other, or of both.
    ///
    /// @param left  its words in the first text; empty where the first leaves it out
    /// @param right likewise in the second
    public record Row(List<Part> left, List<Part> right) {
        /// Which of the two has it.
        public Side side() {
            return left.isEmpty() ? Side.RIGHT : right.isEmpty() ? Side.LEFT : Side.BOTH;
        }

        /// Whether both say it in the same words.
        public boolean same() {
            return side() == Side.BOTH && left.stream().allMatch(Part::both) && right.stream().allMatch(Part::both);
        }
    }

    /// Where a passage stands.
    public enum Side { LEFT, RIGHT, BOTH }

    /// Some words in a row.
    ///
    /// @param words as they stand, single spaces between them
    /// @param both  whether the other text has them at this place too
    public record Part(String words, boolean both) {
        /// Whether it is articles only, which cables leave out.
        public boolean little() {
            return ARTICLES.matcher(words).matches();
        }
    }

    /// Compares two plain layers.
    public static Comparison of(String left, String right) {
        List<String> a = passages(left), b = passages(right);
        boolean whole = a.size() <= MOST && b.size() <= MOST;
        a = a.subList(0, Math.min(MOST, a.size()));
        b = b.subList(0, Math.min(MOST, b.size()));
        return new Comparison(rows(a, b), whole);
    }

    /// How many of the words of the first stand in the second at their place too, from 0 to 1; 1 where the first has none.
    public double keptOfLeft() {
        return kept(rows.stream().flatMap(r -> r.left().stream()).toList());
    }

    /// The same for the second.
    public double keptOfRight() {
        return kept(rows.stream().flatMap(r -> r.right().stream()).toList());
    }

    private static double kept(List<Part> parts) {
        long all = parts.stream().mapToLong(Comparison::many).sum();
        return all == 0 ? 1 : (double) parts.stream().filter(Part::both).mapToLong(Comparison::many).sum() / all;
    }

    private static long many(Part part) {
        return WORD.matcher(part.words()).results().count();
    }

    /// A text's passages: its sentences, a line's end ending one. Full stops of abbreviations end none.
    static List<String> passages(String plain) {
        var passages = new ArrayList<String>();
        var open = new StringBuilder();
        int from = 0;
        Matcher end = END.matcher(plain);
        while (end.find()) {
            open.append(plain, from, end.start());
            boolean line = end.group().indexOf('\n') >= 0;
            from = end.end();
            if (!line && ABBREVIATED.matcher(open).find()) open.append(' ');
            else close(open, passages);
        }
        open.append(plain.substring(from));
        close(open, passages);
        return passages;
    }

    private static void close(StringBuilder open, List<String> passages) {
        String words = open.toString().strip();
        if (!words.isEmpty()) passages.add(words);
        open.setLength(0);
    }

    // ---- aligning passages

    /// The best way down both texts: a table of what is gained by pairing (Needleman and Wunsch, 1970).
    private static List<Row> rows(List<String> a, List<String> b) {
        List<Set<String>> x = a.stream().map(Comparison::words).toList(), y = b.stream().map(Comparison::words).toList();
        var gained = new double[a.size() + 1][b.size() + 1];
        for (int i = a.size() - 1; i >= 0; i--) {
            for (int j = b.size() - 1; j >= 0; j--) {
                double alike = alike(x.get(i), y.get(j));
                double paired = alike < ALIKE ? -1 : alike + gained[i + 1][j + 1];
                gained[i][j] = Math.max(paired, Math.max(gained[i + 1][j], gained[i][j + 1]));
            }
        }
        var rows = new ArrayList<Row>();
        int i = 0, j = 0;
        while (i < a.size() || j < b.size()) {
            if (i < a.size() && j < b.size() && alike(x.get(i), y.get(j)) >= ALIKE && gained[i][j] == alike(x.get(i), y.get(j)) + gained[i + 1][j + 1])
                rows.add(within(a.get(i++), b.get(j++)));
            else if (j >= b.size() || i < a.size() && gained[i][j] == gained[i + 1][j])
                rows.add(new Row(List.of(new Part(line(a.get(i++)), false)), List.of()));
            else rows.add(new Row(List.of(), List.of(new Part(line(b.get(j++)), false))));
        }
        return rows;
    }

    private static Set<String> words(String passage) {
        var words = new HashSet<>(Fingerprint.words(passage));
        if (words.isEmpty()) words.add(passage);
        return words;
    }

    /// How alike two passages are (Dice): twice the words they share, of all they have.
    private static double alike(Set<String> a, Set<String> b) {
        Set<String> smaller = a.size() <= b.size() ? a : b, larger = smaller == a ? b : a;
        int shared = 0;
        for (String word : smaller) if (larger.contains(word)) shared++;
        return 2.0 * shared / (a.size() + b.size());
    }

    // ---- words within a pair of passages

    private static Row within(String left, String right) {
        List<String> a = split(left), b = split(right);
        var x = new ArrayList<Part>();
        var y = new ArrayList<Part>();
        int i = 0, j = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(a.stream().map(Comparison::plain).toList(),
                b.stream().map(Comparison::plain).toList(), true).getDeltas()) {
            if (delta.getType() == DeltaType.EQUAL) {
                both(a.subList(i, i + delta.getSource().size()), b.subList(j, j + delta.getTarget().size()), x, y,
                        i == 0 && j == 0 || i + delta.getSource().size() == a.size() && j + delta.getTarget().size() == b.size());
            } else {
                add(x, delta.getSource().size() == 0 ? List.of() : a.subList(i, i + delta.getSource().size()), false);
                add(y, delta.getTarget().size() == 0 ? List.of() : b.subList(j, j + delta.getTarget().size()), false);
            }
            i += delta.getSource().size();
            j += delta.getTarget().size();
        }
        return new Row(x, y);
    }

    /// Words that both have; a few small ones between two differences say nothing and count as part of them, unless they stand at an end.
    private static void both(List<String> a, List<String> b, List<Part> x, List<Part> y, boolean atEnd) {
        boolean tell = atEnd || a.size() >= TOO_SHORT || a.stream().anyMatch(w -> plain(w).length() > TOO_SHORT);
        add(x, a, tell);
        add(y, b, tell);
    }

    private static void add(List<Part> parts, List<String> words, boolean both) {
        if (words.isEmpty()) return;
        String line = String.join(" ", words);
        if (!parts.isEmpty() && parts.getLast().both() == both) parts.set(parts.size() - 1, new Part(parts.getLast().words() + " " + line, both));
        else parts.add(new Part(line, both));
    }

    private static List<String> split(String passage) {
        return WORD.matcher(passage).results().map(r -> r.group()).toList();
    }

    private static String line(String passage) {
        return String.join(" ", split(passage));
    }

    /// A word as it is compared: case and signs count for nothing, a word that is only signs for itself.
    private static String plain(String word) {
        List<String> words = Fingerprint.words(word);
        return words.isEmpty() ? word.toLowerCase(Locale.ROOT) : String.join("", words);
    }
}
