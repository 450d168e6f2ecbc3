package chancery.search;

import chancery.archive.Card;
import chancery.search.Question.Bond;
import chancery.search.Question.Wanted;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.ScoreMode;

/// Says why a paper is among the hits, beside what its passages show: `Bruce is the sender · dated 1940 · without “hire”`. For one question; not for sharing between threads.
final class Why {
    private final Question question;
    private final Audience audience;
    private final QueryMaker maker;
    private final Marker marker;
    private final List<List<Sought>> sought = new ArrayList<>(); // by clause

    Why(Question question, Audience audience, QueryMaker maker, Lexicon lexicon) {
        this.question = question;
        this.audience = audience;
        this.maker = maker;
        this.marker = new Marker(lexicon);
        var all = Sought.inText(question, lexicon);
        for (var i = 0; i < question.clauses().size(); i++) {
            var clause = i;
            sought.add(all.stream().filter(s -> s.clause() == clause).toList());
        }
    }

    /// A field of a card, and how it is said that a word stands there.
    private record Place(List<Marker.Reading> words, String saying) {}

    /// @param doc    the paper's number in the union
    /// @param inText the clauses that its text answers
    String of(Card card, int doc, BitSet inText) throws IOException {
        var because = new ArrayList<String>();
        var lacks = new ArrayList<String>();
        var places = places(card);
        for (var i = 0; i < question.clauses().size(); i++) {
            var clause = question.clauses().get(i);
            if (clause.bond() == Bond.NOT || sought.get(i).isEmpty()) continue;
            var at = i;
            var where = places.stream().filter(p -> p.words.stream().anyMatch(w -> w.holds(sought.get(at)))).findFirst();
            var words = "“" + QueryWords.one(clause.wanted()) + "”";
            if (isItsDate(clause.wanted(), doc)) because.add("dated " + QueryWords.one(clause.wanted()));
            else if (where.isPresent()) because.add(words + " " + where.get().saying);
            else if (!inText.get(i)) (isDescribed(clause.wanted(), doc) ? because : lacks).add(isDescribed(clause.wanted(), doc) ? words + " in its description" : words);
        }
        if (!lacks.isEmpty()) because.add("without " + String.join(", ", lacks));
        return String.join(" · ", because);
    }

    private List<Place> places(Card card) {
        return List.of(place(card.from(), "is the sender"), place(card.to(), "is the recipient"), place(List.of(card.number()), "is its number"), place(List.of(card.title()), "in the title"),
                place(List.of(card.dating().place()), "where it was written"), place(card.marking(), "is its marking"), place(List.of(card.summary()), "in the summary"));
    }

    private Place place(List<String> words, String saying) {
        return new Place(words.stream().filter(w -> !w.isEmpty()).map(marker::read).toList(), saying);
    }

    private boolean isItsDate(Wanted wanted, int doc) throws IOException {
        return wanted instanceof Wanted.Moment(var _, var days) && matches(QueryMaker.days(days.first(), days.last()), doc);
    }

    private boolean isDescribed(Wanted wanted, int doc) throws IOException {
        return matches(maker.query(wanted, List.of(Fields.HEAD)), doc);
    }

    private boolean matches(org.apache.lucene.search.Query query, int doc) throws IOException {
        var searcher = audience.searcher();
        var leaf = audience.leafOf(doc);
        var scorer = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1).scorer(leaf);
        if (scorer == null) return false;
        DocIdSetIterator papers = scorer.iterator();
        return papers.advance(doc - leaf.docBase) == doc - leaf.docBase;
    }
}
