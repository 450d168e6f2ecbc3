package chancery.claim;

import chancery.claim.ProvenanceGraph.Node;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// How far the reports of a claim are independent of each other: one of five states, each with its reason. Origins are counted, not reports.
///
/// What raises independence is only what a paper *shows*: somebody who saw it for himself, and a way from him to a
/// paper that shares no person, body or paper with another way.
/// A name alone is not enough, since nobody says how its bearer knew. So no repetition, no further
/// relay and no paper left out can make a claim look better confirmed.
public sealed interface Independence {
    /// The state in the words of the house: `single origin`.
    String words();

    /// Why, in words for people.
    String explain();

    /// How many independent origins are shown. Never raised by repeating a source, by a further relay or by leaving a paper out.
    default int shown() {
        return 0;
    }

    /// Two or more ways that share no person, body or paper, each from somebody who saw it.
    ///
    /// @param ways each from its origin to its paper; two or more
    record Established(List<List<Node>> ways) implements Independence {
        @Override
        public String words() {
            return "independence established";
        }

        @Override
        public int shown() {
            return ways.size();
        }

        @Override
        public String explain() {
            return count(ways.size(), "way leads", "ways lead") + " to this claim that share no person, body or paper: "
                    + ways.stream().map(Independence::way).collect(Collectors.joining("; ")) + ". Each begins with somebody who saw it.";
        }
    }

    /// More than one origin is named, and they may yet be one.
    ///
    /// @param origins    two or more
    /// @param ways       how many ways from them share no person, body or paper
    /// @param bottleneck through whom all of it came; empty where nobody is
    /// @param seen       how many of the ways begin with somebody who saw it: 0 or 1
    record NotEstablished(List<Node> origins, int ways, Optional<Node> bottleneck, int seen) implements Independence {
        @Override
        public String words() {
            return "independence not established";
        }

        @Override
        public int shown() {
            return seen;
        }

        @Override
        public String explain() {
            var named = count(origins.size(), "origin is", "origins are") + " named (" + names(origins) + ")";
            if (ways < 2)
                return named + ", but "
                        + bottleneck.map(b -> "every report came through " + b.words()).orElse("their ways to the papers are not separate") + ".";
            return named + ". " + (seen == 0 ? "No paper shows how any of them knew" : "Only one of them is shown to have seen it")
                    + "; until that is shown, both reports may rest on the same source.";
        }
    }

    /// Everything that is known to begin somewhere begins in one place.
    ///
    /// @param origin  where
    /// @param reports how many attestations there are
    /// @param unknown how many of them do not say where they begin
    /// @param saw     whether the origin saw it for himself
    record SingleOrigin(Node origin, int reports, long unknown, boolean saw) implements Independence {
        @Override
        public String words() {
            return "single origin";
        }

        @Override
        public int shown() {
            return saw ? 1 : 0;
        }

        @Override
        public String explain() {
            var known = reports - unknown;
            var begins = known == 1 ? "One report, and it begins with " + origin.words()
                    : count(known, "report", "reports") + ", 1 origin: everything rests on " + origin.words();
            var rest = unknown == 0 ? "" : " " + capital(count(unknown, "further report does", "further reports do")) + " not say where "
                    + (unknown == 1 ? "it" : "they") + " came from, and " + (unknown == 1 ? "counts" : "count") + " as no origin.";
            return begins + "." + (known > 1 ? " A copy of a report is not a second source." : "") + rest;
        }
    }

    /// A report came back to somebody it had already passed through.
    ///
    /// @param path the way round, its first node again at the end
    /// @param seen how many independent origins are shown all the same: 0 or 1
    record Circular(List<Node> path, int seen) implements Independence {
        @Override
        public String words() {
            return "circular";
        }

        @Override
        public int shown() {
            return seen;
        }

        @Override
        public String explain() {
            return "The report comes back to " + path.getFirst().words() + ": " + way(path) + ". A report that comes home is not a second source.";
        }
    }

    /// No report says where it began.
    ///
    /// @param reports how many there are
    /// @param gaps    where the record stops: the last name before each gap, each once
    /// @param unsure  names that may mean one or another
    record NotRecorded(int reports, List<Node> gaps, List<String> unsure) implements Independence {
        @Override
        public String words() {
            return "lineage not recorded";
        }

        @Override
        public String explain() {
            var where = (gaps.isEmpty() ? "" : " How word came on from " + names(gaps) + " is not told.")
                    + (unsure.isEmpty() ? "" : " Whom “" + String.join("”, “", unsure) + "” means is not known.");
            return (reports == 1 ? "The one report does not say" : "None of the " + reports + " reports says")
                    + " through whom it came from its origin." + where + " Unknown lineage counts as no origin.";
        }
    }

    /// What a graph shows.
    static Independence of(ProvenanceGraph graph) {
        var shown = graph.shownWays();
        if (shown.size() >= 2) return new Established(shown);
        var circle = graph.circle();
        if (!circle.isEmpty()) return new Circular(circle, shown.size());
        var origins = graph.origins();
        if (origins.isEmpty()) return new NotRecorded(graph.dossier().attestations().size(), gaps(graph), graph.unsure());
        if (origins.size() == 1) return new SingleOrigin(origins.getFirst(), graph.dossier().attestations().size(), graph.unknown(), !shown.isEmpty());
        return new NotEstablished(origins, graph.namedWays().size(), graph.bottleneck(), shown.size());
    }

    private static List<Node> gaps(ProvenanceGraph graph) {
        return graph.passages().stream().filter(p -> !p.recorded()).map(p -> graph.nodes().get(p.from())).distinct().toList();
    }

    private static String way(List<Node> nodes) {
        return nodes.stream().map(Node::words).collect(Collectors.joining(" → "));
    }

    private static String names(List<Node> nodes) {
        return nodes.stream().map(Node::words).collect(Collectors.joining("; "));
    }

    private static String count(long many, String one, String several) {
        return many + " " + (many == 1 ? one : several);
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
    }
}
