package chancery.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordIdTest {
    private static final byte[] KEY = "a key of the archive's own".getBytes(StandardCharsets.UTF_8);
    private static final String ALPHABET = "0123456789bcdfghjkmnpqrstvwxz";

    /// A promise: an id must come out the same for ever, or citations break.
    @Test
    void comesOutTheSameAgain() {
        assertEquals("pqx9r1pq6mf7p", RecordId.of(KEY, "legation", "1944/12.md").value());
        assertEquals(RecordId.of(KEY, "legation", "1944/12.md"), RecordId.of(KEY.clone(), "legation", "1944/12.md"));
    }

    @Test
    void dependsOnKeySourceAndPath() {
        var id = RecordId.of(KEY, "legation", "a/b");
        assertNotEquals(id, RecordId.of("another key, as long".getBytes(StandardCharsets.UTF_8), "legation", "a/b"));
        assertNotEquals(id, RecordId.of(KEY, "embassy", "a/b"));
        assertNotEquals(id, RecordId.of(KEY, "legation", "a/c"));
        assertNotEquals(id, RecordId.of(KEY, "legationa", "/b"));
        assertNotEquals(id.value(), RecordId.name(KEY, "text", "legation\u0000a/b"));
    }

    @Test
    void hasTwelveCharactersAndACheckCharacterOfTheAlphabet() {
        var seen = new HashSet<RecordId>();
        for (var i = 0; i < 10_000; i++) {
            var id = RecordId.of(KEY, "legation", "paper " + i);
            assertTrue(id.value().matches("[" + ALPHABET + "]{13}"), id.value());
            assertTrue(seen.add(id), "twice: " + id);
        }
    }

    /// The promise of the NOID check character: any single wrong character, and any swap of neighbours, the check character among them.
    @Test
    void theCheckCharacterCatchesEverySlip() {
        for (var n = 0; n < 50; n++) {
            var id = RecordId.of(KEY, "legation", "paper " + n).value();
            for (var i = 0; i < id.length(); i++) {
                for (var c : ALPHABET.toCharArray()) {
                    if (c != id.charAt(i)) assertEquals(Optional.empty(), RecordId.parse(id.substring(0, i) + c + id.substring(i + 1)), id);
                }
                if (i > 0 && id.charAt(i) != id.charAt(i - 1)) {
                    assertEquals(Optional.empty(), RecordId.parse(id.substring(0, i - 1) + id.charAt(i) + id.charAt(i - 1) + id.substring(i + 1)), id);
                }
            }
        }
    }

    @ParameterizedTest(name = "“{0}” is no id")
    @ValueSource(strings = {"", "0", "00000000000000", "000000000000a", "000000000000",
            "../../../../x", "0000000000001", "OOOOOOOOOOOO0", "00000000000\u0660\u0660"})
    void whatIsNoIdIsRefused(String text) {
        assertEquals(Optional.empty(), RecordId.parse(text));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> new RecordId(text)).getMessage().contains(text));
    }

    @Test
    void anIdIsReadBack() {
        var id = RecordId.of(KEY, "legation", "x");
        assertEquals(Optional.of(id), RecordId.parse(id.toString()));
    }
}
