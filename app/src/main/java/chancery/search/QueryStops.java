package chancery.search;

import chancery.search.Question.Bond;
import chancery.search.Question.Clause;
import chancery.search.Question.Wanted;
import java.util.ArrayList;
import java.util.List;

/// Leaves out of a query the words that carry no meaning of their own (`did`, `the`, `in`), unless there are no others.
record QueryStops(List<Clause> kept, List<String> dropped) {
    static QueryStops drop(List<Clause> clauses) {
        var kept = new ArrayList<Clause>();
        var dropped = new ArrayList<String>();
        for (var clause : clauses) {
            if (clause.bond() == Bond.WORD && clause.wanted() instanceof Wanted.Plain(var word) && QueryReader.isStop(word)) dropped.add(word);
            else kept.add(clause);
        }
        var asksNothing = kept.stream().noneMatch(c -> c.bond() != Bond.NOT);
        return asksNothing ? new QueryStops(clauses, List.of()) : new QueryStops(kept, dropped.stream().distinct().toList());
    }
}
