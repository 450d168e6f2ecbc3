package chancery.exchange.in;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import chancery.archive.Submission;
import chancery.document.PlainLayer;
import chancery.document.TextXml;
import chancery.finding.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What a format made of an item, as lines for a person and for golden files.
final class Shown {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/exchange");

    private Shown() {}

    static byte[] resource(String name) {
        try (var in = Shown.class.getResourceAsStream("/" + name)) {
            if (in == null) throw new IllegalArgumentException("no such test resource: " + name);
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Submission one(Format format, String path, byte[] bytes) {
        var readings = format.read(new Item(path, bytes));
        assertEquals(1, readings.size());
        return assertInstanceOf(Reading.Read.class, readings.getFirst(), () -> lines(readings)).submission();
    }

    static Submission one(Format format, String path, String words) {
        return one(format, path, words.getBytes(StandardCharsets.UTF_8));
    }

    static List<Finding> refused(Format format, String path, byte[] bytes) {
        var readings = format.read(new Item(path, bytes));
        assertEquals(1, readings.size(), () -> lines(readings));
        return assertInstanceOf(Reading.Refused.class, readings.getFirst(), () -> lines(readings)).findings();
    }

    static List<String> codes(List<Finding> findings) {
        return findings.stream().map(f -> f.code().name()).toList();
    }

    /// The plain layer of the first text.
    static String text(Submission submission) {
        return submission.texts().isEmpty() ? "" : PlainLayer.of(submission.texts().getFirst().text()).text();
    }

    /// The body of the first text as XML, one block a line.
    static String xml(Submission submission) {
        return submission.texts().isEmpty() ? "" : TextXml.write(submission.texts().getFirst().text().body());
    }

    static String lines(List<Reading> readings) {
        var out = new StringBuilder();
        for (var reading : readings) {
            switch (reading) {
                case Reading.Refused(var path, var findings) -> {
                    out.append("refused ").append(path).append('\n');
                    findings.forEach(f -> finding(f, out));
                }
                case Reading.Read(var s) -> lines(s, out);
            }
        }
        return out.toString();
    }

    private static void lines(Submission s, StringBuilder out) {
        var d = s.description();
        line(out, "path", s.path());
        line(out, "title", d.title());
        line(out, "date", d.dating().asWritten() + " = " + d.dating().edtf().map(e -> e.text()).orElse("-")
                + (d.dating().place().isEmpty() ? "" : " at " + d.dating().place()));
        d.creators().forEach(v -> line(out, "creator", v));
        d.contributors().forEach(v -> line(out, "contributor", v));
        d.kind().ifPresent(k -> line(out, "kind", k.word()));
        line(out, "summary", d.summary());
        d.languages().forEach(v -> line(out, "language", v));
        d.marking().forEach(v -> line(out, "marking", v));
        line(out, "rights", d.rights().statement());
        line(out, "contact", d.rights().contact());
        line(out, "credit", d.credit());
        d.people().forEach(v -> line(out, "people", v));
        d.places().forEach(v -> line(out, "place", v));
        d.subjects().forEach(v -> line(out, "subject", v));
        d.collections().forEach(c -> line(out, "collection", String.join(" > ", c.titles())));
        d.holdings().forEach(h ->
                line(out, "holding", h.asPrinted() + " = " + String.join(" > ", h.path().stream().map(p -> p.level().word() + " " + p.title()).toList())));
        d.sourceIds().forEach(v -> line(out, "id", v.scheme() + " " + v.value()));
        d.uploaded().ifPresent(v -> line(out, "uploaded", v.toString()));
        s.release().ifPresent(r -> line(out, "release", r.now().word()));
        s.files().forEach(f -> line(out, "file", "%s %s %s, %d bytes".formatted(f.role(), f.name(), f.media(), f.bytes().length)));
        s.texts().forEach(t -> {
            line(out, "text", t.text().kind().word() + " " + t.text().language());
            out.append(TextXml.write(t.text().body()).replaceAll("(?=<(?:p|div|head|table|row|list|note|quote|figure)[ >])", "\n  ").stripLeading().indent(2));
        });
        s.findings().forEach(f -> finding(f, out));
    }

    private static void finding(Finding f, StringBuilder out) {
        line(out, "finding", f.code() + " | " + f.where() + " | " + f.seen());
    }

    private static void line(StringBuilder out, String name, String value) {
        if (!value.isEmpty()) out.append(name).append(": ").append(value.replace("\n", "\n    ")).append('\n');
    }

    /// Compares with a golden file; `-Dgolden=update` writes it anew.
    static void golden(String name, String shown) {
        var file = GOLDEN.resolve(name + ".txt");
        try {
            if ("update".equals(System.getProperty("golden"))) Files.writeString(file, shown);
            assertEquals(Files.readString(file), shown, "golden file " + file + "; -Dgolden=update writes it anew");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
