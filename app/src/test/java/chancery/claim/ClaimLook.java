package chancery.claim;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Prints, for sentences that hold some words, what was considered and how likely each was thought: `ClaimLook CORPUS GOLD WEIGHTS WORDS`.
public final class ClaimLook {
    private ClaimLook() {}

    public static void main(String[] args) throws java.io.IOException {
        var weights = Weights.of(Files.readAllLines(Path.of(args[2])));
        var judge = new LearnedJudge(m -> weights.sum("claim", m), LearnedJudge.COST);
        for (var paper : ClaimTraining.papers(Path.of(args[0]), List.of(Path.of(args[1]))).values()) {
            new Walk(paper.text(), paper.prose(), new SourceReader(paper.text(), paper.prose()), (s, c, m) -> {
                if (paper.prose().words(s.from(), s.to()).contains(args[3])) {
                    System.out.println(paper.prose().words(s.from(), s.to()));
                    var chances = LearnedJudge.chances(s, c, m.stream().mapToDouble(x -> weights.sum("claim", x)).toArray());
                    for (var i = 0; i < chances.length; i++) {
                        if (chances[i] < 0.01 && !(c.get(i).primary() && c.get(i).endType().equals("end"))) continue;
                        System.out.printf("  %.2f %s %s-%s [%s]%n      + %s%n", chances[i], c.get(i).hit() == null ? "passage" : paper.prose()
                                .token(c.get(i).hit().at()).word() + " (" + c.get(i).hit().subject().type() + ")", c.get(i).startType(), c.get(i).endType(),
                                paper.prose().words(c.get(i).from(), c.get(i).to()), shown(weights, m.get(i)));
                    }
                }
                return judge.choose(s, c, m);
            }).read();
        }
    }

    private static String shown(Weights weights, List<String> marks) {
        return marks.stream().distinct().filter(x -> Math.abs(weights.sum("claim", List.of(x))) > 0.15).sorted(java.util.Comparator.comparingDouble(
                (String x) -> weights.sum("claim", List.of(x)))).map(x -> "%s %.2f".formatted(x, weights.sum("claim", List.of(x)))).toList().toString();
    }
}
