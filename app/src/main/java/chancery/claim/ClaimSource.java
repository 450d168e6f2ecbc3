package chancery.claim;

import chancery.authority.Authority;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// Somebody on whose word claims rest.
///
/// @param party     what he is compared by where nobody said who he is ([Party#key]); nothing else where somebody did
/// @param authority who it is; empty where nobody said
/// @param names     as chains write them, with how many claims each stands in; the commonest first
/// @param claims    how many claims of each state rest on his word
public record ClaimSource(String party, Optional<Authority> authority, SequencedMap<String, Long> names, Map<State, Long> claims) {
    /// How many claims of a state rest on his word.
    public long claims(State state) {
        return claims.getOrDefault(state, 0L);
    }

    /// His name in the order of speech, or that by which most claims call him.
    public String name() {
        return authority.map(Authority::spoken).orElseGet(() -> names.firstEntry().getKey());
    }

    /// Everybody named in a chain of what is judged of some claims, in the order met.
    static List<ClaimSource> of(List<Claim> claims, Identities identities) {
        var counting = new Counting(identities);
        for (var claim : claims) counting.count(claim);
        return counting.met.values().stream().map(Met::source).toList();
    }

    /// Sources while claims are counted. What hangs on a name alone is found out once for each name: there are few of them, and many claims.
    private static final class Counting {
        final Map<String, Met> met = new LinkedHashMap<>();
        private final Identities identities;
        private final Map<String, List<String>> members = new HashMap<>();
        private final Map<String, Optional<String>> everywhere = new HashMap<>();

        Counting(Identities identities) {
            this.identities = identities;
        }

        void count(Claim claim) {
            var state = claim.state();
            var here = new HashSet<String>(); // what was counted of this claim already
            for (var a : claim.attestations()) {
                if (a.state() != state) continue;
                for (var link : a.chain().links())
                    if (link.isNamed()) for (var name : members.computeIfAbsent(link.words(), Party::members)) met(name, a.paper()).count(name, state, here);
            }
        }

        private Met met(String name, Attestation.Paper paper) {
            var key = everywhere.computeIfAbsent(name, identities::everywhere).orElseGet(() -> identities.source(name, paper));
            return met.computeIfAbsent(key, k -> new Met(k, identities.counted(k)));
        }
    }

    private static final class Met {
        private final String key;
        private final Optional<Authority> authority;
        private final Map<String, Long> names = new HashMap<>();
        private final Map<State, Long> claims = new EnumMap<>(State.class);

        Met(String key, Optional<Authority> authority) {
            this.key = key;
            this.authority = authority;
        }

        void count(String name, State state, Set<String> here) {
            if (here.add(key)) claims.merge(state, 1L, Long::sum);
            if (here.add(key + "\u0000" + name)) names.merge(name, 1L, Long::sum);
        }

        ClaimSource source() {
            var sorted = new LinkedHashMap<String, Long>();
            names.entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()).thenComparing(Map.Entry.comparingByKey()))
                    .forEach(e -> sorted.put(e.getKey(), e.getValue()));
            return new ClaimSource(authority.isPresent() ? "" : key, authority, Collections.unmodifiableSequencedMap(sorted),
                    Collections.unmodifiableMap(claims));
        }
    }
}
