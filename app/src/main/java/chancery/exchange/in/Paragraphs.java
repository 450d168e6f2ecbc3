package chancery.exchange.in;

import chancery.document.Node;
import chancery.document.Node.Chars;
import chancery.document.Node.Element;
import chancery.document.Node.Tag;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Paragraphs out of lines. A line that breaks only because the page was full goes on in its paragraph; one that breaks where there was room
/// (an address, a signature, a verse) keeps its end as `lb`; in a file whose paragraphs are single long lines each line is a paragraph.
/// Words divided at a line's end are joined; their hyphen stays where the text has the word with it elsewhere.
final class Paragraphs {
    private static final int WIDEST = 160, NARROWEST = 40;
    private static final Pattern NUMBERED = Pattern.compile("\\s*(?:\\(?[0-9A-Za-z]{1,4}[.)]|[-*•·])\\s.*", Pattern.DOTALL);
    private static final Set<String> KEEP_HYPHEN = Set.of("self", "ex", "non", "anti", "pro", "vice", "all", "semi", "half",
            "well", "so", "cross", "quasi", "inter", "post", "pre", "under", "counter", "ultra", "major", "attorney", "commander");

    private final double room;
    private final int width;
    private final Set<String> words;

    /// One page, or a text that has none.
    ///
    /// @param above      running heads, outside the text
    /// @param paragraphs its paragraphs, each the lines as they stand; none is empty
    /// @param below      running feet and page numbers, outside the text
    record Page(List<String> above, List<List<String>> paragraphs, List<String> below) {}

    private Paragraphs(List<Page> pages, double room) {
        this.room = room;
        this.width = width(pages);
        this.words = words(pages);
    }

    /// Splits words into pages at form feeds and into paragraphs at blank lines.
    static List<Page> split(String text) {
        var pages = new ArrayList<Page>();
        for (var sheet : text.split("\f", -1)) {
            var paragraphs = new ArrayList<List<String>>();
            var lines = new ArrayList<String>();
            for (var line : sheet.split("\n", -1)) {
                if (!line.isBlank()) {
                    lines.add(line.stripTrailing());
                } else if (!lines.isEmpty()) {
                    paragraphs.add(List.copyOf(lines));
                    lines.clear();
                }
            }
            if (!lines.isEmpty()) paragraphs.add(List.copyOf(lines));
            pages.add(new Page(List.of(), paragraphs, List.of()));
        }
        while (pages.size() > 1 && pages.getLast().paragraphs().isEmpty()) pages.removeLast(); // a form feed at the end of a file begins no page
        return pages;
    }

    /// Adds pages to a text; more than one are numbered from 1, as `pb`.
    ///
    /// @param ragged whether lines may end well before the margin, as in a PDF with proportional letters
    static void build(List<Page> pages, boolean ragged, boolean numbered, TextBuilder out) {
        new Paragraphs(pages, ragged ? 0.7 : 0.9).add(pages, numbered || pages.size() > 1, out);
    }

    private void add(List<Page> pages, boolean numbered, TextBuilder out) {
        List<Node> open = List.of(); // a paragraph that may go on over the page
        List<Node> foot = List.of(); // what stands below it on its page
        for (var i = 0; i < pages.size(); i++) {
            var page = pages.get(i);
            var edge = new ArrayList<>(foot);
            if (numbered) edge.add(TextBuilder.pageBreak(Integer.toString(i + 1)));
            page.above().forEach(line -> edge.add(running("top", line)));
            var paragraphs = new ArrayList<List<Node>>();
            for (var lines : page.paragraphs()) paragraphs.addAll(nodes(lines));
            if (!open.isEmpty() && !paragraphs.isEmpty() && goesOn(open, paragraphs.getFirst())) {
                var joined = new ArrayList<>(open);
                var last = (Chars) joined.removeLast();
                joined.add(new Chars(endsDivided(last.words()) ? undivided(last.words(), firstWord(((Chars) paragraphs.getFirst().getFirst()).words()))
                        : last.words() + " "));
                joined.addAll(edge);
                joined.addAll(paragraphs.getFirst());
                paragraphs.set(0, joined);
            } else {
                out.paragraph(open);
                edge.forEach(e -> out.add((Element) e));
            }
            for (var p = 0; p < paragraphs.size() - 1; p++) out.paragraph(paragraphs.get(p));
            open = paragraphs.isEmpty() ? List.of() : paragraphs.getLast();
            foot = page.below().stream().<Node>map(line -> running("bottom", line)).toList();
        }
        out.paragraph(open);
        foot.forEach(e -> out.add((Element) e));
    }

