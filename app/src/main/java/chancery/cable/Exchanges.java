package chancery.cable;

import chancery.cable.Exchange.Link;
import chancery.cable.Exchange.Missing;
import chancery.cable.Exchange.Sent;
import chancery.cable.Exchange.Tie;
import chancery.cable.Exchange.Turn;
import chancery.cable.Mention.Whose;
import chancery.document.Dating;
import chancery.document.RecordId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Finds the conversations among the messages that one audience may see. Pure: the same papers and references give the same exchanges,
/// in whatever order they come; a paper that nothing ties to an exchange changes nothing in it.
///
/// An exchange is what an historian would read in one sitting as one conversation. What ties two messages, the strongest first:
///
/// 1. an **answer**: the writer speaks of a message that the recipient sent him (`your 219`), within half a year;
/// 2. a **continuation**: he speaks of his own earlier one to the same recipient (`my 875`), within a month;
/// 3. a **run**: the same two parties, in either direction, about the same file, within two days of one another;
/// 4. a message **taken up**: one party of it sent that message or had it, from or to a third, within a week before.
///
/// What is mentioned otherwise is a reference and no more: a paper cited years later belongs to no conversation. Messages are gathered from the
/// strongest and closest tie to the weakest; a tie that would make a conversation longer than [#LONGEST] turns, or for the two weaker ties
/// than [#LONGEST_BY_THE_WAY], or of more than [#MOST_PARTIES] who speak, is not used to gather. So the archive does not flow together into one.
public final class Exchanges {
    /// The most turns of an exchange.
    public static final int LONGEST = 150;
    /// The most who speak in an exchange: a handful converse, an archive does not.
    public static final int MOST_PARTIES = 6;
    /// The most turns that runs and what is taken up may bring together.
    public static final int LONGEST_BY_THE_WAY = 40;
    private static final Duration ANSWER = Duration.ofDays(183), CONTINUATION = Duration.ofDays(31), RUN = Duration.ofDays(2), TAKEN_UP = Duration.ofDays(7);
    private static final Duration TOO_VAGUE = Duration.ofDays(10), UNSURE = Duration.ofDays(1);

    private final List<Node> nodes = new ArrayList<>();
    private final Map<RecordId, Node> byRecord = new HashMap<>();
    private final List<Edge> edges = new ArrayList<>();
    private final Map<Pair, Edge> strongest = new HashMap<>();

    private Exchanges() {}

