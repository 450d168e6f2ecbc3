package chancery.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.regex.Pattern;

/// Other spellings of a word, British and American and of earlier years: `defense` of `defence`, `recognize` of
/// `recognise`, `inquiry` of `enquiry`, `despatch` of `dispatch`.
/// By rule, so some are no words; an index simply does not have these. Pure.
///
/// The rules name the differences that dictionaries of both countries list, and only where few
/// words of another meaning follow them (`filled` is no spelling of `filed`).
final class Spellings {
    private static final List<Rule> RULES = List.of(
            both("(\\p{L}{3,})", "is", "iz", "(e|ed|es|er|ers|ing|ation|ations|able)"),
            both("(anal|paral|catal)", "ys", "yz", "(e|ed|er|ers|es|ing)"),
            both(
            "((?:dis|un|mis)?(?:arb|ard|arm|behavi|cand|clam|col|demean|endeav|fav|ferv|flav|harb|hon|hum|lab|neighb|parl|ranc|rig|rum|sav|savi|splend|succ|"
            + "tum|val|vap|vig))",
                    "our", "or", "(s|ed|ing|able|ably|er|ers|ite|ites|al|less|hood)?"),
            both("(def|off|lic|pret)", "enc", "ens", "(e|es|eless)"),
            both("(cent|theat|amphitheat|kilomet|lit|lust|spect|sab|fib|calib|meag)", "re", "er", "(s)?"),
            both("(progra)", "mme", "m", "(s)?"),
            both("(\\p{L}*[aeiouy]\\p{L}*[aeiou])", "ll", "l", "(ed|ing|er|ers|or|ors)"),
            both("(fulfi|enro|instal|ski|wi)", "l", "ll", "(ment|ments|ful)"),
            both("(acknowle|ju|abri|lo)", "dgement", "dgment", "(s)?"),
            both("(conne|infle|refle)", "xion", "ction", "(s)?"),
            both("()", "enquir", "inquir", "(e|ed|es|er|ers|ing|y|ies)"),
            both("()", "despatch", "dispatch", "(ed|es|ing)?"),
            both("()", "aero", "air", "(plane|planes)"),
            both("(de|en|)", "cypher", "cipher", "(s|ed|ing|ment)?"),
            both("()", "grey", "gray", "(s)?"),
            both("()", "gaol", "jail", "(s|ed|er|ers)?"));

    private Spellings() {}

    /// One way to spell and the other, between what stands before and what stands behind.
    private record Rule(Pattern one, String as, Pattern other, String back) {}

    private static Rule both(String before, String one, String other, String behind) {
        return new Rule(Pattern.compile(before + one + behind), other, Pattern.compile(before + other + behind), one);
    }

    /// The other spellings of a word, in the order of the rules; empty where no rule speaks of it.
    ///
    /// @param word in small letters without accents
    static SequencedSet<String> of(String word) {
        var others = new LinkedHashSet<String>();
        for (var rule : RULES) {
            add(rule.one, rule.as, word, others);
            add(rule.other, rule.back, word, others);
        }
        others.remove(word);
        return others;
    }

    private static void add(Pattern way, String as, String word, SequencedSet<String> others) {
        var m = way.matcher(word);
        if (m.matches()) others.add(m.group(1) + as + (m.group(2) == null ? "" : m.group(2)));
    }
}
