package chancery.document;

import java.util.List;

/// Where a paper lies: the way down the tree of its repository, and the reference as printed.
///
/// @param path      the steps from the widest down, such as repository, series, file; empty when the words could not be taken apart
/// @param asPrinted the archival reference as the source gives it, brackets left off: `AA: A989, 44/735/765/3`; never empty
public record Holding(List<Step> path, String asPrinted) {
    public Holding {
        path = List.copyOf(path);
        if (asPrinted.isBlank()) throw new IllegalArgumentException("a holding needs its reference as printed");
    }

    /// One node of the tree.
    ///
    /// @param level its level of description
    /// @param title its name for people: `W. Averell Harriman Papers`, `A989`; never empty
    /// @param code  its reference code as printed, or its title again where it has none
    public record Step(Level level, String title, String code) {
        public Step {
            if (title.isBlank()) throw new IllegalArgumentException("a holding's step needs a title: " + level);
        }

        /// A step whose title is its code.
        public static Step of(Level level, String title) {
            return new Step(level, title, title);
        }
    }
}
