package chancery.exchange.out;

import chancery.archive.ReadingRoom;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;

/// Claims in the row shape of FollowTheMoney statements: *this paper says that of the claim, in these words, first seen then*. The paper is
/// the dataset, the claim the canonical entity, of schema `Note`.
public final class ClaimStatements {
    /// The columns, in the order in which FollowTheMoney reads and writes them.
    static final List<String> COLUMNS = List.of("canonical_id", "entity_id", "prop", "prop_type", "schema",
            "value", "dataset", "origin", "lang", "original_value", "external", "first_seen", "last_seen", "id");

    private ClaimStatements() {}

    /// Writes the statements of every attestation, in the dialect of its own tools (every cell
    /// quoted, lines ended by a newline); returns how many attestations.
    public static long write(ReadingRoom room, Names names, Writer to) {
        var rows = ClaimRows.rows(room);
        try {
            to.write(line(COLUMNS));
            for (var row : rows) {
                statement(to, row, "name", "name", row.attestation().content().quotation());
                statement(to, row, "notes", "text", row.attestation().paper().author() + " ← " + String.join(" ← ", row.attestation().chain().words()));
                statement(to, row, "sourceUrl", "url", names.iri("claim", row.attestation().id()));
                if (!row.attestation().caution().isEmpty()) statement(to, row, "summary", "text", row.attestation().caution());
            }
            to.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows.size();
    }

    private static void statement(Writer to, ClaimRows.Row row, String prop, String type, String value) throws IOException {
        var a = row.attestation();
        var dataset = "paper_" + a.paper().record();
        var day = a.paper().day().filter(d -> d.isDay()).map(d -> d.first().toString()).orElse("");
        var id = Names.sha1(String.join(".", dataset, a.id(), prop, value)); // as its own tools name a statement
        to.write(line(List.of(row.claim().id(), a.id(), prop, type, "Note", value, dataset, a.state().word(), "", "", "f", day, day, id)));
    }

    private static String line(List<String> cells) {
        return cells.stream().map(c -> '"' + c.replace("\"", "\"\"") + '"').collect(Collectors.joining(",")) + "\n";
    }
}
