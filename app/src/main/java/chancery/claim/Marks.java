package chancery.claim;

import chancery.claim.Prose.Sentence;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The marks of form that speak for or against a candidate: what the learned weights are for.
final class Marks {
    private static final Set<String> PAST = Set.of("was", "were", "had", "did", "would", "could", "might");
    private static final Set<String> PRESENT = Set.of("is", "are", "has", "have", "does", "do", "will", "can", "may", "am", "shall");
    private static final Set<String> ASKING = Set.of("please", "grateful", "glad", "suggest", "should");

    private final Prose prose;
    private final boolean record;
    private final Set<String> ownSide;
    private String density = "";
    private final List<List<Hit>> ahead = new ArrayList<>();
    private final Map<Hit, List<String>> reports = new IdentityHashMap<>();
    private final Map<Sentence, List<String>> carries = new IdentityHashMap<>();
    private final String kind;

    /// @param ownSide words that name the nation the author speaks for
    /// @param record whether the paper is a record of what was said: a note of a conversation, minutes
    Marks(Prose prose, boolean record, String kind, Set<String> ownSide) {
        this.prose = prose;
        this.ownSide = ownSide;
        this.record = record;
        this.kind = kind;
    }

    /// Takes the reporting words of the next sentence, to be looked ahead to when those before are judged.
    void ahead(List<Hit> hits) {
        ahead.add(hits);
    }

    /// How much of the paper others speak in, and how much the author: parts of its sentences, in three steps.
    private String density() {
        if (density.isEmpty()) {
            var others = 0;
            var own = 0;
            for (var i = 0; i < ahead.size(); i++) {
                var who = speaks(i);
                if (who.equals("author") || who.equals("own")) own++;
                else if (who.equals("he") || who.equals("they") || who.equals("name") || who.equals("role") || who.equals("body")) others++;
            }
            density = step(others, ahead.size()) + "/" + step(own, ahead.size());
        }
        return density;
    }

    private static int step(int part, int whole) {
        return part * 8 < whole ? 0 : part * 3 < whole ? 1 : 2;
    }

    /// Who speaks first in a sentence: nobody, the author, or somebody named in some way.
    private String speaks(int index) {
        if (index >= ahead.size()) return "end";
        var hits = ahead.get(index);
        for (var h : hits)
            if (h.kind() == Hit.Kind.VERB && !h.form().equals("infinitive"))
                return isAuthors(h, hits) ? "author" : isOwnSide(h.subject()) ? "own" : h.subject().type();
        return hits.isEmpty() ? "nobody" : "noun";
    }

    boolean isRecord() {
        return record;
    }

    /// The marks of a candidate, each once.
    List<String> of(Candidate c, Sentence s, int index, List<Hit> hits, List<Cuts.Cut> cuts, Passage passage) {
        var marks = new ArrayList<String>(60);
        marks.add("bias");
        var hit = c.hit();
        var group = hit == null ? "passage" : hit.kind() == Hit.Kind.NOUN ? "n-" + hit.cue().group() : hit.cue().group();
        shape(c, s, marks, group);
        if (hit != null) cue(c, hit, hits, marks, group);
        within(c, hits, cuts, marks, group);
        passage(c, s, index, hits, passage, marks);
        if (hit != null) marks.addAll(reports.computeIfAbsent(hit, h -> reports(h, s, index, hits, passage)));
        else marks.addAll(carries.computeIfAbsent(s, it -> carries(it, index, hits, passage)));
        return marks.stream().distinct().toList();
    }

