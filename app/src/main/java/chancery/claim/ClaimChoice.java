package chancery.claim;

import chancery.document.Edtf;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;

/// What claims are narrowed by: a claim is chosen where one of its reports has all of it. Pure.
///
/// @param source a name in the chain, or of an author of the paper; empty for any
/// @param asSource only in the chain, and not as an author
/// @param says   holds of what is said; asked last, as it takes longest
/// @param time   the time that it speaks of overlaps this; empty for any, and for those that name none
/// @param from   reported on this day or later
/// @param to     reported on this day or earlier; claims are shown as they were known on it
public record ClaimChoice(String source, boolean asSource, Predicate<String> says, Optional<Edtf> time, Optional<Edtf> from, Optional<Edtf> to)
        implements Predicate<Claim> {
    @Override
    public boolean test(Claim claim) {
        for (var a : claim.attestations()) if (isNamed(a, claim) && isReported(a) && speaksOf(a)
                && says.test(a.content().quotation())) return true;
        return false;
    }

    /// A claim as it was known on the last day that is asked for, without later reports.
    public Claim asKnown(Claim claim) {
        return to.flatMap(day -> claim.knownOn(day.last())).orElse(claim);
    }

    private boolean isNamed(Attestation a, Claim claim) {
        var known = claim.identities();
        if (asSource && !source.isEmpty()) // as ClaimSource counts
            return a.state() == claim.state() && a.chain().links().stream().anyMatch(l -> l.isNamed() && known.isCounted(l.words(), source, a.paper()));
        return source.isEmpty() || a.chain().words().stream().anyMatch(w -> known.mean(w, source, a.paper()))
                || a.paper().authors().stream().anyMatch(w -> known.mean(w, source, a.paper()));
    }

    private boolean isReported(Attestation a) {
        if (from.isEmpty() && to.isEmpty()) return true;
        return a.paper().day().map(day -> !day.last().isBefore(from.map(Edtf::first).orElse(LocalDate.MIN))
                && !day.last().isAfter(to.map(Edtf::last).orElse(LocalDate.MAX))).orElse(false);
    }

    private boolean speaksOf(Attestation a) {
        return time.isEmpty() || a.about().filter(of -> of.overlaps(time.get().first(), time.get().last())).isPresent();
    }
}
