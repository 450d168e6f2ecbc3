package chancery.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for the independence of any dossier. Graphs are made from a seed, which is the test's name; `-Dchancery.seed=N` begins elsewhere.
class IndependenceProps {
    private static final long FIRST = Long.getLong("chancery.seed", 1);

    static LongStream seeds() {
        return LongStream.range(FIRST, FIRST + 200);
    }

    /// Up to seven papers whose chains draw on a few people, so that they share some.
    private static List<String> lines(Random random) {
        var people = 3 + random.nextInt(7);
        var lines = new ArrayList<String>();
        var papers = 1 + random.nextInt(7);
        for (var i = 0; i < papers; i++) {
            var chain = new ArrayList<String>();
            var length = 1 + random.nextInt(3);
            for (var j = 0; j < length; j++)
                chain.add(random.nextInt(12) == 0 ? "?"
                        : random.nextInt(14) == 0 ? person(random, people) + " (" + person(random, people) + ")" : person(random, people));
            if (random.nextBoolean() && !chain.getLast().equals("?") && !chain.getLast().endsWith(")")) chain.add(chain.removeLast() + " saw");
            var paper = random.nextInt(6);
            lines.add("P" + paper + " | " + person(new Random(31L * people + paper), people) + " | " + String.join(", ", chain));
        }
        return lines;
    }

    private static String person(Random random, int people) {
        return "N" + (char) ('a' + random.nextInt(people));
    }

    private static ProvenanceGraph graph(List<String> lines) {
        return ProvenanceGraph.of(Chains.dossier(lines.toArray(String[]::new)));
    }

