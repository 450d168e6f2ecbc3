package chancery.search;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Answers that were dear to find, kept for the questions asked last. What is kept must stay true as long as this does. Safe for several threads, which may find the same answer twice.
///
/// @param <K> what is asked, equal where the answer is the same
/// @param <V> the answer; not to be changed
final class Remembered<K, V> {
    private final int most;
    private final SequencedMap<K, V> known;

    /// @param most how many answers are kept; of more, those that were not asked for longest go
    Remembered(int most) {
        this.most = most;
        this.known = new LinkedHashMap<>(16, 0.75f, true);
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
        synchronized (known) {
            known.put(asked, found);
            if (known.size() > most) known.pollFirstEntry();
        }
        return found;
    }
}
