package chancery.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.claim.Claim;
import chancery.claim.ProvenanceGraph;
import chancery.claim.State;
import chancery.document.Reader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The sample's claims: each page says how it stands with its sources, and why.
class ClaimPagesTest {
    @TempDir
    static Path temp;
    private static Archive archive;

    @BeforeAll
    static void open() throws Exception {
        archive = Archive.ofSample(temp.resolve("archive"));
    }

    @AfterAll
    static void close() {
        archive.close();
    }

    private static Claim claim(Reader reader, String words) {
        return archive.folder.stacks().room(reader).claims().claims().stream()
                .filter(c -> c.attestations().stream().anyMatch(a -> a.content().quotation().contains(words))).findFirst().orElseThrow();
    }

    private static String page(String words) throws Exception {
        return archive.get("/claim/" + claim(Reader.PUBLIC, words).id()).replace("&#39;", "'");
    }

    private static String between(String page, String from, String to) {
        var at = page.indexOf(from) + from.length();
        return page.substring(at, page.indexOf(to, at));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', useHeadersInDisplayName = true, textBlock = """
            THE CLAIM                     | STATE                        | WHY
            nineteen pumps                | Independence established     | 2 ways lead to this claim that share no person, body or paper: Pell → Pell to Fenwarren; Major T. Rennick → Garth → Garth to Department of External Affairs. Each begins with somebody who saw it.
            asked to quote for forage     | Single origin                | 2 reports, 1 origin: everything rests on Castrelle. A copy of a report is not a second source. 1 further report does not say where it came from, and counts as no origin.
            arranging for two divisions   | Circular                     | The report comes back to Department of External Affairs: Department of External Affairs → the Lothmars → Tarasmin → Tressider → Department of External Affairs. A report that comes home is not a second source.
            the lease was nothing to him  | Lineage not recorded         | None of the 2 reports says through whom it came from its origin. How word came on from young Zavorian officer of Hydrographic Service; Lieutenant Ladomine is not told. Unknown lineage counts as no origin.
            no plant was being removed    | Single origin                | One report, and it begins with Tangvar.
            """)
    void eachSaysHowItStandsAndWhy(String words, String state, String why) throws Exception {
        var page = page(words);
        assertEquals(state, between(page, "<h2 id=\"independence\">", "</h2>"));
        assertEquals(why, between(page, "<p class=\"reason\">", "</p>"));
    }

    @Test
    void aContradictedClaimHasItsEvidenceAgainst() throws Exception {
        var page = page("no plant was being removed");
        assertTrue(page.contains("So the pumps are going out"));
        assertTrue(page.contains("Grade 5, improbable."));
    }

    /// Asked what was known by a day, the list knows nothing of later reports and grades, and leads to the page of that day.
    @Test
    void theListUntilADayKnowsNothingLater() throws Exception {
        var later = archive.get("/claims?state=accepted&words=forage");
        assertTrue(later.contains("3 reports"), later);
        var early = archive.get("/claims?state=accepted&words=forage&to=1933-12-02");
        assertTrue(early.contains("he has been asked to quote for forage") && early.contains("?on=1933-12-02"));
        assertFalse(early.contains("reports</span>") || early.contains("grade "), early);
        assertFalse(archive.get("/claims?state=accepted&words=forage&to=1933-12-01").contains("asked to quote"));
        assertEquals(early, archive.get("/claims?state=accepted&about=forage&known-by=1933-12-02"), "the words of the search box will do");
        assertTrue(archive.get("/claims?to=soon").contains("“soon” could not be read as a day"));
        assertTrue(archive.get("/claims?state=accepted&words=pumps").contains("grade 1"));
        assertFalse(archive.get("/claims?state=accepted&words=pumps&to=1940").contains("grade 1"), "it was graded long after");
    }

    /// What a program reads changes no list and no count of what people hold.
    @Test
    void whatIsProposedIsNeverMixedWithWhatPeopleHold() throws Exception {
        try (var other = new Archive(temp.resolve("read"), LeakTest.sample())) {
            other.decide(LeakTest.decisions());
            var held = Map.of("/claims", list(other, "/claims"), "/inquiries", list(other, "/inquiries"), "/inquiries?all=1", list(other, "/inquiries?all=1"));
            assertTrue(other.folder.stacks().readOn(_ -> { }, () -> false) > 0);
            for (var path : held.keySet()) assertEquals(held.get(path), list(other, path), path);
            var proposed = list(other, "/inquiries?state=proposed");
            assertFalse(proposed.isEmpty());
            assertFalse(proposed.stream().anyMatch(held.get("/inquiries?all=1")::contains));
            var room = other.folder.stacks().room(Reader.PUBLIC);
            var last = room.claims().inquiries().stream().filter(i -> i.asking().state() == State.PROPOSED).toList().getLast();
            assertTrue(other.get(InquiriesPage.address(last).replaceAll("#.*", "")).contains("id=\"i-" + last.asking().id() + "\""),
                    "whatever page it stands on");
            repliesStandBesideWhatWasAsked(other);
            inquiriesAreFoundByTheDayTheyWereMade(other);
        }
    }

    /// Every inquiry of a dated paper is in the list of its own day, and in no list of days that end before it.
    private static void inquiriesAreFoundByTheDayTheyWereMade(Archive other) throws Exception {
        var all = "/inquiries?state=proposed";
        for (var inquiry : other.folder.stacks().room(Reader.PUBLIC).claims().inquiries()) {
            var day = inquiry.asking().paper().day();
            if (inquiry.asking().state() != State.PROPOSED || day.isEmpty()) continue;
            var anchor = "id=\"i-" + inquiry.asking().id() + "\"";
            assertTrue(other.get(all + "&from=" + day.get().first() + "&to=" + day.get().last()).contains(anchor), anchor);
            assertFalse(other.get(all + "&to=" + day.get().last().minusDays(1)).contains(anchor), anchor);
        }
        assertTrue(other.get(all + "&from=soon").contains("“soon” could not be read as a day"));
        assertTrue(other.get(all + "&from=1934-02").contains("href=\"/inquiries?all=1&amp;from=1934-02\""), "the other lists are of the same days");
        assertTrue(other.get(all + "&page=999").contains("There is no page 999 of these; the last is"));
    }

    /// Every proposed inquiry stands with the messages that answer its paper or without any, and each such message is one of its exchange.
    private static void repliesStandBesideWhatWasAsked(Archive other) throws Exception {
        var room = other.folder.stacks().room(Reader.PUBLIC);
        var replied = list(other, "/inquiries?state=proposed&reply=1");
        var unreplied = list(other, "/inquiries?state=proposed&reply=0");
        assertFalse(replied.isEmpty());
        assertEquals(list(other, "/inquiries?state=proposed").size(), replied.size() + unreplied.size());
        var page = other.get("/inquiries?state=proposed&reply=1");
        for (var inquiry : room.claims().inquiries()) {
            var paper = inquiry.asking().paper().record();
            var replies = room.exchange(paper).map(e -> e.replies(paper)).orElse(List.of());
            if (inquiry.asking().state() != State.PROPOSED || replies.isEmpty()) continue;
            for (var reply : replies) assertTrue(page.contains("/record/" + reply.message() + "/"), inquiry.asking().words().quotation());
        }
        assertFalse(other.get("/inquiries?state=proposed&reply=0").contains("was answered"));
    }

    private static List<String> list(Archive archive, String path) throws Exception {
        return Pattern.compile("<h2>(.*?)</h2>").matcher(archive.get(path)).results().map(m -> m.group(1)).toList();
    }

    @Test
    void whatWasNeverAnsweredSaysSo() throws Exception {
        assertTrue(page("letters passed between").contains("<b>Never answered. No reply has been found."));
        var ledger = archive.get("/inquiries");
        assertTrue(ledger.contains("Should be grateful to know whether Velisk has any information"));
        assertFalse(ledger.contains("Please advise whether it is"), "it was answered");
        assertTrue(archive.get("/inquiries?all=1").contains("Answered: Answered five weeks later."));
    }

    /// The drawing, the table and the sentence say the same of a link that nobody tells.
    @Test
    void aLinkThatIsNotRecordedIsShownAsSuch() throws Exception {
        var page = page("the lease was nothing to him");
        assertTrue(page.contains("passage unrecorded"));
        assertTrue(page.contains("<td>not recorded how</td>"));
        assertEquals(
                "Tressider wrote that the Regent said that Haskvold said to young Zavorian officer of Hydrographic Service (how it went on from there is not "
                + "recorded) this.",
                between(page, "The chain of sources: </span>", "</p>"));
    }

    /// Whoever may see the closed minute sees one origin more surely; the public page knows nothing of it.
    @Test
    void aClosedPaperCountsForThoseWhoSeeIt() {
        var open = claim(Reader.PUBLIC, "asked to quote for forage");
        var all = claim(Reader.STAFF, "asked to quote for forage");
        assertEquals(open.dossier().attestations().size() + 1, all.dossier().attestations().size());
        assertTrue(ProvenanceGraph.of(all.dossier()).independence().explain().startsWith("3 reports, 1 origin: everything rests on Castrelle."),
                ProvenanceGraph.of(all.dossier()).independence().explain());
    }

    @Test
    void asKnownOnADayLaterPapersAreNotCounted() throws Exception {
        var id = claim(Reader.PUBLIC, "arranging for two divisions").id();
        var then = archive.get("/claim/" + id + "?on=1933-12-20");
        assertTrue(then.contains("As known on 20 December 1933: 2 reports of 4 today."));
        assertFalse(then.contains("<h2 id=\"independence\">Circular</h2>"));
        assertTrue(archive.get("/claim/" + id + "?on=1930-01-01").contains("Nothing of this had been reported by 1 January 1930."));
        assertTrue(archive.get("/claim/" + id + "?on=long-ago").contains("“long-ago” could not be read as a day and narrows nothing"));
    }

    /// Each day on which something of it was reported or judged is a stop, and leads to what was known then; no paper, grade or answer of later days is in it.
    @Test
    void theDaysOnWhichSomethingBecameKnownAreListed() throws Exception {
        var id = claim(Reader.PUBLIC, "no plant was being removed").id();
        var page = archive.get("/claim/" + id);
        var steps = between(page, "<ol class=\"steps\">", "</ol>").replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ").strip();
        assertEquals(
                "28 November 1933 reported by Garth 30 November 1933 evidence against 3 March 1934 evidence against 6 May 2031 graded 5 Today all that is "
                + "known",
                steps);
        assertTrue(page.contains("Contradicted by 2 papers</a>"), "the headline says so");
        var then = archive.get("/claim/" + id + "?on=1933-11-30");
        assertTrue(then.contains("Contradicted by 1 paper</a>") && !then.contains("Seen by the Military Attaché."), then);
        assertTrue(then.contains("not graded") && then.contains("Nobody has assessed it.") && !then.contains("Grade 5"), "it was graded long after");
        assertTrue(then.contains("<a href=\"/claim/" + id + "?on=1933-11-30\" aria-current=\"true\" rel=\"nofollow\">30 November 1933</a>"), then);
        assertTrue(then.contains("<input type=\"range\" id=\"slide\" min=\"0\" max=\"4\" step=\"1\" value=\"1\">"));
        assertTrue(archive.get("/claim/" + claim(Reader.PUBLIC, "letters passed between").id()).contains("Asked about it"));
    }

    /// What was joined is named, so that whoever doubts it can look.
    @Test
    void theHistorySaysWhatWasJoined() throws Exception {
        assertTrue(page("nineteen pumps").contains(
                "joined “nineteen pumps brought down on the light railway and put on…” (Pell to Fenwarren) with “on the mole sixty-one crates stencilled "
                + "SABLONNE and a numb…” (Garth to Department of External Affairs)."),
                page("nineteen pumps"));
    }

    @Test
    void theListSaysWhatIsContradicted() throws Exception {
        var list = archive.get("/claims");
        assertEquals(2, list.split("<span class=\"against\">Contradicted by 2 papers</span>", -1).length - 1, list);
        assertTrue(archive.get("/claims?to=1933-11-30").contains("Contradicted by 1 paper<"), "as far as known by then");
    }

    @Test
    void theNameOfAnyAttestationLeadsToItsClaim() throws Exception {
        var claim = claim(Reader.PUBLIC, "arranging for two divisions");
        for (var a : claim.attestations().subList(1, claim.attestations().size())) assertTrue(archive.get("/claim/" + a.id()).startsWith("302"));
    }

    @Test
    void claimsStandInTheirPaper() throws Exception {
        var a = claim(Reader.PUBLIC, "no plant was being removed").attestations().getFirst();
        var page = archive.get(View.at(archive.folder.stacks().room(Reader.PUBLIC).record(a.paper().record()).orElseThrow().card()));
        assertTrue(page.contains("<a class=\"claim\" href=\"/claim/" + a.id() + "\" id=\"c-" + a.id() + "\">no plant was being removed</a>"));
        assertTrue(page.contains("I am unable to reconcile this with paragraph 2"));
    }

    @Test
    void theListIsNarrowed() throws Exception {
        var all = archive.get("/claims");
        assertTrue(all.contains("Accepted 6"));
        var castrelle = archive.get("/claims?source=Isidore+Castrelle");
        assertTrue(castrelle.contains("asked to quote for forage") && !castrelle.contains("no plant was being removed"));
        var early = archive.get("/claims?to=1933-11");
        assertTrue(early.contains("no plant was being removed") && !early.contains("arranging for two divisions"));
        assertTrue(archive.get("/claims?to=Nov+1933").contains("no plant was being removed"), "days as in the date box");
        assertTrue(archive.get("/claims?to=before+Dec+1933").contains("no plant was being removed"), "a span without a beginning");
        assertTrue(archive.get("/claims?to=before+Dec+1933").contains("value=\"before December 1933\""), "and stands in its field in words");
        assertFalse(archive.get("/claims?from=after+Nov+1933").contains("no plant was being removed"), "a span without an end");
        assertTrue(archive.get("/claims?words=division+arranged").contains("arranging for two divisions"), "words in any of their forms");
        assertFalse(archive.get("/claims?words=plant+-removing").contains("no plant was being removed"));
        assertFalse(archive.get("/claims?words=plan").contains("no plant was being removed"), "whole words");
        assertTrue(archive.get("/claims?state=proposed").contains("No claim here."));
    }

    @ParameterizedTest
    @CsvSource({"circular, true", "single-origin, false", "established, false", "anything, true"})
    void theListIsNarrowedToWhatIsKnown(String verdict, boolean circular) throws Exception {
        assertEquals(circular, archive.get("/claims?verdict=" + verdict).contains("arranging for two divisions"));
    }

    /// By the time that a claim speaks of, not by the day on which it was reported.
    @Test
    void theListIsNarrowedToATimeSpokenOf() throws Exception {
        var march = archive.get("/claims?state=accepted&time=Mar+1934");
        assertTrue(march.contains("asked to quote for forage to be delivered at Skaldvik by 1st March") && march.contains("value=\"1934-03"), march);
        assertFalse(march.contains("nineteen pumps"), march);
        assertTrue(archive.get("/claims?state=accepted&time=1933-11-20").contains("nineteen pumps"));
        var soon = archive.get("/claims?state=accepted&time=soon");
        assertTrue(soon.contains("“soon” could not be read as a day") && soon.contains("nineteen pumps"), soon);
    }

    @Test
    void whatIsContradictedIsListed() throws Exception {
        var page = archive.get("/claims?verdict=contradicted");
        assertTrue(page.contains("no plant was being removed"), page);
        assertTrue(page.contains("<option value=\"contradicted\" selected>Contradicted</option>"), page);
    }
}
