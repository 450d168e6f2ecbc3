package chancery.web;

import chancery.archive.Settings;
import chancery.search.ClaimQuestion;
import chancery.search.QueryField;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// The page about the archive.
///
/// @param shown    whether the reader asked where to write: the address stands in no page that was not asked for
/// @param citation how to cite the archive
/// @param queries  ways to search, each with what it does
public record AboutPage(boolean shown, String citation, List<Map.Entry<String, String>> queries) {
    static AboutPage of(Settings settings, String base, LocalDate today, boolean shown) {
        var keeper = settings.institution().isEmpty() ? "" : ", " + settings.institution();
        var notice = settings.notice().isEmpty() ? "" : " [" + settings.notice() + "]";
        return new AboutPage(shown, settings.title() + keeper + ", accessed " + DateInWords.day(today) + ", " + base + "." + notice, List.of(
                Map.entry("oil concessions", "papers with both words; below them those with most of them"),
                Map.entry("\"oil concessions\"", "these words, in this order, as they stand"),
                Map.entry("oil OR coal", "either word"),
                Map.entry("oil -coal", "the one without the other"),
                Map.entry("\"oil coal\"~10", "both words within ten of each other"),
                Map.entry("concess* col?nel", "any ending; any one letter"),
                Map.entry("manchoukuo~", "words spelled nearly so")));
    }

    /// The fields of papers that a query may name.
    public List<QueryField> fields() {
        return QueryField.all();
    }

    /// The fields that ask for claims instead of papers.
    public List<QueryField> claimFields() {
        return ClaimQuestion.FIELDS;
    }
}
