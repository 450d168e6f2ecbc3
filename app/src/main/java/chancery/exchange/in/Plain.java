package chancery.exchange.in;

import chancery.archive.Submission;
import chancery.archive.Submission.Role;
import chancery.archive.Submission.SubmittedFile;
import chancery.archive.Submission.SubmittedText;
import chancery.document.Dating;
import chancery.document.Description;
import chancery.document.Edtf;
import chancery.document.Kind;
import chancery.document.Node;
import chancery.document.Node.Element;
import chancery.document.Node.Tag;
import chancery.document.PlainLayer;
import chancery.document.Text;
import chancery.finding.Finding;
import chancery.finding.FindingCode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;

/// What most historians have: folders of `.txt`, `.html` and `.pdf`, described by nothing but their words and file names.
///
/// - The title is the first heading, else the first line that is more than a stamp or a page number, else the file's name.
/// - The date is guessed only where one of the first lines is nothing but a date, or a place and a date; the guess is a finding.
/// - Everything else is left unsaid.
public final class Plain implements Format {
    private static final Set<String> WORDS = Set.of("txt", "text", "asc"), PAGES = Set.of("html", "htm", "xhtml");
    private static final int LONGEST_LINE = 1_000_000, LARGEST_TEXT = 32 << 20, MOST_LINES = 1_000_000, LONGEST_TITLE = 160, HEAD_LINES = 15;
    private static final Set<String> STAMP = Set.of("top", "most", "secret", "confidential", "restricted",
            "unclassified", "declassified", "personal", "private", "urgent", "immediate", "priority", "copy",
            "page", "of", "and");
    private static final Set<String> NO_PLACES = Set.of("monday", "tuesday", "wednesday", "thursday", "friday",
            "saturday", "sunday", "cable", "extract", "draft", "copy", "received", "sent", "dated", "date", "on",
            "dear", "decision", "agendum", "cabinet", "meeting", "dispatch", "message", "paraphrase", "memo", "statement", "document", "press");
    private static final Pattern PLACE_AND_DATE = Pattern.compile("([A-Z][\\p{L}.'’-]*(?: [A-Z][\\p{L}.'’-]*){0,3}), (?:the )?(.{6,40})");
    private static final Pattern SITE = Pattern.compile(" [|] [^|]{1,80}$");

    @Override
    public String word() {
        return "plain";
    }

    @Override
    public boolean fits(Item item) {
        return WORDS.contains(item.extension()) || PAGES.contains(item.extension()) || item.extension().equals("pdf") || isPdf(item.bytes());
    }

    @Override
    public List<Reading> read(Item item) {
        var bytes = item.bytes();
        if (bytes.length == 0) return refused(item, FindingCode.SOURCE_EMPTY, "file", "");
        if (isPdf(bytes) || item.extension().equals("pdf")) return pdf(item);
        var foreign = foreign(bytes);
        if (!foreign.isEmpty()) return refused(item, FindingCode.SOURCE_FORMAT_UNKNOWN, "file", foreign);
        if (bytes.length > LARGEST_TEXT) return refused(item, FindingCode.SOURCE_TOO_LARGE, "file", "%,d bytes".formatted(bytes.length));
        var page = PAGES.contains(item.extension());
        return switch (page ? SourceWords.readPage(bytes) : SourceWords.read(bytes)) {
            case SourceWords.Undecodable(var why) -> List.of(new Reading.Refused(item.path(), List.of(why)));
            case SourceWords.Decoded(var text, var _) when text.isBlank() -> refused(item, FindingCode.SOURCE_EMPTY, "file", "");
            case SourceWords.Decoded(var text, var _) when page
                    && HtmlText.isTooMuch(text) -> refused(item, FindingCode.SOURCE_TOO_LARGE, "file", "more than %,d tags".formatted(HtmlText.MOST_TAGS));
            case SourceWords.Decoded(var text, var findings) -> page ? page(item, text, findings) : words(item, text, findings);
        };
    }

