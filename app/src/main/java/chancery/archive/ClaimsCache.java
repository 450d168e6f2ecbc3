package chancery.archive;

import chancery.archive.Proposals.Read;
import chancery.archive.Proposals.Seen;
import chancery.claim.Attestation;
import chancery.claim.Attestation.Paper;
import chancery.claim.DecidedText;
import chancery.claim.DecidedText.Asking;
import chancery.claim.Mode;
import chancery.claim.SourceChain;
import chancery.claim.SourceChain.Link;
import chancery.claim.Span;
import chancery.claim.Stance;
import chancery.claim.State;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How what programs read of claims is written for the [Cache]: `read(write(x))` equals `x`.
final class ClaimsCache {
    private static final Stance[] STANCES = Stance.values();
    private static final Mode[] MODES = Mode.values();

    private ClaimsCache() {}

    static void write(CacheWriter to, Map<Seen, Read> known) {
        to.each(known.entrySet(), e -> {
            var seen = e.getKey();
            to.number(seen.record());
            to.number(seen.n());
            to.number(seen.ordinal());
            to.yes(seen.heading());
            to.words(e.getValue().program());
            write(to, e.getValue().paper());
            write(to, e.getValue().proposed());
        });
    }

    private static void write(CacheWriter to, Paper paper) {
        to.words(paper.record().value());
        to.words(paper.title());
        to.each(paper.authors(), to::words);
        to.each(paper.to(), to::words);
        to.perhaps(paper.day(), d -> to.words(d.text()));
    }

    private static void write(CacheWriter to, DecidedText text) {
        to.each(text.attestations(), a -> {
            to.once(a.id());
            to.words(a.text());
            write(to, a.content());
            to.words(a.cue());
            to.each(a.chain().links(), l -> {
                to.words(l.words());
                to.perhaps(l.named(), s -> write(to, s));
                to.one(l.mode());
                to.perhaps(l.supposed(), s -> write(to, s));
            });
            to.one(a.stance());
            to.words(a.caution());
            to.perhaps(a.about(), d -> to.words(d.text()));
            to.perhaps(a.said(), d -> to.words(d.text()));
            to.words(a.because());
        });
        to.each(text.inquiries(), q -> {
            to.once(q.id());
            to.words(q.text());
            write(to, q.words());
            to.words(q.asker());
            to.words(q.asked());
            to.words(q.matter());
        });
    }

    private static void write(CacheWriter to, Span span) {
        to.number(span.start());
        to.number(span.end() - span.start());
        to.words(span.quotation());
    }

    static Map<Seen, Read> read(CacheReader from) {
        var known = new HashMap<Seen, Read>();
        for (var many = from.small(); many > 0; many--) {
            var seen = new Seen(from.number(), from.small(), from.small(), from.yes());
            var program = from.words();
            var paper = new Paper(from.record(), from.words(), from.each(from::words), from.each(from::words), from.perhaps(from::date));
            known.put(seen,
                    new Read(program, paper, new DecidedText(from.each(() -> attestation(from, paper)), from.each(() -> asking(from, paper)), List.of())));
        }
        return known;
    }

    private static Attestation attestation(CacheReader from, Paper paper) {
        var id = from.once();
        var text = from.words();
        var content = span(from);
        var cue = from.words();
        var chain = new SourceChain(
                from.each(() -> new Link(from.words(), from.perhaps(() -> span(from)), MODES[from.small()], from.perhaps(() -> span(from)))));
        return new Attestation(id, paper, text, content, cue, chain, STANCES[from.small()], from.words(),
                State.PROPOSED, from.perhaps(from::date), from.perhaps(from::date), from.words());
    }

    private static Asking asking(CacheReader from, Paper paper) {
        return new Asking(from.once(), paper, from.words(), span(from), from.words(), from.words(), from.words(), "", State.PROPOSED);
    }

    private static Span span(CacheReader from) {
        var start = from.small();
        return new Span(start, start + from.small(), from.words());
    }
}