    private static Element running(String place, String line) {
        return new Element(Tag.FW, Map.of("place", place), List.of(new Chars(folded(line))));
    }

    /// The paragraphs in a run of lines: mostly one.
    private List<List<Node>> nodes(List<String> lines) {
        var all = new ArrayList<List<Node>>();
        var nodes = new ArrayList<Node>();
        var run = new StringBuilder();
        var long1 = lines.stream().anyMatch(l -> l.length() > WIDEST);
        for (var i = 0; i < lines.size(); i++) {
            var line = folded(lines.get(i));
            run.append(line);
            if (i + 1 == lines.size()) break;
            var next = lines.get(i + 1);
            if (long1 || beginsByIndent(lines, i + 1)) {
                nodes.add(new Chars(run.toString()));
                run.setLength(0);
                all.add(List.copyOf(nodes));
                nodes.clear();
            } else if (isFull(lines.get(i), next)) {
                if (endsDivided(line) && Character.isLetterOrDigit(next.strip().codePointAt(0))) {
                    run.setLength(run.length() - line.length());
                    run.append(undivided(line, firstWord(next)));
                } else {
                    run.append(' ');
                }
            } else {
                nodes.add(new Chars(run.toString()));
                nodes.add(Element.of(Tag.LB, List.of()));
                run.setLength(0);
            }
        }
        nodes.add(new Chars(run.toString()));
        all.add(List.copyOf(nodes));
        return all;
    }

    /// Whether a line ends because the next word had no room in it.
    private boolean isFull(String line, String next) {
        return width > 0 && line.length() + 1 + firstWord(next).length() > width * room;
    }

    /// A single indented line after the end of a sentence begins a paragraph in typescripts without blank lines.
    private static boolean beginsByIndent(List<String> lines, int i) {
        int here = indent(lines.get(i)), before = indent(lines.get(i - 1));
        return here >= before + 2 && (i + 1 == lines.size() || indent(lines.get(i + 1)) < here)
                && endsSentence(lines.get(i - 1)) && !NUMBERED.matcher(lines.get(i - 1)).matches();
    }

    private static int indent(String line) {
        var n = 0;
        for (var i = 0; i < line.length() && Character.isWhitespace(line.charAt(i)); i++) n += line.charAt(i) == '\t' ? 4 : 1;
        return n;
    }

    private static boolean goesOn(List<Node> open, List<Node> next) {
        if (!(next.getFirst() instanceof Chars c) || c.words().isEmpty()) return false;
        var last = lastWords(open);
        return !last.isEmpty() && !endsSentence(last) && Character.isLowerCase(c.words().codePointAt(0));
    }

    private static String lastWords(List<Node> nodes) {
        return nodes.isEmpty() || !(nodes.getLast() instanceof Chars c) ? "" : c.words();
    }

    static boolean endsSentence(String words) {
        var end = words.length();
        while (end > 0 && (Character.isWhitespace(words.charAt(end - 1)) || "\"'”’)]»".indexOf(words.charAt(end - 1)) >= 0)) end--;
        return end > 0 && ".!?:;…".indexOf(words.charAt(end - 1)) >= 0;
    }

