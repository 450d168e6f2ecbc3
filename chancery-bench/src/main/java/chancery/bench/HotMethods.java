package chancery.bench;

import chancery.archive.ArchiveFolder;
import chancery.archive.DeliveryNote;
import chancery.archive.Desk;
import chancery.archive.SettingsFile;
import chancery.cable.HeadingReader;
import chancery.cable.HeadingReading;
import chancery.cable.HeadingSource;
import chancery.claim.AttributionReader;
import chancery.claim.Claim;
import chancery.claim.Dossier;
import chancery.claim.ProvenanceGraph;
import chancery.claim.TextToRead;
import chancery.document.Access;
import chancery.document.Node.Element;
import chancery.document.PlainLayer;
import chancery.document.Reader;
import chancery.document.Text;
import chancery.document.TextXml;
import chancery.search.Dimension;
import chancery.search.Finder;
import chancery.search.Indexer;
import chancery.search.LuceneFinder;
import chancery.search.LuceneIndex;
import chancery.search.SearchRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/// What runs for each paper of an intake, or for each page that is shown. An operation is all papers of the sample
/// once, for headings one; of a search, all [Searched#QUERIES] once.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class HotMethods {
    private final List<Text> texts = Sample.papers().stream().flatMap(p -> p.texts().stream()).map(t -> t.text()).toList();
    private final List<String> stored = texts.stream().map(t -> TextXml.write(t.body())).toList();
    private final List<HeadingSource> headings = Sample.papers().stream().filter(p -> !p.texts().isEmpty())
            .map(p -> new HeadingSource(p.description().title(), PlainLayer.of(p.texts().getFirst().text()).text().lines().toList(), List.of(), null)).toList();
    private final AttributionReader claims = AttributionReader.shipped();
    private final List<TextToRead> toRead = toRead();
    private int next;

    private static List<TextToRead> toRead() {
        var read = new ArrayList<TextToRead>();
        for (var paper : Sample.papers()) {
            for (var text : paper.texts()) {
                if (!text.text().language().startsWith("en")) continue;
                var layer = PlainLayer.of(text.text());
                var heading = HeadingReader.read(new HeadingSource(paper.description().title(), layer.text().lines().toList(), List.of(), null)).heading();
                read.add(new TextToRead(paper.path(), layer, paper.description().title(), paper.description().dating().edtf(), Optional.of(heading)));
            }
        }
        return read;
    }

    /// An archive that is searched: the sample with its decisions, or one of your own (`-p archive=FOLDER`, its public papers).
    @State(Scope.Benchmark)
    public static class Searched {
        static final List<String> QUERIES = List.of("oil concession", "\"oil concession\"",
                "pumps -cow", "conces*", "from:Tressider regent", "(division OR regiment) date:1934");

        @Param("sample")
        public String archive = "sample";

        private @Nullable Path made;
        private @Nullable ArchiveFolder folder;
        private @Nullable LuceneIndex index;
        private @Nullable Finder finder;
        private List<Dossier> dossiers = List.of();

        @Setup
        public void open() throws IOException {
            var own = !archive.equals("sample");
            if (!own) made = sample();
            var opened = ArchiveFolder.open(own ? Path.of(archive) : Objects.requireNonNull(made), InstantSource.system());
            folder = opened;
            var searched = own ? LuceneIndex.read(opened.index()) : LuceneIndex.own(opened.index());
            index = searched;
            if (!own) new Indexer(opened.stacks(), searched).follow();
            finder = new LuceneFinder(searched, opened.stacks()::room);
            dossiers = opened.stacks().room(Reader.PUBLIC).claims().claims().stream().map(Claim::dossier).filter(d -> !d.attestations().isEmpty()).toList();
            if (finder.find(SearchRequest.of(""), Reader.PUBLIC).total() == 0) throw new IllegalStateException("no public paper in " + archive);
        }

        private static Path sample() throws IOException {
            var at = Files.createTempDirectory("hot").resolve("archive");
            ArchiveFolder.init(at, SettingsFile.titled("Sample"), new byte[0], InstantSource.system());
            try (var made = ArchiveFolder.open(at, InstantSource.system()); var accession = made.stacks()
                    .accession(new DeliveryNote("sample", "bench", "bench", Access.PUBLIC, false, List.of(), false, true))) {
                accession.take(Sample.papers());
                accession.finish();
                if (made.stacks().desk().decide("bench", "the bundled sample", Sample.decisions()) instanceof Desk.Outcome.Refused(var complaints))
                    throw new IllegalStateException(complaints.toString());
            }
            return at;
        }

        @TearDown
        public void close() throws IOException {
            if (finder != null) finder.close();
            if (index != null) index.close();
            if (folder != null) folder.close();
            if (made == null) return;
            try (var all = Files.walk(made.getParent())) {
                for (var path : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
            }
        }

        Finder finder() {
            return Objects.requireNonNull(finder);
        }
    }

    /// Twenty hits with their passages and why they are there; the counts of such a question are remembered.
    @Benchmark
    public void passages(Searched archive, Blackhole sink) {
        for (var query : Searched.QUERIES) sink.consume(archive.finder().find(SearchRequest.of(query), Reader.PUBLIC));
    }

    /// Every value of a dimension, counted anew.
    @Benchmark
    public void facet(Searched archive, Blackhole sink) {
        for (var query : Searched.QUERIES) sink.consume(archive.finder().values(SearchRequest.of(query), Dimension.FROM, Reader.PUBLIC));
    }

    /// What was typed, read as a question with the other names of its names.
    @Benchmark
    public void readQuery(Searched archive, Blackhole sink) {
        for (var query : Searched.QUERIES) sink.consume(archive.finder().fewer(query));
    }

    /// The claims and inquiries of every English text.
    @Benchmark
    public void readClaims(Blackhole sink) {
        for (var text : toRead) sink.consume(claims.read(text));
    }

    /// How independent the reports of every claim are, from its chains on.
    @Benchmark
    public void independence(Searched archive, Blackhole sink) {
        for (var dossier : archive.dossiers) sink.consume(ProvenanceGraph.of(dossier).independence());
    }

    @Benchmark
    public void plainLayer(Blackhole sink) {
        for (var text : texts) sink.consume(PlainLayer.of(text));
    }

    @Benchmark
    public void readStoredText(Blackhole sink) {
        for (var xml : stored) {
            Element body = TextXml.read(xml);
            sink.consume(body);
        }
    }

    /// Headings per second and core.
    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    @OutputTimeUnit(TimeUnit.SECONDS)
    public HeadingReading readHeading() {
        return HeadingReader.read(headings.get(next++ % headings.size()));
    }
}
