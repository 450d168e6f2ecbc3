package chancery.claim;

import chancery.authority.Authorities;
import chancery.authority.Authority;
import chancery.authority.Match;
import chancery.authority.Variant;
import chancery.claim.Attestation.Paper;
import chancery.claim.Decision.Described;
import chancery.claim.Decision.Identified;
import chancery.claim.Decision.Merged;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Who stands behind the names in chains: what people said of it, and [Party] where they said nothing. Immutable; safe to share.
///
/// What a name in one paper is counted by does not hang on other papers, so that leaving a paper out never makes two of one. Who was described is one under all
/// his names, and whoever may only be he is taken for him. A name that may mean one or another of those described is counted for nobody.
public final class Identities {
    /// Nobody said anything.
    public static final Identities NONE = new Identities(Authorities.NONE);
    private static final String KNOWN = "\u0001"; // begins the key of somebody described; no key of a name does
    private final Authorities authorities;
    private final Map<String, List<Match.One>> byParty = new HashMap<>();

    private Identities(Authorities authorities) {
        this.authorities = authorities;
        for (var one : authorities.all())
            for (var name : one.names()) byParty.computeIfAbsent(Party.key(name.words()), _ -> new ArrayList<>()).add(new Match.One(one, name));
    }

    /// What decisions say, in their order.
    static Identities of(List<Decided> decisions) {
        var told = new Told();
        for (var d : decisions) told.take(d.what());
        return told.described.isEmpty() ? NONE : new Identities(told.authorities());
    }

    /// Those who were described.
    public Authorities authorities() {
        return authorities;
    }

    /// Whom a name in a paper means; empty where nobody said, and where it may mean several.
    public Optional<Authority> of(String name, Paper paper) {
        return authorities.one(name, paper.day(), Optional.of(paper.record()));
    }

    /// Whether a name in a paper means whom another name means anywhere; of joint sources one alone is enough.
    public boolean mean(String name, String other, Paper paper) {
        if (authorities.isEmpty()) return Party.isSame(name, other);
        var sought = authorities.one(other, Optional.empty(), Optional.empty());
        if (sought.isEmpty()) return Party.isSame(name, other);
        var meant = key(sought.get());
        return Party.members(name).stream().anyMatch(member -> key(member, paper).map(meant::equals).orElseGet(() -> Party.isSame(member, other)));
    }

    /// Whether two names mean the same, whatever paper they stand in.
    boolean mean(String name, String other) {
        var one = authorities.one(name, Optional.empty(), Optional.empty());
        return one.isPresent() && one.equals(authorities.one(other, Optional.empty(), Optional.empty())) || Party.key(name).equals(Party.key(other));
    }

    /// Whether claims on the word of a name in a paper are counted among those of whom another name means anywhere.
    boolean isCounted(String name, String whom, Paper paper) {
        var sought = authorities.one(whom, Optional.empty(), Optional.empty()).map(Identities::key).orElseGet(() -> Party.key(whom));
        return Party.members(name).stream().anyMatch(member -> source(member, paper).equals(sought));
    }

    /// What a source of claims is counted by in every paper; empty where it hangs on the paper.
    Optional<String> everywhere(String name) {
        var party = Party.key(name);
        return byParty.containsKey(party) || authorities.isName(name) ? Optional.empty() : Optional.of(party);
    }

    /// What a source of claims is counted by: as a name is, and by its words where it may mean several.
    String source(String name, Paper paper) {
        return key(name, paper).orElseGet(() -> Party.key(name));
    }

    /// What a name in a paper is counted by: somebody described, or the name itself where none of these may go by it. Empty where it may mean several of them,
    /// or one of them who had the name at times only, in a paper without a day.
    Optional<String> key(String name, Paper paper) {
        if (authorities.isEmpty()) return Optional.of(Party.key(name));
        return switch (authorities.match(name, paper.day(), Optional.of(paper.record()))) {
            case Match.One(var authority, _) -> Optional.of(key(authority));
            case Match.Several _ -> Optional.empty();
            case Match.Unknown _ -> taken(Party.key(name), paper);
        };
    }

    private Optional<String> taken(String party, Paper paper) {
        var possible = byParty.getOrDefault(party, List.of()).stream().filter(one -> one.by().mayHold(paper.day(), Optional.of(paper.record()))).toList();
        if (possible.isEmpty()) return Optional.of(party);
        var one = possible.getFirst().authority();
        if (possible.stream().anyMatch(p -> !p.authority().equals(one))) return Optional.empty();
        return possible.stream().anyMatch(p -> p.by().isAlways()) ? Optional.of(key(one)) : Optional.empty();
    }

    /// Who is counted under a key.
    Optional<Authority> counted(String key) {
        return key.startsWith(KNOWN) ? authorities.find(key.substring(KNOWN.length())) : Optional.empty();
    }

    private static String key(Authority authority) {
        return KNOWN + authority.id();
    }

    /// What decisions told so far.
    private static final class Told {
        final Map<String, Described> described = new LinkedHashMap<>();
        private final Map<String, List<Variant>> names = new HashMap<>();
        private final Map<String, String> merged = new LinkedHashMap<>();

        void take(Decision decision) {
            switch (decision) {
                case Described d -> described.put(d.subject(), d);
                case Identified i -> {
                    var known = names.computeIfAbsent(i.subject(), _ -> new ArrayList<>());
                    known.removeIf(i.variant()::isSame);
                    if (i.means()) known.add(i.variant());
                }
                case Merged m when m.one() -> merged.put(m.with(), m.subject());
                case Merged m -> merged.remove(m.with());
                case Decision.Reading _, Decision.Joined _, Decision.Parted _, Decision.Evidence _, Decision.Assessed _, Decision.SourceGraded _,
                        Decision.Inquired _, Decision.Answered _ -> { }
            }
        }

        /// Names of somebody who was merged into another are the other's, his authorised form among them.
        Authorities authorities() {
            var all = new LinkedHashMap<String, List<Variant>>();
            var moved = new HashMap<String, String>();
            for (var d : described.values()) {
                var to = end(d.subject());
                if (!to.equals(d.subject())) moved.put(d.subject(), to);
                var of = all.computeIfAbsent(to, _ -> new ArrayList<>());
                if (!to.equals(d.subject())) of.add(Variant.always(chancery.authority.NameWords.spoken(d.name())));
                of.addAll(names.getOrDefault(d.subject(), List.of()));
            }
            var authorities = new ArrayList<Authority>();
            all.forEach((id, variants) -> Optional.ofNullable(described.get(id)).ifPresent(d ->
                    authorities.add(new Authority(id, d.kind(), d.name(), d.dates(), d.history(), d.sameAs(), variants))));
            return Authorities.of(authorities, moved);
        }

        /// The one into which another was merged in the end; itself where it was not, and where a way of merging leads round.
        private String end(String id) {
            var seen = new LinkedHashSet<String>();
            var at = id;
            for (var next = merged.get(at); next != null && described.containsKey(next); next = merged.get(at)) {
                if (!seen.add(at)) return id;
                at = next;
            }
            return at;
        }
    }
}
