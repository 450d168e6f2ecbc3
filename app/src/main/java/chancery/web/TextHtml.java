package chancery.web;

import chancery.document.Node.Element;
import chancery.document.Node.Tag;
import chancery.document.PlainLayer;
import chancery.document.Text;
import chancery.search.Finder.Mark;
import chancery.web.RecordReferences.Link;
import chancery.web.RecordReferences.Marks;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A text's words as HTML: paragraphs with addresses, footnotes linked both ways, marks where a query's words stand.
///
/// Paragraphs are the blocks of the [PlainLayer], counted from 1: `p12`; those of a second text are `t2-p12`. Every
/// word is escaped; of attributes only what is checked passes.
///
/// @param html     the words
/// @param notes    its footnotes in order
/// @param language as HTML takes it; empty when not known
/// @param rtl      whether it is written from right to left
/// @param marks    how many marks there are, in words and notes
public record TextHtml(String html, List<Note> notes, String language, boolean rtl, int marks) {
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,4}");
    private static final Pattern WEB = Pattern.compile("https?://[^\\s\"<>]{1,2000}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,40}");
    private static final Pattern FIGURE = Pattern.compile("[-–£$€ ]*[\\d][\\d.,: ]*[%]?");
    private static final Set<Tag> BEGINS = java.util.EnumSet.of(Tag.P, Tag.HEAD, Tag.LIST, Tag.TABLE,
            Tag.QUOTE, Tag.DATELINE, Tag.SALUTE, Tag.SIGNED, Tag.OPENER, Tag.CLOSER, Tag.FIGURE, Tag.PB);
    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "he", "fa", "ur", "yi", "ps", "syr", "dv", "ckb");

    /// A footnote.
    ///
    /// @param id   its fragment: `n3`
    /// @param back the fragment of its mark; empty where nothing marks it
    /// @param sign its number as printed
    /// @param html its words
    public record Note(String id, String back, String sign, String html) {}

    /// A passage of the body that leads somewhere: a claim, an inquiry.
    ///
    /// @param start in code points of the plain layer
    /// @param end   exclusive
    /// @param kind  its class: `claim`
    /// @param id    its fragment
    /// @param to    where it leads
    record Passage(int start, int end, String kind, String id, String to) {}

    /// A text made ready.
    ///
    /// @param nth    its place among the record's texts, from 1
    /// @param finder where marks stand in a layer
    static TextHtml of(Text text, int nth, Function<PlainLayer, List<Mark>> finder) {
        return of(text, nth, finder, Marks.NONE, List.of());
    }

    /// A text made ready, with links from references, and passages of the body that lead to their claims.
    ///
    /// @param nth      its place among the record's texts, from 1
    /// @param finder   where marks stand in a layer
    /// @param links    where references stand in it
    /// @param passages of the body; where a reference stands in one, the reference is the link
    static TextHtml of(Text text, int nth, Function<PlainLayer, List<Mark>> finder, Marks links, List<Passage> passages) {
        var prefix = nth == 1 ? "" : "t" + nth + "-";
        var layer = PlainLayer.of(text);
        var width = TypedLines.width(TypedLines.blocks(layer));
        var body = new Walk(layer, finder, links.body(), prefix, true);
        body.goingOn = TypedLines.goingOn(layer, width);
        body.passages = passages;
        var all = text.notes();
        PlainLayer.walk(text.body(), body);
        var marks = body.marked;
        var notes = new ArrayList<Note>();
        for (var note : body.notes) {
            var ofNote = PlainLayer.of(note.element());
            var walk = new Walk(ofNote, finder, links.notes().getOrDefault(place(all, note.element()), List.of()), prefix, false);
            walk.goingOn = TypedLines.goingOn(ofNote, width);
            PlainLayer.walk(note.element(), walk);
            marks += walk.marked;
            notes.add(new Note(note.id(), note.back(), note.sign(), walk.out.toString()));
        }
        var language = LANGUAGE.matcher(text.language()).matches() && !text.language().equals("und") ? text.language() : "";
        return new TextHtml(body.out.toString(), notes, language, RIGHT_TO_LEFT.contains(language.split("-")[0].toLowerCase(Locale.ROOT)), marks);
    }

    /// A text cut where its paragraphs, headings, lists and tables begin.
    ///
    /// @param pieces in order
    public record Pieces(List<Piece> pieces, List<Note> notes, String language, boolean rtl) {}

    /// One piece.
    ///
    /// @param length in characters of the plain layer
    /// @param number as printed before it; empty where there is none
    public record Piece(String html, int length, String number) {}

    /// A text in pieces, for two columns; divisions leave no trace.
    ///
    /// @param nth its place among the texts of the page, from 1
    static Pieces pieces(Text text, int nth) {
        var body = new Walk(PlainLayer.of(text), _ -> List.of(), List.of(), nth == 1 ? "" : "t" + nth + "-", true);
        var cuts = new ArrayList<Cut>();
        body.cuts = cuts;
        PlainLayer.walk(text.body(), body);
        var pieces = new ArrayList<Piece>();
        for (var i = 0; i < cuts.size(); i++)
            pieces.add(new Piece(body.out.substring(cuts.get(i).at, i + 1 < cuts.size() ? cuts.get(i + 1).at : body.out.length()),
                    cuts.get(i).length, cuts.get(i).number.toString().strip()));
        var whole = of(text, nth, _ -> List.of());
        return new Pieces(pieces, whole.notes, whole.language, whole.rtl);
    }

    /// Where a piece begins, and what was met in it.
    private static final class Cut {
        final int at;
        final StringBuilder number = new StringBuilder();
        int length;

        Cut(int at) {
            this.at = at;
        }
    }

    /// The same, every marked place with an address: `hit-1`, counted on from what was counted before.
    ///
    /// @param count how many were counted; counted on
    TextHtml numbered(int[] count) {
        return new TextHtml(numbered(html, count),
                notes.stream().map(n -> new Note(n.id, n.back, n.sign, numbered(n.html, count))).toList(), language, rtl, marks);
    }

    private static String numbered(String html, int[] count) {
        if (!html.contains("<mark>")) return html;
        var out = new StringBuilder(html.length() + 64);
        var from = 0;
        for (var at = html.indexOf("<mark>"); at >= 0; at = html.indexOf("<mark>", from)) {
            out.append(html, from, at).append("<mark id=\"hit-").append(++count[0]).append("\">");
            from = at + "<mark>".length();
        }
        return out.append(html, from, html.length()).toString();
    }

    private static int place(List<Element> notes, Element note) {
        for (var i = 0; i < notes.size(); i++) if (notes.get(i) == note) return i;
        return -1;
    }

    /// Words escaped for HTML content and double-quoted attributes.
    static String escape(String words) {
        var out = new StringBuilder(words.length() + 16);
        escape(words, out);
        return out.toString();
    }

    private static void escape(String words, StringBuilder out) {
        for (var i = 0; i < words.length(); i++) {
            var c = words.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c);
            }
        }
    }

    private record Met(Element element, String id, String back, String sign) {}

    /// One layer being walked.
    private static final class Walk implements PlainLayer.Walker {
        private static final String END = "</p>";
        final StringBuilder out = new StringBuilder(4096);
        final List<Met> notes = new ArrayList<>();
        private final Deque<String> closings = new ArrayDeque<>();
        private final IdentityHashMap<Element, Integer> blocks = new IdentityHashMap<>();
        private final Set<Integer> editors = new java.util.HashSet<>(); // the blocks that are theirs
        List<Passage> passages = List.of();
        Map<Element, String> goingOn = Map.of(); // paragraphs that go on with the one before, and what stands between
        private final Set<String> begun = new java.util.HashSet<>();
        private final PlainLayer layer;
        private final List<Mark> marks;
        private final List<Link> links;
        private final String prefix;
        private final boolean body;
        private int mark;
        private int link;
        private int marked;
        private @Nullable List<Cut> cuts; // where pieces begin; null for a text in one piece
        private int depth; // of elements that are no divisions
        private String paragraph = ""; // the address of a paragraph that has no words yet

        Walk(PlainLayer layer, Function<PlainLayer, List<Mark>> finder, List<Link> links, String prefix, boolean body) {
            this.layer = layer;
            this.marks = finder.apply(layer);
            this.links = links;
            this.prefix = prefix;
            this.body = body;
            if (body) for (var i = 0; i < layer.blocks().size(); i++) blocks.putIfAbsent(layer.blocks().get(i).element(), i + 1);
            if (body) for (var block : layer.editors()) editors.add(blocks.getOrDefault(block.element(), 0));
        }

        @Override
        public void open(Element e) {
            cut(e.tag());
            if (e.tag() != Tag.DIV) depth++;
            var number = blocks.get(e);
            var id = number == null ? "" : prefix + "p" + number;
            var at = id.isEmpty() ? "" : " id=\"" + id + "\"";
            closings.push(switch (e.tag()) {
                case P -> goingOn.containsKey(e) && endsParagraph() ? goOn(e, at) : paragraph(id, at, number != null && editors.contains(number));
                case HEAD -> tag("<h3" + at + ">", "</h3>");
                case LIST -> tag("<ul class=\"list\"" + at + ">", "</ul>");
                case ITEM -> tag("<li" + at + ">", "</li>");
                case LABEL -> label(at);
                case TABLE -> tag("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Table\"><table>", "</table></div>");
                case ROW -> tag("<tr" + at + ">", "</tr>");
                case CELL -> cell(e);
                case QUOTE -> tag("<blockquote" + at + ">", "</blockquote>");
                case Q -> tag("<q>", "</q>");
                case HI -> e.attribute("rend").filter("bold"::equals).isPresent() ? tag("<strong>", "</strong>")
                        : e.attribute("rend").filter("superscript"::equals).isPresent() ? tag("<sup>", "</sup>") : tag("<em>", "</em>");
                case FOREIGN ->
                        tag("<i" + e.attribute("xml:lang").filter(l -> LANGUAGE.matcher(l).matches()).map(l -> " lang=\"" + l + "\"").orElse("") + ">", "</i>");
                case REF -> e.attribute("target").filter(t -> WEB.matcher(t).matches())
                        .map(t -> tag("<a class=\"ref\" rel=\"nofollow\" href=\"" + escape(t) + "\">", "</a>")).orElse("");
                case GAP -> gap(e);
                case UNCLEAR -> tag("<span class=\"unclear\" title=\"Not readable in the original\"><span class=\"unseen\">Not readable: </span>", "</span>");
                case SIC -> tag("<span class=\"sic\" title=\"As in the original\">", "</span>");
                case SUPPLIED -> tag("<span class=\"supplied\" title=\"Supplied by the editors\">", "</span>");
                case PB -> page(e);
                case LB -> tag("<br>", "");
                case DIV -> cuts != null ? "" : tag("<div class=\"div\"" + at + ">", "</div>");
                case DATELINE, SALUTE, SIGNED, OPENER, CLOSER, FIGURE -> tag("<div class=\"" + e.tag().teiName() + "\"" + at + ">", "</div>");
                case BODY, FW, NOTE, CORR, CHOICE, ORIG, REG, ABBR, EXPAN, PERS_NAME, ORG_NAME, PLACE_NAME, DATE, TIME -> "";
            });
        }

        @Override
        public void close(Element e) {
            if (e.tag() != Tag.DIV) depth--;
            out.append(closings.pop());
            if (e.tag() == Tag.P || e.tag() == Tag.HEAD) paragraph = "";
        }

        /// Begins a piece at what stands in no other; a page's beginning goes with what follows it.
        private void cut(Tag tag) {
            if (cuts == null || depth > 0 || tag == Tag.DIV || !cuts.isEmpty() && cuts.getLast().length == 0) return;
            if (cuts.isEmpty() || BEGINS.contains(tag)) cuts.add(new Cut(out.length()));
        }

        private String tag(String open, String close) {
            out.append(open);
            return close;
        }

        private String paragraph(String id, String at, boolean editors) {
            paragraph = id;
            return tag((editors ? "<p class=\"editors\"" : "<p") + at + ">", END);
        }

        private boolean endsParagraph() {
            return out.length() >= END.length() && out.substring(out.length() - END.length()).equals(END);
        }

        private String goOn(Element e, String at) {
            out.setLength(out.length() - END.length());
            return tag(goingOn.get(e) + "<span class=\"line\"" + at + ">", "</span>" + END);
        }

        private String label(String at) {
            if (paragraph.isEmpty()) return tag("<span class=\"label\"" + at + ">", "</span> ");
            var to = paragraph;
            paragraph = "";
            return tag("<a class=\"para numbered\" href=\"#" + to + "\">", "</a>");
        }

        private String cell(Element e) {
            if (e.attribute("role").filter("label"::equals).isPresent()) return tag("<th scope=\"col\">", "</th>");
            return tag(FIGURE.matcher(PlainLayer.of(e).text()).matches() ? "<td class=\"number\">" : "<td>", "</td>");
        }

        private String gap(Element e) {
            var why = switch (e.attribute("reason").orElse("")) {
                case "withheld" -> "Not declassified";
                case "redacted" -> "Withheld by this archive";
                case "illegible" -> "Not readable in the original";
                case "lost" -> "Missing in the original";
                default -> "Left out by the editors";
            };
            return tag("<span class=\"gap\" title=\"" + why + "\"><span class=\"unseen\">" + why + ": </span>",
                    (e.children().isEmpty() ? "[" + why.toLowerCase(Locale.ROOT) + "]" : "") + "</span>");
        }

        private String page(Element e) {
            var n = e.attribute("n").orElse("");
            if (!NAME.matcher(n).matches() || !body) return "";
            return tag("<a class=\"page\" id=\"" + prefix + "page-" + n + "\" href=\"#" + prefix + "page-" + n + "\"><span>p. " + n + "</span></a>", "");
        }

        @Override
        public void note(Element note) {
            var sign = note.attribute("n").orElse("*");
            var type = note.attribute("type").orElse("");
            if (type.equals("source")) return;
            if (type.equals("mark")) {
                var target = note.attribute("target").orElse("").replace("#", "");
                phrase("<a class=\"noteref\" href=\"#" + prefix + escape(target)
                        + "\" role=\"doc-noteref\" aria-label=\"Note " + escape(sign) + "\">" + escape(sign) + "</a>");
                return;
            }
            var name = note.attribute("xml:id").filter(i -> NAME.matcher(i).matches()).orElse("x" + (notes.size() + 1));
            var marksIt = name.startsWith("n") && !type.equals("title");
            var back = marksIt ? prefix + "r" + name.substring(1) : "";
            notes.add(new Met(note, prefix + name, back, sign));
            if (marksIt)
                phrase("<a id=\"" + back + "\" class=\"noteref\" href=\"#" + prefix + name
                        + "\" role=\"doc-noteref\" aria-label=\"Note " + escape(sign) + "\">" + escape(sign) + "</a>");
        }

        private void phrase(String html) {
            address();
            out.append(html);
        }

        /// A paragraph without a number of its own has its address before its first words.
        private void address() {
            if (paragraph.isEmpty()) return;
            out.append("<a class=\"para unnumbered\" href=\"#").append(paragraph).append("\" aria-label=\"Address of this paragraph\">¶</a>");
            paragraph = "";
        }

        @Override
        public void words(String words, int start) {
            if (cuts != null) count(words);
            address();
            for (var at = 0; at < words.length(); ) {
                var from = start + at;
                while (link < links.size() && links.get(link).end() <= from) link++;
                var to = Math.min(words.length(), nextEdge(from) - start);
                anchor(from);
                var linked = !closings.contains("</a>") && begin(from); // a link cannot stand in a link
                marked(words.substring(at, to), from);
                if (linked) out.append("</a>");
                at = to;
            }
        }

        private void count(String words) {
            if (cuts == null) return;
            if (cuts.isEmpty()) cuts.add(new Cut(0));
            if (closings.contains("</a>") && cuts.getLast().length == cuts.getLast().number.length()) cuts.getLast().number.append(words);
            cuts.getLast().length += words.length();
        }

        /// Gives every passage that begins here, and whose own link does not, its address.
        private void anchor(int unit) {
            var linked = closings.contains("</a>") || link < links.size() && links.get(link).start() <= unit ? null : shortest(unit);
            for (var p : passages)
                if (!p.equals(linked) && unit(p.start()) <= unit && unit < unit(p.end()) && begun.add(p.id()))
                    out.append("<span id=\"").append(p.id()).append("\"></span>");
        }

        /// Begins the link of a place: that of the reference there, else that of the shortest passage; false where there is neither.
        private boolean begin(int unit) {
            if (link < links.size() && links.get(link).start() <= unit) {
                var l = links.get(link);
                out.append("<a class=\"reference\" href=\"").append(escape(l.to())).append("\" title=\"")
                        .append(escape(l.name())).append("\" data-date=\"").append(escape(l.date())).append("\">");
                return true;
            }
            var passage = shortest(unit);
            if (passage == null) return false;
            out.append("<a class=\"").append(passage.kind()).append("\" href=\"").append(passage.to()).append('"')
                    .append(begun.add(passage.id()) ? " id=\"" + passage.id() + "\"" : "").append('>');
            return true;
        }

        private int unit(int codePoint) {
            return layer.unit(codePoint);
        }

        /// The shortest passage at a place; null where there is none.
        private @Nullable Passage shortest(int unit) {
            return passages.stream().filter(p -> unit(p.start()) <= unit && unit < unit(p.end()))
                    .min(java.util.Comparator.comparingInt(p -> p.end() - p.start())).orElse(null);
        }

        /// The next place at which a reference or a passage begins or ends.
        private int nextEdge(int after) {
            var edges = passages.stream().flatMapToInt(p -> java.util.stream.IntStream.of(unit(p.start()), unit(p.end())));
            var next = edges.filter(edge -> edge > after).min().orElse(Integer.MAX_VALUE);
            if (link >= links.size()) return next;
            var l = links.get(link);
            return Math.min(next, l.start() > after ? l.start() : l.end());
        }

        private void marked(String words, int start) {
            var at = 0;
            while (at < words.length()) {
                while (mark < marks.size() && marks.get(mark).end() <= start + at) mark++;
                if (mark >= marks.size() || marks.get(mark).start() >= start + words.length()) break;
                var m = marks.get(mark);
                var from = Math.max(at, m.start() - start);
                var to = Math.min(words.length(), m.end() - start);
                escape(words.substring(at, from), out);
                if (m.start() >= start) marked++;
                out.append(m.start() >= start ? "<mark>" : "<mark class=\"on\">");
                escape(words.substring(from, to), out);
                out.append("</mark>");
                at = to;
            }
            escape(words.substring(at), out);
        }
    }
}
