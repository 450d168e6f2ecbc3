package chancery.web;

import chancery.archive.Card;
import chancery.archive.ReadingRoom;
import chancery.cable.Hole;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Messages of a number that somebody looks for which are known only from papers that mention them.
///
/// @param messages those mentioned most first
/// @param all      how many there are
public record Missing(List<Message> messages, int all) {
    static final Missing NONE = new Missing(List.of(), 0);
    private static final int MOST = 5, PAPERS = 3;
    private static final Pattern NUMBER = Pattern.compile("(?i:(?:cable(?:gram)?|telegram|d[ei]spatch|message|memorandum|letter|number|no\\.?)\\s+)?"
            + "(?i:no:)?\"?(?!(?:1[5-9]|20)\\d\\d$)(\\p{L}{0,4})\\.?(\\d{1,5}\\p{L}?)\"?");

    /// `2 messages of this number are known only from mentions`.
    public String words() {
        return View.many(all, "message", "messages") + " of this number " + (all == 1 ? "is" : "are") + " known only from mentions";
    }

    /// One of them.
    ///
    /// @param words  `Cablegram 4867 from Bruce, mentioned in 3 papers, is not among the papers open here.`
    /// @param papers some of those that mention it
    public record Message(String words, List<Card> papers) {}

    /// Those of the number that is all a query asks for.
    static Missing of(String query, ReadingRoom room) {
        return number(query).map(number -> of(room.conclusions().holes().stream()
                .filter(hole -> hole.volume().isEmpty() && hole.number().equalsIgnoreCase(number)).toList(), room)).orElse(NONE);
    }

    /// The number that a query asks for and nothing else; empty where it asks for more, and for a year.
    static Optional<String> number(String query) {
        var m = NUMBER.matcher(query.strip());
        return m.matches() ? Optional.of(m.group(1) + m.group(2)) : Optional.empty();
    }

    private static Missing of(List<Hole> holes, ReadingRoom room) {
        var most = holes.stream().sorted(Comparator.comparingInt((Hole hole) -> hole.mentionedBy().size()).reversed()).limit(MOST);
        return new Missing(most.map(hole -> new Message(RecordReferences.sentence(hole), room.cards(hole.mentionedBy().stream().limit(PAPERS).toList())))
                .toList(), holes.size());
    }
}
