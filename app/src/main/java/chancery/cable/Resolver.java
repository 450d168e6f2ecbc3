package chancery.cable;

import chancery.cable.Directory.Likeness;
import chancery.cable.Evidence.Dates;
import chancery.cable.Evidence.Kinds;
import chancery.cable.Evidence.Series;
import chancery.cable.Mention.Said;
import chancery.cable.Mention.Sequence;
import chancery.cable.Mention.Unprinted;
import chancery.cable.Mention.Whose;
import chancery.cable.Message.InPrint;
import chancery.cable.Reference.Basis;
import chancery.document.Kind;
import chancery.document.RecordId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Concludes what the mentions of an archive name, from all the papers that one audience may see, and from nothing else.
///
/// Pure: the same papers in the same order give the same answer. Its cost grows with the mentions,
/// not with the square of the papers: candidates are looked up by number and
/// by day, within the time in which a message is likely to be mentioned.
public final class Resolver {
    private static final Set<Kind> WIRES = EnumSet.of(Kind.CABLEGRAM, Kind.TELEGRAM, Kind.SAVINGRAM, Kind.TELEPRINTER);
    private static final int LOOK_BACK = 550, LOOK_AHEAD = 2;
    /// Words that many offices share: what is left of a name tells it apart.
    private static final Set<String> GENERAL = Set.of("office", "department", "dept",
            "government", "govt", "high", "commission", "embassy", "legation", "mission");
    private static final Pattern ROMAN = Pattern.compile("[IVXL]*");
    private static final Pattern CIRCULAR = Pattern.compile("(?i)\\bcircular\\b");
    private static final double CLEAR = 10;
    /// How many days a message that went to one of another name may be named by its day alone.
    private static final int REMEMBERED = 45;
    /// From what weight a candidate is shown, how far the next must be behind it, and from what weight it is offered.
    static final double SURE = 2, APART = 0.25, MAYBE = 1;

    private final List<Paper> papers = new ArrayList<>();
    private final Map<Integer, List<Paper>> byDigits = new HashMap<>();
    private final Map<Long, List<Paper>> byDay = new HashMap<>();
    private final Map<String, Paper> byPrint = new HashMap<>();
    private final Holes holes = new Holes();
    private final Directory directory;

    Resolver(List<Message> messages) {
        for (var i = 0; i < messages.size(); i++) papers.add(Paper.of(messages.get(i), i));
        for (var paper : papers) {
            paper.message().printed().ifPresent(p -> byPrint.putIfAbsent(print(p), paper));
            if (!paper.dated()) continue;
            for (var number : paper.numbers()) byDigits.computeIfAbsent(number.digits(), _ -> new ArrayList<>()).add(paper);
            if (paper.last() - paper.first() < 4)
                for (var day = paper.first(); day <= paper.last(); day++) byDay.computeIfAbsent(day, _ -> new ArrayList<>()).add(paper);
        }
        byDigits.values().forEach(list -> list.sort(Comparator.comparingLong(Paper::first)));
        directory = new Directory(papers);
    }

    /// What the mentions of some messages name.
    ///
    /// @param messages every paper of one audience, in an order that does not change
    public static Resolution resolve(List<Message> messages) {
        return new Resolver(messages).run();
    }

    private Resolution run() {
        var references = new ArrayList<Reference>();
        for (var paper : papers) {
            for (var mention : paper.message().mentions()) {
                if (mention.said().sequence() == Sequence.ITSELF) continue;
                var reference = mention.answers().isEmpty() ? byWords(paper, mention) : byEditors(paper, mention);
                reference.ifPresent(references::add);
            }
        }
        return new Resolution(references, holes.list());
    }

    // ---- what the editors say

