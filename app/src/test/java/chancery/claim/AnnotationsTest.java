package chancery.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.exchange.in.Corpus;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// The places of annotated claims still lie on the words that were annotated: a claim begins and
/// ends with whole words, and is found again in the prose that a program reads.
class AnnotationsTest {
    @Test
    void everyPlaceLiesOnWholeWordsOfItsPaper() {
        var zip = Corpus.file("dafp-open.zip");
        Assumptions.assumeTrue(zip.isPresent(), "not run: no corpus is given (chancery.corpus or CHANCERY_CORPUS)");
        var corpus = zip.orElseThrow();
        assertEquals(533, Annotations.in(corpus).size());
        var torn = new ArrayList<String>();
        var claims = 0;
        var lost = 0;
        for (var paper : ClaimTraining.more(corpus, Set.of()).values()) {
            for (var claim : paper.gold()) {
                claims++;
                if (claim.from() < 0) lost++;
                var words = claim.content().strip();
                if (words.isEmpty() || !words.equals(claim.content()) || claim.cue().isBlank()) torn.add(paper.path() + ": " + words);
            }
        }
        assertEquals(List.of(), torn);
        assertTrue(claims >= 3065 && lost * 100 < claims, lost + " of " + claims + " are not found again");
    }
}