    private static boolean endsDivided(String line) {
        var end = line.length();
        if (end < 2) return false;
        var c = line.charAt(end - 1);
        return (c == '-' || c == '\u00ad' || c == '\u2010') && Character.isLetter(line.charAt(end - 2));
    }

    /// The line without the hyphen at its end, unless the word is written with one: in this text elsewhere, after such a beginning always,
    /// before a capital or a number, or where both halves are words of this text.
    private String undivided(String line, String rest) {
        var stem = line.substring(0, line.length() - 1);
        if (line.endsWith("\u00ad")) return stem;
        var from = stem.length();
        while (from > 0 && (Character.isLetter(stem.charAt(from - 1)) || stem.charAt(from - 1) == '-')) from--;
        var before = stem.substring(from).toLowerCase(Locale.ROOT);
        var letters = 0;
        while (letters < rest.length() && Character.isLetter(rest.charAt(letters))) letters++;
        if (letters == 0 || Character.isUpperCase(rest.codePointAt(0)) || letters < rest.length() && rest.charAt(letters) == '-') return line;
        var after = rest.substring(0, letters).toLowerCase(Locale.ROOT);
        if (before.contains("-") || KEEP_HYPHEN.contains(before) || words.contains(before + "-" + after)) return line;
        return !words.contains(before + after) && (letters < 3 || words.contains(before) && words.contains(after)) ? line : stem;
    }

    private static String firstWord(String line) {
        var from = 0;
        while (from < line.length() && Character.isWhitespace(line.charAt(from))) from++;
        var to = from;
        while (to < line.length() && !Character.isWhitespace(line.charAt(to))) to++;
        return line.substring(from, to);
    }

    /// White space folded, as the layer would.
    static String folded(String line) {
        var out = new StringBuilder(line.length());
        var space = false;
        for (var i = 0; i < line.length(); i++) {
            var c = line.charAt(i);
            if (Character.isWhitespace(c) || c == '\u00a0') {
                space = true;
            } else {
                if (space && !out.isEmpty()) out.append(' ');
                space = false;
                out.append(c);
            }
        }
        return out.toString();
    }

    /// How wide the page was, in characters: only one line in twenty is longer; 0 where lines are not broken by a margin.
    private static int width(List<Page> pages) {
        var lengths = new int[WIDEST + 2];
        var count = 0;
        for (var page : pages) {
            for (var lines : page.paragraphs()) {
                for (var i = 0; i + 1 < lines.size(); i++) {
                    lengths[Math.min(lines.get(i).length(), WIDEST + 1)]++;
                    count++;
                }
            }
        }
        var longer = 0;
        for (var width = WIDEST + 1; width >= NARROWEST; width--) {
            longer += lengths[width];
            if (longer > 0 && longer * 20 >= count) return width > WIDEST ? 0 : width;
        }
        return 0;
    }

    private static int endOfWord(String line, int from) {
        var to = from;
        while (to < line.length() && (Character.isLetter(line.charAt(to)) || to > from && line.charAt(to) == '-')) to++;
        return to;
    }

    /// The words of the text, but for those that a line's end divides; gathered only where there is one to be judged by them.
    private static Set<String> words(List<Page> pages) {
        var words = new HashSet<String>();
        var divided = false;
        for (var page : pages) for (var lines : page.paragraphs()) for (var line : lines) divided |= endsDivided(line);
        if (!divided) return words;
        for (var page : pages) {
            for (var lines : page.paragraphs()) {
                var afterDivided = false;
                for (var line : lines) {
                    var from = afterDivided ? endOfWord(line, 0) : 0;
                    while (from < line.length()) {
                        var to = endOfWord(line, from);
                        if (to == from) from++;
                        else {
                            if (line.charAt(to - 1) != '-' && to - from < 60) words.add(line.substring(from, to).toLowerCase(Locale.ROOT));
                            from = to;
                        }
                    }
                    afterDivided = endsDivided(line);
                }
            }
        }
        return words;
    }
}
