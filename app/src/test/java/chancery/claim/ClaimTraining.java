package chancery.claim;

import chancery.archive.HeadingOf;
import chancery.claim.Learner.Example;
import chancery.claim.Prose.Sentence;
import chancery.document.PlainLayer;
import chancery.exchange.in.CorpusPapers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/// Learns the weights of the claims reader from annotated papers.
///
/// `ClaimTraining CORPUS OUT GOLD...`: CORPUS is the folder or zip of the papers, OUT the folder for the tables, GOLD files of annotations;
/// the papers of the first, where there are several, count twice, for it is the evenest. What [Annotations] has is learned from too.
/// With `-Dclaims.folds=5` it learns from four fifths, reads the last, and writes the rows of all of them to
/// `OUT/rows.jsonl`, as a figure for papers not learned from.
public final class ClaimTraining {
    private static final Map<Paper, Lesson> LESSONS = java.util.Collections.synchronizedMap(new IdentityHashMap<>());
    private static final List<String> STANCES = Arrays.stream(Stance.values()).map(Stance::word).toList();

    private static final int PARTS = 3;
    private static final int TIMES = Integer.getInteger("claims.times", 4);

    record Paper(String path, TextToRead text, Prose prose, List<Gold.Claim> gold, int weight, boolean more) {}

    /// What was seen when reading with the right answers known.
    record Lesson(List<Learner.Lesson> claims, List<Example> stances, Traces chains) {}

    /// The claims of a paper in the order of the text, and what was annotated of each; null where nothing was.
    record Traces(Paper paper, ChainOptions options, List<Walk.Told> told, List<Gold.@org.jspecify.annotations.Nullable Claim> gold) {
        /// The questions, each for itself.
        List<Learner.Choice> first() {
            var choices = new ArrayList<Learner.Choice>();
            for (var i = 0; i < told.size(); i++) if (gold.get(i) != null) choices.add(choice(paper, gold.get(i), options.of(told.get(i))));
            return choices;
        }

        /// The questions as they are asked again, with the chains of the claims round each.
        List<Learner.Choice> again(ChainJudge judge) {
            var first = told.stream().map(t -> judge.choose(options.of(t)).chain()).toList();
            var choices = new ArrayList<Learner.Choice>();
            for (var i = 0; i < told.size(); i++)
                if (gold.get(i) != null) choices.add(choice(paper, gold.get(i), options.of(told.get(i), new ChainOptions.Round(told, first, i))));
            return choices;
        }
    }

    private ClaimTraining() {}

    public static void main(String[] args) throws IOException {
        var papers = papers(Path.of(args[0]), Arrays.stream(args).skip(2).map(Path::of).toList());
        var out = Path.of(args[1]);
        var folds = Integer.getInteger("claims.folds", 0);
        System.err.printf("%d papers, %d claims%n", papers.size(), papers.values().stream().mapToInt(p -> p.gold().size()).sum());
        if (folds > 1) {
            var rows = new ArrayList<String>();
            var names = new ArrayList<>(papers.keySet());
            for (var fold = 0; fold < folds; fold++) {
                var train = new ArrayList<Paper>();
                for (var i = 0; i < names.size(); i++) if (i % folds != fold) train.add(papers.get(names.get(i)));
                var tables = learn(train);
                var reader = reader(tables);
                for (var i = 0; i < names.size(); i++)
                    if (i % folds == fold)
                        rows.addAll(ClaimScore.rows(names.get(i), reader.read(papers.get(names.get(i)).text()), papers.get(names.get(i)).text().layer()));
            }
            Files.write(out.resolve("rows.jsonl"), rows);
            return;
        }
        var all = new ArrayList<>(papers.values());
        all.addAll(more(Path.of(args[0]), papers.keySet()).values());
        for (var table : learn(all).entrySet()) Files.write(out.resolve(table.getKey()), table.getValue());
    }

    static AttributionReader reader(Map<String, List<String>> tables) {
        var claims = new Opinion(Weights.of(tables.get("claims.tsv")), Trees.of(tables.get("trees.tsv")));
        return new AttributionReader(claims, Weights.of(tables.get("stances.tsv")), Weights.of(tables.get("chains.tsv")),
                Weights.of(tables.get("rounds.tsv")), Weights.of(tables.get("beyond.tsv")), set("claims.cost", LearnedJudge.COST));
    }

