package chancery.finding;

/// How much a [Finding] matters to the archivist who reads the findings file; least first.
public enum Severity {
    /// Worth knowing; nothing was changed or lost.
    NOTE,
    /// The source is odd; what we made of it should be looked at.
    ODDITY,
    /// The item was not taken in.
    REFUSAL
}
