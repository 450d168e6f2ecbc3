package chancery.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.archive.SettingsFile;
import chancery.cli.Chancery;
import chancery.exchange.in.Mapping;
import chancery.finding.FindingCode;
import chancery.finding.Severity;
import chancery.web.WebServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/// The documents tell what the program does. Reference pages that can be made from the program are; `-Dgolden=update` writes them anew.
class DocsTest {
    private static final boolean UPDATE = "update".equals(System.getProperty("golden"));
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\((?!https?:|mailto:|#)([^)#\\s]+)(?:#[^)]*)?\\)");

    /// Told already, and coming: the picture of a page.
    private static final Set<String> COMING = Set.of("docs/images/record.png");

    @Test
    void findingCodes() throws IOException {
        var page = new StringBuilder("""
                # Finding codes
                What Chancery may notice in a source. A code is a promise: it is never renamed and never means something else. This page is made from the program.

                """);
        for (var severity : List.of(Severity.REFUSAL, Severity.ODDITY, Severity.NOTE)) {
            page.append("# ").append(switch (severity) {
                case REFUSAL -> "Refusals: the item was not taken in";
                case ODDITY -> "Oddities: what was made of it should be looked at";
                case NOTE -> "Notes: nothing was changed or lost";
            }).append("\n\n");
            for (var code : FindingCode.values()) {
                if (code.severity() == severity)
                    page.append("## `").append(code).append("`\n").append(capital(code.sentence())).append("; ").append(code.advice()).append(".\n\n");
            }
        }
        compare("reference/finding-codes.md", page);
    }

    @Test
    void commands() throws IOException {
        var page = new StringBuilder("""
                # Commands
                Exit codes: 0 when it did what was asked, 1 when it could not (one sentence says why), 2 when it was used wrongly, 3 when the program could not be started at all. This page is made from the program.

                """);
        for (var command : commandLine().getSubcommands().entrySet()) {
            var help = command.getValue().getUsageMessage(Ansi.OFF).lines().map(String::stripTrailing).toList();
            page.append("## `").append(command.getKey()).append("`\n```text\n").append(String.join("\n", help)).append("\n```\n\n");
        }
        compare("reference/commands.md", page);
    }

    static Stream<String> subcommands() {
        return commandLine().getSubcommands().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("subcommands")
    void everyCommandHasAnExample(String command) {
        assertTrue(commandLine().getSubcommands().get(command).getUsageMessage(Ansi.OFF).contains("Example: chancery " + command),
                "chancery " + command + " --help shows no example");
    }

    @Test
    void everySettingHasItsHeading() {
        assertEquals(new TreeSet<>(SettingsFile.KEYS), new TreeSet<>(headings("docs/reference/settings.md")));
    }

    @Test
    void everyPartThatAMappingMayNameIsTold() {
        var told = Pattern.compile("(?m)^\\| `([a-z_]+)` \\|").matcher(House.read("docs/reference/mapping.md")).results().map(m -> m.group(1)).toList();
        assertEquals(Mapping.FIELDS, told);
    }

    /// Every address that the web room knows.
    @Test
    void everyRouteHasItsHeading() {
        var headings = new TreeSet<>(headings("docs/reference/routes.md"));
        var missing = new TreeSet<String>();
        for (var route : WebServer.ROUTES) if (headings.stream().noneMatch(h -> same(h, route))) missing.add(route);
        assertEquals(new TreeSet<>(), missing, "docs/reference/routes.md has no heading for these");
    }

    static List<Path> pages() {
        return Stream.concat(House.files("docs", ".md").stream(),
                Stream.of("README.md", "ARCHITECTURE.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md").map(House.ROOT::resolve)).toList();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsSomewhere(Path page) throws IOException {
        var broken = new ArrayList<String>();
        var text = Files.readString(page);
        var link = LINK.matcher(text);
        while (link.find()) if (!COMING.contains(link.group(1)) && !Files.exists(page.resolveSibling(link.group(1)))) broken.add(link.group(1));
        assertEquals(List.of(), broken, page + " links to what is not there");
    }

    @Test
    void theReadmeBeginsWithItsTwoCommands() {
        var lines = House.read("README.md").lines().filter(l -> l.startsWith("$ ")).toList();
        assertEquals(List.of("$ ./chancery demo", "$ mvn verify"), lines.subList(0, 2));
    }

    /// Commands that the documents tell somebody to type, up to their first argument.
    @ParameterizedTest
    @MethodSource("pages")
    void everyCommandThatIsToldExists(Path page) throws IOException {
        var known = commandLine().getSubcommands().keySet();
        var told = Pattern.compile("(?m)^\\$ (?:\\./)?chancery ([a-z]+)").matcher(Files.readString(page));
        var unknown = new TreeSet<String>();
        while (told.find()) if (!known.contains(told.group(1))) unknown.add(told.group(1));
        assertEquals(new TreeSet<>(), unknown, page.toString());
    }

    private static CommandLine commandLine() {
        var line = Chancery.line();
        line.setUsageHelpWidth(110);
        line.getSubcommands().values().forEach(c -> c.setUsageHelpWidth(110));
        return line;
    }

    /// Whether a heading names a route, whatever its parameters are called.
    private static boolean same(String heading, String route) {
        return heading.replaceAll("\\{[^}]*}", "{}").equals(route.replaceAll("\\{[^}]*}", "{}"));
    }

    private static List<String> headings(String page) {
        return Pattern.compile("(?m)^##+ `([^`]+)`").matcher(House.read(page)).results().map(m -> m.group(1)).toList();
    }

    private static void compare(String page, CharSequence made) throws IOException {
        var file = House.DOCS.resolve(page);
        var text = made.toString().strip() + "\n";
        if (UPDATE) Files.writeString(file, text);
        assertTrue(Files.exists(file), "docs/" + page + " is not there; run: just golden");
        assertEquals(Files.readString(file), text, "docs/" + page + " is not what the program says; run: just golden, and review the difference");
        assertFalse(text.isBlank());
    }

    private static String capital(String clause) {
        return clause.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + clause.substring(1);
    }
}