    private static List<Reading> words(Item item, String text, List<Finding> found) {
        var line = 1;
        for (int from = 0, to; from < text.length(); from = to + 1, line++) {
            to = text.indexOf('\n', from);
            if (to < 0) to = text.length();
            if (line > MOST_LINES) return refused(item, FindingCode.SOURCE_TOO_LARGE, "file", "more than %,d lines".formatted(MOST_LINES));
            if (to - from > LONGEST_LINE) return refused(item, FindingCode.LINE_TOO_LONG, "line " + line, text.substring(from, from + 80));
        }
        var findings = new ArrayList<>(found);
        var gathered = new TextBuilder();
        Paragraphs.build(Paragraphs.split(text), false, false, gathered);
        return read(item, List.of(), gathered.body().children(), "und", "text/plain", findings);
    }

    private static List<Reading> page(Item item, String html, List<Finding> found) {
        var findings = new ArrayList<>(found);
        var page = HtmlText.parse(html);
        var articles = page.select("main, article");
        var root = articles.size() == 1 && articles.getFirst().hasText() ? articles.getFirst() : page.body();
        var blocks = HtmlText.blocks(root, findings);
        var title = title(page);
        return read(item, title.isEmpty() ? List.of() : List.of(title), List.copyOf(blocks),
                Languages.tag(page.select("html").attr("lang")).orElse("und"), "text/html", findings);
    }

    /// The page's own `title`, less the name of the site behind a bar; nothing where it only repeats a file's name or says nothing.
    private static String title(Document page) {
        var title = SourceWords.clean(page.title().substring(0, Math.min(page.title().length(), 1000))).strip();
        var short1 = SITE.matcher(title).replaceFirst("").strip();
        if (!short1.isEmpty()) title = short1;
        var lower = title.toLowerCase(Locale.ROOT);
        return Set.of("untitled", "untitled document", "new page 1", "document", "index", "home").contains(lower)
                || lower.matches(".*\\.(?:docx?|html?|txt|pdf|rtf|wpd)") ? "" : title;
    }

    private static List<Reading> pdf(Item item) {
        return switch (PdfText.read(item.bytes())) {
            case PdfText.Unreadable(var why) -> refused(item, FindingCode.PDF_UNREADABLE, "file", why);
            case PdfText.Pages(var pages) -> {
                var findings = new ArrayList<Finding>();
                var empty = new ArrayList<Integer>();
                for (var i = 0; i < pages.size(); i++) if (pages.get(i).paragraphs().isEmpty()) empty.add(i + 1);
                if (empty.size() == pages.size()) {
                    findings.add(new Finding(FindingCode.TEXT_MISSING, "file",
                            pages.size() == 1 ? "1 page without a text layer" : "%,d pages without a text layer".formatted(pages.size())));
                    yield read(item, List.of(), List.of(), "und", "application/pdf", findings);
                }
                if (!empty.isEmpty()) findings.add(new Finding(FindingCode.PAGE_WITHOUT_TEXT, (empty.size() == 1 ? "page " : "pages ") + ranges(empty), ""));
                var gathered = new TextBuilder();
                Paragraphs.build(pages, true, true, gathered);
                yield read(item, List.of(), gathered.body().children(), "und", "application/pdf", findings);
            }
        };
    }

    /// Numbers in order as people write them: `1–3, 7`.
    private static String ranges(List<Integer> numbers) {
        var out = new StringBuilder();
        for (var i = 0; i < numbers.size(); ) {
            var to = i;
            while (to + 1 < numbers.size() && numbers.get(to + 1) == numbers.get(to) + 1) to++;
            if (out.length() > 150) return out + ", …";
            out.append(out.isEmpty() ? "" : ", ").append(numbers.get(i)).append(to > i ? "–" + numbers.get(to) : "");
            i = to + 1;
        }
        return out.toString();
    }

