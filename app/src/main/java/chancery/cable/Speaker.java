package chancery.cable;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Whether two names of senders and recipients, as printed, may be taken as one party of a conversation.
///
/// Persons count by their surname (`Mr S. M. Bruce`, `Bruce`), bodies by all their words (`Department of External Affairs`). Within one
/// conversation that is enough; across an archive it is not, and nobody is identified by it.
final class Speaker {
    private static final Pattern BRACKETS = Pattern.compile("\\([^)]*\\)|\\[[^\\]]*\\]");
    private static final Pattern BODY = Pattern.compile("(?i)\\b(?:department|ministry|government|cabinet|embassy|legation|consulate|(?:high )?commission"
            + "|delegation|office|committee|council|mission|posts?|bureau|secretariat|board|administration|company|service|staff|missions|dea|dot|doet)\\b");
    private static final Set<String> TITLES = Set.of("mr", "mrs", "miss", "ms", "dr", "sir", "lord", "lady", "prof", "professor", "rt", "hon", "the", "right",
            "honourable", "lt", "lieut", "lieutenant", "col", "colonel", "maj", "major", "gen", "general", "brig", "brigadier", "capt", "captain", "cdr",
            "commander", "adm", "admiral", "air", "marshal", "field", "senator", "baron",
            "count", "viscount", "earl", "m", "mme", "monsieur", "herr", "señor", "jr", "sr");
    private static final Pattern WORD = Pattern.compile("[^\\p{L}\\p{N}'’-]+");

    private Speaker() {}

    /// The key of a name; empty where nothing is left of it.
    static String key(String name) {
        String plain = BRACKETS.matcher(name).replaceAll(" ").strip();
        boolean body = BODY.matcher(plain).find();
        int comma = plain.indexOf(',');
        if (!body && comma > 0) plain = plain.substring(0, comma);
        var words = new ArrayList<String>();
        for (String word : WORD.split(folded(plain))) if (!word.isEmpty() && !TITLES.contains(word)) words.add(word);
        if (words.isEmpty()) return folded(plain).strip();
        return body ? String.join(" ", words) : words.getLast();
    }

    private static String folded(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFD).replaceAll("\\p{M}", "").replace('’', '\'').toLowerCase(Locale.ROOT);
    }

    /// Who sent a message, as printed: its senders, else the place of writing, which stands for the post there.
    static List<String> senders(Message message) {
        return message.heading().map(CableHeading::origin).orElse(List.of());
    }

    /// To whom it went, as printed, with those to whom it was repeated.
    static List<String> recipients(Message message) {
        var names = new ArrayList<String>();
        message.heading().ifPresent(h -> {
            h.to().forEach(p -> names.add(p.value()));
            h.repeatedTo().forEach(p -> names.add(p.value()));
        });
        return names;
    }

    /// The keys of names, in order, each once.
    static Set<String> keys(List<String> names) {
        var keys = new java.util.LinkedHashSet<String>();
        for (String name : names) if (!key(name).isEmpty()) keys.add(key(name));
        return keys;
    }
}
