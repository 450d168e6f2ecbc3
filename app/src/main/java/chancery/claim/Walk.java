package chancery.claim;

import chancery.cable.CableHeading;
import chancery.cable.Printed;
import chancery.claim.Cuts.Cut;
import chancery.claim.Hit.Kind;
import chancery.claim.Hit.Subject;
import chancery.claim.Passage.Named;
import chancery.claim.Prose.Sentence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One reading of a text from its first sentence to its last: what each sentence may claim, who speaks, and what runs on.
final class Walk {
    private static final int ENDS = 9;   // how many ends of a part are tried for one beginning
    private static final Set<String> COORDINATE = Set.of("semi", "andThat", "commaAndClause", "commaButClause", "commaAnd", "commaBut", "andClause", "butClause", "but", "commaAlthough", "although", "commaThough", "though", "commaWhile", "while", "commaWhereas",
            "whereas", "commaHowever", "commaClause", "dash", "andFinite", "commaIng", "colon", "comma", "paren", "commaAs", "commaSince", "commaBecause", "commaWhich");
    private static final Pattern RECORD = Pattern.compile("(?i)\\b(?:record|notes?|minutes?|summary|conversation|meeting|discussions?|interview|talks?)\\b");
    private static final Pattern FULL = Pattern.compile("(?i)\\b(?:following|text|message|letter|telegram|cablegram|statement|extract|quotation|reply|begins|reads?|reading|despatch|communique|note|memorandum)\\b");
    private static final Set<String> NOT_AUTHORS = Set.of("external", "affairs", "high", "commonwealth", "australian", "united", "kingdom", "secretary", "prime", "minister", "acting", "mr", "sir", "dr", "lord", "mission", "trade", "territories", "cablegram", "the", "for", "of", "to", "in", "and");

    private static final Set<String> SPEAKING = Set.of("say", "wrote", "public", "report", "think", "ask", "request", "blame", "deny", "convinced", "show");

    private static final Set<String> AUSTRALIA = Set.of("australia", "australian", "commonwealth");

    private final Prose prose;
    private final Judge judge;
    private final CueFinder finder;
    private final Sources sources;
    private final Marks marks;
    private final Set<String> authors;
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
    /// @param chain     nearest first
    /// @param cueFrom   first token of the reporting words
    /// @param cueTo     behind their last
    /// @param hit       the reporting words, also where they stand in an earlier sentence; null for a text given in full
    /// @param sentence  the sentence it stands in
    /// @param rule      the rule of the chain
    /// @param outer     the reporting words that its own stand under; null for none
    record Told(Candidate candidate, List<String> marks, List<Named> chain, int cueFrom, int cueTo, @Nullable Hit hit, int sentence, String rule, @Nullable Hit outer) {}

    Walk(TextToRead text, Prose prose, Judge judge) {
        this.prose = prose;
        this.judge = judge;
        this.finder = new CueFinder(prose);
        this.authors = authors(text);
        this.sources = new Sources(prose, authors);
        var kind = text.heading().map(h -> h.kind().value().word()).orElse("other");
        this.marks = new Marks(prose, RECORD.matcher(text.title()).find() || kind.equals("record"), kind, ownSide(text));
    }

    List<Told> read() {
        var sentences = prose.sentences();
        for (var s : sentences) {
            var hits = finder.find(s);
            sources.speakers(hits);
            marks.ahead(hits);
        }
        for (var i = 0; i < sentences.size(); i++) sentence(sentences.get(i), i);
        return told;
    }

    Prose prose() {
        return prose;
    }

    private static Set<String> authors(TextToRead text) {
        var names = new HashSet<String>();
        for (var from : text.heading().map(CableHeading::from).orElse(List.of())) {
            var value = from.value().toLowerCase(Locale.ROOT);
            if (value.contains("department") || value.contains("delegation") || value.contains("embassy") || value.contains("legation") || value.contains("government") || value.contains("commission ") || value.contains("ministry") || value.contains("cabinet")) continue;
            for (var word : value.split("[^\\p{L}'’-]+")) if (word.length() > 2 && !NOT_AUTHORS.contains(word)) names.add(word);
        }
        return names;
    }

