package chancery.cli;

import chancery.archive.ArchiveFailure;
import chancery.archive.ArchiveFolder;
import chancery.archive.Stacks;
import chancery.document.Reader;
import chancery.search.Indexer;
import chancery.search.LuceneIndex;
import chancery.web.WebServer;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Serves an archive to browsers.
@Command(name = "serve", mixinStandardHelpOptions = true,
        description = "Serves an archive to browsers until it is stopped (Ctrl-C). What another command takes in meanwhile is shown within a second.",
        footer = {"", "Example: chancery serve papers --port 8080"})
final class Serve implements Runnable {
    private static final int FOLLOW_MILLIS = 300;
    // measured: a million papers without readings held 750 MB, 5,600 with claims 60 MB; what is concluded takes as much again while it is made
    private static final long BYTES = 150L << 20, BYTES_A_PAPER = 4_000;
    private static final List<String> LOOPBACK = List.of("127.0.0.1", "localhost", "::1");

    @Parameters(paramLabel = "ARCHIVE", description = "The archive's folder.")
    Path archive = Path.of("");

    @Option(names = "--port", paramLabel = "P", description = "The port; 8080 when not said, 0 for any that is free.")
    int port = 8080;

    @Option(names = "--host", paramLabel = "H", description = "The address to bind; 127.0.0.1 when not said, so that only this machine reaches it.")
    String host = "127.0.0.1";

    @Option(names = "--desk",
            description = "Opens the desk, where claims are decided about, to whoever enters by the link that is printed; once, and only from this machine.")
    boolean desk;

    @Override
    public void run() {
        if (desk && !LOOPBACK.contains(host))
            throw new IllegalArgumentException("--desk is for this machine alone: leave --host out, or say one of " + String.join(", ", LOOPBACK) + ".");
        serve(archive, host, port, desk, at -> System.out.println("Serving " + archive + " at http://" + host + ":" + at + " . Stop with Ctrl-C."));
    }

    /// Serves until the process is told to stop.
    ///
    /// @param ready told the port once pages are answered
    static void serve(Path archive, String host, int port, IntConsumer ready) {
        serve(archive, host, port, false, ready);
    }

    private static void serve(Path archive, String host, int port, boolean desk, IntConsumer ready) {
        address(host, port);
        var clock = InstantSource.system();
        var stopped = new CountDownLatch(1);
        var closed = new CountDownLatch(1);
        try (var folder = ArchiveFolder.open(archive, clock); var index = LuceneIndex.own(folder.index()); var finder = Wiring.finder(folder, index);
             var reading = new ReadingOn(folder.stacks());
             var following = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("follow").factory())) {
            memory(folder.stacks().room(Reader.STAFF).overview().records());
            var indexer = new Indexer(folder.stacks(), index);
            folder.stacks().endEmbargoes("chancery");
            var conclusions = new Concluding(folder.stacks());
            following.execute(conclusions::look); // while the server starts
            indexer.follow();
            following.scheduleWithFixedDelay(new Following(folder, indexer, reading, conclusions, clock), FOLLOW_MILLIS, FOLLOW_MILLIS, TimeUnit.MILLISECONDS);
            try (var server = new WebServer(folder.settings(), folder.stacks()::room, finder, folder.letters(),
                    clock, host, port, desk ? Optional.of(folder.stacks().desk()) : Optional.empty())) {
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    stopped.countDown();
                    try {
                        closed.await(15, TimeUnit.SECONDS);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }));
                ready.accept(server.port());
                server.deskLink().ifPresent(link -> System.out.println("The desk, to be entered once: http://" + host + ":" + server.port() + link));
                System.out.flush();
                stopped.await();
            }
            following.shutdownNow();
        } catch (io.javalin.util.JavalinBindException taken) {
            throw new ArchiveFailure("Port " + port + " of " + host
                    + " cannot be bound: it is taken, or is no address of this machine. Choose another with --port, or 0 for any that is free.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            closed.countDown();
        }
    }

    /// Says so where an archive may need more memory than there is.
    private static void memory(long papers) {
        long needed = (BYTES + papers * BYTES_A_PAPER) >> 20, given = Runtime.getRuntime().maxMemory() >> 20;
        if (needed > given)
            System.err.printf(
                    "%,d papers may need %,d MB of memory, and Java may use %,d. Should it end for want of it, start it with CHANCERY_JAVA_OPTS=-Xmx%dg.%n",
                    papers, needed, given, needed / 1024 + 1);
    }

    /// Looks at an address before anything is opened.
    private static void address(String host, int port) {
        if (port < 0 || port > 65_535) throw new IllegalArgumentException("--port " + port + ": say a number from 0 to 65535.");
        try {
            InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("--host " + host + ": no such address is known here. Say one of this machine's, such as 127.0.0.1.", e);
        }
    }

    /// Follows the journal, and the calendar: at midnight embargoes end.
    private static final class Following implements Runnable {
        private final ArchiveFolder folder;
        private final Indexer indexer;
        private final ReadingOn reading;
        private final Concluding conclusions;
        private final InstantSource clock;
        private LocalDate day;

        Following(ArchiveFolder folder, Indexer indexer, ReadingOn reading, Concluding conclusions, InstantSource clock) {
            this.folder = folder;
            this.indexer = indexer;
            this.reading = reading;
            this.conclusions = conclusions;
            this.clock = clock;
            this.day = today();
        }

        private LocalDate today() {
            return LocalDate.ofInstant(clock.instant(), folder.settings().zone());
        }

        @Override
        public void run() {
            try {
                if (!today().equals(day)) {
                    day = today();
                    folder.stacks().endEmbargoes("chancery");
                }
                indexer.follow();
                reading.look();
                conclusions.look();
            } catch (RuntimeException e) {
                Logger.getLogger("chancery").log(Level.SEVERE, "Could not follow the journal; trying again", e);
            }
        }
    }

    /// Concludes what is concluded from all papers, so that no reader waits for it, and keeps it for the next start once the archive has come to rest.
    private static final class Concluding {
        private final Stacks stacks;
        private String concluded = "", kept = "";

        Concluding(Stacks stacks) {
            this.stacks = stacks;
        }

        /// Concludes what is new since it was asked last.
        void look() {
            var room = stacks.room(Reader.PUBLIC);
            var state = room.state();
            if (!state.equals(concluded)) {
                stacks.concludeAhead(Reader.PUBLIC);
                concluded = state;
            } else if (!state.equals(kept)) {
                room.claims().likeness();
                stacks.keepConclusions();
                kept = state;
            }
        }
    }

    /// Reads what takes its time, beside the answering; what came in while it read comes after.
    private static final class ReadingOn implements AutoCloseable {
        private final Stacks stacks;
        private final ExecutorService reader = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("read").priority(Thread.MIN_PRIORITY).factory());
        private volatile boolean stopped;
        private long looked = -1;

        ReadingOn(Stacks stacks) {
            this.stacks = stacks;
        }

        /// Reads what is new since it was asked last.
        void look() {
            var entry = stacks.lastEntry();
            if (entry == looked) return;
            looked = entry;
            reader.execute(() -> {
                try {
                    stacks.readOn(_ -> { }, () -> stopped);
                } catch (RuntimeException e) {
                    Logger.getLogger("chancery").log(Level.SEVERE, "Could not read the claims of what came in; the next start does", e);
                }
            });
        }

        @Override
        public void close() {
            stopped = true;
            reader.close();
        }
    }
}
