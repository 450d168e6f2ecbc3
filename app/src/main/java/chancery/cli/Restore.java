package chancery.cli;

import chancery.archive.ArchiveFailure;
import chancery.archive.ArchiveFolder;
import java.nio.file.Path;
import java.time.InstantSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Makes an archive from a backup.
@Command(name = "restore", mixinStandardHelpOptions = true,
        description = "Makes an archive from a backup, after every byte of the backup was read and found right.",
        footer = {"", "Example: chancery restore /mnt/backup/papers-2026-11-23 papers"})
final class Restore implements Runnable {
    @Parameters(index = "0", paramLabel = "BACKUP", description = "The backup's folder.")
    Path backup = Path.of("");

    @Parameters(index = "1", paramLabel = "ARCHIVE", description = "The folder to make; it must not exist.")
    Path archive = Path.of("");

    @Override
    public void run() {
        try (var from = ArchiveFolder.open(backup, InstantSource.system())) {
            var faults = from.stacks().check();
            if (!faults.isEmpty())
                throw new ArchiveFailure("The backup " + backup + " has " + faults.size()
                        + " faults, so nothing was restored. See them with: chancery check " + backup);
            from.copyTo(archive);
        }
        try (var restored = ArchiveFolder.open(archive, InstantSource.system())) {
            Wiring.index(restored);
        }
        System.out.println("Restored " + archive + " from " + backup + ".");
    }
}
