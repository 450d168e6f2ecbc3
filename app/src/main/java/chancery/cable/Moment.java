package chancery.cable;

import chancery.document.Dating;
import chancery.document.Edtf;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Between which two instants a message was written, as far as its dating allows us to say. It serves to put messages in order and is
/// never shown: readers see the words and the day of the writer.
///
/// - An hour with its zone (`2322Z`, `G.M.T.`) is a minute.
/// - An hour at a place whose clocks are known on that day ([Clocks]) is a minute too, or several where the clocks went back that night or
///   it is not known which of two clocks was kept. A post's *noon* is noon at the post.
/// - A day without an hour is that day by the clocks of its place; an hour given as *about* is no better than its day.
/// - Where the place or its clocks are not known, the hour or day counts as if written anywhere on earth: fourteen hours either way.
/// - A month, a year or *about* is all that it may mean; what is undated may be of any time.
///
/// @param first the earliest instant, included
/// @param last  the latest, included
public record Moment(Instant first, Instant last) {
    /// Any time at all.
    public static final Moment ANY = new Moment(Instant.MIN, Instant.MAX);
    private static final Duration ANYWHERE = Duration.ofHours(14);
    private static final Duration MINUTE = Duration.ofSeconds(59);
    private static final Pattern GREENWICH = Pattern.compile("\\d\\s?Z\\b|\\bG\\.?\\s?M\\.?\\s?T\\b");
    private static final Pattern ABOUT = Pattern.compile("(?i)\\b(?:about|before|after|c\\.)|\\d\\s?[-–]\\s?\\d");

    public Moment {
        if (last.isBefore(first)) throw new IllegalArgumentException("first %s is after last %s".formatted(first, last));
    }

    /// The moment of a dating whose hour has no zone of its own.
    public static Moment of(Dating dating) {
        return of(dating, "");
    }

    /// The moment of a dating.
    ///
    /// @param hour the hour as printed, which may name its zone; empty where it was not printed
    public static Moment of(Dating dating, String hour) {
        Optional<Edtf> date = dating.edtf();
        if (date.isEmpty()) return ANY;
        Edtf day = date.get();
        if (!day.isDay() || dating.time().isEmpty() || ABOUT.matcher(hour).find()) return days(day, dating.place());
        LocalDateTime local = LocalDateTime.of(day.first(), dating.time().get());
        if (GREENWICH.matcher(hour).find()) return minute(local, List.of(ZoneOffset.UTC));
        Collection<ZoneOffset> offsets = Clocks.at(dating.place(), local);
        if (!offsets.isEmpty()) return minute(local, offsets);
        Instant as = local.toInstant(ZoneOffset.UTC);
        return new Moment(as.minus(ANYWHERE), as.plus(ANYWHERE).plus(MINUTE));
    }


    /// The moment of a message, with the hour of its heading as printed.
    public static Moment of(Message message) {
        return of(message.dating(), message.heading().flatMap(CableHeading::time).map(Printed::asPrinted).orElse(""));
    }

    private static Moment minute(LocalDateTime local, Collection<ZoneOffset> offsets) {
        Instant first = offsets.stream().map(local::toInstant).min(Instant::compareTo).orElseThrow();
        Instant last = offsets.stream().map(local::toInstant).max(Instant::compareTo).orElseThrow();
        return new Moment(first, last.plus(MINUTE));
    }

    private static Moment days(Edtf date, String place) {
        return new Moment(edge(date.first(), LocalTime.MIN, place, true), edge(date.last(), LocalTime.of(23, 59, 59), place, false));
    }

    private static Instant edge(LocalDate day, LocalTime time, String place, boolean first) {
        if (day.equals(LocalDate.MIN)) return Instant.MIN;
        if (day.equals(LocalDate.MAX)) return Instant.MAX;
        LocalDateTime local = LocalDateTime.of(day, time);
        Collection<ZoneOffset> offsets = Clocks.at(place, local);
        if (offsets.isEmpty()) {
            Instant as = local.toInstant(ZoneOffset.UTC);
            return first ? as.minus(ANYWHERE) : as.plus(ANYWHERE);
        }
        return first ? minute(local, offsets).first() : minute(local, offsets).last().minus(MINUTE);
    }

    /// Whether it surely ends before another begins.
    public boolean before(Moment other) {
        return last.isBefore(other.first);
    }

    /// Whether neither is surely before the other.
    public boolean overlaps(Moment other) {
        return !before(other) && !other.before(this);
    }

    /// Where it stands in a line of time that has one place for each: the middle, the beginning where its end is open, the end where its
    /// beginning is. Messages whose moments overlap are put in order by who answers whom first, and by this only then.
    public Instant middle() {
        if (first.equals(Instant.MIN)) return last;
        if (last.equals(Instant.MAX)) return first;
        return first.plus(Duration.between(first, last).dividedBy(2));
    }
}
