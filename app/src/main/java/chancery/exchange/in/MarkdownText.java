package chancery.exchange.in;

import chancery.document.Node;
import chancery.document.Node.Chars;
import chancery.document.Node.Element;
import chancery.document.Node.Tag;
import chancery.document.PlainLayer;
import chancery.finding.Finding;
import chancery.finding.FindingCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A paper's Markdown as a text of ours: paragraphs, headings, lists, tables and quotations; footnotes where their
/// marks are; the archival reference as a note of type `source`.
///
/// Footnotes stand at the end of the source: behind a line that holds only `_`, or behind the archival reference, or
/// where the first numbered line of the last part has its mark in the text.
/// A note is put where it is first marked; another mark of the same note becomes `<note type="mark" target="#n1"/>`, which has no words. No word is lost.
final class MarkdownText {
    private static final Pattern REFERENCE = Pattern.compile("\\[?\\s*(?:on file )?[A-Z][A-Z0-9 ]{0,9}[A-Za-z]?\\s?:\\s?[^\\[\\]]{2,180}\\]?\\.?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NOTE = Pattern.compile(
            "\\[?(\\d{1,3}|\\*{1,3})\\]?(?:\\s*[.)\\]])?\\s+(?=\\S)|(\\*{1,3})(?=[A-Z])|\\[(\\d{1,3})\\]\\.?(?=\\p{Lu})");
    private static final Pattern BARE_NOTE = Pattern.compile("\\[(\\d{1,3})\\]\\s*.*|(\\d{1,3})\\s+[^\\s.)].*", Pattern.DOTALL);
    private static final Pattern MARK = Pattern.compile("(?<!\\d)\\[\\^?(\\d{1,3})\\]|\\[\\^?(\\d{1,3})\\](?![\\p{L}\\p{N}])");
    private static final Pattern NUMBERED = Pattern.compile("(\\d{1,3})\\s?\\.(?=\\s|$)");
    private static final Pattern PAGE = Pattern.compile("\\[(?:Page|p\\.) ?(\\d{1,4})\\]");

    private final List<Element> blocks = new ArrayList<>();
    private final Map<String, List<Note>> notes = new LinkedHashMap<>();
    private final List<String> sourceNotes = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> placed = new LinkedHashSet<>();
    private int named;

    private MarkdownText() {}

    /// What was read.
    ///
    /// @param body        an element `body`
    /// @param sourceNotes archival references that stand in the text, as printed, in order
    record Read(Element body, List<String> sourceNotes, List<Finding> findings) {
        /// Whether there is nothing in it.
        boolean isEmpty() {
            return body.children().isEmpty();
        }
    }

    /// A footnote: its number as printed, and its paragraphs.
    private record Note(String number, List<Element> paragraphs) {}

    /// @param titleNote the number of a footnote marked in the title; empty for none
    static Read read(String markdown, String titleNote) {
        return new MarkdownText().text(MarkdownBlocks.read(markdown), titleNote);
    }

    private Read text(MarkdownBlocks read, String titleNote) {
        findings.addAll(read.findings());
        part(read.blocks());
        var body = new ArrayList<Node>();
        if (notes.containsKey(titleNote)) body.add(ofTitle(place(titleNote)));
        for (var block : blocks) body.add(marked(block));
        unplaced(body);
        return new Read(Element.of(Tag.BODY, body), sourceNotes, findings);
    }

    // ---- the text parted from its notes

    private void part(List<Element> all) {
        var lines = lines(all);
        var marks = marks(lines);
        var tail = false;
        Note open = null;
        for (var line : lines) {
            var block = line.block();
            var words = line.words();
            if (isRule(words)) {
                if (!tail) tail = isReference(line.next()) || goesOn(line.next(), marks);
                if (words.indexOf('_') >= 0) open = null;
            } else if (isReference(words) && line.late()) {
                sourceNotes.add(HoldingReader.clean(words));
                blocks.add(new Element(Tag.NOTE, Map.of("type", "source"), block.children()));
                tail = true;
                open = null;
            } else if (begins(block, words, marks, tail)) {
                tail = true;
                open = note(block);
                notes.computeIfAbsent(open.number(), _ -> new ArrayList<>()).add(open);
                if (notes.getOrDefault(open.number(), List.of()).size() > 1) findings.add(new Finding(FindingCode.NOTE_TWICE, "note " + open.number(), words));
            } else if (open != null) {
                open.paragraphs().add(block);
            } else {
                blocks.add(block);
            }
        }
    }

    /// A block, its words, and what stands behind it.
    ///
    /// @param next the words of the next block that has any
    /// @param late whether nothing follows but notes, references and lines without words: an archival reference at a text's head or middle is words of the text
    private record Line(Element block, String words, String next, boolean late) {}

    private static List<Line> lines(List<Element> all) {
        var lines = new ArrayList<Line>(all.size());
        var next = "";
        var late = true;
        for (var block : all.reversed()) {
            var words = words(block);
            lines.add(new Line(block, words, next, late));
            if (isRule(words)) continue;
            next = words;
            late = isReference(words) ? late : NOTE.matcher(words).lookingAt();
        }
        return lines.reversed();
    }

