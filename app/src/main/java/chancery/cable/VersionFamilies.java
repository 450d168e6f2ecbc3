package chancery.cable;

import chancery.cable.VersionFamily.Kind;
import chancery.cable.VersionFamily.Kinship;
import chancery.document.Edtf;
import chancery.document.RecordId;
import chancery.document.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Finds papers that are one message in several forms, among those that one audience may see. Pure: the same papers give the same families, in
/// whatever order they come.
///
/// Two papers are compared only where they share marks of their words ([Fingerprint]) or stand under the same heading (day, sender) and one says
/// of itself that it is a paraphrase or a translation, so that the work grows with the papers and not with their square. Marks that more than
/// [#COMMON] papers share are phrases of the trade and tell nothing.
public final class VersionFamilies {
    private static final int COMMON = 20, FEWEST_MARKS = 3, LARGEST = 12, SAME_HEADING = 12;
    private static final double SAME = 0.6, WITHIN = 0.7, REWORDED = 0.25, ANOTHER = 0.5;
    private static final Duration SAME_DAY = Duration.ofDays(1);

    private VersionFamilies() {}

    /// One text of one paper.
    ///
    /// @param message  the paper
    /// @param kind     what the text says it is
    /// @param language BCP 47; `und` when not known
    /// @param print    of its words
    public record Copy(Message message, Text.Kind kind, String language, Fingerprint print) {}

    private record Pair(int a, int b) {}

    /// Finds the families.
    ///
    /// @param copies the texts of every paper that the audience may see, closed texts left out
    /// @return families in the order of their first version's date
    public static List<VersionFamily> of(List<Copy> copies) {
        var sorted = new ArrayList<>(copies);
        sorted.sort(Comparator.comparing((Copy c) -> c.message().order()).thenComparing(c -> c.message().id())
                .thenComparing(Copy::kind).thenComparing(Copy::language).thenComparing(c -> c.print().words()));
        var best = new TreeMap<String, Kinship>();
        candidates(sorted).forEach((pair, shared) -> {
            Copy a = sorted.get(pair.a()), b = sorted.get(pair.b());
            if (a.message().id().equals(b.message().id())) return;
            kinship(a, b, shared).ifPresent(k -> best.merge(key(k), k, (x, y) -> STRENGTH.compare(x, y) <= 0 ? x : y));
        });
        var kinships = new ArrayList<>(best.values());
        kinships.sort(STRENGTH);
        return families(kinships, sorted);
    }

    private static final Comparator<Kinship> STRENGTH = Comparator.comparingDouble(Kinship::confidence)
            .reversed().thenComparing(Kinship::kind).thenComparing(Kinship::of).thenComparing(Kinship::to);

    private static String key(Kinship k) {
        return k.of().compareTo(k.to()) < 0 ? k.of() + " " + k.to() : k.to() + " " + k.of();
    }

    // ---- which are compared

    /// Pairs that may be kin, with the marks they share.
    private static Map<Pair, Integer> candidates(List<Copy> copies) {
        long[] marks = marked(copies);
        var shared = new HashMap<Pair, Integer>();
        for (int from = 0, to; from < marks.length; from = to) {
            to = from + 1;
            while (to < marks.length && marks[to] >> 32 == marks[from] >> 32) to++;
            if (to - from > COMMON) continue;
            for (int i = from; i < to; i++) for (int j = i + 1; j < to; j++) shared.merge(new Pair((int) marks[i], (int) marks[j]), 1, Integer::sum);
        }
        shared.values().removeIf(many -> many < FEWEST_MARKS);
        headings(copies).forEach(pair -> shared.putIfAbsent(pair, copies.get(pair.a()).print().shared(copies.get(pair.b()).print())));
        return shared;
    }

    /// Every mark with the place of its text behind it, in order, so that those who share one stand together.
    private static long[] marked(List<Copy> copies) {
        var marks = new long[copies.stream().mapToInt(c -> c.print().marks().size()).sum()];
        int at = 0;
        for (int i = 0; i < copies.size(); i++) for (int mark : copies.get(i).print().marks()) marks[at++] = (long) mark << 32 | i;
        Arrays.sort(marks);
        return marks;
    }

    /// Pairs under one heading, one of which says that it is a paraphrase or translation, or is in another language.
    private static Set<Pair> headings(List<Copy> copies) {
        var byHeading = new TreeMap<String, List<Integer>>();
        for (int i = 0; i < copies.size(); i++) {
            Message m = copies.get(i).message();
            if (m.dating().edtf().isEmpty() || !m.dating().edtf().get().isDay()) continue;
            for (String from : Speaker.keys(Speaker.senders(m)))
                byHeading.computeIfAbsent(m.dating().edtf().get().first() + " " + from, _ -> new ArrayList<>()).add(i);
        }
        var pairs = new HashSet<Pair>();
        for (List<Integer> some : byHeading.values()) {
            if (some.size() > SAME_HEADING) continue;
            for (int i = 0; i < some.size(); i++) for (int j = i + 1; j < some.size(); j++) {
                Copy a = copies.get(some.get(i)), b = copies.get(some.get(j));
                if (form(a) != form(b) || !sameLanguage(a, b)) pairs.add(new Pair(some.get(i), some.get(j)));
            }
        }
        return pairs;
    }

