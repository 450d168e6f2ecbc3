package chancery.cable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.cable.Exchange.Missing;
import chancery.cable.Exchange.Tie;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExchangesTest {

    @Test
    void aQuestionAndItsAnswerAreAnExchange() {
        var wire = new Wire().sent("a", "1934-02-09", "Velisk", "Tressider", "Hallowes")
                .sent("b", "1934-02-13", "Port Orvane", "Hallowes", "Sir Lionel Tressider").says("b", "yours", "a");
        var e = wire.exchanges().getFirst();
        assertEquals("a b", wire.turns(e));
        assertEquals(List.of("Tressider", "Hallowes"), e.parties());
        assertEquals(List.of(Tie.ANSWERS), e.links().stream().map(Exchange.Link::tie).toList());
        assertEquals(wire.id("a"), e.id());
        assertEquals(List.of(e.turns().getFirst()), e.answers(wire.id("b")));
        assertEquals(List.of(e.turns().getLast()), e.answeredBy(wire.id("a")));
        assertEquals(List.of(), e.answers(wire.id("a")));
        assertEquals(List.of(new Exchange.Reply(wire.id("b"), e.links().getFirst().reason())), e.replies(wire.id("a")));
        assertEquals(List.of(), e.replies(wire.id("b")));
    }

    /// What ties two messages, and for how long.
    @ParameterizedTest(name = "{0} {1} {2}, {3} days: {4}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, nullValues = "-", textBlock = """
        FROM      | TO        | SAYS   | DAYS | TIE
        Hallowes  | Tressider | yours  | 1    | ANSWERS
        Hallowes  | Tressider | yours  | 182  | ANSWERS
        Hallowes  | Tressider | yours  | 190  | -
        Hallowes  | Tressider | editor | 20   | ANSWERS
        Hallowes  | Tressider | -      | 1    | -
        Tressider | Hallowes  | mine   | 1    | CONTINUES
        Tressider | Hallowes  | mine   | 30   | CONTINUES
        Tressider | Hallowes  | mine   | 40   | -
        Tressider | Hallowes  | editor | 20   | CONTINUES
        Tressider | Quayle    | mine   | 2    | CONTINUES
        Hallowes  | Lyle      | theirs | 2    | TAKES_UP
        Hallowes  | Lyle      | editor | 6    | TAKES_UP
        Hallowes  | Lyle      | theirs | 10   | -
        Pell      | Garth     | editor | 1    | -
        Vyle      | Garth     | yours  | 1    | ANSWERS
        """)
    void whatTiesTwoMessages(String from, String to, String says, int days, Tie tie) {
        var day = java.time.LocalDate.of(1934, 2, 9).plusDays(days);
        var wire = new Wire().sent("a", "1934-02-09", "London", "Tressider", "Hallowes").sent("b", day.toString(), "London", from, to);
        if (says != null) wire.says("b", says, "a");
        assertEquals(tie == null ? List.of() : List.of(tie), wire.exchanges().stream().flatMap(e -> e.links().stream()).map(Exchange.Link::tie).toList());
    }

    @ParameterizedTest(name = "{0} then {1}: {2}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, nullValues = "-", textBlock = """
        FIRST               | SECOND              | FILE             | EXCHANGE
        1934-02-09 10:00    | 1934-02-10 10:00    | SA: N3, 9/1      | a b
        1934-02-09 10:00    | 1934-02-13 10:00    | SA: N3, 9/1      | -
        1934-02-09 10:00    | 1934-02-10 10:00    | SA: N3           | -
        1934-02-09 10:00    | 1934-02-10 10:00    | -                | -
        1934-02             | 1934-02-10 10:00    | SA: N3, 9/1      | -
        """)
    void theSameTwoAboutTheSameFileRunOn(String first, String second, String file, String exchange) {
        var wire = new Wire().sent("a", first, "London", "Tressider", "Hallowes", "", file == null ? "" : file)
                .sent("b", second, "London", "Hallowes", "Tressider", "", file == null ? "" : file);
        assertEquals(exchange == null ? "" : exchange, wire.all());
    }

    /// An answer from a capital ahead of the clock may bear the earlier hour and still be the later message.
    @ParameterizedTest(name = "{0} {1} answered {2} {3}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        QUESTION         | PLACE      | ANSWER           | PLACE
        1941-12-08 20:00 | London     | 1941-12-09 09:00 | Canberra
        1941-12-08       | London     | 1941-12-08       | Canberra
        1939-10-10 02:02 | London     | 1939-10-10 02:00 | London
        1941-12-08       | Canberra   | 1941-12-07 22:00 | London
        1941-12-08 12:00 | Velisk     | 1941-12-08 09:00 | Holmvard
        1941-12-08       | Velisk     | 1941-12          | Holmvard
        1941-12          | Velisk     | 1941-12-02       | Holmvard
        undated          | Velisk     | 1941-12-02       | Holmvard
        1941-12-08       | Velisk     | undated          | Holmvard
        """)
    void anAnswerNeverStandsAboveItsQuestion(String question, String at, String answer, String from) {
        var wire = new Wire().sent("z", question, at, "Tressider", "Hallowes").sent("b", answer, from, "Hallowes", "Tressider").says("b", "yours", "z");
        assertEquals("z b", wire.all());
    }

    /// Whatever its words say, a message of Monday does not answer one of Tuesday.
    @Test
    void aReferenceToWhatWasNotYetWrittenTiesNothing() {
        var wire = new Wire().sent("a", "1934-02-09 10:00", "London", "Tressider", "Hallowes")
                .sent("b", "1934-02-20 10:00", "London", "Hallowes", "Tressider").says("a", "yours", "b");
        assertEquals("", wire.all());
    }

    @Test
    void anEditorsNoteMayPointToTheAnswer() {
        var wire = new Wire().sent("a", "1934-02-09", "London", "Tressider", "Hallowes")
                .sent("b", "1934-02-20", "London", "Hallowes", "Tressider").says("a", "editor", "b");
        assertEquals("a b", wire.all());
        assertEquals(Tie.ANSWERS, wire.exchanges().getFirst().links().getFirst().tie());
    }

    @Test
    void aWriterMayAnnounceHisNext() {
        var wire = new Wire().sent("b", "1934-02-09", "London", "Tressider", "Hallowes")
                .sent("a", "1934-02-09", "London", "Tressider", "Hallowes").says("b", "next", "a");
        assertEquals("b a", wire.all());
        assertEquals(Tie.CONTINUES, wire.exchanges().getFirst().links().getFirst().tie());
    }

    @Test
    void aMessageKnownOnlyFromMentionsIsATurn() {
        var wire = new Wire().sent("a", "1934-02-09", "Velisk", "Tressider", "Hallowes").sent("b", "1934-02-13", "Port Orvane", "Hallowes", "Tressider")
                .says("b", "yours", "a").misses("b", "yours", "hole", "71", "1934-02-11").misses("a", "mine", "other", "70", "");
        var e = wire.exchanges().getFirst();
        assertEquals("[70] a [71] b", wire.turns(e));
        assertEquals(0, ((Missing) e.turns().get(2)).party(), "it is the recipient's: your 71");
        assertEquals(2, e.holes().size());
    }

    @Test
    void twoMessagesMayMeetInOneThatIsNotHere() {
        var wire = new Wire().sent("a", "1934-02-09", "Velisk", "Tressider", "Hallowes").sent("b", "1934-02-13", "Velisk", "Tressider", "Hallowes")
                .misses("a", "yours", "hole", "12", "1934-02-08").misses("b", "yours", "hole", "12", "1934-02-08");
        assertEquals("[12] a b", wire.all());
        assertEquals(List.of("Hallowes", "Tressider"), wire.exchanges().getFirst().parties());
    }

    @Test
    void oneMessageAndAHoleAreNoExchange() {
        assertEquals(List.of(), new Wire().sent("a", "1934-02-09", "Velisk", "Tressider", "Hallowes").misses("a", "yours", "hole", "12", "").exchanges());
        assertThrows(IllegalArgumentException.class, () -> new Exchange(List.of(), List.of(), List.of()));
    }

    @Test
    void wrongReferencesInACircleTurnNothingRound() {
        var wire = new Wire().sent("a", "1934-02-09", "Velisk", "Tressider", "Hallowes")
                .sent("b", "1934-02-09", "Port Orvane", "Hallowes", "Tressider").sent("c", "1934-02-09", "Velisk", "Tressider", "Hallowes")
                .says("b", "yours", "a").says("c", "yours", "b").says("a", "yours", "c");
        var e = wire.exchanges().getFirst();
        assertEquals("a b c", wire.turns(e));
        assertEquals(2, e.links().size(), "the weakest of the circle is no link");
    }

    @Test
    void threePartiesHaveALaneEach() {
        var wire = new Wire().sent("a", "1933-12-02", "Bellegrève", "Pell", "Department of External Affairs")
                .sent("b", "1933-12-05", "Port Orvane", "Department of External Affairs", "Lyle").says("b", "theirs", "a")
                .sent("c", "1933-12-08", "Tamerhithe", "Sir Gervase Lyle", "Department of External Affairs").says("c", "yours", "b");
        assertEquals("a b c", wire.all());
        assertEquals(List.of("Pell", "Department of External Affairs", "Lyle"), wire.exchanges().getFirst().parties());
    }

    @Test
    void whereOneSpeaksTheOneSpokenToStandsSecond() {
        var wire = new Wire().sent("a", "1934-02-09", "Velisk", "Tressider", "Hallowes")
                .sent("b", "1934-02-10", "Velisk", "Tressider", "Hallowes").says("b", "mine", "a");
        assertEquals(List.of("Tressider", "Hallowes"), wire.exchanges().getFirst().parties());
    }

    @Test
    void aLongCorrespondenceIsCutAtItsSilences() {
        var wire = new Wire();
        var day = java.time.LocalDate.of(1934, 1, 1);
        for (var i = 0; i < 400; i++) {
            day = day.plusDays(i == 180 ? 100 : 1);
            wire.sent("%04d".formatted(i), day.toString(), "London", i % 2 == 0 ? "Pell" : "Garth", i % 2 == 0 ? "Garth" : "Pell");
            if (i > 0) wire.says("%04d".formatted(i), "yours", "%04d".formatted(i - 1));
        }
        var sizes = wire.exchanges().stream().map(e -> e.turns().size()).toList();
        assertEquals(400, sizes.stream().mapToInt(n -> n).sum());
        assertTrue(Collections.max(sizes) <= Exchanges.LONGEST, sizes::toString);
        assertTrue(wire.exchanges().stream().anyMatch(e -> wire.name(e.id()).equals("0180")), "it breaks where they were silent for a hundred days");
    }

    /// Everybody writes to the Department, and it to everybody; a handful of them converse.
    @Test
    void aHandfulConverses() {
        var wire = new Wire().sent("a", "1934-02-01", "Port Orvane", "Department of External Affairs", "All Posts");
        for (var i = 0; i < 20; i++)
            wire.sent("b" + i, "1934-02-%02d".formatted(2 + i / 2), "Velisk", "Envoy" + (char) ('a' + i), "Department of External Affairs")
                    .says("b" + i, "yours", "a");
        assertEquals(1, wire.exchanges().size());
        assertEquals(Exchanges.MOST_PARTIES, wire.exchanges().getFirst().parties().size());
        assertEquals("a b0 b1 b2 b3 b4", wire.all(), "the nearest in time");
    }

    // ---- properties

    private final long seed = Long.getLong("chancery.seed", System.nanoTime());

    private static Wire random(Random random) {
        var wire = new Wire();
        var names = new String[] {"Pell", "Garth", "Lyle", "Tressider", "Department of External Affairs"};
        var places = new String[] {"London", "Canberra", "Velisk", "Washington", ""};
        var many = 2 + random.nextInt(40);
        for (var i = 0; i < many; i++) {
            var day = java.time.LocalDate.of(1941, 12, 1).plusDays(random.nextInt(1 + many / 2));
            var when = switch (random.nextInt(6)) {
                case 0 -> day.toString();
                case 1 -> day.toString().substring(0, 7);
                case 2 -> "undated";
                default -> day + " %02d:%02d".formatted(random.nextInt(24), random.nextInt(60));
            };
            int from = random.nextInt(names.length), to = (from + 1 + random.nextInt(names.length - 1)) % names.length;
            wire.sent("m" + i, when, places[random.nextInt(places.length)], names[from], names[to],
                    "" + i, random.nextInt(3) == 0 ? "SA: N3, 9/" + random.nextInt(3) : "");
        }
        var how = new String[] {"yours", "mine", "theirs", "editor", "next"};
        for (var i = 0; i < many * 2; i++) {
            int from = random.nextInt(many), of = random.nextInt(many);
            if (from != of) wire.says("m" + from, how[random.nextInt(how.length)], "m" + of);
            if (random.nextInt(6) == 0)
                wire.misses("m" + from, how[random.nextInt(2)], "h" + random.nextInt(5), "9" + random.nextInt(5),
                        random.nextBoolean() ? "1941-12-0" + (1 + random.nextInt(9)) : "");
        }
        return wire;
    }

    @Test
    void inEveryExchangeTimeGoesDownAndAnswersFollow() {
        var random = new Random(seed);
        for (var i = 0; i < 400; i++) {
            var wire = random(random);
            var moments = new java.util.HashMap<chancery.document.RecordId, Moment>();
            for (var m : wire.messages) moments.put(m.id(), Moment.of(m));
            for (var e : wire.exchanges()) {
                var messages = e.messages();
                for (var i1 = 0; i1 < messages.size(); i1++) for (var i2 = i1 + 1; i2 < messages.size(); i2++) {
                    int a = i1, b = i2;
                    assertTrue(!moments.get(messages.get(b)).before(moments.get(messages.get(a)))
                            || Duration.between(moments.get(messages.get(b)).last(), moments.get(messages.get(a)).first()).compareTo(Duration.ofDays(1)) <= 0,
                            () -> "time goes up in " + wire.turns(e) + ", seed " + seed);
                }
                for (var link : e.links()) assertTrue(link.earlier() < link.later(), "seed " + seed);
                for (var m : messages)
                    for (var q : e.answers(m))
                        assertTrue(e.turns().indexOf(q) < e.turns().stream().toList().indexOf(e.turns().stream().filter(t -> t instanceof Exchange.Sent s
                                && s.message().equals(m)).findFirst().orElseThrow()), "seed " + seed);
                assertTrue(e.turns().size() <= Exchanges.LONGEST, "seed " + seed);
            }
            assertEquals(wire.exchanges().stream().flatMap(e -> e.messages().stream()).distinct().count(),
                    wire.exchanges().stream().mapToLong(e -> e.messages().size()).sum(), "a message is in one exchange at most, seed " + seed);
        }
    }

    @Test
    void theOrderInWhichPapersComeChangesNothing() {
        var random = new Random(seed);
        for (var i = 0; i < 200; i++) {
            var wire = random(random);
            var before = wire.exchanges();
            Collections.shuffle(wire.messages, random);
            Collections.shuffle(wire.references, random);
            assertEquals(before, wire.exchanges(), "seed " + seed);
        }
    }

    @Test
    void anUnrelatedPaperChangesNoExchange() {
        var random = new Random(seed);
        for (var i = 0; i < 200; i++) {
            var wire = random(random);
            var before = wire.exchanges();
            for (var n = 0; n < 5; n++) wire.sent("other" + n, "1941-12-0" + (1 + random.nextInt(8)), "Cairo", "Osgarth", "Vyle", "" + n, "");
            assertEquals(before, wire.exchanges(), "seed " + seed);
        }
    }
}
