package chancery.claim;

import chancery.claim.Hit.Subject;
import chancery.claim.Passage.Named;
import chancery.claim.Prose.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Who has been named so far in a text, and whom a pronoun or a role may stand for.
final class Sources {
    private static final Set<String> NOT_NAMES = Set.of("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "cablegram", "telegram", "secret", "confidential", "immediate", "important", "priority", "document", "pacific", "far", "east", "europe", "asia", "africa", "article", "charter", "treaty", "agreement", "paragraph", "section", "no", "stop", "begins", "ends", "message", "following", "letter", "resolution");

    private final Prose prose;
    private final Set<String> authors;
    private final List<Mention> mentions = new ArrayList<>();
    private final Set<String> persons = new java.util.HashSet<>();

    /// A name or role where it stands.
    ///
    /// @param person whether it is one person, else a body or several
    record Mention(int from, int to, int sentence, boolean person, boolean body, boolean subject) {}

    Sources(Prose prose, Set<String> authors) {
        this.prose = prose;
        this.authors = authors;
    }

    /// Learns from reporting words who is a person here: names that say, think, tell.
    void speakers(List<Hit> hits) {
        for (var hit : hits) {
            if (hit.kind() == Hit.Kind.NOUN || !hit.subject().type().equals("name") || hit.subject().from() < 0) continue;
            var group = hit.cue().group();
            if (!(group.equals("say") || group.equals("think") || group.equals("ask") || group.equals("report") || group.equals("convinced") || group.equals("according") || group.equals("opinion")) && !hit.form().equals("past")) continue;
            var last = prose.token(hit.subject().to() - 1);
            if (last.isCapital() && last.isWord() && !Peoples.isOne(last.lower()) && !Words.BODIES.contains(last.lower())) persons.add(last.lower());
        }
    }

    /// Whether words name the author of the paper.
    boolean isAuthor(int from, int to) {
        if (to - from > 6 || from < 0) return false;
        for (var i = from; i < to; i++) if (prose.token(i).isCapital() && authors.contains(prose.token(i).lower())) return true;
        return false;
    }

    Named named(Subject s) {
        var from = s.from();
        var to = s.to();
        while (from < to - 1 && (prose.token(from).is("the") || prose.token(from).is("a") || prose.token(from).is("an") || prose.token(from).is("that") || prose.token(from).is("this") || prose.token(from).is("of") || !prose.token(from).isWord() && !prose.token(from).isNumber())) from++;
        if (to - from > 1 && from > 0 && s.type().equals("name") && Peoples.isOne(prose.token(from).lower()) && (prose.token(from - 1).is("in") || prose.token(from - 1).is("at"))) from++;
        var words = prose.words(from, to);
        if (words.endsWith("'s") || words.endsWith("’s")) words = words.substring(0, words.length() - 2);
        if (words.isBlank()) return Named.UNNAMED;
        return new Named(words, from, to, s.type(), false);
    }

    /// Whether a source can be *he*.
    boolean isPerson(Named named) {
        if (named.from() < 0) return false;
        return Cast.isPerson(prose, persons, named.from(), named.to());
    }

    /// Takes in the names of a sentence.
    void scan(Sentence s, int index, List<Hit> hits) {
        if (isShouted(s)) return;
        for (var i = s.from(); i < s.to(); i++) {
            var t = prose.token(i);
            var role = Words.ROLES.contains(t.lower()) && i > s.from() && (prose.token(i - 1).is("the") || prose.token(i - 1).is("a") || prose.token(i - 1).is("an"));
            if (!(t.isCapital() && t.isWord()) && !role) continue;
            if (i == s.from() && (Words.DETERMINERS.contains(t.lower()) || Words.SUBJECTS.contains(t.lower()) || Words.PREPOSITIONS.contains(t.lower()) || Words.CONJUNCTIONS.contains(t.lower()) || Words.isAdverb(t.lower()) || Words.POSSESSIVES.contains(t.lower()))) continue;
            if (t.is("i") || NOT_NAMES.contains(t.lower())) continue;
            var j = i + 1;
            while (j < s.to()) {
                var n = prose.token(j);
                if (n.isCapital() && n.isWord() && !NOT_NAMES.contains(n.lower()) || n.is(".") && prose.token(j - 1).word().length() <= 3 && j + 1 < s.to() && prose.token(j + 1).isCapital()) { j++; continue; }
                if ((n.is("of") || n.is("for") || n.is("at") || n.is("in") || n.is("van") || n.is("de") || n.is("von") || n.is("der")) && j + 1 < s.to() && (prose.token(j + 1).isCapital() || prose.token(j + 1).is("the") && j + 2 < s.to() && prose.token(j + 2).isCapital()) && (Words.ROLES.contains(prose.token(j - 1).lower()) || Words.BODIES.contains(prose.token(j - 1).lower()) || n.is("van") || n.is("de") || n.is("von") || n.is("der"))) { j += 2; continue; }
                break;
            }
            var before = i > s.from() ? prose.token(i - 1).lower() : "";
            var place = before.equals("in") || before.equals("at") || before.equals("to") || before.equals("from") || before.equals("for");
            if (Words.TITLES.contains(t.lower()) && j - i > 1 && prose.token(j - 1).isCapital()) persons.add(prose.token(j - 1).lower());
            var person = Cast.isPerson(prose, persons, i, j);
            if (isApposition(i, s.from(), person)) { i = j - 1; continue; }
            var titled = Words.TITLES.contains(t.lower()) || role || Words.ROLES.contains(t.lower());
            if (place && !titled && person && j - i == 1) { i = j - 1; continue; }
            if (!isAuthor(i, j)) {
                var from = i;
                var to = j;
                var subject = hits.stream().anyMatch(h -> h.subject().from() >= 0 && h.subject().from() < to && from < h.subject().to());
                mentions.add(new Mention(i, j, index, person, !person, subject));
            }
            i = j - 1;
        }
    }

    /// Whether a role only says more of the person named just before: `Mr Stikker, the Foreign Minister`.
    private boolean isApposition(int at, int from, boolean person) {
        var comma = at - 1;
        if (comma > from && (prose.token(comma).is("the") || prose.token(comma).is("a") || prose.token(comma).is("an"))) comma--;
        if (comma <= from || !prose.token(comma).is(",") || mentions.isEmpty() || !person || !Words.ROLES.contains(prose.token(at).lower())) return false;
        return mentions.getLast().to() == comma && mentions.getLast().person();
    }

    private boolean isShouted(Sentence s) {
        var words = prose.words(s.from(), s.to());
        return words.equals(words.toUpperCase(Locale.ROOT));
    }

    /// Whom *he* may stand for, before a token: the nearest person named, in the sentence before rather as its subject.
    Named he(int before, int sentence) {
        Mention best = null;
        var bestScore = Integer.MIN_VALUE;
        for (var m : mentions) {
            if (!m.person() || m.from() >= before) continue;
            var away = sentence - m.sentence();
            if (away > 8) continue;
            var score = -4 * away + (m.subject() ? 3 : 0) + (m.sentence() == sentence ? -1 : 0);
            if (score >= bestScore) {
                best = m;
                bestScore = score;
            }
        }
        return best == null ? Named.UNNAMED : of(best);
    }

    /// Whom *they* may stand for: the nearest body or several persons.
    Named they(int before, int sentence) {
        Mention best = null;
        var bestScore = Integer.MIN_VALUE;
        for (var m : mentions) {
            if (!m.body() || m.from() >= before) continue;
            var away = sentence - m.sentence();
            if (away > 6) continue;
            var score = -4 * away + (m.subject() ? 3 : 0);
            if (score >= bestScore) {
                best = m;
                bestScore = score;
            }
        }
        return best == null ? he(before, sentence) : of(best);
    }

    /// The last named before a token: *the latter*.
    Named latter(int before) {
        Mention best = null;
        for (var m : mentions) if (m.to() <= before && m.person()) best = m;
        return best == null ? Named.UNNAMED : of(best);
    }

    private Named of(Mention m) {
        return new Named(prose.words(m.from(), m.to()), m.from(), m.to(), m.person() ? "name" : "body", true);
    }
}
