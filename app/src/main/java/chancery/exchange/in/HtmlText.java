package chancery.exchange.in;

import chancery.document.Node;
import chancery.document.Node.Chars;
import chancery.document.Node.Tag;
import chancery.finding.Finding;
import chancery.finding.FindingCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/// The blocks of a text in the words of HTML: headings, paragraphs, lists, tables, quotations, emphasis, and footnotes where a mark links to its note.
/// Scripts, styles, forms and whatever a page runs or loads are left out; nothing is run, and nothing is fetched.
/// Tables that only lay a page out are read as what they hold.
final class HtmlText {
    private static final int DEEPEST = 60, MOST_NESTED = 200;
    private static final Set<String> DROPPED = Set.of("script", "style", "noscript", "template", "head",
            "title", "meta", "link", "base", "svg", "math", "canvas", "select", "input", "textarea", "button",
            "datalist", "map", "area", "track", "source", "param", "progress", "meter", "dialog", "nav");
    private static final Set<String> LOADED = Set.of("iframe", "object", "embed", "audio", "video", "applet", "frame", "frameset");
    private static final Set<String> BLOCKS = Set.of("p", "div", "section", "article", "main", "header", "footer",
            "aside", "address", "center", "fieldset", "legend", "figure", "figcaption", "details", "summary",
            "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "menu", "dir", "dl", "dt", "dd", "li", "table", "caption", "thead",
            "tbody", "tfoot", "tr", "td", "th", "blockquote", "pre", "listing", "xmp", "hr", "form", "hgroup", "body", "html");
    private static final Set<String> PARAGRAPH_LIKE = Set.of("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "blockquote", "pre");
    private static final Map<String, String> EMPHASIS = Map.ofEntries(Map.entry("i", "italic"), Map.entry("em", "italic"),
            Map.entry("cite", "italic"), Map.entry("var", "italic"), Map.entry("dfn", "italic"),
            Map.entry("b", "bold"), Map.entry("strong", "bold"), Map.entry("u", "underline"),
            Map.entry("ins", "underline"), Map.entry("s", "strikethrough"), Map.entry("strike", "strikethrough"),
            Map.entry("del", "strikethrough"), Map.entry("sup", "superscript"), Map.entry("sub", "subscript"),
            Map.entry("tt", "typewriter"), Map.entry("code", "typewriter"), Map.entry("kbd", "typewriter"));
    private static final Pattern NOTE_MARK = Pattern.compile("[\\[(]?\\s*(\\d{1,4}|[a-z]|[*†‡§¶]{1,4})\\s*[\\])]?\\.?");

    private static final Pattern ARROW = Pattern.compile("[↩↑⏎^\ufe0e\ufe0f]+|\\[?(?:back|return)\\]?", Pattern.CASE_INSENSITIVE);

    private final List<Finding> findings;
    private final Set<Element> withBlocks = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Element> withTable = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<Element, Integer> blocksIn = new IdentityHashMap<>(); // counted up to the next cell
    private final Map<Element, Element> noteOf = new IdentityHashMap<>(); // the mark's link, and the block that is its note
    private final Set<Element> isNote = Collections.newSetFromMap(new IdentityHashMap<>());
    private int loaded;

    private HtmlText(List<Finding> findings) {
        this.findings = findings;
    }

    /// How many tags a page may have; each costs some 200 bytes while it is read.
    static final int MOST_TAGS = 1_000_000;

    /// Whether a page has more tags than we read.
    static boolean isTooMuch(String html) {
        return html.chars().filter(c -> c == '<').limit(MOST_TAGS + 1L).count() > MOST_TAGS;
    }

    /// The tree of a page. What is nested deeper than any page needs is closed early; nothing is run or fetched.
    static Document parse(String html) {
        return Jsoup.parse(html, "", Parser.htmlParser().setMaxDepth(MOST_NESTED));
    }

    /// The blocks inside an element, in reading order. What is odd goes into `findings`.
    static List<Node.Element> blocks(Element root, List<Finding> findings) {
        var text = new HtmlText(findings);
        text.lookAhead(root);
        var flow = text.new Flow(true);
        flow.inside(root, 0);
        return flow.end();
    }

    /// One walk over the tree, without recursion: which elements hold blocks, and which links are footnote marks.
    private void lookAhead(Element root) {
        var order = new IdentityHashMap<Element, Integer>();
        var byId = new HashMap<String, Element>();
        var links = new ArrayList<Element>();
        NodeTraversor.traverse(new NodeVisitor() {
            @Override
            public void head(org.jsoup.nodes.Node node, int depth) {
                if (!(node instanceof Element e)) return;
                order.put(e, order.size());
                if (e.hasAttr("id")) byId.putIfAbsent(e.attr("id"), e);
                if (e.normalName().equals("a")) {
                    if (e.hasAttr("name")) byId.putIfAbsent(e.attr("name"), e);
                    var href = e.attr("href");
                    if (href.indexOf('#') >= 0 && href.length() < 300) links.add(e);
                }
            }

            @Override
            public void tail(org.jsoup.nodes.Node node, int depth) {
                if (!(node instanceof Element e) || e == root || e.parent() == null) return;
                var name = e.normalName();
                if (BLOCKS.contains(name) || withBlocks.contains(e)) withBlocks.add(e.parent());
                if (name.equals("table") || withTable.contains(e)) withTable.add(e.parent());
                var inside = isCell(e) ? 0 : blocksIn.getOrDefault(e, 0) + (PARAGRAPH_LIKE.contains(name) ? 1 : 0);
                if (inside > 0) blocksIn.merge(e.parent(), inside, Integer::sum);
            }
        }, root);
        for (var link : links) {
            var href = link.attr("href");
            var target = byId.get(href.substring(href.indexOf('#') + 1));
            if (target == null || link.childNodeSize() > 5) continue;
            var mark = link.text();
            if (mark.length() > 8 || !NOTE_MARK.matcher(mark.strip()).matches() || place(order, target) < place(order, link)) continue;
            var block = target;
            while (!BLOCKS.contains(block.normalName()) && block.parent() != null && block != root) block = block.parent();
            if (block == root || !order.containsKey(block) || place(order, block) < place(order, link) || isNote.contains(block)) continue;
            if (Set.of("p", "li", "div", "dd", "aside").contains(block.normalName()) && !holds(block, link)) {
                noteOf.put(link, block);
                isNote.add(block);
            }
        }
    }

    private static int place(Map<Element, Integer> order, Element e) {
        return order.getOrDefault(e, -1);
    }

    private static boolean holds(Element block, Element inside) {
        for (Element e = inside; e != null; e = e.parent()) if (e == block) return true;
        return false;
    }

    /// What gathers the words between one block and the next.
    private final class Flow {
        private final List<Node.Element> blocks = new ArrayList<>();
        private final boolean outermost;
        private List<Node> line = new ArrayList<>();

        Flow(boolean outermost) {
            this.outermost = outermost;
        }

        List<Node.Element> end() {
            cut(Tag.P);
            return blocks;
        }

        /// @param depth how many elements of the text lie around; what would lie deeper than the deepest is taken as words
        void inside(Element element, int depth) {
            if (depth > DEEPEST) {
                line.add(new Chars(SourceWords.clean(element.text())));
                return;
            }
            for (var node : element.childNodes()) {
                if (node instanceof TextNode words) line.add(new Chars(spaced(words.getWholeText())));
                else if (node instanceof Element e) element(e, depth);
            }
        }

        private void element(Element e, int depth) {
            var name = e.normalName();
            if (DROPPED.contains(name) || isHidden(e) || isNote.contains(e)) return;
            if (LOADED.contains(name)) {
                if (loaded++ == 0) findings.add(new Finding(FindingCode.MARKUP_LEFT_OUT, "element " + name, e.attr("src")));
                inside(e, depth);
                return;
            }
            switch (name) {
                case "br" -> lineEnd();
                case "wbr" -> { }
                case "hr" -> cut(Tag.P);
                case "img" -> image(e);
                case "h1", "h2", "h3", "h4", "h5", "h6" -> {
                    cut(Tag.P);
                    line = inline(e, depth);
                    cut(outermost ? Tag.HEAD : Tag.P);
                }
                case "ul", "ol", "menu", "dir", "dl" -> {
                    cut(Tag.P);
                    list(e, depth);
                }
                case "table" -> {
                    cut(Tag.P);
                    if (isGrid(e)) grid(e, depth);
                    else apart(e, depth);
                }
                case "blockquote" -> {
                    cut(Tag.P);
                    var quoted = new Flow(false);
                    quoted.inside(e, depth + 2);
                    var inner = quoted.end();
                    if (!inner.isEmpty()) blocks.add(Node.Element.of(Tag.QUOTE, List.copyOf(inner)));
                }
                case "pre", "listing", "xmp" -> {
                    cut(Tag.P);
                    verbatim(e);
                }
                default -> {
                    if (BLOCKS.contains(name)) {
                        apart(e, depth);
                    } else if (withBlocks.contains(e)) {
                        inside(e, depth);
                    } else {
                        line.addAll(phrase(e, depth));
                    }
                }
            }
        }

        private void apart(Element e, int depth) {
            cut(Tag.P);
            inside(e, depth);
            cut(Tag.P);
        }

        /// One line end stays; two in a row end the paragraph, as old pages have it.
        private void lineEnd() {
            for (var i = line.size() - 1; i >= 0; i--) {
                var last = line.get(i);
                if (last instanceof Chars c && c.words().isBlank()) continue;
                if (last instanceof Node.Element e && e.tag() == Tag.LB) {
                    cut(Tag.P);
                    return;
                }
                break;
            }
            line.add(Node.Element.of(Tag.LB, List.of()));
        }

        private void image(Element e) {
            if (e.attr("width").strip().equals("1") || e.attr("height").strip().equals("1")) return; // a spacer
            var words = SourceWords.clean(spaced(e.attr("alt"))).strip();
            if (words.isEmpty() && !e.hasAttr("src")) return;
            if (findings.size() < 50)
                findings.add(new Finding(FindingCode.IMAGE_LEFT_OUT, "element img", e.attr("src").startsWith("data:") ? words : e.attr("src")));
            if (words.isEmpty()) return;
            cut(Tag.P);
            blocks.add(Node.Element.of(Tag.FIGURE, List.of(new Chars(words))));
        }

        private void verbatim(Element e) {
            for (var paragraph : SourceWords.clean(e.wholeText().replace("\r\n", "\n")).split("\n[ \t]*\n")) {
                var lines = paragraph.split("\n");
                for (var i = 0; i < lines.length; i++) {
                    if (i > 0) line.add(Node.Element.of(Tag.LB, List.of()));
                    line.add(new Chars(Paragraphs.folded(lines[i])));
                }
                cut(Tag.P);
            }
        }

        private void cut(Tag tag) {
            var nodes = TextBuilder.tidy(joined(line));
            line = new ArrayList<>();
            if (!nodes.isEmpty()) blocks.add(Node.Element.of(tag, nodes));
        }

        private void list(Element list, int depth) {
            if (depth > DEEPEST) {
                line.add(new Chars(SourceWords.clean(list.text())));
                return;
            }
            var items = new ArrayList<Node>();
            var numbered = list.normalName().equals("ol");
            var number = wholeNumber(list.attr("start"), 1);
            for (var item : list.children()) {
                if (DROPPED.contains(item.normalName()) || isHidden(item) || isNote.contains(item)) continue;
                var inner = new Flow(false);
                if (item.normalName().equals("li") || item.normalName().equals("dt") || item.normalName().equals("dd")) inner.inside(item, depth + 3);
                else inner.element(item, depth + 3);
                var content = content(inner.end());
                if (numbered) number = wholeNumber(item.attr("value"), number);
                if (item.normalName().equals("dt")) {
                    if (!content.isEmpty()) items.add(Node.Element.of(Tag.LABEL, content));
                } else if (!content.isEmpty()) {
                    if (numbered) items.add(Node.Element.of(Tag.LABEL, List.of(new Chars(label(number, list.attr("type"))))));
                    items.add(Node.Element.of(Tag.ITEM, content));
                }
                if (numbered && item.normalName().equals("li")) number++;
            }
            if (!items.isEmpty()) blocks.add(Node.Element.of(Tag.LIST, items));
        }

        private void grid(Element table, int depth) {
            var rows = new ArrayList<Node>();
            for (var part : table.children()) {
                switch (part.normalName()) {
                    case "caption" -> {
                        line = inline(part, depth);
                        cut(Tag.P);
                    }
                    case "tr" -> row(part, depth + 3, rows);
                    case "thead", "tbody", "tfoot" -> part.children().forEach(r -> {
                        if (r.normalName().equals("tr")) row(r, depth + 3, rows);
                    });
                    default -> { }
                }
            }
            if (!rows.isEmpty()) blocks.add(Node.Element.of(Tag.TABLE, rows));
        }

        private void row(Element row, int depth, List<Node> rows) {
            var cells = new ArrayList<Node>();
            for (var cell : row.children()) {
                if (isCell(cell)) cells.add(Node.Element.of(Tag.CELL, TextBuilder.tidy(joined(inline(cell, depth)))));
            }
            if (cells.stream().anyMatch(TextBuilder::hasWords)) rows.add(Node.Element.of(Tag.ROW, cells));
        }
    }

    /// A table of data: more than one column, no table in a table, no cell with several paragraphs.
    private boolean isGrid(Element table) {
        if (table.attr("role").equals("presentation") || withTable.contains(table)) return false;
        var columns = 0;
        for (var row : table.select("tr")) {
            var here = 0;
            for (var cell : row.children()) {
                if (!isCell(cell)) continue;
                here++;
                if (blocksIn.getOrDefault(cell, 0) > 1) return false;
            }
            columns = Math.max(columns, here);
        }
        return columns > 1;
    }

    private static boolean isCell(Element e) {
        return e.normalName().equals("td") || e.normalName().equals("th");
    }

    /// Everything inside as one line of words; blocks are parted by a space.
    private List<Node> inline(Element e, int depth) {
        var nodes = new ArrayList<Node>();
        if (depth > DEEPEST) return List.of(new Chars(SourceWords.clean(e.text())));
        for (var node : e.childNodes()) {
            if (node instanceof TextNode words) {
                nodes.add(new Chars(spaced(words.getWholeText())));
            } else if (node instanceof Element inner && !DROPPED.contains(inner.normalName()) && !isHidden(inner) && !isNote.contains(inner)) {
                if (inner.normalName().equals("br")) {
                    nodes.add(Node.Element.of(Tag.LB, List.of()));
                } else if (BLOCKS.contains(inner.normalName())) {
                    nodes.add(new Chars(" "));
                    nodes.addAll(inline(inner, depth));
                    nodes.add(new Chars(" "));
                } else {
                    nodes.addAll(phrase(inner, depth));
                }
            }
        }
        return nodes;
    }

    /// An inline element: emphasis, a link, a quotation in the line, a footnote mark with its note; others are their words.
    private List<Node> phrase(Element e, int depth) {
        var note = noteOf.get(e);
        if (note != null) return List.of(note(e, note, depth));
        var name = e.normalName();
        var inner = inline(e, EMPHASIS.containsKey(name) || name.equals("q") || name.equals("a") ? depth + 1 : depth);
        if (inner.stream().noneMatch(TextBuilder::hasWords)) return inner;
        if (inner.size() == 1 && inner.getFirst() instanceof Node.Element only && only.tag() == Tag.NOTE) return inner; // the superscript around a mark
        if (name.equals("q")) {
            var quoted = new ArrayList<Node>(inner);
            quoted.addFirst(new Chars("“"));
            quoted.addLast(new Chars("”"));
            return List.of(Node.Element.of(Tag.Q, joined(quoted)));
        }
        if (name.equals("a")) {
            var href = e.attr("href").strip();
            if (href.startsWith("#") && ARROW.matcher(e.text().strip()).matches()) return List.of(); // back from a note to its mark
            var lower = href.toLowerCase(Locale.ROOT);
            return (lower.startsWith("http://") || lower.startsWith("https://"))
                    && href.length() < 2000 ? List.of(new Node.Element(Tag.REF, Map.of("target", SourceWords.clean(href)), joined(inner))) : inner;
        }
        var rend = EMPHASIS.get(name);
        return rend == null ? inner : List.of(new Node.Element(Tag.HI, Map.of("rend", rend), joined(inner)));
    }

    private Node.Element note(Element mark, Element block, int depth) {
        var n = mark.text().strip().replaceAll("[\\[\\]().\\s]", "");
        isNote.remove(block); // so that it is read here, and only here
        var flow = new Flow(false);
        flow.inside(block, depth + 2);
        isNote.add(block);
        var content = new ArrayList<>(content(flow.end()));
        withoutMark(content, n);
        return new Node.Element(Tag.NOTE, n.isEmpty() ? Map.of() : Map.of("n", n), content);
    }

    /// Takes the mark off a note's beginning.
    private static void withoutMark(List<Node> content, String n) {
        if (!content.isEmpty() && content.getFirst() instanceof Node.Element first && (first.tag() == Tag.HI || first.tag() == Tag.P)) {
            var inner = new ArrayList<>(first.children());
            withoutMark(inner, n);
            if (inner.isEmpty()) content.removeFirst();
            else content.set(0, new Node.Element(first.tag(), first.attributes(), inner));
        } else if (!content.isEmpty() && content.getFirst() instanceof Chars c) {
            var words = c.words().stripLeading();
            var marked = Pattern.compile("^[\\[(]?\\s*" + Pattern.quote(n) + "\\s*[\\])]?\\.?\\s*(?=\\D|$)").matcher(words);
            if (marked.find()) words = words.substring(marked.end());
            words = words.stripLeading();
            if (words.isEmpty()) content.removeFirst();
            else content.set(0, new Chars(words));
        }
    }

    /// What stands in an item or a note: the words of its first paragraph, then whatever other blocks there are.
    private static List<Node> content(List<Node.Element> blocks) {
        var content = new ArrayList<Node>();
        for (var block : blocks) {
            if (content.isEmpty() && block.tag() == Tag.P) content.addAll(block.children());
            else content.add(block);
        }
        return content;
    }

    private static List<Node> joined(List<Node> nodes) {
        var out = new ArrayList<Node>(nodes.size());
        StringBuilder words = null;
        for (var node : nodes) {
            switch (node) {
                case Chars c -> {
                    if (words == null) words = new StringBuilder();
                    words.append(c.words());
                }
                case Node.Element e -> {
                    if (words != null) out.add(new Chars(SourceWords.clean(spaced(words.toString()))));
                    words = null;
                    out.add(e);
                }
            }
        }
        if (words != null) out.add(new Chars(SourceWords.clean(spaced(words.toString()))));
        return out;
    }

    private static boolean isHidden(Element e) {
        if (e.hasAttr("hidden")) return true;
        var style = e.attr("style");
        return !style.isEmpty() && style.length() < 2000 && style.toLowerCase(Locale.ROOT).replace(" ", "").contains("display:none");
    }

    private static int wholeNumber(String words, int otherwise) {
        var digits = words.strip();
        return digits.matches("-?\\d{1,6}") ? Integer.parseInt(digits) : otherwise;
    }

    /// A number as a browser shows it before an item.
    private static String label(int n, String type) {
        return switch (type) {
            case "a", "A" -> {
                if (n < 1) yield n + ".";
                var letters = new StringBuilder();
                for (var rest = n; rest > 0; rest = (rest - 1) / 26) letters.insert(0, (char) ((type.equals("a") ? 'a' : 'A') + (rest - 1) % 26));
                yield letters + ".";
            }
            case "i", "I" -> n < 1 || n > 3999 ? n + "." : (type.equals("i") ? roman(n).toLowerCase(Locale.ROOT) : roman(n)) + ".";
            default -> n + ".";
        };
    }

    private static String roman(int n) {
        var signs = new String[] {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};
        var values = new int[] {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
        var out = new StringBuilder();
        for (var i = 0; i < values.length; i++) {
            while (n >= values[i]) {
                out.append(signs[i]);
                n -= values[i];
            }
        }
        return out.toString();
    }

    /// White space as a browser folds it.
    private static String spaced(@Nullable String words) {
        if (words == null) return "";
        var out = new StringBuilder(words.length());
        for (var i = 0; i < words.length(); i++) {
            var c = words.charAt(i);
            var space = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '\u00a0';
            if (!space) out.append(c);
            else if (out.isEmpty() || out.charAt(out.length() - 1) != ' ') out.append(' ');
        }
        return out.toString();
    }
}
