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
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Nothing is lost when the process dies or the power fails in the middle of an import. `-Dchancery.kills=20` tries more often, `-Dchancery.seed=N` repeats a run.
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
        var whole = time(archive, papers, true);
        for (var kill = 0; kill < Integer.getInteger("chancery.kills", 4); kill++) {
            var again = temp.resolve("archive" + kill);
            ArchiveFolder.init(again, SettingsFile.titled("Loss"), new byte[0], InstantSource.system());
            var process = start(again, papers);
            process.waitFor((long) (whole * (0.25 + 0.75 * random.nextDouble())), TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
            isWhole(again, "kill " + kill + " of seed " + seed);
            powerFails(again, "power cut " + kill + " of seed " + seed);
            time(again, papers, true);
            isWhole(again, "after kill " + kill + " of seed " + seed);
            try (var folder = ArchiveFolder.open(again, InstantSource.system())) {
                assertEquals(PAPERS, folder.stacks().records().size(), "seed " + seed);
            }
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
            Files.writeString(folder.resolve(i + ".md"), "---\ntitle: Orvane to Fontesella %d\nvolume: River\ndate: '1934-02-%02d'\n---\n\nCablegram %d ORVANE\n\nPaper %d. The river rises.\n\n".formatted(i, i % 28 + 1, i, i) + "Words ".repeat(random.nextInt(400)));
        }
        return folder;
    }

    private long time(Path archive, Path papers, boolean whole) throws Exception {
        var began = System.nanoTime();
        var process = start(archive, papers);
        assertEquals(whole, process.waitFor() == 0, "seed " + seed);
        return (System.nanoTime() - began) / 1_000_000;
    }

    private Process start(Path archive, Path papers) throws IOException {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                "chancery.cli.Chancery", "import", archive.toString(), papers.toString()).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var all = Files.walk(from)) {
            for (var path : all.toList()) Files.copy(path, to.resolve(from.relativize(path).toString()));
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(java.util.Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }
}
