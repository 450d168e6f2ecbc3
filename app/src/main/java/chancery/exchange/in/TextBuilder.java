package chancery.exchange.in;

import chancery.document.Node;
import chancery.document.Node.Chars;
import chancery.document.Node.Element;
import chancery.document.Node.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Gathers the blocks of a text into a body. A heading opens a division that lasts until the next
/// heading, as TEI wants it. Editors' marks become elements on the way.
/// For one thread.
final class TextBuilder {
    private final List<Node> body = new ArrayList<>();
    private List<Node> open = body;
    private boolean onlyHeads;

    /// A paragraph of words as they stand; nothing where they are blank.
    TextBuilder paragraph(String words) {
        return paragraph(List.of(new Chars(words)));
    }

    /// A paragraph of nodes; nothing where they hold no words and no element that stands for itself.
    TextBuilder paragraph(List<Node> nodes) {
        return block(Tag.P, nodes);
    }

    /// A heading.
    TextBuilder head(List<Node> nodes) {
        return block(Tag.HEAD, nodes);
    }

    /// The start of a page.
    ///
    /// @param n its number, as printed or counted
    TextBuilder page(String n) {
        open.add(pageBreak(n));
        return this;
    }

    /// A block that is made already: a list, a table, a quotation, a note.
    TextBuilder add(Element block) {
        if (block.tag() == Tag.HEAD) {
            if (open == body || !onlyHeads) {
                close();
                open = new ArrayList<>();
            }
            onlyHeads = true;
        } else {
            onlyHeads = false;
        }
        open.add(block);
        return this;
    }

    /// The body of all that was gathered.
    Element body() {
        close();
        return Element.of(Tag.BODY, body);
    }

    /// A page break element.
    static Element pageBreak(String n) {
        return new Element(Tag.PB, n.isEmpty() ? Map.of() : Map.of("n", n), List.of());
    }

    /// Nodes without white space and line ends at their edges, and with their editors' marks as elements.
    static List<Node> tidy(List<Node> nodes) {
        var first = 0;
        var last = nodes.size();
        while (first < last && isSpace(nodes.get(first))) first++;
        while (last > first && isSpace(nodes.get(last - 1))) last--;
        var inner = new ArrayList<>(nodes.subList(first, last));
        if (inner.isEmpty()) return inner;
        if (inner.getFirst() instanceof Chars c) inner.set(0, new Chars(c.words().stripLeading()));
        if (inner.getLast() instanceof Chars c) inner.set(inner.size() - 1, new Chars(c.words().stripTrailing()));
        return EditorialMarks.mark(inner);
    }

    /// Whether a text has any words, or an element that stands for some.
    static boolean hasWords(Node node) {
        return switch (node) {
            case Chars c -> !c.words().isBlank();
            case Element e -> e.tag() == Tag.GAP || e.children().stream().anyMatch(TextBuilder::hasWords);
        };
    }

    private TextBuilder block(Tag tag, List<Node> nodes) {
        var tidy = tidy(nodes);
        return tidy.isEmpty() ? this : add(Element.of(tag, tidy));
    }

    private void close() {
        if (open != body) body.add(Element.of(Tag.DIV, open));
        open = body;
        onlyHeads = false;
    }

    private static boolean isSpace(Node node) {
        return switch (node) {
            case Chars c -> c.words().isBlank();
            case Element e -> e.tag() == Tag.LB;
        };
    }
}
