package chancery.web;

import chancery.archive.ReadingRoom;
import chancery.claim.Claim;
import chancery.claim.ClaimChoice;
import chancery.claim.ClaimSource;
import chancery.claim.Decision;
import chancery.claim.ProvenanceGraph;
import chancery.claim.Register;
import chancery.claim.State;
import chancery.document.Edtf;
import chancery.search.DateWords;
import chancery.search.Wording;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/// The list of claims, narrowed and paged.
///
/// @param chosen what it is narrowed by
/// @param claims the page's claims
/// @param counts how many claims of each state the other choices leave; the states are counted apart
/// @param time   when the claims chosen were first reported, month by month; each bar narrows to its time
/// @param against the papers that speak against the page's claims
/// @param sources whose word they rest on, those with the most claims first
public record ClaimsPage(Chosen chosen, List<Claim> claims, Map<State, Long> counts, TimeBars time, List<Source> sources, NamedPapers against, Pager pager) {
    static final int PAGE = 30;
    private static final int SOURCES = 12;

    /// A source named in chains, how many of the claims have it, and where the list narrowed to it is.
    public record Source(String name, long claims, String address) {}

    /// What the list is narrowed by.
    ///
    /// @param state  empty for the accepted where there are any, else the proposed
    /// @param source a name in the chain or of an author; empty for any
    /// @param asSource only in the chain
    /// @param words  said in the claim, as a query; empty for any
    /// @param verdict what is known of it; empty for anything
    /// @param time   the time that it speaks of overlaps this; empty for any, and for those that name none
    /// @param from   reported on this day or later
    /// @param to     reported on this day or earlier; claims are shown as they were known on it
    public record Chosen(State state, String source, boolean asSource, String words, Optional<Verdict> verdict,
            Optional<Edtf> time, Optional<Edtf> from, Optional<Edtf> to, int page) {
        String address(int page) {
            var query = new ArrayList<String>();
            query.add("state=" + state.word());
            if (!source.isEmpty()) query.add("source=" + View.encode(source));
            if (asSource && !source.isEmpty()) query.add("as=source");
            if (!words.isEmpty()) query.add("words=" + View.encode(words));
            verdict.ifPresent(v -> query.add("verdict=" + v.value()));
            time.ifPresent(d -> query.add("time=" + View.encode(d.text())));
            from.ifPresent(d -> query.add("from=" + View.encode(d.text())));
            to.ifPresent(d -> query.add("to=" + View.encode(d.text())));
            if (page > 1) query.add("page=" + page);
            return "/claims?" + String.join("&", query);
        }

        /// Whether claims of its state are left out.
        public boolean isNarrowed() {
            return !source.isEmpty() || !words.isEmpty() || verdict.isPresent() || time.isPresent() || from.isPresent() || to.isPresent();
        }

        Chosen within(Optional<Edtf> first, Optional<Edtf> last) {
            return new Chosen(state, source, asSource, words, verdict, time, first, last, 1);
        }

        Chosen by(String other) {
            return new Chosen(state, other, true, words, verdict, time, from, to, 1);
        }

        /// The same with what stands in papers that the source wrote.
        Chosen asAuthorToo() {
            return new Chosen(state, source, false, words, verdict, time, from, to, 1);
        }

        Chosen with(State other) {
            return new Chosen(other, source, asSource, words, verdict, time, from, to, 1);
        }
    }

    /// @param says what the words mean, as the search understands them
    static ClaimsPage of(Register register, ReadingRoom room, Optional<State> state, String source, boolean asSource, String words,
            Wording says, Optional<Verdict> verdict, Optional<Edtf> time, Optional<Edtf> from, Optional<Edtf> to, int page) {
        var choice = new ClaimChoice(source, asSource, says::isIn, time, from, to);
        Predicate<Claim> judged = verdict.map(v -> v.among(register)).orElse(_ -> true);
        var counts = new LinkedHashMap<State, Long>();
        for (var s : State.values()) counts.put(s, 0L);
        var byState = new LinkedHashMap<State, List<Claim>>();
        for (var claim : register.claims()) {
            if (!choice.test(claim) || !judged.test(claim)) continue;
            counts.merge(claim.state(), 1L, Long::sum);
            byState.computeIfAbsent(claim.state(), _ -> new ArrayList<>()).add(claim);
        }
        var shown = state.orElse(byState.containsKey(State.ACCEPTED) ? State.ACCEPTED : State.PROPOSED);
        var chosen = new Chosen(shown, source, asSource, words, verdict, time, from, to, page);
        var all = byState.getOrDefault(shown, List.of());
        var shownHere = all.stream().skip((page - 1L) * PAGE).limit(PAGE).map(choice::asKnown).toList();
        var against = NamedPapers.of(
                shownHere.stream().flatMap(c -> c.evidence(false).stream()).map(d -> ((Decision.Evidence) d.what()).record()).distinct().toList(), room);
        return new ClaimsPage(chosen, shownHere, counts, time(all, chosen), sources(register.sources(all), chosen), against,
                new Pager(page, PAGE, all.size(), chosen::address));
    }

