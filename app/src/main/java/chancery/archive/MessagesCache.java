package chancery.archive;

import chancery.archive.Gathering.Face;
import chancery.cable.CableHeading;
import chancery.cable.Classification;
import chancery.cable.Direction;
import chancery.cable.Message;
import chancery.cable.Message.InPrint;
import chancery.cable.Precedence;
import chancery.cable.Printed;
import chancery.cable.Version;
import chancery.document.Dating;
import chancery.document.Kind;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How what conclusions rest on is written for the [Cache]: what is read is equal to what was written.
final class MessagesCache {
    private static final Kind[] KINDS = Kind.values();
    private static final Precedence.Urgency[] URGENCIES = Precedence.Urgency.values();
    private static final Classification.Level[] LEVELS = Classification.Level.values();
    private static final Direction[] DIRECTIONS = Direction.values();
    private static final Version[] VERSIONS = Version.values();

    private MessagesCache() {}

    static void write(CacheWriter to, Map<Face, Message> known) {
        to.each(known.entrySet(), e -> {
            var face = e.getKey();
            to.number(face.record());
            to.number(face.version());
            to.each(face.hidden(), ordinal -> to.number(ordinal));
            var m = e.getValue();
            to.words(m.id().value());
            to.once(m.order());
            to.words(m.title());
            to.perhaps(m.heading(), h -> write(to, h));
            write(to, m.dating());
            to.perhaps(m.printed(), p -> {
                to.words(p.edition());
                to.words(p.volume());
                to.words(p.number());
            });
            to.each(m.mentions(), mention -> ConclusionsCache.write(to, mention));
        });
    }

    static Map<Face, Message> read(CacheReader from) {
        var known = new HashMap<Face, Message>();
        for (var many = from.small(); many > 0; many--) {
            var face = new Face(from.number(), from.small(), from.each(from::small));
            known.put(face, new Message(from.record(), from.once(), from.words(), from.perhaps(() -> heading(from)),
                    dating(from), from.perhaps(() -> new InPrint(from.words(), from.words(), from.words())),
                    from.each(() -> ConclusionsCache.mention(from))));
        }
        return known;
    }

    private static void write(CacheWriter to, Dating d) {
        to.words(d.asWritten());
        to.perhaps(d.edtf(), e -> to.words(e.text()));
        to.perhaps(d.time(), t -> to.number(t.toNanoOfDay()));
        to.words(d.place());
    }

    private static Dating dating(CacheReader from) {
        return new Dating(from.words(), from.perhaps(from::date), from.perhaps(() -> LocalTime.ofNanoOfDay(from.number())), from.words());
    }

    private static void write(CacheWriter to, CableHeading h) {
        to.one(h.kind().value());
        to.words(h.kind().asPrinted());
        perhaps(to, h.number());
        perhaps(to, h.place());
        perhaps(to, h.date());
        to.perhaps(h.time(), t -> {
            to.number(t.value().toNanoOfDay());
            to.words(t.asPrinted());
        });
        perhaps(to, h.received());
        each(to, h.from());
        each(to, h.to());
        each(to, h.repeatedTo());
        each(to, h.attention());
        each(to, h.participants());
        to.each(h.precedence(), p -> {
            to.words(p.asPrinted());
            to.one(p.urgency());
        });
        to.each(h.classification(), c -> {
            to.words(c.asPrinted());
            to.one(c.level());
        });
        each(to, h.handling());
        perhaps(to, h.channel());
        to.perhaps(h.direction(), d -> {
            to.one(d.value());
            to.words(d.asPrinted());
        });
        to.perhaps(h.version(), v -> {
            to.one(v.value());
            to.words(v.asPrinted());
        });
        each(to, h.holding());
        to.yes(h.omitted());
        to.number(h.headingLines());
    }

    private static CableHeading heading(CacheReader from) {
        return new CableHeading(new Printed<>(KINDS[from.small()], from.words()), perhaps(from), perhaps(from), perhaps(from),
                from.perhaps(() -> new Printed<>(LocalTime.ofNanoOfDay(from.number()), from.words())),
                perhaps(from), each(from), each(from), each(from), each(from), each(from),
                from.each(() -> new Precedence(from.words(), URGENCIES[from.small()])),
                from.each(() -> new Classification(from.words(), LEVELS[from.small()])), each(from), perhaps(from),
                from.perhaps(() -> new Printed<>(DIRECTIONS[from.small()], from.words())),
                from.perhaps(() -> new Printed<>(VERSIONS[from.small()], from.words())), each(from), from.yes(), from.small());
    }

    private static void perhaps(CacheWriter to, Optional<Printed<String>> printed) {
        to.perhaps(printed, p -> write(to, p));
    }

    private static Optional<Printed<String>> perhaps(CacheReader from) {
        return from.perhaps(() -> printed(from));
    }

    private static void each(CacheWriter to, List<Printed<String>> printed) {
        to.each(printed, p -> write(to, p));
    }

    private static List<Printed<String>> each(CacheReader from) {
        return from.each(() -> printed(from));
    }

    private static void write(CacheWriter to, Printed<String> p) {
        to.words(p.value());
        to.words(p.asPrinted());
    }

    private static Printed<String> printed(CacheReader from) {
        return new Printed<>(from.words(), from.words());
    }
}
