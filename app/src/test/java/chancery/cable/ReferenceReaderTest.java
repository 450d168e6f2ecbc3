package chancery.cable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.cable.Mention.Answer;
import chancery.cable.Mention.Said;
import chancery.document.Edtf;
import chancery.document.Kind;
import chancery.document.Node.Chars;
import chancery.document.Node.Element;
import chancery.document.Node.Tag;
import chancery.document.PlainLayer;
import chancery.document.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How one message names another, by words as printed in the volumes. The text is of 20 November 1943.
class ReferenceReaderTest {
    private static final LocalDate DAY = LocalDate.of(1943, 11, 20);

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        WORDS                                                              | MENTIONS
        Your 876.                                                          | Your 876 = yours 876
        Your telegram 256 received.                                        | Your telegram 256 = yours telegram 256
        My telegram No. 75 of 1st June                                     | My telegram No. 75 = ours telegram 75 1943-06-01
        our cablegram No. 267 of 8th October, 1942                         | our cablegram No. 267 = ours cablegram 267 1942-10-08
        your letter of 5th April                                           | your letter of 5th April = yours letter 1943-04-05
        your letter of 5th December                                        | your letter of 5th December = yours letter 1942-12-05
        Your telegram of 20th.                                             | Your telegram of 20th = yours telegram 1943-11-20
        Your Austdel 96 and 105                                            | Your Austdel 96 = yours AUSTDEL96; 105 = yours AUSTDEL105/105
        telegrams 234 and 241                                              | telegrams 234 = telegram 234; 241 = telegram 241
        Your UN[Y]466                                                      | Your UN[Y]466 = yours UNY466
        D. No. 1306                                                        |
        my telegram D. No. 1306                                            | my telegram D. No. 1306 = ours telegram D1306
        Dominions Office cable no. 510                                     | Dominions Office cable no. 510 = Dominions Office cablegram 510
        Mr. Fadden's telegram No. 40                                       | Mr. Fadden's telegram No. 40 = Mr. Fadden telegram 40
        noted from New York’s 846                                          | New York’s 846 = New York 846
        your telegram 160 to the Dominions Office                          | your telegram 160 = yours telegram 160 to Dominions Office
        paragraph 3 (f) of my telegram 12                                  | my telegram 12 = ours telegram 12 para 3 (f)
        telegram 122 (Australia 129) of 30th April                         | telegram 122 = telegram 122/129 1943-04-30
        your cablegram of 15th May, 151                                    | your cablegram of 15th May, 151 = yours cablegram 151 1943-05-15
        my immediately preceding telegram                                  | my immediately preceding telegram = ours telegram before
        our next succeeding telegram                                       | our next succeeding telegram = ours telegram after
        Further to UN.104, we spoke                                        | UN.104 = UN104
        ReDeptel 1740, August 4                                            | ReDeptel 1740 = Department telegram 1740 1943-08-04
        Your 158 of May 17, 11 p.m.                                        | Your 158 = yours 158 1943-05-17
        Department's telegrams 234 and 241                                 | Department's telegrams 234 = Department telegram 234; 241 = Department telegram 241
        Your cable 614 May 21st.                                           | Your cable 614 = yours cablegram 614 1943-05-21
        Your telegram 13 9.                                                | Your telegram 13 9 = yours telegram 139/13
        [Y]our telegrams 240 and 245.                                      | [Y]our telegrams 240 = yours telegram 240; 245 = yours telegram 245
        your Assembly 392                                                  | your Assembly 392 = yours ASSEMBLY392
        your Washington 75                                                 | your Washington 75 = yours WASHINGTON75/75
        your letters of 21st and 22nd March                                | your letters of 21st = yours letter 1943-03-21; 22nd March = yours letter 1943-03-22
        My telegrams of 25th July and 6th August                           | My telegrams of 25th July = ours telegram 1943-07-25; 6th August = ours telegram 1943-08-06
        his cable of 17th February and yours of 23rd February              | his cable of 17th February = cablegram 1943-02-17; yours of 23rd February = yours 1943-02-23
        your memorandum 53/H/4481 dated 25th May                           | your memorandum 53/H/4481 dated 25th May = yours memorandum 1943-05-25
        your letter, Ref. 2/114, of 30th October                           | your letter, Ref. 2/114, of 30th October = yours letter 1943-10-30
        Orvane's cablegram E1 to Sella, dispatched 20 March                | Orvane's cablegram E1 = Orvane cablegram E1 1943-03-20 to Sella
        See F.E.C. Telegram No. 77                                         | F.E.C. Telegram No. 77 = F.E.C. telegram FEC77
        Djakarta Despatch No.3/43                                          | Djakarta Despatch No.3 = Djakarta despatch 3
        views outlined in No. 98                                           | No. 98 = 98
        cables Nos. 34 and 38 from the Embassy, Paris                      | cables Nos. 34 = Embassy cablegram 34; 38 = Embassy cablegram 38
        our telegram of 14th to Bruce. Please                              | our telegram of 14th = ours telegram 1943-11-14 to Bruce
        Assembly 401. Disarmament.                                         | Assembly 401 = ours ASSEMBLY401 itself
        F.E.C. 257.                                                        | F.E.C. 257 = ours FEC257 itself
        From Attache for Chief of Naval Staff. TROPIC No. 6.               | TROPIC No. 6 = ours TROPIC6 itself
        Article 401. Disarmament.                                          |
        to give effect to Articles 11(1) and 13(1)A                        |
        our 3 divisions in Malaya                                          |
        your 250 aircraft                                                  |
        this telegram is for the minister                                  |
        on 5th May he sent a telegram                                      |
        A note 3 miles long                                                |
        """)
    void readsMentions(String words, @Nullable String mentions) {
        var read = ReferenceReader.read("text", text(words), Optional.of(DAY), 0).stream()
                .map(m -> m.words() + " = " + said(m.said())).collect(Collectors.joining("; "));
        assertEquals(Objects.requireNonNullElse(mentions, ""), read.replaceAll("(?<=letter of 5th (?:April|December)|of 20th)[.]", ""));
    }

    /// Mentions as American papers of 1941 print them; the text is of 9 August 1941. Of `17 [171?]`, a slip and its correction, either is meant.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        WORDS                                                              | MENTIONS
        45. My telegram No. 31, January 27                                 | My telegram No. 31 = ours telegram 31 1941-01-27
        53. Your 45, February 1, 1 p.m.                                    | Your 45 = yours 45 1941-02-01
        Department’s telegram No. 53. In                                   | Department’s telegram No. 53 = Department telegram 53
        My telegram No. 43, February 1.                                    | My telegram No. 43 = ours telegram 43 1941-02-01
        described in my telegram 75 it would                               | my telegram 75 = ours telegram 75
        mentioned in my despatch No. 1335.                                 | my despatch No. 1335 = ours despatch 1335
        reported in my Despatches No. 1445 and No. 1447.                   | my Despatches No. 1445 = ours despatch 1445; 1447 = ours despatch 1447
        127. Your 158 of May 17, 11 p.m., and 160 of May 19, 5 p.m.        | Your 158 = yours 158 1941-05-17; 160 = yours 160 1941-05-19
        With respect to Section A of your 158, the Department              | your 158 = yours 158
        my despatch No. 1458, March 28, last paragraph                     | my despatch No. 1458 = ours despatch 1458 1941-03-28
        Department’s telegram No. 127, paragraph number 5                  | Department’s telegram No. 127 = Department telegram 127
        my telegram 224, June 20, paragraph No. 2                          | my telegram 224 = ours telegram 224 1941-06-20
        (my telegram No. 158, section (b))                                 | my telegram No. 158 = ours telegram 158
        171. Your 235, June 25, 4 p.m.                                     | Your 235 = yours 235 1941-06-25
        Department’s [Embassy’s] number 235, June 25 and 238 of June 27    | [Embassy’s] number 235 = Embassy 235 1941-06-25; 238 = Embassy 238 1941-06-27
        My telegram number 242, July 1, 11 p.m.                            | My telegram number 242 = ours telegram 242 1941-07-01
        section B of my telegram No. 178 of May 29, 1941)                  | my telegram No. 178 = ours telegram 178 1941-05-29
        from your telegram number 17 [171?] appears                        | your telegram number 17 = yours telegram 17/171
        My telegram number 244, July 1 [2].                                | My telegram number 244 = ours telegram 244 1941-07-01
        Department’s telegram No. 188 of July 9, 9 p.m.                    | Department’s telegram No. 188 = Department telegram 188 1941-07-09
        page 3 my despatch No. 1112 [1122], October 28, 1940               | my despatch No. 1112 = ours despatch 1112/1122 1940-10-28
        Your telegram no. 304, July 30, 1 p.m.                             | Your telegram no. 304 = yours telegram 304 1941-07-30
        241. Your 312, July 31, 3 p.m.                                     | Your 312 = yours 312 1941-07-31
        Department’s telegrams 234 and 241.                                | Department’s telegrams 234 = Department telegram 234; 241 = Department telegram 241
        """)
    void readsAmericanMentions(String words, @Nullable String mentions) {
        var read = ReferenceReader.read("text", text(words), Optional.of(LocalDate.of(1941, 8, 9)), 0)
                .stream().map(m -> m.words() + " = " + said(m.said())).collect(Collectors.joining("; "));
        assertEquals(Objects.requireNonNullElse(mentions, ""), read);
    }

    private static String said(Said said) {
        var words = switch (said.whose()) {
            case YOURS -> "yours ";
            case OURS -> "ours ";
            case THEIRS, UNSAID -> "";
        };
        words += said.office().isEmpty() ? "" : said.office() + " ";
        words += said.kind().map(k -> k.word() + " ").orElse("");
        words += said.numbers().stream().map(MessageNumber::toString).collect(Collectors.joining("/")) + " ";
        words += said.date().map(d -> d.text() + " ").orElse("");
        words += said.to().isEmpty() ? "" : "to " + said.to() + " ";
        words += said.paragraph().isEmpty() ? "" : "para " + said.paragraph() + " ";
        words += switch (said.sequence()) {
            case UNSAID -> "";
            case BEFORE -> "before";
            case AFTER -> "after";
            case ITSELF -> "itself";
        };
        return words.replaceAll(" +", " ").strip();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        NOTE AS PRINTED                                  | ANSWERS
        Document 131.                                    | 131
        See Document 7.                                  | 7
        Documents 52 and 60.                             | 52; 60
        Document 52, note 3.                             | 52 note 3
        See note 3 to Document 52.                       | 52 note 3
        Volume IX, Document 195.                         | IX 195
        See Volume 6, Documents 12 and 14.               | 6 12; 6 14
        Documents 352-3.                                 | 352; 353
        See Documents 47 and 50–2.                       | 47; 50; 51; 52
        The paper is Document 427 in Volume VIII.        | VIII 427
        Lord Otter. Document 446.                        | 446
        Documents on Orvanian Policy 1937-49, vol. III, Documents 249 and 255. | III 249; III 255
        Lord Halifax.                                    |
        On file AA : A981, Japan 178.                    |
        """)
    void readsTheEditorsNotes(String note, @Nullable String answers) {
        var read = EditorsNote.read(note, DAY).answers().stream()
                .map(a -> (a.volume() + " " + a.number() + (a.note().isEmpty() ? "" : " note " + a.note())).strip()).collect(Collectors.joining("; "));
        assertEquals(Objects.requireNonNullElse(answers, ""), read);
    }

    /// What notes say of messages that are not printed: the day, the file and the number as far as they give them; `no` where a note says nothing of the kind.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        NOTE AS PRINTED                                            | UNPRINTED
        Not printed.                                               | yes
        Not found on Sella files.                                  | yes
        On file AA : A981, Orvania 8, ii. It reported floods.      | yes AA : A981, Orvania 8, ii
        Dispatched 12 November. It reported floods.                | yes 1943-11-12
        Dispatched on 12 November it repeated Document 142.        | yes 1943-11-12
        Dispatched 6 November (AA:A3196, 1943, 0.37)               | yes 1943-11-06 AA:A3196, 1943, 0.37
        Dispatched 7 and 9 November respectively.                  | yes
        Cablegram 773, dispatched 12 November. It reported floods. | yes 773 1943-11-12
        See cablegram Z60 of 3 October on file AA: A1608, G4/1.    | yes Z60 1943-10-03 AA: A1608, G4/1
        AA:A3195, 1942, 1.42.                                      | yes AA:A3195, 1942, 1.42
        In series FA: A3195, 1.15. It foretold floods.             | yes FA: A3195, 1.15
        [AA:A3195, 1942, 1.42]                                     | no
        Lord Otter.                                                | no
        Document 131.                                              | no
        This word was dropped in transmission.                     | no
        Corrected from the Sella copy on file AA:A3300, 9.         | no
        """)
    void readsWhatEditorsDoNotPrint(String words, String said) {
        var note = EditorsNote.read(words, DAY);
        var read = note.unprinted().map(u -> "yes " + note.number().map(n -> n + " ").orElse("") + u.date().map(d -> d.text() + " ").orElse("") + u.file())
                .orElse("no").strip();
        assertEquals(said, read);
    }

    /// Where marks stand and what they answer: `*` is a mark of the note that follows the words. A paper is told by its number, `-` is a message not printed.
    @ParameterizedTest(name = "{0} / {1}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        WORDS                                               | NOTE                   | TOLD
        Your telegram unnumbered June 28th Far East.* It    | See Document 52, note 5. | Your telegram unnumbered June 28th = 52
        your letter of 30th September, 1942, Ref.5/27,* as  | Volume X, Document 14. | your letter of 30th September, 1942 = 14
        cable No. 269 of 4th May to the River Board)*. They | Lord Otter. Document 9. | cable No. 269 = 9
        Details are in F.E.C.240 which follows.* The        | Document 139.          | F.E.C.240 = 139
        telegrams 243, 244 and 245.* They                   | Documents 34, 35 and 36. | telegrams 243 = 34; 244 = 35; 245 = 36
        telegrams 243, 244 and 245.* They                   | Documents 34 and 35.   | telegrams 243 =; 244 =; 245 = 34 35
        telegrams 243, 244 and 245.* They                   | They were not found.   | telegrams 243 =; 244 =; 245 =
        telegrams 243 and 244.* They                        | On file AA : A1, 2. They report floods. | telegrams 243 = -; 244 = -
        Your 141* says so. In your 141 we read                | Not found.             | Your 141 = -; your 141 = -
        Your 141* says so. In my 141 we read                  | Not found.             | Your 141 = -; my 141 =
        Your 141* says so                                    | Cablegram 12 of 3 May. | Your 141 =
        Your 41. The river has risen.* They                 | Not found.             | Your 41 =
        """)
    void aNoteSpeaksOfTheMentionBeforeItsMark(String words, String note, String told) {
        var halves = words.split("[*]", 2);
        var body = element(Tag.BODY, element(Tag.P, new Chars(halves[0]), note("1", note), new Chars(halves[1])));
        var read = ReferenceReader.read("text", new Text(Text.Kind.TRANSCRIPT, "en", body), Optional.of(DAY), 0).stream().filter(m -> m.inNote().isEmpty())
                .map(m -> m.words() + " = " + m.unprinted().map(_ -> "-").orElse(m.answers().stream().map(Answer::number).collect(Collectors.joining(" "))))
                .map(String::strip).collect(Collectors.joining("; "));
        assertEquals(told, read);
    }

    /// Papers that a note names where no words of the body are answered by it: in the note itself, or beside the message that it calls so.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        NOTE                                                             | IN THE NOTE
        Dispatched 12 November. It repeated the text of Document 142.    | Document 142 = 142
        Presumably Documents 9 and 18.                                   | Documents 9 = 9; 18 = 18
        This is Documents 352-3 of the print.                            | Documents 352-3 = 352 353
        Cablegram K237 (Document 30) was not received until 6 January.   | Cablegram K237 = 30
        Dispatched 3 May, it is told in Volume IX, Document 195, note 3. | Document 195 = IX 195 note 3
        """)
    void aNoteNamesPapersBesideItsMark(String note, String named) {
        var body = element(Tag.BODY, element(Tag.P, new Chars("Your 876"), note("1", note), new Chars(" has come.")));
        var read = ReferenceReader.read("text", new Text(Text.Kind.TRANSCRIPT, "en", body), Optional.of(DAY), 0)
                .stream().filter(m -> m.inNote().isPresent() && !m.answers().isEmpty())
                .map(m -> m.words() + " = " + m.answers().stream().map(a -> (a.volume() + " " + a.number() + (a.note().isEmpty() ? "" : " note " + a.note()))
                        .strip()).collect(Collectors.joining(" "))).collect(Collectors.joining("; "));
        assertEquals(named, read);
    }

    @Test
    void aNumberStandsBehindABreak() {
        var body = element(Tag.BODY, element(Tag.P, new Chars("The Minister, as in my telegram of to-day D.")),
                element(Tag.P, new Chars("No. 2277 says that he tried.")));
        var mention = ReferenceReader.read("text", new Text(Text.Kind.TRANSCRIPT, "en", body), Optional.of(DAY), 0).getFirst();
        assertEquals("ours telegram D2277 1943-11-20", said(mention.said()));
    }

    @Test
    void anEditorsNoteAnswersTheWordsBeforeItsMark() {
        var body = element(Tag.BODY, element(Tag.P, new Chars("Your telegram 256 "), note("1", "Document 131."),
                new Chars(" has been read. And the wire from the river "), note("2", "See Document 9."), new Chars(" too.")));
        var mentions = ReferenceReader.read("text", new Text(Text.Kind.TRANSCRIPT, "en", body), Optional.of(DAY), 0);
        assertEquals(List.of("Your telegram 256", "And the wire from the river"), mentions.stream().map(Mention::words).toList());
        assertEquals(List.of(new Answer("", "131", "")), mentions.getFirst().answers());
        assertEquals(List.of(new Answer("", "9", "")), mentions.getLast().answers());
    }

    @Test
    void aNoteMayNameAMessageItself() {
        var body = element(Tag.BODY, element(Tag.P, new Chars("The answer came late."), note("1", "See Orvane's cablegram 996 of 19 November.")));
        var mention = ReferenceReader.read("text", new Text(Text.Kind.TRANSCRIPT, "en", body), Optional.of(DAY), 0).getFirst();
        assertEquals("Orvane's cablegram 996", mention.words());
        assertEquals("late.", mention.at().quotation());
        assertEquals(0, mention.inNote().orElseThrow().note());
        assertEquals(Optional.of(Kind.CABLEGRAM), mention.said().kind());
        assertEquals(Optional.of(Edtf.of(LocalDate.of(1943, 11, 19))), mention.said().date());
    }

    @Test
    void headingsAndRepetitions() {
        var body = element(Tag.BODY, element(Tag.P, new Chars("Telegram 12 to Orvane")), element(Tag.P, new Chars("Your 14. Your 14. 😀 Your 15.")));
        var mentions = ReferenceReader.read("text", new Text(Text.Kind.TRANSCRIPT, "en", body), Optional.empty(), 1);
        assertEquals(List.of("Your 14 0", "Your 14 1", "Your 15 0"), mentions.stream().map(m -> m.words() + " " + m.occurrence()).toList());
    }

    /// Words in any order never fail, never overlap, and always stand where they are said to stand.
    @Test
    void everyMentionStandsWhereItSays() {
        var pieces = ("your my our telegram telegrams cable letter No. Nos. 12 876 5th April May "
                + "17, of the and , . ; ( ) [ ] UN. D. Austdel Office Dominions 's to from 1943 "
                + "preceding immediately 😀 é Circular – \t Document 131 paragraph 3").split(" ");
        for (var seed = 0L; seed < 300; seed++) {
            var random = new Random(seed);
            var words = random.ints(40, 0, pieces.length).mapToObj(i -> pieces[i]).collect(Collectors.joining(" "));
            var text = text(words);
            var layer = PlainLayer.of(text);
            var last = 0;
            for (var m : ReferenceReader.read("text", text, Optional.of(DAY), 0)) {
                assertEquals(m.at().quotation(), layer.slice(m.at().start(), m.at().end()), "seed " + seed);
                assertTrue(m.at().start() >= last, "seed " + seed + ": " + words);
                last = m.at().end();
            }
        }
    }

    private static Element note(String n, String words) {
        return new Element(Tag.NOTE, Map.of("n", n, "xml:id", "n" + n), List.of(element(Tag.P, new Chars(words))));
    }

    private static Text text(String words) {
        return new Text(Text.Kind.TRANSCRIPT, "en", element(Tag.BODY, element(Tag.P, new Chars(words))));
    }

    private static Element element(Tag tag, chancery.document.Node... children) {
        return Element.of(tag, List.of(children));
    }
}
