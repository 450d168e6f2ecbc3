package chancery.exchange.in;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The documents that tests may read where they are given: property `chancery.corpus` or variable `CHANCERY_CORPUS`, a
/// folder with `dafp-open.zip`, `saved-page.txt` and the like.
public final class Corpus {
    private Corpus() {}

    /// A file of the corpus; empty where it is not given.
    public static Optional<Path> file(String name) {
        var property = System.getProperty("chancery.corpus", "");
        var folder = property.isBlank() ? System.getenv().getOrDefault("CHANCERY_CORPUS", "") : property;
        if (folder.isBlank()) return Optional.empty();
        var file = Path.of(folder, name);
        return Files.exists(file) ? Optional.of(file) : Optional.empty();
    }
}
