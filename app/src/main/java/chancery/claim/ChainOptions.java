package chancery.claim;

import chancery.claim.Cast.Mention;
import chancery.claim.Hit.Kind;
import chancery.claim.Passage.Named;
import chancery.claim.Prose.Sentence;
import chancery.claim.Relays.Relay;
import chancery.claim.Walk.Told;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Who may have said what is claimed: the chain that the rules trace, those of other reporting words near by, whoever is named before, and these one
/// beyond the other; each with the marks of form that speak for or against it.
final class ChainOptions {
    private static final int BACK = 4;   // sentences whose reporting words are looked at
    private static final int SPEAKERS = 3; // how many of those who spoke before may have passed a claim on
    private static final int NAMED = 10; // how many of those named before are looked at
    private final Prose prose;
    private final SourceReader sources;
    private final Cast cast;
    private final Set<String> title;
    private final Set<String> addressee;
    private final boolean record;
    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<String, Integer> speeches = new HashMap<>();
    private int spoken;
    private Optional<Named> main = Optional.empty(); // who speaks most

    /// A chain that may be the right one.
    ///
    /// @param by what proposes it: `rule`, `enclosing`, `named before` …
    record Option(Traced chain, List<String> marks) {}

    ChainOptions(TextToRead text, Prose prose, SourceReader sources) {
        this.prose = prose;
        this.sources = sources;
        this.cast = sources.cast();
        this.record = text.heading().map(h -> h.kind().value().word()).orElse("").equals("record");
        this.addressee = text.heading().map(h -> h.to().stream()
                .flatMap(t -> java.util.Arrays.stream(t.value().toLowerCase(Locale.ROOT).split("[^\\p{L}'’-]+"))).collect(Collectors.toSet())).orElse(Set.of());
        this.title = Set.copyOf(List.of(text.title().toLowerCase(Locale.ROOT).split("[^\\p{L}'’-]+")));
        for (var i = 0; i < prose.sentences().size(); i++) {
            for (var m : cast.in(i)) counts.merge(prose.token(m.to() - 1).lower(), 1, Integer::sum);
            for (var h : sources.hits(i)) {
                if (h.kind() == Kind.NOUN || h.subject().isAuthor() || sources.traced(h).isUnnamed()) continue;
                var nearest = sources.traced(h).nearest();
                var many = speeches.merge(last(nearest), 1, Integer::sum);
                if (main.isEmpty() || many > speeches.getOrDefault(last(main.get()), 0)) main = Optional.of(nearest);
                spoken++;
            }
        }
    }

    private static String last(Named n) {
        var words = n.words().toLowerCase(Locale.ROOT);
        return words.substring(words.lastIndexOf(' ') + 1);
    }

    /// The chains that are possible for a claim, the rules' own first; it alone where the text leaves no doubt.
    List<Option> of(Told told) {
        return new Scene(told, null).options();
    }

    /// The same, once all claims of the text have been traced: with the chains of the claims round it, and marks of how a chain goes with them.
    List<Option> of(Told told, Round round) {
        return new Scene(told, round).options();
    }

    /// The claims of a text as they were traced so far.
    ///
    /// @param told  the claims, in the order of the text
    /// @param first the chain of each
    /// @param at    the one that is looked at
    record Round(List<Told> told, List<Traced> first, int at) {
        @Nullable Traced chain(int step) {
            var i = at + step;
            return i < 0 || i >= first.size() ? null : first.get(i);
        }

        /// How many of the claims come from one source, of all.
        String share(Named nearest, boolean deep) {
            var many = 0;
            var all = 0;
            for (var i = 0; i < first.size(); i++) {
                if (i == at || deep && first.get(i).links().size() < 2) continue;
                all++;
                if (Traced.same(first.get(i).nearest(), nearest)) many++;
            }
            return many == 0 ? "none" : many == 1 ? "one" : 4 * many >= 3 * all ? "most" : 3 * many >= all ? "some" : "few";
        }
    }