    private static int shown(List<String> lines) {
        return lines.isEmpty() ? 0 : graph(lines).independence().shown();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void repeatingASourceNeverRaisesIt(long seed) {
        var random = new Random(seed);
        var lines = lines(random);
        var before = shown(lines);
        // somebody new writes what an old paper said, on its author's word
        var old = lines.get(random.nextInt(lines.size())).split(" \\| ");
        var repeated = with(lines, "Q | Newcomer | " + old[1] + ", " + old[2]);
        assertTrue(shown(repeated) <= before, () -> "seed " + seed + ": " + repeated);
        // its own author writes it again
        var again = with(lines, "Q | " + old[1] + " | " + old[2]);
        assertTrue(shown(again) <= before, () -> "seed " + seed + ": " + again);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aRelayInCommonNeverRaisesIt(long seed) {
        var random = new Random(seed);
        var lines = lines(random);
        var before = shown(lines);
        var relayed = new ArrayList<>(lines);
        for (var i = 0; i < relayed.size(); i++) { // one chain after another gets the relay, anywhere
            var parts = relayed.get(i).split(" \\| ");
            var chain = new ArrayList<>(List.of(parts[2].split(", ")));
            chain.add(random.nextInt(chain.size()), "Relay");
            relayed.set(i, parts[0] + " | " + parts[1] + " | " + String.join(", ", chain));
            assertTrue(shown(relayed) <= before, () -> "seed " + seed + ": " + relayed);
        }
        assertTrue(shown(relayed) <= 1, () -> "seed " + seed + ": " + relayed);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void leavingAPaperOutNeverRaisesIt(long seed) {
        var lines = lines(new Random(seed));
        var all = shown(lines);
        for (var paper : lines.stream().map(l -> l.split(" \\| ")[0]).collect(Collectors.toSet())) {
            var fewer = lines.stream().filter(l -> !l.startsWith(paper + " ")).toList();
            assertTrue(shown(fewer) <= all, () -> "seed " + seed + ": " + lines + " without " + paper);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void itIsWhatTryingEverythingFinds(long seed) {
        var lines = lines(new Random(seed));
        var graph = graph(lines);
        assertEquals(most(graph.witnessed().stream().<Set<Integer>>map(w -> w.stream().map(ProvenanceGraph.Node::number).collect(Collectors.toSet())).toList(),
                0, new HashSet<>()), graph.shownWays().size(), () -> "seed " + seed + ": " + lines);
        var used = new HashSet<ProvenanceGraph.Node>();
        for (var way : graph.shownWays()) for (var node : way) assertTrue(used.add(node), () -> "seed " + seed + ": two ways share " + node.words());
    }

    /// Menger's bound is what trying every set of ways along the links finds, and never less than what is shown.
    @ParameterizedTest
    @MethodSource("seeds")
    void itIsNeverMoreThanTheLinksAllow(long seed) {
        var lines = lines(new Random(seed));
        var graph = graph(lines);
        var ways = new ArrayList<Set<Integer>>();
        for (var first : graph.witnessed().stream().map(List::getFirst).distinct().toList()) walk(graph, first.number(), new ArrayList<>(), ways);
        var needed = ways.stream().distinct().filter(w -> ways.stream().noneMatch(o -> o.size() < w.size() && w.containsAll(o))).toList();
        assertEquals(most(needed, 0, new HashSet<>()), graph.bound(), () -> "seed " + seed + ": " + lines);
        assertTrue(graph.shownWays().size() <= graph.bound(), () -> "seed " + seed + ": " + lines);
    }

    private static void walk(ProvenanceGraph graph, int at, List<Integer> way, List<Set<Integer>> ways) {
        if (way.contains(at)) return;
        var longer = new ArrayList<>(way);
        longer.add(at);
        if (graph.nodes().get(at).kind() == ProvenanceGraph.Kind.PAPER) {
            ways.add(new HashSet<>(longer));
            return;
        }
        for (var p : graph.passages()) if (p.from() == at && p.recorded()) walk(graph, p.to(), longer, ways);
    }

    private static int most(List<Set<Integer>> ways, int from, Set<Integer> used) {
        var best = 0;
        for (var i = from; i < ways.size(); i++) {
            if (ways.get(i).stream().anyMatch(used::contains)) continue;
            var more = new HashSet<>(used);
            more.addAll(ways.get(i));
            best = Math.max(best, 1 + most(ways, i + 1, more));
        }
        return best;
    }

    private static List<String> with(List<String> lines, String line) {
        var more = new ArrayList<>(lines);
        more.add(line);
        return more;
    }

    /// However names are explained, as long as nobody is said to be another than who shares his name.
    @ParameterizedTest
    @MethodSource("seeds")
    void sayingWhoSomebodyIsNeverRaisesIt(long seed) {
        var random = new Random(seed);
        var lines = lines(random);
        var described = new ArrayList<String>();
        for (var i = 0; i < 1 + random.nextInt(4); i++) {
            var names = new ArrayList<String>(List.of("Somebody Known" + (char) ('a' + i)));
            for (var j = 0; j < random.nextInt(4); j++) names.add((random.nextBoolean() ? "Sir " : "") + person(random, 10));
            described.add(String.join(" | ", names));
        }
        var known = ProvenanceGraph.of(Chains.dossier(String.join("\n", described), lines)).independence().shown();
        assertTrue(known <= shown(lines), () -> "seed " + seed + ": " + lines + " with " + described);
    }

    /// And whoever sees fewer papers counts no more of them, whatever was said of names.
    @ParameterizedTest
    @MethodSource("seeds")
    void leavingAPaperOutNeverRaisesItWhereNamesAreExplained(long seed) {
        var random = new Random(seed);
        var lines = lines(random);
        var described = "Elder, Na | Na | Nb\nYounger, Na | Na | Nc\nOther, X | Nd | Ne | Sir Na";
        var all = ProvenanceGraph.of(Chains.dossier(described, lines)).independence().shown();
        for (var paper : lines.stream().map(l -> l.split(" \\| ")[0]).collect(Collectors.toSet())) {
            var fewer = lines.stream().filter(l -> !l.startsWith(paper + " ")).toList();
            var shown = fewer.isEmpty() ? 0 : ProvenanceGraph.of(Chains.dossier(described, fewer)).independence().shown();
            assertTrue(shown <= all, () -> "seed " + seed + ": " + lines + " without " + paper);
        }
    }
}
