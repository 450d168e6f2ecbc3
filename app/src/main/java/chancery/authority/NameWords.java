package chancery.authority;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// A name as it is compared: capitals, accents and points do not matter, nor the article and the plain forms of address in front of it.
public final class NameWords {
    /// What stands before a name and tells nothing of who it is. Ranks and honours do: *General Haskvold* may be another than *Haskvold*.
    private static final Set<String> BEFORE = Set.of("the", "mr", "mrs", "miss", "ms", "messrs", "m", "mm", "mme", "mlle", "monsieur", "madame", "dr");
    private static final Pattern APART = Pattern.compile("[^\\p{L}\\p{N}]+"), AFTER = Pattern.compile("\\s*(?:\\([^()]*\\)|,\\s*[\\d?–/ -]+)\\s*$");

    private NameWords() {}

    /// The words of a name, folded and lower case: `s`, `m`, `bruce` for `S. M. Bruce`. Empty where it has no letter or digit.
    public static List<String> of(String name) {
        var folded = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}+", "").toLowerCase(Locale.ROOT);
        return Arrays.stream(APART.split(folded)).filter(word -> !word.isEmpty()).toList();
    }

    /// What two names have in common where they are the same: `foreign minister` for `the Foreign Minister`, `s m bruce` for `Mr. S.M. Bruce`.
    public static String key(String name) {
        var words = new ArrayList<>(of(name));
        while (words.size() > 1 && BEFORE.contains(words.getFirst())) words.removeFirst();
        return String.join(" ", words);
    }

    /// An authorised form without what tells it from others: `Bruce, Stanley Melbourne` for `Bruce, Stanley Melbourne, 1883–1967`.
    public static String undated(String authorised) {
        return AFTER.matcher(authorised.strip()).replaceFirst("");
    }

    /// An authorised form in the order of speech, without what tells it from others: `Stanley Melbourne Bruce` for
    /// `Bruce, Stanley Melbourne, 1883–1967`, `Bruce, Stanley Melbourne (1883–1967)`. Other names are as they were.
    public static String spoken(String authorised) {
        var name = undated(authorised);
        var comma = name.indexOf(", ");
        if (comma < 0 || name.indexOf(',', comma + 1) >= 0) return name;
        return name.substring(comma + 2) + " " + name.substring(0, comma);
    }
}
