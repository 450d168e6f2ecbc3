package chancery.claim;

import chancery.claim.Cast.Mention;
import chancery.claim.Hit.Kind;
import chancery.claim.Hit.Subject;
import chancery.claim.Passage.Named;
import chancery.claim.Prose.Sentence;
import chancery.claim.Relays.Relay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who says what is reported in a text: for all reporting words of it the chain from the source nearest to the author to the origin.
final class SourceReader {
    private static final Set<String> LEARNING = Set.of("learn", "knowledge");
    private static final Set<String> HOLDING = Set.of("think", "intend", "convinced", "ready");
    private static final Set<String> PRONOUNS = Set.of("he", "they");
    private static final Set<String> HEARING = Set.of("tell", "inform", "assure", "advise", "notify", "warn");
    private static final Set<String> INDEFINITE = Set.of("some", "others", "many", "most", "several", "everybody", "everyone", "people");
    private static final Set<String> SAYING = Set.of("say", "report", "wrote", "public", "think", "ask", "request", "deny", "blame");

    private final Prose prose;
    private final Cast cast;
    private final Antecedents antecedents;
    private final Nesting nesting;
    private final Relays relays;
    private final boolean record;
    private final List<List<Hit>> hits = new ArrayList<>();
    private final Map<Hit, Traced> traced = new HashMap<>();
    private final List<Optional<Relay>> relayed = new ArrayList<>();

    SourceReader(TextToRead text, Prose prose) {
        this.prose = prose;
        var finder = new CueFinder(prose);
        for (var s : prose.sentences()) hits.add(finder.find(s));
        this.cast = new Cast(text, prose, hits);
        this.antecedents = new Antecedents(prose, cast);
        this.nesting = new Nesting(prose);
        this.relays = new Relays(prose, cast);
        this.record = text.title().toLowerCase(Locale.ROOT)
                .matches(".*\\b(?:record|notes?|minutes?|summary|conversation|meeting|discussions?|interview|talks?)\\b.*");
        for (var i = 0; i < hits.size(); i++) sentence(prose.sentences().get(i), i);
    }

    /// The reporting words of a sentence.
    List<Hit> hits(int sentence) {
        return hits.get(sentence);
    }

    /// The text of another that a sentence stands in.
    Optional<Relay> relay(int sentence) {
        return relayed.get(sentence);
    }

    Cast cast() {
        return cast;
    }

    Antecedents antecedents() {
        return antecedents;
    }

    /// The chain of reporting words, whatever hangs on them.
    Traced traced(Hit hit) {
        return traced.getOrDefault(hit, Traced.UNNAMED);
    }

    /// The innermost words that reporting words stand under in their sentence.
    Optional<Hit> outer(Hit hit, List<Hit> hits) {
        return nesting.outer(hit, hits);
    }

    /// The chain of what is claimed in a sentence.
    ///
    /// @param hit the reporting words it hangs on, in this sentence or an earlier one; null where there are none
    Traced of(@Nullable Hit hit, int sentence) {
        var relay = relayed.get(sentence);
        if (hit != null && traced.containsKey(hit)) {
            var chain = traced.get(hit);
            var carried = hit.at() < prose.sentences().get(sentence).from();
            if (relay.isPresent() && carried && hit.at() < relay.get().cue().to()) return relay.get().writer();
            return chain;
        }
        if (relay.isPresent()) return relay.get().writer();
        return antecedents.any(prose.sentences().get(sentence).to(), sentence);
    }

    /// Who is reported to speak where a token stands: the subject of the words before it in its sentence, or the writer of a text given in full.
    Optional<Named> speaking(int sentence, int at) {
        Optional<Named> speaker = relayed.get(sentence).filter(Relay::words).map(r -> r.writer().nearest());
        for (var hit : hits.get(sentence)) {
            if (hit.kind() != Kind.VERB || hit.starts().isEmpty() || hit.starts().getFirst().at() > at) continue;
            if (hit.subject().isAuthor()) return Optional.empty();
            var chain = traced.getOrDefault(hit, Traced.UNNAMED);
            if (!chain.isUnnamed() && SAYING.contains(hit.cue().group())) return Optional.of(chain.nearest());
        }
        return speaker;
    }

