package chancery.claim;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/// What is judged of a claim: its attestations that one reader may see, all of one state.
///
/// @param claim        the claim's permanent name
/// @param attestations in the order of their papers' days, undated ones last; never empty
/// @param identities   who stands behind the names in their chains
public record Dossier(String claim, List<Attestation> attestations, Identities identities) {
    /// The order in which attestations became known: by their papers' days, undated ones last; then by title.
    public static final Comparator<Attestation> BY_DAY = Dossier::byDay;

    private static final Comparator<Attestation.Paper> PAPERS_BY_DAY = Comparator.<Attestation.Paper, LocalDate>comparing(p ->
            p.day().map(d -> d.first()).orElse(LocalDate.MAX)).thenComparing(Attestation.Paper::title).thenComparing(Attestation.Paper::record);

    public Dossier {
        attestations = attestations.stream().sorted(BY_DAY).toList();
        if (attestations.isEmpty()) throw new IllegalArgumentException("a claim that nobody attests: " + claim);
        if (attestations.stream().map(Attestation::state).distinct().count() > 1)
            throw new IllegalArgumentException("proposed, accepted and rejected readings of claim " + claim + " in one dossier");
    }

    /// Of attestations behind whose names nobody was said to stand.
    public Dossier(String claim, List<Attestation> attestations) {
        this(claim, attestations, Identities.NONE);
    }

    private static int byDay(Attestation one, Attestation other) {
        var byPaper = one.paper() == other.paper() ? 0 : PAPERS_BY_DAY.compare(one.paper(), other.paper());
        if (byPaper != 0) return byPaper;
        var byPlace = Integer.compare(one.content().start(), other.content().start());
        return byPlace != 0 ? byPlace : one.id().compareTo(other.id());
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
