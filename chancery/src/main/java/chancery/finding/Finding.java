package chancery.finding;

/// One oddity met in the data, beside the result and never instead of it.
///
/// @param code  what was noticed
/// @param where the place in the source as a reader would say it: `title`, `line 1`, `front matter`
/// @param seen  the words as found; empty when the oddity is that there are none
public record Finding(FindingCode code, String where, String seen) {}
