package chancery.claim;

import chancery.authority.Authority;
import chancery.claim.Attestation.Paper;
import chancery.claim.SourceChain.Link;
import chancery.document.RecordId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Through whom a claim came: persons, bodies and papers, and who passed it to whom. Word runs from the origins, through the authors, into the papers.
///
/// Chains of several papers are joined where they name the same person or body ([Identities]). A link is *recorded* where a paper says that word came along it;
/// a supposed one (somebody was spoken to, and how it went on is not told) is not. Computed once, then only read; safe to share between threads.
public final class ProvenanceGraph {
    private final Dossier dossier;
    private final List<Node> nodes = new ArrayList<>();
    private final List<Passage> passages;
    private final Set<Integer> ends = new LinkedHashSet<>();
    private final Set<Integer> seen = new LinkedHashSet<>();
    private final Set<Integer> papers = new LinkedHashSet<>();
    private final List<List<Integer>> roads = new ArrayList<>();

    /// What a node is.
    public enum Kind {
        /// A person or body that a paper names.
        PARTY,
        /// Somebody whom no paper names. Two of them may be one; they are never counted.
        UNNAMED,
        /// Somebody whose name may mean one or another of those whom people described ([Identities]). Never counted either.
        UNSURE,
        /// A paper in which the claim is attested.
        PAPER
    }

    /// Somebody or something on the way of a claim.
    ///
    /// @param number  its place in [ProvenanceGraph#nodes()]
    /// @param words   the name as the papers give it first, or the paper's title
    /// @param record    the paper's record; empty for what is none
    /// @param authority who it is, where people said; empty where nobody did
    public record Node(int number, Kind kind, String words, Optional<RecordId> record, Optional<Authority> authority) {}

    /// Word going from one node to the next.
    ///
    /// @param how      how it went, each way once: `told`, `wrote`
    /// @param recorded whether a paper says that it went here
    /// @param cautions words on reliability that belong here, each once
    public record Passage(int from, int to, List<String> how, boolean recorded, List<String> cautions) {}

    private ProvenanceGraph(Dossier dossier) {
        this.dossier = dossier;
        var made = new Making();
        dossier.attestations().forEach(made::add);
        this.passages = made.passages.values().stream().map(Making.Drawn::passage).toList();
    }

    /// The graph of a dossier.
    public static ProvenanceGraph of(Dossier dossier) {
        return new ProvenanceGraph(dossier);
    }

    public Dossier dossier() {
        return dossier;
    }

    /// Every node, in the order met.
    public List<Node> nodes() {
        return List.copyOf(nodes);
    }

    /// Every passage between two nodes once.
    public List<Passage> passages() {
        return passages;
    }

    /// Where chains end, named or not.
    public List<Node> ends() {
        return ends.stream().map(nodes::get).toList();
    }

    /// The origins: named, at the end of a chain, reaching a paper by recorded links, and either
    /// had from nobody as far as any paper tells or seen for themselves.
    public List<Node> origins() {
        return origin().stream().map(nodes::get).toList();
    }

    /// The ways that a paper tells whole, from an origin who saw it for himself, through everybody named, into the paper; one for each such attestation.
    public List<List<Node>> witnessed() {
        return named(roads.stream().filter(r -> seen.contains(r.getFirst())).toList());
    }

    /// The most of [#witnessed] that share no person, body or paper.
    public List<List<Node>> shownWays() {
        return apart(seen);
    }

    /// The most ways from [#origins] that share no person, body or paper, whether or not anybody is shown to have seen it.
    public List<List<Node>> namedWays() {
        return apart(origin());
    }

    /// How many ways without anything in common the links allow, if whoever passed one report on is
    /// taken to have passed on all (Menger). Never less than [#shownWays].
    public int bound() {
        return DisjointPaths.find(nodes.size(), recorded(), seen, papers).size();
    }

    private List<List<Node>> apart(Set<Integer> from) {
        return named(Apart.most(roads.stream().filter(r -> from.contains(r.getFirst())).toList(),
                DisjointPaths.find(nodes.size(), recorded(), from, papers).size()));
    }

