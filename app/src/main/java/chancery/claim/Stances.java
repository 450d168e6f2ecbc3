package chancery.claim;

import chancery.claim.Walk.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// How the nearest source holds a claim: the marks that the learned weights are for.
final class Stances {
    private static final Set<String> INTENT = Set.of("intend", "intends", "intended", "intention", "propose",
            "proposes", "proposed", "plan", "plans", "planned", "decided", "determined", "prepared", "willing",
            "ready", "agreed", "undertake", "undertook", "hoped", "wish", "wished", "wanted", "want");
    private static final Set<String> OPINION = Set.of("should", "may", "might", "probably", "perhaps", "possible", "possibly", "likely",
            "unlikely", "best", "better", "desirable", "important", "necessary", "essential", "difficult", "too", "unfortunate", "serious",
            "useful", "seemed", "seems", "appeared", "appears", "good", "wise", "unwise", "clear", "certain", "doubtful", "dangerous", "danger");

    private static final Set<String> MEANS = Set.of("intend", "intends", "intended", "intention", "propose", "proposes", "proposed", "plan",
            "plans", "planned", "planning", "decided", "determined", "prepared", "willing", "ready", "wish", "wishes", "wished", "want", "wants",
            "wanted", "aim", "aims", "aimed", "desire", "desires", "desired", "anxious", "hope", "hopes", "hoped", "undertook", "undertaken",
            "going", "trying", "seeking", "favoured", "unwilling", "reluctant", "promised", "promise", "promises", "agree", "agrees", "agreed",
            "refuse", "refused", "refuses", "opposed", "oppose", "support", "supported", "seek", "sought", "like", "prefer", "preferred",
            "accept", "endeavour", "endeavouring", "pledged", "threatened", "decide", "decides", "resolved", "purpose", "desirous", "keen");
    private static final Set<String> HOLDS = Set.of("think", "thinks", "thought", "believe", "believes", "believed", "feel", "feels", "felt",
            "consider", "considers", "considered", "regard", "regards", "regarded", "opinion", "view", "convinced", "sure", "confident",
            "doubt", "doubted", "expect", "expects", "expected", "fear", "feared", "afraid", "suspected", "satisfied", "seemed", "seems",
            "appeared", "appears", "realise", "realised", "realises", "recognise", "recognised", "recognises", "concluded", "assume",
            "assumed", "doubtful", "impressed", "regretted", "welcomed", "favoured", "preferred", "impression", "inclined", "optimistic",
            "pessimistic", "concerned", "worried", "aware", "anticipated", "anticipates", "envisaged", "envisages", "see", "sees", "saw");
    private static final Set<String> LEARNS = Set.of("understand", "understands", "understood",
            "heard", "informed", "learned", "learnt", "information", "reported", "reports", "received");

    private Stances() {}

    /// What the reporting words alone say.
    static Stance plain(Told t, Prose prose) {
        var hit = t.hit();
        var unnamed = t.traced().nearest().isUnnamed();
        if (hit == null) return Stance.ASSERTED;
        var group = hit.cue().group();
        var c = t.candidate();
        if (hit.cue().lemma().startsWith("rumo")) return Stance.RUMOURED;
        if (group.equals("deny") || hit.negated() && (group.equals("think") || group.equals("convinced"))) return Stance.DENIED;
        if (group.equals("ask")) return Stance.ASKED;
        if (unnamed && !(hit.passive()
                && (hit.cue().lemma().equals("agree") || hit.cue().lemma().equals("decide") || group.equals("say") || group.equals("think"))))
            return Stance.REPORTED;
        if (group.equals("learn") || group.equals("knowledge") || group.equals("report")) return Stance.REPORTED;
        if (group.equals("intend") || group.equals("intention") || group.equals("ready"))
            return hit.cue().lemma().equals("agree") && !c.startType().equals("to") ? Stance.BELIEVED : Stance.INTENDED;
        if (group.equals("think") || group.equals("opinion") || group.equals("convinced")) return Stance.BELIEVED;
        for (var i = c.from(); i < Math.min(c.to(), c.from() + 4); i++) {
            var w = prose.token(i).lower();
            var self = i > c.from() && Words.SUBJECTS.contains(prose.token(i - 1).lower()) && !prose.token(i - 1).is("it") && !prose.token(i - 1).is("there");
            if (self && (w.equals("would") || w.equals("will") || w.equals("shall") || w.equals("intended") || w.equals("proposed") || w.equals("hoped")))
                return Stance.INTENDED;
            if (self && (w.equals("thought") || w.equals("felt") || w.equals("believed") || w.equals("considered"))) return Stance.BELIEVED;
        }
        return Stance.ASSERTED;
    }

