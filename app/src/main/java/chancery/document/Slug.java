package chancery.document;

import java.text.Normalizer;
import java.util.Locale;

/// The readable end of an address.
public final class Slug {
    private static final int LONGEST = 80;

    private Slug() {}

    /// Words as they may stand in an address: small Latin letters and digits with single hyphens between, at most 80, cut between words.
    /// Letters of other scripts give nothing; empty when nothing is left.
    ///
    /// `Slug.of("Sugiyama’s words, Tōkyō")` is `sugiyamas-words-tokyo`.
    public static String of(String words) {
        var plain = Normalizer.normalize(words, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        var slug = new StringBuilder();
        var gap = false;
        for (var i = 0; i < plain.length() && slug.length() <= LONGEST; i++) {
            var c = plain.charAt(i);
            if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
                if (gap && !slug.isEmpty()) slug.append('-');
                slug.append(c);
                gap = false;
            } else if (Character.getType(c) != Character.NON_SPACING_MARK && c != '\'' && c != '’' && c != '.') {
                gap = true;
            }
        }
        if (slug.length() <= LONGEST) return slug.toString();
        var cut = slug.lastIndexOf("-", LONGEST);
        return slug.substring(0, cut > LONGEST / 2 ? cut : LONGEST);
    }
}
