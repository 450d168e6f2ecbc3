package chancery.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.atomic.AtomicLong;

/// What a power cut would leave of a folder: of every file the bytes that it had when it was last synced, of every
/// folder the names. Called by the JDK itself in a process that
/// [SyncWatch] watches, in the thread that syncs and before it goes on; so it stands by itself and uses nothing but the JDK.
public final class Synced {
    private static final AtomicLong COUNT = new AtomicLong();
    private static volatile String root = "\u0000";
    private static volatile Path kept = Path.of("");

    private Synced() {}

    /// Begins to watch what lies in a folder.
    public static void watch(Path folder, Path to) {
        kept = to;
        root = folder.toString();
    }

    /// Keeps what the disk has of a file or folder that was synced just now. Files are known by
    /// their inode, since they are synced under one name and then given another.
    public static void of(String path) {
        if (path == null || !path.startsWith(root)) return;
        var synced = Path.of(path);
        try {
            if (Files.isDirectory(synced)) keepNames(synced);
            else keepBytes(synced);
        } catch (NoSuchFileException gone) {
            // its name is no more: nothing to keep
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void keepBytes(Path synced) throws IOException {
        var beside = beside();
        Files.copy(synced, beside);
        keep(beside, synced);
    }

    /// One at a time: two threads sync one folder at once, and names listed earlier must not be set over names listed later.
    private static synchronized void keepNames(Path synced) throws IOException {
        var names = new StringBuilder();
        try (var all = Files.list(synced)) {
            for (var name : (Iterable<Path>) all::iterator) name(name, names);
        }
        var beside = beside();
        Files.writeString(beside, names);
        keep(beside, synced);
    }

    private static Path beside() {
        return kept.resolve(".new" + COUNT.incrementAndGet());
    }

    private static void keep(Path beside, Path synced) throws IOException {
        Files.move(beside, of(synced, kept), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void name(Path file, StringBuilder names) throws IOException {
        try {
            names.append(inode(file)).append(' ').append(file.getFileName()).append('\n');
        } catch (NoSuchFileException gone) {
            // renamed meanwhile by another thread, whose own sync lists it
        }
    }

    /// Where the state of a file or folder is kept.
    static Path of(Path file, Path kept) throws IOException {
        return kept.resolve(inode(file));
    }

    static String inode(Path file) throws IOException {
        return Files.getAttribute(file, "unix:ino").toString();
    }
}
