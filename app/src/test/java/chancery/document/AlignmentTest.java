package chancery.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chancery.document.Alignment.Passage;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Passages by length and, before a colon, their printed number.
class AlignmentTest {
    @ParameterizedTest(name = "{0}: {1} with {2}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        WHAT                                  | LEFT                  | RIGHT                     | ROWS
        one for one                           | 80 200 120            | 90 230 130                | 1-1 1-1 1-1
        a language of few signs               | 300 120 600           | 100 40 200                | 1-1 1-1 1-1
        one paragraph made two                | 90 400 120            | 90 190 210 120            | 1-1 1-2 1-1
        two paragraphs made one               | 90 190 210 120        | 90 400 120                | 1-1 2-1 1-1
        one left out in the translation       | 90 1500 60 300        | 90 60 300                 | 1-1 1-0 1-1 1-1
        numbers outweigh lengths              | 1.:80 2.:200 3.:90    | 1.:80 3.:90               | 1-1 1-0 1-1
        nothing on one side                   | 80 90                 |                           | 1-0 1-0
        """)
    void alignsByLengthAndNumber(String what, String left, String right, String rows) {
        var aligned = Alignment.of(passages(left), passages(right));
        assertEquals(rows,
                aligned.rows().stream().map(r -> (r.leftEnd() - r.left()) + "-" + (r.rightEnd() - r.right())).collect(Collectors.joining(" ")), what);
    }

    /// Every passage stands in one row, in order, however long the texts are.
    @Test
    void losesNothing() {
        var seed = Long.getLong("chancery.seed", System.nanoTime());
        var random = new Random(seed);
        for (var round = 0; round < 40; round++) {
            int n = random.nextInt(round == 0 ? 1_400 : 30), m = random.nextInt(round == 0 ? 1_400 : 30);
            int left = 0, right = 0;
            for (var row : Alignment.of(some(random, n), some(random, m)).rows()) {
                assertEquals(left, row.left(), "seed " + seed);
                assertEquals(right, row.right(), "seed " + seed);
                left = row.leftEnd();
                right = row.rightEnd();
            }
            assertEquals(n, left, "seed " + seed);
            assertEquals(m, right, "seed " + seed);
        }
    }

    private static List<Passage> some(Random random, int many) {
        return random.ints(many, 0, 900).mapToObj(n -> new Passage(n, n % 5 == 0 ? n + "." : "")).toList();
    }

    private static List<Passage> passages(String words) {
        if (words == null) return List.of();
        return Arrays.stream(words.split(" "))
                .map(w -> new Passage(Integer.parseInt(w.substring(w.indexOf(':') + 1)), w.contains(":") ? w.substring(0, w.indexOf(':')) : "")).toList();
    }
}
