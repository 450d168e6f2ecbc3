package chancery.document;

import java.time.LocalTime;
import java.util.Optional;

/// When a paper was made, as far as its words allow us to say. The day is the writer's own, at the place of writing; it is never shifted to UTC.
///
/// @param asWritten the words of the source, kept whatever we made of them; empty when undated
/// @param edtf      what they mean; empty when undated, or when the words could not be read
/// @param time      the writer's local hour and minute; empty when not said
/// @param place     where it was written, in normal capitals; empty when not said
public record Dating(String asWritten, Optional<Edtf> edtf, Optional<LocalTime> time, String place) {
    /// No date at all.
    public static final Dating UNDATED = new Dating("", Optional.empty(), Optional.empty(), "");

    /// The dating for an EDTF expression; words that are none are kept as written, and the paper counts as undated.
    public static Dating of(String expression) {
        return new Dating(expression.strip(), Edtf.parse(expression), Optional.empty(), "");
    }
}
