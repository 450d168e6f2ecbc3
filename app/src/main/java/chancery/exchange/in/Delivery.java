package chancery.exchange.in;

import chancery.finding.Finding;
import chancery.finding.FindingCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// What was handed over: a folder, a zip or a single file, opened. Nothing is read until it is asked for. Close it when done.
///
/// Hidden files and what operating systems leave behind (`__MACOSX`, `Thumbs.db`) are passed over.
public final class Delivery implements AutoCloseable {
    private final String source;
    private final List<Entry> entries;
    private final AutoCloseable open;

    private Delivery(String source, List<Entry> entries, AutoCloseable open) {
        this.source = source;
        this.entries = List.copyOf(entries);
        this.open = open;
    }

    /// What may be handed over at most.
    ///
    /// @param file    bytes of one file
    /// @param all     bytes of all files in a zip together
    /// @param ratio   how many times larger a file in a zip may be than its packed form, where it is larger than a megabyte
    /// @param entries files in a zip
    public record Limits(long file, long all, int ratio, int entries) {
        /// 512 MiB a file, 64 GiB in a zip, 200 times, two million files.
        public static final Limits USUAL = new Limits(512L << 20, 64L << 30, 200, 2_000_000);
    }

    /// A file, not read yet.
    ///
    /// @param path its delivery path
    /// @param size bytes, as its folder or zip says; not to be trusted
    /// @param get  reads it: an item, or the finding for which it is refused
    public record Entry(String path, long size, Function<Entry, Got> get) {
        /// Reads it.
        public Got got() {
            return get.apply(this);
        }
    }

    /// A file that was read, or refused.
    public sealed interface Got {
        record Whole(Item item) implements Got {}

        record Refused(String path, Finding why) implements Got {}
    }

    /// Opens a delivery.
    ///
    /// @throws IllegalArgumentException where there is nothing at the path, or it is no folder, zip or file that can be read
    public static Delivery open(Path path, Limits limits) {
        var name = String.valueOf(path.toAbsolutePath().normalize().getFileName());
        try {
            if (Files.isDirectory(path)) return folder(path, name, limits);
            if (!Files.isRegularFile(path)) throw new IllegalArgumentException("There is no file or folder " + path + ".");
            if (name.toLowerCase(Locale.ROOT).endsWith(".zip")) return zip(path, name.substring(0, name.length() - 4), limits);
            var entry = new Entry(name, Files.size(path), e -> file(path, e, limits));
            return new Delivery(name, List.of(entry), () -> { });
        } catch (IOException e) {
            throw new IllegalArgumentException("Could not read " + path + ": " + e.getMessage() + ".", e);
        }
    }

    /// Items that are at hand already, in the order of their paths.
    public static Delivery of(String source, List<Item> items) {
        var entries = items.stream().sorted(Comparator.comparing(Item::path))
                .map(item -> new Entry(item.path(), item.bytes().length, _ -> new Got.Whole(item))).toList();
        return new Delivery(source, entries, () -> { });
    }

    /// The name of the source where none is said: the folder's, the zip's without its ending, or the file's.
    public String source() {
        return source;
    }

    /// Its files, in the order of their paths.
    public List<Entry> entries() {
        return entries;
    }

    @Override
    public void close() {
        try {
            open.close();
        } catch (Exception e) {
            // all that was wanted has been read
        }
    }

    // ---- folders

