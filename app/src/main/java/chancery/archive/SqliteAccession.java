package chancery.archive;

import static chancery.archive.Database.first;
import static chancery.archive.Database.insert;
import static chancery.archive.Database.list;
import static chancery.archive.Database.run;

import chancery.archive.Accession.Outcome.NewVersion;
import chancery.archive.Accession.Outcome.Refused;
import chancery.archive.Accession.Outcome.Taken;
import chancery.archive.Accession.Outcome.Unchanged;
import chancery.archive.JournalEntry.Change;
import chancery.archive.Submission.SubmittedFile;
import chancery.cable.Printed;
import chancery.document.Access;
import chancery.document.Description;
import chancery.document.Node.Tag;
import chancery.document.RecordId;
import chancery.document.Release;
import chancery.document.Text;
import chancery.finding.Finding;
import chancery.finding.FindingCode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A delivery being taken into `archive.db`.
///
/// A batch is made ready outside any transaction (its bytes synced, its texts packed, digested and
/// read), and then its rows and journal entries are one transaction.
final class SqliteAccession implements Accession {
    private final Database db;
    private final Vault vault;
    private final byte[] key;
    private final DeliveryNote note;
    private final InstantSource clock;
    private final ZoneId zone;
    private final long number;
    private final Relations.Memory known = Relations.memory();
    private final Set<String> paths = new HashSet<>();
    private final Map<Access, Long> levels = new EnumMap<>(Access.class);
    private long taken, unchanged, versions, refused, released, findings;

    SqliteAccession(Database db, Vault vault, byte[] key, DeliveryNote note, InstantSource clock, ZoneId zone) {
        this.db = db;
        this.vault = vault;
        this.key = key;
        this.note = note;
        this.clock = clock;
        this.zone = zone;
        this.number = note.dryRun() ? 0 : db.write(this::begin);
    }

    private long begin(Connection c) throws SQLException {
        var accession = insert(c, "insert into accession (at, who, source, origin, release) values (?, ?, ?, ?, ?)",
                now().toString(), note.who(), note.source(), note.from(), note.release().word());
        Journal.write(c, now(), note.who(), Change.ACCESSION_BEGUN, "accession " + accession, 0, "", List.of(), accession);
        return accession;
    }

    // ---- made ready outside the transaction

    /// Items ready to be set down.
    record Batch(List<Prepared> items) implements Ready {}

    @Override
    public Batch ready(List<Submission> batch) {
        var bytes = batch.stream().flatMap(s -> s.files().stream()).map(SubmittedFile::bytes).toList();
        var digests = note.dryRun() ? bytes.stream().map(FolderVault::digest).toList() : vault.keep(bytes);
        var items = new ArrayList<Prepared>(batch.size());
        var at = 0;
        for (var item : batch) items.add(prepare(item, digests.subList(at, at += item.files().size())));
        return new Batch(items);
    }

    /// A submission ready to be set down.
    record Prepared(Submission item, RecordId id, Description description, byte[] packed,
            List<PreparedText> texts, String digest, List<String> files, Release release, Readings readings) {}

    record PreparedText(String id, byte[] packed, String release, int cuts) {}

    private Prepared prepare(Submission item, List<String> files) {
        var id = RecordId.of(key, note.source(), item.path());
        var description = published(item.description());
        var json = Codec.write(description);
        var sha = sha256();
        sha.update(json.getBytes(StandardCharsets.UTF_8));
        var texts = new ArrayList<PreparedText>();
        for (var text : item.texts()) {
            var xml = Codec.write(text.text());
            var release = text.release().map(Codec::write).orElse("");
            sha.update(("\u0000" + xml + "\u0000" + release).getBytes(StandardCharsets.UTF_8));
            texts.add(new PreparedText(textId(id, text.text(), texts), Packing.pack(xml), release, cuts(text.text())));
        }
        for (var i = 0; i < files.size(); i++)
            sha.update(("\u0000" + files.get(i) + item.files().get(i).name() + item.files().get(i).role()).getBytes(StandardCharsets.UTF_8));
        return new Prepared(item, id, description, Packing.pack(json), texts, HexFormat.of().formatHex(sha.digest()),
                files, item.release().orElse(Release.of(note.release())), readings(item, description, texts));
    }

