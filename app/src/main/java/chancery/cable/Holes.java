package chancery.cable;

import chancery.cable.Mention.Said;
import chancery.document.Edtf;
import chancery.document.Kind;
import chancery.document.RecordId;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Gathers mentions that lead nowhere into messages that must have been. One for one resolution; not for sharing between threads.
///
/// Two mentions are of one message where sender and number are the same and their dates are not at odds: both said and equal, or, where one is not said,
/// within half a year of each other. A mention without a number counts only where its sender and its day are known.
final class Holes {
    private static final byte[] KEY = "hole".getBytes(StandardCharsets.UTF_8);
    private static final long HALF_A_YEAR = 183;
    private final Map<String, List<Gathered>> bySignature = new LinkedHashMap<>();
    private final List<Gathered> all = new ArrayList<>();

    private static final class Gathered {
        final String number, volume;
        final List<String> from, to;
        final Set<String> references = new LinkedHashSet<>();
        final Set<RecordId> papers = new LinkedHashSet<>();
        Optional<Kind> kind;
        Optional<Edtf> date;
        final long day;

        Gathered(String number, String volume, List<String> from, List<String> to, Optional<Kind> kind, Optional<Edtf> date, long day) {
            this.number = number;
            this.volume = volume;
            this.from = from;
            this.to = to;
            this.kind = kind;
            this.date = date;
            this.day = day;
        }

        boolean may(Optional<Edtf> other, long otherDay) {
            if (date.isPresent() && other.isPresent()) return date.get().first().equals(other.get().first());
            return day == Long.MIN_VALUE || otherDay == Long.MIN_VALUE || Math.abs(day - otherDay) <= HALF_A_YEAR;
        }
    }

    /// A mention of a message by its own marks.
    void add(Paper paper, Reference reference, List<String> from, List<String> to) {
        var said = reference.mention().said();
        if (said.numbers().isEmpty() && (from.isEmpty() || said.date().isEmpty() || !said.date().get().isDay())) return;
        var number = said.numbers().isEmpty() ? "" : said.numbers().getFirst().toString();
        var sender = from.isEmpty() ? "" : Party.of(from.getFirst()).key();
        var signature = number.isEmpty() ? sender + "|" + said.date().get().text() + "|" + said.kind().map(Enum::name).orElse("") : sender + "|" + number;
        keep(signature, paper, reference, number, "", from, to, said);
    }

    /// A paper of a printed volume that only the editors name.
    void add(Paper paper, Reference reference, String volume, String number) {
        keep("printed|" + volume + "|" + number, paper, reference, number, volume, List.of(), List.of(), Said.NOTHING);
    }

    private void keep(String signature, Paper paper, Reference reference, String number, String volume, List<String> from, List<String> to, Said said) {
        var day = said.date().map(d -> d.first().getLong(java.time.temporal.ChronoField.EPOCH_DAY)).orElse(paper.first());
        var group = bySignature.computeIfAbsent(signature, _ -> new ArrayList<>());
        var hole = group.stream().filter(g -> !volume.isEmpty() || g.may(said.date(), day)).findFirst().orElse(null);
        if (hole == null) {
            hole = new Gathered(number, volume, from, to, said.kind(), said.date(), day);
            group.add(hole);
            all.add(hole);
        }
        hole.references.add(reference.id());
        hole.papers.add(paper.message().id());
        if (hole.kind.isEmpty()) hole.kind = said.kind();
        if (hole.date.isEmpty()) hole.date = said.date();
    }

    /// The messages, in the order in which they were first met.
    List<Hole> list() {
        var holes = new ArrayList<Hole>(all.size());
        for (var g : all) {
            var words = String.join("|", g.number, g.volume, g.from.isEmpty() ? "" : Party.of(g.from.getFirst()).key(),
                    g.date.map(Edtf::text).orElse(Long.toString(g.day / ChronoUnit.YEARS.getDuration().toDays())));
            holes.add(new Hole(RecordId.name(KEY, "hole", words), g.kind, g.number, g.volume,
                    g.from, g.to, g.date, List.copyOf(g.references), List.copyOf(g.papers)));
        }
        return List.copyOf(holes);
    }
}
