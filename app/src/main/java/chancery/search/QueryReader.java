package chancery.search;

import chancery.search.Question.Bond;
import chancery.search.Question.Clause;
import chancery.search.Question.FieldName;
import chancery.search.Question.Wanted;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SequencedSet;

/// Reads a query as typed. Never fails: what cannot be understood becomes letters, and the [Question] says so. Pure.
///
/// ```
/// query  = clause*
/// clause = ["+" | "-" | "NOT"] unit ("OR" unit)*          AND between two clauses binds both
/// unit   = "(" query ")" | field ":" unit | '"' words '"' ["~" steps] | word
/// word   = letters, with * and ? inside or at an end, and ~ or ~1 or ~2 after them
/// field  = from | to | no | title | date | place | holding | collection | kind | marking | people | subject
/// ```
/// `OR`, `AND` and `NOT` are signs only in capitals. After `date:` as many words are taken as make a date: `date:Feb 1944`.
///
/// Bounded, whatever is typed: characters, clauses, depth of parentheses.
final class QueryReader {
    private static final int LONGEST = 4_000;
    private static final int MOST_UNITS = 64;
    private static final int DEEPEST = 12;
    private static final int LONGEST_PHRASE = 40;
    private static final int FARTHEST = 1_000;

    private final String query;
    private final SequencedSet<String> notes = new LinkedHashSet<>();
    private int at;
    private int units;

    private QueryReader(String query) {
        this.query = query;
    }

    /// Reads a query.
    static Question read(String typed) {
        return read(typed, Names.NONE);
    }

    /// Reads a query, its names widened to the other names of the same.
    static Question read(String typed, Names names) {
        var spaced = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
        var reader = new QueryReader(java.text.Normalizer.normalize(spaced, java.text.Normalizer.Form.NFC));
        if (typed.length() > LONGEST) reader.notes.add("Only the first %,d characters were read.".formatted(LONGEST));
        var clauses = QueryDates.find(reader.clauses(0));
        if (!reader.atEnd()) reader.notes.add("Some of the query was left out; it is too long.");
        if (clauses.isEmpty() && !typed.isBlank() && reader.notes.isEmpty())
            reader.notes.add("“%s” holds no letter and no figure to look for.".formatted(shortened(typed.strip())));
        var content = QueryStops.drop(clauses);
        return new Question(QueryNames.widen(content.kept(), names),
                QueryWords.of(content.kept(), content.dropped()), List.copyOf(reader.notes), QueryRoles.of(clauses));
    }

    private List<Clause> clauses(int depth) {
        var clauses = new ArrayList<Clause>();
        var binds = false; // an AND stands before
        while (true) {
            skipSpace();
            if (atEnd() || units >= MOST_UNITS) return clauses;
            if (peek() == ')') {
                if (depth > 0) return clauses;
                at++;
                notes.add("A closing parenthesis without its partner was left out.");
            } else if (takeWord("AND")) {
                binds = !clauses.isEmpty();
                if (binds) clauses.set(clauses.size() - 1, bound(clauses.getLast()));
            } else if (takeWord("OR")) {
                notes.add("OR without something on both sides was left out.");
            } else {
                var read = clause(depth);
                for (var c : read) clauses.add(binds ? bound(c) : c);
                binds &= read.isEmpty();
            }
        }
    }

    private static Clause bound(Clause clause) {
        return clause.bond() == Bond.WORD ? new Clause(Bond.MUST, clause.wanted()) : clause;
    }

    private List<Clause> clause(int depth) {
        var bond = bond();
        var first = unit(depth);
        if (first.isEmpty()) return List.of();
        var choices = new ArrayList<>(List.of(one(first)));
        while (takesOr()) {
            var next = unit(depth);
            if (next.isEmpty()) notes.add("OR without something on both sides was left out.");
            else choices.add(one(next));
        }
        if (choices.size() > 1)
            return List.of(new Clause(bond == Bond.WORD && choices.stream().anyMatch(QueryReader::binds) ? Bond.MUST : bond, new Wanted.Any(choices)));
        if (bond != Bond.WORD) return List.of(new Clause(bond, one(first)));
        return first.stream().map(w -> new Clause(binds(w) ? Bond.MUST : Bond.WORD, w)).toList();
    }

    /// What is in quotation marks, parentheses or a field binds.
    private static boolean binds(Wanted wanted) {
        return switch (wanted) {
            case Wanted.Plain _, Wanted.Pattern _, Wanted.Like _, Wanted.Held _, Wanted.Moment _, Wanted.Spelled _ -> false;
            case Wanted.Exact _, Wanted.Phrase _, Wanted.Days _, Wanted.In _, Wanted.All _, Wanted.Any _, Wanted.Not _ -> true;
        };
    }

    private static Wanted one(List<Wanted> parts) {
        return parts.size() == 1 ? parts.getFirst() : new Wanted.All(parts);
    }

