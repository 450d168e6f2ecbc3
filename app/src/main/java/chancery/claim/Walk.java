package chancery.claim;

import chancery.claim.Cuts.Cut;
import chancery.claim.Hit.Kind;
import chancery.claim.Prose.Sentence;
import chancery.claim.Relays.Relay;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One reading of a text from its first sentence to its last: what each sentence may claim, who speaks, and what runs on.
final class Walk {
    private static final int ENDS = 9;   // how many ends of a part are tried for one beginning
    private static final Set<String> COORDINATE = Set.of("semi", "andThat", "commaAndClause", "commaButClause", "commaAnd", "commaBut",
            "andClause", "butClause", "but", "commaAlthough", "although", "commaThough", "though", "commaWhile", "while", "commaWhereas",
            "whereas", "commaHowever", "commaClause", "dash", "andFinite", "commaIng",
            "colon", "comma", "paren", "commaAs", "commaSince", "commaBecause", "commaWhich");
    private static final Pattern RECORD = Pattern.compile("(?i)\\b(?:record|notes?|minutes?|summary|conversation|meeting|discussions?|interview|talks?)\\b");

    private static final Set<String> SPEAKING = Set.of("say", "wrote", "public", "report", "think", "ask", "request", "blame", "deny", "convinced", "show");

    private final Prose prose;
    private final Judge judge;
    private final SourceReader sources;
    private final Marks marks;
    private final Passage passage = new Passage();
    private final List<Told> told = new ArrayList<>();

    /// Says which candidates of a sentence are claims; those it gives back do not overlap.
    interface Judge {
        List<Candidate> choose(Sentence sentence, List<Candidate> candidates, List<List<String>> marks);
    }

    /// One claim as read: its words, its chain, why.
    ///
    /// @param candidate its words
    /// @param marks     their marks
    /// @param traced    who says it
    /// @param cueFrom   first token of the reporting words
    /// @param cueTo     behind their last
    /// @param hit       the reporting words, also where they stand in an earlier sentence; null for a text given in full
    /// @param sentence  the sentence it stands in
    /// @param rule      what its reporting words are, for people
    /// @param outer     the reporting words that its own stand under; null for none
    record Told(Candidate candidate, List<String> marks, Traced traced, int cueFrom,
            int cueTo, @Nullable Hit hit, int sentence, String rule, @Nullable Hit outer) {}

    Walk(TextToRead text, Prose prose, SourceReader sources, Judge judge) {
        this.prose = prose;
        this.judge = judge;
        this.sources = sources;
        var kind = text.heading().map(h -> h.kind().value().word()).orElse("other");
        this.marks = new Marks(prose, RECORD.matcher(text.title()).find() || kind.equals("record"), kind, Sides.of(text));
    }

    List<Told> read() {
        var sentences = prose.sentences();
        for (var i = 0; i < sentences.size(); i++) marks.ahead(sources.hits(i));
        for (var i = 0; i < sentences.size(); i++) sentence(sentences.get(i), i);
        return told;
    }

    private void sentence(Sentence s, int index) {
        passage.relay = sources.relay(index).filter(Relay::isGiven);
        passage.relay.filter(r -> passage.hit == null || passage.hit.at() < r.cue().from()).ifPresent(r -> passage.chain = r.writer().links());
        var hits = sources.hits(index);
        var cuts = Cuts.of(prose, s, hits);
        var candidates = candidates(s, index, hits, cuts);
        var seen = candidates.stream().map(c -> marks.of(c, s, index, hits, cuts, passage)).toList();
        var chosen = new ArrayList<>(judge.choose(s, candidates, seen));
        chosen.sort(java.util.Comparator.comparingInt(Candidate::from));
        var before = told.size();
        for (var c : chosen) told.add(tell(c, seen.get(candidates.indexOf(c)), index, hits));
        runOn(s, index, hits, told.subList(before, told.size()));
    }

    // ---- what may be claimed

