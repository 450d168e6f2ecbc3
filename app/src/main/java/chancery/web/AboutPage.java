package chancery.web;

import chancery.archive.Settings;
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
                Map.entry("manchoukuo~", "words spelled nearly so"),
                Map.entry("from:Bruce to:Curtin no:175A", "sender, recipient, number of a message"),
                Map.entry("title:inquiry place:Moscow holding:171", "title, place of writing, archival reference"),
                Map.entry("date:1944-02", "dated February 1944; also Feb 1944, 3.2.44, 1944-02-03/1944-02-10, before 1945"),
                Map.entry("kind:letter marking:secret", "kind of paper, stamp on the page")));
    }
}
