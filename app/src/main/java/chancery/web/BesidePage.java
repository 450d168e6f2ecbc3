package chancery.web;

import chancery.archive.RecordView;
import chancery.document.Alignment;
import chancery.document.Alignment.Passage;
import chancery.document.Text;
import chancery.web.TextHtml.Piece;
import chancery.web.TextHtml.Pieces;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Two whole texts beside each other, of one paper or of two: passages that stand for each other stand on one line, so that the two scroll as one.
///
/// @param left    the first side
/// @param right   the second
/// @param rows    passages, as HTML; empty where a side has none
/// @param differ  where their differences are shown; empty for texts in two languages, which have no words in common
public record BesidePage(Side left, Side right, List<Row> rows, String differ) {
    /// A text.
    ///
    /// @param nth    its place among its paper's texts, from 1
    /// @param name   what text it is: `Translation, English`
    /// @param others the texts that may stand here instead, itself among them; empty where there are but these two
    public record Side(RecordView view, int nth, String name, Pieces text, List<Choice> others) {
        /// The paper's day.
        public String day() {
            return DateInWords.brief(view.card().dating());
        }
    }

    /// A text that may stand on a side.
    public record Choice(String name, String to, boolean chosen) {}

    /// Passages that stand for each other.
    public record Row(String left, String right) {}

    /// @return empty where a paper has no such text
    static Optional<BesidePage> of(RecordView left, RecordView right, int leftText, int rightText) {
        if (leftText > left.texts().size() || rightText > right.texts().size()) return Optional.empty();
        var same = left.id().equals(right.id());
        var first = TextHtml.pieces(text(left, leftText), 1);
        var second = TextHtml.pieces(text(right, rightText), 2);
        var one = new Side(left, leftText, name(text(left, leftText)), first, choices(left, leftText, same, other -> address(left, right, other, rightText)));
        var two = new Side(right, rightText, name(text(right, rightText)), second,
                choices(right, rightText, same, other -> address(left, right, leftText, other)));
        var differ = text(left, leftText).language().equals(text(right, rightText).language()) ? "/compare"
                + address(left, right, leftText, rightText).substring("/beside".length()) : "";
        return Optional.of(new BesidePage(one, two, rows(first.pieces(), second.pieces()), differ));
    }

    /// Where two texts of papers stand beside each other.
    static String address(RecordView left, RecordView right, int leftText, int rightText) {
        return "/beside?a=" + left.id() + "&b=" + right.id() + (leftText == 1 ? "" : "&text-a=" + leftText) + (rightText == 1 ? "" : "&text-b=" + rightText);
    }

    /// This page's own address.
    public String address() {
        return address(left.view, right.view, left.nth, right.nth);
    }

    /// Whether both are texts of one paper.
    public boolean ofOne() {
        return left.view.id().equals(right.view.id());
    }

    static String name(Text text) {
        return View.capital(text.kind().word()) + (text.language().equals("und") ? "" : ", " + View.language(text.language()));
    }

    private static Text text(RecordView view, int nth) {
        return view.texts().get(nth - 1).text();
    }

    private static List<Choice> choices(RecordView view, int chosen, boolean same, java.util.function.IntFunction<String> address) {
        var choices = new ArrayList<Choice>();
        for (var i = 1; i <= view.texts().size(); i++) choices.add(new Choice(name(text(view, i)), address.apply(i), i == chosen));
        return choices.size() <= (same ? 2 : 1) ? List.of() : choices;
    }

    private static List<Row> rows(List<Piece> left, List<Piece> right) {
        var rows = new ArrayList<Row>();
        for (var row : Alignment.of(passages(left), passages(right)).rows())
            rows.add(new Row(html(left.subList(row.left(), row.leftEnd())), html(right.subList(row.right(), row.rightEnd()))));
        return rows;
    }

    private static List<Passage> passages(List<Piece> pieces) {
        return pieces.stream().map(p -> new Passage(p.length(), p.number())).toList();
    }

    private static String html(List<Piece> pieces) {
        return String.join("", pieces.stream().map(Piece::html).toList());
    }
}
