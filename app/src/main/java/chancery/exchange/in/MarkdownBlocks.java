package chancery.exchange.in;

import chancery.document.Node;
import chancery.document.Node.Chars;
import chancery.document.Node.Element;
import chancery.document.Node.Tag;
import chancery.finding.Finding;
import chancery.finding.FindingCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/// Markdown's blocks as elements of ours, before anything is known of footnotes. HTML is never kept: known inline tags are dropped, unknown ones are words.
///
/// @param blocks   `p`, `head`, `list`, `quote`, `table`, in order
/// @param findings what was odd
record MarkdownBlocks(List<Element> blocks, List<Finding> findings) {
    private static final int DEEPEST = 40; // open quotes and lists; what is deeper stays words
    private static final Parser PARSER = Parser.builder().extensions(List.of(TablesExtension.create()))
            .enabledBlockTypes(Set.of(org.commonmark.node.Heading.class, BlockQuote.class, org.commonmark.node.ListBlock.class))
            .maxOpenBlockParsers(DEEPEST).build();
    private static final Pattern INDENTED = Pattern.compile("(?m)^[ \\t]{4,}(?=\\S)");
    private static final Pattern FOOTNOTE = Pattern.compile("(?m)^ {0,3}\\[\\^(\\d{1,3})\\]:\\s*");
    private static final Pattern DEFINITION = Pattern.compile("(?m)^ {0,3}\\[(?=[^\\]\\n]{1,999}\\]:)");
    // a paragraph keeps its number as printed; a list would count for itself
    private static final Pattern NUMBERED = Pattern.compile("(?m)^( {0,3}\\d{1,9})([.)])(?=[ \\t]|$)");
    private static final Pattern RULE_OF_TABLE = Pattern.compile("\\s{0,3}\\|?\\s*:?-+:?\\s*(?:\\|\\s*:?-+:?\\s*)*\\|?\\s*");
    private static final Pattern TAG_NAME = Pattern.compile("</?([A-Za-z][A-Za-z0-9]*)[^>]*>");
    private static final Pattern STRAY = Pattern.compile("(?<![\\p{L}\\p{N}_])_+|_+(?![\\p{L}\\p{N}_])");
    private static final Pattern MARK_ADDRESS = Pattern.compile("#[A-Za-z0-9_.%*-]{1,40}");
    private static final Pattern MARK_WORDS = Pattern.compile("\\^?\\d{1,3}|\\*{1,3}");
    private static final Pattern PAGE_ADDRESS = Pattern.compile("(?i)https?://[^\\s\"<>]+");
    private static final Set<String> TAGS = Set.of("a", "b", "i", "u", "em", "strong", "sup", "sub", "span",
            "br", "p", "div", "font", "small", "big", "center", "img", "script", "style", "iframe", "object",
            "table", "tr", "td", "th", "tbody", "thead", "ul", "ol", "li", "blockquote", "hr", "h1", "h2", "h3",
            "h4", "h5", "h6", "input", "form", "button", "svg", "video", "audio", "embed", "link", "meta");

    static MarkdownBlocks read(String markdown) {
        var clean = SourceWords.composed(markdown);
        var findings = new ArrayList<Finding>();
        if (hasControls(clean)) {
            clean = clean.codePoints().filter(c -> !isControl(c)).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
            findings.add(new Finding(FindingCode.CHARACTER_LEFT_OUT, "the text", ""));
        }
        var blocks = new ArrayList<Element>();
        new Making(findings).blocks(PARSER.parse(unescaped(clean)), blocks, 0);
        return new MarkdownBlocks(List.copyOf(blocks), findings);
    }

    private static boolean hasControls(String words) {
        for (var i = 0; i < words.length(); i++) if (isControl(words.charAt(i))) return true;
        return false;
    }

    private static boolean isControl(int c) {
        return c < ' ' && c != '\n' && c != '\t' || c >= 0x7f && c < 0xa0 && c != 0x85 || c == 0xfffe || c == 0xffff;
    }

    /// Four blanks before a line mean nothing in these sources and would be code; `[^5]: words` is a footnote, and any other `[x]: words`
    /// are words, which the parser would take for a link's address.
    private static String unescaped(String markdown) {
        var plain = markdown.indexOf("    ") < 0 ? markdown : beginnings(markdown, INDENTED, _ -> "   ");
        plain = tables(beginnings(plain, NUMBERED, m -> "\n" + m.group(1) + "\\" + m.group(2)));
        if (plain.indexOf("]:") < 0) return plain;
        return beginnings(beginnings(plain, FOOTNOTE, m -> "\n[" + m.group(1) + "] "), DEFINITION, _ -> "\\[");
    }

