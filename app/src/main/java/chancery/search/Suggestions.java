package chancery.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Suggests while somebody types: persons, places, collections, series and subjects by the beginnings of their words; papers by number, reference and title.
/// Everything comes from papers that the reader may see: a name that stands only in others is not there.
final class Suggestions {
    private static final List<Dimension> NAMED = List.of(Dimension.FROM, Dimension.TO, Dimension.PEOPLE,
            Dimension.PLACE, Dimension.COLLECTION, Dimension.SERIES, Dimension.SUBJECT);
    private static final int OF_EACH = 3;

    private Suggestions() {}

    /// How many papers have each value, over all an audience may see.
    static Map<Dimension, long[]> counts(Audience audience, Lexicon lexicon) throws IOException {
        var everything = SearchRequest.of("").withSize(1);
        return Tally.of(audience, everything, new QueryMaker(audience, lexicon, Weights.USUAL).make(QueryReader.read(""), Optional.empty(), false)).values();
    }

    /// The words of a reference without the house it begins with: `AA: A1838, 936/6` is found by what stands behind the
    /// colon, since papers may print another name of the house, or none.
    static List<String> withoutHouse(String typed) {
        var colon = typed.indexOf(':');
        var words = Names.words(typed.substring(colon + 1));
        return words.isEmpty() ? Names.words(typed) : words;
    }

    static List<Suggestion> of(List<String> words, Audience audience, Map<Dimension, long[]> counts) throws IOException {
        var found = new ArrayList<Suggestion>();
        if (words.isEmpty()) return found;
        for (var dimension : NAMED) {
            var labels = audience.labels(dimension);
            var papers = counts.getOrDefault(dimension, new long[0]);
            var here = new ArrayList<Suggestion>();
            for (var i = 0; i < papers.length; i++)
                if (papers[i] > 0 && begins(Names.words(labels.label(i)), words))
                    here.add(Suggestion.of(dimension, labels.value(i), labels.label(i), papers[i]));
            here.sort(Comparator.comparingLong((Suggestion s) -> -s.papers()).thenComparing(Suggestion::label));
            found.addAll(here.subList(0, Math.min(OF_EACH, here.size())));
        }
        return found;
    }

    /// Whether every word typed begins a word of a label.
    private static boolean begins(List<String> label, List<String> typed) {
        return typed.stream().allMatch(t -> label.stream().anyMatch(w -> w.startsWith(t)));
    }
}
