package chancery.claim;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.BufferedReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reporting words of diplomatic English and how each is inflected: the table `cues.tsv` of the jar.
final class CueWords {
    private static final Map<String, String> IRREGULAR = Map.ofEntries(Map.entry("said", "say"), Map.entry("told", "tell"),
            Map.entry("wrote", "write"), Map.entry("written", "write"), Map.entry("thought", "think"), Map.entry("felt", "feel"),
            Map.entry("held", "hold"), Map.entry("foresaw", "foresee"), Map.entry("foreseen", "foresee"),
            Map.entry("understood", "understand"), Map.entry("heard", "hear"), Map.entry("learnt", "learn"), Map.entry("spoke", "speak"),
            Map.entry("spoken", "speak"), Map.entry("undertook", "undertake"), Map.entry("undertaken", "undertake"),
            Map.entry("meant", "mean"), Map.entry("made", "make"), Map.entry("gave", "give"), Map.entry("given", "give"),
            Map.entry("laid", "lay"), Map.entry("drew", "draw"), Map.entry("drawn", "draw"), Map.entry("took", "take"),
            Map.entry("taken", "take"), Map.entry("set", "set"), Map.entry("put", "put"), Map.entry("saw", "see"), Map.entry("seen", "see"),
            Map.entry("knew", "know"), Map.entry("known", "know"), Map.entry("shown", "show"), Map.entry("broadcast", "broadcast"),
            Map.entry("begged", "beg"), Map.entry("referred", "refer"), Map.entry("admitted", "admit"), Map.entry("submitted", "submit"),
            Map.entry("inferred", "infer"), Map.entry("found", "find"), Map.entry("forecast", "forecast"), Map.entry("saying", "say"),
            Map.entry("putting", "put"), Map.entry("setting", "set"), Map.entry("begging", "beg"), Map.entry("planned", "plan"), Map.entry("planning", "plan"),
            Map.entry("preferred", "prefer"), Map.entry("preferring", "prefer"),
            Map.entry("referring", "refer"), Map.entry("admitting", "admit"), Map.entry("submitting", "submit"));
    private static final CueWords SHIPPED = load();

    private final Map<String, Cue> verbs = new HashMap<>();
    private final Map<String, Cue> nouns = new HashMap<>();
    private final Map<String, Cue> adjectives = new HashMap<>();

    /// A reporting word.
    ///
    /// @param lemma  its plain form
    /// @param group  the group of the table it stands in
    /// @param stance what it says of the claim where nothing else does
    /// @param mode   how word came
    record Cue(String lemma, String group, Stance stance, Mode mode) {}

    /// A reporting verb as it stands.
    ///
    /// @param form `past` (also a past participle), `ing`, `s`, or `plain`
    record Verb(Cue cue, String form) {}

    private CueWords() {}

    static CueWords shipped() {
        return SHIPPED;
    }

    Optional<Cue> noun(String lower) {
        var cue = nouns.get(lower);
        if (cue == null && lower.endsWith("s")) cue = nouns.get(cut(lower, 1));
        return Optional.ofNullable(cue);
    }

    Optional<Cue> adjective(String lower) {
        return Optional.ofNullable(adjectives.get(lower));
    }

    Optional<Verb> verb(String lower) {
        var irregular = IRREGULAR.get(lower);
        if (irregular != null && verbs.containsKey(irregular)) return verb(irregular, lower.endsWith("ing") ? "ing" : "past");
        if (verbs.containsKey(lower)) return verb(lower, "plain");
        if (lower.endsWith("ies")) return verb(cut(lower, 3) + "y", "s");
        if (lower.endsWith("ied")) return verb(cut(lower, 3) + "y", "past");
        if (lower.endsWith("es") && verbs.containsKey(cut(lower, 2))) return verb(cut(lower, 2), "s");
        if (lower.endsWith("s")) return verb(cut(lower, 1), "s");
        if (lower.endsWith("ed") && lower.length() > 4) return verb(stem(cut(lower, 2)), "past");
        if (lower.endsWith("ing") && lower.length() > 5) return verb(stem(cut(lower, 3)), "ing");
        return Optional.empty();
    }

    /// The plain form of which `-ed` or `-ing` was cut: itself, with an `e`, or with one consonant of two.
    private String stem(String cut) {
        if (verbs.containsKey(cut)) return cut;
        var n = cut.length();
        if (n > 3 && cut.charAt(n - 1) == cut.charAt(n - 2) && verbs.containsKey(cut.substring(0, n - 1))) return cut.substring(0, n - 1);
        return cut + "e";
    }

    private Optional<Verb> verb(String lemma, String form) {
        return Optional.ofNullable(verbs.get(lemma)).map(cue -> new Verb(cue, form));
    }

    private static String cut(String word, int letters) {
        return word.substring(0, word.length() - letters);
    }

    private static CueWords load() {
        var words = new CueWords();
        for (var line : lines("cues.tsv")) {
            var fields = line.split("\t");
            var stance = Stance.of(fields[2]).orElseThrow(() -> new IllegalStateException("cues.tsv: no stance " + fields[2]));
            var mode = Mode.of(fields[3].replace('-', ' ')).orElseThrow(() -> new IllegalStateException("cues.tsv: no mode " + fields[3]));
            var into = switch (fields[1]) { case "verb" -> words.verbs; case "noun" -> words.nouns; default -> words.adjectives; };
            for (var word : fields[4].split(" ")) into.putIfAbsent(word.toLowerCase(Locale.ROOT), new Cue(word, fields[0], stance, mode));
        }
        return words;
    }

    /// The lines of a table of this room in the jar, without those that begin with `#`.
    static List<String> lines(String name) {
        try (var in = resource(name)) {
            if (in == null) throw new IllegalStateException("the table " + name + " is not in the jar");
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static java.io.@Nullable InputStream resource(String name) {
        return CueWords.class.getResourceAsStream("/chancery/claim/" + name);
    }
}
