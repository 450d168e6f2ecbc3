package chancery.cable;

import chancery.document.Description;
import chancery.document.Edtf;
import chancery.document.Node.Chars;
import chancery.document.Node.Element;
import chancery.document.Node.Tag;
import chancery.document.PlainLayer;
import chancery.document.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a heading is read from: all as printed.
///
/// @param title       the title of the published document; empty when it has none
/// @param lines       the blocks of the text in order, plain words, from the first: notes and footnotes removed,
///                    footnote marks removed (a mark left standing, `[1]`, does no harm); empty when there is no text
/// @param sourceNotes references to the archive as printed: `[AA: A981, PACIFIC 1]`, `760C.61/2206: Telegram`, or the
///                    first footnote of a volume of *Foreign Relations* (`Source: … Secret; Priority.`)
/// @param date        the date of the description in EDTF, or null when it gives none
public record HeadingSource(String title, List<String> lines, List<String> sourceNotes, @Nullable String date) {
    public HeadingSource {
        lines = List.copyOf(lines);
        sourceNotes = List.copyOf(sourceNotes);
    }

    /// What the heading of a described text is read from.
    public static HeadingSource of(Description description, Text text) {
        var lines = new ArrayList<String>();
        var notes = new ArrayList<String>();
        for (var holding : description.holdings()) notes.add("[" + holding.asPrinted() + "]");
        gather(text.body(), lines, notes);
        return new HeadingSource(description.title(), lines, notes, description.dating().edtf().map(Edtf::text).orElse(null));
    }

    /// Blocks as printed: footnote marks stay in their brackets, since a heading's reader tells them from an editor's digits by where they stand.
    private static void gather(Element in, List<String> lines, List<String> notes) {
        for (var child : in.children()) {
            if (!(child instanceof Element e)) continue;
            switch (e.tag()) {
                case NOTE -> {
                    if (e.attribute("type").filter("source"::equals).isPresent()) notes.add(PlainLayer.of(e).text());
                }
                case P, HEAD, ITEM, ROW, DATELINE, SALUTE, SIGNED -> {
                    var line = new StringBuilder();
                    printed(e, line);
                    var words = folded(line).strip();
                    if (!words.isEmpty()) lines.add(words);
                }
                default -> gather(e, lines, notes);
            }
        }
    }

    /// White space in a row made one blank.
    private static String folded(StringBuilder words) {
        var out = new StringBuilder(words.length());
        var space = false;
        for (var i = 0; i < words.length(); i++) {
            var c = words.charAt(i);
            var here = c == ' ' || c >= '\t' && c <= '\r';
            if (!here) out.append(c);
            else if (!space) out.append(' ');
            space = here;
        }
        return out.toString();
    }

    private static void printed(Element in, StringBuilder line) {
        for (var child : in.children()) {
            switch (child) {
                case Chars chars -> line.append(chars.words());
                case Element e when e.tag() == Tag.NOTE -> e.attribute("n").ifPresent(n -> line.append('[').append(n).append(']'));
                case Element e when e.tag() == Tag.LB || e.tag() == Tag.CELL -> {
                    line.append(' ');
                    printed(e, line);
                }
                case Element e -> printed(e, line);
            }
        }
    }
}
