package chancery.search;

import chancery.search.Question.Bond;
import chancery.search.Question.Clause;
import chancery.search.Question.Wanted;
import java.util.ArrayList;
import java.util.List;

/// Widens the names of a query to the other names of the same: `Tokio` also finds `Tokyo`. Only words that are sought
/// loosely are widened; what stands in quotation marks never is. Pure.
final class QueryNames {
    private QueryNames() {}

    static List<Clause> widen(List<Clause> clauses, Names names) {
        var widened = new ArrayList<Clause>();
        for (var i = 0; i < clauses.size(); ) {
            var length = longest(clauses, i, names);
            if (length == 0) {
                widened.add(within(clauses.get(i++), names));
            } else {
                widened.add(spelled(clauses.subList(i, i + length), names));
                i += length;
            }
        }
        return widened;
    }

    /// The widened names of a question, in order.
    static List<Wanted.Spelled> all(Question question) {
        var found = new ArrayList<Wanted.Spelled>();
        for (var clause : question.clauses()) if (clause.bond() != Bond.NOT) gather(clause.wanted(), found);
        return found;
    }

    private static void gather(Wanted wanted, List<Wanted.Spelled> found) {
        switch (wanted) {
            case Wanted.Spelled name -> found.add(name);
            case Wanted.Any(var parts) -> parts.forEach(p -> gather(p, found));
            case Wanted.All(var parts) -> parts.forEach(p -> gather(p, found));
            case Wanted.Plain _, Wanted.Held _, Wanted.In _, Wanted.Exact _, Wanted.Pattern _,
                    Wanted.Like _, Wanted.Phrase _, Wanted.Days _, Wanted.Moment _, Wanted.Not _ -> { }
        }
    }

    /// How many clauses from here make a name that has others; 0 for none.
    private static int longest(List<Clause> clauses, int from, Names names) {
        var words = new ArrayList<String>();
        var longest = 0;
        for (var i = from; i < clauses.size() && words.size() < Names.longest(); i++) {
            var here = words(clauses.get(i).wanted());
            if (here.isEmpty() || clauses.get(i).bond() == Bond.NOT || clauses.get(i).bond() != clauses.get(from).bond()) break;
            words.addAll(here);
            if (!names.of(words).isEmpty()) longest = i - from + 1;
        }
        return longest;
    }

    private static Clause spelled(List<Clause> name, Names names) {
        var words = new ArrayList<String>();
        for (var clause : name) words.addAll(words(clause.wanted()));
        var typed = name.size() == 1 ? name.getFirst().wanted() : new Wanted.All(name.stream().map(Clause::wanted).toList());
        return new Clause(name.getFirst().bond(), spelled(typed, names.of(words)));
    }

    private static Wanted spelled(Wanted typed, List<String> others) {
        return new Wanted.Spelled(typed, others.stream().map(o -> new Wanted.Other(o, wanted(Names.words(o)))).toList());
    }

    private static Wanted wanted(List<String> words) {
        return words.size() == 1 ? new Wanted.Plain(words.getFirst()) : new Wanted.Held(words, false);
    }

    /// Names inside alternatives, parentheses and fields are widened one by one.
    private static Clause within(Clause clause, Names names) {
        return new Clause(clause.bond(), within(clause.wanted(), names));
    }

    private static Wanted within(Wanted wanted, Names names) {
        return switch (wanted) {
            case Wanted.Any(var parts) -> new Wanted.Any(parts.stream().map(p -> within(p, names)).toList());
            case Wanted.All(var parts) -> new Wanted.All(parts.stream().map(p -> within(p, names)).toList());
            case Wanted.Plain _, Wanted.Held _ -> names.of(words(wanted)).isEmpty() ? wanted : spelled(wanted, names.of(words(wanted)));
            case Wanted.In _, Wanted.Exact _, Wanted.Pattern _, Wanted.Like _, Wanted.Phrase _,
                    Wanted.Days _, Wanted.Moment _, Wanted.Not _, Wanted.Spelled _ -> wanted;
        };
    }

    private static List<String> words(Wanted wanted) {
        return switch (wanted) {
            case Wanted.Plain(var word) -> List.of(Lexicon.fold(word));
            case Wanted.Held(var words, _) -> words.stream().map(Lexicon::fold).toList();
            case Wanted.Any _, Wanted.All _, Wanted.In _, Wanted.Exact _, Wanted.Pattern _, Wanted.Like _,
                    Wanted.Phrase _, Wanted.Days _, Wanted.Moment _, Wanted.Not _, Wanted.Spelled _ -> List.of();
        };
    }
}
