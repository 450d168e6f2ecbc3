package chancery.archive;

import static chancery.archive.Papers.delivery;
import static chancery.archive.Papers.paper;
import static chancery.archive.Papers.released;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.archive.Accession.Outcome;
import chancery.archive.JournalEntry.Change;
import chancery.document.Access;
import chancery.document.Node;
import chancery.document.Node.Chars;
import chancery.document.Node.Element;
import chancery.document.Node.Tag;
import chancery.document.PlainLayer;
import chancery.document.Reader;
import chancery.document.RecordId;
import chancery.document.Release;
import chancery.document.Text;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every [Stacks] promises, whatever it keeps its rows in.
abstract class StacksContract {
    private Instant now = Instant.parse("2031-05-06T07:08:09Z");
    protected final InstantSource clock = () -> now;
    private Stacks stacks;

    /// New, empty stacks whose days are those of UTC, told by [#clock].
    abstract Stacks empty();

    @BeforeEach
    void open() {
        stacks = empty();
    }

    /// Whatever a test did, the store agrees with itself.
    @AfterEach
    void isCleanAfterEveryTest() {
        assertEquals(List.of(), stacks.check());
        var numbers = stacks.journal(0, 10_000).stream().map(JournalEntry::number).toList();
        assertEquals(IntStream.rangeClosed(1, numbers.size()).mapToObj(i -> (long) i).toList(), numbers);
        stacks.close();
    }

    private AccessionReceipt take(DeliveryNote note, Submission... items) {
        try (var accession = stacks.accession(note)) {
            accession.take(List.of(items));
            return accession.finish();
        }
    }

    private List<String> titles(Reader reader) {
        var titles = new ArrayList<String>();
        stacks.room(reader).forEach(r -> titles.add(r.description().title()));
        return titles;
    }

    private RecordId only() {
        return stacks.records().getFirst();
    }

    private String words(Reader reader) {
        return PlainLayer.of(stacks.room(reader).record(only()).orElseThrow().texts().getFirst().text()).text();
    }

    @Test
    void theStateHasANewNameWhenAnythingMayBeShownOtherwise() {
        var names = new ArrayList<String>();
        var room = stacks.room(Reader.PUBLIC);
        names.add(room.state());
        take(delivery("river", Access.PUBLIC), paper("1.md", "One", "1934", "Words."));
        names.add(room.state());
        assertEquals(names.getLast(), room.state());
        take(delivery("river", Access.PUBLIC), paper("1.md", "One", "1934", "Other words."));
        names.add(room.state());
        now = now.plus(java.time.Duration.ofDays(1));
        names.add(room.state());
        stacks.undo(2, "tester");
        names.add(room.state());
        assertEquals(names, names.stream().distinct().toList());
    }

    @Test
    void aPaperTakenInIsShownAsItCame() {
        var receipt = take(delivery("river", Access.PUBLIC), paper("a/1.md", "Orvane to Fontesella", "1934-02-03", "The river rises.", "Please advise."));
        assertEquals("1 read = 1 taken + 0 unchanged + 0 new versions + 0 refused", receipt.line());
        assertEquals(Map.of(Access.PUBLIC, 1L), receipt.levels());
        var record = stacks.room(Reader.PUBLIC).record(only()).orElseThrow();
        assertEquals("Orvane to Fontesella", record.description().title());
        assertEquals("orvane-to-fontesella", record.slug());
        assertEquals("a/1.md", record.document());
        assertEquals("The river rises.\nPlease advise.", PlainLayer.of(record.texts().getFirst().text()).text());
        assertEquals(List.of(), record.files(), "submitted sources are for staff");
        assertEquals(1, stacks.room(Reader.STAFF).record(only()).orElseThrow().files().size());
    }

    @Test
    void theSameAgainChangesNothing() {
        take(delivery("river", Access.PUBLIC), paper("1.md", "One", "1934", "Words."));
        var before = stacks.lastEntry();
        assertEquals("1 read = 0 taken + 1 unchanged + 0 new versions + 0 refused",
                take(delivery("river", Access.PUBLIC), paper("1.md", "One", "1934", "Words.")).line());
        assertTrue(stacks.journal(before, 10).stream().allMatch(e -> e.change() == Change.ACCESSION_BEGUN || e.change() == Change.ACCESSION_FINISHED));
    }

    @Test
    void aChangedPaperIsANewVersionAndTheOldOneIsKept() {
        take(delivery("river", Access.PUBLIC), paper("1.md", "One", "1934", "Old words."));
        var id = only();
        assertEquals("1 read = 0 taken + 0 unchanged + 1 new versions + 0 refused",
                take(delivery("river", Access.PUBLIC), paper("1.md", "One", "1934", "New words.")).line());
        assertEquals(id, only());
        assertEquals("New words.", words(Reader.PUBLIC));
        var old = stacks.room(Reader.PUBLIC).version(id, 1).orElseThrow();
        assertEquals("Old words.", PlainLayer.of(old.texts().getFirst().text()).text());
        assertEquals(2, old.versions());
    }

