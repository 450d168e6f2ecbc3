package chancery.archive;

/// Our machine broke, or a request cannot be met: what we were doing, where, what we saw, what to do next. Caught at the edge and nowhere else.
public class ArchiveFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ArchiveFailure(String message) {
        super(message);
    }

    public ArchiveFailure(String message, Throwable cause) {
        super(message, cause);
    }

    /// A folder that is not an archive, or one we cannot work with.
    public static final class NotAnArchive extends ArchiveFailure {
        private static final long serialVersionUID = 1;

        public NotAnArchive(String message) {
            super(message);
        }
    }

    /// The store could not be read or written.
    public static final class StorageFailed extends ArchiveFailure {
        private static final long serialVersionUID = 1;

        public StorageFailed(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /// Bytes are not what their digest says.
    public static final class DigestMismatch extends ArchiveFailure {
        private static final long serialVersionUID = 1;

        public DigestMismatch(String message) {
            super(message);
        }
    }

    /// Another process owns what we need.
    public static final class InUse extends ArchiveFailure {
        private static final long serialVersionUID = 1;

        public InUse(String message) {
            super(message);
        }
    }
}