    /// The marks that say whether reporting words report at all, whatever the stretch.
    private List<String> reports(Hit hit, Sentence s, int index, List<Hit> hits, Passage p) {
        var marks = new ArrayList<String>(50);
        var noun = hit.kind() == Hit.Kind.NOUN ? "n-" : "";
        var group = noun + hit.cue().group();
        var lemma = noun + hit.cue().lemma();
        var subject = isOwnSide(hit.subject()) ? "own" : hit.subject().type();
        var start = hit.starts().isEmpty() ? "none" : hit.starts().getFirst().type();
        var form = hit.form();
        var modal = "";
        for (var i = hit.from(); i < hit.at(); i++) if (Words.MODALS.contains(prose.token(i).lower())) modal = prose.token(i).lower();
        if (hit.from() > s.from() && hit.kind() == Hit.Kind.VERB)
            for (var i = Math.max(s.from(), hit.at() - 3); i < hit.at(); i++) if (Words.MODALS.contains(prose.token(i).lower())) modal = prose.token(i).lower();
        var author = isAuthors(hit, hits);
        var outer = outer(hit, hits);
        put(marks, "bias");
        put(marks, "cue=" + lemma);
        put(marks, "cue=" + lemma + "&start=" + start);
        put(marks, "group=" + group);
        put(marks, "group=" + group + "&start=" + start);
        put(marks, "group=" + group + "&form=" + form);
        put(marks, "group=" + group + "&subject=" + subject);
        put(marks, "group=" + group + "&subject=" + subject + "&form=" + form);
        put(marks, "start=" + start);
        put(marks, "start=" + start + "&form=" + form);
        put(marks, "subject=" + subject);
        put(marks, "subject=" + subject + "&form=" + form);
        put(marks, "subject=" + subject + "&start=" + start);
        put(marks, "form=" + form);
        if (!modal.isEmpty()) {
            put(marks, "modal=" + modal);
            put(marks, "modal=" + modal + "&group=" + group);
            put(marks, "modal=" + modal + "&subject=" + subject);
        }
        if (author) { put(marks, "author"); put(marks, "author&group=" + group); }
        if (hit.negated()) { put(marks, "negated"); put(marks, "negated&group=" + group); }
        if (hit.passive()) {
            put(marks, "passive&group=" + group);
            put(marks, "passive&start=" + start);
            put(marks, "passive&group=" + group + "&subject=" + subject);
        }
        if (outer == null) put(marks, "outermost");
        else {
            var above = isAuthors(outer, hits) ? "author" : "other";
            put(marks, "under=" + above);
            put(marks, "under=" + (outer.kind() == Hit.Kind.NOUN ? "n-" : "") + outer.cue().group() + "&" + above);
            put(marks, "under=" + above + "&group=" + group);
        }
        if (!hit.starts().isEmpty() && hit.starts().getFirst().at() < s.to()) {
            var at = hit.starts().getFirst().at();
            var head = word(prose.token(at));
            put(marks, "head=" + head);
            put(marks, "head=" + head + "&start=" + start);
            put(marks, "head=" + head + "&group=" + group);
            if (at + 1 < s.to()) put(marks, "head=" + head + "&" + word(prose.token(at + 1)) + "&start=" + start);
            var tense = "";
            for (var i = at; i < Math.min(s.to(), at + 12) && tense.isEmpty(); i++) {
                var w = prose.token(i).lower();
                if (PAST.contains(w)) tense = "past";
                else if (PRESENT.contains(w)) tense = "present";
                else if (w.equals("should") || w.equals("must")) tense = w;
            }
            put(marks, "tense=" + tense + "&start=" + start);
            put(marks, "tense=" + tense + "&form=" + form);
            put(marks, "tense=" + tense + "&group=" + group);
            for (var other : hits) if (other.left() == at) put(marks, "leads=" + other.cue().group());
        } else {
            put(marks, "insertion");
        }
        var asks = false;
        var second = false;
        var conditional = false;
        for (var i = s.from(); i < s.to(); i++) {
            var w = prose.token(i).lower();
            if (w.equals("please") || w.equals("grateful") || w.equals("glad")) asks = true;
            if (i < hit.at() && (w.equals("you") || w.equals("your"))) second = true;
            if (i < hit.at() && i > hit.at() - 10 && (w.equals("if") || w.equals("unless") || w.equals("whether"))) conditional = true;
        }
        if (asks) put(marks, "asks");
        if (second) { put(marks, "second"); put(marks, "second&subject=" + subject); }
        if (conditional) { put(marks, "conditional"); put(marks, "conditional&start=" + start); }
        if (prose.token(s.to() - 1).is("?")) put(marks, "question");
        var first = hits.getFirst() == hit;
        put(marks, first ? "firstCue" : "laterCue");
        put(marks, (first ? "firstCue" : "laterCue") + "&group=" + group);
        put(marks, "kind=" + kind);
        put(marks, "kind=" + kind + "&subject=" + subject);
        if (record) { put(marks, "record"); put(marks, "record&group=" + group); put(marks, "record&subject=" + subject); }
        var since = p.lastClaim < 0 ? "never" : index - p.lastClaim < 1 ? "0" : index - p.lastClaim == 1 ? "1" : index - p.lastClaim < 4 ? "2" : "4";
        put(marks, "since=" + since);
        put(marks, "since=" + since + "&subject=" + subject);
        put(marks, "since=" + since + "&group=" + group);
        if (p.relay.isPresent()) put(marks, "inFull");
        if (p.quoting) put(marks, "quoting");
        put(marks, "density=" + density());
        put(marks, "density=" + density() + "&subject=" + subject);
        if (s.first()) put(marks, "firstInBlock");
        var next = prose.sentences().size() > index + 1 && prose.sentences().get(index + 1).block() == s.block() ? speaks(index + 1) : "end";
        put(marks, "follows=" + next);
        put(marks, "follows=" + next + "&group=" + group);
        put(marks, "follows=" + next + "&subject=" + subject);
        var before = hit.from() > s.from() ? word(prose.token(hit.from() - 1)) : "none";
        put(marks, "before=" + before);
        if (hit.kind() == Hit.Kind.NOUN) {
            for (var other : hits)
                if (other.kind() == Hit.Kind.VERB && other.at() < hit.at() && hit.at() - other.at() < 8)
                    put(marks, "object=" + other.cue().group() + "&" + (isAuthors(other, hits) ? "author" : other.subject().type()));
        }
        return marks;
    }

