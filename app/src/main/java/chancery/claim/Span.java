package chancery.claim;

/// A place in the body of a text, by position and by quotation: the two together find it again after an edit.
///
/// Positions stand on the plain layer of the body ([chancery.document.PlainLayer]), are 0-based, the end exclusive, in **code points**.
///
/// @param start     where it starts
/// @param end       where it ends, exclusive; after `start`
/// @param quotation the words that stand there, exactly: `text[start:end]`
public record Span(int start, int end, String quotation) {
    public Span {
        if (start < 0 || end <= start) throw new IllegalArgumentException("a place from %d to %d".formatted(start, end));
        if (quotation.codePointCount(0, quotation.length()) != end - start)
            throw new IllegalArgumentException("a place from %d to %d has not the length of \"%s\"".formatted(start, end, quotation));
    }

    /// Whether the two places share a code point.
    public boolean meets(Span other) {
        return start < other.end && other.start < end;
    }
}