    /// Chains that say nothing of where they begin: attestations whose end is unnamed, or not joined to its paper by recorded links between persons and bodies
    /// who are known apart.
    public long unknown() {
        return dossier.attestations().size() - roads.size();
    }

    /// Whether a chain is named and recorded from its origin to the author.
    public static boolean lineageRecorded(SourceChain chain) {
        return chain.links().stream().allMatch(l -> l.isNamed() && l.supposed().isEmpty());
    }

    /// A report that came back: the nodes it went through, the first again at the end; the shortest there is. Empty where none came back.
    public List<Node> circle() {
        List<Integer> best = List.of();
        for (var node : nodes) {
            var round = round(node.number());
            if (!round.isEmpty() && (best.isEmpty() || round.size() < best.size())) best = round;
        }
        return best.stream().map(nodes::get).toList();
    }

    /// The first person or body, from the origins on, through whom every report came; empty where there is none, or only one report.
    public Optional<Node> bottleneck() {
        if (dossier.attestations().size() < 2) return Optional.empty();
        for (var node : fromTheEnds()) {
            if (nodes.get(node).kind() == Kind.PARTY && !reaches(node)) return Optional.of(nodes.get(node));
        }
        return Optional.empty();
    }

    /// How independent the reports are.
    public Independence independence() {
        return Independence.of(this);
    }

    // ---- over numbers

    private List<List<Node>> named(List<List<Integer>> ways) {
        return ways.stream().map(w -> w.stream().map(nodes::get).toList()).toList();
    }

    private List<int[]> recorded() {
        return passages.stream().filter(p -> p.recorded() && isCounted(nodes.get(p.from()))).map(p -> new int[] {p.from(), p.to()}).toList();
    }

    private static boolean isCounted(Node node) {
        return node.kind() == Kind.PARTY || node.kind() == Kind.PAPER;
    }

    /// Names that may mean one or another, each once.
    public List<String> unsure() {
        return nodes.stream().filter(n -> n.kind() == Kind.UNSURE).map(Node::words).distinct().toList();
    }

    private Set<Integer> origin() {
        var from = new TreeSet<>(ends);
        passages.forEach(p -> { if (!seen.contains(p.to())) from.remove(p.to()); });
        from.removeIf(n -> !isCounted(nodes.get(n)));
        from.retainAll(reaching());
        return from;
    }

    /// The nodes from which a paper is reached by recorded links.
    private Set<Integer> reaching() {
        var back = new HashMap<Integer, List<Integer>>();
        for (var link : recorded()) back.computeIfAbsent(link[1], _ -> new ArrayList<>()).add(link[0]);
        return spread(papers, back, -1);
    }

    private static Set<Integer> spread(Set<Integer> from, Map<Integer, List<Integer>> on, int without) {
        var met = new LinkedHashSet<Integer>();
        var queue = new ArrayDeque<>(from);
        while (!queue.isEmpty()) {
            var at = queue.remove();
            if (at == without || !met.add(at)) continue;
            queue.addAll(on.getOrDefault(at, List.of()));
        }
        return met;
    }

    private Map<Integer, List<Integer>> onward() {
        var on = new HashMap<Integer, List<Integer>>();
        for (var p : passages) on.computeIfAbsent(p.from(), _ -> new ArrayList<>()).add(p.to());
        return on;
    }

    /// Nodes in the order of their distance from the chains' ends.
    private Set<Integer> fromTheEnds() {
        return spread(ends, onward(), -1);
    }

    /// Whether any paper is reached from any end without a node.
    private boolean reaches(int without) {
        var met = spread(ends, onward(), without);
        return papers.stream().anyMatch(met::contains);
    }

    private List<Integer> round(int start) {
        var on = onward();
        var by = new HashMap<Integer, Integer>();
        var queue = new ArrayDeque<>(List.of(start));
        while (!queue.isEmpty()) {
            var at = queue.remove();
            for (var to : on.getOrDefault(at, List.of())) {
                if (to == start) return way(start, at, by);
                if (by.putIfAbsent(to, at) == null) queue.add(to);
            }
        }
        return List.of();
    }

    private static List<Integer> way(int start, int last, Map<Integer, Integer> by) {
        var back = new ArrayList<Integer>();
        back.add(start);
        for (var at = last; at != start; at = by.getOrDefault(at, start)) back.add(at);
        back.add(start);
        return back.reversed();
    }

