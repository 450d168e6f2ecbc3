package chancery.web;

import chancery.archive.ReadingRoom;
import chancery.archive.RecordView;
import chancery.claim.Attestation;
import chancery.claim.Claim;
import chancery.claim.Register;
import chancery.claim.Register.Inquiry;
import chancery.claim.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What one paper attests and asks, beside its text. An earlier version of a paper has none: claims stand in the present one.
///
/// @param attested  in the order of their places; rejected readings are not among them
/// @param inquiries in the order of their places
public record PaperClaims(List<Attested> attested, List<Inquiry> inquiries) {
    private static final int NEAR = 400; // code points between neighbours on one card

    /// An attestation, and the claim that it belongs to.
    public record Attested(Attestation attestation, Claim claim) {
        /// The fragment of its place in the paper.
        public String place() {
            return "c-" + attestation.id();
        }

        /// From the author to the origin: `Tarasmin ← somebody unnamed`.
        public String chain() {
            return String.join(" ← ", attestation.chain().links().stream().map(l -> (l.isNamed() ? l.words() : "somebody unnamed")
                    + l.supposed().map(s -> " (to " + s.quotation() + "; how it went on is not recorded)").orElse("")).toList());
        }

        public String state() {
            return ClaimPage.state(attestation.state());
        }
    }

    /// A card in the margin, beside the line where its first claim begins: on whose word, how it is
    /// held, what the paper says of its reliability, whose reading it is.
    ///
    /// @param kind    its classes: `proposed`; may be empty
    /// @param chain   from the nearest source to the origin; of an inquiry, who asks whom
    /// @param held    stance and state; of an inquiry, how it ended
    /// @param caution may be empty
    /// @param claims  in the order of their places; never empty. Several where neighbours stand under one cue with one chain
    public record InMargin(String kind, String chain, String held, String caution, List<Said> claims) {}

    /// Words that are claimed or asked.
    ///
    /// @param at the fragment of their place in the paper
    /// @param to where they lead
    public record Said(String at, String to, String words) {}

    private record Placed(int start, InMargin card) {}

    static PaperClaims of(RecordView record, ReadingRoom room) {
        if (record.version() < record.versions()) return new PaperClaims(List.of(), List.of());
        Register register = room.claims();
        var order = record.texts().stream().map(RecordView.TextView::id).toList();
        var attested = new ArrayList<Attested>();
        for (var text : order)
            for (var a : register.on(record.id()))
                if (a.text().equals(text) && a.state() != State.REJECTED) register.claim(a.id()).ifPresent(c -> attested.add(new Attested(a, c)));
        var inquiries = register.inquiries().stream().filter(i -> i.asking().paper().record().equals(record.id())).toList();
        return new PaperClaims(attested, inquiries);
    }

    /// The passages of a text that they stand in.
    List<TextHtml.Passage> passages(String text) {
        var passages = new ArrayList<TextHtml.Passage>();
        for (var a : attested)
            if (a.attestation().text().equals(text))
                passages.add(new TextHtml.Passage(a.attestation().content().start(), a.attestation().content().end(),
                        marked(a.attestation().state(), "claim"), a.place(), "/claim/" + a.claim().id()));
        for (var i : inquiries)
            if (i.asking().text().equals(text))
                passages.add(new TextHtml.Passage(i.asking().words().start(), i.asking().words().end(),
                        marked(i.asking().state(), "claim inquiry"), "c-" + i.asking().id(), InquiriesPage.address(i)));
        return passages;
    }

    private static String marked(State state, String kind) {
        return state == State.PROPOSED ? (kind + " proposed").strip() : kind;
    }

    /// The cards beside a text, in the order of their places.
    public List<InMargin> margin(String text) {
        var placed = new ArrayList<Placed>();
        var run = new ArrayList<Attested>();
        for (var a : attested) {
            if (!a.attestation().text().equals(text)) continue;
            if (!run.isEmpty() && !isOfOneAccount(run.getLast().attestation(), a.attestation())) placed.add(card(run));
            run.add(a);
        }
        if (!run.isEmpty()) placed.add(card(run));
        for (var i : inquiries) if (i.asking().text().equals(text)) placed.add(card(i));
        return placed.stream().sorted(Comparator.comparingInt(Placed::start)).map(Placed::card).toList();
    }

    /// Whether one card says all that is to be said of two neighbours.
    private static boolean isOfOneAccount(Attestation one, Attestation next) {
        return next.content().start() - one.content().end() <= NEAR && one.cue().equals(next.cue()) && one.chain().words().equals(next.chain().words())
                && one.stance() == next.stance() && one.caution().equals(next.caution()) && one.state() == next.state();
    }

    private static Placed card(List<Attested> run) {
        var first = run.getFirst();
        var a = first.attestation();
        var said = run.stream().map(r -> new Said(r.place(), "/claim/" + r.claim().id(), r.attestation().content().quotation())).toList();
        run.clear();
        return new Placed(a.content().start(),
                new InMargin(marked(a.state(), ""), first.chain(), a.stance().word() + " · " + a.state().word(), a.caution(), said));
    }

    private static Placed card(Inquiry i) {
        var words = i.asking().words();
        return new Placed(words.start(), new InMargin(marked(i.asking().state(), "asks"), i.asking().asker() + " asks " + i.asking().asked(),
                InquiriesPage.end(i), "", List.of(new Said("c-" + i.asking().id(), InquiriesPage.address(i), words.quotation()))));
    }

    /// How many claims and inquiries people have accepted, and how many a program proposes that nobody has checked.
    public long accepted() {
        return attested.size() + inquiries.size() - proposed();
    }

    public long proposed() {
        return attested.stream().filter(a -> a.attestation().state() == State.PROPOSED).count()
                + inquiries.stream().filter(i -> i.asking().state() == State.PROPOSED).count();
    }

    /// Whether a program proposes any claim here that nobody has checked.
    public boolean mayBeDecided() {
        return attested.stream().anyMatch(a -> a.attestation().state() == State.PROPOSED);
    }

    /// What the paper has, what people accepted and what a program proposes counted apart: `6 claims and inquiries, 3 proposed`.
    public String counts() {
        var counts = new ArrayList<String>();
        if (accepted() > 0)
            counts.add(inquiries.stream().allMatch(i -> i.asking().state() == State.PROPOSED) ? View.many(accepted(), "claim", "claims")
                    : View.many(accepted(), "claim or inquiry", "claims and inquiries"));
        if (proposed() > 0) counts.add(String.format(java.util.Locale.ROOT, "%,d proposed", proposed()));
        return String.join(", ", counts);
    }

    /// Where an inquiry stands in the ledger.
    public String at(Inquiry inquiry) {
        return InquiriesPage.address(inquiry);
    }

    public boolean isEmpty() {
        return attested.isEmpty() && inquiries.isEmpty();
    }

    /// How an inquiry ended.
    public String end(Inquiry inquiry) {
        return InquiriesPage.end(inquiry);
    }
}
