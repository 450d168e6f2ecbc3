package chancery.claim;

import chancery.claim.Passage.Named;
import java.util.Optional;
import java.util.Set;

/// Whom a source is said to have spoken to, where nobody says that it was they who passed it on: a supposed link, whose lineage is not recorded.
///
/// `A lieutenant was approached by the General. The General said …`: how the General's words came to whoever reports them is not told.
final class Supposed {
    private static final Set<String> MEETING = Set.of("approached", "visited", "addressed", "met", "seen", "accosted", "buttonholed", "summoned");
    private static final Set<String> TALKING = Set.of("approached", "told", "addressed", "buttonholed", "accosted");
    private static final Set<String> SPEAKING_TO = Set.of("spoke", "talked", "said", "remarked", "spoken", "confided", "speaking", "talking");

    private final Prose prose;

    Supposed(Prose prose) {
        this.prose = prose;
    }

    /// The hearer of somebody who comes last in a chain of two or more, named in his sentence or the two before.
    Optional<Span> hearer(Traced chain, int sentence) {
        if (chain.links().size() < 2 || chain.origin().from() < 0) return Optional.empty();
        var sentences = prose.sentences();
        for (var i = sentence; i >= Math.max(0, sentence - 2) && sentences.get(i).block() == sentences.get(sentence).block(); i--) {
            var found = hearer(chain, sentences.get(i));
            if (found.isPresent()) return found;
        }
        return Optional.empty();
    }

    private Optional<Span> hearer(Traced chain, Prose.Sentence s) {
        var who = prose.token(chain.origin().to() - 1).lower();
        for (var i = s.from() + 1; i + 1 < s.to(); i++) {
            var w = prose.token(i).lower();
            if (MEETING.contains(w) && Words.BE.contains(prose.token(i - 1).lower()) && prose.token(i + 1).is("by") && follows(who, i + 2, s.to()))
                return phraseBefore(i - 1, s, chain);
            if ((TALKING.contains(w) || SPEAKING_TO.contains(w) && prose.token(i + 1).is("to")) && prose.token(i - 1).is(who))
                return phraseBehind(SPEAKING_TO.contains(w) ? i + 2 : i + 1, s, chain);
        }
        return Optional.empty();
    }

    private boolean follows(String name, int from, int to) {
        for (var i = from; i < Math.min(to, from + 14); i++) if (prose.token(i).is(name)) return true;
        return false;
    }

    /// The noun phrase that ends before a verb, over insertions between commas or brackets: `a Russian officer (one of the agents), was`.
    private Optional<Span> phraseBefore(int verb, Prose.Sentence s, Traced chain) {
        var end = verb;
        while (end > s.from() && closes(prose.token(end - 1).word())) {
            var open = end - 2;
            while (open > s.from() && !prose.token(open).is(prose.token(end - 1).is(")") ? "(" : ",")) open--;
            if (prose.token(end - 1).is(",") && prose.token(end - 2).is(")")) {
                end--;
                continue;
            }
            if ((prose.token(open + 1).is("one") || prose.token(open + 1).is("named")) && prose.token(open + 2).isCapital())
                return named(open + 2, end - 1, chain);
            end = open;
        }
        var from = end;
        while (from > s.from() && prose.token(from - 1).isWord() || from > s.from() && prose.token(from - 1).is(".")) {
            from--;
            if (Words.DETERMINERS.contains(prose.token(from).lower())) break;
        }
        return span(from, end, chain);
    }

    /// The name that an insertion gives: `one Lieutenant Rask of the Guards`.
    private Optional<Span> named(int from, int to, Traced chain) {
        var end = from;
        while (end < to && (prose.token(end).isCapital() || prose.token(end).is("."))) end++;
        return span(from, end, chain);
    }

    private static boolean closes(String sign) {
        return sign.equals(",") || sign.equals(")");
    }

    private Optional<Span> phraseBehind(int from, Prose.Sentence s, Traced chain) {
        var end = from;
        while (end < Math.min(s.to(), from + 6) && prose.token(end).isWord()
                && !Words.CONJUNCTIONS.contains(prose.token(end).lower()) && !Words.isAuxiliary(prose.token(end).lower()))
            end++;
        return span(from, end, chain);
    }

    /// The place, without an article; nobody where it is a pronoun, or stands in the chain.
    private Optional<Span> span(int from, int end, Traced chain) {
        var first = from;
        while (first < end && Words.DETERMINERS.contains(prose.token(first).lower())) first++;
        if (first >= end || Words.OBJECTS.contains(prose.token(first).lower())) return Optional.empty();
        var named = new Named(prose.words(first, end), first, end, "name", false);
        return chain.upTo(named).isPresent() ? Optional.empty() : Optional.of(prose.span(first, end));
    }
}
