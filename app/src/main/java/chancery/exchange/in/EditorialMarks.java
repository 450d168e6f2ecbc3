package chancery.exchange.in;

import chancery.document.Node;
import chancery.document.Node.Chars;
import chancery.document.Node.Element;
import chancery.document.Node.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What editors and typists leave in the line instead of words: matter omitted, matter not declassified, words that nobody can read, and *sic*.
/// Each becomes an element that keeps the words as printed, brackets and all, so that the plain layer is not changed by one character.
///
/// | as printed | becomes |
/// |---|---|
/// | `[matter omitted]`, `[…]`, `[Here follows a list of names.]` | `gap` of reason `editorial` |
/// | `[2 lines not declassified]`, `[name withheld]` | `gap` of reason `withheld` |
/// | `[words illegible]`, `[group garbled]` | `gap` of reason `illegible` |
/// | `[words missing]` | `gap` of reason `lost` |
/// | `[sic]`, `(sic)` | `sic` |
/// | `xxxxxxxxxxx` | `unclear` of reason `illegible` |
///
/// Square brackets alone mean nothing: `[PARIS]`, `[1]` and `[UNY]437` are left as they are. The
/// reason `redacted` is kept for our own cuts and never found here.
/// Time grows with the length of the words and with nothing else. Pure; safe to share.
public final class EditorialMarks {
    private static final int LONGEST = 160; // UTF-16 units between brackets; what is longer is a sentence of the editor's, not a mark
    private static final Map<String, String> ILLEGIBLE = Map.of("reason", "illegible");
    private static final Set<String> UNREADABLE = Set.of("illegible", "undecipherable",
            "indecipherable", "undecypherable", "unreadable", "unintelligible", "garbled", "garble",
            "indistinct", "corrupt", "corrupted", "mutilated", "unclear");
    private static final Set<String> UNREADABLE_IN_ROUND = Set.of("illegible", "undecipherable", "indecipherable", "unreadable", "garbled");
    private static final Set<String> LOST = Set.of("missing", "lost", "torn");
    private static final Set<String> WITHHELD = Set.of("withheld", "redacted", "sanitized", "sanitised", "excised", "classified");
    private static final Set<String> LEFT_OUT = Set.of("omitted", "deleted");
    private static final Set<String> WAS = Set.of("has", "have", "been", "is", "are", "was", "were", "remain", "remains", "still");
    /// Words that tell how much is absent. Only such words may stand beside the word that tells why.
    private static final Set<String> HOW_MUCH = Set.of("line", "lines", "word", "words", "paragraph",
            "paragraphs", "page", "pages", "sentence", "sentences", "text", "name", "names",
            "matter", "passage", "passages", "portion", "portions", "section", "sections", "part",
            "parts", "heading", "document", "source", "material", "group", "groups", "letter", "letters",
            "figure", "figures", "number", "numbers", "signature", "signatures", "initial", "initials",
            "note", "notes", "handwriting", "handwritten", "marginal", "marginalia", "annotation",
            "date", "phrase", "clause", "column", "columns", "row", "rows", "table", "list", "annex",
            "enclosure", "enclosures", "attachment", "attachments", "less", "than", "more", "about",
            "half", "of", "the", "a", "an", "in", "on", "at", "here", "and", "or", "original", "copy",
            "next", "last", "first", "remaining", "remainder", "rest", "following", "several", "some",
            "few", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "one", "apparent",
            "apparently", "partly", "partially", "entire", "whole", "further", "stamp", "cipher", "code");

    private EditorialMarks() {}

    /// The words with their marks as elements, in order; in normalisation form C, otherwise unchanged. Empty words give no node.
    ///
    /// `mark("He xxxxxx [sic] went")` gives `He `, an `unclear`, ` `, a `sic`, ` went`.
    public static List<Node> mark(String words) {
        var text = SourceWords.composed(words);
        var found = find(text);
        if (found.isEmpty()) return text.isEmpty() ? List.of() : List.of(new Chars(text));
        var nodes = new ArrayList<Node>(found.size() * 2 + 1);
        var from = 0;
        for (var mark : found) {
            if (mark.start > from) nodes.add(new Chars(text.substring(from, mark.start)));
            nodes.add(new Element(mark.tag, mark.attributes, List.of(new Chars(text.substring(mark.start, mark.end)))));
            from = mark.end;
        }
        if (from < text.length()) nodes.add(new Chars(text.substring(from)));
        return nodes;
    }

