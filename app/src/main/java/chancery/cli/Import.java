package chancery.cli;

import chancery.archive.Accession;
import chancery.archive.AccessionReceipt;
import chancery.archive.ArchiveFailure;
import chancery.archive.ArchiveFolder;
import chancery.archive.DeliveryNote;
import chancery.archive.Stacks.PathFinding;
import chancery.archive.WhyNot;
import chancery.document.Access;
import chancery.exchange.in.Delivery;
import chancery.exchange.in.Formats;
import chancery.exchange.in.Intake;
import chancery.exchange.in.Mapping;
import chancery.exchange.in.Reading;
import chancery.exchange.out.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Takes deliveries in.
@Command(name = "import", mixinStandardHelpOptions = true,
        description = "Takes folders, zips or files in, and ends with a counted receipt. Taking the same in again changes nothing; a changed file becomes a "
        + "new version.",
        footer = {"", "Example: chancery import papers cables.zip --release public"})
final class Import implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "ARCHIVE", description = "The archive's folder.")
    Path archive = Path.of("");

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "SOURCE", description = "A folder, a zip or a file.")
    List<Path> sources = List.of();

    @Option(names = "--format", paramLabel = "F", description = "auto (the default), or the one format to read: front-matter, saved-page, jsonl, plain.")
    String format = "auto";

    @Option(names = "--mapping", paramLabel = "FILE", description = "Says which front-matter key means what; a mapping that ships is found by itself.")
    @Nullable Path mapping;

    @Option(names = "--collection", paramLabel = "NAME", description = "A collection that everything taken in also belongs to.")
    String collection = "";

    @Option(names = "--source", paramLabel = "NAME",
            description = "The name of the source; the folder's or zip's name when not said. A paper is known by its source and its path there.")
    String source = "";

    @Option(names = "--release", paramLabel = "LEVEL",
            description = "Who may see what does not say its own: public, registered or withheld. Held papers are opened or closed too.")
    @Nullable Access release;

    @Option(names = "--readings", paramLabel = "R",
            description = "all (the default) or none: whether headings, references and claims are read; `chancery reindex` reads later what was not.")
    String readings = "all";

    @Option(names = "--dry-run", description = "Shows the receipt without writing anything.")
    boolean dryRun;

    @Option(names = "--findings", paramLabel = "FILE", description = "Where the findings are written, as CSV; beside the archive's index when not said.")
    @Nullable Path findings;

    private volatile boolean stopped;

    @Override
    public Integer call() {
        if (!readings.equals("all") && !readings.equals("none")) throw new IllegalArgumentException("--readings " + readings + ": say all or none.");
        var formats = Formats.with(mapping == null ? List.of() : List.of(mapping(mapping))).only(format);
        var done = new CountDownLatch(1);
        var hook = new Thread(() -> {
            stopped = true;
            try {
                done.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        Runtime.getRuntime().addShutdownHook(hook);
        try (var folder = ArchiveFolder.open(archive, InstantSource.system())) {
            var code = 0;
            for (var path : sources) code = Math.max(code, take(folder, path, formats));
            return code;
        } finally {
            done.countDown();
            if (!stopped) Runtime.getRuntime().removeShutdownHook(hook);
        }
    }

    private static Mapping mapping(Path file) {
        try {
            return Mapping.read(Files.readString(file), String.valueOf(file.getFileName()));
        } catch (IOException e) {
            throw new IllegalArgumentException("Could not read the mapping " + file + ": " + WhyNot.of(e) + ".", e);
        }
    }

    private int take(ArchiveFolder folder, Path path, Formats formats) {
        try (var delivery = Delivery.open(path, Delivery.Limits.USUAL)) {
            var level = release == null ? folder.settings().release() : release;
            var note = new DeliveryNote(source.isBlank() ? delivery.source() : source, path.toString(), Wiring.who(), level,
                    release != null, collection.isBlank() ? List.of() : List.of(collection), dryRun, readings.equals("all"));
            var refusals = new ArrayList<PathFinding>();
            try (var accession = folder.stacks().accession(note); var progress = new Progress("Taking in " + delivery.source(), delivery.entries().size())) {
                var whole = Intake.run(delivery, formats, accession, Wiring.threads(), () -> stopped, batch -> {
                    told(batch, refusals);
                    progress.step(batch.files());
                });
                progress.close();
                if (!whole) return stopped(path);
                return done(folder, path, accession.finish(), refusals);
            }
        }
    }

    /// Notes what one batch refused; where nothing is written, also what was odd in it, which nothing else keeps.
    private void told(Intake.Batch batch, List<PathFinding> refusals) {
        for (var reading : batch.readings())
            if (reading instanceof Reading.Refused(var path, var why)) why.forEach(f -> refusals.add(new PathFinding(path, f)));
        for (var outcome : batch.outcomes())
            if (outcome instanceof Accession.Outcome.Refused(var path, var why)) why.forEach(f -> refusals.add(new PathFinding(path, f)));
        if (!dryRun) return;
        for (var reading : batch.readings())
            if (reading instanceof Reading.Read(var paper)) paper.findings().forEach(f -> refusals.add(new PathFinding(paper.path(), f)));
    }

    private int stopped(Path path) {
        Wiring.say("Stopped. What was taken in so far is whole. To go on, say the same again: chancery import " + archive + " " + path);
        return Chancery.COULD_NOT;
    }

    private int done(ArchiveFolder folder, Path path, AccessionReceipt receipt, List<PathFinding> refusals) {
        if (!dryRun && Wiring.index(folder)) Wiring.readOn(folder, () -> stopped);
        for (var refusal : refusals.subList(0, Math.min(20, refusals.size()))) {
            if (refusal.finding().code().severity() == chancery.finding.Severity.REFUSAL)
                Wiring.say("refused " + refusal.path() + ": " + refusal.finding().explain());
        }
        var all = dryRun ? refusals : folder.stacks().findings(receipt.number());
        if (!all.isEmpty())
            System.out.println(all.size() + (all.size() == 1 ? " finding, " : " findings, ")
                    + refused(all) + " of them refusals, in " + write(folder, receipt, all));
        if (receipt.missing() > 0) System.out.println(receipt.missing() + " papers of earlier deliveries are not in this one; nothing was deleted.");
        if (receipt.released() > 0)
            System.out.println(receipt.released() + " papers held already are now " + (release == null ? "as before" : release.word()) + ".");
        if (receipt.read() == 0) Wiring.say("There was no file to take in in " + path + ".");
        var closed = receipt.levels().getOrDefault(Access.WITHHELD, 0L);
        if (closed > 0)
            System.out.println(closed + " are withheld: only staff can see them. To open them: chancery import " + archive + " " + path + " --release public");
        if (dryRun) System.out.println("Nothing was written.");
        else System.out.println("Import " + receipt.number() + "; to take it back: chancery undo " + archive + " " + receipt.number());
        System.out.println(receipt.line());
        return receipt.read() > 0 && receipt.refused() == receipt.read() ? Chancery.COULD_NOT : 0;
    }

    private static long refused(List<PathFinding> all) {
        return all.stream().filter(f -> f.finding().code().severity() == chancery.finding.Severity.REFUSAL).count();
    }

    private Path write(ArchiveFolder folder, AccessionReceipt receipt, List<PathFinding> all) {
        var file = findings != null ? findings : dryRun ? Path.of("findings-dry-run.csv")
                : folder.root().resolve("findings").resolve("import-" + receipt.number() + ".csv");
        try {
            if (file.getParent() != null) Files.createDirectories(file.getParent());
            try (var to = Files.newBufferedWriter(file); var rows = Rows.of("csv", to)) {
                for (var f : all) rows.write(row(f));
            }
            return file;
        } catch (IOException e) {
            throw new ArchiveFailure.StorageFailed("Could not write the findings to " + file + ": " + WhyNot.of(e) + ". The papers themselves are taken in.",
                    e);
        }
    }

    private static Map<String, @Nullable Object> row(PathFinding f) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("severity", f.finding().code().severity().name().toLowerCase(java.util.Locale.ROOT));
        row.put("code", f.finding().code().name());
        row.put("document", f.path());
        row.put("where", f.finding().where());
        row.put("seen", f.finding().seen());
        row.put("what", f.finding().code().sentence());
        row.put("do", f.finding().code().advice());
        return row;
    }
}
