package chancery.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The most ways that have nothing in common, out of those that papers tell.
///
/// Ways are taken whole, as they are told. Joining half of one to half of another where they meet
/// (as a flow through the graph would) can find a way that no paper tells:
/// who passed on one report need not have passed on the other.
final class Apart {
    /// Enough for any dossier met; beyond it what was found by then counts, which is never too much.
    private static final int STEPS = 200_000;
    private final List<List<Integer>> ways;
    private final int bound;
    private List<List<Integer>> best = List.of();
    private int steps;

    private Apart(List<List<Integer>> ways, int bound) {
        this.ways = ways;
        this.bound = bound;
    }

    /// The most ways that share no node, in the order given.
    ///
    /// @param bound no more than this are possible
    static List<List<Integer>> most(List<List<Integer>> ways, int bound) {
        // of two ways, the one with all nodes of the other and more is never needed; the shorter ones are tried first
        var needed = ways.stream().distinct().filter(w -> ways.stream().noneMatch(o -> o.size() < w.size() && new HashSet<>(w).containsAll(o)))
                .sorted(Comparator.comparingInt(List::size)).toList();
        var search = new Apart(needed, bound);
        search.take(0, new ArrayList<>(), new HashSet<>());
        return search.best.stream().sorted(Comparator.comparingInt(ways::indexOf)).toList();
    }

    private void take(int from, List<List<Integer>> taken, Set<Integer> used) {
        if (taken.size() > best.size()) best = List.copyOf(taken);
        if (best.size() >= bound || steps++ > STEPS) return;
        for (var i = from; i < ways.size() && taken.size() + ways.size() - i > best.size(); i++) {
            var way = ways.get(i);
            if (way.stream().anyMatch(used::contains)) continue;
            taken.add(way);
            used.addAll(way);
            take(i + 1, taken, used);
            taken.removeLast();
            way.forEach(used::remove);
        }
    }
}
