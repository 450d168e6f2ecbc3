package chancery.document;

import chancery.document.Node.Chars;
import chancery.document.Node.Element;
import chancery.document.Node.Tag;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// A text's body as XML, and back: `read(write(body))` equals `body`, where words that stand beside words come back as one.
/// This is how texts are stored, and the body of what is exported as TEI.
public final class TextXml {
    private static final XMLInputFactory FACTORY = factory();

    private TextXml() {}

    /// The element as XML without declaration or namespace; attributes in alphabetical order. Characters that XML 1.0 cannot hold are left out.
    public static String write(Element element) {
        var out = new StringBuilder(1024);
        write(element, out);
        return out.toString();
    }

    /// The element that XML of ours describes.
    ///
    /// @throws IllegalArgumentException where it is not well-formed, is more than one element, has
    ///     a document type, or holds an element that the subset does not have
    public static Element read(String xml) {
        try {
            var reader = FACTORY.createXMLStreamReader(new StringReader(xml));
            try {
                return read(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException("not a text of ours: " + e.getMessage(), e);
        }
    }

    /// Words escaped for XML content and double-quoted attributes.
    public static String escape(String words) {
        var out = new StringBuilder(words.length() + 16);
        escape(words, true, out);
        return out.toString();
    }

    private static void write(Element element, StringBuilder out) {
        var name = element.tag().teiName();
        out.append('<').append(name);
        for (var attribute : new TreeMap<>(element.attributes()).entrySet()) {
            out.append(' ').append(attribute.getKey()).append("=\"");
            escape(attribute.getValue(), true, out);
            out.append('"');
        }
        if (element.children().isEmpty()) {
            out.append("/>");
            return;
        }
        out.append('>');
        for (var child : element.children()) {
            switch (child) {
                case Chars chars -> escape(chars.words(), false, out);
                case Element e -> write(e, out);
            }
        }
        out.append("</").append(name).append('>');
    }

    /// @param white whether white space other than the blank is escaped too: in attributes XML would read it as blanks
    private static void escape(String words, boolean white, StringBuilder out) {
        for (var i = 0; i < words.length(); i++) {
            var c = words.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\r' -> out.append("&#13;");
                case '\n', '\t' -> {
                    if (white) out.append("&#").append((int) c).append(';');
                    else out.append(c);
                }
                default -> {
                    if (Character.isHighSurrogate(c) && i + 1 < words.length() && Character.isLowSurrogate(words.charAt(i + 1)))
                        out.append(c).append(words.charAt(++i));
                    else if (c >= ' ' && !Character.isSurrogate(c) && c != '\ufffe' && c != '\uffff') out.append(c);
                }
            }
        }
    }

    private record Open(Tag tag, Map<String, String> attributes, List<Node> children) {
        Element close() {
            return new Element(tag, attributes, children);
        }
    }

    private static Element read(XMLStreamReader reader) throws XMLStreamException {
        var open = new ArrayDeque<Open>();
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> open.push(new Open(tag(reader), attributes(reader), new ArrayList<>()));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (!open.isEmpty()) open.element().children().add(new Chars(reader.getText()));
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    var closed = open.pop().close();
                    if (open.isEmpty()) {
                        while (reader.hasNext()) reader.next();
                        return closed;
                    }
                    open.element().children().add(closed);
                }
                case XMLStreamConstants.DTD,
                        XMLStreamConstants.ENTITY_REFERENCE -> throw new IllegalArgumentException("not a text of ours: it has a document type");
                default -> { }
            }
        }
        throw new IllegalArgumentException("not a text of ours: it has no element");
    }

    private static Tag tag(XMLStreamReader reader) {
        return Tag.of(reader.getLocalName()).orElseThrow(() -> new IllegalArgumentException("not a text of ours: element " + reader.getLocalName()));
    }

    private static Map<String, String> attributes(XMLStreamReader reader) {
        if (reader.getAttributeCount() == 0) return Map.of();
        var attributes = new TreeMap<String, String>();
        for (var i = 0; i < reader.getAttributeCount(); i++) {
            var prefix = reader.getAttributePrefix(i);
            attributes.put(prefix == null || prefix.isEmpty() ? reader.getAttributeLocalName(i) : prefix + ":" + reader.getAttributeLocalName(i),
                    reader.getAttributeValue(i));
        }
        return attributes;
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        // there are no entities but &amp; and its like, and a long text has more than 100,000 of these
        factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
        factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
        factory.setProperty("jdk.xml.maxElementDepth", "500");
        // The JDK's limits guard against entities that unfold, which we do not read at all; they would refuse a long paper that we ourselves wrote.
        for (var limit : List.of("maxGeneralEntitySizeLimit", "totalEntitySizeLimit", "entityExpansionLimit", "maxElementDepth", "elementAttributeLimit"))
            factory.setProperty("jdk.xml." + limit, "0");
        return factory;
    }
}
