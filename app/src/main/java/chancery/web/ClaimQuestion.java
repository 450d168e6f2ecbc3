package chancery.web;

import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Pattern;

/// A search that asks for claims, not for papers: `about:Sakhalin known-by:1944-02-03` is *what had been reported about Sakhalin by that day, and by whom*.
///
/// @param about   words in the claims; may be empty
/// @param knownBy reported on this day or earlier, as it was written; empty for any
record ClaimQuestion(String about, String knownBy) {
    private static final Pattern FIELD = Pattern.compile("(?<!\\S)(about|known-by):(?:\"([^\"]*)\"|(\\S+))", Pattern.CASE_INSENSITIVE);

    /// The question in a search; empty where it asks for papers. Words without a field are what it is about. Whether the day can be understood is said where it is answered.
    static Optional<ClaimQuestion> in(String query) {
        var m = FIELD.matcher(query);
        var about = new ArrayList<String>();
        var day = "";
        var rest = new StringBuilder();
        var at = 0;
        while (m.find()) {
            var value = m.group(2) == null ? m.group(3) : m.group(2);
            if (m.group(1).equalsIgnoreCase("about")) about.add(value.strip());
            else day = value.strip();
            rest.append(query, at, m.start());
            at = m.end();
        }
        if (at == 0) return Optional.empty();
        about.add(rest.append(query.substring(at)).toString().strip());
        return Optional.of(new ClaimQuestion(String.join(" ", about.stream().filter(w -> !w.isEmpty()).toList()), day));
    }

    /// Where it is answered.
    String address() {
        return "/claims?" + (about.isEmpty() ? "" : "words=" + View.encode(about)) + (about.isEmpty() || knownBy.isEmpty() ? "" : "&") + (knownBy.isEmpty() ? "" : "to=" + View.encode(knownBy));
    }
}
