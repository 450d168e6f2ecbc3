package chancery.authority;

import chancery.document.Edtf;
import chancery.document.RecordId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Everybody and everything that people described, as one audience knows it, and whom a name means.
///
/// A name means whoever was recorded for it; where it was recorded for several, the closest record tells: one for this paper before one for a time, one for a
/// time before one for always. Where that leaves several, it means none of them for sure. Immutable; safe to share.
///
/// ```java
/// var known = Authorities.of(List.of(new Authority("1", PERSON, "Hull, Cordell", …, List.of(new Variant("the Secretary of State", Edtf.parse("1933/1944"),
/// …)))));
/// known.match("The Secretary of State", Edtf.parse("1941-07-04"), Optional.empty()); // One: Hull
/// known.match("The Secretary of State", Edtf.parse("1947"), Optional.empty());       // Unknown
/// ```
public final class Authorities {
    /// Nobody was described.
    public static final Authorities NONE = new Authorities(List.of(), Map.of());
    private static final Comparator<Authority> BY_NAME = Comparator.comparing((Authority a) -> String.join(" ", NameWords.of(a.name())))
            .thenComparing(Authority::id);
    private static final Match UNKNOWN = new Match.Unknown();
    private final List<Authority> all;
    private final Map<String, Authority> byId = new HashMap<>();
    private final Map<String, List<Match.One>> byName = new HashMap<>();
    private final Map<String, String> moved;

    private Authorities(List<Authority> all, Map<String, String> moved) {
        this.all = all;
        this.moved = moved;
        for (var one : all) {
            byId.put(one.id(), one);
            for (var name : one.names()) byName.computeIfAbsent(NameWords.key(name.words()), _ -> new ArrayList<>()).add(new Match.One(one, name));
        }
    }

    /// Those given.
    public static Authorities of(List<Authority> all) {
        return of(all, Map.of());
    }

    /// Those given, and where ids of before now lead.
    ///
    /// @param moved the id of one that was merged into another, and the id of that
    public static Authorities of(List<Authority> all, Map<String, String> moved) {
        return all.isEmpty() ? NONE : new Authorities(all.stream().sorted(BY_NAME).toList(), Map.copyOf(moved));
    }

    /// All, in the order of their names.
    public List<Authority> all() {
        return all;
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /// The authority of an id, or the one into which that was merged.
    public Optional<Authority> find(String id) {
        return Optional.ofNullable(byId.get(moved.getOrDefault(id, id)));
    }

    /// Whether a name was recorded for anybody, for whatever time and paper.
    public boolean isName(String words) {
        return byName.containsKey(NameWords.key(words));
    }

    /// Whom a name means.
    ///
    /// @param day   of the paper it stands in; empty when undated, or where no paper is meant: then names of a time mean nobody
    /// @param paper it stands in; empty where none is meant
    public Match match(String words, Optional<Edtf> day, Optional<RecordId> paper) {
        if (all.isEmpty()) return UNKNOWN;
        var named = byName.getOrDefault(NameWords.key(words), List.of()).stream().filter(one -> one.by().holds(day, paper)).toList();
        if (named.isEmpty()) return UNKNOWN;
        var closest = named.stream().mapToInt(one -> one.by().closeness()).max().orElse(0);
        var best = new LinkedHashMap<String, Match.One>();
        for (var one : named) if (one.by().closeness() == closest) best.putIfAbsent(one.authority().id(), one);
        return best.size() == 1 ? best.firstEntry().getValue() : new Match.Several(best.values().stream().map(Match.One::authority).toList());
    }

    /// The one whom a name means in a paper; empty where it means nobody for sure.
    public Optional<Authority> one(String words, Optional<Edtf> day, Optional<RecordId> paper) {
        return match(words, day, paper) instanceof Match.One(var authority, _) ? Optional.of(authority) : Optional.empty();
    }
}
