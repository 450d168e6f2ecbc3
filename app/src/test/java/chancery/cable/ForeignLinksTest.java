package chancery.cable;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chancery.document.Dating;
import chancery.document.Description;
import chancery.document.Edtf;
import chancery.document.Node;
import chancery.document.Node.Chars;
import chancery.document.Node.Element;
import chancery.document.Node.Tag;
import chancery.document.RecordId;
import chancery.document.Text;
import chancery.exchange.in.Corpus;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.w3c.dom.NodeList;

/// Links between cables of another edition and another foreign service, *Foreign Relations of the
/// United States*, 1941, volume VII, which were read off by hand:
/// headings and references are read from the words alone, as of any paper, and must lead where the reader's eye led, and nowhere else.
class ForeignLinksTest {
    private static final byte[] KEY = "a key for measuring only".getBytes(StandardCharsets.UTF_8);

    /// Who speaks of whom, by the numbers of the documents. `d10` and `d12` and `d14` give numbers that the editors put right.
    private static final Map<String, Set<String>> READ_BY_HAND = new TreeMap<>(Map.ofEntries(to("d2", "d1"), to("d3", "d2"),
            to("d4", "d3"), to("d7", "d6"), to("d8", "d5", "d6", "d7"), to("d9", "d8"), to("d10", "d8"), to("d11", "d10"),
            to("d12", "d9", "d10"), to("d14", "d11"), to("d16", "d13"), to("d17", "d13", "d16"),
            to("d18", "d16"), to("d19", "d16", "d17", "d18"), to("d20", "d18", "d19"), to("d21", "d6")));

    @Test
    void theLinksReadByHandAreFound() throws Exception {
        var file = Corpus.file("frus1941v07-extract.xml");
        Assumptions.assumeTrue(file.isPresent(), "not run: no corpus is given (chancery.corpus or CHANCERY_CORPUS)");
        var messages = new ArrayList<Message>();
        var names = new HashMap<RecordId, String>();
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        var divs = factory.newDocumentBuilder().parse(file.orElseThrow().toFile()).getElementsByTagNameNS("*", "div");
        for (var div : elements(divs)) {
            if (!div.getAttribute("type").equals("document")) continue;
            var message = message(div);
            messages.add(message);
            names.put(message.id(), message.order());
        }
        var shown = new TreeMap<String, Set<String>>();
        for (var r : Resolver.resolve(messages).references()) {
            if (r.shown()) for (var target : r.targets()) shown.computeIfAbsent(names.get(r.from()), _ -> new TreeSet<>()).add(names.get(target));
        }
        assertEquals(READ_BY_HAND, shown);
    }

    private static Map.Entry<String, Set<String>> to(String from, String... targets) {
        return Map.entry(from, new TreeSet<>(List.of(targets)));
    }

    private static Message message(org.w3c.dom.Element div) {
        var name = div.getAttribute("xml:id");
        var title = words(first(div, "head"));
        var date = first(div, "date").getAttribute("when");
        var day = Edtf.parse(date.substring(0, 10));
        var time = date.length() > 10 ? Optional.of(LocalTime.parse(date.substring(11))) : Optional.<LocalTime>empty();
        var blocks = new ArrayList<Node>();
        for (var part : children(div)) {
            switch (part.getLocalName()) {
                case "note" -> blocks.add(new Element(Tag.NOTE, Map.of("type", "source"), List.of(block(Tag.P, part))));
                case "opener" -> children(part).forEach(line -> blocks.add(block(Tag.DATELINE, line)));
                case "p" -> blocks.add(block(Tag.P, part));
                case "closer" -> blocks.add(block(Tag.SIGNED, part));
                default -> {}
            }
        }
        var text = new Text(Text.Kind.TRANSCRIPT, "en", Element.of(Tag.BODY, blocks));
        var description = Description.titled(title).dating(new Dating(date, day, time, "")).build();
        var heading = HeadingReader.read(HeadingSource.of(description, text)).heading();
        var place = heading.place().map(Printed::value).orElse("");
        var dating = new Dating(date, day, time, place);
        var mentions = ReferenceReader.read(RecordId.name(KEY, "text", name), text, day.map(Edtf::first), heading.headingLines());
        return new Message(RecordId.of(KEY, "foreign", name), name, title, Optional.of(heading), dating, Optional.empty(), mentions);
    }

    private static Element block(Tag tag, org.w3c.dom.Element from) {
        var children = new ArrayList<Node>();
        inline(from, children);
        return Element.of(tag, children);
    }

    private static void inline(org.w3c.dom.Element from, List<Node> to) {
        for (var child = from.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof org.w3c.dom.Text words) to.add(new Chars(words.getData().replaceAll("\\s+", " ")));
            else if (child instanceof org.w3c.dom.Element e && e.getLocalName().equals("note"))
                to.add(new Element(Tag.NOTE, Map.of("n", e.getAttribute("n"), "xml:id", e.getAttribute("xml:id")), List.of(block(Tag.P, e))));
            else if (child instanceof org.w3c.dom.Element e && e.getLocalName().equals("lb")) to.add(new Chars(" "));
            else if (child instanceof org.w3c.dom.Element e) inline(e, to);
        }
    }

    private static String words(org.w3c.dom.Element from) {
        return from.getTextContent().replaceAll("\\s+", " ").strip();
    }

    private static org.w3c.dom.Element first(org.w3c.dom.Element in, String name) {
        return elements(in.getElementsByTagNameNS("*", name)).getFirst();
    }

    private static List<org.w3c.dom.Element> children(org.w3c.dom.Element in) {
        return elements(in.getChildNodes());
    }

    private static List<org.w3c.dom.Element> elements(NodeList nodes) {
        var all = new ArrayList<org.w3c.dom.Element>();
        for (var i = 0; i < nodes.getLength(); i++) if (nodes.item(i) instanceof org.w3c.dom.Element e) all.add(e);
        return all;
    }
}
