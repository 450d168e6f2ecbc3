package chancery.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TreesTest {
    private static final Trees TWO = Trees.of(List.of("0.1?start=that\t0.5?form=past\t0.9\t0.2\t-0.3", "0?form=past\t1\t-1"));

    @ParameterizedTest
    @CsvSource({"start=that form=past, 1.9", "start=that, -0.8", "form=past, 0.7", "'', -1.3", "start=zero, -1.3"})
    void whatTheyAskForDecides(String there, double sum) {
        assertEquals(sum, TWO.sum(marks(there)), 1e-9);
    }

    @Test
    void eachMarkIsToldWhatItBrought() {
        var brought = new HashMap<String, Double>();
        TWO.tell(marks("start=that form=past cue=say"), brought);
        assertEquals(List.of("form=past", "start=that"), brought.keySet().stream().sorted().toList());
        assertEquals(0.4, brought.get("start=that"), 1e-9);
        assertEquals(1.4, brought.get("form=past"), 1e-9);
    }

    @Test
    void withoutTreesNothingIsSaid() {
        assertEquals(0, Trees.NONE.sum(marks("start=that")));
    }

    @Test
    void thoseThatShipKnowAReport() {
        assertTrue(Trees.shipped("trees.tsv").sum(marks("bias start=that group=say primary")) > Trees.shipped("trees.tsv")
                .sum(marks("bias start=zero group=say later author")));
    }

    /// Whether two marks are alike, neither says alone: what no sum of weights can learn.
    @Test
    void marksThatMeanSomethingTogetherAreLearned() {
        var seed = Long.getLong("seed", System.nanoTime());
        var random = new Random(seed);
        var questions = new ArrayList<Learner.Choice>();
        for (var i = 0; i < 400; i++) questions.add(question(random, i));
        var trees = Trees.of(new TreeLearner(60, 4, 0.3, 1, 1, 5).learn(questions, 3));
        var weights = Weights.of(new Learner(0.002, 8, 0.05, 0, 1).learn(questions, "is", 3));
        var byTrees = questions.stream().filter(q -> isRight(q, q.marks().stream().mapToDouble(trees::sum).toArray())).count();
        var byWeights = questions.stream().filter(q -> isRight(q, q.marks().stream().mapToDouble(m -> weights.sum("is", m)).toArray())).count();
        assertEquals(400, byTrees, "seed " + seed);
        assertTrue(byWeights < 330, "seed " + seed + ": " + byWeights);
    }

    /// Of two answers, the one is right whose two marks are alike.
    private static Learner.Choice question(Random random, int number) {
        var alike = random.nextBoolean();
        var right = List.of("one=" + alike, "other=" + alike, "noise=" + random.nextInt(4));
        var wrong = List.of("one=" + !alike, "other=" + alike, "noise=" + random.nextInt(4));
        var first = random.nextBoolean();
        return new Learner.Choice(first ? List.of(right, wrong) : List.of(wrong, right),
                new boolean[] {first, !first}, new boolean[2], "paper " + number % 20, 1);
    }

    private static boolean isRight(Learner.Choice question, double[] scores) {
        return question.right()[0] ? scores[0] > scores[1] : scores[1] > scores[0];
    }

    @Test
    void theSameQuestionsAlwaysGiveTheSameTrees() {
        var questions = Stream.iterate(0, i -> i + 1).limit(60).map(i -> question(new Random(i), i)).toList();
        var once = new TreeLearner(5, 4, 0.3, 1, 0.6, 5).learn(questions, 3);
        assertFalse(once.isEmpty());
        assertEquals(once, new TreeLearner(5, 4, 0.3, 1, 0.6, 5).learn(questions, 3));
    }

    @Test
    void aMarkSeenInFewPapersIsNotAskedFor() {
        var questions = Stream.iterate(0, i -> i + 1).limit(60).map(i -> question(new Random(i), i % 2)).toList();
        assertEquals(Map.of(), told(new TreeLearner(5, 4, 0.3, 1, 1, 5).learn(questions, 3)));
    }

    private static Map<String, Double> told(List<String> lines) {
        var brought = new HashMap<String, Double>();
        Trees.of(lines).tell(List.of("one=true", "other=true", "one=false", "other=false"), brought);
        return brought;
    }

    private static List<String> marks(String there) {
        return Arrays.stream(there.split(" ")).filter(m -> !m.isEmpty()).toList();
    }
}