    @Test
    void theSamePathOfAnotherSourceIsAnotherPaper() {
        take(delivery("river", Access.PUBLIC), paper("1.md", "One", "1934", "Words."));
        assertEquals(1, take(delivery("delta", Access.PUBLIC), paper("1.md", "One", "1934", "Words.")).taken());
        assertEquals(2, stacks.records().size());
    }

    @Test
    void anIdComesOutTheSameAgainAndTellsNothing() {
        take(delivery("river", Access.PUBLIC), paper("1.md", "One", "1934", "Words."), paper("2.md", "Two", "1934", "Words."));
        var ids = stacks.records();
        stacks.close();
        stacks = empty();
        take(delivery("river", Access.PUBLIC), paper("2.md", "Two", "1934", "Words."), paper("1.md", "One", "1934", "Words."));
        assertEquals(ids, stacks.records());
    }

    @Test
    void twoItemsWithOnePathAreTakenOnce() {
        var receipt = take(delivery("river", Access.PUBLIC), paper("1.md", "One", "1934", "Words."), paper("1.md", "Another", "1934", "Words."));
        assertEquals("2 read = 1 taken + 0 unchanged + 0 new versions + 1 refused", receipt.line());
        assertEquals(List.of("One"), titles(Reader.STAFF));
        assertEquals("DOCUMENT_TWICE", stacks.findings(receipt.number()).getFirst().finding().code().name());
    }

    @Test
    void aDryRunCountsAndWritesNothing() {
        take(delivery("river", Access.PUBLIC), paper("1.md", "One", "1934", "Words."),
                paper("2.md", "Two", "1934", "Words."), paper("4.md", "Four", "1934", "Words."));
        var before = stacks.lastEntry();
        var dry = new DeliveryNote("river", "river.zip", "tester", Access.PUBLIC, false, List.of(), true, true);
        var receipt = take(dry, paper("1.md", "One", "1934", "Words."), paper("2.md", "Two", "1934", "Other."), paper("3.md", "Three", "1934", "Words."));
        assertEquals("3 read = 1 taken + 1 unchanged + 1 new versions + 0 refused", receipt.line());
        assertEquals(1, receipt.missing());
        assertEquals(0, receipt.number());
        assertEquals(before, stacks.lastEntry());
    }

    @Test
    void whatIsMissingLaterIsAFindingAndNotADeletion() {
        take(delivery("river", Access.PUBLIC), paper("1.md", "One", "1934", "Words."), paper("2.md", "Two", "1934", "Words."));
        var receipt = take(delivery("river", Access.PUBLIC), paper("1.md", "One", "1934", "Words."));
        assertEquals(1, receipt.missing());
        assertEquals("2.md", stacks.findings(receipt.number()).getFirst().path());
        assertEquals(2, stacks.records().size());
    }

    @Test
    void everybodySeesWhatIsOpenToThem() {
        take(delivery("river", Access.WITHHELD), paper("1.md", "Closed", "1934", "a"), released(paper("2.md", "Known", "1934", "b"),
                Release.of(Access.REGISTERED)), released(paper("3.md", "Open", "1934", "c"), Release.of(Access.PUBLIC)));
        assertEquals(List.of("Open"), titles(Reader.PUBLIC));
        assertEquals(List.of("Known", "Open"), titles(Reader.REGISTERED));
        assertEquals(List.of("Closed", "Known", "Open"), titles(Reader.STAFF));
        assertEquals(Map.of(Access.REGISTERED, 1L, Access.WITHHELD, 1L), stacks.room(Reader.PUBLIC).leftOut());
        var closed = stacks.records().getFirst();
        for (var absent : List.of(closed, RecordId.of(new byte[16], "no", "such paper"))) {
            assertTrue(stacks.room(Reader.PUBLIC).record(absent).isEmpty());
            assertTrue(stacks.room(Reader.PUBLIC).whereabouts(absent).isEmpty());
            assertEquals(List.of(), stacks.room(Reader.PUBLIC).cards(List.of(absent)));
        }
    }

    @Test
    void anEmbargoEndsByTheDayAndIsJournalledOnce() {
        take(delivery("river", Access.WITHHELD),
                released(paper("1.md", "Later", "1934", "a"), new Release(Access.WITHHELD, LocalDate.parse("2031-05-07"), Access.PUBLIC, "", "", null)));
        assertEquals(0, stacks.endEmbargoes("clock"));
        assertEquals(List.of(), titles(Reader.PUBLIC));
        now = Instant.parse("2031-05-07T00:00:00Z");
        assertEquals(List.of("Later"), titles(Reader.PUBLIC), "judged at the read, before the journal tells");
        assertEquals(1, stacks.endEmbargoes("clock"));
        assertEquals(0, stacks.endEmbargoes("clock"));
        assertEquals(Change.RELEASE_CHANGED, stacks.journal(0, 100).getLast().change());
    }

