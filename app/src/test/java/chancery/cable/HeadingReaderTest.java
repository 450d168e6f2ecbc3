package chancery.cable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.document.Kind;
import chancery.finding.FindingCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.jspecify.annotations.Nullable;

/// The grammar of headings, by lines as printed in the volumes.
class HeadingReaderTest {

    private static HeadingReading read(String title, String... lines) {
        return HeadingReader.read(new HeadingSource(title, List.of(lines), List.of(), null));
    }

    private static <T> String all(List<T> values, Function<T, String> word) {
        return values.stream().map(word).collect(Collectors.joining("; "));
    }

    private static String none(@Nullable String cell) {
        return Objects.requireNonNullElse(cell, "");
    }

    private static String value(Optional<Printed<String>> reading) {
        return reading.map(Printed::value).orElse("");
    }

    private static boolean met(HeadingReading reading, String code) {
        return reading.findings().stream().anyMatch(f -> f.code() == FindingCode.valueOf("HEADING_" + code));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        THE LINE AS PRINTED                                                    | KIND         | NO.              | PLACE         | DAY                   | HOUR  | FINDING
        Cablegram 1302 WASHINGTON, 19 September 1946, 7.36 p.m.                | cablegram    | 1302             | Washington    | 1946-09-19            | 19:36 |
        Cablegram D263 LONDON, 10 February 1945, 2.15 p.m.                     | cablegram    | D263             | London        | 1945-02-10            | 14:15 |
        Cablegram 81 [1] CANBERRA, 26 January 1942                             | cablegram    | 81               | Canberra      | 1942-01-26            |       |
        Cablegram 228 17 May 1940,                                             | cablegram    | 228              |               | 1940-05-17            |       | PLACE_MISSING
        Cablegram 29, 16 May 1939                                              | cablegram    | 29               |               | 1939-05-16            |       | PLACE_MISSING
        Cablegram unnumbered [PARIS], 18 August 1946                           | cablegram    |                  | Paris         | 1946-08-18            |       | PLACE_SUPPLIED
        Cablegram [UNY]437 CANBERRA, 2 December 1946                           | cablegram    | [UNY]437         | Canberra      | 1946-12-02            |       | NUMBER_SUPPLIED
        Cablegram [Winch 14] [1] LONDON, 20 March 1942                         | cablegram    | [Winch 14]       | London        | 1942-03-20            |       | NUMBER_SUPPLIED
        Cablegram [82] [1] WASHINGTON, 12 May 1940, 12.50 p.m.                 | cablegram    | [82]             | Washington    | 1940-05-12            | 12:50 | NUMBER_SUPPLIED
        Cablegram 42[A] LONDON, 9 March 1942, 9.50 p.m.                        | cablegram    | 42[A]            | London        | 1942-03-09            | 21:50 |
        Cablegram Ausco 35 WASHINGTON, 19 November 1941,                       | cablegram    | Ausco 35         | Washington    | 1941-11-19            |       |
        Cablegrams 601, 186, 242 CANBERRA, 26 May 1947                         | cablegram    | 601, 186, 242    | Canberra      | 1947-05-26            |       |
        Cablegram 882/87 WASHINGTON, 8 December 1939, 11.39 a.m. [1]           | cablegram    | 882/87           | Washington    | 1939-12-08            | 11:39 |
        Cablegram unnumbered/18 15 February 1939,                              | cablegram    | unnumbered/18    |               | 1939-02-15            |       |
        Cablegram United Nations 325 NEW YORK, 1 August 1946, 9.01 p.m.        | cablegram    | United Nations 325 | New York    | 1946-08-01            | 21:01 |
        Cablegrams The Hague 32, K361 BATAVIA, 20 September 1949               | cablegram    | The Hague 32, K361 | Batavia     | 1949-09-20            |       |
        Cablegram WHO (E)5, GENEVA, 2 July 1948, 9.25 a.m.                     | cablegram    | WHO (E)5         | Geneva        | 1948-07-02            | 09:25 |
        Cablegram 22, SALONIKA[1], 17 February 1948                            | cablegram    | 22               | Salonika      | 1948-02-17            |       |
        Cablegram Austdel 202 (extract), PARIS, 3 p.m.[1]                      | cablegram    | Austdel 202      | Paris         |                       | 15:00 | DATE_MISSING
        Cablegram [Following] for the Minister from Macmahon Ball 22,          | cablegram    | 22               |               |                       |       | DATE_MISSING
        Cablegram 393 SECRET LONDON, 13 December 1946                          | cablegram    | 393              | London        | 1946-12-13            |       |
        Cablegram 1145 THE HAGUE, 18 August 1949                               | cablegram    | 1145             | The Hague     | 1949-08-18            |       |
        Circular cablegram [Z106] [1] LONDON, [13 June 1940, 10.30 p.m.]       | cablegram    | [Z106]           | London        | 1940-06-13            | 22:30 | DATE_SUPPLIED
        Telegram [CHEYENNE, WYOMING], 27 November 1947                         | telegram     |                  | Cheyenne, Wyoming | 1947-11-27        |       | PLACE_SUPPLIED
        Teleprinter message D129 CANBERRA, 3 July 1940                         | teleprinter  | D129             | Canberra      | 1940-07-03            |       |
        Savingram K12 BATAVIA, 2 December 1949                                 | savingram    | K12              | Batavia       | 1949-12-02            |       |
        Radio message 3 [1] CANBERRA, 18 December 1941                         | other        | 3                | Canberra      | 1941-12-18            |       |
        Letter WASHINGTON, 14 May 1941                                         | letter       |                  | Washington    | 1941-05-14            |       |
        Letter, CANBERRA, 22 April 1948                                        | letter       |                  | Canberra      | 1948-04-22            |       |
        Memorandum Was.89/40 WASHINGTON, 16 April 1940                         | memorandum   | Was.89/40        | Washington    | 1940-04-16            |       |
        Dispatch 52/46 (extracts) NEW DELHI, 22 December 1946                  | despatch     | 52/46            | New Delhi     | 1946-12-22            |       |
        Agendum 1019E (extracts) [CANBERRA], 15 August 1947                    | submission   | 1019E            | Canberra      | 1947-08-15            |       | PLACE_SUPPLIED
        Minute 228 SYDNEY, 31 October 1939                                     | minute       | 228              | Sydney        | 1939-10-31            |       |
        COS(41)230 Final (extract) SINGAPORE, 20 April 1941                    | other        | COS(41)230 Final | Singapore     | 1941-04-20            |       |
        Canberra, 17 December 1970                                             | other        |                  | Canberra      | 1970-12-17            |       |
        Taipei, undated                                                        | other        |                  | Taipei        |                       |       | DATE_MISSING
        Port Moresby, 8-10 February 1966                                       | other        |                  | Port Moresby  | 1966-02-08/1966-02-10 |       | DATE_APPROXIMATE
        Canberra, 31 July – 1 August 1969                                      | other        |                  | Canberra      | 1969-07-31/1969-08-01 |       | DATE_APPROXIMATE
        Canberra, [August] 1952                                                | other        |                  | Canberra      | 1952-08               |       | DATE_SUPPLIED
        29th August, 1956                                                      | other        |                  |               | 1956-08-29            |       |
        Aug-57                                                                 | other        |                  |               | 1957-08               |       |
        [NEW YORK, 10 December 1949[1]]                                        | other        |                  | New York      | 1949-12-10            |       | DATE_SUPPLIED
        Cablegram [161] n.d. [c. 14 February 1939],                            | cablegram    | [161]            |               | 1939-02-14~           |       | DATE_APPROXIMATE
        Telegram n.d. [on or after 8 January 1940]                             | telegram     |                  |               | 1940-01-08/..         |       | DATE_APPROXIMATE
        Cablegram 128 CHUNGKING, n.d.                                          | cablegram    | 128              | Chungking     |                       |       | DATE_MISSING
        Cablegram unnumbered 3 June 1940, 12 midnight                          | cablegram    |                  |               | 1940-06-03            | 00:00 |
        Cablegram 242 CANBERRA, 6 September 1947,12 noon                       | cablegram    | 242              | Canberra      | 1947-09-06            | 12:00 |
        Cablegram 318 LONDON, 17 March 1942, 8.50 [p.m.]                       | cablegram    | 318              | London        | 1942-03-17            | 20:50 | TIME_SUPPLIED
        Cablegram 82 LONDON, 22, April 1941, 6.05-10.40 p.m. [1]               | cablegram    | 82               | London        | 1941-04-22            | 18:05 | TIME_APPROXIMATE
        """)
    void readsTheFirstLine(String line, String kind, @Nullable String number, @Nullable String place, @Nullable String day,
            @Nullable String hour, @Nullable String finding) {
        HeadingReading reading = read("", line);
        CableHeading h = reading.heading();
        assertEquals(kind, h.kind().value().word());
        assertEquals(none(number), value(h.number()));
        assertEquals(none(place), value(h.place()));
        assertEquals(none(day), value(h.date()));
        assertEquals(none(hour), h.time().map(t -> t.value().toString()).orElse(""));
        if (finding != null) assertTrue(met(reading, finding), () -> finding + " not among " + reading.findings());
        assertEquals(1, h.headingLines());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        WHAT THE SCANNER MADE OF THE LINE                             | NO.    | PLACE     | DAY        | HOUR  | FINDING
        Cablegram UN76o NEW YORK, 21 November 1946, 12.24 p.m.        | UN76o  | New York  | 1946-11-21 | 12:24 | NUMBER_GARBLED
        Cablegram 545 LONDON, to October 1939, 8.03 p.m.              | 545    | London    | 1939-10-10 | 20:03 | DATE_GARBLED
        Cablegram unnumbered it October 1940,                         |        |           | 1940-10-11 |       | DATE_GARBLED
        Cablegram 231 17 April 194i,                                  | 231    |           | 1941-04-17 |       | DATE_GARBLED
        Cablegram E46 CANBERRA, 2 0ctober 1947, 11.20 a.m.            | E46    | Canberra  | 1947-10-02 | 11:20 |
        Cablegram UN687 NEW YORK, 13 November 946,12.41 a.m.          | UN687  | New York  | 1946-11-13 | 00:41 | DATE_GARBLED
        Cablegram 64 LONDON, 21 March 1939, 12.24a.m.                 | 64     | London    | 1939-03-21 | 00:24 |
        Cablegram unnumbered LONDON, 4 October 1939, 2. 50 p.m.       |        | London    | 1939-10-04 | 14:50 |
        Cablegram 84 CANBERRA, 12 May 1949, 12,15 p.m.                | 84     | Canberra  | 1949-05-12 | 12:15 |
        Cablegram 412 LONDON, 5 September 1939, 1O.25 p.m.            | 412    | London    | 1939-09-05 | 22:25 |
        Cablegram 815 WASHINGTON, 23 June 1947, 641 p.m.              | 815    | Washington | 1947-06-23 | 18:41 |
        MemorandumLONDON, 22 December 1948,                           |        | London    | 1948-12-22 |       |
        Cablegram.342 LONDON, 20 February 1942                        | 342    | London    | 1942-02-20 |       |
        Cablegram unnumbered8 March 1941,                             |        |           | 1941-03-08 |       |
        """)
    void readsThroughSlips(String line, @Nullable String number, @Nullable String place, String day, @Nullable String hour,
            @Nullable String finding) {
        HeadingReading reading = read("", line);
        assertEquals(none(number), value(reading.heading().number()));
        assertEquals(none(place), value(reading.heading().place()));
        assertEquals(day, value(reading.heading().date()));
        assertEquals(none(hour), reading.heading().time().map(t -> t.value().toString()).orElse(""));
        if (finding != null) assertTrue(met(reading, finding), () -> finding + " not among " + reading.findings());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        THE LINE AS PRINTED                                              | PRECEDENCE               | CLASSIFICATION       | HANDLING                   | ATTENTION
        IMMEDIATE TOP SECRET AND PERSONAL                                | IMMEDIATE                | TOP SECRET           | PERSONAL                   |
        MOST IMMEDIATE MOST SECRET                                       | MOST IMMEDIATE           | MOST SECRET          |                            |
        TOP SECRET & PERSONAL                                            |                          | TOP SECRET           | PERSONAL                   |
        IMMEDIATE FOR THE PRIME MINISTER MOST SECRET AND PERSONAL HIMSELF | IMMEDIATE               | MOST SECRET          | PERSONAL; HIMSELF          | FOR THE PRIME MINISTER
        IMMEDIATE FOR THE PRIME MINISTER PERSONAL FOR HIMSELF ONLY       | IMMEDIATE                |                      | PERSONAL; FOR HIMSELF ONLY | FOR THE PRIME MINISTER
        SECRET FOR HIS SIGHT ONLY                                        |                          | SECRET               | FOR HIS SIGHT ONLY         |
        IMMEDIATE SECRET CONFIDENTIAL                                    | IMMEDIATE                | SECRET; CONFIDENTIAL |                            |
        PERSONAL FOR EVATT FROM BRUCE MOST SECRET                        |                          | MOST SECRET          | PERSONAL                   | FOR EVATT; FROM BRUCE
        FOR BURTON ALONE SECRET                                          |                          | SECRET               | FOR BURTON ALONE           | FOR BURTON ALONE
        CLEAR THE LINE MOST IMMEDIATE MOST SECRET                        | CLEAR THE LINE; MOST IMMEDIATE | MOST SECRET    |                            |
        EMERGENCY TOP SECRET                                             | EMERGENCY                | TOP SECRET           |                            |
        PRIORITY - IMPORTANT SECRET                                      | PRIORITY; IMPORTANT      | SECRET               |                            |
        MOST IMMEDIATE MOST CONFIDENTIAL                                 | MOST IMMEDIATE           | MOST CONFIDENTIAL    |                            |
        SECRET [BRONX] [1]                                               |                          | SECRET               | [BRONX]                    |
        MOST SECRET (BRONX] [1]                                          |                          | MOST SECRET          | [BRONX]                    |
        [SECRET]                                                         |                          | SECRET               |                            |
        Top Secret Guard Austeo                                          |                          | TOP SECRET           | GUARD; AUSTEO              |
        Secret Eclipse                                                   |                          | SECRET               | ECLIPSE                    |
        Confidential priority                                            | PRIORITY                 | CONFIDENTIAL         |                            |
        Top Secret [ matter omitted ]                                    |                          | TOP SECRET           |                            |
        SBCRET                                                           |                          | SECRET               |                            |
        1370. Secret Immediate                                           | IMMEDIATE                | SECRET               |                            |
        UN647. Secret                                                    |                          | SECRET               |                            |
        Unnumbered. Restricted. Staff-In-Confidence.                     |                          | RESTRICTED           | STAFF-IN-CONFIDENCE        |
        INDONESIA                                                        |                          |                      |                            |
        WHEAT TO JAPAN                                                   |                          |                      |                            |
        SECRET MEMORANDUM FROM AUSTRALIAN MISSION TO THE UNITED          |                          |                      |                            |
        POLICY IN THE FAR EAST                                           |                          |                      |                            |
        My immediately preceding telegram.                               |                          |                      |                            |
        """)
    void readsMarkings(String line, @Nullable String precedence, @Nullable String classification, @Nullable String handling,
            @Nullable String attention) {
        CableHeading h = read("A to B", "Canberra, 2 September 1971", line).heading();
        assertEquals(none(precedence), all(h.precedence(), Precedence::asPrinted));
        assertEquals(none(classification), all(h.classification(), Classification::asPrinted));
        assertEquals(none(handling), all(h.handling(), Printed::value));
        assertEquals(none(attention), all(h.attention(), Printed::value));
        assertEquals(h.precedence().isEmpty() && h.classification().isEmpty() ? 1 : 2, h.headingLines());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        THE LINE BELOW THE DATELINE                  | NO.
        1370. Secret Immediate                       | 1370
        UN647. Secret                                | UN647
        UN 592. Secret Guard                         | UN 592
        SAV. 42. Confidential                        | SAV. 42
        QP 11/71. Secret Eclipse                     | QP 11/71
        2792.Secret                                  | 2792
        CIRCULAR E8. CONFIDENTIAL PRIORITY           | CIRCULAR E8
        809, 3979, 1977, 662, 1248. Secret Priority  | 809, 3979, 1977, 662, 1248
        37A. CONFIDENTIAL                            | 37A
        4508.                                        | 4508
        B270/4645. Unclassified                      | B270/4645
        Unnumbered. Confidential                     |
        1. The meeting opened at ten.                |
        Agenda Item 5.                               |
        """)
    void readsANumberBelowTheDateline(String line, @Nullable String number) {
        assertEquals(none(number), value(read("CABLEGRAM TO CANBERRA", "New York, 2 September 1971", line).heading().number()));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        THE TITLE AS PRINTED                                                                               | KIND       | FROM                   | TO
        Makin to Chifley and Dedman                                                                        | other      | Makin                  | Chifley; Dedman
        Mr R. G. Casey, Minister to the United States, to Department of External Affairs                   | other      | Mr R. G. Casey         | Department of External Affairs
        Commonwealth Government to Sir Walford Selby, U.K. Ambassador to Portugal                          | other      | Commonwealth Government | Sir Walford Selby
        Mr J.A. Lyons, Prime Minister, to Mr M. MacDonald, U.K. Secretary of State for Dominion Affairs, and to Mr M.J. Savage, N.Z. Prime Minister | other | Mr J.A. Lyons | Mr M. MacDonald; Mr M.J. Savage
        Mr S.M. Bruce, High Commissioner in London (in America), to Mr R.G. Menzies, Prime Minister        | other      | Mr S.M. Bruce          | Mr R.G. Menzies
        Australian Delegation, United Nations, to Department of External Affairs                           | other      | Australian Delegation, United Nations | Department of External Affairs
        Australian Delegation, Economic and Social Council, to Australian Government                       | other      | Australian Delegation, Economic and Social Council | Australian Government
        Department of External Affairs to Embassy in Washington, Beasley and Mission in Tokyo              | other      | Department of External Affairs | Embassy in Washington; Beasley; Mission in Tokyo
        Department of External Affairs to Bulcock, McCarthy, Cutler                                        | other      | Department of External Affairs | Bulcock; McCarthy; Cutler
        Coombs to Department of Commerce and Agriculture                                                   | other      | Coombs                 | Department of Commerce and Agriculture
        Watt [1] to Brigden                                                                                | other      | Watt                   | Brigden
        CABLEGRAM FROM WATT TO SPENDER                                                                     | cablegram  | Watt                   | Spender
        NOTE FROM GRIFFITH TO McMAHON                                                                      | note       | Griffith               | McMahon
        CABLEGRAM TO CANBERRA                                                                              | cablegram  |                        | Canberra
        Cablegram, Washington To Dea                                                                       | cablegram  | Washington             | Dea
        Memorandum, Administration (Hay) To DOT                                                            | memorandum | Administration (Hay)   | DOT
        Telex, Hay To Warwick Smith                                                                        | teleprinter | Hay                   | Warwick Smith
        Submission, Ballard To Barnes                                                                      | submission | Ballard                | Barnes
        Submission No. 71, Barnes To Cabinet                                                               | submission | Barnes                 | Cabinet
        Submission 32 To Cabinet By O'sullivan                                                             | submission | O'sullivan             | Cabinet
        SUBMISSION TO McMAHON AND BURY                                                                     | submission |                        | McMahon; Bury
        Cabinet Submission by Mr W.M. Hughes, Minister for External Affairs                                | submission | Mr W.M. Hughes         | Cabinet
        War Cabinet Minute 4293                                                                            | minute     | War Cabinet            |
        CABINET DECISION NO. 1245                                                                          | other      | Cabinet                |
        Note by Mr S. M. Bruce, High Commissioner in London, of Conversation with Lord Hankey, U.K. Minister without Portfolio | note | Mr S. M. Bruce |
        Record Of Conversation By Plimsoll                                                                 | record     | Plimsoll               |
        Record Of Conversation Between Anderson And Kosasih                                                | record     |                        |
        Minutes of British Commonwealth Meeting                                                            | record     |                        |
        Note Verbale From Japanese Foreign Ministry To Embassy In Tokyo                                    | note       | Japanese Foreign Ministry | Embassy In Tokyo
        BRIEF BY McINTYRE FOR SPENDER                                                                      | other      | McIntyre               | Spender
        Memorandum for High Commission in Colombo from Arnott                                              | memorandum | Arnott                 | High Commission in Colombo
        Extract From Casey's Diary                                                                         | other      | Casey                  |
        Joint Communication by Evatt and Lie                                                               | other      | Evatt; Lie             |
        Broadcast Message by Mr R.G. Menzies, Prime Minister                                               | speech     | Mr R.G. Menzies        |
        Agreement Establishing the South Pacific Commission                                                | agreement  |                        |
        The Ambassador in Colombia (Braden) to the Secretary of State                                      | other      | Braden                 | Secretary of State
        The Acting Secretary of State to the Ambassador in Colombia (Braden)                               | other      | Acting Secretary of State | Braden
        3. Telegram From the Central Intelligence Agency to the CIA Station in [place not declassified]    | telegram   | Central Intelligence Agency | CIA Station in [place not declassified]
        2. Memorandum From the Chief of the Western Hemisphere Division, Central Intelligence Agency (King) to the Deputy Director for Plans, Central Intelligence Agency (Wisner) | memorandum | King | Wisner
        Memorandum of Conversation, by the Assistant Secretary of State (Berle)                            | memorandum | Berle                  |
        9. Memorandum for the Record                                                                       | memorandum |                        |
        """)
    void readsTitles(String title, String kind, @Nullable String from, @Nullable String to) {
        CableHeading h = read(title).heading();
        assertEquals(kind, h.kind().value().word());
        assertEquals(none(from), all(h.from(), Printed::value));
        assertEquals(none(to), all(h.to(), Printed::value));
    }

    @Test
    void readsAWholeHeading() {
        HeadingReading reading = HeadingReader.read(new HeadingSource(
                "Makin to Department of External Affairs",
                List.of("Cablegram 764 WASHINGTON, 12 June 1947, 7 p.m.", "Received 13 June 1947", "SECRET", "Text."),
                List.of("[AA : A1838,481/23]"),
                "1947-06-12"));
        CableHeading h = reading.heading();
        assertEquals(new Printed<>(Kind.CABLEGRAM, "Cablegram"), h.kind());
        assertEquals(Optional.of(new Printed<>("Washington", "WASHINGTON")), h.place());
        assertEquals(Optional.of(new Printed<>("1947-06-12", "12 June 1947")), h.date());
        assertEquals(Optional.of(new Printed<>("1947-06-13", "13 June 1947")), h.received());
        assertEquals("7 p.m.", h.time().orElseThrow().asPrinted());
        assertEquals(List.of(new Printed<>("AA: A1838, 481/23", "[AA : A1838,481/23]")), h.holding());
        assertEquals(3, h.headingLines());
        assertFalse(h.omitted());
        assertEquals(List.of(), reading.findings());
    }

    /// The page that started the project.
    @Test
    void readsTheTitleOfAParaphrase() {
        CableHeading h = read("Paraphrase of Outgoing Navy Cable - Moscow, February 3, 1944").heading();
        assertEquals(Kind.CABLEGRAM, h.kind().value());
        assertEquals(Optional.of(new Printed<>("Navy", "Navy")), h.channel());
        assertEquals(Optional.of(new Printed<>(Direction.OUTGOING, "Outgoing")), h.direction());
        assertEquals(Optional.of(new Printed<>(Version.PARAPHRASE, "Paraphrase")), h.version());
        assertEquals("Moscow", value(h.place()));
        assertEquals("1944-02-03", value(h.date()));
        assertEquals("Moscow", all(h.from(), Printed::value));
    }

    /// Words in brackets behind a title tell the form; they are no part of the recipient's name.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, nullValues = "-", textBlock = """
        TITLE                                                  | TO         | VERSION     | CHANNEL
        Bruce to Curtin (paraphrase of naval cable)            | Curtin     | PARAPHRASE  | Naval
        Bruce to Curtin (naval cable, verbatim)                | Curtin     | VERBATIM    | Naval
        Bruce to Curtin (translation)                          | Curtin     | TRANSLATION | -
        Bruce to Curtin (draft)                                | Curtin     | DRAFT       | -
        Bruce to Curtin (cablegram)                            | Curtin     | -           | -
        Bruce to Curtin (copy of a letter)                     | Curtin     | COPY        | -
        Bruce to Curtin                                        | Curtin     | -           | -
        """)
    void wordsInBracketsTellTheForm(String title, String to, Version version, String channel) {
        CableHeading h = read(title).heading();
        assertEquals(List.of(to), h.to().stream().map(Printed::value).toList());
        assertEquals(Optional.ofNullable(version), h.version().map(Printed::value));
        assertEquals(Optional.ofNullable(channel), h.channel().map(Printed::value));
        assertEquals("Bruce", all(h.from(), Printed::value));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        FIRST LINE                                                    | PLACE  | DATE       | VERSION
        Paraphrase of Outgoing Naval Cable - Velisk, 9 February 1934  | Velisk | 1934-02-09 | PARAPHRASE
        Paraphrase of Outgoing Navy Cable - Moscow, February 3, 1944  | Moscow | 1944-02-03 | PARAPHRASE
        Translation of Telegram 14 — Roquenval, 3 March 1934          | Roquenval | 1934-03-03 | TRANSLATION
        """)
    void readsAFirstLineThatTellsTheForm(String line, String place, String date, Version version) {
        CableHeading h = HeadingReader.read(new HeadingSource("Bruce to Curtin", List.of(line, "The text."), List.of(), null)).heading();
        assertEquals(place, value(h.place()));
        assertEquals(date, value(h.date()));
        assertEquals(version, h.version().orElseThrow().value());
        assertTrue(Set.of(Kind.CABLEGRAM, Kind.TELEGRAM).contains(h.kind().value()));
    }

