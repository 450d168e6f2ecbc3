package chancery.exchange.in;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;

/// The text layer of a PDF. Nothing in it is run and nothing is fetched; the fonts of the machine are not looked at, so that every machine reads the same.
/// What a file may cost is bounded: memory for its streams, drawing operations, pages and letters.
sealed interface PdfText {
    /// Read; a page without a text layer is a page without paragraphs.
    record Pages(List<Paragraphs.Page> pages) implements PdfText {}

    /// Broken, encrypted, or more than we read.
    ///
    /// @param why in a few words
    record Unreadable(String why) implements PdfText {}

    /// Reads the text layer.
    static PdfText read(byte[] bytes) {
        return Reading.read(bytes);
    }

    /// How it is done.
    final class Reading {
        private static final long STREAMS = 128L << 20;
        private static final int MOST_OPERATIONS = 20_000_000, MOST_FORMS = 50_000, MOST_RUNNING = 4, MOST_PAGES = 20_000, MOST_LETTERS = 20_000_000;
        private static final char PARAGRAPH = '\u0002', PAGE = '\f';
        private static final Pattern PAGE_NUMBER = Pattern.compile("(?:page |p\\. ?)?[-–—(\\[]? ?(\\d{1,5}) ?[-–—)\\]]?(?: (?:of|/) \\d{1,5})?",
                Pattern.CASE_INSENSITIVE);
        @SuppressWarnings("unused") // held, so that its level stays set
        private static final Logger[] QUIET = {quiet("org.apache.pdfbox"), quiet("org.apache.fontbox")};

        static {
            FontMappers.set(new OneFont());
        }

        private Reading() {}

        static PdfText read(byte[] bytes) {
            try (var pdf = Loader.loadPDF(bytes, "", null, null, MemoryUsageSetting.setupMainMemoryOnly(STREAMS).streamCache)) {
                if (pdf.getNumberOfPages() > MOST_PAGES) return new Unreadable("more than %,d pages".formatted(MOST_PAGES));
                if (pdf.getNumberOfPages() == 0) return new Unreadable("no pages");
                var out = new Bounded();
                new Stripper().writeText(pdf, out);
                return new Pages(withoutRunning(pages(out.toString())));
            } catch (org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException e) {
                return new Unreadable("encrypted with a password");
            } catch (IOException | RuntimeException | StackOverflowError e) {
                var why = e.getMessage();
                return new Unreadable(why == null ? e.getClass().getSimpleName() : SourceWords.clean(why));
            }
        }

        private static List<Paragraphs.Page> pages(String text) {
            var pages = new ArrayList<Paragraphs.Page>();
            for (var sheet : text.split(String.valueOf(PAGE), -1)) {
                var paragraphs = new ArrayList<List<String>>();
                for (var paragraph : sheet.split(String.valueOf(PARAGRAPH))) {
                    var lines = new ArrayList<String>();
                    for (var line : paragraph.split("\n")) {
                        var words = SourceWords.clean(line).stripTrailing();
                        if (!words.isBlank()) lines.add(words);
                    }
                    if (!lines.isEmpty()) paragraphs.add(lines);
                }
                pages.add(new Paragraphs.Page(List.of(), paragraphs, List.of()));
            }
            if (pages.size() > 1) pages.removeLast(); // what follows the last page's end
            return pages;
        }

        /// Sets running heads, feet and page numbers apart: first and last lines that are the same on at least half of three and more pages, numbers aside.
        private static List<Paragraphs.Page> withoutRunning(List<Paragraphs.Page> pages) {
            if (pages.size() < 3) return pages;
            var rest = pages;
            for (var round = 0; round < MOST_RUNNING; round++) {
                var above = repeated(rest, true);
                var below = repeated(rest, false);
                if (above.isEmpty() && below.isEmpty()) break;
                rest = rest.stream().map(page -> withoutOuter(page, above, below)).toList();
            }
            return rest;
        }

        /// One line less at the top and at the bottom, where these are among the repeated ones.
        private static Paragraphs.Page withoutOuter(Paragraphs.Page page, Set<String> above, Set<String> below) {
            var paragraphs = new ArrayList<>(page.paragraphs());
            var heads = new ArrayList<>(page.above());
            var feet = new ArrayList<>(page.below());
            if (!paragraphs.isEmpty() && above.contains(shape(paragraphs.getFirst().getFirst()))) heads.add(taken(paragraphs, true));
            if (!paragraphs.isEmpty() && below.contains(shape(paragraphs.getLast().getLast()))) feet.addFirst(taken(paragraphs, false));
            return new Paragraphs.Page(heads, paragraphs, feet);
        }

