package chancery.claim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
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
    private final int times;

    /// @param pull   how hard weights are pulled to nought
    /// @param rounds how often all examples are gone through
    /// @param rate   the length of a step
    /// @param drop   the part of the marks that is left out by lot at each step
    /// @param times  how often all is learned, each time in another order; the mean is what is kept
    Learner(double pull, int rounds, double rate, double drop, int times) {
        this.pull = pull;
        this.rounds = rounds;
        this.rate = rate;
        this.drop = drop;
        this.times = times;
    }

    /// An example.
    ///
    /// @param answer what is right
    /// @param paper  where it comes from
    /// @param weight how often it is looked at
    record Example(List<String> marks, String answer, String paper, int weight) {}

    /// What is asked, with the marks of each possible answer.
    sealed interface Question {
        List<List<String>> marks();

        /// Where it comes from: a mark is learned only where it was seen in several papers.
        String paper();

        /// How often it is looked at.
        int weight();

        /// How far each answer is too likely.
        double[] slopes(double[] scores);
    }

    /// A sentence with its candidates and which of them are claims (see [LearnedJudge]).
    record Lesson(Prose.Sentence sentence, List<Candidate> candidates, List<List<String>> marks, boolean[] claims, String paper, int weight)
            implements Question {
        @Override
        public double[] slopes(double[] scores) {
            var slopes = LearnedJudge.chances(sentence, candidates, scores);
            for (var c = 0; c < slopes.length; c++) if (claims[c]) slopes[c]--;
            return slopes;
        }
    }

    /// A question with several possible answers, of which some are right and some half right (see [ChainJudge]).
    record Choice(List<List<String>> marks, boolean[] right, boolean[] half, String paper, int weight) implements Question {
        @Override
        public double[] slopes(double[] scores) {
            var chances = ChainJudge.chances(scores);
            var slopes = new double[scores.length];
            towards(right, chances, 1, slopes);
            towards(half, chances, 0.5, slopes);
            return slopes;
        }

        /// Adds the slope of the chance that one of some answers is given.
        private static void towards(boolean[] some, double[] chances, double weight, double[] slopes) {
            var sum = 0.0;
            for (var c = 0; c < chances.length; c++) if (some[c]) sum += chances[c];
            if (sum == 0) return;
            for (var c = 0; c < chances.length; c++) slopes[c] += weight * (chances[c] - (some[c] ? chances[c] / sum : 0));
        }
    }

    /// The table of weights under which the right answer of each example is the likeliest of all answers.
    List<String> among(List<Example> examples, List<String> answers, int least) {
        var choices = new ArrayList<Choice>();
        for (var e : examples) {
            var right = new boolean[answers.size()];
            right[answers.indexOf(e.answer())] = true;
            choices.add(new Choice(answers.stream().map(a -> e.marks().stream().distinct().map(m -> a + "\t" + m).toList()).toList(),
                    right, new boolean[answers.size()], e.paper(), e.weight()));
        }
        return learn(choices, "", least).stream().map(String::strip).toList();
    }

    /// The table of weights under which the right answers of all questions are likeliest; marks seen in fewer than `least` papers are left out.
    List<String> learn(List<? extends Question> questions, String answer, int least) {
        var seen = new HashMap<String, Set<String>>();
        for (var q : questions) for (var marks : q.marks()) for (var m : marks) seen.computeIfAbsent(m, _ -> new HashSet<>()).add(q.paper());
        var index = new HashMap<String, Integer>();
        seen.entrySet().stream().filter(e -> e.getValue().size() >= least).map(Map.Entry::getKey).sorted().forEach(m -> index.put(m, index.size()));
        var w = weights(questions, index);
        var lines = new ArrayList<String>();
        index.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(e -> {
            if (Math.abs(w[e.getValue()]) >= 0.02) lines.add(answer + "\t" + e.getKey() + "\t" + String.format(Locale.ROOT, "%.2f", w[e.getValue()]));
        });
        return lines;
    }

    private double[] weights(List<? extends Question> questions, Map<String, Integer> index) {
        var packed = new ArrayList<int[][]>();
        for (var q : questions)
            packed.add(
                    q.marks().stream().map(marks -> marks.stream().distinct().filter(index::containsKey).mapToInt(index::get).toArray()).toArray(int[][]::new));
        var mean = new double[index.size()];
        for (var time = 0; time < times; time++) {
            var w = once(questions, packed, index.size(), new Random(17 + time));
            for (var k = 0; k < w.length; k++) mean[k] += w[k] * (1 - drop) / times;
        }
        return mean;
    }

    /// The mean of the weights on the way, which generalises better than where they stop.
    private double[] once(List<? extends Question> questions, List<int[][]> packed, int many, Random random) {
        var order = new ArrayList<Integer>();
        for (var i = 0; i < questions.size(); i++) for (var k = 0; k < questions.get(i).weight(); k++) order.add(i);
        var w = new double[many];
        var g2 = new double[many];
        var sum = new double[many];
        var seen = 0;
        for (var round = 0; round < rounds; round++) {
            Collections.shuffle(order, random);
            var steps = 0;
            for (var i : order) {
                step(questions.get(i), drop > 0 ? dropped(packed.get(i), random) : packed.get(i), w, g2);
                if (round * 3 < rounds || ++steps % 100 != 0) continue;
                for (var k = 0; k < many; k++) sum[k] += w[k];
                seen++;
            }
        }
        for (var k = 0; k < many; k++) sum[k] /= Math.max(1, seen);
        return sum;
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

    private void step(Question question, int[][] packed, double[] w, double[] g2) {
        var scores = new double[packed.length];
        for (var c = 0; c < packed.length; c++) for (var k : packed[c]) scores[c] += w[k];
        var slopes = question.slopes(scores);
        for (var c = 0; c < packed.length; c++) {
            if (Math.abs(slopes[c]) < 1e-3) continue;
            for (var k : packed[c]) {
                var g = slopes[c] + pull * w[k];
                g2[k] += g * g;
                w[k] -= rate * g / Math.sqrt(g2[k] + 1e-2);
            }
        }
    }
}
