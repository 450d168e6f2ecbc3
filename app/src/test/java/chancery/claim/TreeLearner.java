package chancery.claim;

import chancery.claim.Learner.Question;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Learns trees of marks by gradient boosting (Friedman, Greedy function approximation, 2001; Newton steps as in Chen and Guestrin, XGBoost, 2016): each tree
/// is fitted to how far the answers are too likely or too unlikely after those before it.
/// The questions are those of [Learner], so that a candidate's slope comes from all ways to choose in its sentence.
final class TreeLearner {
    private final int trees;
    private final int leaves;
    private final double rate;
    private final double pull;
    private final double part;
    private final int least;

    /// @param trees  how many
    /// @param leaves how many ends each has at most
    /// @param rate   the part of a step that is taken
    /// @param pull   how hard ends are pulled to nought
    /// @param part   the part of the marks that one tree may ask for; each is learned from 70 of 100 questions
    /// @param least  of how many answers an end is made at least
    TreeLearner(int trees, int leaves, double rate, double pull, double part, int least) {
        this.trees = trees;
        this.leaves = leaves;
        this.rate = rate;
        this.pull = pull;
        this.part = part;
        this.least = least;
    }

    /// The table of trees under which the right answers of all questions are likeliest; marks seen in fewer than `papers` papers are left out.
    List<String> learn(List<? extends Question> questions, int papers) {
        return new Task(questions, papers).learn();
    }

    /// The answers of all questions in one row, with their marks and how far each is too likely.
    private final class Task {
        private final List<? extends Question> questions;
        private final List<String> names;
        private final int[][] marks; // of each answer, in order
        private final double[] scores;
        private final double[] slopes;
        private final double[] bends;
        private final Random random = new Random(17);

        Task(List<? extends Question> questions, int papers) {
            this.questions = questions;
            this.names = names(questions, papers);
            var index = new HashMap<String, Integer>();
            for (var name : names) index.put(name, index.size());
            this.marks = questions.stream().flatMap(q -> q.marks().stream())
                    .map(m -> m.stream().distinct().filter(index::containsKey).mapToInt(index::get).sorted().toArray()).toArray(int[][]::new);
            this.scores = new double[marks.length];
            this.slopes = new double[marks.length];
            this.bends = new double[marks.length];
        }

        private static List<String> names(List<? extends Question> questions, int papers) {
            var seen = new HashMap<String, Set<String>>();
            for (var q : questions) for (var marks : q.marks()) for (var m : marks) seen.computeIfAbsent(m, _ -> new HashSet<>()).add(q.paper());
            return seen.entrySet().stream().filter(e -> e.getValue().size() >= papers).map(Map.Entry::getKey).sorted().toList();
        }

        List<String> learn() {
            var lines = new ArrayList<String>();
            for (var tree = 0; tree < trees; tree++) {
                var root = grown(questioned());
                for (var i = 0; i < marks.length; i++) scores[i] += root.end(marks[i]).worth;
                lines.add(root.line(names));
            }
            return lines;
        }

        /// Takes the slopes anew; the answers of the questions that this tree learns from.
        private int[] questioned() {
            var taken = new int[marks.length];
            var many = 0;
            var first = 0;
            for (var q : questions) {
                var answers = q.marks().size();
                var slope = q.slopes(Arrays.copyOfRange(scores, first, first + answers));
                var take = random.nextDouble() < 0.7;
                for (var i = 0; i < answers; i++) {
                    var off = Math.min(1, Math.abs(slope[i]));
                    slopes[first + i] = slope[i] * q.weight();
                    bends[first + i] = Math.max(1e-3, off * (1 - off)) * q.weight();
                    if (take) taken[many++] = first + i;
                }
                first += answers;
            }
            return Arrays.copyOf(taken, many);
        }

        private Branch grown(int[] answers) {
            var asked = new boolean[names.size()];
            for (var i = 0; i < asked.length; i++) asked[i] = random.nextDouble() < part;
            var some = new int[marks.length][];
            for (var i : answers) some[i] = Arrays.stream(marks[i]).filter(m -> asked[m]).toArray();
            var root = new Branch(answers, new Sums(answers, some));
            var ends = new ArrayList<>(List.of(root));
            while (ends.size() < leaves) {
                var best = ends.stream().reduce((a, b) -> b.gain > a.gain ? b : a).orElseThrow();
                if (best.gain <= 0) break;
                ends.remove(best);
                best.part(some);
                ends.add(best.yes());
                ends.add(best.no());
            }
            return root;
        }

        /// What some answers have in common: the sums of their slopes and bends, all and by mark.
        private final class Sums {
            final int[] many = new int[names.size()];
            final double[] slope = new double[names.size()];
            final double[] bend = new double[names.size()];

            Sums(int[] answers, int[][] some) {
                for (var i : answers) {
                    for (var m : some[i]) {
                        many[m]++;
                        slope[m] += slopes[i];
                        bend[m] += bends[i];
                    }
                }
            }

            /// Takes the sums of a part away: what is left are those of the other part.
            Sums less(Sums other) {
                for (var m = 0; m < many.length; m++) {
                    many[m] -= other.many[m];
                    slope[m] -= other.slope[m];
                    bend[m] -= other.bend[m];
                }
                return this;
            }
        }

        /// A node: an end till it is parted.
        private final class Branch {
            private final int[] answers;
            private final Sums sums;
            private final double worth;
            private int mark = -1;
            private double gain;
            private @Nullable Branch yes;
            private @Nullable Branch no;

            Branch(int[] answers, Sums sums) {
                this.answers = answers;
                this.sums = sums;
                var slope = Arrays.stream(answers).mapToDouble(i -> slopes[i]).sum();
                var bend = Arrays.stream(answers).mapToDouble(i -> bends[i]).sum();
                this.worth = -rate * slope / (bend + pull);
                for (var m = 0; m < names.size(); m++) {
                    if (sums.many[m] < least || answers.length - sums.many[m] < least) continue;
                    var gained = gain(sums.slope[m], sums.bend[m]) + gain(slope - sums.slope[m], bend - sums.bend[m]) - gain(slope, bend);
                    if (gained <= gain + 1e-9) continue;
                    gain = gained;
                    mark = m;
                }
            }

            private double gain(double slope, double bend) {
                return slope * slope / (bend + pull);
            }

            Branch yes() {
                return java.util.Objects.requireNonNull(yes);
            }

            Branch no() {
                return java.util.Objects.requireNonNull(no);
            }

            /// Parts it by its best mark; the sums of the smaller part are made, those of the larger are what is left.
            void part(int[][] some) {
                var with = Arrays.stream(answers).filter(i -> has(some[i], mark)).toArray();
                var without = Arrays.stream(answers).filter(i -> !has(some[i], mark)).toArray();
                var fewer = new Sums(with.length < without.length ? with : without, some);
                var more = sums.less(fewer);
                yes = new Branch(with, with.length < without.length ? fewer : more);
                no = new Branch(without, with.length < without.length ? more : fewer);
            }

            Branch end(int[] there) {
                return yes == null ? this : has(there, mark) ? yes.end(there) : no().end(there);
            }

            String line(List<String> names) {
                var said = String.format(Locale.ROOT, "%.3f", worth);
                return yes == null ? said : said + "?" + names.get(mark) + "\t" + yes.line(names) + "\t" + no().line(names);
            }
        }
    }

    private static boolean has(int[] marks, int mark) {
        return Arrays.binarySearch(marks, mark) >= 0;
    }
}
