package chancery.search;

import chancery.search.Question.Bond;
import chancery.search.Question.Clause;
import chancery.search.Question.Wanted;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Puts a query into words for people: `stalin and sugiyama, from Harriman`.
final class QueryWords {
    private QueryWords() {}

    static String of(List<Clause> clauses, List<String> dropped) {
        var parts = new ArrayList<String>();
        var words = clauses.stream().filter(c -> c.bond() != Bond.NOT && !(c.wanted() instanceof Wanted.In) && !(c.wanted() instanceof Wanted.Days))
                .map(c -> of(c.wanted(), false)).collect(Collectors.joining(" and "));
        if (!words.isEmpty()) parts.add(words);
        for (var c : clauses)
            if (c.bond() != Bond.NOT && (c.wanted() instanceof Wanted.In || c.wanted() instanceof Wanted.Days)) parts.add(of(c.wanted(), false));
        for (var c : clauses) if (c.bond() == Bond.NOT) parts.add("without " + of(c.wanted(), true));
        if (!dropped.isEmpty()) parts.add("leaving out " + String.join(", ", dropped));
        return parts.isEmpty() ? "everything" : String.join(", ", parts);
    }

    /// What was typed of one thing asked for: `Tokio`, `1944`.
    static String one(Wanted wanted) {
        return wanted instanceof Wanted.Moment(var inText, var days) ? inText instanceof Wanted.Plain(var word) ? word
                : span(days.first(), days.last()) : of(wanted, false).replace("“", "").replace("”", "");
    }

    /// A name as typed: `Hong Kong`.
    static String name(Wanted typed) {
        return typed instanceof Wanted.All(var parts) ? parts.stream().map(QueryWords::name).collect(Collectors.joining(" ")) : one(typed);
    }

    private static String of(Wanted wanted, boolean inside) {
        return switch (wanted) {
            case Wanted.Plain(var word) -> word;
            case Wanted.Exact(var word) -> "“" + word + "”";
            case Wanted.Pattern(var pattern) -> pattern;
            case Wanted.Like(var word, var edits) -> "words like " + word + (edits == 1 ? " (one letter other)" : " (two letters other)");
            case Wanted.Phrase(var words, var reach) -> "“" + String.join(" ", words) + "”" + (reach == 0 ? "" : " within " + reach + " words");
            case Wanted.Held(var words, var asOne) -> String.join(asOne || words.stream().anyMatch(w -> Character.isDigit(w.charAt(0))) ? "-" : " ", words);
            case Wanted.Days days -> "dated " + span(days.first(), days.last());
            case Wanted.Moment(var inText, var days) -> (inText instanceof Wanted.Plain(var word) ? word : span(days.first(), days.last()))
                    + " (as date or in the text)";
            case Wanted.In(var field, var value) -> field.words() + " " + of(value, true);
            case Wanted.All(var parts) -> listed(parts, " and ", inside);
            case Wanted.Any(var parts) -> listed(parts, " or ", true);
            case Wanted.Spelled(var typed, _) -> name(typed);
            case Wanted.Not(var without) -> "not " + of(without, true);
        };
    }

    private static String listed(List<Wanted> parts, String joint, boolean inside) {
        var words = parts.stream().map(p -> of(p, true)).collect(Collectors.joining(joint));
        return inside && parts.size() > 1 ? "(" + words + ")" : words;
    }

    static String span(LocalDate first, LocalDate last) {
        return DateWords.words(first, last);
    }
}