    /// One claim and what stands round it.
    private final class Scene {
        private final Told told;
        private final @Nullable Hit hit;
        private final int index;
        private final Sentence s;
        private final Traced rule;
        private final int at; // where the reporting words stand, or the claim where they stand elsewhere
        private final String subject;
        private final String group;
        private final boolean carried;
        private final Map<String, Traced> chains = new LinkedHashMap<>();
        private final Map<String, Set<String>> by = new HashMap<>();
        private final Map<String, List<String>> links = new HashMap<>();
        private final @Nullable Round round;
        private @Nullable Hit opens;
        private @Nullable Hit lastCue; // the reporting words of whoever spoke last
        private @Nullable Hit within;
        private final List<Named> speakers = new ArrayList<>();

        Scene(Told told, @Nullable Round round) {
            this.told = told;
            this.round = round;
            this.hit = told.hit();
            this.index = told.sentence();
            this.s = prose.sentences().get(index);
            this.rule = told.traced();
            this.carried = told.candidate().hit() == null;
            this.at = carried || hit == null ? s.from() : hit.left();
            this.subject = hit == null ? "full" : hit.subject().type();
            this.group = hit == null ? "full" : (hit.kind() == Kind.NOUN ? "n-" : "") + hit.cue().group();
        }

        List<Option> options() {
            propose(rule, "rule");
            if (isStated()) return List.of(new Option(rule, List.of("bias")));
            var inners = new ArrayList<Named>();
            var outers = new LinkedHashMap<String, Traced>();
            inners.add(rule.origin());
            reporting(inners, outers);
            if (hit != null && hit.subject().from() >= 0 && Set.of("name", "role", "body", "paper", "noun").contains(subject)) {
                var named = cast.named(hit.subject());
                inners.add(named);
                propose(Traced.of(named, "subject of the verb"), "subject");
            }
            content(inners);
            antecedents(inners);
            named();
            hearers(inners);
            main.ifPresent(n -> propose(Traced.of(n, "speaks most in the paper"), "main"));
            propose(Traced.UNNAMED, "nobody");
            inners.add(Named.UNNAMED);
            for (var link : rule.links()) propose(Traced.of(link, rule.rule()), "link");
            sources.relay(index).ifPresent(r -> outers.put("relay", r.writer()));
            opening(inners);
            outers.put("rule", Traced.of(rule.nearest(), rule.rule()));
            outers.put("nobody", Traced.UNNAMED);
            speakers(outers);
            if (round != null) around(round, outers);
            outers.forEach((how, outer) -> inners.forEach(inner -> {
                var both = outer.beyond(Traced.of(inner, ""), "a report within a report");
                if (both.links().size() > outer.links().size()) propose(both, "beyond-" + how);
            }));
            keepToRelay();
            return chains.entrySet().stream().map(e -> new Option(e.getValue(), marks(e.getValue(), by.getOrDefault(e.getKey(), Set.of())))).toList();
        }

        /// Within what another gives, in his words or as his account, everything was had from him.
        private void keepToRelay() {
            var writer = sources.relay(index).map(r -> r.writer().nearest());
            if (writer.isEmpty() || chains.values().stream().noneMatch(c -> Traced.same(c.nearest(), writer.get()))) return;
            chains.values().removeIf(c -> !Traced.same(c.nearest(), writer.get()));
        }

        /// Whether the text itself says where its account was had from, so that nothing is to be weighed: `gave me the following, which had come from Y`.
        private boolean isStated() {
            return sources.relay(index).filter(r -> r.writer().links().size() > 1 && rule.upTo(r.writer().origin()).isPresent()).isPresent();
        }

        private void propose(Traced chain, String how) {
            var key = chain.links().stream().map(n -> n.words().toLowerCase(Locale.ROOT)).collect(Collectors.joining(" < "));
            chains.putIfAbsent(key, chain);
            by.computeIfAbsent(key, _ -> new LinkedHashSet<>()).add(how);
        }

