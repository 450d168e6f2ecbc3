package chancery.search;

import chancery.search.Question.Bond;
import chancery.search.Question.Clause;
import chancery.search.Question.Wanted;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;

/// Guesses what a word was meant to be that no paper has: a word of the same papers one or two letters off. Only offered, never searched by itself.
final class Meant {
    private static final int MOST = 3, SHORTEST = 4;

    private Meant() {}

    /// The query with every unknown word as the likeliest one, those without any left out; then with single words as others that are likely.
    static List<String> of(Question question, String query, Audience audience, Lexicon lexicon) throws IOException {
        var reader = audience.searcher().getIndexReader();
        var guesses = new LinkedHashSet<String>();
        var all = query;
        var single = new ArrayList<String>();
        for (var clause : question.clauses()) {
            if (clause.bond() == Bond.NOT || !(typed(clause) instanceof Wanted.Plain(var word)) || occurs(word, reader, lexicon)) continue;
            var others = like(word, audience);
            all = replaced(all, word, others.isEmpty() ? "" : others.getFirst()).orElse(all);
            for (var other : others) replaced(query, word, other).ifPresent(single::add);
        }
        if (!all.equals(query) && all.codePoints().anyMatch(Character::isLetterOrDigit)) guesses.add(all.strip().replaceAll("\\s+", " "));
        guesses.addAll(single);
        return guesses.stream().limit(MOST).toList();
    }

    /// The query without one of its words at a time; empty where it has but one.
    static List<Finder.Fewer> fewer(Question question, String query) {
        var words = question.clauses().stream().filter(c -> c.bond() == Bond.WORD).map(c -> QueryWords.name(typed(c))).distinct().toList();
        if (words.size() < 2) return List.of();
        var fewer = new ArrayList<Finder.Fewer>();
        for (var word : words) replaced(query, word, "").ifPresent(q -> fewer.add(new Finder.Fewer(word, q.strip().replaceAll("\\s+", " "))));
        return fewer;
    }

    private static Wanted typed(Clause clause) {
        var inside = clause.wanted() instanceof Wanted.In(var _, var wanted) ? wanted : clause.wanted();
        return inside instanceof Wanted.Spelled(var typed, var _) ? typed : inside;
    }

    private static boolean occurs(String word, IndexReader reader, Lexicon lexicon) throws IOException {
        for (var term : Sought.of(new Wanted.Plain(word), lexicon).getFirst().row().getFirst().terms())
            for (var field : List.of(Fields.TEXT, Fields.HEAD)) if (reader.docFreq(new Term(field, term)) > 0) return true;
        return false;
    }

    /// The words in most papers that are one letter off, else two.
    private static List<String> like(String typed, Audience audience) throws IOException {
        var word = Lexicon.fold(typed);
        if (word.length() < SHORTEST || word.length() > 30) return List.of();
        for (var edits = 1; edits <= (word.length() > 5 ? 2 : 1); edits++) {
            record Found(String word, int papers) {}
            var found = new ArrayList<Found>();
            for (var field : List.of(Fields.TEXT, Fields.HEAD)) {
                for (var term : audience.expansions().of(field,
                        java.util.Objects.requireNonNull(Sought.of(new Wanted.Like(word, edits), new Lexicon()).getFirst().row().getFirst().pattern())).words())
                    found.add(new Found(term.utf8ToString(), audience.searcher().getIndexReader().docFreq(new Term(field, term))));
            }
            found.sort(Comparator.comparingInt((Found f) -> -f.papers).thenComparing(Found::word));
            if (!found.isEmpty()) return found.stream().map(Found::word).distinct().limit(MOST).toList();
        }
        return List.of();
    }

    private static Optional<String> replaced(String query, String word, String other) {
        var at = Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(word) + "(?![\\p{L}\\p{N}])").matcher(query);
        return at.find() ? Optional.of(query.substring(0, at.start()) + other + query.substring(at.end())) : Optional.empty();
    }
}
