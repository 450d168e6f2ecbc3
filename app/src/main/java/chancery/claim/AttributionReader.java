package chancery.claim;

import chancery.claim.Passage.Named;
import chancery.claim.ReadClaim.Because;
import chancery.claim.SourceChain.Link;
import chancery.claim.Walk.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the reported claims of a text: content, reporting words, source chain, stance and caution.
///
/// A grammar of reports proposes what may be claimed and who speaks; learned weights of marks of form choose. The same text always gives the
/// same reading. Safe to share between threads. Cautions and inquiries are not read yet, and nothing runs it at intake: it is right too seldom for that
/// (`docs/explanation/how-claims-are-read.md` has the figures).
public final class AttributionReader {
    private final Weights claims;
    private final Weights stances;
    private final double cost;

    AttributionReader(Weights claims, Weights stances, double cost) {
        this.claims = claims;
        this.stances = stances;
        this.cost = cost;
    }

    /// The reader with the weights that ship.
    public static AttributionReader shipped() {
        return new AttributionReader(Weights.shipped("claims.tsv"), Weights.shipped("stances.tsv"), 0.3);
    }

    /// What is read in a text; claims in the order of their contents.
    public ClaimsReading read(TextToRead text) {
        var prose = Prose.of(text.layer());
        var walk = new Walk(text, prose, new LearnedJudge(claims, cost));
        var sources = new SourceReader(text, prose);
        var read = new ArrayList<ReadClaim>();
        for (var told : walk.read()) read.add(claim(text, prose, told, sources.of(told.hit(), told.sentence())));
        return new ClaimsReading(read, List.of());
    }

    private ReadClaim claim(TextToRead text, Prose prose, Told told, Traced traced) {
        var c = told.candidate();
        var links = new ArrayList<Link>();
        for (var named : traced.links()) links.add(link(prose, told, named));
        var stanceMarks = Stances.marks(told, prose);
        var stance = Stance.of(stances.best(stanceMarks)).orElse(Stance.ASSERTED);
        var antecedent = traced.links().stream().filter(n -> n.antecedent() && n.from() >= 0).findFirst().map(n -> prose.span(n.from(), n.to()));
        var because = new Because(told.rule(), traced.rule(), antecedent, claims.loudest("claim", told.marks(), 3));
        return new ReadClaim(text.text(), prose.span(c.from(), c.to()), prose.span(told.cueFrom(), told.cueTo()), new SourceChain(links), stance, Optional.empty(), because);
    }

    private static Link link(Prose prose, Told told, Named named) {
        var where = named.from() < 0 ? Optional.<Span>empty() : Optional.of(prose.span(named.from(), named.to()));
        var mode = told.hit() == null ? Mode.WROTE : told.hit().cue().mode();
        return new Link(named.words(), where, mode, Optional.empty());
    }
}
