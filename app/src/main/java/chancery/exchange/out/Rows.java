package chancery.exchange.out;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// A table being written, row by row: as JSON Lines (one object a line, nulls written, lists never null) or as CSV (RFC 4180, UTF-8 with its mark,
/// so that spreadsheets open it right). Not for sharing between threads. Failing to write throws [UncheckedIOException].
public sealed interface Rows extends AutoCloseable {
    /// Writes a row; its keys are the same, in the same order, for every row of a table.
    ///
    /// @param row values may be null, strings, numbers, truth values, lists and maps of these
    void write(Map<String, ? extends @Nullable Object> row);

    /// Passes on what is still held back; does not close what it writes to.
    @Override
    void close();

    /// The rows of a format.
    ///
    /// @param as `jsonl` or `csv`
    static Rows of(String as, Writer to) {
        return switch (as) {
            case "jsonl" -> new JsonLines(to);
            case "csv" -> new Csv(to);
            default -> throw new IllegalArgumentException("no such format: " + as);
        };
    }

    /// One JSON object a line.
    final class JsonLines implements Rows {
        private static final JsonMapper JSON = JsonMapper.builder().build();
        private final Writer to;

        JsonLines(Writer to) {
            this.to = to;
        }

        @Override
        public void write(Map<String, ? extends @Nullable Object> row) {
            try {
                to.write(JSON.writeValueAsString(row));
                to.write('\n');
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            flush(to);
        }
    }

    /// Comma-separated values. Lists are joined by ` | `; what is deeper is written as JSON. A cell
    /// that a spreadsheet would take for a formula begins with an apostrophe.
    final class Csv implements Rows {
        private static final JsonMapper JSON = JsonMapper.builder().build();
        private final Writer to;
        private boolean begun;

        Csv(Writer to) {
            this.to = to;
        }

        @Override
        public void write(Map<String, ? extends @Nullable Object> row) {
            try {
                if (!begun) to.write("\ufeff" + line(row.keySet()));
                begun = true;
                to.write(line(row.values()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static String line(Collection<? extends @Nullable Object> cells) {
            return cells.stream().map(Csv::cell).collect(Collectors.joining(",")) + "\r\n";
        }

        private static String cell(@Nullable Object value) {
            var words = switch (value) {
                case null -> "";
                case List<?> list when list.stream().allMatch(v -> v == null || v instanceof String) ->
                        list.stream().map(v -> v == null ? "" : v.toString()).collect(Collectors.joining(" | "));
                case List<?> list -> JSON.writeValueAsString(list);
                case Map<?, ?> map -> JSON.writeValueAsString(map);
                default -> value.toString();
            };
            var harmless = value instanceof Number || words.isEmpty() || "=+-@\t\r".indexOf(words.charAt(0)) < 0 ? words : "'" + words;
            return harmless.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r') ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
        }

        @Override
        public void close() {
            flush(to);
        }
    }

    private static void flush(Writer to) {
        try {
            to.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
