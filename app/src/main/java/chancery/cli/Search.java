package chancery.cli;

import chancery.archive.ArchiveFolder;
import chancery.archive.Card;
import chancery.document.Edtf;
import chancery.document.Reader;
import chancery.search.ClaimQuestion;
import chancery.search.Finder;
import chancery.search.LuceneIndex;
import chancery.search.SearchRequest;
import chancery.search.SearchResult;
import chancery.search.SearchResult.Hit;
import chancery.search.SearchResult.Snippet;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/// Finds papers, and claims.
@Command(name = "search", mixinStandardHelpOptions = true, description = "Finds papers, as the search page does; about: and known-by: find claims.",
        footer = {"", "Example: chancery search papers '\"oil concessions\" from:Harriman date:1944' --limit 20",
                "         chancery search papers 'about:Sakhalin known-by:1944-02-03'"})
final class Search implements Callable<Integer> {
    /// Made when first written with.
    private static final class Json {
        static final JsonMapper MAPPER = JsonMapper.builder().build();
    }

    @Parameters(index = "0", paramLabel = "ARCHIVE", description = "The archive's folder.")
    Path archive = Path.of("");

    @Parameters(index = "1", arity = "0..1", paramLabel = "QUERY", description = "What to find; quote it for the shell.")
    @Nullable String query;

    @Option(names = "--limit", paramLabel = "N", description = "How many hits, 1 to 1000; 10 when not said.")
    int limit = 10;

    @Option(names = "--for", paramLabel = "AUDIENCE", description = "public (the default), registered or staff.")
    String audience = "public";

    @Option(names = "--json", description = "One JSON object a line for each hit.")
    boolean json;

    @Option(names = "--as-typed", description = "Names mean only what was typed: Tokio does not find Tokyo.")
    boolean asTyped;

    @Option(names = "--queries", paramLabel = "FILE", description = "Takes one query a line and prints {\"query\",\"hits\":[…]} a line.")
    @Nullable Path queries;

    @Override
    public Integer call() {
        var reader = Reader.of(audience).orElseThrow(() -> new IllegalArgumentException("--for " + audience + ": say public, registered or staff."));
        if ((query == null) == (queries == null)) throw new IllegalArgumentException("Say either a QUERY or --queries FILE.");
        if (limit < 1 || limit > 1000) throw new IllegalArgumentException("--limit " + limit + ": 1 to 1000.");
        var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        try (var folder = ArchiveFolder.open(archive, InstantSource.system())) {
            if (!Files.isDirectory(folder.index())) Wiring.index(folder);
            try (var index = LuceneIndex.read(folder.index()); var finder = Wiring.finder(folder, index)) {
                if (queries != null) {
                    for (var line : lines(queries)) if (!line.isBlank()) out.println(Json.MAPPER.writeValueAsString(hits(finder, reader, line)));
                    return 0;
                }
                var words = String.valueOf(query);
                var claims = ClaimQuestion.in(words);
                if (claims.isPresent() && asTyped)
                    throw new IllegalArgumentException("--as-typed is for papers. Of claims, words in quotes mean only what was typed: about:\"Tokio\".");
                if (claims.isPresent()) new FoundClaims(folder.stacks().room(reader), finder).show(claims.get(), limit, json, out);
                else show(find(finder, reader, words), out);
            }
        } finally {
            out.flush();
        }
        return 0;
    }

    private static List<String> lines(Path queries) {
        try {
            return Files.readAllLines(queries);
        } catch (IOException e) {
            throw Wiring.unreadable(queries, e);
        }
    }

    private SearchResult find(Finder finder, Reader reader, String words) {
        return finder.find(SearchRequest.of(words).withSize(limit).withAsTyped(asTyped), reader);
    }

    private Map<String, Object> hits(Finder finder, Reader reader, String words) {
        var row = new LinkedHashMap<String, Object>();
        row.put("query", words);
        row.put("hits", find(finder, reader, words).hits().stream().map(h -> h.card().document()).toList());
        return row;
    }

    private void show(SearchResult result, PrintStream out) {
        if (json) {
            for (var hit : result.hits()) out.println(Json.MAPPER.writeValueAsString(row(hit)));
            Wiring.say(result.total() + " found, " + result.hits().size() + " shown.");
            return;
        }
        out.println(result.read().words());
        for (var name : result.read().widened())
            out.println("“" + name.typed() + "” also as " + String.join(", ", name.others()) + " (--as-typed: only as typed).");
        result.read().notes().forEach(out::println);
        out.println(result.total() + " found" + (result.withAll() < result.total() ? ", " + result.withAll() + " with every word" : "")
                + "; " + result.hits().size() + " shown.");
        for (var hit : result.hits()) {
            out.println();
            out.println(hit.card().title());
            out.println("  " + line(hit.card()));
            if (!hit.why().isEmpty()) out.println("  " + hit.why());
            for (var snippet : hit.snippets()) out.println("  … " + words(snippet, "*"));
        }
    }

    private static String line(Card card) {
        var date = card.dating().edtf().map(Edtf::text).orElse("undated");
        return List.of(date, String.join(", ", card.from()) + (card.to().isEmpty() ? "" : " → " + String.join(", ", card.to())),
                card.kind().word() + (card.number().isEmpty() ? "" : " " + card.number()), card.document())
                .stream().filter(w -> !w.isBlank()).collect(Collectors.joining(" · "));
    }

    private static String words(Snippet snippet, String mark) {
        return snippet.pieces().stream().map(p -> p.marked() ? mark + p.words() + mark : p.words()).collect(Collectors.joining()).replaceAll("\\s+", " ");
    }

    private static Map<String, @Nullable Object> row(Hit hit) {
        var card = hit.card();
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("document", card.document());
        row.put("record", card.id().value());
        row.put("title", card.title());
        row.put("date", card.dating().edtf().map(Edtf::text).orElse(null));
        row.put("kind", card.kind().word());
        row.put("number", card.number().isEmpty() ? null : card.number());
        row.put("from", card.from());
        row.put("to", card.to());
        row.put("holding", card.holdings());
        row.put("why", hit.why());
        row.put("snippets", hit.snippets().stream().map(s -> words(s, "")).toList());
        return row;
    }
}
