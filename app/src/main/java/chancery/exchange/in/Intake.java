package chancery.exchange.in;

import chancery.finding.Finding;
import chancery.finding.FindingCode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Runs a delivery through its formats: files are read and understood on a few threads, and come out in their own order, in batches.
public final class Intake {
    private static final int TOGETHER = 128;           // files understood in one piece of work, and set down in one transaction
    private static final long BYTES_TOGETHER = 4 << 20; // or fewer, where they are large
    private static final int AHEAD = 2;                // pieces of work under way or waiting for each thread

    private Intake() {}

    /// Understands a delivery.
    ///
    /// @param batches gets the readings of every piece of work, in the order of the delivery, on the calling thread; never empty
    /// @param threads how many threads understand
    /// @param stop    asked before each batch; when true, what has not come out is left
    /// @return whether it came to its end
    public static boolean run(Delivery delivery, Formats formats, int threads, BooleanSupplier stop, Consumer<Batch> batches) {
        var under = new ArrayDeque<Future<Batch>>();
        try (var pool = Executors.newFixedThreadPool(threads, Thread.ofPlatform().daemon().name("intake-", 0).factory())) {
            for (var work : pieces(delivery.entries())) {
                if (under.size() >= threads * AHEAD && !out(under, stop, batches, pool)) return false;
                under.add(pool.submit(() -> understand(work, formats)));
            }
            while (!under.isEmpty()) if (!out(under, stop, batches, pool)) return false;
            return true;
        }
    }

    /// Readings that belong together, and how many files and bytes they came from.
    public record Batch(List<Reading> readings, int files, long bytes) {}

    private static boolean out(ArrayDeque<Future<Batch>> under, BooleanSupplier stop, Consumer<Batch> batches, java.util.concurrent.ExecutorService pool) {
        if (stop.getAsBoolean()) {
            pool.shutdownNow();
            return false;
        }
        try {
            var batch = under.removeFirst().get();
            if (!batch.readings().isEmpty()) batches.accept(batch);
            return true;
        } catch (ExecutionException e) {
            pool.shutdownNow();
            throw new IllegalStateException("a format failed on its data, which it must not", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            pool.shutdownNow();
            return false;
        }
    }

    private static List<List<Delivery.Entry>> pieces(List<Delivery.Entry> entries) {
        var pieces = new ArrayList<List<Delivery.Entry>>();
        var piece = new ArrayList<Delivery.Entry>();
        var bytes = 0L;
        for (var entry : entries) {
            piece.add(entry);
            bytes += entry.size();
            if (piece.size() < TOGETHER && bytes < BYTES_TOGETHER) continue;
            pieces.add(List.copyOf(piece));
            piece.clear();
            bytes = 0;
        }
        if (!piece.isEmpty()) pieces.add(List.copyOf(piece));
        return pieces;
    }

    private static Batch understand(List<Delivery.Entry> work, Formats formats) {
        var readings = new ArrayList<Reading>(work.size());
        var bytes = 0L;
        for (var entry : work) {
            switch (entry.got()) {
                case Delivery.Got.Refused(var path, var why) -> readings.add(new Reading.Refused(path, List.of(why)));
                case Delivery.Got.Whole(var item) -> {
                    bytes += item.bytes().length;
                    readings.addAll(understand(item, formats));
                }
            }
        }
        return new Batch(readings, work.size(), bytes);
    }

    private static List<Reading> understand(Item item, Formats formats) {
        try {
            return formats.read(item);
        } catch (StackOverflowError e) {
            return List.of(new Reading.Refused(item.path(), List.of(new Finding(FindingCode.MARKUP_TOO_DEEP, "the file", item.name()))));
        }
    }
}
