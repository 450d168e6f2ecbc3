package chancery.search;

import chancery.search.Question.Bond;
import chancery.search.Question.Clause;
import chancery.search.Question.FieldName;
import chancery.search.Question.Role;
import chancery.search.Question.Wanted;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Function;
import org.apache.lucene.document.IntRange;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/// Turns a question into what Lucene runs for one audience. For one question; not for sharing between threads.
final class QueryMaker {
    private static final List<String> ALL_FIELDS = List.of(Fields.TEXT, Fields.HEAD);
    private final Audience audience;
    private final Lexicon lexicon;
    private final Weights weights;
    private final SequencedSet<String> notes = new LinkedHashSet<>();

    private List<Role> roles = List.of();

    QueryMaker(Audience audience, Lexicon lexicon, Weights weights) {
        this.weights = weights;
        this.audience = audience;
        this.lexicon = lexicon;
    }

    /// What Lucene runs.
    ///
    /// @param papers  those that count, weighed
    /// @param plain   the same, not weighed
    /// @param every   those of them that have every word, weighed as in `papers`; empty where every one has
    /// @param all     what a paper must have to have every word; empty where every one has
    /// @param undated those without a date that would count but for a date asked for; empty where none was asked for
    /// @param many   whether it has so many words that papers with every one do not come first
    /// @param scored  whether the score says anything
    record Made(Query papers, Query plain, Optional<Query> every, Optional<Query> all, Optional<Query> undated, boolean many, boolean scored) {}

    /// A clause and what Lucene runs for it.
    ///
    /// @param plain   to find papers
    /// @param weighed to weigh them too: with what it is worth that a word stands in the title, where all words do that are found there
    private record Part(Clause clause, Query plain, Query weighed) {
        boolean isWord() {
            return clause.bond() == Bond.WORD;
        }

        boolean isDays() {
            return clause.bond() == Bond.MUST && clause.wanted() instanceof Wanted.Days;
        }
    }

    /// @param box    the days of the date box
    /// @param strict whether only papers with every word count
    Made make(Question question, Optional<Wanted.Days> box, boolean strict) throws IOException {
        roles = question.roles();
        var parts = new ArrayList<Part>();
        for (var clause : question.clauses()) parts.add(part(clause));
        if (box.isPresent()) parts.add(part(new Clause(Bond.MUST, box.get())));
        var words = parts.stream().filter(Part::isWord).toList();
        var hints = hints(words);
        var plain = all(parts, strict, Part::plain);
        var haveEvery = strict || words.size() <= needed(words.size()) || words.size() > weights.everyWordFirst();
        var dateless = parts.stream().filter(p -> !p.isDays()).toList();
        return new Made(hinted(all(parts, strict, Part::weighed), hints), plain,
                haveEvery ? Optional.empty() : Optional.of(hinted(all(parts, true, Part::weighed), hints)),
                haveEvery ? Optional.empty() : Optional.of(all(words)),
                dateless.size() == parts.size() ? Optional.empty() : Optional.of(undated(all(dateless, strict, Part::plain))),
                words.size() > weights.everyWordFirst(),
                parts.stream().anyMatch(p -> p.clause.bond() != Bond.NOT && !(p.clause.wanted() instanceof Wanted.Days)));
    }

    /// What had to be cut short, as sentences.
    List<String> notes() {
        return List.copyOf(notes);
    }

    /// How many of some words a paper must have: all of one or two, else two of five.
    static int needed(int words) {
        return words <= 2 ? words : (2 * words + 4) / 5;
    }

    private Part part(Clause clause) throws IOException {
        var plain = query(clause.wanted());
        var isWord = clause.bond() == Bond.WORD && clause.wanted() instanceof Wanted.Plain;
        return new Part(clause, plain, isWord ? any(List.of(plain, inTitle(clause.wanted()))) : plain);
    }

    private static Query all(List<Part> parts, boolean strict, Function<Part, Query> query) {
        var b = new BooleanQuery.Builder();
        for (var part : parts) {
            b.add(query.apply(part), switch (part.clause.bond()) {
                case WORD -> strict ? Occur.MUST : Occur.SHOULD;
                case MUST -> part.clause.wanted() instanceof Wanted.Days ? Occur.FILTER : Occur.MUST;
                case NOT -> Occur.MUST_NOT;
            });
        }
        if (parts.stream().allMatch(p -> p.clause.bond() == Bond.NOT)) b.add(new MatchAllDocsQuery(), Occur.FILTER);
        if (!strict) b.setMinimumNumberShouldMatch(needed((int) parts.stream().filter(Part::isWord).count()));
        return b.build();
    }

    private static Query hinted(Query papers, List<Query> hints) {
        return hints.isEmpty() ? papers : new BooleanQuery.Builder().add(papers, Occur.MUST).add(any(hints), Occur.SHOULD).build();
    }

    private static Query undated(Query plain) {
        return new BooleanQuery.Builder().add(plain, Occur.MUST).add(new FieldExistsQuery(Fields.MOMENT), Occur.MUST_NOT).build();
    }

    /// What speaks for a paper beside its words: that names stand in its title, that it has the
    /// number named, and that it was written by or to whom the order of names says.
    private List<Query> hints(List<Part> words) throws IOException {
        var hints = new ArrayList<Query>();
        if (words.isEmpty()) return hints;
        for (var part : words) if (part.clause.wanted() instanceof Wanted.Spelled(Wanted.Plain typed, var _)) hints.add(inTitle(typed));
        for (var role : roles)
            hints.add(hint(new Wanted.Plain(role.word()), role.field().field(), role.field() == FieldName.NO ? weights.number() : weights.role()));
        return hints;
    }

