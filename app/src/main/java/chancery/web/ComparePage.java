package chancery.web;

import chancery.archive.ReadingRoom;
import chancery.archive.RecordView;
import chancery.cable.Comparison;
import chancery.document.PlainLayer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Two texts side by side, passage by passage.
///
/// @param left    the first paper
/// @param right   the second
/// @param leftText  the place of its text among its texts, from 1
/// @param rightText likewise
/// @param comparison of the two
/// @param kinship what is proposed of the two, in words; empty where nothing is
public record ComparePage(RecordView left, RecordView right, int leftText, int rightText, Comparison comparison, String kinship) {

    /// @return empty where a paper has no such text
    static Optional<ComparePage> of(RecordView left, RecordView right, int leftText, int rightText, ReadingRoom room) {
        if (leftText > left.texts().size() || rightText > right.texts().size()) return Optional.empty();
        var comparison = Comparison.of(words(left, leftText), words(right, rightText));
        var kinship = room.family(left.id()).stream().flatMap(f -> f.of(left.id()).stream()).filter(k -> k.ties(right.id())).findFirst()
                .map(k -> View.capital(k.kind().word()) + ": " + k.reason().substring(0, 1).toLowerCase(Locale.ROOT)
                        + k.reason().substring(1) + ". Proposed by the archive, not yet confirmed.").orElse("");
        return Optional.of(new ComparePage(left, right, leftText, rightText, comparison, kinship));
    }

    private static String words(RecordView view, int text) {
        return PlainLayer.of(view.texts().get(text - 1).text()).text();
    }

    /// What the two keep of each other, in words.
    public List<String> kept() {
        return List.of(share(comparison.keptOfLeft()) + " of the words on the left stand on the right",
                share(comparison.keptOfRight()) + " of those on the right stand on the left");
    }

    /// Where the two stand beside each other as they are.
    public String beside() {
        return BesidePage.address(left, right, leftText, rightText);
    }

    private static String share(double part) {
        return Math.round(part * 100) + " in a hundred";
    }

    /// The name of a side's text, where its paper has several.
    public String name(RecordView view, int text) {
        return view.texts().size() < 2 ? "" : BesidePage.name(view.texts().get(text - 1).text());
    }

    /// A paper's day.
    public String day(RecordView view) {
        return DateInWords.brief(view.card().dating());
    }
}
