package chancery.cable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.cable.Message.InPrint;
import chancery.cable.Reference.Basis;
import chancery.document.Dating;
import chancery.document.Node.Chars;
import chancery.document.Node.Element;
import chancery.document.Node.Tag;
import chancery.document.RecordId;
import chancery.document.Text;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What mentions come to, over a small invented archive.
class ResolverTest {
    private static final byte[] KEY = "a key for tests only".getBytes(StandardCharsets.UTF_8);
    private final List<Message> archive = new ArrayList<>();

    private void paper(String name, String title, String heading, String day, String words, String... notes) {
        var body = new ArrayList<chancery.document.Node>();
        body.add(element(Tag.P, new Chars(heading)));
        var at = new ArrayList<chancery.document.Node>();
        at.add(new Chars(words));
        for (var i = 0; i < notes.length; i++)
            at.add(new Element(Tag.NOTE, Map.of("n", "" + (i + 1), "xml:id", "n" + (i + 1)), List.of(element(Tag.P, new Chars(notes[i])))));
        body.add(new Element(Tag.P, Map.of(), at));
        var text = new Text(Text.Kind.TRANSCRIPT, "en", new Element(Tag.BODY, Map.of(), body));
        var read = HeadingReader.read(new HeadingSource(title, List.of(heading, words), List.of(), day)).heading();
        var id = RecordId.of(KEY, "test", name);
        var place = read.place().map(Printed::value).orElse("");
        var dating = new Dating(day, Dating.of(day).edtf(), read.time().map(Printed::value), place);
        archive.add(new Message(id, name, title, Optional.of(read), dating, Optional.of(new InPrint("Papers", "7", name)),
                ReferenceReader.read("t" + name, text, Optional.of(LocalDate.parse(day)), 1)));
    }

    private Reference only(String name) {
        return Resolver.resolve(archive).references().stream().filter(r -> r.from().equals(id(name))).findFirst().orElseThrow();
    }

    private static RecordId id(String name) {
        return RecordId.of(KEY, "test", name);
    }

    @Test
    void bothSidesNumberAndWhoseItIsDecides() {
        paper("1", "Mr A. Orvane to Mr B. Fontesella", "Cablegram 219 ORVANIA, 1 February 1944", "1944-02-01", "The river rises.");
        paper("2", "Mr B. Fontesella to Mr A. Orvane", "Cablegram 219 SELLA, 2 February 1944", "1944-02-02", "The bridge holds.");
        paper("3", "Mr B. Fontesella to Mr A. Orvane", "Cablegram 231 SELLA, 5 February 1944", "1944-02-05", "Your 219 was read.");
        var reference = only("3");
        assertEquals(List.of(id("1")), reference.targets());
        assertTrue(reference.shown());
        assertEquals(Basis.TEXT, reference.basis());
        assertEquals("Mr A. Orvane → Mr B. Fontesella, no. 219, 4 days earlier", reference.reason());
    }

    @Test
    void aNumberThatFitsNothingIsAHole() {
        paper("1", "Mr A. Orvane to Mr B. Fontesella", "Cablegram 12 ORVANIA, 1 February 1944", "1944-02-01", "Your telegram 486 of 30th January came.");
        paper("2", "Mr A. Orvane to Mr B. Fontesella", "Cablegram 13 ORVANIA, 3 February 1944", "1944-02-03", "Further to your 486.");
        var resolution = Resolver.resolve(archive);
        assertEquals(1, resolution.holes().size());
        var hole = resolution.holes().getFirst();
        assertEquals("486", hole.number());
        assertEquals(List.of("Mr B. Fontesella"), hole.from());
        assertEquals("1944-01-30", hole.date().orElseThrow().text());
        assertEquals(List.of(id("1"), id("2")), hole.mentionedBy());
        assertFalse(resolution.references().getFirst().shown());
    }

    @Test
    void theHoleFillsWhenThePaperComes() {
        aNumberThatFitsNothingIsAHole();
        paper("3", "Mr B. Fontesella to Mr A. Orvane", "Telegram 486 SELLA, 30 January 1944", "1944-01-30", "The bridge holds.");
        var resolution = Resolver.resolve(archive);
        assertEquals(List.of(), resolution.holes());
        assertTrue(resolution.references().stream().allMatch(r -> r.shown() && r.targets().equals(List.of(id("3")))));
    }

