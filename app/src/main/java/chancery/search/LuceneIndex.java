package chancery.search;

import chancery.archive.ArchiveFailure;
import chancery.document.Access;
import chancery.document.Reader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ReferenceManager;
import org.jspecify.annotations.Nullable;

/// The folder `index/` of an archive: one Lucene index for each release level, and a lock file that names the process that writes them.
/// Derived from the store: whoever deletes it gets it back from [Indexer]. Safe to share between threads.
public final class LuceneIndex implements AutoCloseable {
    /// The form of the index and the way words are cut. An index of another number is made anew.
    static final int FORMAT = 6;
    private static final String LOCK = "owner.lock";

    private final Path folder;
    private final @Nullable Ownership ownership;
    private final List<LevelIndex> levels = new ArrayList<>();
    private final Map<IndexReader.CacheKey, Columns> columns = new ConcurrentHashMap<>();
    private final Moments moments;

    private LuceneIndex(Path folder, @Nullable Ownership ownership) {
        this.folder = folder;
        this.ownership = ownership;
        try {
            for (var access : Access.values())
                levels.add(ownership == null ? LevelIndex.read(levelOf(access)) : LevelIndex.own(levelOf(access), access != Access.WITHHELD));
            moments = new Moments(this);
        } catch (IOException e) {
            throw failed("opened", e);
        }
    }

    /// Opens the index to write and search it; makes it where there is none.
    ///
    /// @param folder the folder `index/` of an archive
    /// @throws ArchiveFailure.InUse where another process writes it, or this one already does
    public static LuceneIndex own(Path folder) {
        var ownership = Ownership.take(folder);
        try {
            return new LuceneIndex(folder, ownership);
        } catch (RuntimeException e) {
            ownership.release();
            throw e;
        }
    }

    /// Opens the index to search what its owner has written so far; [#refresh()] shows what came since. Levels that are not there yet are empty.
    public static LuceneIndex read(Path folder) {
        return new LuceneIndex(folder, null);
    }

    /// Whether this process writes the index.
    public boolean owned() {
        return ownership != null;
    }

    /// The last journal entry that every level holds; 0 for an empty index, -1 for one that must be made anew.
    public long entry() {
        return levels.stream().mapToLong(LevelIndex::entry).min().orElse(0);
    }

    /// Shows what has been written since to those who search.
    public void refresh() {
        try {
            moments.maybeRefreshBlocking();
        } catch (IOException e) {
            throw failed("refreshed", e);
        }
    }

    LevelIndex level(Access access) {
        return levels.get(access.ordinal());
    }

    /// How the index stands now; to be released.
    Moment now() {
        try {
            return moments.acquire();
        } catch (IOException e) {
            throw failed("searched", e);
        }
    }

    void release(Moment moment) {
        try {
            moments.release(moment);
        } catch (IOException e) {
            throw failed("searched", e);
        }
    }

    ArchiveFailure failed(String what, IOException e) {
        return new ArchiveFailure("The search index in %s could not be %s: %s. It can be deleted; it comes back from the archive.".formatted(folder, what, e),
                e);
    }

    @Override
    public void close() {
        try {
            moments.close();
            for (var shelf : levels) shelf.close();
        } catch (IOException e) {
            throw failed("closed", e);
        } finally {
            if (ownership != null) ownership.release();
        }
    }

    private Path levelOf(Access access) {
        return folder.resolve(access.word());
    }

    private Columns columns(LeafReaderContext leaf) {
        var cache = leaf.reader().getCoreCacheHelper();
        var known = columns.get(cache.getKey());
        if (known != null) return known;
        try {
            var made = Columns.of(leaf.reader());
            if (columns.putIfAbsent(cache.getKey(), made) == null) cache.addClosedListener(columns::remove);
            return made;
        } catch (IOException e) {
            throw failed("read", e);
        }
    }

    /// All levels at one moment.
    static final class Moment {
        private final List<DirectoryReader> readers;
        private final @Nullable Audience[] audiences = new Audience[Access.values().length];
        private final LuceneIndex index;
        private int holders = 1;

        private Moment(LuceneIndex index, List<DirectoryReader> readers) {
            this.index = index;
            this.readers = readers;
        }

        /// What some reader may see of it.
        synchronized Audience audience(Reader reader) throws IOException {
            var known = audiences[reader.clearance().ordinal()];
            if (known != null) return known;
            var levels = reader.levels().stream().map(access -> readers.get(access.ordinal())).toList();
            var made = Audience.over(levels, index::columns);
            audiences[reader.clearance().ordinal()] = made;
            return made;
        }

        private synchronized boolean hold() {
            if (holders > 0) holders++;
            return holders > 0;
        }

        private synchronized void letGo() throws IOException {
            if (--holders > 0) return;
            for (var audience : audiences) if (audience != null) audience.close();
            for (var reader : readers) reader.decRef();
        }
    }

    private static final class Moments extends ReferenceManager<Moment> {
        private final LuceneIndex index;

        Moments(LuceneIndex index) throws IOException {
            this.index = index;
            current = open();
        }

        private Moment open() throws IOException {
            var readers = new ArrayList<DirectoryReader>();
            for (var shelf : index.levels) readers.add(shelf.reader());
            return new Moment(index, readers);
        }

        @Override
        protected @Nullable Moment refreshIfNeeded(Moment before) throws IOException {
            var readers = new ArrayList<DirectoryReader>();
            var changed = false;
            for (var i = 0; i < index.levels.size(); i++) {
                var old = before.readers.get(i);
                var fresh = index.levels.get(i).newer(old);
                changed |= fresh != null;
                readers.add(fresh == null ? old : fresh);
            }
            if (!changed) return null;
            for (var i = 0; i < readers.size(); i++) if (readers.get(i) == before.readers.get(i)) readers.get(i).incRef();
            return new Moment(index, readers);
        }

        @Override
        protected boolean tryIncRef(Moment moment) {
            return moment.hold();
        }

        @Override
        protected int getRefCount(Moment moment) {
            synchronized (moment) {
                return moment.holders;
            }
        }

        @Override
        protected void decRef(Moment moment) throws IOException {
            moment.letGo();
        }
    }

    /// The right to write, held as a lock on `owner.lock`; the system takes it back when the process ends, however it ends.
    private record Ownership(FileChannel channel, FileLock lock) {
        static Ownership take(Path folder) {
            var file = folder.resolve(LOCK);
            try {
                Files.createDirectories(folder);
                var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                var lock = tryLock(channel);
                if (lock == null) {
                    channel.close();
                    throw new ArchiveFailure.InUse(
                            "The search index in %s is in use by process %s. Stop it, or let it do the work.".formatted(folder, owner(file)));
                }
                channel.truncate(0).write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII)), 0);
                return new Ownership(channel, lock);
            } catch (IOException e) {
                throw new ArchiveFailure("The lock file %s could not be made: %s. Check that the folder may be written.".formatted(file, e), e);
            }
        }

        private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
            try {
                return channel.tryLock();
            } catch (OverlappingFileLockException e) {
                return null; // this very process
            }
        }

        private static String owner(Path file) {
            try {
                var pid = Files.readString(file, StandardCharsets.US_ASCII).strip();
                return pid.isEmpty() ? "unknown" : pid;
            } catch (IOException e) {
                return "unknown";
            }
        }

        void release() {
            try {
                channel.close(); // lets the lock go; the file stays, or two could hold two files of one name
            } catch (IOException e) {
                throw new ArchiveFailure("The lock of the search index could not be let go: " + e, e);
            }
        }
    }
}
