package chancery.claim;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Learned weights of marks of form, for a judgement with one or several answers: a table of the jar, made by a program of the tests from annotated papers.
///
/// Each line of the table is an answer, a mark and a weight. A mark is a feature of form and grammar (`start=that`, `cue=say`), never words of a paper.
final class Weights {
    private final Map<String, Map<String, Float>> answers = new HashMap<>();

    /// Reads a table.
    static Weights of(List<String> lines) {
        var weights = new Weights();
        for (var line : lines) {
            var fields = line.split("\t");
            weights.answers.computeIfAbsent(fields[0], _ -> new HashMap<>()).put(fields[1], Float.parseFloat(fields[2]));
        }
        return weights;
    }

    static Weights shipped(String name) {
        return of(CueWords.lines(name));
    }

    /// The sum of an answer's weights for marks that are there.
    double sum(String answer, List<String> marks) {
        var table = answers.getOrDefault(answer, Map.of());
        var sum = 0.0;
        for (var mark : marks) sum += table.getOrDefault(mark, 0f);
        return sum;
    }

    /// The answer that the marks speak for most; of equals the first in the order of words.
    String best(List<String> marks) {
        return answers.keySet().stream().sorted().max(Comparator.comparingDouble(a -> sum(a, marks))).orElse("");
    }

    /// What each mark that is there brings to an answer; those of which nothing is known are left out.
    Map<String, Double> each(String answer, List<String> marks) {
        var table = answers.getOrDefault(answer, Map.of());
        var each = new HashMap<String, Double>();
        for (var mark : marks) if (table.containsKey(mark)) each.put(mark, (double) table.get(mark));
        return each;
    }
}