    /// The marks.
    ///
    /// @param hits all reporting words of the sentence
    static List<String> marks(Told t, Prose prose, List<Hit> hits) {
        var marks = new ArrayList<String>();
        marks.add("bias");
        var plain = plain(t, prose).word();
        marks.add("plain=" + plain);
        if (t.hit() != null) {
            marks.add("plain=" + plain + "&group=" + t.hit().cue().group());
            marks.add("plain=" + plain + "&carried=" + (t.candidate().hit() == null));
        }
        var hit = t.hit();
        var first = t.traced().nearest();
        var nearest = first.isUnnamed() ? "unnamed" : first.type();
        marks.add("nearest=" + nearest);
        marks.add("links=" + t.traced().links().size());
        marks.add("rule=" + t.rule());
        if (hit != null) {
            var cue = (hit.kind() == Hit.Kind.NOUN ? "n-" : "") + hit.cue().lemma();
            var group = (hit.kind() == Hit.Kind.NOUN ? "n-" : "") + hit.cue().group();
            marks.add("cue=" + cue);
            marks.add("table=" + hit.cue().stance().word());
            marks.add("group=" + group);
            marks.add("group=" + group + "&nearest=" + (first.isUnnamed() ? "unnamed" : "named"));
            marks.add("subject=" + hit.subject().type() + "&group=" + group);
            marks.add("form=" + hit.form());
            if (hit.negated()) { marks.add("negated"); marks.add("negated&group=" + group); }
            if (hit.passive()) { marks.add("passive"); marks.add("passive&group=" + group); }
            marks.add("start=" + t.candidate().startType());
            marks.add("group=" + group + "&start=" + t.candidate().startType());
            if (t.outer() != null) {
                marks.add("outer=" + t.outer().cue().group());
                marks.add("outer=" + t.outer().cue().group() + "&group=" + group);
                if (t.outer().subject().isAuthor()) marks.add("outerAuthor");
            }
            if (t.candidate().hit() == null) marks.add("carried=" + group);
        }
        var modal = "";
        var i = t.candidate().from();
        var early = Math.min(t.candidate().to(), i + 14);
        for (; i < t.candidate().to(); i++) {
            var w = prose.token(i).lower();
            if (modal.isEmpty() && Words.MODALS.contains(w)) modal = w;
            if (INTENT.contains(w)) marks.add("intent");
            if (OPINION.contains(w)) marks.add("opinion");
            if (i < early && (w.equals("not") || w.equals("no"))) marks.add("not");
        }
        marks.add("modal=" + modal);
        var c = t.candidate();
        var head0 = prose.token(c.from()).lower();
        var self = head0.equals("he") || head0.equals("they") || head0.equals("we") || head0.equals("i") || head0.equals("his") || head0.equals("their");
        if (self && (modal.equals("would") || modal.equals("will") || modal.equals("shall"))) marks.add("selfWould");
        if (c.startType().equals("to")) marks.add("to&group=" + (hit == null ? "" : hit.cue().group()));
        for (var k = c.from(); k < Math.min(c.to(), c.from() + 10); k++) {
            var verb = CueWords.shipped().verb(prose.token(k).lower());
            if (verb.isPresent()) { marks.add("verb=" + verb.get().cue().group()); break; }
        }
        for (var k = c.from(); k < Math.min(c.to(), c.from() + 8); k++) {
            var a = CueWords.shipped().adjective(prose.token(k).lower());
            if (a.isPresent()) { marks.add("adjective=" + a.get().group()); break; }
        }
        opening(c, prose, hit == null ? "none" : hit.cue().group(), self, marks);
        nested(t, hits, marks);
        agent(t, prose, modal, marks);
        var head = Marks.word(prose.token(t.candidate().from()));
        marks.add("head=" + head);
        marks.add("head&modal=" + head + "&" + modal);
        if (hit != null) marks.add("modal=" + modal + "&group=" + hit.cue().group());
        return marks;
    }