    @Test
    void theEditorsAnswerWinsAndOtherVolumesAreHoles() {
        paper("1", "Mr A. Orvane to Mr B. Fontesella", "Cablegram 219 ORVANIA, 1 February 1944", "1944-02-01", "The river rises.");
        paper("2", "Mr B. Fontesella to Mr A. Orvane", "Cablegram 231 SELLA, 5 February 1944", "1944-02-05", "Your 219", "Document 1.");
        paper("3", "Mr B. Fontesella to Mr A. Orvane", "Cablegram 232 SELLA, 6 February 1944", "1944-02-06", "Your 219", "Volume IX, Document 195.");
        assertEquals(Basis.EDITOR, only("2").basis());
        assertEquals(List.of(id("1")), only("2").targets());
        assertEquals(List.of(), only("3").targets());
        var hole = Resolver.resolve(archive).holes().getFirst();
        assertEquals("IX 195", hole.volume() + " " + hole.number());
    }

    @Test
    void theNextAndTheOneBefore() {
        paper("1", "Mr A. Orvane to Mr B. Fontesella", "Cablegram 30 ORVANIA, 1 February 1944", "1944-02-01", "See my immediately following telegram.");
        paper("2", "Mr A. Orvane to Mr B. Fontesella", "Cablegram 31 ORVANIA, 1 February 1944", "1944-02-01", "My immediately preceding telegram.");
        assertEquals(List.of(id("2")), only("1").targets());
        assertEquals(List.of(id("1")), only("2").targets());
        assertEquals(Basis.INFERRED, only("2").basis());
    }

    @Test
    void aDateAloneNeedsBothParties() {
        paper("1", "Mr A. Orvane to Mr C. Delta", "Letter ORVANIA, 1 February 1944", "1944-02-01", "The river rises.");
        paper("2", "Mr B. Fontesella to Mr A. Orvane", "Letter SELLA, 9 February 1944", "1944-02-09", "Your letter of 1st February came.");
        paper("3", "Mr C. Delta to Mr A. Orvane", "Letter DELTAVILLE, 12 February 1944", "1944-02-12", "The boats are tied up.");
        assertFalse(only("2").shown());
    }

    @Test
    void aMessageIsFoundByTheNumberBeforeItsFirstWords() {
        paper("1", "Mr A. Orvane to Mr B. Fontesella", "Cablegram 992 ORVANIA, 1 February 1944", "1944-02-01", "Council 41. The river rises.");
        paper("2", "Mr B. Fontesella to Mr A. Orvane", "Cablegram 231 SELLA, 5 February 1944", "1944-02-05", "Your Council 41 was read.");
        assertEquals(1, Resolver.resolve(archive).references().size());
        assertEquals(List.of(id("1")), only("2").targets());
        assertTrue(only("2").shown());
    }

    /// The addressee's office wrote it, whoever signed: its number stands between two that the addressee signed.
    @Test
    void anotherOfTheSamePlaceCountsInOneSeries() {
        paper("1", "Mr A. Orvane to Mr B. Fontesella", "Cablegram 287 ORVANIA, 1 February 1944", "1944-02-01", "The river rises.");
        paper("2", "Mr C. Delta to Mr B. Fontesella", "Cablegram 289 ORVANIA, 3 February 1944", "1944-02-03", "The river falls.");
        paper("3", "Mr A. Orvane to Mr B. Fontesella", "Cablegram 291 ORVANIA, 4 February 1944", "1944-02-04", "The river rests.");
        paper("4", "Mr D. Sella to Mr A. Orvane", "Cablegram 240 SELLA, 25 February 1944", "1944-02-25", "Your 289 was read.");
        paper("5", "Mr B. Fontesella to Mr A. Orvane", "Cablegram 241 SELLA, 26 February 1944", "1944-02-26", "The bridge holds.");
        paper("6", "Mr D. Sella to Mr E. Otter", "Cablegram 242 SELLA, 27 February 1944", "1944-02-27", "The bridge shakes.");
        assertEquals(List.of(id("2")), only("4").targets());
        assertTrue(only("4").shown());
    }

    /// A place alone in the title is whoever writes from there.
    @Test
    void aPlaceIsItsPost() {
        paper("1", "Cablegram to Sella", "Cablegram 158 ORVANIA, 1 February 1944", "1944-02-01", "The river rises.");
        paper("2", "Mr B. Fontesella to Orvania", "Cablegram 231 SELLA, 25 February 1944", "1944-02-25", "Your 158 was read.");
        assertTrue(only("2").shown());
    }

    /// Numbers start again with the year.
    @Test
    void aNumberThatWasGivenAgainIsNotTheOldOne() {
        paper("1", "Mr A. Orvane to Mr B. Fontesella", "Cablegram 373 ORVANIA, 12 November 1943", "1943-11-12", "The river rises.");
        paper("2", "Mr A. Orvane to Mr B. Fontesella", "Cablegram 360 ORVANIA, 1 May 1944", "1944-05-01", "The river falls.");
        paper("3", "Mr A. Orvane to Mr B. Fontesella", "Cablegram 384 ORVANIA, 9 May 1944", "1944-05-09", "My telegram No. 373 was too long.");
        paper("4", "Mr B. Fontesella to Mr A. Orvane", "Cablegram 12 SELLA, 9 May 1944", "1944-05-09", "The bridge holds.");
        assertFalse(only("3").shown());
    }

