package chancery.exchange.in;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Folders, zips and files as they may be handed over, by friends and by others.
class DeliveryTest {
    private static final Delivery.Limits SMALL = new Delivery.Limits(2_000_000, 4_000_000, 100, 50);
    @TempDir
    Path temp;

    @Test
    void aZipIsTheSameAsItsFolder() throws IOException {
        var folder = Files.createDirectories(temp.resolve("papers/a"));
        Files.writeString(folder.resolve("1.txt"), "One");
        Files.writeString(temp.resolve("papers/2.txt"), "Two");
        Files.writeString(temp.resolve("papers/.hidden"), "no");
        assertEquals(List.of("2.txt: Two", "a/1.txt: One"), read(temp.resolve("papers")));
        assertEquals(List.of("2.txt: Two", "a/1.txt: One"), read(zip("papers.zip", z -> {
            add(z, "a/1.txt", bytes("One"));
            add(z, "2.txt", bytes("Two"));
            add(z, "__MACOSX/2.txt", bytes("no"));
        })));
        try (var delivery = Delivery.open(temp.resolve("papers.zip"), SMALL)) {
            assertEquals("papers", delivery.source());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../out.txt", "a/../../out.txt", "/etc/out.txt", "a\\..\\out.txt", "C:/out.txt", "./out.txt"})
    void aPathThatLeadsOutOfAZipIsRefusedAndTheRestIsRead(String path) throws IOException {
        assertEquals(List.of("fine.txt: Fine", path + ": ZIP_PATH_ESCAPES"), sorted(read(zip("out.zip", z -> {
            add(z, path, bytes("out"));
            add(z, "fine.txt", bytes("Fine"));
        }))));
    }

    @Test
    void aBombIsNotUnpacked() throws IOException {
        assertEquals(List.of("bomb.txt: ZIP_TOO_LARGE", "fine.txt: Fine"), read(zip("bomb.zip", z -> {
            add(z, "bomb.txt", new byte[1_900_000]);
            add(z, "fine.txt", bytes("Fine"));
        })));
    }

    @Test
    void aZipThatLiesAboutItsSizesIsReadNoFurtherThanItMayHonestlyHold() throws IOException {
        var file = zip("lie.zip", z -> add(z, "lie.txt", new byte[1_900_000]));
        var bytes = Files.readAllBytes(file);
        // the size it says: nine bytes
        for (var at : indexes(bytes, new byte[] {'P', 'K', 1, 2})) for (var i = 0; i < 4; i++) bytes[at + 24 + i] = (byte) (i == 0 ? 9 : 0);
        Files.write(file, bytes);
        var read = read(file);
        assertEquals(1, read.size());
        assertEquals(true, read.getFirst().matches("lie.txt: ZIP_(TOO_LARGE|BROKEN)"), read.toString());
    }

    @Test
    void tooManyFilesAndTooManyBytesAreRefused() throws IOException {
        var many = read(zip("many.zip", z -> {
            for (var i = 10; i < 70; i++) add(z, i + ".txt", bytes("x"));
        }));
        assertEquals(50, many.stream().filter(l -> l.endsWith(": x")).count());
        assertEquals(10, many.stream().filter(l -> l.endsWith(": ZIP_TOO_LARGE")).count());
        var large = temp.resolve("large.txt");
        Files.write(large, new byte[2_000_001]);
        assertEquals(List.of("large.txt: SOURCE_TOO_LARGE"), read(large));
    }

    @Test
    void aZipCutShortIsBroken() throws IOException {
        var file = zip("cut.zip", z -> add(z, "a.txt", bytes("words ".repeat(5_000))));
        Files.write(file, java.util.Arrays.copyOf(Files.readAllBytes(file), 60));
        assertEquals(List.of("cut.zip: ZIP_BROKEN"), read(file));
        Files.writeString(temp.resolve("no.zip"), "this is no zip");
        assertEquals(List.of("no.zip: ZIP_BROKEN"), read(temp.resolve("no.zip")));
    }

    @Test
    void aLinkThatLeadsOutOfTheFolderIsRefused() throws IOException {
        var folder = Files.createDirectories(temp.resolve("papers"));
        Files.writeString(temp.resolve("secret.txt"), "secret");
        Files.writeString(folder.resolve("a.txt"), "A");
        Files.createSymbolicLink(folder.resolve("b.txt"), Path.of("a.txt"));
        Files.createSymbolicLink(folder.resolve("c.txt"), temp.resolve("secret.txt"));
        Files.createSymbolicLink(folder.resolve("d.txt"), temp.resolve("nowhere.txt"));
        assertEquals(List.of("a.txt: A", "b.txt: A", "c.txt: FILE_OUTSIDE", "d.txt: SOURCE_UNREADABLE"), read(folder));
    }

    @Test
    void nothingThereIsSaidInOneSentence() {
        var failure = assertThrows(IllegalArgumentException.class, () -> Delivery.open(temp.resolve("no"), SMALL));
        assertEquals("There is no file or folder " + temp.resolve("no") + ".", failure.getMessage());
    }

    // ---- how it is asked

    private interface Filling {
        void of(ZipOutputStream zip) throws IOException;
    }

    private Path zip(String name, Filling filling) throws IOException {
        var file = temp.resolve(name);
        try (OutputStream out = Files.newOutputStream(file); var zip = new ZipOutputStream(out)) {
            filling.of(zip);
        }
        return file;
    }

    private static void add(ZipOutputStream zip, String path, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(path));
        zip.write(bytes);
        zip.closeEntry();
    }

    private static List<Integer> indexes(byte[] in, byte[] of) {
        return java.util.stream.IntStream.range(0, in.length - of.length)
                .filter(i -> java.util.Arrays.equals(in, i, i + of.length, of, 0, of.length)).boxed().toList();
    }

    private static List<String> read(Path path) {
        try (var delivery = Delivery.open(path, SMALL)) {
            return delivery.entries().stream().map(Delivery.Entry::got).map(got -> switch (got) {
                case Delivery.Got.Whole(var item) -> item.path() + ": " + new String(item.bytes(), StandardCharsets.UTF_8);
                case Delivery.Got.Refused(var where, var why) -> where + ": " + why.code();
            }).toList();
        }
    }

    private static List<String> sorted(List<String> lines) {
        return lines.stream().sorted(java.util.Comparator.comparing((String l) -> !l.startsWith("fine"))).toList();
    }

    private static byte[] bytes(String words) {
        return words.getBytes(StandardCharsets.UTF_8);
    }
}
