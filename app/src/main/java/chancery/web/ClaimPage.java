package chancery.web;

import chancery.archive.ReadingRoom;
import chancery.claim.Attestation;
import chancery.claim.Claim;
import chancery.claim.Credibility;
import chancery.claim.Decided;
import chancery.claim.Decision;
import chancery.claim.Independence;
import chancery.claim.Likeness;
import chancery.claim.ProvenanceGraph;
import chancery.claim.Register;
import chancery.claim.Register.Inquiry;
import chancery.claim.SourceChain;
import chancery.claim.State;
import chancery.document.RecordId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/// A claim's page, for one reader and as it was known on a day.
///
/// @param claim   as known on that day
/// @param whole   as known today
/// @param knownOn the day; empty for today
public record ClaimPage(Claim claim, Claim whole, Optional<LocalDate> knownOn, ProvenanceGraph graph, Independence independence, List<Inquiry> inquiries, List<Likeness.Alike> alike, List<SourceGrade> grades, NamedPapers papers, ZoneId zone) {
    private static final int ALIKE = 5;

    /// What was judged of a source that stands in the claim's chains.
    public record SourceGrade(String source, Decided judged, Decision.SourceGraded grade) {}

    /// A row of the table that says what the drawing shows.
    public record Row(String from, String how, String to, String cautions, String paper) {}

    static ClaimPage of(Claim whole, Optional<LocalDate> knownOn, Register register, ReadingRoom room, ZoneId zone) {
        var claim = knownOn.flatMap(whole::knownOn).orElse(whole);
        var graph = ProvenanceGraph.of(claim.dossier());
        var ids = whole.attestations().stream().map(Attestation::id).toList();
        var inquiries = register.inquiries().stream().filter(i -> ids.contains(i.asking().claim())).toList();
        var alike = knownOn.isPresent() ? List.<Likeness.Alike>of() : register.likeness().to(whole, ALIKE);
        var papers = new LinkedHashSet<RecordId>();
        whole.attestations().forEach(a -> papers.add(a.paper().record()));
        whole.history().forEach(d -> papers.addAll(d.what().under()));
        inquiries.forEach(i -> {
            papers.add(i.asking().paper().record());
            i.answer().flatMap(d -> ((Decision.Answered) d.what()).by()).ifPresent(papers::add);
        });
        alike.forEach(a -> papers.add(a.claim().attestations().getFirst().paper().record()));
        return new ClaimPage(claim, whole, knownOn, graph, graph.independence(), inquiries, alike, grades(claim, register), NamedPapers.of(papers, room), zone);
    }

    private static List<SourceGrade> grades(Claim claim, Register register) {
        var names = new LinkedHashSet<String>();
        for (var a : claim.attestations()) {
            a.chain().links().stream().filter(SourceChain.Link::isNamed).forEach(l -> names.add(l.words()));
            if (!a.paper().author().isEmpty()) names.add(a.paper().author());
        }
        var grades = new ArrayList<SourceGrade>();
        var seen = new LinkedHashSet<Long>();
        for (var name : names) for (var judged : register.graded(name)) if (seen.add(judged.number())) grades.add(new SourceGrade(name, judged, (Decision.SourceGraded) judged.what()));
        return grades;
    }

    /// `Accepted reading`; whose it is, in a word for people.
    public String state() {
        return state(claim.state());
    }

    /// A state in a word for people.
    public static String state(State state) {
        return switch (state) {
            case PROPOSED -> "Read by a program, not checked";
            case ACCEPTED -> "Read and accepted";
            case REJECTED -> "Rejected reading";
        };
    }

    /// The chain of the attestation that became known first, read aloud.
    public String sentence() {
        return ChainInWords.about(claim.dossier().first());
    }

    /// An attestation's sentence, up to its words.
    public String sentence(Attestation a) {
        return ChainInWords.before(a);
    }

    public String drawing() {
        return ProvenanceDrawing.of(graph);
    }

    /// The drawing as a table, from the origins on.
    public List<Row> table() {
        var nodes = graph.nodes();
        return graph.passages().stream().map(p -> new Row(nodes.get(p.from()).words(), p.recorded() ? String.join(", ", p.how()) : "not recorded how", nodes.get(p.to()).words(), String.join("; ", p.cautions()), nodes.get(p.to()).record().map(papers::at).orElse(""))).toList().reversed();
    }

    /// The attestations of states other than the claim's own: they count for nothing here.
    public List<Attestation> apart() {
        return claim.attestations().stream().filter(a -> a.state() != claim.state()).toList();
    }

    public List<Decision.Evidence> evidence(boolean inFavour) {
        return claim.evidence(inFavour).stream().map(d -> (Decision.Evidence) d.what()).toList();
    }

    /// The address of an attestation's place in its paper.
    public String place(Attestation a) {
        return papers.at(a.paper().record()) + "#c-" + a.id();
    }

    /// `2 – probably true`; empty where nobody judged it.
    public String credibility() {
        return claim.credibility().judged().map(c -> c.figure() + " – " + c.words()).orElse("");
    }

    /// The grade of an assessment in words.
    public static String grade(Credibility credibility) {
        return credibility.judged().map(c -> "Grade " + c.figure() + ", " + c.words()).orElse("No grade: cannot be judged");
    }

    public Decision.Assessed assessed(Decided d) {
        return (Decision.Assessed) d.what();
    }

    /// The day on which something was decided, at the archive.
    public String day(Decided d) {
        return DateInWords.day(LocalDate.ofInstant(d.at(), zone));
    }

    /// What was decided, in a sentence.
    public String words(Decided d) {
        return switch (d.what()) {
            case Decision.Reading r -> switch (r.verb()) {
                case ACCEPTED -> "accepted the reading";
                case REJECTED -> "rejected the reading";
                case CORRECTED -> "corrected the reading";
                case ADDED -> "added the reading";
            };
            case Decision.Joined _ -> "joined two attestations that assert the same";
            case Decision.Parted _ -> "parted two attestations";
            case Decision.Evidence e -> e.inFavour() ? "added evidence for it" : "added evidence against it";
            case Decision.Assessed _ -> "assessed it";
            case Decision.SourceGraded _ -> "graded a source";
            case Decision.Inquired _ -> "recorded an inquiry";
            case Decision.Answered _ -> "recorded an answer";
        };
    }

    /// The days on which more became known, in order: from each on, one more paper.
    public List<LocalDate> steps() {
        return whole.attestations().stream().flatMap(a -> a.paper().day().map(e -> e.last()).filter(d -> !d.equals(LocalDate.MAX)).stream()).distinct().sorted().toList();
    }

    /// The day before which nothing of it was known.
    public boolean nothingYet() {
        return knownOn.isPresent() && whole.knownOn(knownOn.get()).isEmpty();
    }

    public String inWords(LocalDate day) {
        return DateInWords.day(day);
    }

    /// The time that it is about, in words; empty where no attestation says.
    public String about() {
        return claim.dossier().attestations().stream().flatMap(a -> a.about().stream()).findFirst().map(DateInWords::full).orElse("");
    }

    /// When it was said, in words; empty where no attestation says.
    public String said() {
        return claim.dossier().attestations().stream().flatMap(a -> a.said().stream()).findFirst().map(DateInWords::full).orElse("");
    }

    /// How an inquiry ended.
    public String end(Inquiry inquiry) {
        return InquiriesPage.end(inquiry);
    }
}
