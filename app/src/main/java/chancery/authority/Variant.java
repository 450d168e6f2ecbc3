package chancery.authority;

import chancery.document.Edtf;
import chancery.document.RecordId;
import java.util.Optional;

/// A name that papers use for somebody: `Tokio`; `the American Ambassador` in 1944; `the Minister` in one paper.
///
/// @param words  the name as written
/// @param period when it means him: the time of an office, the years of a spelling; empty for always
/// @param paper  the one paper in which it means him; empty for all
public record Variant(String words, Optional<Edtf> period, Optional<RecordId> paper) {
    public Variant {
        if (NameWords.key(words).isEmpty()) throw new IllegalArgumentException("a name without letters: “" + words + "”");
    }

    /// A name that always means him.
    public static Variant always(String words) {
        return new Variant(words, Optional.empty(), Optional.empty());
    }

    /// Whether it is the same name, of the same time and paper.
    public boolean isSame(Variant other) {
        return NameWords.key(words).equals(NameWords.key(other.words)) && period.map(Edtf::text).equals(other.period.map(Edtf::text))
                && paper.equals(other.paper);
    }

    /// Whether it means him in every paper of every time.
    public boolean isAlways() {
        return period.isEmpty() && paper.isEmpty();
    }

    /// How much it says of where it holds: a name of one paper more than a name of a time, and that more than one that always holds.
    int closeness() {
        return paper.isPresent() ? 2 : period.isPresent() ? 1 : 0;
    }

    /// Whether it holds in a paper: in the one it is bound to, or of which a day may lie in its period. Of an undated paper no period is known to hold.
    ///
    /// @param day empty when undated
    boolean holds(Optional<Edtf> day, Optional<RecordId> in) {
        return (paper.isEmpty() || paper.equals(in)) && (period.isEmpty() || day.isPresent() && overlaps(day.get()));
    }

    /// Whether it may hold there: an undated paper may be of any time.
    public boolean mayHold(Optional<Edtf> day, Optional<RecordId> in) {
        return (paper.isEmpty() || paper.equals(in)) && (period.isEmpty() || day.isEmpty() || overlaps(day.get()));
    }

    private boolean overlaps(Edtf day) {
        return period.orElseThrow().overlaps(day.first(), day.last());
    }
}