    static Map<String, Paper> papers(Path corpus, List<Path> goldFiles) {
        var gold = new TreeMap<String, List<Gold.Claim>>();
        var first = Gold.read(goldFiles.getFirst()).keySet();
        for (var file : goldFiles) gold.putAll(Gold.read(file));
        return placed(corpus, gold, path -> goldFiles.size() > 1 && first.contains(path) ? Integer.getInteger("claims.first", 2) : 1, false);
    }

    /// Further annotated papers beside others, from which nothing is learned of chains: they are annotated a little shorter there.
    static Map<String, Paper> more(Path corpus, Set<String> others) {
        var more = placed(corpus, Annotations.in(corpus), _ -> 1, true);
        more.keySet().removeAll(others);
        return more;
    }

    private static Map<String, Paper> placed(Path corpus, Map<String, List<Gold.Claim>> gold, ToIntFunction<String> weight, boolean more) {
        var papers = new LinkedHashMap<String, Paper>();
        CorpusPapers.each(corpus, submission -> {
            var claims = gold.get(submission.path());
            if (claims == null || submission.texts().isEmpty()) return;
            var body = submission.texts().getFirst().text();
            var layer = PlainLayer.of(body);
            var text = new TextToRead("text", layer, submission.description().title(),
                    submission.description().dating().edtf(), Optional.of(HeadingOf.read(submission).heading()));
            var prose = Prose.of(layer);
            papers.put(submission.path(),
                    new Paper(submission.path(), text, prose, Gold.apart(Gold.placed(claims, prose), prose), weight.applyAsInt(submission.path()), more));
        });
        return papers;
    }

    static Map<String, List<String>> learn(List<Paper> papers) {
        var claims = new ArrayList<Learner.Lesson>();
        var stances = new ArrayList<Example>();
        var traces = new ArrayList<Traces>();
        for (var paper : papers) {
            var lesson = LESSONS.computeIfAbsent(paper, p -> lesson(p, null));
            claims.addAll(lesson.claims());
            stances.addAll(lesson.stances());
            if (!paper.more()) traces.add(lesson.chains());
        }
        for (var part = 0; part < PARTS; part++) {
            for (var read : readings(papers, part)) {
                stances.addAll(read.stances());
                if (!read.chains().paper().more()) traces.add(read.chains());
            }
        }
        var rounds = rounds(traces, TIMES);
        return Map.of(
                "claims.tsv", claims(claims, TIMES),
                "trees.tsv", trees(claims),
                "stances.tsv", new Learner(set("stance.pull", 0.002), (int) set("stance.rounds", 16), set("stance.rate", 0.025), set("stance.drop", 0.5), TIMES)
                .among(stances, STANCES, (int) set("stance.least", 3)),
                "chains.tsv", chains(traces, TIMES),
                "rounds.tsv", rounds.getFirst(),
                "beyond.tsv", rounds.getLast());
    }

    static List<String> chains(List<Traces> traces, int times) {
        return chains(times, traces.stream().flatMap(t -> t.first().stream()).toList());
    }

    /// The weights by which chains are judged again, and those by which one is chosen of the chains with the same nearest source.
    static List<List<String>> rounds(List<Traces> traces, int times) {
        var choices = again(traces);
        return List.of(chains(times, choices), chains(times, choices.stream().map(ClaimTraining::beyond).toList()));
    }

    /// The questions of the second round. What stands round a claim is traced with weights of the other parts, as it is where papers were not learned from.
    private static List<Learner.Choice> again(List<Traces> traces) {
        var choices = new ArrayList<Learner.Choice>();
        for (var part = 0; part < PARTS; part++) {
            var it = part;
            var judge = new ChainJudge(Weights.of(chains(traces.stream().filter(t -> part(t.paper()) != it).toList(), 1)));
            for (var t : traces) if (part(t.paper()) == part) choices.addAll(t.again(judge));
        }
        return choices;
    }