    private Readings readings(Submission item, Description description, List<PreparedText> texts) {
        if (!note.readings()) return Readings.NONE;
        return Readings.of(description,
                IntStream.range(0, texts.size()).mapToObj(i -> new Readings.Named(texts.get(i).id(), item.texts().get(i).text())).toList(), false);
    }

    /// The description, published also in the collection that the whole delivery goes into.
    private Description published(Description d) {
        if (note.collection().isEmpty()) return d;
        var ordinal = d.collections().isEmpty() ? 0 : d.collections().getFirst().ordinal();
        var collections = new ArrayList<>(d.collections());
        collections.add(new Description.Membership(note.collection(), ordinal));
        return new Description(d.title(), d.creators(), d.contributors(), d.kind(), d.extent(), d.dating(),
                d.summary(), d.languages(), d.marking(), d.accessNote(), d.rights(), d.credit(),
                d.people(), d.places(), d.subjects(), collections, d.holdings(), d.related(), d.edition(), d.sourceIds(), d.uploaded());
    }

    /// A text keeps its name from version to version: it is made of its record, its kind and language, and its place among those alike.
    private String textId(RecordId record, Text text, List<PreparedText> before) {
        for (var nth = 0; ; nth++) {
            var id = RecordId.name(key, "text", record + " " + text.kind().word() + " " + text.language() + " " + nth);
            if (before.stream().noneMatch(t -> t.id().equals(id))) return id;
        }
    }

    /// How many passages of a text we have cut out ourselves.
    private static int cuts(Text text) {
        return (int) text.all(Tag.GAP).stream().filter(g -> g.attribute("reason").filter("redacted"::equals).isPresent()).count();
    }

    // ---- set down

    @Override
    public List<Outcome> take(Ready batch) {
        var prepared = ((Batch) batch).items();
        if (prepared.isEmpty()) return List.of();
        var outcomes = new ArrayList<Outcome>(prepared.size());
        if (note.dryRun()) {
            db.<@Nullable Void>read(c -> {
                for (var item : prepared) outcomes.add(judge(c, item));
                return null;
            });
        } else {
            db.change(c -> {
                var relations = new Relations(c, key, known);
                for (var item : prepared) outcomes.add(setDown(c, relations, item));
            });
        }
        for (var i = 0; i < prepared.size(); i++) count(outcomes.get(i), prepared.get(i));
        return outcomes;
    }

    private record Held(long seq, int head, int last, String digest, boolean removed, Release release) {}

    private Optional<Held> held(Connection c, Prepared p) throws SQLException {
        return first(c,
                "select r.seq, r.head, (select max(n) from version where record = r.seq), lower(hex(v.digest)), r.removed, v.release from record r join "
                + "version v on v.record = r.seq and v.n = r.head where r.source = ? and r.path = ?",
                r -> new Held(r.getLong(1), r.getInt(2), r.getInt(3), r.getString(4), r.getBoolean(5), Codec.release(r.getString(6))),
                note.source(), p.item().path());
    }

    /// What would become of an item.
    private Outcome judge(Connection c, Prepared p) throws SQLException {
        if (paths.contains(p.item().path())) return twice(p);
        var held = held(c, p);
        if (held.isEmpty() || held.get().removed()) return new Taken(p.id());
        return held.get().digest().equals(p.digest()) ? new Unchanged(p.id()) : new NewVersion(p.id(), held.get().last() + 1);
    }

    private Outcome setDown(Connection c, Relations relations, Prepared p) throws SQLException {
        if (!paths.add(p.item().path())) return twice(p);
        for (var finding : p.item().findings()) write(c, p.item().path(), finding);
        var held = held(c, p);
        if (held.isEmpty()) return taken(c, relations, p);
        if (held.get().removed()) return restored(c, relations, p, held.get());
        if (!held.get().digest().equals(p.digest())) return changed(c, relations, p, held.get());
        if (note.opens() && p.item().release().isEmpty()) release(c, p, held.get());
        return new Unchanged(p.id());
    }

