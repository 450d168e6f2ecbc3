package chancery.claim;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Which claims may say the same: a proposal for people, who alone join claims.
///
/// Two are alike by the weight of the words they share against the weight of all their words; a word weighs more the
/// fewer claims have it. Made for the claims of one audience, so that
/// nothing closed weighs in it. Made once, then only read.
public final class Likeness {
    /// From here on a pair is worth a look; found by looking at pairs of the sample and of the open corpus.
    private static final double ALIKE = 0.3;
    private static final int SHARED = 2;
    private static final List<String> ENDINGS = List.of("ing", "ed", "es", "s");
    private static final Set<String> LITTLE = Set.of("the", "a", "an", "and", "or", "of", "to", "in", "on", "at", "by", "for", "from", "with", "that",
            "this", "these", "those", "it", "its", "is", "are", "was", "were", "be", "been", "being", "had", "has", "have", "would", "will", "shall",
            "should", "could", "can", "may", "might", "not", "no", "but", "if", "as", "he", "she", "they", "them", "their", "his", "her", "we", "our", "us",
            "i", "you", "your", "which", "who", "whom", "what", "there", "any", "all", "some", "such", "than", "then", "so", "also", "only", "do", "did");
    private final List<Claim> claims;
    private final List<String> vocabulary = new ArrayList<>(); // stems, as they were met
    private final Map<String, Integer> stems = new HashMap<>(); // where they stand there
    private final Map<String, Integer> numbers = new HashMap<>(); // where the stems of words stand there
    private final int[][] words; // of each claim, ascending
    private final int[] first; // of each word, where those that have it begin in `having`; one more at the end
    private final int[] having; // claims
    private final double[] weights; // of all words of each claim

    /// Another claim that may say the same.
    ///
    /// @param share from 0 to 1: the weight of the words in common against all words of both
    /// @param words in common, the rarest first
    public record Alike(Claim claim, double share, List<String> words) {}

    private Likeness(Collection<Claim> claims) {
        this.claims = List.copyOf(claims);
        words = new int[claims.size()][];
        for (var i = 0; i < words.length; i++) words[i] = words(this.claims.get(i).words(), true);
        first = new int[vocabulary.size() + 1];
        for (var own : words) for (var word : own) first[word + 1]++;
        for (var word = 0; word < vocabulary.size(); word++) first[word + 1] += first[word];
        having = new int[first[vocabulary.size()]];
        var next = first.clone();
        for (var i = 0; i < words.length; i++) for (var word : words[i]) having[next[word]++] = i;
        weights = new double[words.length];
        for (var i = 0; i < words.length; i++) weights[i] = weight(words[i]);
    }

    /// The likeness of claims to each other.
    public static Likeness of(Collection<Claim> claims) {
        return new Likeness(claims);
    }

    /// The claims that are most like one, the most alike first; rejected ones and itself are not among them.
    ///
    /// @param most how many
    public List<Alike> to(Claim claim, int most) {
        var own = words(claim.words(), false);
        var ownWeight = weight(own);
        var shared = new double[claims.size()];
        var common = 0.0; // the weight of words that too many have: they find nobody, but may be shared
        for (var word : own) {
            var weight = weight(word);
            if (many(word) > Math.max(50, claims.size() / 20)) common += weight;
            else for (var i = first[word]; i < first[word + 1]; i++) shared[having[i]] += weight;
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

    private Alike alike(int[] own, double ownWeight, int other) {
        var common = Arrays.stream(own).filter(word -> Arrays.binarySearch(words[other], word) >= 0).toArray();
        var both = weight(common);
        var all = ownWeight + weights[other] - both;
        var rarest = Arrays.stream(common).boxed()
                .sorted(Comparator.comparingDouble((Integer word) -> weight(word)).reversed().thenComparing(vocabulary::get)).map(vocabulary::get).toList();
        return new Alike(claims.get(other), all == 0 ? 0 : both / all, rarest);
    }

    private int many(int word) {
        return first[word + 1] - first[word];
    }

    private double weight(int word) {
        return Math.log(1 + (double) claims.size() / (1 + many(word))) + 0.1;
    }

    private double weight(int[] some) {
        var all = 0.0;
        for (var word : some) all += weight(word);
        return all;
    }

    /// The words of a claim that say something, folded to a rough stem, each once, by their numbers.
    ///
    /// @param learn whether a word not met before is given a number; else it is left out
    private int[] words(String content, boolean learn) {
        var folded = (isAscii(content) ? content : Normalizer.normalize(content, Normalizer.Form.NFD).replaceAll("\\p{M}+", "")).toLowerCase(Locale.ROOT);
        var found = new int[16];
        var many = 0;
        for (int start = 0, end; start < folded.length(); start = end + 1) {
            end = start;
            while (end < folded.length() && isWord(folded, end)) end++;
            var number = end == start ? -1 : number(folded.substring(start, end), learn);
            if (number < 0) continue;
            if (many == found.length) found = Arrays.copyOf(found, many * 2);
            found[many++] = number;
        }
        return once(found, many);
    }

    /// The first numbers of an array, ascending, each once.
    private static int[] once(int[] numbers, int many) {
        Arrays.sort(numbers, 0, many);
        var kept = 0;
        for (var i = 0; i < many; i++) if (i == 0 || numbers[i] != numbers[i - 1]) numbers[kept++] = numbers[i];
        return Arrays.copyOf(numbers, kept);
    }

    /// The number of a word; negative for one that says little, and one not met before where none is to be learned.
    private int number(String word, boolean learn) {
        var known = numbers.get(word);
        if (known != null) return known;
        if (LITTLE.contains(word)) return -1;
        var stem = stem(word);
        var number = stems.getOrDefault(stem, -1);
        if (!learn) return number;
        if (number < 0) {
            number = vocabulary.size();
            stems.put(stem, number);
            vocabulary.add(stem);
        }
        numbers.put(word, number);
        return number;
    }

    private static boolean isAscii(String words) {
        for (var i = 0; i < words.length(); i++) if (words.charAt(i) >= 0x80) return false;
        return true;
    }

    private static boolean isWord(String words, int at) {
        var c = words.charAt(at);
        if (c < 0x80) return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
        var whole = Character.isLowSurrogate(c) && at > 0 ? words.codePointAt(at - 1) : words.codePointAt(at);
        return Character.isLetterOrDigit(whole) || Character.getType(whole) == Character.LETTER_NUMBER || Character.getType(whole) == Character.OTHER_NUMBER;
    }

    private static String stem(String word) {
        for (var end : ENDINGS) if (word.length() > end.length() + 3 && word.endsWith(end)) return word.substring(0, word.length() - end.length());
        return word;
    }
}
