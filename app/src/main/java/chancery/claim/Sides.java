package chancery.claim;

import chancery.cable.CableHeading;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// On whose side authors are: what their own government says is no report of another's. The table
/// `sides.tsv` beside the cues says which words of a sender tell it.
final class Sides {
    private static final List<Side> TABLE = CueWords.lines("sides.tsv").stream().map(Sides::side).toList();

    private Sides() {}

    /// @param sender what tells it of a sender; finds all where the table gives no words
    /// @param words  by which papers name it
    private record Side(Pattern sender, Set<String> words) {}

    /// The words by which a paper names the side of its author.
    static Set<String> of(TextToRead text) {
        var sender = text.heading().map(CableHeading::from).orElse(List.of()).stream().map(f -> f.value())
                .reduce(text.title().split(" to ")[0], (a, b) -> a + " " + b).toLowerCase(Locale.ROOT);
        for (var side : TABLE) if (side.sender().matcher(sender).find()) return side.words();
        return Set.of();
    }

    private static Side side(String line) {
        var cells = line.split("\t");
        var words = Arrays.stream(cells[0].split(", ")).filter(w -> !w.isEmpty()).map(w -> "(?<!\\p{L})" + Pattern.quote(w) + "(?!\\p{L})").toList();
        return new Side(Pattern.compile(String.join("|", words)), Set.of(cells[1].split(" ")));
    }
}
