package chancery.search;

import chancery.search.Question.Wanted;
import chancery.search.SearchResult.Facet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.SortedMap;

/// How many papers a question finds, whatever page and order of them is shown. An audience remembers those of the questions asked last:
/// whoever asks one looks at several pages and orders of what it finds.
///
/// @param withAll  how many have every word
/// @param facets   counts by dimension, as they are shown
/// @param months   how many papers begin in each month, whatever dates were asked for
/// @param undated  papers without a date that would count but for a date asked for
/// @param wordless papers of the audience that have no text
record Totals(long total, long withAll, List<Facet> facets, SortedMap<String, Long> months, int undated, int wordless) {
    /// What makes a paper of an audience count.
    ///
    /// @param box            the days of the date box
    /// @param everyWordFirst of how many words a question is at most whose papers with every word are told from others
    record Asked(Question question, Optional<Wanted.Days> box, Map<Dimension, SequencedSet<String>> chosen, boolean strict, int everyWordFirst) {}
}
