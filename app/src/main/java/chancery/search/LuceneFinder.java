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
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SequencedSet;
import java.util.TreeSet;
import java.util.function.Function;

/// Answers questions from a [LuceneIndex]: hits, counts and passages from the levels that the reader may see, cards from the reader's own room.
public final class LuceneFinder implements Finder {
    private static final int VALUES = 12;
    private static final int YEARS = 200;
    private final LuceneIndex index;
    private final Function<Reader, ReadingRoom> rooms;
    private final Names names;
    private final Weights weights;

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
        var moment = index.now();
        try {
            return new Search(request, reader, moment.audience(reader)).result();
        } catch (IOException e) {
            throw index.failed("searched", e);
        } finally {
            index.release(moment);
        }
    }

    @Override
    public List<Mark> marks(String query, boolean asTyped, PlainLayer layer) {
        var lexicon = new Lexicon();
        return new Marker(lexicon).marks(Sought.inText(read(query, asTyped), lexicon), layer.text());
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
        private final Lexicon lexicon = new Lexicon();
        private final Question question;
        private final QueryMaker maker;
        private final List<String> notes = new ArrayList<>();
        private final List<String> unsearched = new ArrayList<>();

        Search(SearchRequest request, Reader reader, Audience audience) {
            this.request = request;
            this.reader = reader;
            this.audience = audience;
            this.question = read(request.query(), request.asTyped());
            this.maker = new QueryMaker(audience, lexicon, weights);
            notes.addAll(question.notes());
        }

        SearchResult result() throws IOException {
            var made = maker.make(question, box(), request.strict());
            var gathered = Harvest.gather(audience, request, made);
            var hits = hits(gathered);
            var facets = facets(gathered.counts());
            if (made.undated().isPresent()) undated(audience.searcher().count(made.undated().get()));
            notes.addAll(maker.notes());
            if (made.all().isEmpty() && !request.strict() && request.sort() == SearchRequest.Sort.RELEVANCE && gathered.total() > 0 && made.many()) notes.add("Of so many words few papers have every one: the best come first, and each says what it lacks.");
            return new SearchResult(request, new QueryReading(words(), List.copyOf(notes), widened()), gathered.total(), gathered.withAll(), hits, facets, unsearched);
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

        private String words() {
            if (request.dates().isBlank() || !(DateWords.read(request.dates()) instanceof DateWords.Meaning.Days d)) return question.words();
            return question.words() + ", dated " + d.words();
        }

        private Optional<Wanted.Days> box() {
            if (request.dates().isBlank()) return Optional.empty();
            return switch (DateWords.read(request.dates())) {
                case DateWords.Meaning.Days d -> {
                    if (!d.note().isEmpty()) notes.add(d.note());
                    yield Optional.of(new Wanted.Days(d.first(), d.last()));
                }
                case DateWords.Meaning.NoDate(var typed) -> {
                    notes.add("“%s” is not a date that can be read; papers of every date are shown.".formatted(typed));
                    yield Optional.empty();
                }
            };
        }

        private void undated(int papers) {
            if (papers > 0) unsearched.add(papers == 1 ? "1 undated paper was not considered" : "%,d undated papers were not considered".formatted(papers));
        }

        private List<Hit> hits(Harvest.Gathered gathered) throws IOException {
            var docs = gathered.hits().stream().map(Harvest.Hit::doc).toList();
            var passages = new Passages(audience, Sought.inText(question, lexicon), maker).in(docs);
            var ids = new ArrayList<RecordId>(docs.size());
            for (var doc : docs) ids.add(new RecordId(audience.column(doc, Fields.ID)));
            var cards = new HashMap<RecordId, Card>();
            for (var card : rooms.apply(reader).cards(ids)) cards.put(card.id(), card);
            var hits = new ArrayList<Hit>();
            var why = new Why(question, audience, maker, lexicon);
            for (var i = 0; i < ids.size(); i++) {
                var card = cards.get(ids.get(i));
                var found = passages.getOrDefault(docs.get(i), Passages.Found.NOTHING);
                if (card != null) hits.add(new Hit(card, found.snippets(), why.of(card, docs.get(i), found.clauses()), gathered.hits().get(i).all()));
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
            var chosen = Optional.<SequencedSet<String>>ofNullable(request.chosen().get(dimension)).orElse(new java.util.LinkedHashSet<>());
            var first = Comparator.comparingLong((Integer v) -> -counts[v]).thenComparing(labels::label).thenComparing(labels::value);
            var best = new PriorityQueue<>(first.reversed()); // the last of them at the head
            var most = dimension == Dimension.YEAR ? YEARS : VALUES;
            var all = 0;
            var kept = new TreeSet<>(first);
            for (var v = 0; v < counts.length; v++) {
                var isChosen = !chosen.isEmpty() && chosen.contains(labels.value(v));
                if (counts[v] == 0 && !isChosen) continue;
                all++;
                if (isChosen) kept.add(v);
                if (best.size() == most && counts[v] < counts[best.element()]) continue;
                best.add(v);
                if (best.size() > most) best.remove();
            }
            if (all == 0) return Optional.empty();
            kept.addAll(best);
            var shown = kept.stream().map(v -> new Value(labels.value(v), labels.label(v), counts[v], chosen.contains(labels.value(v)))).toList();
            return Optional.of(new Facet(dimension, shown, all - shown.size()));
        }
    }
}
