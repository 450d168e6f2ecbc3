package chancery.archive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/// `cache/` of an archive: what was concluded from the store, kept so that a start need not
/// conclude it again. All of it can be deleted at any time and comes back.
///
/// A file is written beside its name, synced and then named, so that at any moment there is the old
/// one, the new one or none, each whole. It is read only where its bytes
/// are those that were written, and where the program is the one that wrote it; else it counts as
/// missing. That it cannot be written (a full disk, a folder that may only
/// be read) is logged and stops nothing. Safe to share between threads; one process writes, the one that owns the index.
///
/// A file is the CRC-32 of all that follows, in eight bytes, the [Program#digest()], and the content, deflated.
final class Cache {
    private static final int SUM = 8, PROGRAM = 32;
    private static final String BEING_WRITTEN = ".new";
    private final Path folder;

    /// @param folder made at the first writing
    Cache(Path folder) {
        this.folder = folder;
    }

    /// What was kept under a name; empty where nothing was that can be used.
    Optional<byte[]> read(String name) {
        try {
            var file = Files.readAllBytes(folder.resolve(name));
            if (file.length < SUM + PROGRAM || ByteBuffer.wrap(file).getLong() != sum(file)) return Optional.empty();
            if (!Arrays.equals(file, SUM, SUM + PROGRAM, Program.digest(), 0, PROGRAM)) return Optional.empty();
            try (var content = new InflaterInputStream(new ByteArrayInputStream(file, SUM + PROGRAM, file.length - SUM - PROGRAM))) {
                return Optional.of(content.readAllBytes());
            }
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException e) {
            Logger.getLogger("chancery").log(Level.WARNING, "Could not read " + folder.resolve(name) + " (" + e + "); what it holds is concluded again");
            return Optional.empty();
        }
    }

    private static long sum(byte[] file) {
        var sum = new CRC32();
        sum.update(file, SUM, file.length - SUM);
        return sum.getValue();
    }

    /// Keeps content under a name, in place of what was kept there.
    void keep(String name, byte[] content) {
        var to = folder.resolve(name);
        var beside = folder.resolve(name + BEING_WRITTEN);
        try {
            Files.createDirectories(folder);
            try (var out = FileChannel.open(beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                for (var bytes = ByteBuffer.wrap(written(content)); bytes.hasRemaining(); ) out.write(bytes);
                out.force(true);
            }
            Files.move(beside, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            FolderVault.sync(folder);
        } catch (IOException | ArchiveFailure e) {
            Logger.getLogger("chancery").log(Level.WARNING, "Could not write " + to + " (" + e + "); the next start concludes it again");
        }
    }

    private static byte[] written(byte[] content) throws IOException {
        var all = new ByteArrayOutputStream();
        all.writeBytes(new byte[SUM]);
        all.writeBytes(Program.digest());
        var deflater = new Deflater(Deflater.BEST_SPEED + 2);
        try (var packed = new DeflaterOutputStream(all, deflater, 1 << 16)) {
            packed.write(content);
        } finally {
            deflater.end();
        }
        var bytes = all.toByteArray();
        ByteBuffer.wrap(bytes).putLong(sum(bytes));
        return bytes;
    }

    /// Deletes what was kept under other names, and what a process that was killed left half written.
    void only(Collection<String> names) {
        if (!Files.isDirectory(folder)) return;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (var file : files) if (!names.contains(String.valueOf(file.getFileName()))) Files.deleteIfExists(file);
        } catch (IOException e) {
            Logger.getLogger("chancery").log(Level.WARNING, "Could not clear " + folder + " (" + e + ")");
        }
    }
}