    private List<Candidate> candidates(Sentence s, int index, List<Hit> hits, List<Cut> cuts) {
        var found = new LinkedHashSet<Candidate>();
        for (var hit : hits) {
            if (hit.starts().isEmpty() && !inserted(hit, s)) continue;
            for (var start : hit.starts()) {
                if (start.type().equals("before")) {
                    for (var cut : cuts)
                        if (cut.at() == hit.left() || cut.next() == hit.left()) add(found, hit, s.from(), cut.at(), "before", cut.type(), true, s);
                    continue;
                }
                spans(found, hit, start.at(), start.type(), true, s, cuts);
            }
            if (inserted(hit, s)) {
                for (var cut : cuts) if (cut.next() == hit.left() || cut.at() == hit.left()) add(found, hit, s.from(), cut.at(), "before", cut.type(), true, s);
                if (hit.at() + 2 < s.to()) spans(found, hit, hit.at() + 2, "inserted", true, s, cuts);
            }
            var primary = hit.starts().isEmpty() ? hit.to() : hit.starts().getFirst().at();
            for (var cut : cuts) {
                if (cut.at() <= primary || !COORDINATE.contains(cut.type()) || cut.next() >= s.to()) continue;
                if (governors(hit, hits, cut) < 2) spans(found, hit, cut.next(), cut.type(), false, s, cuts);
            }
        }
        if (!passage.chain.isEmpty()
                && (index - Math.max(passage.lastClaim, passage.hitSentence) <= 4 || passage.relay.isPresent() || passage.openedBlock >= 0)) {
            spans(found, null, s.from(), "sentence", true, s, cuts);
            var many = 0;
            for (var cut : cuts) {
                if (cut.next() >= s.to() || many++ > 5) continue;
                spans(found, null, cut.next(), cut.type(), false, s, cuts);
            }
        }
        return new ArrayList<>(found);
    }

    /// How many reporting verbs begin to report between a hit's own words and a cut.
    private static int governors(Hit hit, List<Hit> hits, Cut cut) {
        var many = 0;
        for (var other : hits)
            if (other != hit && other.at() > hit.at() && other.kind() != Kind.NOUN && !other.starts().isEmpty() && other.starts().getFirst().at() <= cut.at())
                many++;
        return many;
    }

    /// Whether the reporting words stand between commas, or end the sentence: `, he said,`.
    private boolean inserted(Hit hit, Sentence s) {
        if (hit.kind() != Kind.VERB) return false;
        var left = hit.left() - 1;
        if (left <= s.from()) return false;
        var before = prose.token(left);
        var open = before.is(",") || before.isQuote() || before.is("(") || before.is("-");
        if (before.is("as") && left - 1 > s.from()) open = true;
        var after = prose.lower(hit.at() + 1, s.from(), s.to());
        return open && (after.equals(",") || after.equals(".") || after.isEmpty()
                || after.equals(";") || after.equals(")") || after.equals("'") || after.equals("-"));
    }

    private void spans(Set<Candidate> found, @Nullable Hit hit, int from, String type, boolean primary, Sentence s, List<Cut> cuts) {
        var start = from;
        while (start < s.to()
                && (prose.token(start).isQuote() || prose.token(start).is(",") || prose.token(start).is("(") || prose.token(start).is("that") && !primary))
            start++;
        var many = 0;
        for (var i = 0; i < cuts.size(); i++) {
            var cut = cuts.get(i);
            if (cut.at() <= start) continue;
            if (many++ < ENDS || i == cuts.size() - 1) add(found, hit, start, cut.at(), type, cut.type(), primary, s);
        }
    }

    private void add(Set<Candidate> found, @Nullable Hit hit, int from, int to, String startType, String endType, boolean primary, Sentence s) {
        var end = Math.min(to, s.to());
        while (end > from && (prose.token(end - 1).isQuote() || prose.token(end - 1).is(".") || prose.token(end - 1).is(",")
                || prose.token(end - 1).is(";") || prose.token(end - 1).is("and") || prose.token(end - 1).is("but") || prose.token(end - 1).is("(")))
            end--;
        if (end > from && (endType.equals("end") || !isOpen(prose.token(end - 1)))) found.add(new Candidate(hit, from, end, startType, endType, primary));
    }

    /// Whether a word waits for another behind it, so that no clause ends with it.
    private static boolean isOpen(Prose.Token last) {
        var w = last.lower();
        return Words.isAuxiliary(w) || Words.DETERMINERS.contains(w) && !w.equals("this") && !w.equals("that") && !w.equals("all") && !w.equals("both")
                || Words.POSSESSIVES.contains(w) || Words.CONJUNCTIONS.contains(w)
                || Words.PREPOSITIONS.contains(w) && !w.equals("in") && !w.equals("on") && !w.equals("out") && !w.equals("with") && !w.equals("off");
    }