    private static void put(List<String> marks, String mark) {
        marks.add("r:" + mark);
    }

    /// The reporting words that stand before these and whose content would hold them.
    private static @Nullable Hit outer(Hit hit, List<Hit> hits) {
        Hit best = null;
        for (var other : hits)
            if (other != hit && other.at() < hit.at() && !other.starts().isEmpty()
                    && other.starts().getFirst().at() <= hit.left() && other.starts().getFirst().type().endsWith("hat"))
                best = other;
        return best;
    }

    /// Whether somebody is named by the nation or the body that the author speaks for.
    private boolean isOwnSide(Hit.Subject subject) {
        for (var i = Math.max(0, subject.from()); i < subject.to(); i++) if (ownSide.contains(prose.token(i).lower())) return true;
        return false;
    }

    /// The marks that say whether a sentence, or a part of it, carries on the passage.
    private List<String> carries(Sentence s, int index, List<Hit> hits, Passage p) {
        var all = new ArrayList<String>();
        var whole = new Candidate(null, s.from(), s.to(), "sentence", "end", true);
        shape(whole, s, all, "passage");
        within(whole, hits, List.of(), all, "passage");
        passage(whole, s, index, hits, p, all);
        return all.stream().map(m -> "c:" + m).toList();
    }

    private void shape(Candidate c, Sentence s, List<String> marks, String group) {
        marks.add("group=" + group);
        marks.add("start=" + c.startType());
        marks.add("end=" + c.endType());
        marks.add("group=" + group + "&start=" + c.startType());
        marks.add("start=" + c.startType() + "&end=" + c.endType());
        var n = c.to() - c.from();
        var size = n < 2 ? "1" : n < 4 ? "2" : n < 6 ? "4" : n < 10 ? "6" : n < 18 ? "10" : n < 30 ? "18" : n < 50 ? "30" : "50";
        marks.add("size=" + size);
        marks.add("size=" + size + "&start=" + c.startType());
        var past = 0;
        var present = 0;
        var first = false;
        var second = false;
        var modal = "";
        var finite = false;
        for (var i = c.from(); i < c.to(); i++) {
            var w = prose.token(i).lower();
            if (PAST.contains(w)) past++;
            if (PRESENT.contains(w)) present++;
            if (Words.isAuxiliary(w) || w.length() > 4 && w.endsWith("ed")) finite = true;
            if (Words.FIRST.contains(w) && !(prose.token(i).word().equals("US"))) first = true;
            if (w.equals("you") || w.equals("your")) second = true;
            if (modal.isEmpty() && Words.MODALS.contains(w)) modal = w;
        }
        var tense = past > 0 && present == 0 ? "past" : present > 0 && past == 0 ? "present" : past + present > 0 ? "mixed" : finite ? "ed" : "none";
        marks.add("tense=" + tense);
        marks.add("tense=" + tense + "&group=" + group);
        marks.add("tense=" + tense + "&start=" + c.startType());
        if (first) { marks.add("first"); marks.add("first&group=" + group); }
        if (second) { marks.add("second"); marks.add("second&group=" + group); }
        if (!modal.isEmpty()) { marks.add("modal=" + modal); marks.add("modal=" + modal + "&group=" + group); }
        var head = word(prose.token(c.from()));
        marks.add("head=" + head);
        marks.add("head=" + head + "&start=" + c.startType());
        marks.add("tail=" + word(prose.token(c.to() - 1)));
        if (c.from() == s.from()) marks.add("fromSentence");
        if (record) { marks.add("record&group=" + group); }
        marks.add("kind=" + kind + "&group=" + (hit(c) ? "cue" : "passage"));
        if (prose.token(s.to() - 1).is("?")) marks.add("question");
    }