    /// The same over a paragraph's nodes: marks inside `hi` and `ref`, and marks that lie across them or across a line's end, as in `[` *matter omitted* `]`.
    /// Nothing is joined across a note, and what is an element of another kind is left alone.
    public static List<Node> mark(List<Node> nodes) {
        var inner = new ArrayList<Node>(nodes.size());
        for (var node : nodes) {
            switch (node) {
                case Chars chars -> inner.addAll(mark(chars.words()));
                case Element e when isEmphasis(e) -> inner.add(new Element(e.tag(), e.attributes(), mark(e.children())));
                case Element e -> inner.add(e);
            }
        }
        if (inner.stream().noneMatch(n -> n instanceof Element e && (isEmphasis(e) || e.tag() == Tag.LB))) return inner;
        return across(inner);
    }

    private static boolean isEmphasis(Element e) {
        return e.tag() == Tag.HI || e.tag() == Tag.REF;
    }

    private static List<Node> across(List<Node> nodes) {
        var flat = new StringBuilder();
        var starts = new int[nodes.size() + 1];
        for (var i = 0; i < nodes.size(); i++) {
            starts[i] = flat.length();
            flatten(nodes.get(i), flat);
        }
        starts[nodes.size()] = flat.length();
        var out = new ArrayList<Node>(nodes.size());
        var at = 0;       // the next node
        var taken = 0;    // how much of the flat words is out
        for (var mark : find(flat.toString())) {
            while (at < nodes.size() && starts[at + 1] <= mark.start) take(nodes.get(at), starts[at], taken, starts[++at], out);
            taken = Math.max(taken, starts[at]);
            if (at < nodes.size() && mark.end <= starts[at + 1] && !(nodes.get(at) instanceof Chars)) continue; // wholly inside an element: it was seen there
            if (mark.start > taken) take(nodes.get(at), starts[at], taken, mark.start, out);
            taken = mark.start;
            var inside = new ArrayList<Node>();
            while (at < nodes.size() && starts[at + 1] <= mark.end) take(nodes.get(at), starts[at], taken, starts[++at], inside);
            if (at < nodes.size() && starts[at] < mark.end) take(nodes.get(at), starts[at], Math.max(taken, starts[at]), mark.end, inside);
            out.add(new Element(mark.tag, mark.attributes, inside));
            taken = mark.end;
        }
        while (at < nodes.size()) take(nodes.get(at), starts[at], taken, starts[++at], out);
        return out;
    }

    /// Adds the part of a node between two places of the flat words.
    private static void take(Node node, int nodeStart, int from, int to, List<Node> out) {
        var first = Math.max(0, from - nodeStart);
        var last = to - nodeStart;
        switch (node) {
            case Chars chars -> {
                if (first < last) out.add(new Chars(chars.words().substring(first, last)));
            }
            case Element e -> {
                if (first == 0 && last >= flatLength(e)) out.add(e);
                else if (first < last && isEmphasis(e)) {
                    var part = new ArrayList<Node>();
                    var start = 0;
                    for (var child : e.children()) {
                        var end = start + flatLength(child);
                        if (end > first && start < last) take(child, start, Math.max(first, start), Math.min(last, end), part);
                        start = end;
                    }
                    if (!part.isEmpty()) out.add(new Element(e.tag(), e.attributes(), part));
                }
            }
        }
    }

    private static void flatten(Node node, StringBuilder flat) {
        switch (node) {
            case Chars chars -> flat.append(chars.words());
            case Element e when isEmphasis(e) -> e.children().forEach(c -> flatten(c, flat));
            case Element e when e.tag() == Tag.LB -> flat.append(' ');
            case Element _ -> flat.append('\u0000'); // no mark holds it, so none is found across it
        }
    }

    private static int flatLength(Node node) {
        return switch (node) {
            case Chars chars -> chars.words().length();
            case Element e when isEmphasis(e) -> e.children().stream().mapToInt(EditorialMarks::flatLength).sum();
            case Element _ -> 1;
        };
    }

    private record Mark(int start, int end, Tag tag, Map<String, String> attributes) {}

    private static List<Mark> find(String text) {
        var found = new ArrayList<Mark>();
        for (var i = next(text, 0); i < text.length(); ) {
            var c = text.charAt(i);
            var mark = c == '[' || c == '(' ? bracketed(text, i) : run(text, i);
            mark.ifPresent(found::add);
            i = next(text, mark.isPresent() ? mark.get().end : c == 'x' || c == 'X' ? endOfRun(text, i) : i + 1);
        }
        return found;
    }