    /// Replaces what a pattern finds at the beginnings of lines; it is tried nowhere else.
    private static String beginnings(String words, Pattern pattern, Function<MatchResult, String> replacement) {
        var m = pattern.matcher(words).useTransparentBounds(true).useAnchoringBounds(false);
        var out = new StringBuilder();
        var from = 0;
        for (var at = 0; at < words.length(); at = nextLine(words, at)) {
            if (at < from || !m.region(at, words.length()).lookingAt()) continue;
            out.append(words, from, at).append(replacement.apply(m));
            from = m.end();
        }
        return from == 0 ? words : out.append(words, from, words.length()).toString();
    }

    private static int nextLine(String words, int from) {
        var at = from;
        while (at < words.length() && !isLineEnd(words.charAt(at))) at++;
        return at + 1;
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }

    /// A row of a table that is longer than its head would lose its last cells: heads are made as long as the longest row.
    private static String tables(String markdown) {
        if (markdown.indexOf('|') < 0) return markdown;
        var lines = markdown.split("\n", -1);
        for (var i = 1; i < lines.length; i++) {
            if (lines[i].indexOf('|') < 0 || !RULE_OF_TABLE.matcher(lines[i]).matches()) continue;
            var longest = cells(lines[i - 1]);
            var own = longest;
            for (var j = i + 1; j < lines.length && !lines[j].isBlank(); j++) longest = Math.max(longest, cells(lines[j]));
            if (longest == own) continue;
            lines[i - 1] = open(lines[i - 1]) + " | ".repeat(longest - own) + "|";
            lines[i] = "|" + "---|".repeat(longest);
        }
        return String.join("\n", lines);
    }

    private static int cells(String line) {
        var row = open(line).strip();
        if (row.startsWith("|")) row = row.substring(1);
        var many = 1;
        for (var i = 0; i < row.length(); i++) {
            if (row.charAt(i) == '\\') i++;
            else if (row.charAt(i) == '|') many++;
        }
        return many;
    }

    /// A row without the bar that may close it.
    private static String open(String line) {
        var row = line.stripTrailing();
        return row.endsWith("|") && !row.endsWith("\\|") ? row.substring(0, row.length() - 1) : row;
    }

    /// Turns nodes of the parser into elements. Not for sharing.
    private static final class Making {
        private final List<Finding> findings;

        Making(List<Finding> findings) {
            this.findings = findings;
        }

        void blocks(org.commonmark.node.Node parent, List<Element> out, int depth) {
            for (var node = parent.getFirstChild(); node != null; node = node.getNext()) {
                switch (node) {
                    case Paragraph p -> out.add(Element.of(Tag.P, inlines(p)));
                    case Heading h -> {
                        var words = inlines(h);
                        if (!words.isEmpty()) out.add(Element.of(Tag.HEAD, words));
                    }
                    case BlockQuote q -> {
                        var in = new ArrayList<Element>();
                        blocks(q, in, depth + 1);
                        out.add(Element.of(Tag.QUOTE, List.copyOf(in)));
                    }
                    case BulletList list -> bullets(list, out, depth);
                    case TableBlock table -> out.add(table(table));
                    default -> out.add(Element.of(Tag.P, inlines(node)));
                }
            }
        }

        private static List<Node> with(String lead, List<Node> words) {
            var all = new ArrayList<Node>();
            all.add(new Chars(lead));
            all.addAll(words);
            return all;
        }

        /// A list of points; `* 1 …` is a footnote behind a stray mark, `* …` may be one behind an
        /// asterisk, so items at the top that begin so are left as paragraphs.
        private void bullets(BulletList list, List<Element> out, int depth) {
            var items = new ArrayList<Node>();
            for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
                var in = new ArrayList<Element>();
                blocks(item, in, depth + 1);
                if (depth == 0 && "*".equals(list.getMarker()) && list.getFirstChild() == list.getLastChild()) {
                    var words = in.isEmpty() ? List.<Node>of() : in.getFirst().children();
                    var note = !words.isEmpty() && words.getFirst() instanceof Chars c && c.words().stripLeading().matches("(?s)\\[?\\d{1,3}\\]?[.\\s].*");
                    out.add(Element.of(Tag.P, note ? words : with("* ", words)));
                    if (in.size() > 1) out.addAll(in.subList(1, in.size()));
                } else {
                    items.add(Element.of(Tag.ITEM, List.copyOf(in)));
                }
            }
            if (!items.isEmpty()) out.add(Element.of(Tag.LIST, items));
        }

