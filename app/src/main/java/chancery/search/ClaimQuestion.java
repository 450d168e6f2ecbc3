package chancery.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A search that asks for claims, not for papers: `about:Sakhalin known-by:1944-02-03` is *what had been reported about Sakhalin by that day, and by whom*.
///
/// @param about   a query asked of what claims say; may be empty
/// @param source  on whose word, or in whose paper (`from:Bruce`); empty for any
/// @param knownBy reported on this day or earlier, as it was written; empty for any
public record ClaimQuestion(String about, String source, String knownBy) {
    /// The fields of such a search, as help tells them. The first two make it one of claims; the others do only beside them.
    public static final List<QueryField> FIELDS = List.of(
            new QueryField("about", "what claims say, by the same rules as of papers", "about:Sakhalin"),
            new QueryField("known-by", "what had been reported by a day", "about:Sakhalin known-by:1944-02-03"),
            new QueryField("from", "beside these: on whose word it rests, or in whose paper it stands", "about:Sakhalin from:Bruce"),
            new QueryField("source", "the same", "known-by:1944-02-03 source:Harriman"));
    private static final Pattern FIELD = Pattern.compile("(?<!\\S)(" + FIELDS.stream().map(f -> Pattern.quote(f.name())).collect(Collectors.joining("|"))
            + "):(?:\"([^\"]*)\"|(\\S+))", Pattern.CASE_INSENSITIVE);

    /// The question in a search; empty where it asks for papers. Words without a field are what it
    /// is about. Whether the day can be understood is said where it is answered.
    public static Optional<ClaimQuestion> in(String query) {
        var m = FIELD.matcher(query);
        var about = new ArrayList<String>();
        var day = "";
        var source = "";
        var isOfClaims = false;
        var rest = new StringBuilder();
        var at = 0;
        while (m.find()) {
            var value = m.group(2) == null ? m.group(3) : m.group(2);
            switch (m.group(1).toLowerCase(Locale.ROOT)) {
                case "about" -> about.add(m.group(2) == null ? value : "\"" + value.strip() + "\"");
                case "known-by" -> day = value.strip();
                default -> source = value.strip();
            }
            isOfClaims |= !m.group(1).equalsIgnoreCase("from") && !m.group(1).equalsIgnoreCase("source");
            rest.append(query, at, m.start());
            at = m.end();
        }
        if (!isOfClaims) return Optional.empty();
        about.add(rest.append(query.substring(at)).toString().strip());
        return Optional.of(new ClaimQuestion(String.join(" ", about.stream().filter(w -> !w.isEmpty()).toList()), source, day));
    }
}
