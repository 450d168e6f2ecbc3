package chancery.claim;

import chancery.claim.Decision.Answered;
import chancery.claim.Decision.Described;
import chancery.claim.Decision.Identified;
import chancery.claim.Decision.Inquired;
import chancery.claim.Decision.Joined;
import chancery.claim.Decision.Merged;
import chancery.claim.Decision.Parted;
import chancery.claim.Decision.SourceGraded;
import chancery.claim.DecidedText.Asking;
import chancery.document.RecordId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Every claim and inquiry that one audience may see, concluded from what it may see and from nothing else.
///
/// Two attestations are of one claim where people joined them and did not part them since, directly or through a third that this audience sees too.
/// Made once, then only read; safe to share between threads.
public final class Register {
    private final List<Claim> claims;
    private final Map<String, Claim> byAttestation = new HashMap<>();
    private final List<Inquiry> inquiries;
    private final List<Decided> decisions;
    private final List<Decided> lost;
    private final Identities identities;
    private final Map<RecordId, List<Attestation>> byRecord = new HashMap<>();
    private @Nullable Likeness likeness;
    private @Nullable List<ClaimSource> sources;

    private Register(List<Claim> claims, List<Inquiry> inquiries, List<Decided> decisions, List<Decided> lost, Identities identities) {
        this.claims = claims;
        this.inquiries = inquiries;
        this.decisions = List.copyOf(decisions);
        this.lost = lost;
        this.identities = identities;
        for (var claim : claims) for (var a : claim.attestations()) keep(claim, a);
    }

    private void keep(Claim claim, Attestation a) {
        byAttestation.put(a.id(), claim);
        byRecord.computeIfAbsent(a.paper().record(), _ -> new ArrayList<>()).add(a);
    }

    /// What is concluded.
    ///
    /// @param texts     what is held of each text that the audience may see
    /// @param decisions all that the audience may see, in the order in which they were made
    public static Register of(List<DecidedText> texts, List<Decided> decisions) {
        var attestations = new LinkedHashMap<String, Attestation>();
        for (var text : texts) for (var a : text.attestations()) attestations.put(a.id(), a);
        var under = joined(attestations.keySet(), decisions);
        var about = new HashMap<String, List<Decided>>();
        for (var d : decisions) for (var id : subjects(d.what())) about.computeIfAbsent(id, _ -> new ArrayList<>()).add(d);
        var identities = Identities.of(decisions);
        var claims = new ArrayList<Claim>(attestations.size());
        var groups = new HashMap<String, List<Attestation>>();
        for (var a : attestations.values()) {
            if (under.containsKey(a.id())) groups.computeIfAbsent(root(under, a.id()), _ -> new ArrayList<>()).add(a);
            else claims.add(claim(List.of(a), about, identities));
        }
        for (var group : groups.values()) claims.add(claim(group, about, identities));
        claims.sort(java.util.Comparator.comparing(c -> c.attestations().getFirst(), Dossier.BY_DAY));
        var answers = new HashMap<String, Decided>();
        for (var d : decisions) if (d.what() instanceof Answered) answers.put(d.what().subject(), d);
        var inquiries = new ArrayList<Inquiry>();
        for (var text : texts)
            for (var asking : text.inquiries())
                inquiries.add(new Inquiry(attestations.containsKey(asking.claim()) ? asking : asking.withoutClaim(),
                        Optional.ofNullable(answers.get(asking.id()))));
        inquiries.sort(Inquiry.BY_DAY);
        return new Register(List.copyOf(claims), List.copyOf(inquiries), decisions, texts.stream().flatMap(t -> t.lost().stream()).toList(), identities);
    }

    private static Claim claim(List<Attestation> group, Map<String, List<Decided>> about, Identities identities) {
        if (group.size() == 1 && !about.containsKey(group.getFirst().id())) return new Claim(group.getFirst().id(), group, List.of(), identities);
        var sorted = group.stream().sorted(Dossier.BY_DAY).toList();
        Set<Decided> history = new LinkedHashSet<>();
        for (var a : sorted) history.addAll(about.getOrDefault(a.id(), List.of()));
        return new Claim(sorted.getFirst().id(), sorted, history.stream().sorted(java.util.Comparator.comparingLong(Decided::number)).toList(), identities);
    }

