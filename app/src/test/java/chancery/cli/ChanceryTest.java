package chancery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Commands as somebody at a terminal meets them.
class ChanceryTest {
    @TempDir
    Path temp;
    private final PrintStream out = System.out, err = System.err;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream(), complained = new ByteArrayOutputStream();

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void stopListening() {
        System.setOut(out);
        System.setErr(err);
    }

    private String run(int code, String... args) {
        said.reset();
        complained.reset();
        assertEquals(code, Chancery.run(args), () -> said + "\n" + complained);
        return said.toString(StandardCharsets.UTF_8);
    }

    private String path(String name) {
        return temp.resolve(name).toString();
    }

    private Path papers() throws IOException {
        var folder = Files.createDirectories(temp.resolve("papers/one"));
        Files.writeString(folder.resolve("1-orvane.md"),
                "---\ntitle: Rennick to Department\nvolume: River Papers\ndate: '1934-02-03'\n---\n\nCablegram 12 PORT ORVANE, 3 February 1934, 7.40 "
                + "p.m.\n\nSECRET\n\nThe dredger has sailed. [1]\n\n _\n\n1 Document 7.\n\n_\n");
        Files.writeString(folder.resolve("2-closed.md"), "---\ntitle: Closed\nvolume: River Papers\nrelease: withheld\n---\n\nNobody reads canaries.\n");
        return temp.resolve("papers");
    }

    @Test
    void aFolderIsTakenInFoundExportedAndTakenBack() throws IOException {
        papers();
        run(0, "init", path("a"), "--title", "River");
        assertTrue(run(0, "import", path("a"), path("papers"), "--release",
                "public").endsWith("2 read = 2 taken + 0 unchanged + 0 new versions + 0 refused\n"));
        assertTrue(run(0, "search", path("a"), "dredger").contains("Rennick to Department"));
        assertFalse(run(0, "search", path("a"), "canaries").contains("Closed"));
        assertTrue(run(0, "search", path("a"), "canaries", "--for", "staff").contains("Closed"));
        var row = run(0, "export", path("a"), "--what", "documents");
        assertTrue(row.contains("\"document\":\"one/1-orvane.md\"") && row.contains("\"release\":\"public\"") && row.contains("Document 7."), row);
        assertTrue(complained.toString(StandardCharsets.UTF_8).endsWith("1 written for public, 1 left out: 1 withheld.\n"), complained.toString());
        assertTrue(run(0, "export", path("a"), "--what",
                "messages").contains("\"number\":\"12\",\"place\":\"Port Orvane\",\"date\":\"1934-02-03\",\"time\":\"19:40\""));
        assertTrue(run(0, "import", path("a"), path("papers"), "--release",
                "public").endsWith("2 read = 0 taken + 2 unchanged + 0 new versions + 0 refused\n"));
        run(0, "backup", path("a"), path("b"));
        run(0, "restore", path("b"), path("c"));
        assertTrue(run(0, "check", path("a"), "--compare", path("c")).startsWith("Clean: 2 records"));
        run(0, "undo", path("a"), "1");
        assertTrue(run(0, "search", path("a"), "dredger").contains("0 found"));
        assertTrue(run(1, "check", path("a"), "--compare", path("c")).contains("only in"));
    }

    @Test
    void withoutAReleaseNothingIsOpenAndTheReceiptSaysHowToOpenIt() throws IOException {
        papers();
        run(0, "init", path("a"));
        var receipt = run(0, "import", path("a"), path("papers"));
        assertTrue(receipt.contains("2 are withheld") && receipt.contains("--release public"), receipt);
        assertEquals("", run(0, "export", path("a"), "--what", "documents"));
        run(0, "import", path("a"), path("papers"), "--release", "public");
        assertEquals(1, run(0, "export", path("a"), "--what", "documents").lines().count(), "what says its own release keeps it");
    }

    /// What is concluded from the papers is kept when they are in; nothing is where nothing was read.
    @Test
    void anImportKeepsWhatItsPapersComeTo() throws IOException {
        papers();
        run(0, "init", path("a"));
        run(0, "import", path("a"), path("papers"), "--release", "public", "--readings", "none");
        assertFalse(Files.exists(temp.resolve("a/cache")));
        run(0, "init", path("b"));
        run(0, "import", path("b"), path("papers"), "--release", "public");
        try (var kept = Files.list(temp.resolve("b/cache"))) {
            assertTrue(kept.anyMatch(file -> file.getFileName().toString().startsWith("conclusions-")));
        }
    }

    @Test
    void aDryRunWritesNothing() throws IOException {
        papers();
        run(0, "init", path("a"));
        assertTrue(run(0, "import", path("a"), path("papers"), "--dry-run", "--findings",
                path("f.csv")).endsWith("Nothing was written.\n2 read = 2 taken + 0 unchanged + 0 new versions + 0 refused\n"));
        assertEquals("", run(0, "export", path("a"), "--what", "documents", "--for", "staff"));
    }