    /// Words that name the nation an author speaks for: the one in the sender's office, else Australia's.
    private static Set<String> ownSide(TextToRead text) {
        var from = text.heading().map(CableHeading::from).orElse(List.of()).stream().map(f -> f.value()).reduce(text.title().split(" to ")[0], (a, b) -> a + " " + b).toLowerCase(Locale.ROOT);
        if (from.contains("high commissioner in") || from.contains("legation in") || from.contains("embassy in") || from.contains("minister to")) return AUSTRALIA;
        if (from.contains("u.k.") || from.contains("united kingdom") || from.matches(".*\\b(?:cranborne|addison|attlee|churchill|eden|bevin|noel.baker|whiskard|chamberlain|craigie)\\b.*")) return Set.of("kingdom", "british", "u.k.", "uk");
        if (from.contains("n.z.") || from.contains("new zealand")) return Set.of("zealand", "n.z.", "nz");
        if (from.contains("u.s.") || from.contains("united states")) return Set.of("states", "american", "u.s.", "us");
        return AUSTRALIA;
    }

    /// The number of the paragraph that a sentence stands in; empty where paragraphs have none.
    private String labelOver(int index) {
        for (var i = index; i >= 0; i--) {
            var label = prose.sentences().get(i).label();
            if (!label.isEmpty() && Character.isDigit(label.charAt(0))) return label;
        }
        return "";
    }

    private void sentence(Sentence s, int index) {
        if (passage.writer != null && !passage.writerLabel.isEmpty() && !s.label().isEmpty() && Character.isDigit(s.label().charAt(0)) && !s.label().equals("1.") && number(s.label()) == number(passage.writerLabel) + 1) passage.writer = null;
        var hits = finder.find(s);
        var cuts = Cuts.of(prose, s, hits);
        sources.scan(s, index, hits);
        var candidates = candidates(s, index, hits, cuts);
        var seen = candidates.stream().map(c -> marks.of(c, s, index, hits, cuts, passage)).toList();
        var chosen = new ArrayList<>(judge.choose(s, candidates, seen));
        chosen.sort(java.util.Comparator.comparingInt(Candidate::from));
        var before = told.size();
        for (var c : chosen) told.add(tell(c, seen.get(candidates.indexOf(c)), s, index, hits));
        runOn(s, index, hits, told.subList(before, told.size()));
    }

    private static int number(String label) {
        var digits = label.replaceAll("[^0-9]", "");
        return digits.isEmpty() || digits.length() > 6 ? 0 : Integer.parseInt(digits);
    }

    // ---- what may be claimed

