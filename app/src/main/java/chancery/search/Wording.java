package chancery.search;

import chancery.search.Question.Bond;
import chancery.search.Question.Clause;
import chancery.search.Question.Wanted;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// What a query looks for, asked of short texts (what claims say) instead of papers, by the same rules: words in any of their forms, other
/// names of the same, `"exact words"`, `conces*`, `-without`, `OR`.
/// Every word binds. Fields are left aside, their words are asked of the text too; dates are not asked. Not for sharing between threads.
///
/// `finder.wording("concession -rubber")` holds of *oil concessions were extended*.
public final class Wording {
    private final List<Clause> clauses;
    private final Lexicon lexicon = new Lexicon();
    private final Marker marker = new Marker(lexicon);
    private final Map<Wanted, List<Sought>> sought = new IdentityHashMap<>();

    Wording(Question question) {
        this.clauses = question.clauses();
    }

    /// Whether a text says it. A query without words is said by every text.
    public boolean isIn(String text) {
        if (clauses.isEmpty()) return true;
        var read = marker.read(text);
        for (var clause : clauses) if (has(read, clause.wanted()) == (clause.bond() == Bond.NOT)) return false;
        return true;
    }

    private boolean has(Marker.Reading text, Wanted wanted) {
        return switch (wanted) {
            case Wanted.All(var parts) -> parts.stream().allMatch(p -> has(text, p));
            case Wanted.Any(var parts) -> parts.stream().anyMatch(p -> has(text, p));
            case Wanted.Not(var without) -> !has(text, without);
            case Wanted.In(_, var inside) -> has(text, inside);
            case Wanted.Moment(var inText, _) -> has(text, inText);
            case Wanted.Spelled(var typed, var others) -> has(text, typed) || others.stream().anyMatch(o -> has(text, o.wanted()));
            case Wanted.Days _ -> true;
            case Wanted.Plain _, Wanted.Exact _, Wanted.Pattern _, Wanted.Like _, Wanted.Phrase _,
                    Wanted.Held _ -> any(text, sought.computeIfAbsent(wanted, w -> new ArrayList<>(Sought.of(w, lexicon))));
        };
    }

    private static boolean any(Marker.Reading text, List<Sought> sought) {
        for (var s : sought) if (text.holds(List.of(s))) return true;
        return false;
    }
}