    @Test
    void oneBadFileNeverStopsTheRest() throws IOException {
        var papers = papers();
        Files.write(papers.resolve("bad.md"), new byte[] {'-', '-', '-', '\n', (byte) 0xff, (byte) 0xfe});
        Files.writeString(papers.resolve("alias.md"), "---\ntitle: &a A\nsummary: *a\n---\nWords\n");
        Files.writeString(papers.resolve("twice.md"), "---\ntitle: A\ntitle: B\n---\nWords\n");
        Files.writeString(papers.resolve("empty.md"), "");
        run(0, "init", path("a"));
        assertTrue(run(0, "import", path("a"), path("papers")).endsWith("6 read = 2 taken + 0 unchanged + 0 new versions + 4 refused\n"));
        var findings = Files.readString(temp.resolve("a/findings/import-1.csv"));
        for (var code : new String[] {"SOURCE_NOT_UTF8", "FRONT_MATTER_UNREADABLE", "SOURCE_EMPTY"}) assertTrue(findings.contains(code), findings);
    }

    @Test
    void aStoreThatIsNoDatabaseIsSaidToBeNone() throws IOException {
        run(0, "init", path("a"));
        Files.writeString(temp.resolve("a/archive.db"), "this is no database");
        run(1, "search", path("a"), "dredger");
        var complaint = complained.toString(StandardCharsets.UTF_8);
        assertTrue(complaint.contains("chancery restore") && !complaint.contains("SQLITE"), complaint);
    }

    @Test
    void aDeliveryThatWasRefusedWholeIsNoSuccess() throws IOException {
        Files.writeString(temp.resolve("no.zip"), "this is no zip");
        run(0, "init", path("a"));
        assertTrue(run(1, "import", path("a"), path("no.zip")).endsWith("1 read = 0 taken + 0 unchanged + 0 new versions + 1 refused\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        2 | serve A --port 99999                     | from 0 to 65535
        2 | serve A --host no.such.host.example      | no such address
        1 | export NOWHERE --what documents          | chancery init
        2 | export A --what nothing                  | say documents
        2 | export A --what documents --for everyone | say public
        2 | import A NOWHERE                         | There is no file or folder
        2 | import A . --format cuneiform            | say auto
        2 | import A . --release perhaps             | release
        2 | search A                                 | QUERY
        2 | undo A 77                                | There is no import number 77
        2 | serch A oats                             | There is no command serch. Did you mean search
        2 | serve                                    | serve needs ARCHIVE. `chancery serve --help`
        2 | import A                                 | import needs SOURCE.
        2 | export A                                 | export needs --what W.
        2 | serve A --port many                      | --port many: say a whole number.
        2 | serve A --port                           | --port needs P after it.
        2 | serve A --hosts                          | serve has no option --hosts. Did you mean --host?
        2 | serve A twice                            | serve has no use for “twice”.
        2 | init B --release secret                  | --release secret: say public, registered or withheld.
        2 | undo A last                              | IMPORT last: say a whole number.
        2 | search A --queries NOWHERE               | there is no such file or folder.
        2 | search A --queries A                     | it is a folder, and a file is wanted.
        2 | decide A --csv NOWHERE                   | there is no such file or folder.
        1 | decide A accept                          | accept: says nothing in the column document
        2 | import A . --mapping NOWHERE             | there is no such file or folder.
        2 | export A --what documents --out A        | is a folder: name a file in it.
        1 | export A --what documents --out A/no/x   | there is no such file or folder.
        1 | init A/archive.toml/B                    | a part of its path is a file
        1 | serve A/archive.toml                     | is a file. An archive is a folder: name that.
        2 | fly A                                    | There is no command fly.
        1 | init A                                   | There is an archive in
        1 | backup A A                               | exists already
        """)
    void whatCannotBeDoneIsSaidInASentence(int code, String line, String sentence) {
        run(0, "init", path("A"));
        var words = line.strip().split(" +");
        for (var i = 1; i < words.length; i++) if (words[i].matches("(A|B|NOWHERE)(/.*)?")) words[i] = path(words[i]);
        run(code, words);
        var complaint = complained.toString(StandardCharsets.UTF_8);
        assertTrue(complaint.contains(sentence), complaint);
        assertFalse(complaint.contains("Exception") || complaint.contains("Usage:"), complaint);
    }

    @Test
    void everyCommandHelpsWithAnExample() {
        for (var command : new String[] {"init", "import", "search", "export", "check", "reindex", "undo", "backup", "restore"})
            assertTrue(run(0, command, "--help").contains("Example: chancery " + command), command);
        assertTrue(run(0, "--help").contains("import"));
    }
}