    private static boolean hit(Candidate c) {
        return c.hit() != null;
    }

    /// A word of the closed classes as itself, any other as what it looks like.
    static String word(Prose.Token t) {
        var w = t.lower();
        if (Words.DETERMINERS.contains(w) || Words.SUBJECTS.contains(w) || Words.POSSESSIVES.contains(w) || Words.PREPOSITIONS.contains(w)
                || Words.CONJUNCTIONS.contains(w) || Words.isAuxiliary(w) || Words.OBJECTS.contains(w) || Words.NEGATIONS.contains(w))
            return w;
        if (t.isNumber()) return "#";
        if (!t.isWord()) return t.word().length() == 1 ? t.word() : "sign";
        if (w.endsWith("ing") && w.length() > 4) return "-ing";
        if (Words.isAdverb(w)) return "adverb";
        if (t.isCapital()) return "Capital";
        return "word";
    }

    private void cue(Candidate c, Hit hit, List<Hit> hits, List<String> marks, String group) {
        var lemma = hit.kind() == Hit.Kind.NOUN ? "n-" + hit.cue().lemma() : hit.cue().lemma();
        var subject = hit.subject().type();
        marks.add("cue=" + lemma);
        marks.add("cue=" + lemma + "&start=" + c.startType());
        marks.add("subject=" + subject);
        marks.add("subject=" + subject + "&group=" + group);
        marks.add("subject=" + subject + "&cue=" + lemma);
        marks.add("form=" + hit.form());
        marks.add("form=" + hit.form() + "&group=" + group);
        marks.add("form=" + hit.form() + "&subject=" + subject);
        if (hit.negated()) { marks.add("negated"); marks.add("negated&group=" + group); }
        if (hit.passive()) { marks.add("passive"); marks.add("passive&group=" + group + "&start=" + c.startType()); }
        marks.add(c.primary() ? "primary" : "later");
        marks.add((c.primary() ? "primary" : "later") + "&start=" + c.startType() + "&end=" + c.endType());
        if (isAuthors(hit, hits)) { marks.add("author"); marks.add("author&group=" + group); marks.add("author&" + (c.primary() ? "primary" : "later")); }
        // another cue between the reporting words and what would be claimed
        var between = 0;
        for (var other : hits) if (other != hit && other.at() > hit.at() && other.at() < c.from()) between++;
        if (between > 0) { marks.add("between"); marks.add("between&later=" + !c.primary()); }
        if (hit.kind() == Hit.Kind.VERB) {
            for (var other : hits)
                if (other.kind() == Hit.Kind.NOUN && other.at() > hit.at() && !other.starts().isEmpty() && other.starts().getFirst().at() == c.from())
                    marks.add("sharedWithNoun");
        } else if (hit.kind() == Hit.Kind.NOUN) {
            for (var other : hits) if (other.kind() == Hit.Kind.VERB && other.at() < hit.at() && hit.at() - other.at() < 8 && other.to() <= hit.at()) {
                marks.add("under=" + other.cue().group());
                marks.add("under=" + other.cue().group() + "&" + (isAuthors(other, hits) ? "author" : other.subject().type()));
            }
        }
        var offset = c.from() - hit.to();
        marks.add("offset=" + (offset <= 0 ? "0" : offset < 3 ? "1" : offset < 8 ? "3" : "8"));
    }

