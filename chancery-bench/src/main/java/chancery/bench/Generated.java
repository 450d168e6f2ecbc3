package chancery.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// The rival's generated documents as JSON Lines that the product takes in, some to a file. Arguments: the rival's file, a folder to make, how many documents.
public final class Generated {
    private static final int TO_A_FILE = 2_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Generated() {}

    public static void main(String[] args) throws IOException {
        var folder = Files.createDirectories(Path.of(args[1]));
        var most = Integer.parseInt(args[2]);
        try (var from = Files.newBufferedReader(Path.of(args[0]))) {
            for (var done = 0; done < most; done += TO_A_FILE) {
                try (var to = Files.newBufferedWriter(folder.resolve("part-%04d.jsonl".formatted(done / TO_A_FILE)))) {
                    if (!copy(from, to, Math.min(TO_A_FILE, most - done))) return;
                }
            }
        }
    }

    private static boolean copy(BufferedReader from, Writer to, int many) throws IOException {
        for (var i = 0; i < many; i++) {
            var line = from.readLine();
            if (line == null) return false;
            var document = JSON.readTree(line);
            var row = new LinkedHashMap<String, Object>();
            row.put("document", document.path("id").asString(""));
            row.put("title", document.path("title").asString(""));
            row.put("date", document.path("date").asString(""));
            row.put("collections", List.of(document.path("volume").asString("")));
            row.put("holding", document.path("refs").values().stream().map(r -> r.asString("")).toList());
            row.put("text", document.path("body").asString(""));
            to.write(JSON.writeValueAsString(row) + "\n");
        }
        return true;
    }
}
