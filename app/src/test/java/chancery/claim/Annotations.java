package chancery.claim;

import chancery.exchange.in.Delivery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Annotated claims that are kept as places and not as words, since the papers are not ours: `annotations/claims.tsv`.
///
/// A line is a paper's delivery path, the lines behind it, each led by a tab, are its claims: the place of the content, the place of the reporting words, the
/// chain, the stance and the place of the caution, parted by tabs.
/// A place is `start-end` in UTF-16 units of the file behind its front matter. The words come from the papers, wherever they lie.
final class Annotations {
    private static final String FRONT = "\n---";

    private Annotations() {}

    /// The annotated papers: delivery path to claims with their words; papers that are not in the corpus are left out.
    static Map<String, List<Gold.Claim>> in(Path corpus) {
        var lines = new TreeMap<String, List<String[]>>();
        var paper = "";
        for (var line : table()) {
            if (line.startsWith("#") || line.isBlank()) continue;
            if (!line.startsWith("\t")) paper = line;
            var of = lines.computeIfAbsent(paper, _ -> new ArrayList<>());
            if (line.startsWith("\t")) of.add(line.split("\t", -1));
        }
        var papers = new TreeMap<String, List<Gold.Claim>>();
        bodies(corpus, lines.keySet()).forEach((path, body) -> papers.put(path, lines.get(path).stream().map(cells -> claim(cells, body)).toList()));
        return papers;
    }

    private static List<String> table() {
        try (var in = Objects.requireNonNull(Annotations.class.getResourceAsStream("/annotations/claims.tsv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Gold.Claim claim(String[] cells, String body) {
        var content = words(cells[1], body);
        return new Gold.Claim(content == null ? "" : content, String.valueOf(words(cells[2], body)),
                Arrays.asList(cells[3].split(" > ")), Stance.of(cells[4]).orElseThrow(), words(cells[5], body), -1, -1);
    }

    private static @Nullable String words(String place, String body) {
        if (place.isEmpty()) return null;
        var ends = place.split("-");
        return body.substring(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]));
    }

    /// What stands behind the front matter of some papers.
    private static Map<String, String> bodies(Path corpus, Iterable<String> some) {
        var bodies = new TreeMap<String, String>();
        try (var delivery = Delivery.open(corpus, Delivery.Limits.USUAL)) {
            var entries = new TreeMap<String, Delivery.Entry>();
            for (var entry : delivery.entries()) entries.put(entry.path(), entry);
            for (var path : some) {
                if (!(entries.get(path) instanceof Delivery.Entry entry && entry.got() instanceof Delivery.Got.Whole(var item))) continue;
                var text = new String(item.bytes(), StandardCharsets.UTF_8);
                bodies.put(path, text.substring(text.indexOf('\n', text.indexOf(FRONT, 4) + 1) + 1));
            }
        }
        return bodies;
    }
}