    private Bond bond() {
        var c = peek();
        if ((c == '+' || c == '-') && at + 1 < query.length() && !isSpace(query.charAt(at + 1))) {
            at++;
            return c == '+' ? Bond.MUST : Bond.NOT;
        }
        return takeWord("NOT") ? Bond.NOT : Bond.WORD;
    }

    private boolean takesOr() {
        var before = at;
        skipSpace();
        if (takeWord("OR")) return true;
        at = before;
        return false;
    }

    /// Nothing where there was no word; several where a run of signs held several words.
    private List<Wanted> unit(int depth) {
        skipSpace();
        if (atEnd()) return List.of();
        units++;
        var c = peek();
        if (c == '(') return group(depth);
        if (isQuote(c)) return quoted();
        var run = run();
        var colon = run.indexOf(':');
        var field = colon > 0 ? FieldName.of(run.substring(0, colon)) : java.util.Optional.<FieldName>empty();
        if (field.isEmpty()) return words(run);
        at -= run.length() - colon - 1;
        return field.get() == FieldName.DATE ? date() : field(field.get(), depth);
    }

    private List<Wanted> group(int depth) {
        at++;
        if (depth >= DEEPEST) {
            notes.add("Parentheses are read %d deep; deeper ones were left out.".formatted(DEEPEST));
            return List.of();
        }
        var inside = clauses(depth + 1);
        if (!atEnd() && peek() == ')') at++;
        else notes.add("A parenthesis that was not closed was closed at the end.");
        var parts = inside.stream().map(c -> c.bond() == Bond.NOT ? new Wanted.Not(c.wanted()) : c.wanted()).toList();
        return parts.isEmpty() ? List.of() : List.of(new Wanted.All(parts));
    }

    private List<Wanted> field(FieldName field, int depth) {
        skipSpace();
        var value = atEnd() || peek() == ')' ? List.<Wanted>of() : unit(depth);
        if (!value.isEmpty()) return List.of(new Wanted.In(field, one(value)));
        notes.add("Nothing stands after %s: so it was taken as a word.".formatted(field.words()));
        return List.of(new Wanted.Plain(field.words()));
    }

    /// As many words as make a date, the most first.
    private List<Wanted> date() {
        skipSpace();
        if (!atEnd() && isQuote(peek())) {
            at++;
            var end = closing();
            var typed = query.substring(at, end);
            at = Math.min(query.length(), end + 1);
            return days(typed);
        }
        var start = at;
        var ends = new ArrayList<Integer>();
        while (ends.size() < 6 && !atEnd() && peek() != ')' && !isQuote(peek())) {
            run();
            ends.add(at);
            skipSpace();
        }
        for (var end : ends.reversed()) {
            if (DateWords.read(query.substring(start, end)) instanceof DateWords.Meaning.Days) {
                at = end;
                return days(query.substring(start, end));
            }
        }
        at = ends.isEmpty() ? start : ends.getFirst();
        return days(query.substring(start, at));
    }

    private List<Wanted> days(String typed) {
        return switch (DateWords.read(typed)) {
            case DateWords.Meaning.Days d -> {
                if (!d.note().isEmpty()) notes.add(d.note());
                yield List.of(new Wanted.Days(d.first(), d.last()));
            }
            case DateWords.Meaning.NoDate _ -> {
                notes.add(typed.isBlank() ? "No date stands after date:."
                        : "“%s” is not a date that can be read; it was taken as words.".formatted(shortened(typed)));
                yield words(typed);
            }
        };
    }

    private List<Wanted> quoted() {
        at++;
        var end = closing();
        var inside = query.substring(at, end);
        if (end >= query.length()) notes.add("A quotation mark without its partner was taken to reach to the end.");
        at = Math.min(query.length(), end + 1);
        var reach = reach();
        var words = new ArrayList<String>();
        var scan = new Words().over(inside);
        while (scan.next() && words.size() < LONGEST_PHRASE) {
            var form = Lexicon.fold(inside.substring(scan.start(), scan.end()));
            if (!form.isEmpty()) words.add(form);
        }
        if (words.isEmpty()) return List.of();
        return List.of(words.size() == 1 ? new Wanted.Exact(words.getFirst()) : new Wanted.Phrase(words, reach));
    }

    private int closing() {
        for (var i = at; i < query.length(); i++) if (isQuote(query.charAt(i))) return i;
        return query.length();
    }

    /// The number after a `~`; 0 where there is none, and no sign without a number is taken.
    private int reach() {
        if (atEnd() || peek() != '~') return 0;
        at++;
        var start = at;
        while (!atEnd() && Character.isDigit(peek())) at++;
        if (start == at) return 1;
        return at - start > 4 ? FARTHEST : Math.min(FARTHEST, Integer.parseInt(query.substring(start, at)));
    }

