package chancery.claim;

import java.util.ArrayList;
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

    /// The marks that speak loudest for an answer, strongest first, at most `many`.
    List<String> loudest(String answer, List<String> marks, int many) {
        var table = answers.getOrDefault(answer, Map.of());
        var said = new ArrayList<>(marks.stream().distinct().filter(m -> !m.equals("bias") && table.getOrDefault(m, 0f) > 0.05f).toList());
        said.sort(Comparator.comparingDouble((String m) -> -table.getOrDefault(m, 0f)).thenComparing(m -> m));
        return List.copyOf(said.subList(0, Math.min(many, said.size())));
    }
}
