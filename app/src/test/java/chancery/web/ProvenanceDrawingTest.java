package chancery.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.claim.Chains;
import chancery.claim.ProvenanceGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The picture of a claim's sources: every name once, none upon another, all within the frame.
class ProvenanceDrawingTest {
    private static final Pattern WORDS = Pattern.compile(
            "<text class=\"(how|caution)\" text-anchor=\"middle\" x=\"([-0-9.]+)\" y=\"([-0-9.]+)\">(?:<title>[^<]*</title>)?([^<]*)"),
            BOX = Pattern.compile("<rect class=\"box\" x=\"([-0-9.]+)\" y=\"([-0-9.]+)\" width=\"(\\d+)\" height=\"(\\d+)\""),
            FRAME = Pattern.compile("viewBox=\"0 0 (\\d+) (\\d+)\"");

    private record Box(double x, double y, double width, double height) {
        boolean meets(Box o) {
            return x < o.x + o.width && o.x < x + width && y < o.y + o.height && o.y < y + height;
        }
    }

    private static void check(ProvenanceGraph graph, String name) {
        var svg = ProvenanceDrawing.of(graph);
        var boxes = BOX.matcher(svg).results().map(m ->
                new Box(Double.parseDouble(m.group(1)), Double.parseDouble(m.group(2)), Integer.parseInt(m.group(3)), Integer.parseInt(m.group(4)))).toList();
        assertEquals(graph.nodes().size(), boxes.size(), name);
        assertEquals(graph.passages().size(), svg.split("<path class=\"passage", -1).length - 1, name);
        for (var i = 0; i < boxes.size(); i++)
            for (var j = 0; j < i; j++) assertTrue(!boxes.get(i).meets(boxes.get(j)), name + ": " + boxes.get(i) + " lies on " + boxes.get(j));
        var words = words(svg);
        assertTrue(words.size() >= graph.passages().size(), name + ": a link without words");
        for (var i = 0; i < words.size(); i++) {
            for (var j = 0; j < i; j++)
                assertTrue(!words.get(i).meets(words.get(j)), name + ": the words at " + words.get(i) + " lie on those at " + words.get(j));
            for (var box : boxes) assertTrue(!words.get(i).meets(box), name + ": the words at " + words.get(i) + " lie on the name at " + box);
        }
        var frame = FRAME.matcher(svg);
        assertTrue(frame.find());
        for (var box : Stream.concat(boxes.stream(), words.stream()).toList())
            assertTrue(box.x() >= 0 && box.y() >= 0 && box.x() + box.width() <= Integer.parseInt(frame.group(1))
                    && box.y() + box.height() <= Integer.parseInt(frame.group(2)), name + ": " + box + " is cut by " + frame.group());
    }

    /// The boxes of the words of links: as wide as their letters, as high as their lines.
    private static List<Box> words(String svg) {
        return WORDS.matcher(svg).results().map(m -> {
            var wide = m.group(4).replaceAll("&[a-z#0-9]+;", "x").length() * (m.group(1).equals("how") ? 6.5 : 5.6);
            return new Box(Double.parseDouble(m.group(2)) - wide / 2, Double.parseDouble(m.group(3)) - 10, wide, 13);
        }).toList();
    }

    @Test
    void oneSource() {
        check(ProvenanceGraph.of(Chains.dossier("Y4 | Pell | Castrelle")), "one");
    }

    @Test
    void fourSourcesOneBehindTheOther() {
        check(ProvenanceGraph.of(Chains.dossier(
                "Y2 | Pell | Captain Trémarec, Widow Ostrelle, Corbin, the night watchman saw | I cannot vouch for any of them but the first")), "four");
    }

    @Test
    void twentyFiveSources() {
        var deep = IntStream.rangeClosed(1, 25).mapToObj(i -> "Source " + (char) ('A' + i - 1)).collect(Collectors.joining(", "));
        check(ProvenanceGraph.of(Chains.dossier("Y2 | Pell | " + deep)), "deep");
        var wide = IntStream.rangeClosed(1, 25)
                .mapToObj(i -> "P" + i % 8 + " | Author " + i % 4 + " | Relay" + i % 3 + ", Witness" + (char) ('a' + i)).toArray(String[]::new);
        check(ProvenanceGraph.of(Chains.dossier(wide)), "wide");
    }

    static LongStream seeds() {
        return LongStream.range(1, 400);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyGraph(long seed) {
        var random = new Random(seed);
        List<String> lines = new ArrayList<>();
        for (var i = 0; i < 1 + random.nextInt(8); i++) {
            var chain = IntStream.range(0, 1 + random.nextInt(4))
                    .mapToObj(_ -> random.nextInt(9) == 0 ? "?" : "N" + (char) ('a' + random.nextInt(8))).collect(Collectors.joining(", "));
            lines.add("P" + random.nextInt(5) + " | N" + (char) ('a' + random.nextInt(8)) + " | " + chain
                    + (random.nextInt(3) == 0 ? " | I cannot vouch for him in matters of this kind" : ""));
        }
        check(ProvenanceGraph.of(Chains.dossier(lines.toArray(String[]::new))), "seed " + seed);
    }
}
