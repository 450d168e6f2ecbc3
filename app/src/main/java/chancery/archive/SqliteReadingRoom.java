package chancery.archive;

import static chancery.archive.Database.first;
import static chancery.archive.Database.list;
import static chancery.archive.Database.number;

import chancery.archive.Gathering.Concluded;
import chancery.cable.Exchange;
import chancery.cable.VersionFamily;
import chancery.claim.Register;
import chancery.document.Access;
import chancery.document.Edtf;
import chancery.document.Reader;
import chancery.document.RecordId;
import java.io.InputStream;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A [ReadingRoom] over `archive.db`.
///
/// What is counted over the whole archive (collections, the overview) is counted once for each state of the journal and each day.
final class SqliteReadingRoom implements ReadingRoom {
    private static final int AT_ONCE = 200;
    private static final int ON_THIS_DAY = 8;
    private static final int ROWS_REMEMBERED = 20_000;
    private final Database db;
    private final Vault vault;
    private final Reader reader;
    private final Supplier<LocalDate> today;
    private final Map<Shelf.Face, Card> pictures;
    private final Gathering gathering;
    private final Proposals proposals;
    private final Map<String, Object> counting = new ConcurrentHashMap<>();
    private final Map<String, Counted<?>> counted = new ConcurrentHashMap<>();
    private final AtomicLong forgotten = new AtomicLong();
    private volatile @Nullable Concluded ahead;
    private volatile Rows rows = new Rows(-1, new ConcurrentHashMap<>());

    /// @param today     the archive's day, asked at each call
    /// @param pictures  from [Shelf#memory()], shared by the rooms of one archive
    /// @param gathering for conclusions, shared likewise
    /// @param proposals for claims, shared likewise
    SqliteReadingRoom(Database db, Vault vault, Reader reader, Supplier<LocalDate> today,
            Map<Shelf.Face, Card> pictures, Gathering gathering, Proposals proposals) {
        this.db = db;
        this.vault = vault;
        this.reader = reader;
        this.today = today;
        this.pictures = pictures;
        this.gathering = gathering;
        this.proposals = proposals;
    }

    private interface Look<T extends @Nullable Object> {
        T at(Shelf shelf) throws SQLException;
    }

    private record Rows(long entry, Map<RecordId, Shelf.Row> rows) {}

    private record Counted<T>(long entry, LocalDate day, long forgotten, T value) {}

    private <T extends @Nullable Object> T look(Look<T> look) {
        return db.read(c -> look.at(new Shelf(c, reader, today.get(), pictures)));
    }

    /// What was counted for this state of the journal and this day, or is counted now: once; whoever asks meanwhile waits for the same.
    private <T> T counted(String what, Look<T> count) {
        var known = look(shelf -> this.<T>known(what, shelf));
        if (known.isPresent()) return known.get();
        synchronized (counting.computeIfAbsent(what, _ -> new Object())) { // before a connection is taken, so that who waits holds none
            var before = forgotten.get(); // asked before anything is read
            return look(shelf -> {
                var meanwhile = this.<T>known(what, shelf);
                if (meanwhile.isPresent()) return meanwhile.get();
                var entry = number(shelf.c(), "select max(number) from journal");
                var value = count.at(shelf);
                counted.put(what, new Counted<>(entry, shelf.day(), before, value));
                return value;
            });
        }
    }

    @SuppressWarnings("unchecked")
    private <T> Optional<T> known(String what, Shelf shelf) throws SQLException {
        var known = counted.get(what);
        return known != null && known.entry() == number(shelf.c(), "select max(number) from journal") && known.day().equals(shelf.day())
                && known.forgotten() == forgotten.get() ? Optional.of((T) known.value()) : Optional.empty();
    }

    @Override
    public Reader reader() {
        return reader;
    }

    @Override
    public String state() {
        var before = forgotten.get(); // asked first, as is what was concluded: what changed in between makes another state
        var concluded = ahead;
        return look(shelf -> number(shelf.c(), "select max(number) from journal") + " "
                + shelf.day() + " " + before + (concluded == null ? "" : " " + concluded.name()));
    }

