package chancery.claim;

import chancery.claim.ChainOptions.Round;
import chancery.claim.Passage.Named;
import chancery.claim.ReadClaim.Because;
import chancery.claim.SourceChain.Link;
import chancery.claim.Walk.Told;
import chancery.document.PlainLayer;
import chancery.document.PlainLayer.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the reported claims of a text (content, reporting words, source chain, stance and caution) and its requests for knowledge.
///
/// A grammar of reports proposes what may be claimed and who speaks; learned weights of marks of form choose. The same text always gives the
/// same reading. Safe to share between threads. What it reads is proposed, never more: `docs/explanation/how-claims-are-read.md` has the figures.
public final class AttributionReader {
    private final Opinion claims;
    private final LearnedJudge judge;
    private final Weights stances;
    private final ChainJudge chains;
    private final ChainJudge rounds;
    private final Weights beyond;

    AttributionReader(Opinion claims, Weights stances, Weights chains, Weights rounds, Weights beyond, double cost) {
        this.claims = claims;
        this.judge = new LearnedJudge(claims::of, cost);
        this.stances = stances;
        this.chains = new ChainJudge(chains);
        this.rounds = new ChainJudge(rounds);
        this.beyond = beyond;
    }

    /// The reader with the weights that ship.
    public static AttributionReader shipped() {
        return new AttributionReader(Opinion.shipped(), Weights.shipped("stances.tsv"), Weights.shipped("chains.tsv"),
                Weights.shipped("rounds.tsv"), Weights.shipped("beyond.tsv"), LearnedJudge.COST);
    }

    /// What is read in a text; claims in the order of their contents. What editors set among its words is read for who
    /// is meant by *he*, but what they report is not the paper's.
    public ClaimsReading read(TextToRead text) {
        var prose = Prose.of(text.layer());
        var sources = new SourceReader(text, prose);
        var walk = new Walk(text, prose, sources, judge);
        var cautions = new Cautions(prose);
        var options = new ChainOptions(text, prose, sources);
        var times = new Times(text.day());
        var read = new ArrayList<ReadClaim>();
        var claimed = walk.read();
        var traced = traced(claimed, options);
        for (var i = 0; i < claimed.size(); i++) {
            var told = claimed.get(i);
            var caution = cautions.of(told.candidate().from(), told.candidate().to(), told.cueFrom(), told.cueTo(), told.sentence());
            read.add(claim(text, prose, told, traced.get(i), sources.hits(told.sentence()), caution, times));
        }
        var inquiries = new InquiryReader(prose, sources).read(text);
        var editors = text.layer().editors();
        if (editors.isEmpty()) return new ClaimsReading(read, inquiries);
        return new ClaimsReading(read.stream().filter(c -> !isIn(editors, text.layer(), c.content())).toList(),
                inquiries.stream().filter(i -> !isIn(editors, text.layer(), i.words())).toList());
    }

    private static boolean isIn(List<Block> blocks, PlainLayer layer, Span span) {
        var start = layer.unit(span.start());
        return blocks.stream().anyMatch(b -> start >= b.start() && start < b.end());
    }

    /// The chains of all claims: each is judged for itself, then again beside those round it.
    private List<Traced> traced(List<Told> told, ChainOptions options) {
        var first = told.stream().map(t -> chains.choose(options.of(t)).chain()).toList();
        var traced = new ArrayList<Traced>();
        for (var i = 0; i < told.size(); i++) traced.add(rounds.choose(options.of(told.get(i), new Round(told, first, i)), beyond).chain());
        return traced;
    }

    private ReadClaim claim(TextToRead text, Prose prose, Told told, Traced traced, List<Hit> hits, Optional<Span> caution, Times times) {
        var c = told.candidate();
        var links = new ArrayList<Link>();
        var supposed = new Supposed(prose).hearer(traced, told.sentence());
        for (var i = 0; i < traced.links().size(); i++)
            links.add(link(prose, told, traced.links().get(i), i > 0 && i + 1 == traced.links().size() ? supposed : Optional.empty()));
        var stanceMarks = Stances.marks(told, prose, hits);
        var stance = Stance.of(stances.best(stanceMarks)).orElse(Stance.ASSERTED);
        var antecedent = traced.links().stream().filter(n -> n.antecedent() && n.from() >= 0).findFirst().map(n -> prose.span(n.from(), n.to()));
        var because = new Because(told.rule(), traced.rule(), antecedent, claims.loudest(told.marks(), 3));
        return new ReadClaim(text.text(), prose.span(c.from(), c.to()), prose.span(told.cueFrom(), told.cueTo()), new SourceChain(links),
                stance, caution, times.in(prose.words(c.from(), c.to())), times.said(before(prose, told)), because);
    }

    /// The words that stand before a claim in the sentence of its reporting words: where there is a time among them, it is that of the saying.
    private static String before(Prose prose, Told told) {
        var sentence = prose.sentences().get(prose.sentenceOf(told.cueFrom()));
        var from = told.candidate().from();
        return prose.words(sentence.from(), from > told.cueFrom() && from < sentence.to() ? from : Math.min(told.cueTo(), sentence.to()));
    }

    private static Link link(Prose prose, Told told, Named named, Optional<Span> supposed) {
        var where = named.from() < 0 ? Optional.<Span>empty() : Optional.of(prose.span(named.from(), named.to()));
        var mode = told.hit() == null ? Mode.WROTE : told.hit().cue().mode();
        return new Link(named.words(), where, mode, supposed);
    }
}
