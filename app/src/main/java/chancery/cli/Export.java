package chancery.cli;

import chancery.archive.ArchiveFailure;
import chancery.archive.ArchiveFolder;
import chancery.archive.ReadingRoom;
import chancery.archive.WhyNot;
import chancery.document.Reader;
import chancery.exchange.out.AuthorityRows;
import chancery.exchange.out.ClaimAnnotations;
import chancery.exchange.out.ClaimRows;
import chancery.exchange.out.ClaimStatements;
import chancery.exchange.out.Correspondence;
import chancery.exchange.out.DocumentRows;
import chancery.exchange.out.GraphMl;
import chancery.exchange.out.MessageRows;
import chancery.exchange.out.Names;
import chancery.exchange.out.Nanopublications;
import chancery.exchange.out.ReferenceRows;
import chancery.exchange.out.Rows;
import chancery.exchange.out.StixBundle;
import chancery.exchange.out.ThreadRows;
import chancery.search.LuceneIndex;
import chancery.search.People;
import chancery.web.PersonPage;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Writes out all that one audience may see.
@Command(name = "export", mixinStandardHelpOptions = true,
        description = "Writes out all that one audience may see. The last line on standard error counts what was written and what was left out.",
        footer = {"", "Example: chancery export papers --what documents --out papers.jsonl"})
final class Export implements Runnable {
    private static final List<String> KINDS = List.of("documents", "messages", "references", "holes", "threads", "versions", "claims", "authorities");
    private static final List<String> TABLES = List.of("jsonl", "csv");
    /// Formats that only some of them have.
    private static final Map<String, List<String>> OWN_FORMS = Map.of("threads", List.of("graphml", "tei"),
            "claims", List.of("annotations", "nanopublications", "statements", "stix"));

    @Parameters(paramLabel = "ARCHIVE", description = "The archive's folder.")
    Path archive = Path.of("");

    @Option(names = "--what", required = true, paramLabel = "W",
            description = "documents, messages, references, holes (messages known only from mentions), threads, versions, claims or "
            + "authorities (persons, bodies and places that papers name).")
    String what = "";

    @Option(names = "--for", paramLabel = "AUDIENCE", description = "public (the default), registered or staff.")
    String audience = "public";

    @Option(names = "--as", paramLabel = "FORMAT",
            description = "jsonl (the default) or csv; for threads also graphml or tei; for claims also annotations (W3C Web Annotation, JSON-LD), "
            + "nanopublications (TriG), statements (FollowTheMoney, CSV) or stix (STIX 2.1 bundle).")
    String as = "jsonl";

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write; standard output when not said. The file appears when it is whole.")
    @Nullable Path out;

    @Override
    public void run() {
        var reader = Reader.of(audience).orElseThrow(() -> new IllegalArgumentException("--for " + audience + ": say public, registered or staff."));
        if (!KINDS.contains(what)) throw new IllegalArgumentException("--what " + what + ": say " + listed(KINDS) + ".");
        var forms = Stream.concat(TABLES.stream(), OWN_FORMS.getOrDefault(what, List.of()).stream()).toList();
        if (!forms.contains(as)) throw new IllegalArgumentException("--as " + as + ": say " + listed(forms) + ".");
        if (out != null && Files.isDirectory(out)) throw new IllegalArgumentException("--out " + out + " is a folder: name a file in it.");
        try (var folder = ArchiveFolder.open(archive, InstantSource.system())) {
            var room = folder.stacks().room(reader);
            long written;
            try {
                var to = out == null ? new OutputStreamWriter(System.out, StandardCharsets.UTF_8) : null;
                written = to != null ? write(folder, room, to) : whole(folder, room, java.util.Objects.requireNonNull(out));
            } catch (IOException e) {
                throw new ArchiveFailure.StorageFailed("Could not write " + (out == null ? "to standard output" : out) + ": " + WhyNot.of(e) + ".", e);
            }
            System.err.println(count(written, reader, room.leftOut()));
        }
    }

    private long whole(ArchiveFolder folder, ReadingRoom room, Path file) throws IOException {
        // not a temporary file: those are for their maker's eyes only
        var beside = file.resolveSibling("." + file.getFileName() + "." + ProcessHandle.current().pid() + ".export");
        try {
            long written;
            try (var to = Files.newBufferedWriter(beside, StandardOpenOption.CREATE_NEW)) {
                written = write(folder, room, to);
            }
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
            return written;
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private long write(ArchiveFolder folder, ReadingRoom room, Writer to) {
        var settings = folder.settings();
        var names = Names.of(settings.base());
        var buffer = new BufferedWriter(to, 1 << 16);
        return switch (as) {
            case "graphml" -> GraphMl.write(room, buffer);
            case "tei" -> Correspondence.write(room, buffer, settings.title(), settings.base().map(b -> b.toString().replaceAll("/+$", "")).orElse(""));
            case "annotations" -> ClaimAnnotations.write(room, names, buffer);
            case "nanopublications" -> Nanopublications.write(room, names, buffer);
            case "statements" -> ClaimStatements.write(room, names, buffer);
            case "stix" -> StixBundle.write(room, names, settings.title(), buffer);
            default -> rows(folder, room, buffer);
        };
    }

    private long rows(ArchiveFolder folder, ReadingRoom room, Writer to) {
        try (var rows = Rows.of(as, to)) {
            return switch (what) {
                case "messages" -> MessageRows.write(room, rows);
                case "references" -> ReferenceRows.references(room, rows);
                case "holes" -> ReferenceRows.holes(room, rows);
                case "threads" -> ThreadRows.write(room, rows);
                case "versions" -> ThreadRows.versions(room, rows);
                case "claims" -> ClaimRows.write(room, rows);
                case "authorities" -> AuthorityRows.write(authorities(folder, room), rows);
                default -> DocumentRows.write(room, rows);
            };
        }
    }

    /// Persons and bodies, then places, each as the papers of the room name it.
    private static List<AuthorityRows.Named> authorities(ArchiveFolder folder, ReadingRoom room) {
        if (!Files.isDirectory(folder.index())) Wiring.index(folder);
        try (var index = LuceneIndex.read(folder.index()); var finder = Wiring.finder(folder, index)) {
            return Stream.of(People.of(finder, room), People.places(finder, room)).flatMap(p -> p.entries().stream()).map(PersonPage::named).toList();
        }
    }

    private static String count(long written, Reader reader, java.util.Map<chancery.document.Access, Long> leftOut) {
        if (leftOut.isEmpty()) return written + " written for " + reader.word() + ", 0 left out.";
        var all = leftOut.values().stream().mapToLong(n -> n).sum();
        return written + " written for " + reader.word() + ", " + all + " left out: " + leftOut.entrySet().stream().map(e -> e.getValue() + " "
                + (e.getKey() == chancery.document.Access.REGISTERED ? "open to registered readers only" : "withheld")).collect(Collectors.joining(", ")) + ".";
    }

    private static String listed(List<String> words) {
        return String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.getLast();
    }
}
