package chancery.archive;

import chancery.document.Edtf;
import chancery.document.RecordId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Reads what [CacheWriter] wrote. Words, names and dates that come again are one object, so that what is read takes
/// less memory than what was written. Not for sharing between threads.
///
/// The bytes are those that were written, which [Cache] has made sure of: nothing here is asked twice.
final class CacheReader {
    private final byte[] bytes;
    private int at;
    private final List<String> known = new ArrayList<>();
    private final Map<String, RecordId> records = new HashMap<>();
    private final Map<String, Edtf> dates = new HashMap<>();

    CacheReader(byte[] content) {
        bytes = content;
    }

    long number() {
        var n = 0L;
        for (var shift = 0; ; shift += 7) {
            var b = bytes[at++];
            n |= (b & 0x7FL) << shift;
            if (b >= 0) return n;
        }
    }

    int small() {
        return (int) number();
    }

    double fraction() {
        return Double.longBitsToDouble(Long.reverse(number()));
    }

    boolean yes() {
        return bytes[at++] != 0;
    }

    String words() {
        var n = small();
        if (n > 0) return known.get(n - 1);
        var words = once();
        known.add(words);
        return words;
    }

    String once() {
        var length = small();
        at += length;
        return new String(bytes, at - length, length, StandardCharsets.UTF_8);
    }

    RecordId record() {
        return records.computeIfAbsent(words(), RecordId::new);
    }

    Edtf date() {
        return dates.computeIfAbsent(words(), Edtf::of);
    }

    <T> Optional<T> perhaps(Supplier<T> read) {
        return yes() ? Optional.of(read.get()) : Optional.empty();
    }

    <T> List<T> each(Supplier<T> read) {
        var many = small();
        if (many == 0) return List.of();
        var values = new ArrayList<T>(many);
        for (var i = 0; i < many; i++) values.add(read.get());
        return values;
    }
}