    /// The numbers marked anywhere in the text.
    private static Set<String> marks(List<Line> lines) {
        var marks = new LinkedHashSet<String>();
        for (var line : lines) {
            var m = bracketed(MARK, line.words());
            for (var at = 0; next(m, line.words(), at); at = m.end()) if (m.start() > 1) marks.add(marked(m));
        }
        return marks;
    }

    /// A matcher for a pattern that begins with a square bracket, to be used with [#next].
    private static Matcher bracketed(Pattern pattern, String words) {
        return pattern.matcher(words).useTransparentBounds(true);
    }

    private static boolean next(Matcher m, String words, int from) {
        for (var at = words.indexOf('[', from); at >= 0; at = words.indexOf('[', at + 1)) if (m.region(at, words.length()).lookingAt()) return true;
        return false;
    }

    /// The number of a mark; `1[3]th` and `9[2]2` are no marks: their brackets hold an editor's digit.
    private static String marked(Matcher mark) {
        return mark.group(1) != null ? mark.group(1) : mark.group(2);
    }

    private static boolean isRule(String words) {
        for (var i = 0; i < words.length(); i++) if ("_* ".indexOf(words.charAt(i)) < 0) return false;
        return true;
    }

    private static boolean isReference(String words) {
        return words.startsWith("[") && words.length() < 260 && REFERENCE.matcher(words).matches();
    }

    /// Whether a block begins a note: in the last part by its number; before that only where the number is marked in the text, and not as a paragraph's `2.`
    private boolean begins(Element block, String words, Set<String> marks, boolean tail) {
        if (block.tag() != Tag.P && block.tag() != Tag.ITEM) return false;
        if (tail) return goesOn(words, marks);
        var m = BARE_NOTE.matcher(words);
        if (!m.matches()) return false;
        var number = m.group(1) != null ? m.group(1) : m.group(2);
        return number.equals("1") && marks.contains("1") || notes.containsKey(String.valueOf(Integer.parseInt(number) - 1));
    }

    /// Whether a line of the last part begins a note: its number is marked in the text, or follows the note before;
    /// `2.` only where it is marked, as it may be a paragraph's.
    private boolean goesOn(String words, Set<String> marks) {
        var m = NOTE.matcher(words);
        if (!m.lookingAt()) return false;
        var number = number(m);
        if (number.startsWith("*") || marks.contains(number)) return true;
        var dotted = m.group().stripTrailing().endsWith(".") || m.group().stripTrailing().endsWith(")");
        return !dotted && (number.equals("1") || notes.containsKey(String.valueOf(Integer.parseInt(number) - 1)));
    }

    private static String number(Matcher note) {
        if (note.group(1) != null) return note.group(1);
        return note.group(2) != null ? note.group(2) : note.group(3);
    }

    private static Note note(Element block) {
        var cut = new Cut(words(block));
        var m = NOTE.matcher(cut.words);
        if (!m.lookingAt()) throw new IllegalStateException("not a note: " + cut.words);
        var number = number(m);
        var paragraphs = new ArrayList<Element>();
        paragraphs.add(Element.of(Tag.P, Cut.after(block.children(), m.end())));
        return new Note(number, paragraphs);
    }

    // ---- notes put where they are marked

    private Element marked(Element block) {
        if (block.tag() == Tag.NOTE) return block;
        var children = new ArrayList<Node>();
        for (var child : joined(block.children())) {
            switch (child) {
                case Chars chars -> marks(chars.words(), children);
                case Element e -> children.add(isBlock(e) || e.tag() == Tag.HI || e.tag() == Tag.REF ? marked(e) : e);
            }
        }
        var edited = block.tag() == Tag.P || block.tag() == Tag.HEAD || block.tag() == Tag.ITEM
                || block.tag() == Tag.CELL ? EditorialMarks.mark(children) : children;
        return block.tag() == Tag.P ? numbered(block, edited) : new Element(block.tag(), block.attributes(), edited);
    }

    private static boolean isBlock(Element e) {
        return switch (e.tag()) {
            case P, HEAD, LIST, ITEM, TABLE, ROW, CELL, QUOTE -> true;
            default -> false;
        };
    }

    private void marks(String words, List<Node> out) {
        var m = bracketed(MARK, words);
        var from = 0;
        for (var at = 0; next(m, words, at); at = m.end()) {
            var number = marked(m);
            if (!notes.containsKey(number)) {
                findings.add(new Finding(FindingCode.MARK_WITHOUT_NOTE, "mark " + number, words.substring(Math.max(0, m.start() - 40), m.end())));
                continue;
            }
            pages(beforeMark(words, from, m), out);
            out.add(place(number));
            from = m.end();
        }
        pages(words.substring(from), out);
    }