    /// The words in a run of letters and signs.
    private List<Wanted> words(String run) {
        var found = new ArrayList<Wanted>();
        var tilde = run.lastIndexOf('~');
        if (tilde > 0 && run.substring(tilde + 1).matches("[0-9]?") && Lexicon.fold(run.substring(0, tilde)).length() > 2) {
            var word = Lexicon.fold(run.substring(0, tilde)).replace("*", "").replace("?", "");
            var edits = run.endsWith("~") ? word.length() < 6 ? 1 : 2 : Math.clamp(run.charAt(run.length() - 1) - '0', 0, 2);
            found.add(edits == 0 ? new Wanted.Exact(word) : new Wanted.Like(word, edits));
            return found;
        }
        for (var piece : run.split("[^\\p{L}\\p{M}\\p{N}*?'’‘.,/\\-‐‑\\x{ad}\\x{d800}-\\x{dfff}]+")) {
            if (piece.indexOf('*') >= 0 || piece.indexOf('?') >= 0) pattern(piece, found);
            else held(piece, found);
        }
        return found;
    }

    private void held(String piece, List<Wanted> found) {
        var together = new ArrayList<String>();
        var asOne = false;
        var scan = new Words().over(piece);
        while (scan.next()) {
            var word = piece.substring(scan.start(), scan.end());
            if (!Lexicon.fold(word).isEmpty()) together.add(word);
            asOne |= scan.hold() == Words.Hold.AS_ONE;
            if (scan.hold() != Words.Hold.NOTHING && together.size() < LONGEST_PHRASE) continue;
            if (together.size() == 1) found.add(new Wanted.Plain(together.getFirst()));
            else if (!together.isEmpty()) found.add(new Wanted.Held(List.copyOf(together), asOne));
            together.clear();
            asOne = false;
        }
    }

    private void pattern(String piece, List<Wanted> found) {
        if (piece.endsWith("?") && piece.indexOf('?') == piece.length() - 1 && piece.indexOf('*') < 0 && endsQuestion()) {
            held(piece, found);
            return;
        }
        for (var part : piece.split("[^\\p{L}\\p{M}\\p{N}*?'’]+")) {
            var folded = Lexicon.fold(part).replaceAll("\\*[*?]*\\*", "*");
            var letters = folded.replace("*", "").replace("?", "");
            if (letters.isEmpty()) {
                if (!folded.isEmpty()) notes.add("“%s” alone stands for any word and was left out.".formatted(shortened(part)));
            } else if (letters.length() == folded.length()) {
                found.add(new Wanted.Plain(part));
            } else if (folded.length() - letters.length() > 6) {
                notes.add("“%s” has too many signs for letters and was taken as a word.".formatted(shortened(part)));
                found.add(new Wanted.Plain(letters));
            } else {
                found.add(new Wanted.Pattern(folded));
            }
        }
    }

    /// Whether a `?` at the end of a word ends a question and is no sign for a letter: so in a query of several words.
    private boolean endsQuestion() {
        return query.strip().split("\\s+", 4).length > 2;
    }

    private String run() {
        var start = at;
        while (!atEnd() && !isSpace(peek()) && peek() != '(' && peek() != ')' && !isQuote(peek())) at++;
        if (at == start && !atEnd()) at++;
        return query.substring(start, at);
    }

    private boolean takeWord(String sign) {
        if (!query.startsWith(sign, at)) return false;
        var end = at + sign.length();
        if (end < query.length() && !isSpace(query.charAt(end)) && query.charAt(end) != '(' && query.charAt(end) != ')' && !isQuote(query.charAt(end)))
            return false;
        if (sign.equals("NOT") && query.substring(end).isBlank()) return false;
        at = end;
        skipSpace();
        return true;
    }

    private void skipSpace() {
        while (!atEnd() && isSpace(peek())) at++;
    }

    private char peek() {
        return query.charAt(at);
    }

    private boolean atEnd() {
        return at >= query.length();
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c < ' ';
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '“' || c == '”' || c == '„' || c == '«' || c == '»' || c == '\uff02';
    }

    private static String shortened(String words) {
        return words.length() > 40 ? words.substring(0, 40) + "…" : words;
    }

    /// Words that carry no meaning of their own, as questions are full of them.
    static final Set<String> STOPS = Set.of(
            ("a an the of in on at to for from by with and or but nor as is are was were be been being am do does did has have had having will would "
            + "shall should can could may might must this that these those there here it its he she they them his her their him we our us you your i me my "
                    + "who whom whose which what "
            + "when where why how if whether then than so not no about into onto over under between during after before any some all each every such only own "
                    + "same too very just also "
            + "while because against toward towards upon via per").split(" "));

    /// Lower-case English stop words are no words to look for; in capitals they may be names: `US`, `May`.
    static boolean isStop(String typed) {
        return STOPS.contains(typed.toLowerCase(Locale.ROOT)) && (typed.length() < 2 || !Character.isUpperCase(typed.charAt(1)))
                && !typed.equals("May") && !typed.equals("Will");
    }
}
