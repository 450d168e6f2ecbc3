package chancery.web;

import chancery.archive.ReadingRoom;
import chancery.authority.Authority;
import chancery.authority.NameWords;
import chancery.authority.Variant;
import chancery.claim.Decided;
import chancery.claim.Decision;
import chancery.document.Dating;
import chancery.document.Edtf;
import chancery.document.Reader;
import chancery.document.RecordId;
import chancery.exchange.out.AuthorityRows;
import chancery.exchange.out.EacCpf;
import chancery.search.Dimension;
import chancery.search.Finder;
import chancery.search.People;
import chancery.search.People.Entry;
import chancery.search.People.Form;
import chancery.search.SearchRequest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Somebody's page, or a place's: what is known of it, its names, the papers it sent and received, whom it wrote to, what claims rest on its word.
///
/// @param names    the names that papers print, with their papers
/// @param boundTo  papers in which a name means it that elsewhere means others; by name
/// @param wroteTo  those whom it wrote to most
/// @param heardFrom those who wrote to it most
/// @param time     its papers over time
/// @param grades   what was judged of it as a source, the newest first
/// @param said     what decisions say of it, in order
public record PersonPage(Entry entry, List<Name> names, List<Bound> boundTo, List<With> wroteTo, List<With> heardFrom, Over time,
        List<Decided> grades, List<Decided> said, ZoneId zone) {
    private static final int WITH = 8, FEW = 4;

    /// A name as papers print it.
    ///
    /// @param period when it means it, in words; empty for always
    public record Name(String words, String period, Count sent, Count received, Count about) {}

    /// How many papers, and where they are found.
    public record Count(long papers, String to) {}

    /// A name that means it in one paper.
    public record Bound(String words, String title, String to) {}

    /// Papers over time.
    ///
    /// @param what which: `Papers sent`
    public record Over(String what, TimeBars bars) {}

    /// Somebody whom it wrote to or heard from.
    ///
    /// @param to     his page
    /// @param papers how many, and where they are found
    public record With(String name, String to, Count papers) {}

    static PersonPage of(Entry entry, People people, Finder finder, ReadingRoom room, ZoneId zone) {
        var reader = room.reader();
        var names = entry.forms().stream().map(PersonPage::name).toList();
        var register = room.claims();
        var grades = new LinkedHashMap<Long, Decided>();
        for (var name : called(entry)) for (var judged : register.graded(name)) grades.put(judged.number(), judged);
        var shown = called(entry).stream().map(NameWords::key).collect(Collectors.toSet());
        var said = register.decisions().stream().filter(d -> tells(d.what(), entry, shown)).toList();
        return new PersonPage(entry, names, bound(entry, room), with(entry, Dimension.FROM, Dimension.TO, people, finder, reader),
                with(entry, Dimension.TO, Dimension.FROM, people, finder, reader), time(entry, finder, reader), List.copyOf(grades.values()), said, zone);
    }

    /// Whether a decision says something of it that these papers show: of a name that only closed papers use nothing is told.
    ///
    /// @param shown the keys of the names that these papers use
    private static boolean tells(Decision what, Entry entry, Set<String> shown) {
        return switch (what) {
            case Decision.Described _, Decision.Merged _ -> what.subject().equals(entry.key());
            case Decision.Identified i -> i.subject().equals(entry.key()) && (i.variant().paper().isPresent()
                    || shown.contains(NameWords.key(i.variant().words())));
            case Decision.Reading _, Decision.Joined _, Decision.Parted _, Decision.Evidence _, Decision.Assessed _, Decision.SourceGraded _,
                    Decision.Inquired _, Decision.Answered _ -> false;
        };
    }

    private static List<String> called(Entry entry) {
        var names = new LinkedHashSet<String>();
        entry.authority().ifPresent(a -> names.add(a.spoken()));
        entry.forms().forEach(f -> names.add(f.words()));
        names.addAll(entry.said());
        return List.copyOf(names);
    }

    private static Name name(Form form) {
        return new Name(form.words(), form.period().map(DateInWords::brief).orElse(""), count(form, Dimension.FROM), count(form, Dimension.TO),
                count(form, form.papers(Dimension.PLACE) > 0 ? Dimension.PLACE : Dimension.PEOPLE));
    }

    private static Count count(Form form, Dimension field) {
        return new Count(form.papers(field), ResultsPage.address(form.search(field)));
    }

    private static List<Bound> bound(Entry entry, ReadingRoom room) {
        var bound = new ArrayList<Bound>();
        for (var name : entry.authority().map(Authority::variants).orElse(List.of()))
            name.paper().flatMap(room::record).ifPresent(r -> bound.add(new Bound(name.words(), r.description().title(), View.at(r.card()))));
        return bound;
    }

    /// The papers that have any of its names in a field, those of one time apart.
    private static SearchRequest always(Entry entry, Dimension field) {
        var values = new LinkedHashSet<String>();
        for (var form : entry.forms()) if (form.period().isEmpty()) values.addAll(form.where().getOrDefault(field, List.of()));
        var chosen = new EnumMap<Dimension, SequencedSet<String>>(Dimension.class);
        if (!values.isEmpty()) chosen.put(field, values);
        return new SearchRequest("", "", chosen, SearchRequest.Sort.DATE, 1, 1, false);
    }

    private static List<With> with(Entry entry, Dimension own, Dimension other, People people, Finder finder, Reader reader) {
        var request = always(entry, own);
        if (request.chosen().isEmpty()) return List.of();
        record Met(Entry who, SequencedSet<String> values, long[] papers) {}
        var met = new LinkedHashMap<String, Met>();
        for (var value : finder.values(request, other, reader))
            people.of(value.value()).ifPresent(who -> {
                var one = met.computeIfAbsent(who.key(), _ -> new Met(who, new LinkedHashSet<>(), new long[1]));
                one.values().add(value.value());
                one.papers()[0] += value.count();
            });
        return met.values().stream().sorted((a, b) -> Long.compare(b.papers()[0], a.papers()[0])).limit(WITH).map(m -> {
            var chosen = new EnumMap<>(request.chosen());
            chosen.put(other, m.values());
            return new With(spoken(m.who()), address(m.who()),
                    new Count(m.papers()[0], ResultsPage.address(new SearchRequest("", "", chosen, SearchRequest.Sort.DATE, 1, 20, false))));
        }).toList();
    }

    /// The papers of the field that has most of them, by month or year; none where they are of a few months, of which bars tell nothing.
    private static Over time(Entry entry, Finder finder, Reader reader) {
        var field = Stream.of(Dimension.FROM, Dimension.TO, Dimension.PEOPLE, Dimension.PLACE).max(Comparator.comparingLong(entry::papers)).orElseThrow();
        var request = always(entry, field);
        var months = request.chosen().isEmpty() ? new TreeMap<String, Long>() : finder.find(request, reader).months();
        if (months.size() < FEW) return new Over("", TimeBars.of(new TreeMap<>()));
        var what = switch (field) {
            case FROM -> "Papers sent";
            case TO -> "Papers received";
            case PEOPLE -> "Papers that name it";
            default -> "Papers";
        };
        return new Over(what, TimeBars.of(months, what, View::papers,
                time -> ResultsPage.address(request.withSize(20).withSort(SearchRequest.Sort.DATE).withDates(time))));
    }

    // ---- addresses

    /// Where somebody's page is.
    static String address(Entry entry) {
        return entry.authority().map(PersonPage::address).orElseGet(() -> entry.papers(Dimension.PLACE) > 0
                ? ResultsPage.address(entry.forms().getFirst().search(Dimension.PLACE)) : "/name/" + View.encode(entry.key()));
    }

    static String address(Authority authority) {
        return (authority.kind() == Authority.Kind.PLACE ? "/place/" : "/person/") + authority.id();
    }

    /// Where the page of somebody is whom a paper names.
    static String address(String name, Dating dating, RecordId paper, ReadingRoom room) {
        return room.claims().identities().authorities().one(name, dating.edtf(), Optional.of(paper)).map(PersonPage::address)
                .orElseGet(() -> People.key(name).isEmpty() ? "" : "/name/" + View.encode(People.key(name)));
    }

    /// By what somebody stands in a list by letter: persons by their family names.
    static String sorted(Entry entry) {
        return entry.authority().map(Authority::name).orElseGet(() -> PersonName.of(entry.label()).inverted());
    }

    /// Somebody as exports take him.
    public static AuthorityRows.Named named(Entry entry) {
        return new AuthorityRows.Named(entry.authority(), entry.label(), entry.forms().stream().map(form -> new AuthorityRows.Name(form.words(), form.period(),
                form.papers(Dimension.FROM), form.papers(Dimension.TO), form.papers(Dimension.PEOPLE) + form.papers(Dimension.PLACE))).toList(),
                entry.said(), entry.accepted(), entry.proposed());
    }

    /// The forms to carry it away in, with their addresses; none of what nobody described.
    public List<Map.Entry<String, String>> forms() {
        if (entry.authority().isEmpty()) return List.of();
        return isPlace() ? List.of(Map.entry("JSON", path() + ".json")) : List.of(Map.entry("EAC-CPF", path() + ".eac.xml"),
                Map.entry("JSON", path() + ".json"));
    }

    /// Its description and its changes, for those who keep authority records.
    List<EacCpf.Event> events() {
        return said.stream().filter(d -> !(d.what() instanceof Decision.Merged)).map(d -> new EacCpf.Event(d.at(), d.who())).distinct().toList();
    }

    // ---- what the page says

    /// Its name in the order of speech.
    public String name() {
        return spoken(entry);
    }

    private static String spoken(Entry entry) {
        return entry.authority().map(Authority::spoken).orElse(entry.label());
    }

    public String path() {
        return address(entry);
    }

    public boolean isPlace() {
        return entry.authority().filter(a -> a.kind() == Authority.Kind.PLACE).isPresent();
    }

    /// What it is: `Person`; empty where nobody described it.
    public String kind() {
        return entry.authority().map(a -> View.capital(a.kind().word())).orElse("");
    }

    /// Its dates of existence in words; empty where nobody said.
    public String dates() {
        return entry.authority().flatMap(Authority::dates).map(DateInWords::full).orElse("");
    }

    /// Whether describers name it in papers.
    public boolean isNamed() {
        return entry.papers(Dimension.PEOPLE) > 0;
    }

    /// The counts of a name, as many as the table has columns.
    public List<Count> counts(Name name) {
        return isPlace() ? List.of(name.about()) : isNamed() ? List.of(name.sent(), name.received(), name.about()) : List.of(name.sent(), name.received());
    }

    /// What was recorded as its names, for those who decide.
    public List<Variant> recorded() {
        return entry.authority().map(Authority::variants).orElse(List.of());
    }

    /// Where its claims are, of one state.
    public String claims(String state) {
        return "/claims?state=" + state + "&source=" + View.encode(entry.authority().map(Authority::spoken).orElse(entry.said().isEmpty() ? entry.label()
                : entry.said().getFirst())) + "&as=source";
    }

    public Decision.SourceGraded grade(Decided d) {
        return (Decision.SourceGraded) d.what();
    }

    public String day(Decided d) {
        return DateInWords.day(LocalDate.ofInstant(d.at(), zone));
    }

    /// What was decided, in words.
    public String words(Decided d) {
        return switch (d.what()) {
            case Decision.Described e -> "described it as “" + e.name() + "”";
            case Decision.Identified i -> (i.means() ? "recorded the name “" : "took away the name “") + i.variant().words() + "”"
                    + i.variant().period().map(p -> ", " + DateInWords.brief(p)).orElse("");
            case Decision.Merged m -> m.one() ? "took it and another for one" : "took it and another apart again";
            case Decision.Reading _, Decision.Joined _, Decision.Parted _, Decision.Evidence _, Decision.Assessed _, Decision.SourceGraded _,
                    Decision.Inquired _, Decision.Answered _ -> "decided about a claim";
        };
    }

    /// A time in words.
    public static String time(Edtf time) {
        return DateInWords.brief(time);
    }

    /// Whether several names stand here of which nobody said that they are one person's.
    public boolean isOfSeveralNames() {
        return entry.authority().isEmpty() && names.size() > 1;
    }

    /// The total of a field over all names, and where it is found: in one search where no name is of one time only.
    public Map<String, Count> totals() {
        var totals = new LinkedHashMap<String, Count>();
        for (var field : List.of(Dimension.FROM, Dimension.TO, Dimension.PEOPLE, Dimension.PLACE)) {
            var papers = entry.papers(field);
            if (papers == 0) continue;
            var dated = entry.forms().stream().anyMatch(f -> f.period().isPresent() && f.papers(field) > 0);
            var word = switch (field) {
                case FROM -> "Sent";
                case TO -> "Received";
                case PLACE -> "Papers";
                default -> "Named in";
            };
            totals.put(word, new Count(papers, dated ? "" : ResultsPage.address(always(entry, field).withSize(20).withSort(SearchRequest.Sort.DATE))));
        }
        return totals;
    }
}
