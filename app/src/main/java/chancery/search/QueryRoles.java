package chancery.search;

import chancery.search.Question.Bond;
import chancery.search.Question.Clause;
import chancery.search.Question.FieldName;
import chancery.search.Question.Role;
import chancery.search.Question.Wanted;
import java.util.ArrayList;
import java.util.List;

/// Finds out of the order of a query's words who may have written a paper, to whom it went, and which number it had:
/// `Bruce to Curtin cablegram 175A`. They are hints: nothing is left out for them. Pure.
final class QueryRoles {
    private QueryRoles() {}

    /// @param clauses all of them, those without meaning of their own too
    static List<Role> of(List<Clause> clauses) {
        var roles = new ArrayList<Role>();
        for (var i = 0; i < clauses.size(); i++) {
            var word = word(clauses, i);
            if (isNumber(word)) roles.add(new Role(FieldName.NO, word));
            if (!isName(word)) continue;
            roles.add(new Role(isTo(clauses, i - 1) ? FieldName.TO : FieldName.FROM, word));
        }
        return roles;
    }

    /// Whether somebody named stands before a `to` here.
    private static boolean isTo(List<Clause> clauses, int i) {
        return word(clauses, i).equals("to") && isName(word(clauses, i - 1));
    }

    private static boolean isName(String word) {
        return word.length() > 2 && Character.isUpperCase(word.charAt(0))
                && word.codePoints().allMatch(c -> Character.isLetter(c) || c == '\'' || c == '’' || c == '.') && !QueryReader.isStop(word);
    }

    /// `175A`, `D263`; a year is none.
    private static boolean isNumber(String word) {
        return word.matches("[A-Za-z]{0,4}\\d{1,5}[A-Za-z]?") && !word.matches("(?:1[5-9]|20)\\d\\d");
    }

    private static String word(List<Clause> clauses, int i) {
        return i >= 0 && i < clauses.size() && clauses.get(i).bond() == Bond.WORD && clauses.get(i).wanted() instanceof Wanted.Plain(var word) ? word : "";
    }
}
