package chancery.claim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/// Learns weights of marks by logistic regression: AdaGrad steps over shuffled examples from a fixed seed, with a small pull to nought.
final class Learner {
    private final double pull;
    private final int rounds;
    private final double rate;
    private final double drop;

    /// @param pull   how hard weights are pulled to nought
    /// @param rounds how often all examples are gone through
    /// @param rate   the length of a step
    /// @param drop   the part of the marks that is left out by lot at each step
    Learner(double pull, int rounds, double rate, double drop) {
        this.pull = pull;
        this.rounds = rounds;
        this.rate = rate;
        this.drop = drop;
    }

    /// An example.
    ///
    /// @param answer what is right
    /// @param paper  where it comes from
    /// @param weight how often it is looked at
    record Example(List<String> marks, String answer, String paper, int weight) {}

    /// A sentence with its candidates and which of them are claims.
    record Lesson(Prose.Sentence sentence, List<Candidate> candidates, List<List<String>> marks, boolean[] claims) {}

    /// The table of weights under which the right picks of all sentences are likeliest (see [LearnedJudge]).
    List<String> learn(List<Lesson> lessons, int least) {
        var seen = new HashMap<String, Integer>();
        for (var l : lessons) for (var marks : l.marks()) for (var m : marks) seen.merge(m, 1, Integer::sum);
        var index = new HashMap<String, Integer>();
        seen.entrySet().stream().filter(e -> e.getValue() >= least).map(Map.Entry::getKey).sorted().forEach(m -> index.put(m, index.size()));
        var packed = new ArrayList<int[][]>();
        for (var l : lessons) packed.add(l.marks().stream().map(marks -> marks.stream().distinct().filter(index::containsKey).mapToInt(index::get).toArray()).toArray(int[][]::new));
        var w = new double[index.size()];
        var g2 = new double[index.size()];
        var order = new ArrayList<Integer>();
        for (var i = 0; i < lessons.size(); i++) order.add(i);
        var random = new Random(17);
        var sum = new double[w.length]; // the mean of the weights on the way generalises better than where they stop
        var times = 0;
        for (var round = 0; round < rounds; round++) {
            java.util.Collections.shuffle(order, random);
            var steps = 0;
            for (var i : order) {
                step(lessons.get(i), drop > 0 ? dropped(packed.get(i), random) : packed.get(i), w, g2);
                if (round * 3 >= rounds && ++steps % 100 == 0) {
                    for (var k = 0; k < w.length; k++) sum[k] += w[k];
                    times++;
                }
            }
        }
        if (times > 0) for (var k = 0; k < w.length; k++) w[k] = sum[k] / times * (1 - drop);
        var lines = new ArrayList<String>();
        index.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(e -> {
            if (Math.abs(w[e.getValue()]) >= 0.02) lines.add("claim\t" + e.getKey() + "\t" + String.format(Locale.ROOT, "%.2f", w[e.getValue()]));
        });
        return lines;
    }

    private int[][] dropped(int[][] packed, Random random) {
        var salt = random.nextInt();
        var limit = (int) (drop * 65536);
        var kept = new int[packed.length][];
        for (var c = 0; c < packed.length; c++) {
            var some = new int[packed[c].length];
            var n = 0;
            for (var m : packed[c]) if (((m * 0x9E3779B9 + salt) * 0x85EBCA6B >>> 8 & 0xFFFF) >= limit) some[n++] = m;
            kept[c] = Arrays.copyOf(some, n);
        }
        return kept;
    }

    private void step(Lesson lesson, int[][] packed, double[] w, double[] g2) {
        var scores = new double[packed.length];
        for (var c = 0; c < packed.length; c++) for (var k : packed[c]) scores[c] += w[k];
        var chances = LearnedJudge.chances(lesson.sentence(), lesson.candidates(), scores);
        for (var c = 0; c < packed.length; c++) {
            var slope = chances[c] - (lesson.claims()[c] ? 1 : 0);
            if (Math.abs(slope) < 1e-3) continue;
            for (var k : packed[c]) {
                var g = slope + pull * w[k];
                g2[k] += g * g;
                w[k] -= rate * g / Math.sqrt(g2[k] + 1e-2);
            }
        }
    }

