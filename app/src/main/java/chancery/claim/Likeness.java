package chancery.claim;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Which claims may say the same: a proposal for people, who alone join claims.
///
/// Two are alike by the weight of the words they share against the weight of all their words; a word weighs more the fewer claims have it. Made for the claims of one audience, so that
/// nothing closed weighs in it. Made once, then only read.
public final class Likeness {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    /// From here on a pair is worth a look; found by looking at pairs of the sample and of the open corpus.
    private static final double ALIKE = 0.3;
    private static final int SHARED = 2;
    private static final Set<String> LITTLE = Set.of("the", "a", "an", "and", "or", "of", "to", "in", "on", "at", "by", "for", "from", "with", "that", "this", "these", "those", "it", "its", "is", "are", "was", "were", "be", "been", "being", "had", "has", "have", "would", "will", "shall",
            "should", "could", "can", "may", "might", "not", "no", "but", "if", "as", "he", "she", "they", "them", "their", "his", "her", "we", "our", "us", "i", "you", "your", "which", "who", "whom", "what", "there", "any", "all", "some", "such", "than", "then", "so", "also", "only", "do", "did");
    private final List<Claim> claims;
    private final List<Set<String>> words;
    private final Map<String, List<Integer>> byWord = new HashMap<>();
    private final double[] weights; // of all words of each claim

    /// Another claim that may say the same.
    ///
    /// @param share from 0 to 1: the weight of the words in common against all words of both
    /// @param words in common, the rarest first
    public record Alike(Claim claim, double share, List<String> words) {}

    private Likeness(Collection<Claim> claims) {
        this.claims = List.copyOf(claims);
        this.words = this.claims.stream().map(c -> words(c.words())).toList();
        for (var i = 0; i < this.claims.size(); i++) for (var word : words.get(i)) byWord.computeIfAbsent(word, _ -> new ArrayList<>()).add(i);
        weights = words.stream().mapToDouble(own -> own.stream().mapToDouble(this::weight).sum()).toArray();
    }

    /// The likeness of claims to each other.
    public static Likeness of(Collection<Claim> claims) {
        return new Likeness(claims);
    }

    /// The claims that are most like one, the most alike first; rejected ones and itself are not among them.
    ///
    /// @param most how many
    public List<Alike> to(Claim claim, int most) {
        var own = words(claim.words());
        var ownWeight = own.stream().mapToDouble(this::weight).sum();
        var shared = new double[claims.size()];
        var common = 0.0; // the weight of words that too many have: they find nobody, but may be shared
        for (var word : own) {
            var having = byWord.getOrDefault(word, List.of());
            var weight = weight(word);
            if (having.size() > Math.max(50, claims.size() / 20)) common += weight;
            else for (var i : having) shared[i] += weight;
        }
        var near = new ArrayList<Alike>();
        for (var i = 0; i < shared.length; i++) {
            if (shared[i] == 0 || (shared[i] + common) / Math.max(ownWeight, weights[i]) < ALIKE) continue;
            if (claims.get(i).id().equals(claim.id()) || claims.get(i).state() == State.REJECTED) continue;
            var alike = alike(own, ownWeight, i);
            if (alike.share() >= ALIKE && alike.words().size() >= SHARED) near.add(alike);
        }
        near.sort(Comparator.comparingDouble(Alike::share).reversed().thenComparing(a -> a.claim().id()));
        return List.copyOf(near.subList(0, Math.min(most, near.size())));
    }

    private Alike alike(Set<String> own, double ownWeight, int other) {
        var common = own.stream().filter(words.get(other)::contains).sorted(Comparator.comparingDouble(this::weight).reversed().thenComparing(w -> w)).toList();
        var both = common.stream().mapToDouble(this::weight).sum();
        var all = ownWeight + weights[other] - both;
        return new Alike(claims.get(other), all == 0 ? 0 : both / all, common);
    }

    private double weight(String word) {
        return Math.log(1 + (double) claims.size() / (1 + byWord.getOrDefault(word, List.of()).size())) + 0.1;
    }

    /// The words of a claim that say something, folded to a rough stem.
    private static Set<String> words(String content) {
        var words = new HashSet<String>();
        var m = WORD.matcher(Normalizer.normalize(content, Normalizer.Form.NFD).replaceAll("\\p{M}+", "").toLowerCase(Locale.ROOT));
        while (m.find()) if (!LITTLE.contains(m.group())) words.add(stem(m.group()));
        return words;
    }

    private static String stem(String word) {
        for (var end : List.of("ing", "ed", "es", "s")) if (word.length() > end.length() + 3 && word.endsWith(end)) return word.substring(0, word.length() - end.length());
        return word;
    }
}