    private Optional<Reference> byEditors(Paper from, Mention mention) {
        var targets = new LinkedHashSet<RecordId>();
        var words = new ArrayList<String>();
        var absent = new ArrayList<InPrint>();
        for (var answer : mention.answers()) {
            var own = from.message().printed();
            var edition = own.map(InPrint::edition).orElse("");
            var volume = answer.volume().isEmpty() ? own.map(InPrint::volume).orElse("") : answer.volume();
            var held = byPrint.get(print(new InPrint(edition, volume, answer.number())));
            if (held == null) absent.add(new InPrint(edition, answer.volume().isEmpty() ? volume : answer.volume(), answer.number()));
            else if (held != from) targets.add(held.message().id());
            words.add((answer.volume().isEmpty() ? "" : "Volume " + answer.volume() + ", ") + "Document "
                    + answer.number() + (answer.note().isEmpty() ? "" : ", note " + answer.note()));
        }
        if (targets.isEmpty() && absent.isEmpty()) return Optional.empty(); // a paper's own notes
        var reason = "The editors: " + String.join("; ", words) + (targets.isEmpty() ? ", which is not among the papers open here" : "");
        var reference = new Reference(id(mention), from.message().id(), mention, List.copyOf(targets),
                !targets.isEmpty(), Basis.EDITOR, targets.isEmpty() ? 0 : 1, reason);
        for (var place : absent) holes.add(from, reference, place.volume().isEmpty() ? place.edition() : place.volume(), place.number());
        return Optional.of(reference);
    }

    /// A place in print, made comparable: Roman numbers of volumes as figures.
    private static String print(InPrint p) {
        return p.edition() + "|" + volume(p.volume()) + "|" + p.number();
    }

    private static String volume(String printed) {
        var v = printed.strip().toUpperCase(Locale.ROOT);
        if (!ROMAN.matcher(v).matches() || v.isEmpty()) return v;
        int all = 0, before = 0;
        for (var i = v.length() - 1; i >= 0; i--) {
            var value = switch (v.charAt(i)) {
                case 'I' -> 1;
                case 'V' -> 5;
                case 'X' -> 10;
                default -> 50;
            };
            all += value < before ? -value : value;
            before = Math.max(before, value);
        }
        return Integer.toString(all);
    }

    // ---- what the words say

    private Optional<Reference> byWords(Paper from, Mention mention) {
        var said = mention.said();
        if (said.numbers().isEmpty() && said.date().isEmpty() && said.sequence() == Sequence.UNSAID) return Optional.empty();
        var weak = said.kind().isEmpty() && said.office().isEmpty() && said.whose() == Whose.UNSAID;
        var ranked = candidates(from, mention);
        mention.unprinted().ifPresent(lies -> ranked.removeIf(c -> !is(lies, c.paper())));
        if (!ranked.isEmpty()) {
            var best = ranked.getFirst();
            var margin = ranked.size() > 1 ? best.weight() - ranked.get(1).weight() : CLEAR;
            var shown = best.weight() >= (weak ? SURE + 1 : SURE) && margin >= APART && mention.inNote().isEmpty()
                    && sound(said, best.evidence()) && (!CIRCULAR.matcher(mention.words()).find() || circular(best.paper()));
            var confidence = Math.round(100 / (1 + Math.exp(-Math.min(best.weight() - SURE + 1.5, 1 + 2 * margin)))) / 100.0;
            if (shown)
                return Optional.of(new Reference(id(mention), from.message().id(), mention,
                        List.of(best.paper().message().id()), true, basis(said), confidence, reason(from, best)));
            if (best.weight() >= MAYBE && !weak) {
                var near = ranked.stream().filter(c -> best.weight() - c.weight() < APART).limit(3).map(c -> c.paper().message().id()).toList();
                var why = near.size() > 1 ? near.size() + " papers fit: " + reason(from, best) : reason(from, best);
                return Optional.of(new Reference(id(mention), from.message().id(), mention, near, false, basis(said), Math.min(0.5, confidence), why));
            }
        }
        if (weak || said.sequence() != Sequence.UNSAID && said.numbers().isEmpty()) return Optional.empty();
        List<String> sender = sender(from, said), recipient = recipient(from, said);
        var reference = new Reference(id(mention), from.message().id(), mention, List.of(), false, basis(said), 0, absent(said, sender, recipient));
        holes.add(from, reference, sender, recipient);
        return Optional.of(reference);
    }

