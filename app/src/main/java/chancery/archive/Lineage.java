package chancery.archive;

import static chancery.archive.Database.first;

import java.sql.Connection;
import java.sql.SQLException;

/// How far the journal had come when something was kept in the [Cache]. A store whose journal has that same entry is the one it was made from, perhaps grown since: what it says of a version holds.
/// A store put in its place (an older copy that went another way) has another entry there.
///
/// @param number of the last entry
/// @param entry  all that the entry says; empty where there is none
record Lineage(long number, String entry) {
    /// Of a store as it is now.
    static Lineage of(Connection c) throws SQLException {
        var number = Database.number(c, "select coalesce(max(number), 0) from journal");
        return new Lineage(number, entry(c, number));
    }

    private static String entry(Connection c, long number) throws SQLException {
        return first(c, "select at || ' ' || who || ' ' || change || ' ' || subject || ' ' || version || ' ' || hex(digest) || ' ' || accession from journal where number = ?", r -> r.getString(1), number).orElse("");
    }

    static Lineage read(CacheReader content) {
        return new Lineage(content.number(), content.words());
    }

    void write(CacheWriter content) {
        content.number(number);
        content.words(entry);
    }

    /// Whether a store is the one it was made from.
    boolean isOf(Connection c) throws SQLException {
        return entry.equals(entry(c, number));
    }
}
