package chancery.archive;

import static chancery.archive.Database.first;
import static chancery.archive.Database.list;

import chancery.cable.CableHeading;
import chancery.cable.Exchanges;
import chancery.cable.HeadingReading;
import chancery.cable.Mention;
import chancery.cable.Message;
import chancery.cable.Message.InPrint;
import chancery.cable.Resolver;
import chancery.cable.VersionFamilies;
import chancery.document.Description;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Gathers what conclusions rest on, and has them drawn, for the rooms of one archive. What was gathered of a version
/// is remembered, so that after a change only what changed is read again.
///
/// Conclusions go by the name of what they were drawn from: the versions that an audience sees today, without the texts
/// it does not see. Whoever sees the same has the same ones; whoever sees
/// more or less has others, whatever was concluded before. They are kept in the [Cache] under that name. Safe to share between threads: one gathers at a time.
final class Gathering {
    private static final int AUDIENCES = 3;
    /// The name in the cache of what was gathered; never out of date, and unpacked only when something is to be concluded.
    private static final String MESSAGES = "messages";
    /// In the table `archive`: which reading of the texts the store holds; another whenever texts were read again.
    private static final String READ = "read";
    private final Cache cache;
    private final Map<Face, Message> known = new HashMap<>();
    private boolean loaded, changed;
    private final List<Concluded> last = new ArrayList<>();
    private final Set<String> kept = new HashSet<>(); // what the cache holds of these

    Gathering(Cache cache) {
        this.cache = cache;
    }

    /// A version as it is seen without some of its texts.
    record Face(long record, int version, List<Integer> hidden) {}

    /// The papers that an audience sees today.
    ///
    /// @param name   a name for all that its conclusions rest on
    /// @param papers each with its version and the texts hidden from it; and how the texts were read
    private record Sight(String name, Set<String> papers) {}

    /// What was concluded.
    ///
    /// @param sight         what it was drawn from
    /// @param conversations drawn when they are first asked for; null until then
    record Concluded(Sight sight, Conclusions conclusions, @Nullable Conversations conversations) {
        String name() {
            return sight.name();
        }
    }

    /// The conclusions for what a reader may see.
    synchronized Conclusions conclude(Shelf shelf) throws SQLException {
        return concluded(shelf).conclusions();
    }

    /// The exchanges and families for what a reader may see.
    Conversations converse(Shelf shelf) throws SQLException {
        return Objects.requireNonNull(whole(shelf).conversations());
    }

    /// Whether what was concluded for a reader before may stand until it is concluded anew: papers may have come to
    /// those he sees, and none has gone, changed or been closed in part.
    static boolean stands(Concluded before, Shelf shelf) throws SQLException {
        return sight(shelf).papers().containsAll(before.sight().papers());
    }

    /// All that is concluded for what a reader may see.
    synchronized Concluded whole(Shelf shelf) throws SQLException {
        var concluded = concluded(shelf);
        if (concluded.conversations() != null) return concluded;
        var messages = messages(shelf);
        var conversations = Conversations.of(Exchanges.of(messages, concluded.conclusions().resolution()),
                VersionFamilies.of(Conversations.copies(shelf, messages)));
        var whole = new Concluded(concluded.sight(), concluded.conclusions(), conversations);
        remember(whole);
        return whole;
    }

    private Concluded concluded(Shelf shelf) throws SQLException {
        var sight = sight(shelf);
        for (var other : last) if (other.name().equals(sight.name())) return other;
        var kept = kept(shelf, sight);
        var concluded = kept.isPresent() ? kept.get() : new Concluded(sight, new Conclusions(Resolver.resolve(messages(shelf))), null);
        remember(concluded);
        return concluded;
    }

    private void remember(Concluded concluded) {
        last.removeIf(other -> other.name().equals(concluded.name()));
        last.add(concluded);
        if (last.size() > AUDIENCES) last.removeFirst();
    }

    private Optional<Concluded> kept(Shelf shelf, Sight sight) throws SQLException {
        var kept = cache.read(sight.name());
        if (kept.isEmpty()) return Optional.empty();
        var content = new CacheReader(kept.get());
        if (!Lineage.read(content).isOf(shelf.c())) return Optional.empty();
        var conclusions = ConclusionsCache.conclusions(content);
        this.kept.add(sight.name());
        return Optional.of(new Concluded(sight, conclusions, ConclusionsCache.conversations(content, conclusions)));
    }

    /// Keeps for the next start what was concluded to its end, in place of what was kept of another state.
    ///
    /// @param others names in the cache that are not of conclusions
    synchronized void keep(Connection c, Set<String> others) throws SQLException {
        if (changed) keepMessages(c);
        var names = new HashSet<>(others);
        names.add(MESSAGES);
        for (var concluded : last) names.add(concluded.name());
        var wrote = false;
        for (var concluded : last) {
            var conversations = concluded.conversations();
            if (conversations == null || kept.contains(concluded.name())) continue;
            var content = new CacheWriter();
            Lineage.of(c).write(content);
            ConclusionsCache.write(content, concluded.conclusions(), conversations);
            cache.keep(concluded.name(), content.content());
            kept.add(concluded.name());
            wrote = true;
        }
        if (!wrote) return;
        cache.only(names);
        kept.retainAll(names);
    }