    /// A message or a hole.
    private record Node(int index, Optional<Message> message, Optional<Hole> hole, Moment moment,
            String order, List<String> from, List<String> to, Set<String> fromKeys, Set<String> toKeys) {
        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return index;
        }
    }

    private record Pair(int later, int earlier) {}

    private record Edge(Node later, Node earlier, Tie tie, Optional<String> reference, String reason, Duration gap) {}

    /// Finds the exchanges.
    ///
    /// @param messages every paper that the audience may see
    /// @param found    what their mentions come to, for the same audience
    /// @return exchanges in the order of their first message's date; a message is in one at most
    public static List<Exchange> of(List<Message> messages, Resolution found) {
        var work = new Exchanges();
        work.gather(messages);
        work.references(found);
        work.runs();
        return work.exchanges();
    }

    // ---- what there is

    private void gather(List<Message> messages) {
        var sorted = new ArrayList<>(messages);
        sorted.sort(Comparator.comparing(Message::order).thenComparing(m -> m.id().value()));
        for (Message m : sorted) {
            List<String> from = Speaker.senders(m), to = Speaker.recipients(m);
            var node = new Node(nodes.size(), Optional.of(m), Optional.empty(), Moment.of(m),
                    m.order() + "\u0000" + m.id().value(), from, to, Speaker.keys(from), Speaker.keys(to));
            nodes.add(node);
            byRecord.put(m.id(), node);
        }
    }

    private void references(Resolution found) {
        var byId = new HashMap<String, Reference>();
        for (Reference r : found.references()) {
            byId.put(r.id(), r);
            if (!r.shown() || r.mention().inNote().isPresent()) continue; // what only a note names stands beside the exchange
            for (RecordId target : r.basis() == Reference.Basis.EDITOR ? r.targets() : r.targets().subList(0, 1)) {
                Node from = byRecord.get(r.from()), to = byRecord.get(target);
                if (from != null && to != null && from != to) tie(r, from, to);
            }
        }
        for (Hole hole : found.holes()) hole(hole, byId);
    }

    /// A hole is a turn where its number is known and it belongs to no printed volume. Without a date it stands before the first that mentions it.
    private void hole(Hole hole, Map<String, Reference> byId) {
        if (hole.number().isEmpty() || !hole.volume().isEmpty()) return;
        var mentions = new ArrayList<Reference>();
        for (String id : hole.references()) {
            Reference r = byId.get(id);
            if (r != null && byRecord.containsKey(r.from())) mentions.add(r);
        }
        if (mentions.isEmpty()) return;
        Moment moment = hole.date().map(d -> Moment.of(new Dating("", Optional.of(d), Optional.empty(), ""))).orElseGet(() -> beside(mentions));
        List<String> from = sender(hole, mentions), to = recipient(hole, mentions);
        var node = new Node(nodes.size(), Optional.empty(), Optional.of(hole), moment, "\uffff" + hole.id(), from, to, Speaker.keys(from), Speaker.keys(to));
        nodes.add(node);
        for (Reference r : mentions) tie(r, mentioner(r), node);
    }

    private Node mentioner(Reference r) {
        return Objects.requireNonNull(byRecord.get(r.from()));
    }

    private Moment beside(List<Reference> mentions) {
        Reference first = mentions.stream()
                .min(Comparator.comparing((Reference r) -> mentioner(r).moment().last()).thenComparing(r -> mentioner(r).order())).orElseThrow();
        Moment by = mentioner(first).moment();
        return comesAfter(first) ? new Moment(by.first(), Instant.MAX) : new Moment(Instant.MIN, by.last());
    }

    private static boolean comesAfter(Reference r) {
        return r.mention().said().sequence() == Mention.Sequence.AFTER;
    }

    /// The sender of a hole: as concluded, else whose the first who mentions it says it is.
    private List<String> sender(Hole hole, List<Reference> mentions) {
        if (!hole.from().isEmpty()) return hole.from();
        for (Reference r : mentions) {
            Node by = mentioner(r);
            if (r.mention().said().whose() == Whose.YOURS && !by.to().isEmpty()) return by.to().subList(0, 1);
            if (r.mention().said().whose() == Whose.OURS) return by.from();
        }
        return List.of();
    }

    private List<String> recipient(Hole hole, List<Reference> mentions) {
        if (!hole.to().isEmpty()) return hole.to();
        for (Reference r : mentions) {
            Node by = mentioner(r);
            if (r.mention().said().whose() == Whose.YOURS) return by.from();
            if (r.mention().said().whose() == Whose.OURS) return by.to();
        }
        return List.of();
    }

    // ---- ties

    private void tie(Reference r, Node from, Node to) {
        boolean announced = comesAfter(r) && !surelyBefore(to, from);
        // an editors' note may point to what came after, as may a writer to his next: then that one is tied to this one
        boolean forward = announced || r.basis() == Reference.Basis.EDITOR && from.moment().before(to.moment());
        if (!forward && surelyBefore(from, to)) return;
        Node later = forward ? to : from, earlier = forward ? from : to;
        Whose whose = forward && !announced ? Whose.UNSAID : r.mention().said().whose();
        Tie tie = tie(later, earlier, whose);
        if (tie == null) return;
        add(new Edge(later, earlier, tie, Optional.of(r.id()), r.reason(), gap(later, earlier)));
    }

    /// Whether one was written more than a day before another. Hours do not tell: some are those of drafting, some of dispatch, and a cablegram of
    /// 2 a.m. may speak of one that bears 2.02 a.m.
    private static boolean surelyBefore(Node earlier, Node later) {
        return earlier.moment().before(later.moment()) && Duration.between(earlier.moment().last(), later.moment().first()).compareTo(UNSURE) > 0;
    }

    private static @Nullable Tie tie(Node later, Node earlier, Whose whose) {
        boolean back = meet(later.fromKeys(), earlier.toKeys()) && meet(later.toKeys(), earlier.fromKeys());
        boolean on = meet(later.fromKeys(), earlier.fromKeys()) && meet(later.toKeys(), earlier.toKeys());
        if (back || whose == Whose.YOURS && !on) return Tie.ANSWERS;
        if (on || whose == Whose.OURS) return Tie.CONTINUES;
        boolean shared = meet(later.fromKeys(), earlier.fromKeys()) || meet(later.fromKeys(), earlier.toKeys())
                || meet(later.toKeys(), earlier.fromKeys()) || meet(later.toKeys(), earlier.toKeys());
        return shared ? Tie.TAKES_UP : null;
    }

    private static boolean meet(Set<String> a, Set<String> b) {
        return !Collections.disjoint(a, b);
    }

    private static Duration gap(Node later, Node earlier) {
        if (!earlier.moment().before(later.moment())) return Duration.ZERO;
        return Duration.between(earlier.moment().last(), later.moment().first());
    }

    private static boolean vague(Node node) {
        Moment m = node.moment();
        return m.first().equals(Instant.MIN) || m.last().equals(Instant.MAX) || Duration.between(m.first(), m.last()).compareTo(TOO_VAGUE) > 0;
    }

    /// Keeps the strongest tie between two, when it is close enough in time to be of one conversation.
    private void add(Edge e) {
        Duration limit = switch (e.tie()) {
            case ANSWERS -> ANSWER;
            case CONTINUES -> CONTINUATION;
            case RUNS_ON -> RUN;
            case TAKES_UP -> TAKEN_UP;
        };
        if (e.gap().compareTo(limit) > 0 || e.tie().compareTo(Tie.RUNS_ON) >= 0 && (vague(e.later()) || vague(e.earlier()))) return;
        strongest.merge(new Pair(e.later().index(), e.earlier().index()), e, (a, b) -> STRENGTH.compare(a, b) <= 0 ? a : b);
    }

    private static final Comparator<Edge> STRENGTH = Comparator.comparing(Edge::tie).thenComparing(Edge::gap)
            .thenComparing(e -> e.later().order()).thenComparing(e -> e.earlier().order()).thenComparing(e -> e.reference().orElse(""));

    /// The same two parties about the same file: each message with the next one of theirs.
    private void runs() {
        var runs = new TreeMap<String, List<Node>>();
        for (Node node : nodes) {
            if (node.message().isEmpty() || vague(node)) continue;
            for (String file : files(node.message().get())) {
                for (String a : node.fromKeys()) for (String b : node.toKeys()) {
                    if (!a.equals(b))
                        runs.computeIfAbsent((a.compareTo(b) < 0 ? a + "\u0001" + b : b + "\u0001" + a) + "\u0001" + file, _ -> new ArrayList<>()).add(node);
                }
            }
        }
        for (List<Node> run : runs.values()) {
            run.sort(IN_TIME);
            for (int i = 1; i < run.size(); i++) {
                Node later = run.get(i), earlier = run.get(i - 1);
                if (later != earlier && !later.moment().before(earlier.moment()))
                    add(new Edge(later, earlier, Tie.RUNS_ON, Optional.empty(), "The same parties, the same file", gap(later, earlier)));
            }
        }
    }

    /// The files a message lies in, as its heading prints them. A box or a series alone is no file: the reference has a number of its own behind the series.
    private static Set<String> files(Message m) {
        var files = new LinkedHashSet<String>();
        m.heading().ifPresent(h -> h.holding().forEach(p -> {
            String file = p.value().toUpperCase(Locale.ROOT).replace(" ", "");
            if (file.indexOf(',') > 0 && file.substring(file.indexOf(',')).chars().anyMatch(Character::isDigit)) files.add(file);
        }));
        return files;
    }

    private static final Comparator<Node> IN_TIME = Comparator.comparing((Node n) -> n.moment().middle()).thenComparing(Node::order);

    // ---- gathering

    private List<Exchange> exchanges() {
        edges.addAll(strongest.values());
        edges.sort(STRENGTH);
        var gathered = new Gathering(nodes);
        for (Edge e : edges) gathered.join(e.later().index(), e.earlier().index(), e.tie().compareTo(Tie.RUNS_ON) < 0 ? LONGEST : LONGEST_BY_THE_WAY);
        var members = new LinkedHashMap<Integer, List<Node>>();
        for (Node node : nodes) members.computeIfAbsent(gathered.root(node.index()), _ -> new ArrayList<>()).add(node);
        var inside = new HashMap<Integer, List<Edge>>();
        for (Edge e : edges) {
            int root = gathered.root(e.later().index());
            if (root == gathered.root(e.earlier().index())) inside.computeIfAbsent(root, _ -> new ArrayList<>()).add(e);
        }
        var found = new ArrayList<Exchange>();
        var firsts = new ArrayList<Node>();
        members.forEach((root, some) -> {
            if (some.stream().filter(n -> n.message().isPresent()).count() < 2) return;
            var ordered = new Ordering(some, inside.getOrDefault(root, List.of()));
            found.add(ordered.exchange());
            firsts.add(ordered.first());
        });
        var order = new ArrayList<Integer>();
        for (int i = 0; i < found.size(); i++) order.add(i);
        order.sort((a, b) -> IN_TIME.compare(firsts.get(a), firsts.get(b)));
        return order.stream().map(found::get).toList();
    }

    /// Sets that grow together, up to a size and a number of parties.
    private static final class Gathering {
        private final int[] parent, size;
        private final List<Set<String>> speakers = new ArrayList<>();

        Gathering(List<Node> nodes) {
            parent = new int[nodes.size()];
            size = new int[nodes.size()];
            for (int i = 0; i < nodes.size(); i++) {
                parent[i] = i;
                size[i] = 1;
                speakers.add(Set.of(Lanes.speaker(nodes.get(i))));
            }
        }

        int root(int i) {
            int at = i;
            while (parent[at] != at) {
                parent[at] = parent[parent[at]];
                at = parent[at];
            }
            return at;
        }

        void join(int a, int b, int most) {
            int x = root(a), y = root(b);
            if (x == y || size[x] + size[y] > most) return;
            var both = new HashSet<>(speakers.get(x));
            both.addAll(speakers.get(y));
            if (both.size() > MOST_PARTIES) return;
            int root = Math.min(x, y);
            parent[Math.max(x, y)] = root;
            size[root] = size[x] + size[y];
            speakers.set(root, both);
        }
    }

    // ---- order

    /// Puts the turns of one exchange in order: by time; but within a day what is spoken of stands before what speaks of it, whatever their hours.
    private static final class Ordering {
        private final List<Node> nodes;
        private final List<Edge> links = new ArrayList<>();
        private final Map<Node, Set<Node>> after = new HashMap<>();
        private final List<Node> turns = new ArrayList<>();

        Ordering(List<Node> some, List<Edge> edges) {
            nodes = new ArrayList<>(some);
            nodes.sort(IN_TIME);
            for (Node later : nodes) {
                var earlier = new LinkedHashSet<Node>();
                for (Node other : nodes) if (surelyBefore(other, later)) earlier.add(other);
                after.put(later, earlier);
            }
            for (Edge e : edges) {
                // what would turn time round is no link: one of the two is dated wrongly, or the reference is wrong
                if (reaches(e.earlier(), e.later(), new HashSet<>())) continue;
                if (e.tie() != Tie.RUNS_ON) before(e.later()).add(e.earlier());
                links.add(e);
            }
            var placed = new HashSet<Node>();
            for (Node node : nodes) place(node, placed);
        }

        /// Whether one must stand after another.
        private boolean reaches(Node later, Node earlier, Set<Node> seen) {
            if (!seen.add(later)) return false;
            Set<Node> before = before(later);
            if (before.contains(earlier)) return true;
            for (Node b : before) if (reaches(b, earlier, seen)) return true;
            return false;
        }

        private Set<Node> before(Node node) {
            return Objects.requireNonNull(after.get(node));
        }

        private void place(Node node, Set<Node> placed) {
            if (!placed.add(node)) return;
            before(node).stream().sorted(IN_TIME).forEach(before -> place(before, placed));
            turns.add(node);
        }

        Node first() {
            return turns.getFirst();
        }

        Exchange exchange() {
            var place = new HashMap<Node, Integer>();
            for (Node turn : turns) place.put(turn, place.size());
            var lanes = new Lanes(turns);
            var said = new ArrayList<Turn>();
            for (Node turn : turns) {
                int party = lanes.of(turn);
                said.add(turn.message().<Turn>map(m -> new Sent(m.id(), party)).orElseGet(() -> new Missing(turn.hole().orElseThrow(), party)));
            }
            var tied = new ArrayList<Link>();
            for (Edge e : links) {
                int later = Objects.requireNonNull(place.get(e.later())), earlier = Objects.requireNonNull(place.get(e.earlier()));
                if (earlier < later) tied.add(new Link(later, earlier, e.tie(), e.reference(), e.reason()));
            }
            tied.sort(Comparator.comparingInt(Link::later).thenComparing(Link::tie).thenComparingInt(Link::earlier));
            return new Exchange(said, tied, lanes.names());
        }
    }

    /// Who speaks: a lane for each sender in the order of first turns.
    private static final class Lanes {
        private static final String NOBODY = "";
        private final Map<String, Integer> lanes = new LinkedHashMap<>();
        private final Map<String, Map<String, Integer>> spellings = new HashMap<>();

        Lanes(List<Node> turns) {
            for (Node turn : turns) {
                lanes.putIfAbsent(speaker(turn), lanes.size());
                for (String name : turn.from()) spelt(name);
                for (String name : turn.to()) spelt(name);
            }
            if (lanes.size() == 1)
                turns.stream().flatMap(t -> t.toKeys().stream()).filter(k -> !lanes.containsKey(k)).findFirst().ifPresent(k -> lanes.put(k, 1));
        }

        private void spelt(String name) {
            spellings.computeIfAbsent(Speaker.key(name), _ -> new TreeMap<>()).merge(name, 1, Integer::sum);
        }

        private static String speaker(Node turn) {
            return turn.fromKeys().stream().findFirst().orElse(NOBODY);
        }

        int of(Node turn) {
            return lanes.getOrDefault(speaker(turn), 0);
        }

        List<String> names() {
            return lanes.keySet().stream().map(this::name).toList();
        }

        /// The spelling that is printed most often; of several the shortest.
        private String name(String key) {
            if (key.equals(NOBODY)) return "Sender not named";
            Map<String, Integer> forms = spellings.getOrDefault(key, Map.of());
            return forms.entrySet().stream().min(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(e -> e.getKey().length()).thenComparing(Map.Entry.comparingByKey())).map(Map.Entry::getKey).orElse(key);
        }
    }
}
