package chancery.claim;

import org.jspecify.annotations.Nullable;

/// Words that may be what somebody claims: a part of a sentence under reporting words of its own, or one that carries on a report.
///
/// @param hit       its reporting words; null where it carries on the passage
/// @param from      its first token
/// @param to        behind its last
/// @param startType what it begins behind: `that`, `zero`, `andThat`, `sentence` …
/// @param endType   what it ends before: a cut's type
/// @param primary   whether it begins where its reporting words open, not at a later cut
record Candidate(@Nullable Hit hit, int from, int to, String startType, String endType, boolean primary) {}
