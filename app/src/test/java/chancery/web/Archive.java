package chancery.web;

import chancery.archive.ArchiveFolder;
import chancery.archive.DeliveryNote;
import chancery.archive.Desk;
import chancery.archive.Settings;
import chancery.archive.Submission;
import chancery.document.Access;
import chancery.search.Indexer;
import chancery.search.LuceneFinder;
import chancery.search.LuceneIndex;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// A served archive for tests: one key, one clock, one base address, so that two of them can be compared byte for byte.
final class Archive implements AutoCloseable {
    static final InstantSource CLOCK = () -> Instant.parse("2031-05-06T07:08:09Z");
    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);
    final ArchiveFolder folder;
    final WebServer server;
    private final LuceneIndex index;
    private final LuceneFinder finder;
    private final HttpClient client = HttpClient.newHttpClient();

    /// The bundled sample with its decisions.
    static Archive ofSample(Path root) throws IOException {
        var archive = new Archive(root, LeakTest.sample());
        archive.decide(LeakTest.decisions());
        return archive;
    }

    Archive(Path root, List<Submission> papers) {
        this(root, papers, false);
    }

    Archive(Path root, List<Submission> papers, boolean desk) {
        var settings = settings();
        folder = filled(root, papers);
        index = LuceneIndex.own(folder.index());
        follow();
        finder = new LuceneFinder(index, folder.stacks()::room);
        server = new WebServer(settings, folder.stacks()::room, finder, folder.letters(), CLOCK,
                "127.0.0.1", 0, desk ? Optional.of(folder.stacks().desk()) : Optional.empty());
    }

    /// Brings the index up to the journal.
    void follow() {
        new Indexer(folder.stacks(), index).follow();
    }

    /// Sets decisions about claims down.
    void decide(List<Desk.Row> rows) {
        if (folder.stacks().desk().decide("tester", "test", rows) instanceof Desk.Outcome.Refused(var complaints))
            throw new AssertionError(complaints.toString());
    }

    private static Settings settings() {
        return new Settings("Test Archive", "the Office", "keeper@archive.example", "Rights are known for each paper.",
                "Invented for demonstration.", Optional.of(URI.create("https://archive.example")), ZoneId.of("UTC"), Access.PUBLIC);
    }

    /// An archive that holds papers, without index or server.
    static ArchiveFolder filled(Path root, List<Submission> papers) {
        ArchiveFolder.init(root, settings(), KEY, CLOCK);
        var folder = ArchiveFolder.open(root, CLOCK);
        try (var accession = folder.stacks().accession(new DeliveryNote("papers", "papers", "tester", Access.PUBLIC, false, List.of(), false, true))) {
            accession.take(papers);
            accession.finish();
        }
        return folder;
    }

    /// Where it answers.
    String at(String path) {
        return "http://127.0.0.1:" + server.port() + path;
    }

    /// An answer: status, kept headers, body.
    String get(String path) throws IOException, InterruptedException {
        return answer(HttpRequest.newBuilder(URI.create(at(path))).build());
    }

    /// The same without a body.
    String head(String path) throws IOException, InterruptedException {
        return answer(HttpRequest.newBuilder(URI.create(at(path))).HEAD().build());
    }

    private String answer(HttpRequest request) throws IOException, InterruptedException {
        var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        return answer.statusCode() + "\n" + answer.headers().map().entrySet().stream().filter(h -> !h.getKey().equals("date") && !h.getKey().equals(":status"))
                .sorted(java.util.Map.Entry.comparingByKey()).toList() + "\n" + answer.body();
    }

    @Override
    public void close() {
        server.close();
        finder.close();
        index.close();
        folder.close();
    }
}