    private static List<Reading> read(Item item, List<String> titles, List<Node> given, String language, String media, List<Finding> findings) {
        var ofNotes = new ArrayList<Finding>();
        var blocks = Footnotes.pages(Footnotes.weave(given.stream().map(n -> (Element) n).toList(), ofNotes));
        // without a description, numbers in brackets may be anything
        ofNotes.stream().filter(f -> f.code() != FindingCode.MARK_WITHOUT_NOTE).forEach(findings::add);
        var text = new TextBuilder();
        blocks.forEach(text::add);
        var body = text.body();
        var heads = new ArrayList<String>();
        gatherHeads(body, heads);
        var lines = firstLines(body);
        var title = heads.stream().filter(h -> h.length() <= 400).findFirst().or(() -> titles.stream().findFirst())
                .or(() -> lines.stream().filter(l -> !isStamp(l)).findFirst().map(Plain::shortened));
        if (title.isEmpty()) findings.add(new Finding(FindingCode.TITLE_MISSING, "file", item.name()));
        var dating = dating(lines, findings);
        var texts = TextBuilder.hasWords(body) ? List.of(new SubmittedText(new Text(Text.Kind.TRANSCRIPT, language, body), Optional.empty()))
                : List.<SubmittedText>of();
        if (texts.isEmpty() && findings.stream().noneMatch(f -> f.code() == FindingCode.TEXT_MISSING))
            findings.add(new Finding(FindingCode.TEXT_MISSING, "file", ""));
        var description = Description.titled(title.orElseGet(() -> named(item))).dating(dating)
                .languages(language.equals("und") ? List.of() : List.of(language)).build();
        var files = new ArrayList<SubmittedFile>();
        files.add(new SubmittedFile(Role.SOURCE, item.name(), media, item.bytes(), Optional.empty()));
        if (media.equals("application/pdf")) files.add(new SubmittedFile(Role.PDF, item.name(), media, item.bytes(), Optional.empty()));
        return List.of(new Reading.Read(new Submission(item.path(), description, texts, Optional.empty(), files, findings)));
    }

    private static void gatherHeads(Element e, List<String> heads) {
        for (var child : e.children()) {
            if (!(child instanceof Element inner)) continue;
            if (inner.tag() == Tag.HEAD) {
                var words = Paragraphs.folded(PlainLayer.of(inner).text());
                if (!words.isEmpty()) heads.add(words);
            } else if (inner.tag() == Tag.DIV) {
                gatherHeads(inner, heads);
            }
        }
    }

    /// The first lines of the text as printed: paragraphs, cut at line ends that were kept.
    private static List<String> firstLines(Element body) {
        var lines = new ArrayList<String>();
        gatherLines(body, lines);
        return lines;
    }

    private static void gatherLines(Element e, List<String> lines) {
        for (var child : e.children()) {
            if (lines.size() >= HEAD_LINES) return;
            if (!(child instanceof Element block)) continue;
            switch (block.tag()) {
                case P, HEAD -> {
                    var line = new ArrayList<Node>();
                    for (var node : block.children()) {
                        if (node instanceof Element end && end.tag() == Tag.LB) {
                            addLine(line, lines);
                            line.clear();
                        } else {
                            line.add(node);
                        }
                    }
                    addLine(line, lines);
                }
                case DIV, QUOTE, LIST, ITEM -> gatherLines(block, lines);
                default -> { }
            }
        }
    }

    private static void addLine(List<Node> nodes, List<String> lines) {
        var words = PlainLayer.of(Element.of(Tag.P, nodes)).text().replace('\n', ' ').strip();
        if (!words.isEmpty()) lines.add(words);
    }

    /// Whether a line says only how secret the paper is, or which page it is.
    private static boolean isStamp(String line) {
        for (var word : line.split("[\\W\\d_]+")) if (!word.isEmpty() && !STAMP.contains(word.toLowerCase(Locale.ROOT))) return false;
        return line.codePoints().noneMatch(c -> c > 0x7f && Character.isLetter(c));
    }

