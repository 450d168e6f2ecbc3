package chancery.cable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Splits the words for one side of a message into its parties, and takes their roles off.
///
/// | as printed | parties |
/// |---|---|
/// | `Mr R. G. Casey, Minister to the United States` | `Mr R. G. Casey` |
/// | `Mr John Curtin, Prime Minister, and to Dr H. V. Evatt, Minister for External Affairs` | `Mr John Curtin`; `Dr H. V. Evatt` |
/// | `Embassy in Washington, Beasley and Mission in Tokyo` | `Embassy in Washington`; `Beasley`; `Mission in Tokyo` |
/// | `Australian Delegation, United Nations` | the same |
/// | `Department of Commerce and Agriculture` | the same |
/// | `the Ambassador in Colombia (Braden)` | `Braden` |
final class Parties {

    private static final String RANK = "(?:Mr|Mrs|Miss|Ms|Mme|Dr|Sir|Dame|Lord|Lady|Viscount|Earl|Baron|Count|Marquess|Duke|Prince"
            + "|Field Marshal|Marshal|(?:Maj(?:or)?|Lt|Lieut|Lieutenant|Brig|Brigadier)\\.?[ -]?(?:Gen|General)"
            + "|General|Gen|Brigadier|Brig|(?:Lt|Lieut|Lieutenant)[. -]{1,2}(?:Col|Colonel|Commander|Cdr)|Colonel|Col|Major|Maj"
                    + "|Captain|Capt|Commander|Cdr|Commodore|(?:Rear|Vice)[- ]Admiral|Admiral"
            + "|Air (?:Chief |Vice[- ]?)?Marshal|Air Commodore|Wing Commander|Group Captain|Squadron Leader|Senator|Professor|Prof"
                    + "|President|Generalissimo|Monsieur|Señor|Herr|M|(?:The )?(?:Rt\\.? |Right )?Hon(?:ourable)?"
            + "|Tun|Tunku|Dato|Pandit|Baron|Jonkheer|Jhr|Bishop|Archbishop|Rev|Chief Justice|Justice|Judge)\\.?\\s";
    private static final Pattern PERSON = Pattern.compile("(?:the )?" + RANK + "(?=\\p{Lu})");
    private static final Pattern NEXT = Pattern.compile(",? and to |,? and (?=" + RANK + "\\p{Lu})|, (?=" + RANK
            + "\\p{Lu}[\\p{L}.]*[ ,])");
    private static final Pattern ROLE = Pattern.compile("(?:Minister|Secretary|Ambassador|High Commissioner|Representative|Counsell?or"
            + "|Consul|Commander|Director|Chief|Prime|President|Premier|Governor"
            + "|Charg[eé]|Chairman|Leader|Attach[eé]|Adviser|Advisor|Officer|Commissioner|Administrator|Treasurer|Attorney|Assistant"
                    + "|Deputy|Under|Acting|Member|Head|Envoy|General|Delegate|Resident|Permanent"
            + "|Legation|Special|Operations|Station)");
    private static final Pattern UNDIVIDED = Pattern.compile(" (?=(?:Acting )?(?:High Commissioner|Prime Minister|Minister (?:to|for"
            + "|of)|Secretary (?:of|to)|Ambassador|U\\.K\\.|U\\.S\\.|Consul|of the (?:Division|Office|Department|Bureau))\\b)");
    private static final Pattern WITHHELD = Pattern.compile("\\[[^\\]]{0,60}not declassified\\](?= of | in |,|$)");
    private static final Pattern JOINED = Pattern.compile("\\b(?<rank>Mr|Mrs|Dr|Sir)(?=\\p{Lu})");
    private static final Pattern COMMA = Pattern.compile(",\\s*");
    private static final Pattern JOINING = Pattern.compile("^(?:and |to |[,;:] ?)+");
    private static final Pattern HEAD_OF_BODY =
            Pattern.compile("(?i)(?:embassy|legation|high commission|department|mission|consulate|australian (?:delegation|mission"
                    + "|embassy))\\b");
    private static final Pattern MISREAD_OF = Pattern.compile("\\b(?<body>Department|Ministry|Secretary|Government) d (?=\\p{Lu})");
    private static final Pattern ONE_NAME = Pattern.compile("(?:(?:[Dd]e|[Vv]an|[Vv]on) )?\\p{Lu}[\\p{L}'’.-]+");
    private static final Pattern NAMED_ROLE = Pattern.compile("(?:the |The |Mr\\. |American |Australian "
            + "|British )?(?<role>[^()]{4,200}) \\((?<name>[^()]{2,60})\\)(?:,.*)?");
    private static final Pattern QUALIFIED = Pattern.compile("(?i).*\\b(?:delegation|delegate|office|mission|representative|committee"
            + "|council|conference|section|branch|division|headquarters)s?");
    private static final Pattern BODY = Pattern.compile("(?i)(?:the )?(?:department|embass|legation|high commission|mission|consulate"
            + "|delegation|australian|commonwealth|government|ministry|office|cabinet|u\\.?k\\.?"
            + "|u\\.?s\\.?|united|british|n\\.?z\\.?|new zealand|prime minister|administration|external|all posts|posts|secretary"
                    + "|acting|heads?|treasury|war|dominions|foreign|commissioner|consul|chiefs|military|posts)\\b.*");
    private static final Pattern PLURAL = Pattern.compile("(?i)(?:the )?(?:governments|departments|embassies|missions|legations"
            + "|high commissions|heads|ministers) .*");
    private static final Pattern PORTFOLIO_BEFORE = Pattern.compile("(?i).*\\b(?:department|ministry|minister|board|bureau|office"
            + "|committee|council|conference|sub-committee|union|association|section|delegation)s?"
            + "(?:,| (?:of|for|on)) (?:the )?[\\p{L}' ]+");
    private static final Set<String> PORTFOLIOS = Set.of("agriculture", "customs", "development", "shipping", "employment", "social",
            "industry", "national", "welfare", "fisheries", "commonwealth", "technical", "navy", "air",
            "information", "works", "housing", "immigration", "territories", "defence", "settlement", "reconstruction", "supply",
                    "science", "energy", "cultural", "planning", "trade", "industrial", "growers", "food", "labour",
            "finance", "external", "research", "education", "navigation", "transport", "soviet", "northern", "relations", "resources");

