package chancery.exchange.in;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/// Small PDFs for tests.
final class Pdfs {
    static {
        PdfText.read(new byte[0]); // so that the fonts of the machine are left alone from the start
    }

    private Pdfs() {}

    /// A PDF with these lines on its pages; an empty line leaves a gap.
    static byte[] of(List<List<String>> pages) {
        try (var pdf = new PDDocument(); var out = new ByteArrayOutputStream()) {
            for (var lines : pages) {
                var page = new PDPage();
                pdf.addPage(page);
                try (var content = new PDPageContentStream(pdf, page)) {
                    var y = 740f;
                    for (var line : lines) {
                        if (line.isEmpty()) {
                            y -= 30;
                            continue;
                        }
                        content.beginText();
                        content.setFont(new PDType1Font(Standard14Fonts.FontName.TIMES_ROMAN), 12);
                        content.newLineAtOffset(72, y);
                        content.showText(line);
                        content.endText();
                        y -= 14;
                    }
                }
            }
            pdf.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] encrypted(byte[] pdf) {
        try (var open = Loader.loadPDF(pdf); var out = new ByteArrayOutputStream()) {
            open.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            open.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
