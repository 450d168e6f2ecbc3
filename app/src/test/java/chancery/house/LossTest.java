package chancery.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.archive.ArchiveFolder;
import chancery.archive.SettingsFile;
import chancery.document.PlainLayer;
import chancery.document.Reader;
import chancery.search.Indexer;
import chancery.search.LuceneFinder;
import chancery.search.LuceneIndex;
import chancery.search.SearchRequest;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Nothing is lost when the process dies or the power fails in the middle of an import. A power cut takes what had not
/// reached the disk: any tail of the database's log; of the files and
/// the index every byte and every name that was not synced ([SyncWatch]), while names that were taken away come back.
/// `-Dchancery.kills=20` tries more often, `-Dchancery.seed=N` repeats a run.
class LossTest {
    private static final int PAPERS = 600;
    @TempDir
    Path temp;
    private final long seed = Long.getLong("chancery.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Test
    void aKilledImportLeavesAnArchiveThatIsWholeAndCanGoOn() throws Exception {
        var papers = papers();
        var archive = temp.resolve("archive");
        ArchiveFolder.init(archive, SettingsFile.titled("Loss"), new byte[0], InstantSource.system());
        var kept = Files.createDirectory(temp.resolve("synced"));
        var agent = SyncWatch.jar(temp.resolve("sync-watch.jar"));
        var whole = time(archive, papers, true, SyncWatch.option(agent, archive, kept));
        assertTrue(kept.toFile().list().length > PAPERS, "the agent sees what is synced");
        holdsWhatItGaveAReceiptFor(archive, kept);
        for (var kill = 0; kill < Integer.getInteger("chancery.kills", 4); kill++) {
            var again = temp.resolve("archive" + kill);
            ArchiveFolder.init(again, SettingsFile.titled("Loss"), new byte[0], InstantSource.system());
            delete(kept);
            Files.createDirectory(kept);
            var process = start(again, papers, SyncWatch.option(agent, again, kept));
            process.waitFor((long) (whole * (0.25 + 0.75 * random.nextDouble())), TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
            var cut = temp.resolve("power" + kill);
            for (var luck : List.of(random.nextBoolean() ? Luck.SOME : Luck.NAMES, Luck.NONE)) {
                delete(cut);
                powerFails(again, kept, cut, luck);
                isWhole(cut, "files and index lost as " + luck + " in power cut " + kill + " of seed " + seed);
            }
            if (kill == 0) {
                time(cut, papers, true);
                isWhole(cut, "after power cut " + kill + " of seed " + seed);
            }
            isWhole(again, "kill " + kill + " of seed " + seed);
            powerFails(again, "power cut " + kill + " of seed " + seed);
            time(again, papers, true);
            isWhole(again, "after kill " + kill + " of seed " + seed);
            try (var folder = ArchiveFolder.open(again, InstantSource.system())) {
                assertEquals(PAPERS, folder.stacks().records().size(), "seed " + seed);
            }
        }
    }

    /// The power fails just after the import has said that it is done.
    private void holdsWhatItGaveAReceiptFor(Path archive, Path kept) throws IOException {
        var cut = temp.resolve("done");
        powerFails(archive, kept, cut, Luck.NONE);
        isWhole(cut, "power cut after the end, seed " + seed);
        try (var folder = ArchiveFolder.open(cut, InstantSource.system())) {
            assertEquals(PAPERS, folder.stacks().records().size(), "seed " + seed);
        }
    }

    /// The write-ahead log loses what had not reached the disk: any tail of it.
    private void powerFails(Path archive, String when) throws IOException {
        var wal = archive.resolve("archive.db-wal");
        if (!Files.exists(wal) || Files.size(wal) == 0) return;
        for (var cut = 0; cut < 3; cut++) {
            var copy = temp.resolve("cut");
            delete(copy);
            copy(archive, copy);
            try (var file = new RandomAccessFile(copy.resolve("archive.db-wal").toFile(), "rw")) {
                file.setLength((long) (file.length() * random.nextDouble()));
            }
            isWhole(copy, when + ", cut " + cut);
        }
    }

    /// What a power cut spares of that which was not synced: nothing; this and that; the names, whose files then hold anything.
    private enum Luck { NONE, SOME, NAMES }

    /// The archive as the disk may have it: the database as it is, files and index as they were synced and what luck spares.
    private void powerFails(Path archive, Path kept, Path cut, Luck luck) throws IOException {
        Files.createDirectory(cut);
        try (var all = Files.list(archive)) {
            for (var part : all.toList()) {
                var to = cut.resolve(part.getFileName());
                if (!Files.isDirectory(part)) Files.copy(part, to);
                else if (part.endsWith("files") || part.endsWith("index")) left(part, kept, to, luck);
                else copyAll(part, to);
            }
        }
    }

    private void left(Path folder, Path kept, Path to, Luck luck) throws IOException {
        Files.createDirectories(to);
        var synced = names(folder, kept);
        try (var all = Files.list(folder)) {
            for (var part : all.toList()) {
                var name = String.valueOf(part.getFileName());
                var before = synced.remove(name);
                var known = Synced.inode(part).equals(before);
                if (Files.isDirectory(part)) {
                    // the three folders of the index are made once and are not synced by name: a
                    // disk that lost them has an index to make anew, which is tried too
                    if (known || spared(luck) || part.getParent().endsWith("index") && luck == Luck.NONE) left(part, kept, to.resolve(name), luck);
                } else if (known || spared(luck)) {
                    file(part, kept, to.resolve(name), luck);
                } else if (before != null && Files.exists(kept.resolve(before))) {
                    Files.copy(kept.resolve(before), to.resolve(name)); // given to another file, but nobody synced that
                }
            }
        }
        for (var gone : synced.entrySet()) {
            var bytes = kept.resolve(gone.getValue());
            if (!Files.isRegularFile(bytes) || Files.exists(to.resolve(gone.getKey()))) continue;
            if (luck == Luck.NONE || random.nextBoolean()) Files.copy(bytes, to.resolve(gone.getKey())); // taken away, but nobody synced that
        }
    }

    private boolean spared(Luck luck) {
        return luck == Luck.NAMES || luck == Luck.SOME && random.nextBoolean();
    }

    /// The names that a folder had when it was last synced, each with the inode of what it named.
    private static Map<String, String> names(Path folder, Path kept) throws IOException {
        var names = new HashMap<String, String>();
        var state = Synced.of(folder, kept);
        if (Files.exists(state))
            for (var line : Files.readAllLines(state)) names.put(line.substring(line.indexOf(' ') + 1), line.substring(0, line.indexOf(' ')));
        return names;
    }

    /// A file that was synced has the bytes that it then had; of one that never was any part may be there, or nothing but noughts.
    private void file(Path file, Path kept, Path to, Luck luck) throws IOException {
        var state = Synced.of(file, kept);
        if (Files.exists(state)) {
            Files.copy(state, to);
            return;
        }
        Files.copy(file, to);
        try (var bytes = new RandomAccessFile(to.toFile(), "rw")) {
            var length = bytes.length();
            var from = luck == Luck.NONE ? 0 : (long) (length * random.nextDouble());
            bytes.setLength(from);
            if (random.nextBoolean()) bytes.setLength(length);
        }
    }

    private static void copyAll(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        copy(from, to);
    }

    private static void isWhole(Path archive, String when) {
        try (var folder = ArchiveFolder.open(archive, InstantSource.system())) {
            assertEquals(List.of(), folder.stacks().check(), when);
            for (var line : folder.stacks().accessions()) assertTrue(!line.finished() || line.receipt().contains(" read = "), when);
            var seen = folder.stacks().room(Reader.STAFF).forEach(r -> assertTrue(PlainLayer.of(r.texts().getFirst().text()).text().contains("Paper"), when));
            assertEquals(folder.stacks().records().size(), seen, when);
            try (var index = LuceneIndex.own(folder.index())) {
                new Indexer(folder.stacks(), index).follow();
                try (var finder = new LuceneFinder(index, folder.stacks()::room)) {
                    assertEquals(seen, finder.find(SearchRequest.of(""), Reader.STAFF).total(), when);
                    assertEquals(folder.stacks().lastEntry(), index.entry(), when);
                }
            }
        }
    }

    private Path papers() throws IOException {
        var folder = Files.createDirectories(temp.resolve("papers"));
        for (var i = 0; i < PAPERS; i++) {
            Files.writeString(folder.resolve(i + ".md"),
                    ("---\ntitle: Orvane to Fontesella %d\nvolume: River\ndate: '1934-02-%02d'\n---\n\n"
                            + "Cablegram %d ORVANE\n\nPaper %d. The river rises.\n\n").formatted(i, i % 28 + 1, i, i)
                            + "Words ".repeat(random.nextInt(400)));
        }
        return folder;
    }

    private long time(Path archive, Path papers, boolean whole, String... options) throws Exception {
        var began = System.nanoTime();
        var process = start(archive, papers, options);
        assertEquals(whole, process.waitFor() == 0, "seed " + seed);
        return (System.nanoTime() - began) / 1_000_000;
    }

    private Process start(Path archive, Path papers, String... options) throws IOException {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--enable-native-access=ALL-UNNAMED"));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "chancery.cli.Chancery", "import", archive.toString(), papers.toString()));
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var all = Files.walk(from)) {
            for (var path : all.toList()) if (!path.equals(from) || !Files.exists(to)) Files.copy(path, to.resolve(from.relativize(path).toString()));
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(java.util.Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }
}