    /// The words before a mark, without the space that old pages set before it: `here [1], told` is `here, told` to whoever quotes it.
    private static String beforeMark(String words, int from, Matcher mark) {
        var before = words.substring(from, mark.start());
        var then = mark.end() < words.length() ? words.charAt(mark.end()) : 'x';
        return Character.isWhitespace(then) || ",.;:?!)]'\"’”".indexOf(then) >= 0 ? before.stripTrailing() : before;
    }

    private static void pages(String words, List<Node> out) {
        var m = bracketed(PAGE, words);
        var from = 0;
        for (; next(m, words, from); from = m.end()) {
            if (m.start() > from) out.add(new Chars(words.substring(from, m.start())));
            out.add(new Element(Tag.PB, Map.of("n", m.group(1)), List.of()));
        }
        if (from < words.length()) out.add(new Chars(words.substring(from)));
    }

    /// The note of a number at its first mark; at another, a mark that leads to it.
    private Element place(String number) {
        var note = notes.getOrDefault(number, List.of()).getFirst();
        var id = "n" + (number.startsWith("*") ? "s" + number.length() : number);
        if (!placed.add(number)) return new Element(Tag.NOTE, Map.of("type", "mark", "n", number, "target", "#" + id), List.of());
        return element(note, id);
    }

    /// A note whose first mark is in the title.
    private static Element ofTitle(Element note) {
        var attributes = new java.util.TreeMap<>(note.attributes());
        attributes.put("type", "title");
        return new Element(note.tag(), attributes, note.children());
    }

    private Element element(Note note, String id) {
        var paragraphs = note.paragraphs().stream().<Node>map(p -> new Element(p.tag(), p.attributes(), EditorialMarks.mark(joined(p.children())))).toList();
        return new Element(Tag.NOTE, Map.of("place", "foot", "n", note.number(), "xml:id", id), paragraphs);
    }

    /// Notes that nothing marks are kept after the text.
    private void unplaced(List<Node> body) {
        for (var entry : notes.entrySet()) {
            for (var i = 0; i < entry.getValue().size(); i++) {
                if (i == 0 && placed.contains(entry.getKey())) continue;
                var note = entry.getValue().get(i);
                if (i == 0) findings.add(new Finding(FindingCode.NOTE_WITHOUT_MARK, "note " + note.number(), words(note.paragraphs().getFirst())));
                body.add(element(note, "u" + ++named));
            }
        }
    }

    /// A paragraph that begins with its number keeps it as a label.
    private static Element numbered(Element p, List<Node> children) {
        if (children.isEmpty() || !(children.getFirst() instanceof Chars first)) return new Element(p.tag(), p.attributes(), children);
        var lead = first.words().length() - first.words().stripLeading().length();
        var m = NUMBERED.matcher(first.words()).region(lead, first.words().length());
        if (!m.lookingAt()) return new Element(p.tag(), p.attributes(), children);
        var out = new ArrayList<Node>();
        out.add(Element.of(Tag.LABEL, List.of(new Chars(first.words().substring(lead, m.end())))));
        if (m.end() < first.words().length()) out.add(new Chars(first.words().substring(m.end())));
        out.addAll(children.subList(1, children.size()));
        return new Element(Tag.P, Map.of("n", m.group(1)), out);
    }

    /// Neighbouring words made one, so that no mark lies across two of them.
    private static List<Node> joined(List<Node> nodes) {
        var out = new ArrayList<Node>(nodes.size());
        var words = new StringBuilder();
        for (var node : nodes) {
            if (node instanceof Chars chars) {
                words.append(chars.words());
            } else {
                if (!words.isEmpty()) out.add(new Chars(words.toString()));
                words.setLength(0);
                out.add(node);
            }
        }
        if (!words.isEmpty()) out.add(new Chars(words.toString()));
        return out;
    }

    private static String words(Element block) {
        return PlainLayer.of(block).text();
    }

    /// Words of a block that are taken off its front, wherever in its elements they stand.
    private static final class Cut {
        final String words;
        private int left;
        private boolean begun;

        Cut(String words) {
            this.words = words;
        }

        static List<Node> after(List<Node> nodes, int many) {
            var cut = new Cut("");
            cut.left = many;
            return cut.cut(nodes);
        }

        private List<Node> cut(List<Node> nodes) {
            var out = new ArrayList<Node>(nodes.size());
            for (var node : nodes) {
                switch (node) {
                    case Chars chars -> {
                        var rest = rest(chars.words());
                        if (!rest.isEmpty()) out.add(new Chars(rest));
                    }
                    case Element e -> out.add(left == 0 ? e : new Element(e.tag(), e.attributes(), cut(e.children())));
                }
            }
            return out;
        }

        /// What is left of some words when those still to be taken are gone; a run of white space counts as one, at the front as none.
        private String rest(String chars) {
            var i = 0;
            while (i < chars.length() && left > 0) {
                var space = Character.isWhitespace(chars.charAt(i));
                if (!space) {
                    begun = true;
                    left--;
                    i++;
                } else {
                    while (i < chars.length() && Character.isWhitespace(chars.charAt(i))) i++;
                    if (begun) left--;
                }
            }
            return chars.substring(i);
        }
    }
}
