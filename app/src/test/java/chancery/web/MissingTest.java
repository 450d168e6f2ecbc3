package chancery.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.document.Reader;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whoever looks for the number of a message that is not here is told which papers mention it.
class MissingTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            175A                  | 175A
            no:175A               | 175A
            Cablegram 175         | 175
            telegram D.263        | D263
            "175A"                | 175A
            1941                  |
            Bruce 175             |
            175 miles             |
            cablegram             |
            ''                    |
            """)
    void aNumberAloneIsRead(String query, String number) {
        assertEquals(Optional.ofNullable(number), Missing.number(query));
    }

    @Test
    void aMessageThatIsNotHereIsToldWithThePapersThatMentionIt(@TempDir Path temp) throws Exception {
        try (var archive = Archive.ofSample(temp)) {
            var room = archive.folder.stacks().room(Reader.PUBLIC);
            var hole = room.conclusions().holes().stream().filter(h -> h.volume().isEmpty() && Missing.number(h.number()).isPresent()).findFirst()
                    .orElseThrow();
            var page = archive.get("/search?q=no:" + hole.number());
            assertTrue(page.contains(RecordReferences.sentence(hole)), page);
            assertTrue(page.contains(" of this number "), page);
            assertTrue(page.contains("<a href=\"" + View.at(room.cards(hole.mentionedBy()).getFirst()) + "\">"), page);
            assertFalse(archive.get("/search?q=no:" + hole.number() + "+oil").contains("class=\"missing\""));
        }
    }
}