    /// Whether a candidate may be a link at all, however much speaks for it: a day needs somebody whose message it is
    /// said to be, and a number without letters and without a day
    /// needs the sender or the recipient to be the same; where the paper has no number, or the number is an old one of nobody's, both. What the editors' notes
    /// say of messages they do not print is never more than a suggestion: what they do print they name by its number.
    private static boolean sound(Said said, Evidence e) {
        if (said.sequence() != Sequence.UNSAID) return true;
        if (said.numbers().isEmpty()) return e.date() != Dates.NEXT_DAY && named(said, e);
        if (e.series() == Series.UNNUMBERED)
            return e.from() == Likeness.SAME && (e.to() == Likeness.SAME || e.kind() == Kinds.SAME && e.date() == Dates.SAME_DAY && e.to() != Likeness.OTHER);
        var own = said.whose() == Whose.YOURS || said.whose() == Whose.OURS;
        if (!own && e.series() != Series.SAME && e.date() != Dates.SAME_DAY && e.lag() > 60) return e.from() == Likeness.SAME && e.to() == Likeness.SAME;
        if (!own || e.series() == Series.SAME) return true;
        if (e.from() == Likeness.OTHER) return false;
        if (e.date() == Dates.SAME_DAY) return true;
        return e.from() == Likeness.SAME || e.to() == Likeness.SAME || e.digits() >= 1000
                || e.from() == Likeness.SAME_PLACE && e.to() == Likeness.SAME_PLACE && e.digits() >= 20 && e.lag() >= 0 && e.lag() <= 7;
    }

    /// Whether one that is named by its day alone is by the right hand: the sender is the same; or
    /// may be, and the recipient is the same. For `your` and `my`, and
    /// for a letter or memorandum of anybody, the names of two offices may differ where the kind is the one said.
    private static boolean named(Said said, Evidence e) {
        if (said.whose() == Whose.UNSAID)
            return said.kind().isPresent() && said.kind().get() != Kind.DESPATCH && e.lag() > 0 && (said.kind().filter(WIRES::contains).isPresent()
                    ? e.from() == Likeness.SAME && e.to() == Likeness.SAME : e.from() == Likeness.SAME || e.to() == Likeness.SAME);
        var own = said.whose() != Whose.THEIRS;
        if (e.from() == Likeness.SAME) return e.to() != Likeness.OTHER && (e.to() != Likeness.UNLIKE || !said.to().isEmpty() || e.lag() <= REMEMBERED);
        var kind = e.kind() == Kinds.SAME || own && e.kind() == Kinds.WIRE;
        var freely = kind && (own || said.kind().filter(WIRES::contains).isEmpty());
        return e.to() == Likeness.SAME
                && (freely ? e.from() != Likeness.OTHER : said.whose() == Whose.THEIRS && e.from().ordinal() <= Likeness.UNKNOWN.ordinal());
    }

    /// Whether a paper is the message of which the editors say only when it was sent and where it lies.
    private static boolean is(Unprinted lies, Paper paper) {
        if (lies.date().isEmpty() || !paper.dated()) return false;
        var day = lies.date().get().first().toEpochDay();
        if (day < paper.first() || day > paper.last()) return false;
        var files = paper.message().heading().map(CableHeading::holding).orElse(List.of()).stream().map(f -> plain(f.value())).toList();
        var file = plain(lies.file());
        return file.isEmpty() || files.isEmpty() || files.stream().anyMatch(f -> f.startsWith(file) || file.startsWith(f));
    }

    private static String plain(String file) {
        return file.replaceAll("[^\\p{L}\\d]", "").toLowerCase(Locale.ROOT);
    }

    /// Whether a paper is a circular; one whose number has letters may be.
    private static boolean circular(Paper paper) {
        return paper.numbers().stream().anyMatch(n -> !n.series().isEmpty()) || paper.message().heading()
                .filter(h -> CIRCULAR.matcher(h.kind().asPrinted()).find()).isPresent() || CIRCULAR.matcher(paper.message().title()).find();
    }

    private static Basis basis(Said said) {
        return said.numbers().isEmpty() && said.date().isEmpty() ? Basis.INFERRED : Basis.TEXT;
    }

    private static String id(Mention mention) {
        return RecordId.name(mention.text().getBytes(StandardCharsets.UTF_8), "reference", mention.words() + "\u0000" + mention.occurrence());
    }

