package chancery.exchange.in;

import chancery.finding.Finding;
import chancery.finding.FindingCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/// A record page saved as HTML, of either generation of the model page. Where the classes of a generation are there, they are used;
/// elsewhere the labels themselves tell what stands under them, so that a page whose classes have changed still gives its parts.
final class PageAsHtml {
    private static final Pattern NODE = Pattern.compile("\"currentPath\"\\s*:\\s*\"node\\\\?/(\\d{1,12})\"");
    private static final String LABELS = "h2, h3, h4, h5, h6, dt, th, strong, b, label, legend, .sub-title, .title, .label, .field__label, .field-label";
    private static final String TEXTS = "#transcript, #translation, .transcript, .translation, .doc-text, .document-text, .document-body, .field--name-body";
    private static final Set<String> APART = Set.of("p", "div", "li", "br", "dd", "td", "h2", "h3", "h4", "h5", "h6", "tr", "section", "ul", "ol");
    private static final int MOST_LABELS = 200, MOST_VALUES = 1_000;

    private final Document page;
    private final PageParts parts = new PageParts();
    private final Set<Node> taken = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Element> holdsLabel = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Element> labels = Collections.newSetFromMap(new IdentityHashMap<>());

    private PageAsHtml(Document page) {
        this.page = page;
    }

    /// The parts of a page; empty where nothing on it says that it is one.
    static Optional<PageParts> read(String html) {
        return new PageAsHtml(HtmlText.parse(html)).read();
    }

    private Optional<PageParts> read() {
        for (var script : page.select("script")) {
            var node = NODE.matcher(script.data());
            if (node.find()) parts.node = node.group(1);
        }
        var canonical = page.select("link[rel=canonical]").attr("href").strip();
        if (canonical.startsWith("https://") || canonical.startsWith("http://")) parts.address = canonical;
        page.select("script, style, noscript, template, nav").remove();
        var panes = panes();
        labels(panes);
        if (parts.where.isEmpty() && page.select(".information-block, .doc-inf-information").isEmpty()) return Optional.empty();
        head(panes);
        texts(panes);
        return Optional.of(parts);
    }

    private void head(List<Element> panes) {
        var heading = Optional.ofNullable(page.selectFirst("h1.title")).or(() -> Optional.ofNullable(page.selectFirst("h1")));
        heading.ifPresent(taken::add);
        parts.title = heading.map(PageAsHtml::words).orElse("");
        if (parts.title.isEmpty()) parts.title = words(page.select("meta[property=og:title]").attr("content"));
        if (parts.title.isEmpty()) parts.title = words(page.title()).replaceFirst(" [|] [^|]{1,80}$", "");
        outside(".date", panes).ifPresent(e -> parts.date = words(e));
        outside(".donated", panes).ifPresent(e -> parts.credit = words(e));
        if (!parts.where.containsKey(PageLabel.SUMMARY)) outside(".text-block", panes).ifPresent(e -> parts.summary = words(e));
        if (parts.all(PageLabel.SUBJECTS).isEmpty()) page.select("#subj-list li").forEach(e -> parts.add(PageLabel.SUBJECTS, words(e)));
    }

    /// The first element of a class that belongs to the record itself: not to a text, nor to a block of labels.
    private Optional<Element> outside(String css, List<Element> panes) {
        for (var e : page.select(css)) {
            if (isInside(e, panes) || e.closest(".information-block, .pill-block, .doc-inf-information, header, footer") != null || words(e).isEmpty())
                continue;
            taken.add(e);
            return Optional.of(e);
        }
        return Optional.empty();
    }

    private static boolean isInside(Element e, List<Element> panes) {
        for (Element at = e; at != null; at = at.parent()) if (panes.contains(at)) return true;
        return false;
    }

    // ---- texts

    /// What holds the texts: the tabs' panes, that which was open first; else whatever is marked as transcript or translation.
    private List<Element> panes() {
        var panes = new ArrayList<Element>();
        for (var css : List.of(".tab-pane", TEXTS)) {
            for (var e : page.select(css)) {
                if (panes.size() < 50 && !isInside(e, panes) && e.closest(".information-block, .pill-block, .doc-inf-information") == null) panes.add(e);
            }
            if (!panes.isEmpty()) break;
        }
        panes.sort((a, b) -> Boolean.compare(b.hasClass("active"), a.hasClass("active"))); // stable: the others keep the order of the page
        return panes;
    }

    private void texts(List<Element> panes) {
        for (var pane : panes) {
            var name = name(pane);
            pane.removeAttr("style").removeAttr("hidden"); // a tab that was not open is hidden, and is a text all the same
            version(name, pane);
        }
        if (!parts.versions.isEmpty()) return;
        var main = page.selectFirst("main, article, #content, #main");
        if (main == null) main = page.body();
        for (var node : taken) node.remove();
        main.select(".information-block, .pill-block, .doc-inf-information, #subj-list, header, footer, form, [role=navigation]").remove();
        version("", main);
    }

    private void version(String name, Element pane) {
        var findings = new ArrayList<Finding>();
        var blocks = HtmlText.blocks(pane, findings);
        if (blocks.stream().noneMatch(TextBuilder::hasWords)) {
            var scan = pane.selectFirst("iframe[src], object[data], embed[src], img[src]");
            if (scan != null)
                parts.findings.add(new Finding(FindingCode.IMAGE_LEFT_OUT, name.isEmpty() ? "page" : "tab " + name,
                        scan.hasAttr("data") ? scan.attr("data") : scan.attr("src")));
            return;
        }
        parts.findings.addAll(findings);
        var lang = pane.attr("lang");
        if (lang.isEmpty()) {
            var only = pane.children();
            if (only.size() == 1) lang = only.getFirst().attr("lang");
        }
        parts.versions.add(new PageParts.Version(name, lang, blocks));
    }

