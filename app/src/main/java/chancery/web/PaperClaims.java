package chancery.web;

import chancery.archive.ReadingRoom;
import chancery.archive.RecordView;
import chancery.claim.Attestation;
import chancery.claim.Claim;
import chancery.claim.Register;
import chancery.claim.Register.Inquiry;
import chancery.claim.State;
import java.util.ArrayList;
import java.util.List;

/// What one paper attests and asks, beside its text. An earlier version of a paper has none: claims stand in the present one.
///
/// @param attested  in the order of their places; rejected readings are not among them
/// @param inquiries in the order of their places
public record PaperClaims(List<Attested> attested, List<Inquiry> inquiries) {
    /// An attestation, and the claim that it belongs to.
    public record Attested(Attestation attestation, Claim claim) {
        /// The fragment of its place in the paper.
        public String place() {
            return "c-" + attestation.id();
        }

        /// From the author to the origin: `Tarasmin ← somebody unnamed`.
        public String chain() {
            return String.join(" ← ", attestation.chain().links().stream().map(l -> (l.isNamed() ? l.words() : "somebody unnamed") + l.supposed().map(s -> " (to " + s.quotation() + "; how it went on is not recorded)").orElse("")).toList());
        }

        public String state() {
            return ClaimPage.state(attestation.state());
        }
    }

    static PaperClaims of(RecordView record, ReadingRoom room) {
        if (record.version() < record.versions()) return new PaperClaims(List.of(), List.of());
        Register register = room.claims();
        var order = record.texts().stream().map(RecordView.TextView::id).toList();
        var attested = new ArrayList<Attested>();
        for (var text : order) for (var a : register.on(record.id())) if (a.text().equals(text) && a.state() != State.REJECTED) register.claim(a.id()).ifPresent(c -> attested.add(new Attested(a, c)));
        var inquiries = register.inquiries().stream().filter(i -> i.asking().paper().record().equals(record.id())).toList();
        return new PaperClaims(attested, inquiries);
    }

    /// The passages of a text that they stand in.
    List<TextHtml.Passage> passages(String text) {
        var passages = new ArrayList<TextHtml.Passage>();
        for (var a : attested) if (a.attestation().text().equals(text)) passages.add(new TextHtml.Passage(a.attestation().content().start(), a.attestation().content().end(), marked(a.attestation().state(), "claim"), a.place(), "/claim/" + a.claim().id()));
        for (var i : inquiries) if (i.asking().text().equals(text)) passages.add(new TextHtml.Passage(i.asking().words().start(), i.asking().words().end(), marked(i.asking().state(), "claim inquiry"), "c-" + i.asking().id(), InquiriesPage.address(i)));
        return passages;
    }

    private static String marked(State state, String kind) {
        return state == State.PROPOSED ? kind + " proposed" : kind;
    }

    /// How many claims and inquiries people have accepted, and how many a program proposes that nobody has checked.
    public long accepted() {
        return attested.size() + inquiries.size() - proposed();
    }

    public long proposed() {
        return attested.stream().filter(a -> a.attestation().state() == State.PROPOSED).count() + inquiries.stream().filter(i -> i.asking().state() == State.PROPOSED).count();
    }

    /// What the paper has, what people accepted and what a program proposes counted apart: `6 claims and inquiries, 3 proposed`.
    public String counts() {
        var counts = new ArrayList<String>();
        if (accepted() > 0) counts.add(inquiries.stream().allMatch(i -> i.asking().state() == State.PROPOSED) ? View.many(accepted(), "claim", "claims") : View.many(accepted(), "claim or inquiry", "claims and inquiries"));
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
