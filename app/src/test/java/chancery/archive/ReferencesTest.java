package chancery.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import chancery.cable.ReferenceReader;
import chancery.document.Node.Chars;
import chancery.document.Node.Element;
import chancery.document.Node.Tag;
import chancery.document.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What is read of a text is what is kept of it.
class ReferencesTest {
    @Test
    void mentionsComeBackAsTheyWere() {
        var note = new Element(Tag.NOTE, Map.of("n", "1", "xml:id", "n1"),
                List.of(Element.of(Tag.P, List.of(new Chars("Document 131, note 3. See also Orvane's cablegram 996 of 19 November.")))));
        var body = Element.of(Tag.BODY, List.of(Element.of(Tag.P, List.of(new Chars(
                "Your telegrams 122 (Australia 129) of 30th April and UN[Y]466 to the River Office; my immediately preceding telegram; your telegram 13 9 "),
                note, new Chars(" and paragraph 3 of my letter of 5th May.")))));
        var mentions = ReferenceReader.read("text", new Text(Text.Kind.TRANSCRIPT, "en", body), Optional.of(LocalDate.of(1943, 11, 20)), 0);
        assertFalse(mentions.size() < 5);
        assertEquals(mentions, References.read("text", References.write(mentions)));
    }
}
