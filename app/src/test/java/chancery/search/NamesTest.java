package chancery.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        TYPED         | ALSO FOUND AS
        Tokio         | Tokyo
        TOKYO         | Tokio
        Beijing       | Peking, Peiping
        Chou En-lai   | Zhou Enlai
        zhou enlai    | Chou En-lai
        Roumania      | Romania, Rumania
        Siam          | Thailand
        Batavia       | Jakarta, Djakarta
        PNG           | Papua New Guinea, Papua and New Guinea
        Konigsberg    | Kaliningrad
        Königsberg    | Kaliningrad
        Harriman      |
        """)
    void oneNameIsFoundUnderItsOthers(String typed, String others) {
        assertEquals(others == null ? "" : others, String.join(", ", Names.bundled().of(Names.words(typed))));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        TYPED           | ALSO SPELLED
        defense         | defence
        Recognise       | recognize
        organizations   | organisations
        labour          | labor
        neighboring     | neighbouring
        centre          | center
        programme       | program
        programs        | programmes
        travelled       | traveled
        counselor       | counsellor
        despatched      | dispatched
        inquiries       | enquiries
        connexion       | connection
        acknowledgement | acknowledgment
        fulfilment      | fulfillment
        gaol            | jail
        cypher          | cipher
        filled          |
        minister        |
        hour            |
        evidence        |
        wise            |
        """)
    void wordsAreFoundInTheSpellingOfAnotherCountry(String typed, String others) {
        assertEquals(others == null ? "" : others, String.join(", ", Names.bundled().of(Names.words(typed))));
        assertTrue(Names.NONE.of(Names.words(typed)).isEmpty(), "as typed");
    }

    @Test
    void anArchiveAddsGroupsAndTakesThemAway() {
        var names = Names.bundled().and(List.of("# ours", "Lothmar | Lotmar | Port Lothmar  # until 1911", "- Tokio", "alone"));
        assertEquals(List.of("Lothmar", "Port Lothmar"), names.of(List.of("lotmar")));
        assertEquals(List.of("Lothmar", "Lotmar"), names.of(List.of("port", "lothmar")));
        assertTrue(names.of(List.of("tokyo")).isEmpty());
        assertEquals(List.of("labor"), names.of(List.of("labour")));
        assertTrue(names.and(List.of("- labour")).of(List.of("labour")).isEmpty());
        assertTrue(names.of(List.of("alone")).isEmpty());
    }

    @Test
    void aNameOfTwoGroupsHasTheOthersOfBoth() {
        assertEquals(List.of("b", "c"), Names.NONE.and(List.of("a | b", "a | c")).of(List.of("a")));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        AS PRINTED                          | IN LISTS
        Mr R. G. Menzies                    | Mr R.G. Menzies
        Mr. R. G. Menzies                   | Mr R.G. Menzies
        Mr R.G. Menzies                     | Mr R.G. Menzies
        Lt Col W. R. Hodgson                | Lt Col W.R. Hodgson
        Dr. H. V. Evatt                     | Dr H.V. Evatt
        U. K. Government                    | U.K. Government
        Sir  Earle Page                     | Sir Earle Page
        Col. Hodgson                        | Col. Hodgson
        Evatt                               | Evatt
        """)
    void theSpacesOfAPrinterMakeNoSecondPerson(String printed, String listed) {
        assertEquals(listed, NameForm.of(printed));
        assertEquals(listed, NameForm.of(listed), "once is enough");
        var printedChosen = SearchRequest.of("").toggled(Dimension.FROM, printed);
        assertEquals(SearchRequest.of("").toggled(Dimension.FROM, listed), printedChosen, "an old address means the same");
        assertEquals(SearchRequest.of(""), printedChosen.toggled(Dimension.FROM, listed), "and is let go by the name in the list");
    }
}
