package chancery.claim;

import chancery.claim.CueWords.Cue;
import chancery.claim.Hit.Kind;
import chancery.claim.Hit.Start;
import chancery.claim.Hit.Subject;
import chancery.claim.Prose.Sentence;
import chancery.claim.Prose.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Finds the reporting words of a sentence, who speaks, and where what they say may begin.
final class CueFinder {
    private static final int REACH = 16; // how far behind a cue its `that` may stand: between them are hearers, days and places
    private static final Set<String> HEARER = Set.of("tell", "inform", "assure", "advise", "notify", "warn", "remind",
            "ask", "instruct", "acquaint", "apprise", "caution", "promise", "direct", "request", "press", "urge");
    private static final Set<String> PREPOSED = Set.of("of", "to", "for", "on", "about", "as", "with", "upon", "against", "from", "at", "in", "out");
    private static final Set<String> COPULA = Set.of("is", "was", "are", "were", "being", "be");

    /// Verbs that report only with some words behind them: `drew attention to`, `made it clear that`.
    private static final java.util.Map<String, Set<String>> LIGHT = java.util.Map.of("draw", Set.of("attention"), "lay", Set.of("stress", "emphasis", "weight"),
            "make", Set.of("clear", "plain", "known", "statement", "point", "points", "mention"), "give", Set.of("reason", "reasons", "assurance", "notice"),
            "put", Set.of("forward", "stress", "emphasis", "point", "case"), "set", Set.of("out", "forth"), "raise",
            Set.of("question", "point", "matter", "possibility"), "take", Set.of("exception", "issue"), "lie", Set.of(), "point", Set.of("out", "to"));

    private final Prose prose;
    private final CueWords words = CueWords.shipped();
    private int from;
    private int to;

    CueFinder(Prose prose) {
        this.prose = prose;
    }

    /// The subject that a sentence begins with: a pronoun, or the noun phrase before its first auxiliary or past tense.
    Subject leading(Sentence s) {
        for (var i = s.from(); i < Math.min(s.to(), s.from() + 14); i++) {
            var w = prose.token(i).lower();
            if (w.equals("he") || w.equals("she")) return new Subject(i, i + 1, "he");
            if (w.equals("they")) return new Subject(i, i + 1, "they");
            if (w.equals("i") || w.equals("we")) return new Subject(i, i + 1, "i");
            if (i > s.from() && (Words.isAuxiliary(w) || w.length() > 3 && w.endsWith("ed") && !prose.token(i).isCapital())) {
                find(s);
                return nounPhrase(i - 1);
            }
        }
        return Subject.NONE;
    }

    /// The hits of a sentence in the order of their words.
    List<Hit> find(Sentence sentence) {
        from = sentence.from();
        to = sentence.to();
        var hits = new ArrayList<Hit>();
        for (var i = from; i < to; i++) {
            var token = prose.token(i);
            if (!token.isWord()) continue;
            if (token.is("according") && lower(i + 1).equals("to")) {
                according(i, hits);
            } else if (isOpinionPhrase(i)) {
                opinion(i, hits);
            } else {
                var adjective = words.adjective(token.lower());
                if (adjective.isPresent() && isHeld(i)) {
                    verb(i, new CueWords.Verb(adjective.get(), "adj"), hits);
                    continue;
                }
                var verb = words.verb(token.lower());
                var noun = words.noun(token.lower());
                if (verb.isPresent() && LIGHT.containsKey(verb.get().cue().lemma())) {
                    var idiom = idiom(i, verb.get());
                    if (idiom != null && isVerb(i, idiom.form(), false)) verb(i, idiom, hits);
                } else if (verb.isPresent() && isVerb(i, verb.get().form(), noun.isPresent())) verb(i, verb.get(), hits);
                else if (noun.isPresent() && !(token.isCapital() && i > from && prose.token(i).word().length() > 1 && !nounSpeaks(i)))
                    noun(i, noun.get(), hits);
            }
        }
        return hits;
    }

    /// Whether an adjective is said of somebody: `is convinced`, `felt sure`, `seemed satisfied`.
    private boolean isHeld(int i) {
        var prev = before(i) < from ? "" : lower(before(i));
        return Words.BE.contains(prev) || Words.NEGATIONS.contains(prev) || prev.equals("feel") || prev.equals("feels") || prev.equals("felt")
                || prev.startsWith("seem") || prev.startsWith("appear") || prev.startsWith("remain") || prev.equals("became") || prev.equals("become");
    }

