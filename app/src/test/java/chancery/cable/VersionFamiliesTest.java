package chancery.cable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.cable.VersionFamilies.Copy;
import chancery.cable.VersionFamily.Kind;
import chancery.document.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionFamiliesTest {
    private final long seed = Long.getLong("chancery.seed", System.nanoTime());

    /// A paper whose words are drawn from a seed: the same seed, the same words.
    private static Copy paper(String name, String day, String from, String to, String number, Text.Kind kind, String language, String volume, String words) {
        var wire = new Wire().sent(name, day, "Velisk", from, to, number, "");
        var m = wire.messages.getFirst();
        var printed = volume.isEmpty() ? Optional.<Message.InPrint>empty() : Optional.of(new Message.InPrint("Papers", volume, "1"));
        return new Copy(new Message(m.id(), m.order(), m.title(), m.heading(), m.dating(), printed, List.of()), kind, language, Fingerprint.of(words));
    }

    private static Copy paper(String name, String day, String from, String to, String words) {
        return paper(name, day, from, to, "", Text.Kind.TRANSCRIPT, "en", "", words);
    }

    private static String words(long seed, int many) {
        var random = new Random(seed);
        return IntStream.range(0, many).mapToObj(_ -> "word" + Integer.toString(random.nextInt(5_000), 36) + "ish").collect(Collectors.joining(" "));
    }

    private static String first(String words, int many) {
        return String.join(" ", List.of(words.split(" ")).subList(0, many));
    }

    /// The words that matter in another order, with a third of them gone: no five in a row are the same.
    private static String reworded(String words) {
        var all = new ArrayList<>(List.of(words.split(" ")));
        Collections.shuffle(all, new Random(7));
        return String.join(" and so ", all.subList(0, all.size() * 2 / 3));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, nullValues = "-", textBlock = """
        WHAT THE OTHER IS                     | DAY        | FROM      | TO       | NO. | TEXT        | LANGUAGE | VOLUME | WORDS    | KIND
        the same, once more                   | 1934-02-09 | Tressider | Hallowes | 14  | TRANSCRIPT  | en       | 1      | all      | VERBATIM
        the same, printed in another volume   | 1934-02-09 | Tressider | Hallowes | 14  | TRANSCRIPT  | en       | 2      | all      | PRINTED_EDITION
        sent to somebody else                 | 1934-02-09 | Tressider | Lyle     | 15  | TRANSCRIPT  | en       | 1      | all      | RETRANSMISSION
        sent again after a week               | 1934-02-16 | Tressider | Hallowes | 19  | TRANSCRIPT  | en       | 1      | all      | RETRANSMISSION
        a paraphrase                          | 1934-02-09 | Tressider | Hallowes | -   | PARAPHRASE  | en       | 1      | reworded | PARAPHRASE
        a paraphrase of something else        | 1934-02-09 | Tressider | Hallowes | -   | PARAPHRASE  | en       | 1      | other    | -
        a paraphrase of another day           | 1934-03-09 | Tressider | Hallowes | -   | PARAPHRASE  | en       | 1      | reworded | -
        reworded, and not said to be          | 1934-02-09 | Tressider | Hallowes | -   | TRANSCRIPT  | en       | 1      | reworded | -
        a translation                         | 1934-02-09 | Tressider | Hallowes | -   | TRANSLATION | fr       | 1      | other    | TRANSLATION
        in another language, the same number  | 1934-02-09 | Tressider | Hallowes | 14  | TRANSCRIPT  | fr       | 1      | other    | TRANSLATION
        in another language, another number   | 1934-02-09 | Tressider | Hallowes | 15  | TRANSCRIPT  | fr       | 1      | other    | -
        a part                                | 1934-02-09 | Tressider | Hallowes | 14  | TRANSCRIPT  | en       | 1      | part     | EXTRACT
        within somebody's letter              | 1934-02-20 | Hallowes  | Lyle     | -   | TRANSCRIPT  | en       | 1      | within   | RETRANSMISSION
        another paper of the day              | 1934-02-09 | Tressider | Hallowes | 15  | TRANSCRIPT  | en       | 1      | other    | -
        """)
    void tellsWhatOnePaperIsToAnother(String what, String day, String from, String to,
            String number, Text.Kind text, String language, String volume, String words, Kind kind) {
        var all = words(1, 300);
        var theirs = switch (words) {
            case "all" -> all;
            case "reworded" -> reworded(all);
            case "part" -> first(all, 120);
            case "within" -> words(3, 150) + " " + all + " " + words(4, 150);
            default -> words(2, 300);
        };
        var original = paper("a", "1934-02-09", "Tressider", "Hallowes", "14", Text.Kind.TRANSCRIPT, "en", "1", all);
        var other = paper("b", day, from, to, number == null ? "" : number, text, language, volume, theirs);
        var kinships = VersionFamilies.of(List.of(other, original)).stream().flatMap(f -> f.kinships().stream()).toList();
        assertEquals(kind == null ? List.of() : List.of(kind), kinships.stream().map(VersionFamily.Kinship::kind).toList());
        if (kind != null) {
            assertEquals(other.message().id(), kinships.getFirst().of(), "it is a version of the original");
            assertTrue(kinships.getFirst().confidence() > 0.5 && kinships.getFirst().confidence() < 1, kinships::toString);
            assertFalse(kinships.getFirst().reason().isBlank());
        }
    }

    @Test
    void phrasesOfTheTradeMakeNoFamily() {
        var phrase = words(9, 60);
        var papers = new ArrayList<Copy>();
        for (var i = 0; i < 60; i++) papers.add(paper("p" + i, "1934-02-09", "Pell", "Garth", phrase + " " + words(100 + i, 20)));
        assertEquals(List.of(), VersionFamilies.of(papers));
    }

    @Test
    void twoTextsOfOnePaperAreNoFamily() {
        var a = paper("a", "1934-02-09", "Pell", "Garth", words(1, 100));
        assertEquals(List.of(), VersionFamilies.of(List.of(a, new Copy(a.message(), Text.Kind.TRANSLATION, "fr", a.print()))));
        assertThrows(IllegalArgumentException.class, () -> new VersionFamily(List.of(a.message().id()), List.of()));
    }

    @Test
    void papersWithoutWordsOrHeadingsAreCompared() {
        assertEquals(List.of(), VersionFamilies.of(List.of()));
        assertEquals(List.of(), VersionFamilies.of(List.of(paper("a", "undated", "", "", ""),
                paper("b", "undated", "", "", ""), paper("c", "undated", "", "", "five words are too few"))));
    }

    /// The families of papers and of the same papers among strangers are the same, in whatever order they come.
    @Test
    void unrelatedPapersChangeNothing() {
        var random = new Random(seed);
        for (var round = 0; round < 30; round++) {
            var papers = new ArrayList<Copy>();
            for (var i = 0; i < 12; i++) {
                var all = words(random.nextInt(4), 200);
                papers.add(paper("p" + i, "1934-02-%02d".formatted(1 + random.nextInt(3)), random.nextBoolean() ? "Pell" : "Garth",
                        "Lyle", random.nextBoolean() ? all : first(all, 50 + random.nextInt(100))));
            }
            var alone = VersionFamilies.of(papers);
            for (var i = 0; i < 40; i++) papers.add(paper("other" + i, "1934-02-02", "Pell", "Garth", words(1_000 * (i + 1) + random.nextInt(1_000), 150)));
            Collections.shuffle(papers, random);
            assertEquals(alone, VersionFamilies.of(papers), "seed " + seed);
        }
    }

    @Test
    void aFingerprintIsKeptInBytes() {
        for (var words : List.of("", "few", words(1, 7), words(2, 3_000), "Réunion à Genève, l’été 1935"))
            assertEquals(Fingerprint.of(words), Fingerprint.of(Fingerprint.of(words).bytes()));
        assertEquals(Fingerprint.of("The REGENT's talk, at Velisk: 9 February"), Fingerprint.of("the regents talk at velisk 9 february"));
        assertThrows(IllegalArgumentException.class, () -> Fingerprint.of(new byte[] {0, 0, 0}));
        assertThrows(IllegalArgumentException.class, () -> Fingerprint.of(new byte[] {0, 0, 0, 1, 0, 0, 0, 9}));
    }

    /// Any two texts that share two dozen words in a row share a mark.
    @Test
    void aSharedPassageIsNeverMissed() {
        var random = new Random(seed);
        for (var i = 0; i < 300; i++) {
            var passage = words(random.nextLong(), Fingerprint.RUN + Fingerprint.WINDOW - 1);
            var a = Fingerprint.of(words(random.nextLong(), random.nextInt(300)) + " " + passage + " " + words(random.nextLong(), random.nextInt(300)));
            var b = Fingerprint.of(words(random.nextLong(), random.nextInt(300)) + " " + passage + " " + words(random.nextLong(), random.nextInt(300)));
            assertTrue(a.shared(b) > 0, "seed " + seed);
        }
    }

    @Test
    void theSketchTellsHowAlikeTheWordsAre() {
        var all = words(5, 300);
        assertEquals(1, Fingerprint.of(all).alike(Fingerprint.of(all)));
        assertEquals(0.66, Fingerprint.of(all).alike(Fingerprint.of(first(all, 200))), 0.2);
        assertEquals(0, Fingerprint.of(all).alike(Fingerprint.of(words(6, 300))), 0.15);
        assertEquals(0, Fingerprint.of("").alike(Fingerprint.of(all)));
    }
}
