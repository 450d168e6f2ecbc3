package chancery.bench;

import chancery.cable.CableHeading;
import chancery.cable.HeadingReader;
import chancery.cable.HeadingSource;
import chancery.cable.Message;
import chancery.cable.ReferenceReader;
import chancery.cable.Resolver;
import chancery.document.Dating;
import chancery.document.Description;
import chancery.document.Edtf;
import chancery.document.RecordId;
import chancery.document.Text;
import chancery.exchange.in.Delivery;
import chancery.exchange.in.Formats;
import chancery.exchange.in.Reading;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;

/// What reading cables costs one core: headings and mentions of papers that are already understood, and the conclusion of what all of them name.
///
/// Arguments: a source, `headings`, `references` or `resolution`, rounds. One thread; times are
/// those of the processor, so that other work on the machine counts little.
/// Prints `per_s` for the first two; for the third `papers`, `cpu_s` of the whole source, `1000.cpu_s`, `10000.cpu_s` and `growth`, how
/// many times the first of them goes into the second: ten where the cost
/// grows with the papers. Ten thousand are the source and the source again a hundred years on, so
/// that no paper of the one is named in the other. The last round counts.
public final class Cables {
    private static final byte[] KEY = new byte[32];
    private static final LongSupplier CPU = ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime;
    private static final int FEW = 1_000, MANY = 10_000, YEARS = 100;

    private Cables() {}

    /// A paper that is understood, and of which nothing is read yet.
    private record Paper(String path, Description description, Text text) {
        CableHeading heading() {
            return HeadingReader.read(HeadingSource.of(description, text)).heading();
        }
    }

    public static void main(String[] args) {
        var papers = papers(Path.of(args[0]));
        var rounds = Integer.parseInt(args[2]);
        switch (args[1]) {
            case "headings" -> rate(papers.size(), rounds, () -> papers.forEach(Paper::heading));
            case "references" -> {
                var headings = papers.stream().map(Paper::heading).toList();
                rate(papers.size(), rounds, () -> {
                    for (var i = 0; i < papers.size(); i++) message(papers.get(i), headings.get(i), 0);
                });
            }
            case "resolution" -> resolution(papers, rounds);
            default -> throw new IllegalArgumentException("headings, references or resolution, not " + args[1]);
        }
    }

    private static List<Paper> papers(Path source) {
        var papers = new ArrayList<Paper>();
        var formats = Formats.all();
        try (var delivery = Delivery.open(source, Delivery.Limits.USUAL)) {
            for (var entry : delivery.entries()) {
                if (!(entry.got() instanceof Delivery.Got.Whole(var item))) continue;
                for (var reading : formats.read(item))
                    if (reading instanceof Reading.Read(var s) && !s.texts().isEmpty())
                        papers.add(new Paper(s.path(), s.description(), s.texts().getFirst().text()));
            }
        }
        return papers;
    }

    private static void rate(int papers, int rounds, Runnable read) {
        System.out.printf(Locale.ROOT, "per_s\t%.5g%n", papers / seconds(rounds, read));
    }

    private static void resolution(List<Paper> papers, int rounds) {
        var messages = messages(papers, MANY);
        double whole = concluded(messages.subList(0, Math.min(papers.size(), messages.size())), rounds),
                few = concluded(messages.subList(0, FEW), rounds), many = concluded(messages, rounds);
        System.out.printf(Locale.ROOT, "papers\t%d%ncpu_s\t%.3g%n%d.cpu_s\t%.3g%n%d.cpu_s\t%.3g%ngrowth\t%.3g%n",
                papers.size(), whole, FEW, few, messages.size(), many, many / few);
    }

    private static double concluded(List<Message> messages, int rounds) {
        return seconds(rounds, () -> Resolver.resolve(messages));
    }

    private static double seconds(int rounds, Runnable work) {
        var seconds = 0.0;
        for (var round = 0; round < rounds; round++) {
            var start = CPU.getAsLong();
            work.run();
            seconds = (CPU.getAsLong() - start) / 1e9;
        }
        return seconds;
    }

    private static List<Message> messages(List<Paper> papers, int many) {
        var messages = new ArrayList<Message>(many);
        var headings = papers.stream().map(Paper::heading).toList();
        for (var i = 0; i < many; i++) messages.add(message(papers.get(i % papers.size()), headings.get(i % papers.size()), i / papers.size() * YEARS));
        return messages;
    }

    private static Message message(Paper paper, CableHeading heading, int later) {
        var d = paper.description();
        var day = d.dating().edtf().map(Edtf::first).filter(f -> !f.equals(LocalDate.MIN)).map(f -> f.plusYears(later));
        var dating = new Dating(d.dating().asWritten(), later == 0 ? d.dating().edtf() : day.map(Edtf::of),
                heading.time().map(t -> t.value()), heading.place().map(p -> p.value()).orElse(""));
        var path = later + "/" + paper.path();
        var printed = d.edition().map(e -> new Message.InPrint(e.edition(), e.volume() + (later == 0 ? "" : "/" + later), e.number()));
        var mentions = ReferenceReader.read(RecordId.name(KEY, "text", path), paper.text(), day, heading.headingLines());
        return new Message(RecordId.of(KEY, "bench", path), path, d.title(), Optional.of(heading), dating, printed, mentions);
    }
}