    private static List<String> subjects(Decision d) {
        return switch (d) {
            case Joined j -> List.of(j.subject(), j.with());
            case Parted p -> List.of(p.subject(), p.from());
            case SourceGraded _, Inquired _, Answered _, Described _, Identified _, Merged _ -> List.of();
            case Decision.Reading r -> List.of(r.subject());
            case Decision.Evidence e -> List.of(e.subject());
            case Decision.Assessed a -> List.of(a.subject());
        };
    }

    /// Of each attestation that is joined to another, the next one on the way to the one that all of its claim are gathered under; that one leads to itself.
    private static Map<String, String> joined(Set<String> ids, List<Decided> decisions) {
        var links = new LinkedHashMap<Set<String>, Boolean>();
        for (var d : decisions) {
            if (d.what() instanceof Joined j && !j.subject().equals(j.with())) links.put(Set.of(j.subject(), j.with()), true);
            if (d.what() instanceof Parted p && !p.subject().equals(p.from())) part(links, p);
        }
        var under = new HashMap<String, String>();
        links.forEach((pair, holds) -> {
            if (!holds || !ids.containsAll(pair)) return;
            for (var id : pair) under.putIfAbsent(id, id);
            var two = List.copyOf(pair);
            under.put(root(under, two.get(0)), root(under, two.get(1)));
        });
        return under;
    }

    private static String root(Map<String, String> under, String id) {
        var at = id;
        for (var next = under.getOrDefault(at, at); !next.equals(at); next = under.getOrDefault(at, at)) at = next;
        return at;
    }

    /// To part one from another is to take away whatever joins it to anything: it stands alone again until it is joined anew.
    private static void part(Map<Set<String>, Boolean> links, Parted p) {
        links.replaceAll((pair, holds) -> holds && !pair.contains(p.subject()));
    }

    /// In the order in which they became known.
    public List<Claim> claims() {
        return claims;
    }

    /// The claim that an attestation belongs to.
    public Optional<Claim> claim(String attestation) {
        return Optional.ofNullable(byAttestation.get(attestation));
    }

    /// The attestations in a paper, in the order of their texts and places.
    public List<Attestation> on(RecordId record) {
        return byRecord.getOrDefault(record, List.of()).stream()
                .sorted(java.util.Comparator.<Attestation, String>comparing(Attestation::text).thenComparing(a -> a.content().start())).toList();
    }

    /// Which claims may say the same.
    public synchronized Likeness likeness() {
        if (likeness == null) likeness = Likeness.of(claims);
        return likeness;
    }

    /// On whose word claims rest: everybody named in a chain of an accepted or proposed claim, in the order met.
    public synchronized List<ClaimSource> sources() {
        if (sources == null) sources = sources(claims.stream().filter(claim -> claim.state() != State.REJECTED).toList());
        return sources;
    }

    /// On whose word some claims rest: everybody named in a chain of what is judged of them, in the order met.
    public List<ClaimSource> sources(List<Claim> of) {
        return ClaimSource.of(of, identities);
    }

    /// Every decision that the audience may see, in the order in which they were made.
    public List<Decided> decisions() {
        return decisions;
    }

    /// In the order in which they were made.
    public List<Inquiry> inquiries() {
        return inquiries;
    }

    public Optional<Inquiry> inquiry(String id) {
        return inquiries.stream().filter(i -> i.asking().id().equals(id)).findFirst();
    }

    /// Who stands behind names, as far as people said.
    public Identities identities() {
        return identities;
    }

    /// Judgements of a source under any of its names, the newest first.
    public List<Decided> graded(String source) {
        return decisions.stream().filter(d -> d.what() instanceof SourceGraded).filter(d -> identities.mean(d.what().subject(), source)).toList().reversed();
    }

    /// Decisions that no longer find their place in their text.
    public List<Decided> lost() {
        return lost;
    }

    /// An inquiry, and what came of it.
    ///
    /// @param answer what was decided of its answer; empty where nobody looked
    public record Inquiry(Asking asking, Optional<Decided> answer) {
        static final java.util.Comparator<Inquiry> BY_DAY = java.util.Comparator.<Inquiry,
                java.time.LocalDate>comparing(i -> i.asking().paper().day().map(d -> d.first()).orElse(java.time.LocalDate.MAX))
                .thenComparing(i -> i.asking().paper().title()).thenComparing(i -> i.asking().paper().record()).thenComparing(i -> i.asking().words().start());

        /// Whether no answer to it is known.
        public boolean isOpen() {
            return answer.isEmpty() || ((Answered) answer.get().what()).by().isEmpty();
        }
    }
}
