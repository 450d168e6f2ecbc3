package chancery.cable;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Numbers of messages as printed, and what they are when compared.
class MessageNumberTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        AS PRINTED       | SERIES DIGITS SUFFIX
        1302             | .1302.
        175A             | .175.A
        42[A]            | .42.A
        UN[Y]437         | UNY.437.
        [UNY]437         | UNY.437.
        D263             | D.263.
        D. No. 1306      | D.1306.
        U.N.Y.440        | UNY.440.
        [Winch 14]       | WINCH.14.
        Circular Z.258   | CIRCULARZ.258.
        Nos. 52 and 60   | .52. .60.
        601, 186, 242    | .601. .186. .242.
        Ausco 35         | AUSCO.35.
        61/1941          | .61.
        8270/4323        | .8270. .4323.
        unnumbered       |
        """)
    void readsNumbers(String printed, @Nullable String numbers) {
        var read = MessageNumber.read(printed).stream().map(n -> n.series() + "." + n.digits() + "." + n.suffix()).collect(Collectors.joining(" "));
        assertEquals(Objects.requireNonNullElse(numbers, ""), read);
    }
}
