package chancery.claim;

import chancery.claim.Prose.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Chooses, of the candidates of a sentence, those that do not overlap and are likeliest to be claims.
///
/// Every way to pick candidates without overlap has a score, the sum of what is thought of its candidates; the chance of a candidate is its share of all ways
/// (a semi-Markov conditional field). What counts for a choice is the chance that it finds a claim at all, though a word or two be cut otherwise:
/// the chances of all candidates much like it, less what a wrong claim costs. The best sum wins.
final class LearnedJudge implements Walk.Judge {
    /// What a wrong claim costs of a right one.
    static final double COST = 0.36;
    private final ToDoubleFunction<List<String>> opinion;
    private final double cost;

    /// @param opinion how much the marks of a candidate speak for it
    /// @param cost    what a wrong claim costs of a right one
    LearnedJudge(ToDoubleFunction<List<String>> opinion, double cost) {
        this.opinion = opinion;
        this.cost = cost;
    }

    @Override
    public List<Candidate> choose(Sentence sentence, List<Candidate> candidates, List<List<String>> marks) {
        if (candidates.isEmpty()) return List.of();
        var scores = marks.stream().mapToDouble(opinion).toArray();
        var chances = chances(sentence, candidates, scores);
        var weighed = new ArrayList<Weighed>();
        for (var i = 0; i < candidates.size(); i++) {
            var found = 0.0;
            for (var j = 0; j < candidates.size(); j++) if (likeness(candidates.get(i), candidates.get(j)) >= 0.55) found += chances[j];
            var gain = found - cost + 0.1 * chances[i];
            if (gain > 0) weighed.add(new Weighed(candidates.get(i), gain));
        }
        return best(weighed).stream().map(c -> likeliest(c, candidates, chances)).toList();
    }

    /// Of those with the same words, the one with the likeliest reporting words.
    private static Candidate likeliest(Candidate chosen, List<Candidate> candidates, double[] chances) {
        var best = chosen;
        var chance = -1.0;
        for (var i = 0; i < candidates.size(); i++) {
            var c = candidates.get(i);
            if (c.from() < chosen.from() || c.to() > chosen.to() || likeness(c, chosen) < 0.8 || chances[i] <= chance) continue;
            best = c;
            chance = chances[i];
        }
        return best;
    }

    /// The chance of each candidate: its share of all ways to pick some without overlap.
    static double[] chances(Sentence sentence, List<Candidate> candidates, double[] scores) {
        var n = sentence.to() - sentence.from();
        var ahead = new double[n + 1];
        var behind = new double[n + 1];
        var ends = byPlace(candidates, sentence, n, true);
        var starts = byPlace(candidates, sentence, n, false);
        for (var k = 1; k <= n; k++) {
            ahead[k] = ahead[k - 1];
            for (var i : ends.get(k)) ahead[k] = add(ahead[k], ahead[candidates.get(i).from() - sentence.from()] + scores[i]);
        }
        for (var k = n - 1; k >= 0; k--) {
            behind[k] = behind[k + 1];
            for (var i : starts.get(k)) behind[k] = add(behind[k], behind[candidates.get(i).to() - sentence.from()] + scores[i]);
        }
        var chances = new double[candidates.size()];
        for (var i = 0; i < chances.length; i++) {
            var c = candidates.get(i);
            chances[i] = Math.exp(ahead[c.from() - sentence.from()] + scores[i] + behind[c.to() - sentence.from()] - ahead[n]);
        }
        return chances;
    }

    private static List<List<Integer>> byPlace(List<Candidate> candidates, Sentence sentence, int n, boolean end) {
        var places = new ArrayList<List<Integer>>();
        for (var k = 0; k <= n; k++) places.add(new ArrayList<>());
        for (var i = 0; i < candidates.size(); i++) places.get((end ? candidates.get(i).to() : candidates.get(i).from()) - sentence.from()).add(i);
        return places;
    }

    private static double add(double a, double b) {
        var high = Math.max(a, b);
        return high + Math.log1p(Math.exp(Math.min(a, b) - high));
    }

    private static double likeness(Candidate a, Candidate b) {
        var both = Math.max(0, Math.min(a.to(), b.to()) - Math.max(a.from(), b.from()));
        return both / (double) (a.to() - a.from() + b.to() - b.from() - both);
    }

    private record Weighed(Candidate candidate, double gain) {}

    private static List<Candidate> best(List<Weighed> weighed) {
        weighed.sort(Comparator.comparingInt((Weighed w) -> w.candidate().to()).thenComparingInt(w -> w.candidate().from()));
        var n = weighed.size();
        var sum = new double[n + 1];
        var take = new boolean[n];
        var before = new int[n];
        for (var i = 0; i < n; i++) {
            var j = i;
            while (j > 0 && weighed.get(j - 1).candidate().to() > weighed.get(i).candidate().from()) j--;
            before[i] = j;
            var with = sum[j] + weighed.get(i).gain();
            take[i] = with > sum[i];
            sum[i + 1] = Math.max(sum[i], with);
        }
        var chosen = new ArrayList<Candidate>();
        for (var i = n - 1; i >= 0; ) {
            if (take[i]) {
                chosen.addFirst(weighed.get(i).candidate());
                i = before[i] - 1;
            } else {
                i--;
            }
        }
        return chosen;
    }
}
