package chancery.claim;

import chancery.claim.ChainOptions.Option;
import java.util.List;

/// Chooses the likeliest of the chains that are possible for a claim: the chance of a chain is its share of all, by the learned weights of its marks.
final class ChainJudge {
    private final Weights weights;

    ChainJudge(Weights weights) {
        this.weights = weights;
    }

    /// The likeliest; of equals the first, and the rules' own comes first.
    Option choose(List<Option> options) {
        return options.stream().reduce((a, b) -> score(b) > score(a) ? b : a).orElseThrow();
    }

    private double score(Option option) {
        return weights.sum("chain", option.marks());
    }

    /// The share of each of all: a softmax.
    static double[] chances(double[] scores) {
        var high = Double.NEGATIVE_INFINITY;
        for (var x : scores) high = Math.max(high, x);
        var sum = 0.0;
        var chances = new double[scores.length];
        for (var i = 0; i < scores.length; i++) sum += chances[i] = Math.exp(scores[i] - high);
        for (var i = 0; i < scores.length; i++) chances[i] /= sum;
        return chances;
    }
}
