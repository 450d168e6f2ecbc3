package chancery.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A place is position and quotation, and the two agree.
class SpanTest {
    @Test
    void theQuotationHasTheLengthInCodePoints() {
        assertEquals(5, new Span(3, 5, "a\uD835\uDD38").end());
        assertThrows(IllegalArgumentException.class, () -> new Span(3, 6, "a\uD835\uDD38"));
        assertThrows(IllegalArgumentException.class, () -> new Span(3, 3, ""));
    }

    @ParameterizedTest(name = "{0}-{1} and {2}-{3}: {4}")
    @CsvSource({"0,2,1,3,true", "0,2,2,3,false", "5,9,6,7,true", "5,6,1,5,false"})
    void placesMeetWhereTheyShareACodePoint(int a, int b, int c, int d, boolean meet) {
        assertEquals(meet, new Span(a, b, "x".repeat(b - a)).meets(new Span(c, d, "x".repeat(d - c))));
        assertEquals(meet, new Span(c, d, "x".repeat(d - c)).meets(new Span(a, b, "x".repeat(b - a))));
    }
}
