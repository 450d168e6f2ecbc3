package chancery.cli;

import chancery.archive.ArchiveFailure;
import chancery.archive.WhyNot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The command `chancery`.
///
/// Exit codes: 0 when it did what was asked, 1 when it could not (one sentence says why), 2 when it was used wrongly.
@Command(name = "chancery", mixinStandardHelpOptions = true, versionProvider = Chancery.Version.class,
        description = "A digital archive for diplomatic and intelligence papers: one folder is an archive, one command serves it.",
        footer = {"", "Example: chancery init papers --title \"Papers of the Legation\" && chancery import papers scans.zip && chancery serve papers"})
public final class Chancery implements Runnable {
    /// Exit code for what could not be done.
    static final int COULD_NOT = 1;
    /// Exit code for wrong use.
    static final int WRONG_USE = 2;

    private static final List<Class<?>> COMMANDS = List.of(Demo.class, Serve.class, Init.class, Import.class, Search.class,
            Export.class, Check.class, Reindex.class, Undo.class, Decide.class, Letters.class, Backup.class, Restore.class);

    // it advises a module that only vector search has use for
    private static final Logger VECTORS = Logger.getLogger("org.apache.lucene.internal.vectorization"),
            SERVER = Logger.getLogger("io.javalin.Javalin"); // where it cannot start, the sentence of the command says why

    public static void main(String[] args) {
        System.exit(run(args));
    }

    /// Runs a command; returns its exit code.
    static int run(String... args) {
        Logger.getLogger("").setLevel(Level.WARNING);
        VECTORS.setLevel(Level.SEVERE);
        SERVER.setFilter(said -> !said.getMessage().startsWith("Failed to start"));
        return (args.length == 0 ? line() : line(args[0])).setExecutionExceptionHandler(Chancery::failed)
                .setParameterExceptionHandler(WrongUse::said).setCaseInsensitiveEnumValuesAllowed(true).execute(args);
    }

    /// With every command.
    public static CommandLine line() {
        var line = new CommandLine(new Chancery());
        for (var command : COMMANDS) line.addSubcommand(command);
        return line;
    }

    /// With the command that somebody names, if there is one: to learn the others takes longer than many a command does.
    private static CommandLine line(String name) {
        for (var command : COMMANDS)
            if (command.getAnnotation(Command.class).name().equals(name)) return new CommandLine(new Chancery()).addSubcommand(command);
        return line();
    }

    @Override
    public void run() {
        line().usage(System.out);
    }

    private static int failed(Exception failure, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
        switch (failure) {
            case ArchiveFailure f -> System.err.println(f.getMessage());
            case IllegalArgumentException f when f.getMessage() != null -> {
                System.err.println(f.getMessage());
                return WRONG_USE;
            }
            case UncheckedIOException f -> System.err.println(disk(Objects.requireNonNull(f.getCause())));
            case IOException f -> System.err.println(disk(f));
            default -> throw failure;
        }
        return COULD_NOT;
    }

    private static String disk(IOException f) {
        return "Could not read or write" + (f instanceof FileSystemException at && at.getFile() != null ? " " + at.getFile() : "") + ": " + WhyNot.of(f) + ".";
    }

    /// The version of the program, from its jar.
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            var version = Chancery.class.getPackage().getImplementationVersion();
            return new String[] {"chancery " + (version == null ? "(not from a jar)" : version)};
        }
    }
}