    /// The reporting words between those of the claim and the claim, and those with which it begins:
    /// `said he felt sure that`, `said that {he did not think …}`.
    private static void nested(Told t, List<Hit> hits, List<String> marks) {
        var c = t.candidate();
        var group = t.hit() == null ? "none" : t.hit().cue().group();
        for (var h : hits) {
            if (h == t.hit() || h.subject().isAuthor()) continue;
            var words = (h.kind() == Hit.Kind.NOUN ? "n-" : "") + h.cue().group();
            if (t.hit() != null && h.at() > t.hit().at() && h.at() < c.from()) {
                marks.add("between=" + words);
                marks.add("between=" + words + "&group=" + group);
            } else if (h.at() >= c.from() && h.at() < c.to() && h.left() <= c.from() + 2) {
                marks.add("begins=" + words);
                marks.add("begins=" + words + "&subject=" + h.subject().type());
                marks.add("begins=" + words + "&group=" + group);
                if (h.negated()) marks.add("begins=" + words + "&negated");
                return;
            }
        }
    }

    /// Who does what is claimed, beside whoever claims it: the same, a body, somebody else; and whether it is to come.
    private static void agent(Told t, Prose prose, String modal, List<String> marks) {
        var c = t.candidate();
        var verb = c.from();
        while (verb < Math.min(c.to(), c.from() + 9) && !Words.isAuxiliary(prose.token(verb).lower())
                && CueWords.shipped().verb(prose.token(verb).lower()).isEmpty())
            verb++;
        if (verb >= c.to()) return;
        var source = t.traced().nearest().words().toLowerCase(java.util.Locale.ROOT);
        var who = "other";
        for (var i = c.from(); i < verb; i++) {
            var w = prose.token(i).lower();
            if (w.equals("he") || w.equals("she") || w.equals("they") || w.equals("we") || w.equals("i")) who = "self";
            else if (who.equals("other") && w.length() > 3 && source.contains(w)) who = "source";
            else if (who.equals("other") && (w.equals("it") || w.equals("there"))) who = "it";
            else if (who.equals("other") && (Words.BODIES.contains(w) || Peoples.isOne(w))) who = "body";
            else if (who.equals("other") && Words.ROLES.contains(w)) who = "role";
        }
        var v = prose.token(verb).lower();
        var next = prose.token(Math.min(c.to() - 1, verb + (prose.token(Math.min(c.to() - 1, verb + 1)).is("not") ? 2 : 1))).lower();
        var what = Words.MODALS.contains(v) ? v : Words.HAVE.contains(v) ? "have" : Words.BE.contains(v) ? next.endsWith("ing") ? "being"
                : next.endsWith("ed") ? "passive" : "be" : Words.DO.contains(v) ? "do" : "verb";
        var lean = MEANS.contains(v) || MEANS.contains(next) ? "means" : HOLDS.contains(v) || HOLDS.contains(next) ? "holds" : "none";
        marks.add("agent=" + who + "&" + what);
        marks.add("agent=" + who + "&" + what + "&carried=" + (c.hit() == null));
        marks.add("agent=" + who + "&lean=" + lean);
        marks.add("agent=" + who + "&lean=" + lean + "&group=" + (t.hit() == null ? "none" : t.hit().cue().group()));
        if (Words.MODALS.contains(v))
            marks.add("does=" + (CueWords.shipped().verb(next).map(x -> x.cue().group()).orElse(Words.BE.contains(next) ? "be" : "else"))
                    + "&" + who + "&" + v);
    }

    /// What the first clause of a claim says of its own subject: that it means to do something, or holds a view.
    private static void opening(Candidate c, Prose prose, String group, boolean self, List<String> marks) {
        var who = self ? "self" : "other";
        for (var k = c.from(); k < Math.min(c.to(), c.from() + 7); k++) {
            var w = prose.token(k).lower();
            if (k > c.from() && (w.equals("that") || w.equals("which") || prose.token(k).is(","))) break;
            if (!self && (Words.BODIES.contains(w) || Words.ROLES.contains(w))) who = "body";
            var says = MEANS.contains(w) ? "means" : HOLDS.contains(w) ? "holds" : LEARNS.contains(w) ? "learns" : Words.MODALS.contains(w) ? w : "";
            if (says.isEmpty()) continue;
            marks.add("opens=" + says);
            marks.add("opens=" + says + "&" + who);
            marks.add("opens=" + says + "&group=" + group);
            return;
        }
        marks.add("opens=plainly&group=" + group);
    }
}