    /// Where the next bracket opens, or the next run of the letter x begins; the end where none does.
    private static int next(String text, int from) {
        for (var i = from; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '[' || c == '(' || c == 'x' || c == 'X') return i;
        }
        return text.length();
    }

    /// Four and more of the letter x standing alone; capitals from five, as XXX and XXXX are numbers.
    private static Optional<Mark> run(String text, int start) {
        var end = endOfRun(text, start);
        if (end - start < (text.charAt(start) == 'x' ? 4 : 5)) return Optional.empty();
        if (start > 0 && isWordLike(text.charAt(start - 1)) || end < text.length() && isWordLike(text.charAt(end))) return Optional.empty();
        return Optional.of(new Mark(start, end, Tag.UNCLEAR, ILLEGIBLE));
    }

    private static int endOfRun(String text, int start) {
        var end = start;
        while (end < text.length() && text.charAt(end) == text.charAt(start)) end++;
        return end;
    }

    private static boolean isWordLike(char c) {
        return Character.isLetterOrDigit(c) || c == '@' || c == '/' || c == '_';
    }

    private static Optional<Mark> bracketed(String text, int start) {
        var round = text.charAt(start) == '(';
        var limit = Math.min(text.length(), start + 1 + LONGEST);
        for (var i = start + 1; i < limit; i++) {
            switch (text.charAt(i)) {
                case '[', '\u0000' -> { return Optional.empty(); }
                case ']' -> { return round ? Optional.empty() : judge(text, start, i, false); }
                case ')' -> { // closes a round one, and a square one that was misread in scanning: [matter omitted)
                    var mark = judge(text, start, i, round);
                    if (round || mark.isPresent()) return mark;
                }
                default -> { }
            }
        }
        return Optional.empty();
    }

    private static Optional<Mark> judge(String text, int start, int close, boolean round) {
        var inside = text.substring(start + 1, close);
        if (isDots(inside)) return round ? Optional.empty() : Optional.of(new Mark(start, close + 1, Tag.GAP, Map.of("reason", "editorial")));
        var words = words(inside);
        if (words.isEmpty()) return Optional.empty();
        if (words.getFirst().equals("sic")) return Optional.of(new Mark(start, close + 1, Tag.SIC, Map.of()));
        return reason(words, round).map(r -> new Mark(start, close + 1, Tag.GAP, Map.of("reason", r)));
    }

    private static Optional<String> reason(List<String> words, boolean round) {
        String first = words.getFirst(), last = words.getLast();
        var before = words.subList(0, words.size() - 1);
        if (last.equals("declassified") && (before.contains("not"))) return Optional.of("withheld");
        if (round) return says(words, UNREADABLE_IN_ROUND) ? Optional.of("illegible") : Optional.empty();
        if (says(words, UNREADABLE)) return Optional.of("illegible");
        if (says(words, LOST)) return Optional.of("lost");
        if (WITHHELD.contains(last) && (tellsHowMuch(before) || endsInWas(before)) && !(last.equals("classified") && !endsInWas(before)))
            return Optional.of("withheld");
        if (LEFT_OUT.contains(last) && (tellsHowMuch(before) || endsInWas(before))) return Optional.of("editorial");
        if (first.equals("here") && words.size() > 2 && Set.of("follow", "follows", "followed").contains(words.get(1))) return Optional.of("editorial");
        return Optional.empty();
    }

    /// Whether the first or last word is one of those, and the others only tell how much.
    private static boolean says(List<String> words, Set<String> why) {
        return why.contains(words.getLast()) && tellsHowMuch(words.subList(0, words.size() - 1))
                || why.contains(words.getFirst()) && tellsHowMuch(words.subList(1, words.size()));
    }

    private static boolean tellsHowMuch(List<String> words) {
        return words.stream().allMatch(w -> HOW_MUCH.contains(w) || WAS.contains(w) || Character.isDigit(w.charAt(0)));
    }

    private static boolean endsInWas(List<String> words) {
        return !words.isEmpty() && WAS.contains(words.getLast());
    }

    private static boolean isDots(String inside) {
        int dots = 0;
        for (var i = 0; i < inside.length(); i++) {
            switch (inside.charAt(i)) {
                case '…' -> dots += 3;
                case '.' -> dots++;
                case ' ', '\n', '\u00a0', '\t' -> { }
                default -> { return false; }
            }
        }
        return dots >= 2;
    }

    /// Runs of letters and digits in lower case; what stands between them, emphasis marks too, is left out.
    private static List<String> words(String inside) {
        var words = new ArrayList<String>();
        var from = -1;
        for (var i = 0; i <= inside.length(); i++) {
            var letter = i < inside.length() && Character.isLetterOrDigit(inside.charAt(i));
            if (letter && from < 0) from = i;
            if (!letter && from >= 0) {
                words.add(inside.substring(from, i).toLowerCase(Locale.ROOT));
                from = -1;
            }
        }
        return words;
    }
}
