package chancery.search;

import chancery.archive.Card;
import chancery.archive.ReadingRoom;
import chancery.document.PlainLayer;
import chancery.document.Reader;
import chancery.document.RecordId;
import chancery.search.Question.Wanted;
import chancery.search.SearchResult.Facet;
import chancery.search.SearchResult.Hit;
import chancery.search.SearchResult.QueryReading;
import chancery.search.SearchResult.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/// Answers questions from a [LuceneIndex]: hits, counts and passages from the levels that the reader may see, cards from the reader's own room.
public final class LuceneFinder implements Finder {
    private static final int VALUES = 12, PAPERS = 4, LEXICONS = 4;
    private final LuceneIndex index;
    private final Function<Reader, ReadingRoom> rooms;
    private final Names names;
    private final Weights weights;
    private final BlockingQueue<Lexicon> lexicons = new ArrayBlockingQueue<>(LEXICONS); // at rest, with what they remember

    /// A finder that knows the names that come with the program.
    public LuceneFinder(LuceneIndex index, Function<Reader, ReadingRoom> rooms) {
        this(index, rooms, Names.bundled());
    }

    /// @param index the index to search; closed with the finder's owner, not by it
    /// @param rooms opens a room for a reader: `stacks::room`
    /// @param names the other names of the same, to which queries are widened
    public LuceneFinder(LuceneIndex index, Function<Reader, ReadingRoom> rooms, Names names) {
        this(index, rooms, names, Weights.USUAL);
    }

    LuceneFinder(LuceneIndex index, Function<Reader, ReadingRoom> rooms, Names names, Weights weights) {
        this.index = index;
        this.rooms = rooms;
        this.names = names;
        this.weights = weights;
    }

    @Override
    public SearchResult find(SearchRequest request, Reader reader) {
        return search(request, reader, Search::result);
    }

    @Override
    public List<RecordId> all(SearchRequest request, Reader reader) {
        return search(request, reader, Search::all);
    }

    @Override
    public List<Value> values(SearchRequest request, Dimension dimension, Reader reader) {
        return search(request.withPage(1).withSize(1), reader, s -> s.values(dimension));
    }

    @Override
    public List<String> meant(String query, Reader reader) {
        return search(SearchRequest.of(query), reader, s -> Meant.of(s.question, query, s.audience, s.lexicon));
    }

    @Override
    public List<Fewer> fewer(String query) {
        return Meant.fewer(read(query, false), query);
    }

    @Override
    public List<Suggestion> suggest(String typed, Reader reader) {
        var words = Names.words(typed);
        if (String.join("", words).length() < 2) return List.of();
        var all = new ArrayList<>(search(SearchRequest.of(typed), reader,
                s -> Suggestions.of(Suggestions.withoutHouse(typed), s.audience, s.audience.everyCount(s.lexicon))));
        var figures = words.stream().filter(w -> w.chars().anyMatch(Character::isDigit)).toList();
        if (!figures.isEmpty()) {
            all.addAll(papers("no", figures, reader)); // *cablegram 175A* has the number 175A
            all.addAll(papers("holding", Suggestions.withoutHouse(typed), reader));
        }
        all.addAll(papers("title", words, reader));
        return all.stream().distinct().toList();
    }

    /// The first papers with all words in a field, the last of which may not be typed to its end.
    private List<Suggestion> papers(String field, List<String> words, Reader reader) {
        var query = words.stream().map(w -> field + ":" + w).collect(Collectors.joining(" ")) + "*";
        return find(SearchRequest.of(query).withSize(PAPERS), reader).hits().stream().map(hit -> Suggestion.of(hit.card())).toList();
    }

    private interface Asking<T> {
        T of(Search search) throws IOException;
    }

    private <T> T search(SearchRequest request, Reader reader, Asking<T> asking) {
        var moment = index.now();
        var lexicon = lexicon();
        try {
            return asking.of(new Search(request, reader, moment.audience(reader), lexicon));
        } catch (IOException e) {
            throw index.failed("searched", e);
        } finally {
            lexicons.offer(lexicon);
            index.release(moment);
        }
    }

    /// One that is at rest, or a new one; to be put back, or not where there are enough.
    private Lexicon lexicon() {
        var known = lexicons.poll();
        return known == null ? new Lexicon() : known;
    }

