package chancery.web;

import java.util.List;
import java.util.Map;

/// The keys of the pages, and what they do: the page of help tells them, and a test holds them against the script.
public final class Keys {
    /// Each key with what it does.
    public static final List<Map.Entry<String, String>> ALL = List.of(
            Map.entry("/", "to the search box"),
            Map.entry("j", "next in a list"),
            Map.entry("k", "previous in a list"),
            Map.entry("Enter", "open the paper"),
            Map.entry("n", "next marked place"),
            Map.entry("p", "previous marked place"),
            Map.entry("[", "previous result, paper of the collection or page of a list"),
            Map.entry("]", "next result, paper of the collection or page of a list"),
            Map.entry("s", "texts side by side, where a paper has several"),
            Map.entry("c", "copy the citation"),
            Map.entry("q", "copy the words selected, with the citation and a link to their paragraph"),
            Map.entry("?", "this page"),
            Map.entry("Escape", "leave the search box; close what is open"));

    private Keys() {}
}
