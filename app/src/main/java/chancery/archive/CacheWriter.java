package chancery.archive;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Writes values for a [Cache], which [CacheReader] reads again in the same order. Small numbers take one byte; words
/// that were written before, their number. Not for sharing between threads.
final class CacheWriter {
    private byte[] bytes = new byte[1 << 16];
    private int size;
    private final Map<String, Integer> known = new HashMap<>();

    private void put(int b) {
        if (size == bytes.length) bytes = Arrays.copyOf(bytes, size * 2);
        bytes[size++] = (byte) b;
    }

    /// A number; a negative one takes ten bytes.
    void number(long n) {
        var rest = n;
        for (; (rest & ~0x7FL) != 0; rest >>>= 7) put((int) rest & 0x7F | 0x80);
        put((int) rest);
    }

    void fraction(double d) {
        number(Long.reverse(Double.doubleToLongBits(d))); // the last digits of round numbers are noughts
    }

    void yes(boolean b) {
        put(b ? 1 : 0);
    }

    void one(Enum<?> value) {
        number(value.ordinal());
    }

    /// Words that may come again, in full the first time.
    void words(String words) {
        var before = known.putIfAbsent(words, known.size() + 1);
        number(before == null ? 0 : before);
        if (before == null) once(words);
    }

    /// Words that will hardly come again.
    void once(String words) {
        var utf8 = words.getBytes(StandardCharsets.UTF_8);
        number(utf8.length);
        if (size + utf8.length > bytes.length) bytes = Arrays.copyOf(bytes, Math.max(size * 2, size + utf8.length));
        System.arraycopy(utf8, 0, bytes, size, utf8.length);
        size += utf8.length;
    }

    <T> void perhaps(Optional<T> value, Consumer<T> write) {
        yes(value.isPresent());
        value.ifPresent(write);
    }

    <T> void each(Collection<T> values, Consumer<T> write) {
        number(values.size());
        values.forEach(write);
    }

    byte[] content() {
        return Arrays.copyOf(bytes, size);
    }
}
