package chancery.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackingTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "x", "{}", "{\"title\":\"Mr Hallowes to the Legation\"}", "[[0,4,9,\"Your 7\"]]",
            "<body kind=\"transcript\"><p>The wells are not worked.</p></body>", "Zażółć gęślą jaźń 外務省 \ud83d\udcdc"})
    void whatIsPackedComesOutAsItWas(String words) {
        assertEquals(words, Packing.unpack(Packing.pack(words)));
    }

    @Test
    void longWordsOfEveryKindComeOutAsTheyWere() {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        for (var length = 1; length < 1 << 18; length *= 3) {
            var words = new StringBuilder();
            while (words.length() < length) words.appendCodePoint(random.nextInt(4) == 0 ? random.nextInt(0x20, 0xd7ff) : random.nextInt('a', 'f'));
            assertEquals(words.toString(), Packing.unpack(Packing.pack(words.toString())), "seed " + seed);
        }
    }

    /// What was packed in the first form is read for ever.
    @Test
    void theFirstFormIsStillRead() {
        assertEquals("<body><p>The wells are not worked.</p></body>", Packing.unpack(HexFormat.of().parseHex(FIRST_FORM)));
    }

    @Test
    void theFirstWordsAreReadWithoutTheRest() {
        var words = "The wells of Fontesella are not worked. ".repeat(2_000).getBytes(StandardCharsets.US_ASCII);
        var packed = Packing.pack(words, words.length);
        var behind = new byte[packed.length + 3];
        System.arraycopy(packed, 0, behind, 3, packed.length);
        assertArrayEquals(Arrays.copyOf(words, 1_000), Packing.unpackFirst(behind, 3, 1_000));
        assertArrayEquals(words, Packing.unpackFirst(behind, 3, words.length));
        assertThrows(IllegalArgumentException.class, () -> Packing.unpackFirst(behind, 3, words.length + 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "02", "0202", "09636465", "02ffff", "0178"})
    void otherBytesAreRefused(String hex) {
        assertThrows(IllegalArgumentException.class, () -> Packing.unpack(HexFormat.of().parseHex(hex)));
    }

    private static final String FIRST_FORM = "0178bbac2761e5031b08628420ba0cd0ee38a841036c2a405c0a5606006a3e0f8e";
}
