package chancery.claim;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// The most ways from any of some nodes to any of others that share no node (Menger's theorem), found by augmenting paths on split nodes.
///
/// It bounds how many ways without anything in common there can be. Ours, and no library's: the graphs have tens of
/// nodes, and a library of graphs would be two megabytes for one call.
final class DisjointPaths {
    private final int nodes;
    private final List<List<Integer>> out = new ArrayList<>();
    private final List<int[]> arcs = new ArrayList<>(); // to, room left; an arc and its reverse stand at 2i and 2i + 1

    private DisjointPaths(int nodes) {
        this.nodes = nodes;
        for (var i = 0; i < 2 * nodes + 2; i++) out.add(new ArrayList<>());
    }

    /// The ways, each from its beginning to its end; a node that is both is a way by itself.
    ///
    /// @param nodes  how many nodes there are, numbered from 0
    /// @param links  pairs of nodes, from and to
    static List<List<Integer>> find(int nodes, List<int[]> links, Set<Integer> from, Set<Integer> to) {
        var flow = new DisjointPaths(nodes);
        for (var v = 0; v < nodes; v++) flow.arc(2 * v, 2 * v + 1);
        for (var link : links) flow.arc(2 * link[0] + 1, 2 * link[1]);
        from.stream().sorted().forEach(v -> flow.arc(2 * nodes, 2 * v));
        to.stream().sorted().forEach(v -> flow.arc(2 * v + 1, 2 * nodes + 1));
        while (flow.augment()) { }
        return flow.ways();
    }

    private void arc(int from, int to) {
        out.get(from).add(arcs.size());
        arcs.add(new int[] {to, 1});
        out.get(to).add(arcs.size());
        arcs.add(new int[] {from, 0});
    }

    private boolean augment() {
        var by = new int[out.size()];
        Arrays.fill(by, -1);
        var queue = new ArrayDeque<Integer>();
        queue.add(2 * nodes);
        while (!queue.isEmpty() && by[2 * nodes + 1] < 0) {
            var at = queue.remove();
            for (var arc : out.get(at)) {
                var to = arcs.get(arc)[0];
                if (arcs.get(arc)[1] == 0 || by[to] >= 0 || to == 2 * nodes) continue;
                by[to] = arc;
                queue.add(to);
            }
        }
        if (by[2 * nodes + 1] < 0) return false;
        for (var at = 2 * nodes + 1; at != 2 * nodes; at = arcs.get(by[at] ^ 1)[0]) {
            arcs.get(by[at])[1]--;
            arcs.get(by[at] ^ 1)[1]++;
        }
        return true;
    }

    private List<List<Integer>> ways() {
        var ways = new ArrayList<List<Integer>>();
        for (var begin : out.get(2 * nodes)) {
            if (begin % 2 != 0 || arcs.get(begin)[1] > 0) continue;
            var way = new ArrayList<Integer>();
            for (var at = arcs.get(begin)[0]; at != 2 * nodes + 1; at = next(at)) if (at % 2 == 0) way.add(at / 2);
            ways.add(way);
        }
        return ways;
    }

    private int next(int at) {
        for (var arc : out.get(at)) if (arc % 2 == 0 && arcs.get(arc)[1] == 0) return arcs.get(arc)[0];
        throw new IllegalStateException("a way that ends at " + at);
    }
}
