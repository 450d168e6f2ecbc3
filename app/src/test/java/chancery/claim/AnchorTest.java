package chancery.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A place is found again after an edit: by position, by its words, by the words about it. Invented text.
class AnchorTest {
    private static final String TEXT = "He said that the port is closed. I asked again, and he said that the port is closed to us. Nothing more was said.";

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            WHAT HAPPENED              | NTH | THE TEXT NOW                                                                                                             | FOUND AT
            nothing                    | 1   | He said that the port is closed. I asked again, and he said that the port is closed to us. Nothing more was said.          | 13 the port is closed
            words were put before it   | 1   | Yes. He said that the port is closed. I asked again, and he said that the port is closed to us. Nothing more was said.     | 18 the port is closed
            the second of two          | 2   | Yes. He said that the port is closed. I asked again, and he said that the port is closed to us. Nothing more was said.     | 70 the port is closed
            the first of two was cut   | 2   | I asked again, and he said that the port is closed to us. Nothing more was said.                                           | 32 the port is closed
            a slip was mended          | 1   | He said that the fort is closed. I asked again, and he said nothing. Nothing more was said.                                | 13 the fort is closed
            it was written anew        | 1   | He said that every harbour of the coast had been shut. I asked again, and he said nothing.                                 |
            a letter beyond the plane  | 1   | 𝔜es. He said that the port is closed. I asked again, and he said that the port is closed to us. Nothing more was said.     | 18 the port is closed
            """)
    void findsItsPlace(String what, int nth, String now, String found) {
        var anchor = Anchor.of("text", TEXT, Anchor.place(TEXT, "the port is closed", nth).orElseThrow());
        assertEquals(found, anchor.find(now).map(s -> s.start() + " " + s.quotation()).orElse(null));
    }
}