    private void keepMessages(Connection c) throws SQLException {
        changed = false;
        var present = new HashMap<Long, Integer>();
        list(c, "select seq, head from record where removed = 0", r -> present.put(r.getLong(1), r.getInt(2)) == null);
        known.keySet().removeIf(face -> face.version() != present.getOrDefault(face.record(), 0));
        var content = new CacheWriter();
        Lineage.of(c).write(content);
        content.words(reading(c));
        MessagesCache.write(content, known);
        cache.keep(MESSAGES, content.content());
    }

    private void load(Connection c) throws SQLException {
        if (loaded) return;
        loaded = true;
        var kept = cache.read(MESSAGES);
        if (kept.isEmpty()) return;
        var content = new CacheReader(kept.get());
        if (Lineage.read(content).isOf(c) && content.words().equals(reading(c))) known.putAll(MessagesCache.read(content));
    }

    /// Forgets everything; for when texts were read again.
    synchronized void forget() {
        loaded = true; // what the cache has is from an older reading
        known.clear();
        last.clear();
    }

    /// Says in the store that texts were read again, so that nothing concluded from the older reading goes by the name of what is seen now.
    static void readAgain(Connection c) throws SQLException {
        Database.run(c, "insert into archive (key, value) values (?, lower(hex(randomblob(8)))) on conflict (key) do update set value = excluded.value", READ);
    }

    private static String reading(Connection c) throws SQLException {
        return first(c, "select value from archive where key = ?", r -> r.getString(1), READ).orElse("");
    }

    // ---- what an audience sees

    private static Sight sight(Shelf shelf) throws SQLException {
        var hidden = hidden(shelf);
        var reading = reading(shelf.c());
        var papers = new LinkedHashSet<>(list(shelf.c(), "select r.seq, r.head from record r where " + Shelf.VISIBLE + " order by r.source, r.path",
                r -> r.getLong(1) + " " + r.getInt(2) + hidden.getOrDefault(r.getLong(1), List.of()), shelf.today(), shelf.clearance()));
        papers.add(reading);
        return new Sight("conclusions-"
                + HexFormat.of().formatHex(FolderVault.sha256().digest(String.join("\n", papers).getBytes(StandardCharsets.UTF_8)), 0, 16), papers);
    }

    private List<Message> messages(Shelf shelf) throws SQLException {
        load(shelf.c());
        var hidden = hidden(shelf);
        var messages = new ArrayList<Message>();
        var faces = new HashSet<Face>();
        for (var row : shelf.rowsAfter("", "", Integer.MAX_VALUE)) {
            var face = new Face(row.seq(), row.head(), hidden.getOrDefault(row.seq(), List.of()));
            faces.add(face);
            var message = known.get(face);
            if (message == null) {
                message = message(shelf, row, Set.copyOf(face.hidden()));
                known.put(face, message);
                changed = true;
            }
            messages.add(message);
        }
        if (known.size() > 2 * faces.size() + 1000) known.keySet().retainAll(faces);
        return messages;
    }

    /// Texts that are more closed than their record and that this reader may not see, by record.
    private static Map<Long, List<Integer>> hidden(Shelf shelf) throws SQLException {
        record Part(long record, int ordinal, boolean open) {}
        var parts = list(shelf.c(),
                "select t.record, t.ordinal, t.release from text t join record r on r.seq = t.record and r.head = t.n where t.release <> '' and r.removed = 0 "
                + "order by t.record, t.ordinal",
                r -> new Part(r.getLong(1), r.getInt(2), shelf.reader().sees(Codec.release(r.getString(3)).on(shelf.day()))));
        var hidden = new HashMap<Long, List<Integer>>();
        for (var part : parts) if (!part.open()) hidden.computeIfAbsent(part.record(), _ -> new ArrayList<>()).add(part.ordinal());
        return hidden;
    }

    private static Message message(Shelf shelf, Shelf.Row row, Set<Integer> hidden) throws SQLException {
        record Held(int ordinal, String id) {}
        var texts = list(shelf.c(), "select ordinal, id from text where record = ? and n = ? order by ordinal",
                r -> new Held(r.getInt(1), r.getString(2)), row.seq(), row.head());
        var found = new HashMap<String, String>();
        list(shelf.c(), "select what || ordinal, found from reading where record = ? and n = ? and what in (?, ?)", r -> {
            var bytes = r.getBytes(2);
            return bytes.length == 0 ? "" : found.put(r.getString(1), Packing.unpack(bytes));
        }, row.seq(), row.head(), Headings.WHAT, References.WHAT);
        var heading = hidden.contains(0) ? Optional.<CableHeading>empty()
                : Optional.ofNullable(found.get(Headings.WHAT + 0)).map(Headings::read).map(HeadingReading::heading);
        var mentions = new ArrayList<Mention>();
        for (var text : texts) {
            var kept = found.get(References.WHAT + text.ordinal());
            if (kept != null && !hidden.contains(text.ordinal())) mentions.addAll(References.read(text.id(), kept));
        }
        var d = shelf.description(row.seq(), row.head());
        return new Message(row.id(), row.path(), d.title(), heading, heading.map(h -> Shelf.over(d.dating(), h)).orElse(d.dating()), printed(d), mentions);
    }

    private static Optional<InPrint> printed(Description d) {
        return d.edition().filter(e -> !e.number().isBlank()).map(e -> new InPrint(e.edition(),
                e.volume().isBlank() && !d.collections().isEmpty() ? String.join(" / ", d.collections().getFirst().titles()) : e.volume(), e.number()));
    }
}
