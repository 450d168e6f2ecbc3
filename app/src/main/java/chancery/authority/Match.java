package chancery.authority;

import java.util.List;

/// Whom a name in a paper means.
public sealed interface Match {
    /// Nobody who was described.
    record Unknown() implements Match {}

    /// One, by a name that was recorded.
    record One(Authority authority, Variant by) implements Match {}

    /// One of several whom the name may mean as well: no more is known than its words.
    ///
    /// @param of two or more, in the order of their names
    record Several(List<Authority> of) implements Match {
        public Several {
            of = List.copyOf(of);
        }
    }
}
