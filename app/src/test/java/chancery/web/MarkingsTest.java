package chancery.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.archive.Papers;
import chancery.archive.Submission;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Stamps are kept as printed and found by the level they stand for.
class MarkingsTest {
    @TempDir
    static Path temp;
    private static Archive archive;

    @BeforeAll
    static void open() {
        var papers = new ArrayList<Submission>();
        var stamps = List.of("MOST SECRET", "TOP SECRET IMMEDIATE", "SECRET", "MOST SECRET MOST IMMEDIATE", "CONFIDENTIAL PRIORITY");
        for (var i = 0; i < stamps.size(); i++)
            papers.add(Papers.paper(i + ".md", "Pell to Garth", "1934-02-0" + (i + 1),
                    "Cablegram " + i + " VELISK, " + (i + 1) + " February 1934, 9.30 p.m.", stamps.get(i), "The river rises and the ice is late."));
        archive = new Archive(temp.resolve("archive"), papers);
    }

    @AfterAll
    static void close() {
        archive.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, quoteCharacter = '`', textBlock = """
        ASKED                                  | FOUND
        q=marking:"top secret"                 | 0 1 3
        q=marking:"most secret"                | 0 3
        q=marking:confidential                 | 4
        q=precedence:immediate                 | 1 3
        q=precedence:"most immediate"          | 3
        q=precedence:priority from:pell        | 4
        marking=top secret                     | 0 1 3
        marking=most secret                    | 0 3
        q=no:3 from:Pell to:Garth precedence:immediate marking:"top secret" | 3
        """)
    void areFoundAsPrintedAndByTheirLevel(String asked, String found) throws Exception {
        var parameter = asked.substring(0, asked.indexOf('='));
        var page = archive.get("/search?sort=date&" + parameter + "=" + View.encode(asked.substring(parameter.length() + 1)));
        var hits = java.util.regex.Pattern.compile("data-document=\"(\\d)\\.md\"").matcher(page)
                .results().map(m -> m.group(1)).distinct().collect(Collectors.joining(" "));
        assertEquals(found, hits);
    }

    @Test
    void areShownAsPrinted() throws Exception {
        var page = archive.get("/search?q=no:3");
        assertTrue(page.contains("MOST SECRET"));
        assertTrue(!page.contains("TOP SECRET"));
    }
}
