package chancery.document;

import chancery.document.Node.Chars;
import chancery.document.Node.Element;
import chancery.document.Node.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One text of a record: its transcript, a translation, a paraphrase. Texts of one record stand in an order of their own; the first is the one read first.
///
/// @param kind     what kind of text
/// @param language BCP 47; `und` when not known
/// @param body     an element `body`, of the subset of TEI in [Node.Tag]; its paragraphs stand in reading order, its notes where their marks are
public record Text(Kind kind, String language, Element body) {
    public Text {
        if (body.tag() != Tag.BODY) throw new IllegalArgumentException("a text's body is an element body, not " + body.tag().teiName());
    }

    /// What kind of text it is.
    public enum Kind {
        TRANSCRIPT, TRANSLATION, PARAPHRASE, VERBATIM;

        /// The word of exports: `transcript`.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// The kind that a word names, whatever its case; empty when it names none.
        public static Optional<Kind> of(String word) {
            for (var kind : values()) if (kind.name().equalsIgnoreCase(word.strip())) return Optional.of(kind);
            return Optional.empty();
        }
    }

    /// Every note, in the order of their places in the text.
    public List<Element> notes() {
        var notes = new ArrayList<Element>();
        gather(body, Tag.NOTE, notes);
        return notes;
    }

    /// Every element of a kind, in document order; those inside notes too.
    public List<Element> all(Tag tag) {
        var found = new ArrayList<Element>();
        gather(body, tag, found);
        return found;
    }

    private static void gather(Element in, Tag tag, List<Element> found) {
        for (var child : in.children()) {
            switch (child) {
                case Chars _ -> { }
                case Element e -> {
                    if (e.tag() == tag) found.add(e);
                    gather(e, tag, found);
                }
            }
        }
    }
}