    private void sentence(Sentence s, int index) {
        var here = hits.get(index);
        for (var hit : here) if (hit.kind() == Kind.VERB && hit.subject().from() == s.from()) relays.spoke(cast.named(hit.subject()));
        relayed.add(relays.at(s));
        antecedents.meet(s, index);
        Optional<Named> speaker = Optional.empty();
        Optional<Traced> told = Optional.empty();
        for (var hit : here) {
            var outer = nesting.outer(hit, here);
            var chain = chain(hit, outer, s, index);
            traced.put(hit, chain);
            var matrix = outer.isEmpty() || outer.get().subject().isAuthor();
            if (!matrix && hit.kind() == Kind.VERB && SAYING.contains(hit.cue().group())) antecedents.told(chain, hit.at(), index);
            if (!matrix || hit.subject().isAuthor()) continue;
            if (outer.isPresent() && !LEARNING.contains(outer.get().cue().group())) continue; // what the author told somebody gives nobody else the word
            if (!chain.origin().type().equals("noun") && !hit.subject().type().equals("you") && !isAside(hit, index) && speaks(hit, chain))
                antecedents.spoke(chain, hit.at(), index);
            if (chain.isUnnamed()) continue;
            speaker = Optional.of(chain.origin());
            if (hit.kind() == Kind.VERB) told = Optional.of(chain);
        }
        relays.after(s, index, speaker, told.orElseGet(() -> antecedents.any(s.to(), index)));
    }

    /// Whether reporting words give somebody the word: verbs of saying, and nouns of a person's that say something.
    private boolean speaks(Hit hit, Traced chain) {
        if (hit.kind() == Kind.VERB) return SAYING.contains(hit.cue().group());
        return cast.isPerson(chain.origin()) && (hit.kind() != Kind.NOUN || hit.starts().getFirst().type().endsWith("hat"));
    }

    /// Whether the words stand in an aside, which gives nobody the word: `what Churchill has said`, `as he told you`, `X, who expressed a wish`.
    private boolean isAside(Hit hit, int index) {
        var s = prose.sentences().get(index);
        if (hit.subject().type().equals("same"))
            return hits.get(index).stream().filter(h -> h.at() < hit.at() && h.subject().from() >= 0)
                    .reduce((_, last) -> last).filter(h -> isAside(h, index)).isPresent();
        for (var i = Math.max(s.from(), hit.subject().to()); i < hit.at() && hit.subject().from() >= 0; i++) if (prose.token(i).is("who")) return true;
        var before = prose.lower(hit.left() - 1, s.from(), s.to());
        return before.equals("what") || before.equals("which") || before.equals("as") || before.equals("whom");
    }

    private Traced chain(Hit hit, Optional<Hit> outer, Sentence s, int index) {
        var own = informed(hit, told(hit, source(hit, outer, s, index), index));
        if (outer.isPresent()) return under(outer.get(), hit, own);
        var carried = carried(hit, own, s, index);
        return relayed.get(index).map(r -> within(r, hit, carried, index)).orElse(carried);
    }

    /// A report that runs on: what a body considered, or what somebody had said before, on the word of him who speaks in the sentence before.
    private Traced carried(Hit hit, Traced own, Sentence s, int index) {
        if (own.isUnnamed() || own.links().size() > 1 || own.origin().antecedent() || hit.kind() != Kind.VERB) return own;
        var again = antecedents.again(own.origin(), index);
        if (again.isPresent()) return again.get();
        var attitude = !hit.passive() && HOLDING.contains(hit.cue().group()) && !cast.isPerson(own.origin());
        var earlier = hit.form().equals("pluperfect");
        var introduced = cast.isPerson(own.origin()) && isIntroduced(own.origin(), s, index);
        if (!attitude && !earlier && !introduced) return own;
        return antecedents.running(s.from(), index).filter(r -> (cast.isPerson(r.origin()) || r.links().size() > 1) && r.upTo(own.origin()).isEmpty())
                .map(r -> r.beyond(own, "a report that runs on")).orElse(own);
    }

    /// Whether somebody has been named so far only in what another says, in the same paragraph: he has it from him what this one said.
    private boolean isIntroduced(Named who, Sentence s, int index) {
        if (antecedents.before(who, index).isPresent() || antecedents.isMet(who, s.from())) return false;
        var told = false;
        for (var i = index - 1; i >= 0 && prose.sentences().get(i).block() == s.block(); i--) {
            for (var m : cast.in(i)) {
                if (!Traced.same(cast.named(m), who)) continue;
                if (!isTold(m, i)) return false;
                told = true;
            }
        }
        return told;
    }

    /// Whether a mention stands in what somebody says: behind his reporting words, or in a sentence that runs on from them.
    private boolean isTold(Mention m, int index) {
        var s = prose.sentences().get(index);
        var said = hits.get(index).stream().filter(h -> h.kind() == Kind.VERB && !h.subject().isAuthor()
                && !h.starts().isEmpty() && !h.subject().type().equals("same") && !isAside(h, index)).toList();
        if (said.stream().anyMatch(h -> h.starts().getFirst().at() <= m.from())) return true;
        if (s.first() || !said.isEmpty()) return false;
        for (var i = s.from(); i < s.to(); i++) if (Words.FIRST.contains(prose.token(i).lower())) return false;
        return cast.subject(s, index).isEmpty();
    }

