package chancery.archive;

import java.time.Instant;
import java.util.List;

/// One change. It holds ids, digests and names of fields, never contents: contents can be destroyed, the fact of the change cannot.
///
/// @param number  its place in the journal; entries have no gaps
/// @param at      when, UTC
/// @param who     who did it
/// @param change  what kind of change
/// @param subject the id of what was changed
/// @param version the version that came of it; 0 where there is none
/// @param digest  SHA-256 of the content that came of it, in hexadecimal; empty where there is none
/// @param fields  names of what changed, in order; may be empty
/// @param accession the delivery it belongs to; 0 where there is none
public record JournalEntry(long number, Instant at, String who, Change change,
        String subject, int version, String digest, List<String> fields, long accession) {
    /// The kinds of change. New kinds are added at the end; none is renamed.
    public enum Change { ARCHIVE_MADE, ACCESSION_BEGUN, RECORD_TAKEN, RECORD_CHANGED, RECORD_REMOVED,
            RECORD_RESTORED, RELEASE_CHANGED, ACCESSION_FINISHED, ACCESSION_UNDONE, CLAIM_DECIDED, AUTHORITY_DECIDED }
}
