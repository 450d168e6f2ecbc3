package chancery.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chancery.search.ClaimQuestion;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimQuestionTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, quoteCharacter = '`', textBlock = """
        SEARCHED                                       | ANSWERED AT
        about:Velisk known-by:1934-02-03               | /claims?words=Velisk&to=1934-02-03
        about:"two divisions" known-by:1934-02         | /claims?words=%22two+divisions%22&to=1934-02
        known-by:1934                                  | /claims?to=1934
        oats about:Velisk                              | /claims?words=Velisk+oats
        ABOUT:oats known-by:soon                       | /claims?words=oats&to=soon
        what it was about: oats                        | papers
        "about:oats"                                   | papers
        from:Pell oats                                 | papers
        from:Pell about:oats -rye                      | /claims?words=oats+-rye&source=Pell
        "the oats" known-by:"3 Feb 1934"               | /claims?words=%22the+oats%22&to=3+Feb+1934
        """)
    void leadsToClaims(String searched, String answered) {
        assertEquals(answered, ClaimQuestion.in(searched).map(ClaimRoutes::address).orElse("papers"));
    }
}
