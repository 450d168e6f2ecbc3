package chancery.claim;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Judges the claims reader on volumes that it has not learned from: each volume in turn is read with weights of all the others.
///
/// `ClaimFolds CORPUS ROWS GOLD...` writes the rows to be scored and says on standard output where claims are lost and what is found too much.
/// What [Annotations] has is learned from too, in the folds of other volumes, and not scored; `-Dclaims.alone=true` leaves it out.
/// `-Dclaims.without=3,8` leaves volumes out altogether; `-Dclaims.show=true` prints each loss.
public final class ClaimFolds {
    private static final Pattern WORD = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);

    private ClaimFolds() {}

    public static void main(String[] args) throws IOException {
        var papers = ClaimTraining.papers(Path.of(args[0]), Arrays.stream(args).skip(2).map(Path::of).toList());
        var without = Set.of(System.getProperty("claims.without", "").split(","));
        papers.keySet().removeIf(p -> without.contains(volume(p)));
        var more = Boolean.getBoolean("claims.alone") ? new TreeMap<String, ClaimTraining.Paper>() : ClaimTraining.more(Path.of(args[0]), papers.keySet());
        more.keySet().removeIf(p -> without.contains(volume(p)));
        var rows = new ArrayList<String>();
        var tally = new Tally();
        var readings = new HashMap<String, ClaimsReading>();
        var volumes = new TreeSet<String>();
        for (var p : papers.keySet()) volumes.add(fold(p));
        volumes.stream().forEach(volume -> {
            var train = new ArrayList<ClaimTraining.Paper>();
            for (var some : List.of(papers, more)) some.forEach((path, paper) -> { if (!fold(path).equals(volume)) train.add(paper); });
            var reader = ClaimTraining.reader(ClaimTraining.learn(train));
            papers.forEach((path, paper) -> {
                if (!fold(path).equals(volume)) return;
                var reading = reader.read(paper.text());
                synchronized (readings) { readings.put(path, reading); }
            });
        });
        papers.forEach((path, paper) -> {
            rows.addAll(ClaimScore.rows(path, readings.get(path), paper.text().layer()));
            tally.paper(path, paper, readings.get(path));
        });
        Files.write(Path.of(args[1]), rows);
        System.out.println(tally);
    }

    /// Four parts of the volumes, or each for itself (`-Dclaims.each=true`), or some and the others (`-Dclaims.held=3,8`).
    private static String fold(String path) {
        var volume = volume(path);
        if (Boolean.getBoolean("claims.each")) return volume;
        var held = System.getProperty("claims.held", "");
        if (!held.isEmpty()) return Set.of(held.split(",")).contains(volume) ? "held" : "others";
        return switch (volume) { case "2", "5", "24" -> "a"; case "3", "15", "19" -> "b"; case "4", "8", "16" -> "c"; default -> "d"; };
    }

    static String volume(String path) {
        var m = Pattern.compile("volume-(\\d+)").matcher(path);
        return m.find() ? m.group(1) : "";
    }

    /// What was found, lost and found too much, by kind.
    static final class Tally {
        private final boolean show = Boolean.getBoolean("claims.show");
        private final Map<String, Integer> kinds = new TreeMap<>();
        private int right;
        private int wanted;
        private int found;

        void paper(String path, ClaimTraining.Paper paper, ClaimsReading reading) {
            var gold = paper.gold();
            var pairs = new ArrayList<int[]>();
            for (var i = 0; i < gold.size(); i++) for (var j = 0; j < reading.claims().size(); j++) {
                var like = (int) (1000 * likeness(gold.get(i).content(), reading.claims().get(j).content().quotation()));
                if (like >= 500) pairs.add(new int[] {like, i, j});
            }
            pairs.sort((a, b) -> b[0] - a[0]);
            var usedGold = new HashSet<Integer>();
            var usedRead = new HashSet<Integer>();
            for (var p : pairs) if (!usedGold.contains(p[1]) && !usedRead.contains(p[2])) { usedGold.add(p[1]); usedRead.add(p[2]); }
            right += usedGold.size();
            wanted += gold.size();
            found += reading.claims().size();
            var possible = possible(paper);
            for (var i = 0; i < gold.size(); i++) if (!usedGold.contains(i)) lost(path, paper, gold.get(i), reading, possible.contains(gold.get(i)));
            for (var j = 0; j < reading.claims().size(); j++) if (!usedRead.contains(j)) tooMuch(path, paper, reading.claims().get(j));
        }

        private static Set<Gold.Claim> possible(ClaimTraining.Paper paper) {
            var possible = java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<Gold.Claim, Boolean>());
            new Walk(paper.text(), paper.prose(), new SourceReader(paper.text(), paper.prose()), (s, c, _) -> {
                var best = ClaimTraining.best(paper, s, c);
                possible.addAll(best.values());
                return List.copyOf(best.keySet());
            }).read();
            return possible;
        }

        private void lost(String path, ClaimTraining.Paper paper, Gold.Claim g, ClaimsReading reading, boolean possible) {
            if (g.from() < 0) { add("lost: not placed", path, g.content()); return; }
            var span = paper.prose().span(g.from(), g.to());
            var near = reading.claims().stream().filter(c -> c.content().start() < span.end() && span.start() < c.content().end()).findFirst();
            var sentence = paper.prose().sentences().stream().filter(s -> s.from() <= g.from() && g.from() < s.to()).findFirst().orElseThrow();
            var inside = paper.prose().words(sentence.from(), sentence.to()).toLowerCase(Locale.ROOT).contains(g.cue().toLowerCase(Locale.ROOT));
            var kind = (possible ? "" : "no candidate, ") + (near.isPresent() ? "cut wrongly" : inside ? "own cue" : "carried on");
            add("lost: " + kind, path, g.cue() + " | " + g.content() + near.map(n -> "\n     READ " + n.content().quotation()).orElse("")
                    + "\n     IN " + paper.prose().words(sentence.from(), sentence.to()));
        }

        private void tooMuch(String path, ClaimTraining.Paper paper, ReadClaim c) {
            var over = paper.gold().stream().filter(g -> g.from() >= 0).anyMatch(g -> {
                var span = paper.prose().span(g.from(), g.to());
                return c.content().start() < span.end() && span.start() < c.content().end();
            });
            add("too much: " + (over ? "cut wrongly, " : "") + c.because().rule() , path,
                    c.cue().quotation() + " | " + c.content().quotation() + " | " + c.because().marks());
        }

        private void add(String kind, String path, String words) {
            kinds.merge(kind, 1, Integer::sum);
            if (show)
                System.out.println(kind + " [" + path.replaceAll("volume-(\\d+)[^/]*/(.{0,40}).*", "$1/$2") + "] " + words.replaceAll("\n(?!     )", " "));
        }

        @Override
        public String toString() {
            var p = right / (double) found;
            var r = right / (double) wanted;
            return "%s%nprecision %.3f recall %.3f f1 %.3f".formatted(kinds, p, r, 2 * p * r / (p + r));
        }

        private static double likeness(String a, String b) {
            var x = bag(a);
            var y = bag(b);
            var both = 0;
            var any = 0;
            for (var w : x.keySet()) { both += Math.min(x.get(w), y.getOrDefault(w, 0)); any += Math.max(x.get(w), y.getOrDefault(w, 0)); }
            for (var w : y.keySet()) if (!x.containsKey(w)) any += y.get(w);
            return both / (double) Math.max(1, any);
        }

        private static Map<String, Integer> bag(String words) {
            var bag = new HashMap<String, Integer>();
            WORD.matcher(words.toLowerCase(Locale.ROOT)).results().forEach(m -> bag.merge(m.group(), 1, Integer::sum));
            return bag;
        }
    }
}
