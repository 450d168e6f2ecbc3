package chancery.search;

import chancery.search.Question.Bond;
import chancery.search.Question.Clause;
import chancery.search.Question.Wanted;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Finds among the plain words of a query those that name a year, a month or a day: they may mean the paper's date as well as words in it.
final class QueryDates {
    private static final Pattern YEAR = Pattern.compile("1[5-9]\\d\\d|20\\d\\d");
    private static final Pattern DECADE = Pattern.compile("1[5-9]\\d0s|20\\d0s");
    private static final Pattern DAY = Pattern.compile("([12]?\\d|3[01])(?:st|nd|rd|th)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern MONTH = Pattern.compile(
            "jan|january|feb|february|mar|march|apr|april|may|june?|july?|aug|august|sept?|september|oct|october|nov|november|dec|december",
            Pattern.CASE_INSENSITIVE);

    private QueryDates() {}

    static List<Clause> find(List<Clause> clauses) {
        var found = new ArrayList<Clause>();
        for (var i = 0; i < clauses.size(); i++) {
            var length = longest(clauses, i);
            if (length == 0) {
                found.add(clauses.get(i));
            } else {
                found.add(moment(words(clauses, i, length)));
                i += length - 1;
            }
        }
        return found;
    }

    /// How many words from here make a date; 0 for none.
    private static int longest(List<Clause> clauses, int i) {
        if (YEAR.matcher(word(clauses, i)).matches() || DECADE.matcher(word(clauses, i)).matches()) return 1;
        if (MONTH.matcher(word(clauses, i)).matches())
            return YEAR.matcher(word(clauses, i + 1)).matches() ? 2 : DAY.matcher(word(clauses, i + 1)).matches()
                    && YEAR.matcher(word(clauses, i + 2)).matches() ? 3 : 0;
        return DAY.matcher(word(clauses, i)).matches() && MONTH.matcher(word(clauses, i + 1)).matches() && YEAR.matcher(word(clauses, i + 2)).matches() ? 3 : 0;
    }

    private static Clause moment(List<String> words) {
        var typed = String.join(" ", words);
        var inText = words.size() == 1 ? new Wanted.Plain(words.getFirst())
                : new Wanted.Phrase(words.stream().map(w -> w.toLowerCase(Locale.ROOT)).toList(), 0);
        return new Clause(Bond.WORD,
                DateWords.read(typed) instanceof DateWords.Meaning.Days d ? new Wanted.Moment(inText, new Wanted.Days(d.first(), d.last())) : inText);
    }

    private static List<String> words(List<Clause> clauses, int from, int length) {
        var words = new ArrayList<String>();
        for (var i = from; i < from + length; i++) words.add(word(clauses, i));
        return words;
    }

    private static String word(List<Clause> clauses, int i) {
        return i < clauses.size() && clauses.get(i).bond() == Bond.WORD && clauses.get(i).wanted() instanceof Wanted.Plain(var word) ? word : "";
    }
}
