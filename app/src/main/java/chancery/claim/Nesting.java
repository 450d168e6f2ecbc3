package chancery.claim;

import chancery.claim.Hit.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which reporting words stand under which others of their sentence: `X said that Y had told him that`.
final class Nesting {
    private static final Set<String> OPENERS = Set.of("that", "farThat", "zero", "nounThat",
            "isThat", "according", "colon", "quote", "afterHearer", "whether", "colonQuote");
    private final Prose prose;

    Nesting(Prose prose) {
        this.prose = prose;
    }

    /// The innermost words that these stand under.
    ///
    /// @param hits all of the sentence
    Optional<Hit> outer(Hit hit, List<Hit> hits) {
        Hit best = null;
        for (var other : hits) {
            if (other == hit || other.at() >= hit.at() || other.starts().isEmpty()
                    || other.kind() == Kind.NOUN && !other.starts().getFirst().type().endsWith("hat"))
                continue;
            var start = other.starts().getFirst();
            if (start.at() > hit.left() || !isOpen(prose, start, hit)) continue;
            if (hit.kind() == Kind.NOUN && isOneWith(other, hit)) continue;
            best = other;
        }
        return Optional.ofNullable(best);
    }

    /// `expressed the view that`: a verb and a noun that open the same claim.
    private static boolean isOneWith(Hit verb, Hit noun) {
        return verb.kind() == Kind.VERB && verb.starts().stream().anyMatch(s -> s.at() == noun.starts().getFirst().at());
    }

    /// Whether what one opens still goes on at another: nothing between, or a clause joined by *that*, or the other is told from before.
    static boolean isOpen(Prose prose, Hit.Start start, Hit hit) {
        if (!OPENERS.contains(start.type())) return false;
        if (hit.left() - start.at() <= 1) return true;
        var joined = false;
        for (var i = start.at(); i < hit.left(); i++) {
            var t = prose.token(i);
            if (t.is(";")) joined = true;
            if ((t.is("and") || t.is("but")) && i >= hit.left() - 2) joined = true;
            if (t.is("that") && i == hit.left() - 1) return true;
        }
        if (hit.form().equals("pluperfect") || hit.form().equals("modal")) return true;
        return !joined && (!hit.subject().type().equals("same") || hit.form().equals("infinitive"));
    }
}
