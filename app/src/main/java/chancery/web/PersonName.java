package chancery.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// A name as citations need it: taken apart where it is surely a person's, whole where it is not. Pure.
///
/// A name wrongly taken apart is worse than one left whole: bodies, single names, and names whose family comes first (`Mao Zedong`) stay as they are written.
///
/// @param asWritten the name as the source gives it
/// @param family    what bibliographies sort by; empty for a name left whole
/// @param given     what stands before it, ranks and honours too: `Sir Lionel`; empty for a name left whole
/// @param suffix    `Jr.`, `III`; may be empty
record PersonName(String asWritten, String family, String given, String suffix) {
    private static final Set<String> SUFFIXES = Set.of("jr", "sr", "ii", "iii", "iv");
    private static final Set<String> PARTICLES = Set.of("de", "da", "di", "du", "del", "della", "der", "den",
            "van", "von", "zu", "zur", "la", "le", "ter", "ten", "y", "e", "bin", "ibn", "al", "af", "av");
    private static final Set<String> OF_BODIES = Set.of("department", "ministry", "embassy", "legation",
            "office", "government", "committee", "council", "commission", "delegation", "cabinet",
            "staff", "staffs", "agency", "bureau", "service", "services", "party", "union", "board",
            "consulate", "command", "headquarters", "division", "section", "branch", "mission", "secretariat",
            "ministers", "chiefs", "nations", "states", "league", "congress", "senate", "court", "university",
            "institute", "library", "archive", "archives", "press", "radio", "army", "navy", "force",
            "forces", "fleet", "corps", "group", "company", "bank", "assembly", "conference", "politburo",
            "presidium", "directorate", "intelligence", "security", "affairs", "external", "foreign",
            "treasury", "governments", "posts", "association", "officer", "officers", "secretary", "minister", "commissioner", "ambassador", "consul",
            "president", "premier", "unknown", "anonymous", "courier", "times", "editors", "authorities", "united", "soviet", "british", "american");
    /// Family names that stand first in Chinese, Korean and Vietnamese names.
    private static final Set<String> FAMILY_FIRST = Set.of("mao", "zhou", "chou", "deng", "teng", "liu",
            "lin", "chen", "ch'en", "zhang", "chang", "wang", "wong", "peng", "p'eng", "hu", "jiang",
            "chiang", "hua", "zhu", "chu", "ye", "yeh", "yang", "xi", "xu", "hsu", "huang", "hwang", "zhao",
            "chao", "qiao", "ch'iao", "geng", "keng", "kang", "k'ang", "wu", "sun", "song", "soong", "gao", "kao",
            "bo", "po", "dong", "tung", "luo", "lo", "he", "ho", "kim", "park", "pak", "choe", "choi",
            "ch'oe", "yi", "nam", "ro", "roh", "noh", "chun", "chon", "chŏn", "nguyen", "nguyễn", "ngo", "ngô",
            "pham", "phạm", "le", "lê", "tran", "trần", "hoang", "hoàng", "truong", "trường", "vo", "võ", "xuan", "pol", "son");

    private static final Set<String> RANKS = Set.of("mr", "mrs", "miss", "ms", "mme", "dr", "sir", "dame", "lord",
            "lady", "viscount", "earl", "baron", "count", "prince", "lt", "lieut", "lieutenant", "col", "colonel",
            "gen", "general", "maj", "major", "brig", "brigadier", "capt", "captain", "cdr", "commander", "commodore",
            "admiral", "marshal", "field", "air", "rear", "vice", "professor", "prof", "senator", "rev", "bishop");
    private static final Pattern INITIALS = Pattern.compile("(?:\\p{Lu}\\.-?)+");
    private static final Pattern COUNTRY = Pattern.compile("U\\.?K\\.?|U\\.?S\\.?(?:A\\.?|S\\.?R\\.?)?|N\\.?Z\\.?|U\\.?N\\.?");

