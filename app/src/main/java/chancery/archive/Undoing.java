package chancery.archive;

import static chancery.archive.Database.first;
import static chancery.archive.Database.list;
import static chancery.archive.Database.number;


import chancery.archive.JournalEntry.Change;
import chancery.archive.Stacks.Undone;
import chancery.document.Release;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Takes a delivery back, within one transaction.
final class Undoing {
    private final Connection c;
    private final Instant at;
    private final LocalDate day;
    private final String who;
    private final long accession;
    private long removed;
    private long returned;
    private final List<String> since = new ArrayList<>();

    Undoing(Connection c, Instant at, LocalDate day, String who, long accession) {
        this.c = c;
        this.at = at;
        this.day = day;
        this.who = who;
        this.accession = accession;
    }

    private record Held(long seq, String id, String path, int head, boolean removed) {}

    Undone run() throws SQLException {
        var undone = first(c, "select undone from accession where number = ?", r -> r.getBoolean(1), accession)
                .orElseThrow(() -> new IllegalArgumentException("There is no import number " + accession + "."));
        if (undone) throw new IllegalArgumentException("Import " + accession + " was taken back before.");
        for (var record : list(c,
                "select r.seq, r.id, r.path, r.head, r.removed from record r where exists (select 1 from version v where v.record = r.seq and v.accession = ? "
                + "and v.undone = 0) order by r.path",
                Undoing::held, accession))
            versions(record);
        for (var entry : list(c, "select b.entry from release_before b join journal j on j.number = b.entry where j.accession = ? order by b.entry desc",
                r -> r.getLong(1), accession))
            release(entry);
        for (var id : list(c, "select subject from journal where accession = ? and change = 'RECORD_RESTORED'", r -> r.getString(1), accession)) restored(id);
        var decisions = SqliteDesk.undo(c, accession);
        Database.run(c, "update accession set undone = 1 where number = ?", accession);
        Journal.write(c, at, who, Change.ACCESSION_UNDONE, "accession " + accession, 0, "", List.of(), accession);
        return new Undone(removed, returned, since, decisions);
    }

    private static Held held(java.sql.ResultSet r) throws SQLException {
        return new Held(r.getLong(1), r.getString(2), r.getString(3), r.getInt(4), r.getBoolean(5));
    }

    /// A record that the delivery made or changed.
    private void versions(Held record) throws SQLException {
        var own = number(c, "select accession from version where record = ? and n = ?", record.seq(), record.head()) == accession;
        if (!own || record.removed()) {
            if (!record.removed()) since.add(record.path());
            return;
        }
        Database.run(c, "update version set undone = 1 where record = ? and accession = ?", record.seq(), accession);
        var before = number(c, "select max(n) from version where record = ? and undone = 0", record.seq());
        if (before == 0) {
            remove(record.seq(), record.id(), record.head());
        } else {
            var release = first(c, "select release from version where record = ? and n = ?", r -> Codec.release(r.getString(1)), record.seq(), before)
                    .orElseThrow();
            Relations.head(c, record.seq(), (int) before, release, day);
            var digest = first(c, "select lower(hex(digest)) from version where record = ? and n = ?", r -> r.getString(1), record.seq(), before).orElseThrow();
            Journal.write(c, at, who, Change.RECORD_CHANGED, record.id(), (int) before, digest, List.of("version"), accession);
            returned++;
        }
    }

    /// A record whose release the delivery changed.
    private void release(long entry) throws SQLException {
        record Before(long record, String id, int head, Release release) {}
        var before = first(c, "select b.record, r.id, r.head, b.release from release_before b join record r on r.seq = b.record where b.entry = ?",
                r -> new Before(r.getLong(1), r.getString(2), r.getInt(3), Codec.release(r.getString(4))), entry).orElseThrow();
        var later = number(c, "select count(*) from journal where number > ? and subject = ? and change = 'RELEASE_CHANGED' and accession not in (0, ?)",
                entry, before.id(), accession);
        if (later > 0) {
            since.add(first(c, "select path from record where seq = ?", r -> r.getString(1), before.record()).orElseThrow());
            return;
        }
        Relations.release(c, before.record(), before.head(), before.release(), day);
        Journal.write(c, at, who, Change.RELEASE_CHANGED, before.id(), before.head(), "", List.of("release"), accession);
        returned++;
    }

    /// A record that had been taken back before, and that the delivery brought again as it was.
    private void restored(String id) throws SQLException {
        var record = first(c, "select seq, id, path, head, removed from record where id = ?", Undoing::held, id).orElseThrow();
        if (record.removed()) return;
        var own = number(c,
                "select count(*) from journal where subject = ? and number > (select max(number) from journal where subject = ? and change = "
                + "'RECORD_RESTORED' and accession = ?) and change in ('RECORD_CHANGED', 'RECORD_TAKEN')",
                id, id, accession) == 0;
        if (own) remove(record.seq(), id, record.head());
        else since.add(record.path());
    }

    private void remove(long seq, String id, int head) throws SQLException {
        Database.run(c, "update record set removed = 1 where seq = ?", seq);
        Relations.forget(c, seq);
        Journal.write(c, at, who, Change.RECORD_REMOVED, id, head, "", List.of(), accession);
        removed++;
    }

}
