package chancery.cli;

import chancery.archive.ArchiveFolder;
import chancery.archive.Settings;
import chancery.archive.SettingsFile;
import chancery.document.Access;
import java.nio.file.Path;
import java.time.InstantSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Makes a new, empty archive.
@Command(name = "init", mixinStandardHelpOptions = true, description = "Makes a new, empty archive.",
        footer = {"", "Example: chancery init papers --title \"Papers of the Legation\""})
final class Init implements Runnable {
    @Parameters(paramLabel = "ARCHIVE", description = "The folder to make; it must not exist, or be empty.")
    Path archive = Path.of("");

    @Option(names = "--title", paramLabel = "T", description = "What the archive is called; the folder's name when not said.")
    String title = "";

    @Option(names = "--release", paramLabel = "LEVEL",
            description = "Who may see what is taken in when nothing is said: public, registered or withheld (the default).")
    Access release = Access.WITHHELD;

    @Override
    public void run() {
        var name = title.isBlank() ? String.valueOf(archive.toAbsolutePath().normalize().getFileName()) : title;
        var plain = SettingsFile.titled(name);
        ArchiveFolder.init(archive, new Settings(plain.title(), plain.institution(), plain.contact(), plain.rights(),
                plain.notice(), plain.base(), plain.zone(), release), new byte[0], InstantSource.system());
        System.out.println("Made an archive in " + archive + ". Its settings are in "
                + archive.resolve("archive.toml") + ". Next: chancery import " + archive + " FOLDER");
    }
}
