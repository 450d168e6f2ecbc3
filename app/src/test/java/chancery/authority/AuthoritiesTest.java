package chancery.authority;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import chancery.document.Edtf;
import chancery.document.RecordId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whom a name means, by what was recorded.
class AuthoritiesTest {
    private static final byte[] KEY = "0123456789abcdef".getBytes(java.nio.charset.StandardCharsets.UTF_8);

    /// One line each: id: authorised form | name [period] (paper) | …
    private static final Authorities KNOWN = known("""
            hallowes: Hallowes, James Rupert, 1868–1939 | J. R. Hallowes | the Minister for External Affairs [1929/1934-05] | the Minister [1929/1934]
            vyle:     Vyle, Arthur (1880–1951) | A. Vyle | the Minister for External Affairs [1934-06/1938] | the Minister (7)
            elder:    Tressider, Sir Lionel | Tressider
            younger:  Tressider, Lionel, the younger | Tressider
            capital:  Velisk | Welisk [../1918]
            """);

    static Authorities known(String lines) {
        var all = new ArrayList<Authority>();
        for (var line : lines.lines().toList()) {
            var id = line.substring(0, line.indexOf(':')).strip();
            var names = line.substring(line.indexOf(':') + 1).split("\\|");
            var variants = new ArrayList<Variant>();
            for (var name : List.of(names).subList(1, names.length)) {
                var m = java.util.regex.Pattern.compile("(?<words>[^\\[(]+?)\\s*(?:\\[(?<period>.+)])?\\s*(?:\\((?<paper>.+)\\))?").matcher(name.strip());
                if (!m.matches()) throw new IllegalArgumentException(name);
                variants.add(new Variant(m.group("words"), Optional.ofNullable(m.group("period")).map(Edtf::of), Optional.ofNullable(m.group("paper"))
                        .map(AuthoritiesTest::paper)));
            }
            all.add(new Authority(id, id.equals("capital") ? Authority.Kind.PLACE : Authority.Kind.PERSON, names[0].strip(), Optional.empty(), "",
                    List.of(), variants));
        }
        return Authorities.of(all);
    }

    static RecordId paper(String number) {
        return RecordId.of(KEY, "papers", number);
    }

    private static String who(Match match) {
        return switch (match) {
            case Match.Unknown _ -> "nobody";
            case Match.One(var authority, _) -> authority.id();
            case Match.Several(var of) -> String.join(" or ", of.stream().map(Authority::id).toList());
        };
    }

    @ParameterizedTest(name = "{0} in paper {2} of {1}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            J.R. HALLOWES                        |            |   | hallowes
            James Rupert Hallowes                | 1933       | 1 | hallowes
            Mr. J. R. Hallowes                   | 1933       | 1 | hallowes
            Hallowes                             | 1933       | 1 | nobody
            the Minister for External Affairs    | 1933-02-03 | 1 | hallowes
            Minister for External Affairs        | 1936       | 1 | vyle
            the Minister for External Affairs    | 1934       | 1 | hallowes or vyle
            the Minister for External Affairs    | 1940       | 1 | nobody
            the Minister for External Affairs    |            | 1 | nobody
            the Minister                         | 1933       | 1 | hallowes
            the Minister                         | 1933       | 7 | vyle
            the Minister                         | 1936       | 7 | vyle
            the Minister                         | 1936       | 1 | nobody
            Tressider                            | 1933       | 1 | younger or elder
            Sir Lionel Tressider                 | 1933       | 1 | elder
            Vélisk                               | 1933       | 1 | capital
            Welisk                               | 1912-05    | 1 | capital
            Welisk                               | 1933       | 1 | nobody
            """)
    void aNameMeansTheClosest(String name, String day, String paper, String who) {
        assertEquals(who, who(KNOWN.match(name, Optional.ofNullable(day).map(Edtf::of), Optional.ofNullable(paper).map(AuthoritiesTest::paper))));
    }

    @ParameterizedTest(name = "{0} is spoken {1}")
    @CsvSource(delimiter = '|', textBlock = """
            Hallowes, James Rupert, 1868–1939       | James Rupert Hallowes
            Hallowes, James Rupert (1868–1939)      | James Rupert Hallowes
            Vyle, Arthur, 1880-                     | Arthur Vyle
            Department of External Affairs          | Department of External Affairs
            Embassy, Velisk (Port Orvane)           | Velisk Embassy
            Lyle, Gervase, Sir                      | Lyle, Gervase, Sir
            """)
    void anAuthorisedFormIsSpoken(String authorised, String spoken) {
        assertEquals(spoken, NameWords.spoken(authorised));
    }

    @ParameterizedTest(name = "{0} is compared as {1}")
    @CsvSource(delimiter = '|', textBlock = """
            the Foreign Minister   | foreign minister
            Mr. S.M. Bruce         | s m bruce
            Mr S. M.  Bruce        | s m bruce
            General Haskvold       | general haskvold
            M. Delaubre            | delaubre
            Müller                 | muller
            The                    | the
            """)
    void namesAreCompared(String name, String key) {
        assertEquals(key, NameWords.key(name));
    }

    @Test
    void whoWasMergedLeadsOn() {
        var merged = Authorities.of(KNOWN.all(), Map.of("gone", "elder"));
        assertEquals("elder", merged.find("gone").orElseThrow().id());
        assertEquals(Optional.empty(), KNOWN.find("gone"));
    }

    @Test
    void aNameHasLetters() {
        assertThrows(IllegalArgumentException.class, () -> Variant.always(" — "));
    }

    @Test
    void theyStandInTheOrderOfTheirNames() {
        assertEquals(List.of("hallowes", "younger", "elder", "capital", "vyle"), KNOWN.all().stream().map(Authority::id).toList());
    }
}
