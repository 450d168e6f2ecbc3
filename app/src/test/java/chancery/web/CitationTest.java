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
        assertTrue(paper.note().endsWith("State Archives, Port Orvane, Archive of the Eastern Department, accessed 24 November 2026, " + URL + "."), paper::note);
        assertTrue(paper.bibliography().endsWith("State Archives, Port Orvane. Archive of the Eastern Department. Accessed 24 November 2026. " + URL + "."), paper::bibliography);
    }

    @Test
    void everyFormSaysWhatIsInvented() {
        var paper = paper("Ann Pell", "Minute", "1934", "Invented for demonstration");
        for (var form : List.of(paper.note(), paper.bibliography(), paper.ris(), paper.bibtex(), paper.cslJson())) assertTrue(form.contains("Invented for demonstration"), form);
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
        var date = Optional.ofNullable(edtf).flatMap(Edtf::parse);
        return new Citation("5k2d9bq0xw3f7", creators == null ? List.of() : Arrays.stream(creators.split(";")).map(PersonName::of).toList(), List.of(), title,
                date.map(DateInWords::full).orElse(""), date, "Velisk", "Cablegram", "202", "SA: K12, 44/7/2", "SA: K12, 44/7/2", "State Archives, Port Orvane", "",
                "Archive of the Eastern Department", URL, LocalDate.of(2026, 11, 24), "en", "", "A talk.", List.of("Oil", "Coal"), notice);
    }
}
