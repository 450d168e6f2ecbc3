package chancery.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.archive.ArchiveFolder;
import chancery.archive.DeliveryNote;
import chancery.archive.Desk;
import chancery.archive.ReadingRoom;
import chancery.archive.Stacks;
import chancery.archive.Submission;
import chancery.archive.Submission.SubmittedFile;
import chancery.archive.Submission.SubmittedText;
import chancery.claim.Claim;
import chancery.document.Access;
import chancery.document.Reader;
import chancery.document.RecordId;
import chancery.document.Release;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was kept of conclusions is what would be concluded anew, for every audience, whatever happened to the archive and to what was kept.
/// `-Dchancery.seed=N` repeats a run, `-Dchancery.steps=500` goes on longer.
class KeptConclusionsTest {
    private static final List<Reader> READERS = List.of(Reader.PUBLIC, new Reader(Access.REGISTERED), Reader.STAFF);
    private static final int STEPS = Integer.getInteger("chancery.steps", 30);
    @TempDir
    Path temp;
    private final long seed = Long.getLong("chancery.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final List<Submission> sample = LeakTest.sample();
    private Instant now = Archive.CLOCK.instant();
    private final InstantSource clock = () -> now;
    private final List<Path> older = new ArrayList<>();

    @Test
    void keptConclusionsAreThoseThatWouldBeConcludedAnew() throws IOException {
        var root = temp.resolve("archive");
        Archive.filled(root, sample.subList(0, sample.size() / 2)).close();
        var done = new ArrayList<String>();
        for (var step = 0; step < STEPS; step++) {
            var expected = atRandom(root, done);
            assertKept(root, expected, "seed " + seed + " after " + done);
        }
    }

    /// Opens the archive, does one thing, looks with what is remembered, and perhaps keeps it. Returns what each audience sees anew.
    private List<List<Object>> atRandom(Path root, List<String> done) throws IOException {
        try (var folder = ArchiveFolder.open(root, clock)) {
            if (random.nextBoolean()) seen(folder);
            var ahead = random.nextBoolean();
            if (ahead) READERS.forEach(folder.stacks()::concludeAhead);
            done.add(change(root, folder.stacks()));
            if (ahead) READERS.forEach(folder.stacks()::concludeAhead);
            var remembered = seen(folder);
            if (random.nextInt(3) > 0) folder.stacks().keepConclusions();
            var anew = anew(root);
            assertEquals(anew, remembered, "seed " + seed + ", in the process that did the last of " + done);
            return anew;
        }
    }

    private String change(Path root, Stacks stacks) throws IOException {
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> taken(stacks);
            case 3, 4 -> decided(stacks);
            case 5 -> {
                var runs = stacks.accessions().stream().filter(a -> a.finished() && !a.undone()).toList();
                if (runs.size() < 2) yield "nothing";
                var run = runs.get(random.nextInt(runs.size() - 1)).number();
                stacks.undo(run, "tester");
                yield "undone " + run;
            }
            case 6 -> {
                now = now.plus(Duration.ofDays(random.nextInt(4)));
                if (random.nextBoolean()) stacks.endEmbargoes("tester");
                yield "day " + now;
            }
            case 7 -> "read on " + stacks.readOn(_ -> { }, () -> false);
            case 8 -> "read again " + stacks.reread(_ -> { });
            default -> damaged(root);
        };
    }

    private String taken(Stacks stacks) {
        var some = new ArrayList<Submission>();
        for (var i = random.nextInt(4); i >= 0; i--) {
            var paper = sample.get(random.nextInt(sample.size()));
            var texts = new ArrayList<>(paper.texts());
            if (random.nextInt(3) == 0) texts.set(0, new SubmittedText(texts.getFirst().text(), Optional.of(release())));
            if (some.stream().noneMatch(s -> s.path().equals(paper.path())))
                some.add(random.nextBoolean() ? new Submission(paper.path(), paper.description(), paper.texts(),
                        Optional.empty(), paper.files(), paper.findings()) : of(paper, texts, release()));
        }
        var level = release().now(); // of those that do not say their own; it changes what is held already
        try (var accession = stacks.accession(new DeliveryNote("papers", "papers", "tester", level, true, List.of(), false, random.nextInt(4) > 0))) {
            accession.take(some);
            accession.finish();
        }
        return "taken " + level + " " + some.stream().map(p -> p.path() + " " + p.release()).toList();
    }

    /// A paper with another release, which its source file says.
    private static Submission of(Submission paper, List<SubmittedText> texts, Release release) {
        var source = paper.files().getFirst();
        var said = (new String(source.bytes(), StandardCharsets.UTF_8) + release).getBytes(StandardCharsets.UTF_8);
        return new Submission(paper.path(), paper.description(), texts, Optional.of(release),
                List.of(new SubmittedFile(source.role(), source.name(), source.media(), said, source.release())), paper.findings());
    }

