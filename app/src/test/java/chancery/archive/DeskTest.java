package chancery.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.archive.Desk.Outcome;
import chancery.claim.Anchor;
import chancery.claim.Claim;
import chancery.claim.ClaimsReading;
import chancery.claim.Mode;
import chancery.claim.ProvenanceGraph;
import chancery.claim.ReadClaim;
import chancery.claim.Register;
import chancery.claim.SourceChain;
import chancery.claim.Stance;
import chancery.claim.State;
import chancery.document.Access;
import chancery.document.Reader;
import chancery.document.Release;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Deciding about claims: what is set down, who sees it, and what becomes of it when papers change.
class DeskTest {
    private static final InstantSource CLOCK = () -> Instant.parse("2031-05-06T07:08:09Z");
    private static final String PELL = "The broker told me that two divisions want oats. He is reliable about grain.",
            GARTH = "Rennick went to the harbour. He saw no ships there.", CLOSED = "Miller told us that two divisions want oats, and Miller is the broker.";
    @TempDir
    Path temp;
    private ArchiveFolder archive;
    private int made;

    @BeforeEach
    void open() {
        ArchiveFolder.init(temp.resolve("a"), SettingsFile.titled("A"), "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8), CLOCK);
        archive = ArchiveFolder.open(temp.resolve("a"), CLOCK);
        take(Papers.paper("1.md", "Pell to Department", "1933-12-02", PELL), Papers.paper("2.md", "Garth to Department", "1934-01-05", GARTH),
                Papers.released(Papers.paper("3.md", "Torrance to Vyle", "1934-04-27", CLOSED), Release.of(Access.WITHHELD)));
    }

    @AfterEach
    void close() {
        assertEquals(List.of(), archive.stacks().check());
        archive.close();
    }

    private void take(Submission... papers) {
        try (var accession = archive.stacks().accession(Papers.delivery("river", Access.PUBLIC))) {
            accession.take(List.of(papers));
            accession.finish();
        }
    }

    /// Rows written as `do=add document=1.md quote="…"` would be, with `;` between cells.
    private Outcome decide(String... rows) {
        var all = new ArrayList<Desk.Row>();
        for (var row : rows) {
            var cells = new LinkedHashMap<String, String>();
            for (var cell : row.split(";")) cells.put(cell.substring(0, cell.indexOf('=')).strip(), cell.substring(cell.indexOf('=') + 1).strip());
            all.add(new Desk.Row(all.size() + 1, cells));
        }
        return archive.stacks().desk().decide("tester", "test", all);
    }

    private Outcome.Decided decided(String... rows) {
        var outcome = decide(rows);
        return assertInstanceOf(Outcome.Decided.class, outcome, outcome::toString);
    }

    private String refused(String... rows) {
        var outcome = assertInstanceOf(Outcome.Refused.class, decide(rows));
        assertEquals(1, outcome.complaints().size());
        return outcome.complaints().getFirst().why();
    }

    private Register seenBy(Reader reader) {
        return archive.stacks().room(reader).claims();
    }

    private Claim only(Reader reader) {
        assertEquals(1, seenBy(reader).claims().size());
        return seenBy(reader).claims().getFirst();
    }

    private static final String ADD =
            "do=add; name=oats; document=1.md; quote=two divisions want oats; cue=told me; chain=the broker [told]; caution=He is reliable about grain";
    private static final String ADD_CLOSED = "do=add; name=miller; document=3.md; quote=two divisions want oats; chain=Miller [told]";

    @Test
    void whatIsAddedStandsAtItsPlaceAndIsAccepted() {
        decided(ADD);
        var a = only(Reader.PUBLIC).attestations().getFirst();
        assertEquals(State.ACCEPTED, a.state());
        assertEquals("two divisions want oats", PELL.substring(a.content().start(), a.content().end()));
        assertEquals(List.of("the broker"), a.chain().words());
        assertEquals("He is reliable about grain", a.caution());
        assertEquals("Pell to Department", a.paper().title());
    }

    /// A decision that an older version wrote says nothing of when a claim was said.
    @Test
    void aDecisionOfBeforeTimesOfSayingIsRead() {
        decided(ADD);
        var reading = archive.stacks().room(Reader.STAFF).claims().claims().getFirst().history().getFirst().what();
        var written = Decisions.write(reading);
        var older = written.replaceAll(",\"said\":(?:null|\"[^\"]*\")", "");
        assertTrue(!older.equals(written), written);
        assertEquals(reading, Decisions.read("Reading", older));
    }

    @Test
    void theJournalTellsOfItWithoutItsWords() {
        decided(ADD);
        var entry = archive.stacks().journal(0, 1000).getLast();
        assertEquals(JournalEntry.Change.CLAIM_DECIDED, entry.change());
        assertEquals("tester", entry.who());
        assertEquals(List.of("state", "cue", "chain", "stance", "caution", "about", "said"), entry.fields());
        assertEquals(64, entry.digest().length());
        assertTrue(!entry.toString().contains("oats"));
    }

    @Test
    void aRunIsTakenBack() {
        var run = decided(ADD, "do=correct; claim=oats; chain=the broker [told] | a colonel [wrote]").run();
        assertEquals(List.of("the broker", "a colonel"), only(Reader.PUBLIC).attestations().getFirst().chain().words());
        var again = decided("do=reject; claim=" + only(Reader.PUBLIC).id());
        assertEquals(State.REJECTED, only(Reader.PUBLIC).state());
        assertEquals(1, archive.stacks().undo(again.run(), "tester").decisions());
        assertEquals(State.ACCEPTED, only(Reader.PUBLIC).state());
        assertEquals(2, archive.stacks().undo(run, "tester").decisions());
        assertEquals(List.of(), seenBy(Reader.STAFF).claims());
    }

    /// What a program read is proposed until somebody decides; then it is the decided thing, and
    /// what another version of the program reads there is no second one.
    @Test
    void aProposalIsAcceptedAndStaysSo() throws Exception {
        propose("two divisions want oats", "the broker");
        var proposed = only(Reader.PUBLIC);
        assertEquals(State.PROPOSED, proposed.state());
        decided("do=accept; document=1.md; quote=two divisions want oats");
        assertEquals(proposed.id(), only(Reader.PUBLIC).id());
        assertEquals(State.ACCEPTED, only(Reader.PUBLIC).state());
        propose("that two divisions want oats", "the broker");
        assertEquals("two divisions want oats", only(Reader.PUBLIC).words());
        decided("do=reject; claim=" + proposed.id());
        assertEquals(State.REJECTED, only(Reader.PUBLIC).state());
        propose("He is reliable about grain", "the broker");
        assertEquals(List.of(State.REJECTED, State.PROPOSED), seenBy(Reader.PUBLIC).claims().stream().map(Claim::state).toList());
    }

    /// Sets down, as a reading program would, that a claim was read in the first paper; a new paper makes the archive look.
    private void propose(String words, String source) throws Exception {
        var room = archive.stacks().room(Reader.STAFF);
        var record = archive.stacks().records().stream().map(id -> room.record(id).orElseThrow())
                .filter(r -> r.document().equals("1.md")).findFirst().orElseThrow();
        var text = record.texts().getFirst().id();
        var chain = new SourceChain(List.of(new SourceChain.Link(source, Optional.empty(), Mode.TOLD, Optional.empty())));
        var claim = new ReadClaim(text, Anchor.place(PELL, words, 1).orElseThrow(), Anchor.place(PELL, "told me", 1).orElseThrow(), chain,
                Stance.ASSERTED, Optional.empty(), Optional.empty(), Optional.empty(), new ReadClaim.Because("test", "test", Optional.empty(), List.of()));
        var found = Packing.pack(Claims.write(new ClaimsReading(List.of(claim), List.of())));
        try (var c = DriverManager.getConnection("jdbc:sqlite:" + archive.root().resolve("archive.db")); var s = c.prepareStatement(
                "insert or replace into reading select seq, head, 0, 'claims', ?, ? from record where path = '1.md'")) {
            s.setString(1, "test " + made++);
            s.setBytes(2, found);
            s.executeUpdate();
        }
        take(Papers.paper("new" + made + ".md", "Another", "1935", "Nothing of note."));
    }

    /// All of a run or none of it, and each row says what is wrong with it.
    @Test
    void aRunWithAFaultSetsNothingDown() {
        var outcome = assertInstanceOf(Outcome.Refused.class,
                decide(ADD, "do=add; document=1.md; quote=three divisions; chain=x", "do=ad; document=1.md", "do=accept; document=2.md; quote=no ships"));
        assertEquals(List.of(2, 3, 4), outcome.complaints().stream().map(Desk.Complaint::line).toList());
        assertTrue(outcome.complaints().get(0).why().contains("do not stand in 1.md"), outcome.toString());
        assertTrue(outcome.complaints().get(1).why().contains("say one of accept"), outcome.toString());
        assertTrue(outcome.complaints().get(2).why().contains("use add"), outcome.toString());
        assertEquals(List.of(), seenBy(Reader.STAFF).claims());
    }

    @Test
    void aDecisionFindsItsPlaceAfterTheTextWasEdited() {
        decided(ADD);
        take(Papers.paper("1.md", "Pell to Department", "1933-12-02", "A new first paragraph.",
                "The broker told me that two divisions want oats. He is reliable about grain."));
        assertEquals("two divisions want oats", only(Reader.PUBLIC).words());
        take(Papers.paper("1.md", "Pell to Department", "1933-12-02", "A new first paragraph.",
                "The broker told me that two divisions want outs. He is reliable about grain."));
        assertEquals("two divisions want outs", only(Reader.PUBLIC).words(), "a mended slip is the same place");
        assertEquals(List.of(), archive.stacks().desk().lost());
        take(Papers.paper("1.md", "Pell to Department", "1933-12-02", "Nothing of it is left."));
        assertEquals(List.of(), seenBy(Reader.PUBLIC).claims());
        var lost = archive.stacks().desk().lost().getFirst();
        assertEquals("1.md", lost.document());
        assertEquals("added", lost.what());
        take(Papers.paper("1.md", "Pell to Department", "1933-12-02", PELL));
        assertEquals("two divisions want oats", only(Reader.PUBLIC).words(), "it comes back with its words");
    }

    @Test
    void joinedClaimsAreOneForThoseWhoSeeBoth() {
        decided(ADD, ADD_CLOSED, "do=join; claim=oats; with=miller");
        assertEquals(2, only(Reader.STAFF).attestations().size());
        assertEquals(1, only(Reader.PUBLIC).attestations().size());
        assertEquals(1, only(Reader.PUBLIC).history().size(), "the joining is known to those who see both papers");
        decided("do=part; claim=" + only(Reader.STAFF).attestations().get(1).id() + "; with=" + only(Reader.STAFF).id());
        assertEquals(2, seenBy(Reader.STAFF).claims().size());
    }

    /// An assessment is as restricted as the most restricted paper under it, and so are evidence and grades.
    @Test
    void whatRestsOnAClosedPaperIsClosed() {
        decided(ADD, ADD_CLOSED, "do=assess; claim=oats; grade=3; note=On one paper.",
                "do=join; claim=oats; with=miller", "do=assess; claim=oats; grade=4; note=On both.",
                "do=for; claim=oats; document=3.md; quote=Miller is the broker",
                "do=grade; source=the broker; grade=C; document=3.md; note=By what Miller is.");
        assertEquals(2, only(Reader.STAFF).assessments().size());
        assertEquals(1, only(Reader.PUBLIC).assessments().size());
        assertEquals(1, only(Reader.STAFF).evidence(true).size());
        assertEquals(0, only(Reader.PUBLIC).evidence(true).size());
        assertEquals(1, seenBy(Reader.STAFF).graded("The broker").size());
        assertEquals(0, seenBy(Reader.PUBLIC).graded("The broker").size());
    }

    @Test
    void gradeOneNeedsTwoWhoSawIt() {
        assertTrue(refused(ADD, "do=assess; claim=oats; grade=1; note=Everybody says so.").contains("single origin"));
        decided("do=add; name=a; document=1.md; quote=two divisions want oats; chain=the broker [observed]",
                "do=add; name=b; document=2.md; quote=He saw no ships there; chain=Rennick [observed]",
                "do=join; claim=a; with=b", "do=assess; claim=a; grade=1; note=Two saw it.");
        assertEquals("independence established", ProvenanceGraph.of(only(Reader.PUBLIC).dossier()).independence().words());
    }

    @Test
    void inquiriesAreOpenUntilAnswered() {
        decided("do=ask; name=ships; document=2.md; quote=He saw no ships there; from=Garth; to=Department");
        assertTrue(seenBy(Reader.PUBLIC).inquiries().getFirst().isOpen());
        decided("do=answer; claim=" + seenBy(Reader.PUBLIC).inquiries().getFirst().asking().id() + "; document=3.md");
        assertTrue(!seenBy(Reader.STAFF).inquiries().getFirst().isOpen());
        assertTrue(seenBy(Reader.PUBLIC).inquiries().getFirst().isOpen(), "whoever does not see the answer does not know that there is one");
    }

    @Test
    void whoIsDescribedIsOneUnderAllHisNames() {
        decided(ADD, "do=describe; name=miller; source=Miller, Josef, 1880–1949; period=1880/1949; note=A broker in grain.; "
                + "same=https://example.org/1 https://example.org/2",
                "do=identify; authority=miller; source=the broker; period=1933/1934", "do=identify; authority=miller; source=Miller; document=3.md");
        var known = seenBy(Reader.PUBLIC).identities().authorities().all().getFirst();
        assertEquals("Josef Miller", known.spoken());
        assertEquals("A broker in grain.", known.history());
        assertEquals(List.of("https://example.org/1", "https://example.org/2"), known.sameAs());
        assertEquals(List.of("the broker"), known.variants().stream().map(v -> v.words()).toList(), "what is said of a closed paper is closed");
        assertEquals(List.of("the broker", "Miller"), seenBy(Reader.STAFF).identities().authorities().all().getFirst().variants().stream().map(v ->
                v.words()).toList());
        var party = ProvenanceGraph.of(only(Reader.PUBLIC).dossier()).nodes().stream().filter(n -> n.words().equals("the broker")).findFirst().orElseThrow();
        assertEquals(known, party.authority().orElseThrow());
        var source = seenBy(Reader.PUBLIC).sources().getFirst();
        assertEquals(Optional.of(known), source.authority());
        assertEquals(1, source.claims(State.ACCEPTED));
    }

    @Test
    void whatADescriptionDoesNotSayStays() {
        decided("do=describe; name=m; source=Miller, Josef; note=A broker.", "do=describe; authority=m; period=1880/1949", "do=describe; authority=m; note=-");
        var known = seenBy(Reader.PUBLIC).identities().authorities().all().getFirst();
        assertEquals("Miller, Josef", known.name());
        assertEquals("1880/1949", known.dates().orElseThrow().text());
        assertEquals("", known.history());
    }

    @Test
    void namesAndMergersAreTakenBack() {
        var run = decided("do=describe; name=a; source=Miller, Josef", "do=identify; authority=a; source=the broker",
                "do=describe; name=b; source=Müller, J.", "do=merge; authority=a; with=b");
        var authorities = seenBy(Reader.PUBLIC).identities().authorities();
        assertEquals(1, authorities.all().size());
        assertEquals(List.of("the broker", "J. Müller"), authorities.all().getFirst().variants().stream().map(v -> v.words()).toList());
        assertEquals(authorities.all().getFirst(), authorities.find(run.named().get("b")).orElseThrow(), "the other’s address leads on");
        decided("do=divide; authority=" + run.named().get("a") + "; with=" + run.named().get("b"),
                "do=distinguish; authority=" + run.named().get("a") + "; source=The Broker");
        assertEquals(List.of(List.of(), List.of()), seenBy(Reader.PUBLIC).identities().authorities().all().stream().map(a -> a.variants()).toList());
        archive.stacks().undo(run.run(), "tester");
        assertTrue(seenBy(Reader.STAFF).identities().authorities().isEmpty());
    }

    @Test
    void theJournalTellsOfAnAuthorityWithoutItsName() {
        decided("do=describe; source=Miller, Josef");
        var entry = archive.stacks().journal(0, 1000).getLast();
        assertEquals(JournalEntry.Change.AUTHORITY_DECIDED, entry.change());
        assertEquals(List.of("authority"), entry.fields());
        assertTrue(!entry.toString().contains("Miller"));
    }

    @org.junit.jupiter.params.ParameterizedTest(name = "{1}")
    @org.junit.jupiter.params.provider.CsvSource(delimiter = '~', textBlock = """
            do=describe                                                       ~ authorised form
            do=describe; source=!!!                                           ~ has no letters
            do=describe; source=Miller; kind=ship                             ~ say person, body or place
            do=describe; source=Miller; period=then                           ~ not an EDTF date
            do=describe; source=Miller; same=ftp://x                          ~ no address
            do=describe; source=Known                                         ~ is described already
            do=identify; source=Miller                                        ~ says nothing in the column authority
            do=identify; source=Miller; authority=nobody                      ~ nobody described
            do=identify; authority=known                                      ~ the name as papers write it
            do=distinguish; authority=known; source=Miller                    ~ was not recorded for Known
            do=merge; authority=known; with=known                             ~ one already
            do=merge; authority=known; with=place                             ~ cannot be one
            do=divide; authority=known; with=place                            ~ was not merged
            """)
    void wrongRowsAboutAuthoritiesSayWhy(String row, String why) {
        var said = refused("do=describe; name=known; source=Known", "do=describe; name=place; source=Port Orvane; kind=place", row);
        assertTrue(said.contains(why), said);
    }
}
