package chancery.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chancery.document.Edtf;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What time words speak of; all written on Wednesday, 5 March 1941, unless the line says otherwise.
final class TimesTest {
    private static final Times WRITTEN = new Times(Edtf.parse("1941-03-05"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            the convoy sailed on 3rd March                               | 1941-03-03
            the convoy will sail on March 12, 1942                       | 1942-03-12
            the port was closed on 28th December                         | 1940-12-28
            two divisions would land on 5 April                          | 1941-04-05
            the fleet lay there between 3 and 10 May                     | 1941-05-03/1941-05-10
            talks would go on from 28 February to 2 March                | 1941-02-28/1941-03-02
            the loan was granted in June 1940                            | 1940-06
            the lease would not be renewed in November                   | 1941-11
            the lease will end on 1 October                              | 1941-10-01
            the lease ended on 1 October                                 | 1940-10-01
            elections would be held in May                               | 1941-05
            the harvest failed in November                               | 1940-11
            the ministry resigned last September                         | 1940-09
            they would attack early in April                             | 1941-04-01~/1941-04-10~
            the line would be finished by the end of 1942                | 1941-03-05~/1942-12-31~
            no oats had been shipped since January                       | 1941-01-01/1941-03-05
            the treaty had been in force since 1937                      | 1937-01-01/1941-03-05
            the bridge would be mended before 10 April                   | 1941-03-05/1941-04-10
            the bridge had been mended before 10 February                | ../1941-02-10
            prices rose in 1938-39                                       | 1938-01-01/1939-12-31
            trade had grown in the 1930s                                 | 1930-01-01/1939-12-31
            a new loan will be asked for in 1942                         | 1942
            the Minister would leave to-morrow                           | 1941-03-06
            the Cabinet met yesterday                                    | 1941-03-04
            the Cabinet meets today                                      | 1941-03-05
            the Cabinet was reshuffled last night                        | 1941-03-04
            he hoped to return next week                                 | 1941-03-10/1941-03-16
            supplies for this year were enough                           | 1941
            the budget of next month would say                           | 1941-04
            they had met last Monday                                     | 1941-03-03
            they will meet on Friday next                                | 1941-03-07
            they met on Tuesday                                          | 1941-03-04?
            they met on Thursday                                         | 1941-02-27?
            they would meet on Tuesday                                   | 1941-03-11?
            three weeks ago the garrison was withdrawn                   | 1941-02-12~
            the garrison would be withdrawn within two weeks             | 1941-03-05/1941-03-19
            during the past six months nothing was paid                  | 1940-09-05/1941-03-05
            he was there from March 9th to 11th                          | 1941-03-09/1941-03-11
            until mid- August they can hold out                          | 1941-03-05~/1941-08-21~
            it might be reviewed in January next                         | 1942-01
            a decision would be made before the end of the year          | 1941-03-05~/1941-12-31~
            he was leaving at the end of the month                       | 1941-03-22~/1941-03-31~
            more was lost than in eight months of fighting               |
            it would end within six weeks after its beginning            |
            it was required by the January 28th resolution               |
            on 5th February a meeting was called                         | 1941-02-05
            On 5th February meeting was called                           | 1941-02-05
            he had been told in February of last year                    | 1940-02
            the strike began on 4 December last year                     | 1940-12-04
            about 20 March the ice will break                            | 1941-03-20~
            the Agreement of 3 March was void                            |
            the 1936 Treaty bound nobody                                 |
            your telegram No. 45 of 2nd March was not received           |
            in reply to the Note dated 2 March they refused              |
            the Treaty of 1936 would lapse on 1 June                     | 1941-06-01
            they may march to the frontier                               |
            he may 20 times refuse                                       |
            the regiment has 1900 men                                    |
            the fleet would sail soon                                    |
            they would land on 31 June                                   |
            nothing is known                                             |""")
    void of(String words, String edtf) {
        assertEquals(Optional.ofNullable(edtf), WRITTEN.in(words).map(Edtf::text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1941-03 | the convoy sailed on 3rd March | 1941-03-03
            1941-03 | the Cabinet met yesterday      |
            1941-03 | prices would rise next month   | 1941-04
                    | the convoy sailed on 3rd March |
                    | the loan was granted in 1940   | 1940
            1942-01-03 | it was sunk on 30 December  | 1941-12-30""")
    void whereTheDayOfThePaperIsLessKnown(String written, String words, String edtf) {
        assertEquals(Optional.ofNullable(edtf), new Times(Optional.ofNullable(written).flatMap(Edtf::parse)).in(words).map(Edtf::text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The Minister told me yesterday that                   | 1941-03-04
            On 20 February Marlow wrote that                      | 1941-02-20
            In his telegram of 2nd March Marlow said that         | 1941-03-02
            Marlow's letter dated 2 March says that               | 1941-03-02
            With reference to your telegram of 2 March, he says   |
            He will say on 10 March that                          |
            The Minister said that                                |""")
    void said(String words, String edtf) {
        assertEquals(Optional.ofNullable(edtf), WRITTEN.said(words).map(Edtf::text));
    }
}
