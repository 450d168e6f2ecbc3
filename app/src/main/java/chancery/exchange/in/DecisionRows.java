package chancery.exchange.in;

import chancery.archive.Desk;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvSchema;

/// Decisions about claims as a CSV: RFC 4180, UTF-8, the first line names the columns
/// ([Desk#COLUMNS], in any order). A line whose first cell begins with `#` is a remark.
public final class DecisionRows {
    private static final CsvMapper CSV = CsvMapper.builder().enable(CsvReadFeature.SKIP_EMPTY_LINES).enable(CsvReadFeature.WRAP_AS_ARRAY).build();

    private DecisionRows() {}

    /// Reads a whole file.
    ///
    /// @throws IllegalArgumentException where it is no such file; the message says what is wrong, for people
    public static List<Desk.Row> read(Reader from) throws IOException {
        try (var lines = CSV.readerFor(String[].class).with(CsvSchema.emptySchema()).<String[]>readValues(from)) {
            if (!lines.hasNextValue()) throw new IllegalArgumentException("The file is empty: its first line is to name the columns.");
            var columns = columns(lines.nextValue());
            var rows = new ArrayList<Desk.Row>();
            while (lines.hasNextValue()) {
                var line = lines.currentLocation().getLineNr();
                var cells = lines.nextValue();
                if (cells.length > 0 && cells[0].startsWith("#")) continue;
                if (cells.length > columns.size())
                    throw new IllegalArgumentException("Line " + line + " has " + cells.length + " cells, and there are "
                            + columns.size() + " columns. Words with a comma need quotation marks about them.");
                var values = new LinkedHashMap<String, String>();
                for (var i = 0; i < cells.length; i++) values.put(columns.get(i), cells[i]);
                rows.add(new Desk.Row(line, values));
            }
            return rows;
        } catch (JacksonException e) {
            throw new IllegalArgumentException("The file is no CSV that can be read: " + e.getOriginalMessage());
        }
    }

    private static List<String> columns(String[] header) {
        var columns = new ArrayList<String>();
        for (var cell : header) columns.add((columns.isEmpty() && cell.startsWith("\ufeff") ? cell.substring(1) : cell).strip());
        for (var column : columns)
            if (!Desk.COLUMNS.contains(column))
                throw new IllegalArgumentException("There is no column “" + column + "”. The columns are " + String.join(", ", Desk.COLUMNS) + ".");
        return columns;
    }
}
