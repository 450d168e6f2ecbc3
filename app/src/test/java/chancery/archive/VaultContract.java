package chancery.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every [Vault] promises, whatever it keeps its bytes in.
abstract class VaultContract {
    /// SHA-256 of nothing and of `abc`, as FIPS 180-2 gives them.
    private static final String OF_NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    private static final String OF_OTHERS = "00".repeat(32);
    protected Vault vault;
    private final List<String> damaged = new ArrayList<>();

    /// A new, empty vault.
    abstract Vault empty() throws IOException;

    /// The same vault as somebody opens it who comes later.
    abstract Vault again() throws IOException;

    /// Changes a byte of a content behind the vault's back.
    abstract void damage(String digest) throws IOException;

    /// Takes a content away behind the vault's back.
    abstract void lose(String digest) throws IOException;

    @BeforeEach
    void make() throws IOException {
        vault = empty();
    }

    /// Whatever a test did: what is listed is held, in order, and only what a test damaged is at fault.
    @AfterEach
    void holdsWhatItLists() {
        var all = vault.all();
        assertEquals(List.copyOf(new TreeSet<>(all)), all, "in order, each once");
        for (var digest : all) assertTrue(vault.size(digest).isPresent(), digest);
        assertEquals(damaged.stream().sorted().toList(), vault.faults(all));
    }

    private static byte[] bytes(String words) {
        return words.getBytes(StandardCharsets.UTF_8);
    }

    private byte[] read(String digest) throws IOException {
        try (var in = vault.open(digest).orElseThrow()) {
            return in.readAllBytes();
        }
    }

    @Test
    void contentsAreKeptUnderTheirDigests() throws IOException {
        assertEquals(List.of(OF_ABC, OF_NOTHING, OF_ABC), vault.keep(List.of(bytes("abc"), new byte[0], bytes("abc"))),
                "in the order given, the same for the same");
        assertArrayEquals(bytes("abc"), read(OF_ABC));
        assertArrayEquals(new byte[0], read(OF_NOTHING));
        assertEquals(Optional.of(3L), vault.size(OF_ABC));
        assertEquals(Optional.of(0L), vault.size(OF_NOTHING));
        assertEquals(List.of(OF_ABC, OF_NOTHING), vault.all());
    }

    @Test
    void nothingToKeepIsNoFault() {
        assertEquals(List.of(), vault.keep(List.of()));
        assertEquals(List.of(), vault.all());
        assertEquals(List.of(), vault.faults(List.of()));
    }

    @Test
    void whatIsNotHeldIsEmptyAndAtFault() {
        assertEquals(Optional.empty(), vault.open(OF_OTHERS));
        assertEquals(Optional.empty(), vault.size(OF_OTHERS));
        assertEquals(List.of(OF_OTHERS), vault.faults(List.of(OF_OTHERS)));
    }

    @Test
    void whatIsNoDigestIsAWrongArgument() {
        for (var words : List.of("", "abc", OF_ABC.toUpperCase(java.util.Locale.ROOT), OF_ABC + "0", "../".repeat(21) + "a", OF_ABC.substring(1) + "/")) {
            assertThrows(IllegalArgumentException.class, () -> vault.open(words), words);
            assertThrows(IllegalArgumentException.class, () -> vault.size(words), words);
            assertThrows(IllegalArgumentException.class, () -> vault.faults(List.of(words)), words);
        }
    }

    @Test
    void whatIsHeldIsNotWrittenAgain() throws IOException {
        vault.keep(List.of(bytes("abc")));
        damage(OF_ABC);
        damaged.add(OF_ABC);
        var before = read(OF_ABC);
        assertEquals(List.of(OF_ABC), vault.keep(List.of(bytes("abc"))));
        assertArrayEquals(before, read(OF_ABC), "a fault is told, never papered over");
    }

    @Test
    void whoComesLaterFindsTheSame() throws IOException {
        vault.keep(List.of(bytes("abc"), bytes("other")));
        var before = vault.all();
        vault = again();
        assertEquals(before, vault.all());
        assertArrayEquals(bytes("abc"), read(OF_ABC));
        assertEquals(List.of(OF_ABC), vault.keep(List.of(bytes("abc"))));
        assertEquals(before, vault.all());
    }

    @Test
    void faultsAreWhatIsMissingAndWhatIsChangedInTheOrderAsked() throws IOException {
        var kept = vault.keep(List.of(bytes("one"), bytes("two"), bytes("three"), bytes("four")));
        damage(kept.get(2));
        damaged.add(kept.get(2));
        lose(kept.get(0));
        assertEquals(List.of(kept.get(2), OF_OTHERS, kept.get(0)), vault.faults(List.of(kept.get(3), kept.get(2), OF_OTHERS, kept.get(1), kept.get(0))));
        assertEquals(3, vault.all().size());
    }

    /// A stream that was opened goes on although the same content is kept again.
    @Test
    void openStreamsGoOn() throws IOException {
        var large = new byte[3_000_000];
        new Random(7).nextBytes(large);
        var digest = vault.keep(List.of(large)).getFirst();
        try (var in = vault.open(digest).orElseThrow()) {
            var first = in.readNBytes(10);
            vault.keep(List.of(large, bytes("abc")));
            assertEquals(large.length - 10, in.readAllBytes().length);
            assertEquals(large[9], first[9]);
        }
        assertEquals(Optional.of(3_000_000L), vault.size(digest));
    }

    @Test
    void manyKeepAtOnceWhatIsPartlyTheSame() throws Exception {
        try (var threads = Executors.newFixedThreadPool(6)) {
            var tasks = IntStream.range(0, 6).<Callable<List<String>>>mapToObj(t -> () ->
                    vault.keep(IntStream.range(0, 60).mapToObj(i -> bytes("content " + (i + t * 20))).toList())).toList();
            for (var kept : threads.invokeAll(tasks)) {
                assertEquals(60, kept.get().size());
                assertEquals(List.of(), vault.faults(kept.get()));
            }
        }
        assertEquals(160, vault.all().size());
    }
}
