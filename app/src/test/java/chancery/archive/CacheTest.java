package chancery.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.document.Edtf;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is kept is read as it was written, or not at all.
class CacheTest {
    private static final byte[] CONTENT = "what was concluded ".repeat(50).getBytes(StandardCharsets.UTF_8);
    @TempDir
    Path temp;
    private final long seed = Long.getLong("chancery.seed", System.nanoTime());

    private Cache cache() {
        return new Cache(temp.resolve("cache"));
    }

    @Test
    void whatWasKeptIsReadByTheNextProcess() {
        assertTrue(cache().read("a").isEmpty());
        cache().keep("a", CONTENT);
        assertArrayEquals(CONTENT, cache().read("a").orElseThrow());
        cache().keep("a", new byte[0]);
        assertArrayEquals(new byte[0], cache().read("a").orElseThrow());
    }

    @Test
    void aDamagedFileCountsAsMissing() throws IOException {
        cache().keep("a", CONTENT);
        var file = temp.resolve("cache/a");
        var whole = Files.readAllBytes(file);
        for (var length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertTrue(cache().read("a").isEmpty(), "cut to " + length);
        }
        var random = new Random(seed);
        for (var i = 0; i < whole.length; i++) {
            var wrong = whole.clone();
            wrong[i] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, wrong);
            assertTrue(cache().read("a").isEmpty(), "byte " + i + ", seed " + seed);
        }
    }

    @Test
    void whatAnotherProgramKeptCountsAsMissing() throws IOException {
        cache().keep("a", CONTENT);
        var file = temp.resolve("cache/a");
        var bytes = Files.readAllBytes(file);
        bytes[20] ^= 1; // in the digest of the program
        var sum = new CRC32();
        sum.update(bytes, 8, bytes.length - 8);
        ByteBuffer.wrap(bytes).putLong(sum.getValue());
        Files.write(file, bytes);
        assertTrue(cache().read("a").isEmpty());
    }

    @Test
    void whatAKilledProcessLeftIsNeitherReadNorInTheWay() throws IOException {
        cache().keep("a", CONTENT);
        Files.write(temp.resolve("cache/a.new"), Arrays.copyOf(CONTENT, 100));
        assertArrayEquals(CONTENT, cache().read("a").orElseThrow());
        cache().keep("a", new byte[] {1});
        assertArrayEquals(new byte[] {1}, cache().read("a").orElseThrow());
        Files.write(temp.resolve("cache/b.new"), CONTENT);
        cache().keep("c", CONTENT);
        cache().only(Set.of("a"));
        try (var files = Files.list(temp.resolve("cache"))) {
            assertEquals(List.of("a"), files.map(f -> f.getFileName().toString()).toList());
        }
    }

    @Test
    void aFolderThatCannotBeWrittenStopsNothing() throws IOException {
        Files.writeString(temp.resolve("cache"), "a file where the folder should be");
        cache().keep("a", CONTENT);
        cache().only(Set.of());
        assertTrue(cache().read("a").isEmpty());
    }

    @Test
    void valuesAreReadAsTheyWereWritten() {
        var random = new Random(seed);
        var numbers = random.longs(200).map(n -> n >> random.nextInt(64)).toArray();
        var to = new CacheWriter();
        for (var n : numbers) {
            to.number(n);
            to.words("word " + n % 7);
            to.once("Ysarne – " + n);
            to.fraction(n % 100 / 100.0);
            to.perhaps(Optional.of(n).filter(some -> some % 2 == 0), to::number);
        }
        to.each(List.of("1944-02", "1944-02-03/..", "1934~"), to::words);
        var from = new CacheReader(to.content());
        for (var n : numbers) {
            assertEquals(n, from.number(), "seed " + seed);
            assertEquals("word " + n % 7, from.words());
            assertEquals("Ysarne – " + n, from.once());
            assertEquals(n % 100 / 100.0, from.fraction());
            assertEquals(Optional.of(n).filter(some -> some % 2 == 0), from.perhaps(from::number));
        }
        assertEquals(List.of(Edtf.of("1944-02"), Edtf.of("1944-02-03/.."), Edtf.of("1934~")), from.each(from::date));
        assertFalse(Arrays.equals(new byte[32], Program.digest()));
    }
}