        /// The chains of the reporting words round the claim.
        private void reporting(List<Named> inners, Map<String, Traced> outers) {
            var enclosing = hit == null ? null : sources.outer(hit, sources.hits(prose.sentenceOf(hit.at()))).orElse(null);
            Traced inner = null;
            Traced running = null;
            for (var k = index; k >= Math.max(0, index - BACK); k--) {
                for (var h : sources.hits(k).reversed()) {
                    if (h.equals(hit)) { speakers.add(rule.origin()); continue; }
                    var chain = sources.traced(h);
                    if (h.subject().isAuthor()) continue;
                    var before = k < index || h.at() < told.candidate().from();
                    if (before && h.kind() != Kind.NOUN && !chain.isUnnamed()) {
                        if (speakers.isEmpty()) lastCue = h;
                        speakers.add(chain.origin());
                    }
                    if (h.equals(enclosing)) {
                        propose(chain, "enclosing");
                        outers.put("enclosing", chain);
                    } else if (k == index && before && hit != null && h.at() > hit.at()) {
                        if (inner == null) {
                            inner = chain;
                            within = h;
                            propose(chain, "inner");
                            inners.add(chain.origin());
                        } else propose(chain, "between");
                    } else if (before && h.at() < at) {
                        var how = k == index ? "earlier" : "back" + (index - k);
                        propose(chain, how);
                        if (running == null && h.kind() != Kind.NOUN && !chain.isUnnamed()) {
                            running = chain;
                            propose(chain, "last");
                            outers.put("last", chain);
                            outers.put("lastNearest", Traced.of(chain.nearest(), chain.rule()));
                        }
                    }
                }
            }
        }

        /// Reporting words with which the claim itself begins: `X said {Y had heard that …}`.
        private void opening(List<Named> inners) {
            var c = told.candidate();
            for (var h : sources.hits(index)) {
                if (h.left() < c.from() || h.left() > c.from() + 2 || h.equals(hit) || h.starts().isEmpty()
                        || h.starts().getFirst().at() >= c.to() || h.subject().isAuthor())
                    continue;
                opens = h;
                var chain = sources.traced(h);
                propose(chain, "opening");
                inners.add(chain.origin());
                propose(rule.beyond(chain, "a report within a report"), "openingBeyond");
                return;
            }
        }

        /// The first name of the claim itself, where nobody is named otherwise: `we understand {the Government considers …}`.
        private void content(List<Named> inners) {
            if (!rule.isUnnamed()) return;
            var c = told.candidate();
            cast.in(index).stream().filter(m -> m.from() >= c.from() && m.from() <= c.from() + 3 && m.to() <= c.to())
                    .findFirst().map(cast::named).ifPresent(n -> {
                inners.add(n);
                propose(Traced.of(n, "named first in the claim"), "content");
            });
        }

        /// Whoever heard it from the source, and may have passed it on: `X warned Y that`, `X has reported to Y`.
        private void hearers(List<Named> inners) {
            if (hit == null || hit.kind() != Kind.VERB || hit.passive() || hit.subject().isAuthor()) return;
            var at = hit.at() + 1;
            var end = prose.sentences().get(prose.sentenceOf(hit.at())).to();
            if (at < end && prose.token(at).is("to")) at++;
            if (at >= end) return;
            var w = prose.token(at).lower();
            var a = sources.antecedents();
            Traced hearer;
            if (w.equals("him") || w.equals("her")) hearer = a.he(hit.left(), prose.sentenceOf(hit.at()));
            else if (w.equals("them")) hearer = a.they(hit.left(), prose.sentenceOf(hit.at()));
            else {
                var start = at;
                hearer = cast.ahead(at, end).filter(m -> m.from() <= start + 2).map(m -> Traced.of(cast.named(m), "told by the next")).orElse(Traced.UNNAMED);
            }
            if (hearer.isUnnamed()) return;
            for (var inner : List.copyOf(inners)) {
                var both = hearer.beyond(Traced.of(inner, ""), "told to somebody else");
                if (both.links().size() > hearer.links().size()) propose(both, "hearer");
            }
        }

        /// The chains of the claims before and behind it.
        private void around(Round round, Map<String, Traced> outers) {
            for (var step : List.of(-1, 1, -2)) {
                var chain = round.chain(step);
                if (chain == null) continue;
                propose(chain, step < 0 ? "prev" : "next");
                propose(Traced.of(chain.nearest(), chain.rule()), "around");
                outers.put("around" + step, Traced.of(chain.nearest(), chain.rule()));
                if (chain.links().size() > 1 && step == -1) outers.put("prev", chain);
            }
        }

