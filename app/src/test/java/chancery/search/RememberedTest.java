package chancery.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RememberedTest {
    private final List<String> found = new ArrayList<>(); // what had to be found, in order

    private String ask(Remembered<String, String> remembered, String asked) throws IOException {
        return remembered.of(asked, () -> {
            found.add(asked);
            return asked.toUpperCase(java.util.Locale.ROOT);
        });
    }

    @Test
    void whatWasNotAskedForLongestGoes() throws IOException {
        var two = new Remembered<String, String>(2);
        for (var asked : List.of("a", "b", "a", "c", "a", "b")) assertEquals(asked.toUpperCase(java.util.Locale.ROOT), ask(two, asked));
        assertEquals(List.of("a", "b", "c", "b"), found);
    }

    @Test
    void ofLargeAnswersFewerAreKept() throws IOException {
        var six = new Remembered<String, String>(6, String::length);
        for (var asked : List.of("aaa", "bb", "aaa", "cccc", "aaa", "bb", "aaa")) ask(six, asked);
        assertEquals(List.of("aaa", "bb", "cccc", "aaa", "bb"), found);
    }

    @Test
    void oneLargerThanAllThatIsKeptIsGivenAndGoes() throws IOException {
        var three = new Remembered<String, String>(3, String::length);
        assertEquals("FOUR", ask(three, "four"));
        assertEquals("FOUR", ask(three, "four"));
        ask(three, "one");
        ask(three, "one");
        assertEquals(List.of("four", "four", "one"), found);
    }

    @Test
    void whatFailsIsAskedAgain() throws IOException {
        var remembered = new Remembered<String, String>(2);
        assertThrows(IOException.class, () -> remembered.of("a", () -> { throw new IOException("the disk is gone"); }));
        assertEquals("A", ask(remembered, "a"));
    }

    /// Somebody else may find the same answer meanwhile: it is held once.
    @Test
    void whatIsFoundTwiceIsHeldOnce() throws IOException {
        var four = new Remembered<String, String>(4, String::length);
        four.of("aa", () -> ask(four, "aa"));
        ask(four, "bb");
        ask(four, "aa");
        ask(four, "bb");
        assertEquals(List.of("aa", "bb"), found);
    }

    /// Against a map that is searched through.
    @Test
    void whatIsHeldIsWhatWasAskedForLast() throws IOException {
        var seed = Long.getLong("seed", System.nanoTime());
        var random = new Random(seed);
        var remembered = new Remembered<String, String>(20, String::length);
        var held = new LinkedHashMap<String, String>();
        for (var i = 0; i < 2_000; i++) {
            var asked = "x".repeat(1 + random.nextInt(8)) + (char) ('a' + random.nextInt(3));
            var before = found.size();
            ask(remembered, asked);
            assertEquals(!held.containsKey(asked), found.size() > before, "seed " + seed + ", question " + i);
            held.remove(asked);
            held.put(asked, asked);
            while (held.values().stream().mapToInt(String::length).sum() > 20) held.remove(first(held));
        }
    }

    private static String first(Map<String, String> held) {
        return held.keySet().iterator().next();
    }
}
