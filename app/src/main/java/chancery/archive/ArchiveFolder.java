package chancery.archive;

import chancery.archive.ArchiveFailure.NotAnArchive;
import chancery.archive.ArchiveFailure.StorageFailed;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HexFormat;

/// An archive as a folder: `archive.toml`, `archive.db`, `desk.db`, `files/`, `index/`, `cache/`. Close it to let go of the database.
///
/// @param root     the folder
/// @param settings what its `archive.toml` said when it was opened
/// @param stacks   what it holds
/// @param vault    its bytes
public record ArchiveFolder(Path root, Settings settings, SqliteStacks stacks, Vault vault) implements AutoCloseable {
    /// Names that the archive adds to those its searches know; may be missing.
    public static final String NAMES = "names.txt";
    private static final String TOML = "archive.toml", STORE = "archive.db", DESK = "desk.db", FILES = "files", INDEX = "index", CACHE = "cache";

    /// Makes a new archive. It is made beside its place and then named, so that nothing half-made is ever there.
    ///
    /// @param root must not exist, or be an empty folder
    /// @param key  the archive's own key, from which all its names are made; empty: a random one of 32 bytes
    public static void init(Path root, Settings settings, byte[] key, InstantSource clock) {
        var to = root.toAbsolutePath().normalize();
        try {
            if (Files.exists(to.resolve(TOML)) || Files.exists(to.resolve(STORE)))
                throw new NotAnArchive("There is an archive in " + root + " already. Choose another folder, or use that one.");
            if (Files.exists(to) && !isEmptyFolder(to)) throw new NotAnArchive(root + " exists and is not an empty folder. Choose another name.");
            var parent = parent(to);
            Files.createDirectories(parent);
            var making = Files.createTempDirectory(parent, "." + to.getFileName() + ".making");
            try {
                SettingsFile.write(making.resolve(TOML), settings);
                Files.createDirectory(making.resolve(FILES));
                try (var db = Database.make(making.resolve(STORE))) {
                    SqliteStacks.found(db, key.length == 0 ? random() : key, Instant.ofEpochMilli(clock.millis()));
                }
                if (Files.exists(to)) Files.delete(to);
                move(making, to);
                FolderVault.sync(parent);
            } finally {
                if (Files.exists(making)) delete(making);
            }
        } catch (IOException e) {
            throw new StorageFailed("Could not make an archive in " + root + ": " + WhyNot.of(e) + ".", e);
        }
    }

    /// Opens an archive.
    ///
    /// @throws NotAnArchive where the folder is none, or was made by a newer version
    public static ArchiveFolder open(Path root, InstantSource clock) {
        if (Files.isRegularFile(root)) throw new NotAnArchive(root + " is a file. An archive is a folder: name that.");
        if (!Files.isDirectory(root)) throw new NotAnArchive("There is no folder " + root + ". Make an archive with `chancery init " + root + "`.");
        if (!Files.isExecutable(root)) throw new NotAnArchive("Could not open the folder " + root + ": permission is missing.");
        var settings = SettingsFile.read(root.resolve(TOML));
        var db = Database.open(root.resolve(STORE));
        var vault = new FolderVault(root.resolve(FILES));
        return new ArchiveFolder(root, settings, new SqliteStacks(db, vault, new Cache(root.resolve(CACHE)), settings.zone(), clock), vault);
    }

    /// Where the index lies.
    public Path index() {
        return root.resolve(INDEX);
    }

    /// What readers wrote to the archivist; in no copy and no export.
    public LetterBook letters() {
        return new LetterBook(root.resolve(DESK));
    }

    @Override
    public void close() {
        stacks.close();
    }

    /// Copies the archive, as it is at this moment, into a new folder that is an archive itself; others may go on working with this one.
    /// Accounts, messages from readers, the index and the cache are not in it.
    ///
    /// @param to must not exist
    public void copyTo(Path to) {
        var target = to.toAbsolutePath().normalize();
        if (Files.exists(target)) throw new NotAnArchive(to + " exists already. Choose a name that is free.");
        try {
            var parent = parent(target);
            Files.createDirectories(parent);
            var making = Files.createTempDirectory(parent, "." + target.getFileName() + ".making");
            try {
                Files.copy(root.resolve(TOML), making.resolve(TOML));
                if (Files.exists(root.resolve(NAMES))) Files.copy(root.resolve(NAMES), making.resolve(NAMES));
                stacks.copyTo(making.resolve(STORE));
                var files = new FolderVault(making.resolve(FILES));
                for (var digest : stacks.digests()) copy(digest, files);
                move(making, target);
                FolderVault.sync(parent);
            } finally {
                if (Files.exists(making)) delete(making);
            }
        } catch (IOException e) {
            throw new StorageFailed("Could not copy the archive to " + to + ": " + WhyNot.of(e) + ".", e);
        }
    }

    private void copy(String digest, Vault to) throws IOException {
        try (var in = vault.open(digest).orElseThrow(() ->
                new ArchiveFailure.DigestMismatch("The file " + digest + " is missing from " + root.resolve(FILES) + ". Run `chancery check`."))) {
            var bytes = in.readAllBytes();
            if (!to.keep(java.util.List.of(bytes)).getFirst().equals(digest))
                throw new ArchiveFailure.DigestMismatch("The file " + digest + " in "
                        + root.resolve(FILES) + " is no longer what it was. Run `chancery check`.");
        }
    }

    private static Path parent(Path folder) {
        var parent = folder.getParent();
        if (parent == null) throw new NotAnArchive(folder + " is the root of the disk. Choose a folder in it.");
        return parent;
    }

    private static boolean isEmptyFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return false;
        try (var in = Files.list(folder)) {
            return in.findAny().isEmpty();
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }

    private static byte[] random() {
        var key = new byte[32];
        new SecureRandom().nextBytes(key);
        return key;
    }

    /// The archive's key as words of a setting.
    static String words(byte[] key) {
        return HexFormat.of().formatHex(key);
    }
}
