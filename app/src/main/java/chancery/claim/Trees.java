package chancery.claim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Learned trees of marks, for what marks mean only together. Each tree asks whether a mark is there, then for another
/// by the answer, and ends in a number; what they say is the sum.
/// A table of the jar beside [Weights], made by the same program of the tests from annotated papers. Immutable.
///
/// Each line of the table is a tree, its nodes parted by tabs: `0.02?start=that`, what its papers are worth in the mean and the mark asked for, is followed by
/// the tree of those that have it and then the tree of those that have not; a node without a question, `0.31`, is an end.
final class Trees {
    /// No trees: they say nothing.
    static final Trees NONE = of(List.of());
    private static final int END = -1;

    private final Map<String, Integer> marks = new HashMap<>(); // those asked for, by their numbers
    private final List<Tree> trees = new ArrayList<>();

    /// The nodes of a tree in the order of its line: the mark asked for, or [#END]; where it goes on without it; what it is worth.
    private record Tree(int[] asked, int[] otherwise, double[] worth) {}

    private Trees() {}

    /// Reads a table.
    static Trees of(List<String> lines) {
        var trees = new Trees();
        for (var line : lines) trees.trees.add(trees.tree(line.split("\t")));
        return trees;
    }

    static Trees shipped(String name) {
        return of(CueWords.lines(name));
    }

    private Tree tree(String[] nodes) {
        var tree = new Tree(new int[nodes.length], new int[nodes.length], new double[nodes.length]);
        fill(tree, nodes, 0);
        return tree;
    }

    /// Fills in the node at a place and all that follow from it; where the next begins.
    private int fill(Tree tree, String[] nodes, int at) {
        var question = nodes[at].indexOf('?');
        tree.asked[at] = question < 0 ? END : marks.computeIfAbsent(nodes[at].substring(question + 1), _ -> marks.size());
        tree.worth[at] = Double.parseDouble(question < 0 ? nodes[at] : nodes[at].substring(0, question));
        if (question < 0) return at + 1;
        tree.otherwise[at] = fill(tree, nodes, at + 1);
        return fill(tree, nodes, tree.otherwise[at]);
    }

    /// What the trees say together of marks that are there.
    double sum(List<String> there) {
        var known = known(there);
        var sum = 0.0;
        for (var tree : trees) {
            var at = 0;
            while (tree.asked[at] != END) at = next(tree, at, known);
            sum += tree.worth[at];
        }
        return sum;
    }

    /// Adds to each mark that is there what it brought: by how much each node is worth more that was reached because of it.
    void tell(List<String> there, Map<String, Double> brought) {
        var known = known(there);
        var names = new HashMap<Integer, String>();
        for (var mark : there) if (marks.containsKey(mark)) names.put(marks.get(mark), mark);
        for (var tree : trees) {
            for (var at = 0; tree.asked[at] != END; ) {
                var next = next(tree, at, known);
                var mark = names.get(tree.asked[at]);
                if (mark != null) brought.merge(mark, tree.worth[next] - tree.worth[at], Double::sum);
                at = next;
            }
        }
    }

    private static int next(Tree tree, int at, boolean[] known) {
        return known[tree.asked[at]] ? at + 1 : tree.otherwise[at];
    }

    private boolean[] known(List<String> there) {
        var known = new boolean[marks.size()];
        for (var mark : there) {
            var number = marks.get(mark);
            if (number != null) known[number] = true;
        }
        return known;
    }
}
