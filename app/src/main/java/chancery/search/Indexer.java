package chancery.search;

import chancery.archive.JournalEntry;
import chancery.archive.Stacks;
import chancery.document.Access;
import chancery.document.RecordId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/// Keeps the index in step with the store by following its journal. One thread at a time; others may search meanwhile.
///
/// Whenever the power fails, the index holds a state of the past with its number in the journal, and the next [#follow()] catches up.
public final class Indexer {
    private static final int ENTRIES = 2_000;
    private static final int TOGETHER = 64;
    private static final int RECORDS_TO_A_COMMIT = 20_000;
    private final Stacks stacks;
    private final LuceneIndex index;

    /// @param index one that this process owns
    public Indexer(Stacks stacks, LuceneIndex index) {
        if (!index.owned()) throw new IllegalArgumentException("an index opened to read only follows nothing");
        this.stacks = stacks;
        this.index = index;
    }

    /// Brings the index up to the journal and shows it to those who search; returns how many records were looked at. Does nothing where nothing changed.
    public synchronized long follow() {
        return follow(_ -> { });
    }

    /// The same, telling after some records how many were done.
    public synchronized long follow(LongConsumer progress) {
        var last = stacks.lastEntry();
        if (index.entry() == last) return 0;
        if (index.entry() < 0 || index.entry() > last) return rebuild(progress);
        if (index.entry() == 0) return rebuild(progress); // the same papers, without asking twice for those that changed
        return catchUp(last, progress);
    }

    /// Makes the index anew from the store.
    public synchronized long rebuild(LongConsumer progress) {
        var last = stacks.lastEntry();
        try {
            for (var access : Access.values()) index.level(access).clear();
            var done = add(stacks.records(), progress);
            commit(last);
            return done;
        } catch (IOException e) {
            throw index.failed("written", e);
        }
    }

    /// Adds the faces of records, on as many threads as the machine has; the order in which they come has no meaning to the index.
    private long add(List<RecordId> records, LongConsumer progress) throws IOException {
        var done = new AtomicLong();
        var threads = Math.max(1, Runtime.getRuntime().availableProcessors());
        try (var pool = Executors.newFixedThreadPool(threads, Thread.ofPlatform().daemon().name("index-", 0).factory())) {
            var parts = new ArrayList<Future<Integer>>();
            var faces = ThreadLocal.withInitial(IndexedFace::new);
            for (var from = 0; from < records.size(); from += TOGETHER) {
                var part = records.subList(from, Math.min(records.size(), from + TOGETHER));
                parts.add(pool.submit(() -> add(part, faces.get())));
            }
            for (var part : parts) {
                progress.accept(done.addAndGet(part.get()));
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failed) throw failed;
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while indexing", e);
        }
        return done.get();
    }

    private int add(List<RecordId> part, IndexedFace faces) throws IOException {
        for (var face : stacks.faces(part)) index.level(face.access()).add(faces.of(face));
        return part.size();
    }

    private long catchUp(long last, LongConsumer progress) {
        var done = 0L;
        var from = index.entry();
        var faces = new IndexedFace();
        try {
            while (from < last) {
                var entries = stacks.journal(from, ENTRIES);
                if (entries.isEmpty()) break;
                for (var id : touched(entries)) {
                    replace(id, faces);
                    progress.accept(++done);
                }
                from = entries.getLast().number();
                if (done > 0 && done % RECORDS_TO_A_COMMIT < ENTRIES && from < last) commit(from);
            }
            commit(from);
            return done;
        } catch (IOException e) {
            throw index.failed("written", e);
        }
    }

    private void replace(RecordId id, IndexedFace faces) throws IOException {
        var today = stacks.faces(List.of(id));
        for (var access : Access.values()) {
            var face = today.stream().filter(f -> f.access() == access).findFirst();
            index.level(access).replace(id, face.map(faces::of).orElse(null));
        }
    }

    private static LinkedHashSet<RecordId> touched(List<JournalEntry> entries) {
        var ids = new LinkedHashSet<RecordId>();
        for (var entry : entries) RecordId.parse(entry.subject()).ifPresent(ids::add);
        return ids;
    }

    /// The most open level last: a paper that opens is found first by those who could see it before.
    private void commit(long entry) throws IOException {
        for (var access : Access.values()) index.level(access).commit(entry);
        index.refresh();
    }
}
