package chancery.web;

import chancery.claim.Claim;
import chancery.claim.Independence;
import chancery.claim.ProvenanceGraph;
import chancery.claim.Register;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/// By what is known of claims their list is narrowed: how independent their reports are, whether a
/// paper speaks against them, whether somebody still asks about them.
public enum Verdict {
    ESTABLISHED("Independence established"), NOT_ESTABLISHED("Independence not established"),
            SINGLE_ORIGIN("Single origin"), CIRCULAR("Circular"), NOT_RECORDED("Lineage not recorded"),
    CONTRADICTED("Contradicted"), ASKED_ABOUT("With an open inquiry");

    private final String words;

    Verdict(String words) {
        this.words = words;
    }

    /// For people.
    public String words() {
        return words;
    }

    /// For addresses: `single-origin`.
    public String value() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Verdict> of(String value) {
        for (var verdict : values()) if (verdict.value().equals(value)) return Optional.of(verdict);
        return Optional.empty();
    }

    /// Which of a register's claims it is true of.
    Predicate<Claim> among(Register register) {
        return switch (this) {
            case CONTRADICTED -> claim -> !claim.evidence(false).isEmpty();
            case ASKED_ABOUT -> {
                var asked = register.inquiries().stream().filter(Register.Inquiry::isOpen).map(i -> i.asking().claim())
                        .filter(id -> !id.isEmpty()).collect(java.util.stream.Collectors.toSet());
                yield claim -> claim.attestations().stream().anyMatch(a -> asked.contains(a.id()));
            }
            case ESTABLISHED, NOT_ESTABLISHED, SINGLE_ORIGIN, CIRCULAR, NOT_RECORDED -> claim -> is(ProvenanceGraph.of(claim.dossier()).independence());
        };
    }

    private boolean is(Independence independence) {
        return this == switch (independence) {
            case Independence.Established _ -> ESTABLISHED;
            case Independence.NotEstablished _ -> NOT_ESTABLISHED;
            case Independence.SingleOrigin _ -> SINGLE_ORIGIN;
            case Independence.Circular _ -> CIRCULAR;
            case Independence.NotRecorded _ -> NOT_RECORDED;
        };
    }
}
