package chancery.search;

import chancery.search.Question.Wanted;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;

/// How much each name of a group counts, so that a name counts as much however it is written: neither a name of three
/// words more than one of a word, nor a rare spelling more than a common one.
record NameQueries(IndexReader reader, Lexicon lexicon, float otherName) {
    /// What the name typed and its others are worth, in order.
    List<Float> worth(Wanted.Spelled name) throws IOException {
        var all = new ArrayList<List<Double>>();
        all.add(rarities(name.typed()));
        for (var other : name.others()) all.add(rarities(other.wanted()));
        var goal = goal(all);
        var worth = new ArrayList<Float>();
        for (var i = 0; i < all.size(); i++) worth.add((float) (Math.min(1, goal / Math.max(1e-6, sum(all.get(i)))) * (i == 0 ? 1 : otherName)));
        return worth;
    }

    /// Whether papers have all the words of a name.
    boolean mayOccur(Wanted name) throws IOException {
        return occurs(rarities(name));
    }

    /// What any of them counts: what the typed one does where it is of several words and occurs; else what the commonest does as if it were one word.
    private static double goal(List<List<Double>> all) {
        var typed = all.getFirst();
        if (typed.size() > 1 && occurs(typed)) return sum(typed);
        var least = all.stream().filter(NameQueries::occurs).mapToDouble(words -> words.stream().mapToDouble(r -> r).max().orElse(0)).min();
        return least.orElse(sum(typed));
    }

    private static boolean occurs(List<Double> words) {
        return words.stream().noneMatch(r -> r == Double.POSITIVE_INFINITY);
    }

    private static double sum(List<Double> words) {
        return words.stream().mapToDouble(r -> r == Double.POSITIVE_INFINITY ? 10 : r).sum();
    }

    /// How rare each word is; infinite where no paper has it.
    private List<Double> rarities(Wanted wanted) throws IOException {
        var rarities = new ArrayList<Double>();
        for (var word : words(wanted)) {
            var papers = 0;
            for (var term : Sought.of(new Wanted.Plain(word), lexicon).getFirst().row().getFirst().terms())
                papers = Math.max(papers, reader.docFreq(new Term(Fields.TEXT, term)));
            rarities.add(papers == 0 ? Double.POSITIVE_INFINITY : Math.log(1 + (reader.numDocs() - papers + 0.5) / (papers + 0.5)));
        }
        return rarities;
    }

    static List<String> words(Wanted wanted) {
        return switch (wanted) {
            case Wanted.Plain(var word) -> List.of(word);
            case Wanted.Held(var words, _) -> words;
            case Wanted.All(var parts) -> parts.stream().flatMap(p -> words(p).stream()).toList();
            case Wanted.Any _, Wanted.In _, Wanted.Exact _, Wanted.Pattern _, Wanted.Like _, Wanted.Phrase _,
                    Wanted.Days _, Wanted.Moment _, Wanted.Not _, Wanted.Spelled _ -> List.of();
        };
    }
}
