package chancery.exchange.in;

import chancery.archive.Submission;
import java.nio.file.Path;
import java.util.function.Consumer;

/// Reads every paper of a folder or zip as an import would, without an archive.
public final class CorpusPapers {
    private CorpusPapers() {}

    /// Gives each paper that can be read, in the order of the delivery.
    public static void each(Path folderOrZip, Consumer<Submission> paper) {
        var formats = Formats.all();
        try (var delivery = Delivery.open(folderOrZip, Delivery.Limits.USUAL)) {
            for (var entry : delivery.entries()) {
                if (!(entry.got() instanceof Delivery.Got.Whole(var item))) continue;
                for (var reading : formats.read(item)) if (reading instanceof Reading.Read read) paper.accept(read.submission());
            }
        }
    }
}