        private void round(Round round, Traced chain, String shape, List<String> marks) {
            var first = round.first().get(round.at());
            var own = relation(chain, first);
            marks.add("first=" + own);
            marks.add("first=" + own + "&shape=" + shape);
            marks.add("first=" + own + "&subject=" + subject);
            var before = side(round, -1, chain, marks, shape);
            var behind = side(round, 1, chain, marks, shape);
            marks.add("sides=" + before + "/" + behind);
            marks.add("sides=" + before + "/" + behind + "&first=" + own);
            marks.add("sides=" + before + "/" + behind + "&subject=" + subject);
            var share = round.share(chain.nearest(), false);
            marks.add("share=" + share);
            marks.add("share=" + share + "&subject=" + subject);
            marks.add("share=" + share + "&first=" + own);
            if (chain.links().size() > 1) marks.add("deepShare=" + round.share(chain.nearest(), true));
            marks.add("deepShare=" + round.share(chain.nearest(), true) + "&shape=" + shape);
        }

        private String side(Round round, int step, Traced chain, List<String> marks, String shape) {
            var other = round.chain(step);
            if (other == null) return "end";
            var it = round.told().get(round.at() + step);
            var how = relation(chain, other);
            var away = Math.min(4, Math.abs(it.sentence() - index));
            var block = prose.sentences().get(it.sentence()).block() == s.block();
            var cue = it.hit() != null && it.hit() == hit;
            var place = (step < 0 ? "prev=" : "next=") + how;
            marks.add(place);
            marks.add(place + "&away=" + away);
            marks.add(place + "&block=" + block);
            marks.add(place + "&cue=" + cue);
            marks.add(place + "&subject=" + subject);
            marks.add(place + "&carried=" + carried);
            marks.add(place + "&shape=" + shape);
            var next = it.candidate().hit() == null ? "carried" : it.hit() == null ? "full" : it.hit().subject().type();
            marks.add(place + "&its=" + next);
            if (step < 0) marks.add(place + "&subject=" + subject + "&away=" + away);
            else marks.add(place + "&its=" + next + "&away=" + away);
            return how;
        }

        /// How two chains go together: the same, one beyond the other, one source in common.
        private static String relation(Traced chain, Traced other) {
            var near = Traced.same(chain.nearest(), other.nearest());
            var size = chain.links().size();
            var its = other.links().size();
            if (near && size == its && Traced.same(chain.origin(), other.origin())) return size == 1 ? "same" : "same2";
            if (near) return size > its ? "deeper" : size < its ? "back" : "beside";
            if (size > 1 && Traced.same(chain.origin(), other.nearest())) return "under";
            return its > 1 && Traced.same(chain.nearest(), other.origin()) ? "bare" : "other";
        }

        /// Those who spoke before, each as the one through whom it came.
        private void speakers(Map<String, Traced> outers) {
            var seen = new ArrayList<Named>();
            for (var n : speakers) {
                if (seen.size() >= SPEAKERS) return;
                if (seen.stream().anyMatch(o -> Traced.same(o, n))) continue;
                seen.add(n);
                outers.put("speaker" + seen.size(), Traced.of(n, "spoke before"));
            }
        }

        private void antecedents(List<Named> inners) {
            var a = sources.antecedents();
            var he = a.he(at, index);
            var they = a.they(at, index);
            propose(he, "he");
            propose(they, "they");
            propose(a.any(at, index), "any");
            if (subject.equals("he")) inners.add(he.origin());
            if (subject.equals("they") || subject.equals("it")) inners.add(they.origin());
            for (var n : a.met(at, index)) propose(Traced.of(n, "whom the author met"), "met");
        }

        private void named() {
            var seen = new ArrayList<Named>();
            for (var m : (Iterable<Mention>) cast.before(told.candidate().from(), index)::iterator) {
                var n = cast.named(cast.person(m));
                if (index - m.sentence() > 12 || seen.size() >= NAMED) return;
                if (seen.stream().anyMatch(o -> Traced.same(o, n))) continue;
                seen.add(n);
                propose(Traced.of(n, "named before"), "named" + Math.min(3, seen.size()));
            }
        }

