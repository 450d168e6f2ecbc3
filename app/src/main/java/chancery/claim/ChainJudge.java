package chancery.claim;

import chancery.claim.ChainOptions.Option;
import chancery.claim.Passage.Named;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Chooses the likeliest of the chains that are possible for a claim: the chance of a chain is its share of all, by the learned weights of its marks.
final class ChainJudge {
    private static final double LEAN = 0.75; // towards chains of several: so few are annotated that learning leans to one source alone
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

    /// The likeliest, nearest source first: each source has the chances of all chains that begin with it, and of the likeliest source's chains one is
    /// chosen by weights of their own. So a source is not lost because it shares its chances among a short chain and several long ones.
    ///
    /// @param beyond the weights that choose among chains with the same nearest source
    Option choose(List<Option> options, Weights beyond) {
        var nearest = nearest(options);
        Option best = null;
        var high = Double.NEGATIVE_INFINITY;
        for (var option : options) {
            if (!Traced.same(option.chain().nearest(), nearest)) continue;
            var score = score(option, beyond);
            if (best != null && score <= high) continue;
            best = option;
            high = score;
        }
        return java.util.Objects.requireNonNull(best);
    }

    private static double score(Option option, Weights beyond) {
        return beyond.sum("chain", option.marks()) + (option.chain().links().size() > 1 ? LEAN : 0);
    }

    private Named nearest(List<Option> options) {
        var chances = chances(options.stream().mapToDouble(this::score).toArray());
        var sources = new ArrayList<Named>();
        var sums = new ArrayList<Double>();
        for (var i = 0; i < chances.length; i++) {
            var source = options.get(i).chain().nearest();
            var at = 0;
            while (at < sources.size() && !Traced.same(sources.get(at), source)) at++;
            if (at == sources.size()) {
                sources.add(source);
                sums.add(0.0);
            }
            sums.set(at, sums.get(at) + chances[i]);
        }
        return sources.get(sums.indexOf(Collections.max(sums)));
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