    private Query inTitle(Wanted word) throws IOException {
        return hint(word, Fields.TITLE, weights.inTitle());
    }

    private Query hint(Wanted word, String field, float worth) throws IOException {
        return new BoostQuery(new ConstantScoreQuery(query(word, List.of(field))), worth);
    }

    private static Query all(List<Part> words) {
        var b = new BooleanQuery.Builder();
        for (var word : words) b.add(word.plain, Occur.FILTER);
        return b.build();
    }

    private Query query(Wanted wanted) throws IOException {
        return query(wanted, ALL_FIELDS);
    }

    Query query(Wanted wanted, List<String> fields) throws IOException {
        return switch (wanted) {
            case Wanted.Days days -> days(days);
            case Wanted.Moment(var inText, var days) ->
                    any(List.of(query(inText, fields), new BoostQuery(new ConstantScoreQuery(days(days)), weights.date())));
            case Wanted.In(var field, var value) -> field == FieldName.DATE ? query(value) : query(value, List.of(field.field()));
            case Wanted.All(var parts) -> all(parts, fields);
            case Wanted.Any(var parts) -> {
                var choices = new ArrayList<Query>();
                for (var part : parts) choices.add(query(part, fields));
                yield any(choices);
            }
            case Wanted.Spelled name -> {
                var worth = new NameQueries(audience.searcher().getIndexReader(), lexicon, weights.otherName()).worth(name);
                var names = new ArrayList<Query>(List.of(new BoostQuery(query(name.typed(), fields), worth.getFirst())));
                for (var i = 0; i < name.others().size(); i++) names.add(new BoostQuery(query(name.others().get(i).wanted(), fields), worth.get(i + 1)));
                yield new DisjunctionMaxQuery(names, 0);
            }
            case Wanted.Not(var without) -> without(query(without, fields));
            case Wanted.Plain _, Wanted.Exact _, Wanted.Pattern _, Wanted.Like _, Wanted.Phrase _, Wanted.Held _ -> {
                var choices = new ArrayList<Query>();
                for (var sought : Sought.of(wanted, lexicon)) choices.add(inFields(sought, fields));
                yield choices.size() == 1 ? choices.getFirst() : any(choices);
            }
        };
    }

    private static Query any(List<Query> choices) {
        var b = new BooleanQuery.Builder();
        for (var choice : choices) b.add(choice, Occur.SHOULD);
        return b.build();
    }

    private Query all(List<Wanted> parts, List<String> fields) throws IOException {
        var b = new BooleanQuery.Builder();
        var asks = false;
        for (var part : parts) {
            if (part instanceof Wanted.Not(var without)) {
                b.add(query(without, fields), Occur.MUST_NOT);
            } else {
                asks = true;
                b.add(query(part, fields), Occur.MUST);
            }
        }
        if (!asks) b.add(new MatchAllDocsQuery(), Occur.FILTER);
        return b.build();
    }

    private static Query without(Query query) {
        return new BooleanQuery.Builder().add(new MatchAllDocsQuery(), Occur.FILTER).add(query, Occur.MUST_NOT).build();
    }

    static Query days(Wanted.Days days) {
        int[] first = {IndexedFace.day(days.first())}, last = {IndexedFace.day(days.last())};
        if (!days.certain()) return IntRange.newIntersectsQuery(Fields.DAYS, first, last);
        return new BooleanQuery.Builder().add(IntRange.newWithinQuery(Fields.DAYS, first, last), Occur.FILTER)
                .add(new TermQuery(new Term(Fields.DOUBTFUL, "1")), Occur.MUST_NOT).build();
    }

    private Query inFields(Sought sought, List<String> fields) throws IOException {
        var choices = new ArrayList<Query>();
        for (var field : fields) choices.add(weighed(sought.row().size() == 1 ? word(sought.row().getFirst(), field) : row(sought, field), field));
        return choices.size() == 1 ? choices.getFirst() : any(choices);
    }

    private Query weighed(Query query, String field) {
        var weight = this.weights.of(field);
        return weight == 1 ? query : new BoostQuery(query, weight);
    }

    private Query word(Sought.Form form, String field) throws IOException {
        var pattern = form.pattern();
        var synonyms = new SynonymQuery.Builder(field);
        if (pattern == null) {
            for (var term : form.terms()) synonyms.addTerm(new Term(field, term));
            return synonyms.build();
        }
        var words = expanded(field, pattern);
        if (words.isEmpty()) return new MatchNoDocsQuery();
        for (var word : words) synonyms.addTerm(new Term(field, word));
        return synonyms.build();
    }

    private static Query row(Sought sought, String field) {
        var b = new MultiPhraseQuery.Builder().setSlop(sought.reach());
        for (var form : sought.row()) b.add(form.terms().stream().map(t -> new Term(field, t)).toArray(Term[]::new));
        return b.build();
    }

    /// The words of the index that a pattern stands for in a field.
    List<BytesRef> expanded(String field, Sought.Pattern pattern) throws IOException {
        var found = audience.expansions().of(field, pattern);
        if (found.cut())
            notes.add("“%s…” stands for very many words; the %d that are in most papers were looked for.".formatted(pattern.core(), Expansions.MOST));
        return found.words();
    }
}