    // ---- who says it

    private Told tell(Candidate c, List<String> seen, int index, List<Hit> hits) {
        var hit = c.hit();
        if (hit != null)
            return new Told(c, seen, sources.of(hit, index), hit.from(), Math.max(hit.at() + 1, hit.to()),
                    hit, index, rule(hit), sources.outer(hit, hits).orElse(null));
        var cue = passage.hit;
        var full = passage.relay.filter(r -> cue == null || cue.at() < r.cue().from());
        if (full.isPresent())
            return new Told(c, seen, full.get().writer(), full.get().cue().from(), full.get().cue().to(), null, index, full.get().writer().rule(), null);
        return new Told(c, seen, sources.of(cue, index), cue == null ? c.from() : cue.from(),
                cue == null ? c.to() : cue.to(), cue, index, "continues a report", null);
    }

    private static String rule(Hit hit) {
        return switch (hit.kind()) {
            case VERB -> "verb of saying";
            case NOUN -> "noun of saying";
            case ACCORDING -> "according to";
            case OPINION -> "in the opinion of";
        };
    }

    // ---- what runs on

    private void runOn(Sentence s, int index, List<Hit> hits, List<Told> claimed) {
        passage.author = hits.stream()
                .anyMatch(h -> h.kind() == Kind.VERB && h.subject().isAuthor() && !h.cue().group().equals("learn") && !h.cue().group().equals("think"));
        if (!claimed.isEmpty()) {
            var last = claimed.getLast();
            passage.run = last.candidate().hit() == null ? passage.run + 1 : 0;
            passage.chain = last.traced().links();
            if (last.candidate().hit() != null) {
                passage.hit = last.hit();
                passage.hitSentence = index;
                passage.openedBlock = -1;
            }
            passage.lastClaim = index;
            passage.toTheEnd = last.candidate().endType().equals("end");
        } else {
            passage.toTheEnd = false;
            speaks(index, hits);
        }
        var end = prose.token(s.to() - 1);
        var words = prose.words(Math.max(s.from(), s.to() - 6), s.to()).toLowerCase(Locale.ROOT);
        passage.opened = end.is(":") || words.contains("as follows") || words.contains("following")
                || s.to() - s.from() > 2 && end.is("-") && prose.token(s.to() - 2).is(":");
        if (passage.opened) passage.openedBlock = s.block();
        else if (passage.openedBlock >= 0 && index - passage.lastClaim > 3) passage.openedBlock = -1;
        quoting(s);
    }

    /// Somebody else speaks without a claim in the sentence: what follows may be theirs.
    private void speaks(int index, List<Hit> hits) {
        Hit speaker = null;
        for (var h : hits)
            if (h.kind() == Kind.VERB && !h.subject().isAuthor() && !h.subject().type().equals("none") && !h.subject().type().equals("noun")
                    && !h.subject().type().equals("you") && !h.subject().type().equals("it") && SPEAKING.contains(h.cue().group())
                    && !h.form().equals("infinitive") && !h.form().equals("ing") && !h.passive() && sources.outer(h, hits).isEmpty())
                speaker = h;
        if (speaker == null) return;
        if (Marks.isAuthors(speaker, hits)) return;
        passage.chain = sources.of(speaker, index).links();
        passage.hit = speaker;
        passage.hitSentence = index;
        passage.run = 0;
    }

    private void quoting(Sentence s) {
        for (var i = s.from(); i < s.to(); i++) {
            var t = prose.token(i);
            if (t.is("“") || t.is("‘")) passage.quoting = true;
            else if (t.is("”") || t.is("’")) passage.quoting = false;
            else if (t.is("\"")) passage.quoting = !passage.quoting;
            else if (t.is("'")) {
                var spaceBefore = i == 0 || prose.token(i - 1).end() < t.start();
                var spaceAfter = i + 1 >= prose.tokens().size() || prose.token(i + 1).start() > t.end();
                if (spaceBefore && !spaceAfter || i == s.from() && !spaceAfter) passage.quoting = true;
                else if (!spaceBefore) passage.quoting = false;
            } else if (t.is("quote") && (t.word().equals("QUOTE") || t.word().equals("Quote"))) passage.quoting = true;
            else if (t.is("unquote")) passage.quoting = false;
        }
    }
}
