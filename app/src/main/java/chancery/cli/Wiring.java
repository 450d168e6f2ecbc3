package chancery.cli;

import chancery.archive.ArchiveFolder;

/// How commands put the rooms together.
final class Wiring {
    private Wiring() {}

    /// Who works at this machine, for the journal.
    static String who() {
        return System.getProperty("user.name", "somebody");
    }

    /// A line for the person at the terminal, beside what the command gives.
    static void say(String line) {
        System.err.println(line);
    }

    /// How many threads understand what comes in.
    static int threads() {
        return Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors()));
    }

    /// Brings the index up to the journal, unless a running server does.
    static void index(ArchiveFolder folder) {
    }
}