    private Outcome twice(Prepared p) {
        return new Refused(p.item().path(), List.of(new Finding(FindingCode.DOCUMENT_TWICE, p.item().path(), "")));
    }

    private Outcome taken(Connection c, Relations relations, Prepared p) throws SQLException {
        var release = p.release();
        var days = days(p);
        var seq = insert(c,
                "insert into record (id, slug, source, path, head, release_now, release_until, release_then, opened, first_day, last_day, minute) values "
                + "(?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?)",
                p.id().value(), Relations.slug(p.description()), note.source(), p.item().path(), release.now().ordinal(),
                Relations.until(release), Relations.then(release), release.on(today()).ordinal(), days.first(), days.last(), days.minute());
        contents(c, p, seq, 1);
        relations.add(seq, p.description());
        Journal.write(c, now(), note.who(), Change.RECORD_TAKEN, p.id().value(), 1, p.digest(), List.of(), number);
        return new Taken(p.id());
    }

    private Outcome changed(Connection c, Relations relations, Prepared p, Held held) throws SQLException {
        var n = held.last() + 1;
        var release = p.item().release().orElse(note.opens() ? p.release() : held.release());
        closeEarlier(c, p, held);
        version(c, relations, with(p, release), held.seq(), n);
        Journal.write(c, now(), note.who(), Change.RECORD_CHANGED, p.id().value(), n, p.digest(), List.of("description", "texts", "files"), number);
        return new NewVersion(p.id(), n);
    }

    /// A record that had been taken back comes again: as the version it was, or as a new one.
    private Outcome restored(Connection c, Relations relations, Prepared p, Held held) throws SQLException {
        var same = first(c, "select n from version where record = ? and digest = unhex(?) order by n desc limit 1", r -> r.getInt(1), held.seq(), p.digest());
        run(c, "update record set removed = 0 where seq = ?", held.seq());
        if (same.isPresent()) {
            run(c, "update version set undone = 0, accession = ? where record = ? and n = ?", number, held.seq(), same.get());
            Relations.head(c, held.seq(), same.get(), p.release(), today());
        } else {
            version(c, relations, p, held.seq(), held.last() + 1);
        }
        Journal.write(c, now(), note.who(), Change.RECORD_RESTORED, p.id().value(), same.orElse(held.last() + 1), p.digest(), List.of(), number);
        return new Taken(p.id());
    }

    private static Prepared with(Prepared p, Release release) {
        return new Prepared(p.item(), p.id(), p.description(), p.packed(), p.texts(), p.digest(), p.files(), release, p.readings());
    }

    /// A text out of which more has been cut closes its earlier versions: they hold what was cut.
    private static void closeEarlier(Connection c, Prepared p, Held held) throws SQLException {
        for (var text : p.texts()) {
            if (text.cuts() == 0) continue;
            var before = first(c, "select body from text where record = ? and n = ? and id = ?",
                    r -> cuts(Codec.text(Packing.unpack(r.getBytes(1)))), held.seq(), held.head(), text.id());
            if (before.isPresent() && before.get() < text.cuts())
                run(c, "update version set closed = ? where record = ?", Access.WITHHELD.ordinal(), held.seq());
        }
    }

    private static Relations.Days days(Prepared p) {
        return Relations.days(p.description(), p.readings().heading().flatMap(h -> h.heading().time()).map(Printed::value));
    }

    /// A version of a record held already.
    private void version(Connection c, Relations relations, Prepared p, long seq, int n) throws SQLException {
        contents(c, p, seq, n);
        run(c, "update record set head = ?, slug = ? where seq = ?", n, Relations.slug(p.description()), seq);
        Relations.dates(c, seq, days(p));
        Relations.release(c, seq, n, p.release(), today());
        relations.set(seq, p.description());
    }