    private static TimeBars time(List<Claim> claims, Chosen chosen) {
        var counts = new HashMap<YearMonth, Long>();
        for (var claim : claims)
            claim.first().paper().day().map(Edtf::first).filter(day -> day.isAfter(LocalDate.MIN))
                    .ifPresent(day -> counts.merge(YearMonth.from(day), 1L, Long::sum));
        var months = new TreeMap<String, Long>();
        counts.forEach((month, many) -> months.put(String.format(Locale.ROOT, "%04d-%02d", month.getYear(), month.getMonthValue()), many));
        return months.size() < 2 ? TimeBars.of(new TreeMap<>())
                : TimeBars.of(months, "Claims", n -> View.many(n, "claim", "claims"), time -> chosen.within(Edtf.parse(time), Edtf.parse(time)).address(1));
    }

    private static List<Source> sources(List<ClaimSource> all, Chosen chosen) {
        return all.stream().map(s -> new Source(s.name(), s.claims(chosen.state()), chosen.by(s.name()).address(1)))
                .sorted(Comparator.comparingLong(Source::claims).reversed().thenComparing(Source::name)).limit(SOURCES).toList();
    }

    /// Whether it is narrowed to what rests on the word of the source.
    public boolean isOnItsWord() {
        return chosen.asSource() && !chosen.source().isEmpty();
    }

    /// The address of the list where it is narrowed to papers of the source as well as to its word.
    public String asAuthorToo() {
        return chosen.asAuthorToo().address(1);
    }

    /// The address of the list in another state.
    public String at(State state) {
        return chosen.with(state).address(1);
    }

    public long count(State state) {
        return counts.getOrDefault(state, 0L);
    }

    public static String name(State state) {
        return switch (state) {
            case PROPOSED -> "Proposed";
            case ACCEPTED -> "Accepted";
            case REJECTED -> "Rejected";
        };
    }

    /// How independent a claim's reports are, in words.
    public String independence(Claim claim) {
        return ProvenanceGraph.of(claim.dossier()).independence().words();
    }

    /// Who reported it, when, and on whose word: one line.
    public List<String> facts(Claim claim) {
        var first = claim.dossier().first();
        var facts = new ArrayList<String>();
        facts.add(first.paper().day().map(d -> DateInWords.brief(chancery.document.Dating.of(d.text()))).orElse("Undated"));
        if (!first.paper().author().isEmpty()) facts.add(first.paper().author() + " ← " + String.join(" ← ", first.chain().words()));
        else facts.add(String.join(" ← ", first.chain().words()));
        first.about().ifPresent(of -> facts.add("speaks of " + DateInWords.brief(of)));
        var reports = claim.dossier().attestations().size();
        if (reports > 1) facts.add(View.many(reports, "report", "reports"));
        facts.add(independence(claim));
        if (chosen.to().isEmpty()) claim.credibility().judged().ifPresent(g -> facts.add("grade " + g.figure()));
        return facts;
    }

    /// That papers speak against it, as far as known on the last day that is asked for; empty where none does.
    public String contradicted(Claim claim) {
        return ClaimPage.contradicted(claim, against, chosen.to().map(Edtf::last));
    }

    /// A claim's page, as known on the last day that is asked for.
    public String at(Claim claim) {
        return "/claim/" + claim.id() + chosen.to().map(d -> "?on=" + View.encode(d.last().toString())).orElse("");
    }

    /// What stands in the field of the time that is spoken of.
    public String speaksOf() {
        return chosen.time().map(DateWords::typed).orElse("");
    }

    /// What stands in the field of the first day.
    public String from() {
        return chosen.from().map(DateWords::typed).orElse("");
    }

    public String to() {
        return chosen.to().map(DateWords::typed).orElse("");
    }
}
