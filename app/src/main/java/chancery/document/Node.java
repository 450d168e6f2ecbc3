package chancery.document;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A piece of a text: words, or an element around words. The elements are a small subset of TEI P5.
public sealed interface Node {
    /// Words. Always in Unicode normalisation form C; white space stands as the source had it.
    record Chars(String words) implements Node {}

    /// An element.
    ///
    /// @param tag        which
    /// @param attributes TEI attributes by name (`n`, `reason`, `xml:id`, `target`, `rend`); in no order that matters
    /// @param children   what it holds, in order
    record Element(Tag tag, Map<String, String> attributes, List<Node> children) implements Node {
        public Element {
            attributes = Map.copyOf(attributes);
            children = List.copyOf(children);
        }

        /// An element without attributes.
        public static Element of(Tag tag, List<Node> children) {
            return new Element(tag, Map.of(), children);
        }

        /// An attribute's value; empty when there is none.
        public Optional<String> attribute(String name) {
            return Optional.ofNullable(attributes.get(name));
        }
    }

    /// The elements that a text may hold, after their names in TEI P5.
    enum Tag {
        BODY("body"), DIV("div"), P("p"), HEAD("head"), LIST("list"), ITEM("item"), LABEL("label"), TABLE("table"), ROW("row"), CELL("cell"),
        LB("lb"), PB("pb"), FW("fw"), NOTE("note"), GAP("gap"), UNCLEAR("unclear"), SUPPLIED("supplied"), SIC("sic"), CORR("corr"), CHOICE("choice"),
        ORIG("orig"), REG("reg"), ABBR("abbr"), EXPAN("expan"), HI("hi"), REF("ref"), PERS_NAME("persName"), ORG_NAME("orgName"), PLACE_NAME("placeName"),
        DATE("date"), TIME("time"), QUOTE("quote"), Q("q"), FOREIGN("foreign"), OPENER("opener"), DATELINE("dateline"), SALUTE("salute"), CLOSER("closer"),
        SIGNED("signed"), FIGURE("figure");

        private static final Map<String, Tag> BY_NAME = java.util.Arrays.stream(values())
                .collect(java.util.stream.Collectors.toUnmodifiableMap(Tag::teiName, t -> t));
        private final String teiName;

        Tag(String teiName) {
            this.teiName = teiName;
        }

        /// Its name in TEI: `persName`.
        public String teiName() {
            return teiName;
        }

        /// The element of a TEI name; empty when the subset has none of that name.
        public static Optional<Tag> of(String teiName) {
            return Optional.ofNullable(BY_NAME.get(teiName));
        }
    }
}