    /// The words of the tab that opens a pane.
    private String name(Element pane) {
        var id = pane.id();
        for (var link : page.select("a[href^=#], [data-bs-target], [data-target], [aria-controls]")) {
            if (id.isEmpty()) break;
            if (link.attr("href").equals("#" + id) || link.attr("data-bs-target").equals("#" + id)
                    || link.attr("data-target").equals("#" + id) || link.attr("aria-controls").equals(id)) {
                var words = words(link);
                if (!words.isEmpty()) return words;
            }
        }
        var label = pane.attr("aria-labelledby").isEmpty() ? null : page.getElementById(pane.attr("aria-labelledby"));
        if (label != null) return words(label);
        var said = (id + " " + pane.className()).toLowerCase(Locale.ROOT);
        return said.contains("translation") ? "Translation" : said.contains("transcript") ? "Transcript" : "";
    }

    // ---- labels

    private void labels(List<Element> panes) {
        var found = new ArrayList<Element>();
        for (var e : page.select(LABELS)) {
            if (found.size() >= MOST_LABELS) break;
            if (e.childNodeSize() > 5 || isInside(e, panes) || e.parent() != null && labels.contains(e.parent())) continue;
            if (PageLabel.of(words(e)).isEmpty()) continue;
            found.add(e);
            labels.add(e);
            for (Element at = e; at != null && holdsLabel.add(at); at = at.parent()) { } // stops where another label has been
        }
        for (var e : found) {
            var label = PageLabel.of(words(e)).orElseThrow();
            if (label == PageLabel.INFORMATION) {
                taken.add(e);
                continue;
            }
            var written = words(e);
            parts.saw(label, written, "label " + written);
            var nodes = valueOf(e);
            taken.add(e);
            taken.addAll(nodes);
            values(nodes, label.hasMany()).forEach(v -> {
                if (PageLabel.of(v).isEmpty() && parts.all(label).size() < MOST_VALUES) parts.add(label, v);
            });
        }
    }

    /// The nodes that hold a label's value: the rest of its block; the cells or definitions after it; else what follows it until the next label.
    private List<Node> valueOf(Element label) {
        var block = label.closest(".information-block, .pill-block, .field");
        if (block != null && block != label && labelsIn(block) == 1) return rest(block, label);
        for (Element at = label; at != null && at.parent() != null; at = at.parent()) {
            var following = following(at);
            if (following.stream().anyMatch(PageAsHtml::hasWords) || hasLabelAfter(at)) return following;
            if (at.parent().childrenSize() > 1 || !words(at.parent()).equals(words(label))) break; // its wrapper holds more than the label
        }
        return List.of();
    }

    private int labelsIn(Element block) {
        var count = 0;
        for (var e : labels) if (isInside(e, List.of(block)) && ++count > 1) break;
        return count;
    }

    private List<Node> rest(Element block, Element label) {
        var nodes = new ArrayList<Node>();
        for (Node child : block.childNodes()) if (child != label) nodes.add(child);
        return nodes;
    }

    private List<Node> following(Element from) {
        var nodes = new ArrayList<Node>();
        for (Node next = from.nextSibling(); next != null && nodes.size() < MOST_VALUES; next = next.nextSibling()) {
            if (next instanceof Element e && (e.id().equals("subj-list") || holdsLabel.contains(e))) break;
            nodes.add(next);
        }
        return nodes;
    }

    private boolean hasLabelAfter(Element from) {
        for (Element next = from.nextElementSibling(); next != null; next = next.nextElementSibling()) {
            if (holdsLabel.contains(next)) return true;
            if (next.hasText()) return false;
        }
        return false;
    }

    /// The values in a run of nodes: its pills or list items where it has them, else its lines.
    private List<String> values(List<Node> nodes, boolean many) {
        for (var css : many ? List.of(".pill .name", ".pill-subject", ".pill", "li") : List.<String>of()) {
            var values = new LinkedHashSet<String>();
            for (var node : nodes) if (node instanceof Element e) e.select(css).forEach(v -> values.add(words(v)));
            values.remove("");
            if (!values.isEmpty()) return List.copyOf(values);
        }
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var node : nodes) if (!(node instanceof Element e && labels.contains(e))) lines(node, line, lines, 0);
        end(line, lines);
        return lines;
    }

    private void lines(Node node, StringBuilder line, List<String> lines, int depth) {
        if (node instanceof TextNode words) {
            line.append(words.getWholeText());
        } else if (node instanceof Element e && !labels.contains(e)) {
            if (depth > 60) {
                line.append(e.text());
                return;
            }
            var apart = APART.contains(e.normalName());
            if (apart) end(line, lines);
            for (var child : e.childNodes()) lines(child, line, lines, depth + 1);
            if (apart) end(line, lines);
        }
    }

    private static void end(StringBuilder line, List<String> lines) {
        var words = words(line.toString());
        if (!words.isEmpty()) lines.add(words);
        line.setLength(0);
    }

    private static boolean hasWords(Node node) {
        return node instanceof TextNode words ? !words.isBlank() : node instanceof Element e && e.hasText();
    }

    private static String words(@Nullable Element e) {
        return e == null ? "" : words(e.text());
    }

    private static String words(String words) {
        return Paragraphs.folded(SourceWords.clean(words));
    }
}
