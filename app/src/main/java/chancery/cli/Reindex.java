package chancery.cli;

import chancery.archive.ArchiveFolder;
import chancery.search.Indexer;
import chancery.search.LuceneIndex;
import java.nio.file.Path;
import java.time.InstantSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Makes what is derived anew.
@Command(name = "reindex", mixinStandardHelpOptions = true,
        description = "Makes the index anew from the store, drops what was concluded from it, and reads again what an older version of a reading program "
        + "read: headings, references, likenesses, claims.",
        footer = {"", "Example: chancery reindex papers"})
final class Reindex implements Runnable {
    @Parameters(paramLabel = "ARCHIVE", description = "The archive's folder.")
    Path archive = Path.of("");

    @Override
    public void run() {
        try (var folder = ArchiveFolder.open(archive, InstantSource.system()); var index = LuceneIndex.own(folder.index())) {
            var many = folder.stacks().records().size();
            folder.stacks().dropConclusions();
            long read;
            try (var progress = new Progress("Reading", many)) {
                var told = new long[1];
                read = folder.stacks().reread(done -> {
                    progress.step(done - told[0]);
                    told[0] = done;
                });
            }
            try (var progress = new Progress("Indexing", many)) {
                var told = new long[1];
                new Indexer(folder.stacks(), index).rebuild(done -> {
                    progress.step(done - told[0]);
                    told[0] = done;
                });
            }
            System.out.println("Indexed " + many + " records; " + read + " were read again.");
        }
    }
}
