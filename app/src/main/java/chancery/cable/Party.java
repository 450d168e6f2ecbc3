package chancery.cable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// One side of a message, made comparable: a person by the name he goes by, a body by the words of its name.
///
/// `Mr S. M. Bruce` and `Bruce` are the same; so are `the Department of External Affairs` and `Department of External Affairs`.
///
/// @param words  the words that count, lower case, in order; never empty
/// @param person whether it is a person's name
/// @param key    the words as one
record Party(List<String> words, boolean person, String key) {
    private static final Pattern SPLIT = Pattern.compile("[^\\p{L}\\p{N}'’-]+");
    private static final Pattern POSSESSIVE = Pattern.compile("[’']s?(?=\\s|$)"), GOVT = Pattern.compile("\\bGovt\\b"),
            DEPT = Pattern.compile("\\bDept\\b"), ABBREVIATED = Pattern.compile("(?<=\\b\\p{L})\\.(?=\\p{L}\\b)");
    private static final Set<String> TITLES = Set.of("mr", "mrs", "miss", "ms", "mme", "dr", "sir", "dame", "lord", "lady",
            "viscount", "earl", "baron", "count", "field", "marshal", "general", "gen", "major", "maj", "lieutenant",
            "lieut", "lt", "brigadier", "brig", "colonel", "col", "captain", "capt", "commander", "cdr", "commodore",
            "admiral", "senator", "professor", "prof", "president", "hon", "rt", "tun", "tunku", "dato", "pandit", "rev", "air",
            "vice", "rear", "chief", "jhr", "m", "st");
    private static final Set<String> RANKS = Set.of("mr", "mrs", "miss", "ms", "mme", "dr", "sir", "dame", "lord", "lady",
            "viscount", "senator", "professor", "prof", "lt", "col", "general", "gen", "major", "captain", "colonel", "admiral",
            "brigadier", "tun", "tunku", "dato", "pandit");
    private static final Set<String> SMALL = Set.of("the", "of", "for", "and", "in", "to", "at", "a", "an", "on", "de", "s");
    private static final Set<String> BODIES = Set.of("department", "government", "office", "embassy", "legation", "commission",
            "commissioner", "delegation", "mission", "cabinet", "council", "committee", "ministry", "minister", "secretary",
            "consulate", "consul", "ambassador", "representative", "board", "treasury",
            "governor", "governments", "posts", "chiefs", "affairs", "commonwealth", "dominions");

    Party {
        words = List.copyOf(words);
    }

    /// The party that a name stands for; empty words make a party that is like no other.
    static Party of(String name) {
        var words = new ArrayList<String>();
        var ranked = false;
        for (var word : SPLIT.split(ABBREVIATED.matcher(
                DEPT.matcher(GOVT.matcher(POSSESSIVE.matcher(name).replaceAll("")).replaceAll("Government")).replaceAll("Department")).replaceAll(""))) {
            var w = word.toLowerCase(Locale.ROOT).replace("’", "'");
            if (w.isEmpty()) continue;
            if (RANKS.contains(w)) ranked = true;
            if (SMALL.contains(w) || TITLES.contains(w) || w.length() == 1) continue;
            words.add(w.equals("uk") || w.equals("british") || w.equals("united-kingdom") ? "uk" : w);
        }
        var body = words.stream().anyMatch(BODIES::contains);
        var person = !body && (ranked || words.size() <= 2);
        var counted = person && words.size() > 1 ? List.of(words.getLast()) : words;
        return new Party(counted, person, String.join(" ", counted));
    }

    /// Whether two names can be one party's: the same person, or bodies whose names share what tells them apart.
    boolean is(Party other) {
        if (words.isEmpty() || other.words.isEmpty()) return false;
        if (words.equals(other.words)) return true;
        if (person || other.person) return person == other.person ? words.getLast().equals(other.words.getLast()) : false;
        return words.containsAll(other.words) || other.words.containsAll(words);
    }
}
