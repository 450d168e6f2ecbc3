package chancery.search;

import chancery.archive.Card;
import chancery.document.RecordId;
import chancery.search.Question.Bond;
import chancery.search.Question.Wanted;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;

/// Says why a paper is among the hits, beside what its passages show:
/// `“Stanley Bruce” is the sender · “San”, “Francisco” in the title · dated 1940 · without “hire”`. For one question; not for sharing between threads.
final class Why {
    private final Question question;
    private final Audience audience;
    private final QueryMaker maker;
    private final Marker marker;
    private final int[] docs; // ascending
    private final List<List<Sought>> sought = new ArrayList<>(); // by clause
    private final Map<Wanted, Set<Integer>> described = new HashMap<>();
    private final Map<Wanted.Days, Set<Integer>> dated = new HashMap<>();
    private final Map<RecordId, List<Place>> places = new HashMap<>();

    /// @param docs the papers that will be asked about, by their numbers in the union
    Why(Question question, Audience audience, QueryMaker maker, Lexicon lexicon, List<Integer> docs) {
        this.docs = docs.stream().mapToInt(Integer::intValue).sorted().toArray();
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
        var because = new LinkedHashMap<String, List<String>>(); // what is said, and of which words
        var lacks = new ArrayList<String>();
        for (var i = 0; i < question.clauses().size(); i++) {
            var clause = question.clauses().get(i);
            if (clause.bond() == Bond.NOT || sought.get(i).isEmpty()) continue;
            var words = QueryWords.one(clause.wanted());
            if (isItsDate(clause.wanted(), doc)) because.put("dated " + words, List.of());
            else if (isDescribed(clause.wanted(), doc))
                where(card, sought.get(i), inText.get(i)).ifPresent(where -> because.computeIfAbsent(where, _ -> new ArrayList<>()).add(words));
            else if (!inText.get(i)) lacks.add("“" + words + "”");
        }
        if (!lacks.isEmpty()) because.put("without " + String.join(", ", lacks), List.of());
        return because.entrySet().stream().map(said -> said(said.getKey(), said.getValue())).collect(Collectors.joining(" · "));
    }

    /// The words of a name are said as one: `“Stanley Bruce” is the sender`.
    private static String said(String saying, List<String> words) {
        if (words.isEmpty()) return saying;
        return "“" + String.join(saying.startsWith("in ") ? "”, “" : " ", words) + "” " + saying;
    }

    /// In which field of its card a paper has something that its description holds; empty where that need not be said, as its text shows it.
    private Optional<String> where(Card card, List<Sought> sought, boolean inText) {
        var place = places.computeIfAbsent(card.id(), _ -> places(card)).stream()
                .filter(p -> p.words.stream().anyMatch(w -> w.holds(sought))).map(Place::saying).findFirst();
        return place.isPresent() || inText ? place : Optional.of("in its description");
    }

    private List<Place> places(Card card) {
        return List.of(place(card.from(), "is the sender"), place(card.to(), "is the recipient"),
                place(List.of(card.number()), "is its number"), place(List.of(card.title()), "in the title"),
                place(List.of(card.dating().place()), "where it was written"),
                place(card.marking(), "is its marking"), place(List.of(card.summary()), "in the summary"));
    }

    private Place place(List<String> words, String saying) {
        return new Place(words.stream().filter(w -> !w.isEmpty()).map(marker::read).toList(), saying);
    }

    private boolean isItsDate(Wanted wanted, int doc) throws IOException {
        if (!(wanted instanceof Wanted.Moment(var _, var days))) return false;
        var papers = dated.get(days);
        if (papers == null) dated.put(days, papers = among(QueryMaker.days(days)));
        return papers.contains(doc);
    }

    /// Everything that is read of a card stands in the description that is indexed.
    private boolean isDescribed(Wanted wanted, int doc) throws IOException {
        var papers = described.get(wanted);
        if (papers == null) described.put(wanted, papers = among(maker.query(wanted, List.of(Fields.HEAD))));
        return papers.contains(doc);
    }

    /// Those of the papers that a query finds.
    private Set<Integer> among(Query query) throws IOException {
        var found = new HashSet<Integer>();
        var searcher = audience.searcher();
        var weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (var i = 0; i < docs.length; ) {
            var leaf = audience.leafOf(docs[i]);
            var end = leaf.docBase + leaf.reader().maxDoc();
            var scorer = weight.scorer(leaf);
            var papers = scorer == null ? DocIdSetIterator.empty() : scorer.iterator();
            for (; i < docs.length && docs[i] < end; i++) {
                var doc = docs[i] - leaf.docBase;
                if (papers.docID() == doc || papers.docID() < doc && papers.advance(doc) == doc) found.add(docs[i]);
            }
        }
        return found;
    }
}
