package chancery.web;

import chancery.archive.Settings;

/// What every page shares.
///
/// @param settings how the archive presents itself
/// @param title    of the page, for the browser's bar
/// @param query    the words in the search box
/// @param section  which word of the navigation is meant: `papers`, `collections`, `holdings`, `people`, `claims`, `about`; empty for none
/// @param base     the address under which readers reach the archive, without a slash at its end
/// @param path     the page's own clean path, beginning with a slash
/// @param head     further elements of the head, as HTML; empty for none
/// @param indexed  whether search engines may keep it
public record Frame(Settings settings, String title, String query, String section, String base, String path, String head, boolean indexed) {
    private static final int LONGEST = 160;

    /// The title with the archive's name; one that no bar could hold is cut.
    public String full() {
        var shown = title.codePointCount(0, title.length()) <= LONGEST ? title : title.substring(0, title.offsetByCodePoints(0, LONGEST - 1)).strip() + "…";
        return shown.isEmpty() || shown.equals(settings.title()) ? settings.title() : shown + " – " + settings.title();
    }

    /// Whether a word of the navigation is the page's.
    public boolean in(String word) {
        return section.equals(word);
    }
}
