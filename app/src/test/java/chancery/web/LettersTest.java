package chancery.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.archive.Papers;
import chancery.document.Access;
import chancery.document.Reader;
import chancery.document.RecordId;
import chancery.document.Release;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Readers write to the archivist; and no client searches without end.
class LettersTest {
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");
    private final HttpClient client = HttpClient.newHttpClient();
    @TempDir
    Path temp;
    private Archive archive;
    private RecordId open, closed;

    @BeforeEach
    void papers() {
        archive = new Archive(temp.resolve("archive"), List.of(Papers.paper("1.md", "An Open Paper", "1934-02-03", "Words."),
                Papers.released(Papers.paper("2.md", "A Closed Paper", "1934-02-04", "Secret words."), Release.of(Access.WITHHELD))), true);
        var all = archive.folder.stacks().room(Reader.STAFF).cards(archive.folder.stacks().records());
        open = all.stream().filter(c -> c.access() == Access.PUBLIC).findFirst().orElseThrow().id();
        closed = all.stream().filter(c -> c.access() != Access.PUBLIC).findFirst().orElseThrow().id();
    }

    @AfterEach
    void close() {
        archive.close();
    }

    private HttpResponse<String> post(String path, Map<String, String> fields, String... headers) throws Exception {
        var body = fields.entrySet().stream().map(f -> f.getKey() + "=" + View.encode(f.getValue())).collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(URI.create(archive.at(path)))
                .header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) request.headers(headers);
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private String token() throws Exception {
        var m = TOKEN.matcher(archive.get("/write/" + open));
        assertTrue(m.find());
        return m.group(1);
    }

    private Map<String, String> letter(String token) {
        return Map.of("token", token, "about", "error", "words", "Paragraph 1: “Words”, not “Word”.", "from", "reader@example.org", "website", "");
    }

    @Test
    void aLetterIsKeptAndSettledAtTheDesk() throws Exception {
        assertEquals(303, post("/write/" + open, letter(token())).statusCode());
        var kept = archive.folder.letters().list(false);
        assertEquals("Paragraph 1: “Words”, not “Word”.", kept.getFirst().words());
        assertEquals(open, kept.getFirst().record());
        for (var path : List.of("/", "/search", "/write/" + open, "/record/" + open + "/an-open-paper", "/search.jsonl"))
            assertFalse(archive.get(path).contains("reader@example.org"), path);
        assertTrue(archive.get("/desk/letters").startsWith("404"), "letters are for the desk");
        assertEquals(404, post("/desk/letters", Map.of("number", "1", "do", "done")).statusCode());
        assertEquals(1, archive.folder.letters().list(false).size());
    }

    @Test
    void aClosedPaperHasNoFormAsIfItWereNot() throws Exception {
        assertEquals(archive.get("/write/0000000000000"), archive.get("/write/" + closed));
        var absent = post("/write/0000000000000", letter(token()));
        var answer = post("/write/" + closed, letter(token()));
        assertEquals(absent.statusCode() + absent.body(), answer.statusCode() + answer.body());
        assertEquals(404, answer.statusCode());
        assertEquals(List.of(), archive.folder.letters().list(true));
    }

    @Test
    void whatIsNotTakenIsSaidAndWhatWasTypedStays() throws Exception {
        for (var wrong : List.of("", "1.2", token().replaceAll(".$", "x"), token().replaceAll("\\..*", ".") + "0".repeat(64))) {
            var answer = post("/write/" + open, letter(wrong));
            assertEquals(422, answer.statusCode(), wrong);
            assertTrue(answer.body().contains("grown old") && answer.body().contains("not “Word”"), answer.body());
        }
        assertEquals(422, post("/write/" + open, letter(token()), "Sec-Fetch-Site", "cross-site").statusCode());
        assertEquals(422, post("/write/" + open, Map.of("token", token(), "words", " ")).statusCode());
        assertEquals(422, post("/write/" + open, Map.of("token", token(), "words", "x".repeat(6_000))).statusCode());
        assertEquals(List.of(), archive.folder.letters().list(true));
    }

    @Test
    void theTrapIsToldTheSameAndNothingIsKept() throws Exception {
        var fields = new java.util.HashMap<>(letter(token()));
        fields.put("website", "https://spam.example");
        assertEquals(303, post("/write/" + open, fields).statusCode());
        assertEquals(List.of(), archive.folder.letters().list(true));
    }

    @Test
    void aClientWritesAFewLettersAnHour() throws Exception {
        for (var i = 0; i < 6; i++) assertEquals(303, post("/write/" + open, letter(token())).statusCode());
        var answer = post("/write/" + open, letter(token()));
        assertEquals(429, answer.statusCode());
        assertTrue(answer.headers().firstValue("Retry-After").isPresent());
        assertTrue(answer.body().contains("try again in 10 minutes"), answer.body());
    }

    /// A program that follows every link of every search waits; whoever reads papers does not, nor does another client.
    @Test
    void searchesAreCountedAndPapersAreNot() throws Exception {
        var last = 0;
        for (var i = 0; i < 241; i++) last = from("203.0.113.9", "/suggest?q=" + i).statusCode();
        assertEquals(429, last);
        var answer = from("203.0.113.9", "/search?q=words");
        assertEquals(429, answer.statusCode());
        assertEquals("1", answer.headers().firstValue("Retry-After").orElse(""));
        assertTrue(answer.body().contains("Papers can be read meanwhile"));
        assertEquals(200, from("203.0.113.9", "/record/" + open + "/an-open-paper").statusCode());
        assertEquals(200, client.send(HttpRequest.newBuilder(URI.create(archive.at("/search"))).build(), HttpResponse.BodyHandlers.ofString()).statusCode(),
                "this machine itself");
    }

    private HttpResponse<String> from(String address, String path) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(archive.at(path))).header("X-Forwarded-For", address).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void whoeverPausesMayAskAgain() {
        var now = new Instant[] {Instant.EPOCH};
        var throttle = new Throttle(4, Duration.ofMinutes(1), () -> now[0]);
        for (var i = 0; i < 4; i++) assertEquals(Duration.ZERO, throttle.ask("a"));
        assertEquals(Duration.ofSeconds(15), throttle.ask("a"));
        assertEquals(Duration.ZERO, throttle.ask("b"));
        now[0] = Instant.EPOCH.plusSeconds(15);
        assertEquals(Duration.ZERO, throttle.ask("a"));
        assertFalse(throttle.ask("a").isZero());
        now[0] = Instant.EPOCH.plusSeconds(3_600);
        for (var i = 0; i < 4; i++) assertEquals(Duration.ZERO, throttle.ask("a"));
        assertFalse(throttle.ask("a").isZero(), "no more than once the whole");
    }
}
