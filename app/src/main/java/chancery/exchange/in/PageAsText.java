package chancery.exchange.in;

import chancery.document.Node.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A record page saved as text: the lines as a browser lays them out. What is what is told by the
/// labels, which stand in lines of their own, and by the order of the page.
final class PageAsText {
    private static final Pattern TAB = Pattern.compile(
            "(?:original |english |full )?(?:\\p{L}+ )?(?:transcript(?:ion)?|translation|paraphrase|text|scan)(?: \\(?\\p{L}+\\)?)?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Set<String> CHROME = Set.of("share", "cite", "citation", "download", "print", "email",
            "save", "view pdf", "pdf", "get pdf", "view/download", "expand", "menu", "search", "close", "back to top");
    private static final int MENU = 12, LONGEST_SUMMARY = 1500;

    private final List<String> lines;
    private final PageParts parts = new PageParts();

    private PageAsText(String text) {
        this.lines = text.lines().map(Paragraphs::folded).toList();
    }

    /// The parts of a page; empty where nothing on it says that it is one.
    static Optional<PageParts> read(String text) {
        return new PageAsText(text.replace('\f', '\n')).read();
    }

    private Optional<PageParts> read() {
        var information = -1;
        for (var i = 0; i < lines.size(); i++) if (PageLabel.of(lines.get(i)).orElse(null) == PageLabel.INFORMATION) information = i;
        if (information < 0) return Optional.empty();
        var end = head();
        labels(end);
        return Optional.of(parts);
    }

    /// Reads date, title, texts and summary; returns the line of the first label.
    private int head() {
        var from = 0;
        while (from < lines.size() && (lines.get(from).isEmpty() || lines.get(from).toLowerCase(Locale.ROOT).startsWith("skip to "))) from++;
        var first = new ArrayList<Integer>();
        for (var i = from; i < lines.size() && first.size() < MENU; i++) if (!lines.get(i).isEmpty()) first.add(i);
        var at = from;
        var date = first.stream().filter(i -> WrittenDate.read(lines.get(i)).isPresent() || isUndated(lines.get(i))).findFirst();
        if (date.isPresent()) {
            var after = next(date.get() + 1);
            var before = first.indexOf(date.get()) == 0 ? "" : lines.get(first.get(first.indexOf(date.get()) - 1));
            if (!before.isEmpty() && !isChrome(before) && (after >= lines.size() || lines.get(after).length() > 300 || isTab(lines.get(after)))) {
                parts.title = before; // the older pages have the title first
                at = date.get() + 1;
            } else if (after < lines.size() && !isLabel(after)) {
                parts.title = lines.get(after);
                at = after + 1;
            }
            parts.date = lines.get(date.get());
        } else if (from < lines.size() && !isLabel(from)) {
            parts.title = lines.get(from);
            at = from + 1;
        }
        var end = at;
        while (end < lines.size() && !isLabel(end)) end++;
        body(at, end);
        return end;
    }

    private record Run(int from, int to, int gap) {}

    private void body(int from, int to) {
        var runs = new ArrayList<Run>();
        var gap = 0;
        for (var i = from; i < to; ) {
            if (lines.get(i).isEmpty()) {
                gap++;
                i++;
                continue;
            }
            var start = i;
            while (i < to && !lines.get(i).isEmpty()) i++;
            runs.add(new Run(start, i, gap));
            gap = 0;
        }
        takeSummary(runs, to);
        var name = "";
        var tabs = new ArrayList<String>();
        var text = new ArrayList<String>();
        var seen = false;
        for (var run : runs) {
            for (var i = run.from; i < run.to; i++) {
                var line = lines.get(i);
                if (line.startsWith("This document was made possible with support")) {
                    parts.credit = line;
                } else if (isTab(line) && (run.to - run.from == 1 || !seen)) {
                    if (text.stream().anyMatch(l -> !l.isEmpty())) {
                        version(name, text);
                        tabs.clear();
                    }
                    tabs.add(line);
                    name = tabs.getFirst(); // of several names in a row the first is the one that was open
                } else if (!seen && isChrome(line)) {
                    continue;
                } else {
                    seen = true;
                    text.add(line);
                }
            }
            text.add("");
        }
        version(name, text);
    }