    /// Whether the author is the speaker, also where the subject is left out and was the author in the clause before.
    static boolean isAuthors(Hit hit, List<Hit> hits) {
        if (hit.subject().isAuthor()) return true;
        if (!hit.subject().type().equals("same")) return false;
        Hit before = null;
        for (var other : hits) if (other.at() < hit.at() && other.kind() == Hit.Kind.VERB && !other.subject().type().equals("same")) before = other;
        return before != null && before.subject().isAuthor();
    }

    private void within(Candidate c, List<Hit> hits, List<Cuts.Cut> cuts, List<String> marks, String group) {
        for (var cut : cuts) {
            if (cut.at() <= c.from() || cut.at() >= c.to()) continue;
            marks.add("in=" + cut.type());
            marks.add("in=" + cut.type() + "&group=" + (c.hit() == null ? "passage" : "cue"));
        }
        for (var other : hits) {
            if (other == c.hit() || other.at() < c.from() || other.at() >= c.to()) continue;
            var opens = !other.starts().isEmpty() && other.starts().getFirst().at() < c.to();
            var type = other.starts().isEmpty() ? "none" : other.starts().getFirst().type();
            marks.add("holds=" + (other.kind() == Hit.Kind.NOUN ? "n-" : "") + other.cue().group() + (opens ? "" : "&shut"));
            if (opens) {
                marks.add("holds&" + type);
                marks.add("holds=" + other.cue().group() + "&" + type);
                marks.add("holds&subject=" + other.subject().type());
            }
            if (other.left() == c.from()) { marks.add("beginsWithCue"); marks.add("beginsWithCue=" + other.cue().group() + "&" + type); }
        }
    }