    /// The form that a text has by its own word; verbatim where it says none.
    private static Version form(Copy copy) {
        Optional<Version> said = copy.message().heading().flatMap(CableHeading::version).map(Printed::value);
        if (copy.kind() == Text.Kind.PARAPHRASE || said.filter(v -> v == Version.PARAPHRASE).isPresent()) return Version.PARAPHRASE;
        if (copy.kind() == Text.Kind.TRANSLATION || said.filter(v -> v == Version.TRANSLATION).isPresent()) return Version.TRANSLATION;
        return Version.VERBATIM;
    }

    // ---- what they are to each other

    private static Optional<Kinship> kinship(Copy a, Copy b, int shared) {
        int fewest = Math.max(1, Math.min(a.print().marks().size(), b.print().marks().size()));
        int most = Math.max(1, Math.max(a.print().marks().size(), b.print().marks().size()));
        double ofSmaller = Math.min(1, (double) shared / fewest), ofLarger = Math.min(1, (double) shared / most);
        boolean together = day(a, b), sameSender = sameSender(a, b);
        Version formA = form(a), formB = form(b);
        if (together && sameSender && formA != formB && addressed(a, b)) {
            boolean first = formA != Version.VERBATIM && (formB == Version.VERBATIM || formA == Version.TRANSLATION);
            Copy of = first ? a : b, to = first ? b : a;
            double alike = Math.max(a.print().alike(b.print()), ofSmaller);
            boolean translated = formA == Version.TRANSLATION || formB == Version.TRANSLATION;
            if (translated && !sameLanguage(a, b)) return kin(of, to, Kind.TRANSLATION, 0.75, "The same day and sender; says that it is a translation");
            if (alike >= (otherNumber(a, b) ? ANOTHER : REWORDED))
                return kin(of, to, translated ? Kind.TRANSLATION : Kind.PARAPHRASE, Math.min(0.97, 0.65 + alike * 0.4),
                        "The same day and sender; says that it is a " + (translated ? "translation" : "paraphrase")
                        + "; " + part(alike) + " of the words that matter are the same");
        }
        if (!sameLanguage(a, b) && together && sameSender && addressed(a, b) && sameNumber(a, b))
            return kin(later(a, b), earlier(a, b), Kind.TRANSLATION, 0.8, "The same day, sender and number, in another language");
        if (shared < FEWEST_MARKS) return Optional.empty();
        if (ofLarger >= SAME) return same(a, b, ofLarger, together, sameSender);
        return ofSmaller >= WITHIN ? within(a, b, ofSmaller, together, sameSender) : Optional.empty();
    }

    /// Nearly all of each stands in the other.
    private static Optional<Kinship> same(Copy a, Copy b, double part, boolean together, boolean sameSender) {
        double sure = Math.min(0.99, 0.55 + part * 0.4 + (together ? 0.05 : 0));
        String words = part(part) + " of their words are the same" + (together ? ", and the day" : "") + (sameSender ? ", and the sender" : "");
        if (together && sameSender && printedApart(a, b))
            return kin(later(a, b), earlier(a, b), Kind.PRINTED_EDITION, sure, words + "; printed in two volumes");
        boolean sentElsewhere = !addressed(a, b);
        if (sentElsewhere || !together)
            return kin(later(a, b), earlier(a, b), Kind.RETRANSMISSION, sure, words + (sentElsewhere ? "; sent to somebody else" : "; on another day"));
        return kin(later(a, b), earlier(a, b), Kind.VERBATIM, sure, words);
    }

    /// Nearly all of the shorter stands in the longer.
    private static Optional<Kinship> within(Copy a, Copy b, double part, boolean together, boolean sameSender) {
        Copy shorter = a.print().words() <= b.print().words() ? a : b, longer = shorter == a ? b : a;
        double sure = Math.min(0.95, 0.5 + part * 0.4 + (together && sameSender ? 0.05 : 0));
        String words = part(part) + " of the shorter stands in the longer";
        boolean unsaid = Speaker.senders(a.message()).isEmpty() || Speaker.senders(b.message()).isEmpty();
        if (together && (sameSender || unsaid) && addressed(a, b))
            return kin(shorter, longer, Kind.EXTRACT, sure, words + "; the same day" + (sameSender ? " and sender" : ""));
        return kin(longer, shorter, Kind.RETRANSMISSION, sure, words);
    }

