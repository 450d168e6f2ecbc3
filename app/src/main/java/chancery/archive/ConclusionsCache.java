package chancery.archive;

import chancery.cable.Exchange;
import chancery.cable.Exchange.Link;
import chancery.cable.Exchange.Missing;
import chancery.cable.Exchange.Sent;
import chancery.cable.Exchange.Tie;
import chancery.cable.Exchange.Turn;
import chancery.cable.Hole;
import chancery.cable.Mention;
import chancery.cable.Mention.Answer;
import chancery.cable.Mention.InNote;
import chancery.cable.Mention.Said;
import chancery.cable.Mention.Sequence;
import chancery.cable.Mention.Span;
import chancery.cable.Mention.Unprinted;
import chancery.cable.Mention.Whose;
import chancery.cable.MessageNumber;
import chancery.cable.Reference;
import chancery.cable.Reference.Basis;
import chancery.cable.Resolution;
import chancery.cable.VersionFamily;
import chancery.cable.VersionFamily.Kinship;
import chancery.document.Kind;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;

/// How conclusions are written for the [Cache]: what is read is equal to what was written.
final class ConclusionsCache {
    private static final Kind[] KINDS = Kind.values();
    private static final Whose[] WHOSE = Whose.values();
    private static final Sequence[] SEQUENCES = Sequence.values();
    private static final Basis[] BASES = Basis.values();
    private static final Tie[] TIES = Tie.values();
    private static final VersionFamily.Kind[] FORMS = VersionFamily.Kind.values();

    private ConclusionsCache() {}

    static void write(CacheWriter to, Conclusions conclusions, Conversations conversations) {
        to.each(conclusions.references(), r -> write(to, r));
        to.each(conclusions.holes(), h -> write(to, h));
        var holes = new IdentityHashMap<Hole, Integer>();
        for (var hole : conclusions.holes()) holes.put(hole, holes.size());
        to.each(conversations.exchanges(), e -> write(to, e, holes));
        to.each(conversations.families(), f -> write(to, f));
    }

    static Conclusions conclusions(CacheReader from) {
        return new Conclusions(new Resolution(from.each(() -> reference(from)), from.each(() -> hole(from))));
    }

    /// @param conclusions read just before
    static Conversations conversations(CacheReader from, Conclusions conclusions) {
        return Conversations.of(from.each(() -> exchange(from, conclusions)), from.each(() -> family(from)));
    }

    // ---- references

    private static void write(CacheWriter to, Reference r) {
        to.words(r.id());
        to.words(r.from().value());
        write(to, r.mention());
        to.each(r.targets(), t -> to.words(t.value()));
        to.yes(r.shown());
        to.one(r.basis());
        to.fraction(r.confidence());
        to.words(r.reason());
    }

    private static Reference reference(CacheReader from) {
        return new Reference(from.words(), from.record(), mention(from), from.each(from::record),
                from.yes(), BASES[from.small()], from.fraction(), from.words());
    }

    static void write(CacheWriter to, Mention m) {
        to.words(m.text());
        to.number(m.occurrence());
        write(to, m.at());
        to.perhaps(m.inNote(), n -> {
            to.number(n.note());
            write(to, n.span());
        });
        write(to, m.said());
        to.each(m.answers(), a -> {
            to.words(a.volume());
            to.words(a.number());
            to.words(a.note());
        });
        to.perhaps(m.unprinted(), u -> {
            to.perhaps(u.date(), d -> to.words(d.text()));
            to.words(u.file());
        });
    }

    static Mention mention(CacheReader from) {
        return new Mention(from.words(), from.small(), span(from), from.perhaps(() -> new InNote(from.small(), span(from))), said(from),
                from.each(() -> new Answer(from.words(), from.words(), from.words())),
                from.perhaps(() -> new Unprinted(from.perhaps(from::date), from.words())));
    }

    private static void write(CacheWriter to, Span span) {
        to.number(span.start());
        to.number(span.end());
        to.words(span.quotation());
    }

    private static Span span(CacheReader from) {
        return new Span(from.small(), from.small(), from.words());
    }

    private static void write(CacheWriter to, Said s) {
        to.one(s.whose());
        to.words(s.office());
        to.perhaps(s.kind(), to::one);
        to.each(s.numbers(), n -> {
            to.words(n.series());
            to.number(n.digits());
            to.words(n.suffix());
        });
        to.perhaps(s.date(), d -> to.words(d.text()));
        to.words(s.to());
        to.one(s.sequence());
        to.words(s.paragraph());
    }

    private static Said said(CacheReader from) {
        return new Said(WHOSE[from.small()], from.words(), from.perhaps(() -> KINDS[from.small()]),
                from.each(() -> new MessageNumber(from.words(), from.small(), from.words())),
                from.perhaps(from::date), from.words(), SEQUENCES[from.small()], from.words());
    }

    // ---- holes

    private static void write(CacheWriter to, Hole h) {
        to.words(h.id());
        to.perhaps(h.kind(), to::one);
        to.words(h.number());
        to.words(h.volume());
        to.each(h.from(), to::words);
        to.each(h.to(), to::words);
        to.perhaps(h.date(), d -> to.words(d.text()));
        to.each(h.references(), to::words);
        to.each(h.mentionedBy(), r -> to.words(r.value()));
    }

    private static Hole hole(CacheReader from) {
        return new Hole(from.words(), from.perhaps(() -> KINDS[from.small()]), from.words(), from.words(), from.each(from::words),
                from.each(from::words), from.perhaps(from::date), from.each(from::words), from.each(from::record));
    }

    // ---- exchanges and families

    /// @param holes of the conclusions, each with its place among them
    private static void write(CacheWriter to, Exchange e, Map<Hole, Integer> holes) {
        to.each(e.turns(), turn -> {
            to.number(turn.party());
            switch (turn) {
                case Sent sent -> {
                    to.number(0);
                    to.words(sent.message().value());
                }
                case Missing missing -> to.number(Objects.requireNonNull(holes.get(missing.hole())) + 1);
            }
        });
        to.each(e.links(), l -> {
            to.number(l.later());
            to.number(l.earlier());
            to.one(l.tie());
            to.perhaps(l.reference(), to::words);
            to.words(l.reason());
        });
        to.each(e.parties(), to::words);
    }

    private static Exchange exchange(CacheReader from, Conclusions conclusions) {
        return new Exchange(from.each(() -> turn(from, conclusions)),
                from.each(() -> new Link(from.small(), from.small(), TIES[from.small()], from.perhaps(from::words), from.words())), from.each(from::words));
    }

    private static Turn turn(CacheReader from, Conclusions conclusions) {
        var party = from.small();
        var hole = from.small();
        return hole == 0 ? new Sent(from.record(), party) : new Missing(conclusions.holes().get(hole - 1), party);
    }

    private static void write(CacheWriter to, VersionFamily f) {
        to.each(f.versions(), v -> to.words(v.value()));
        to.each(f.kinships(), k -> {
            to.words(k.of().value());
            to.words(k.to().value());
            to.one(k.kind());
            to.fraction(k.confidence());
            to.words(k.reason());
        });
    }

    private static VersionFamily family(CacheReader from) {
        return new VersionFamily(from.each(from::record),
                from.each(() -> new Kinship(from.record(), from.record(), FORMS[from.small()], from.fraction(), from.words())));
    }
}
