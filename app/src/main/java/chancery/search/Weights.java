package chancery.search;

import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.PerFieldSimilarityWrapper;
import org.apache.lucene.search.similarities.Similarity;

/// How much things count in the order of hits. The figures were chosen on queries of people who half remembered a paper; near them little changes.
final class Weights {
    private Weights() {}

    /// What it is worth to be of the date that a query names.
    static final float DATE = 6f;
    /// What it is worth that the person named first in a query is the sender.
    static final float NAMED_FIRST = 0.5f;
    private static final float HEAD = 0.9f;

    static float of(String field) {
        return field.equals(Fields.HEAD) ? HEAD : 1;
    }

    static final Similarity SIMILARITY = new PerFieldSimilarityWrapper() {
        private final Similarity text = new Present(1.2f, 0.7f, 0.1f);
        private final Similarity head = new Present(1.2f, 0.5f, 0);

        @Override
        public Similarity get(String field) {
            return field.equals(Fields.TEXT) ? text : head;
        }
    };

    /// BM25 that gives a word something for being there at all, so that a long paper with every word is not behind a short one with few
    /// (Lv and Zhai, Lower-bounding term frequency normalization, 2011).
    private static final class Present extends Similarity {
        private final BM25Similarity bm25;
        private final float floor;

        Present(float k1, float b, float floor) {
            this.bm25 = new BM25Similarity(k1, b);
            this.floor = floor;
        }

        @Override
        public SimScorer scorer(float boost, CollectionStatistics collection, TermStatistics... terms) {
            var plain = bm25.scorer(boost, collection, terms);
            if (floor == 0) return plain;
            var present = floor * boost * (terms.length == 1 ? bm25.idfExplain(collection, terms[0]) : bm25.idfExplain(collection, terms)).getValue().floatValue();
            return new SimScorer() {
                @Override
                public float score(float frequency, long norm) {
                    return present + plain.score(frequency, norm);
                }
            };
        }
    }
}
