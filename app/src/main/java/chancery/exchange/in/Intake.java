package chancery.exchange.in;

import chancery.archive.Accession;
import chancery.archive.Accession.Outcome;
import chancery.archive.ArchiveFailure;
import chancery.finding.Finding;
import chancery.finding.FindingCode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Takes a delivery in. Files are read, understood, kept and made ready on a few threads, a batch at a time; the batches are set down one
/// after another, in the delivery's own order, on the calling thread.
public final class Intake {
    // files in the first piece of work: soon something is told of, and a small delivery has work for all threads
    private static final int FIRST = 16;
    // files in a later one, made ready by one thread and set down in one transaction; each is twice the one before until then
    private static final int TOGETHER = 256;
    private static final long BYTES_TOGETHER = 4 << 20; // or fewer, where they are large
    private static final int AHEAD = 2;                // pieces of work under way or waiting for each thread

    private Intake() {}

    /// Takes a delivery in; the caller finishes the accession.
    ///
    /// @param threads how many processors there are to work with
    /// @param stop    asked before each batch; when true, what has not been taken is left
    /// @param told    hears of every batch that was taken, in the order of the delivery, on the calling thread
    /// @return whether it came to its end
    public static boolean run(Delivery delivery, Formats formats, Accession accession, int threads, BooleanSupplier stop, Consumer<Batch> told) {
        var under = new ArrayDeque<Future<Ready>>();
        var workers = threads + 1; // one of them mostly waits for the disk
        try (var pool = Executors.newFixedThreadPool(workers, Thread.ofPlatform().daemon().name("intake-", 0).factory())) {
            for (var work : pieces(delivery.entries())) {
                if (under.size() >= workers * AHEAD && !take(under, accession, stop, told, pool)) return false;
                under.add(pool.submit(() -> ready(work, formats, accession)));
            }
            while (!under.isEmpty()) if (!take(under, accession, stop, told, pool)) return false;
            return true;
        }
    }

    /// What was taken together.
    ///
    /// @param readings what the formats understood, of every item
    /// @param outcomes what became of those that they could read, in order
    /// @param files    how many files they came from
    public record Batch(List<Reading> readings, List<Outcome> outcomes, int files) {}

    private record Ready(List<Reading> readings, Accession.Ready items, int files) {}

    private static boolean take(ArrayDeque<Future<Ready>> under, Accession accession, BooleanSupplier stop, Consumer<Batch> told, ExecutorService pool) {
        if (stop.getAsBoolean()) {
            pool.shutdownNow();
            return false;
        }
        try {
            var ready = under.removeFirst().get();
            for (var reading : ready.readings()) if (reading instanceof Reading.Refused(var path, var why)) accession.refuse(path, why);
            told.accept(new Batch(ready.readings(), accession.take(ready.items()), ready.files()));
            return true;
        } catch (ExecutionException e) {
            pool.shutdownNow();
            if (e.getCause() instanceof ArchiveFailure failed) throw failed;
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
        var together = FIRST;
        for (var entry : entries) {
            piece.add(entry);
            bytes += entry.size();
            if (piece.size() < together && bytes < BYTES_TOGETHER) continue;
            pieces.add(List.copyOf(piece));
            piece.clear();
            bytes = 0;
            together = Math.min(TOGETHER, together * 2);
        }
        if (!piece.isEmpty()) pieces.add(List.copyOf(piece));
        return pieces;
    }

    private static Ready ready(List<Delivery.Entry> work, Formats formats, Accession accession) {
        var readings = new ArrayList<Reading>(work.size());
        for (var entry : work) {
            switch (entry.got()) {
                case Delivery.Got.Refused(var path, var why) -> readings.add(new Reading.Refused(path, List.of(why)));
                case Delivery.Got.Whole(var item) -> readings.addAll(understand(item, formats));
            }
        }
        var submissions = readings.stream().flatMap(r -> r instanceof Reading.Read(var submission) ? Stream.of(submission) : Stream.empty()).toList();
        return new Ready(readings, accession.ready(submissions), work.size());
    }

    private static List<Reading> understand(Item item, Formats formats) {
        try {
            return formats.read(item);
        } catch (StackOverflowError e) {
            return List.of(new Reading.Refused(item.path(), List.of(new Finding(FindingCode.MARKUP_TOO_DEEP, "the file", item.name()))));
        } catch (OutOfMemoryError e) {
            return List.of(new Reading.Refused(item.path(), List.of(Delivery.tooMuchForMemory(item.bytes().length))));
        }
    }
}
