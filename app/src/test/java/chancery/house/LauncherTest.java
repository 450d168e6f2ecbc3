package chancery.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The command `./chancery`, under every shell that is here. The tests themselves are in `src/test/sh/launcher-test.sh`.
class LauncherTest {
    private static final List<Path> SHELLS = List.of(Path.of("/bin/sh"), Path.of("/bin/bash"));

    @TestFactory
    Stream<DynamicContainer> startsTheProgram() {
        var here = SHELLS.stream().filter(Files::isExecutable).toList();
        assertFalse(here.isEmpty(), "there is no POSIX shell in /bin");
        return here.stream().map(shell -> DynamicContainer.dynamicContainer(shell.toString(), tests(shell)));
    }

    private static Stream<DynamicTest> tests(Path shell) {
        var lines = lines(shell);
        return lines.stream().map(line -> dynamicTest(line.replaceFirst("^(not )?ok ", ""), () -> {
            if (!line.startsWith("ok ")) fail(line);
        }));
    }

    private static List<String> lines(Path shell) {
        try {
            var process = new ProcessBuilder("/bin/sh", "src/test/sh/launcher-test.sh", House.ROOT.resolve("chancery").toString(), shell.toString()).start();
            process.getOutputStream().close();
            var lines = new ArrayList<>(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList());
            var code = process.waitFor();
            if (code != 0 && lines.stream().allMatch(l -> l.startsWith("ok "))) lines.add("not ok the script ended with " + code);
            assertFalse(lines.isEmpty(), "the script tested nothing");
            return lines;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while the launcher was tested", e);
        }
    }
}
