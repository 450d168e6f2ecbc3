package chancery.search;

import chancery.document.RecordId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/// The index of one release level. Each commit carries the number of the last journal entry it holds.
/// Writing is for one thread at a time, except [#add] and [#replace].
final class LevelIndex implements AutoCloseable {
    private static final String ENTRY = "journal";
    private static final String FORMAT = "format";
    private static final double BUFFER_MEGABYTES = 64;
    /// Bounds what one deletion may cost: a segment with a deleted paper is written anew at once.
    private static final double LARGEST_SEGMENT_MEGABYTES = 768;

    private final Directory directory;
    private final @Nullable IndexWriter writer;
    private final boolean expunges;
    private volatile long entry;
    private volatile boolean deletions;
    private @Nullable DirectoryReader checked; // opened to see whether it can be used; the first who asks for a reader has it

    private LevelIndex(Directory directory, @Nullable IndexWriter writer, boolean expunges, long entry, @Nullable DirectoryReader checked) {
        this.directory = directory;
        this.writer = writer;
        this.expunges = expunges;
        this.entry = entry;
        this.checked = checked;
    }

    /// Opens to write. An index that cannot be used is emptied, and [#entry()] is -1.
    ///
    /// @param expunges whether nothing of a deleted paper may stay, no statistic either
    static LevelIndex own(Path folder, boolean expunges) throws IOException {
        Files.createDirectories(folder);
        var directory = FSDirectory.open(folder);
        long entry;
        try (var usable = usable(directory)) {
            entry = entryOf(directory, usable);
        }
        var writer = new IndexWriter(directory, config(entry < 0 ? IndexWriterConfig.OpenMode.CREATE : IndexWriterConfig.OpenMode.CREATE_OR_APPEND));
        return new LevelIndex(directory, writer, expunges, entry, null);
    }

    /// Opens to read what there is.
    static LevelIndex read(Path folder) throws IOException {
        var directory = Files.isDirectory(folder) ? FSDirectory.open(folder) : new ByteBuffersDirectory();
        var usable = usable(directory);
        var entry = entryOf(directory, usable);
        if (entry < 0 && usable != null) usable.close();
        return new LevelIndex(directory, null, false, entry, entry < 0 ? null : usable);
    }

    private static IndexWriterConfig config(IndexWriterConfig.OpenMode mode) {
        var merges = new TieredMergePolicy();
        merges.setForceMergeDeletesPctAllowed(0);
        merges.setMaxMergedSegmentMB(LARGEST_SEGMENT_MEGABYTES);
        return new IndexWriterConfig().setOpenMode(mode).setRAMBufferSizeMB(BUFFER_MEGABYTES).setUseCompoundFile(false).setMergePolicy(merges)
                .setMergeScheduler(new ConcurrentMergeScheduler()).setSimilarity(Weights.SIMILARITY).setCommitOnClose(false);
    }

    /// A reader of what stands written; null where nothing does, or where it cannot be used.
    private static @Nullable DirectoryReader usable(Directory directory) throws IOException {
        if (!DirectoryReader.indexExists(directory)) return null;
        try {
            return DirectoryReader.open(directory);
        } catch (CorruptIndexException | IndexFormatTooOldException | IndexFormatTooNewException
                | IllegalArgumentException | java.nio.file.NoSuchFileException | java.io.EOFException e) {
            return null; // derived data: made anew rather than mended
        }
    }

    private static long entryOf(Directory directory, @Nullable DirectoryReader usable) throws IOException {
        if (usable == null) return DirectoryReader.indexExists(directory) ? -1 : 0;
        var said = usable.getIndexCommit().getUserData();
        try {
            return Integer.toString(LuceneIndex.FORMAT).equals(said.get(FORMAT)) ? Long.parseLong(said.getOrDefault(ENTRY, "-1")) : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /// The last journal entry it holds; -1 where it must be made anew.
    long entry() {
        return entry;
    }

    /// A reader over what stands written; the caller lets it go.
    DirectoryReader reader() throws IOException {
        var known = checked;
        checked = null;
        if (known != null) return known;
        if (writer != null) return DirectoryReader.open(writer);
        return entry < 0 || !DirectoryReader.indexExists(directory) ? DirectoryReader.open(empty()) : DirectoryReader.open(directory);
    }

    /// A reader over what has been written since another; null where nothing was.
    @Nullable DirectoryReader newer(DirectoryReader before) throws IOException {
        return writer != null ? DirectoryReader.openIfChanged(before, writer) : DirectoryReader.openIfChanged(before);
    }

    private static Directory empty() throws IOException {
        var nothing = new ByteBuffersDirectory();
        new IndexWriter(nothing, new IndexWriterConfig()).close();
        return nothing;
    }

    void add(Document face) throws IOException {
        writer().addDocument(face);
    }

    void replace(RecordId id, @Nullable Document face) throws IOException {
        var term = new Term(Fields.ID, id.value());
        deletions = true;
        if (face == null) writer().deleteDocuments(term);
        else writer().updateDocument(term, face);
    }

    void clear() throws IOException {
        writer().deleteAll();
        deletions = false;
    }

    /// Writes all there is so that it outlives a power cut, with the journal entry it has come to. Where closed papers have left, nothing of them stays.
    void commit(long to) throws IOException {
        if (expunges && deletions) expunge();
        deletions = false;
        writer().setLiveCommitData(Map.of(ENTRY, Long.toString(to), FORMAT, Integer.toString(LuceneIndex.FORMAT)).entrySet());
        writer().commit();
        entry = to;
    }

    private void expunge() throws IOException {
        writer().forceMergeDeletes(true);
        if (writer().hasDeletions()) writer().forceMerge(1);
    }

    private IndexWriter writer() {
        if (writer == null) throw new IllegalStateException("opened to read only: " + directory);
        return writer;
    }

    @Override
    public void close() throws IOException {
        if (checked != null) checked.close();
        if (writer != null) writer.rollback(); // what is not committed is found again in the journal
        directory.close();
    }
}