    /// A light verb with the word that makes it report; null where that word is not there.
    private CueWords.@org.jspecify.annotations.Nullable Verb idiom(int i, CueWords.Verb verb) {
        var needed = LIGHT.getOrDefault(verb.cue().lemma(), Set.of());
        for (var k = i + 1; k < to && k < i + 6; k++) {
            var w = lower(k);
            if (needed.contains(w)) return new CueWords.Verb(new Cue(verb.cue().lemma() + " " + w, "say", Stance.ASSERTED, Mode.TOLD), verb.form());
            if (w.equals("that") || isSign(k)) return null;
        }
        return null;
    }

    private boolean nounSpeaks(int i) {
        return thatBehindNoun(i) >= 0;
    }

    private String lower(int i) {
        return prose.lower(i, from, to);
    }

    private Token token(int i) {
        return prose.token(i);
    }

    // ---- which words are verbs

    private boolean isVerb(int i, String form, boolean alsoNoun) {
        var before = before(i);
        var prev = before < from ? "" : lower(before);
        if (token(i).isCapital() && i > from && !isShouted(i) && !prev.isEmpty() && !isSign(before)) return false;
        if (i > from && token(i - 1).own()) return false;
        if (Words.POSSESSIVES.contains(prev)) return false;
        switch (form) {
            case "plain" -> {
                if (prev.equals("please")) return false; // a request, no report
                if (Words.MODALS.contains(prev) || Words.DO.contains(prev) || prev.equals("to")) return true;
                if (prev.equals("i") || prev.equals("we") || prev.equals("they") || prev.equals("you") || prev.equals("who") || prev.equals("which"))
                    return true;
                if (Words.DETERMINERS.contains(prev) || Words.PREPOSITIONS.contains(prev)) return false;
                if (Words.BE.contains(prev) || Words.HAVE.contains(prev)) return false;
                if (prev.isEmpty() || isSign(before) || prev.equals("and") || prev.equals("but")) return !alsoNoun || thatFollows(i);
                return !alsoNoun && (lower(before).endsWith("s") || token(before).isCapital() || Words.ROLES.contains(prev) || Words.BODIES.contains(prev))
                        || thatFollows(i) && before >= from && lower(before).endsWith("s");
            }
            case "s" -> {
                if (Words.DETERMINERS.contains(prev) && !prev.equals("this") && !prev.equals("that") && !prev.equals("which") && !prev.equals("what")
                        || Words.PREPOSITIONS.contains(prev))
                    return false;
                if (prev.equals("he") || prev.equals("she") || prev.equals("it") || prev.equals("who")
                        || prev.equals("which") || prev.equals("this") || prev.equals("that"))
                    return true;
                if (prev.isEmpty() || isSign(before)) return !prev.isEmpty() && (!alsoNoun || prev.equals(",") && lower(i + 1).equals("that"));
                if (alsoNoun && prev.equals("and")) return lower(i + 1).equals("that");
                if (alsoNoun) return thatFollows(i) && (token(before).isCapital() || Words.ROLES.contains(prev) || Words.BODIES.contains(prev));
                return true;
            }
            case "ing" -> {
                return !Words.DETERMINERS.contains(prev) && !(alsoNoun && !thatFollows(i) && (Words.PREPOSITIONS.contains(prev) || prev.equals("and")));
            }
            default -> {
                return !Words.DETERMINERS.contains(prev) || prev.equals("this") || prev.equals("that")
                        || prev.equals("which") || prev.equals("all") || prev.equals("both") || prev.equals("some");
            }
        }
    }

    private boolean isShouted(int i) {
        return token(i).word().length() > 1 && token(i).word().equals(token(i).word().toUpperCase(java.util.Locale.ROOT));
    }

    private boolean isSign(int i) {
        return i >= from && i < to && !token(i).isWord() && !token(i).isNumber();
    }

    private boolean thatFollows(int i) {
        var next = lower(i + 1);
        return next.equals("that") || next.equals("whether") || next.equals(":") || Words.SUBJECTS.contains(next) || next.equals("the") || next.equals("as");
    }

    /// Whether a word is an adverb and no name such as `Kelly`.
    private boolean isAdverb(int i) {
        return Words.isAdverb(lower(i)) && !(token(i).isCapital() && i > from && Words.TITLES.contains(lower(i - 1)));
    }

    /// The token before, over adverbs.
    private int before(int i) {
        var b = i - 1;
        while (b >= from && isAdverb(b) && !lower(b).equals("that")) b--;
        return b;
    }

    // ---- verbs

