package chancery.archive;

import chancery.cable.HeadingReading;

/// What the heading of a submission says, as the archive reads it when it takes it in.
public final class HeadingOf {
    private HeadingOf() {}

    /// Of its first text; there must be one.
    public static HeadingReading read(Submission submission) {
        return Headings.read(submission.description(), submission.texts().getFirst().text());
    }
}