        private static Set<String> repeated(List<Paragraphs.Page> pages, boolean top) {
            Map<String, Integer> count = new HashMap<>();
            for (var page : pages) {
                if (page.paragraphs().isEmpty()) continue;
                var lines = top ? page.paragraphs().getFirst() : page.paragraphs().getLast();
                count.merge(shape(top ? lines.getFirst() : lines.getLast()), 1, Integer::sum);
            }
            count.values().removeIf(n -> n < 3 || n * 2 < pages.size());
            return count.keySet();
        }

        private static String taken(List<List<String>> paragraphs, boolean top) {
            var at = top ? 0 : paragraphs.size() - 1;
            var lines = new ArrayList<>(paragraphs.get(at));
            var line = top ? lines.removeFirst() : lines.removeLast();
            if (lines.isEmpty()) paragraphs.remove(at);
            else paragraphs.set(at, lines);
            return line;
        }

        /// A line with its numbers left open: `Page 3 of 12` and `Page 4 of 12` have one shape.
        private static String shape(String line) {
            var folded = Paragraphs.folded(line);
            if (PAGE_NUMBER.matcher(folded).matches()) return "#";
            return folded.length() > 200 ? folded : folded.replaceAll("\\d+", "#");
        }

        private static final class Stripper extends PDFTextStripper {
            private static final float OTHER_SIZE = 1.2f;
            private int operations, forms;
            private boolean atLineStart = true;
            private float lastSize;

            Stripper() {
                setLineSeparator("\n");
                setParagraphStart("");
                setParagraphEnd(String.valueOf(PARAGRAPH));
                setPageStart("");
                setPageEnd(String.valueOf(PAGE));
                setArticleStart("");
                setArticleEnd("");
                setSuppressDuplicateOverlappingText(true);
            }

            @Override
            protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
                if (++operations > MOST_OPERATIONS) throw new IOException("more than %,d drawing operations".formatted(MOST_OPERATIONS));
                if (operator.getName().equals(OperatorName.DRAW_OBJECT) && ++forms > MOST_FORMS)
                    throw new IOException("more than %,d drawn objects".formatted(MOST_FORMS));
                super.processOperator(operator, operands);
            }

            /// A line in much larger or smaller letters than the one before is another paragraph: a heading, or what follows it.
            @Override
            protected void writeString(String words, List<TextPosition> letters) throws IOException {
                if (atLineStart && !letters.isEmpty()) {
                    var size = letters.getFirst().getFontSizeInPt();
                    if (lastSize > 0 && size > 0 && (size > lastSize * OTHER_SIZE || lastSize > size * OTHER_SIZE)) output.write(PARAGRAPH);
                    lastSize = size;
                    atLineStart = false;
                }
                super.writeString(words, letters);
            }

            @Override
            protected void writeLineSeparator() throws IOException {
                atLineStart = true;
                super.writeLineSeparator();
            }

            @Override
            protected void writePageEnd() throws IOException {
                atLineStart = true;
                lastSize = 0;
                super.writePageEnd();
            }

            @Override
            protected void writeString(String words) throws IOException {
                super.writeString(words.replace(PARAGRAPH, ' ').replace(PAGE, ' '));
            }
        }

        private static final class Bounded extends StringWriter {
            @Override
            public void write(String words) {
                room(words.length());
                super.write(words);
            }

            @Override
            public void write(String words, int from, int length) {
                room(length);
                super.write(words, from, length);
            }

            private void room(int more) {
                if (getBuffer().length() + more > MOST_LETTERS) throw new IllegalStateException("more than %,d letters".formatted(MOST_LETTERS));
            }
        }

        /// Stands in for every font that a PDF names and does not carry. Widths come from the PDF; the shapes of letters do not matter to their words.
        private static final class OneFont implements FontMapper {
            private @Nullable TrueTypeFont font;

            @Override
            public FontMapping<TrueTypeFont> getTrueTypeFont(String name, @Nullable PDFontDescriptor descriptor) {
                return new FontMapping<>(font(), true);
            }

            @Override
            public FontMapping<FontBoxFont> getFontBoxFont(String name, @Nullable PDFontDescriptor descriptor) {
                return new FontMapping<>(font(), true);
            }

            @Override
            public CIDFontMapping getCIDFont(String name, @Nullable PDFontDescriptor descriptor, @Nullable PDCIDSystemInfo info) {
                return new CIDFontMapping(null, font(), true);
            }

            private synchronized TrueTypeFont font() {
                if (font != null) return font;
                try (InputStream in = FontMapper.class.getResourceAsStream("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf")) {
                    if (in == null) throw new IllegalStateException("the PDF library has lost its font");
                    return font = new TTFParser().parse(new RandomAccessReadBuffer(in));
                } catch (IOException e) {
                    throw new IllegalStateException("the PDF library's font cannot be read", e);
                }
            }
        }

        private static Logger quiet(String name) {
            var logger = Logger.getLogger(name);
            logger.setLevel(Level.OFF);
            return logger;
        }
    }
}
