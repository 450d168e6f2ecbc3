package chancery.cable;

import java.util.Locale;

/// The secrecy stamped on a paper: the stamp, never our decision who may see it.
///
/// The words are kept as printed. [#level()] groups the words of several systems and times for filters: `MOST SECRET`
/// was the British and Australian word until 1944 for what has been `TOP SECRET` since.
///
/// @param asPrinted the words in capitals: `MOST SECRET`
/// @param level     the group
public record Classification(String asPrinted, Level level) implements Comparable<Classification> {

    /// Groups of secrecy, the highest first.
    public enum Level {
        TOP_SECRET,
        SECRET,
        CONFIDENTIAL,
        RESTRICTED,
        UNCLASSIFIED;

        /// As filters name it: `top secret`.
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /// The higher secrecy comes first; words within a level in the order of the alphabet.
    @Override
    public int compareTo(Classification other) {
        int byLevel = level.compareTo(other.level);
        return byLevel != 0 ? byLevel : asPrinted.compareTo(other.asPrinted);
    }
}