    private void verb(int i, CueWords.Verb verb, List<Hit> hits) {
        var b = i - 1;
        var negated = false;
        var passive = false;
        var form = switch (verb.form()) { case "past" -> "past"; case "ing" -> "ing"; default -> "present"; };
        var modal = false;
        while (b >= from) {
            var w = lower(b);
            if (Words.NEGATIONS.contains(w)) negated = true;
            if (Words.BE.contains(w) || verb.form().equals("adj") && b == i - 1 && (w.equals("felt") || w.equals("feels") || w.equals("feel")
                    || w.startsWith("seem") || w.startsWith("appear") || w.startsWith("remain") || w.startsWith("becom"))) {
                if (verb.form().equals("past")) passive = true;
                if (verb.form().equals("ing")) form = "progressive";
            }
            else if (w.equals("had")) form = "pluperfect";
            else if (Words.HAVE.contains(w)) form = form.equals("pluperfect") ? form : "perfect";
            else if (Words.MODALS.contains(w)) modal = true;
            else if (w.equals("to") && verb.form().equals("plain")) form = "infinitive";
            else if (!isAdverb(b) && !Words.DO.contains(w) && !Words.NEGATIONS.contains(w) || w.equals("there")) break;
            b--;
        }
        if (modal) form = "modal";
        var left = b + 1;
        var subject = form.equals("infinitive") ? controller(b)
                : subject(b, verb.form().equals("ing") && !form.equals("progressive"), verb.form().equals("past") && !passive);
        if (passive) {
            var by = byAgent(i);
            if (by != null) subject = by;
            else if (HEARER.contains(verb.cue().lemma())) subject = fromWhom(i);
            else if (!Set.of("report", "understand", "say", "believe", "think", "expect", "know", "suppose", "assume", "allege", "consider", "state",
                    "agree", "decide", "intend", "feel", "propose", "indicate", "suggest", "announce", "hope", "note", "hold", "recognize", "recognise",
                    "emphasize", "stress", "confirm", "learn", "reveal", "imply", "admit", "claim", "rumour", "publish", "regard").contains(verb.cue().lemma()))
                subject = subject.type().equals("it") ? Subject.NONE : new Subject(subject.from(), subject.to(), "passive");
            else subject = new Subject(-1, -1, "none");
        } else if (verb.cue().group().equals("learn")) {
            var whom = fromWhom(i);
            if (whom.from() >= 0) subject = whom;
        }
        var starts = starts(i + 1, verb.cue());
        hits.add(new Hit(verb.cue(), Kind.VERB, i, Math.max(from, left), Math.max(i + 1, cueEnd(i + 1, starts)), subject, starts, negated, passive, form));
    }

    private static int cueEnd(int behind, List<Start> starts) {
        if (starts.isEmpty()) return behind;
        var s = starts.getFirst();
        return s.type().equals("that") || s.type().equals("whether") ? s.at() : behind;
    }

    /// Who speaks in `wished to say`, `went on to say`, `asked me to say`: the subject of the verb before.
    private Subject controller(int b) {
        for (var j = b; j >= from && j > b - 8; j--) {
            var w = lower(j);
            if (Words.SUBJECTS.contains(w)) return pronoun(j, w);
            if (isSign(j) && !w.equals(",")) break;
            if (words.verb(w).isPresent() || Words.isAuxiliary(w) || w.equals("went") || w.endsWith("ed")) {
                var k = j - 1;
                while (k >= from && (Words.isAuxiliary(lower(k)) || isAdverb(k) || Words.NEGATIONS.contains(lower(k)))) k--;
                return subject(k, false, false);
            }
        }
        return new Subject(-1, -1, "same");
    }

    private Subject pronoun(int j, String w) {
        var type = switch (w) {
            case "i", "we" -> "i";
            case "he", "she" -> "he";
            case "they" -> "they";
            case "you" -> "you";
            case "who" -> "who";
            case "there" -> "none";
            default -> "it";
        };
        return new Subject(j, j + 1, type);
    }

