package chancery.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A line of Java fits a screen: it has 160 characters at most, outside text blocks, where tables of examples are as wide as they are.
class LinesTest {
    private static final int LONGEST = 160;
    private static final String TEXT = "\"\"\"";

    @Test
    void linesOfJavaFitAScreen() throws IOException {
        var tooLong = new ArrayList<String>();
        for (var sources : List.of("app/src", "chancery-bench/src")) {
            try (Stream<Path> files = Files.walk(House.ROOT.resolve(sources))) {
                for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) tooLong.addAll(tooLong(file));
            }
        }
        assertEquals(List.of(), tooLong);
    }

    private static List<String> tooLong(Path file) throws IOException {
        var tooLong = new ArrayList<String>();
        var inText = false;
        var number = 0;
        for (var line : Files.readAllLines(file)) {
            number++;
            var marks = line.split(TEXT, -1).length - 1;
            if (!inText && marks == 0 && line.length() > LONGEST) tooLong.add("%s:%d has %d".formatted(House.ROOT.relativize(file), number, line.length()));
            if (marks % 2 == 1) inText = !inText;
        }
        return tooLong;
    }
}