    @Override
    public Optional<RecordView> record(RecordId id) {
        return look(shelf -> {
            var row = shelf.row(id);
            return row.isEmpty() ? Optional.<RecordView>empty() : Optional.of(shelf.view(row.get()));
        });
    }

    @Override
    public Optional<RecordView> version(RecordId id, int version) {
        return look(shelf -> {
            var row = shelf.row(id);
            return row.isEmpty() ? Optional.<RecordView>empty() : shelf.view(row.get(), version);
        });
    }

    @Override
    public Optional<Whereabouts> whereabouts(RecordId id) {
        return look(shelf -> {
            var row = shelf.row(id);
            return row.isEmpty() ? Optional.<Whereabouts>empty() : Optional.of(shelf.whereabouts(row.get()));
        });
    }

    @Override
    public List<Card> cards(List<RecordId> ids) {
        if (ids.isEmpty()) return List.of();
        return look(shelf -> {
            var rows = rows(shelf, ids);
            var cards = new ArrayList<Card>(ids.size());
            for (var id : ids) {
                var row = rows.get(id);
                if (row != null && reader.sees(row.release().on(shelf.day()))) cards.add(shelf.card(row));
            }
            return cards;
        });
    }

    /// Rows of some records, remembered for as long as the journal stands where it stood: no row
    /// changes without it. Whether a row may be seen today is still to be asked.
    private Map<RecordId, Shelf.Row> rows(Shelf shelf, List<RecordId> ids) throws SQLException {
        var entry = number(shelf.c(), "select max(number) from journal");
        var known = rows;
        if (known.entry() != entry || known.rows().size() > ROWS_REMEMBERED) rows = known = new Rows(entry, new ConcurrentHashMap<>());
        var remembered = known.rows();
        var missing = ids.stream().filter(id -> !remembered.containsKey(id)).toList();
        for (var from = 0; from < missing.size(); from += AT_ONCE)
            for (var row : shelf.rows(missing.subList(from, Math.min(missing.size(), from + AT_ONCE)))) remembered.put(row.id(), row);
        return remembered;
    }

    // ---- collections

    @Override
    public List<CollectionCard> collections() {
        return counted("collections", SqliteReadingRoom::collections);
    }

    private static List<CollectionCard> collections(Shelf shelf) throws SQLException {
        record Counts(long seq, long parent, String slug, String title, long records, @Nullable String first, @Nullable String last) {}
        // the title is that of the first record in reading order that this reader may see: what closed papers call it never shows
        var all = list(shelf.c(), """
                select * from (
                  select c.seq, c.parent, c.slug, m.title, count(*) over whole, min(r.first_day) over whole, max(r.last_day) over whole, row_number() over reading as place
                  from collection c join membership m on m.collection = c.seq join record r on r.seq = m.record where %s
                  window whole as (partition by c.seq), reading as (partition by c.seq order by m.ordinal, r.path)
                ) where place = 1""".formatted(Shelf.VISIBLE),
                r -> new Counts(r.getLong(1), r.getLong(2), r.getString(3), r.getString(4), r.getLong(5), r.getString(6), r.getString(7)),
                shelf.today(), shelf.clearance());
        var bySeq = new HashMap<Long, Counts>();
        for (var one : all) bySeq.put(one.seq(), one);
        var cards = new ArrayList<CollectionCard>();
        for (var one : all) {
            var within = new ArrayList<String>();
            for (var up = bySeq.get(one.parent()); up != null; up = bySeq.get(up.parent())) within.addFirst(up.title());
            cards.add(new CollectionCard(one.slug(), one.title(), within, one.records(), span(one.first(), one.last())));
        }
        cards.sort(Comparator.<CollectionCard,
                String>comparing(c -> naturally(String.join("\u0001", c.within()) + "\u0001" + c.title())).thenComparing(CollectionCard::slug));
        return List.copyOf(cards);
    }

    private static Optional<Edtf> span(@Nullable String first, @Nullable String last) {
        return first == null || last == null ? Optional.empty() : Edtf.parse(first.equals(last) ? first : first + "/" + last);
    }

    /// Words that sort as people count: runs of digits by their value.
    static String naturally(String words) {
        return java.util.regex.Pattern.compile("\\d{1,18}").matcher(words.toLowerCase(java.util.Locale.ROOT))
                .replaceAll(m -> "%018d".formatted(Long.parseLong(m.group())));
    }

