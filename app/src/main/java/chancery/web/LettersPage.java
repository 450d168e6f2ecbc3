package chancery.web;

import chancery.archive.Card;
import chancery.archive.LetterBook.About;
import chancery.archive.LetterBook.Letter;
import chancery.archive.ReadingRoom;
import chancery.document.RecordId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;

/// Letters from readers, as the desk shows them.
///
/// @param all whether those that are done are shown too
public record LettersPage(List<Line> lines, boolean all) {
    /// A letter with the paper it is about.
    ///
    /// @param title of the paper; its id where it is gone
    /// @param to    where it is; empty where it is gone
    public record Line(Letter letter, String title, String to, String day) {
        /// What it is about, in words.
        public String about() {
            return words(letter.about());
        }
    }

    static LettersPage of(List<Letter> letters, boolean all, ReadingRoom room, ZoneId zone) {
        var cards = new HashMap<RecordId, Card>();
        for (var card : room.cards(letters.stream().map(Letter::record).distinct().toList())) cards.put(card.id(), card);
        return new LettersPage(letters.stream().map(l -> {
            var card = cards.get(l.record());
            return new Line(l, card == null ? l.record().value() : card.title(),
                    card == null ? "" : View.at(card), DateInWords.day(LocalDate.ofInstant(l.at(), zone)));
        }).toList(), all);
    }

    static String words(About about) {
        return switch (about) {
            case ERROR -> "An error";
            case RIGHTS -> "Rights or use";
        };
    }
}
