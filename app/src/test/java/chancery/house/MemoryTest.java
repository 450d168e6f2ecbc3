package chancery.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Little memory.
class MemoryTest {
    @TempDir
    Path temp;

    @Test
    void aFileThatIsTooLargeForItIsRefusedAndTheRestIsTaken() throws Exception {
        var papers = Files.createDirectories(temp.resolve("papers"));
        Files.writeString(papers.resolve("a.txt"), "A small paper.\n\nIt says little.\n");
        Files.writeString(papers.resolve("b.txt"), String.join("", Collections.nCopies(6_000_000, "a long word ")));
        Files.writeString(papers.resolve("c.txt"), "Another.\n\nIt says less.\n");
        var archive = temp.resolve("archive").toString();
        run("init", archive);
        var said = run("import", archive, papers.toString());
        assertTrue(said.contains("refused b.txt: the file: the file is too large for the memory that Java has (“72,000,000 bytes, and Java has "), said);
        assertTrue(said.contains("3 read = 2 taken + 0 unchanged + 0 new versions + 1 refused"), said);
    }

    private static String run(String... words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx64m", "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"), "chancery.cli.Chancery"));
        command.addAll(List.of(words));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        return said;
    }
}
