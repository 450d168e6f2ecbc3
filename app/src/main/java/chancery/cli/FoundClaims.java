package chancery.cli;

import chancery.archive.Card;
import chancery.archive.ReadingRoom;
import chancery.claim.Claim;
import chancery.claim.ClaimChoice;
import chancery.claim.State;
import chancery.document.Edtf;
import chancery.document.RecordId;
import chancery.exchange.out.ClaimRows;
import chancery.search.ClaimQuestion;
import chancery.search.DateWords;
import chancery.search.Finder;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/// What `chancery search` prints of claims: those that people accepted first, then what programs proposed, each in the order in which they became known.
record FoundClaims(ReadingRoom room, Finder finder) {
    private static final List<State> SHOWN = List.of(State.ACCEPTED, State.PROPOSED);

    /// @param limit how many claims at most
    /// @param json  a line for each, as `export --what claims` has it, of the report that was the first
    void show(ClaimQuestion asked, int limit, boolean json, PrintStream out) {
        var day = DateWords.days(asked.knownBy());
        if (!asked.knownBy().isEmpty() && day.isEmpty())
            throw new IllegalArgumentException("known-by:" + asked.knownBy() + ": not a day that can be read; write 1944-02-03, or \"3 Feb 1944\" in quotes.");
        var choice = new ClaimChoice(asked.source(), false, finder.wording(asked.about())::isIn, Optional.empty(), Optional.empty(), day);
        var found = room.claims().claims().stream().filter(c -> SHOWN.contains(c.state()))
                .filter(choice).sorted(Comparator.comparing(Claim::state, order())).toList();
        var shown = shown(found.stream().limit(limit).map(choice::asKnown).toList());
        var counts = SHOWN.stream().map(state -> found.stream().filter(c -> c.state() == state).count() + " " + state.word()).collect(Collectors.joining(", "));
        var sum = counts + "; " + shown.size() + " shown.";
        if (json) {
            var mapper = JsonMapper.builder().build();
            for (var one : shown) out.println(mapper.writeValueAsString(ClaimRows.row(one.paper(), one.claim(), one.claim().first())));
            Wiring.say(sum);
            return;
        }
        out.println(sum);
        for (var one : shown) out.println("\n“" + one.claim().words().replaceAll("\\s+", " ") + "”\n  " + line(one));
    }

    /// A claim, and the paper that reported it first.
    private record Shown(Card paper, Claim claim) {}

    private List<Shown> shown(List<Claim> claims) {
        var papers = new HashMap<RecordId, Card>();
        for (var card : room.cards(claims.stream().map(c -> c.first().paper().record()).distinct().toList())) papers.put(card.id(), card);
        return claims.stream().flatMap(c -> Stream.ofNullable(papers.get(c.first().paper().record())).map(card -> new Shown(card, c))).toList();
    }

    private static Comparator<State> order() {
        return Comparator.comparingInt(SHOWN::indexOf);
    }

    /// `1944-02-03 · Harriman ← Stalin · believed · proposed · volume-8/12-harriman.md`
    private static String line(Shown one) {
        var first = one.claim().first();
        var chain = Stream.concat(Stream.of(first.paper().author()), first.chain().words().stream())
                .filter(w -> !w.isEmpty()).collect(Collectors.joining(" ← "));
        var reports = one.claim().attestations().size() > 1 ? one.claim().attestations().size() + " reports" : "";
        return Stream.of(first.paper().day().map(Edtf::text).orElse("undated"), chain, first.stance().word(), reports,
                one.claim().state().word(), one.paper().document()).filter(w -> !w.isEmpty()).collect(Collectors.joining(" · "));
    }
}