    /// The subject that ends with a token: a pronoun, a name, a role; what is left out is the same as before.
    private Subject subject(int b, boolean participle, boolean past) {
        if (b < from) return new Subject(-1, -1, "same");
        var w = lower(b);
        if (Words.SUBJECTS.contains(w) && !(w.equals("there") && past)) {
            if (w.equals("who")) return relative(b);
            return pronoun(b, w);
        }
        if (w.equals("which") || w.equals("that")) return relative(b);
        if (w.equals("and") || w.equals("but") || w.equals("or") || w.equals("then") || w.equals("by") || w.equals("in") || w.equals("for"))
            return new Subject(-1, -1, "same");
        if (w.equals(",") || w.equals(")") || token(b).isQuote() || w.equals("-") || w.equals("–")) {
            var open = openOf(b);
            if (open > from) {
                var before = nounPhrase(token(open - 1).isQuote() ? open - 2 : open - 1);
                if (before.from() >= 0 && isSpeaker(before)) return before;
            }
            if (participle || w.equals(",")) {
                if (!participle && b - 1 >= from) {
                    var near = nounPhrase(b - 1);
                    if (near.from() >= 0 && isSpeaker(near) && near.from() == from) return near;
                }
                return new Subject(-1, -1, "same");
            }
            return new Subject(-1, -1, "same");
        }
        if (w.equals(":")) { // `Mr Heyes: said` and minutes
            var near = nounPhrase(b - 1);
            if (near.from() >= 0) return near;
        }
        if (participle) {
            // `a telegram stating that`, `Mackereth saying that`; else the subject of the sentence
            var near = nounPhrase(b);
            if (near.from() >= 0 && (near.type().equals("paper") || near.type().equals("name") || near.type().equals("role"))) return near;
            return new Subject(-1, -1, "same");
        }
        var phrase = whole(nounPhrase(b));
        return phrase.from() < 0 ? new Subject(-1, -1, "same") : phrase;
    }

    /// Those of whom some are named: `several delegations, including Canada and France`.
    private Subject whole(Subject some) {
        for (var i = some.from() - 1; i > from && some.from() >= 0; i--) {
            if (lower(i).equals("behalf") && lower(i + 1).equals("of")) {
                var speaker = nounPhrase(i - 2);
                return speaker.from() < 0 ? some : speaker;
            }
            if (lower(i).equals("including")) {
                var whole = nounPhrase(token(i - 1).is(",") ? i - 2 : i - 1);
                return whole.from() < 0 ? some : whole;
            }
            if (!token(i).isCapital() && !token(i).is(",") && !token(i).is("and") && !token(i).is("of") && !token(i).is("the")) break;
        }
        return some;
    }

    /// What `who` and `which` stand for: the noun phrase before, over a comma.
    private Subject relative(int b) {
        var j = b - 1;
        var listed = j >= from && lower(j).equals(",");
        if (listed) j--;
        if (j - 2 >= from && lower(j).equals("]") && lower(j - 2).equals("[")) j -= 3; // the mark of a note
        if (j < from) return lower(b).equals("that") || lower(b).equals("which") ? new Subject(b, b + 1, "it") : new Subject(-1, -1, "same");
        if (Words.PREPOSITIONS.contains(lower(j))) return new Subject(-1, -1, "same");
        var phrase = listed ? whole(nounPhrase(j)) : nounPhrase(j);
        return phrase.from() < 0 ? new Subject(b, b + 1, "it") : phrase;
    }

    /// Where an insertion that ends here began: the comma or bracket before.
    private int openOf(int b) {
        var w = lower(b);
        for (var j = b - 1; j >= from && j > b - 25; j--) {
            var o = lower(j);
            if (w.equals(")") ? o.equals("(") : o.equals(w)) return j;
            if (w.equals(",") && (o.equals(";") || o.equals(":"))) return -1;
        }
        return -1;
    }

    private boolean isSpeaker(Subject phrase) {
        return !phrase.type().equals("noun");
    }

