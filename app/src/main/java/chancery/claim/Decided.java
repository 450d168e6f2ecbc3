package chancery.claim;

import java.time.Instant;

/// A decision, with who made it and when.
///
/// @param number its entry in the journal
/// @param at     when
/// @param who    who made it
/// @param what   what was decided
public record Decided(long number, Instant at, String who, Decision what) {}