    /// Beyond the writer of a text that is given in full, or whose account is.
    private Traced within(Relay relay, Hit hit, Traced own, int index) {
        var writer = relay.writer();
        if (hit.subject().isAuthor()) return relay.words() ? writer : own;
        if (own.isUnnamed()) return writer.links().size() > 1 ? writer : relay.words() ? writer.beyond(own, own.rule()) : own;
        if (own.links().size() == 1) own = antecedents.before(own.origin(), index).filter(c -> Traced.same(c.nearest(), writer.nearest())).orElse(own);
        return Traced.same(own.nearest(), writer.nearest()) ? own : writer.beyond(own, own.rule());
    }

    /// Beyond the chain of the words that it stands under.
    private Traced under(Hit outer, Hit hit, Traced own) {
        if (outer.subject().isAuthor() || outer.subject().type().equals("you") && LEARNING.contains(outer.cue().group())) {
            if (!LEARNING.contains(outer.cue().group()) || own.isUnnamed() || own.origin().antecedent()) return own;
            return Traced.UNNAMED.beyond(own, "a report within what the author learned");
        }
        var above = traced.getOrDefault(outer, Traced.UNNAMED);
        if (hit.subject().isAuthor() && hit.cue().group().equals("knowledge")) return above.beyond(Traced.UNNAMED, "information from somebody unnamed");
        if (hit.subject().type().equals("same") || hit.subject().type().equals("none") || hit.subject().isAuthor()) return above;
        return above.beyond(own, "a report within a report");
    }

    /// `They have information that`: somebody unnamed told them.
    private static Traced informed(Hit hit, Traced own) {
        var had = hit.kind() == Kind.NOUN && hit.cue().group().equals("knowledge") && hit.subject().from() >= 0
                && hit.subject().from() < hit.at() && PRONOUNS.contains(hit.subject().type());
        return had && !own.isUnnamed() ? own.beyond(Traced.UNNAMED, "information from somebody unnamed") : own;
    }

    /// With the hearer before it, where that is somebody else than the author: `Bevin told Beasley that`.
    private Traced told(Hit hit, Traced own, int index) {
        if (record || hit.passive() || hit.kind() != Kind.VERB || !hit.cue().lemma().equals("tell")
                || own.links().size() > 1 || hit.starts().isEmpty() || hit.starts().getFirst().type().equals("to"))
            return own;
        var hearer = cast.ahead(hit.at() + 1, prose.sentences().get(index).to()).filter(m -> m.from() == hit.at() + 1).map(cast::named);
        if (hearer.isEmpty() || Traced.same(hearer.get(), own.nearest())) return own;
        return Traced.of(hearer.get(), "told by the next").beyond(own, "told to somebody else");
    }

    private Traced source(Hit hit, Optional<Hit> outer, Sentence s, int index) {
        var subject = hit.subject();
        return switch (subject.type()) {
            case "i" -> author(hit, index);
            case "you" -> addressee();
            case "none" -> nobody(hit, s, index);
            case "same" -> asBefore(hit, s, index);
            case "he" -> pronoun(hit, outer, s, index, true);
            case "they" -> pronoun(hit, outer, s, index, false);
            case "it" -> hit.passive() ? Traced.UNNAMED : pronoun(hit, outer, s, index, false);
            case "paper" -> paper(hit, index);
            case "passive" -> passive(hit, index);
            default -> named(subject, index);
        };
    }

    /// `X is reported to have said`: X speaks; what else is reported, believed or shown of X comes from somebody else.
    private Traced passive(Hit hit, int index) {
        var end = prose.sentences().get(index).to();
        for (var i = hit.at() + 1; i < Math.min(end, hit.at() + 5); i++) {
            var verb = CueWords.shipped().verb(prose.token(i).lower());
            if (verb.isPresent() && SAYING.contains(verb.get().cue().group())) return named(hit.subject(), index);
        }
        return hit.cue().group().equals("show") || hit.subject().to() - hit.subject().from() == 1
                && prose.token(hit.subject().from()).is("i") ? antecedents.any(hit.left(), index) : Traced.UNNAMED;
    }

    /// `He was told that`: the hearer had it from somebody unnamed.
    private Traced nobody(Hit hit, Sentence s, int index) {
        var before = hit.from() - 1;
        if (hit.passive() && hit.form().equals("past") && (hit.cue().group().equals("think") || hit.cue().group().equals("intend"))
                && !prose.token(hit.at() - 1).is("is"))
            return antecedents.any(hit.left(), index);
        if (!hit.passive() || before < s.from() || !HEARING.contains(hit.cue().lemma())) return Traced.UNNAMED;
        return prose.token(before).is("he") ? antecedents.he(before, index).beyond(Traced.UNNAMED, "told by somebody unnamed") : Traced.UNNAMED;
    }

