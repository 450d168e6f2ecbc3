package chancery.exchange.in;

import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Languages by their English names, as record pages give them, and by their codes.
final class Languages {
    private static final Map<String, String> BY_NAME = byName();

    private Languages() {}

    /// The BCP 47 tag of a language named in English: `German` is `de`; empty where we know none of that name.
    static Optional<String> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name.strip().toLowerCase(Locale.ROOT)));
    }

    /// The tag of the first word that names a language: `Russian transcript` gives `ru`.
    static Optional<String> firstNamed(String words) {
        for (var word : words.split("[^\\p{L}-]+")) {
            var tag = word.length() > 3 ? named(word) : Optional.<String>empty(); // "Ga" and "Ewe" are languages, but not here
            if (tag.isPresent()) return tag;
        }
        return Optional.empty();
    }

    /// A tag as it should be written; empty where it is none.
    static Optional<String> tag(String tag) {
        var given = tag.strip().replace('_', '-');
        if (given.isEmpty() || given.length() > 35) return Optional.empty();
        try {
            var proper = new Locale.Builder().setLanguageTag(given).build().toLanguageTag();
            return proper.equals("und") ? Optional.empty() : Optional.of(proper);
        } catch (IllformedLocaleException e) {
            return Optional.empty();
        }
    }

    private static Map<String, String> byName() {
        var names = new HashMap<String, String>();
        for (var code : Locale.getISOLanguages()) {
            var locale = Locale.of(code);
            names.putIfAbsent(locale.getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT), locale.toLanguageTag());
        }
        names.put("farsi", "fa");
        names.put("dari", "prs");
        names.put("serbo-croatian", "sh");
        names.put("mandarin", "zh");
        names.put("flemish", "nl");
        names.put("modern greek", "el");
        names.put("tagalog", "tl");
        names.put("moldovan", "ro");
        return Map.copyOf(names);
    }
}
