package chancery.claim;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Judges the tracing of sources alone: content and reporting words are given as annotated, the chain is read.
///
/// `ChainScore CORPUS GOLD...`; `-Dchains.part=seen` keeps to five sixths of the papers (by the
/// order of their paths), `unseen` to the last; `-Dchains.show=first`
/// prints each wrong nearest source, `whole` each other wrong chain.
public final class ChainScore {
    private static final Set<String> TITLES = Set.of("the", "mr", "mrs", "sir", "dr", "lord", "general", "marshal");
    private static final Set<String> SMALL = Set.of("of", "for", "and", "in", "to", "at", "his", "their", "its", "my", "your", "a", "an", "s", "some", "other");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");

    private ChainScore() {}

    public static void main(String[] args) {
        var papers = ClaimTraining.papers(Path.of(args[0]), Arrays.stream(args).skip(1).map(Path::of).toList());
        var names = papers.keySet().stream().sorted().toList();
        var part = System.getProperty("chains.part", "seen");
        var show = System.getProperty("chains.show", "");
        var tally = new Tally();
        int all = 0, first = 0, whole = 0, deep = 0, deepRight = 0, cueless = 0;
        for (var n = 0; n < names.size(); n++) {
            if (part.equals("seen") == (n % 6 == 5) && !part.equals("opened") || part.equals("opened") && n % 6 != 2) continue;
            var paper = papers.get(names.get(n));
            var prose = paper.prose();
            var reader = new SourceReader(paper.text(), prose);
            var cautions = new Cautions(prose);
            for (var g : paper.gold()) {
                if (g.from() < 0) continue;
                var sentence = sentenceOf(prose, g.from());
                var hit = hit(prose, g, sentence);
                var cue = hit == null ? g.from() : hit.left();
                var caution = cautions.of(g.from(), g.to(), cue, hit == null ? g.from() : hit.to(), sentence).map(Span::quotation).orElse(null);
                tally.add(g.caution(), caution);
                if (show.equals("caution") && (g.caution() != null || caution != null) && !Tally.same(g.caution(), caution))
                    System.out.printf("%s | WANT %s | GOT %s | %s | %s%n", names.get(n).replaceAll("volume-(\\d+)[^/]*/(.{0,14}).*", "$1/$2"), g.caution(),
                            caution, one(g.content()), one(prose.words(prose.sentences().get(sentence).from(), prose.sentences().get(sentence).to())));
                var traced = reader.of(hit, sentence);
                var got = traced.links().stream().map(Passage.Named::words).toList();
                var near = meet(g.chain().getFirst(), got.getFirst());
                var right = near && g.chain().size() == got.size();
                for (var i = 0; right && i < got.size(); i++) right = meet(g.chain().get(i), got.get(i));
                all++;
                if (hit == null) cueless++;
                if (near) first++;
                if (right) whole++;
                if (g.chain().size() > 1) deep++;
                if (g.chain().size() > 1 && right) deepRight++;
                if (show.equals("first") && !near || show.equals("whole") && near && !right)
                    System.out.printf("%s | %s [%s] | WANT %s | GOT %s (%s) | %s%n", names.get(n).replaceAll("volume-(\\d+)[^/]*/(.{0,14}).*", "$1/$2"),
                            one(g.cue()), hit == null ? "-" : prose.words(Math.max(0, hit.left()), hit.at() + 1) + "/" + hit.subject().type(),
                            g.chain(), got, traced.rule(), one(g.content()).substring(0, Math.min(60, one(g.content()).length())));
            }
        }
        System.out.printf("%s: %d claims (%d without a cue found), nearest %.3f, whole %.3f, deep %.3f of %d; cautions %s%n",
                part, all, cueless, first / (double) all, whole / (double) all, deepRight / (double) deep, deep, tally);
    }

    /// How many cautions were found, found too much, and lost.
    private static final class Tally {
        private int found, over, lost;

        void add(@Nullable String want, @Nullable String got) {
            if (same(want, got)) found++;
            else {
                if (got != null) over++;
                if (want != null) lost++;
            }
        }

        static boolean same(@Nullable String want, @Nullable String got) {
            return want != null && got != null && meet(want, got);
        }

        @Override
        public String toString() {
            return "F1 %.3f (%d found, %d too much, %d lost)".formatted(2.0 * found / Math.max(1, 2 * found + over + lost), found, over, lost);
        }
    }

    private static String one(String words) {
        return words.replaceAll("\\s+", " ");
    }

    static boolean meet(String a, String b) {
        var both = words(a);
        both.retainAll(words(b));
        return !both.isEmpty();
    }

    /// Whether two namings share a word that names: what is learned from, a little stricter than what is scored.
    static boolean isOne(String a, String b) {
        var both = words(a);
        both.retainAll(words(b));
        both.removeAll(SMALL);
        return !both.isEmpty();
    }

    private static Set<String> words(String name) {
        var words = new HashSet<String>();
        WORD.matcher(name.toLowerCase(Locale.ROOT)).results().forEach(r -> words.add(r.group()));
        words.removeAll(TITLES);
        return words;
    }

    static int sentenceOf(Prose prose, int token) {
        var sentences = prose.sentences();
        for (var i = 0; i < sentences.size(); i++) if (token < sentences.get(i).to()) return i;
        return sentences.size() - 1;
    }

    /// The reporting words that were annotated, as the finder of cues gives them: in the sentence of the content, else the nearest before it.
    static @Nullable Hit hit(Prose prose, Gold.Claim g, int sentence) {
        var finder = new CueFinder(prose);
        var cue = new ArrayList<String>();
        WORD.matcher(g.cue().toLowerCase(Locale.ROOT)).results().forEach(r -> cue.add(r.group()));
        for (var i = sentence; i >= Math.max(0, sentence - 30); i--) {
            var s = prose.sentences().get(i);
            var at = place(prose, s, cue, i == sentence ? g.from() : s.to());
            if (at == null) continue;
            Hit best = null;
            for (var h : finder.find(s)) if (h.at() >= at[0] && h.at() < at[1]) best = h;
            return best;
        }
        return null;
    }

    /// Where the cue stands in a sentence, nearest to the content; null for nowhere.
    private static int @Nullable [] place(Prose prose, Prose.Sentence s, List<String> cue, int content) {
        int[] best = null;
        for (var i = s.from(); i < s.to(); i++) {
            var k = 0;
            var j = i;
            for (; j < s.to() && k < cue.size(); j++) {
                var words = new ArrayList<String>();
                WORD.matcher(prose.token(j).word().toLowerCase(Locale.ROOT)).results().forEach(r -> words.add(r.group()));
                if (words.isEmpty()) continue;
                if (k + words.size() > cue.size() || !cue.subList(k, k + words.size()).equals(words)) break;
                k += words.size();
            }
            if (k == cue.size() && (best == null || Math.abs(i - content) < Math.abs(best[0] - content))) best = new int[] {i, j};
        }
        return best;
    }
}
