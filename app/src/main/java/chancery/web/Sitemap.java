package chancery.web;

import chancery.archive.Card;
import java.util.List;
import java.util.stream.IntStream;

/// The addresses that search engines should know, after the protocol of sitemaps.org: an index, and parts of at most ten thousand papers.
final class Sitemap {
    /// Papers to a part; the protocol allows 50,000.
    static final int PART = 10_000;
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n", SPACE = " xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";

    private Sitemap() {}

    /// How many parts so many papers have; at least one.
    static int parts(int papers) {
        return Math.max(1, Math.ceilDiv(papers, PART));
    }

    static String index(int papers, String base) {
        var out = new StringBuilder(HEAD).append("<sitemapindex").append(SPACE);
        IntStream.rangeClosed(1, parts(papers))
                .forEach(n -> out.append("<sitemap><loc>").append(TextHtml.escape(base)).append("/sitemap/").append(n).append(".xml</loc></sitemap>\n"));
        return out.append("</sitemapindex>\n").toString();
    }

    static String part(List<Card> cards, String base) {
        var out = new StringBuilder(HEAD).append("<urlset").append(SPACE);
        for (var card : cards) out.append("<url><loc>").append(TextHtml.escape(base + View.at(card))).append("</loc></url>\n");
        return out.append("</urlset>\n").toString();
    }
}
