package chancery.document;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/// Which passages of a text stand for which of another: a translation beside its original, a paraphrase beside the words.
///
/// By the lengths of the passages, as W. A. Gale and K. W. Church (Computational Linguistics 19, 1993) align translations, and by the numbers printed before
/// them; the words themselves are not compared, so any two languages will do.
///
/// @param rows in order; every passage of either text is in exactly one
public record Alignment(List<Row> rows) {
    private static final int MOST = 1_000; // passages of a text; the rest of longer ones stands one beside one
    private static final double SPREAD = 0.3, NUMBERED = 6; // of the logarithm of a passage's length in the other text; what like numbers are worth
    private static final Step[] STEPS = {new Step(1, 1, 0.12), new Step(1, 0, 4.6),
            new Step(0, 1, 4.6), new Step(2, 1, 3.1), new Step(1, 2, 3.1), new Step(2, 2, 4.5)};

    public Alignment {
        rows = List.copyOf(rows);
    }

    /// A passage to align.
    ///
    /// @param length in characters
    /// @param number as printed before it; empty where there is none
    public record Passage(int length, String number) {}

    /// Passages that stand for each other, by their places from 0, the ends exclusive. Where one side is empty, the other stands alone.
    public record Row(int left, int leftEnd, int right, int rightEnd) {}

    /// How many passages of each side one row takes, and how seldom that happens: the negative logarithm.
    private record Step(int left, int right, double seldom) {}

    /// The alignment of two texts.
    public static Alignment of(List<Passage> left, List<Passage> right) {
        int n = Math.min(left.size(), MOST), m = Math.min(right.size(), MOST);
        var rows = new ArrayDeque<Row>();
        var steps = ways(left.subList(0, n), right.subList(0, m));
        for (int i = n, j = m; i > 0 || j > 0; ) {
            var step = STEPS[steps[i][j]];
            rows.addFirst(new Row(i - step.left, i, j - step.right, j));
            i -= step.left;
            j -= step.right;
        }
        for (int i = n, j = m; i < left.size() || j < right.size(); ) {
            int iEnd = Math.min(left.size(), i + 1), jEnd = Math.min(right.size(), j + 1);
            rows.addLast(new Row(i, iEnd, j, jEnd));
            i = iEnd;
            j = jEnd;
        }
        return new Alignment(new ArrayList<>(rows));
    }

    /// By the lengths of the whole texts; or as if both languages took the same room, where that costs less: then one leaves much out.
    private static byte[][] ways(List<Passage> left, List<Passage> right) {
        var whole = cheapest(left, right, (double) Math.max(1, length(right)) / Math.max(1, length(left)));
        var even = cheapest(left, right, 1);
        return even.cost < whole.cost ? even.came : whole.came;
    }

    /// For each pair of beginnings, the step by which the cheapest way came there; and what the whole way costs.
    private record Ways(double cost, byte[][] came) {}

    private static Ways cheapest(List<Passage> left, List<Passage> right, double ratio) {
        var cost = new double[left.size() + 1][right.size() + 1];
        var came = new byte[left.size() + 1][right.size() + 1];
        for (var i = 0; i <= left.size(); i++) {
            for (var j = 0; j <= right.size(); j++) {
                if (i + j > 0) cost[i][j] = Double.POSITIVE_INFINITY;
                for (byte s = 0; s < STEPS.length; s++) {
                    var step = STEPS[s];
                    if (step.left > i || step.right > j) continue;
                    var all = cost[i - step.left][j - step.right] + step.seldom
                            + unlike(left.subList(i - step.left, i), right.subList(j - step.right, j), ratio);
                    if (all >= cost[i][j]) continue;
                    cost[i][j] = all;
                    came[i][j] = s;
                }
            }
        }
        return new Ways(cost[left.size()][right.size()], came);
    }

    private static double unlike(List<Passage> left, List<Passage> right, double ratio) {
        if (left.isEmpty() || right.isEmpty()) return 0;
        var off = Math.log((length(right) + 10.0) / (length(left) * ratio + 10.0)) / SPREAD; // ten: a word more or less says nothing
        return 0.5 * off * off + numbers(left.getFirst().number, right.getFirst().number);
    }

    private static double numbers(String left, String right) {
        return left.isEmpty() && right.isEmpty() ? 0 : left.equals(right) ? -NUMBERED : left.isEmpty() || right.isEmpty() ? 0 : NUMBERED;
    }

    private static int length(List<Passage> passages) {
        var all = 0;
        for (var passage : passages) all += passage.length;
        return all;
    }
}
