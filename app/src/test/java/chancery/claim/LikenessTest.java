package chancery.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Which claims are proposed as the same: by the rare words they share. Invented words.
class LikenessTest {
    private static Claim claim(String words, String paper) {
        var a = Chains.attestation(paper + " | Pell | Castrelle");
        return new Claim(a.id(), List.of(new Attestation(a.id(), a.paper(), a.text(), Chains.span(words),
                a.cue(), a.chain(), a.stance(), a.caution(), a.state(), a.about(), a.said(), "")), List.of());
    }

    private final Claim asked = claim("two divisions will embark at Skaldvik in March", "P1");
    private final List<Claim> others = new ArrayList<>(List.of(asked, claim("two Karsund divisions are to be embarked at Skaldvik", "P2"),
            claim("the Minister will embark in March", "P3"), claim("the price of oats fell by a quarter", "P4"),
            claim("the two of them will be in the house in March", "P5")));

    @Test
    void whatSharesRareWordsIsAlike() {
        for (var i = 0; i < 30; i++) others.add(claim("the Minister will reply in March about matter " + i, "Q" + i));
        var alike = Likeness.of(others).to(asked, 5);
        assertEquals(List.of("two Karsund divisions are to be embarked at Skaldvik"), alike.stream().map(a -> a.claim().words()).toList());
        assertEquals(List.of("division", "embark", "skaldvik", "two"), alike.getFirst().words().stream().sorted().toList());
    }

    @Test
    void nothingIsLikeItselfOrLikeARejectedReading() {
        var rejected = new Claim("r", others.get(1).attestations().stream().map(a -> new Attestation("r", a.paper(), a.text(),
                a.content(), a.cue(), a.chain(), a.stance(), a.caution(), State.REJECTED, a.about(), a.said(), "")).toList(), List.of());
        assertEquals(List.of(), Likeness.of(List.of(asked, rejected)).to(asked, 5));
    }
}
