package chancery.cable;

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
}