    private void passage(Candidate c, Sentence s, int index, List<Hit> hits, Passage p, List<String> marks) {
        if (c.hit() != null && !c.primary()) return;
        var what = c.hit() == null ? "passage" : "cue";
        var own = hits.stream().anyMatch(h -> h.kind() == Hit.Kind.VERB && !h.form().equals("infinitive") && h.at() < c.from());
        var since = p.lastClaim < 0 ? "never" : index - p.lastClaim == 0 ? "0" : index - p.lastClaim == 1 ? "1" : index - p.lastClaim == 2 ? "2" : "3";
        var firstWord = word(prose.token(s.from()));
        if (c.hit() != null) {
            marks.add("cueSince=" + since);
            return;
        }
        var sameBlock = p.lastClaim >= 0 && prose.sentences().get(p.lastClaim).block() == s.block();
        marks.add("since=" + since);
        marks.add("since=" + since + "&sameBlock=" + sameBlock);
        marks.add("sameBlock=" + sameBlock);
        var cueAway = p.hitSentence < 0 ? "never" : index - p.hitSentence == 0 ? "0" : index - p.hitSentence == 1 ? "1"
                : index - p.hitSentence == 2 ? "2" : index - p.hitSentence < 6 ? "3" : "6";
        marks.add("cueAway=" + cueAway);
        if (!p.chain.isEmpty()) {
            var who = p.chain.getFirst().isUnnamed() ? "unnamed" : p.chain.getFirst().type();
            marks.add("who=" + who);
            marks.add("who=" + who + "&since=" + since);
            marks.add("who=" + who + "&head=" + word(prose.token(c.from())));
        }
        var idle = p.lastClaim < p.hitSentence; // somebody spoke since, without a claim
        if (idle) { marks.add("idle"); marks.add("idle&of=" + (p.hit == null ? "" : p.hit.cue().group())); }
        marks.add("run=" + Math.min(4, p.run));
        marks.add("run=" + Math.min(4, p.run) + "&sameBlock=" + sameBlock + "&since=" + since);
        var passageGroup = p.hit == null ? "none" : p.hit.cue().group();
        marks.add("of=" + passageGroup);
        marks.add("of=" + passageGroup + "&sameBlock=" + sameBlock);
        if (p.hit != null) { marks.add("ofCue=" + p.hit.cue().lemma()); marks.add("ofForm=" + p.hit.form()); marks.add("ofSubject=" + p.hit.subject().type()); }
        if (p.author) { marks.add("authorSpoke"); marks.add("authorSpoke&since=" + since); }
        marks.add("toTheEnd=" + p.toTheEnd);
        if (p.opened) { marks.add("opened"); marks.add("opened&sameBlock=" + sameBlock); }
        if (p.openedBlock >= 0) { marks.add("inOpened"); marks.add("inOpened&label=" + !s.label().isEmpty()); }
        if (p.relay.isPresent()) { marks.add("inFull"); marks.add("inFull&first=" + has(c, Words.FIRST)); marks.add("inFull&size=" + (c.to() - c.from() > 5)); }
        if (p.quoting) { marks.add("quoting"); marks.add("quoting&since=" + since); }
        marks.add("firstWord=" + firstWord);
        marks.add("firstWord=" + firstWord + "&sameBlock=" + sameBlock);
        if (!s.label().isEmpty()) {
            marks.add("label");
            marks.add("label=" + (s.label().startsWith("(") ? "letter" : Character.isDigit(s.label().charAt(0)) ? "number" : "other"));
            marks.add("label&since=" + since);
        }
        if (s.first()) marks.add("firstInBlock");
        if (own) marks.add("behindOwnCue");
        var tense = marks.stream().filter(m -> m.startsWith("tense=") && m.indexOf('&') < 0).findFirst().orElse("");
        marks.add(tense + "&sameBlock=" + sameBlock + "&since=" + since);
        marks.add(tense + "&of=" + passageGroup);
        var ofForm = p.hit == null ? "none" : p.hit.form();
        marks.add(tense + "&ofForm=" + ofForm);
        marks.add(tense + "&ofForm=" + ofForm + "&sameBlock=" + sameBlock);
        marks.add(tense + "&ofForm=" + ofForm + "&since=" + since);
        marks.add(tense + "&record=" + record);
        marks.add("firstWord=" + firstWord + "&ofForm=" + ofForm);
        var next = prose.sentences().size() > index + 1 ? prose.sentences().get(index + 1) : null;
        var follows = next == null ? "end" : (next.block() == s.block() ? "" : "block&") + speaks(index + 1);
        marks.add("follows=" + follows);
        marks.add("follows=" + follows + "&since=" + since);
        marks.add("follows=" + follows + "&since=" + since + "&sameBlock=" + sameBlock);
        marks.add("density=" + density());
        marks.add("density=" + density() + "&since=" + since);
        marks.add("density=" + density() + "&" + tense);
        var here = speaks(index);
        marks.add("speaks=" + here);
        marks.add("speaks=" + here + "&since=" + since);
        marks.add("speaks=" + here + "&follows=" + follows);
        marks.add(tense + "&inFull=" + p.relay.isPresent());
        if (has(c, Words.FIRST)) { marks.add("first&since=" + since); marks.add("first&quoting=" + (p.quoting || p.relay.isPresent())); }
        if (has(c, ASKING)) marks.add("asking");
        var cueInSentence = hits.stream().filter(h -> h.kind() == Hit.Kind.VERB).findFirst();
        cueInSentence.ifPresent(h -> { marks.add("sentenceCue=" + h.cue().group()); marks.add("sentenceCue&subject=" + h.subject().type()); });
        marks.add("block=" + (s.block() < 2 ? "0" : s.block() < 4 ? "2" : prose.blocks() - s.block() < 3 ? "last" : "mid"));
        if (isShouted(s)) marks.add("shouted");
        if (c.to() - c.from() < s.to() - s.from() - 3) marks.add("part");
    }

    private boolean has(Candidate c, Set<String> words) {
        for (var i = c.from(); i < c.to(); i++) if (words.contains(prose.token(i).lower()) && !prose.token(i).word().equals("US")) return true;
        return false;
    }

    private boolean isShouted(Sentence s) {
        for (var i = s.from(); i < s.to(); i++)
            if (prose.token(i).isWord() && prose.token(i).word().length() > 1
                    && !prose.token(i).word().equals(prose.token(i).word().toUpperCase(java.util.Locale.ROOT)))
                return false;
        return true;
    }
}
