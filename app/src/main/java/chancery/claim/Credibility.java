package chancery.claim;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;

/// How far information can be believed: the second axis of the Admiralty scale. It is a property of a claim, whoever brought it.
///
/// `6` is the absence of a judgement, not a low one: it has no place in an order, an average or a filter.
public enum Credibility {
    CONFIRMED(1, "confirmed by other sources"), PROBABLE(2, "probably true"), POSSIBLE(3, "possibly true"),
            DOUBTFUL(4, "doubtful"), IMPROBABLE(5, "improbable"), NOT_JUDGED(6, "cannot be judged");

    /// The most credible first; what cannot be judged last.
    public static final Comparator<Credibility> BEST_FIRST = Comparator.comparing(c -> c.judged().map(j -> j.figure).orElse(Integer.MAX_VALUE));
    /// The least credible first; what cannot be judged last here too.
    public static final Comparator<Credibility> WORST_FIRST = Comparator.comparing(c -> c.judged().map(j -> -j.figure).orElse(Integer.MAX_VALUE));
    private final int figure;
    private final String words;

    Credibility(int figure, String words) {
        this.figure = figure;
        this.words = words;
    }

    /// The figure of the scale, 1 to 6. For showing; never for reckoning, since 6 is none.
    public int figure() {
        return figure;
    }

    /// The words of the scale: `probably true`.
    public String words() {
        return words;
    }

    /// The judgement; empty for `6`.
    public Optional<Credibility> judged() {
        return this == NOT_JUDGED ? Optional.empty() : Optional.of(this);
    }

    /// Whether it was judged, and to be at least as credible as another.
    public boolean atLeast(Credibility other) {
        return this != NOT_JUDGED && other != NOT_JUDGED && figure <= other.figure;
    }

    /// Whether it was judged, and to be at most as credible as another.
    public boolean atMost(Credibility other) {
        return this != NOT_JUDGED && other != NOT_JUDGED && figure >= other.figure;
    }

    /// The mean of the figures that were judged; empty where none was.
    public static OptionalDouble mean(Collection<Credibility> grades) {
        return grades.stream().flatMap(g -> g.judged().stream()).mapToInt(Credibility::figure).average();
    }

    /// The grade that a figure names; empty when it names none.
    public static Optional<Credibility> of(String figure) {
        for (var grade : values()) if (String.valueOf(grade.figure).equals(figure.strip())) return Optional.of(grade);
        return Optional.empty();
    }

    /// Whether this grade may be given to a claim of that independence. `1` says *confirmed by other sources*, so it needs two.
    public Admission admit(Independence independence) {
        if (this != CONFIRMED || independence.shown() >= 2) return new Admission.Given(this);
        return new Admission.Refused("Grade 1 says “confirmed by other sources”, and needs two origins shown to be independent. Here: "
                + independence.words() + ". " + independence.explain());
    }

    /// What came of asking for a grade.
    public sealed interface Admission {
        /// It may be given.
        record Given(Credibility grade) implements Admission {}

        /// It may not, and why, in words for people.
        record Refused(String why) implements Admission {}
    }
}