    /// The table of weights under which the right answer of each example is the likeliest of all answers.
    List<String> among(List<Example> examples, List<String> answers, int least) {
        var choices = new ArrayList<Choice>();
        for (var e : examples) {
            var right = new boolean[answers.size()];
            right[answers.indexOf(e.answer())] = true;
            choices.add(new Choice(answers.stream().map(a -> e.marks().stream().distinct().map(m -> a + "\t" + m).toList()).toList(), right, new boolean[answers.size()], e.paper(), e.weight()));
        }
        return choose(choices, "", least).stream().map(String::strip).toList();
    }

    /// A question with several possible answers, of which some are right and some half right.
    ///
    /// @param paper  where it comes from: a mark is learned only where it was seen in several papers
    /// @param weight how often it is looked at
    record Choice(List<List<String>> marks, boolean[] right, boolean[] half, String paper, int weight) {}

    /// The table of weights under which the right answers are likeliest, and those half right by the way (see [ChainJudge]).
    List<String> choose(List<Choice> choices, String answer, int least) {
        var seen = new HashMap<String, Set<String>>();
        for (var c : choices) c.marks().stream().flatMap(List::stream).forEach(m -> seen.computeIfAbsent(m, _ -> new HashSet<>()).add(c.paper()));
        var index = new HashMap<String, Integer>();
        seen.entrySet().stream().filter(e -> e.getValue().size() >= least).map(Map.Entry::getKey).sorted().forEach(m -> index.put(m, index.size()));
        var packed = new ArrayList<int[][]>();
        for (var c : choices) packed.add(c.marks().stream().map(marks -> marks.stream().distinct().filter(index::containsKey).mapToInt(index::get).toArray()).toArray(int[][]::new));
        var w = new double[index.size()];
        var g2 = new double[w.length];
        var sum = new double[w.length];
        var times = 0;
        var order = new ArrayList<Integer>();
        for (var i = 0; i < choices.size(); i++) for (var k = 0; k < choices.get(i).weight(); k++) order.add(i);
        var random = new Random(17);
        for (var round = 0; round < rounds; round++) {
            java.util.Collections.shuffle(order, random);
            var steps = 0;
            for (var i : order) {
                step(choices.get(i), drop > 0 ? dropped(packed.get(i), random) : packed.get(i), w, g2);
                if (round * 3 >= rounds && ++steps % 50 == 0) {
                    for (var k = 0; k < w.length; k++) sum[k] += w[k];
                    times++;
                }
            }
        }
        for (var k = 0; k < w.length; k++) w[k] = sum[k] / Math.max(1, times) * (1 - drop);
        var lines = new ArrayList<String>();
        index.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(e -> {
            if (Math.abs(w[e.getValue()]) >= 0.02) lines.add(answer + "\t" + e.getKey() + "\t" + String.format(Locale.ROOT, "%.2f", w[e.getValue()]));
        });
        return lines;
    }

    private void step(Choice choice, int[][] packed, double[] w, double[] g2) {
        var scores = new double[packed.length];
        for (var c = 0; c < packed.length; c++) for (var k : packed[c]) scores[c] += w[k];
        var chances = ChainJudge.chances(scores);
        var slopes = new double[packed.length];
        towards(choice.right(), chances, 1, slopes);
        towards(choice.half(), chances, 0.5, slopes);
        for (var c = 0; c < packed.length; c++) {
            if (Math.abs(slopes[c]) < 1e-3) continue;
            for (var k : packed[c]) {
                var g = slopes[c] + pull * w[k];
                g2[k] += g * g;
                w[k] -= rate * g / Math.sqrt(g2[k] + 1e-2);
            }
        }
    }

    /// Adds the slope of the chance that one of some answers is given.
    private static void towards(boolean[] some, double[] chances, double weight, double[] slopes) {
        var sum = 0.0;
        for (var c = 0; c < chances.length; c++) if (some[c]) sum += chances[c];
        if (sum == 0) return;
        for (var c = 0; c < chances.length; c++) slopes[c] += weight * (chances[c] - (some[c] ? chances[c] / sum : 0));
    }
}
