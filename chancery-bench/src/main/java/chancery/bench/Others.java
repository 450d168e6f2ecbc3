package chancery.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What other processes take of the machine while something is measured, from Linux's `/proc`. A figure taken while that is above [#MOST] says little.
final class Others {
    /// The share of the machine above which a figure is dropped.
    static final double MOST = 0.15;
    private static final double TICKS = 100; // to a second
    private final List<Long> ours;
    private final long start = System.nanoTime();
    private final double machine;
    private final double own;

    private Others(List<Long> ours) {
        this.ours = ours;
        this.machine = machine();
        this.own = own();
    }

    /// Begins to watch.
    ///
    /// @param with processes that belong to what is measured, beside this one
    static Others watch(Long... with) {
        var ours = new ArrayList<>(List.of(with));
        ours.add(ProcessHandle.current().pid());
        return new Others(ours);
    }

    /// Their share since then, from 0 to 1.
    double share() {
        var seconds = (System.nanoTime() - start) / 1e9 * Runtime.getRuntime().availableProcessors();
        return Math.max(0, (machine() - machine - (own() - own)) / seconds);
    }

    private static double machine() {
        var busy = 0.0;
        var fields = read(Path.of("/proc/stat")).lines().findFirst().orElseThrow().trim().split("\\s+");
        for (var i : new int[] {1, 2, 3, 6, 7}) busy += Double.parseDouble(fields[i]);
        return busy / TICKS;
    }

    private double own() {
        var busy = 0.0;
        for (var process : ours) {
            var stat = read(Path.of("/proc/" + process + "/stat"));
            if (stat.isEmpty()) continue;
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            for (var i = 11; i <= 14; i++) busy += Double.parseDouble(fields[i]); // its own and its children's
        }
        return busy / TICKS;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException gone) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
