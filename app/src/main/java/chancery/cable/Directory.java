package chancery.cable;

import java.time.LocalDate;
import java.util.ArrayList;
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

    /// Within how many days numbers are compared.
    private static final int NEAR = 30;

    private final Map<String, String> posts = new HashMap<>();
    private final Set<String> places = new HashSet<>();
    private final Map<String, List<Counted>> series = new HashMap<>();

    /// A number that a party gave on a day.
    private record Counted(long day, int number) {}

    Directory(List<Paper> papers) {
        var wrote = new HashMap<String, Map<String, Integer>>();
        for (var paper : papers) {
            if (!paper.place().isEmpty()) places.add(paper.place());
            for (var party : paper.from()) wrote.computeIfAbsent(party.key(), _ -> new HashMap<>()).merge(paper.place(), 1, Integer::sum);
        }
        wrote.forEach((party, counts) -> {
            var all = counts.values().stream().mapToInt(n -> n).sum();
            var placed = all - counts.getOrDefault("", 0);
            counts.entrySet().stream().filter(e -> !e.getKey().isEmpty() && e.getValue() * 10 >= placed * 6 && e.getValue() * 4 >= all)
                    .findFirst().ifPresent(e -> posts.put(party, e.getKey()));
        });
        for (var paper : papers) {
            if (!paper.dated() || paper.numbers().size() != 1 || !paper.numbers().getFirst().series().isEmpty()) continue;
            var counted = new Counted(paper.first(), paper.numbers().getFirst().digits());
            for (var correspondence : correspondences(paper.from(), paper.to())) series.computeIfAbsent(correspondence, _ -> new ArrayList<>()).add(counted);
        }
    }

    private Set<String> correspondences(List<Party> from, List<Party> to) {
        var names = new HashSet<String>();
        for (var sender : from) for (var recipient : to) if (!post(recipient).isEmpty()) names.add(sender.key() + ">" + post(recipient));
        return names;
    }

    /// Whether the number of a paper has its place among those that a sender gave to messages for a
    /// recipient's post at that time: between the one before and the one after.
    boolean counts(List<Party> from, List<Party> to, Paper paper) {
        for (var correspondence : correspondences(from, to)) for (var number : paper.numbers()) {
            if (number.series().isEmpty() && between(series.getOrDefault(correspondence, List.of()), paper.first(), number.digits())) return true;
        }
        return false;
    }

    /// Whether the number of a paper of an earlier year was given again before a day: numbers start again with the
    /// year, and those of its correspondence stood below it and then above it since.
    boolean givenAgain(Paper paper, Paper before) {
        var year = LocalDate.ofEpochDay(before.first()).getYear();
        if (LocalDate.ofEpochDay(paper.last()).getYear() >= year) return false;
        for (var correspondence : correspondences(paper.from(), paper.to())) for (var number : paper.numbers()) {
            if (number.series().isEmpty() && passed(series.getOrDefault(correspondence, List.of()), year, before.first(), number.digits())) return true;
        }
        return false;
    }

    private static boolean passed(List<Counted> sent, int year, long day, int number) {
        boolean below = false, above = false;
        for (var c : sent) {
            if (c.day() > day || LocalDate.ofEpochDay(c.day()).getYear() != year) continue;
            below |= c.number() < number;
            above |= c.number() > number;
        }
        return below && above;
    }

    private static boolean between(List<Counted> sent, long day, int number) {
        Counted before = null, after = null;
        for (var c : sent) {
            if (Math.abs(c.day() - day) > NEAR || c.number() == number) continue;
            if (c.day() <= day && c.number() < number && (before == null || c.number() > before.number())) before = c;
            if (c.day() >= day && c.number() > number && (after == null || c.number() < after.number())) after = c;
        }
        return before != null && after != null && after.number() - before.number() <= 3 * NEAR;
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
        for (var place : List.of("new york", "new delhi", "the hague", "lake success", "kuala lumpur"))
            if (places.contains(place) && all.contains(place.replace("the ", ""))) return place;
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
