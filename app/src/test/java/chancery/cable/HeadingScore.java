package chancery.cable;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads the headings of a corpus (a folder or zip of `volume-…/N-….md`) and prints them as the export `messages` would.
///
/// The corpus is the system property `chancery.corpus`, else the variable `CHANCERY_CORPUS`; the file to write is the first
/// argument. `-Dchancery.marks=drop` takes away footnote marks such as `[1]` without looking what they are.
public final class HeadingScore {

    private static final Pattern LINKED = Pattern.compile("\\[\\^?(\\d{1,3})\\](?:\\(#[^)]*\\))|\\[\\^\\d{1,3}\\]|<sup>[^<]*</sup>");
    private static final Pattern REFERENCE = Pattern.compile("reference: *'?(\\[.*)");
    private static final Pattern HOLDING = Pattern.compile("[_* ]*\\[(?:On file )?[A-Z][A-Z0-9 ]{0,40}\\s?:.*");

    private HeadingScore() {}

    public static void main(String[] args) throws IOException {
        String where = Objects.requireNonNullElse(System.getProperty("chancery.corpus"),
                Objects.requireNonNullElse(System.getenv("CHANCERY_CORPUS"), ""));
        if (where.isEmpty()) throw new IllegalArgumentException("say where the corpus is: -Dchancery.corpus=FOLDER");
        Path root = Path.of(where);
        if (Files.isDirectory(root)) {
            write(root, args[0]);
        } else {
            try (FileSystem zip = FileSystems.newFileSystem(root)) {
                write(zip.getPath("/"), args[0]);
            }
        }
    }

    private static void write(Path root, String out) throws IOException {
        List<String> names = new ArrayList<>();
        List<HeadingSource> sources = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".md")).sorted().toList()) {
                names.add(root.relativize(file).toString());
                sources.add(source(Files.readString(file)));
            }
        }
        long start = System.nanoTime();
        List<HeadingReading> readings = sources.stream().map(HeadingReader::read).toList();
        long first = System.nanoTime() - start;
        start = System.nanoTime();
        for (HeadingSource source : sources) HeadingReader.read(source);
        long second = System.nanoTime() - start;
        System.err.printf("%d headings; %.0f a second cold, %.0f warm%n", sources.size(), sources.size() / (first / 1e9),
                sources.size() / (second / 1e9));
        try (PrintStream print = new PrintStream(Files.newOutputStream(Path.of(out)), false, StandardCharsets.UTF_8)) {
            for (int i = 0; i < names.size(); i++) print.println(row(names.get(i), readings.get(i)));
        }
    }

    static HeadingSource source(String file) {
        int end = file.indexOf("\n---", 3);
        String front = file.substring(0, Math.max(0, end));
        String body = file.substring(Math.min(file.length(), end + 4));
        List<String> notes = new ArrayList<>();
        for (String line : folded(front)) {
            Matcher m = REFERENCE.matcher(line);
            if (m.find()) notes.add(m.group(1).replaceFirst("'$", "").replace("''", "'"));
        }
        List<String> lines = new ArrayList<>();
        boolean footnotes = false;
        for (String block : body.split("\\n\\s*\\n")) {
            String words = LINKED.matcher(block).replaceAll("").replace("**", "").replace("\\", "").replaceAll("\\s+", " ").strip();
            words = words.replaceFirst("^#+ (?:\\d+ )?", "").replaceFirst("^> ?", "");
            boolean emphasis = words.length() > 1 && words.startsWith("_") && words.endsWith("_");
            if (emphasis) words = words.substring(1, words.length() - 1);
            if (HOLDING.matcher(words).matches()) {
                notes.add(words.replaceAll("^_+|_+$", ""));
                if (!block.strip().startsWith("_") && !lines.isEmpty()) footnotes = true;
                continue;
            }
            if (lines.size() > 1 && (words.equals("_") || words.matches("_\\s?\\[?1\\]? .*"))) footnotes = true;
            if (footnotes) continue;
            if (!words.isEmpty() && !words.equals("_")) lines.add(System.getProperty("chancery.marks", "keep").equals("keep") ? words
                    : words.replaceAll("(?<=[\\w.,)\\]’']) ?\\[\\d{1,2}\\]", ""));
        }
        return new HeadingSource(value(front, "title"), lines, notes, value(front, "doc_date").isEmpty() ? null : value(front, "doc_date"));
    }

    private static List<String> folded(String front) {
        return List.of(front.replaceAll("\\n  +(?![\\w-]+:|- )", " ").split("\\n"));
    }

    private static String value(String front, String key) {
        for (String line : folded(front)) {
            if (!line.startsWith(key + ":")) continue;
            String value = line.substring(key.length() + 1).strip();
            if (value.length() > 1 && value.startsWith("'") && value.endsWith("'")) return value.substring(1, value.length() - 1)
                    .replace("''", "'");
            if (value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")) return value.substring(1, value.length() - 1);
            return value;
        }
        return "";
    }

    static String row(String document, HeadingReading reading) {
        CableHeading h = reading.heading();
        return "{\"document\":" + text(document) + ",\"kind\":" + text(h.kind().value().word()) + ",\"number\":" + text(h.number()
                .map(Printed::value).orElse(null))
                + ",\"place\":" + text(h.place().map(Printed::value).orElse(null)) + ",\"date\":" + text(h.date().map(Printed::value)
                        .orElse(null))
                + ",\"time\":" + text(h.time().map(t -> t.value().toString()).orElse(null)) + ",\"from\":" + list(h.from(),
                        Printed::value) + ",\"to\":" + list(h.to(), Printed::value)
                + ",\"precedence\":" + list(h.precedence(), Precedence::asPrinted) + ",\"classification\":" + list(h.classification(),
                        Classification::asPrinted)
                + ",\"handling\":" + list(h.handling(), Printed::value) + ",\"channel\":" + text(h.channel().map(Printed::value)
                        .orElse(null)) + ",\"holding\":" + list(h.holding(), Printed::value)
                + ",\"omitted\":" + h.omitted() + ",\"lines\":" + h.headingLines() + ",\"attention\":" + list(h.attention(), Printed::value)
                + ",\"findings\":[" + reading.findings().stream().map(f -> "{\"code\":" + text(f.code().name()) + ",\"where\":"
                        + text(f.where()) + ",\"seen\":" + text(f.seen()) + "}").collect(Collectors.joining(",")) + "]}";
    }

    private static <T> String list(List<T> values, Function<T, String> word) {
        return values.stream().map(v -> text(word.apply(v))).collect(Collectors.joining(",", "[", "]"));
    }

    private static String text(@Nullable String value) {
        if (value == null) return "null";
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') out.append('\\').append(c);
            else if (c < ' ') out.append("\\u%04x".formatted((int) c));
            else out.append(c);
        }
        return out.append('"').toString();
    }
}
