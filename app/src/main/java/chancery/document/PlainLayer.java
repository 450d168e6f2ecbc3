package chancery.document;

import chancery.document.Node.Chars;
import chancery.document.Node.Element;
import chancery.document.Node.Tag;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The words of a text by one fixed rule, on which every position stands:
/// body only, blocks joined by one newline, white space within a block one space, cells joined by a tab, paragraph numbers as printed;
/// page breaks, running heads and notes contribute nothing; gap, unclear and sic contribute the words as printed;
/// of a `choice` the words as printed count (`sic`, `orig`, `abbr`). A note has a layer of its own.
///
/// Positions are 0-based, their ends exclusive, in **code points**; [#text()] is a Java string, so use [#slice] and [#codePoint] to cross over.
public final class PlainLayer {
    private final String text;
    private final List<Block> blocks;
    private final boolean plainPlane;

    private PlainLayer(String text, List<Block> blocks) {
        this.text = text;
        this.blocks = List.copyOf(blocks);
        this.plainPlane = !hasPairs(text);
    }

    private static boolean hasPairs(String text) {
        for (var i = 0; i < text.length(); i++) if (Character.isHighSurrogate(text.charAt(i))) return true;
        return false;
    }

    /// A block of the text: a paragraph, a heading, an item, a row.
    ///
    /// @param element the element it comes from
    /// @param start   where it starts in [PlainLayer#text()], in UTF-16 units
    /// @param end     where it ends, exclusive, in UTF-16 units
    public record Block(Element element, int start, int end) {}

    private static final int SHORTEST_OF_EDITORS = 120, LONGEST_OF_EDITORS = 12; // characters; blocks. Marks like `[matter omitted]` are shorter

    /// The blocks that editors set among those of the paper, in order: paragraphs of sentences that stand as a whole
    /// between square brackets, with others between them at most in pairs.
    public List<Block> editors() {
        var found = new ArrayList<Block>();
        for (var i = 0; i < blocks.size(); i++) {
            var last = text.startsWith("[", blocks.get(i).start()) ? lastOfEditors(i) : -1;
            if (last < 0) continue;
            found.addAll(blocks.subList(i, last + 1));
            i = last;
        }
        return found;
    }

    /// The block at whose end the bracket is closed that another begins with; -1 where that is not so, or no sentence stands between.
    private int lastOfEditors(int first) {
        var open = 0;
        for (var b = first; b < Math.min(blocks.size(), first + LONGEST_OF_EDITORS); b++) {
            for (var i = blocks.get(b).start(); i < blocks.get(b).end(); i++) {
                if (text.charAt(i) == '[') open++;
                if (text.charAt(i) != ']' || --open > 0) continue;
                var words = text.substring(blocks.get(first).start(), i + 1);
                return i >= blocks.get(b).end() - 2 && words.length() >= SHORTEST_OF_EDITORS && (words.contains(". ") || words.contains(".]")) ? b : -1;
            }
        }
        return -1;
    }

    /// Hears the walk over a text: what opens, what closes, and the words with the position they got.
    public interface Walker {
        /// An element begins. Notes are not entered: [#note] is called instead.
        void open(Element element);

        /// An element ends.
        void close(Element element);

        /// Words of the layer, white space already folded.
        ///
        /// @param words as they stand in the layer; never empty
        /// @param start where they start in [PlainLayer#text()], in UTF-16 units
        void words(String words, int start);

        /// A note stands here; its own layer is [PlainLayer#of(Element)].
        void note(Element note);
    }

    /// The layer of a text's body.
    public static PlainLayer of(Text text) {
        return of(text.body());
    }

    /// The layer of an element: a body, or a note.
    public static PlainLayer of(Element root) {
        var walk = new Walk(root, null);
        walk.inside(root);
        walk.finish();
        return new PlainLayer(walk.out.toString(), walk.blocks);
    }

    /// Walks an element as the layer does, so that what is made of it (a page, a marked text) has the layer's positions.
    public static void walk(Element root, Walker walker) {
        var walk = new Walk(root, walker);
        walk.inside(root);
        walk.finish();
    }

    /// The words.
    public String text() {
        return text;
    }

    /// Its blocks in order; none is empty.
    public List<Block> blocks() {
        return blocks;
    }