    /// Makes nodes and passages out of chains.
    private final class Making {
        private static final String UNSURE = "\u0002"; // begins the key of a name that may mean several; no other key begins so
        private final Map<String, Integer> parties = new HashMap<>();
        private final Map<RecordId, Integer> known = new HashMap<>();
        final Map<List<Integer>, Drawn> passages = new LinkedHashMap<>();

        private record Drawn(int from, int to, Set<String> how, boolean[] recorded, Set<String> cautions) {
            Passage passage() {
                return new Passage(from, to, List.copyOf(how), recorded[0], List.copyOf(cautions));
            }
        }

        void add(Attestation a) {
            var paper = known.computeIfAbsent(a.paper().record(), r -> node(Kind.PAPER, a.paper().title(), Optional.of(r), Optional.empty()));
            papers.add(paper);
            var to = paper;
            if (!a.paper().author().isBlank()) {
                to = into(paper, a.paper().author(), a.paper(), "wrote", "");
            }
            var links = a.chain().links();
            for (var i = 0; i < links.size(); i++) to = link(links.get(i), a.paper(), to, i == 0 ? a.caution() : "");
            ends.add(to);
            var road = lineageRecorded(a.chain()) ? road(a, paper) : List.<Integer>of();
            if (road.isEmpty() || road.stream().anyMatch(n -> nodes.get(n).kind() == Kind.UNSURE)) return;
            roads.add(road);
            if (a.chain().origin().mode() == Mode.OBSERVED) seen.add(to);
        }

        /// Every node of a chain that is told whole, the origin first, each once.
        private List<Integer> road(Attestation a, int paper) {
            var road = new LinkedHashSet<Integer>();
            for (var link : a.chain().links().reversed()) for (var member : Party.members(link.words()).reversed()) road.add(party(member, a.paper()));
            if (!a.paper().author().isBlank()) for (var member : Party.members(a.paper().author()).reversed()) road.add(party(member, a.paper()));
            road.add(paper);
            return List.copyOf(road);
        }

        private int link(Link link, Paper in, int to, String caution) {
            var how = link.mode() == Mode.NOT_SAID ? "said" : link.mode().word();
            if (!link.isNamed()) {
                var from = node(Kind.UNNAMED, SourceChain.UNNAMED, Optional.empty(), Optional.empty());
                passage(from, to, how, true, caution);
                return from;
            }
            if (link.supposed().isEmpty()) return into(to, link.words(), in, how, caution);
            var between = party(link.supposed().get().quotation(), in);
            passage(between, to, "not recorded", false, caution);
            return into(between, link.words(), in, "told", "");
        }

        /// Word going from a name to a node. Joint sources stand one behind the other, so that each of them is on the way; gives the last.
        private int into(int to, String name, Paper in, String how, String caution) {
            var at = to;
            for (var member : Party.members(name)) {
                var from = party(member, in);
                passage(from, at, at == to ? how : "together with", true, at == to ? caution : "");
                at = from;
            }
            return at;
        }

        private int party(String words, Paper in) {
            var key = dossier.identities().key(words, in);
            if (key.isEmpty()) return parties.computeIfAbsent(UNSURE + in.record() + words, _ -> node(Kind.UNSURE, words, Optional.empty(), Optional.empty()));
            return parties.computeIfAbsent(key.get(), k -> node(Kind.PARTY, words, Optional.empty(), dossier.identities().counted(k)));
        }

        private int node(Kind kind, String words, Optional<RecordId> record, Optional<Authority> authority) {
            nodes.add(new Node(nodes.size(), kind, words, record, authority));
            return nodes.size() - 1;
        }

        private void passage(int from, int to, String how, boolean recorded, String caution) {
            if (from == to) return;
            var drawn = passages.computeIfAbsent(List.of(from, to), _ -> new Drawn(from, to, new LinkedHashSet<>(), new boolean[1], new LinkedHashSet<>()));
            drawn.how().add(how);
            drawn.recorded()[0] |= recorded;
            if (!caution.isBlank()) drawn.cautions().add(caution);
        }
    }
}
