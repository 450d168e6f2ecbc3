package chancery.claim;

import java.util.Comparator;
import java.util.Optional;

/// How far a source can be relied upon: the first axis of the Admiralty scale. It is a property of the person or body, for a time and a topic, not of a report.
///
/// `F` is the absence of a judgement, not a low one: it has no place in an order, an average or a filter.
public enum Reliability {
    A("completely reliable"), B("usually reliable"), C("fairly reliable"), D("not usually reliable"), E("unreliable"), F("cannot be judged");

    /// The most reliable first; what cannot be judged last.
    public static final Comparator<Reliability> BEST_FIRST = Comparator.comparing(r -> r.judged().map(Enum::ordinal).orElse(Integer.MAX_VALUE));
    /// The least reliable first; what cannot be judged last here too.
    public static final Comparator<Reliability> WORST_FIRST = Comparator.comparing(r -> r.judged().map(j -> -j.ordinal()).orElse(Integer.MAX_VALUE));
    private final String words;

    Reliability(String words) {
        this.words = words;
    }

    /// The words of the scale: `usually reliable`.
    public String words() {
        return words;
    }

    /// The judgement; empty for `F`.
    public Optional<Reliability> judged() {
        return this == F ? Optional.empty() : Optional.of(this);
    }

    /// Whether it was judged, and to be at least as reliable as another.
    public boolean atLeast(Reliability other) {
        return this != F && other != F && compareTo(other) <= 0;
    }

    /// Whether it was judged, and to be at most as reliable as another.
    public boolean atMost(Reliability other) {
        return this != F && other != F && compareTo(other) >= 0;
    }

    /// The grade that a letter names; empty when it names none.
    public static Optional<Reliability> of(String letter) {
        for (var grade : values()) if (grade.name().equalsIgnoreCase(letter.strip())) return Optional.of(grade);
        return Optional.empty();
    }
}
