package chancery.archive;

import chancery.document.Description;
import chancery.document.Edtf;
import chancery.document.Node.Element;
import chancery.document.Node.Tag;
import chancery.document.Release;
import chancery.document.Text;
import chancery.document.TextXml;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// How descriptions, texts and releases are written in the store, and read again: `read(write(x))` equals `x`.
final class Codec {
    private static final String KIND = "kind", LANGUAGE = "xml:lang";
    private static final JsonMapper JSON = JsonMapper.builder().addMixIn(Edtf.class, EdtfAsWords.class).build();

    private Codec() {}

    /// An EDTF date is written as its expression.
    private interface EdtfAsWords {
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

    static String write(Release release) {
        return JSON.writeValueAsString(release);
    }

    static Release release(String json) {
        return JSON.readValue(json, Release.class);
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
