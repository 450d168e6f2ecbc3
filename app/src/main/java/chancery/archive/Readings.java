package chancery.archive;

import static chancery.archive.Database.first;
import static chancery.archive.Database.run;

import chancery.archive.ReadingProgram.Given;
import chancery.cable.HeadingReading;
import chancery.document.Description;
import chancery.document.PlainLayer;
import chancery.document.Text;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What reading programs found in the texts of one version of a record, ready to be kept.
///
/// @param heading the heading of the first text; empty where there is no text
/// @param made    what is kept, a row for each text and program
record Readings(Optional<HeadingReading> heading, List<Made> made) {
    /// The programs, in the order they run.
    static final List<ReadingProgram> PROGRAMS = List.of(new Headings(), new References(), new Likeness(), new Claims());

    /// Nothing was read.
    static final Readings NONE = new Readings(Optional.empty(), List.of());

    /// What is kept of a text in which a program found nothing: that it was read.
    static final byte[] NOTHING = {};

    /// One reading.
    record Made(int ordinal, ReadingProgram program, byte[] found) {}

    /// A text with its permanent name.
    record Named(String id, Text text) {}

    /// Reads every text by those programs that read what comes in, or by those that take their time.
    static Readings of(Description description, List<Named> texts, boolean later) {
        if (texts.isEmpty()) return NONE;
        var heading = Optional.of(Headings.read(description, texts.getFirst().text()));
        var made = new ArrayList<Made>();
        for (var i = 0; i < texts.size(); i++) {
            var given = new Given(description, texts.get(i).id(), i, texts.get(i).text(), PlainLayer.of(texts.get(i).text()), heading);
            for (var program : PROGRAMS) if (program.later() == later && program.reads(i)) made.add(new Made(i, program, program.read(given)));
        }
        return new Readings(heading, made);
    }

    /// Keeps them for a version, in place of what was kept before.
    void keep(Connection c, long record, int n) throws SQLException {
        for (var m : made) {
            run(c, "insert into reading (record, n, ordinal, what, program, found) values (?, ?, ?, ?, ?, ?) on conflict (record, n, ordinal, what) do update "
                    + "set program = excluded.program, found = excluded.found",
                    record, n, m.ordinal(), m.program().what(), m.program().version(), m.found());
        }
    }

    /// What was found, as words; empty where nothing was kept, or the text was not read.
    static Optional<String> kept(Connection c, long record, int n, int ordinal, String what) throws SQLException {
        return first(c, "select found from reading where record = ? and n = ? and ordinal = ? and what = ?", r -> r.getBytes(1), record, n, ordinal, what)
                .filter(found -> found.length > 0).map(Packing::unpack);
    }

    /// A condition on `record r` that holds where some text of its present version was not read by
    /// a program of today: those that read what comes in, or those that
    /// take their time. These read only what those have read, so that a delivery taken in without readings stays so.
    static String unread(boolean later) {
        var missing = new ArrayList<String>();
        for (var program : PROGRAMS) {
            if (program.later() != later) continue;
            missing.add("exists (select 1 from text t where t.record = r.seq and t.n = r.head"
                    + (program.reads(1) ? "" : " and t.ordinal = 0") + (later ? " and " + has(Headings.WHAT, "0", "") : "")
                    + " and not " + has(program.what(), "t.ordinal", " and g.program = '" + program.version() + "'") + ")");
        }
        return missing.isEmpty() ? "0" : "(" + String.join(" or ", missing) + ")";
    }

    private static String has(String what, String ordinal, String more) {
        return "exists (select 1 from reading g where g.record = t.record and g.n = t.n and g.ordinal = "
                + ordinal + " and g.what = '" + what + "'" + more + ")";
    }
}
