package chancery.archive;

import static chancery.archive.Database.list;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;

/// How far the journal had come when something was kept in the [Cache], and what its last entries were. A store whose journal has these
/// entries is the one it was made from, perhaps grown since: what it
/// says of a version holds. A store put in its place (an older copy that went another way) has others there.
///
/// @param number of the last entry
/// @param entries a digest of the last hundred
record Lineage(long number, String entries) {
    private static final int LAST = 100;

    /// Of a store as it is now.
    static Lineage of(Connection c) throws SQLException {
        var number = Database.number(c, "select coalesce(max(number), 0) from journal");
        return new Lineage(number, entries(c, number));
    }

    private static String entries(Connection c, long number) throws SQLException {
        var lines = list(c,
                "select number || ' ' || at || ' ' || who || ' ' || change || ' ' || subject || ' ' || version || ' ' || hex(digest) || ' ' || accession from "
                + "journal where number between ? and ? order by number",
                r -> r.getString(1), number - LAST + 1, number);
        return FolderVault.digest(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    static Lineage read(CacheReader content) {
        return new Lineage(content.number(), content.words());
    }

    void write(CacheWriter content) {
        content.number(number);
        content.words(entries);
    }

    /// Whether a store is the one it was made from.
    boolean isOf(Connection c) throws SQLException {
        return entries.equals(entries(c, number));
    }
}
