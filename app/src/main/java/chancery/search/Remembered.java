package chancery.search;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.ToLongFunction;

/// Answers that were dear to find, kept for the questions asked last. What is kept must stay true as long as this does.
/// Safe for several threads, which may find the same answer twice.
///
/// @param <K> what is asked, equal where the answer is the same
/// @param <V> the answer; not to be changed
final class Remembered<K, V> {
    private final long most;
    private final ToLongFunction<V> size;
    private final SequencedMap<K, V> known = new LinkedHashMap<>(16, 0.75f, true);
    private long held;

    /// @param most how many answers are kept; of more, those that were not asked for longest go
    Remembered(int most) {
        this(most, _ -> 1);
    }

    /// @param most how much is kept, all answers together
    /// @param size how much one is; always the same for the same
    Remembered(long most, ToLongFunction<V> size) {
        this.most = most;
        this.size = size;
    }

    /// Finds an answer.
    interface Finding<V> {
        V find() throws IOException;
    }

    /// The answer; found where it is not remembered. What fails is not remembered.
    V of(K asked, Finding<V> finding) throws IOException {
        synchronized (known) {
            var found = known.get(asked);
            if (found != null) return found;
        }
        var found = finding.find();
        keep(asked, found);
        return found;
    }

    private void keep(K asked, V found) {
        synchronized (known) {
            var other = known.put(asked, found);
            held += size.applyAsLong(found) - (other == null ? 0 : size.applyAsLong(other));
            while (held > most) held -= size.applyAsLong(known.pollFirstEntry().getValue());
        }
    }
}
