package chancery.exchange.in;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.document.PlainLayer;
import chancery.document.TextXml;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What no honest sender sends. Each fixture folder is named after the finding that its files must give; nothing may
/// throw or run; what never ends meets the limit of every test.
class HostileTest {
    private static final Path BAD = Path.of("src/test/resources/fixtures/bad");
    private static final Set<String> OURS = Set.of("txt", "html", "pdf", "jsonl", "md");
    private static final List<Format> FORMATS = List.of(new FrontMatter(Mapping.shipped()), new SavedPage(), new JsonLines(), new Plain());

    static List<Path> fixtures() throws IOException {
        try (var files = Files.walk(BAD)) {
            return files.filter(f -> Files.isRegularFile(f) && OURS.contains(f.toString().substring(f.toString().lastIndexOf('.') + 1))).sorted().toList();
        }
    }

    @Test
    void hasFixtures() throws IOException {
        assertTrue(fixtures().size() >= 50);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fixtures")
    void givesTheFindingThatTheFolderNames(Path file) throws IOException {
        var item = new Item(file.getFileName().toString(), Files.readAllBytes(file));
        var format = FORMATS.stream().filter(f -> f.fits(item)).findFirst().orElseThrow();
        var readings = format.read(item);
        var codes = readings.stream().flatMap(r -> switch (r) {
            case Reading.Read(var s) -> s.findings().stream();
            case Reading.Refused(var _, var findings) -> findings.stream();
        }).map(f -> f.code().name()).toList();
        var folder = BAD.relativize(file).getName(0).toString();
        assertTrue(codes.stream().anyMatch(folder::startsWith), () -> folder + " gave " + Shown.lines(readings));
        isHarmless(readings, file.toString());
    }

    @Test
    void runsNothing() throws IOException {
        for (var name : List.of("MARKUP_LEFT_OUT_hostile", "MARKUP_LEFT_OUT_hostile_saved_page")) {
            var item = new Item("hostile.html", Files.readAllBytes(BAD.resolve(name).resolve("hostile.html")));
            var shown = Shown.lines(FORMATS.stream().filter(f -> f.fits(item)).findFirst().orElseThrow().read(item));
            Shown.golden("hostile-" + name, shown);
            for (var word : List.of("javascript:", "<script", "onclick", "onload", "boom", "drawn", "typed", "comment", "hidden", "template"))
                assertFalse(shown.contains(word), word + " in " + shown);
        }
    }

    static Stream<Item> endless() {
        var n = 100_000;
        var tags = Stream.of("div", "b", "p", "ul", "li", "ul><li", "ol", "blockquote", "table", "table><tr><td", "q", "a href=x", "a href=https://x.example/",
                "span", "h1", "dl><dt", "font", "pre", "svg", "form", "section", "td", "div class=tab-pane", "h3 class=sub-title>Source</h3><div");
        var pages = tags.map(t -> ("<" + t + ">").repeat(n) + "deep words").flatMap(html -> Stream.of(new Item("a.html", bytes(html)),
                new Item("page.html", bytes("<h1>A</h1><div class=information-block><h3>Record ID</h3></div>" + html + "<h2>Document Information</h2>"))));
        var wide = Stream.of("<p>a</p>", "<br>", "<br> ", "<b>a</b>", "<a href=#x>1</a>", "<li>", "<td>", "&amp;", "<div class=date>", "<b>Source</b>",
                "<h3>Rights</h3>a", "<div class=tab-pane>a</div>", "<img alt=a>", "[", "[1] ", "(p. 1) ", "<!--", "<i>[</i>", "<div class=pill-block>")
                .flatMap(piece -> Stream.of(new Item("a.html", bytes(piece.repeat(n))),
                        new Item("page.html", bytes("<h1>A</h1><div class=information-block><h3>Record ID</h3></div>" + piece.repeat(n)))));
        var words = Stream.of("a\n", "\f", "a \n\n", "[1] a\n\n", "[", "-\n", "a-\nb", "A, 1 May 1951\n", "(p. 1)\n\n",
                "Source\n", "Record ID: 7\n", "Language\nFrench\n\n", "\t", " x", "1. a\n   b\n", "\u0301", "é-")
                .flatMap(piece -> Stream.of(new Item("a.txt", bytes(piece.repeat(n))),
                        new Item("page.txt", bytes(piece.repeat(n) + "\nDocument Information\nRecord ID\n" + piece.repeat(n)))));
        var rows = Stream.of("{", "[", "{\"a\":", "\"", "{\"title\":\"a\"}\n", "\\u0000", "{}\n").map(piece -> new Item("a.jsonl", bytes(piece.repeat(n))));
        var bodies = Stream.of("[1] ", "1. a\n\n", "> ", "- ", "*", "_", "`", "[a](", "![", "<b>", "| a ", "\\", "# a\n", "_\n\n1 a\n\n", "[^1]: a\n",
                "(p. 1) ", "[AA: A1, 1]\n\n").map(piece -> new Item("a.md", bytes("---\ntitle: A\nvolume: B\n---\n\n" + piece.repeat(n / 5))));
        var matter = Stream.of("[", "{a: ", "- ", "a: b\n", "? ", "'", "&a ")
                .map(piece -> new Item("a.md", bytes("---\ntitle: A\nx: " + piece.repeat(n / 5) + "\n---\n\nb\n")));
        return Stream.of(pages, wide, words, rows, bodies, matter).flatMap(s -> s);
    }

    @Test
    void readsTheEndlessAndTheDeep() {
        endless().forEach(item -> {
            for (var format : FORMATS.stream().filter(f -> item.path().endsWith(".md") == f instanceof FrontMatter).toList()) {
                var start = new String(item.bytes(), 0, Math.min(60, item.bytes().length), StandardCharsets.UTF_8);
                isHarmless(format.read(item), format.word() + " on " + start);
            }
        });
    }

    /// Bytes of our own fixtures, cut, doubled and overwritten at random.
    @Test
    void survivesDamage() throws IOException {
        var seed = Long.getLong("seed", 20_261_124L);
        var random = new Random(seed);
        var sources = new ArrayList<Item>();
        for (var name : List.of("invented-page.txt", "invented-full.txt", "invented-a.html", "invented-b.html"))
            sources.add(new Item(name, Shown.resource("pages/" + name)));
        sources.add(new Item("a.pdf", Pdfs.of(List.of(List.of("Words of the harbour", "and of the quay"), List.of("1")))));
        sources.add(new Item("a.jsonl", bytes(
                "{\"document\":\"a\",\"title\":\"A\",\"date\":\"9 March "
                + "1951\",\"texts\":[{\"kind\":\"transcript\",\"lang\":\"en\",\"text\":\"a\\nb\\tc\",\"notes\":[\"n\"]}]}\n")));
        for (var round = 0; round < 300; round++) {
            var source = sources.get(round % sources.size());
            var bytes = source.bytes().clone();
            for (var i = 0; i <= random.nextInt(8); i++) {
                switch (random.nextInt(4)) {
                    case 0 -> bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                    case 1 -> bytes = java.util.Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length));
                    case 2 -> bytes[random.nextInt(bytes.length)] = bytes[random.nextInt(bytes.length)];
                    default -> {
                        int from = random.nextInt(bytes.length), length = random.nextInt(bytes.length - from);
                        var doubled = java.util.Arrays.copyOf(bytes, bytes.length + length);
                        System.arraycopy(bytes, from, doubled, bytes.length, length);
                        bytes = doubled;
                    }
                }
            }
            var item = new Item(source.path(), bytes);
            for (var format : FORMATS) {
                format.fits(item);
                isHarmless(format.read(item), "seed " + seed + ", round of " + source.path());
            }
        }
    }

    /// Whatever came in, what went out can be stored, shown and read back.
    private static void isHarmless(List<Reading> readings, String what) {
        assertFalse(readings.isEmpty(), what);
        for (var reading : readings) {
            if (!(reading instanceof Reading.Read(var s))) continue;
            for (var text : s.texts()) {
                var body = text.text().body();
                var xml = TextXml.write(body);
                assertEquals(PlainLayer.of(body).text(), PlainLayer.of(TextXml.read(xml)).text(), what);
            }
            var all = Shown.lines(List.of(reading));
            assertTrue(IntStream.range(0, all.length()).noneMatch(i -> all.charAt(i) == 0
                    || Character.isSurrogate(all.charAt(i)) && !Character.isSurrogatePair(all.charAt(i), i + 1 < all.length() ? all.charAt(i + 1) : ' ')
                    && (i == 0 || !Character.isSurrogatePair(all.charAt(i - 1), all.charAt(i)))), what);
        }
    }

    private static byte[] bytes(String words) {
        return words.getBytes(StandardCharsets.UTF_8);
    }
}
