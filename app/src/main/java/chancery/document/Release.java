package chancery.document;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Our decision who may see something, and from when. Not the marking, which is the stamp on the page.
///
/// @param now       the level today
/// @param until     the first day on which `then` holds instead (an embargo's end, in the archive's zone); null: no end
/// @param then      the level from `until` on; null exactly when `until` is
/// @param reason    why, in words for people; empty when not said
/// @param authority who decided; empty when not said
/// @param review    when it is to be looked at again; null when not said
public record Release(Access now, @Nullable LocalDate until, @Nullable Access then, String reason, String authority, @Nullable LocalDate review) {
    public Release {
        if ((until == null) != (then == null))
            throw new IllegalArgumentException("an embargo needs both its end and what follows: until %s, then %s".formatted(until, then));
    }

    /// A release without end, reason or review.
    public static Release of(Access access) {
        return new Release(access, null, null, "", "", null);
    }

    /// The level on a day of the archive's zone.
    public Access on(LocalDate day) {
        return until != null && then != null && !day.isBefore(until) ? then : now;
    }
}
