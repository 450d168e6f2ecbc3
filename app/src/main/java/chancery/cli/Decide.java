package chancery.cli;

import chancery.archive.ArchiveFailure;
import chancery.archive.ArchiveFolder;
import chancery.archive.Desk;
import chancery.exchange.in.DecisionRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Decides about claims.
@Command(name = "decide", mixinStandardHelpOptions = true, description = {
        "Decides about claims, and about who stands behind names: accepts, rejects or corrects what a program read, adds what it did not, joins claims that "
                + "assert the same, adds evidence, assesses, grades sources, records inquiries and their answers, describes persons, bodies and places and "
                + "says which names mean them. "
                + "All of a run is set down, or none; `undo` takes a run back. Without a verb and a file, lists the decisions that no longer find their place.",
        "", "Verbs: accept, reject, correct, add, join, part, for, against, assess, grade, ask, answer, describe, identify, distinguish, merge, divide."},
        footer = {"", "Example: chancery decide papers accept document=1934/12.md quote=\"the port is closed\"",
                "         chancery decide papers --csv decisions.csv"})
final class Decide implements Runnable {
    @Parameters(index = "0", paramLabel = "ARCHIVE", description = "The archive's folder.")
    Path archive = Path.of("");

    @Parameters(index = "1", arity = "0..1", paramLabel = "VERB", description = "What to do.")
    @Nullable String verb;

    @Parameters(index = "2..*", paramLabel = "COLUMN=WORDS", description = "What the verb needs, as in a file's columns.")
    List<String> values = List.of();

    @Option(names = "--csv", paramLabel = "FILE", description = "Decisions, one a line; the first line names the columns.")
    @Nullable Path csv;

    @Option(names = "--by", paramLabel = "NAME", description = "Who decides; the name of this machine's user when not said.")
    String by = Wiring.who();

    @Override
    public void run() {
        if (verb != null && csv != null) throw new IllegalArgumentException("Say a verb, or --csv FILE, not both.");
        try (var folder = ArchiveFolder.open(archive, InstantSource.system())) {
            if (csv != null) decide(folder.stacks().desk(), by, String.valueOf(csv.getFileName()), rows(csv));
            else if (verb != null) decide(folder.stacks().desk(), by, "by hand", List.of(row(verb, values)));
            else list(folder.stacks().desk());
        }
    }

    private static List<Desk.Row> rows(Path csv) {
        try (var reader = Files.newBufferedReader(csv)) {
            return DecisionRows.read(reader);
        } catch (IOException e) {
            throw Wiring.unreadable(csv, e);
        }
    }

    private static Desk.Row row(String verb, List<String> values) {
        var cells = new LinkedHashMap<String, String>();
        cells.put("do", verb);
        for (var value : values) {
            var is = value.indexOf('=');
            if (is < 1 || !Desk.COLUMNS.contains(value.substring(0, is)))
                throw new IllegalArgumentException("“" + value + "”: say COLUMN=WORDS; the columns are " + String.join(", ", Desk.COLUMNS) + ".");
            cells.put(value.substring(0, is), value.substring(is + 1));
        }
        return new Desk.Row(1, cells);
    }

    /// Sets a run down, and says what came of it.
    static void decide(Desk desk, String who, String from, List<Desk.Row> rows) {
        switch (desk.decide(who, from, rows)) {
            case Desk.Outcome.Decided(var run, var decisions, var named) -> {
                System.out.println("Run " + run + ": " + decisions + (decisions == 1 ? " decision was set down" : " decisions were set down")
                        + (rows.size() == 1 && named.containsKey("") ? ", about " + named.get("") : "")
                        + ". Take it back with `chancery undo ARCHIVE " + run + "`.");
            }
            case Desk.Outcome.Refused(var complaints) -> {
                for (var complaint : complaints)
                    System.err.println((rows.size() > 1 ? "Line " + complaint.line() : rows.getFirst().values().getOrDefault("do", ""))
                            + ": " + complaint.why());
                throw new ArchiveFailure(complaints.size() + (complaints.size() == 1 ? " decision" : " decisions")
                        + " could not be made; nothing was set down.");
            }
        }
    }

    private static void list(Desk desk) {
        var lost = desk.lost();
        System.out.println(lost.isEmpty() ? "Every decision finds its place."
                : lost.size() + (lost.size() == 1 ? " decision no longer finds its place:" : " decisions no longer find their place:"));
        for (var one : lost) System.out.println("  " + one.document() + "  " + one.what() + "  " + one.subject() + "  “" + one.quote() + "”");
    }
}
