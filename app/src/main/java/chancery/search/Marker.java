package chancery.search;

import chancery.search.Finder.Mark;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Marks in a text what a query looks for. Not for sharing between threads.
final class Marker {
    private final Lexicon lexicon;

    Marker(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /// In order and without overlap.
    List<Mark> marks(List<Sought> sought, String text) {
        var words = words(text);
        var marked = new boolean[words.size()];
        for (var s : sought) mark(s, words, marked);
        var marks = new ArrayList<Mark>();
        for (var i = 0; i < marked.length; i++) {
            if (!marked[i]) continue;
            var word = words.get(i);
            var held = i > 0 && marked[i - 1] && words.get(i - 1).holds;
            if (held) marks.set(marks.size() - 1, new Mark(marks.getLast().start(), word.end));
            else marks.add(new Mark(word.start, word.end));
        }
        return marks;
    }

    /// The words of a text, to be asked for several things.
    Reading read(String text) {
        return new Reading(words(text));
    }

    /// A text whose words are known.
    record Reading(List<Word> words) {
        /// Whether it holds any of what is sought.
        boolean holds(List<Sought> sought) {
            var marked = new boolean[words.size()];
            for (var s : sought) mark(s, words, marked);
            for (var is : marked) if (is) return true;
            return false;
        }
    }

    record Word(int start, int end, Lexicon.Forms forms, String joined, boolean holds) {}

    private List<Word> words(String text) {
        var words = new ArrayList<Word>();
        var scan = new Words().over(text);
        var before = Words.Hold.NOTHING;
        while (scan.next()) {
            var forms = lexicon.of(text, scan.start(), scan.end());
            if (before == Words.Hold.AS_ONE) {
                var last = words.getLast();
                words.set(words.size() - 1, new Word(last.start, last.end, last.forms, lexicon.joined(last.forms, forms), true));
            }
            before = scan.hold();
            words.add(new Word(scan.start(), scan.end(), forms, "", before != Words.Hold.NOTHING));
        }
        return words;
    }

    private static void mark(Sought sought, List<Word> words, boolean[] marked) {
        var places = new int[sought.row().size()][];
        for (var i = 0; i < places.length; i++) places[i] = places(sought.row().get(i), words);
        if (places.length > 1) {
            Rows.find(places, sought.reach(), (first, last) -> markRow(places, first, last, marked));
            return;
        }
        for (var place : places[0]) {
            marked[place] = true;
            if (isJoined(sought.row().getFirst(), words.get(place))) marked[Math.min(place + 1, marked.length - 1)] = true;
        }
    }

    private static boolean isJoined(Sought.Form form, Word word) {
        return !word.joined.isEmpty() && form.terms().contains(word.joined);
    }

    private static void markRow(int[][] places, int first, int last, boolean[] marked) {
        for (var word : places) for (var place : word) if (place >= first && place <= last) marked[place] = true;
    }

    private static int[] places(Sought.Form form, List<Word> words) {
        var found = new int[16];
        var count = 0;
        for (var i = 0; i < words.size(); i++) {
            if (!form.fits(words.get(i).forms, words.get(i).joined)) continue;
            if (count == found.length) found = Arrays.copyOf(found, count * 2);
            found[count++] = i;
        }
        return Arrays.copyOf(found, count);
    }
}
