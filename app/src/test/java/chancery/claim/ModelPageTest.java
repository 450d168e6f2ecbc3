package chancery.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import chancery.archive.HeadingOf;
import chancery.archive.Submission;
import chancery.document.PlainLayer;
import chancery.exchange.in.Corpus;
import chancery.exchange.in.CorpusPapers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The page that started the project, and the paper of the sample that is made like it: two chains, not joined; a hearer of whom nobody says that he passed
/// it on; opinion apart from hearsay; a caution put to what it speaks of; a question home.
class ModelPageTest {
    private static ClaimsReading read(Path file) {
        var papers = new ArrayList<Submission>();
        CorpusPapers.each(file, papers::add);
        var paper = papers.getFirst();
        return AttributionReader.shipped().read(new TextToRead("text", PlainLayer.of(paper.texts().getFirst().text()),
                paper.description().title(), paper.description().dating().edtf(), Optional.of(HeadingOf.read(paper).heading())));
    }

    private static ReadClaim about(ClaimsReading reading, String words) {
        return reading.claims().stream().filter(c -> c.content().quotation().contains(words))
                .findFirst().orElseThrow(() -> new AssertionError("no claim about " + words));
    }

    private static List<String> chain(ClaimsReading reading, String words) {
        return about(reading, words).chain().words();
    }

    @Test
    void readsTheModelPage() {
        var file = Corpus.file("saved-page.txt");
        if (file.isEmpty()) System.out.println("ModelPageTest did not run on the page itself: neither chancery.corpus nor CHANCERY_CORPUS is set");
        assumeTrue(file.isPresent(), "no corpus");
        var page = read(file.get());
        assertEquals(List.of("Stalin", "Soviet intelligence reports"), chain(page, "inner defense line"));
        assertEquals(List.of("Stalin", "Sugiyama"), chain(page, "scrap of paper"));
        assertTrue(about(page, "scrap of paper").chain().origin().supposed().orElseThrow().quotation().contains("Lt. Colonel"));
        assertEquals("should be checked", about(page, "inner defense line").caution().orElseThrow().quotation());
        assertEquals(List.of("Stalin"), chain(page, "withdraw to inner lines"));
        assertEquals(Stance.BELIEVED, about(page, "withdraw to inner lines").stance());
        var home = page.inquiries().getLast();
        assertTrue(home.words().quotation().contains("any information or comment"));
        assertEquals(ReadInquiry.AUTHOR, home.asker());
        assertEquals(ReadInquiry.ADDRESSEE, home.asked());
    }

    @Test
    void readsThePaperOfTheSampleThatIsMadeLikeIt() {
        var page = read(Path.of("src/main/resources/chancery/sample/papers/ysarne-crisis-1933-1934/13-tressider-paraphrase-of-naval-cable.md"));
        assertEquals(List.of("Regent", "Zavorian intelligence reports"), chain(page, "pumping plant"));
        assertEquals(List.of("Regent", "Zavorian intelligence reports"), chain(page, "withdrawal is in hand"));
        assertEquals(List.of("Regent", "Haskvold"), chain(page, "lease was nothing to him"));
        assertEquals("Lieutenant Ladomine", about(page, "lease was nothing to him").chain().origin().supposed().orElseThrow().quotation());
        assertEquals("should be checked", about(page, "pumping plant").caution().orElseThrow().quotation());
        assertEquals(List.of("Regent"), chain(page, "no answer had been sent"));
        assertEquals(Stance.BELIEVED, about(page, "would fight for a coal-hole").stance());
        var home = page.inquiries().getLast();
        assertTrue(home.words().quotation().contains("whether the Department has any information"));
        assertEquals(ReadInquiry.AUTHOR, home.asker());
    }
}
