package chancery.archive;

import static chancery.archive.Database.first;
import static chancery.archive.Database.list;
import static chancery.archive.Database.number;
import static chancery.archive.Database.run;

import chancery.archive.JournalEntry.Change;
import chancery.cable.Printed;
import chancery.document.Access;
import chancery.document.Description;
import chancery.document.Reader;
import chancery.document.RecordId;
import chancery.finding.Finding;
import chancery.finding.FindingCode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/// [Stacks] in `archive.db`, with the bytes in a [Vault].
public final class SqliteStacks implements Stacks {
    private static final int READ_TOGETHER = 200;
    private final Database db;
    private final Vault vault;
    private final ZoneId zone;
    private final InstantSource clock;
    private final byte[] key;
    private final Map<Shelf.Face, Card> pictures = Shelf.memory();
    private final Cache cache;
    private final Gathering gathering;
    private final Proposals proposals;
    private final Map<Access, SqliteReadingRoom> rooms = new EnumMap<>(Access.class);

    SqliteStacks(Database db, Vault vault, Cache cache, ZoneId zone, InstantSource clock) {
        this.db = db;
        this.vault = vault;
        this.zone = zone;
        this.clock = clock;
        this.key = HexFormat.of().parseHex(db.read(c -> first(c, "select value from archive where key = 'key'", r -> r.getString(1))).orElseThrow(
                () -> new ArchiveFailure.NotAnArchive("The archive has no key: it was not made to its end. Make it again with `chancery init`.")));
        this.cache = cache;
        this.gathering = new Gathering(cache);
        this.proposals = new Proposals(key, cache);
        for (var access : Access.values()) rooms.put(access, new SqliteReadingRoom(db, vault, new Reader(access), this::today, pictures, gathering, proposals));
    }

    /// Founds the archive in a new database.
    static void found(Database db, byte[] key, Instant at) {
        if (key.length < 16) throw new IllegalArgumentException("an archive's key has at least 16 bytes: " + key.length);
        db.change(c -> {
            run(c, "insert into archive (key, value) values ('key', ?), ('made', ?)", HexFormat.of().formatHex(key), at.toString());
            Journal.write(c, at, "chancery", Change.ARCHIVE_MADE, "archive", 0, "", List.of(), 0);
        });
    }

    @Override
    public Accession accession(DeliveryNote note) {
        return new SqliteAccession(db, vault, key, note, clock, zone);
    }

    @Override
    public List<PathFinding> findings(long accession) {
        return db.read(c -> list(c, "select path, code, place, seen from finding where accession = ? order by rowid",
                r -> new PathFinding(r.getString(1), new Finding(FindingCode.valueOf(r.getString(2)), r.getString(3), r.getString(4))), accession));
    }

    @Override
    public Undone undo(long accession, String who) {
        return db.write(c -> new Undoing(c, now(), today(), who, accession).run());
    }

    @Override
    public List<AccessionLine> accessions() {
        return db.read(c -> list(c, "select number, at, who, source, receipt, finished, undone from accession order by number desc",
                r -> new AccessionLine(r.getLong(1), Instant.parse(r.getString(2)), r.getString(3),
                        r.getString(4), r.getString(5), r.getBoolean(6), r.getBoolean(7))));
    }

    @Override
    public Desk desk() {
        return new SqliteDesk(db, key, clock, () -> room(Reader.STAFF));
    }

    @Override
    public ReadingRoom room(Reader reader) {
        return java.util.Objects.requireNonNull(rooms.get(reader.clearance()));
    }

    @Override
    public List<JournalEntry> journal(long after, int limit) {
        return db.read(c -> Journal.after(c, after, limit));
    }

    @Override
    public long lastEntry() {
        return db.read(c -> number(c, "select max(number) from journal"));
    }

    @Override
    public long endEmbargoes(String who) {
        return db.write(c -> {
            record Opened(long seq, String id, int version, int was, int is) {}
            var is = "case when release_until <= ? then release_then else release_now end";
            var changed = list(c, "select seq, id, head, opened, " + is + " from record where removed = 0 and opened <> " + is,
                    r -> new Opened(r.getLong(1), r.getString(2), r.getInt(3), r.getInt(4), r.getInt(5)), today().toString(), today().toString());
            for (var record : changed) {
                Journal.write(c, now(), who, Change.RELEASE_CHANGED, record.id(), record.version(), "", List.of("release"), 0);
                run(c, "update record set opened = ? where seq = ?", record.is(), record.seq());
            }
            return (long) changed.size() + textsEnded(c, who);
        });
    }

    /// Texts have releases of their own; the day on which one ends is told once, by the day that the archive last looked.
    private long textsEnded(Connection c, String who) throws SQLException {
        var looked = first(c, "select value from archive where key = 'looked'", r -> LocalDate.parse(r.getString(1))).orElse(LocalDate.MIN);
        record Part(String id, int version, String release) {}
        var ended = new java.util.LinkedHashMap<String, Integer>();
        for (var part : list(c,
                "select r.id, r.head, t.release from text t join record r on r.seq = t.record and r.head = t.n where t.release <> '' and r.removed = 0",
                r -> new Part(r.getString(1), r.getInt(2), r.getString(3)))) {
            var until = Codec.release(part.release()).until();
            if (until != null && until.isAfter(looked) && !until.isAfter(today())) ended.put(part.id(), part.version());
        }
        for (var record : ended.entrySet())
            Journal.write(c, now(), who, Change.RELEASE_CHANGED, record.getKey(), record.getValue(), "", List.of("text.release"), 0);
        run(c, "insert into archive (key, value) values ('looked', ?) on conflict (key) do update set value = excluded.value", today().toString());
        return ended.size();
    }