    /// Who sent the message named, in names as printed; empty where nothing tells.
    private static List<String> sender(Paper from, Said said) {
        return switch (said.whose()) {
            case YOURS -> names(from, false);
            case OURS -> names(from, true);
            case THEIRS -> said.office().isEmpty() ? List.of() : List.of(said.office());
            case UNSAID -> List.of();
        };
    }

    private static List<String> recipient(Paper from, Said said) {
        if (!said.to().isEmpty()) return List.of(said.to());
        return switch (said.whose()) {
            case YOURS -> names(from, true);
            case OURS -> names(from, false);
            case THEIRS, UNSAID -> List.of();
        };
    }

    private static List<String> names(Paper paper, boolean sender) {
        return paper.message().heading().map(h -> sender ? h.origin() : h.to().stream().map(Printed::value).toList()).orElse(List.of());
    }

    private static String reason(Paper from, Candidate c) {
        var parts = new ArrayList<String>();
        var parties = String.join(" and ", names(c.paper(), true)) + (c.paper().to().isEmpty() ? "" : " → " + String.join(" and ", names(c.paper(), false)));
        if (!parties.isBlank()) parts.add(parties.strip());
        c.paper().message().heading().flatMap(CableHeading::number).ifPresent(n -> parts.add("no. " + n.value()));
        if (from.dated() && c.paper().dated()) {
            var days = from.first() - c.paper().first();
            parts.add(days == 0 ? "the same day" : Math.abs(days) + (Math.abs(days) == 1 ? " day " : " days ") + (days > 0 ? "earlier" : "later"));
        }
        return String.join(", ", parts);
    }

    private static String absent(Said said, List<String> sender, List<String> recipient) {
        var parts = new ArrayList<String>();
        var parties = String.join(" and ", sender) + (recipient.isEmpty() ? "" : " → " + String.join(" and ", recipient));
        if (!parties.isBlank()) parts.add(parties.strip());
        if (!said.numbers().isEmpty()) parts.add("no. " + said.numbers().getFirst());
        said.date().ifPresent(d -> parts.add(d.text()));
        return (parts.isEmpty() ? "" : String.join(", ", parts) + ": ") + "not among the papers open here";
    }

    Paper paper(int index) {
        return papers.get(index);
    }

    /// A candidate with what speaks for it.
    record Candidate(Paper paper, Evidence evidence, double weight) {}

    List<Candidate> candidates(Paper from, Mention mention) {
        var said = mention.said();
        var found = new ArrayList<Candidate>();
        if (!said.numbers().isEmpty()) {
            var seen = new java.util.HashSet<Paper>();
            for (var number : said.numbers()) {
                for (var paper : window(byDigits.getOrDefault(number.digits(), List.of()), from)) {
                    if (paper != from && seen.add(paper)) found.add(candidate(from, said, paper));
                }
            }
            if (said.date().isPresent() && said.date().get().isDay()) {
                for (var paper : byDay.getOrDefault(said.date().get().first().toEpochDay(), List.of()))
                    if (paper != from && seen.add(paper)) found.add(candidate(from, said, paper));
            }
        } else if (said.sequence() != Sequence.UNSAID) {
            next(from, said.sequence()).ifPresent(p -> found.add(candidate(from, said, p)));
        } else if (said.date().isPresent() && said.date().get().isDay()) {
            var day = said.date().get().first().toEpochDay();
            for (var d = day - 1; d <= day + 1; d++)
                for (var paper : byDay.getOrDefault(d, List.of()))
                    if (paper != from && found.stream().noneMatch(c -> c.paper() == paper)) found.add(candidate(from, said, paper));
        }
        found.sort(Comparator.comparingDouble((Candidate c) -> -c.weight()).thenComparingInt(c -> c.paper().index()));
        return found;
    }

    private static List<Paper> window(List<Paper> sorted, Paper from) {
        if (!from.dated()) return List.of();
        var first = lower(sorted, from.first() - LOOK_BACK);
        var last = lower(sorted, from.last() + LOOK_AHEAD + 1);
        return sorted.subList(first, Math.max(first, last));
    }