    @Override
    public Optional<CollectionPage> collection(String slug, int page, int size) {
        var all = collections();
        var found = all.stream().filter(c -> c.slug().equals(slug)).findFirst();
        if (found.isEmpty() || page < 1 || size < 1) return Optional.empty();
        var parts = parts(all, found.get());
        return look(shelf -> {
            var in = " from membership m join collection c on c.seq = m.collection join record r on r.seq = m.record where c.slug = ? and m.direct = 1 and "
                    + Shelf.VISIBLE;
            var total = number(shelf.c(), "select count(*)" + in, slug, shelf.today(), shelf.clearance());
            var from = (page - 1L) * size;
            var shown = parts.stream().skip(from).limit(size).toList();
            var rows = shelf.rows("select " + Shelf.columns() + in + " order by m.ordinal, r.path limit ? offset ?",
                    slug, shelf.today(), shelf.clearance(), size - shown.size(), Math.max(0, from - parts.size()));
            return Optional.of(new CollectionPage(found.get(), shown, shelf.cards(rows), page, size, parts.size(), parts.size() + total));
        });
    }

    private static List<CollectionCard> parts(List<CollectionCard> all, CollectionCard whole) {
        var path = new ArrayList<>(whole.within());
        path.add(whole.title());
        return all.stream().filter(c -> c.within().equals(path)).toList();
    }

    @Override
    public OptionalLong place(String slug, RecordId record) {
        var all = collections();
        var whole = all.stream().filter(c -> c.slug().equals(slug)).findFirst();
        var standing = whole.isEmpty() ? Optional.<Whereabouts.Standing>empty()
                : whereabouts(record).stream().flatMap(w -> w.collections().stream()).filter(s -> s.slug().equals(slug)).findFirst();
        return standing.isEmpty() ? OptionalLong.empty() : OptionalLong.of(parts(all, whole.orElseThrow()).size() + standing.get().position());
    }

    // ---- holdings

    private static final Comparator<HoldingNode> BY_TITLE = Comparator.<HoldingNode, String>comparing(n -> naturally(n.title())).thenComparing(HoldingNode::id);

    @Override
    public List<HoldingNode> repositories() {
        return counted("repositories", shelf -> shelf.below(null).stream().sorted(BY_TITLE).toList());
    }

    @Override
    public Optional<HoldingPage> holding(String id, int page, int size) {
        if (page < 1 || size < 1) return Optional.empty();
        var seq = node(id);
        if (seq.isEmpty()) return Optional.empty();
        var nodes = below(seq.get());
        return look(shelf -> {
            var records = number(shelf.c(), "select count(*)" + LYING, seq.get(), shelf.today(), shelf.clearance());
            var from = (page - 1L) * size;
            var shown = nodes.stream().skip(from).limit(size).toList();
            var rows = shelf.rows("select " + Shelf.columns() + LYING + " order by " + IN_ORDER + " limit ? offset ?",
                    seq.get(), shelf.today(), shelf.clearance(), size - shown.size(), Math.max(0, from - nodes.size()));
            return Optional.of(new HoldingPage(shelf.trail(seq.get()), shown, shelf.cards(rows), page, size, nodes.size() + records));
        });
    }

    private static final String LYING = " from lies l join record r on r.seq = l.record where l.holding = ? and l.direct = 1 and " + Shelf.VISIBLE;
    private static final String IN_ORDER = "r.first_day is null, r.first_day, r.minute, r.path";

    /// The key of a node that this reader sees something in.
    private Optional<Long> node(String id) {
        return look(shelf -> {
            var seq = first(shelf.c(), "select seq from holding where id = ?", r -> r.getLong(1), id);
            return seq.isPresent() && shelf.node(seq.get()).isPresent() ? seq : Optional.<Long>empty();
        });
    }

    /// The nodes directly below one, in the order of their titles.
    private List<HoldingNode> below(long node) {
        return counted("below " + node, shelf -> shelf.below(node).stream().sorted(BY_TITLE).toList());
    }

