package chancery.bench;

import chancery.archive.ArchiveFolder;
import chancery.archive.DeliveryNote;
import chancery.archive.Settings;
import chancery.document.Access;
import chancery.exchange.in.Delivery;
import chancery.exchange.in.Formats;
import chancery.exchange.in.Intake;
import chancery.search.Indexer;
import chancery.search.LuceneIndex;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;

/// A delivery taken into a new archive, as `chancery import` does it: understood, kept, synced, its headings read, and indexed; again and again in one process.
/// Arguments: a source, a folder for the archives (made, emptied before each round; the last stays), rounds, `all` or `none` for the readings. Prints
/// `round.papers_s`, `round.s`, `round.store_s`, `round.cpu_s` and `round.others`, and at the end `rss_mb`, the most memory the process held.
public final class TakingIn {
    private static final LongSupplier CPU = ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())::getProcessCpuTime;

    private TakingIn() {}

    public static void main(String[] args) throws IOException {
        for (var round = 1; round <= Integer.parseInt(args[2]); round++) {
            empty(Path.of(args[1]));
            var others = Others.watch();
            long start = System.nanoTime(), cpu = CPU.getAsLong();
            var archive = Path.of(args[1]);
            ArchiveFolder.init(archive, new Settings("Bench", "", "", "", "", Optional.empty(), ZoneOffset.UTC, Access.PUBLIC),
                    new byte[32], InstantSource.system());
            long papers, stored;
            try (var folder = ArchiveFolder.open(archive, InstantSource.system())) {
                papers = store(folder, Path.of(args[0]), args[3].equals("all"));
                stored = System.nanoTime();
                try (var index = LuceneIndex.own(folder.index())) {
                    new Indexer(folder.stacks(), index).follow();
                }
            }
            var seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf(Locale.ROOT, "%1$d.papers_s\t%2$.5g%n%1$d.s\t%3$.4g%n%1$d.store_s\t%4$.4g%n%1$d.cpu_s\t%5$.4g%n%1$d.others\t%6$.2f%n",
                    round, papers / seconds, seconds, (stored - start) / 1e9, (CPU.getAsLong() - cpu) / 1e9, others.share());
        }
        try (var folder = ArchiveFolder.open(Path.of(args[1]), InstantSource.system())) {
            folder.stacks().readOn(_ -> { }, () -> false); // what takes its time is not measured, but belongs to an archive that is measured
        }
        for (var line : Files.readAllLines(Path.of("/proc/self/status")))
            if (line.startsWith("VmHWM:")) System.out.println("rss_mb\t" + Long.parseLong(line.replaceAll("\\D", "")) / 1024);
    }

    private static long store(ArchiveFolder folder, Path source, boolean readings) {
        try (var delivery = Delivery.open(source, Delivery.Limits.USUAL);
             var accession = folder.stacks()
                     .accession(new DeliveryNote(delivery.source(), source.toString(), "bench", Access.PUBLIC, true, List.of(), false, readings))) {
            Intake.run(delivery, Formats.all(), accession, Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4), () -> false, _ -> { });
            return accession.finish().taken();
        }
    }

    private static void empty(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }
}
