package chancery.search;

import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.PerFieldSimilarityWrapper;
import org.apache.lucene.search.similarities.Similarity;

/// How much things count in the order of hits. The usual ones were chosen on queries of people who half remembered a paper; near them little changes.
///
/// @param date           what it is worth to be of the date that a query names
/// @param inTitle        what each word is worth that stands in a paper's title: titles of messages are the names of those who wrote and received them
/// @param number         what it is worth that a word of a query is the paper's number
/// @param role           what it is worth that somebody is named in a query where the sender, or the recipient, is named: `Bruce to Curtin`
/// @param otherName      what another name of the same is worth beside the one typed
/// @param head           what a word is worth in the title, the description and the first words, beside one in the text
/// @param everyWordFirst of how many words a query is at most whose papers with every word come before all others: nobody remembers every word of a longer one
record Weights(float date, float inTitle, float number, float role, float otherName, float head, int everyWordFirst) {
    static final Weights USUAL = new Weights(6f, 1f, 4f, 0.5f, 0.9f, 0.9f, 5);

    float of(String field) {
        return field.equals(Fields.HEAD) ? head : 1;
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
            var present = floor * boost * (terms.length == 1 ? bm25.idfExplain(collection, terms[0]) : bm25.idfExplain(collection, terms))
                    .getValue().floatValue();
            return new SimScorer() {
                @Override
                public float score(float frequency, long norm) {
                    return present + plain.score(frequency, norm);
                }
            };
        }
    }
}
