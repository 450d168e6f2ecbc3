package chancery.claim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Annotated claims, found again in the layer of the text.
final class Gold {
    private static final Pattern MARK = Pattern.compile("\\[\\^?\\d{1,3}\\](?:\\(#f?\\d+\\))?");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    private Gold() {}

    /// A claim as annotated.
    ///
    /// @param from first token of the content in the prose; -1 where it is not found again
    /// @param to   behind its last
    record Claim(String content, String cue, List<String> chain, Stance stance, @Nullable String caution, int from, int to) {}

    /// The papers of a file of gold: delivery path to claims, which are not yet placed.
    static Map<String, List<Claim>> read(Path file) {
        var papers = new HashMap<String, List<Claim>>();
        try {
            for (var line : Files.readAllLines(file)) {
                if (line.isBlank()) continue;
                var node = JsonMapper.builder().build().readTree(line);
                var claims = new ArrayList<Claim>();
                for (var c : node.get("claims")) {
                    var chain = new ArrayList<String>();
                    for (var link : c.get("chain")) chain.add(link.asString());
                    claims.add(new Claim(c.get("content").asString(), c.get("cue").asString(), chain,
                            Stance.of(c.get("stance").asString()).orElseThrow(), text(c.get("caution")), -1, -1));
                }
                papers.put(node.get("doc").asString(), claims);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return papers;
    }

    private static @Nullable String text(@Nullable JsonNode node) {
        return node == null || node.isNull() ? null : node.asString();
    }

    /// The same claims with their places in a text.
    static List<Claim> placed(List<Claim> claims, Prose prose) {
        var words = new ArrayList<String>();
        var owner = new ArrayList<Integer>();
        var tokens = prose.tokens();
        for (var i = 0; i < tokens.size(); i++) {
            var m = WORD.matcher(tokens.get(i).word());
            while (m.find()) {
                words.add(m.group().toLowerCase(Locale.ROOT));
                owner.add(i);
            }
        }
        var placed = new ArrayList<Claim>();
        var last = 0;
        for (var c : claims) {
            var sought = WORD.matcher(MARK.matcher(c.content()).replaceAll(" ")).results().map(r -> r.group().toLowerCase(Locale.ROOT)).toList();
            var at = find(words, sought, last);
            if (at < 0) at = find(words, sought, 0);
            var from = at < 0 ? -1 : owner.get(at);
            placed.add(new Claim(c.content(), c.cue(), c.chain(), c.stance(), c.caution(), from,
                    at < 0 ? -1 : owner.get(Math.min(owner.size(), at + sought.size()) - 1) + 1));
            if (at >= 0) last = Math.max(0, at - 40);
        }
        return placed;
    }

    /// The same claims, `that this and that that` as two: some annotators part them and some do not.
    static List<Claim> apart(List<Claim> claims, Prose prose) {
        var apart = new ArrayList<Claim>();
        for (var c : claims) {
            var from = c.from();
            for (var i = c.from() + 3; c.from() >= 0 && i + 4 < c.to(); i++) {
                if (!(prose.token(i).is("and") && prose.token(i + 1).is("that"))) continue;
                var end = prose.token(i - 1).is(",") || prose.token(i - 1).is(";") ? i - 1 : i;
                if (end - from > 2) { apart.add(part(c, from, end, prose)); from = i + 2; }
            }
            apart.add(from == c.from() ? c : part(c, from, c.to(), prose));
        }
        return apart;
    }

    private static Claim part(Claim c, int from, int to, Prose prose) {
        return new Claim(prose.words(from, to), c.cue(), c.chain(), c.stance(), c.caution(), from, to);
    }

    /// Where words stand, one or two of them different at most.
    private static int find(List<String> words, List<String> sought, int from) {
        if (sought.isEmpty()) return -1;
        for (var i = from; i + sought.size() <= words.size(); i++) {
            if (words.subList(i, i + sought.size()).equals(sought)) return i;
        }
        for (var i = from; i + sought.size() <= words.size(); i++) {
            var wrong = 0;
            for (var k = 0; k < sought.size() && wrong <= sought.size() / 6 + 1; k++) if (!words.get(i + k).equals(sought.get(k))) wrong++;
            if (wrong <= sought.size() / 6) return i;
        }
        return -1;
    }
}
