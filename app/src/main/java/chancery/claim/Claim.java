package chancery.claim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is asserted, with every place where a paper asserts it.
///
/// @param id           the name of its attestation that became known first; the names of the others lead to it
/// @param attestations in the order in which they became known, whatever their state; never empty
/// @param history      what was decided about it, in order
/// @param identities   who stands behind the names in its chains
public record Claim(String id, List<Attestation> attestations, List<Decided> history, Identities identities) {
    public Claim {
        attestations = attestations.size() == 1 ? List.copyOf(attestations) : attestations.stream().sorted(Dossier.BY_DAY).toList();
        history = List.copyOf(history);
        if (attestations.isEmpty()) throw new IllegalArgumentException("a claim that nobody attests: " + id);
    }

    /// A claim behind whose names nobody was said to stand.
    public Claim(String id, List<Attestation> attestations, List<Decided> history) {
        this(id, attestations, history, Identities.NONE);
    }

    /// Accepted where a person accepted any attestation; else proposed where one is; else rejected.
    public State state() {
        var best = State.REJECTED;
        for (var a : attestations) {
            if (a.state() == State.ACCEPTED) return State.ACCEPTED;
            if (a.state() == State.PROPOSED) best = State.PROPOSED;
        }
        return best;
    }

    /// The attestations of one state.
    public List<Attestation> of(State state) {
        return attestations.stream().filter(a -> a.state() == state).toList();
    }

    /// What is judged: the attestations of the claim's state, and no others.
    public Dossier dossier() {
        return new Dossier(id, of(state()), identities);
    }

    /// What is judged of it, the attestation that became known first.
    public Attestation first() {
        var state = state();
        for (var a : attestations) if (a.state() == state) return a;
        throw new IllegalStateException("no attestation has the state of its claim: " + id);
    }

    /// The words that stand for it: those of the attestation that became known first.
    public String words() {
        return first().content().quotation();
    }

    /// The claim as it was known on a day: the attestations of papers written by then. Undated papers are left out. Empty where nothing was known of it.
    public Optional<Claim> knownOn(LocalDate day) {
        var known = attestations.stream().filter(a -> a.paper().day().map(d -> !d.last().isAfter(day)).orElse(false)).toList();
        return known.isEmpty() ? Optional.empty() : Optional.of(new Claim(id, known, history, identities));
    }

    /// What is held of it, the newest first.
    public List<Decided> assessments() {
        return of(Decision.Assessed.class);
    }

    /// What speaks for it or against it, in the order in which it was said.
    public List<Decided> evidence(boolean inFavour) {
        return history.stream().filter(d -> d.what() instanceof Decision.Evidence e && e.inFavour() == inFavour).toList();
    }

    /// The grade of its newest assessment; `6` where nobody judged it.
    public Credibility credibility() {
        return assessments().stream().map(d -> ((Decision.Assessed) d.what()).credibility()).findFirst().orElse(Credibility.NOT_JUDGED);
    }

    private List<Decided> of(Class<? extends Decision> kind) {
        var found = new ArrayList<>(history.stream().filter(d -> kind.isInstance(d.what())).toList());
        return found.reversed();
    }
}
