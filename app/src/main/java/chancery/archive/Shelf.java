package chancery.archive;

import static chancery.archive.Database.first;
import static chancery.archive.Database.list;

import chancery.archive.RecordView.FileView;
import chancery.archive.RecordView.TextView;
import chancery.archive.Whereabouts.HoldingTrail;
import chancery.archive.Whereabouts.Standing;
import chancery.cable.CableHeading;
import chancery.cable.HeadingReading;
import chancery.cable.Printed;
import chancery.document.Access;
import chancery.document.Dating;
import chancery.document.Description;
import chancery.document.Kind;
import chancery.document.Level;
import chancery.document.Reader;
import chancery.document.RecordId;
import chancery.document.Release;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Reads rows into what one reader may see on one day. Whatever leaves the store leaves it through here. Not for keeping: one for each read.
///
/// @param c        a connection within one read
/// @param reader   for whom
/// @param day      the archive's day
/// @param pictures cards of versions met before, which never change; rights are asked each time all the same
record Shelf(Connection c, Reader reader, LocalDate day, Map<Shelf.Face, Card> pictures) {
    /// A condition on `record r` that holds for what the reader may see; its two values are [#day] and [#clearance].
    static final String VISIBLE = "r.removed = 0 and case when r.release_until <= ? then r.release_then else r.release_now end <= ?";
    private static final String COLUMNS = "r.seq, r.id, r.slug, r.source, r.path, r.head, r.release_now, r.release_until, r.release_then, "
            + "(select release from text where record = r.seq and n = r.head order by ordinal limit 1)";

    /// How many cards a room remembers.
    private static final int REMEMBERED = 20_000;

    /// A version as it was seen with some of its texts.
    record Face(long record, int version, boolean heading) {}

    /// A row of `record`.
    ///
    /// @param first the release of the first text of its present version, as the store writes it; null where it has no text
    record Row(long seq, RecordId id, String slug, String source, String path, int head, Release release, @Nullable String first) {}