    @Override
    public List<Mark> marks(String query, boolean asTyped, PlainLayer layer) {
        var lexicon = lexicon();
        try {
            return new Marker(lexicon).marks(Sought.inText(read(query, asTyped), lexicon), layer.text());
        } finally {
            lexicons.offer(lexicon);
        }
    }

    @Override
    public Wording wording(String query) {
        return new Wording(read(query, false));
    }

    private Question read(String query, boolean asTyped) {
        return QueryReader.read(query, asTyped ? Names.NONE : names);
    }

    @Override
    public void close() {}

    /// One question being answered.
    private final class Search {
        private final SearchRequest request;
        private final Reader reader;
        private final Audience audience;
        private final Lexicon lexicon;
        private final Question question;
        private final QueryMaker maker;
        private final List<String> notes = new ArrayList<>();
        private final List<String> unsearched = new ArrayList<>();
        private @Nullable Optional<Wanted.Days> box;

        Search(SearchRequest request, Reader reader, Audience audience, Lexicon lexicon) {
            this.request = request;
            this.reader = reader;
            this.audience = audience;
            this.lexicon = lexicon;
            this.question = read(request.query(), request.asTyped());
            this.maker = new QueryMaker(audience, lexicon, weights);
            notes.addAll(question.notes());
        }

        SearchResult result() throws IOException {
            var made = maker.make(question, box(), request.strict());
            var totals = audience.totals()
                    .of(new Totals.Asked(question, box(), request.chosen(), request.strict(), weights.everyWordFirst()), () -> count(made));
            var hits = hits(Ranking.page(audience, request, made));
            undated(totals.undated());
            if (asksWords()) wordless(totals.wordless());
            notes.addAll(maker.notes());
            if (made.all().isEmpty() && !request.strict() && request.sort() == SearchRequest.Sort.RELEVANCE && totals.total() > 0 && made.many())
                notes.add("Of so many words few papers have every one: the best come first, and each says what it lacks.");
            return new SearchResult(request, new QueryReading(words(), List.copyOf(notes), widened()),
                    totals.total(), totals.withAll(), hits, totals.facets(), totals.months(), unsearched);
        }

        private Totals count(QueryMaker.Made made) throws IOException {
            var counts = Tally.of(audience, request, made);
            var searcher = audience.searcher();
            return new Totals(counts.total(), counts.withAll(), List.copyOf(facets(counts.values())), Collections.unmodifiableSortedMap(months(counts)),
                    made.undated().isPresent() ? searcher.count(made.undated().get()) : 0, searcher.count(new TermQuery(new Term(Fields.WORDLESS, "1"))));
        }

        /// The names that were widened, with those of their other names that the reader's papers may hold.
        private List<SearchResult.Widened> widened() throws IOException {
            var reader = audience.searcher().getIndexReader();
            var weigher = new NameQueries(reader, lexicon, weights.otherName());
            var widened = new ArrayList<SearchResult.Widened>();
            for (var name : QueryNames.all(question)) {
                var others = new ArrayList<String>();
                for (var other : name.others()) if (weigher.mayOccur(other.wanted())) others.add(other.name());
                if (!others.isEmpty()) widened.add(new SearchResult.Widened(QueryWords.name(name.typed()), others));
            }
            return widened;
        }

        /// By month, as if no dates were asked for in the box.
        private SortedMap<String, Long> months(Tally.Counts counts) throws IOException {
            if (box().isEmpty()) return counts.months().counts();
            return Tally.months(audience, request.withDates(""), maker.make(question, Optional.empty(), request.strict())).counts();
        }

        List<RecordId> all() throws IOException {
            var ids = new ArrayList<RecordId>();
            for (var hit : Ranking.every(audience, request, maker.make(question, box(), request.strict())))
                ids.add(new RecordId(audience.column(hit.doc(), Fields.ID)));
            return ids;
        }

        List<Value> values(Dimension dimension) throws IOException {
            var counts = Tally.of(audience, request, maker.make(question, box(), request.strict())).values().getOrDefault(dimension, new long[0]);
            return values(dimension, counts);
        }

        private String words() {
            if (request.dates().isBlank() || !(DateWords.read(request.dates()) instanceof DateWords.Meaning.Days d)) return question.words();
            return question.words() + ", dated " + d.words();
        }