    private static Delivery folder(Path root, String name, Limits limits) throws IOException {
        var entries = new ArrayList<Entry>();
        var real = root.toRealPath();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes a) {
                return !folder.equals(root) && isLeftBehind(String.valueOf(folder.getFileName())) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes a) {
                if (isLeftBehind(String.valueOf(file.getFileName()))) return FileVisitResult.CONTINUE;
                var path = root.relativize(file).toString().replace(java.io.File.separatorChar, '/');
                entries.add(new Entry(path, a.size(), e -> a.isSymbolicLink() ? linked(real, file, e, limits) : file(file, e, limits)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
                var path = root.relativize(file).toString().replace(java.io.File.separatorChar, '/');
                entries.add(new Entry(path, 0, e -> unreadable(e, failure)));
                return FileVisitResult.CONTINUE;
            }
        });
        entries.sort(Comparator.comparing(Entry::path));
        return new Delivery(name, entries, () -> { });
    }

    private static Got linked(Path root, Path file, Entry entry, Limits limits) {
        try {
            var real = file.toRealPath();
            if (!real.startsWith(root)) return refused(entry, FindingCode.FILE_OUTSIDE, real.toString());
            if (!Files.isRegularFile(real)) return refused(entry, FindingCode.SOURCE_UNREADABLE, "a link to a folder");
            return file(real, entry, limits);
        } catch (IOException e) {
            return unreadable(entry, e);
        }
    }

    private static Got file(Path file, Entry entry, Limits limits) {
        try (var in = Files.newInputStream(file)) {
            return whole(entry, in, limits.file(), FindingCode.SOURCE_TOO_LARGE);
        } catch (IOException e) {
            return unreadable(entry, e);
        } catch (OutOfMemoryError e) {
            return new Got.Refused(entry.path(), tooMuchForMemory(entry.size()));
        }
    }

    /// What is said of a file for which there is no memory.
    ///
    /// @param bytes how many it has
    static Finding tooMuchForMemory(long bytes) {
        return new Finding(FindingCode.SOURCE_NEEDS_MEMORY, "the file",
                "%,d bytes, and Java has %,d MB".formatted(bytes, Runtime.getRuntime().maxMemory() >> 20));
    }

    private static Got whole(Entry entry, InputStream in, long most, FindingCode tooMuch) throws IOException {
        if (entry.size() > most) return refused(entry, tooMuch, entry.size() + " bytes");
        var bytes = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 16, most + 1));
        return bytes.length > most ? refused(entry, tooMuch, "more than " + most + " bytes") : new Got.Whole(new Item(entry.path(), bytes));
    }

    private static Got unreadable(Entry entry, IOException why) {
        return refused(entry, FindingCode.SOURCE_UNREADABLE,
                why instanceof java.nio.file.AccessDeniedException ? "no permission" : String.valueOf(why.getMessage()));
    }

    private static Got refused(Entry entry, FindingCode code, String seen) {
        return new Got.Refused(entry.path(), new Finding(code, "the file", seen));
    }

    /// Hidden files, and what operating systems leave in folders.
    private static boolean isLeftBehind(String name) {
        return name.startsWith(".") || name.equals("__MACOSX") || name.equalsIgnoreCase("Thumbs.db") || name.equalsIgnoreCase("desktop.ini");
    }

    // ---- zips

    private static Delivery zip(Path file, String name, Limits limits) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException e) {
            return new Delivery(name, List.of(new Entry(String.valueOf(file.getFileName()), Files.size(file),
                    entry -> refused(entry, FindingCode.ZIP_BROKEN, String.valueOf(e.getMessage())))), () -> { });
        }
        var entries = new ArrayList<Entry>();
        var seen = new HashSet<String>();
        var all = 0L;
        for (var packed : java.util.Collections.list(zip.entries())) {
            var path = packed.getName();
            if (packed.isDirectory() || leftBehind(path)) continue;
            all += Math.max(0, packed.getSize());
            var why = refusal(packed, path, seen, all, entries.size(), limits);
            entries.add(new Entry(harmless(path), Math.max(0, packed.getSize()),
                    e -> why.<Got>map(f -> new Got.Refused(e.path(), f)).orElseGet(() -> unpack(zip, packed, e, limits))));
        }
        entries.sort(Comparator.comparing(Entry::path));
        return new Delivery(name, entries, zip);
    }

    private static Optional<Finding> refusal(ZipEntry packed, String path, HashSet<String> seen, long all, int many, Limits limits) {
        if (escapes(path)) return Optional.of(new Finding(FindingCode.ZIP_PATH_ESCAPES, "the zip", path));
        if (!seen.add(path)) return Optional.of(new Finding(FindingCode.ZIP_ENTRY_TWICE, "the zip", path));
        if (all > limits.all() || many >= limits.entries())
            return Optional.of(new Finding(FindingCode.ZIP_TOO_LARGE, "the zip", all + " bytes in " + many + " files"));
        if (isBomb(packed.getSize(), packed.getCompressedSize(), limits))
            return Optional.of(new Finding(FindingCode.ZIP_TOO_LARGE, "the zip", packed.getSize() + " bytes from " + packed.getCompressedSize()));
        return Optional.empty();
    }

    private static boolean isBomb(long size, long packed, Limits limits) {
        return size > 1 << 20 && packed >= 0 && size / Math.max(1, packed) > limits.ratio();
    }

    private static Got unpack(ZipFile zip, ZipEntry packed, Entry entry, Limits limits) {
        // what a zip says of its sizes may be a lie: no more is read than the packed form may honestly hold
        var honest = Math.max(1 << 20, Math.max(1, packed.getCompressedSize()) * limits.ratio());
        try (var in = zip.getInputStream(packed)) {
            return whole(entry, in, Math.min(limits.file(), honest), FindingCode.ZIP_TOO_LARGE);
        } catch (IOException | IllegalArgumentException e) {
            return refused(entry, FindingCode.ZIP_BROKEN, String.valueOf(e.getMessage()));
        } catch (OutOfMemoryError e) {
            return new Got.Refused(entry.path(), tooMuchForMemory(entry.size()));
        }
    }

    private static boolean leftBehind(String path) {
        for (var part : path.split("/")) if (!part.equals("..") && !part.equals(".") && isLeftBehind(part)) return true;
        return false;
    }

    private static boolean escapes(String path) {
        if (path.startsWith("/") || path.indexOf('\\') >= 0 || path.indexOf('\0') >= 0 || path.matches("[A-Za-z]:.*")) return true;
        for (var part : path.split("/")) if (part.equals("..") || part.equals(".")) return true;
        return false;
    }

    private static String harmless(String path) {
        var kept = path.replace('\0', ' ');
        return kept.isBlank() ? "(no name)" : kept;
    }
}
