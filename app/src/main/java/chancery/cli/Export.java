package chancery.cli;

import chancery.archive.ArchiveFolder;
import chancery.archive.ReadingRoom;
import chancery.document.Reader;
import chancery.exchange.out.ClaimAnnotations;
import chancery.exchange.out.ClaimRows;
import chancery.exchange.out.ClaimStatements;
import chancery.exchange.out.Names;
import chancery.exchange.out.Nanopublications;
import chancery.exchange.out.StixBundle;
import chancery.exchange.out.Correspondence;
import chancery.exchange.out.DocumentRows;
import chancery.exchange.out.GraphMl;
import chancery.exchange.out.MessageRows;
import chancery.exchange.out.ReferenceRows;
import chancery.exchange.out.Rows;
import chancery.exchange.out.ThreadRows;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Writes out all that one audience may see.
@Command(name = "export", mixinStandardHelpOptions = true, description = "Writes out all that one audience may see. The last line on standard error counts what was written and what was left out.",
        footer = {"", "Example: chancery export papers --what documents --out papers.jsonl"})
final class Export implements Runnable {
    private static final List<String> KINDS = List.of("documents", "messages", "references", "holes", "threads", "versions", "claims");
    /// Formats that only one kind has.
    private static final Map<String, List<String>> OWN = Map.of("threads", List.of("graphml", "tei"), "claims", List.of("annotations", "nanopublications", "statements", "stix"));

    @Parameters(paramLabel = "ARCHIVE", description = "The archive's folder.")
    Path archive = Path.of("");

    @Option(names = "--what", required = true, paramLabel = "W", description = "documents, messages, references, holes (messages known only from mentions), threads, versions or claims.")
    String what = "";

    @Option(names = "--for", paramLabel = "AUDIENCE", description = "public (the default), registered or staff.")
    String audience = "public";

    @Option(names = "--as", paramLabel = "FORMAT", description = "jsonl (the default) or csv; for threads also graphml or tei; for claims also annotations (W3C Web Annotation, JSON-LD), nanopublications (TriG), statements (FollowTheMoney, CSV) or stix (STIX 2.1 bundle).")
    String as = "jsonl";

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write; standard output when not said. The file appears when it is whole.")
    @Nullable Path out;

    @Override
    public void run() {
        var reader = Reader.of(audience).orElseThrow(() -> new IllegalArgumentException("--for " + audience + ": say public, registered or staff."));
        if (!KINDS.contains(what)) throw new IllegalArgumentException("--what " + what + ": say " + String.join(", ", KINDS.subList(0, KINDS.size() - 1)) + " or " + KINDS.getLast() + ".");
        var table = as.equals("jsonl") || as.equals("csv");
        var own = OWN.getOrDefault(what, List.of());
        if (!table && !own.contains(as)) throw new IllegalArgumentException("--as " + as + ": say jsonl, csv" + own.stream().map(o -> ", " + o).collect(Collectors.joining()) + ".");
        try (var folder = ArchiveFolder.open(archive, InstantSource.system())) {
            var room = folder.stacks().room(reader);
            long written;
            try {
                written = out == null ? write(folder, room, new OutputStreamWriter(System.out, StandardCharsets.UTF_8)) : whole(folder, room, out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            System.err.println(count(written, reader, room.leftOut()));
        }
    }

    private long whole(ArchiveFolder folder, ReadingRoom room, Path file) throws IOException {
        var beside = Files.createTempFile(file.toAbsolutePath().getParent(), ".", ".export");
        try {
            long written;
            try (var to = Files.newBufferedWriter(beside)) {
                written = write(folder, room, to);
            }
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
            return written;
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private long write(ArchiveFolder folder, ReadingRoom room, Writer to) {
        var buffered = new BufferedWriter(to, 1 << 16);
        var names = Names.of(folder.settings().base());
        if (as.equals("annotations")) return ClaimAnnotations.write(room, names, buffered);
        if (as.equals("nanopublications")) return Nanopublications.write(room, names, buffered);
        if (as.equals("statements")) return ClaimStatements.write(room, names, buffered);
        if (as.equals("stix")) return StixBundle.write(room, names, folder.settings().title(), InstantSource.system().instant(), buffered);
        if (as.equals("graphml")) return GraphMl.write(room, buffered);
        if (as.equals("tei")) return Correspondence.write(room, buffered, folder.settings().title(), folder.settings().base().map(b -> b.toString().replaceAll("/+$", "")).orElse(""));
        try (var rows = Rows.of(as, buffered)) {
            return switch (what) {
                case "messages" -> MessageRows.write(room, rows);
                case "references" -> ReferenceRows.references(room, rows);
                case "holes" -> ReferenceRows.holes(room, rows);
                case "threads" -> ThreadRows.write(room, rows);
                case "claims" -> ClaimRows.write(room, rows);
                case "versions" -> ThreadRows.versions(room, rows);
                default -> DocumentRows.write(room, rows);
            };
        }
    }

    private static String count(long written, Reader reader, java.util.Map<chancery.document.Access, Long> leftOut) {
        if (leftOut.isEmpty()) return written + " written for " + reader.word() + ", 0 left out.";
        var all = leftOut.values().stream().mapToLong(n -> n).sum();
        return written + " written for " + reader.word() + ", " + all + " left out: " + leftOut.entrySet().stream().map(e -> e.getValue() + " " + (e.getKey() == chancery.document.Access.REGISTERED ? "open to registered readers only" : "withheld")).collect(Collectors.joining(", ")) + ".";
    }
}
