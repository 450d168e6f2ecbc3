package chancery.exchange.in;

import chancery.finding.Finding;
import chancery.finding.FindingCode;
import java.util.ArrayList;
import java.util.List;

/// The formats that papers come in, in the order they are tried.
public final class Formats {
    private final List<Format> formats;

    private Formats(List<Format> formats) {
        this.formats = List.copyOf(formats);
    }

    /// Every format, with the mappings that ship.
    public static Formats all() {
        return with(List.of());
    }

    /// Every format; a mapping given is tried before those that ship.
    public static Formats with(List<Mapping> own) {
        var mappings = new ArrayList<>(own);
        mappings.addAll(Mapping.shipped());
        return new Formats(List.of(new FrontMatter(mappings), new SavedPage(), new JsonLines(), new Plain()));
    }

    /// The one format of a word; `auto` leaves all of them.
    ///
    /// @throws IllegalArgumentException where no format has that word; the message lists them
    public Formats only(String word) {
        if (word.equals("auto")) return this;
        var one = formats.stream().filter(f -> f.word().equals(word)).toList();
        if (one.isEmpty()) throw new IllegalArgumentException("--format " + word + ": say auto, " + String.join(", ", words()) + ".");
        return new Formats(one);
    }

    /// The formats' words, in the order they are tried.
    public List<String> words() {
        return formats.stream().map(Format::word).toList();
    }

    /// What an item holds, by the first format it fits; where only one is left, by that one.
    public List<Reading> read(Item item) {
        if (item.bytes().length == 0) return refused(item, FindingCode.SOURCE_EMPTY);
        if (formats.size() == 1) return formats.getFirst().read(item);
        for (var format : formats) if (format.fits(item)) return format.read(item);
        return refused(item, FindingCode.SOURCE_FORMAT_UNKNOWN);
    }

    private static List<Reading> refused(Item item, FindingCode code) {
        return List.of(new Reading.Refused(item.path(), List.of(new Finding(code, "the file", item.name()))));
    }
}