    @Test
    void readsAnAmericanTelegram() {
        HeadingReading reading = HeadingReader.read(new HeadingSource(
                "The Ambassador in the Soviet Union (Harriman) to the Secretary of State",
                List.of("Moscow, May 17, 1941—11 p.m.", "[Received May 18—9:55 p.m.]", "423. For the President and the Secretary only.",
                        "ReDeptel 1740, August 4"),
                List.of("760C.61/2206: Telegram"),
                null));
        CableHeading h = reading.heading();
        assertEquals(Kind.TELEGRAM, h.kind().value());
        assertEquals("423", value(h.number()));
        assertEquals("23:00", h.time().orElseThrow().value().toString());
        assertEquals("May 18—9:55 p.m.", h.received().orElseThrow().asPrinted());
        assertEquals("For the President and the Secretary only", all(h.handling(), Printed::value));
        assertEquals("760C.61/2206", all(h.holding(), Printed::value));
        assertEquals(2, h.headingLines());
        assertEquals(List.of(), reading.findings());
    }

    @Test
    void readsAnAmericanDespatch() {
        CableHeading h = HeadingReader.read(new HeadingSource(
                        "The Ambassador in Colombia (Braden) to the Secretary of State", List.of("No. 1458", "Bogotá, March 28, 1941.",
                                "[Received April 8.]"), List.of("810.20 Defense/716"), null))
                .heading();
        assertEquals(Kind.DESPATCH, h.kind().value());
        assertEquals("1458", value(h.number()));
        assertEquals("Bogotá", value(h.place()));
    }

