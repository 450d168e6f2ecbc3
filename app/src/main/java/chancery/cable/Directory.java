package chancery.cable;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Who sat where, learned from the messages themselves: from which place each party wrote.
///
/// Two offices in one place often read each other's messages: Canberra answers for the Prime Minister, his department and the Government alike.
final class Directory {
    /// How alike two sides of a message are: the same, in one place, not known, of other names, in other places.
    enum Likeness { SAME, SAME_PLACE, UNKNOWN, UNLIKE, OTHER }

    private final Map<String, String> posts = new HashMap<>();
    private final Set<String> places = new HashSet<>();

    Directory(List<Paper> papers) {
        var wrote = new HashMap<String, Map<String, Integer>>();
        for (var paper : papers) {
            if (paper.place().isEmpty()) continue;
            places.add(paper.place());
            for (var party : paper.from()) wrote.computeIfAbsent(party.key(), _ -> new HashMap<>()).merge(paper.place(), 1, Integer::sum);
        }
        wrote.forEach((party, counts) -> {
            var all = counts.values().stream().mapToInt(n -> n).sum();
            counts.entrySet().stream().filter(e -> e.getValue() * 10 >= all * 6).findFirst().ifPresent(e -> posts.put(party, e.getKey()));
        });
    }

    /// The place a party mostly wrote from; empty where that is not known, or where it moved about.
    String post(Party party) {
        var known = posts.get(party.key());
        if (known != null) return known;
        var named = named(party);
        posts.put(party.key(), named);
        return named;
    }

    private String named(Party party) {
        for (var word : party.words()) if (places.contains(word)) return word;
        var all = String.join(" ", party.words());
        for (var place : List.of("new york", "new delhi", "the hague", "lake success", "kuala lumpur")) if (places.contains(place) && all.contains(place.replace("the ", ""))) return place;
        return "";
    }

    /// How alike two sides are, by their likest parties.
    Likeness compare(List<Party> one, List<Party> other) {
        if (one.isEmpty() || other.isEmpty()) return Likeness.UNKNOWN;
        var best = Likeness.OTHER;
        for (var a : one) for (var b : other) {
            var alike = compare(a, b);
            if (alike.ordinal() < best.ordinal()) best = alike;
        }
        return best;
    }

    private Likeness compare(Party a, Party b) {
        if (a.is(b)) return Likeness.SAME;
        String p = post(a), q = post(b);
        if (p.isEmpty() || q.isEmpty()) return Likeness.UNLIKE;
        return p.equals(q) ? Likeness.SAME_PLACE : Likeness.OTHER;
    }
}
