package chancery.claim;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/// What is judged of a claim: its attestations that one reader may see, all of one state.
///
/// @param claim        the claim's permanent name
/// @param attestations in the order of their papers' days, undated ones last; never empty
public record Dossier(String claim, List<Attestation> attestations) {
    /// The order in which attestations became known: by their papers' days, undated ones last; then by title.
    public static final Comparator<Attestation> BY_DAY = Comparator.<Attestation, LocalDate>comparing(a -> a.paper().day().map(d -> d.first()).orElse(LocalDate.MAX)).thenComparing(a -> a.paper().title()).thenComparing(a -> a.paper().record()).thenComparing(a -> a.content().start()).thenComparing(Attestation::id);

    public Dossier {
        attestations = attestations.stream().sorted(BY_DAY).toList();
        if (attestations.isEmpty()) throw new IllegalArgumentException("a claim that nobody attests: " + claim);
        if (attestations.stream().map(Attestation::state).distinct().count() > 1) throw new IllegalArgumentException("proposed, accepted and rejected readings of claim " + claim + " in one dossier");
    }

    /// Whose reading it is.
    public State state() {
        return attestations.getFirst().state();
    }

    /// The attestation that became known first: its words stand for the claim.
    public Attestation first() {
        return attestations.getFirst();
    }
}
