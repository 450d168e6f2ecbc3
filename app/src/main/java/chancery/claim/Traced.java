package chancery.claim;

import chancery.claim.Passage.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A source chain as it was traced, and how.
///
/// @param links nearest to the author first; never empty
/// @param rule  the rule that named the last link, for people: `subject of the verb`, `he: who spoke last`
record Traced(List<Named> links, String rule) {
    private static final java.util.Set<String> TITLES = java.util.Set.of("mr", "mrs", "miss", "dr", "sir", "m", "lord");
    static final Traced UNNAMED = of(Named.UNNAMED, "nobody is named");

    Traced {
        links = List.copyOf(links);
    }

    static Traced of(Named named, String rule) {
        return new Traced(List.of(named), rule);
    }

    Named nearest() {
        return links.getFirst();
    }

    Named origin() {
        return links.getLast();
    }

    boolean isUnnamed() {
        return links.size() == 1 && nearest().isUnnamed();
    }

    /// The same, reached by a pronoun; that the author had it from somebody unnamed is not carried on.
    Traced followed(String rule) {
        var named = links.size() > 1 && nearest().isUnnamed() ? links.subList(1, links.size()) : links;
        return new Traced(named.stream().map(Named::followed).toList(), rule);
    }

    /// This chain with another beyond it; who stands in both stands once.
    Traced beyond(Traced inner, String rule) {
        var chain = new ArrayList<>(links);
        for (var n : inner.links()) if (chain.stream().noneMatch(x -> same(x, n))) chain.add(n);
        return new Traced(chain, rule);
    }

    /// The chain up to somebody who stands in it.
    Optional<Traced> upTo(Named named) {
        for (var i = 0; i < links.size(); i++) if (same(links.get(i), named)) return Optional.of(new Traced(links.subList(0, i + 1), rule));
        return Optional.empty();
    }

    /// Whether two namings are of one: the same place, the same words, or one the last words of the other (`Sumner Welles`, `Welles`).
    static boolean same(Named a, Named b) {
        if (a.from() >= 0 && a.from() == b.from()) return true;
        var x = untitled(a.words());
        var y = untitled(b.words());
        var one = a.words().length() - x;
        var other = b.words().length() - y;
        if (one == other) return a.words().regionMatches(true, x, b.words(), y, one);
        return one > other ? isTail(a.words(), one, b.words(), y, other) : isTail(b.words(), other, a.words(), x, one);
    }

    /// Where a name begins behind a title.
    private static int untitled(String words) {
        if (words.isEmpty() || "mdslMDSL".indexOf(words.charAt(0)) < 0) return 0;
        var first = words.indexOf(' ');
        if (first < 1 || first > 5) return 0;
        var end = words.charAt(first - 1) == '.' ? first - 1 : first;
        return TITLES.contains(words.substring(0, end).toLowerCase(java.util.Locale.ROOT)) ? first + 1 : 0;
    }

    /// Whether the shorter name, of more than three letters, is the last words of the longer.
    private static boolean isTail(String longer, int length, String shorter, int from, int many) {
        var at = longer.length() - many;
        return many > 3 && many < length && longer.charAt(at - 1) == ' ' && longer.regionMatches(true, at, shorter, from, many);
    }
}