    /// The noun phrase that ends with a token, with its `of` and `for`; nothing where there is none.
    Subject nounPhrase(int end) {
        var j = end;
        var capital = false;
        var role = false;
        var body = false;
        var paper = false;
        var start = end + 1;
        while (j >= from) {
            var t = token(j);
            var w = t.lower();
            if (t.is(",") || t.isQuote() || !(t.isWord() || t.isNumber())) {
                if ((t.is("&") || t.is(".") && j > from && (token(j - 1).word().length() <= 3 && token(j - 1).isCapital())) && start <= end) { j--; continue; }
                if (t.is(")") && start <= end && openOf(j) > from) { j = openOf(j) - 1; continue; }
                break;
            }
            if (Words.isAuxiliary(w) || Words.CONJUNCTIONS.contains(w) && !w.equals("and") && !w.equals("that")
                    || Words.SUBJECTS.contains(w) && !w.equals("this") || Words.NEGATIONS.contains(w))
                break;
            if (w.equals("that")) break;
            if (w.equals("and") || w.equals("or")) {
                // joint sources: a name or role on both sides
                if (start > end || j - 1 < from) break;
                var right = token(start);
                var left = token(j - 1);
                if (!(left.isCapital() && (right.isCapital() || right.is("the")) || Words.ROLES.contains(left.lower())
                        && (Words.ROLES.contains(right.lower()) || right.is("the") || right.is("other")) || left.is("you")))
                    break;
                j--;
                continue;
            }
            if (Words.PREPOSITIONS.contains(w)) {
                if (w.equals("of") || w.equals("for") && j > from && (Words.ROLES.contains(token(j - 1).lower()) || Words.BODIES.contains(token(j - 1).lower()))
                        || (w.equals("in") || w.equals("at") || w.equals("from") || w.equals("to") || w.equals("on")) && j > from && (Words.ROLES.contains(
                        token(j - 1).lower()) || Words.BODIES.contains(token(j - 1).lower()) || Words.PAPERS.contains(token(j - 1).lower()))) {
                    j--;
                    continue;
                }
                break;
            }
            if (Words.isAdverb(w) && !t.isCapital() && start > end) { j--; end--; start--; continue; }
            if (j == from && t.isCapital() && start <= end && (Words.isAdverb(w) || w.equals("indeed") || w.equals("point") || w.equals("already"))) break;
            if (start <= end && !t.isCapital() && token(start).isCapital() && t.isWord() && !Words.DETERMINERS.contains(w)
                    && !Words.POSSESSIVES.contains(w) && !Words.ROLES.contains(w) && !Words.BODIES.contains(w) && !w.endsWith("ian")
                    && !w.equals("former") && !w.equals("acting") && !w.equals("de") && !w.equals("van") && !w.equals("der") && !w.equals("von"))
                break;
            if (start <= end && !t.isCapital()
                    && (w.equals("carries") || w.endsWith("ed") && words.verb(w).isPresent() && token(start).isWord() && !Words.ROLES.contains(lower(start))))
                break;
            if (start <= end && words.verb(w).isPresent() && !t.isCapital() && words.noun(w).isEmpty() && !w.endsWith("ing") && !w.endsWith("ed")) break;
            if (t.isCapital() && !(j == from)) capital = true;
            if (t.isCapital() && j == from && !Words.DETERMINERS.contains(w) && !Words.POSSESSIVES.contains(w)) capital = true;
            if (Words.ROLES.contains(w)) role = true;
            if (Words.BODIES.contains(w)) body = true;
            if (Words.PAPERS.contains(w)) paper = true;
            start = j;
            j--;
            if (Words.DETERMINERS.contains(w) || Words.POSSESSIVES.contains(w)) {
                // `the view of the Minister`: an `of` before goes on
                if (j >= from && lower(j).equals("of")) continue;
                if (j > from && (lower(j).equals("for") || lower(j).equals("to") || lower(j).equals("in") || lower(j).equals("at")
                        || lower(j).equals("from") || lower(j).equals("on")) && (Words.ROLES.contains(lower(j - 1)) || Words.BODIES.contains(lower(j - 1))))
                    continue;
                break;
            }
        }
        while (end >= start && (Words.PREPOSITIONS.contains(lower(end)) || Words.DETERMINERS.contains(lower(end)))) end--; // no name ends on one
        if (start > end) return Subject.NONE;
        var type = paper && !role ? "paper" : role ? "role" : body ? "body" : capital ? "name" : "noun";
        return new Subject(start, end + 1, type);
    }

    /// Whom a passive names behind `by`.
    private @org.jspecify.annotations.Nullable Subject byAgent(int i) {
        for (var j = i + 1; j < to && j < i + 8; j++) {
            var w = lower(j);
            if (w.equals("that") || isSign(j)) return null;
            if (w.equals("by")) return ahead(j + 1);
        }
        return null;
    }

    /// Whom word came from: `heard from X`, `was told by X`, `information from X`.
    private Subject fromWhom(int i) {
        for (var j = i + 1; j < to && j < i + 7; j++) {
            var w = lower(j);
            if (w.equals("that") || isSign(j)) break;
            if (w.equals("from") || w.equals("by")) return ahead(j + 1);
        }
        return Subject.NONE;
    }

