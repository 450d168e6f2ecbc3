package chancery.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.archive.ArchiveFailure.NotAnArchive;
import chancery.document.Access;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteStacksTest extends StacksContract {
    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);
    @TempDir
    Path temp;
    private int made;

    @Override
    Stacks empty() {
        return archive("a" + made++).stacks();
    }

    private ArchiveFolder archive(String name) {
        ArchiveFolder.init(temp.resolve(name), SettingsFile.titled("Test “archive”\\"), KEY, clock);
        return ArchiveFolder.open(temp.resolve(name), clock);
    }

    @Test
    void aCopyIsAnArchiveThatHoldsTheSame() {
        try (var a = archive("original")) {
            try (var accession = a.stacks().accession(Papers.delivery("river", Access.PUBLIC))) {
                accession.take(List.of(Papers.paper("1.md", "One", "1934", "Words.")));
                accession.finish();
            }
            a.copyTo(temp.resolve("copy"));
            try (var copy = ArchiveFolder.open(temp.resolve("copy"), clock)) {
                assertEquals(List.of(), copy.stacks().check());
                assertEquals(a.stacks().inventory(), copy.stacks().inventory());
                assertEquals(a.settings(), copy.settings());
            }
            assertThrows(NotAnArchive.class, () -> a.copyTo(temp.resolve("copy")));
        }
    }

    @Test
    void aFileThatIsNoLongerWhatItWasIsFound() throws IOException {
        try (var a = archive("rotten")) {
            try (var accession = a.stacks().accession(Papers.delivery("river", Access.PUBLIC))) {
                accession.take(List.of(Papers.paper("1.md", "One", "1934", "Words.")));
                accession.finish();
            }
            var digest = a.vault().all().getFirst();
            Files.writeString(a.root().resolve("files").resolve(digest.substring(0, 2)).resolve(digest), "words.");
            assertTrue(a.stacks().check().getFirst().contains(digest));
        }
    }

    @Test
    void whatIsNotAnArchiveIsSaidSo() throws IOException {
        assertThrows(NotAnArchive.class, () -> ArchiveFolder.open(temp.resolve("nowhere"), clock));
        Files.createDirectory(temp.resolve("plain"));
        assertThrows(NotAnArchive.class, () -> ArchiveFolder.open(temp.resolve("plain"), clock));
        assertTrue(Files.list(temp.resolve("plain")).findAny().isEmpty(), "nothing was made in it");
        Files.writeString(temp.resolve("plain").resolve("letter.txt"), "Dear");
        assertThrows(NotAnArchive.class, () -> ArchiveFolder.init(temp.resolve("plain"), SettingsFile.titled("T"), KEY, clock));
        archive("again").close();
        assertThrows(NotAnArchive.class, () -> archive("again"));
    }

    @Test
    void anArchiveOfANewerVersionIsLeftAlone() throws Exception {
        archive("newer").close();
        var file = temp.resolve("newer/archive.db");
        try (var c = java.sql.DriverManager.getConnection("jdbc:sqlite:" + file); var s = c.createStatement()) {
            s.execute("pragma user_version=99");
        }
        var failure = assertThrows(NotAnArchive.class, () -> ArchiveFolder.open(temp.resolve("newer"), clock));
        assertTrue(failure.getMessage().contains("newer version"), failure.getMessage());
    }

    /// Else older archives would not be brought up, and older programs not told.
    @Test
    void theFormatIsThatOfTheNewestMigration() throws Exception {
        var folder = Path.of(java.util.Objects.requireNonNull(Database.class.getResource("migrations")).toURI());
        try (var files = Files.list(folder)) {
            assertEquals(Database.SCHEMA, files.mapToInt(f -> Integer.parseInt(f.getFileName().toString().replaceAll("V(\\d+)__.*", "$1"))).max().orElse(0));
        }
    }

    @Test
    void anArchiveOfAnEarlierVersionIsBroughtUp() throws Exception {
        List<String> before;
        try (var a = archive("earlier")) {
            try (var accession = a.stacks().accession(Papers.delivery("river", Access.PUBLIC))) {
                accession.take(List.of(Papers.paper("1.md", "One", "1934", "Words.")));
                accession.finish();
            }
            a.stacks().reread(_ -> { });
            before = a.stacks().inventory();
        }
        try (var c = java.sql.DriverManager.getConnection("jdbc:sqlite:" + temp.resolve("earlier/archive.db")); var s = c.createStatement()) {
            // as format 5 had them
            for (var table : List.of("attached", "file", "version", "journal")) s.execute("update " + table + " set digest = lower(hex(digest))");
            s.execute("update reading set program = what || ' ' || program");
            s.execute("drop index decision_kind");
            s.execute("delete from flyway_schema_history where version in ('6', '7')");
            s.execute("pragma user_version=5");
        }
        try (var a = ArchiveFolder.open(temp.resolve("earlier"), clock)) {
            try (var c = java.sql.DriverManager.getConnection("jdbc:sqlite:" + temp.resolve("earlier/archive.db")); var s = c.createStatement();
                 var version = s.executeQuery("pragma user_version")) {
                assertEquals(Database.SCHEMA, version.getInt(1), "programs of before are told that it is newer");
            }
            assertEquals(before, a.stacks().inventory());
            assertEquals(List.of(), a.stacks().check());
            assertEquals(0, a.stacks().reread(_ -> { }), "what was read needs no reading again");
        }
    }

    @Test
    void aSettingThatCannotBeMeantIsNamed() throws IOException {
        archive("odd").close();
        for (var line : List.of("zone = \"Nowhere/Atlantis\"", "release = \"perhaps\"", "colour = \"red\"", "title = ")) {
            Files.writeString(temp.resolve("odd/archive.toml"), line);
            var failure = assertThrows(NotAnArchive.class, () -> ArchiveFolder.open(temp.resolve("odd"), clock));
            assertTrue(failure.getMessage().contains("archive.toml"), failure.getMessage());
            assertFalse(failure.getMessage().contains("null"), failure.getMessage());
        }
    }
}
