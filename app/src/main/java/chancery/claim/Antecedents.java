package chancery.claim;

import chancery.claim.Cast.Mention;
import chancery.claim.Passage.Named;
import chancery.claim.Prose.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whom a pronoun stands for: who spoke last, whom the author met, else who was named last. Told of a text sentence by sentence.
final class Antecedents {
    private static final int FAR = 12; // sentences: a pronoun reaches over paragraphs of one man's report, seldom further
    private static final Set<String> MEET = Set.of("saw", "met", "called", "visited", "spoke", "spoken", "talked",
            "interviewed", "lunched", "dined", "consulted", "approached", "asked", "told", "questioned", "seen", "informed");
    private static final Set<String> COME = Set.of("told", "informed", "called", "saw", "received", "asked", "telephoned", "rang",
            "approached", "visited", "invited", "sent", "assured", "advised", "gave", "handed", "showed", "met", "read", "requested", "urged");
    private static final Set<String> TALK = Set.of("conversation", "conversations", "talk", "talks", "discussion",
            "discussions", "interview", "meeting", "lunch", "audience", "appointment", "luncheon", "dinner", "chat");

    private final Prose prose;
    private final Cast cast;
    private final List<Spoken> spoken = new ArrayList<>();
    private final List<Spoken> told = new ArrayList<>();
    private final List<Met> met = new ArrayList<>();

    /// Somebody who spoke.
    private record Spoken(Traced chain, int at, int sentence, boolean person) {}

    /// Somebody the author met.
    private record Met(Named who, int at, int sentence, boolean person) {}

    Antecedents(Prose prose, Cast cast) {
        this.prose = prose;
        this.cast = cast;
    }

    /// Somebody speaks, on nobody else's word but the author's.
    void spoke(Traced chain, int at, int sentence) {
        if (!chain.origin().isUnnamed() && cast.canSpeak(chain.origin()))
            spoken.add(new Spoken(chain, at, sentence, cast.isPerson(chain.origin()) || cast.canBePerson(chain.origin())));
    }

    /// Somebody speaks on the word of another.
    void told(Traced chain, int at, int sentence) {
        if (chain.links().size() > 1 && !chain.nearest().isUnnamed() && !chain.origin().isUnnamed())
            told.add(new Spoken(chain, at, sentence, cast.isPerson(chain.origin())));
    }

    /// The chain of somebody who speaks again, and spoke so far only on the word of another.
    Optional<Traced> again(Named who, int sentence) {
        if (before(who, sentence).filter(c -> c.links().size() == 1).isPresent()) return Optional.empty();
        for (var s : told.reversed())
            if (sentence - s.sentence() <= FAR && Traced.same(s.chain().origin(), who))
                return Optional.of(new Traced(s.chain().links(), "speaks again, on the word of the same"));
        return Optional.empty();
    }

    /// Takes in whom a sentence shows the author with: `I saw X`, `X called on me`, `a conversation with X`.
    void meet(Sentence s, int index) {
        cast.subject(s, index).filter(Mention::person).ifPresent(m -> met(m, index));
        for (var i = s.from(); i < s.to(); i++) {
            var w = prose.token(i).lower();
            if (TALK.contains(w) && !isAnothers(i, s)) with(i, s, index);
            if (MEET.contains(w) && isAuthorBefore(i, s)) object(i + 1, s, index);
            if (COME.contains(w) && isAuthorBehind(i, s)) subject(i, s, index);
        }
    }

    /// Whether a talk is somebody else's: `his recent interview with`.
    private boolean isAnothers(int talk, Sentence s) {
        for (var i = talk - 1; i >= Math.max(s.from(), talk - 3); i--)
            if (Words.POSSESSIVES.contains(prose.token(i).lower()) && !Words.FIRST.contains(prose.token(i).lower()) || prose.token(i).own()) return true;
        return false;
    }

    private void with(int at, Sentence s, int index) {
        for (var i = at + 1; i < Math.min(s.to(), at + 6); i++) if (prose.token(i).is("with")) cast.ahead(i + 1, s.to()).ifPresent(m -> met(m, index));
    }

    private void object(int at, Sentence s, int index) {
        var i = at;
        if (at < s.to() && prose.token(at).is("him")) {
            var him = he(at, index);
            if (!him.isUnnamed()) met.add(new Met(nearest(at, index).orElse(him.origin()), at, index, true));
            return;
        }
        while (i < Math.min(s.to(), at + 4) && (Words.PREPOSITIONS.contains(prose.token(i).lower()) || Words.isAdverb(prose.token(i).lower()))) i++;
        cast.ahead(i, s.to()).ifPresent(m -> met(m, index));
    }

    private void subject(int at, Sentence s, int index) {
        Mention nearest = null;
        for (var m : cast.in(index)) if (m.to() <= at && m.to() >= at - 8 && m.from() >= s.from()) nearest = m;
        if (nearest != null) met(nearest, index);
    }

