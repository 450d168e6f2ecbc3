package chancery.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Runs a command from nothing to its answer, several times; the first does not count. Arguments:
/// how many times, the command and its words. Prints `ms` and `others`.
public final class ColdStart {
    private ColdStart() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        var times = new double[Integer.parseInt(args[0])];
        run(List.of(args).subList(1, args.length));
        var others = Others.watch();
        for (var i = 0; i < times.length; i++) {
            var start = System.nanoTime();
            run(List.of(args).subList(1, args.length));
            times[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(times);
        System.out.printf(Locale.ROOT, "ms\t%.4g%nothers\t%.2f%n", times[times.length / 2], others.share());
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
        if (process.waitFor() != 0) throw new IOException(command + " ended with " + process.exitValue());
    }
}