    /// The place of a record among those directly in a node, from 1; 0 where it is not there.
    private long among(long node, String record) {
        return look(shelf -> number(shelf.c(), "select place from (select r.id as id, row_number() over (order by "
                + IN_ORDER + ") as place" + LYING + ") where id = ?", node, shelf.today(), shelf.clearance(), record));
    }

    @Override
    public OptionalLong placeIn(String holding, String child) {
        var node = node(holding);
        if (node.isEmpty()) return OptionalLong.empty();
        var nodes = below(node.get());
        for (var i = 0; i < nodes.size(); i++) if (nodes.get(i).id().equals(child)) return OptionalLong.of(i + 1L);
        var place = among(node.get(), child);
        return place == 0 ? OptionalLong.empty() : OptionalLong.of(nodes.size() + place);
    }

    @Override
    public List<Card> about(String holding, RecordId record, int most) {
        var node = node(holding);
        var place = node.isEmpty() ? 0 : among(node.get(), record.value());
        if (place == 0) return List.of();
        var from = Math.max(1, place - most);
        return look(shelf -> shelf.cards(shelf.rows("select " + Shelf.columns() + LYING + " order by " + IN_ORDER + " limit ? offset ?",
                node.orElseThrow(), shelf.today(), shelf.clearance(), place + most - from + 1, from - 1)));
    }

    @Override
    public Siblings siblings(String holding) {
        var node = node(holding);
        var above = node.isEmpty() ? Optional.<Long>empty()
                : look(shelf -> first(shelf.c(), "select parent from holding where seq = ? and parent is not null", r -> r.getLong(1), node.get()));
        if (above.isEmpty()) return new Siblings(null, null);
        var nodes = below(above.get());
        for (var i = 0; i < nodes.size(); i++)
            if (nodes.get(i).id().equals(holding)) return new Siblings(i > 0 ? nodes.get(i - 1) : null, i + 1 < nodes.size() ? nodes.get(i + 1) : null);
        return new Siblings(null, null);
    }

    // ---- conversations

    private Conversations conversations() {
        return standing().map(Concluded::conversations).orElseGet(() -> counted("conversations", gathering::converse));
    }

    /// What was concluded ahead of readers before something came in, where it may stand until that is concluded from too.
    private Optional<Concluded> standing() {
        var before = ahead;
        if (before == null || look(shelf -> known("conversations", shelf)).isPresent()) return Optional.empty();
        return look(shelf -> Gathering.stands(before, shelf)) ? Optional.of(before) : Optional.empty();
    }

    /// Concludes ahead of readers, as the archive is now. From then on they are shown what was concluded so, also for a while after papers
    /// came in; whoever calls it calls it again when something changed.
    void concludeAhead() {
        var concluded = look(gathering::whole);
        counted("conclusions", gathering::conclude);
        counted("conversations", gathering::converse);
        ahead = concluded;
    }

    @Override
    public Optional<Exchange> exchange(RecordId id) {
        return conversations().exchangeOf(id);
    }

    @Override
    public List<Exchange> exchanges() {
        return conversations().exchanges();
    }

    @Override
    public Optional<VersionFamily> family(RecordId id) {
        return conversations().familyOf(id);
    }

    @Override
    public List<VersionFamily> families() {
        return conversations().families();
    }

    // ---- claims

    @Override
    public Register claims() {
        return counted("claims", shelf -> Registers.of(shelf, proposals));
    }

    // ---- the whole

    @Override
    public Overview overview() {
        return counted("overview", shelf -> {
            var months = new TreeMap<String, Long>();
            var undated = new long[1];
            list(shelf.c(),
                    "select case when substr(r.first_day, 1, 7) = substr(r.last_day, 1, 7) then substr(r.first_day, 1, 7) else substr(r.first_day, 1, 4) end, "
                    + "count(*) from record r where "
                    + Shelf.VISIBLE + " group by 1", r -> {
                var month = r.getString(1);
                if (month == null) undated[0] = r.getLong(2);
                else months.put(month, r.getLong(2));
                return r.getLong(2);
            }, shelf.today(), shelf.clearance());
            var records = undated[0] + months.values().stream().mapToLong(n -> n).sum();
            var texts = texts(shelf);
            var holdings = number(shelf.c(),
                    "select count(distinct h.seq) from holding h join lies l on l.holding = h.seq join record r on r.seq = l.record where h.level in ('FILE', "
                    + "'CONTAINER') and "
                    + Shelf.VISIBLE, shelf.today(), shelf.clearance());
            return new Overview(records, texts, collections(shelf).size(), holdings, undated[0], months);
        });
    }

