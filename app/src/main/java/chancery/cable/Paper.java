package chancery.cable;

import chancery.cable.Mention.Sequence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// A message made ready to be compared with others.
///
/// @param message  the message
/// @param index    its place among those given
/// @param from     its senders; the place of writing where none is named
/// @param to       those it went to, those it was repeated to among them
/// @param numbers  its numbers, those that its first words give it among them
/// @param first    the first day it may be of, as days since 1970; [Long#MIN_VALUE] when undated
/// @param last     the last such day; [Long#MIN_VALUE] when undated
/// @param minute   the minute of the day; -1 where not known
/// @param place    where it was written, lower case; may be empty
/// @param sender   the words of the title that name the sender with his office, lower case
/// @param receiver those that name the recipient
record Paper(Message message, int index, List<Party> from, List<Party> to, List<MessageNumber> numbers,
        long first, long last, int minute, String place, Set<String> sender, Set<String> receiver) {
    private static final Pattern TO = Pattern.compile("(?i)\\bto\\b(?!\\s(?:the\\s)?(?:United States|Australia|Japan|China|Canada|New Zealand|France)\\b)");
    private static final Pattern UNITED_KINGDOM = Pattern.compile("\\bU\\.?\\s?K\\b\\.?|\\bUnited Kingdom\\b|\\bBritish\\b");
    private static final Pattern ABBREVIATED = Pattern.compile("(?<=\\b\\p{L})\\.(?=\\p{L}\\b)");
    private static final Pattern WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    static Paper of(Message message, int index) {
        var from = new ArrayList<Party>();
        var to = new ArrayList<Party>();
        var numbers = new ArrayList<MessageNumber>();
        if (message.heading().isPresent()) {
            var h = message.heading().get();
            h.origin().forEach(n -> from.add(Party.of(n)));
            h.to().forEach(n -> to.add(Party.of(n.value())));
            h.repeatedTo().forEach(n -> to.add(Party.of(n.value())));
            h.number().ifPresent(n -> numbers.addAll(MessageNumber.read(n.value())));
        }
        for (var m : message.mentions()) if (m.said().sequence() == Sequence.ITSELF) numbers.addAll(m.said().numbers());
        var date = message.dating().edtf();
        var open = date.isEmpty() || date.get().first().equals(LocalDate.MIN) || date.get().last().equals(LocalDate.MAX);
        var minute = message.dating().time().map(t -> t.getHour() * 60 + t.getMinute()).orElse(-1);
        var halves = TO.split(message.title(), 2);
        return new Paper(message, index, from, to, numbers, open ? Long.MIN_VALUE : date.get().first().toEpochDay(),
                open ? Long.MIN_VALUE : date.get().last().toEpochDay(), minute,
                message.dating().place().toLowerCase(Locale.ROOT), words(halves[0]), halves.length > 1 ? words(halves[1]) : Set.of());
    }

    boolean dated() {
        return first != Long.MIN_VALUE;
    }

    static Set<String> words(String title) {
        var words = new HashSet<String>();
        for (var word : WORD.split(ABBREVIATED.matcher(UNITED_KINGDOM.matcher(title).replaceAll("Britain")).replaceAll("").toLowerCase(Locale.ROOT)))
            if (word.length() > 2 && !word.equals("the") && !word.equals("for") && !word.equals("and"))
                words.add(word.endsWith("s") ? word.substring(0, word.length() - 1) : word);
        return words;
    }
}