    /// The name that words give.
    ///
    /// `of("Sir Lionel Tressider")` has the family `Tressider` and, before it, `Sir Lionel`; `of("Department of External Affairs")` stays whole.
    static PersonName of(String words) {
        var name = words.strip().replaceAll("\\s+", " ");
        var comma = name.indexOf(", ");
        if (comma > 0) {
            var before = name.substring(0, comma);
            var after = name.substring(comma + 2);
            if (isSuffix(after)) return suffixed(of(before), name, after);
            if (after.indexOf(',') < 0 && !isBody(before) && !isBody(after) && before.split(" ").length <= 3 && after.split(" ").length <= 4)
                return new PersonName(name, before, after, "");
            var more = after.indexOf(", ");
            if (more > 0 && isSuffix(after.substring(more + 2)) && !isBody(before))
                return new PersonName(name, before, after.substring(0, more), after.substring(more + 2));
            return whole(name);
        }
        var parts = new ArrayList<>(List.of(name.split(" ")));
        if (parts.size() > 2 && isSuffix(parts.getLast())) return suffixed(of(String.join(" ", parts.subList(0, parts.size() - 1))), name, parts.getLast());
        if (parts.size() < 2 || parts.size() > 6 || isBody(name) || FAMILY_FIRST.contains(lower(parts.getFirst())) && parts.size() <= 3) return whole(name);
        var last = parts.size() - 1;
        while (last > 1 && PARTICLES.contains(parts.get(last - 1))) last--; // de Gaulle, van den Bosch: with the family, as libraries of their lands mostly do
        return new PersonName(name, String.join(" ", parts.subList(last, parts.size())), String.join(" ", parts.subList(0, last)), "");
    }

    /// The name of a sender or recipient as the heading of a message prints it.
    ///
    /// There, two words may be a family name (`Gordon Walker`), a post (`New York`) or persons in general
    /// (`All Posts`); so a name is taken apart only where a rank or an initial
    /// stands in front: `Sir Earle Page`, `G.P.N. Watt`. No heading turns a name round: a comma (`External Affairs Office, London`) divides nothing.
    static PersonName printed(String words) {
        var name = of(words);
        if (!name.isPerson()) return name;
        var before = name.given.split(" ");
        if (name.asWritten.startsWith(name.family + ",") || COUNTRY.matcher(before[0]).matches() || name.family.contains(".")) return whole(name.asWritten);
        if (RANKS.contains(lower(before[0]).replace(".", ""))) return name;
        for (var word : before) if (INITIALS.matcher(word).matches()) return name;
        return whole(name.asWritten);
    }

    /// Whether it could be taken apart.
    boolean isPerson() {
        return !family.isEmpty();
    }

    /// In the order of speech: `Sir Lionel Tressider`, `W. Averell Harriman Jr.`.
    String straight() {
        return isPerson() ? given + " " + family + (suffix.isEmpty() ? "" : " " + suffix) : asWritten;
    }

    /// As bibliographies sort it: `Tressider, Sir Lionel`.
    String inverted() {
        return isPerson() ? family + ", " + given + (suffix.isEmpty() ? "" : ", " + suffix) : asWritten;
    }

    /// The same for forms that divide a name at its commas (RIS, and what is read from the head of a page): a name left
    /// whole has dashes in their place, `Australian Delegation – United Nations`.
    String undivided() {
        return isPerson() ? inverted() : asWritten.replaceAll("\\s*,\\s*", " – ");
    }

    /// The same for the head of a page, where readers divide a name of several words at its last
    /// space unless it has a comma: `Department of External Affairs,`.
    String inHead() {
        return isPerson() || asWritten.indexOf(' ') < 0 ? undivided() : undivided() + ",";
    }

    private static PersonName whole(String name) {
        return new PersonName(name, "", "", "");
    }

    private static PersonName suffixed(PersonName name, String asWritten, String suffix) {
        return name.isPerson() ? new PersonName(asWritten, name.family, name.given, suffix) : whole(asWritten);
    }

    private static boolean isSuffix(String words) {
        return SUFFIXES.contains(lower(words).replace(".", ""));
    }

    private static boolean isBody(String name) {
        for (var word : name.split("[ ,/&-]+")) {
            if (word.isEmpty()) continue;
            var lower = lower(word);
            if (OF_BODIES.contains(lower)) return true;
            if (PARTICLES.contains(word)) continue;
            if (!Character.isUpperCase(word.codePointAt(0)) && Character.isLetter(word.codePointAt(0)) && Character.isLowerCase(word.codePointAt(0)))
                return true;
            if (word.codePoints().anyMatch(Character::isDigit)) return true;
            if (word.length() > 2 && word.chars().allMatch(Character::isUpperCase) && !SUFFIXES.contains(lower)) return true; // CIA, TASS
        }
        return name.contains("(") || name.contains("[");
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
