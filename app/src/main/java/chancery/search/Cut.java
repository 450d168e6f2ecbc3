package chancery.search;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/// A text cut into words and ready for an index: each word with its forms, and gaps where nothing may be found side by side.
final class Cut {
    /// Words counted between two parts of a paper, so that no phrase reaches from one into the other.
    static final int GAP = 100;
    private final List<Lexicon.Forms> words = new ArrayList<>();
    private final List<String> joined = new ArrayList<>(); // beside each word: how it and the next are written as one; empty mostly
    private final List<Integer> gaps = new ArrayList<>();  // words before which a gap stands
    private final Lexicon lexicon;
    private final Words scan = new Words();

    Cut(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /// Adds words; returns how many.
    int add(String text) {
        return add(text, 0, text.length());
    }

    /// Adds the words of a part of a text; returns how many.
    int add(String text, int start, int end) {
        var before = words.size();
        scan.over(text, start, end);
        var hold = Words.Hold.NOTHING;
        while (scan.next()) {
            var forms = lexicon.of(text, scan.start(), scan.end());
            if (hold == Words.Hold.AS_ONE) joined.set(joined.size() - 1, lexicon.joined(words.getLast(), forms));
            words.add(forms);
            joined.add("");
            hold = scan.hold();
        }
        return words.size() - before;
    }

    /// Parts what follows from what came.
    void gap() {
        gaps.add(words.size());
    }

    /// How many words there are.
    int size() {
        return words.size();
    }

    /// The words for Lucene; to be read once.
    TokenStream stream() {
        return new Stream();
    }

    private final class Stream extends TokenStream {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
        private int word = -1;
        private int form; // of the word: 0 exact, then loose ones, then joined
        private int gap;

        @Override
        public boolean incrementToken() {
            while (true) {
                if (word >= 0 && word < words.size()) {
                    var forms = words.get(word);
                    if (form < forms.loose().size()) return emit(forms.loose().get(form++), 0);
                    if (form++ == forms.loose().size() && !joined.get(word).isEmpty()) return emit(joined.get(word), 0);
                }
                word++;
                form = 0;
                if (word >= words.size()) return false;
                var parted = gap < gaps.size() && gaps.get(gap) == word;
                while (gap < gaps.size() && gaps.get(gap) <= word) gap++;
                return emit(words.get(word).exact(), parted && word > 0 ? GAP + 1 : 1);
            }
        }

        private boolean emit(String form, int positions) {
            term.setEmpty().append(form);
            step.setPositionIncrement(positions);
            return true;
        }

        @Override
        public void reset() {
            word = -1;
            form = 0;
            gap = 0;
        }
    }
}
