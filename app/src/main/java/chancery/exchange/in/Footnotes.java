package chancery.exchange.in;

import chancery.document.Node;
import chancery.document.Node.Chars;
import chancery.document.Node.Element;
import chancery.document.Node.Tag;
import chancery.finding.Finding;
import chancery.finding.FindingCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Marks of a transcriber in the words of a text: footnote marks `[1]` with their notes at its end, and page marks `(p. 1)`.
final class Footnotes {
    private static final Pattern MARK = Pattern.compile("\\[(\\d{1,3})\\]");
    private static final Pattern PAGE = Pattern.compile("[(\\[](?:p|pg|page)\\.? ?(\\d{1,4})[)\\]]", Pattern.CASE_INSENSITIVE);
    private static final int MOST_FINDINGS = 20;

    private Footnotes() {}

    /// Blocks whose last paragraphs are notes `[1] …`, `[2] …`: each becomes a note at its mark. Where there are no
    /// such paragraphs the marks stay as printed, and each is a finding.
    static List<Element> weave(List<Element> blocks, List<Finding> findings) {
        var first = firstNote(blocks);
        var marked = new HashMap<String, Integer>();
        for (var block : blocks.subList(0, first)) words(block, w -> {
            var m = MARK.matcher(w);
            while (m.find()) marked.merge(m.group(1), 1, Integer::sum);
        });
        if (first < blocks.size() && !marked.containsKey(number(blocks.get(first)))) first = blocks.size(); // numbered paragraphs, not notes
        var notes = new LinkedHashMap<String, Element>();
        var rest = new ArrayList<Element>();
        for (var block : blocks.subList(first, blocks.size())) {
            var n = number(block);
            if (!n.isEmpty()) notes.put(n, note(n, block));
            else rest.add(block);
        }
        var used = new HashMap<String, Boolean>();
        var out = new ArrayList<Element>();
        for (var block : blocks.subList(0, first)) out.add(rewritten(block, w -> withNotes(w, notes, used)));
        var missing = 0;
        for (var n : marked.keySet().stream().sorted((a, b) -> Integer.parseInt(a) - Integer.parseInt(b)).toList()) {
            if (!notes.containsKey(n) && missing++ < MOST_FINDINGS)
                findings.add(new Finding(FindingCode.MARK_WITHOUT_NOTE, "text, mark [" + n + "]", "[" + n + "]"));
        }
        out.addAll(rest);
        notes.forEach((n, note) -> {
            if (used.containsKey(n)) return;
            findings.add(new Finding(FindingCode.NOTE_WITHOUT_MARK, "text, note [" + n + "]", ""));
            out.add(note);
        });
        return out;
    }

    /// Blocks whose page marks are page breaks. They count as page marks where they rise by one
    /// from mark to mark, or where the first paragraph begins with one.
    static List<Element> pages(List<Element> blocks) {
        var numbers = new ArrayList<Integer>();
        for (var block : blocks) words(block, w -> {
            var m = PAGE.matcher(w);
            while (m.find()) numbers.add(Integer.parseInt(m.group(1)));
        });
        if (numbers.isEmpty()) return blocks;
        for (var i = 1; i < numbers.size(); i++) if (numbers.get(i) != numbers.get(i - 1) + 1) return blocks;
        if (numbers.size() == 1 && !beginsWithPage(blocks)) return blocks;
        return blocks.stream().map(b -> rewritten(b, Footnotes::withPages)).toList();
    }

    private static boolean beginsWithPage(List<Element> blocks) {
        return !blocks.isEmpty() && !blocks.getFirst().children().isEmpty()
                && blocks.getFirst().children().getFirst() instanceof Chars c && PAGE.matcher(c.words()).lookingAt();
    }

    /// Where the paragraphs `[k]`, `[k+1]` … at the end begin; the number of blocks where there are none.
    private static int firstNote(List<Element> blocks) {
        int first = blocks.size(), expected = -1;
        for (var i = blocks.size() - 1; i >= 0; i--) {
            var n = number(blocks.get(i));
            if (n.isEmpty()) continue;
            var value = Integer.parseInt(n);
            if (expected >= 0 && value != expected) break;
            first = i;
            expected = value - 1;
        }
        return first;
    }

    private static String number(Element block) {
        if (block.tag() != Tag.P || block.children().isEmpty() || !(block.children().getFirst() instanceof Chars c)) return "";
        var m = MARK.matcher(c.words());
        return m.lookingAt() ? m.group(1) : "";
    }

    private static Element note(String n, Element paragraph) {
        var content = new ArrayList<>(paragraph.children());
        var words = ((Chars) content.getFirst()).words();
        content.set(0, new Chars(words.substring(words.indexOf(']') + 1).stripLeading()));
        return new Element(Tag.NOTE, Map.of("n", n), content);
    }

    private static List<Node> withNotes(String words, Map<String, Element> notes, Map<String, Boolean> used) {
        var out = new ArrayList<Node>();
        var m = MARK.matcher(words);
        var from = 0;
        while (m.find()) {
            var note = notes.get(m.group(1));
            if (note == null || used.putIfAbsent(m.group(1), true) != null) continue;
            var before = words.substring(from, m.start()).stripTrailing();
            if (!before.isEmpty()) out.add(new Chars(before));
            out.add(note);
            from = m.end();
        }
        if (from < words.length())
            out.add(new Chars(from > 0 && Character.isLetterOrDigit(words.charAt(from)) ? " " + words.substring(from) : words.substring(from)));
        return out;
    }

    private static List<Node> withPages(String words) {
        var out = new ArrayList<Node>();
        var m = PAGE.matcher(words);
        var from = 0;
        while (m.find()) {
            if (m.start() > from) out.add(new Chars(words.substring(from, m.start())));
            out.add(TextBuilder.pageBreak(m.group(1)));
            from = m.end();
        }
        if (from < words.length()) out.add(new Chars(words.substring(from)));
        return out;
    }

    private static void words(Element e, java.util.function.Consumer<String> reader) {
        for (var child : e.children()) {
            switch (child) {
                case Chars c -> reader.accept(c.words());
                case Element inner -> words(inner, reader);
            }
        }
    }

    private static Element rewritten(Element e, Function<String, List<Node>> change) {
        var children = new ArrayList<Node>();
        for (var child : e.children()) {
            switch (child) {
                case Chars c -> children.addAll(change.apply(c.words()));
                case Element inner -> children.add(rewritten(inner, change));
            }
        }
        return new Element(e.tag(), e.attributes(), children);
    }
}
