package chancery.cli;

import chancery.archive.ArchiveFolder;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Reads everything again and says what is wrong.
@Command(name = "check", mixinStandardHelpOptions = true,
        description = "Reads every digest again and compares the store with itself; says what is wrong, and what to do.",
        footer = {"", "Example: chancery check papers --compare /mnt/backup/papers"})
final class Check implements Callable<Integer> {
    private static final int SHOWN = 100;

    @Parameters(paramLabel = "ARCHIVE", description = "The archive's folder.")
    Path archive = Path.of("");

    @Option(names = "--compare", paramLabel = "OTHER", description = "Another archive's folder, such as a backup: whether both hold the same.")
    @Nullable Path other;

    @Override
    public Integer call() {
        try (var folder = ArchiveFolder.open(archive, InstantSource.system())) {
            var faults = new ArrayList<>(folder.stacks().check());
            if (other != null) faults.addAll(differences(folder, other));
            for (var fault : faults.subList(0, Math.min(SHOWN, faults.size()))) System.out.println(fault);
            if (faults.size() > SHOWN) System.out.println("… and " + (faults.size() - SHOWN) + " more");
            System.out.println(faults.isEmpty() ? "Clean: " + folder.stacks().records().size() + " records, "
                    + folder.stacks().lastEntry() + " journal entries; every digest read again." : faults.size() + " faults.");
            return faults.isEmpty() ? 0 : Chancery.COULD_NOT;
        }
    }

    private static List<String> differences(ArchiveFolder folder, Path other) {
        try (var second = ArchiveFolder.open(other, InstantSource.system())) {
            var here = folder.stacks().inventory();
            var there = second.stacks().inventory();
            var differences = new ArrayList<>(second.stacks().check().stream().map(f -> other + ": " + f).toList());
            var inThere = new HashSet<>(there);
            var inHere = new HashSet<>(here);
            for (var line : here) if (!inThere.contains(line)) differences.add("only in " + folder.root() + ": " + line);
            for (var line : there) if (!inHere.contains(line)) differences.add("only in " + other + ": " + line);
            return differences;
        }
    }
}