    @Override
    public long reread(LongConsumer progress) {
        var read = read(false, progress, () -> false);
        return Math.max(read, read(true, progress, () -> false));
    }

    @Override
    public long toRead() {
        return db.read(c -> number(c, "select count(*) from record r where r.removed = 0 and " + Readings.unread(true)));
    }

    @Override
    public long readOn(LongConsumer progress, BooleanSupplier stopped) {
        return read(true, progress, stopped);
    }

    /// A paper that some program of today has not read.
    private record Unread(long seq, int n, Description description, List<Readings.Named> texts) {}

    private long read(boolean later, LongConsumer progress, BooleanSupplier stopped) {
        long done = 0, last = 0;
        while (!stopped.getAsBoolean()) {
            var after = last;
            var some = db.read(c -> unread(c, later, after));
            if (some.isEmpty()) break;
            last = some.getLast().seq();
            var read = some.parallelStream().map(u -> Readings.of(u.description(), u.texts(), later)).toList();
            db.change(c -> {
                if (!later) Gathering.readAgain(c);
                for (var i = 0; i < some.size(); i++) {
                    read.get(i).keep(c, some.get(i).seq(), some.get(i).n());
                    if (!later)
                        Relations.dates(c, some.get(i).seq(),
                                Relations.days(some.get(i).description(), read.get(i).heading().flatMap(h -> h.heading().time()).map(Printed::value)));
                }
            });
            if (!later) forget();
            done += some.size();
            progress.accept(done);
        }
        if (later && done > 0) rooms.values().forEach(SqliteReadingRoom::countAnew);
        return done;
    }

    private static List<Unread> unread(Connection c, boolean later, long after) throws SQLException {
        var unread = new ArrayList<Unread>();
        for (var row : list(c,
                "select r.seq, r.head, v.description from record r join version v on v.record = r.seq and v.n = r.head where r.removed = 0 and r.seq > ? and "
                + Readings.unread(later) + " order by r.seq limit " + READ_TOGETHER,
                r -> new Unread(r.getLong(1), r.getInt(2), Codec.description(Packing.unpack(r.getBytes(3))), List.of()), after)) {
            unread.add(new Unread(row.seq(), row.n(), row.description(), list(c, "select id, body from text where record = ? and n = ? order by ordinal",
                    r -> new Readings.Named(r.getString(1), Codec.text(Packing.unpack(r.getBytes(2)))), row.seq(), row.n())));
        }
        return unread;
    }

    /// Forgets what rests on readings, in every room.
    private void forget() {
        pictures.clear();
        gathering.forget();
        rooms.values().forEach(SqliteReadingRoom::forget);
    }

    @Override
    public void concludeAhead(Reader reader) {
        var room = java.util.Objects.requireNonNull(rooms.get(reader.clearance()));
        Stream.<Runnable>of(room::onThisDay, room::overview, room::claims, room::concludeAhead).parallel().forEach(Runnable::run);
    }

    @Override
    public void keepConclusions() {
        db.read(c -> {
            proposals.keep(c);
            gathering.keep(c, Set.of(Proposals.NAME));
            return true;
        });
    }

    @Override
    public void dropConclusions() {
        cache.only(Set.of());
    }

    @Override
    public List<Face> faces(List<RecordId> ids) {
        return db.read(c -> {
            var staff = new Shelf(c, Reader.STAFF, today(), pictures);
            var faces = new ArrayList<Face>();
            for (var id : ids) {
                var row = staff.anyRow(id);
                if (row.isPresent()) faces.addAll(staff.faces(row.get()));
            }
            return faces;
        });
    }

    @Override
    public List<RecordId> records() {
        return db.read(c -> list(c, "select id from record where removed = 0 order by source, path", r -> new RecordId(r.getString(1))));
    }

    @Override
    public List<String> check() {
        return new Check(db, vault).run();
    }

    /// Copies a moment of the store to a new file.
    void copyTo(Path file) {
        db.copyTo(file);
    }

    /// The digests of all files that records name.
    List<String> digests() {
        return db.read(c -> list(c, "select lower(hex(digest)) from file order by digest", r -> r.getString(1)));
    }

    /// A line for each thing that makes this archive what it is (journal, versions, files), for comparing it with another; in an order of its own.
    public List<String> inventory() {
        return db.read(c -> {
            var lines = new ArrayList<String>();
            lines.addAll(list(c, "select number, at, who, change, subject, version, lower(hex(digest)) from journal order by number",
                    r -> "journal " + r.getLong(1) + " " + r.getString(2) + " " + r.getString(3) + " "
                    + r.getString(4) + " " + r.getString(5) + " " + r.getInt(6) + " " + r.getString(7)));
            lines.addAll(list(c,
                    "select r.id, r.path, r.removed, r.head, v.n, lower(hex(v.digest)), v.release from record r join version v on v.record = r.seq order by "
                    + "r.id, v.n",
                    r -> "record " + r.getString(1) + " " + r.getString(2) + " removed=" + r.getInt(3) + " head="
                    + r.getInt(4) + " version " + r.getInt(5) + " " + r.getString(6) + " " + r.getString(7)));
            lines.addAll(list(c, "select lower(hex(digest)), size from file order by digest", r -> "file " + r.getString(1) + " " + r.getLong(2)));
            return lines;
        });
    }

    @Override
    public void close() {
        db.close();
    }

    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(now(), zone);
    }
}
