package chancery.archive;

import chancery.archive.JournalEntry.Change;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/// The journal's table. An entry is written in the transaction of its change.
final class Journal {
    private Journal() {}

    /// Writes the next entry; returns its number. Numbers have no gaps: there is one writer, and a change that fails takes its entry with it.
    static long write(Connection c, Instant at, String who, Change change, String subject, int version, String digest, List<String> fields, long accession)
            throws SQLException {
        return Database.insert(c,
                "insert into journal (number, at, who, change, subject, version, digest, fields, accession) values ((select coalesce(max(number), 0) + 1 from "
                + "journal), ?, ?, ?, ?, ?, unhex(?), ?, ?)",
                at.toString(), who, change.name(), subject, version, digest, String.join(" ", fields), accession);
    }

    /// Entries after a number, in order.
    static List<JournalEntry> after(Connection c, long after, int limit) throws SQLException {
        return Database.list(c,
                "select number, at, who, change, subject, version, lower(hex(digest)), fields, accession from journal where number > ? order by number limit ?",
                r -> new JournalEntry(r.getLong(1), Instant.parse(r.getString(2)), r.getString(3),
                        Change.valueOf(r.getString(4)), r.getString(5), r.getInt(6), r.getString(7),
                        r.getString(8).isEmpty() ? List.of() : List.of(r.getString(8).split(" ")), r.getLong(9)),
                after, limit);
    }
}