        private List<String> marks(Traced chain, Set<String> by) {
            var marks = new ArrayList<String>(80);
            var size = chain.links().size();
            var shape = Math.min(3, size) + (chain.nearest().isUnnamed() ? "u" : "") + (size > 1 && chain.origin().isUnnamed() ? "e" : "");
            var ruled = by.contains("rule");
            marks.add("shape=" + shape);
            marks.add("shape=" + shape + "&subject=" + subject);
            marks.add("shape=" + shape + "&group=" + group);
            marks.add("shape=" + shape + "&rule=" + rule.links().size());
            marks.add("shape=" + shape + "&carried=" + carried);
            if (hit != null) {
                marks.add("shape=" + shape + "&form=" + hit.form());
                marks.add("shape=" + shape + "&passive=" + hit.passive());
                marks.add("shape=" + shape + "&cue=" + hit.cue().lemma());
            }
            if (ruled) {
                marks.add("rule=" + rule.rule());
                marks.add("rule&subject=" + subject);
                marks.add("rule&group=" + group);
                marks.add("rule&shape=" + shape);
                marks.add("rule&carried=" + carried);
                if (carried) marks.add("rule&since=" + Math.min(4, index - (hit == null ? 0 : prose.sentenceOf(hit.at()))));
                for (var how : by) marks.add("rule&" + how);
            }
            var near = Traced.same(chain.nearest(), rule.nearest());
            var far = Traced.same(chain.origin(), rule.origin());
            if (near) { marks.add("near"); marks.add("near=" + rule.rule()); marks.add("near&subject=" + subject); marks.add("near&shape=" + shape); }
            if (far) { marks.add("far"); marks.add("far=" + rule.rule()); marks.add("far&subject=" + subject); marks.add("far&shape=" + shape); }
            for (var how : by) {
                marks.add("by=" + how);
                marks.add("by=" + how + "&subject=" + subject);
                marks.add("by=" + how + "&carried=" + carried);
                marks.add("by=" + how + "&shape=" + shape);
                marks.add("by=" + how + "&group=" + group);
                if (hit != null && size > 1) marks.add("by=" + how + "&form=" + hit.form());
            }
            ends(chain, shape, marks);
            var relay = sources.relay(index);
            relay.ifPresent(r -> {
                var age = index - prose.sentenceOf(r.cue().from());
                var in = (r.words() ? "words" : "account") + "&" + (Traced.same(chain.nearest(), r.writer().nearest()) ? "his" : "not") + "&shape=" + shape;
                marks.add("relay=" + in);
                marks.add("relay=" + in + "&age=" + (age < 3 ? 0 : age < 10 ? 3 : 10));
                marks.add("relay=" + in + "&subject=" + subject);
                marks.add("relay=" + in + "&first=" + first(r));
            });
            if (opens != null && (by.contains("opening") || by.contains("openingBeyond") || ruled))
                words(by.contains("openingBeyond") ? "ob" : ruled ? "or" : "o", opens, marks);
            if (within != null && (by.contains("inner") || ruled)) words(ruled ? "ir" : "i", within, marks);
            if (round != null) round(round, chain, shape, marks);
            if (size == 1) link("s", chain.origin(), marks);
            else {
                link("n", chain.nearest(), marks);
                link("o", chain.origin(), marks);
                var kinds = kind(chain.nearest()) + "<" + kind(chain.origin());
                marks.add("kinds=" + kinds);
                marks.add("kinds=" + kinds + "&group=" + group);
                marks.add("kinds=" + kinds + "&subject=" + subject);
            }
            return marks;
        }

        /// Whether a chain ends with the subject of the claim's own reporting words, which it does where nothing within them reports again.
        private void ends(Traced chain, String shape, List<String> marks) {
            if (hit == null || hit.subject().from() < 0 || subject.equals("i") || subject.equals("noun")) return;
            var own = speaker();
            if (own.isUnnamed()) return;
            var how = Traced.same(chain.origin(), own) ? "own" : Traced.same(chain.nearest(), own) ? "begins"
                    : chain.upTo(own).isPresent() ? "within" : "without";
            var again = (within == null ? "" : "inner") + (opens == null ? "" : "opens");
            marks.add("ends=" + how + "&shape=" + shape);
            marks.add("ends=" + how + "&shape=" + shape + "&carried=" + carried);
            marks.add("ends=" + how + "&shape=" + shape + "&again=" + again);
            marks.add("ends=" + how + "&shape=" + shape + "&subject=" + subject + "&carried=" + carried);
        }