    private Parties() {}

    /// The parties in the order of print; empty for empty words. `capitals` says that the whole title is printed in capitals,
    /// so that its names are to be written as usual; in any other title `LIC` is an abbreviation and stays.
    static List<Printed<String>> read(String words, boolean capitals) {
        List<Printed<String>> parties = new ArrayList<>();
        String plain = MISREAD_OF.matcher(JOINED.matcher(Wording.unmarked(words)).replaceAll("${rank} ")).replaceAll("${body} of ");
        for (String side : NEXT.split(plain)) {
            for (String one : bodies(side)) {
                String printed = trimmed(one);
                if (printed.isEmpty()) continue;
                parties.add(new Printed<>(capitals ? Wording.usualCase(name(printed)) : name(printed), printed));
            }
        }
        return parties;
    }

    /// A person keeps his rank and loses his role; a body keeps what belongs to its name.
    private static String name(String party) {
        Matcher named = NAMED_ROLE.matcher(party);
        boolean role = named.matches() && ROLE.matcher(Objects.requireNonNullElse(named.group("role"), "")).find();
        if (role && !PERSON.matcher(party).lookingAt())
            return Objects.requireNonNullElse(named.group("name"), party);
        Matcher withheld = WITHHELD.matcher(party);
        if (withheld.lookingAt()) return withheld.group();
        String bare = party.regionMatches(true, 0, "the ", 0, 4) ? party.substring(4) : party;
        int comma = bare.indexOf(',');
        if (PERSON.matcher(bare).lookingAt()) {
            Matcher undivided = UNDIVIDED.matcher(bare);
            int end = comma < 0 ? bare.length() : comma;
            return bare.substring(0, undivided.find() ? Math.min(end, undivided.start()) : end);
        }
        if (comma < 0) return bare;
        String after = bare.substring(comma + 1).strip();
        return ROLE.matcher(after).lookingAt() && !QUALIFIED.matcher(bare.substring(0, comma)).matches() ? bare.substring(0, comma) : bare;
    }

    /// `A, B and C` in a side without ranks. A comma after a delegation or an office begins its qualifier, and *and* may
    /// stand inside the name of a department.
    private static List<String> bodies(String side) {
        if (PERSON.matcher(side).lookingAt() || PLURAL.matcher(side).matches()) return List.of(side);
        List<String> found = new ArrayList<>();
        String rest = side;
        int from = 0;
        while (true) {
            int and = indexOfAnd(rest, from);
            if (and < 0) break;
            String before = rest.substring(0, and);
            String after = rest.substring(and + 5);
            if (separate(before, after)) {
                found.addAll(commas(before));
                rest = after;
                from = 0;
            } else {
                from = and + 5;
            }
        }
        if (found.isEmpty()) return names(rest);
        found.addAll(commas(rest));
        return found;
    }

    /// `Bulcock, McCarthy, Cutler`: a list of single names.
    private static List<String> names(String words) {
        String[] parts = COMMA.split(words);
        for (String part : parts) if (!ONE_NAME.matcher(part).matches()) return List.of(words);
        return parts.length > 2 ? List.of(parts) : List.of(words);
    }

    private static int indexOfAnd(String words, int from) {
        for (int i = from; i + 5 <= words.length(); i++) {
            if (words.regionMatches(true, i, " and ", 0, 5)) return i;
        }
        return -1;
    }

    /// Whether *and* joins two parties: always before a body; before other words unless they complete a portfolio.
    private static boolean separate(String before, String after) {
        int end = after.indexOf(' ') < 0 ? after.length() : after.indexOf(' ');
        String first = Wording.trimmed(after.substring(0, end), "", ",.;)").toLowerCase(Locale.ROOT);
        String open = lastPart(before);
        if (PORTFOLIO_BEFORE.matcher(open).matches() && PORTFOLIOS.contains(first)) return false;
        if (BODY.matcher(after).matches()) return !first.equals("social");
        return !PORTFOLIOS.contains(first) || !PORTFOLIO_BEFORE.matcher(open).matches();
    }

    private static String lastPart(String words) {
        List<String> parts = commas(words);
        return parts.isEmpty() ? words : parts.getLast();
    }

    /// Cuts at commas, but keeps a qualifier with its body.
    private static List<String> commas(String words) {
        List<String> parts = new ArrayList<>();
        for (String part : COMMA.split(words)) {
            if (part.isEmpty()) continue;
            boolean follows = !parts.isEmpty() && !startsBody(part);
            boolean qualifies = follows && parts.getLast().indexOf(',') < 0 && QUALIFIED.matcher(parts.getLast()).matches();
            boolean role = follows && part.indexOf(' ') > 0 && ROLE.matcher(part).lookingAt();
            if (qualifies || role) parts.set(parts.size() - 1, parts.getLast() + ", " + part);
            else parts.add(part);
        }
        return parts;
    }

    private static boolean startsBody(String part) {
        return HEAD_OF_BODY.matcher(part).lookingAt();
    }

    private static String trimmed(String words) {
        return Wording.trimmed(JOINING.matcher(words.strip()).replaceFirst(""), "", ",;:.");
    }
}