    @Test
    void aTextMoreClosedThanItsRecordIsNotThereForOthers() {
        take(delivery("river", Access.PUBLIC),
                Papers.with(paper("1.md", "Two faces", "1934", "Open words."), Papers.text("Closed words."), Release.of(Access.WITHHELD)));
        assertEquals(1, stacks.room(Reader.PUBLIC).record(only()).orElseThrow().texts().size());
        assertEquals(2, stacks.room(Reader.STAFF).record(only()).orElseThrow().texts().size());
        assertEquals(1, stacks.room(Reader.PUBLIC).overview().texts());
        var faces = stacks.faces(List.of(only()));
        assertEquals(List.of(Access.PUBLIC, Access.WITHHELD), faces.stream().map(Stacks.Face::access).toList());
        assertEquals(List.of(1, 2), faces.stream().map(f -> f.view().texts().size()).toList());
        assertEquals(List.of(false, true), faces.stream().map(Stacks.Face::fuller).toList());
    }

    @Test
    void whatACutTookOutIsNotInTheVersionsThatOthersSee() {
        take(delivery("river", Access.PUBLIC), paper("1.md", "One", "1934", "The agent is Borel."));
        var cut = new Text(Text.Kind.TRANSCRIPT, "en", Element.of(Tag.BODY,
                List.<Node>of(Element.of(Tag.P, List.of(new Chars("The agent is "), new Element(Tag.GAP, Map.of("reason", "redacted"), List.of()))))));
        var before = paper("1.md", "One", "1934", "The agent is Borel.");
        take(delivery("river", Access.PUBLIC), new Submission("1.md", before.description(),
                List.of(new Submission.SubmittedText(cut, java.util.Optional.empty())), java.util.Optional.empty(), before.files(), List.of()));
        var open = stacks.room(Reader.PUBLIC).record(only()).orElseThrow();
        assertEquals(1, open.versions());
        assertEquals(2, stacks.room(Reader.STAFF).record(only()).orElseThrow().versions());
        assertTrue(stacks.room(Reader.PUBLIC).version(only(), 2).isEmpty());
    }

    @Test
    void aWithheldVersionStaysSoWhenALaterOneIsOpened() {
        take(delivery("river", Access.WITHHELD), paper("1.md", "One", "1934", "Too much."));
        take(new DeliveryNote("river", "river.zip", "tester", Access.PUBLIC, true, List.of(), false, true), paper("1.md", "One", "1934", "Enough."));
        assertEquals("Enough.", words(Reader.PUBLIC));
        assertEquals(1, stacks.room(Reader.PUBLIC).record(only()).orElseThrow().versions());
    }

    @Test
    void askingForAReleaseOpensWhatIsHeldAndUndoClosesItAgain() {
        take(delivery("river", Access.WITHHELD), paper("1.md", "One", "1934", "Words."));
        var receipt = take(new DeliveryNote("river", "river.zip", "tester", Access.PUBLIC, true, List.of(), false, true),
                paper("1.md", "One", "1934", "Words."));
        assertEquals(1, receipt.unchanged());
        assertEquals(1, receipt.released());
        assertEquals(List.of("One"), titles(Reader.PUBLIC));
        assertEquals(1, stacks.undo(receipt.number(), "tester").returned());
        assertEquals(List.of(), titles(Reader.PUBLIC));
    }

    @Test
    void undoRemovesWhatCameAndReturnsWhatChanged() {
        take(delivery("river", Access.PUBLIC), paper("1.md", "One", "1934", "Old."));
        var second = take(delivery("river", Access.PUBLIC), paper("1.md", "One, changed", "1934", "New."), paper("2.md", "Two", "1935", "Words."));
        var undone = stacks.undo(second.number(), "tester");
        assertEquals(new Stacks.Undone(1, 1, List.of(), 0), undone);
        assertEquals(List.of("One"), titles(Reader.PUBLIC));
        assertEquals("Old.", words(Reader.PUBLIC));
        assertEquals(1, stacks.room(Reader.PUBLIC).record(only()).orElseThrow().versions());
        assertEquals(1, stacks.room(Reader.PUBLIC).collections().getFirst().records());
        assertThrows(IllegalArgumentException.class, () -> stacks.undo(second.number(), "tester"));
        assertThrows(IllegalArgumentException.class, () -> stacks.undo(99, "tester"));
    }