        /// The subject of the claim's own reporting words, a pronoun followed.
        private Named speaker() {
            if (hit == null) return Named.UNNAMED;
            var sentence = prose.sentenceOf(hit.at());
            return switch (subject) {
                case "name", "role", "body", "paper" -> cast.named(hit.subject());
                case "he" -> sources.antecedents().he(hit.left(), sentence).origin();
                case "they" -> sources.antecedents().they(hit.left(), sentence).origin();
                default -> Named.UNNAMED;
            };
        }

        /// The marks of reporting words that may be the ones a claim hangs on.
        private void words(String place, Hit h, List<String> marks) {
            var words = (h.kind() == Kind.NOUN ? "n-" : "") + h.cue().group();
            marks.add(place + "=" + words);
            marks.add(place + "=" + words + "&under=" + group);
            marks.add(place + "&form=" + h.form());
            marks.add(place + "&subject=" + h.subject().type());
            marks.add(place + "&start=" + h.starts().stream().findFirst().map(Hit.Start::type).orElse("none"));
        }

        /// Whether a text given in full speaks of itself as *I* or *we*.
        private boolean first(Relay r) {
            for (var k = prose.sentenceOf(r.cue().from()) + 1; k <= index; k++) {
                var sentence = prose.sentences().get(k);
                for (var i = sentence.from(); i < sentence.to(); i++)
                    if (Words.FIRST.contains(prose.token(i).lower()) && !prose.token(i).word().equals("US")) return true;
            }
            return false;
        }

        /// The marks of one source of a chain, behind the letter of its place in it.
        private void link(String place, Named n, List<String> marks) {
            for (var m : links.computeIfAbsent(n.words(), _ -> link(n))) marks.add(place + ":" + m);
        }

        private List<String> link(Named n) {
            var marks = new ArrayList<String>();
            var kind = kind(n);
            marks.add("kind=" + kind);
            marks.add("kind=" + kind + "&subject=" + subject);
            marks.add("kind=" + kind + "&group=" + group);
            marks.add("kind=" + kind + "&carried=" + carried);
            if (n.isUnnamed()) return marks;
            var last = cast.before(told.candidate().from(), index).filter(m -> Traced.same(cast.named(m), n)).findFirst();
            var away = last.map(m -> index - m.sentence()).map(ChainOptions::step).orElse("never");
            marks.add("away=" + away);
            marks.add("away=" + away + "&subject=" + subject);
            marks.add("away=" + away + "&kind=" + kind);
            var spoke = -1;
            var order = new ArrayList<Named>();
            for (var speaker : speakers) {
                if (order.stream().anyMatch(o -> Traced.same(o, speaker))) continue;
                if (Traced.same(speaker, n)) { spoke = order.size(); break; }
                order.add(speaker);
            }
            marks.add("spoke=" + Math.min(3, spoke));
            marks.add("spoke=" + Math.min(3, spoke) + "&subject=" + subject);
            marks.add("spoke=" + Math.min(3, spoke) + "&carried=" + carried);
            marks.add("spoke=" + Math.min(3, spoke) + "&away=" + away);
            if (spoke == 0 && lastCue != null) {
                var cue = lastCue.subject().type().equals("you") ? "you" : lastCue.cue().group();
                marks.add("lastCue=" + cue);
                marks.add("lastCue=" + cue + "&subject=" + subject);
            }
            var many = n.from() < 0 ? 0 : counts.getOrDefault(prose.token(n.to() - 1).lower(), 0);
            var speeches = ChainOptions.this.speeches.getOrDefault(last(n), 0);
            var share = speeches == 0 ? "none" : 4 * speeches >= 3 * spoken ? "all" : 3 * speeches >= spoken ? "most" : 6 * speeches >= spoken ? "some" : "few";
            marks.add("speaks=" + share);
            marks.add("speaks=" + share + "&subject=" + subject);
            marks.add("speaks=" + share + "&kind=" + kind);
            marks.add("often=" + (many < 3 ? many : many < 6 ? 3 : 6));
            if (n.from() < 0) { marks.add("heading"); return marks; }
            if (hit != null && n.from() >= hit.subject().from() && n.to() <= hit.subject().to()) marks.add("isSubject");
            if (title.contains(prose.token(n.to() - 1).lower())) {
                marks.add("title");
                marks.add("title&subject=" + subject);
                marks.add("title&record=" + record);
            }
            if (isIn(addressee, n)) { marks.add("addressee"); marks.add("addressee&subject=" + subject); }
            var c = told.candidate();
            var inside = n.from() >= c.from() && n.to() <= c.to() ? "here" : holds(c.from(), c.to(), last(n)) ? "named" : "no";
            marks.add("inside=" + inside);
            marks.add("inside=" + inside + "&subject=" + subject);
            marks.add("inside=" + inside + "&carried=" + carried);
            last.ifPresent(m -> {
                var stood = sentenceMark(m);
                marks.add("stood=" + stood);
                marks.add("stood=" + stood + "&away=" + away);
                marks.add("stood=" + stood + "&subject=" + subject);
            });
            if (kind.equals("person")) {
                var rank = Math.min(4, personRank(n));
                marks.add("person=" + rank);
                marks.add("person=" + rank + "&subject=" + subject);
                marks.add("person=" + rank + "&carried=" + carried);
            }
            if (cast.isAuthor(n.from(), n.to())) marks.add("author");
            if (!prose.token(n.from()).isCapital()) marks.add("small");
            if (prose.token(n.to() - 1).own()) marks.add("own");
            if (!cast.canSpeak(n)) marks.add("mute");
            marks.add("words=" + Math.min(4, n.to() - n.from()));
            var place = last.map(m -> m.from()).orElse(n.from());
            var sentence = prose.sentences().get(prose.sentenceOf(place));
            var before = place > sentence.from() ? Marks.word(prose.token(place - 1)) : "start";
            marks.add("before=" + before);
            marks.add("before=" + before + "&away=" + away);
            if (place - sentence.from() < 3) { marks.add("opens"); marks.add("opens&away=" + away); }
            marks.add("sameBlock=" + (sentence.block() == s.block()));
            marks.add("sameBlock=" + (sentence.block() == s.block()) + "&subject=" + subject);
            return marks;
        }

