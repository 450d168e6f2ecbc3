package chancery.cli;

import chancery.archive.ArchiveFailure;
import chancery.archive.ArchiveFolder;
import chancery.archive.WhyNot;
import chancery.document.Reader;
import chancery.search.Indexer;
import chancery.search.LuceneFinder;
import chancery.search.LuceneIndex;
import chancery.search.Names;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/// How commands put the rooms together.
final class Wiring {
    private Wiring() {}

    /// Who works at this machine, for the journal.
    static String who() {
        return System.getProperty("user.name", "somebody");
    }

    /// A line for the person at the terminal, beside what the command gives.
    static void say(String line) {
        System.err.println(line);
    }

    /// A file that somebody named, and that cannot be read: wrong use.
    static IllegalArgumentException unreadable(Path file, IOException why) {
        return new IllegalArgumentException("Could not read " + file + ": " + WhyNot.of(why) + ".", why);
    }

    /// How many threads understand what comes in.
    static int threads() {
        return Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors()));
    }

    /// Brings the index up to the journal, unless a running server does.
    ///
    /// @return whether it was done here
    static boolean index(ArchiveFolder folder) {
        try (var index = LuceneIndex.own(folder.index()); var progress = new Progress("Indexing", folder.stacks().records().size())) {
            var told = new long[1];
            new Indexer(folder.stacks(), index).follow(done -> {
                progress.step(done - told[0]);
                told[0] = done;
            });
            return true;
        } catch (ArchiveFailure.InUse running) {
            say("A server has this archive open: it shows what is new within a second, and reads the claims in it by and by.");
            return false;
        }
    }

    /// Reads what takes its time, in papers that can be found already; what was read stays where it is stopped. When all is read, keeps what the
    /// papers come to for the public, so that the next start and the next search for claims need not conclude it.
    static void readOn(ArchiveFolder folder, BooleanSupplier stopped) {
        var many = folder.stacks().toRead();
        if (many == 0) return;
        try (var progress = new Progress("Reading claims", many)) {
            var told = new long[1];
            folder.stacks().readOn(done -> {
                progress.step(done - told[0]);
                told[0] = done;
            }, stopped);
        }
        if (!stopped.getAsBoolean()) conclude(folder);
    }

    private static void conclude(ArchiveFolder folder) {
        try (var _ = LuceneIndex.own(folder.index())) { // one process keeps conclusions
            folder.stacks().concludeAhead(Reader.PUBLIC);
            folder.stacks().keepConclusions();
        } catch (ArchiveFailure.InUse running) {
            // a server that was started meanwhile concludes for itself
        }
    }

    /// A finder over the index as it stands; brought up to the journal first where nobody else does. Close the index when done.
    static LuceneFinder finder(ArchiveFolder folder, LuceneIndex index) {
        return new LuceneFinder(index, folder.stacks()::room, names(folder));
    }

    /// The names that come with the program, and those that the archive adds in its `names.txt`.
    private static Names names(ArchiveFolder folder) {
        var own = folder.root().resolve(ArchiveFolder.NAMES);
        try {
            return Files.exists(own) ? Names.bundled().and(Files.readAllLines(own)) : Names.bundled();
        } catch (IOException e) {
            throw new ArchiveFailure("Could not read the names in " + own + ": " + WhyNot.of(e) + ". Save it as text in UTF-8.", e);
        }
    }
}