    private void contents(Connection c, Prepared p, long seq, int n) throws SQLException {
        run(c, "insert into version (record, n, accession, at, digest, release, description) values (?, ?, ?, ?, unhex(?), ?, ?)",
                seq, n, number, now().toString(), p.digest(), Codec.write(p.release()), p.packed());
        for (var i = 0; i < p.texts().size(); i++) {
            var text = p.texts().get(i);
            run(c, "insert into text (record, n, ordinal, id, release, body) values (?, ?, ?, ?, ?, ?)", seq, n, i, text.id(), text.release(), text.packed());
        }
        for (var i = 0; i < p.files().size(); i++) attach(c, p.item().path(), p.item().files().get(i), p.files().get(i), seq, n, i);
        p.readings().keep(c, seq, n);
    }

    /// A file that is named as the paper's delivery path ends is kept without a name of its own.
    private static void attach(Connection c, String path, SubmittedFile file, String digest, long seq, int n, int ordinal) throws SQLException {
        run(c, "insert into file (digest, size) values (unhex(?), ?) on conflict do nothing", digest, file.bytes().length);
        var release = file.release().map(Codec::write).orElse("");
        run(c, "insert into attached (record, n, ordinal, digest, role, name, media, release) values (?, ?, ?, unhex(?), ?, ?, ?, ?)", seq,
                n, ordinal, digest, file.role().name(), file.name().equals(Shelf.lastName(path)) ? "" : file.name(), file.media(), release);
    }

    /// Opens or closes a record held already, as this delivery was asked to.
    private void release(Connection c, Prepared p, Held held) throws SQLException {
        if (held.release().equals(p.release())) return;
        var entry = Journal.write(c, now(), note.who(), Change.RELEASE_CHANGED, p.id().value(), held.head(), "", List.of("release"), number);
        run(c, "insert into release_before (entry, record, release) values (?, ?, ?)", entry, held.seq(), Codec.write(held.release()));
        Relations.release(c, held.seq(), held.head(), p.release(), today());
        released++;
        levels.merge(p.release().on(today()), 1L, Long::sum);
    }

    private void count(Outcome outcome, Prepared p) {
        findings += p.item().findings().size();
        switch (outcome) {
            case Taken _ -> {
                taken++;
                levels.merge(p.release().on(today()), 1L, Long::sum);
            }
            case Unchanged _ -> unchanged++;
            case NewVersion _ -> versions++;
            case Refused(var path, var why) -> {
                refused++;
                findings += why.size();
                if (!note.dryRun()) db.change(c -> { for (var finding : why) write(c, path, finding); });
            }
        }
        paths.add(p.item().path());
    }

    @Override
    public void refuse(String path, List<Finding> why) {
        refused++;
        findings += why.size();
        paths.add(path);
        if (!note.dryRun()) db.change(c -> { for (var finding : why) write(c, path, finding); });
    }

    @Override
    public AccessionReceipt finish() {
        var missing = note.dryRun() ? db.read(this::missing) : db.write(c -> {
            var gone = missing(c);
            for (var path : gone) write(c, path, new Finding(FindingCode.MISSING_NOW, path, ""));
            return gone;
        });
        findings += missing.size();
        var receipt = new AccessionReceipt(number, taken + unchanged + versions + refused,
                taken, unchanged, versions, refused, missing.size(), released, findings, levels);
        if (!note.dryRun()) db.change(c -> {
            run(c, "update accession set receipt = ?, finished = 1 where number = ?", receipt.line(), number);
            Journal.write(c, now(), note.who(), Change.ACCESSION_FINISHED, "accession " + number, 0, "", List.of(), number);
        });
        return receipt;
    }

    private List<String> missing(Connection c) throws SQLException {
        return list(c, "select path from record where source = ? and removed = 0 order by path", r -> r.getString(1), note.source())
                .stream().filter(path -> !paths.contains(path)).toList();
    }

    @Override
    public void close() {
        // batches are whole already; a delivery without a receipt is one that can be gone on with
    }

    private void write(Connection c, String path, Finding finding) throws SQLException {
        run(c, "insert into finding (accession, path, code, place, seen) values (?, ?, ?, ?, ?)",
                number, path, finding.code().name(), finding.where(), finding.seen());
    }

    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(now(), zone);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
