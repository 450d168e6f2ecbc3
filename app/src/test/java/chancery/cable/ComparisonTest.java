package chancery.cable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.cable.Comparison.Part;
import chancery.cable.Comparison.Row;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {

    /// Words that only one has stand in square brackets; `–` is a passage left out.
    @ParameterizedTest(name = "{0} | {1}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, quoteCharacter = '`', textBlock = """
        LEFT                                                    | RIGHT                                                | ROWS
        The river rises.                                        | The river rises.                                     | The river rises. = The river rises.
        The river rises. The ice is late.                       | The river rises.                                     | The river rises. = The river rises. / [The ice is late.] = –
        The ice is late.                                        | The river rises. The ice is late.                    | – = [The river rises.] / The ice is late. = The ice is late.
        The Regent was tired and would not see the General.     | Regent would not see General.                        | [The] Regent [was tired and] would not see [the] General. = Regent would not see General.
        He would not recieve the General.                       | He would not receive the General.                    | He would not [recieve] the General. = He would not [receive] the General.
        THE RIVER RISES.                                        | The river rises                                      | THE RIVER RISES. = The river rises
        Nothing here is the same at all.                        | Quite other words stand there instead.               | [Nothing here is the same at all.] = – / – = [Quite other words stand there instead.]
        """)
    void alignsWhatTheySay(String left, String right, String rows) {
        assertEquals(rows, shown(Comparison.of(left, right)));
    }

    @Test
    void nothingIsComparedWithNothing() {
        assertEquals(List.of(), Comparison.of("", " \n ").rows());
        assertEquals(1, Comparison.of("", "").keptOfLeft());
        assertEquals("– = [The river rises.]", shown(Comparison.of("", "The river rises.")));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, quoteCharacter = '`', textBlock = """
        WORDS                                                    | PASSAGES
        Mr. Pell saw No. 4 leave. He wrote at 3 p.m. that day.   | Mr. Pell saw No. 4 leave. ~ He wrote at 3 p.m. that day.
        Quote It was told me Unquote He drew a signal.           | Quote It was told me Unquote ~ He drew a signal.
        Quote It was told me Unquote and drew a signal.          | Quote It was told me Unquote and drew a signal.
        1. The lease ends. 2. The wells run.                     | 1. The lease ends. ~ 2. The wells run.
        He asked: When does it end? Nobody knew.                 | He asked: ~ When does it end? ~ Nobody knew.
        J. R. Hallowes signed.                                   | J. R. Hallowes signed.
        """)
    void passagesAreSentences(String words, String passages) {
        assertEquals(passages, String.join(" ~ ", Comparison.passages(words)));
    }

    @Test
    void tellsHowMuchOfEachTheOtherKeeps() {
        var c = Comparison.of("The river rises at Velisk. The ice is late this year.", "The river rises at Velisk.");
        assertEquals(5.0 / 11, c.keptOfLeft(), 1e-9);
        assertEquals(1, c.keptOfRight());
        assertTrue(c.whole());
        assertEquals(List.of(true, false), c.rows().stream().map(Row::same).toList());
    }

    @Test
    void aTextWithoutEndIsComparedAsFarAsItIsRead() {
        var endless = IntStream.range(0, Comparison.MOST + 50).mapToObj(i -> "Sentence number " + i + " says this.").collect(Collectors.joining(" "));
        var c = Comparison.of(endless, endless);
        assertFalse(c.whole());
        assertEquals(Comparison.MOST, c.rows().size());
    }

    /// Put together again, the parts of each side are its words in order: nothing is lost, nothing invented; and a text compared with itself is the same.
    @Test
    void nothingIsLostOnEitherSide() {
        var seed = Long.getLong("chancery.seed", System.nanoTime());
        var random = new Random(seed);
        for (var i = 0; i < 300; i++) {
            String left = text(random), right = random.nextBoolean() ? text(random) : left.replace("river", "delta").replaceFirst("\\. [^.]*\\.", ".");
            var c = Comparison.of(left, right);
            assertEquals(words(left), c.rows().stream().flatMap(r -> r.left().stream()).map(Part::words).collect(Collectors.joining(" ")), "seed " + seed);
            assertEquals(words(right), c.rows().stream().flatMap(r -> r.right().stream()).map(Part::words).collect(Collectors.joining(" ")), "seed " + seed);
            assertTrue(Comparison.of(left, left).rows().stream().allMatch(Row::same), "seed " + seed);
            for (var row : c.rows()) assertFalse(row.left().isEmpty() && row.right().isEmpty(), "seed " + seed);
        }
    }

    private static String text(Random random) {
        var words = "the a river ice lease Regent General of to and rises falls late two divisions [gap] — xxxxxxxx oats".split(" ");
        return IntStream.range(0, random.nextInt(20)).mapToObj(_ -> IntStream.range(0, 1 + random.nextInt(12)).mapToObj(_ ->
                words[random.nextInt(words.length)]).collect(Collectors.joining(" ")) + (random.nextInt(4) == 0 ? ".\n" : ". ")).collect(Collectors.joining());
    }

    private static String words(String text) {
        return String.join(" ", text.strip().split("\\s+"));
    }

    private static String shown(Comparison c) {
        return c.rows().stream().map(r -> side(r.left()) + " = " + side(r.right())).collect(Collectors.joining(" / "));
    }

    private static String side(List<Part> parts) {
        return parts.isEmpty() ? "–" : parts.stream().map(p -> p.both() ? p.words() : "[" + p.words() + "]").collect(Collectors.joining(" "));
    }
}
