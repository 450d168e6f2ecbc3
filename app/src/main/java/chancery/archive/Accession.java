package chancery.archive;

import chancery.document.RecordId;
import chancery.finding.Finding;
import java.util.List;

/// A delivery being taken in. Batches are whole: bytes are synced, then records and journal entries are written in one transaction.
/// Stopping between batches (power cut, [#close()] without [#finish()]) leaves what was taken, and taking the same delivery in again goes on where it stopped.
/// One thread at a time, except [#ready].
public interface Accession extends AutoCloseable {
    /// Makes items ready to be taken: their bytes are kept and synced, their texts read and packed. Nothing refers to them yet. Any thread, several at once.
    Ready ready(List<Submission> batch);

    /// Takes in what was made ready, in order, as one unit. What comes back has one outcome for each item, in order.
    List<Outcome> take(Ready batch);

    /// Makes items ready and takes them in.
    default List<Outcome> take(List<Submission> batch) {
        return take(ready(batch));
    }

    /// Notes an item that could not be read.
    void refuse(String path, List<Finding> findings);

    /// Ends the delivery: notes what earlier deliveries of the source had and this one lacks, writes the receipt, syncs.
    AccessionReceipt finish();

    /// Lets go without a receipt, unless finished.
    @Override
    void close();

    /// Items that can be set down at once.
    sealed interface Ready permits SqliteAccession.Batch {}

    /// What became of an item.
    sealed interface Outcome {
        /// A record that was not held before.
        record Taken(RecordId id) implements Outcome {}

        /// Held already, the same in every byte and reading of it.
        record Unchanged(RecordId id) implements Outcome {}

        /// Held before in another form, which is kept.
        ///
        /// @param version its number, 2 or more
        record NewVersion(RecordId id, int version) implements Outcome {}

        /// Not taken in; why is in the findings.
        record Refused(String path, List<Finding> findings) implements Outcome {}
    }
}
