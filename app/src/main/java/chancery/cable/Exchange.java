package chancery.cable;

import chancery.document.RecordId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A conversation on one matter: the messages that answer and continue one another, in the order in which they were written, as one
/// audience may see it. Made by [Exchanges].
///
/// @param turns   messages and holes in the order of time; a question always stands before its answer; at least two are messages
/// @param links   what ties them together, each between two turns; in the order of the later turn
/// @param parties those who speak, in the order of their first turn; where only one speaks, the one spoken to stands second. Names as printed
public record Exchange(List<Turn> turns, List<Link> links, List<String> parties) {
    public Exchange {
        turns = List.copyOf(turns);
        links = List.copyOf(links);
        parties = List.copyOf(parties);
        if (turns.stream().filter(t -> t instanceof Sent).count() < 2) throw new IllegalArgumentException("an exchange has two messages at least");
    }

    /// One move of the conversation.
    public sealed interface Turn {
        /// Whose it is: a place in [Exchange#parties()], from 0.
        int party();
    }

    /// A message that is among the papers open to this audience.
    public record Sent(RecordId message, int party) implements Turn {}

    /// A message known only because others mention it.
    public record Missing(Hole hole, int party) implements Turn {}

    /// What ties two turns together. The later one speaks of the earlier.
    ///
    /// @param later     a place in [Exchange#turns()], from 0
    /// @param earlier   likewise, smaller than `later`
    /// @param tie       how
    /// @param reference the name of the reference that says so; empty for a run
    /// @param reason    why, in words for a reader
    public record Link(int later, int earlier, Tie tie, Optional<String> reference, String reason) {
        public Link {
            if (earlier >= later) throw new IllegalArgumentException("turn %d cannot speak of turn %d".formatted(later, earlier));
        }
    }

    /// How a message is tied to an earlier one; the strongest first.
    public enum Tie {
        /// It answers: it goes back to the sender, and speaks of that message.
        ANSWERS,
        /// The same sender goes on, to the same recipient, and says so.
        CONTINUES,
        /// The same two, about the same file, within two days.
        RUNS_ON,
        /// It speaks of a message that one of its own parties sent or had from somebody else, within a week: what was asked there is taken up here.
        TAKES_UP
    }

    /// Its name in addresses: the first message's. A page for any of its messages leads to it, so no address is lost when it grows.
    public RecordId id() {
        return messages().getFirst();
    }

    /// The messages in order.
    public List<RecordId> messages() {
        var messages = new ArrayList<RecordId>();
        for (Turn turn : turns) if (turn instanceof Sent sent) messages.add(sent.message());
        return messages;
    }

    /// The messages mentioned that are not among the papers, in order.
    public List<Hole> holes() {
        var holes = new ArrayList<Hole>();
        for (Turn turn : turns) if (turn instanceof Missing missing) holes.add(missing.hole());
        return holes;
    }

    /// The turns that a message answers, in order; holes too.
    public List<Turn> answers(RecordId message) {
        return linked(message, Link::later, Link::earlier);
    }

    /// The turns that answer a message, in order.
    public List<Turn> answeredBy(RecordId message) {
        return linked(message, Link::earlier, Link::later);
    }

    /// A message that answers another.
    ///
    /// @param reason why it is taken for an answer, in words for a reader
    public record Reply(RecordId message, String reason) {}

    /// The messages that answer a message, in order; holes are left out, and each stands once.
    public List<Reply> replies(RecordId message) {
        var replies = new LinkedHashMap<RecordId, Reply>();
        links.stream().filter(l -> l.tie() == Tie.ANSWERS && turns.get(l.earlier()) instanceof Sent asked && asked.message().equals(message))
                .sorted(Comparator.comparingInt(Link::later)).forEach(l -> {
            if (turns.get(l.later()) instanceof Sent reply) replies.putIfAbsent(reply.message(), new Reply(reply.message(), l.reason()));
        });
        return List.copyOf(replies.values());
    }

    private List<Turn> linked(RecordId message, Function<Link, Integer> here, Function<Link, Integer> there) {
        return links.stream().filter(l -> l.tie() == Tie.ANSWERS && turns.get(here.apply(l)) instanceof Sent s && s.message().equals(message))
                .map(there).distinct().sorted().map(turns::get).toList();
    }
}