    private static int lower(List<Paper> sorted, long day) {
        int a = 0, b = sorted.size();
        while (a < b) {
            var mid = (a + b) >>> 1;
            if (sorted.get(mid).first() < day) a = mid + 1;
            else b = mid;
        }
        return a;
    }

    /// The message of the same correspondence whose number is the next or the one before.
    private Optional<Paper> next(Paper from, Sequence sequence) {
        var step = sequence == Sequence.BEFORE ? -1 : 1;
        for (var number : from.numbers()) {
            for (var paper : byDigits.getOrDefault(number.digits() + step, List.of())) {
                if (Math.abs(paper.first() - from.first()) > 3) continue;
                if (paper.numbers().stream().noneMatch(n -> n.series().equals(number.series())) || !neighbours(from, paper, step)) continue;
                if (directory.compare(paper.from(), from.from()) == Likeness.SAME) return Optional.of(paper);
            }
        }
        return Optional.empty();
    }

    /// Whether all numbers that two messages have in one series are neighbours: `UN949` follows `UN948`, but `Assembly 368` does not follow `Assembly 366`.
    private static boolean neighbours(Paper from, Paper paper, int step) {
        for (var a : from.numbers()) for (var b : paper.numbers()) if (a.series().equals(b.series()) && b.digits() - a.digits() != step) return false;
        return true;
    }

    private Candidate candidate(Paper from, Said said, Paper paper) {
        var evidence = new Evidence(series(said, paper), date(said, paper), sender(from, said, paper),
                recipient(from, said, paper), from.dated() && paper.dated() ? from.first() - paper.first() : 0, kind(said, paper),
                from.message().printed().isPresent() && paper.message().printed().isPresent()
                && from.message().printed().get().volume().equals(paper.message().printed().get().volume()), agreed(said, paper),
                said.sequence() != Sequence.UNSAID, !said.numbers().isEmpty() && from.dated() && directory.givenAgain(paper, from));
        return new Candidate(paper, evidence, evidence.weight());
    }

    private Likeness sender(Paper from, Said said, Paper paper) {
        return switch (said.whose()) {
            case YOURS -> inSeries(post(directory.compare(paper.from(), from.to()), from.to(), paper.place()), from.to(), from.from(), paper);
            case OURS -> inSeries(from.place().equals(paper.place()) ? post(post(directory.compare(paper.from(), from.from()), from.from(), paper.place()),
                    paper.from(), from.place()) : elsewhere(directory.compare(paper.from(), from.from()), from, paper), from.from(), from.to(), paper);
            case THEIRS -> said.office().isEmpty() ? Likeness.UNKNOWN : theirs(said, paper);
            case UNSAID -> either(paper.from(), from);
        };
    }

    private Likeness recipient(Paper from, Said said, Paper paper) {
        if (!said.to().isEmpty()) return office(said.to(), paper.to(), paper.receiver());
        return switch (said.whose()) {
            case YOURS -> post(directory.compare(paper.to(), from.from()), paper.to(), from.place());
            case OURS -> directory.compare(paper.to(), from.to());
            case THEIRS, UNSAID -> either(paper.to(), from);
        };
    }

    /// A side that is named by its place alone is whoever writes from that place.
    private static Likeness post(Likeness otherwise, List<Party> side, String place) {
        return !place.isEmpty() && side.stream().anyMatch(p -> p.key().equals(place)) ? Likeness.SAME : otherwise;
    }

    /// One of another name who wrote from another place is another.
    private static Likeness elsewhere(Likeness alike, Paper from, Paper paper) {
        return alike == Likeness.UNLIKE && !from.place().isEmpty() && !paper.place().isEmpty() ? Likeness.OTHER : alike;
    }

    /// Another office of the same place is the one that is meant where the paper's number has its place in that one's series.
    private Likeness inSeries(Likeness alike, List<Party> sender, List<Party> recipient, Paper paper) {
        return alike == Likeness.SAME_PLACE && directory.counts(sender, recipient, paper) ? Likeness.SAME : alike;
    }

    /// How a side agrees with one of the two sides of the mentioning paper, whichever it is likest.
    private Likeness either(List<Party> side, Paper from) {
        Likeness a = directory.compare(side, from.from()), b = directory.compare(side, from.to());
        var best = a.ordinal() < b.ordinal() ? a : b;
        return best.ordinal() > Likeness.UNKNOWN.ordinal() ? Likeness.UNKNOWN : best;
    }

