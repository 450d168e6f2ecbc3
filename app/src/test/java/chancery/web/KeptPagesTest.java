package chancery.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.archive.DeliveryNote;
import chancery.archive.Papers;
import chancery.document.Access;
import chancery.web.KeptPages.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A page is kept as long as nothing it shows can have changed, and no longer.
class KeptPagesTest {
    @TempDir
    Path temp;

    @Test
    void ofAnotherStateAreNotGiven() {
        var kept = new KeptPages();
        var page = new Page(new byte[10], "a");
        kept.keep("/record/1", "7", page);
        assertEquals(Optional.of(page), kept.of("/record/1", "7"));
        assertEquals(Optional.empty(), kept.of("/record/1", "8"));
        assertEquals(Optional.empty(), kept.of("/record/2", "7"));
    }

    @Test
    void thatNobodyAskedForMakeRoom() {
        var kept = new KeptPages();
        for (var i = 0; i < 40; i++) {
            kept.keep("/" + i, "", new Page(new byte[1 << 20], ""));
            assertTrue(kept.of("/0", "").isPresent(), "was asked for all the time");
        }
        assertEquals(32, IntStream.range(0, 40).filter(i -> kept.of("/" + i, "").isPresent()).count());
        assertTrue(kept.of("/39", "").isPresent());
        kept.keep("/huge", "", new Page(new byte[5 << 20], ""));
        assertTrue(kept.of("/huge", "").isEmpty(), "one page would push out all others");
    }

    @Test
    void areMadeAnewWhenTheArchiveChanges() throws Exception {
        var paper = Papers.paper("1.md", "Pell to Garth", "1934-02-03", "The river rises.");
        try (var archive = new Archive(temp.resolve("archive"), List.of(paper))) {
            var at = "/record/" + archive.folder.stacks().records().getFirst() + "/pell-to-garth";
            var first = archive.get(at);
            assertTrue(first.contains("The river rises."));
            try (var c = java.sql.DriverManager.getConnection("jdbc:sqlite:" + temp.resolve("archive/archive.db")); var s = c.createStatement()) {
                s.execute("delete from lies"); // a page made now would not say where the paper lies; nothing that is journalled changed
            }
            assertEquals(first, archive.get(at), "it is the page that was kept");
            take(archive, Access.PUBLIC, Papers.paper("1.md", "Pell to Garth", "1934-02-03", "The river falls."));
            var second = archive.get(at);
            assertTrue(second.contains("The river falls.") && !second.contains("rises"));
            assertEquals(second, archive.get(at));
            take(archive, Access.WITHHELD, Papers.paper("1.md", "Pell to Garth", "1934-02-03", "The river falls."));
            assertEquals(archive.get("/record/0000000000000/nothing"), archive.get(at), "a closed paper is the same as none");
        }
    }

    private static void take(Archive archive, Access release, chancery.archive.Submission paper) {
        try (var accession = archive.folder.stacks().accession(new DeliveryNote("papers", "papers", "tester", release, true, List.of(), false, true))) {
            accession.take(List.of(paper));
            accession.finish();
        }
    }
}
