package chancery.claim;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Who stands at a place of a source chain, and when two names mean one of them.
///
/// Every name has one key, whatever other names there are, and names of one key are one party. A
/// person's key is the last word of the name, so that *Tressider* and
/// *Sir Lionel Tressider* are one, and so are two who only share a surname: taking two people for one can lower the independence that is found, never raise it.
public final class Party {
    private static final Set<String> TITLES = Set.of("mr", "mrs", "miss", "ms", "m", "mm", "mme", "monsieur", "madame", "sir", "lord", "lady",
            "dr", "prof", "professor", "the", "a", "an", "hon", "general", "gen", "lieutenant", "lieut", "lt", "colonel", "col", "major", "maj",
            "captain", "capt", "commander", "admiral", "marshal", "brigadier", "commodore", "baron", "count", "prince", "senator");

    /// Words that end the name of an office, a body or a paper. They are compared whole.
    private static final Set<String> OFFICES = Set.of("minister", "ministers", "ministry", "ambassador", "ambassadors", "secretary", "department",
            "departments", "government", "governments", "office", "officer", "officers", "official", "officials", "attache", "consul", "commissioner",
            "president", "premier", "king", "queen", "emperor", "regent", "chief", "staff", "chiefs", "committee", "council", "cabinet", "commission",
            "mission", "delegation", "delegate", "delegates", "representative", "representatives", "bureau", "intelligence", "service", "press",
            "newspaper", "paper", "report", "reports", "telegram", "telegrams", "cable", "cables", "cablegram", "despatch", "letter", "message",
            "messages", "source", "sources", "circles", "quarters", "party", "leader", "leaders", "company", "bank", "army", "navy", "police", "command",
            "affairs", "states", "kingdom", "nations", "people", "union", "agent", "agents", "informant", "legation", "embassy", "consulate",
            "authorities", "banker", "correspondent", "interpreter", "engineer", "director", "spokesman", "colleague", "general", "colonel", "captain",
            "prefect", "prefecture", "clerk", "master", "mate", "watchman");
    private static final Pattern JOINT = Pattern.compile("\\s+(?:and|&)\\s+|,\\s*"),
            WORD = Pattern.compile("[^\\p{L}\\p{N}]+"), BRACKET = Pattern.compile("([^()]+)\\(([^()]+)\\)");

    private Party() {}

    /// What a name is compared by: `tressider` for `Sir Lionel Tressider` and for
    /// `Secretary of State (Tressider)`, `foreign minister` for `the Foreign Minister`.
    public static String key(String name) {
        var bracket = BRACKET.matcher(name.strip());
        if (bracket.matches() && isPerson(bracket.group(2), words(bracket.group(2))) && words(bracket.group(1)).stream().anyMatch(OFFICES::contains))
            return words(bracket.group(2)).getLast();
        var words = words(name);
        return isPerson(name, words) ? words.getLast() : String.join(" ", words);
    }

    /// Whether two names are taken for one party; of joint sources one alone is enough.
    public static boolean isSame(String one, String other) {
        var those = members(other).stream().map(Party::key).toList();
        return members(one).stream().map(Party::key).anyMatch(those::contains);
    }

    /// The names in a joint source (`Bogaars and Goh`) where each is a person's; else the whole name alone.
    static List<String> members(String name) {
        var parts = JOINT.splitAsStream(name).map(String::strip).filter(p -> !p.isEmpty()).toList();
        return parts.size() > 1 && parts.stream().allMatch(p -> isPerson(p, words(p))) ? parts : List.of(name);
    }

    private static List<String> words(String name) {
        var folded = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}+", "").toLowerCase(Locale.ROOT);
        var words = new ArrayList<>(Arrays.stream(WORD.split(folded)).filter(w -> !w.isEmpty()).toList());
        while (words.size() > 1 && TITLES.contains(words.getFirst())) words.removeFirst();
        return words.isEmpty() ? List.of(name) : words;
    }

    /// A name whose last word is written large, and names no office. Behind a comma stands a place (*External Affairs Office, London*), or what stood in front.
    private static boolean isPerson(String name, List<String> words) {
        if (name.indexOf(',') >= 0 || words.size() > 4 || OFFICES.contains(words.getLast())
                || words.stream().anyMatch(w -> w.equals("of") || w.equals("for") || w.equals("in") || w.equals("at")))
            return false;
        var written = Arrays.asList(WORD.split(name.strip()));
        if (written.isEmpty() || written.contains("s")) return false; // *the Minister's*; the S. of an initial is written large
        return Character.isUpperCase(written.getLast().codePointAt(0)) && !written.getLast().codePoints().anyMatch(Character::isDigit);
    }
}
