package chancery.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;

/// Names that papers of different years write differently, in groups: `Tokyo`, `Tokio`; and words that two countries spell differently. Immutable; pure.
///
/// The form is that of the bundled file `names.txt`, whose head explains it: one group a line, names parted by `|`, after `#` a comment;
/// a line that begins with `-` takes away what was said before of the group that holds the name after it, and the other spellings of a word.
public final class Names {
    /// No names at all: every word means only itself.
    public static final Names NONE = new Names(Map.of(), false);
    private static final int LONGEST = 8; // words of a name

    /// By the folded words of a name, one space between them: the other names of its groups.
    private final Map<String, SequencedSet<String>> others;

    private final boolean spellings;

    private Names(Map<String, SequencedSet<String>> others, boolean spellings) {
        this.others = others;
        this.spellings = spellings;
    }

    /// The names that come with the program, and other spellings of any word.
    public static Names bundled() {
        try (var in = Names.class.getResourceAsStream("names.txt")) {
            return new Names(NONE.and(read(in)).others, true);
        } catch (IOException e) {
            throw new UncheckedIOException("the bundled names could not be read", e);
        }
    }

    private static List<String> read(@org.jspecify.annotations.Nullable InputStream in) throws IOException {
        return in == null ? List.of() : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }

    /// These names and those of more lines. A line without a second name says nothing.
    public Names and(List<String> lines) {
        var all = new HashMap<String, SequencedSet<String>>();
        others.forEach((name, set) -> all.put(name, new LinkedHashSet<>(set)));
        for (var line : lines) {
            var said = line.replaceFirst("(?:^|\\s)#.*", "").strip();
            if (said.startsWith("-")) take(all, said.substring(1));
            else add(all, said);
        }
        return new Names(all, spellings);
    }

    private static void add(Map<String, SequencedSet<String>> all, String line) {
        var group = new ArrayList<String>();
        for (var name : line.split("\\|")) if (!key(name).isEmpty()) group.add(name.strip());
        for (var name : group) {
            var known = all.computeIfAbsent(key(name), _ -> new LinkedHashSet<>());
            for (var other : group) if (!key(other).equals(key(name))) known.add(other);
        }
    }

    private static void take(Map<String, SequencedSet<String>> all, String name) {
        var group = all.remove(key(name));
        if (group != null) for (var other : group) all.remove(key(other));
        else all.put(key(name), new LinkedHashSet<>()); // a word that shall have no other spelling either
    }

    /// The other names of one, in the order of the lines, and other spellings of one word; empty
    /// where none is known. Capitals, accents and points do not matter.
    public List<String> of(List<String> words) {
        if (words.isEmpty() || words.size() > LONGEST) return List.of();
        var name = key(String.join(" ", words));
        var found = others.get(name);
        if (found != null) return List.copyOf(found);
        return spellings && words.size() == 1 ? List.copyOf(Spellings.of(name)) : List.of();
    }

    /// How many words the longest name may have.
    static int longest() {
        return LONGEST;
    }

    /// The words of a name as they stand in an index.
    static List<String> words(String name) {
        var words = new ArrayList<String>();
        var scan = new Words().over(name);
        while (scan.next()) {
            var folded = Lexicon.fold(name.substring(scan.start(), scan.end()));
            if (!folded.isEmpty()) words.add(folded);
        }
        return words;
    }

    private static String key(String name) {
        return String.join(" ", words(name));
    }
}
