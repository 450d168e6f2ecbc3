package chancery.archive;

import static chancery.archive.Database.list;
import static chancery.archive.Database.number;

import java.util.ArrayList;
import java.util.List;

/// Compares the store with itself and with its files; every byte is read again.
final class Check {
    private final Database db;
    private final Vault vault;

    Check(Database db, Vault vault) {
        this.db = db;
        this.vault = vault;
    }

    /// A line for each fault, with what to do; none is good.
    List<String> run() {
        var faults = new ArrayList<>(db.faults());
        faults.addAll(journal());
        faults.addAll(contents());
        faults.addAll(files());
        return faults;
    }

    private List<String> journal() {
        return db.read(c -> {
            var faults = new ArrayList<String>();
            long last = number(c, "select max(number) from journal"), many = number(c, "select count(*) from journal");
            if (last != many) faults.add("journal: " + many + " entries are numbered up to " + last + "; restore from a backup");
            for (var id : list(c, "select id from record where not exists (select 1 from journal where subject = id)", r -> r.getString(1)))
                faults.add("record " + id + ": the journal does not know it; restore from a backup");
            for (var id : list(c, "select id from record r where not exists (select 1 from version v where v.record = r.seq and v.n = r.head and v.undone = 0)",
                    r -> r.getString(1))) {
                if (number(c, "select removed from record where id = ?", id) == 0)
                    faults.add("record " + id + ": its present version is missing; restore from a backup");
            }
            return faults;
        });
    }

    private List<String> contents() {
        return db.read(c -> {
            var faults = new ArrayList<String>();
            faults.addAll(list(c, "select r.id, v.n, v.description from version v join record r on r.seq = v.record",
                    r -> fault("record " + r.getString(1) + " version " + r.getInt(2), () -> Codec.description(Packing.unpack(r.getBytes(3))))));
            faults.addAll(list(c, "select id, n, body from text",
                    r -> fault("text " + r.getString(1) + " version " + r.getInt(2), () -> Codec.text(Packing.unpack(r.getBytes(3))))));
            faults.addAll(list(c, "select d.number, d.kind, d.body, lower(hex(j.digest)) from decision d join journal j on j.number = d.number",
                    r -> fault("decision " + r.getLong(1), () -> Decisions.verified(r.getString(2), Packing.unpack(r.getBytes(3)), r.getString(4)))));
            faults.removeIf(String::isEmpty);
            return faults;
        });
    }

    private interface Reading {
        Object read() throws java.sql.SQLException;
    }

    private static String fault(String what, Reading reading) throws java.sql.SQLException {
        try {
            reading.read();
            return "";
        } catch (RuntimeException e) {
            return what + ": cannot be read (" + e.getMessage() + "); restore from a backup";
        }
    }

    private List<String> files() {
        var digests = db.read(c -> list(c, "select lower(hex(digest)) from file order by digest", r -> r.getString(1)));
        var faults = new ArrayList<String>();
        for (var digest : vault.faults(digests)) faults.add("file " + digest + ": is missing or is not what its name says; put back the one from a backup");
        return faults;
    }
}
