package chancery.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.claim.Attestation;
import chancery.claim.Register;
import chancery.claim.State;
import chancery.document.Reader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
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
        return browser.send(HttpRequest.newBuilder(URI.create(archive.at("/desk/decide"))).header("Cookie", cookie).header("Content-Type",
                "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /// A form that names several claims.
    private HttpResponse<String> decide(String cookie, String verb, List<String> claims) throws Exception {
        var key = key(get("/claim/" + denial(), cookie).body());
        var body = "key=" + key + "&list=1&do=" + View.encode(verb) + claims.stream().map(c -> "&claim=" + c).collect(Collectors.joining());
        return browser.send(HttpRequest.newBuilder(URI.create(archive.at("/desk/decide"))).header("Cookie", cookie).header("Content-Type",
                "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
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
        var answer = decide(cookie, Map.of("key", key(get("/claim/" + id, cookie).body()), "back",
                "/claim/" + id, "do", "assess", "claim", id, "grade", "4", "note", "Looked at again."));
        assertEquals(303, answer.statusCode());
        assertEquals("/claim/" + id, URI.create(answer.headers().firstValue("location").orElseThrow()).getPath());
        assertTrue(get("/claim/" + id, "x=y").body().contains("Looked at again."));
    }

    /// From the page of a name to the page of a person, with the names that were marked; then another name, taken away again, and all of it undone.
    @Test
    void aNameIsDescribedAtItsPage() throws Exception {
        var cookie = enter();
        var key = key(get("/name/borozhan", cookie).body());
        var described = decide(cookie, Map.of("key", key, "back", "/name/borozhan", "do", "describe", "source", "Borozhan, Ignat", "kind", "person",
                "note", "Named in eleven papers.", "form", "Ignat Borozhan"));
        assertEquals(303, described.statusCode());
        var page = described.headers().firstValue("location").orElseThrow().replaceAll("^https?://[^/]+", "");
        assertTrue(page.matches("/person/[a-z0-9]{13}"), page);
        assertTrue(get(page, "x=y").body().contains("Named in eleven papers."));
        assertEquals(303, decide(cookie, Map.of("key", key, "back", page, "do", "identify", "authority", page.substring(8), "source", "the Secretary",
                "period", "1934")).statusCode());
        assertTrue(get(page, cookie).body().contains("Take “the Secretary” away"));
        assertFalse(get(page, "x=y").body().contains("the Secretary"), "no paper has the name");
        assertEquals(303, decide(cookie, Map.of("key", key, "back", page, "do", "distinguish", "authority", page.substring(8), "source", "the Secretary",
                "period", "1934")).statusCode());
        assertFalse(get(page, cookie).body().contains("Take “the Secretary” away"));
        var wrong = decide(cookie, Map.of("key", key, "back", page, "do", "identify", "authority", page.substring(8), "source", "X", "period", "soon"));
        assertTrue(wrong.body().contains("Period says “soon”, which is not an EDTF date"), wrong.body());
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
        var answer = decide(cookie,
                Map.of("key", key(get("/claim/" + id, cookie).body()), "do", "assess", "claim", id, "grade", "1", "note", "Everybody says so."));
        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains("needs two origins shown to be independent"), answer.body());
    }

    /// What programs propose in a paper is accepted and rejected in its list, one by one and several at once; a run is all or none.
    @Test
    void theProposalsOfAPaperAreDecidedInItsList() throws Exception {
        archive.folder.stacks().readOn(_ -> { }, () -> false);
        var cookie = enter();
        var proposed = claims().claims().stream().flatMap(c -> c.attestations().stream())
                .filter(a -> a.state() == State.PROPOSED).collect(Collectors.groupingBy(a -> a.paper().record()));
        var some = proposed.values().stream().filter(l -> l.size() > 3).findFirst().orElseThrow().stream().map(Attestation::id).toList();
        var paper = "/record/" + claims().claim(some.getFirst()).orElseThrow().first().paper().record();
        var page = get(get(paper, cookie).headers().firstValue("location").orElse(paper), cookie).body();
        for (var id : some)
            assertTrue(page.contains("name=\"claim\" value=\"" + id + "\"")
                    && page.contains("value=\"accept " + id + "\"") && page.contains("value=\"reject " + id + "\""), id);
        assertTrue(decide(cookie, "accept", List.of()).body().contains("No claim was chosen."));
        assertEquals(422, decide(cookie, "accept", List.of(some.get(0), "0000000000000")).statusCode());
        assertEquals(State.PROPOSED, claims().claim(some.get(0)).orElseThrow().state(), "all or none");
        assertEquals(303, decide(cookie, "accept", some.subList(0, 2)).statusCode());
        assertEquals(303, decide(cookie, "reject " + some.get(2), some.subList(3, 4)).statusCode());
        assertEquals(List.of(State.ACCEPTED, State.ACCEPTED, State.REJECTED, State.PROPOSED),
                some.subList(0, 4).stream().map(id -> claims().claim(id).orElseThrow().state()).toList());
    }

    /// All that a reading says can be corrected; other words are a reading of their own, and the address of the old one leads to it.
    @Test
    void everyFieldOfAReadingIsCorrected() throws Exception {
        var cookie = enter();
        var id = denial();
        var fields = new HashMap<>(Map.of("key", key(get("/claim/" + id, cookie).body()), "back", "/claim/" + id, "do", "correct", "claim", id, "content",
                "no plant was being removed", "cue", "replied", "chain", "Tangvar [wrote]", "stance", "believed", "caution", "", "about", "1933-10/1933-11"));
        fields.put("said", "1933-11-27");
        assertEquals(303, decide(cookie, fields).statusCode());
        var a = claims().claim(id).orElseThrow().first();
        assertEquals("replied; Tangvar [wrote]; BELIEVED; ; 1933-10/1933-11; 1933-11-27", String.join("; ", a.cue(),
                ChainInWords.written(a.chain()), a.stance().name(), a.caution(), a.about().orElseThrow().text(), a.said().orElseThrow().text()));
        fields.putAll(Map.of("content", "no plant was being removed", "cue", "", "about", "", "said", ""));
        assertEquals(303, decide(cookie, fields).statusCode());
        assertTrue(claims().claim(id).orElseThrow().first().about().isEmpty(), "what is left empty the paper does not say");
        fields.put("content", "plant was being removed");
        assertEquals(303, decide(cookie, fields).statusCode());
        var claim = claims().claim(id).orElseThrow();
        assertEquals("plant was being removed", claim.words());
        assertEquals(2, claim.attestations().size());
        fields.put("content", "words that stand nowhere");
        assertTrue(decide(cookie, fields).body().contains("do not stand in"));
    }

    /// The two axes, each with its reason; the desk refuses what `chancery decide` refuses, in the same words.
    @Test
    void aSourceIsGradedForATimeAndATopic() throws Exception {
        var cookie = enter();
        var id = denial();
        var page = get("/claim/" + id, cookie).body();
        assertTrue(page.contains("<option>Tangvar</option>") && page.contains("<option>Garth</option>"), page);
        var fields = new HashMap<>(Map.of("key", key(page), "back", "/claim/" + id, "do", "grade", "claim", id,
                "source", "Tangvar", "grade", "D", "period", "1933/1934", "topic", "the Delta", "note", ""));
        assertTrue(decide(cookie, fields).body().contains("A grade needs its reason in the column note."));
        fields.put("note", "Denied what two saw.");
        assertEquals(303, decide(cookie, fields).statusCode());
        assertTrue(get("/claim/" + id, "x=y").body().contains("<b>Tangvar: D, not usually reliable</b> on the Delta, 1933–1934. Denied what two saw."));
    }

    @Test
    void claimsThatMaySayTheSameAreJoinedByAButton() throws Exception {
        archive.folder.stacks().readOn(_ -> { }, () -> false);
        var cookie = enter();
        var register = archive.folder.stacks().room(Reader.STAFF).claims();
        var claim = register.claims().stream().filter(c -> !register.likeness().to(c, 5).isEmpty()).findFirst().orElseThrow();
        var other = register.likeness().to(claim, 5).getFirst().claim();
        var page = get("/claim/" + claim.id(), cookie).body();
        assertTrue(page.contains("name=\"with\" value=\"" + other.id() + "\""), page);
        assertFalse(get("/claim/" + claim.id(), "x=y").body().contains("name=\"with\""));
        assertEquals(303, decide(cookie, Map.of("key", key(page), "do", "join", "claim", claim.id(), "with", other.id())).statusCode());
        var after = archive.folder.stacks().room(Reader.STAFF).claims();
        assertEquals(after.claim(claim.id()).orElseThrow().id(), after.claim(other.id()).orElseThrow().id());
    }

    /// At the desk everything is seen; elsewhere a closed paper stays as if it were not.
    @Test
    void theDeskSeesClosedPapers() throws Exception {
        var cookie = enter();
        var closed = archive.folder.stacks().records().stream()
                .filter(r -> archive.folder.stacks().room(Reader.PUBLIC).record(r).isEmpty()).findFirst().orElseThrow();
        var at = View.at(archive.folder.stacks().room(Reader.STAFF).record(closed).orElseThrow().card());
        assertEquals(200, get(at, cookie).statusCode());
        assertEquals(404, get(at, "x=y").statusCode());
    }
}