    /// What was sent to the office named is not from it; but a submission is named after the body that it goes to.
    private Likeness theirs(Said said, Paper paper) {
        var alike = office(said.office(), paper.from(), paper.sender());
        if (alike == Likeness.SAME || said.kind().filter(k -> k == Kind.SUBMISSION).isPresent()) return alike;
        return office(said.office(), paper.to(), paper.receiver()) == Likeness.SAME ? Likeness.OTHER : alike;
    }

    /// How a name in running words agrees with a side of a message, by its name or by its office in the title.
    private Likeness office(String words, List<Party> side, Set<String> title) {
        var named = new HashSet<>(Paper.words(words));
        named.removeAll(GENERAL);
        if (!named.isEmpty() && title.containsAll(named)) return Likeness.SAME;
        var likeness = directory.compare(List.of(Party.of(words)), side);
        return likeness;
    }

    private static Series series(Said said, Paper paper) {
        if (said.numbers().isEmpty())
            return paper.numbers().isEmpty()
                    && paper.message().heading().filter(h -> WIRES.contains(h.kind().value())).isPresent() ? Series.NEITHER : Series.NO_NUMBER;
        if (paper.numbers().isEmpty()) return Series.UNNUMBERED;
        var best = Series.OTHER;
        for (var a : said.numbers()) for (var b : paper.numbers()) {
            if (a.digits() != b.digits()) {
                if (slip(a.digits(), b.digits()) && best == Series.OTHER) best = Series.SLIP;
                continue;
            }
            var s = series(a.series(), b.series());
            if (s.ordinal() < best.ordinal()) best = s;
        }
        return best;
    }

    private static int agreed(Said said, Paper paper) {
        for (var a : said.numbers()) for (var b : paper.numbers()) if (a.digits() == b.digits()) return a.digits();
        return 0;
    }

    /// Whether one printed digit may stand for another.
    private static boolean slip(int one, int other) {
        String a = Integer.toString(one), b = Integer.toString(other);
        if (a.length() != b.length() || a.length() < 2) return false;
        var differ = 0;
        for (var i = 0; i < a.length(); i++) if (a.charAt(i) != b.charAt(i)) differ++;
        return differ == 1 && a.charAt(a.length() - 1) == b.charAt(b.length() - 1); // numbers that differ in their last digit are neighbours
    }

    private static Series series(String said, String printed) {
        var s = said.startsWith("CIRCULAR") ? said.substring(8) : said;
        var p = printed.startsWith("CIRCULAR") ? printed.substring(8) : printed;
        if (s.equals(p)) return s.isEmpty() ? Series.BOTH_BARE : Series.SAME;
        if (s.isEmpty()) return Series.PRINTED_ONLY;
        if (p.isEmpty()) return Series.SAID_ONLY;
        return s.startsWith(p) || p.startsWith(s) || s.endsWith(p) || p.endsWith(s) ? Series.PART : Series.OTHER;
    }

    private static Dates date(Said said, Paper paper) {
        if (said.date().isEmpty() || !paper.dated()) return Dates.NOT_SAID;
        long first = said.date().get().first().toEpochDay(), last = said.date().get().last().toEpochDay();
        var day = said.date().get().isDay();
        if (paper.first() <= last && paper.last() >= first) return day ? Dates.SAME_DAY : Dates.WITHIN;
        var off = paper.first() > last ? paper.first() - last : first - paper.last();
        return off == 1 ? Dates.NEXT_DAY : off <= 4 ? Dates.NEAR : Dates.OTHER;
    }

    private static Kinds kind(Said said, Paper paper) {
        if (said.kind().isEmpty() || paper.message().heading().isEmpty()) return Kinds.UNSAID;
        Kind a = said.kind().get(), b = paper.message().heading().get().kind().value();
        if (a == b) return Kinds.SAME;
        if (b == Kind.OTHER) return Kinds.UNSAID;
        if (WIRES.contains(a) && WIRES.contains(b)) return Kinds.WIRE;
        return Kinds.OTHER;
    }
}