        private Optional<Wanted.Days> box() {
            var known = box;
            return known != null ? known : (box = readBox());
        }

        private Optional<Wanted.Days> readBox() {
            if (request.dates().isBlank()) return Optional.empty();
            return switch (DateWords.read(request.dates())) {
                case DateWords.Meaning.Days d -> {
                    if (!d.note().isEmpty()) notes.add(d.note());
                    yield Optional.of(new Wanted.Days(d.first(), d.last(), request.certain()));
                }
                case DateWords.Meaning.NoDate(var typed) -> {
                    notes.add("“%s” is not a date that can be read; papers of every date are shown.".formatted(typed));
                    yield Optional.empty();
                }
            };
        }

        private boolean asksWords() {
            return !Sought.inText(question, lexicon).isEmpty();
        }

        private void wordless(int papers) {
            if (papers > 0)
                unsearched.add(papers == 1 ? "1 paper has no text here and was searched by its description only."
                        : "%,d papers have no text here and were searched by their description only.".formatted(papers));
        }

        private void undated(int papers) {
            if (papers > 0) unsearched.add(papers == 1 ? "1 undated paper was not considered." : "%,d undated papers were not considered.".formatted(papers));
        }

        private List<Hit> hits(List<Ranking.Hit> found) throws IOException {
            var docs = found.stream().map(Ranking.Hit::doc).toList();
            var passages = new Passages(audience, Sought.inText(question, lexicon), maker).in(docs);
            var ids = new ArrayList<RecordId>(docs.size());
            for (var doc : docs) ids.add(new RecordId(audience.column(doc, Fields.ID)));
            var cards = new HashMap<RecordId, Card>();
            for (var card : rooms.apply(reader).cards(ids)) cards.put(card.id(), card);
            var hits = new ArrayList<Hit>();
            var why = new Why(question, audience, maker, lexicon, docs);
            for (var i = 0; i < ids.size(); i++) {
                var card = cards.get(ids.get(i));
                var shown = passages.getOrDefault(docs.get(i), Passages.Found.NOTHING);
                if (card != null) hits.add(new Hit(card, shown.snippets(), why.of(card, docs.get(i), shown.clauses()), found.get(i).all()));
            }
            return hits;
        }

        private List<Facet> facets(Map<Dimension, long[]> counts) throws IOException {
            var facets = new ArrayList<Facet>();
            for (var dimension : Dimension.values()) facet(dimension, counts.getOrDefault(dimension, new long[0])).ifPresent(facets::add);
            return facets;
        }

        private Optional<Facet> facet(Dimension dimension, long[] counts) throws IOException {
            var labels = audience.labels(dimension);
            var chosen = request.chosen(dimension);
            var first = Comparator.comparingLong((Integer v) -> -counts[v]).thenComparing(labels::label).thenComparing(labels::value);
            var best = new PriorityQueue<>(first.reversed()); // the last of them at the head
            var kept = new TreeSet<>(first);
            var all = 0;
            for (var v = 0; v < counts.length; v++) {
                var isChosen = !chosen.isEmpty() && chosen.contains(labels.value(v));
                if (counts[v] == 0 && !isChosen) continue;
                all++;
                if (isChosen) kept.add(v);
                if (best.size() == VALUES && counts[v] < counts[best.element()]) continue;
                best.add(v);
                if (best.size() > VALUES) best.remove();
            }
            if (all == 0) return Optional.empty();
            kept.addAll(best);
            var shown = kept.stream().map(v -> new Value(labels.value(v), labels.label(v), counts[v], chosen.contains(labels.value(v)))).toList();
            return Optional.of(new Facet(dimension, shown, all - shown.size()));
        }

        /// Those that occur or are chosen, the most frequent first.
        private List<Value> values(Dimension dimension, long[] counts) throws IOException {
            var labels = audience.labels(dimension);
            var chosen = request.chosen(dimension);
            var values = new ArrayList<Value>();
            for (var i = 0; i < counts.length; i++)
                if (counts[i] > 0 || !chosen.isEmpty() && chosen.contains(labels.value(i)))
                    values.add(new Value(labels.value(i), labels.label(i), counts[i], chosen.contains(labels.value(i))));
            values.sort(Comparator.comparingLong((Value v) -> -v.count()).thenComparing(Value::label).thenComparing(Value::value));
            return values;
        }
    }
}
