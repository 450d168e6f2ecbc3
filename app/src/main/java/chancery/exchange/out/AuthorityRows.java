package chancery.exchange.out;

import chancery.authority.Authority;
import chancery.document.Edtf;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// `export --what authorities`: a row for each person, body and place that papers name, whether people described it or not.
public final class AuthorityRows {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private AuthorityRows() {}

    /// Somebody, or a place, as an audience's papers name it.
    ///
    /// @param authority who it is; empty where nobody described it
    /// @param label     the authorised form of its name, or the name that most papers have
    /// @param names     those that papers print
    /// @param sources   names under which claims rest on its word
    public record Named(Optional<Authority> authority, String label, List<Name> names, List<String> sources, long accepted, long proposed) {}

    /// A name that papers print.
    ///
    /// @param period when it means it; empty for always
    /// @param sent   how many papers it sent under it
    /// @param named  how many papers speak of it under it, or were written there
    public record Name(String words, Optional<Edtf> period, long sent, long received, long named) {}

    /// Writes all; returns how many.
    public static long write(List<Named> all, Rows to) {
        for (var one : all) to.write(row(one));
        return all.size();
    }

    /// The row of one, as pretty JSON.
    public static String json(Named one, String notice) {
        var row = row(one);
        row.put("notice", notice.isEmpty() ? null : notice);
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(row) + "\n";
    }

    private static Map<String, @Nullable Object> row(Named one) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("authority", one.authority().map(Authority::id).orElse(null));
        row.put("kind", one.authority().map(a -> a.kind().word()).orElse(null));
        row.put("name", one.label());
        row.put("dates", one.authority().flatMap(Authority::dates).map(Edtf::text).orElse(null));
        row.put("history", one.authority().map(Authority::history).filter(h -> !h.isEmpty()).orElse(null));
        row.put("same", one.authority().map(Authority::sameAs).orElse(List.of()));
        row.put("names", one.names().stream().map(AuthorityRows::name).toList());
        row.put("sources", one.sources());
        row.put("accepted", one.accepted());
        row.put("proposed", one.proposed());
        return row;
    }

    private static Map<String, @Nullable Object> name(Name name) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("name", name.words());
        row.put("period", name.period().map(Edtf::text).orElse(null));
        row.put("sent", name.sent());
        row.put("received", name.received());
        row.put("named", name.named());
        return row;
    }
}
