package chancery.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.claim.Anchor;
import chancery.claim.ClaimsReading;
import chancery.claim.Mode;
import chancery.claim.ReadClaim;
import chancery.claim.ReadClaim.Because;
import chancery.claim.ReadInquiry;
import chancery.claim.SourceChain;
import chancery.claim.SourceChain.Link;
import chancery.claim.Span;
import chancery.claim.Stance;
import chancery.document.Access;
import chancery.document.Edtf;
import chancery.document.Node.Chars;
import chancery.document.Node.Element;
import chancery.document.Node.Tag;
import chancery.document.PlainLayer;
import chancery.document.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is read of claims is kept without its words, comes back as it was, and is read after the papers came in.
class ClaimsTest {
    private static final String WORDS =
            "𝄞 Orvane told me that, according to a miller, the mole is unfinished. This should be checked. Please advise whether the mole stands.";
    private static final PlainLayer LAYER = PlainLayer.of(Element.of(Tag.BODY, List.of(Element.of(Tag.P, List.of(new Chars(WORDS))))));
    private static final InstantSource CLOCK = () -> Instant.parse("2031-05-06T07:08:09Z");
    @TempDir
    Path temp;

    private static Span at(String words) {
        return Anchor.place(WORDS, words, 1).orElseThrow();
    }

    @Test
    void comeBackAsTheyWere() {
        var chain = new SourceChain(List.of(new Link("Orvane", Optional.of(at("Orvane")), Mode.TOLD, Optional.of(at("a miller"))),
                new Link("the miller of Velisk", Optional.of(at("a miller")), Mode.NOT_SAID, Optional.empty()),
                new Link(SourceChain.UNNAMED, Optional.empty(), Mode.READ, Optional.empty())));
        var claim = new ReadClaim("text", at("the mole is unfinished"), at("told me"), chain, Stance.DENIED,
                Optional.of(at("This should be checked")), Edtf.parse("1941-03-05/1941-03-19"), Edtf.parse("1941-03-04"),
                new Because("verb of saying", "he is Orvane", Optional.of(at("Orvane")), List.of()));
        var bare = new ReadClaim("text", at("the mole stands"), at("Please advise"),
                new SourceChain(List.of(new Link("Orvane", Optional.empty(), Mode.WROTE, Optional.empty()))), Stance.ASKED,
                Optional.empty(), Optional.empty(), Optional.empty(), new Because("asking", "", Optional.empty(), List.of()));
        var inquiry = new ReadInquiry("text", at("Please advise whether the mole stands"), at("Please advise"),
                ReadInquiry.AUTHOR, ReadInquiry.ADDRESSEE, Optional.of(at("the mole stands")));
        for (var reading : List.of(new ClaimsReading(List.of(claim, bare), List.of(inquiry)),
                new ClaimsReading(List.of(), List.of(inquiry)), new ClaimsReading(List.of(bare), List.of()))) {
            assertEquals(reading, Claims.read("text", LAYER, Claims.write(reading)));
        }
    }

    @Test
    void areReadInWhatCameInWithReadingsAndOnlyOnce() {
        ArchiveFolder.init(temp.resolve("a"), SettingsFile.titled("T"), "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8), CLOCK);
        try (var folder = ArchiveFolder.open(temp.resolve("a"), CLOCK)) {
            var stacks = folder.stacks();
            take(stacks, "with", true, "1.md");
            take(stacks, "without", false, "2.md");
            var room = stacks.room(Reader.PUBLIC);
            assertTrue(room.claims().claims().isEmpty());
            var state = room.state();
            assertEquals(0, stacks.readOn(_ -> { }, () -> true), "stopped before it began");
            assertEquals(1, stacks.readOn(_ -> { }, () -> false));
            assertFalse(room.claims().claims().isEmpty());
            assertFalse(state.equals(room.state()));
            assertEquals(0, stacks.readOn(_ -> { }, () -> false));
            assertEquals(1, stacks.reread(_ -> { }), "what was taken in without readings is read when all is read again");
        }
    }

    private static void take(Stacks stacks, String source, boolean readings, String path) {
        var d = Papers.delivery(source, Access.PUBLIC);
        try (var accession = stacks.accession(new DeliveryNote(d.source(), d.from(), d.who(), d.release(), d.opens(), d.collection(), d.dryRun(), readings))) {
            accession.take(List.of(Papers.paper(path, "Pell to Department", "1933-12-02",
                    "The Minister told me that the mole is unfinished and that the garrison has left Velisk.")));
            accession.finish();
        }
    }
}
