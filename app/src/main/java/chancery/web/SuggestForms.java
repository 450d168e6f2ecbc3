package chancery.web;

import chancery.archive.Settings;
import chancery.search.SearchRequest;
import chancery.search.Suggestion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// Suggestions as the pages' script takes them, as browsers take them, and the description of the search that browsers read.
final class SuggestForms {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private SuggestForms() {}

    /// `[{"kind","label","to","papers"}]`
    static String json(List<Suggestion> suggestions) {
        return JSON.writeValueAsString(suggestions.stream().map(SuggestForms::row).toList());
    }

    private static Map<String, Object> row(Suggestion s) {
        var row = new LinkedHashMap<String, Object>();
        row.put("kind", kind(s));
        row.put("label", s.label());
        row.put("to", to(s));
        row.put("papers", s.papers());
        return row;
    }

    private static String kind(Suggestion s) {
        return switch (s.value()) {
            case Suggestion.Value.Of(var dimension, _) -> View.name(dimension);
            case Suggestion.Value.Paper(var card) -> DateInWords.brief(card.dating()).isEmpty() ? View.kind(card.kind()) : DateInWords.brief(card.dating());
        };
    }

    private static String to(Suggestion s) {
        return switch (s.value()) {
            case Suggestion.Value.Of(var dimension, var value) -> ResultsPage.address(SearchRequest.of("").toggled(dimension, value));
            case Suggestion.Value.Paper(var card) -> View.at(card);
        };
    }

    /// As [browsers take them](https://github.com/dewitt/opensearch/blob/master/mediawiki/Specifications/OpenSearch/Extensions/Suggestions/1.1/Draft%201.wiki):
    /// `["typed",["label"],["what it is"],["address"]]`
    static String opensearch(String typed, List<Suggestion> suggestions, String base) {
        return JSON.writeValueAsString(List.of(typed, suggestions.stream().map(Suggestion::label).toList(),
                suggestions.stream().map(SuggestForms::kind).toList(), suggestions.stream().map(s -> base + to(s)).toList()));
    }

    /// The OpenSearch description.
    static String description(Settings settings, String base) {
        var name = settings.title().length() > 16 ? settings.title().substring(0, 16).strip() : settings.title();
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
                  <ShortName>%s</ShortName>
                  <Description>Search %s</Description>
                  <InputEncoding>UTF-8</InputEncoding>
                  <Url type="text/html" template="%s/search?q={searchTerms}"/>
                  <Url type="application/x-suggestions+json" rel="suggestions" template="%s/suggest?form=opensearch&amp;q={searchTerms}"/>
                </OpenSearchDescription>
                """.formatted(TextHtml.escape(name), TextHtml.escape(settings.title()), TextHtml.escape(base), TextHtml.escape(base));
    }
}