    /// The words of a block.
    public String words(Block block) {
        return text.substring(block.start(), block.end());
    }

    /// How many code points it has.
    public int length() {
        return codePoint(text.length());
    }

    /// The words between two code points, the end exclusive.
    public String slice(int start, int end) {
        return text.substring(unit(start), unit(end));
    }

    /// The UTF-16 unit of [#text()] at which a code point stands.
    public int unit(int codePoint) {
        return plainPlane ? codePoint : text.offsetByCodePoints(0, codePoint);
    }

    /// The code point at which a UTF-16 unit of [#text()] stands.
    public int codePoint(int unit) {
        return plainPlane ? unit : text.codePointCount(0, unit);
    }

    private static final class Walk {
        final StringBuilder out = new StringBuilder();
        final List<Block> blocks = new ArrayList<>();
        private final @Nullable Walker walker;
        private int blockStart;
        private boolean space; // white space is due before the next words of this block
        private boolean tab;   // a cell's end is due
        private boolean fresh = true; // the block has no words yet
        private Element blockElement;

        Walk(Element root, @Nullable Walker walker) {
            this.blockElement = root;
            this.walker = walker;
        }

        void inside(Element element) {
            Element before = null;
            for (var child : element.children()) {
                switch (child) {
                    case Chars chars -> words(chars.words());
                    case Element e -> {
                        element(e, element, before);
                        before = e;
                    }
                }
            }
        }

        private void element(Element e, Element parent, @Nullable Element before) {
            switch (e.tag()) {
                case NOTE -> { if (walker != null) walker.note(e); }
                case PB, FW -> around(e, false);
                case LB -> { space = true; around(e, false); }
                case CORR, REG, EXPAN -> { if (parent.tag() != Tag.CHOICE) around(e, true); }
                case CELL -> { around(e, true); tab = true; space = false; }
                default -> {
                    if (isBlock(e, parent, before)) {
                        var around = blockElement;
                        cut();
                        blockElement = e;
                        around(e, true);
                        if (e.tag() == Tag.LABEL) {
                            space = true; // its item goes on in the same block
                        } else {
                            cut();
                            blockElement = around;
                        }
                    } else {
                        around(e, true);
                    }
                }
            }
        }

        private void around(Element e, boolean enter) {
            if (walker != null) walker.open(e);
            if (enter) inside(e);
            if (walker != null) walker.close(e);
        }

        private static boolean isBlock(Element e, Element parent, @Nullable Element before) {
            return switch (e.tag()) {
                case P, HEAD, ROW, TABLE, LIST, DIV, BODY, OPENER, CLOSER, DATELINE, SALUTE, SIGNED, FIGURE -> true;
                case LABEL -> parent.tag() == Tag.LIST;
                case ITEM -> before == null || before.tag() != Tag.LABEL; // an item goes on in the block of its label, as printed
                case QUOTE -> e.children().stream().anyMatch(c -> c instanceof Element in && in.tag() == Tag.P)
                        || parent.tag() == Tag.BODY || parent.tag() == Tag.DIV;
                default -> false;
            };
        }

        void finish() {
            cut();
        }

        private void cut() {
            if (!fresh) blocks.add(new Block(blockElement, blockStart, out.length()));
            fresh = true;
            space = false;
            tab = false;
        }

        private void words(String words) {
            var from = -1;
            for (var i = 0; i < words.length(); ) {
                if (isSpace(words.charAt(i))) {
                    space = true;
                    i++;
                    continue;
                }
                if (fresh) begin();
                if (from < 0) from = out.length();
                if (tab) out.append('\t');
                else if (space) out.append(' ');
                tab = false;
                space = false;
                var end = i + 1;
                while (end < words.length() && !isSpace(words.charAt(end))) end++;
                out.append(words, i, end);
                i = end;
            }
            if (walker != null && from >= 0) walker.words(out.substring(from), from);
        }

        /// The block has its first words: white space before them counts for nothing.
        private void begin() {
            if (!blocks.isEmpty()) out.append('\n');
            blockStart = out.length();
            fresh = false;
            tab = false;
            space = false;
        }

        private static boolean isSpace(char c) {
            return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\u00a0' || c == '\f'
                    || c == '\u000b' || c == '\u0085' || c == '\u2028' || c == '\u2029';
        }
    }
}