    /// The same question, of the chains alone whose nearest source is right.
    private static Learner.Choice beyond(Learner.Choice all) {
        var kept = java.util.stream.IntStream.range(0, all.half().length).filter(i -> all.half()[i]).toArray();
        var right = new boolean[kept.length];
        for (var i = 0; i < kept.length; i++) right[i] = all.right()[kept[i]];
        return new Learner.Choice(Arrays.stream(kept).mapToObj(all.marks()::get).toList(), right, new boolean[kept.length], all.paper(), all.weight());
    }

    private static List<String> chains(int times, List<Learner.Choice> choices) {
        return new Learner(set("chain.pull", 0.002), (int) set("chain.rounds", 8), set("chain.rate", 0.025), set("chain.drop", 0.4), times)
                .learn(choices, "chain", (int) set("chain.least", 6));
    }

    private static List<String> claims(List<Learner.Lesson> lessons, int times) {
        return new Learner(set("claims.pull", 0.002), (int) set("claims.rounds", 12), set("claims.rate", 0.025), set("claims.drop", 0.4), times)
                .learn(lessons, "claim", (int) set("claims.least", 4));
    }

    private static List<String> trees(List<Learner.Lesson> lessons) {
        return new TreeLearner((int) set("trees.many", 500), (int) set("trees.leaves", 8), set("trees.rate", 0.06),
                set("trees.pull", 5), set("trees.part", 0.3), (int) set("trees.least", 20)).learn(lessons, (int) set("trees.papers", 4));
    }

    /// The questions of chains and stances in one part of the volumes, as they are met where it is read with weights of the other parts: there, a claim does
    /// not always hang on the reporting words that were annotated. Weights alone judge there, and a little too much is claimed: there is more to learn from.
    private static List<Lesson> readings(List<Paper> papers, int part) {
        var others = new ArrayList<Learner.Lesson>();
        for (var p : papers) if (part(p) != part) others.addAll(LESSONS.get(p).claims());
        var weights = Weights.of(claims(others, 1));
        var judge = new LearnedJudge(m -> weights.sum("claim", m), 0.3);
        return papers.stream().filter(p -> part(p) == part).map(p -> read(p, judge)).toList();
    }

    private static int part(Paper paper) {
        return Math.floorMod(ClaimFolds.volume(paper.path()).hashCode(), PARTS);
    }

    private static double set(String name, double standard) {
        return Double.parseDouble(System.getProperty(name, "" + standard));
    }

    /// Reads a paper with the right answers known; what runs on is what the judge says, or the right answers where there is none.
    static Lesson lesson(Paper paper, Walk.@org.jspecify.annotations.Nullable Judge own) {
        var claims = new ArrayList<Learner.Lesson>();
        var right = new IdentityHashMap<Candidate, Gold.Claim>();
        var sources = new SourceReader(paper.text(), paper.prose());
        var walk = new Walk(paper.text(), paper.prose(), sources, (sentence, candidates, marks) -> {
            var best = best(paper, sentence, candidates);
            right.putAll(best);
            var yes = new boolean[candidates.size()];
            for (var i = 0; i < yes.length; i++) yes[i] = best.containsKey(candidates.get(i));
            if (yes.length > 0) claims.add(new Learner.Lesson(sentence, candidates, marks, yes, paper.path(), paper.weight()));
            return own == null ? List.copyOf(best.keySet()) : own.choose(sentence, candidates, marks);
        });
        var told = walk.read();
        var stances = new ArrayList<Example>();
        var golds = new IdentityHashMap<Walk.Told, Gold.Claim>();
        for (var t : told) {
            var gold = right.get(t.candidate());
            if (gold == null) continue;
            stances.add(new Example(Stances.marks(t, paper.prose(), sources.hits(t.sentence())), gold.stance().word(), paper.path(), paper.weight()));
            golds.put(t, gold);
        }
        for (var g : paper.gold()) if (g.from() >= 0 && !right.containsValue(g)) golds.put(cued(paper, sources, g), g);
        return new Lesson(claims, stances, traces(paper, sources, golds));
    }

    private static Traces traces(Paper paper, SourceReader sources, Map<Walk.Told, Gold.Claim> golds) {
        var told = golds.keySet().stream()
                .sorted(Comparator.comparingInt((Walk.Told t) -> t.candidate().from()).thenComparingInt(t -> t.candidate().to())).toList();
        return new Traces(paper, new ChainOptions(paper.text(), paper.prose(), sources), told, told.stream().map(golds::get).toList());
    }