    /// Takes the summary off the end of the runs: what stands below its label, or the last run where it looks like one.
    private void takeSummary(List<Run> runs, int end) {
        if (lines.subList(end, lines.size()).stream().anyMatch(PageAsText::isSummaryLabel)) return;
        for (var i = Math.max(1, runs.size() - 2); i < runs.size(); i++) {
            var run = runs.get(i);
            if (!isSummaryLabel(lines.get(run.from))) continue;
            var below = new ArrayList<>(lines.subList(run.from + 1, run.to));
            for (var r : runs.subList(i + 1, runs.size())) below.addAll(lines.subList(r.from, r.to));
            if (below.isEmpty()) parts.saw(PageLabel.SUMMARY, lines.get(run.from), "line %d, label %s".formatted(run.from + 1, lines.get(run.from)));
            parts.summary = String.join(" ", below);
            runs.subList(i, runs.size()).clear();
            return;
        }
        var summary = summary(runs);
        if (summary >= 0) parts.summary = words(runs.remove(summary));
    }

    private static boolean isSummaryLabel(String line) {
        return PageLabel.of(line).orElse(null) == PageLabel.SUMMARY;
    }

    private void version(String name, List<String> text) {
        var gathered = new TextBuilder();
        Paragraphs.build(Paragraphs.split(String.join("\n", text)), false, false, gathered);
        text.clear();
        var blocks = gathered.body().children().stream().map(n -> (Element) n).toList();
        if (blocks.isEmpty()) return;
        parts.versions.add(new PageParts.Version(name, "", blocks));
    }

    /// The last run of lines before the labels, unless it looks like the end of the paper: a note, a signature, or no
    /// farther from the text than its own paragraphs are while others are.
    private int summary(List<Run> runs) {
        if (runs.size() < 2) return -1;
        var last = runs.getLast();
        var words = words(last);
        if (last.to - last.from > 3 || words.length() > LONGEST_SUMMARY || words.startsWith("[") || !Paragraphs.endsSentence(words) || words.endsWith(":"))
            return -1;
        var widest = runs.subList(1, runs.size() - 1).stream().mapToInt(Run::gap).max().orElse(0);
        return last.gap < widest && last.gap < 2 ? -1 : runs.size() - 1;
    }

    private String words(Run run) {
        return String.join(" ", lines.subList(run.from, run.to));
    }

    private void labels(int from) {
        PageLabel label = null;
        var informed = false;
        var run = 0; // runs of lines seen under the label
        for (var i = from; i < lines.size(); i++) {
            var line = lines.get(i);
            if (line.isEmpty()) continue;
            var here = PageLabel.of(line);
            var inline = here.isPresent() ? Optional.<PageLabel>empty() : PageLabel.before(line);
            if (here.isPresent() || inline.isPresent()) {
                label = here.or(() -> inline).orElseThrow();
                run = 0;
                informed |= label == PageLabel.INFORMATION;
                if (label != PageLabel.INFORMATION)
                    parts.saw(label, here.isPresent() ? line : line.substring(0, line.indexOf(':')),
                            "line %d, label %s".formatted(i + 1, here.isPresent() ? line : line.substring(0, line.indexOf(':'))));
                if (inline.isPresent()) {
                    parts.add(label, line.substring(line.indexOf(':') + 1));
                    run++;
                }
                continue;
            }
            if (label == null) continue;
            if (informed && isAboutRights(line) && label != PageLabel.RIGHTS) {
                parts.add(PageLabel.RIGHTS, line);
            } else if (label == PageLabel.INFORMATION) {
                if (run++ == 0) parts.add(PageLabel.SOURCE, line); // the page leaves its label out
            } else if (label.hasMany() ? line.length() <= 160 : run == 0 || label == PageLabel.RIGHTS || label == PageLabel.SUMMARY) {
                parts.add(label, line);
                run++;
            }
        }
    }

    /// Words of a rights statement. Saved pages leave its label out, so that it would seem to be the value of the label before.
    static boolean isAboutRights(String line) {
        var words = line.toLowerCase(Locale.ROOT);
        return line.length() > 80 && (words.contains("copyright") || words.contains("rights holder")
                || words.contains("rights status") || words.contains("permission") && words.contains("rights")
                || words.contains("reuse of") || words.contains("commercial use"));
    }

    private boolean isLabel(int i) {
        var line = lines.get(i);
        return PageLabel.of(line).map(l -> l.isStrong(line)).orElse(false);
    }

    private static boolean isUndated(String line) {
        var words = line.toLowerCase(Locale.ROOT);
        return words.equals("undated") || words.equals("[undated]") || words.equals("no date") || words.equals("n.d.");
    }

    private static boolean isTab(String line) {
        return line.length() <= 50 && !line.endsWith(".") && TAB.matcher(line).matches() && !line.equalsIgnoreCase("text");
    }

    private static boolean isChrome(String line) {
        return CHROME.contains(line.toLowerCase(Locale.ROOT));
    }

    private int next(int from) {
        var i = from;
        while (i < lines.size() && (lines.get(i).isEmpty() || isChrome(lines.get(i)))) i++;
        return i;
    }
}