        /// How a name stood where it stood last: as the speaker of its sentence, in what somebody said, or else.
        private String sentenceMark(Mention m) {
            var hits = sources.hits(m.sentence());
            for (var h : hits) if (h.kind() != Kind.NOUN && h.subject().from() <= m.from() && m.to() <= h.subject().to()) return "speaks";
            for (var h : hits)
                if (h.kind() == Kind.VERB && !h.starts().isEmpty() && h.starts().getFirst().at() <= m.from()) return h.subject().isAuthor() ? "author" : "said";
            for (var h : hits) if (h.at() < m.from()) return "behind";
            return hits.isEmpty() ? "quiet" : "before";
        }

        /// How many other persons were named since somebody was.
        private int personRank(Named n) {
            var seen = new ArrayList<Named>();
            for (var m : (Iterable<Mention>) cast.before(at, index)::iterator) {
                var p = cast.person(m);
                if (!p.person() || index - p.sentence() > 12) continue;
                var o = cast.named(p);
                if (Traced.same(o, n)) return seen.size();
                if (seen.stream().noneMatch(x -> Traced.same(x, o))) seen.add(o);
                if (seen.size() > 4) return 5;
            }
            return 5;
        }

        private boolean holds(int from, int to, String word) {
            for (var i = from; i < to; i++) if (prose.token(i).lower().equals(word)) return true;
            return false;
        }

        private static boolean isIn(Set<String> names, Named n) {
            return names.contains(last(n));
        }

        private String kind(Named n) {
            if (n.isUnnamed()) return "unnamed";
            if (cast.isPerson(n)) return "person";
            if (n.from() < 0) return "heading";
            if (n.type().equals("paper") || n.type().equals("noun")) return n.type();
            if (n.words().contains(" and ")) return "joint";
            if (Peoples.isOne(prose.token(n.to() - 1).lower())) return "people";
            return Words.BODIES.contains(prose.token(n.to() - 1).lower())
                    || Words.BODIES.contains(prose.token(n.from()).lower()) ? "body" : n.type().equals("role") ? "role" : "other";
        }
    }

    private static String step(int away) {
        return away < 3 ? "" + away : away < 6 ? "3" : "6";
    }
}