    @Override
    public SortedMap<String, Long> days() {
        return counted("days", shelf -> {
            var days = new TreeMap<String, Long>();
            list(shelf.c(), """
                    select case when r.first_day = r.last_day then r.first_day when substr(r.first_day, 1, 7) = substr(r.last_day, 1, 7) then substr(r.first_day, 1, 7) else substr(r.first_day, 1, 4) end, count(*)
                    from record r where r.first_day >= '0' and %s group by 1""".formatted(Shelf.VISIBLE), r -> days.put(r.getString(1), r.getLong(2)) == null, shelf.today(), shelf.clearance());
            return java.util.Collections.unmodifiableSortedMap(days);
        });
    }

    @Override
    public OnThisDay onThisDay() {
        return counted("on this day", shelf -> {
            var on = " from record r where r.first_day = r.last_day and substr(r.first_day, -6) = ? and r.first_day < ? and " + Shelf.VISIBLE;
            var day = shelf.today().substring(shelf.today().length() - 6);
            var rows = shelf.rows("select " + Shelf.columns() + on + " order by r.first_day, r.path limit ?",
                    day, shelf.today(), shelf.today(), shelf.clearance(), ON_THIS_DAY);
            return new OnThisDay(shelf.day(), shelf.cards(rows),
                    number(shelf.c(), "select count(*)" + on, day, shelf.today(), shelf.today(), shelf.clearance()));
        });
    }

    private static long texts(Shelf shelf) throws SQLException {
        var open = number(shelf.c(), "select count(*) from text t join record r on r.seq = t.record and r.head = t.n where t.release = '' and " + Shelf.VISIBLE,
                shelf.today(), shelf.clearance());
        var own = list(shelf.c(), "select t.release from text t join record r on r.seq = t.record and r.head = t.n where t.release <> '' and " + Shelf.VISIBLE,
                r -> Codec.release(r.getString(1)), shelf.today(), shelf.clearance());
        return open + own.stream().filter(release -> shelf.reader().sees(release.on(shelf.day()))).count();
    }

    @Override
    public long forEach(Consumer<RecordView> each) {
        var many = 0L;
        var source = "";
        var path = "";
        while (true) {
            var afterSource = source;
            var afterPath = path;
            var views = look(shelf -> {
                var some = new ArrayList<RecordView>();
                for (var row : shelf.rowsAfter(afterSource, afterPath, AT_ONCE)) some.add(shelf.view(row));
                return some;
            });
            for (var view : views) each.accept(view);
            many += views.size();
            if (views.size() < AT_ONCE) return many;
            source = views.getLast().source();
            path = views.getLast().document();
        }
    }

    @Override
    public Conclusions conclusions() {
        return standing().map(Concluded::conclusions).orElseGet(() -> counted("conclusions", gathering::conclude));
    }

    /// Forgets what was counted; for when texts were read again.
    void forget() {
        ahead = null;
        forgotten.incrementAndGet();
        counted.clear();
    }

    /// Counts anew; for when more claims were read. What was concluded from headings and references stands.
    void countAnew() {
        forgotten.incrementAndGet();
    }

    @Override
    public Map<Access, Long> leftOut() {
        return look(shelf -> {
            var out = new EnumMap<Access, Long>(Access.class);
            list(shelf.c(),
                    "select case when r.release_until <= ? then r.release_then else r.release_now end as level, count(*) from record r where r.removed = 0 "
                    + "group by level having level > ?",
                    r -> out.put(Shelf.access(r.getInt(1)), r.getLong(2)) == null, shelf.today(), shelf.clearance());
            return out;
        });
    }

    @Override
    public Optional<InputStream> bytes(RecordId id, String digest) {
        var held = record(id).map(v -> v.files().stream().anyMatch(f -> f.digest().equals(digest))).orElse(false);
        return held ? vault.open(digest) : Optional.empty();
    }
}
