package chancery.cli;

import chancery.archive.ArchiveFolder;
import chancery.archive.DeliveryNote;
import chancery.archive.Desk;
import chancery.archive.Settings;
import chancery.document.Access;
import chancery.exchange.in.DecisionRows;
import chancery.exchange.in.Delivery;
import chancery.exchange.in.Formats;
import chancery.exchange.in.Intake;
import chancery.exchange.in.Item;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Makes an archive of the bundled sample, and serves it.
@Command(name = "demo", mixinStandardHelpOptions = true,
        description = "Makes demo-archive/ from the bundled sample of invented papers, where it is not there yet, and serves it.",
        footer = {"", "Example: chancery demo --port 8080"})
final class Demo implements Runnable {
    private static final Path FOLDER = Path.of("demo-archive");
    private static final String SAMPLE = "/chancery/sample/";

    @Option(names = "--port", paramLabel = "P", description = "The port; 8080 when not said, 0 for any that is free.")
    int port = 8080;

    @Override
    public void run() {
        if (!Files.exists(FOLDER)) make(FOLDER);
        Serve.serve(FOLDER, "127.0.0.1", port, at -> System.out.println("""
                An archive of invented papers is at http://127.0.0.1:%d

                Three things to try, and your own:
                  search      http://127.0.0.1:%d/search?q=%%22two+divisions%%22
                  a box       http://127.0.0.1:%d/holdings
                  a claim     http://127.0.0.1:%d/claims
                  your own    chancery init mine && chancery import mine FOLDER --release public && chancery serve mine

                Stop with Ctrl-C.""".formatted(at, at, at, at)));
    }

    /// Makes the demonstration's archive.
    static void make(Path folder) {
        var settings = new Settings("Archive of the Eastern Department", "the Public Record Office of Ostermere, Port Orvane",
                "archivist@ostermere.example", "Invented for demonstration; dedicated to the public domain (CC0 1.0).",
                "Invented for demonstration. No person, state or event in these papers is real.", Optional.empty(), ZoneId.of("UTC"), Access.PUBLIC);
        ArchiveFolder.init(folder, settings, "chancery demonstration".getBytes(StandardCharsets.UTF_8), InstantSource.system());
        try (var archive = ArchiveFolder.open(folder, InstantSource.system()); var delivery = Delivery.of("sample", items())) {
            var note = new DeliveryNote("sample", "the bundled sample", Wiring.who(), Access.PUBLIC, false, List.of(), false, true);
            try (var accession = archive.stacks().accession(note)) {
                Intake.run(delivery, Formats.all(), accession, Wiring.threads(), () -> false, _ -> { });
                accession.finish();
            }
            decide(archive);
            Wiring.index(archive);
        }
    }

    /// Sets the sample's decisions about claims down.
    private static void decide(ArchiveFolder archive) {
        try (var csv = new InputStreamReader(new ByteArrayInputStream(resource("decisions.csv")), StandardCharsets.UTF_8)) {
            if (archive.stacks().desk().decide("E. Marl", "the bundled sample", DecisionRows.read(csv)) instanceof Desk.Outcome.Refused(var complaints))
                throw new IllegalStateException("the sample's decisions do not fit its papers: " + complaints);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Item> items() {
        return new String(resource("index.txt"), StandardCharsets.UTF_8).lines().map(String::strip)
                .filter(line -> !line.isEmpty()).map(path -> new Item(path, resource("papers/" + path))).toList();
    }

    private static byte[] resource(String name) {
        try (var in = Demo.class.getResourceAsStream(SAMPLE + name)) {
            if (in == null) throw new IllegalStateException("the sample's " + name + " is not in the jar");
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