    @Test
    void undoLeavesWhatChangedSinceAndListsIt() {
        var first = take(delivery("river", Access.PUBLIC), paper("1.md", "One", "1934", "First."), paper("2.md", "Two", "1934", "Words."));
        take(delivery("river", Access.PUBLIC), paper("1.md", "One", "1934", "Second."), paper("2.md", "Two", "1934", "Words."));
        assertEquals(new Stacks.Undone(1, 0, List.of("1.md"), 0), stacks.undo(first.number(), "tester"));
        assertEquals("Second.", words(Reader.PUBLIC));
    }

    @Test
    void whatWasTakenBackComesAgainUnderItsOldAddress() {
        var first = take(delivery("river", Access.PUBLIC), paper("1.md", "One", "1934", "Words."));
        var id = only();
        stacks.undo(first.number(), "tester");
        assertEquals(List.of(), stacks.records());
        assertEquals("1 read = 1 taken + 0 unchanged + 0 new versions + 0 refused",
                take(delivery("river", Access.PUBLIC), paper("1.md", "One", "1934", "Words.")).line());
        assertEquals(id, only());
        assertEquals("Words.", words(Reader.PUBLIC));
    }

    @Test
    void aDeliveryThatStoppedIsGoneOnWith() {
        try (var stopped = stacks.accession(delivery("river", Access.PUBLIC))) {
            stopped.take(List.of(paper("1.md", "One", "1934", "Words.")));
        }
        assertEquals(List.of("One"), titles(Reader.PUBLIC));
        assertEquals("2 read = 1 taken + 1 unchanged + 0 new versions + 0 refused",
                take(delivery("river", Access.PUBLIC), paper("1.md", "One", "1934", "Words."), paper("2.md", "Two", "1934", "Words.")).line());
    }

    @Test
    void neighboursAndBoxesAreThoseThatAReaderSees() {
        var items = IntStream.rangeClosed(1, 9).mapToObj(i -> released(paper(i + ".md", "No. " + i, "1934-02-0" + i, "Words " + i),
                Release.of(i % 3 == 0 ? Access.WITHHELD : Access.PUBLIC))).toArray(Submission[]::new);
        take(delivery("river", Access.PUBLIC), items);
        var room = stacks.room(Reader.PUBLIC);
        var page = room.collection("volume-1-the-river-papers", 1, 4).orElseThrow();
        assertEquals(6, page.total());
        assertEquals(List.of("No. 1", "No. 2", "No. 4", "No. 5"), page.records().stream().map(Card::title).toList());
        assertEquals(List.of("No. 7", "No. 8"), room.collection("volume-1-the-river-papers", 2, 4).orElseThrow().records().stream().map(Card::title).toList());
        var standing = room.whereabouts(page.records().get(2).id()).orElseThrow().collections().getFirst();
        assertEquals(3, standing.position());
        assertEquals("No. 2", java.util.Objects.requireNonNull(standing.previous()).title());
        assertEquals("No. 5", java.util.Objects.requireNonNull(standing.next()).title());
        assertTrue(room.collection("no-such-volume", 1, 4).isEmpty());

        var repository = room.repositories().getFirst();
        assertEquals(6, repository.records());
        var series = room.holding(repository.id(), 1, 50).orElseThrow().nodes().getFirst();
        var files = room.holding(series.id(), 1, 50).orElseThrow();
        assertEquals(6, files.nodes().stream().mapToLong(HoldingNode::records).sum());
        assertEquals(List.of(repository.title(), series.title()), files.trail().stream().map(HoldingNode::title).toList());
        assertInstanceOf(Outcome.class, new Outcome.Taken(only()));
        var months = room.overview().months();
        assertEquals(Map.of("1934-02", 6L), months);
    }

    @Test
    void nothingOfAClosedPaperIsInWhatOthersSee() {
        take(delivery("river", Access.PUBLIC), paper("1.md", "Open", "1934-02", "Words."));
        var alone = seen(stacks);
        take(delivery("delta", Access.WITHHELD), paper("0.md", "Canary", "1899-01-01", "Canary."),
                new Submission("x.md", chancery.document.Description.titled("Canary two")
                .collections(List.of(new chancery.document.Description.Membership(List.of("Canary volume", "Part"), 1),
                        new chancery.document.Description.Membership(List.of("VOLUME 1: the RIVER papers"), -5))).build(),
                List.of(), java.util.Optional.empty(), List.of(), List.of()));
        assertEquals(alone, seen(stacks));
    }

    private static String seen(Stacks stacks) {
        var room = stacks.room(Reader.PUBLIC);
        var seen = new ArrayList<Object>(List.of(room.collections(), room.repositories(), room.overview()));
        room.forEach(r -> seen.addAll(List.of(r.toString(), room.whereabouts(r.id()).orElseThrow())));
        for (var c : room.collections()) seen.add(room.collection(c.slug(), 1, 10).orElseThrow());
        return seen.toString();
    }
}
