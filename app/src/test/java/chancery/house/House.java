package chancery.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The house itself: where its folders are.
final class House {
    /// The repository's root.
    static final Path ROOT = root();
    /// The documentation.
    static final Path DOCS = ROOT.resolve("docs");

    private House() {}

    /// The text of a file of the repository, by its path from the root.
    static String read(String path) {
        try {
            return Files.readString(ROOT.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + ROOT.resolve(path), e);
        }
    }

    /// Every file below a folder of the repository whose name ends so, in order.
    static List<Path> files(String folder, String end) {
        try (var files = Files.walk(ROOT.resolve(folder))) {
            return files.filter(f -> f.toString().endsWith(end)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("could not walk " + ROOT.resolve(folder), e);
        }
    }

    private static Path root() {
        var here = Path.of("").toAbsolutePath();
        while (!Files.isRegularFile(here.resolve("chancery"))) {
            here = here.getParent();
            if (here == null) throw new IllegalStateException("not in the repository: no command ./chancery above " + Path.of("").toAbsolutePath());
        }
        return here;
    }
}
