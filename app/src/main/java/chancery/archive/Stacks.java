package chancery.archive;

import chancery.document.Access;
import chancery.document.Reader;
import chancery.document.RecordId;
import chancery.finding.Finding;
import java.util.List;

/// All that the archive holds, closed papers too. Reached only by what takes in, keeps and indexes; whatever faces people goes through [#room].
/// Safe to share between threads; changes happen one after another.
public interface Stacks extends AutoCloseable {
    /// Begins to take a delivery in. One at a time.
    Accession accession(DeliveryNote note);

    /// The findings of a delivery, in the order they were met: the path of the item, and what was found.
    List<PathFinding> findings(long accession);

    /// Takes a whole delivery, or a run of decisions, back: new records are removed, changed ones return to what they were before it. Nothing is destroyed.
    /// Records changed since by another delivery are left as they are, and listed.
    ///
    /// @throws IllegalArgumentException where there is no such delivery, or it has been taken back before
    Undone undo(long accession, String who);

    /// Deliveries, the newest first.
    List<AccessionLine> accessions();

    /// Where people decide about claims.
    Desk desk();

    /// What one reader may see.
    ReadingRoom room(Reader reader);

    /// Entries after a number, in order.
    ///
    /// @param after 0 for the beginning
    List<JournalEntry> journal(long after, int limit);

    /// The last entry's number; 0 where there is none.
    long lastEntry();

    /// Writes the entries for embargoes that have ended since they were last looked at; returns how many.
    long endEmbargoes(String who);

    /// Reads the texts that a reading program, or its version of today, has not read; returns how many records. The index is to be made again after it.
    ///
    /// @param progress told how many are done
    long reread(java.util.function.LongConsumer progress);

    /// How many records [#readOn] would read.
    long toRead();

    /// Reads the texts that came in with readings and that the programs which take their time have
    /// not read; returns how many records. What was read stays where it is
    /// stopped; the index has nothing of it.
    ///
    /// @param progress told how many are done
    /// @param stopped  asked after every few hundred records
    long readOn(java.util.function.LongConsumer progress, java.util.function.BooleanSupplier stopped);

    /// Concludes and counts for a reader's room what rests on many papers, so that no reader waits for it. Whoever calls it calls it again
    /// whenever the archive has changed: until then, and until it is
    /// done, readers are shown the references and exchanges of before where papers only came to
    /// those they see; where one was closed, changed or taken back, they wait.
    void concludeAhead(Reader reader);

    /// Keeps what was concluded from many papers (references, exchanges, claims) for the next start, as far as it is
    /// not kept yet. Called by who owns the index, so that one process writes.
    void keepConclusions();

    /// Deletes what was kept; it is concluded again when it is asked for. Called by who owns the index.
    void dropConclusions();

    /// What an index is to hold of some records today, in their order: one face for each level at which more of a record is seen; none where it is gone.
    List<Face> faces(List<RecordId> ids);

    /// Every record that is not removed, in the order of sources and delivery paths.
    List<RecordId> records();

    /// Reads every digest again and compares the store with itself; every line is a fault, none is good.
    List<String> check();

    @Override
    void close();

    /// A record as the readers of one level see it.
    ///
    /// @param access the level whose index holds this face
    /// @param fuller whether a more open level has a face of the same record, which this one hides where both may be seen
    /// @param view   what these readers see, its files left out
    record Face(Access access, boolean fuller, RecordView view) {}

    /// A finding and the item it is about.
    record PathFinding(String path, Finding finding) {}

    /// What came of taking a delivery back.
    ///
    /// @param removed  records that it had brought, now removed
    /// @param returned records that are again what they were before it
    /// @param since    delivery paths of records changed since, left as they are
    /// @param decisions decisions about claims that no longer hold
    record Undone(long removed, long returned, List<String> since, long decisions) {}

    /// A delivery in one line.
    record AccessionLine(long number, java.time.Instant at, String who, String source, String receipt, boolean finished, boolean undone) {}
}
