package chancery.web;

import chancery.document.Node.Element;
import chancery.document.Node.Tag;
import chancery.document.PlainLayer;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Texts that came to us line by line: a paragraph of the paper is several paragraphs of its file, each as long as the page was wide. They
/// are kept so, and read as the paragraphs that they were. Pure.
///
/// ```
/// The Government has given very careful consideration to your letter      a line of the page's width, its sentence not at an end:
/// of 27th June regarding the desire of your Government to secure          this goes on with it
/// supplies of copra.                                                      and this
/// You are doubtless aware that Japan is normally an exporter of oils      a paragraph of its own
/// ```
final class TypedLines {
    private static final int LEAST = 4, OF_ALL = 5; // so many lines go on surely, and one of so many, where a text came so
    private static final int NARROWEST = 35, WIDEST = 110; // characters of a page's width
    private static final Pattern AT_AN_END = Pattern.compile("[.?!:;][\\])'\"’”]*$"),
            BEGINS_ANEW = Pattern.compile("\\(?[\\p{L}\\d]{1,3}[.)].*|\\[.*]|\\W*"), CAPITALS = Pattern.compile("[^\\p{Ll}]*");

    private TypedLines() {}

    /// How wide the page was, in characters; 0 for a text that came in paragraphs.
    static int width(List<String> blocks) {
        var lengths = IntStream.range(1, blocks.size()).filter(i -> goesOnSurely(blocks.get(i - 1), blocks.get(i)))
                .map(i -> blocks.get(i - 1).length()).sorted().toArray();
        return lengths.length < LEAST || lengths.length * OF_ALL < blocks.size() - 1 ? 0 : lengths[lengths.length * 9 / 10];
    }

    private static boolean goesOnSurely(String before, String line) {
        return before.length() >= NARROWEST && before.length() <= WIDEST && goesOn(before, line) && Character.isLowerCase(line.codePointAt(0));
    }

    private static boolean goesOn(String before, String line) {
        return !line.isEmpty() && !AT_AN_END.matcher(before).find() && !CAPITALS.matcher(before).matches() && !BEGINS_ANEW.matcher(line).matches();
    }

    /// Whether a line goes on with the paragraph of the line before it, on a page so wide.
    static boolean goesOn(String before, String line, int width) {
        return width > 0 && (goesOnSurely(before, line) || before.length() >= width * 3 / 4 && before.length() <= width * 5 / 4 && goesOn(before, line));
    }

    /// The blocks of a text, as words.
    static List<String> blocks(PlainLayer layer) {
        return layer.blocks().stream().map(b -> layer.text().substring(b.start(), b.end())).toList();
    }

    /// The paragraphs that go on with the one before, each with what stands between them: a space, or nothing behind a hyphen.
    static Map<Element, String> goingOn(PlainLayer layer, int width) {
        var going = new IdentityHashMap<Element, String>();
        if (width == 0) return going;
        var words = blocks(layer);
        for (var i = 1; i < words.size(); i++) {
            var paragraphs = layer.blocks().get(i - 1).element().tag() == Tag.P && layer.blocks().get(i).element().tag() == Tag.P;
            if (paragraphs && goesOn(words.get(i - 1), words.get(i), width))
                going.put(layer.blocks().get(i).element(), words.get(i - 1).endsWith("-") ? "" : " ");
        }
        return going;
    }
}
