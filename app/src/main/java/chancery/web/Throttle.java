package chancery.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/// Lets each client do something so often, and no more often. Who has paused may do as much at once
/// as is allowed in the whole time. Safe to share between threads.
///
/// It remembers the last few thousand clients, in memory and nowhere else.
final class Throttle {
    private static final int REMEMBERED = 10_000;
    private final int most;
    private final Duration per;
    private final InstantSource clock;
    private final Map<String, Left> clients = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Left> eldest) {
            return size() > REMEMBERED;
        }
    };

    /// What is left to a client, and when that was so.
    private record Left(double times, Instant at) {}

    /// @param most times; 0 for no limit
    /// @param per  the time in which they may be
    Throttle(int most, Duration per, InstantSource clock) {
        this.most = most;
        this.per = per;
        this.clock = clock;
    }

    /// Counts one time.
    ///
    /// @return how long the client has to wait; zero where it may go on
    synchronized Duration ask(String client) {
        if (most == 0) return Duration.ZERO;
        var now = clock.instant();
        var known = clients.getOrDefault(client, new Left(most, now));
        var step = (double) per.toMillis() / most; // milliseconds for one time
        var left = Math.min(most, known.times + Math.max(0, Duration.between(known.at, now).toMillis()) / step);
        clients.put(client, new Left(left < 1 ? left : left - 1, now));
        return left < 1 ? Duration.ofSeconds((long) Math.ceil((1 - left) * step / 1000)) : Duration.ZERO;
    }
}
