package chancery.claim;

import chancery.archive.HeadingOf;
import chancery.document.PlainLayer;
import chancery.exchange.in.CorpusPapers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Reads the claims of a corpus without an archive and writes them as the export `claims` would: `ClaimScore CORPUS ROWS`.
public final class ClaimScore {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ClaimScore() {}

    public static void main(String[] args) throws IOException {
        var rows = new ArrayList<String>();
        var reader = AttributionReader.shipped();
        var papers = new int[1];
        var nanos = new long[1];
        CorpusPapers.each(Path.of(args[0]), submission -> {
            if (submission.texts().isEmpty()) return;
            var heading = HeadingOf.read(submission).heading();
            var layer = PlainLayer.of(submission.texts().getFirst().text());
            var start = System.nanoTime();
            var reading = reader.read(new TextToRead("text", layer, submission.description().title(),
                    submission.description().dating().edtf(), Optional.of(heading)));
            nanos[0] += System.nanoTime() - start;
            papers[0]++;
            rows.addAll(rows(submission.path(), reading, layer));
        });
        Files.write(Path.of(args[1]), rows);
        System.err.printf("%d papers, %d claims, %.1f s of reading%n", papers[0], rows.size(), nanos[0] / 1e9);
    }

    static List<String> rows(String document, ClaimsReading reading, PlainLayer layer) {
        var rows = new ArrayList<String>();
        for (var c : reading.claims()) {
            if (!layer.slice(c.content().start(), c.content().end()).equals(c.content().quotation()))
                throw new IllegalStateException(document + ": the quotation is not where it stands");
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("document", document);
            row.put("content", c.content().quotation());
            row.put("cue", c.cue().quotation());
            row.put("chain", c.chain().words());
            row.put("stance", c.stance().word());
            row.put("caution", c.caution().map(Span::quotation).orElse(null));
            row.put("start", c.content().start());
            row.put("end", c.content().end());
            row.put("state", "proposed");
            row.put("because", c.because().rule() + ": " + c.because().words() + " " + c.because().marks());
            rows.add(JSON.writeValueAsString(row));
        }
        return rows;
    }
}
