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

    @Test
    void anArchiveAddsGroupsAndTakesThemAway() {
        var names = Names.bundled().and(List.of("# ours", "Lothmar | Lotmar | Port Lothmar  # until 1911", "- Tokio", "alone"));
        assertEquals(List.of("Lothmar", "Port Lothmar"), names.of(List.of("lotmar")));
        assertEquals(List.of("Lothmar", "Lotmar"), names.of(List.of("port", "lothmar")));
        assertTrue(names.of(List.of("tokyo")).isEmpty());
        assertTrue(names.of(List.of("alone")).isEmpty());
    }

    @Test
    void aNameOfTwoGroupsHasTheOthersOfBoth() {
        assertEquals(List.of("b", "c"), Names.NONE.and(List.of("a | b", "a | c")).of(List.of("a")));
    }
}