    /// The noun phrase that begins with a token.
    private Subject ahead(int start) {
        var j = start;
        var capital = false;
        var role = false;
        var body = false;
        var paper = false;
        while (j < to) {
            var t = token(j);
            var w = t.lower();
            if (Words.OBJECTS.contains(w) || w.equals("he") || w.equals("it"))
                return j == start ? new Subject(j, j + 1, w.equals("him") || w.equals("he")
                        || w.equals("her") ? "he" : w.equals("them") ? "they" : w.equals("me") || w.equals("us") ? "i" : "it") : new Subject(start, j, "noun");
            if (t.is(".") && j > start && token(j - 1).word().length() <= 3 && token(j - 1).isCapital() && j + 1 < to) { j++; continue; }
            if (!(t.isWord() || t.isNumber()) || Words.isAuxiliary(w) || Words.CONJUNCTIONS.contains(w) && !w.equals("and")) break;
            if (w.equals("and") && !(j + 1 < to && (token(j + 1).isCapital() || Words.ROLES.contains(lower(j + 1)) || lower(j + 1).equals("the"))
                    && j > start && (token(j - 1).isCapital() || Words.ROLES.contains(lower(j - 1)))))
                break;
            if (Words.PREPOSITIONS.contains(w) && !(w.equals("of") || (w.equals("in") || w.equals("at") || w.equals("for"))
                    && j > start && (Words.ROLES.contains(lower(j - 1)) || Words.BODIES.contains(lower(j - 1))
                    || Words.PAPERS.contains(lower(j - 1)) || lower(j - 1).equals("source") || lower(j - 1).equals("sources"))))
                break;
            if (j > start && (Words.isAdverb(w) && !t.isCapital()
                    || Words.DETERMINERS.contains(w) && !Words.PREPOSITIONS.contains(lower(j - 1)) && !lower(j - 1).equals("and")))
                break;
            if (j > start && !t.isCapital() && words.verb(w).isPresent() && words.noun(w).isEmpty()) break;
            if (t.isCapital()) capital = true;
            if (Words.ROLES.contains(w)) role = true;
            if (Words.BODIES.contains(w)) body = true;
            if (Words.PAPERS.contains(w)) paper = true;
            j++;
            if (j - start > 14) break;
        }
        while (j > start && (Words.PREPOSITIONS.contains(lower(j - 1)) || lower(j - 1).equals("and"))) j--;
        if (j <= start) return Subject.NONE;
        return new Subject(start, j, paper && !role ? "paper" : role ? "role" : body ? "body" : capital ? "name" : "noun");
    }

    // ---- where what is claimed begins

    private List<Start> starts(int behind, Cue cue) {
        var starts = new ArrayList<Start>();
        var j = behind;
        while (j < to && (isAdverb(j) || Words.OBJECTS.contains(lower(j)) || lower(j).equals("out")
                || lower(j).equals("it") && lower(j + 1).equals("clear") || lower(j).equals("clear") || lower(j).equals("plain")))
            j++;
        var w = lower(j);
        if (w.equals("that")) return one(j + 1, "that");
        if (w.equals("whether") || w.equals("if") && cue.group().equals("ask")) return one(j + 1, "whether");
        if (w.equals(",") && lower(j + 1).equals("that")) return one(j + 2, "that");
        var far = far(j);
        if (far >= 0) {
            var type = lower(far);
            starts.add(new Start(far + 1, type.equals("that") ? "farThat" : type.equals(":") ? "colon" : token(far).isQuote() ? "quote" : "whether"));
            if (type.equals(":") && far + 1 < to && token(far + 1).isQuote()) starts.set(0, new Start(far + 2, "colonQuote"));
        }
        if (j >= to) return starts;
        if (token(j).isQuote()) {
            if (starts.isEmpty() || starts.getFirst().at() != j + 1) starts.add(new Start(j + 1, "quote"));
        } else if (w.equals(":") || w.equals(",") || w.equals("-") || w.equals("--")) {
            if (starts.isEmpty() && j + 1 < to) starts.add(new Start(j + 1, w.equals(",") ? "comma" : "colon"));
        } else if (w.equals("to") && lower(j + 1).equals("have")) {
            starts.add(new Start(j + 2, "toHave")); // `is reported to have seen`
            starts.add(new Start(j + 1, "to"));
        } else if (w.equals("to")) {
            starts.add(new Start(j + 1, "to"));
        } else if (PREPOSED.contains(w)) {
            starts.add(new Start(j + 1, w));
        } else if (w.equals("how") || w.equals("why") || w.equals("what") || w.equals("when") || w.equals("where") || w.equals("which") || w.equals("who")) {
            starts.add(new Start(j, "wh"));
        } else if (!w.equals(".") && !w.equals(";")) {
            starts.add(new Start(j, "zero"));
        }
        if (starts.size() == 1 && starts.getFirst().type().equals("zero") && HEARER.contains(cue.lemma())) {
            var hearer = ahead(j); // `informed Casey he would go`
            if (hearer.to() > j && hearer.to() < to) starts.add(new Start(hearer.to(), "afterHearer"));
        }
        // `drew attention to X`, `laid stress on X`, `made reference to X`, `expressed fear of X`
        for (var k = j; k < Math.min(to - 1, j + 5); k++) {
            var n = words.noun(lower(k));
            var light = lower(k).equals("attention") || lower(k).equals("stress") || lower(k).equals("emphasis")
                    || lower(k).equals("reference") || lower(k).equals("importance") || n.isPresent();
            if (light && (lower(k + 1).equals("to") || lower(k + 1).equals("on") || lower(k + 1).equals("of") || lower(k + 1).equals("for"))) {
                starts.add(new Start(k + 2, "lightNoun"));
                break;
            }
        }
        return starts;
    }

