package chancery.claim;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// On whose side the sender of a paper is.
class SidesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Cranborne to Commonwealth Government                    | british
            Sir Robert Craigie, U.K. Ambassador to Japan            | british
            New Zealand Government to Commonwealth Government       | zealand
            United States Legation to Department of External Affairs| american
            High Commissioner in United Kingdom to Prime Minister   | australian
            Sedenham to Department                                  | australian
            Pell to Vyle                                            | australian
            """)
    void aSenderTellsItsSide(String title, String word) {
        assertTrue(Sides.of(new TextToRead("text", SourceReaderTest.text("It rained.").layer(), title, Optional.empty(), Optional.empty())).contains(word),
                title);
    }
}
