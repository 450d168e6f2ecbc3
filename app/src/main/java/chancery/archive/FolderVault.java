package chancery.archive;

import chancery.archive.ArchiveFailure.StorageFailed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;

/// A [Vault] in a folder: `files/ab/abcdef…`, one file for each content, named by its digest.
///
/// A content is written beside its name, synced, then renamed; the folders are synced before [#keep] returns. Many small files are
/// synced at once, since the disk gathers such syncs. Several threads may keep at once: what another is keeping this moment is synced by both.
public final class FolderVault implements Vault {
    private static final int AT_ONCE = 32;
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private final Path folder;
    // synced since this vault was opened: a name found in another may be one that a killed process never synced
    private final Set<Path> settled = ConcurrentHashMap.newKeySet();
    private final Set<String> unsettled = ConcurrentHashMap.newKeySet(); // digests being kept, whose names are perhaps not synced yet

    /// @param folder is made where it is missing
    public FolderVault(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw failed("make", folder, e);
        }
    }

    @Override
    public List<String> keep(List<byte[]> contents) {
        var digests = contents.stream().map(FolderVault::digest).toList();
        var fresh = new LinkedHashMap<String, byte[]>();
        var folders = new LinkedHashSet<Path>();
        for (var i = 0; i < digests.size(); i++) {
            var digest = digests.get(i);
            var held = Files.exists(path(digest));
            if (!held) fresh.put(digest, contents.get(i));
            if (!held || unsettled.contains(digest) || !settled.contains(folder(digest))) folders.add(folder(digest));
        }
        if (folders.isEmpty()) return digests;
        unsettled.addAll(fresh.keySet());
        make(folders);
        try (var pool = Executors.newFixedThreadPool(Math.min(AT_ONCE, Math.max(fresh.size(), folders.size())))) {
            await(fresh.entrySet().stream().<Future<?>>map(e -> pool.submit(() -> write(e.getKey(), e.getValue()))).toList());
            await(folders.stream().<Future<?>>map(f -> pool.submit(() -> sync(f))).toList());
        }
        settled.addAll(folders);
        unsettled.removeAll(fresh.keySet());
        return digests;
    }

    @Override
    public Optional<InputStream> open(String digest) {
        try {
            return Optional.of(Files.newInputStream(path(digest)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw failed("read", path(digest), e);
        }
    }

    @Override
    public Optional<Long> size(String digest) {
        try {
            return Optional.of(Files.size(path(digest)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw failed("read", path(digest), e);
        }
    }

    @Override
    public List<String> faults(Collection<String> digests) {
        var faults = new ArrayList<String>();
        for (var digest : digests) {
            try (var in = Files.newInputStream(path(digest))) {
                if (!digest(in).equals(digest)) faults.add(digest);
            } catch (NoSuchFileException e) {
                faults.add(digest);
            } catch (IOException e) {
                throw failed("read", path(digest), e);
            }
        }
        return faults;
    }

    @Override
    public List<String> all() {
        try (var files = Files.walk(folder, 2)) {
            return files.filter(Files::isRegularFile).map(f -> f.getFileName().toString()).filter(n -> n.length() == 64).sorted().toList();
        } catch (IOException e) {
            throw failed("list", folder, e);
        }
    }

    /// SHA-256 of bytes, in hexadecimal.
    public static String digest(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    /// SHA-256 of a stream's bytes, in hexadecimal; reads it to its end.
    public static String digest(InputStream in) throws IOException {
        var sha = sha256();
        var buffer = new byte[1 << 16];
        for (var n = in.read(buffer); n >= 0; n = in.read(buffer)) sha.update(buffer, 0, n);
        return HexFormat.of().formatHex(sha.digest());
    }

    /// Makes the folders that are missing; their names are synced before another thread finds them.
    private synchronized void make(Collection<Path> folders) {
        var made = !settled.contains(folder);
        for (var parent : folders) {
            if (Files.isDirectory(parent)) continue;
            made = true;
            try {
                Files.createDirectory(parent);
            } catch (FileAlreadyExistsException another) {
                // made meanwhile by another process
            } catch (IOException e) {
                throw failed("make", parent, e);
            }
        }
        if (made) sync(folder);
        settled.add(folder);
    }

    private static void await(List<Future<?>> writes) {
        try {
            for (var write : writes) write.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failed ? failed : new ArchiveFailure("Could not keep files: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ArchiveFailure("Stopped while keeping files; nothing refers to them yet.", e);
        }
    }

    private void write(String digest, byte[] content) {
        var to = path(digest);
        try {
            var beside = Files.createTempFile(to.getParent(), "." + digest.substring(0, 8), ".new");
            try (var out = FileChannel.open(beside, StandardOpenOption.WRITE)) {
                for (var buffer = ByteBuffer.wrap(content); buffer.hasRemaining(); ) out.write(buffer);
                out.force(true);
                Files.move(beside, to, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                Files.deleteIfExists(beside);
                throw e;
            }
        } catch (IOException e) {
            throw failed("write", to, e);
        }
    }

    /// Syncs a folder's names to the disk.
    static void sync(Path folder) {
        try (var names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        } catch (IOException e) {
            if (java.io.File.separatorChar == '/') throw failed("sync", folder, e); // elsewhere folders cannot be opened, and names are synced with their files
        }
    }

    private Path folder(String digest) {
        return folder.resolve(digest.substring(0, 2));
    }

    private Path path(String digest) {
        if (!DIGEST.matcher(digest).matches()) throw new IllegalArgumentException("not a SHA-256 digest: " + digest);
        return folder(digest).resolve(digest);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    private static StorageFailed failed(String what, Path where, IOException e) {
        var full = String.valueOf(e.getMessage()).contains("No space left");
        return new StorageFailed("Could not " + what + " " + where + ": "
                + (full ? "the disk is full. Make room and try again; no record refers to what was not written." : e.toString()), e);
    }
}
