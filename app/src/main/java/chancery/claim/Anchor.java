package chancery.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A place in a text that is found again after the text was edited: by position, by quotation, and by the words about it (the selectors of W3C Web Annotation).
///
/// @param text   the permanent id of the text
/// @param span   where it stood, and the words
/// @param before up to 32 characters before it
/// @param after  up to 32 characters after it
public record Anchor(String text, Span span, String before, String after) {
    private static final int ABOUT = 32, ENOUGH = 12;
    /// How much of a quotation may have changed between words that did not: a slip mended, not a passage written anew.
    private static final double CHANGED = 0.25;

    /// The anchor of a place.
    ///
    /// @param plain the plain layer that the span stands on
    public static Anchor of(String text, String plain, Span span) {
        var from = unit(plain, span.start());
        var to = unit(plain, span.end());
        return new Anchor(text, span, plain.substring(start(plain, from - ABOUT), from),
                plain.substring(to, start(plain, Math.min(plain.length(), to + ABOUT))));
    }

    /// The nth place, from 1, at which words stand in a plain layer; empty where there are not as many.
    public static Optional<Span> place(String plain, String words, int nth) {
        if (words.isEmpty()) return Optional.empty();
        var at = -1;
        for (var i = 0; i < nth; i++) {
            at = plain.indexOf(words, at + 1);
            if (at < 0) return Optional.empty();
        }
        return Optional.of(span(plain, at, at + words.length()));
    }

    /// Where it stands now; empty where it no longer does.
    public Optional<Span> find(String plain) {
        var length = plain.codePointCount(0, plain.length());
        if (span.end() <= length) {
            var from = unit(plain, span.start());
            if (plain.startsWith(span.quotation(), from)) return Optional.of(span);
        }
        var places = new ArrayList<Integer>();
        for (var at = plain.indexOf(span.quotation()); at >= 0; at = plain.indexOf(span.quotation(), at + 1)) places.add(at);
        if (!places.isEmpty()) {
            var was = unit(plain, Math.min(span.start(), length));
            var best = places.stream().max(Comparator.<Integer>comparingInt(at -> likeness(plain, at, at + span.quotation().length()))
                    .thenComparingInt(at -> -Math.abs(at - was))).orElseThrow();
            return Optional.of(span(plain, best, best + span.quotation().length()));
        }
        return mended(plain);
    }

    /// How many characters about a place are as they were.
    private int likeness(String plain, int from, int to) {
        var same = 0;
        while (same < before.length() && same < from && before.charAt(before.length() - 1 - same) == plain.charAt(from - 1 - same)) same++;
        var then = 0;
        while (then < after.length() && to + then < plain.length() && after.charAt(then) == plain.charAt(to + then)) then++;
        return same + then;
    }

    /// A quotation in which a few characters changed, between words that did not.
    private Optional<Span> mended(String plain) {
        var head = before.substring(Math.max(0, before.length() - ENOUGH));
        var tail = after.substring(0, Math.min(ENOUGH, after.length()));
        if (head.length() < ENOUGH && tail.length() < ENOUGH) return Optional.empty();
        var most = (int) (span.quotation().length() * (1 + CHANGED)) + 1;
        for (var at : head.isEmpty() ? List.of(0) : all(plain, head)) {
            var from = at + head.length();
            var to = tail.isEmpty() ? plain.length() : plain.indexOf(tail, from + 1);
            if (to < 0 || to - from > most) continue;
            var now = plain.substring(from, to);
            if (!now.isBlank() && distance(span.quotation(), now) <= span.quotation().length() * CHANGED) return Optional.of(span(plain, from, to));
        }
        return Optional.empty();
    }

    private static List<Integer> all(String plain, String words) {
        var places = new ArrayList<Integer>();
        for (var at = plain.indexOf(words); at >= 0; at = plain.indexOf(words, at + 1)) places.add(at);
        return places;
    }

    /// How many characters must be put in, left out or changed to make one of the other (Levenshtein).
    private static int distance(String one, String other) {
        var row = new int[other.length() + 1];
        for (var j = 0; j <= other.length(); j++) row[j] = j;
        for (var i = 1; i <= one.length(); i++) {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= other.length(); j++) {
                var up = row[j];
                row[j] = Math.min(Math.min(row[j], row[j - 1]) + 1, corner + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1));
                corner = up;
            }
        }
        return row[other.length()];
    }

    private static Span span(String plain, int from, int to) {
        var start = plain.codePointCount(0, from);
        return new Span(start, start + plain.codePointCount(from, to), plain.substring(from, to));
    }

    private static int unit(String plain, int codePoint) {
        return plain.offsetByCodePoints(0, codePoint);
    }

    /// A unit at which no character is cut in two.
    private static int start(String plain, int unit) {
        if (unit <= 0) return 0;
        return unit < plain.length() && Character.isLowSurrogate(plain.charAt(unit)) ? unit + 1 : unit;
    }
}
