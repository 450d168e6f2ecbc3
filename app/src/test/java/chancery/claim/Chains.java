package chancery.claim;

import chancery.authority.Authority;
import chancery.authority.Variant;
import chancery.claim.SourceChain.Link;
import chancery.document.Edtf;
import chancery.document.RecordId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Attestations for tests, written in one line each.
public final class Chains {
    private static final byte[] KEY = "chains of tests!".getBytes(StandardCharsets.UTF_8);

    private Chains() {}

    /// A dossier of lines such as `Y4 | Pell | Castrelle, oats merchant saw`: a paper, its author, then the chain from the nearest source to the origin.
    /// A link that ends in ` saw` is an origin who saw it; `?` is an unnamed source; `Sugiyama (the Lt. Colonel)` has a supposed link.
    public static Dossier dossier(String... lines) {
        return new Dossier("claim", Arrays.stream(lines).map(Chains::attestation).toList());
    }

    /// The same, behind whose names stand those whom lines such as `Castrelle, Émile | the broker | an oats merchant [1933/1934]` describe.
    public static Dossier dossier(String described, List<String> lines) {
        var decisions = new ArrayList<Decided>();
        for (var line : described.lines().filter(l -> !l.isBlank()).toList()) {
            var names = line.split("\\|");
            var id = RecordId.name(KEY, "authority", names[0].strip());
            decisions.add(decided(decisions.size(), new Decision.Described(id, Authority.Kind.PERSON, names[0].strip(), Optional.empty(), "", List.of())));
            for (var name : Arrays.asList(names).subList(1, names.length)) {
                var open = name.indexOf('[');
                var period = open < 0 ? Optional.<Edtf>empty() : Edtf.parse(name.substring(open + 1, name.indexOf(']')));
                decisions.add(decided(decisions.size(), new Decision.Identified(id,
                        new Variant((open < 0 ? name : name.substring(0, open)).strip(), period, Optional.empty()), true)));
            }
        }
        return new Dossier("claim", lines.stream().map(Chains::attestation).toList(), Identities.of(decisions));
    }

    private static Decided decided(int number, Decision what) {
        return new Decided(number, Instant.EPOCH, "tester", what);
    }

    public static Attestation attestation(String line) {
        var parts = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
        var links = new ArrayList<Link>();
        for (var word : parts.get(2).split(",")) links.add(link(word.strip()));
        var id = RecordId.name(KEY, "attestation", line);
        return new Attestation(id, paper(parts.get(0), parts.get(1), parts.size() > 4 ? parts.get(4) : ""),
                "text of " + parts.get(0), span("the divisions sail"), "told", new SourceChain(links), Stance.ASSERTED,
                parts.size() > 3 ? parts.get(3) : "", State.ACCEPTED, Optional.empty(), Optional.empty(), "");
    }

    private static Attestation.Paper paper(String name, String author, String day) {
        return new Attestation.Paper(new RecordId(RecordId.name(KEY, "paper", name)), "Paper " + name,
                author.isEmpty() ? List.of() : List.of(author), List.of(), Edtf.parse(day));
    }

    private static Link link(String words) {
        if (words.equals("?")) return new Link(SourceChain.UNNAMED, Optional.empty(), Mode.TOLD, Optional.empty());
        var saw = words.endsWith(" saw");
        var name = saw ? words.substring(0, words.length() - 4) : words;
        var open = name.indexOf('(');
        var supposed = open < 0 ? Optional.<Span>empty() : Optional.of(span(name.substring(open + 1, name.length() - 1)));
        return new Link(open < 0 ? name : name.substring(0, open).strip(), Optional.empty(), saw ? Mode.OBSERVED : Mode.TOLD, supposed);
    }

    public static Span span(String words) {
        return new Span(0, words.codePointCount(0, words.length()), words);
    }
}
