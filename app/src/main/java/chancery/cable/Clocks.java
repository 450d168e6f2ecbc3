package chancery.cable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/// What the clocks of a place showed on a day, where a source says so: the table `zones.txt` beside this class's resources.
final class Clocks {
    private static final Map<String, List<Kept>> TABLE = read();

    private Clocks() {}

    /// Clocks that a place kept between two days, both included.
    private record Kept(List<ZoneRules> clocks, LocalDate first, LocalDate last) {
        boolean on(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last);
        }
    }

    /// The offsets that the place's clocks may have had at a local time, the earliest first; empty where no source says.
    /// An hour that the clocks skipped has the offsets before and after the step.
    static Collection<ZoneOffset> at(String place, LocalDateTime local) {
        var offsets = new TreeSet<ZoneOffset>();
        for (Kept kept : TABLE.getOrDefault(place.strip().toLowerCase(Locale.ROOT), List.of())) {
            if (!kept.on(local.toLocalDate())) continue;
            for (ZoneRules clock : kept.clocks()) offsets.addAll(offsets(clock, local));
        }
        return offsets;
    }

    private static List<ZoneOffset> offsets(ZoneRules clock, LocalDateTime local) {
        List<ZoneOffset> valid = clock.getValidOffsets(local);
        if (!valid.isEmpty()) return valid;
        ZoneOffsetTransition skipped = Objects.requireNonNull(clock.getTransition(local));
        return List.of(skipped.getOffsetBefore(), skipped.getOffsetAfter());
    }

    private static Map<String, List<Kept>> read() {
        try (InputStream in = Objects.requireNonNull(Clocks.class.getResourceAsStream("zones.txt"))) {
            var table = new HashMap<String, List<Kept>>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (line.isBlank() || line.startsWith("#")) continue;
                String[] cells = line.split("\\|");
                var clocks = new ArrayList<ZoneRules>();
                for (String clock : cells[1].strip().split(",")) clocks.add(ZoneId.of(clock).getRules());
                LocalDate last = cells[3].isBlank() ? LocalDate.MAX : LocalDate.parse(cells[3].strip());
                table.computeIfAbsent(cells[0].strip().toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
                        .add(new Kept(List.copyOf(clocks), LocalDate.parse(cells[2].strip()), last));
            }
            return table;
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read the table of clocks that belongs to the program", e);
        }
    }
}
