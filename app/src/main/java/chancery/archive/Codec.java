package chancery.archive;

import chancery.document.Access;
import chancery.document.Description;
import chancery.document.Edtf;
import chancery.document.Node.Element;
import chancery.document.Node.Tag;
import chancery.document.Release;
import chancery.document.Text;
import chancery.document.TextXml;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// How descriptions, texts and releases are written in the store, and read again: `read(write(x))` equals `x`.
final class Codec {
    private static final String KIND = "kind", LANGUAGE = "xml:lang";
    /// Leaves out what is empty, and reads what is left out as empty: a field that comes later changes no version that does not use it.
    static final JsonMapper JSON = JsonMapper.builder().addMixIn(Edtf.class, EdtfAsWords.class)
            .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_EMPTY))
            .withConfigOverride(List.class, o -> o.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .withConfigOverride(String.class, o -> o.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .build();

    private Codec() {}

    /// An EDTF date is written as its expression.
    interface EdtfAsWords {
        @JsonValue
        String text();

        @JsonCreator
        static Edtf of(String expression) {
            throw new IllegalStateException("a mix-in is never called: " + expression);
        }
    }

    static String write(Description description) {
        return JSON.writeValueAsString(description);
    }

    static Description description(String json) {
        return JSON.readValue(json, Description.class);
    }

    /// A release as JSON that leaves out what is not said.
    static String write(Release release) {
        var json = new LinkedHashMap<String, String>();
        json.put("now", release.now().word());
        if (release.until() != null && release.then() != null) {
            json.put("until", release.until().toString());
            json.put("then", release.then().word());
        }
        if (!release.reason().isEmpty()) json.put("reason", release.reason());
        if (!release.authority().isEmpty()) json.put("authority", release.authority());
        if (release.review() != null) json.put("review", release.review().toString());
        return JSON.writeValueAsString(json);
    }

    static Release release(String json) {
        var tree = JSON.readTree(json);
        return new Release(access(tree, "now").orElseThrow(), day(tree, "until"), access(tree, "then").orElse(null),
                tree.path("reason").asString(""), tree.path("authority").asString(""), day(tree, "review"));
    }

    private static Optional<Access> access(JsonNode tree, String key) {
        return Access.of(tree.path(key).asString(""));
    }

    private static @Nullable LocalDate day(JsonNode tree, String key) {
        return tree.has(key) ? LocalDate.parse(tree.path(key).asString("")) : null;
    }

    static String write(Text text) {
        return TextXml.write(new Element(Tag.BODY, Map.of(KIND, text.kind().word(), LANGUAGE, text.language()), text.body().children()));
    }

    static Text text(String xml) {
        var body = TextXml.read(xml);
        var kind = Text.Kind.of(body.attribute(KIND).orElse("")).orElse(Text.Kind.TRANSCRIPT);
        return new Text(kind, body.attribute(LANGUAGE).orElse("und"), Element.of(Tag.BODY, body.children()));
    }
}
