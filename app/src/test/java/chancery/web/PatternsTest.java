package chancery.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.archive.DeliveryNote;
import chancery.archive.Papers;
import chancery.archive.Submission;
import chancery.document.Access;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a pattern stands for is remembered only as long as the papers stand as they do.
class PatternsTest {
    @TempDir
    Path temp;

    @Test
    void standForTheWordsOfThePapersThatAreThere() throws Exception {
        try (var archive = new Archive(temp.resolve("archive"), List.of(paper("1.md", "The granary is full.")))) {
            for (var query : List.of("gran*", "granery~", "gr?nary")) assertEquals(1, found(archive, query), query);
            take(archive, Access.PUBLIC, paper("1.md", "The granary is full."), paper("2.md", "The granite and the granaries, the gronary and a grenery."));
            for (var query : List.of("gran*", "granery~", "gr?nary")) assertEquals(2, found(archive, query), query);
            take(archive, Access.WITHHELD, paper("1.md", "The granary is full."), paper("2.md", "The granite and the granaries, the gronary and a grenery."));
            for (var query : List.of("gran*", "granery~", "gr?nary")) assertEquals(0, found(archive, query), query);
        }
    }

    private static Submission paper(String path, String words) {
        return Papers.paper(path, "Pell to Garth " + path.charAt(0), "1934-02-03", words);
    }

    private static int found(Archive archive, String query) throws Exception {
        var page = archive.get("/search?q=" + View.encode(query));
        assertTrue(page.contains("papers</h1>") || page.contains("paper</h1>"), page);
        return page.split("<li class=\"hit\"", -1).length - 1;
    }

    private static void take(Archive archive, Access release, Submission... papers) {
        try (var accession = archive.folder.stacks().accession(new DeliveryNote("papers", "papers", "tester", release, true, List.of(), false, true))) {
            accession.take(List.of(papers));
            accession.finish();
        }
        archive.follow();
    }
}
