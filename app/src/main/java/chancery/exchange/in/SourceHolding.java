package chancery.exchange.in;

import chancery.document.Holding;
import chancery.document.Holding.Step;
import chancery.document.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The source line of a record page, taken apart: `Container # 171, W. Averell Harriman Papers, Manuscript Division, Library of Congress, Washington, DC`
/// is a repository with its city, a division, papers and a container.
final class SourceHolding {
    private static final Set<String> CONTAINERS = Set.of("container", "box", "carton", "reel", "roll"), FILES = Set.of("folder", "file", "dossier");
    private static final Set<String> PAPERS = Set.of("papers", "collection", "records", "fonds", "fond"), DIVISIONS = Set.of("division", "department", "section", "branch");
    private static final Set<String> REPOSITORIES = Set.of("library", "archive", "archives", "museum", "institute", "university", "society", "office");

    private SourceHolding() {}

    /// The place that the words name; empty unless they name a repository and at least one step in it, each part once and understood.
    static Optional<Holding> read(String asPrinted) {
        var printed = asPrinted.strip();
        if (printed.length() > 400) return Optional.empty();
        var steps = new ArrayList<Step>();
        var parts = List.of(printed.split(", "));
        for (var i = 0; i < parts.size(); i++) {
            var level = level(parts.get(i));
            if (level.isEmpty()) return Optional.empty();
            var title = parts.get(i);
            if (level.get() == Level.REPOSITORY) {
                while (i + 1 < parts.size() && level(parts.get(i + 1)).isEmpty()) title += ", " + parts.get(++i); // its city
            }
            if (steps.stream().anyMatch(s -> s.level() == level.get()) || title.isBlank()) return Optional.empty();
            steps.add(Step.of(level.get(), title));
        }
        steps.sort(Comparator.comparing(Step::level));
        return steps.size() < 2 || steps.getFirst().level() != Level.REPOSITORY ? Optional.empty() : Optional.of(new Holding(steps, printed));
    }

    private static Optional<Level> level(String part) {
        var words = List.of(part.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"));
        if (words.isEmpty()) return Optional.empty();
        var first = words.getFirst();
        var last = words.getLast();
        if (CONTAINERS.contains(first)) return Optional.of(Level.CONTAINER);
        if (FILES.contains(first)) return Optional.of(Level.FILE);
        if (PAPERS.contains(last)) return Optional.of(Level.FONDS);
        if (DIVISIONS.contains(last)) return Optional.of(Level.DIVISION);
        return words.stream().anyMatch(REPOSITORIES::contains) ? Optional.of(Level.REPOSITORY) : Optional.empty();
    }
}