    /// A memory for cards, to be shared by the reads of one archive.
    static Map<Face, Card> memory() {
        return Collections.synchronizedMap(new LinkedHashMap<>(1024, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Face, Card> eldest) {
                return size() > REMEMBERED;
            }
        });
    }

    int clearance() {
        return reader.clearance().ordinal();
    }

    String today() {
        return day.toString();
    }

    /// The row of a record that this reader may see.
    Optional<Row> row(RecordId id) throws SQLException {
        return first(c, "select " + COLUMNS + " from record r where r.id = ? and " + VISIBLE, Shelf::row, id.value(), today(), clearance());
    }

    /// The row of a record, whoever may see it; for the index.
    Optional<Row> anyRow(RecordId id) throws SQLException {
        return first(c, "select " + COLUMNS + " from record r where r.id = ? and r.removed = 0", Shelf::row, id.value());
    }

    /// Rows after a place in the order of sources and paths, those that this reader may see.
    List<Row> rowsAfter(String source, String path, int limit) throws SQLException {
        return list(c, "select " + COLUMNS + " from record r where (r.source, r.path) > (?, ?) and " + VISIBLE + " order by r.source, r.path limit ?",
                Shelf::row, source, path, today(), clearance(), limit);
    }

    /// Rows of some records that this reader may see, in no order.
    List<Row> rows(List<RecordId> ids) throws SQLException {
        var marks = String.join(",", Collections.nCopies(ids.size(), "?"));
        var values = new ArrayList<@Nullable Object>(ids.stream().map(RecordId::value).toList());
        values.add(today());
        values.add(clearance());
        return list(c, "select " + COLUMNS + " from record r where r.id in (" + marks + ") and " + VISIBLE, Shelf::row, values.toArray());
    }

    /// Rows by a query whose columns are those of [#columns()].
    List<Row> rows(String sql, @Nullable Object... values) throws SQLException {
        return list(c, sql, Shelf::row, values);
    }

    static String columns() {
        return COLUMNS;
    }

    /// The present version of a record.
    RecordView view(Row row) throws SQLException {
        var numbers = versions(row);
        return view(row, row.head(), numbers.indexOf(row.head()) + 1, numbers.size());
    }

    /// A version of a record, counted from 1 among those this reader may see.
    Optional<RecordView> view(Row row, int number) throws SQLException {
        var numbers = versions(row);
        if (number < 1 || number > numbers.size()) return Optional.empty();
        return Optional.of(view(row, numbers.get(number - 1), number, numbers.size()));
    }

    /// A record in one line.
    Card card(Row row) throws SQLException {
        var access = row.release().on(day);
        var heading = headingVisible(row);
        var known = pictures.get(new Face(row.seq(), row.head(), heading));
        if (known == null) {
            known = card(row, description(row.seq(), row.head()), heading ? heading(row.seq(), row.head()) : Optional.empty(), access);
            pictures.put(new Face(row.seq(), row.head(), heading), known);
        }
        return known.access() == access && known.slug().equals(row.slug()) ? known : with(known, row.slug(), access);
    }

    List<Card> cards(List<Row> rows) throws SQLException {
        var cards = new ArrayList<Card>(rows.size());
        for (var row : rows) cards.add(card(row));
        return cards;
    }

    /// What the readers of each level see of a record, at every level at which more of it is seen
    /// than at a more open one, the most open first. Of its files nothing is in it.
    List<Stacks.Face> faces(Row row) throws SQLException {
        var own = row.release().on(day);
        var held = held(row.seq(), row.head(), own);
        var levels = new TreeSet<Access>(List.of(own));
        for (var text : held) levels.add(text.access());
        var said = said(row.seq(), row.head());
        var heading = held.isEmpty() ? Optional.<HeadingReading>empty() : heading(row.seq(), row.head());
        var faces = new ArrayList<Stacks.Face>();
        for (var level : levels) {
            var shelf = new Shelf(c, new Reader(level), day, pictures);
            var numbers = shelf.versions(row);
            faces.add(new Stacks.Face(level, !faces.isEmpty(),
                    shelf.view(row, numbers.indexOf(row.head()) + 1, numbers.size(), said, held, heading, List.of())));
        }
        return faces;
    }

    private RecordView view(Row row, int n, int number, int of) throws SQLException {
        var access = row.release().on(day);
        var held = held(row.seq(), n, access);
        var heading = isOpen(held) ? heading(row.seq(), n) : Optional.<HeadingReading>empty();
        return view(row, number, of, said(row.seq(), n), held, heading, files(row, n, access));
    }

    private RecordView view(Row row, int number, int of, Said said, List<Held> held, Optional<HeadingReading> heading, List<FileView> files) {
        var access = row.release().on(day);
        var seen = isOpen(held) ? heading : Optional.<HeadingReading>empty();
        var texts = held.stream().filter(t -> reader.sees(t.access()))
                .map(t -> new TextView(t.id(), Codec.text(Packing.unpack(t.body())), t.access())).toList();
        return new RecordView(row.id(), row.slug(), row.source(), row.path(), number, of, said.since(),
                said.description(), card(row, said.description(), seen, access), seen, texts, files, access);
    }

    /// Whether the first text of a version, which its heading was read of, is open to this reader.
    private boolean isOpen(List<Held> held) {
        return !held.isEmpty() && reader.sees(held.getFirst().access());
    }

    private record Said(Instant since, Description description) {}

    private Said said(long record, int n) throws SQLException {
        return first(c, "select at, description from version where record = ? and n = ?",
                r -> new Said(Instant.parse(r.getString(1)), Codec.description(Packing.unpack(r.getBytes(2)))), record, n).orElseThrow();
    }

    /// Where a record is published and where it lies.
    Whereabouts whereabouts(Row row) throws SQLException {
        return new Whereabouts(standings(row.seq()), trails(row.seq(), description(row.seq(), row.head())));
    }

    /// A row of a query that begins with [#columns()].
    static Row row(ResultSet r) throws SQLException {
        var until = r.getString(8);
        var release = new Release(access(r.getInt(7)), until == null ? null : LocalDate.parse(until), until == null ? null : access(r.getInt(9)), "", "", null);
        return new Row(r.getLong(1), new RecordId(r.getString(2)), r.getString(3), r.getString(4), r.getString(5), r.getInt(6), release, r.getString(10));
    }

    static Access access(int ordinal) {
        return Access.values()[ordinal];
    }

    Description description(long record, int n) throws SQLException {
        return first(c, "select description from version where record = ? and n = ?", r -> Codec.description(Packing.unpack(r.getBytes(1))), record, n)
                .orElseThrow();
    }

    /// The numbers of versions that this reader may see, the oldest first. A version is at least as closed as the record is today.
    private List<Integer> versions(Row row) throws SQLException {
        if (row.head() == 1) return List.of(1);
        record Version(int n, Release release, int closed) {}
        var all = list(c, "select n, release, closed from version where record = ? and n <= ? and undone = 0 order by n",
                r -> new Version(r.getInt(1), Codec.release(r.getString(2)), r.getInt(3)), row.seq(), row.head());
        return all.stream().filter(v -> v.n() == row.head() || reader.sees(v.release().on(day).and(access(v.closed())))).map(Version::n).toList();
    }

    private record Held(String id, Access access, byte[] body) {}

    /// Every text of a version, whoever may see it.
    private List<Held> held(long record, int n, Access whole) throws SQLException {
        return list(c, "select id, release, body from text where record = ? and n = ? order by ordinal",
                r -> new Held(r.getString(1), whole.and(level(r.getString(2), whole)), r.getBytes(3)), record, n);
    }

    private List<FileView> files(Row row, int n, Access whole) throws SQLException {
        var files = new ArrayList<FileView>();
        for (var file : list(c,
                "select lower(hex(a.digest)), a.role, a.name, a.media, a.release, f.size from attached a join file f on f.digest = a.digest where a.record "
                + "= ? and a.n = ? order by a.ordinal",
                r -> Map.entry(whole.and(level(r.getString(5), r.getString(2).equals(Submission.Role.SOURCE.name()) ? Access.WITHHELD : whole)),
                        new FileView(r.getString(1), Submission.Role.valueOf(r.getString(2)),
                        r.getString(3).isEmpty() ? lastName(row.path()) : r.getString(3), r.getString(4), r.getLong(6))), row.seq(), n)) {
            if (reader.sees(file.getKey())) files.add(file.getValue());
        }
        return files;
    }

    /// What a delivery path ends in.
    static String lastName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /// The level of a part whose own release is given; empty for as its whole.
    Access level(String release, Access usual) {
        return release.isEmpty() ? usual : Codec.release(release).on(day);
    }

    /// Whether the text whose heading stands for the record is open to this reader.
    boolean headingVisible(Row row) {
        var release = row.first();
        return release != null && isOpen(row, release);
    }

    /// Whether a text of a record is open to this reader.
    ///
    /// @param release the text's own, as the store writes it; empty for as its record
    boolean isOpen(Row row, String release) {
        var whole = row.release().on(day);
        return reader.sees(whole.and(level(release, whole)));
    }

    private static Card card(Row row, Description d, Optional<HeadingReading> heading, Access access) {
        var read = heading.map(HeadingReading::heading);
        var dating = read.map(h -> over(d.dating(), h)).orElse(d.dating());
        var kind = d.kind().or(() -> read.map(h -> h.kind().value())).orElse(Kind.OTHER);
        var from = read.map(h -> values(h.from())).filter(f -> !f.isEmpty()).orElse(d.creators());
        var marking = d.marking().isEmpty() ? read.map(Headings::marking).orElse(List.of()) : d.marking();
        return new Card(row.id(), row.slug(), row.path(), d.title(), dating, kind,
                read.flatMap(CableHeading::number).map(Printed::value).orElse(""), from, read.map(h -> values(h.to())).orElse(List.of()), marking,
                d.holdings().stream().map(h -> h.asPrinted()).toList(), d.summary(), d.languages().isEmpty() ? "" : d.languages().getFirst(), access);
    }

    private Optional<HeadingReading> heading(long record, int n) throws SQLException {
        return Readings.kept(c, record, n, 0, Headings.WHAT).map(Headings::read);
    }

    private static List<String> values(List<Printed<String>> printed) {
        return printed.stream().map(Printed::value).toList();
    }

    private static Card with(Card c, String slug, Access access) {
        return new Card(c.id(), slug, c.document(), c.title(), c.dating(), c.kind(), c.number(),
                c.from(), c.to(), c.marking(), c.holdings(), c.summary(), c.language(), access);
    }

    // ---- where it is published

    private List<Standing> standings(long record) throws SQLException {
        record In(long collection, String slug, String title, double ordinal, String path) {}
        var in = list(c,
                "select m.collection, c.slug, m.title, m.ordinal, r.path from membership m join collection c on c.seq = m.collection join record r on r.seq = "
                + "m.record where m.record = ? and m.direct = 1 order by c.slug",
                r -> new In(r.getLong(1), r.getString(2), r.getString(3), r.getDouble(4), r.getString(5)), record);
        var standings = new ArrayList<Standing>();
        for (var m : in) {
            var others = " from membership m join record r on r.seq = m.record where m.collection = ? and m.direct = 1 and " + VISIBLE;
            var before = Database.number(c, "select count(*)" + others + " and (m.ordinal, r.path) < (?, ?)",
                    m.collection(), today(), clearance(), m.ordinal(), m.path());
            var all = Database.number(c, "select count(*)" + others, m.collection(), today(), clearance());
            var previous = first(c, "select " + COLUMNS + others + " and (m.ordinal, r.path) < (?, ?) order by m.ordinal desc, r.path desc limit 1",
                    Shelf::row, m.collection(), today(), clearance(), m.ordinal(), m.path());
            var next = first(c, "select " + COLUMNS + others + " and (m.ordinal, r.path) > (?, ?) order by m.ordinal, r.path limit 1",
                    Shelf::row, m.collection(), today(), clearance(), m.ordinal(), m.path());
            standings.add(new Standing(m.slug(), m.title(), before + 1, all,
                    previous.isEmpty() ? null : card(previous.get()), next.isEmpty() ? null : card(next.get())));
        }
        return standings;
    }

    // ---- where it lies

    private List<HoldingTrail> trails(long record, Description description) throws SQLException {
        var trails = new ArrayList<HoldingTrail>();
        var leaves = list(c, "select holding from lies where record = ? and direct = 1", r -> r.getLong(1), record);
        for (var leaf : leaves) {
            var trail = trail(leaf);
            var words = trail.getLast();
            var asPrinted = description.holdings().stream().filter(h -> !h.path().isEmpty() && h.path().getLast().title().equals(words.title()))
                    .findFirst().map(h -> h.asPrinted()).orElse("");
            trails.add(new HoldingTrail(trail, asPrinted));
        }
        trails.sort(java.util.Comparator.comparingInt(t -> order(description, t.asPrinted())));
        return trails;
    }

    private static int order(Description description, String asPrinted) {
        for (var i = 0; i < description.holdings().size(); i++) if (description.holdings().get(i).asPrinted().equals(asPrinted)) return i;
        return Integer.MAX_VALUE;
    }

    /// The nodes from the widest down to one, itself last.
    List<HoldingNode> trail(long leaf) throws SQLException {
        var seqs = list(c,
                "with recursive up(seq, parent, depth) as (select seq, parent, 0 from holding where seq = ? union all select h.seq, h.parent, depth + 1 from "
                + "holding h join up on h.seq = up.parent) select seq from up order by depth desc",
                r -> r.getLong(1), leaf);
        var nodes = new ArrayList<HoldingNode>();
        for (var seq : seqs) node(seq).ifPresent(nodes::add);
        return nodes;
    }

    /// A node, where this reader sees a record in it or below it.
    Optional<HoldingNode> node(long seq) throws SQLException {
        return first(c, NODES + " where h.seq = ? and " + VISIBLE + " group by h.seq", Shelf::node, seq, today(), clearance());
    }

    /// The nodes directly below one, or the widest for null, that this reader sees something in; in no order that matters.
    List<HoldingNode> below(@Nullable Long parent) throws SQLException {
        return list(c, NODES + " where h.parent is ? and " + VISIBLE + " group by h.seq", Shelf::node, parent, today(), clearance());
    }

    private static final String NODES =
            "select h.id, h.level, h.title, h.code, count(*) from holding h join lies l on l.holding = h.seq join record r on r.seq = l.record";

    private static HoldingNode node(ResultSet r) throws SQLException {
        return new HoldingNode(r.getString(1), Level.valueOf(r.getString(2)), r.getString(3), r.getString(4), r.getLong(5));
    }

    /// A description's dating, with the hour and place of the heading where it has none of its own.
    static Dating over(Dating described, CableHeading heading) {
        var place = described.place().isEmpty() ? heading.place().map(Printed::value).orElse("") : described.place();
        return new Dating(described.asWritten(), described.edtf(), described.time().or(() -> heading.time().map(Printed::value)), place);
    }
}