    private List<Candidate> candidates(Sentence s, int index, List<Hit> hits, List<Cut> cuts) {
        var found = new LinkedHashSet<Candidate>();
        for (var hit : hits) {
            if (hit.starts().isEmpty() && !inserted(hit, s)) continue;
            for (var start : hit.starts()) {
                if (start.type().equals("before")) {
                    for (var cut : cuts) if (cut.at() == hit.left() || cut.next() == hit.left()) add(found, hit, s.from(), cut.at(), "before", cut.type(), true, s);
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
        if (!passage.chain.isEmpty() && (index - Math.max(passage.lastClaim, passage.hitSentence) <= 4 || passage.writer != null || passage.openedBlock >= 0)) {
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
        for (var other : hits) if (other != hit && other.at() > hit.at() && other.kind() != Kind.NOUN && !other.starts().isEmpty() && other.starts().getFirst().at() <= cut.at()) many++;
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
        return open && (after.equals(",") || after.equals(".") || after.isEmpty() || after.equals(";") || after.equals(")") || after.equals("'") || after.equals("-"));
    }

    private void spans(Set<Candidate> found, @Nullable Hit hit, int from, String type, boolean primary, Sentence s, List<Cut> cuts) {
        var start = from;
        while (start < s.to() && (prose.token(start).isQuote() || prose.token(start).is(",") || prose.token(start).is("(") || prose.token(start).is("that") && !primary)) start++;
        var many = 0;
        for (var i = 0; i < cuts.size(); i++) {
            var cut = cuts.get(i);
            if (cut.at() <= start) continue;
            if (many++ < ENDS || i == cuts.size() - 1) add(found, hit, start, cut.at(), type, cut.type(), primary, s);
        }
    }

    private void add(Set<Candidate> found, @Nullable Hit hit, int from, int to, String startType, String endType, boolean primary, Sentence s) {
        var end = Math.min(to, s.to());
        while (end > from && (prose.token(end - 1).isQuote() || prose.token(end - 1).is(".") || prose.token(end - 1).is(",") || prose.token(end - 1).is(";") || prose.token(end - 1).is("and") || prose.token(end - 1).is("but") || prose.token(end - 1).is("("))) end--;
        if (end > from && (endType.equals("end") || !isOpen(prose.token(end - 1)))) found.add(new Candidate(hit, from, end, startType, endType, primary));
    }

    /// Whether a word waits for another behind it, so that no clause ends with it.
    private static boolean isOpen(Prose.Token last) {
        var w = last.lower();
        return Words.isAuxiliary(w) || Words.DETERMINERS.contains(w) && !w.equals("this") && !w.equals("that") && !w.equals("all") && !w.equals("both") || Words.POSSESSIVES.contains(w) || Words.CONJUNCTIONS.contains(w) || Words.PREPOSITIONS.contains(w) && !w.equals("in") && !w.equals("on") && !w.equals("out") && !w.equals("with") && !w.equals("off");
    }

    // ---- who says it

    private Told tell(Candidate c, List<String> seen, Sentence s, int index, List<Hit> hits) {
        var hit = c.hit();
        if (hit == null) {
            if (passage.writer != null && passage.hitSentence < passage.writerSentence) return new Told(c, seen, List.of(passage.writer), passage.writerCueFrom, passage.writerCueTo, null, index, "text in full", null);
            var cue = passage.hit;
            return new Told(c, seen, passage.chain, cue == null ? c.from() : cue.from(), cue == null ? c.to() : cue.to(), cue, index, "continues a report", null);
        }
        var outer = outer(hit, hits, c);
        var chain = chain(hit, outer, s, index, hits);
        var from = hit.from();
        return new Told(c, seen, chain, from, Math.min(hit.to(), Math.max(hit.at() + 1, hit.to())), hit, index, rule(hit), outer);
    }

    private static String rule(Hit hit) {
        return switch (hit.kind()) {
            case VERB -> "verb of saying";
            case NOUN -> "noun of saying";
            case ACCORDING -> "according to";
            case OPINION -> "in the opinion of";
        };
    }

    /// The reporting words that these stand under, in the same sentence: `X said that Y had told him that`.
    private @Nullable Hit outer(Hit hit, List<Hit> hits, Candidate c) {
        Hit best = null;
        for (var other : hits) {
            if (other == hit || other.at() >= hit.at() || other.starts().isEmpty() || other.kind() == Kind.NOUN && !other.starts().getFirst().type().endsWith("hat")) continue;
            var start = other.starts().getFirst();
            if (start.at() > hit.left() || !Nesting.isOpen(prose, start, hit)) continue;
            if (hit.kind() == Kind.NOUN && sameWords(other, hit)) continue;
            best = other;
        }
        return best;
    }

    /// `expressed the view that`: a verb and a noun that open the same claim.
    private static boolean sameWords(Hit verb, Hit noun) {
        return verb.kind() == Kind.VERB && verb.starts().stream().anyMatch(s -> s.at() == noun.starts().getFirst().at());
    }

    private List<Named> chain(Hit hit, @Nullable Hit outer, Sentence s, int index, List<Hit> hits) {
        var own = source(hit, outer, s, index, hits);
        var hearer = hearer(hit);
        if (hearer != null && own.size() == 1 && !same(hearer, own.getFirst())) own = List.of(hearer, own.getFirst());
        if (outer != null) {
            if (outer.subject().isAuthor()) {
                if (!outer.cue().group().equals("learn")) return own;
                if (own.size() == 1 && own.getFirst().isUnnamed()) return own;
                return joined(List.of(Named.UNNAMED), own);
            }
            var grand = outer(outer, hits, new Candidate(outer, outer.to(), outer.to() + 1, "", "", true));
            var above = grand == null || grand == outer ? inPassage(outer, source(outer, null, s, index, hits)) : chain(outer, grand, s, index, hits);
            if (hit.subject().type().equals("same") || hit.subject().type().equals("none")) return above;
            return joined(above, own);
        }
        return inPassage(hit, own);
    }

    /// Whom a source told, where that is somebody else than the author: he is the one whom the author had it from. `Bevin told Beasley that`.
    private @Nullable Named hearer(Hit hit) {
        if (marks.isRecord() || hit.passive() || !hit.cue().lemma().equals("tell") || hit.kind() != Kind.VERB) return null;
        var i = hit.at() + 1;
        if (i + 1 >= prose.tokens().size() || !prose.token(i).isCapital() || !prose.token(i).isWord() || sources.isAuthor(i, i + 1)) return null;
        var j = i + 1;
        while (j < prose.tokens().size() && (prose.token(j).isCapital() && prose.token(j).isWord() || prose.token(j).is(".") && prose.token(j - 1).word().length() <= 3)) j++;
        return prose.token(i).is("i") ? null : new Named(prose.words(i, j), i, j, "name", false);
    }

    /// A report within a report that runs on: *the Americans themselves had said*.
    private List<Named> inPassage(Hit hit, List<Named> own) {
        if (passage.chain.isEmpty()) return own;
        if (passage.writer != null && !same(own.getFirst(), passage.writer)) return joined(List.of(passage.writer), own);
        var near = passage.lastClaim >= 0 && prose.sentences().get(passage.lastClaim).block() == prose.sentences().get(prose.sentenceOf(hit.at())).block() && prose.sentenceOf(hit.at()) - passage.lastClaim <= 2;
        var last = passage.chain.getLast();
        for (var i = 0; i < passage.chain.size(); i++) if (same(passage.chain.get(i), own.getLast())) return passage.chain.subList(0, i + 1);
        if (near && hit.form().equals("pluperfect") && !last.isUnnamed() && !own.getFirst().isUnnamed()) return joined(passage.chain, own);
        return own;
    }

    private static List<Named> joined(List<Named> above, List<Named> own) {
        var chain = new ArrayList<>(above);
        for (var n : own) if (chain.stream().noneMatch(x -> same(x, n))) chain.add(n);
        return List.copyOf(chain);
    }

    static boolean same(Named a, Named b) {
        if (a.words().equalsIgnoreCase(b.words())) return true;
        return a.from() >= 0 && a.from() == b.from();
    }

    /// Who speaks in a hit: one source, or the chain of the passage where a pronoun goes on with it.
    private List<Named> source(Hit hit, @Nullable Hit outer, Sentence s, int index, List<Hit> hits) {
        var subject = hit.subject();
        switch (subject.type()) {
            case "i" -> { return List.of(hit.cue().group().equals("learn") || hit.cue().group().equals("knowledge") ? Named.UNNAMED : passage.writer != null ? passage.writer : Named.UNNAMED); }
            case "none", "you" -> { return List.of(Named.UNNAMED); }
            case "same" -> { return asBefore(hit, s, index, hits); }
            case "he" -> { return followed(hit, outer, s, index, hits, true); }
            case "they" -> { return followed(hit, outer, s, index, hits, false); }
            case "it" -> {
                if (hit.passive() || hit.cue().lemma().equals("mean") || hit.cue().lemma().equals("make")) return List.of(Named.UNNAMED);
                return followed(hit, outer, s, index, hits, false);
            }
            default -> {
                var named = sources.named(subject);
                var lower = named.words().toLowerCase(Locale.ROOT);
                if (lower.equals("latter") || lower.equals("the latter")) return List.of(sources.latter(subject.from()));
                if (lower.equals("former")) return List.of(sources.he(subject.from(), index));
                return List.of(named);
            }
        }
    }

    /// The subject left out: that of the clause before, else of the passage.
    private List<Named> asBefore(Hit hit, Sentence s, int index, List<Hit> hits) {
        Hit before = null;
        for (var other : hits) if (other.at() < hit.at() && other.kind() != Kind.NOUN && !other.subject().type().equals("same") && !other.subject().type().equals("none")) before = other;
        if (before != null) return source(before, null, s, index, hits);
        // the subject of the sentence, though its verb reports nothing: `X called on me, saying that`
        var first = finder.leading(s);
        if (first.from() >= 0 && first.from() < hit.at()) {
            if (first.type().equals("he") || first.type().equals("they")) return followed(first, first.type().equals("he"), index);
            if (first.type().equals("i")) {
                // `I saw X, who …`: the author is no source
                var he = sources.he(hit.at(), index);
                return List.of(he);
            }
            return List.of(sources.named(first));
        }
        if (!passage.chain.isEmpty()) return passage.chain;
        return List.of(sources.he(hit.at(), index));
    }

    private List<Named> followed(Hit hit, @Nullable Hit outer, Sentence s, int index, List<Hit> hits, boolean he) {
        if (outer != null && outer.subject().from() >= 0 && !outer.subject().isAuthor()) {
            var above = source(outer, null, s, index, hits);
            if (he == sources.isPerson(above.getLast()) && !above.getLast().isUnnamed()) return above;
        }
        // a name earlier in the same sentence that spoke: `Bevin told me that … and he believes`
        for (var k = hits.size() - 1; k >= 0; k--) {
            var other = hits.get(k);
            if (other.at() >= hit.at() || other.subject().from() < 0 || other.subject().isAuthor()) continue;
            var type = other.subject().type();
            if (type.equals("name") || type.equals("role") || type.equals("body")) {
                var named = sources.named(other.subject());
                if (he == sources.isPerson(named)) return List.of(named.followed());
            }
        }
        return followed(hit.subject(), he, index);
    }

    private List<Named> followed(Subject subject, boolean he, int index) {
        var near = index - Math.max(passage.lastClaim, passage.hitSentence);
        if (!passage.chain.isEmpty() && near <= 3) {
            var last = passage.chain.getLast();
            if (!last.isUnnamed() && he == sources.isPerson(last)) return passage.chain.stream().map(Named::followed).toList();
            var first = passage.chain.getFirst();
            if (!first.isUnnamed() && passage.chain.size() > 1 && he == sources.isPerson(first)) return List.of(first.followed());
        }
        return List.of(he ? sources.he(subject.from(), index) : sources.they(subject.from(), index));
    }

    // ---- what runs on

    private void runOn(Sentence s, int index, List<Hit> hits, List<Told> claimed) {
        passage.author = hits.stream().anyMatch(h -> h.kind() == Kind.VERB && h.subject().isAuthor() && !h.cue().group().equals("learn") && !h.cue().group().equals("think"));
        if (!claimed.isEmpty()) {
            var last = claimed.getLast();
            passage.run = last.candidate().hit() == null ? passage.run + 1 : 0;
            passage.chain = last.chain();
            if (last.candidate().hit() != null) {
                passage.hit = last.hit();
                passage.hitSentence = index;
                passage.openedBlock = -1;
            }
            passage.lastClaim = index;
            passage.toTheEnd = last.candidate().endType().equals("end");
        } else {
            passage.toTheEnd = false;
            speaks(s, index, hits);
        }
        var end = prose.token(s.to() - 1);
        var words = prose.words(Math.max(s.from(), s.to() - 6), s.to()).toLowerCase(Locale.ROOT);
        passage.opened = end.is(":") || words.contains("as follows") || words.contains("following") || s.to() - s.from() > 2 && end.is("-") && prose.token(s.to() - 2).is(":");
        if (passage.opened) passage.openedBlock = s.block();
        else if (passage.openedBlock >= 0 && index - passage.lastClaim > 3) passage.openedBlock = -1;
        quoting(s);
        inFull(s, index, hits);
    }

    /// Somebody else speaks without a claim in the sentence: what follows may be theirs.
    private void speaks(Sentence s, int index, List<Hit> hits) {
        Hit speaker = null;
        for (var h : hits) if (h.kind() == Kind.VERB && !h.subject().isAuthor() && !h.subject().type().equals("none") && !h.subject().type().equals("noun") && !h.subject().type().equals("you") && !h.subject().type().equals("it") && SPEAKING.contains(h.cue().group()) && !h.form().equals("infinitive") && !h.form().equals("ing") && !h.passive() && outer(h, hits, new Candidate(h, h.to(), h.to() + 1, "", "", true)) == null) speaker = h;
        if (speaker == null) return;
        if (Marks.isAuthors(speaker, hits)) return;
        passage.chain = chain(speaker, null, s, index, hits);
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

    /// A text given in full begins or ends: `Following from Bruce:`, `reading as follows`, `Message begins`, `Ends`.
    private void inFull(Sentence s, int index, List<Hit> hits) {
        var words = prose.words(s.from(), s.to());
        var lower = words.toLowerCase(Locale.ROOT);
        if (lower.matches("(?s).*\\b(?:convey|pass|deliver|transmit|give|hand|forward|communicate)\\b.*\\b(?:following|message)\\b.*")) return; // a text that goes out is the author's own
        if (passage.writer != null && (lower.contains("unquote") || lower.matches(".*\\bends\\b[^a-z]*.{0,8}$") || lower.matches("(?:message|text) ends.*"))) {
            passage.writer = null;
            return;
        }
        if (!FULL.matcher(lower).find() || index > 0 && s.to() - s.from() > 45) return;
        var opens = lower.matches("(?s).*(?::-?|begins[.:]?|as follows[.:]?|reads[.:]?|quote)\\W*$") || lower.matches("(?s)(?:the )?following (?:is|are|message|text|telegram|letter|from|has|cable|for).*") && !lower.contains("summary");
        if (!opens) return;
        var writer = writer(s, index, hits);
        if (writer == null) return;
        passage.writer = writer;
        passage.writerCueFrom = s.from();
        passage.writerCueTo = s.to();
        passage.writerSentence = index;
        passage.writerLabel = labelOver(index);
        passage.chain = List.of(writer);
        passage.openedBlock = s.block();
    }

    /// Whose text it is: `from X`, `by X`, `X's letter`; nobody where it is the author's own.
    private @Nullable Named writer(Sentence s, int index, List<Hit> hits) {
        for (var i = s.from(); i + 1 < s.to(); i++) {
            if (!prose.token(i).is("from") && !prose.token(i).is("by") && !(prose.token(i).is("of") && i > s.from() && Words.PAPERS.contains(prose.token(i - 1).lower()))) continue;
            var j = i + 1;
            while (j < s.to() && (prose.token(j).is("the") || prose.token(j).isCapital() && prose.token(j).isWord() || prose.token(j).is("of") || prose.token(j).is("for") || prose.token(j).is(".") && prose.token(j - 1).word().length() <= 3)) j++;
            while (j > i + 1 && !(prose.token(j - 1).isCapital())) j--;
            if (j <= i + 1) continue;
            if (Words.MONTHS.contains(prose.token(j - 1).lower())) continue;
            if (sources.isAuthor(i + 1, j)) return null;
            var subject = new Subject(i + 1, j, "name");
            return sources.named(subject);
        }
        if (!passage.chain.isEmpty() && passage.hitSentence == index) {
            var last = passage.chain.getLast();
            return last.type().equals("name") || last.type().equals("role") || last.type().equals("body") ? last : null;
        }
        return null;
    }

    static List<String> words(List<Printed<String>> values) {
        return values.stream().map(Printed::value).toList();
    }
}
