package chancery.archive;

import static chancery.archive.Database.first;
import static chancery.archive.Database.insert;
import static chancery.archive.Database.run;

import chancery.document.Description;
import chancery.document.Holding;
import chancery.document.RecordId;
import chancery.document.Release;
import chancery.document.Slug;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a record's present version says of it to the rest of the archive: its dates, its release, where it is published and where it lies.
/// All of it can be made again from the version; it stands in tables so that lists are quick.
///
/// One for a transaction or a run of them: it remembers the nodes it has met.
final class Relations {
    private final Connection c;
    private final byte[] key;
    private final Map<String, Long> collections;
    private final Map<String, Long> holdings;

    /// @param known nodes met before, shared between transactions of one delivery; see [#memory()]
    Relations(Connection c, byte[] key, Memory known) {
        this.c = c;
        this.key = key;
        this.collections = known.collections();
        this.holdings = known.holdings();
    }

    /// Nodes met before.
    record Memory(Map<String, Long> collections, Map<String, Long> holdings) {}

    static Memory memory() {
        return new Memory(new HashMap<>(), new HashMap<>());
    }

    /// Sets down where a new present version is published and where it lies, in place of what stood before.
    void set(long record, Description description) throws SQLException {
        forget(c, record);
        add(record, description);
    }

    /// Sets down where a new record is published and where it lies.
    void add(long record, Description description) throws SQLException {
        var in = new LinkedHashMap<Long, Membership>();
        for (var membership : description.collections()) publish(membership, in);
        for (var m : in.entrySet()) {
            run(c, "insert into membership (collection, record, ordinal, title, direct) values (?, ?, ?, ?, ?)",
                    m.getKey(), record, m.getValue().ordinal(), m.getValue().title(), m.getValue().direct());
        }
        var at = new LinkedHashMap<Long, Boolean>();
        for (var holding : description.holdings()) lay(holding, at);
        for (var h : at.entrySet()) run(c, "insert into lies (holding, record, direct) values (?, ?, ?)", h.getKey(), record, h.getValue());
    }

    private record Membership(double ordinal, String title, boolean direct) {}

    private void publish(Description.Membership membership, Map<Long, Membership> in) throws SQLException {
        Long parent = null;
        var slug = "";
        for (var i = 0; i < membership.titles().size(); i++) {
            var title = membership.titles().get(i);
            var own = Slug.of(title);
            slug = (slug.isEmpty() ? "" : slug + "--") + (own.isEmpty() ? RecordId.name(key, "collection", title) : own);
            var seq = collections.get(slug);
            if (seq == null) {
                var known = first(c, "select seq from collection where slug = ?", r -> r.getLong(1), slug);
                seq = known.isPresent() ? known.get() : insert(c, "insert into collection (slug, parent) values (?, ?)", slug, parent);
                collections.put(slug, seq);
            }
            var direct = i == membership.titles().size() - 1;
            if (direct || !in.containsKey(seq)) in.put(seq, new Membership(membership.ordinal(), title, direct));
            parent = seq;
        }
    }

    private void lay(Holding holding, Map<Long, Boolean> at) throws SQLException {
        Long parent = null;
        var words = new StringBuilder();
        for (var i = 0; i < holding.path().size(); i++) {
            var step = holding.path().get(i);
            words.append(step.level()).append('\u0001').append(step.code()).append('\u0001').append(step.title()).append('\u0000');
            var path = words.toString();
            var seq = holdings.get(path);
            if (seq == null) {
                var id = RecordId.name(key, "holding", path);
                var known = first(c, "select seq from holding where id = ?", r -> r.getLong(1), id);
                seq = known.isPresent() ? known.get() : insert(c, "insert into holding (id, parent, level, title, code) values (?, ?, ?, ?, ?)",
                        id, parent, step.level().name(), step.title(), step.code());
                holdings.put(path, seq);
            }
            at.merge(seq, i == holding.path().size() - 1, (a, b) -> a || b);
            parent = seq;
        }
    }

    /// Takes a record out of its collections and holdings.
    static void forget(Connection c, long record) throws SQLException {
        run(c, "delete from membership where record = ?", record);
        run(c, "delete from lies where record = ?", record);
    }

    /// Makes an earlier version the present one.
    static void head(Connection c, long record, int version, Release release, LocalDate day) throws SQLException {
        var description = first(c, "select description from version where record = ? and n = ?",
                r -> Codec.description(Packing.unpack(r.getBytes(1))), record, version).orElseThrow();
        run(c, "update record set head = ?, slug = ? where seq = ?", version, slug(description), record);
        dates(c, record, days(description, Optional.empty()));
        var key = first(c, "select value from archive where key = 'key'", r -> java.util.HexFormat.of().parseHex(r.getString(1))).orElseThrow();
        new Relations(c, key, memory()).set(record, description);
        release(c, record, version, release, day);
    }

    /// Sets down a release for the record and its present version.
    static void release(Connection c, long record, int version, Release release, LocalDate day) throws SQLException {
        run(c, "update version set release = ? where record = ? and n = ?", Codec.write(release), record, version);
        run(c, "update record set release_now = ?, release_until = ?, release_then = ?, opened = ? where seq = ?",
                release.now().ordinal(), until(release), then(release), release.on(day).ordinal(), record);
    }

    /// The day on which a release changes, as the store writes it; null for never.
    static @Nullable String until(Release release) {
        return release.until() == null ? null : release.until().toString();
    }

    /// What it changes to, as the store writes it; null for nothing.
    static @Nullable Integer then(Release release) {
        var then = release.then();
        return then == null ? null : then.ordinal();
    }

    /// The days of a paper and the minute of its first, as the store writes them; null for what is not said.
    record Days(@Nullable String first, @Nullable String last, @Nullable Integer minute) {}

    /// The days of a description and the hour of its heading.
    static Days days(Description description, Optional<LocalTime> time) {
        var edtf = description.dating().edtf();
        var minute = description.dating().time().or(() -> time).map(t -> t.getHour() * 60 + t.getMinute());
        return new Days(edtf.map(d -> day(d.first())).orElse(null), edtf.map(d -> day(d.last())).orElse(null), minute.orElse(null));
    }

    static void dates(Connection c, long record, Days days) throws SQLException {
        run(c, "update record set first_day = ?, last_day = ?, minute = ? where seq = ?", days.first(), days.last(), days.minute(), record);
    }

    /// A day as the store writes it; open ends become the first and last day that four digits can say.
    static String day(LocalDate day) {
        if (day.getYear() < 0) return "0000-01-01";
        return day.getYear() > 9999 ? "9999-12-31" : day.toString();
    }

    /// The readable end of a record's address.
    static String slug(Description description) {
        var slug = Slug.of(description.title());
        return slug.isEmpty() ? "paper" : slug;
    }

}
