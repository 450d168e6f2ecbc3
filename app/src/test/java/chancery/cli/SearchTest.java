package chancery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.archive.ArchiveFolder;
import chancery.document.Reader;
import chancery.document.RecordId;
import chancery.search.LuceneIndex;
import chancery.web.WebServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Who measures the search by `search --queries` measures what readers see: the first ten of the page of results, in its order.
class SearchTest {
    private static final Path SAMPLE = Path.of("src/main/resources/chancery/sample/papers");
    private static final List<String> QUERIES = List.of("regent", "oil concessions", "\"oil concessions\"",
            "\"two divisions\"", "two divisions at the frontier", "who saw the gun wheels at Haute-Tourbe", "pumps -flour",
            "oil OR wheat", "(oil OR wheat) telegram", "conces*", "?il", "telegrm~", "\"gun wheels\"~5", "from:tressider",
            "to:department from:garth", "no:202", "kind:letter", "kind:letter regent", "date:1934", "date:\"before 1934\"",
            "place:velisk", "marking:secret", "people:pell", "subject:oil", "holding:k12", "collection:crisis", "title:minute",
            "Fenwarren to Pell", "cablegram 202", "telegram of 9 February 1934", "1934", "haskvold", "Haskvold's pledge",
            "the", "zzzz", "oil zzzz", "  padded   words ", "\"open quote", "((", "a AND NOT", "Lothmar", "own name", "Trémarec", "tremarec", "рота",
            "harbourmaster jetty pumps crates flour lamp oil cow steamer", "every word of this question is in no paper of the archive at all");
    @TempDir
    Path temp;

    @Test
    void findsTheFirstTenOfThePageOfResults() throws Exception {
        var archive = temp.resolve("archive");
        run("init", archive.toString(), "--title", "Sample");
        run("import", archive.toString(), SAMPLE.toString(), "--release", "public");
        Files.writeString(archive.resolve(ArchiveFolder.NAMES), "own name | Sablonne\n");
        var file = Files.write(temp.resolve("queries.txt"), QUERIES);
        var rows = run("search", archive.toString(), "--queries", file.toString()).lines().map(JsonMapper.builder().build()::readTree).toList();
        assertEquals(QUERIES, rows.stream().map(r -> r.get("query").asString()).toList());
        var full = 0;
        try (var folder = ArchiveFolder.open(archive, Instant::now); var index = LuceneIndex.read(folder.index()); var finder = Wiring.finder(folder, index);
                var server = new WebServer(folder.settings(), folder.stacks()::room, finder, folder.letters(),
                        Instant::now, "127.0.0.1", 0); var client = HttpClient.newHttpClient()) {
            for (var row : rows) {
                var query = row.get("query").asString();
                var hits = new ArrayList<String>();
                row.get("hits").forEach(h -> hits.add(h.asString()));
                assertEquals(shown(client, server.port(), query, folder), hits, query);
                if (hits.size() == 10) full++;
            }
        }
        assertTrue(full > 5, "full pages were compared: " + full);
        assertTrue(rows.stream().anyMatch(r -> r.get("hits").isEmpty()));
    }

    @Test
    void findsClaimsAsThePageOfClaimsDoes() throws Exception {
        var archive = temp.resolve("archive");
        run("init", archive.toString(), "--title", "Sample");
        run("import", archive.toString(), SAMPLE.toString(), "--release", "public");
        for (var question : List.of("about:oats", "about:\"two divisions\" known-by:1934-02-03", "known-by:1933", "from:Pell about:oats", "about:zzzz")) {
            var rows = run("search", archive.toString(), question, "--json", "--limit", "30").lines().map(JsonMapper.builder().build()::readTree).toList();
            var said = rows.stream().map(r -> r.get("claim").asString()).toList();
            assertEquals(claims(archive, question), said, question);
            assertEquals(question.contains("zzzz"), said.isEmpty(), question);
        }
        var told = run("search", archive.toString(), "about:\"two divisions\" known-by:1934-02-03", "--limit", "1").lines().toList();
        assertTrue(told.getFirst().matches("0 accepted, \\d+ proposed; 1 shown\\."), told.getFirst());
        assertTrue(told.get(2).startsWith("“") && told.get(3).contains(" ← ") && told.get(3).contains(" · proposed · "), told::toString);
        assertEquals(2, Chancery.run("search", archive.toString(), "about:oats known-by:soon"));
        assertEquals(2, Chancery.run("search", archive.toString(), "about:oats", "--as-typed"));
    }

    @Test
    void acceptedClaimsComeFirst() throws Exception {
        var archive = temp.resolve("archive");
        run("init", archive.toString(), "--title", "Sample");
        run("import", archive.toString(), SAMPLE.toString(), "--release", "public");
        var before = all(archive);
        var last = before.getLast().get("claim").asString();
        run("decide", archive.toString(), "accept", "claim=" + last);
        var after = all(archive);
        assertEquals(before.size(), after.size());
        assertEquals(last, after.getFirst().get("claim").asString());
        assertEquals("accepted", after.getFirst().get("state").asString());
        assertTrue(after.stream().skip(1).allMatch(r -> r.get("state").asString().equals("proposed")));
        assertTrue(run("search", archive.toString(), "known-by:1940", "--limit", "2").startsWith("1 accepted, " + (before.size() - 1) + " proposed; 2 shown."));
    }

    private static List<JsonNode> all(Path archive) throws IOException {
        return run("search", archive.toString(), "known-by:1940", "--json", "--limit", "1000").lines().map(JsonMapper.builder().build()::readTree).toList();
    }

    /// The claims of the first page.
    private static List<String> claims(Path archive, String question) throws Exception {
        try (var folder = ArchiveFolder.open(archive, Instant::now); var index = LuceneIndex.read(folder.index()); var finder = Wiring.finder(folder, index);
                var server = new WebServer(folder.settings(), folder.stacks()::room, finder, folder.letters(), Instant::now, "127.0.0.1", 0);
                var client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build()) {
            var address = URI.create("http://127.0.0.1:" + server.port() + "/search?q=" + URLEncoder.encode(question, StandardCharsets.UTF_8));
            var answer = client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
            return Jsoup.parse(answer.body()).select("ol.claims > li h2 a").stream().map(a -> a.attr("href").split("[/?]")[2]).toList();
        }
    }

    /// The delivery paths of the first ten papers on the page.
    private static List<String> shown(HttpClient client, int port, String query, ArchiveFolder folder) throws Exception {
        var address = URI.create("http://127.0.0.1:" + port + "/search?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
        var answer = client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        assertEquals(200, answer.statusCode(), query);
        return Jsoup.parse(answer.body()).select("ol.papers > li:has(a[href^=/record/])").stream().limit(10)
                .map(li -> li.selectFirst("a[href^=/record/]").attr("href").split("[/?]")[2])
                .map(id -> folder.stacks().room(Reader.PUBLIC).record(new RecordId(id)).orElseThrow().document()).toList();
    }

    private static String run(String... args) throws IOException {
        var out = System.out;
        try (var said = new ByteArrayOutputStream()) {
            System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
            assertEquals(0, Chancery.run(args), said::toString);
            return said.toString(StandardCharsets.UTF_8);
        } finally {
            System.setOut(out);
        }
    }
}