    /// A claim that no candidate fits, under the reporting words that were annotated.
    private static Walk.Told cued(Paper paper, SourceReader sources, Gold.Claim g) {
        var sentence = paper.prose().sentenceOf(g.from());
        var hit = ChainScore.hit(paper.prose(), g, sentence);
        var here = hit != null && paper.prose().sentenceOf(hit.at()) == sentence;
        var candidate = new Candidate(here ? hit : null, g.from(), g.to(), "", "", true);
        return new Walk.Told(candidate, List.of(), sources.of(hit, sentence),
                hit == null ? g.from() : hit.from(), hit == null ? g.to() : hit.to(), hit, sentence, "", null);
    }

    /// What is read and was annotated, with the questions that reading asks of it.
    static Lesson read(Paper paper, Walk.Judge judge) {
        var sources = new SourceReader(paper.text(), paper.prose());
        var stances = new ArrayList<Example>();
        var told = new Walk(paper.text(), paper.prose(), sources, judge).read();
        var golds = new ArrayList<Gold.@org.jspecify.annotations.Nullable Claim>();
        for (var t : told) {
            var gold = paper.gold().stream().filter(g -> g.from() >= 0 && likeness(g, t.candidate()) >= 0.5)
                    .max(Comparator.comparingDouble(g -> likeness(g, t.candidate())));
            gold.ifPresent(g ->
                    stances.add(new Example(Stances.marks(t, paper.prose(), sources.hits(t.sentence())), g.stance().word(), paper.path(), paper.weight())));
            golds.add(gold.orElse(null));
        }
        return new Lesson(List.of(), stances, new Traces(paper, new ChainOptions(paper.text(), paper.prose(), sources), told, golds));
    }

    static Learner.Choice choice(Paper paper, Gold.Claim gold, List<ChainOptions.Option> options) {
        var right = new boolean[options.size()];
        var half = new boolean[options.size()];
        for (var i = 0; i < right.length; i++) {
            var links = options.get(i).chain().links();
            half[i] = ChainScore.isOne(gold.chain().getFirst(), links.getFirst().words());
            right[i] = half[i] && links.size() == gold.chain().size();
            for (var k = 1; right[i] && k < links.size(); k++) right[i] = ChainScore.isOne(gold.chain().get(k), links.get(k).words());
        }
        return new Learner.Choice(options.stream().map(ChainOptions.Option::marks).toList(), right, half,
                paper.path(), paper.weight() * (gold.chain().size() > 1 ? (int) set("chain.deep", 8) : 1));
    }

    /// The best candidate of each annotated claim that lies in a sentence: likest, then with the cue annotated; without overlap.
    static Map<Candidate, Gold.Claim> best(Paper paper, Sentence sentence, List<Candidate> candidates) {
        var best = new IdentityHashMap<Candidate, Gold.Claim>();
        var taken = new HashSet<String>();
        for (var g : paper.gold()) {
            if (g.from() < 0 || g.from() >= sentence.to() || g.to() <= sentence.from()) continue;
            Candidate found = null;
            var score = 0.0;
            for (var c : candidates) {
                var like = likeness(g, c);
                if (like < 0.5) continue;
                var s = like + (cued(paper.prose(), c, g) ? 0.12 : 0) + (c.hit() != null ? 0.01 : 0) + (c.primary() ? 0.005 : 0);
                if (s > score) {
                    found = c;
                    score = s;
                }
            }
            if (found == null) continue;
            var it = found;
            if (best.keySet().stream().anyMatch(o -> o.from() < it.to() && it.from() < o.to())) continue;
            if (taken.add(found.from() + "-" + found.to())) best.put(found, g);
        }
        return best;
    }

    private static boolean cued(Prose prose, Candidate c, Gold.Claim g) {
        if (c.hit() == null) return false;
        var word = prose.token(c.hit().at()).lower();
        return Arrays.asList(g.cue().toLowerCase(java.util.Locale.ROOT).split("[^\\p{L}'’]+")).contains(word);
    }

    static double likeness(Gold.Claim g, Candidate c) {
        var both = Math.max(0, Math.min(g.to(), c.to()) - Math.max(g.from(), c.from()));
        return both / (double) ((g.to() - g.from()) + (c.to() - c.from()) - both);
    }
}
