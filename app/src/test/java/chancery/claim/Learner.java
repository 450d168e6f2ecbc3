package chancery.claim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/// Learns weights of marks by logistic regression: AdaGrad steps over shuffled examples from a fixed seed, with a small pull to nought.
final class Learner {
    private final double pull;
    private final int rounds;
    private final double rate = Double.parseDouble(System.getProperty("claims.rate", "0.05"));

    Learner(double pull, int rounds) {
        this.pull = pull;
        this.rounds = rounds;
    }

    /// An example.
    ///
    /// @param answer what is right: for a question of yes and no, `claim` or an empty word
    /// @param weight how much it counts
    record Example(List<String> marks, String answer, double weight) {}

    /// The table of weights; marks seen fewer than `least` times are left out.
    List<String> learn(List<Example> examples, List<String> answers, int least) {
        var seen = new HashMap<String, Integer>();
        for (var e : examples) for (var m : e.marks()) seen.merge(m, 1, Integer::sum);
        var index = new HashMap<String, Integer>();
        seen.entrySet().stream().filter(e -> e.getValue() >= least).map(Map.Entry::getKey).sorted().forEach(m -> index.put(m, index.size()));
        var packed = new ArrayList<int[]>();
        for (var e : examples) packed.add(e.marks().stream().distinct().filter(index::containsKey).mapToInt(index::get).toArray());
        var lines = new ArrayList<String>();
        for (var answer : answers) {
            var w = one(examples, packed, answer, index.size());
            index.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(e -> {
                if (Math.abs(w[e.getValue()]) >= 0.02) lines.add(answer + "\t" + e.getKey() + "\t" + String.format(Locale.ROOT, "%.2f", w[e.getValue()]));
            });
        }
        return lines;
    }

    private double[] one(List<Example> examples, List<int[]> packed, String answer, int many) {
        var w = new double[many];
        var g2 = new double[many];
        var sum = new double[many];
        var times = 0;
        var order = new ArrayList<Integer>();
        for (var i = 0; i < packed.size(); i++) order.add(i);
        var random = new Random(17);
        for (var round = 0; round < rounds; round++) {
            java.util.Collections.shuffle(order, random);
            for (var i : order) {
                var e = examples.get(i);
                if (e.weight() == 0) continue;
                var x = packed.get(i);
                var z = 0.0;
                for (var k : x) z += w[k];
                var p = 1 / (1 + Math.exp(-z));
                var slope = e.weight() * (p - (e.answer().equals(answer) ? 1 : 0));
                for (var k : x) {
                    var g = slope + pull * w[k];
                    g2[k] += g * g;
                    w[k] -= 0.2 * g / Math.sqrt(g2[k] + 1e-3);
                }
            }
            if (round * 2 >= rounds) {
                for (var k = 0; k < many; k++) sum[k] += w[k];
                times++;
            }
        }
        for (var k = 0; k < many; k++) w[k] = sum[k] / times;
        return w;
    }

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

    private final double drop = Double.parseDouble(System.getProperty("claims.drop", "0.4"));

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
}
