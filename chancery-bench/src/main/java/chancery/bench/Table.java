package chancery.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What was measured as a table, with ratios and bars, and as JSON. Arguments: the folder of the rows' files, the file for the JSON, what to say of the run.
/// A file's lines are `who TAB round TAB name TAB value`; figures of a round in which others took too much of the
/// machine are left out where others are left, and marked where not.
public final class Table {
    private static final String PRODUCT = "product", RIVAL = "rival";

    private Table() {}

    /// How a figure is to be compared.
    private enum Better { MORE, LESS, SHOWN }

    /// A line of the table.
    ///
    /// @param row     the file it comes from
    /// @param measure what is read there
    /// @param bar     the ratio to reach, product to rival
    private record Line(String name, String row, String measure, Better better, double bar, double goal) {}

    private static final List<Line> LINES = List.of(
            new Line("intake, papers/s, cold process", "intake", "1.papers_s", Better.MORE, 0.6, 0.6),
            new Line("intake, papers/s, warm", "intake", "4.papers_s", Better.MORE, 0.6, 0.6),
            new Line("disk: archive.db + index/, bytes", "disk", "bytes", Better.LESS, 1.8, 1.8),
            new Line("files/ beside it, bytes", "disk", "files", Better.SHOWN, 0, 0),
            new Line("results page, 1 client, p50 ms", "page", "c1.p50_ms", Better.LESS, 1.2, 0.8),
            new Line("results page, 1 client, p99 ms", "page", "c1.p99_ms", Better.LESS, 1.5, 1.2),
            new Line("results page, 2 clients, p50 ms", "page", "c2.p50_ms", Better.LESS, 1.2, 0.8),
            new Line("results page, 2 clients, p99 ms", "page", "c2.p99_ms", Better.LESS, 1.5, 1.2),
            new Line("results page at 100,000, p50 ms", "page-100000", "c1.p50_ms", Better.LESS, 1.2, 0.8),
            new Line("results page at 100,000, p99 ms", "page-100000", "c1.p99_ms", Better.SHOWN, 0, 0),
            new Line("results page at 1,000,000, p50 ms", "page-1000000", "c1.p50_ms", Better.LESS, 1.2, 0.8),
            new Line("results page at 1,000,000, p99 ms", "page-1000000", "c1.p99_ms", Better.SHOWN, 0, 0),
            new Line("record page, pages/s, 2 clients", "record", "rate", Better.MORE, 0.5, 0.5),
            new Line("one document saved, p50 ms", "one", "saved.p50_ms", Better.SHOWN, 0, 0),
            new Line("one document findable, p50 ms", "one", "findable.p50_ms", Better.SHOWN, 0, 0),
            new Line("cold start to first answer, ms", "cold", "ms", Better.LESS, 1.5, 1.5),
            new Line("10,000 papers in 512 MB of heap, MB held", "memory", "rss_mb", Better.SHOWN, 0, 0),
            new Line("headings read, papers/s of one core", "headings", "per_s", Better.SHOWN, 0, 0),
            new Line("references read, papers/s of one core", "references", "per_s", Better.SHOWN, 0, 0),
            new Line("resolution of all papers, CPU s", "resolution", "cpu_s", Better.SHOWN, 0, 0),
            new Line("resolution of 1,000 papers, CPU s", "resolution", "1000.cpu_s", Better.SHOWN, 0, 0),
            new Line("resolution of 10,000 papers, CPU s", "resolution", "10000.cpu_s", Better.SHOWN, 0, 0),
            new Line("resolution, 1,000 to 10,000 papers, times", "resolution", "growth", Better.SHOWN, 0, 0));

    public static void main(String[] args) throws IOException {
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        System.out.printf("%-42s %12s %12s %7s %9s %9s%n", "", "rival", "product", "ratio", "bar", "");
        for (var line : LINES) {
            var file = Path.of(args[0], line.row + ".tsv");
            if (!Files.exists(file)) continue;
            var figures = Files.readAllLines(file);
            var rival = figure(figures, RIVAL, line.measure);
            var product = figure(figures, PRODUCT, line.measure);
            if (product.values.isEmpty()) continue;
            rows.add(row(line, rival, product));
        }
        var all = new LinkedHashMap<String, @Nullable Object>();
        all.put("run", args[2]);
        all.put("rows", rows);
        Files.writeString(Path.of(args[1]), JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValueAsString(all) + "\n");
    }

    private static Map<String, @Nullable Object> row(Line line, Figure rival, Figure product) {
        var ratio = rival.values.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(product.median() / rival.median());
        var busy = rival.busy || product.busy;
        var judged = ratio.isEmpty() || line.better == Better.SHOWN ? "shown" : holds(line.better, ratio.getAsDouble(), line.goal) ? "goal"
                : holds(line.better, ratio.getAsDouble(), line.bar) ? "bar" : "SHORT";
        var bar = line.better == Better.SHOWN ? "" : String.format(Locale.ROOT, "%s %.1f", line.better == Better.MORE ? "≥" : "≤", line.bar);
        System.out.printf(Locale.ROOT, "%-42s %12s %12s %7s %9s %9s%s%n", line.name,
                rival.values.isEmpty() ? "" : number(rival.median()), number(product.median()),
                ratio.isEmpty() ? "" : String.format(Locale.ROOT, "%.2f", ratio.getAsDouble()), bar, judged, busy ? "  (others were at work)" : "");
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("name", line.name);
        row.put("rival", rival.values);
        row.put("product", product.values);
        row.put("ratio", ratio.isEmpty() ? null : ratio.getAsDouble());
        row.put("bar", line.better == Better.SHOWN ? null : line.bar);
        row.put("goal", line.better == Better.SHOWN ? null : line.goal);
        row.put("judged", judged);
        row.put("othersAtWork", busy);
        return row;
    }

    private static boolean holds(Better better, double ratio, double bar) {
        return better == Better.MORE ? ratio >= bar : ratio <= bar;
    }

    private static String number(double value) {
        return value >= 1000 ? String.format(Locale.ROOT, "%,.0f", value) : String.format(Locale.ROOT, "%.3g", value);
    }

    /// The figures of all rounds that count.
    private record Figure(List<Double> values, boolean busy) {
        double median() {
            var sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            return sorted[sorted.length / 2];
        }
    }

    private static Figure figure(List<String> lines, String who, String measure) {
        var values = new TreeMap<String, Double>();
        var others = new TreeMap<String, Double>();
        var watched = measure.contains(".") ? measure.substring(0, measure.indexOf('.') + 1) + "others" : "others";
        for (var line : lines) {
            var fields = line.split("\t");
            if (!fields[0].equals(who)) continue;
            if (fields[2].equals(measure)) values.put(fields[1], Double.valueOf(fields[3]));
            if (fields[2].equals(watched) || fields[2].equals("others")) others.put(fields[1], Double.valueOf(fields[3]));
        }
        var quiet = values.entrySet().stream().filter(v -> others.getOrDefault(v.getKey(), 0.0) <= Others.MOST).map(Map.Entry::getValue).toList();
        return quiet.isEmpty() ? new Figure(List.copyOf(values.values()), !values.isEmpty()) : new Figure(quiet, false);
    }
}
