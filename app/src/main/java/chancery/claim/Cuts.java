package chancery.claim;

import chancery.claim.Prose.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/// Where a sentence can be cut into parts that are claimed one by one.
final class Cuts {
    private static final Set<String> SIDE = Set.of("although", "though", "while", "whereas", "since",
            "because", "as", "so", "if", "unless", "when", "where", "until", "before", "after");
    private static final Set<String> FINITE = Set.of("is", "are", "was", "were", "has", "have", "had",
            "will", "would", "could", "should", "might", "may", "must", "can", "did", "does", "do");

    /// A cut.
    ///
    /// @param at   what stands before it ends here, exclusive
    /// @param next what stands behind it begins here
    /// @param type what makes it: `semi`, `commaAnd`, `andThat`, `clause` …
    record Cut(int at, int next, String type) {}

    private Cuts() {}

    /// The cuts of a sentence in order; the last is its end, behind which nothing begins.
    static List<Cut> of(Prose prose, Sentence s, List<Hit> hits) {
        var cuts = new TreeMap<Integer, Cut>();
        var to = s.to();
        while (to > s.from() && isEnd(prose, to - 1)) to--;
        for (var i = s.from(); i < to; i++) {
            var cut = at(prose, i, s.from(), to);
            if (cut != null) cuts.putIfAbsent(cut.at(), cut);
        }
        for (var hit : hits) {
            var left = hit.left();
            if (left <= s.from() || left >= to) continue;
            var end = left;
            var type = "cue";
            while (end > s.from() && isJoint(prose.lower(end - 1, s.from(), to))) {
                if (prose.lower(end - 1, s.from(), to).equals("that")) type = "thatCue";
                end--;
            }
            if (end > s.from() && (end < left || isInserted(prose, hit, to))) cuts.put(end, new Cut(end, left, type));
        }
        var list = new ArrayList<>(cuts.values());
        var last = to;
        list.removeIf(c -> c.at() >= last);
        list.add(new Cut(to, to, "end"));
        return list;
    }

    /// Whether nothing comes behind reporting words: `the talks had failed, he said`.
    private static boolean isInserted(Prose prose, Hit hit, int to) {
        return hit.kind() == Hit.Kind.VERB && (hit.at() + 1 >= to || prose.token(hit.at() + 1).is(",") || prose.token(hit.at() + 1).is(";"));
    }

    private static boolean isEnd(Prose prose, int at) {
        var t = prose.token(at);
        return t.is(".") || t.is("!") || t.is("?") || t.is(":") || t.is(";") || t.is(",")
                || t.isQuote() || t.word().equals("STOP") || t.is("..") || t.is("...") || t.is("-");
    }

    private static boolean isJoint(String w) {
        return w.equals(",") || w.equals("and") || w.equals("but") || w.equals("that") || w.equals("or")
                || w.equals("(") || w.equals(";") || w.equals("-") || w.equals("also");
    }

    private static @org.jspecify.annotations.Nullable Cut at(Prose prose, int i, int from, int to) {
        var w = prose.lower(i, from, to);
        var next = prose.lower(i + 1, from, to);
        switch (w) {
            case ";" -> { return new Cut(i, skip(prose, i + 1, from, to), "semi"); }
            case ":" -> { return new Cut(i, skip(prose, i + 1, from, to), "colon"); }
            case "(", ")" -> { return new Cut(i, i + 1, "paren"); }
            case "-", "--", "–", "—" -> { return new Cut(i, i + 1, "dash"); }
            case "," -> {
                if (next.equals("and") || next.equals("but") || next.equals("or") || next.equals("yet") || next.equals("nor")) {
                    var after = prose.lower(i + 2, from, to);
                    var that = after.equals("that");
                    return new Cut(i, skip(prose, i + 1, from, to), that ? "andThat" : startsClause(prose, i + 2, from, to)
                            ? (next.equals("and") ? "commaAndClause" : "commaButClause") : next.equals("and") ? "commaAnd" : "commaBut");
                }
                if (next.equals("that")) return new Cut(i, i + 2, "andThat");
                if (SIDE.contains(next)) return new Cut(i, i + 1, "comma" + Character.toUpperCase(next.charAt(0)) + next.substring(1));
                if (next.equals("which") || next.equals("who")) return new Cut(i, i + 1, "commaWhich");
                if (next.equals("however") || next.equals("nevertheless")) return new Cut(i, i + 2, "commaHowever");
                if (next.endsWith("ing") && next.length() > 5) return new Cut(i, i + 1, "commaIng");
                if (startsClause(prose, i + 1, from, to)) return new Cut(i, i + 1, "commaClause");
                return new Cut(i, i + 1, "comma");
            }
            case "and", "but" -> {
                if (next.equals("that")) return new Cut(i, i + 2, "andThat");
                if (startsClause(prose, i + 1, from, to)) return new Cut(i, i + 1, w.equals("and") ? "andClause" : "butClause");
                if (w.equals("but")) return new Cut(i, i + 1, "but");
                if (FINITE.contains(next)) return new Cut(i, i + 1, "andFinite");
                if (next.endsWith("ed") && next.length() > 4 || CueWords.shipped().verb(next).filter(v -> v.form().equals("past")).isPresent())
                    return new Cut(i, i + 1, "andVerb");
                return null;
            }
            case "although", "though", "whereas", "because" -> { return i == from ? null : new Cut(i, i + 1, w); }
            case "while", "if", "as", "since", "when" -> { return i == from || !startsClause(prose, i + 1, from, to) ? null : new Cut(i, i, w); }
            default -> { return null; }
        }
    }

    /// Whether a clause of its own begins here: a subject, and a finite verb not far behind.
    private static boolean startsClause(Prose prose, int i, int from, int to) {
        var w = prose.lower(i, from, to);
        if (w.isEmpty()) return false;
        var subject = Words.SUBJECTS.contains(w) || w.equals("the") || Words.POSSESSIVES.contains(w) || w.equals("a") || w.equals("an") || w.equals("any")
                || w.equals("no") || w.equals("some") || w.equals("these") || w.equals("those") || w.equals("other") || prose.token(i).isCapital();
        if (!subject) return false;
        for (var k = i + 1; k < Math.min(to, i + 13); k++) {
            var v = prose.lower(k, from, to);
            if (FINITE.contains(v)) return true;
            if (v.equals("that") || v.equals(",") || v.equals(";") || v.equals("and")) return false;
        }
        return false;
    }

    private static int skip(Prose prose, int i, int from, int to) {
        while (i < to && (isJoint(prose.lower(i, from, to)) || prose.token(i).isQuote())) i++;
        return i;
    }
}