    private static String shortened(String line) {
        var words = line.startsWith("#") ? line.replaceFirst("^#{1,6} +", "") : line;
        if (words.length() <= LONGEST_TITLE) return words;
        var end = words.lastIndexOf(' ', 120);
        if (end < 60) end = Character.isHighSurrogate(words.charAt(119)) ? 119 : 120;
        return words.substring(0, end) + " …";
    }

    private static String named(Item item) {
        var name = SourceWords.clean(item.name());
        var dot = name.lastIndexOf('.');
        var stem = (dot > 0 ? name.substring(0, dot) : name).replace('_', ' ').strip();
        return stem.isEmpty() ? item.name() : stem;
    }

    /// The date that one of the first lines is, and no other of them gainsays.
    private static Dating dating(List<String> lines, List<Finding> findings) {
        var found = new LinkedHashSet<Edtf>();
        Dating dating = Dating.UNDATED;
        for (var line : lines) {
            if (line.length() > 70) continue;
            var words = line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
            var place = PLACE_AND_DATE.matcher(words);
            var read = WrittenDate.read(words);
            var where = "";
            if (read.isEmpty() && place.matches() && isPlace(place.group(1))) {
                read = WrittenDate.read(place.group(2));
                where = place.group(1);
            }
            if (read.isEmpty() || read.get().text().length() < 7 || read.get().text().contains("/") || !found.add(read.get()) || found.size() > 1) continue;
            dating = new Dating(words.substring(where.isEmpty() ? 0 : where.length() + 2).strip(), read, Optional.empty(), inNormalCapitals(where));
        }
        if (found.size() != 1) return Dating.UNDATED;
        findings.add(new Finding(FindingCode.DATE_GUESSED, "text", (dating.place().isEmpty() ? "" : dating.place() + ", ") + dating.asWritten()));
        return dating;
    }

    /// Whether capitalised words may be a place: all in capitals or none, and neither a day nor the name of a form.
    private static boolean isPlace(String words) {
        var all = List.of(words.split(" "));
        var first = all.getFirst();
        if (NO_PLACES.contains(first.toLowerCase(Locale.ROOT)) || Kind.of(first).isPresent()) return false;
        var capitals = all.stream().filter(w -> w.length() > 1 && w.equals(w.toUpperCase(Locale.ROOT))).count();
        return capitals == 0 || capitals == all.stream().filter(w -> w.length() > 1).count();
    }

    private static String inNormalCapitals(String place) {
        if (!place.equals(place.toUpperCase(Locale.ROOT))) return place;
        var out = new StringBuilder();
        for (var i = 0; i < place.length(); i++)
            out.append(i > 0 && Character.isLetter(place.charAt(i - 1)) ? Character.toLowerCase(place.charAt(i)) : place.charAt(i));
        return out.toString();
    }

    private static boolean isPdf(byte[] bytes) {
        return bytes.length >= 5 && bytes[0] == '%' && bytes[1] == 'P' && bytes[2] == 'D' && bytes[3] == 'F' && bytes[4] == '-';
    }

    /// What a file is that is no text at all; empty where it may be one.
    private static String foreign(byte[] bytes) {
        var head = new String(bytes, 0, Math.min(8, bytes.length), StandardCharsets.ISO_8859_1);
        if (head.startsWith("{\\rtf")) return "a document in RTF";
        if (head.startsWith("PK\u0003\u0004")) return "a zip, or a document of a word processor";
        if (head.startsWith("\u00d0\u00cf\u0011\u00e0")) return "a document of an older word processor";
        if (head.startsWith("\u0089PNG") || head.startsWith("\u00ff\u00d8\u00ff")
                || head.startsWith("GIF8") || head.startsWith("II*\0") || head.startsWith("MM\0*"))
            return "an image";
        return "";
    }

    private static List<Reading> refused(Item item, FindingCode code, String where, String seen) {
        return List.of(new Reading.Refused(item.path(), List.of(new Finding(code, where, seen))));
    }
}
