package chancery.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.document.Edtf;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class CitationTest {
    private static final String URL = "https://archive.example/record/5k2d9bq0xw3f7";

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, nullValues = "-", textBlock = """
        AS WRITTEN                       | FAMILY     | GIVEN                   | SUFFIX
        Sir Lionel Tressider             | Tressider  | Sir Lionel              | -
        W. Averell Harriman              | Harriman   | W. Averell              | -
        Harriman, W. Averell             | Harriman   | W. Averell              | -
        Cordell Hull, Jr.                | Hull       | Cordell                 | Jr.
        Henry Cabot Lodge Jr.            | Lodge      | Henry Cabot             | Jr.
        Charles de Gaulle                | de Gaulle  | Charles                 | -
        Г. М. Маленков                   | Маленков   | Г. М.                   | -
        Stalin                           | -          | -                       | -
        Mao Zedong                       | -          | -                       | -
        Department of External Affairs   | -          | -                       | -
        Chiefs of Staff                  | -          | -                       | -
        Legation of Karsund              | -          | -                       | -
        TASS Moscow                      | -          | -                       | -
        Port Orvane, Department          | -          | -                       | -
        """)
    void takesApartOnlyWhatIsSurelyAPerson(String asWritten, String family, String given, String suffix) {
        var name = PersonName.of(asWritten);
        assertEquals(family == null ? "" : family, name.family());
        assertEquals(given == null ? "" : given, name.given());
        assertEquals(suffix == null ? "" : suffix, name.suffix());
    }

    /// Headings print family names of two words, posts and groups, which nothing tells from a person's two names: only a rank or an initial does.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, nullValues = "-", textBlock = """
        AS PRINTED                          | FAMILY    | GIVEN           | IN RIS                              | IN A HEAD
        Mr R. G. Casey                      | Casey     | Mr R. G.        | Casey, Mr R. G.                     | Casey, Mr R. G.
        G.P.N. Watt                         | Watt      | G.P.N.          | Watt, G.P.N.                        | Watt, G.P.N.
        Lt Col W.R. Hodgson                 | Hodgson   | Lt Col W.R.     | Hodgson, Lt Col W.R.                | Hodgson, Lt Col W.R.
        Sir Earle Page                      | Page      | Sir Earle       | Page, Sir Earle                     | Page, Sir Earle
        General C. de Gaulle                | de Gaulle | General C.      | de Gaulle, General C.               | de Gaulle, General C.
        Lord Cranborne                      | Cranborne | Lord            | Cranborne, Lord                     | Cranborne, Lord
        Bruce                               | -         | -               | Bruce                               | Bruce
        Gordon Walker                       | -         | -               | Gordon Walker                       | Gordon Walker,
        New York                            | -         | -               | New York                            | New York,
        All Posts                           | -         | -               | All Posts                           | All Posts,
        Port Moresby, Papua                 | -         | -               | Port Moresby – Papua                | Port Moresby – Papua,
        U.S. Treasury                       | -         | -               | U.S. Treasury                       | U.S. Treasury,
        U.K. Dominions                      | -         | -               | U.K. Dominions                      | U.K. Dominions,
        Mr R.G.Casey                        | -         | -               | Mr R.G.Casey                        | Mr R.G.Casey,
        Department of External Affairs      | -         | -               | Department of External Affairs      | Department of External Affairs,
        Australian Delegation, United Nations | -       | -               | Australian Delegation – United Nations | Australian Delegation – United Nations,
        Mr Cordell Hull, Jr.                | Hull      | Mr Cordell      | Hull, Mr Cordell, Jr.               | Hull, Mr Cordell, Jr.
        """)
    void takesAPrintedNameApartOnlyBehindARankOrAnInitial(String printed, String family, String given, String ris, String head) {
        var name = PersonName.printed(printed);
        assertEquals(family == null ? "" : family, name.family());
        assertEquals(given == null ? "" : given, name.given());
        assertEquals(ris, name.undivided());
        assertEquals(head, name.inHead());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Mr R.G. Menzies                | Menzies, Mr R.G.
        Lt Col W.R. Hodgson            | Hodgson, Lt Col W.R.
        Lord Cranborne                 | Cranborne, Lord
        Sir Earle Page                 | Page, Sir Earle
        Evatt                          | Evatt
        Embassy in Washington          | Embassy in Washington
        U.K. Government                | U.K. Government
        """)
    void listsByLetterHavePersonsByTheirFamilyNames(String name, String sorted) {
        assertEquals(sorted, ValuesPage.sorted(chancery.search.Dimension.TO, name));
        assertEquals(name, ValuesPage.sorted(chancery.search.Dimension.PLACE, name));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, nullValues = "-", textBlock = """
        CREATORS                                   | TITLE                      | EDTF        | NOTE BEGINS                                                                                  | BIBLIOGRAPHY BEGINS
        Sir Lionel Tressider                       | Tressider to Department    | 1934-02-09  | Sir Lionel Tressider, “Tressider to Department,” 9 February 1934, SA: K12, 44/7/2,            | Tressider, Sir Lionel. “Tressider to Department.” 9 February 1934. SA: K12, 44/7/2.
        -                                          | Untitled note              | -           | “Untitled note,” n.d., SA: K12, 44/7/2,                                                      | “Untitled note.” n.d. SA: K12, 44/7/2.
        Department of External Affairs             | Who knew?                  | 1934-02     | Department of External Affairs, “Who knew?,” February 1934, SA:                              | Department of External Affairs. “Who knew?” February 1934. SA:
        Ann Pell;Ruth Fenwarren                    | "Two divisions", a minute. | 1934~       | Ann Pell and Ruth Fenwarren, “‘Two divisions’, a minute,” about 1934,                         | Pell, Ann, and Ruth Fenwarren. “‘Two divisions’, a minute.” about 1934.
        Ann Pell;Ruth Fenwarren;Ida Vyle           | On “paraphrase”            | 1933/1934   | Ann Pell, Ruth Fenwarren, and Ida Vyle, “On ‘paraphrase’,” 1933 to 1934,                      | Pell, Ann, Ruth Fenwarren, and Ida Vyle. “On ‘paraphrase’.” 1933 to 1934.
        Ann Pell;Ruth Fenwarren;Ida Vyle;Jo Garth  | Minute                     | ../1934     | Ann Pell et al., “Minute,” not after 31 December 1934,                                       | Pell, Ann, Ruth Fenwarren, Ida Vyle, and Jo Garth. “Minute.” not after 31 December 1934.
        """)
    void citesAsTheChicagoManualDoes(String creators, String title, String edtf, String note, String bibliography) {
        var paper = paper(creators, title, edtf, "");
        assertTrue(paper.note().startsWith(note), paper::note);
        assertTrue(paper.bibliography().startsWith(bibliography), paper::bibliography);
        assertTrue(paper.note().endsWith("State Archives, Port Orvane, Archive of the Eastern Department, accessed 24 November 2026, " + URL + "."),
                paper::note);
        assertTrue(paper.bibliography().endsWith("State Archives, Port Orvane. Archive of the Eastern Department. Accessed 24 November 2026. " + URL + "."),
                paper::bibliography);
    }

    /// Chicago 17, 14.230: a letter is cited by who wrote it to whom. Where the title says so, the sender is not said again.
    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, nullValues = "-", textBlock = """
        CREATORS | FROM                            | TITLE                             | NOTE BEGINS                                      | BIBLIOGRAPHY BEGINS                               | AUTHOR
        -        | Bruce                           | Bruce to Menzies                  | “Bruce to Menzies,” 9                            | “Bruce to Menzies.” 9                             | [{"literal":"Bruce"}]
        -        | Mr R. G. Casey                  | CASEY TO MENZIES                  | “CASEY TO MENZIES,” 9                            | “CASEY TO MENZIES.” 9                             | [{"family":"Casey","given":"Mr R. G."}]
        -        | Mr R. G. Casey                  | Letter on the Pacific             | Mr R. G. Casey, “Letter on the Pacific,” 9       | Casey, Mr R. G. “Letter on the Pacific.” 9        | [{"family":"Casey","given":"Mr R. G."}]
        -        | Department of External Affairs  | Circular                          | Department of External Affairs, “Circular,” 9    | Department of External Affairs. “Circular.” 9     | [{"literal":"Department of External Affairs"}]
        Ann Pell | Bruce                           | Bruce to Menzies                  | Ann Pell, “Bruce to Menzies,” 9                  | Pell, Ann. “Bruce to Menzies.” 9                  | [{"family":"Pell","given":"Ann"}]
        """)
    void theSenderIsTheAuthorWhereTheArchiveNamesNone(String creators, String from, String title, String note, String bibliography, String author) {
        var paper = letter(creators, from, "Menzies", title);
        assertTrue(paper.note().startsWith(note), paper::note);
        assertTrue(paper.bibliography().startsWith(bibliography), paper::bibliography);
        var item = JsonMapper.builder().build().readTree(paper.cslJson()).get(0);
        assertEquals(author, item.get("author").toString());
        assertEquals("[{\"literal\":\"Menzies\"}]", item.get("recipient").toString());
        assertEquals("personal_communication", item.get("type").asString());
    }

    /// In RIS a recipient is `A2`, which only the type of letters has; elsewhere it would be taken for an editor.
    @Test
    void aLetterInRisHasItsRecipients() {
        var ris = letter(null, "Bruce", "Mr R. G. Menzies;Australian Delegation, United Nations", "Bruce to Menzies").ris();
        assertTrue(ris.startsWith(
                "TY  - PCOMM\r\nID  - 5k2d9bq0xw3f7\r\nAU  - Bruce\r\nA2  - Menzies, Mr R. G.\r\nA2  - Australian Delegation – United Nations\r\nTI  - Bruce "
                + "to Menzies\r\n"),
                ris);
        assertFalse(paper("Ann Pell", "Minute", "", "").ris().contains("A2  - "));
    }

    /// A sender without recipients makes no letter: reference managers take the recipient of a manuscript for a second author.
    @Test
    void whatNamesNoRecipientIsAManuscriptByItsSender() {
        var item = JsonMapper.builder().build().readTree(letter(null, "Bruce", "", "Note").cslJson()).get(0);
        assertEquals("manuscript", item.get("type").asString());
        assertEquals("[{\"literal\":\"Bruce\"}]", item.get("author").toString());
        assertFalse(item.has("recipient"));
    }

    @Test
    void everyFormSaysWhatIsInvented() {
        var paper = paper("Ann Pell", "Minute", "1934", "Invented for demonstration");
        for (var form : List.of(paper.note(), paper.bibliography(), paper.ris(), paper.bibtex(), paper.cslJson()))
            assertTrue(form.contains("Invented for demonstration"), form);
        assertTrue(paper.note().endsWith(". [Invented for demonstration.]"), paper::note);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(nullValues = "-", delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        EDTF                  | RIS         | BIBTEX      | CSL
        1944-02-03            | 1944/02/03/ | 1944-02-03  | {"date-parts":[[1944,2,3]]}
        1944-02               | 1944/02//   | 1944-02     | {"date-parts":[[1944,2]]}
        1944                  | 1944///     | 1944        | {"date-parts":[[1944]]}
        1944?                 | -           | -           | {"date-parts":[[1944]],"circa":true}
        1944-02-03/1944-02-10 | -           | -           | {"date-parts":[[1944,2,3],[1944,2,10]]}
        ../1944               | -           | -           | {"literal":"not after 31 December 1944"}
        -                     | -           | -           | -
        """)
    void saysTheDateAsFarAsAFormCan(String edtf, String ris, String bibtex, String csl) {
        var paper = paper("Ann Pell", "Minute", edtf, "");
        assertEquals(ris, field(paper.ris().split("\r\n"), "DA  - "));
        var date = field(paper.bibtex().split("\n"), "  date = {");
        assertEquals(bibtex, date == null ? null : date.replace("},", ""));
        var issued = JsonMapper.builder().build().readTree(paper.cslJson()).get(0).get("issued");
        assertEquals(csl, issued == null ? null : issued.toString());
    }

    @Test
    void risHasALineForEachField() {
        var ris = paper("Sir Lionel Tressider;Department of External Affairs", "Quotes \" & <b>\nГромыко", "1944-02-03", "").ris();
        assertEquals("""
                TY  - MANSCPT
                ID  - 5k2d9bq0xw3f7
                AU  - Tressider, Sir Lionel
                AU  - Department of External Affairs
                TI  - Quotes " & <b> Громыко
                DA  - 1944/02/03/
                CY  - Velisk
                M3  - Cablegram
                AN  - SA: K12, 44/7/2
                DB  - State Archives, Port Orvane
                CN  - SA: K12, 44/7/2
                DP  - Archive of the Eastern Department
                AB  - A talk.
                KW  - Oil
                KW  - Coal
                LA  - en
                UR  - https://archive.example/record/5k2d9bq0xw3f7
                N1  - No. 202
                ER  -\s
                """, ris.replace("\r\n", "\n"));
    }

    @Test
    void bibtexEscapesWhatTexWouldTakeForItsOwn() {
        var bibtex = paper("Department of R&D", "50% of $1 #2 a_b {c} ~d ^e \\f", "1944-02-03", "").bibtex();
        assertTrue(bibtex.contains("title = {{50\\% of \\$1 \\#2 a\\_b \\{c\\} \\textasciitilde{}d \\textasciicircum{}e \\textbackslash{}f}}"), bibtex);
        assertTrue(bibtex.contains("author = {{Department of R\\&D}}"), bibtex);
        assertTrue(bibtex.startsWith("@unpublished{chancery-5k2d9bq0xw3f7,"), bibtex);
        assertFalse(bibtex.contains(",\n}"), bibtex);
    }

    @Test
    void cslNamesPersonsInPartsAndBodiesWhole() {
        var item = JsonMapper.builder().build().readTree(paper("Sir Lionel Tressider;Chiefs of Staff", "Minute", "", "").cslJson()).get(0);
        assertEquals("[{\"family\":\"Tressider\",\"given\":\"Sir Lionel\"},{\"literal\":\"Chiefs of Staff\"}]", item.get("author").toString());
        assertEquals("manuscript", item.get("type").asString());
    }

    private static String field(String[] lines, String key) {
        return Arrays.stream(lines).filter(l -> l.startsWith(key)).map(l -> l.substring(key.length())).findFirst().orElse(null);
    }

    private static Citation paper(String creators, String title, String edtf, String notice) {
        return paper(people(creators), List.of(), List.of(), title, edtf, notice);
    }

    private static Citation letter(String creators, String from, String to, String title) {
        return paper(people(creators), printed(from), printed(to), title, "1934-02-09", "");
    }

    private static List<PersonName> people(String names) {
        return names == null ? List.of() : Arrays.stream(names.split(";")).map(PersonName::of).toList();
    }

    private static List<PersonName> printed(String names) {
        return names.isEmpty() ? List.of() : Arrays.stream(names.split(";")).map(PersonName::printed).toList();
    }

    private static Citation paper(List<PersonName> creators, List<PersonName> from, List<PersonName> to, String title, String edtf, String notice) {
        var date = Optional.ofNullable(edtf).flatMap(Edtf::parse);
        return new Citation("5k2d9bq0xw3f7", creators, from, to, List.of(), title,
                date.map(DateInWords::full).orElse(""), date, "Velisk", "Cablegram", "202",
                "SA: K12, 44/7/2", "SA: K12, 44/7/2", "State Archives, Port Orvane", "",
                "Archive of the Eastern Department", URL, LocalDate.of(2026, 11, 24), "en", "", "A talk.", List.of("Oil", "Coal"), notice);
    }
}
