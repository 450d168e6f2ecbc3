package chancery.claim;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// What learned weights and learned trees think of a candidate together: the mean of the two, which errs less than either alone.
///
/// @param weights know each mark for itself
/// @param trees   know what marks mean together
record Opinion(Weights weights, Trees trees) {
    static Opinion shipped() {
        return new Opinion(Weights.shipped("claims.tsv"), Trees.shipped("trees.tsv"));
    }

    /// How much the marks speak for a claim; nought where they say nothing.
    double of(List<String> marks) {
        return (weights.sum("claim", marks) + trees.sum(marks)) / 2;
    }

    /// The marks that speak loudest for a claim, strongest first, at most `many`.
    List<String> loudest(List<String> marks, int many) {
        var brought = weights.each("claim", marks);
        trees.tell(marks, brought);
        brought.remove("bias");
        return brought.entrySet().stream().filter(m -> m.getValue() > 0.05).sorted(Comparator.comparingDouble((Map.Entry<String, Double> m) -> -m.getValue())
                .thenComparing(Map.Entry::getKey)).limit(many).map(Map.Entry::getKey).toList();
    }
}
