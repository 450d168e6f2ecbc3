package chancery.cli;

import java.time.Duration;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/// How far a long work has come: on a terminal a bar with rate and time left, otherwise a plain line now and then. Written to standard error.
final class Progress implements AutoCloseable {
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);
    private final String what;
    private final long all;
    private final long began = System.nanoTime();
    private final @Nullable ProgressBar bar;
    private long done;
    private long told;

    /// @param all how many steps there are
    Progress(String what, long all) {
        this.what = what;
        this.all = all;
        var terminal = System.console() != null && System.console().isTerminal();
        this.bar = terminal && all > 0 ? new ProgressBarBuilder().setTaskName(what).setInitialMax(all)
                .setStyle(ProgressBarStyle.ASCII).setUpdateIntervalMillis(200).showSpeed().build() : null;
    }

    /// So many more are done.
    void step(long many) {
        done += many;
        if (bar != null) {
            bar.stepTo(done);
            return;
        }
        var now = System.nanoTime() - began;
        if (now - told < BETWEEN_LINES.toNanos()) return;
        told = now;
        var rate = done * 1e9 / now;
        Wiring.say("%s: %d of %d, %.0f a second, about %.0f s left".formatted(what, done, all, rate, (all - done) / Math.max(rate, 0.001)));
    }

    @Override
    public void close() {
        if (bar != null) bar.close();
    }
}
