package chancery.cli;

import chancery.archive.ArchiveFolder;

/// How commands put the rooms together.
final class Wiring {
    private Wiring() {}

    /// Who works at this machine, for the journal.
    static String who() {
        return System.getProperty("user.name", "somebody");
    }

    /// Brings the index up to the journal, unless a running server does.
    static void index(ArchiveFolder folder) {
    }
}
