package chancery.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.claim.Register;
import chancery.document.Reader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The desk in a browser: who gets in, and what others can do in somebody's name (nothing).
class DeskPagesTest {
    @TempDir
    Path temp;
    private Archive archive;
    private final HttpClient browser = HttpClient.newHttpClient();

    @BeforeEach
    void open() throws Exception {
        archive = new Archive(temp.resolve("archive"), LeakTest.sample(), true);
        archive.decide(LeakTest.decisions());
    }

    @AfterEach
    void close() {
        archive.close();
    }

    private HttpResponse<String> get(String path, String cookie) throws Exception {
        return browser.send(HttpRequest.newBuilder(URI.create(archive.at(path))).header("Cookie", cookie).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> decide(String cookie, Map<String, String> fields) throws Exception {
        var body = fields.entrySet().stream().map(f -> f.getKey() + "=" + View.encode(f.getValue())).collect(Collectors.joining("&"));
        return browser.send(HttpRequest.newBuilder(URI.create(archive.at("/desk/decide"))).header("Cookie", cookie).header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private String enter() throws Exception {
        var answer = get(archive.server.deskLink().orElseThrow(), "x=y");
        assertEquals(200, answer.statusCode());
        var cookie = answer.headers().firstValue("set-cookie").orElseThrow();
        assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), cookie);
        return cookie.substring(0, cookie.indexOf(';'));
    }

    private static String key(String page) {
        var from = page.indexOf("name=\"key\" value=\"") + 18;
        return page.substring(from, page.indexOf('"', from));
    }

    private Register claims() {
        return archive.folder.stacks().room(Reader.PUBLIC).claims();
    }

    private String denial() {
        return claims().claims().stream().filter(c -> c.words().equals("no plant was being removed")).findFirst().orElseThrow().id();
    }

    @Test
    void theLinkOpensOnceAndAWrongOneNever() throws Exception {
        var nothing = get("/nowhere", "x=y");
        assertEquals(404, nothing.statusCode());
        assertEquals(nothing.body(), get("/desk/enter/0123", "x=y").body());
        var link = archive.server.deskLink().orElseThrow();
        enter();
        assertEquals(404, get(link, "x=y").statusCode());
    }

    @Test
    void formsAreForTheDeskAlone() throws Exception {
        var cookie = enter();
        var page = "/claim/" + denial();
        assertFalse(get(page, "x=y").body().contains("/desk/decide"));
        assertFalse(get(page, "desk=0000").body().contains("/desk/decide"));
        var desk = get(page, cookie);
        assertTrue(desk.body().contains("/desk/decide"));
        assertEquals("no-store", desk.headers().firstValue("cache-control").orElseThrow());
    }

    @Test
    void whatTheDeskDecidesIsSetDown() throws Exception {
        var cookie = enter();
        var id = denial();
        var answer = decide(cookie, Map.of("key", key(get("/claim/" + id, cookie).body()), "back", "/claim/" + id, "do", "assess", "claim", id, "grade", "4", "note", "Looked at again."));
        assertEquals(303, answer.statusCode());
        assertEquals("/claim/" + id, URI.create(answer.headers().firstValue("location").orElseThrow()).getPath());
        assertTrue(get("/claim/" + id, "x=y").body().contains("Looked at again."));
    }

    @Test
    void withoutTheKeyNothingIsDecided() throws Exception {
        var cookie = enter();
        var before = claims().decisions().size();
        var fields = Map.of("do", "assess", "claim", denial(), "grade", "2", "note", "From another page.");
        assertEquals(404, decide(cookie, fields).statusCode());
        assertEquals(404, decide("x=y", fields).statusCode());
        assertEquals(before, claims().decisions().size());
    }

    @Test
    void aRefusalSaysWhy() throws Exception {
        var cookie = enter();
        var id = denial();
        var answer = decide(cookie, Map.of("key", key(get("/claim/" + id, cookie).body()), "do", "assess", "claim", id, "grade", "1", "note", "Everybody says so."));
        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains("needs two origins shown to be independent"), answer.body());
    }

    /// At the desk everything is seen; elsewhere a closed paper stays as if it were not.
    @Test
    void theDeskSeesClosedPapers() throws Exception {
        var cookie = enter();
        var closed = archive.folder.stacks().records().stream().filter(r -> archive.folder.stacks().room(Reader.PUBLIC).record(r).isEmpty()).findFirst().orElseThrow();
        var at = View.at(archive.folder.stacks().room(Reader.STAFF).record(closed).orElseThrow().card());
        assertEquals(200, get(at, cookie).statusCode());
        assertEquals(404, get(at, "x=y").statusCode());
    }
}