        private Element table(TableBlock table) {
            var rows = new ArrayList<Node>();
            for (var part = table.getFirstChild(); part != null; part = part.getNext()) {
                if (!(part instanceof TableHead) && !(part instanceof TableBody)) continue;
                for (var row = part.getFirstChild(); row != null; row = row.getNext()) {
                    if (!(row instanceof TableRow)) continue;
                    var cells = new ArrayList<Node>();
                    for (var cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
                        if (cell instanceof TableCell c)
                            cells.add(c.isHeader() ? new Element(Tag.CELL, Map.of("role", "label"), inlines(c)) : Element.of(Tag.CELL, inlines(c)));
                    }
                    rows.add(Element.of(Tag.ROW, cells));
                }
            }
            return Element.of(Tag.TABLE, rows);
        }

        private List<Node> inlines(org.commonmark.node.Node parent) {
            var out = new ArrayList<Node>();
            inlines(parent, out, 0);
            return List.copyOf(out);
        }

        private void inlines(org.commonmark.node.Node parent, List<Node> out, int depth) {
            for (var node = parent.getFirstChild(); node != null; node = node.getNext()) {
                switch (node) {
                    case Text text -> words(text.getLiteral(), out);
                    case SoftLineBreak _ -> out.add(new Chars("\n"));
                    case HardLineBreak _ -> out.add(Element.of(Tag.LB, List.of()));
                    case Emphasis e -> hi("italic", e, out, depth);
                    case StrongEmphasis e -> hi("bold", e, out, depth);
                    case Code code -> out.add(new Chars("`" + code.getLiteral() + "`"));
                    case HtmlInline html -> html(html.getLiteral(), out);
                    case Image image -> image(image, out, depth);
                    case Link link -> link(link, out, depth);
                    default -> inlines(node, out, depth + 1);
                }
            }
        }

        private void hi(String rend, org.commonmark.node.Node e, List<Node> out, int depth) {
            var in = new ArrayList<Node>();
            inlines(e, in, depth + 1);
            if (depth < DEEPEST) out.add(new Element(Tag.HI, Map.of("rend", rend), in));
            else out.addAll(in);
        }

        private void words(String words, List<Node> out) {
            var kept = words.indexOf('_') < 0 ? words : STRAY.matcher(words).replaceAll("");
            if (!kept.isEmpty()) out.add(new Chars(SourceWords.composed(kept)));
        }

        private void html(String html, List<Node> out) {
            var m = TAG_NAME.matcher(html);
            var name = m.matches() ? m.group(1).toLowerCase(Locale.ROOT) : "";
            if (name.equals("br")) {
                out.add(Element.of(Tag.LB, List.of()));
            } else if (TAGS.contains(name) || html.startsWith("<!--")) {
                findings.add(new Finding(FindingCode.MARKUP_LEFT_OUT, "the text", html));
            } else {
                out.add(new Chars(html));
            }
        }

        private void image(Image image, List<Node> out, int depth) {
            findings.add(new Finding(FindingCode.IMAGE_LEFT_OUT, "the text", String.valueOf(image.getDestination())));
            if (isMark(image)) {
                out.add(new Chars("!")); // an exclamation mark before a footnote's mark looks like an image
                mark(image, out, depth);
            } else {
                inlines(image, out, depth + 1);
            }
        }

        /// `[1](#f1)` is a footnote's mark; another link keeps its words, and its address where it leads to a page.
        private void link(Link link, List<Node> out, int depth) {
            if (isMark(link)) {
                mark(link, out, depth);
                return;
            }
            var in = new ArrayList<Node>();
            inlines(link, in, depth + 1);
            var to = java.util.Objects.requireNonNullElse(link.getDestination(), "");
            if (depth < DEEPEST && PAGE_ADDRESS.matcher(to).matches()) out.add(new Element(Tag.REF, Map.of("target", to), in));
            else if (to.startsWith("#") || to.isEmpty()) words("[", in, "]", out);
            else words("[", in, "](" + to + ")", out); // `[8](U.S.A.)` looks like a link and is none
        }

        private static void words(String before, List<Node> words, String after, List<Node> out) {
            out.add(new Chars(before));
            out.addAll(words);
            out.add(new Chars(after));
        }

        private static boolean isMark(org.commonmark.node.Node node) {
            var to = node instanceof Link l ? l.getDestination() : node instanceof Image i ? i.getDestination() : "";
            return to != null && MARK_ADDRESS.matcher(to).matches() && node.getFirstChild() instanceof Text t
                    && t.getNext() == null && MARK_WORDS.matcher(t.getLiteral()).matches();
        }

        private void mark(org.commonmark.node.Node node, List<Node> out, int depth) {
            var in = new ArrayList<Node>();
            inlines(node, in, depth + 1);
            out.add(new Chars("["));
            out.addAll(in);
            out.add(new Chars("]"));
        }
    }
}