    @Test
    void theNextInBothSeries() {
        paper("1", "Mr A. Orvane to Mr B. Fontesella", "Cablegram 30 ORVANIA, 1 February 1944",
                "1944-02-01", "Council 366. See my immediately following telegram.");
        paper("2", "Mr A. Orvane to Mr B. Fontesella", "Cablegram 31 ORVANIA, 1 February 1944", "1944-02-01", "Council 368. The river rises.");
        assertEquals(List.of(), Resolver.resolve(archive).references());
    }

    @Test
    void aDayAloneNeedsTheRightHand() {
        paper("1", "Mr H. Delta to Mr A. Orvane", "Cablegram 14 DELTAVILLE, 1 February 1944", "1944-02-01", "The river rises.");
        paper("2", "Mr A. Orvane to Mr B. Fontesella", "Letter ORVANIA, 9 February 1944", "1944-02-09", "Your communication of 1st February came.");
        assertFalse(only("2").shown());
    }

    /// What the editors say of a message they do not print: no paper is it, unless its day and file are the paper's own.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        NOTE                                              | LINKED
        Lord Otter.                                       | true
        Not printed.                                      | false
        Not found.                                        | false
        On file AA : A981, Orvania 8. It reported floods. | false
        Dispatched 1 February. It reported floods.        | true
        Dispatched 2 February. It reported floods.        | false
        See Cablegram 219 of 1 February.                  | true
        See Cablegram 218 of 3 March.                     | true
        See Cablegram 219 of 30 January.                  | false
        """)
    void whatEditorsDoNotPrintIsNoPaperHere(String note, boolean linked) {
        paper("1", "Mr A. Orvane to Mr B. Fontesella", "Cablegram 219 ORVANIA, 1 February 1944", "1944-02-01", "The river rises.");
        paper("2", "Mr B. Fontesella to Mr A. Orvane", "Cablegram 231 SELLA, 5 February 1944", "1944-02-05", "Your 219", note);
        assertEquals(linked, only("2").shown());
        assertEquals(linked ? 0 : 1,
                Resolver.resolve(archive).holes().stream().filter(h -> h.number().equals("219") && h.from().equals(List.of("Mr A. Orvane"))).count());
    }

    @Test
    void aNumberAtOddsUndoesADay() {
        paper("1", "Mr A. Orvane to Mr B. Fontesella", "Cablegram 219 ORVANIA, 1 February 1944", "1944-02-01", "The river rises.");
        paper("2", "Mr A. Orvane to Mr B. Fontesella", "Cablegram 231 ORVANIA, 1 February 1944",
                "1944-02-01", "As in my telegram of to-day D. No. 2277 the river falls.");
        assertFalse(only("2").shown());
    }

    @Test
    void mineIsNotAnothers() {
        paper("1", "Mr C. Delta to Mr B. Fontesella", "Cablegram 2 DELTAVILLE, 1 February 1944", "1944-02-01", "The river rises.");
        paper("2", "Mr A. Orvane to Mr B. Fontesella", "Letter ORVANIA, 9 May 1944", "1944-05-09", "As I said in my telegram No. 2 of 1st February.");
        assertFalse(only("2").shown());
    }

    @Test
    void aCircularIsACircular() {
        paper("1", "Mr A. Orvane to Mr B. Fontesella", "Cablegram 219 ORVANIA, 1 February 1944", "1944-02-01", "The river rises.");
        paper("2", "Mr B. Fontesella to Mr A. Orvane", "Cablegram 231 SELLA, 5 February 1944", "1944-02-05", "Your circular cablegram 1st February came.");
        assertFalse(only("2").shown());
    }

    @Test
    void whatWasSentToAnOfficeIsNotFromIt() {
        paper("1", "Mr A. Orvane to Sella Office", "Cablegram 592 ORVANIA, 1 February 1944", "1944-02-01", "The river rises.");
        paper("2", "Mr B. Fontesella to Mr A. Orvane", "Cablegram 231 DELTA, 5 February 1944", "1944-02-05", "See Sella Office telegram 592 again.");
        assertFalse(only("2").shown());
    }

    @Test
    void idsDoNotChangeWhenOtherPapersCome() {
        paper("1", "Mr B. Fontesella to Mr A. Orvane", "Cablegram 231 SELLA, 5 February 1944", "1944-02-05", "Your 219 was read.");
        var before = only("1").id();
        paper("2", "Mr A. Orvane to Mr B. Fontesella", "Cablegram 219 ORVANIA, 1 February 1944", "1944-02-01", "The river rises.");
        assertEquals(before, only("1").id());
    }

    private static Element element(Tag tag, chancery.document.Node... children) {
        return Element.of(tag, List.of(children));
    }
}
