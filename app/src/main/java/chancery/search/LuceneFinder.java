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
import java.util.SequencedSet;
import java.util.function.Function;

/// Answers questions from a [LuceneIndex]: hits, counts and passages from the levels that the reader may see, cards from the reader's own room.
public final class LuceneFinder implements Finder {
    private static final int VALUES = 12;
    private static final int YEARS = 200;
    private final LuceneIndex index;
    private final Function<Reader, ReadingRoom> rooms;

    /// @param index the index to search; closed with the finder's owner, not by it
    /// @param rooms opens a room for a reader: `stacks::room`
    public LuceneFinder(LuceneIndex index, Function<Reader, ReadingRoom> rooms) {
        this.index = index;
        this.rooms = rooms;
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
    public List<Mark> marks(String query, PlainLayer layer) {
        var lexicon = new Lexicon();
        return new Marker(lexicon).marks(Sought.inText(QueryReader.read(query), lexicon), layer.text());
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
            this.question = QueryReader.read(request.query());
            this.maker = new QueryMaker(audience, lexicon);
            notes.addAll(question.notes());
        }

        SearchResult result() throws IOException {
            var made = maker.make(question, box(), request.strict());
            var gathered = Harvest.gather(audience, request, made);
            var hits = hits(gathered);
            var facets = facets(gathered.counts());
            if (made.undated().isPresent()) undated(audience.searcher().count(made.undated().get()));
            notes.addAll(maker.notes());
            return new SearchResult(request, new QueryReading(words(), List.copyOf(notes)), gathered.total(), gathered.withAll(), hits, facets, unsearched);
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
            for (var i = 0; i < ids.size(); i++) {
                var card = cards.get(ids.get(i));
                var found = passages.getOrDefault(docs.get(i), Passages.Found.NOTHING);
                if (card != null) hits.add(new Hit(card, found.snippets(), "", gathered.hits().get(i).all()));
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
            var values = new ArrayList<Value>();
            for (var i = 0; i < counts.length; i++) if (counts[i] > 0 || !chosen.isEmpty() && chosen.contains(labels.value(i))) values.add(new Value(labels.value(i), labels.label(i), counts[i], chosen.contains(labels.value(i))));
            if (values.isEmpty()) return Optional.empty();
            values.sort(Comparator.comparingLong((Value v) -> -v.count()).thenComparing(Value::label).thenComparing(Value::value));
            var most = dimension == Dimension.YEAR ? YEARS : VALUES;
            var shown = new ArrayList<Value>();
            for (var i = 0; i < values.size(); i++) if (i < most || values.get(i).chosen()) shown.add(values.get(i));
            return Optional.of(new Facet(dimension, shown, values.size() - shown.size()));
        }
    }
}
