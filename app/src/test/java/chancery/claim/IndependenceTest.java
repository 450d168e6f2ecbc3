package chancery.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.claim.Credibility.Admission;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// When reports are independent, and what is said of those that are not. Every state by examples; invented names.
class IndependenceTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '~', useHeadersInDisplayName = true, textBlock = """
            WHAT IS REPORTED                            ~ PAPERS (paper | author | nearest, …, origin; one after the other)                              ~ STATE                        ~ SHOWN
            two who saw it, by two roads                ~ Y4 | Pell | Castrelle saw ; Y11 | Garth | Rennick saw                                          ~ independence established     ~ 2
            one who saw it, and one of whom we know not ~ Y4 | Pell | Castrelle ; Y11 | Garth | Rennick saw                                              ~ independence not established ~ 1
            two names, and nobody says how they knew    ~ Y4 | Pell | Castrelle ; Y8 | Tressider | Tarasmin                                              ~ independence not established ~ 0
            two who saw it, through one ambassador      ~ Y1 | Garth | Rennick saw ; Y2 | Garth | Mundy saw                                              ~ independence not established ~ 1
            two who saw it, in one paper                ~ Y1 | Garth | Rennick saw ; Y1 | Garth | Mundy saw                                              ~ independence not established ~ 1
            two who saw it, through one lieutenant      ~ Y1 | Garth | Ladomin, Rennick saw ; Y2 | Pell | Ladomin, Mundy saw                             ~ independence not established ~ 1
            one report                                  ~ Y4 | Pell | Castrelle                                                                          ~ single origin                ~ 0
            one who saw it                              ~ Y11 | Garth | Rennick saw                                                                      ~ single origin                ~ 1
            the same man twice                          ~ Y4 | Pell | Castrelle ; Y20 | Fenwarren | M. Isidore Castrelle                                 ~ single origin                ~ 0
            a copy of a report                          ~ Y4 | Pell | Castrelle ; Y18 | Vyle | Pell, Castrelle                                           ~ single origin                ~ 0
            a named source, and an unnamed one          ~ Y4 | Pell | Castrelle ; Y6 | Lyle | Mundy, ?                                                   ~ single origin                ~ 0
            what another paper tells of the source      ~ Y8 | Tressider | Tarasmin ; Y18 | Vyle | Tarasmin, Roach                                       ~ single origin                ~ 0
            the report comes home                       ~ Y8 | Tressider | Tarasmin ; Y14 | Osgarth | Tressider, Tarasmin, Roach, Quayle, Osgarth        ~ circular                     ~ 0
            it comes home over three papers             ~ Y5 | Osgarth | Tressider ; Y8 | Tressider | Tarasmin ; Y6 | Tarasmin | Osgarth                 ~ circular                     ~ 0
            an unnamed source                           ~ Y5 | Osgarth | ?                                                                               ~ lineage not recorded         ~ 0
            many unnamed sources                        ~ Y5 | Osgarth | ? ; Y6 | Lyle | ? ; Y7 | Garth | Mundy, ?                                       ~ lineage not recorded         ~ 0
            a supposed link                             ~ Y13 | Tressider | the Regent, Haskvold (a Lieutenant)                                          ~ lineage not recorded         ~ 0
            joint sources share a man                   ~ Y1 | Garth | Rennick and Mundy saw ; Y2 | Pell | Mundy saw                                     ~ single origin                ~ 1
            what one relay told of two witnesses        ~ Y1 | Garth | Quayle, Rennick saw ; Y2 | Pell | Quayle, Mundy saw                               ~ independence not established ~ 1
            """)
    void states(String what, String papers, String state, int shown) {
        var independence = of(papers).independence();
        assertEquals(state, independence.words(), independence.explain());
        assertEquals(shown, independence.shown(), independence.explain());
    }

    private static ProvenanceGraph of(String papers) {
        return ProvenanceGraph.of(Chains.dossier(Stream.of(papers.split(";")).map(String::strip).toArray(String[]::new)));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '~', textBlock = """
            Y4 | Pell | Castrelle ; Y18 | Vyle | Pell, Castrelle       ~ 2 reports, 1 origin: everything rests on Castrelle. A copy of a report is not a second source.
            Y4 | Pell | Castrelle ; Y6 | Lyle | Mundy, ?               ~ One report, and it begins with Castrelle. 1 further report does not say where it came from, and counts as no origin.
            Y13 | Tressider | the Regent, Haskvold (a Lieutenant)      ~ The one report does not say through whom it came from its origin. How word came on from a Lieutenant is not told. Unknown lineage counts as no origin.
            Y1 | Garth | Ladomin, Rennick saw ; Y2 | Pell | Ladomin, Mundy saw ~ 2 origins are named (Rennick; Mundy), but every report came through Ladomin.
            Y4 | Pell | Castrelle ; Y8 | Tressider | Tarasmin          ~ 2 origins are named (Castrelle; Tarasmin). No paper shows how any of them knew; until that is shown, both reports may rest on the same source.
            Y14 | Osgarth | Tressider, Tarasmin, Osgarth               ~ The report comes back to Osgarth: Osgarth → Tarasmin → Tressider → Osgarth. A report that comes home is not a second source.
            Y4 | Pell | Castrelle saw ; Y11 | Garth | Rennick saw      ~ 2 ways lead to this claim that share no person, body or paper: Rennick → Garth → Paper Y11; Castrelle → Pell → Paper Y4. Each begins with somebody who saw it.
            """)
    void reasons(String papers, String reason) {
        assertEquals(reason, of(papers).independence().explain());
    }

    @Test
    void everythingRestsOnOneLieutenant() {
        var graph = of("Y1 | Garth | Ladomin, Rennick ; Y2 | Pell | Ladomin, Mundy ; Y3 | Lyle | Quayle, Ladomin, ?");
        assertEquals("Ladomin", graph.bottleneck().orElseThrow().words());
        assertTrue(of("Y1 | Garth | Rennick ; Y2 | Pell | Mundy").bottleneck().isEmpty());
        assertTrue(of("Y1 | Garth | Rennick").bottleneck().isEmpty(), "of one report nothing is said that its chain does not say");
    }

    /// Who was described is one under all his names; a name that nobody explained stands for everybody who may go by it.
    @ParameterizedTest(name = "{0}: {3}")
    @CsvSource(delimiter = '~', textBlock = """
            nobody described                    ~                                                         ~ Y1 | Garth | the Minister saw || 1933 ; Y2 | Pell | Vyle saw || 1933                  ~ 2
            the Minister is Vyle                ~ Vyle, Arthur | the Minister                             ~ Y1 | Garth | the Minister saw || 1933 ; Y2 | Pell | A. Vyle saw || 1933               ~ 1
            he was not yet                      ~ Vyle, Arthur | the Minister [1934/1938]                 ~ Y1 | Garth | the Minister saw || 1933 ; Y2 | Pell | Vyle saw || 1933                  ~ 2
            he may have been                    ~ Vyle, Arthur | the Minister [1934/1938]                 ~ Y1 | Garth | the Minister saw ; Y2 | Pell | the Minister saw || 1935                  ~ 1
            he was                              ~ Vyle, Arthur | the Minister [1933/1938]                 ~ Y1 | Garth | the Minister saw || 1933 ; Y2 | Pell | Mr Vyle saw || 1933               ~ 1
            one surname                         ~                                                         ~ Y1 | Garth | Sir Lionel Quayle saw ; Y2 | Pell | Henry Quayle saw                     ~ 1
            two who share a surname             ~ Quayle, Sir Lionel ; Quayle, Henry                      ~ Y1 | Garth | Sir Lionel Quayle saw ; Y2 | Pell | Henry Quayle saw                     ~ 2
            one of them alone described         ~ Quayle, Sir Lionel                                      ~ Y1 | Garth | Sir Lionel Quayle saw ; Y2 | Pell | Henry Quayle saw                     ~ 1
            a third name may be either          ~ Quayle, Sir Lionel ; Quayle, Henry                      ~ Y1 | Quayle | Sir Lionel Quayle saw ; Y2 | Pell | Henry Quayle saw                    ~ 1
            """)
    void namesThatWereExplained(String what, String described, String papers, int shown) {
        var lines = Stream.of(papers.split(";")).map(line -> line.replace("||", "| |").strip()).toList();
        var dossier = Chains.dossier(described == null ? "" : described.replace(";", "\n"), lines);
        assertEquals(shown, ProvenanceGraph.of(dossier).independence().shown(), () -> ProvenanceGraph.of(dossier).independence().explain());
    }

    @Test
    void aPartyIsWhoWasDescribed() {
        var graph = ProvenanceGraph.of(Chains.dossier("Vyle, Arthur | the Minister", java.util.List.of("Y1 | Garth | the Minister saw",
                "Y2 | Pell | Mr Vyle saw")));
        var parties = graph.nodes().stream().filter(n -> n.kind() == ProvenanceGraph.Kind.PARTY).toList();
        assertEquals(java.util.List.of("Garth", "the Minister", "Pell"), parties.stream().map(ProvenanceGraph.Node::words).toList());
        assertEquals("Arthur Vyle", parties.get(1).authority().orElseThrow().spoken());
        assertTrue(parties.get(0).authority().isEmpty());
    }

    /// Names and titles that may be one person are one, whatever else is in the dossier.
    @ParameterizedTest(name = "{0} / {1}")
    @CsvSource(delimiter = '|', textBlock = """
            Tressider                  | Sir Lionel Tressider             | true
            M. Castrelle               | Isidore Castrelle                | true
            Marshal Stalin             | Stalin                           | true
            T. Smith                   | J. Smith                         | true
            Mr S.M. Tressider          | Tressider                        | true
            the Minister's Tressider   | Tressider                        | false
            the Minister               | Minister                         | true
            the Prime Minister         | the Foreign Minister             | false
            Soviet intelligence reports | German intelligence reports     | false
            the Government of Karsund  | the Government of Zavoria        | false
            Prefect of Bellegrève      | Bellegreve                       | false
            Étienne Vaurelle           | ETIENNE VAURELLE                 | true
            MR CASTRELLE               | Mr Castrelle                     | true
            External Affairs Office, Holmvard | Holmvard                  | false
            Secretary of State (Molde) | Molde                            | true
            Secretary of State (Molde) | Secretary of State               | false
            """)
    void names(String one, String other, boolean same) {
        assertEquals(same, Party.key(one).equals(Party.key(other)), Party.key(one) + " / " + Party.key(other));
    }

    @Test
    void aCautionStandsOnTheLinkItBelongsTo() {
        var graph = of("Y8 | Tressider | Tarasmin, Roach | I cannot judge it");
        var passage = graph.passages().stream().filter(p -> !p.cautions().isEmpty()).findFirst().orElseThrow();
        assertEquals("Tarasmin", graph.nodes().get(passage.from()).words());
        assertEquals("Tressider", graph.nodes().get(passage.to()).words());
    }

    @Test
    void proposedAndAcceptedAreNeverInOneDossier() {
        var accepted = Chains.attestation("Y4 | Pell | Castrelle");
        var proposed = new Attestation(accepted.id(), accepted.paper(), accepted.text(), accepted.content(), accepted.cue(),
                accepted.chain(), accepted.stance(), accepted.caution(), State.PROPOSED, accepted.about(), accepted.said(), "a test says so");
        assertThrows(IllegalArgumentException.class, () -> new Dossier("claim", List.of(accepted, proposed)));
    }

    @Test
    void gradeOneNeedsTwoIndependentOrigins() {
        var refused = assertInstanceOf(Admission.Refused.class,
                Credibility.CONFIRMED.admit(of("Y4 | Pell | Castrelle ; Y18 | Vyle | Pell, Castrelle").independence()));
        assertTrue(refused.why().contains("single origin") && refused.why().contains("everything rests on Castrelle"), refused.why());
        assertInstanceOf(Admission.Given.class, Credibility.CONFIRMED.admit(of("Y4 | Pell | Castrelle saw ; Y11 | Garth | Rennick saw").independence()));
        assertInstanceOf(Admission.Given.class, Credibility.PROBABLE.admit(of("Y5 | Osgarth | ?").independence()));
    }

    /// `F` and `6` are the absence of a grade: last in either order, in no mean, in no filter.
    @Test
    void whatCannotBeJudgedIsNoValue() {
        assertEquals(List.of(Reliability.A, Reliability.E, Reliability.F),
                Stream.of(Reliability.F, Reliability.E, Reliability.A).sorted(Reliability.BEST_FIRST).toList());
        assertEquals(List.of(Reliability.E, Reliability.A, Reliability.F),
                Stream.of(Reliability.F, Reliability.A, Reliability.E).sorted(Reliability.WORST_FIRST).toList());
        assertEquals(List.of(Credibility.CONFIRMED, Credibility.IMPROBABLE, Credibility.NOT_JUDGED),
                Stream.of(Credibility.NOT_JUDGED, Credibility.IMPROBABLE, Credibility.CONFIRMED).sorted(Credibility.BEST_FIRST).toList());
        assertEquals(List.of(Credibility.IMPROBABLE, Credibility.CONFIRMED, Credibility.NOT_JUDGED),
                Stream.of(Credibility.NOT_JUDGED, Credibility.CONFIRMED, Credibility.IMPROBABLE).sorted(Credibility.WORST_FIRST).toList());
        assertEquals(OptionalDouble.of(3),
                Credibility.mean(List.of(Credibility.PROBABLE, Credibility.DOUBTFUL, Credibility.NOT_JUDGED, Credibility.NOT_JUDGED)));
        assertEquals(OptionalDouble.empty(), Credibility.mean(List.of(Credibility.NOT_JUDGED)));
        for (var other : Reliability.values())
            assertTrue(!Reliability.F.atLeast(other) && !Reliability.F.atMost(other) && !other.atLeast(Reliability.F) && !other.atMost(Reliability.F));
        for (var other : Credibility.values())
            assertTrue(!Credibility.NOT_JUDGED.atLeast(other) && !Credibility.NOT_JUDGED.atMost(other)
                    && !other.atLeast(Credibility.NOT_JUDGED) && !other.atMost(Credibility.NOT_JUDGED));
    }
}