    /// A paper speaks for its writer: `his letter said`, `the note further stated`; one with a name of its own speaks for itself.
    private Traced paper(Hit hit, int index) {
        var named = cast.named(hit.subject());
        var first = prose.token(hit.subject().from()).lower();
        for (var i = named.from(); i < named.to(); i++)
            if (i > prose.sentences().get(index).from() && prose.token(i).isCapital() || prose.token(i).isNumber()) return Traced.of(named, "paper");
        if (first.equals("his") || first.equals("her")) return antecedents.he(named.from(), index);
        if (first.equals("their")) return antecedents.they(named.from(), index);
        if (first.equals("your")) return addressee();
        if (named.to() - named.from() == 1 && named.words().endsWith("s") && !Words.DETERMINERS.contains(first)) return Traced.UNNAMED;
        if (first.equals("a") || first.equals("an")) return Traced.UNNAMED;
        if ((Words.DETERMINERS.contains(first) || named.from() == prose.sentences().get(index).from() && named.to() - named.from() == 1)
                && named.to() - named.from() <= 2) {
            var writer = antecedents.any(named.from(), index);
            if (!writer.isUnnamed()) return writer.followed("a paper speaks for whoever spoke last");
        }
        return Traced.of(named, "paper");
    }

    private Traced addressee() {
        return cast.addressee().map(a -> Traced.of(new Named(a, -1, -1, "name", false), "you: the addressee")).orElse(Traced.UNNAMED);
    }

    /// The author is no source: what he learned or felt is from whom he met, if from anybody.
    private Traced author(Hit hit, int index) {
        if (hit.kind() == Kind.NOUN && hit.cue().group().equals("opinion")) return antecedents.any(hit.at(), index);
        if (hit.cue().lemma().equals("see")) return antecedents.any(prose.sentences().get(index).to(), index);
        return Traced.UNNAMED;
    }

    private Traced named(Subject subject, int index) {
        var named = cast.named(subject);
        var lower = named.words().toLowerCase(Locale.ROOT);
        if (lower.startsWith("latter") || lower.startsWith("the latter")) return antecedents.latter(subject.from(), index);
        if (lower.equals("former") || lower.equals("the former")) return antecedents.he(subject.from(), index);
        if (named.type().equals("noun") || named.words().equals("I"))
            return isSome(named) ? Traced.of(named, "subject of the verb") : antecedents.any(subject.from(), index);
        return Traced.of(cast.nameBefore(subject).orElse(named), "subject of the verb");
    }

    /// Whether a noun without a name can speak: `some`, `others`, `his colleagues`.
    private boolean isSome(Named named) {
        var first = prose.token(named.from()).lower();
        return INDEFINITE.contains(first) || Words.POSSESSIVES.contains(first) && !Words.FIRST.contains(first) && named.to() - named.from() == 2
                && named.words().endsWith("s") || named.words().endsWith("s") && Words.isAdverb(prose.token(named.from()).lower());
    }

    private Traced pronoun(Hit hit, Optional<Hit> outer, Sentence s, int index, boolean he) {
        if (outer.isPresent() && !outer.get().subject().isAuthor()) {
            var above = traced.getOrDefault(outer.get(), Traced.UNNAMED);
            if (!above.origin().isUnnamed() && he == cast.isPerson(above.origin())) return above.followed("pronoun: who says so in the same sentence");
        }
        var bracketed = cast.bracketed(hit.subject().from(), s.to());
        if (bracketed.isPresent()) return Traced.of(bracketed.get(), "pronoun: named in brackets");
        return he ? antecedents.he(hit.left(), index) : antecedents.they(hit.left(), index);
    }

    /// The subject left out: that of the clause before, else whoever speaks.
    private Traced asBefore(Hit hit, Sentence s, int index) {
        if (hit.from() == s.from() && LEARNING.contains(hit.cue().group())) return Traced.UNNAMED; // `Understand that`: the author
        Hit before = null;
        for (var other : hits.get(index))
            if (other.at() < hit.at() && other.kind() != Kind.NOUN && !other.subject().type().equals("same") && !other.subject().type().equals("none"))
                before = other;
        if (before != null && traced.containsKey(before)) return traced.get(before);
        var subject = cast.subject(s, index).filter(m -> m.to() < hit.at());
        if (subject.isPresent()) return Traced.of(cast.named(subject.get()), "subject of the sentence");
        var first = new CueFinder(prose).leading(s);
        if (first.from() >= 0 && first.from() < hit.at()) {
            if (first.type().equals("he")) return antecedents.he(first.from(), index);
            if (first.type().equals("they")) return antecedents.they(first.from(), index);
            if (!first.type().equals("i") && !first.type().equals("noun")) return Traced.of(cast.named(first), "subject of the sentence");
        }
        return antecedents.any(hit.at(), index);
    }
}
