package chancery.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.archive.Desk;
import chancery.archive.Submission;
import chancery.document.Access;
import chancery.document.Reader;
import chancery.document.Release;
import chancery.exchange.in.Corpus;
import chancery.exchange.in.DecisionRows;
import chancery.exchange.in.Delivery;
import chancery.exchange.in.Formats;
import chancery.exchange.in.Item;
import chancery.exchange.in.Reading;
import chancery.exchange.out.Correspondence;
import chancery.exchange.out.ClaimAnnotations;
import chancery.exchange.out.ClaimRows;
import chancery.exchange.out.ClaimStatements;
import chancery.exchange.out.DocumentRows;
import chancery.exchange.out.GraphMl;
import chancery.exchange.out.MessageRows;
import chancery.exchange.out.Names;
import chancery.exchange.out.Nanopublications;
import chancery.exchange.out.ReferenceRows;
import chancery.exchange.out.Rows;
import chancery.exchange.out.StixBundle;
import chancery.exchange.out.ThreadRows;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the public sees is byte for byte the same whether or not closed papers exist. A random third is withheld (the
/// seed is printed on failure; `-Dchancery.seed=N` repeats it),
/// and every page that can be reached by links, every export and the answers at the closed papers' own addresses are those of an archive that never held them.
/// `-Dchancery.one-in=1` takes the whole corpus instead of a seventh, `-Dchancery.pages=2000` compares more pages.
class LeakTest {
    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"]*)\"");
    private static final int PAGES = Integer.getInteger("chancery.pages", 120), ONE_IN = Integer.getInteger("chancery.one-in", 7);
    @TempDir
    Path temp;
    private final long seed = Long.getLong("chancery.seed", System.nanoTime());

    @Test
    void aThirdOfTheSampleWithheldIsAsIfItNeverWere() throws Exception {
        compare(sample(), List.of("regent", "\"two divisions\"", "from:tressider", "date:1934", "haskvold OR pump*", "kind:letter", "telegrm~"), decisions());
    }

    /// The decisions that somebody could have made who had only the open papers: those of which every paper under them is open.
    private static List<Desk.Row> restingOn(List<Desk.Row> decisions, Set<String> open) {
        var named = new HashMap<String, Set<String>>(); // what a name stands for: the papers under it; joined names share one set
        var own = new HashMap<String, String>();
        var kept = new ArrayList<Desk.Row>();
        for (var row : decisions) {
            var under = new HashSet<String>();
            if (!row.get("document").isEmpty()) under.add(row.get("document"));
            var about = row.get("claim");
            switch (row.get("do")) {
                case "add", "ask" -> {
                    own.put(row.get("name"), row.get("document"));
                    named.put(row.get("name"), new HashSet<>(under));
                }
                case "join" -> {
                    under.add(own.get(about));
                    under.add(own.get(row.get("with")));
                    var both = named.get(about);
                    both.addAll(named.get(row.get("with")));
                    for (var name : List.copyOf(named.keySet())) if (named.get(name) == named.get(row.get("with"))) named.put(name, both);
                }
                case "assess", "grade" -> under.addAll(named.get(about));
                case "describe", "identify" -> { } // of names, not of claims: they rest on the paper they name, if any
                default -> under.add(own.get(about));
            }
            if (row.get("do").equals("for") || row.get("do").equals("against")) named.get(about).addAll(under);
            if (open.containsAll(under))
                kept.add(row.get("do").equals("ask") && !about.isEmpty() && !open.contains(own.get(about)) ? without(row, "claim") : row);
        }
        return kept;
    }

    private static Desk.Row without(Desk.Row row, String column) {
        var values = new HashMap<>(row.values());
        values.remove(column);
        return new Desk.Row(row.line(), values);
    }

    /// The bundled sample's decisions.
    static List<Desk.Row> decisions() throws IOException {
        return DecisionRows.read(new InputStreamReader(new ByteArrayInputStream(resource("decisions.csv")), StandardCharsets.UTF_8));
    }

    @Test
    void aThirdOfTheCorpusWithheldIsAsIfItNeverWere() throws Exception {
        var zip = Corpus.file("dafp-open.zip");
        Assumptions.assumeTrue(zip.isPresent(), "not run: no corpus is given (chancery.corpus or CHANCERY_CORPUS)");
        try (var delivery = Delivery.open(zip.orElseThrow(), Delivery.Limits.USUAL)) {
            var some = delivery.entries().stream().filter(e -> Math.floorMod(e.path().hashCode(), ONE_IN) == 0)
                    .map(e -> ((Delivery.Got.Whole) e.got()).item()).toList();
            compare(read(some),
                    List.of("japan oil", "\"united nations\"", "from:evatt to:chifley", "date:1941-12", "indones*", "kind:cablegram marking:\"top secret\""));
        }
    }

    /// References, holes, exchanges, families and claims are concluded from many papers: a hundred withheld leave
    /// nothing behind in them, not even by a number that only they explain.
    @Test
    void aHundredWithheldLeaveNothingInWhatIsConcluded() throws Exception {
        var zip = Corpus.file("dafp-open.zip");
        Assumptions.assumeTrue(zip.isPresent(), "not run: no corpus is given (chancery.corpus or CHANCERY_CORPUS)");
        try (var delivery = Delivery.open(zip.orElseThrow(), Delivery.Limits.USUAL)) {
            var papers = read(delivery.entries().stream().filter(e -> e.path().contains("volume-8-")).map(e -> ((Delivery.Got.Whole) e.got()).item()).toList());
            var order = new ArrayList<>(papers);
            java.util.Collections.shuffle(order, new Random(seed));
            var closed = Set.copyOf(order.subList(0, 100));
            var all = papers.stream().map(p -> closed.contains(p)
                    ? new Submission(p.path(), p.description(), p.texts(), Optional.of(Release.of(Access.WITHHELD)), p.files(), p.findings()) : p).toList();
            try (var with = new Archive(temp.resolve("with"), all); var without = new Archive(temp.resolve("without"),
                    papers.stream().filter(p -> !closed.contains(p)).toList())) {
                for (var archive : List.of(with, without)) archive.folder.stacks().readOn(_ -> { }, () -> false);
                assertEquals(export(without), export(with), "seed " + seed);
                assertFalse(with.folder.stacks().room(Reader.PUBLIC).conclusions().references().isEmpty());
                var staff = with.folder.stacks().room(Reader.STAFF).conclusions().references().stream().filter(chancery.cable.Reference::shown).count();
                assertTrue(staff > with.folder.stacks().room(Reader.PUBLIC).conclusions().references().stream().filter(chancery.cable.Reference::shown).count(),
                        "seed " + seed);
            }
        }
    }

    private void compare(List<Submission> papers, List<String> queries) throws Exception {
        compare(papers, queries, List.of());
    }

    /// @param decisions what was decided about claims in these papers
    private void compare(List<Submission> papers, List<String> queries, List<Desk.Row> decisions) throws Exception {
        var random = new Random(seed);
        var open = new ArrayList<Submission>();
        var all = new ArrayList<Submission>();
        for (var paper : papers) {
            var closed = random.nextInt(3) == 0;
            if (!closed) open.add(paper);
            all.add(closed ? new Submission(paper.path(), paper.description(), paper.texts(),
                    Optional.of(Release.of(Access.WITHHELD)), paper.files(), paper.findings()) : paper);
        }
        try (var with = new Archive(temp.resolve("with"), all); var without = new Archive(temp.resolve("without"), open)) {
            for (var archive : List.of(with, without)) archive.folder.stacks().readOn(_ -> { }, () -> false); // proposed claims and inquiries too
            with.decide(decisions);
            without.decide(restingOn(decisions, open.stream().map(Submission::path).collect(Collectors.toSet())));
            var absent = "/record/0000000000000/nothing";
            var nothing = without.get(absent);
            for (var id : with.folder.stacks().records()) {
                if (with.folder.stacks().room(Reader.PUBLIC).record(id).isEmpty())
                    for (var path : List.of("/record/" + id, "/record/" + id + "/x", "/record/" + id + "/v/1",
                            "/thread/" + id, "/compare?a=" + id + "&b=" + id, "/beside?a=" + id + "&b=" + id, "/write/" + id))
                        assertEquals(nothing, with.get(path), "seed " + seed);
            }
            var closed = with.folder.stacks().records().stream()
                    .filter(id -> with.folder.stacks().room(Reader.PUBLIC).record(id).isEmpty()).map(Object::toString).toList();
            if (!closed.isEmpty())
                for (var form : List.of("", ".csv", ".jsonl", ".zip"))
                    assertEquals(without.get("/basket" + form + "?ids=0000000000000"),
                            with.get("/basket" + form + "?ids=" + closed.getFirst()), "seed " + seed);
            var seen = with.folder.stacks().room(Reader.PUBLIC).claims();
            var answer = without.get("/claim/0000000000000");
            for (var claim : with.folder.stacks().room(Reader.STAFF).claims().claims()) {
                for (var a : claim.attestations()) if (seen.claim(a.id()).isEmpty()) assertEquals(answer, with.get("/claim/" + a.id()), "seed " + seed);
            }
            var described = with.folder.stacks().room(Reader.PUBLIC).claims().identities().authorities();
            for (var one : described.all()) assertEquals(without.get(PersonPage.address(one)), with.get(PersonPage.address(one)), "seed " + seed);
            assertEquals(export(without), export(with), "seed " + seed);
            var paths = new LinkedHashSet<>(List.of("/", "/search", "/collections", "/holdings", "/about", "/timeline", "/exchanges",
                    "/exchanges?sort=longest&from=1900", "/search?sort=added&size=100", "/search?sort=date-down&page=2", "/claims", "/claims?state=proposed",
                    "/people", "/people?order=az", "/places", "/inquiries", "/inquiries?all=1", "/inquiries?state=proposed",
                            "/inquiries?state=proposed&reply=1", "/inquiries?state=proposed&reply=0"));
            for (var form : List.of("csv", "jsonl", "ris", "bib", "csl.json", "zip", "atom"))
                paths.add("/search." + form + "?q=" + View.encode(queries.getFirst()));
            paths.addAll(List.of("/sitemap.xml", "/sitemap/1.xml"));
            for (var letters = 'a'; letters <= 'z'; letters++) paths.add("/suggest?q=" + letters + "e");
            for (var query : queries) paths.add("/search?q=" + View.encode(query));
            walk(with, without, paths);
        }
    }

    /// Follows links until no page is new, or enough were compared.
    private void walk(Archive with, Archive without, Set<String> first) throws IOException, InterruptedException {
        var seen = new LinkedHashSet<>(first);
        var next = new java.util.ArrayDeque<>(first);
        for (var compared = 0; !next.isEmpty() && compared < PAGES; compared++) {
            var path = next.removeFirst();
            var page = with.get(path);
            assertEquals(without.get(path), page, path + ", seed " + seed);
            assertFalse(page.startsWith("500"), path);
            LINK.matcher(page).results().map(m -> m.group(1).replace("&amp;", "&").replaceAll("#.*", ""))
                    .filter(p -> !p.startsWith("/static") && !p.isEmpty()).forEach(p -> {
                if (seen.add(p)) next.add(p);
            });
        }
    }

    private static String export(Archive archive) {
        var out = new StringWriter();
        try (var rows = Rows.of("jsonl", out)) {
            DocumentRows.write(archive.folder.stacks().room(Reader.PUBLIC), rows);
            MessageRows.write(archive.folder.stacks().room(Reader.PUBLIC), rows);
            ReferenceRows.references(archive.folder.stacks().room(Reader.PUBLIC), rows);
            ReferenceRows.holes(archive.folder.stacks().room(Reader.PUBLIC), rows);
            ThreadRows.write(archive.folder.stacks().room(Reader.PUBLIC), rows);
            ThreadRows.versions(archive.folder.stacks().room(Reader.PUBLIC), rows);
            ClaimRows.write(archive.folder.stacks().room(Reader.PUBLIC), rows);
        }
        GraphMl.write(archive.folder.stacks().room(Reader.PUBLIC), out);
        Correspondence.write(archive.folder.stacks().room(Reader.PUBLIC), out, "Archive", "");
        var names = Names.of(Optional.empty());
        ClaimAnnotations.write(archive.folder.stacks().room(Reader.PUBLIC), names, out);
        Nanopublications.write(archive.folder.stacks().room(Reader.PUBLIC), names, out);
        ClaimStatements.write(archive.folder.stacks().room(Reader.PUBLIC), names, out);
        StixBundle.write(archive.folder.stacks().room(Reader.PUBLIC), names, "Archive", out);
        return out.toString();
    }

    /// The bundled sample's papers.
    static List<Submission> sample() {
        return read(items());
    }

    /// The bundled sample's papers as they are delivered.
    static List<Item> items() {
        return new String(resource("index.txt"), StandardCharsets.UTF_8).lines().filter(l -> !l.isBlank())
                .map(l -> new Item(l.strip(), resource("papers/" + l.strip()))).toList();
    }

    private static byte[] resource(String name) {
        try (var in = LeakTest.class.getResourceAsStream("/chancery/sample/" + name)) {
            return java.util.Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Submission> read(List<Item> items) {
        var formats = Formats.all();
        return items.stream().flatMap(i -> formats.read(i).stream()).map(r -> ((Reading.Read) r).submission()).toList();
    }
}