    private static List<Start> one(int at, String type) {
        return List.of(new Start(at, type));
    }

    /// A `that`, `whether`, colon or quotation mark a little behind, with only hearers, days and places between; -1 where there is none.
    private int far(int j) {
        for (var k = j; k < to && k < j + REACH; k++) {
            var w = lower(k);
            if (w.equals("that") && k + 1 < to && !isSign(k + 1) && !Words.isAuxiliary(lower(k + 1))
                    && !(k > from && Words.PREPOSITIONS.contains(lower(k - 1))))
                return k;
            if (w.equals("whether") || w.equals(":")) return k;
            if (token(k).isQuote() && k > j && token(k).start() > token(k - 1).end()) return k;
            if (w.equals(";") || w.equals("which") || w.equals("who") || w.equals("but") || Words.SUBJECTS.contains(w) && k > j) return -1;
            if (Words.isAuxiliary(w)) return -1;
        }
        return -1;
    }

    // ---- nouns

    private int thatBehindNoun(int i) {
        var k = i + 1;
        var limit = Math.min(to, i + 14);
        while (k < limit) {
            var w = lower(k);
            if (w.equals("that")) return k;
            if (isSign(k) && !w.equals(",") && !w.equals("(") && !w.equals(")")) return -1;
            if (Words.isAuxiliary(w) && !COPULA.contains(w) || w.equals("who") || w.equals("which") || w.equals("to") && !(k > 0 && lower(k + 1).equals("the")))
                return -1;
            if (words.verb(w).isPresent() && !words.noun(w).isPresent() && !token(k).isCapital()) return -1;
            k++;
        }
        return -1;
    }

    private void noun(int i, Cue cue, List<Hit> hits) {
        var starts = new ArrayList<Start>();
        var next = lower(i + 1);
        var that = thatBehindNoun(i);
        if (that >= 0 && that + 1 < to) {
            var copula = false;
            for (var k = i + 1; k < that; k++) if (COPULA.contains(lower(k))) copula = true;
            starts.add(new Start(that + 1, copula ? "isThat" : that == i + 1 ? "that" : "nounThat"));
        } else if (COPULA.contains(next)) {
            var k = i + 2;
            while (k < to && isAdverb(k)) k++;
            if (k < to) starts.add(new Start(k, lower(k).equals("to") ? "isTo" : "is"));
        } else if (next.equals("of") || next.equals("on") || next.equals("about")) {
            if (i + 2 < to) starts.add(new Start(i + 2, "nounOf"));
        } else if (next.equals("to") && lower(i + 2).equals("the") && lower(i + 3).equals("effect")) {
            if (lower(i + 4).equals("that")) starts.add(new Start(i + 5, "that"));
        } else if (next.equals("to")) {
            starts.add(new Start(i + 2, "to"));
        } else if (next.equals(":") || next.equals("as") && lower(i + 2).equals("follows")) {
            var k = next.equals(":") ? i + 2 : i + 4;
            if (k < to) starts.add(new Start(k, "colon"));
        } else if (i + 1 < to && token(i + 1).isQuote()) {
            if (i + 2 < to) starts.add(new Start(i + 2, "quote"));
        }
        if (starts.isEmpty()) return;
        starts.removeIf(s -> s.at() >= to);
        if (starts.isEmpty()) return;
        var left = i;
        while (left > from && i - left < 6 && (Words.DETERMINERS.contains(lower(left - 1)) || Words.POSSESSIVES.contains(lower(left - 1))
                || token(left - 1).own() || lower(left - 1).equals("general") || lower(left - 1).endsWith("al") || lower(left - 1).equals("strong")
                || lower(left - 1).equals("definite") || lower(left - 1).equals("personal") || lower(left - 1).equals("own")))
            left--;
        var end = starts.getFirst().type().endsWith("hat") ? starts.getFirst().at() : i + 1;
        hits.add(new Hit(cue, Kind.NOUN, i, left, Math.max(end, i + 1), nounOwner(i), starts, false, false, "noun"));
    }

