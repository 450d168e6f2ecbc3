package chancery.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.archive.LetterBook.About;
import chancery.document.RecordId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LetterBookTest {
    private static final Instant NOW = Instant.parse("2031-05-06T07:08:09Z");
    private static final RecordId PAPER = new RecordId("0000000000000");
    @TempDir
    Path temp;

    @Test
    void lettersAreKeptSettledAndDestroyed() {
        var book = new LetterBook(temp.resolve("desk.db"));
        assertEquals(0, book.list(true).size());
        assertFalse(Files.exists(temp.resolve("desk.db")), "looking makes nothing");
        var first = book.keep(About.ERROR, PAPER, "Paragraph 3: Velisk, not Belisk.\nTwice.", "", NOW).orElseThrow();
        var second = book.keep(About.RIGHTS, PAPER, "May it be printed?", "reader@example.org", NOW).orElseThrow();
        assertEquals(second, book.list(false).getFirst().number(), "the newest first");
        assertTrue(book.done(first, true));
        assertEquals(1, book.list(false).size());
        assertEquals("Paragraph 3: Velisk, not Belisk.\nTwice.", book.list(true).getLast().words());
        assertTrue(book.forget(second));
        assertFalse(book.forget(second));
        assertEquals(1, book.list(true).size());
        assertThrows(IllegalArgumentException.class, () -> book.keep(About.ERROR, PAPER, "x".repeat(LetterBook.LONGEST + 1), "", NOW));
    }

    @Test
    void onlyItsOwnerReadsTheFile() throws IOException {
        new LetterBook(temp.resolve("desk.db")).keep(About.ERROR, PAPER, "An error.", "", NOW);
        if (temp.getFileSystem().supportedFileAttributeViews().contains("posix"))
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(temp.resolve("desk.db"))));
    }

    /// A canary in a letter is sought in every file of a copy.
    @Test
    void noCopyCarriesThem() throws IOException {
        ArchiveFolder.init(temp.resolve("a"), SettingsFile.titled("A"), new byte[0], () -> NOW);
        try (var folder = ArchiveFolder.open(temp.resolve("a"), () -> NOW)) {
            folder.letters().keep(About.ERROR, PAPER, "kingfisher-canary", "canary@example.org", NOW);
            folder.copyTo(temp.resolve("b"));
        }
        try (var files = Files.walk(temp.resolve("b"))) {
            for (var file : files.filter(Files::isRegularFile).toList())
                assertFalse(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1).contains("canary"), file.toString());
        }
        try (var files = Files.list(temp.resolve("b"))) {
            assertFalse(files.map(f -> f.getFileName().toString()).collect(Collectors.toSet()).contains("desk.db"));
        }
    }
}
