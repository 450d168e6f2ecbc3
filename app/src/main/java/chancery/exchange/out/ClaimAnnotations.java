package chancery.exchange.out;

import chancery.archive.ReadingRoom;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// Claims as a page of annotations of the W3C Web Annotation Data Model, in JSON-LD: each
/// attestation annotates its place in its paper, by quotation and by position.
///
/// What the model has no words for (chain, stance, times in EDTF, state) stands in our own terms, which the context declares.
public final class ClaimAnnotations {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ClaimAnnotations() {}

    /// Writes every attestation; returns how many.
    public static long write(ReadingRoom room, Names names, Writer to) {
        var items = new ArrayList<Map<String, Object>>();
        for (var row : ClaimRows.rows(room)) items.add(annotation(row, names));
        var terms = new LinkedHashMap<String, Object>();
        terms.put("chancery", "urn:chancery:terms:");
        terms.put("claim", InOrder.of("@id", "chancery:claim", "@type", "@id"));
        terms.put("chain", InOrder.of("@id", "chancery:chain", "@container", "@list"));
        for (var word : List.of("stance", "caution", "cue", "about", "said", "state", "source_text")) terms.put(word, "chancery:" + word);
        var page = new LinkedHashMap<String, Object>();
        page.put("@context", List.of("http://www.w3.org/ns/anno.jsonld", terms));
        page.put("id", names.iri("export", "claims"));
        page.put("type", "AnnotationPage");
        page.put("startIndex", 0);
        page.put("items", items);
        try {
            to.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(page));
            to.write('\n');
            to.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return items.size();
    }

    private static Map<String, Object> annotation(ClaimRows.Row row, Names names) {
        var a = row.attestation();
        var one = new LinkedHashMap<String, Object>();
        one.put("id", names.iri("claim", a.id()));
        one.put("type", "Annotation");
        one.put("motivation", "describing");
        one.put("body", InOrder.of("type", "TextualBody", "purpose", "describing", "format", "text/plain",
                "language", "en", "value", a.paper().author() + " ← " + String.join(" ← ", a.chain().words())));
        one.put("target", InOrder.of("source", names.iri("record", a.paper().record().value()), "selector", List.of(
                InOrder.of("type", "TextQuoteSelector", "exact", a.content().quotation()),
                InOrder.of("type", "TextPositionSelector", "start", a.content().start(), "end", a.content().end()))));
        one.put("claim", names.iri("claim", row.claim().id()));
        one.put("chain", a.chain().words());
        one.put("stance", a.stance().word());
        if (!a.caution().isEmpty()) one.put("caution", a.caution());
        if (!a.cue().isEmpty()) one.put("cue", a.cue());
        a.about().ifPresent(time -> one.put("about", time.text()));
        a.said().ifPresent(time -> one.put("said", time.text()));
        one.put("state", a.state().word());
        one.put("source_text", a.text());
        return one;
    }
}
