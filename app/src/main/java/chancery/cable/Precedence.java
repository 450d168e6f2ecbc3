package chancery.cable;

/// How urgently a message was to be handled on the wire.
///
/// The words are kept as printed. [#urgency()] groups the words of several systems and times for filters: `EMERGENCY`
/// (from 1948), `MOST IMMEDIATE` (before) and the American `FLASH` all went first.
///
/// @param asPrinted the words in capitals: `MOST IMMEDIATE`
/// @param urgency   the group
public record Precedence(String asPrinted, Urgency urgency) implements Comparable<Precedence> {

    /// Groups of urgency, the most urgent first.
    public enum Urgency {
        FIRST,
        IMMEDIATE,
        PRIORITY,
        ROUTINE,
        DEFERRED
    }

    /// The more urgent comes first; words within a group in the order of the alphabet.
    @Override
    public int compareTo(Precedence other) {
        int byUrgency = urgency.compareTo(other.urgency);
        return byUrgency != 0 ? byUrgency : asPrinted.compareTo(other.asPrinted);
    }
}
