package chancery.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.CompiledAutomaton;

/// The words of an index that a pattern stands for. Bounded; which ones are kept depends on the papers alone and not on the index's history.
final class Expansions {
    /// Words of the index that one pattern stands for at most: those in most papers, equals in alphabetical order.
    static final int MOST = 300;
    private static final int MOST_LOOKED_AT = 20_000;

    private Expansions() {}

    /// The words, and whether there were more.
    record Found(List<BytesRef> words, boolean cut) {}

    static Found of(IndexReader reader, String field, Sought.Pattern pattern) throws IOException {
        var terms = MultiTerms.getTerms(reader, field);
        if (terms == null) return new Found(List.of(), false);
        var compiled = new CompiledAutomaton(pattern.automaton());
        record Word(BytesRef word, int papers) {}
        var words = new ArrayList<Word>();
        var each = compiled.getTermsEnum(terms);
        for (var word = each.next(); word != null && words.size() < MOST_LOOKED_AT; word = each.next())
            if (word.length > 0 && word.bytes[word.offset] != Lexicon.LOOSE) words.add(new Word(BytesRef.deepCopyOf(word), each.docFreq()));
        if (words.size() <= MOST) return new Found(words.stream().map(Word::word).toList(), false);
        words.sort(Comparator.comparingInt((Word w) -> -w.papers).thenComparing(Word::word));
        return new Found(words.stream().limit(MOST).map(Word::word).sorted().toList(), true);
    }
}