    private static Optional<Kinship> kin(Copy of, Copy to, Kind kind, double confidence, String reason) {
        return Optional.of(new Kinship(of.message().id(), to.message().id(), kind, Math.round(confidence * 100) / 100.0, reason));
    }

    private static String part(double part) {
        return Math.round(part * 10) >= 10 ? "all" : String.format(Locale.ROOT, "%d in ten", Math.max(1, Math.round(part * 10)));
    }

    private static boolean day(Copy a, Copy b) {
        Moment x = Moment.of(a.message()), y = Moment.of(b.message());
        if (x.equals(Moment.ANY) || y.equals(Moment.ANY)) return false;
        Optional<Edtf> p = a.message().dating().edtf(), q = b.message().dating().edtf();
        if (p.isPresent() && q.isPresent() && p.get().first().equals(q.get().first())) return true;
        return !x.before(y) && !y.before(x)
                || Duration.between(x.before(y) ? x.last() : y.last(), x.before(y) ? y.first() : x.first()).compareTo(SAME_DAY) <= 0;
    }

    /// Whether the two may have gone to the same: they share a recipient, or one of them names none.
    private static boolean addressed(Copy a, Copy b) {
        List<String> x = Speaker.recipients(a.message()), y = Speaker.recipients(b.message());
        return x.isEmpty() || y.isEmpty() || meet(x, y);
    }

    private static boolean sameSender(Copy a, Copy b) {
        return meet(Speaker.senders(a.message()), Speaker.senders(b.message()));
    }

    private static boolean meet(List<String> a, List<String> b) {
        return !Collections.disjoint(Speaker.keys(a), Speaker.keys(b));
    }

    private static boolean sameNumber(Copy a, Copy b) {
        return number(a).isPresent() && number(a).equals(number(b));
    }

    private static boolean otherNumber(Copy a, Copy b) {
        return number(a).isPresent() && number(b).isPresent() && !number(a).equals(number(b));
    }

    private static Optional<String> number(Copy copy) {
        return copy.message().heading().flatMap(CableHeading::number).map(Printed::value);
    }

    private static boolean sameLanguage(Copy a, Copy b) {
        return a.language().equals(b.language()) || a.language().equals("und") || b.language().equals("und");
    }

    private static boolean printedApart(Copy a, Copy b) {
        Optional<Message.InPrint> x = a.message().printed(), y = b.message().printed();
        return x.isPresent() && y.isPresent() && !(x.get().edition().equals(y.get().edition()) && x.get().volume().equals(y.get().volume()));
    }

    private static final Comparator<Copy> IN_TIME = Comparator.comparing((Copy c) -> Moment.of(c.message()).middle())
            .thenComparing(c -> c.message().order()).thenComparing(c -> c.message().id());

    private static Copy later(Copy a, Copy b) {
        return IN_TIME.compare(a, b) < 0 ? b : a;
    }

    private static Copy earlier(Copy a, Copy b) {
        return IN_TIME.compare(a, b) < 0 ? a : b;
    }

    // ---- families

    private static List<VersionFamily> families(List<Kinship> kinships, List<Copy> copies) {
        var place = new LinkedHashMap<RecordId, Integer>();
        var kin = new HashSet<RecordId>();
        for (Kinship k : kinships) Collections.addAll(kin, k.of(), k.to());
        copies.stream().filter(c -> kin.contains(c.message().id())).sorted(IN_TIME).forEach(c -> place.putIfAbsent(c.message().id(), place.size()));
        var home = new HashMap<RecordId, List<RecordId>>();
        var kept = new ArrayList<Kinship>();
        for (Kinship k : kinships) {
            List<RecordId> a = home.getOrDefault(k.of(), List.of(k.of())), b = home.getOrDefault(k.to(), List.of(k.to()));
            if (a != b && a.size() + b.size() > LARGEST && !a.equals(b)) continue;
            kept.add(k);
            if (a == b) continue;
            var both = new ArrayList<>(a);
            both.addAll(b);
            for (RecordId member : both) home.put(member, both);
        }
        var families = new LinkedHashMap<List<RecordId>, List<Kinship>>();
        for (Kinship k : kept) families.computeIfAbsent(inTime(home.getOrDefault(k.of(), List.of()), place), _ -> new ArrayList<>()).add(k);
        return families.entrySet().stream().map(f -> new VersionFamily(f.getKey(), f.getValue()))
                .sorted(Comparator.comparing(f -> place.getOrDefault(f.versions().getFirst(), 0))).toList();
    }

    private static List<RecordId> inTime(List<RecordId> members, Map<RecordId, Integer> place) {
        return members.stream().sorted(Comparator.comparing(m -> place.getOrDefault(m, 0))).toList();
    }
}