    @Test
    void readsMarkingsFromASourceNote() {
        HeadingReading reading = HeadingReader.read(new HeadingSource(
                "4. Telegram From the CIA Station in [place not declassified] to the Central Intelligence Agency",
                List.of("[place not declassified], January 25, 1952, 0859Z."),
                List.of("Source: Central Intelligence Agency, Job 79–01025A, Box 10, Folder 1. Secret; Eyes Only; Routine."),
                "1952-01-25"));
        CableHeading h = reading.heading();
        assertEquals("Central Intelligence Agency, Job 79–01025A, Box 10, Folder 1", all(h.holding(), Printed::value));
        assertEquals("SECRET", all(h.classification(), Classification::asPrinted));
        assertEquals("ROUTINE", all(h.precedence(), Precedence::asPrinted));
        assertEquals("EYES ONLY", all(h.handling(), Printed::value));
        assertEquals("08:59", h.time().orElseThrow().value().toString());
        assertTrue(h.place().isEmpty());
        assertTrue(met(reading, "PLACE_WITHHELD"));
        assertTrue(met(reading, "PARTY_WITHHELD"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        THE REFERENCE AS PRINTED                                          | READ
        [AA: A981, PACIFIC 1]                                             | AA: A981, PACIFIC 1
        [AA : A3318, L48/3/3/1/5]                                         | AA: A3318, L48/3/3/1/5
        _[AA:AA1972/341, Box 6, CABLES ... SEPTEMBER 1939]_               | AA: AA1972/341, Box 6, CABLES ... SEPTEMBER 1939
        [AA: M448, [126]]                                                 | AA: M448, [126]
        [AA: M100, NOVEMBER 1939] BRUCE                                   | AA: M100, NOVEMBER 1939
        [DEFENCE: SPECIAL COLLECTION II, BUNDLE 5, MOVEMENTS]             | DEFENCE: SPECIAL COLLECTION II, BUNDLE 5, MOVEMENTS
        [NO ARCHIVE REFERENCE]                                            |
        810.20 Defense/5772/4: Telegram                                   | 810.20 Defense/5772/4
        860C.01/5-344                                                     | 860C.01/5-344
        """)
    void readsReferences(String note, @Nullable String holding) {
        CableHeading h = HeadingReader.read(new HeadingSource("A to B", List.of(), List.of(note, note), null)).heading();
        assertEquals(none(holding), all(h.holding(), Printed::value));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        A LINE OF THE TEXT                              | OMITTED
        [matter omitted] [1]                            | true
        [ matter omitted ]                              | true
        [...]                                           | true
        . . . . . . .                                   | true
        [2 paragraphs (16 lines of source text) not declassified] | true
        full and equal basis....                        | false
        [sic]                                           | false
        """)
    void seesOmissions(String line, boolean omitted) {
        assertEquals(omitted, read("A to B", "Letter LONDON, 1 May 1940", line).heading().omitted());
    }

    @Test
    void anExtractIsMarkedAndOmits() {
        CableHeading h = read("Summary by Forsyth", "Extract, [NEW YORK], 6 August 1948").heading();
        assertEquals("extract", all(h.handling(), Printed::value));
        assertEquals(Kind.REPORT, h.kind().value());
        assertTrue(h.omitted());
    }

    @Test
    void aTitleThatBreaksOffGoesOnInTheFirstLine() {
        HeadingReading reading = read("Department of External Affairs to", "Mr R. G. Casey, Minister to the United States",
                "Cablegram 430 27 March 1941");
        assertEquals("Mr R. G. Casey", all(reading.heading().to(), Printed::value));
        assertEquals("430", value(reading.heading().number()));
        assertEquals(2, reading.heading().headingLines());
        assertTrue(met(reading, "TITLE_BROKEN"));
    }

    @Test
    void aFirstLineThatRanIntoTheTitleIsReadThere() {
        HeadingReading reading = read("Plimsoll to Burton Cablegram UN1099 9 November 1947, 5.06 p.m. Received 10 November 1947",
                "IMMEDIATE PERSONAL SECRET");
        assertEquals("Burton", all(reading.heading().to(), Printed::value));
        assertEquals("UN1099", value(reading.heading().number()));
        assertEquals("1947-11-10", value(reading.heading().received()));
        assertEquals(1, reading.heading().headingLines());
        assertTrue(met(reading, "TITLE_BROKEN"));
    }

    @Test
    void aPlaceMayFollowTheDateOnItsOwnLine() {
        CableHeading h = read("Cablegram From Crawford To Patterson", "26th June, 1957", "1633. CONFIDENTIAL PRIORITY", "CANBERRA",
                "INDONESIA").heading();
        assertEquals("Canberra", value(h.place()));
        assertEquals("1633", value(h.number()));
        assertEquals(3, h.headingLines());
    }

    @Test
    void namesTheSenderBehindTheAddress() {
        CableHeading h = read("CABLEGRAM TO CANBERRA", "Washington, 17 June 1961", "1587. Secret", "For Menzies from Beale.").heading();
        assertEquals("Beale", all(h.from(), Printed::value));
        assertEquals("For Menzies from Beale", all(h.attention(), Printed::value));
        assertEquals(List.of("Beale"), h.origin());
        assertEquals(List.of("New York"), read("CABLEGRAM TO CANBERRA", "New York, 2 September 1971").heading().origin());
    }

    @Test
    void keepsWhoElseWasSentIt() {
        CableHeading h = read("Sir Robert Craigie, U.K. Ambassador to Japan, 72 to U.K. Foreign Office",
                "Repeated to Commonwealth Government", "Cablegram 1568/22 TOKYO, 14 August 1940, 6.15 p.m.").heading();
        assertEquals("Commonwealth Government", all(h.repeatedTo(), Printed::value));
        assertEquals("U.K. Foreign Office", all(h.to(), Printed::value));
        assertEquals("1568/22", value(h.number()));
    }

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource(delimiter = '|', textBlock = """
        Canberra, 14 November 1946                 | 1944-11-14 | DATE_DIFFERS                 | 1946-11-14
        Canberra, 14 November 1946                 | 1946-11    |                              | 1946-11-14
        Port Moresby, 8-10 February 1966           | 1966-02-10 |                              | 1966-02-08/1966-02-10
        Cablegram 1493 WASHINGTON, 30 October      | 1946-10-30 | DATE_INCOMPLETE              | 1946-10-30
        Cablegram 360 CANBERRA, 2[3] October 1945 [1] | 1945-10-23 |                           | 1945-10-23
        SECRET                                     | 1946-10-30 | DATE_FROM_DESCRIPTION        | 1946-10-30
        Canberra, undated                          | 1946-10-30 | DATE_MISSING                 |
        """)
    void comparesTheDateWithTheDescription(String line, String described, @Nullable String finding, @Nullable String day) {
        HeadingReading reading = HeadingReader.read(new HeadingSource("Letter from A to B", List.of(line), List.of("[AA: A1]"), described));
        assertEquals(none(day), value(reading.heading().date()));
        if (finding != null) assertTrue(met(reading, finding), () -> finding + " not among " + reading.findings());
        else assertFalse(met(reading, "DATE_DIFFERS"));
    }

    @Test
    void markingsStandInTheOrderOfTheirSystem() {
        List<Classification> marks = new ArrayList<>(read("A to B", "Letter LONDON, 1 May 1940",
                "RESTRICTED MOST SECRET CONFIDENTIAL UNCLASSIFIED SECRET").heading().classification());
        marks.sort(null);
        assertEquals("MOST SECRET; SECRET; CONFIDENTIAL; RESTRICTED; UNCLASSIFIED", all(marks, Classification::asPrinted));
        assertEquals(Classification.Level.TOP_SECRET, marks.getFirst().level());
    }

    @Test
    void nothingGivesAnEmptyHeadingAndSaysSo() {
        HeadingReading reading = HeadingReader.read(new HeadingSource("", List.of(), List.of(), null));
        assertEquals(Kind.OTHER, reading.heading().kind().value());
        assertEquals(0, reading.heading().headingLines());
        assertTrue(met(reading, "NOT_FOUND"));
        assertEquals(0, read("", "", "  ", "_", "\u00a0").heading().headingLines());
    }

    @Test
    void aSentenceIsNoHeading() {
        assertEquals(0, read("A to B", "On 18 August 1939 the Minister wrote to me about wool.", "Washington was told on 3 May 1940.")
                .heading().headingLines());
        assertTrue(read("A to B", "On 18 August 1939 the Minister wrote to me about wool.").heading().date().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "]", "1,", "A, ", "to ", "and ", "Cablegram ", "SECRET ", "(", "1 May 1940 ", ". ", "For the ",
            "Mr X, Minister to ", "\u0000", "1. ", "[1] ", "- ", " "})
    void hostileLengthIsReadToItsEnd(String piece) {
        String line = piece.repeat(1_000_000 / piece.length());
        String medium = piece.repeat(Math.max(1, 230 / piece.length()));
        read(line, line, line, medium);
        read(medium, medium, medium + "!", "Cablegram " + medium);
        HeadingReading reading = HeadingReader.read(new HeadingSource("Cablegram from " + medium + " to " + medium, List.of("1,"
                + medium), List.of(line, medium), medium));
        assertTrue(reading.findings().stream().allMatch(f -> f.seen().length() < 300));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr-TR", "ar-EG-u-nu-arab", "th-TH-u-ca-buddhist-nu-thai", "lt-LT"})
    void readsTheSameInEveryLocale(String tag) {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(tag));
            CableHeading h = read("CABLEGRAM FROM LIFANOV TO HIGH COMMISSION IN CHRISTCHURCH", "DILI, 14 July 1971, 12.05 p.m.",
                    "12. IMMEDIATE CONFIDENTIAL PRIVATE").heading();
            assertEquals("cablegram", h.kind().value().word());
            assertEquals("Dili", value(h.place()));
            assertEquals("1971-07-14", value(h.date()));
            assertEquals("Lifanov", all(h.from(), Printed::value));
            assertEquals("High Commission in Christchurch", all(h.to(), Printed::value));
            assertEquals("IMMEDIATE", all(h.precedence(), Precedence::asPrinted));
        } finally {
            Locale.setDefault(before);
        }
    }
}
