package chancery.cli;

import chancery.archive.ArchiveFolder;
import chancery.archive.LetterBook;
import chancery.document.Reader;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.LongPredicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What readers wrote to the archivist.
@Command(name = "letters", mixinStandardHelpOptions = true,
        description = "Shows what readers wrote about papers, the newest first, and marks it as dealt with. Letters are kept in desk.db: no copy, backup or "
        + "export carries them.",
        footer = {"", "Example: chancery letters papers --done 12"})
final class Letters implements Runnable {
    @Parameters(paramLabel = "ARCHIVE", description = "The archive's folder.")
    Path archive = Path.of("");

    @Option(names = "--all", description = "Shows those that are done too.")
    boolean all;

    @Option(names = "--done", paramLabel = "N", description = "Marks letters as dealt with.")
    List<Long> done = List.of();

    @Option(names = "--forget", paramLabel = "N", description = "Destroys letters.")
    List<Long> forget = List.of();

    @Override
    public void run() {
        try (var folder = ArchiveFolder.open(archive, InstantSource.system())) {
            var letters = folder.letters();
            each(done, "Done", n -> letters.done(n, true));
            each(forget, "Destroyed", letters::forget);
            if (done.isEmpty() && forget.isEmpty()) list(folder, letters);
        }
    }

    private static void each(List<Long> numbers, String word, LongPredicate deed) {
        for (var n : numbers) {
            if (!deed.test(n)) throw new IllegalArgumentException("There is no letter " + n + ". Without --done and --forget, those there are are shown.");
            System.out.println(word + ": letter " + n);
        }
    }

    private void list(ArchiveFolder folder, LetterBook letters) {
        var all = letters.list(this.all);
        if (all.isEmpty()) System.out.println("No letter waits.");
        for (var l : all) {
            var card = folder.stacks().room(Reader.STAFF).cards(List.of(l.record()));
            System.out.println("Letter " + l.number() + "  " + l.at() + "  "
                    + (l.about() == LetterBook.About.ERROR ? "an error" : "rights or use") + (l.done() ? "  (done)" : ""));
            System.out.println("  " + l.record() + (card.isEmpty() ? "" : "  " + card.getFirst().title()));
            if (!l.from().isEmpty()) System.out.println("  Answer to: " + l.from());
            l.words().lines().forEach(line -> System.out.println("  | " + line));
        }
    }
}