    private void met(Mention mention, int index) {
        var m = cast.person(mention);
        met.add(new Met(cast.named(m), m.from(), index, m.person()));
    }

    private boolean isAuthorBefore(int at, Sentence s) {
        for (var i = at - 1; i >= Math.max(s.from(), at - 4); i--) {
            if (prose.token(i).is("i") || prose.token(i).is("we")) return true;
            if (!Words.isAuxiliary(prose.token(i).lower()) && !Words.isAdverb(prose.token(i).lower()) && !prose.token(i).is("and")) return false;
        }
        return at == s.from();
    }

    private boolean isAuthorBehind(int at, Sentence s) {
        for (var i = at + 1; i < Math.min(s.to(), at + 4); i++) if (prose.token(i).is("me") || prose.token(i).is("us")) return true;
        return false;
    }

    /// One person, before a token.
    Traced he(int before, int sentence) {
        return latest(before, sentence, true).or(() -> mentioned(before, sentence, true)).or(() -> metBefore(before)).orElse(Traced.UNNAMED);
    }

    /// Several, or a body.
    Traced they(int before, int sentence) {
        return latest(before, sentence, false).or(() -> mentioned(before, sentence, false)).or(() -> latest(before, sentence, true)).orElse(Traced.UNNAMED);
    }

    /// Whoever spoke or was met last.
    Traced any(int before, int sentence) {
        var one = place(before, sentence, true);
        var more = place(before, sentence, false);
        return latest(before, sentence, one >= more).orElse(Traced.UNNAMED);
    }

    private Optional<Named> nearest(int before, int sentence) {
        return cast.before(before, sentence).map(cast::person).filter(Mention::person).findFirst().map(cast::named);
    }

    /// The last person named.
    Traced latter(int before, int sentence) {
        return nearest(before, sentence).map(n -> Traced.of(n, "the latter: named last")).orElse(Traced.UNNAMED);
    }

    /// The two whom the author met last, before a token.
    List<Named> met(int before, int sentence) {
        return met.reversed().stream().filter(m -> m.at() < before && sentence - m.sentence() <= FAR).limit(2).map(Met::who).toList();
    }

    /// Whether the author met somebody, before a token.
    boolean isMet(Named who, int before) {
        return met.stream().anyMatch(m -> m.at() < before && Traced.same(m.who(), who));
    }

    /// Whoever speaks in the sentence before, in the same paragraph.
    Optional<Traced> running(int before, int sentence) {
        if (spoken.isEmpty()) return Optional.empty();
        var last = spoken.getLast();
        var near = last.at() < before && sentence - last.sentence() <= 2
                && prose.sentences().get(last.sentence()).block() == prose.sentences().get(sentence).block();
        return near ? Optional.of(last.chain()) : Optional.empty();
    }

    /// The chain on which somebody spoke before, where others stood in it.
    Optional<Traced> before(Named who, int sentence) {
        for (var s : spoken.reversed()) if (sentence - s.sentence() <= FAR && Traced.same(s.chain().origin(), who)) return Optional.of(s.chain());
        return Optional.empty();
    }

    private int place(int before, int sentence, boolean person) {
        var at = -1;
        for (var s : spoken) if (s.person() == person && s.at() < before && sentence - s.sentence() <= FAR) at = Math.max(at, s.at());
        for (var m : met) if (m.person() == person && m.at() < before && sentence - m.sentence() <= FAR) at = Math.max(at, m.at());
        return at;
    }

    private Optional<Traced> latest(int before, int sentence, boolean person) {
        var at = place(before, sentence, person);
        for (var m : met) if (m.at() == at && at >= 0 && m.person() == person) return Optional.of(Traced.of(m.who(), "pronoun: whom the author met last"));
        for (var s : spoken.reversed()) if (s.at() == at && at >= 0 && s.person() == person) return Optional.of(s.chain().followed("pronoun: who spoke last"));
        return Optional.empty();
    }

    private Optional<Traced> metBefore(int before) {
        for (var m : met.reversed()) if (m.person() && m.at() < before) return Optional.of(Traced.of(m.who(), "pronoun: whom the author met"));
        return Optional.empty();
    }

    private Optional<Traced> mentioned(int before, int sentence, boolean person) {
        Mention best = null;
        var bestScore = Integer.MIN_VALUE;
        for (var i = Math.max(0, sentence - 8); i <= sentence; i++) for (var mention : cast.in(i)) {
            var m = person ? cast.person(mention) : mention;
            if (m.person() != person || m.from() >= before) continue;
            var s = prose.sentences().get(m.sentence());
            var score = -4 * (sentence - m.sentence()) + (m.from() - s.from() < 3 ? 3 : 0) + (m.sentence() == sentence ? -1 : 0);
            if (score < bestScore) continue;
            best = m;
            bestScore = score;
        }
        return Optional.ofNullable(best).map(m -> Traced.of(cast.named(m), "pronoun: who was named last"));
    }
}
