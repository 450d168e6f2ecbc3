package chancery.exchange.in;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import chancery.document.Level;
import chancery.document.Node.Tag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The page that started the project, where the corpus is at hand.
class SavedPageCorpusTest {
    @Test
    void readsTheModelPage() throws IOException {
        var folder = System.getProperty("chancery.corpus", "").isBlank() ? System.getenv().getOrDefault("CHANCERY_CORPUS", "")
                : System.getProperty("chancery.corpus");
        if (folder.isBlank()) System.out.println("SavedPageCorpusTest did not run: neither chancery.corpus nor CHANCERY_CORPUS is set");
        assumeTrue(!folder.isBlank(), "no corpus");
        var item = new Item("saved-page.txt", Files.readAllBytes(Path.of(folder, "saved-page.txt")));
        assertTrue(new SavedPage().fits(item));

        var page = Shown.one(new SavedPage(), item.path(), item.bytes());
        var said = page.description();
        assertTrue(said.title().endsWith("Cable - Moscow, February 3, 1944"), said.title());
        assertEquals(LocalDate.of(1944, 2, 3), said.dating().edtf().orElseThrow().first());
        assertEquals("February 3, 1944", said.dating().asWritten());
        assertTrue(said.summary().startsWith("W. Averell Harriman") && said.summary().endsWith("World War II."), said.summary());
        assertTrue(said.rights().statement().contains("rights holders") && said.rights().statement().contains("commercial use"), said.rights().statement());
        assertTrue(!said.rights().statement().contains("protected") && said.rights().contact().isEmpty(), "the shielded address is no address");
        assertEquals(1, said.holdings().size());
        assertEquals(List.of(Level.REPOSITORY, Level.DIVISION, Level.FONDS, Level.CONTAINER),
                said.holdings().getFirst().path().stream().map(s -> s.level()).toList());
        assertTrue(said.sourceIds().isEmpty() && said.uploaded().isEmpty() && said.creators().isEmpty() && said.subjects().isEmpty());

        var text = page.texts().getFirst().text();
        assertEquals(6, text.all(Tag.P).size());
        assertEquals(1, text.all(Tag.UNCLEAR).size());
        assertEquals(2, Shown.text(page).split("Unquote", -1).length - 1);
        assertTrue(Shown.text(page).contains("Tokio") && Shown.text(page).contains("have now states"), "odd spelling stays as written");
        assertEquals(List.of("Original Archive", "Original Uploaded Date", "Record ID"),
                page.findings().stream().filter(f -> f.code().name().equals("LABEL_WITHOUT_VALUE")).map(f -> f.seen()).toList());
        assertEquals(3, page.findings().size(), () -> page.findings().toString());
    }
}
