package chancery.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.search.ClaimQuestion;
import chancery.search.QueryField;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Help tells every field that a search may name, each with an example that can be followed.
class HelpTest {
    @TempDir
    Path temp;

    @Test
    void everyFieldStandsInTheHelpWithAnExample() throws Exception {
        try (var archive = new Archive(temp.resolve("archive"), LeakTest.sample())) {
            var help = Jsoup.parse(archive.get("/help"));
            assertEquals(told(QueryField.all()), rows(help, "Fields of papers"));
            assertEquals(told(ClaimQuestion.FIELDS), rows(help, "Fields of claims"));
            for (var field : QueryField.all()) assertTrue(archive.get("/search?q=" + View.encode(field.example())).startsWith("200"), field.example());
            for (var field : ClaimQuestion.FIELDS) {
                var led = archive.get("/search?q=" + View.encode(field.example()));
                assertTrue(led.startsWith("30") && led.contains("/claims?"), field.example() + " leads to claims: " + led.lines().findFirst().orElse(""));
            }
        }
    }

    private static List<String> told(List<QueryField> fields) {
        return fields.stream().map(f -> "/search?q=" + View.encode(f.example()) + " " + f.example() + " " + f.name() + ": " + f.what()).toList();
    }

    private static List<String> rows(Document help, String table) {
        return help.select("[aria-label=" + table + "] tr").stream().map(r -> r.selectFirst("a").attr("href") + " " + r.text()).toList();
    }

    @Test
    void everyFieldStandsInTheQueryLanguage() throws Exception {
        var page = Files.readString(Path.of("../docs/reference/query-language.md"));
        Stream.concat(QueryField.all().stream(), ClaimQuestion.FIELDS.stream()).forEach(f -> assertTrue(page.contains("`" + f.name() + ":`"), f.name()));
    }
}
