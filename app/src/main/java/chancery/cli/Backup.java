package chancery.cli;

import chancery.archive.ArchiveFolder;
import java.nio.file.Path;
import java.time.InstantSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Copies an archive while it is in use.
@Command(name = "backup", mixinStandardHelpOptions = true,
        description = "Copies an archive, as it is at this moment, into a new folder that is an archive itself. Others may go on working with it meanwhile.",
        footer = {"", "Example: chancery backup papers /mnt/backup/papers-2026-11-23"})
final class Backup implements Runnable {
    @Parameters(index = "0", paramLabel = "ARCHIVE", description = "The archive's folder.")
    Path archive = Path.of("");

    @Parameters(index = "1", paramLabel = "TO", description = "The folder to make; it must not exist.")
    Path to = Path.of("");

    @Override
    public void run() {
        try (var folder = ArchiveFolder.open(archive, InstantSource.system())) {
            folder.copyTo(to);
        }
        System.out.println("Copied " + archive + " to " + to + ". Compare them with: chancery check " + archive + " --compare " + to);
    }
}
