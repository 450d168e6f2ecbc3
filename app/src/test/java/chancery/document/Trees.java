package chancery.document;

import chancery.document.Node.Chars;
import chancery.document.Node.Element;
import chancery.document.Node.Tag;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;

/// Random texts, wilder than any paper: every element anywhere, words of many scripts, white space of every kind. The same seed gives the same tree.
/// Words do not stand beside words, and are never empty: this is how a text comes back from XML.
final class Trees {
    private static final String[] WORDS = {"Quote", "Unquote", "naïve", "Ångström", "Москва", "αβγ", "中文", "𝔘𝔫",
            "🕊", "xxxxxxxx", "[matter omitted]", "2.", "&", "<b>", "\"", "'", "]]>", "e\u0301", "\u200d", "1"};
    private static final String[] SPACES = {" ", "  ", "\n", "\t", "\u00a0", "\r", "\r\n", "\u2028", "\u0085", ""};
    private static final Set<Tag> EMPTY = EnumSet.of(Tag.LB, Tag.PB);
    private static final Tag[] TAGS = Tag.values();

    private Trees() {}

    /// Seeds for a property: always the same few hundred, and one that nobody chose.
    static LongStream seeds() {
        var given = Long.getLong("seed");
        return given != null ? LongStream.of(given) : LongStream.concat(LongStream.range(0, 300), LongStream.of(System.nanoTime()));
    }

    /// The body of a seed.
    static Element body(long seed) {
        var random = new Random(seed);
        return new Element(Tag.BODY, Map.of(), children(random, 0));
    }

    private static List<Node> children(Random random, int depth) {
        var children = new ArrayList<Node>();
        var count = random.nextInt(depth == 0 ? 8 : 5);
        for (var i = 0; i < count; i++) {
            if (depth < 6 && random.nextInt(3) > 0) children.add(element(random, depth + 1));
            else if (children.isEmpty() || !(children.getLast() instanceof Chars)) children.add(new Chars(words(random)));
        }
        return children;
    }

    private static Element element(Random random, int depth) {
        var tag = TAGS[1 + random.nextInt(TAGS.length - 1)];
        var attributes = new TreeMap<String, String>();
        for (var name : List.of("n", "xml:id", "reason", "rend")) if (random.nextInt(6) == 0) attributes.put(name, words(random));
        return new Element(tag, attributes, EMPTY.contains(tag) ? List.of() : children(random, depth));
    }

    private static String words(Random random) {
        var words = new StringBuilder();
        do words.append(SPACES[random.nextInt(SPACES.length)]).append(random.nextInt(5) == 0 ? "" : WORDS[random.nextInt(WORDS.length)]);
        while (random.nextInt(3) > 0 || words.isEmpty());
        return Normalizer.normalize(words, Normalizer.Form.NFC);
    }
}
