package chancery.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// [Synced] is what [LossTest] believes: it must know every name that was synced, however many threads sync one folder.
class SyncedTest {
    @TempDir
    Path temp;

    @Test
    void aFolderSyncedByManyThreadsKeepsTheNamesOfAll() throws Exception {
        var folder = Files.createDirectory(temp.resolve("folder"));
        var kept = Files.createDirectory(temp.resolve("kept"));
        Synced.watch(folder, kept);
        Set<String> made = new HashSet<>();
        var syncs = new ArrayList<Future<?>>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var i = 0; i < 400; i++) {
                var file = folder.resolve("file " + i);
                made.add("file " + i);
                syncs.add(threads.submit(() -> {
                    Files.createFile(file);
                    Synced.of(folder.toString());
                    var state = Files.readString(Synced.of(folder, kept));
                    if (!state.contains(" " + file.getFileName() + "\n")) throw new AssertionError(file.getFileName() + " was synced and is not known");
                    return null;
                }));
            }
            for (var sync : syncs) sync.get();
        }
        var names = new HashSet<String>();
        for (var line : Files.readAllLines(Synced.of(folder, kept))) names.add(line.substring(line.indexOf(' ') + 1));
        assertEquals(made, names);
    }
}
