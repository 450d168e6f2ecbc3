package chancery.search;

import chancery.search.Question.Wanted;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/// The words of an audience's papers that a pattern stands for. Bounded; which ones are kept depends on the papers alone and not on the index's history.
///
/// They are remembered as long as the papers stand as they do, for the patterns asked for last: who asks for one looks at several pages,
/// filters and orders of what it finds. Safe for several threads.
final class Expansions {
    /// Words of the index that one pattern stands for at most: those in most papers, equals in alphabetical order.
    static final int MOST = 300;
    private static final int MOST_LOOKED_AT = 20_000;
    private static final int REMEMBERED = 200;
    private final Audience audience;
    private final Remembered<Asked, Found> known = new Remembered<>(REMEMBERED);

    Expansions(Audience audience) {
        this.audience = audience;
    }

    /// The words, and whether there were more.
    record Found(List<BytesRef> words, boolean cut) {}

    private record Asked(String field, Wanted wanted) {}

    /// The words of a field; read from the index where they are not remembered.
    Found of(String field, Sought.Pattern pattern) throws IOException {
        return known.of(new Asked(field, pattern.wanted()), () -> read(field, pattern));
    }

    private Found read(String field, Sought.Pattern pattern) throws IOException {
        var terms = MultiTerms.getTerms(audience.searcher().getIndexReader(), field);
        if (terms == null) return new Found(List.of(), false);
        var words = pattern.isBeginning() ? beginning(terms, new BytesRef(pattern.core())) : accepted(pattern.compiled().getTermsEnum(terms));
        if (words.size() <= MOST) return new Found(words.stream().map(Word::word).toList(), false);
        words.sort(Comparator.comparingInt((Word w) -> -w.papers).thenComparing(Word::word));
        return new Found(words.stream().limit(MOST).map(Word::word).sorted().toList(), true);
    }

    private record Word(BytesRef word, int papers) {}

    private static List<Word> beginning(Terms terms, BytesRef with) throws IOException {
        var words = new ArrayList<Word>();
        var each = terms.iterator();
        if (each.seekCeil(with) == TermsEnum.SeekStatus.END) return words;
        for (var word = each.term(); word != null && StringHelper.startsWith(word, with) && words.size() < MOST_LOOKED_AT; word = each.next())
            add(word, each, words);
        return words;
    }

    private static List<Word> accepted(TermsEnum each) throws IOException {
        var words = new ArrayList<Word>();
        for (var word = each.next(); word != null && words.size() < MOST_LOOKED_AT; word = each.next()) add(word, each, words);
        return words;
    }

    private static void add(BytesRef word, TermsEnum at, List<Word> words) throws IOException {
        if (word.length > 0 && word.bytes[word.offset] != Lexicon.LOOSE) words.add(new Word(BytesRef.deepCopyOf(word), at.docFreq()));
    }
}
