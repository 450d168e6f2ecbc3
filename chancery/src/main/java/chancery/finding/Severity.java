package chancery.finding;

/// How much a finding matters.
public enum Severity {
    /// Worth knowing; nothing need be done.
    NOTE,
    /// The paper is odd here; somebody should look.
    ODDITY,
    /// The thing was not taken.
    REFUSAL
}
