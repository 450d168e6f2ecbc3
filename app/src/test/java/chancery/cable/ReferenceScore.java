package chancery.cable;

import chancery.document.Dating;
import chancery.document.Description;
import chancery.document.RecordId;
import chancery.document.Edtf;
import chancery.document.Text;
import chancery.document.TextXml;
import chancery.exchange.in.Delivery;
import chancery.exchange.in.Formats;
import chancery.exchange.in.Reading;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Reads a corpus (a folder or zip of papers), its headings and its mentions, concludes what they name, and prints that as the export `references` would.
///
/// Arguments: the corpus, the file to write. Times go to standard error.
public final class ReferenceScore {
    private static final byte[] KEY = "a key for measuring only".getBytes(StandardCharsets.UTF_8);
    private static final JsonMapper JSON = JsonMapper.builder().addMixIn(Edtf.class, EdtfAsWords.class).build();

    private ReferenceScore() {}

    public static void main(String[] args) throws Exception {
        var start = System.nanoTime();
        var papers = args.length > 2 && Files.exists(Path.of(args[2])) ? kept(Path.of(args[2])) : papers(Path.of(args[0]));
        var read = System.nanoTime();
        var headings = papers.parallelStream()
                .map(p -> p.heading() == null ? HeadingReader.read(HeadingSource.of(p.description(), p.text())).heading() : p.heading()).toList();
        if (args.length > 2 && !Files.exists(Path.of(args[2]))) keep(papers, headings, Path.of(args[2]));
        var headed = System.nanoTime();
        var messages = new ArrayList<Message>();
        var names = new HashMap<RecordId, String>();
        for (var message : IntStream.range(0, papers.size()).parallel().mapToObj(i -> message(papers.get(i), headings.get(i))).toList()) messages.add(message);
        for (var i = 0; i < papers.size(); i++) names.put(messages.get(i).id(), papers.get(i).path());
        var mentioned = System.nanoTime();
        if (args.length > 3) messages.removeIf(m -> Math.floorMod(m.order().hashCode() * 31 + 7, 4) < Integer.parseInt(args[3]));
        var resolution = Resolver.resolve(messages);
        var resolved = System.nanoTime();
        System.err.printf("%d papers: taken in %.1f s, headings %.1f s, %d mentions in %.1f s, %d references and %d holes in %.2f s%n",
                papers.size(), (read - start) / 1e9, (headed - read) / 1e9,
                messages.stream().mapToInt(m -> m.mentions().size()).sum(), (mentioned - headed) / 1e9,
                resolution.references().size(), resolution.holes().size(), (resolved - mentioned) / 1e9);
        if (args.length > 4) dump(messages, Path.of(args[4]));
        try (var to = new PrintStream(Files.newOutputStream(Path.of(args[1])), false, StandardCharsets.UTF_8)) {
            for (var r : resolution.references()) {
                var row = new java.util.LinkedHashMap<String, Object>();
                row.put("document", names.get(r.from()));
                row.put("text", r.mention().text());
                row.put("quote", r.mention().at().quotation());
                row.put("note", r.mention().inNote().map(n -> n.span().quotation()).orElse(""));
                row.put("targets", r.targets().stream().map(names::get).toList());
                row.put("shown", r.shown());
                row.put("basis", r.basis().name().toLowerCase(java.util.Locale.ROOT));
                row.put("confidence", r.confidence());
                row.put("reason", r.reason());
                row.put("said", r.mention().said().toString());
                to.println(JSON.writeValueAsString(row));
            }
        }
    }

    /// Every candidate of every mention, with what speaks for it.
    private static void dump(List<Message> messages, Path file) throws Exception {
        var resolver = new Resolver(messages);
        try (var to = Files.newBufferedWriter(file)) {
            for (var i = 0; i < messages.size(); i++) {
                for (var mention : messages.get(i).mentions()) {
                    for (var c : resolver.candidates(resolver.paper(i), mention)) {
                        var e = c.evidence();
                        var said = mention.said();
                        to.write(JSON.writeValueAsString(List.of(messages.get(i).order(), mention.words(), mention.inNote().isPresent(), c.paper().message()
                                .order(), e.series().name(), e.date().name(), e.from().name(), e.to().name(), e.lag(), e.kind().name(), e.volume(), e.digits(),
                                said.whose().name(), !said.office().isEmpty(), !said.to().isEmpty(),
                                said.sequence().name(), said.kind().map(Enum::name).orElse(""))) + "\n");
                    }
                }
            }
        }
    }

    /// One paper with one text.
    record Paper(String path, Description description, Text text, @Nullable CableHeading heading) {}

    static List<Paper> papers(Path corpus) {
        var formats = Formats.all();
        try (var delivery = Delivery.open(corpus, Delivery.Limits.USUAL)) {
            return delivery.entries().parallelStream()
                    .flatMap(e -> e.got() instanceof Delivery.Got.Whole(var item) ? formats.read(item).stream() : Stream.<Reading>empty())
                    .flatMap(r -> r instanceof Reading.Read(var s) ? Stream.of(new Paper(s.path(), s.description(), s.texts().getFirst().text(), null))
                            : Stream.<Paper>empty()).toList();
        }
    }

    private static void keep(List<Paper> papers, List<CableHeading> headings, Path file) throws Exception {
        try (var to = Files.newBufferedWriter(file)) {
            for (var i = 0; i < papers.size(); i++) {
                var p = papers.get(i);
                to.write(JSON.writeValueAsString(List.of(p.path(), JSON.writeValueAsString(p.description()),
                        TextXml.write(p.text().body()), JSON.writeValueAsString(headings.get(i)))) + "\n");
            }
        }
    }

    private static List<Paper> kept(Path file) throws Exception {
        return Files.readAllLines(file).parallelStream().map(line -> {
            var row = JSON.readValue(line, String[].class);
            return new Paper(row[0], JSON.readValue(row[1], Description.class),
                    new Text(Text.Kind.TRANSCRIPT, "en", TextXml.read(row[2])), JSON.readValue(row[3], CableHeading.class));
        }).toList();
    }

    static Message message(Paper paper, CableHeading heading) {
        var d = paper.description();
        var place = d.dating().place().isEmpty() ? heading.place().map(Printed::value).orElse("") : d.dating().place();
        var dating = new Dating(d.dating().asWritten(), d.dating().edtf(), d.dating().time().or(() -> heading.time().map(Printed::value)), place);
        var day = dating.edtf().map(e -> e.first()).filter(f -> !f.equals(java.time.LocalDate.MIN));
        var mentions = ReferenceReader.read(RecordId.name(KEY, "text", paper.path()), paper.text(), day, heading.headingLines());
        return new Message(RecordId.of(KEY, "score", paper.path()), paper.path(), d.title(), Optional.of(heading),
                dating, d.edition().map(e -> new Message.InPrint(e.edition(), e.volume(), e.number())), mentions);
    }

    /// An EDTF date is kept as its expression.
    private interface EdtfAsWords {
        @JsonValue
        String text();

        @JsonCreator
        static Edtf of(String expression) {
            throw new IllegalStateException(expression);
        }
    }
}
