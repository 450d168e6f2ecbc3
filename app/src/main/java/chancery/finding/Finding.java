package chancery.finding;

/// Something noticed in a source: what, where, and the words as found.
///
/// @param code  what kind of thing; a promise for ever
/// @param where the place in the source, in words a person can follow (`line 12`, `front matter, key title`); never empty
/// @param seen  the words as found, at most 200 characters of them; empty when there is nothing to quote
public record Finding(FindingCode code, String where, String seen) {
    private static final int LONGEST = 200;

    public Finding {
        if (where.isBlank()) throw new IllegalArgumentException("a finding needs its place: " + code);
        if (seen.length() > LONGEST) {
            var end = Character.isHighSurrogate(seen.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
            seen = seen.substring(0, end) + "…";
        }
    }

    /// One sentence for a person: what was seen, where, and what to do.
    public String explain() {
        var quoted = seen.isEmpty() ? "" : " (“" + seen + "”)";
        return where + ": " + code.sentence() + quoted + "; " + code.advice() + ".";
    }
}