    private Release release() {
        var levels = Access.values();
        var level = random.nextInt(3) > 0 ? Access.PUBLIC : levels[random.nextInt(levels.length)];
        return random.nextInt(5) > 0 ? Release.of(level)
                : new Release(level, LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(random.nextInt(5)), levels[random.nextInt(levels.length)], "", "", null);
    }

    private String decided(Stacks stacks) {
        var attestations = stacks.room(Reader.STAFF).claims().claims().stream().map(Claim::attestations).flatMap(List::stream).toList();
        if (attestations.isEmpty()) return "nothing";
        var one = attestations.get(random.nextInt(attestations.size())).id();
        var other = attestations.get(random.nextInt(attestations.size())).id();
        Map<String,
                String> values = new LinkedHashMap<>(Map.of("do", List.of("accept", "reject", "join", "join", "part").get(random.nextInt(5)), "claim", one));
        if (values.get("do").equals("join") || values.get("do").equals("part")) values.put("with", other);
        return values + " " + stacks.desk().decide("tester", "test", List.of(new Desk.Row(1, values)));
    }

    /// A file that was kept is cut, changed, deleted, left half written or put in place of what an older state kept.
    private String damaged(Path root) throws IOException {
        var folder = root.resolve("cache");
        if (!Files.isDirectory(folder)) return "nothing";
        List<Path> kept;
        try (var files = Files.list(folder)) {
            kept = files.sorted().toList();
        }
        if (kept.isEmpty()) return "nothing";
        var file = kept.get(random.nextInt(kept.size()));
        var bytes = Files.readAllBytes(file);
        var way = random.nextInt(5);
        switch (way) {
            case 0 -> Files.delete(file);
            case 1 -> Files.write(file, java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length)));
            case 2 -> {
                bytes[random.nextInt(bytes.length)] ^= 4;
                Files.write(file, bytes);
            }
            case 3 -> Files.write(folder.resolve(file.getFileName() + ".new"), java.util.Arrays.copyOf(bytes, bytes.length / 2));
            default -> {
                for (var old : older)
                    Files.copy(old, folder.resolve(old.getFileName().toString().replaceFirst("^\\d+-", "")), StandardCopyOption.REPLACE_EXISTING);
                older.add(Files.copy(file, temp.resolve(older.size() + "-" + file.getFileName())));
            }
        }
        return "damage " + way + " of " + file.getFileName();
    }

    /// A process that begins with what was kept sees what one sees that begins with nothing.
    private void assertKept(Path root, List<List<Object>> anew, String when) {
        try (var folder = ArchiveFolder.open(root, clock)) {
            var order = new ArrayList<>(READERS);
            java.util.Collections.shuffle(order, random);
            for (var reader : order) assertEquals(anew.get(READERS.indexOf(reader)), seen(folder.stacks().room(reader)), when + ", " + reader);
        }
    }

    /// What each audience sees in a copy of the archive in which nothing is kept.
    private List<List<Object>> anew(Path root) throws IOException {
        var copy = temp.resolve("copy");
        delete(copy);
        try (var folder = ArchiveFolder.open(root, clock)) {
            folder.copyTo(copy);
        }
        assertFalse(Files.exists(copy.resolve("cache")), "a copy of an archive begins with nothing");
        try (var folder = ArchiveFolder.open(copy, clock)) {
            return seen(folder);
        }
    }

    private static List<List<Object>> seen(ArchiveFolder folder) {
        return READERS.stream().map(reader -> seen(folder.stacks().room(reader))).toList();
    }

    private static List<Object> seen(ReadingRoom room) {
        var claims = room.claims();
        return List.of(room.conclusions().references(), room.conclusions().holes(), room.exchanges(),
                room.families(), claims.claims(), claims.inquiries(), claims.decisions(), claims.lost());
    }

    @Test
    void whatAnotherArchiveKeptIsNotTaken() throws IOException {
        var one = temp.resolve("one");
        var other = temp.resolve("other");
        Archive.filled(one, sample.subList(0, 12)).close();
        try (var folder = ArchiveFolder.open(one, clock)) {
            folder.copyTo(other);
        }
        kept(one, sample.get(12));
        kept(other, sample.get(13)); // the same number of papers, under the same numbers
        delete(other.resolve("cache"));
        copy(one.resolve("cache"), other.resolve("cache"));
        assertKept(other, anew(other), "seed " + seed);
    }

    @Test
    void whatIsWithheldMeanwhileIsGoneAtOnce() throws IOException {
        var root = temp.resolve("archive");
        Archive.filled(root, sample).close();
        List<Object> before;
        RecordId id;
        String path;
        try (var folder = ArchiveFolder.open(root, clock)) {
            folder.stacks().readOn(_ -> { }, () -> false);
            seen(folder.stacks().room(Reader.PUBLIC));
            before = seen(folder.stacks().room(Reader.STAFF));
            folder.stacks().keepConclusions();
            id = folder.stacks().room(Reader.PUBLIC).conclusions().references().getFirst().from();
            path = folder.stacks().room(Reader.PUBLIC).record(id).orElseThrow().document();
        }
        var paper = sample.stream().filter(s -> s.path().equals(path)).findFirst().orElseThrow();
        take(root, of(paper, paper.texts(), Release.of(Access.WITHHELD)));
        try (var folder = ArchiveFolder.open(root, clock)) {
            assertTrue(folder.stacks().room(Reader.PUBLIC).record(id).isEmpty());
            assertFalse(seen(folder.stacks().room(Reader.PUBLIC)).toString().contains(id.value()));
            folder.stacks().readOn(_ -> { }, () -> false);
            assertEquals(anew(root), seen(folder));
            assertEquals(before, seen(folder.stacks().room(Reader.STAFF)));
        }
    }

    @Test
    void whatWasConcludedAheadStandsOnlyUntilAPaperIsClosed() throws IOException {
        var root = temp.resolve("archive");
        Archive.filled(root, sample.subList(0, 20)).close();
        try (var folder = ArchiveFolder.open(root, clock)) {
            var room = folder.stacks().room(Reader.PUBLIC);
            folder.stacks().concludeAhead(Reader.PUBLIC);
            var before = concluded(room);
            var state = room.state();
            take(root, sample.get(20));
            assertEquals(before, concluded(room), "no reader waits because a paper came in");
            folder.stacks().concludeAhead(Reader.PUBLIC);
            var after = room.state();
            assertNotEquals(state, after);
            assertEquals(anew(root).getFirst().subList(0, 4), concluded(room));
            take(root, sample.get(21));
            var during = room.state();
            var id = room.conclusions().references().getFirst().from();
            var path = room.record(id).orElseThrow().document();
            var paper = sample.stream().filter(s -> s.path().equals(path)).findFirst().orElseThrow();
            take(root, of(paper, paper.texts(), Release.of(Access.WITHHELD)));
            assertFalse(concluded(room).toString().contains(id.value()));
            assertEquals(anew(root).getFirst().subList(0, 4), concluded(room));
            assertNotEquals(during, room.state());
        }
    }

    @Test
    void whatIsDroppedIsConcludedAgain() throws IOException {
        var root = temp.resolve("archive");
        Archive.filled(root, sample).close();
        try (var folder = ArchiveFolder.open(root, clock)) {
            folder.stacks().readOn(_ -> { }, () -> false);
            seen(folder);
            folder.stacks().keepConclusions();
            assertEquals(List.of(), folder.stacks().check());
            folder.stacks().dropConclusions();
        }
        try (var kept = Files.list(root.resolve("cache"))) {
            assertEquals(List.of(), kept.toList());
        }
        assertKept(root, anew(root), "dropped");
    }

    private static List<Object> concluded(ReadingRoom room) {
        return seen(room).subList(0, 4);
    }

    @Test
    void aTextWhoseEmbargoEndsCountsFromThatDayOn() throws IOException {
        var root = temp.resolve("archive");
        var tomorrow = new Release(Access.WITHHELD, LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(1), Access.PUBLIC, "", "", null);
        Archive.filled(root, sample.stream().map(p ->
                of(p, p.texts().stream().map(t -> new SubmittedText(t.text(), Optional.of(tomorrow))).toList(), Release.of(Access.PUBLIC))).toList()).close();
        try (var folder = ArchiveFolder.open(root, clock)) {
            folder.stacks().readOn(_ -> { }, () -> false);
            assertEquals(List.of(), folder.stacks().room(Reader.PUBLIC).conclusions().references());
            assertEquals(List.of(), folder.stacks().room(Reader.PUBLIC).claims().claims());
            seen(folder);
            folder.stacks().keepConclusions();
        }
        now = now.plus(Duration.ofDays(1));
        var anew = anew(root);
        assertEquals(anew.getLast(), anew.getFirst());
        assertKept(root, anew, "seed " + seed);
    }

    private void kept(Path root, Submission paper) {
        take(root, paper);
        try (var folder = ArchiveFolder.open(root, clock)) {
            folder.stacks().readOn(_ -> { }, () -> false);
            seen(folder);
            folder.stacks().keepConclusions();
        }
    }

    private void take(Path root, Submission paper) {
        try (var folder = ArchiveFolder.open(root, clock); var accession = folder.stacks()
                .accession(new DeliveryNote("papers", "papers", "tester", Access.PUBLIC, true, List.of(), false, true))) {
            accession.take(List.of(paper));
            accession.finish();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (var files = Files.list(from)) {
            for (var file : files.toList()) Files.copy(file, to.resolve(file.getFileName()));
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }
}
