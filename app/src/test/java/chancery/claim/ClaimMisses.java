package chancery.claim;

import java.nio.file.Path;
import java.util.IdentityHashMap;

/// Prints the annotated claims that no candidate fits: what the grammar does not see. `ClaimMisses CORPUS GOLD`.
public final class ClaimMisses {
    private ClaimMisses() {}

    public static void main(String[] args) {
        var papers = ClaimTraining.papers(Path.of(args[0]), java.util.List.of(Path.of(args[1])));
        var all = 0;
        var lost = 0;
        var missed = 0;
        var candidates = new int[1];
        for (var entry : papers.entrySet()) {
            var paper = entry.getValue();
            var found = new IdentityHashMap<Gold.Claim, Boolean>();
            new Walk(paper.text(), paper.prose(), new SourceReader(paper.text(), paper.prose()), (s, c, m) -> {
                candidates[0] += c.size();
                var best = ClaimTraining.best(paper, s, c);
                best.values().forEach(g -> found.put(g, true));
                return java.util.List.copyOf(best.keySet());
            }).read();
            for (var g : paper.gold()) {
                all++;
                if (g.from() < 0) {
                    lost++;
                    System.out.println("LOST " + entry.getKey() + " | " + g.content());
                } else if (!found.containsKey(g)) {
                    missed++;
                    var s = paper.prose().sentences().stream().filter(x -> x.from() <= g.from() && g.from() < x.to()).findFirst().orElseThrow();
                    System.out.println("MISSED " + g.cue().replace("\n", " ") + " | "
                            + g.content().replace("\n", " ") + "\n    IN " + paper.prose().words(s.from(), s.to()));
                }
            }
        }
        System.out.printf("%d claims, %d not placed, %d no candidate; %d candidates%n", all, lost, missed, candidates[0]);
    }
}
