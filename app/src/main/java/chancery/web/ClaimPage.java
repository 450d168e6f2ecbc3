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
import chancery.document.Edtf;
import chancery.document.RecordId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// A claim's page, for one reader and as it was known on a day.
///
/// @param claim   as known on that day
/// @param whole   as known today
/// @param knownOn the day; empty for today
/// @param joined  the attestations that were ever joined in it or parted from it, by name
public record ClaimPage(Claim claim, Claim whole, Optional<LocalDate> knownOn, ProvenanceGraph graph, Independence independence, List<Inquiry> inquiries,
        List<Likeness.Alike> alike, List<SourceGrade> grades, Map<String, Attestation> joined, NamedPapers papers, ZoneId zone) {
    private static final int ALIKE = 5;

    /// What was judged of a source that stands in the claim's chains.
    public record SourceGrade(String source, Decided judged, Decision.SourceGraded grade) {}

    /// A day on which something about it was reported, or judged of it.
    ///
    /// @param day     empty for today
    /// @param address the page as known on that day
    /// @param what    `reported by Pell; evidence against`
    public record Stop(Optional<LocalDate> day, String address, String words, String what) {}

    /// A row of the table that says what the drawing shows.
    ///
    /// @param who   where the page of whom `from` means is; empty where nobody said who it is
    /// @param paper where what `to` names is; empty where nobody said
    public record Row(String from, String who, String how, String to, String cautions, String paper) {}

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
        var named = NamedPapers.of(papers, room);
        var asked = inquiries.stream().filter(i -> named.isWrittenBy(i.asking().paper().record(), knownOn)).toList();
        var grades = grades(claim, register).stream().filter(g -> isJudgedBy(g.judged(), knownOn, zone)).toList();
        return new ClaimPage(claim, whole, knownOn, graph, graph.independence(), asked, alike, grades, joined(whole, register), named, zone);
    }

    private static Map<String, Attestation> joined(Claim whole, Register register) {
        var joined = new HashMap<String, Attestation>();
        for (var d : whole.history()) {
            var two = switch (d.what()) {
                case Decision.Joined j -> List.of(j.subject(), j.with());
                case Decision.Parted p -> List.of(p.subject(), p.from());
                default -> List.<String>of();
            };
            for (var id : two)
                register.claim(id).flatMap(c -> c.attestations().stream().filter(a -> a.id().equals(id)).findFirst()).ifPresent(a -> joined.put(id, a));
        }
        return joined;
    }

    private static boolean isJudgedBy(Decided judged, Optional<LocalDate> day, ZoneId zone) {
        return day.isEmpty() || !LocalDate.ofInstant(judged.at(), zone).isAfter(day.get());
    }

    /// Who can be graded: everybody named in its chains, and the authors.
    public List<String> sources() {
        return List.copyOf(sources(whole));
    }

    private static Set<String> sources(Claim claim) {
        var names = new LinkedHashSet<String>();
        for (var a : claim.attestations()) {
            a.chain().links().stream().filter(SourceChain.Link::isNamed).forEach(l -> names.add(l.words()));
            if (!a.paper().author().isEmpty()) names.add(a.paper().author());
        }
        return names;
    }

    private static List<SourceGrade> grades(Claim claim, Register register) {
        var names = sources(claim);
        var grades = new ArrayList<SourceGrade>();
        var seen = new LinkedHashSet<Long>();
        for (var name : names)
            for (var judged : register.graded(name))
                if (seen.add(judged.number())) grades.add(new SourceGrade(name, judged, (Decision.SourceGraded) judged.what()));
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
        return graph.passages().stream().map(p -> new Row(nodes.get(p.from()).words(), who(nodes.get(p.from())), p.recorded() ? String.join(", ", p.how())
                : "not recorded how",
                nodes.get(p.to()).words(), String.join("; ", p.cautions()), nodes.get(p.to()).record().map(papers::at).orElseGet(() ->
                        who(nodes.get(p.to()))))).toList().reversed();
    }

    private static String who(ProvenanceGraph.Node node) {
        return node.authority().map(PersonPage::address).orElse("");
    }

    /// The attestations of states other than the claim's own: they count for nothing here.
    public List<Attestation> apart() {
        return claim.attestations().stream().filter(a -> a.state() != claim.state()).toList();
    }

    /// What speaks for it or against it, of papers written by the day.
    public List<Decision.Evidence> evidence(boolean inFavour) {
        return evidence(whole, inFavour, papers, knownOn);
    }

    private static List<Decision.Evidence> evidence(Claim claim, boolean inFavour, NamedPapers papers, Optional<LocalDate> day) {
        return claim.evidence(inFavour).stream().map(d -> (Decision.Evidence) d.what()).filter(e -> papers.isWrittenBy(e.record(), day)).toList();
    }

    /// What was held of it by the day, the newest first.
    public List<Decided> assessments() {
        return whole.assessments().stream().filter(d -> isJudgedBy(d, knownOn, zone)).toList();
    }

    /// That papers speak against it: `Contradicted by 2 papers`; empty where none does.
    public String contradicted() {
        return contradicted(whole, papers, knownOn);
    }

    static String contradicted(Claim claim, NamedPapers papers, Optional<LocalDate> day) {
        var against = evidence(claim, false, papers, day).stream().map(Decision.Evidence::record).distinct().count();
        return against == 0 ? "" : "Contradicted by " + View.papers(against);
    }

    /// The address of an attestation's place in its paper.
    public String place(Attestation a) {
        return papers.at(a.paper().record()) + "#c-" + a.id();
    }

    /// `2 – probably true`; empty where nobody judged it.
    public String credibility() {
        return assessments().stream().findFirst().flatMap(d -> assessed(d).credibility().judged()).map(c -> c.figure() + " – " + c.words()).orElse("");
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
            case Decision.Joined j -> "joined " + report(j.subject()) + " with " + report(j.with());
            case Decision.Parted p -> "parted " + report(p.subject()) + " from " + report(p.from());
            case Decision.Evidence e -> e.inFavour() ? "added evidence for it" : "added evidence against it";
            case Decision.Assessed _ -> "assessed it";
            case Decision.SourceGraded _ -> "graded a source";
            case Decision.Inquired _ -> "recorded an inquiry";
            case Decision.Answered _ -> "recorded an answer";
            case Decision.Described _, Decision.Identified _, Decision.Merged _ -> "said who somebody is";
        };
    }

    /// An attestation in a few words: `“nineteen pumps” (Pell to Fenwarren)`.
    private String report(String id) {
        var a = joined.get(id);
        return a == null ? "a report that no longer finds its place" : "“" + ClaimRoutes.brief(a.content().quotation()) + "” (" + a.paper().title() + ")";
    }

    /// The days on which something about it was reported or judged, in order; today is the last. Empty where no other day shows it otherwise.
    public List<Stop> stops() {
        var days = new TreeMap<LocalDate, Set<String>>();
        for (var a : whole.attestations())
            a.paper().day().map(Edtf::last).filter(d -> !d.equals(LocalDate.MAX))
                    .ifPresent(day -> on(days, day).add(a.paper().author().isEmpty() ? "reported" : "reported by " + a.paper().author()));
        for (var inFavour : List.of(true, false))
            for (var e : evidence(whole, inFavour, papers, Optional.empty()))
                papers.lastDay(e.record()).ifPresent(day -> on(days, day).add(inFavour ? "evidence for" : "evidence against"));
        for (var d : whole.assessments().reversed())
            on(days, LocalDate.ofInstant(d.at(), zone)).add(assessed(d).credibility().judged().map(g -> "graded " + g.figure()).orElse("assessed, no grade"));
        if (days.size() < 2) return List.of();
        var stops = new ArrayList<Stop>();
        days.forEach((day, what) ->
                stops.add(new Stop(Optional.of(day), "/claim/" + whole.id() + "?on=" + day, DateInWords.day(day), String.join("; ", what))));
        stops.add(new Stop(Optional.empty(), "/claim/" + whole.id(), "Today", "all that is known"));
        return stops;
    }

    private static Set<String> on(Map<LocalDate, Set<String>> days, LocalDate day) {
        return days.computeIfAbsent(day, _ -> new LinkedHashSet<>());
    }

    /// Which of some stops the page stands at: the last that is not after its day.
    public int stop(List<Stop> stops) {
        if (knownOn.isEmpty()) return stops.size() - 1;
        return (int) Math.max(0, stops.stream().filter(s -> s.day().isPresent() && !s.day().get().isAfter(knownOn.get())).count() - 1);
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
        if (knownOn.isPresent() && inquiry.answer().flatMap(d -> ((Decision.Answered) d.what()).by()).filter(by -> papers.isWrittenBy(by, knownOn)).isEmpty())
            return "Not answered by then.";
        return InquiriesPage.end(inquiry);
    }
}