    /// Whose view or statement it is: `X's view`, `his view`, `the view of X`, `a report from X`, else whoever expresses it.
    private Subject nounOwner(int i) {
        for (var k = i - 1; k >= from && k > i - 5; k--) {
            var w = lower(k);
            if (token(k).own()) {
                var phrase = nounPhrase(k);
                if (phrase.from() >= 0) return phrase;
            }
            // whose
            if (Words.POSSESSIVES.contains(w))
                return new Subject(k, k + 1, w.equals("his") || w.equals("her") ? "he" : w.equals("their") ? "they" : w.equals("my")
                        || w.equals("our") ? "i" : w.equals("your") ? "you" : "it");
            if (isSign(k) || Words.PREPOSITIONS.contains(w) || Words.isAuxiliary(w)) break;
        }
        for (var k = i + 1; k < to && k < i + 9; k++) {
            var w = lower(k);
            if (w.equals("that") || isSign(k) && !w.equals(",")) break;
            if (w.equals("by") || w.equals("from") || (w.equals("of") || w.equals("among") || w.equals("in")) && k == i + 1) {
                var phrase = ahead(k + 1);
                if (phrase.from() >= 0 && !phrase.type().equals("noun")) return phrase;
            }
        }
        // `expressed the view`: the subject of the verb before
        for (var k = i - 1; k >= from && k > i - 8; k--) {
            var w = lower(k);
            if (isSign(k)) break;
            var isVerb = words.verb(w).isPresent() && words.noun(w).isEmpty() || Words.HAVE.contains(w)
                    || Words.BE.contains(w) || w.endsWith("ed") && !token(k).isCapital();
            if (!isVerb) continue;
            var b = k - 1;
            while (b >= from && (Words.isAuxiliary(lower(b)) || isAdverb(b) || Words.NEGATIONS.contains(lower(b)))) b--;
            return subject(b, w.endsWith("ing"), true);
        }
        // an adjective of a country before it: `the Dutch view`
        for (var k = i - 1; k >= from && k > i - 5; k--) {
            if (token(k).isCapital() && k > from && !Words.DETERMINERS.contains(lower(k))) {
                var phrase = nounPhrase(k);
                if (phrase.from() >= 0) return new Subject(phrase.from(), phrase.to(), "name");
            }
        }
        if (Words.PAPERS.contains(lower(i))) {
            var phrase = nounPhrase(i);
            if (phrase.from() >= 0) return new Subject(phrase.from(), phrase.to(), "paper");
        }
        return Subject.NONE;
    }

    // ---- according to, in the opinion of

    private void according(int i, List<Hit> hits) {
        var who = ahead(i + 2);
        if (who.from() < 0) return;
        var k = who.to();
        while (k < to && k < who.to() + 6 && !lower(k).equals(",")) k++;
        var behind = k < to && lower(k).equals(",") ? k + 1 : who.to();
        var starts = new ArrayList<Start>();
        if (behind < to) starts.add(new Start(behind, "according"));
        if (i > from) starts.add(new Start(from, "before"));
        hits.add(new Hit(new Cue("according", "according", Stance.ASSERTED, Mode.NOT_SAID), Kind.ACCORDING, i, i, behind, who, starts, false, false, "noun"));
    }

    private boolean isOpinionPhrase(int i) {
        if (!lower(i).equals("in")) return false;
        for (var k = i + 1; k < to && k < i + 8; k++) {
            var w = lower(k);
            if (isSign(k)) return false;
            if (w.equals("opinion") || w.equals("view") || w.equals("judgment") || w.equals("judgement")) {
                if (lower(k + 1).equals("of") && lower(k - 1).equals("view")) return false;
                return Words.POSSESSIVES.contains(lower(i + 1)) || token(k - 1).own() || lower(k + 1).equals("of") && lower(i + 1).equals("the") && k == i + 2;
            }
        }
        return false;
    }

    private void opinion(int i, List<Hit> hits) {
        var k = i + 1;
        while (k < to && !lower(k).equals("opinion") && !lower(k).equals("view") && !lower(k).equals("judgment") && !lower(k).equals("judgement")) k++;
        Subject who;
        var behind = k + 1;
        var w = lower(i + 1);
        if (Words.POSSESSIVES.contains(w))
            who = new Subject(i + 1, i + 2, w.equals("his") || w.equals("her") ? "he" : w.equals("their") ? "they" : w.equals("my")
                    || w.equals("our") ? "i" : w.equals("your") ? "you" : "it");
        else if (lower(k + 1).equals("of")) {
            who = ahead(k + 2);
            behind = Math.max(behind, who.to());
        } else who = nounPhrase(k - 1);
        if (behind < to && lower(behind).equals(",")) behind++;
        var starts = new ArrayList<Start>();
        if (behind < to) starts.add(new Start(behind, "according"));
        if (i > from) starts.add(new Start(from, "before"));
        if (starts.isEmpty()) return;
        hits.add(new Hit(new Cue("opinion", "opinion", Stance.BELIEVED, Mode.NOT_SAID), Kind.OPINION, i, i, behind, who, starts, false, false, "noun"));
    }
}
