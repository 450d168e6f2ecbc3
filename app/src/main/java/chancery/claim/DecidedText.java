package chancery.claim;

import chancery.claim.Attestation.Paper;
import chancery.claim.Decision.Inquired;
import chancery.claim.Decision.Reading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is held of one text: what a program read, less what people decided about, and what they decided.
///
/// A decision finds its place again in the text as it is now. What a program proposes at a decided place is the decided thing, even where
/// another version of the program cuts it a little differently.
///
/// @param attestations in the order of their places
/// @param inquiries    in the order of their places
/// @param lost         decisions that no longer find their place
public record DecidedText(List<Attestation> attestations, List<Asking> inquiries, List<Decided> lost) {
    /// Of a text in which nothing was read and about which nobody decided.
    public static final DecidedText NOTHING = new DecidedText(List.of(), List.of(), List.of());
    /// How much of the longer of two places must be common for them to be one.
    private static final double ONE_PLACE = 0.6;

    public DecidedText {
        attestations = List.copyOf(attestations);
        inquiries = List.copyOf(inquiries);
        lost = List.copyOf(lost);
    }

    /// What a program read, with its permanent name.
    public record Proposal(String id, ReadClaim claim) {}

    /// A request for knowledge that a program read, with its permanent name.
    public record ProposedInquiry(String id, ReadInquiry inquiry) {}

    /// An inquiry at its place.
    ///
    /// @param asker who asks, in words
    /// @param asked who is asked, in words; empty when not known
    /// @param matter what it asks about; empty where the words do not say
    /// @param claim  the attestation that it asks about; empty where it asks about none, or nobody said
    public record Asking(String id, Paper paper, String text, Span words, String asker, String asked, String matter, String claim, State state) {
        /// The same, for those who may not see what it asks about.
        Asking withoutClaim() {
            return new Asking(id, paper, text, words, asker, asked, matter, "", state);
        }
    }

    /// What is held of a text about which nobody decided: what a program read in it as it is now.
    ///
    /// @param paper     the paper it belongs to
    /// @param proposals claims read in it
    /// @param inquiries requests for knowledge read in it
    public static DecidedText proposed(Paper paper, List<Proposal> proposals, List<ProposedInquiry> inquiries) {
        return inOrder(new ArrayList<>(proposals.stream().map(p -> attestation(p, paper)).toList()),
                new ArrayList<>(inquiries.stream().map(q -> asking(q, paper)).toList()), List.of());
    }

    /// What is held of this text after some decisions on it, where so far it holds what a program read.
    ///
    /// @param paper     the paper it belongs to
    /// @param text      its permanent id
    /// @param plain     its plain layer as it is now
    /// @param decisions on this text, in the order in which they were made
    public DecidedText with(Paper paper, String text, String plain, List<Decided> decisions) {
        var lost = new ArrayList<Decided>();
        var last = new LinkedHashMap<String, Decided>();
        for (var d : decisions) if (d.what() instanceof Reading || d.what() instanceof Inquired) last.put(d.what().subject(), d);
        var held = new ArrayList<Attestation>();
        var asked = new ArrayList<Asking>();
        for (var d : last.values()) {
            switch (d.what()) {
                case Reading r -> r.anchor().find(plain).ifPresentOrElse(span -> held.add(attestation(r, paper, text, span)), () -> lost.add(d));
                case Inquired q -> q.anchor().find(plain).ifPresentOrElse(span -> asked.add(asking(q, paper, text, span)), () -> lost.add(d));
                default -> throw new IllegalStateException("not about a place: " + d.what());
            }
        }
        var decided = new HashMap<String, Span>();
        held.forEach(a -> decided.put(a.id(), a.content()));
        for (var p : attestations) if (open(p.id(), p.content(), decided)) held.add(p);
        var known = new HashMap<String, Span>();
        asked.forEach(a -> known.put(a.id(), a.words()));
        for (var q : inquiries) if (open(q.id(), q.words(), known)) asked.add(q);
        return inOrder(held, asked, lost);
    }

    private static DecidedText inOrder(List<Attestation> held, List<Asking> asked, List<Decided> lost) {
        held.sort(Comparator.<Attestation>comparingInt(a -> a.content().start()).thenComparingInt(a -> a.content().end()).thenComparing(Attestation::id));
        asked.sort(Comparator.<Asking>comparingInt(a -> a.words().start()).thenComparing(Asking::id));
        return new DecidedText(held, asked, lost);
    }

    /// Whether nobody decided about a place yet. Another source at the very same words is another claim.
    private static boolean open(String id, Span span, Map<String, Span> decided) {
        return !decided.containsKey(id) && decided.values().stream().noneMatch(d -> !d.quotation().equals(span.quotation())
                && d.meets(span) && common(d, span) >= ONE_PLACE * Math.max(d.end() - d.start(), span.end() - span.start()));
    }

    private static int common(Span one, Span other) {
        return Math.min(one.end(), other.end()) - Math.max(one.start(), other.start());
    }

    private static Attestation attestation(Reading r, Paper paper, String text, Span span) {
        return new Attestation(r.subject(), paper, text, span, r.cue(), r.chain(), r.stance(), r.caution(), r.state(), r.about(), r.said(), "");
    }

    private static Attestation attestation(Proposal p, Paper paper) {
        var c = p.claim();
        return new Attestation(p.id(), paper, c.text(), c.content(), c.cue().quotation(), c.chain(), c.stance(),
                c.caution().map(Span::quotation).orElse(""), State.PROPOSED, c.about(), c.said(), c.because().words());
    }

    private static Asking asking(Inquired q, Paper paper, String text, Span span) {
        return new Asking(q.subject(), paper, text, span, q.asker().isEmpty() ? paper.author() : q.asker(),
                q.asked().isEmpty() ? String.join(", ", paper.to()) : q.asked(), "", q.claim(), State.ACCEPTED);
    }

    private static Asking asking(ProposedInquiry p, Paper paper) {
        var q = p.inquiry();
        var asker = q.asker().equals(ReadInquiry.AUTHOR) ? paper.author() : q.asker();
        var asked = q.asked().equals(ReadInquiry.ADDRESSEE) ? String.join(", ", paper.to()) : q.asked();
        return new Asking(p.id(), paper, q.text(), q.words(), asker, asked, q.matter().map(Span::quotation).orElse(""), "", State.PROPOSED);
    }
}
