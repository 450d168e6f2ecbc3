package chancery.cli;

import chancery.archive.ArchiveFolder;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Takes a delivery back.
@Command(name = "undo", mixinStandardHelpOptions = true,
        description = "Takes a whole import, or a run of decisions, back; without a number, lists them. Nothing is destroyed: taking the delivery in again "
        + "brings it back.",
        footer = {"", "Example: chancery undo papers 3"})
final class Undo implements Runnable {
    @Parameters(index = "0", paramLabel = "ARCHIVE", description = "The archive's folder.")
    Path archive = Path.of("");

    @Parameters(index = "1", arity = "0..1", paramLabel = "IMPORT",
            description = "The number of the import or of the run of decisions, as its receipt gave it.")
    @Nullable Long number;

    @Override
    public void run() {
        try (var folder = ArchiveFolder.open(archive, InstantSource.system())) {
            if (number == null) list(folder);
            else undo(folder, number);
        }
    }

    private static void list(ArchiveFolder folder) {
        for (var a : folder.stacks().accessions()) {
            System.out.println(a.number() + "  " + a.at() + "  " + a.source() + "  "
                    + (a.finished() ? a.receipt() : "stopped before its end") + (a.undone() ? "  (taken back)" : ""));
        }
    }

    private void undo(ArchiveFolder folder, long accession) {
        var undone = folder.stacks().undo(accession, Wiring.who());
        Wiring.index(folder);
        if (undone.decisions() > 0) {
            System.out.println("Run " + accession + " was taken back: " + undone.decisions()
                    + (undone.decisions() == 1 ? " decision no longer holds." : " decisions no longer hold."));
            return;
        }
        System.out.println("Import " + accession + " was taken back: " + undone.removed()
                + " records removed, " + undone.returned() + " returned to what they were.");
        if (undone.since().isEmpty()) return;
        System.out.println(undone.since().size() + " changed since and were left as they are:");
        undone.since().forEach(path -> System.out.println("  " + path));
    }
}
