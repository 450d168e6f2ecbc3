package chancery.archive;

import chancery.document.Access;
import java.util.Map;

/// The proof of a delivery: every item that was read is counted once.
///
/// @param number     the delivery's number, for `undo`; 0 for a dry run
/// @param read       items that were read
/// @param taken      of these, new records
/// @param unchanged  of these, held already
/// @param versions   of these, new versions of records held
/// @param refused    of these, not taken in
/// @param missing    records of the source that this delivery did not bring; nothing was deleted
/// @param released   records held already whose release was changed
/// @param findings   how many findings there are, refusals among them
/// @param levels     how many of the records taken or changed are open to whom today
public record AccessionReceipt(long number, long read, long taken, long unchanged, long versions,
        long refused, long missing, long released, long findings, Map<Access, Long> levels) {
    public AccessionReceipt {
        if (read != taken + unchanged + versions + refused) throw new IllegalArgumentException("a receipt that does not add up: %d read".formatted(read));
        levels = Map.copyOf(levels);
    }

    /// `5593 read = 5593 taken + 0 unchanged + 0 new versions + 0 refused`
    public String line() {
        return "%d read = %d taken + %d unchanged + %d new versions + %d refused".formatted(read, taken, unchanged, versions, refused);
    }
}
