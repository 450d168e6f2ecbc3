package chancery.search;

import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.PerFieldSimilarityWrapper;
import org.apache.lucene.search.similarities.Similarity;

/// How much things count in the order of hits.
final class Weights {
    private Weights() {}

    /// How much the lesser fields that have a word add to the best of them.
    static final float TIE = 0.3f;

    static float of(String field) {
        return switch (field) {
            case Fields.TITLE -> 2f;
            default -> 1f;
        };
    }

    static final Similarity SIMILARITY = new PerFieldSimilarityWrapper() {
        private final Similarity text = new BM25Similarity(1.2f, 0.75f);

        @Override
        public Similarity get(String field) {
            return text;
        }
    };
}
