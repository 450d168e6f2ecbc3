package chancery.search;

import chancery.archive.ReadingRoom;
import chancery.authority.Authorities;
import chancery.authority.Authority;
import chancery.authority.NameWords;
import chancery.authority.Variant;
import chancery.claim.Party;
import chancery.claim.ClaimSource;
import chancery.claim.State;
import chancery.document.Edtf;
import chancery.document.Reader;
import chancery.search.SearchResult.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Everybody, or every place, that the papers of one audience name in their headings and descriptions, and on whose word their claims rest: those whom people
/// described, and under their names alone those whom nobody described.
///
/// Somebody is here only where a paper of this audience names him, and with the names that these papers use: what was recorded for closed papers shows nowhere.
/// Names of persons that share a family name stand together until somebody says who they are.
public final class People {
    private static final Pattern NOT_OF_NAMES = Pattern.compile("[^\\p{L}\\p{N}]+");
    private final Finder finder;
    private final Reader reader;
    private final Authorities known;
    private final List<ClaimSource> sources;
    private final List<Dimension> fields;
    private final Predicate<Authority> isMeant;
    private final Map<Dimension, Map<String, List<Value>>> printed = new EnumMap<>(Dimension.class);
    private final List<Entry> entries;

    private People(Finder finder, ReadingRoom room, List<Dimension> fields, Predicate<Authority> isMeant, List<ClaimSource> sources) {
        this.finder = finder;
        this.reader = room.reader();
        this.known = room.claims().identities().authorities();
        this.sources = sources;
        this.fields = fields;
        this.isMeant = isMeant;
        for (var field : fields) {
            var byKey = new HashMap<String, List<Value>>();
            for (var value : finder.values(SearchRequest.of(""), field, reader)) // those in the most papers first
                byKey.computeIfAbsent(NameWords.key(value.value()), _ -> new ArrayList<>()).add(value);
            printed.put(field, byKey);
        }
        this.entries = gathered();
    }

    /// Persons and bodies: senders, recipients, those whom describers named, and sources of claims who are any of these or were described.
    public static People of(Finder finder, ReadingRoom room) {
        return new People(finder, room, List.of(Dimension.FROM, Dimension.TO, Dimension.PEOPLE), a -> a.kind() != Authority.Kind.PLACE,
                room.claims().sources());
    }

    /// Places: those in which papers were written, and those that describers named.
    public static People places(Finder finder, ReadingRoom room) {
        return new People(finder, room, List.of(Dimension.PLACE), a -> a.kind() == Authority.Kind.PLACE, List.of());
    }

    /// A name as papers print it, and how many have it where.
    ///
    /// @param period when it means him; empty for always
    /// @param where  the values of each field that are this name
    /// @param papers how many papers have it in each field
    public record Form(String words, Optional<Edtf> period, Map<Dimension, List<String>> where, Map<Dimension, Long> papers) {
        public long papers(Dimension field) {
            return papers.getOrDefault(field, 0L);
        }

        /// The search for the papers that have it in a field.
        public SearchRequest search(Dimension field) {
            var chosen = new EnumMap<Dimension, SequencedSet<String>>(Dimension.class);
            chosen.put(field, new LinkedHashSet<>(where.getOrDefault(field, List.of())));
            return new SearchRequest("", period.map(Edtf::text).orElse(""), chosen, SearchRequest.Sort.DATE, 1, 20, false);
        }
    }

    /// Somebody, or a place.
    ///
    /// @param key       the end of its address, where nobody described it: `menzies`, `department of external affairs`
    /// @param label     the authorised form of its name, or the name that most papers have
    /// @param authority empty where nobody described it
    /// @param forms     the names that papers print; those in most papers first; empty where it is named in claims alone
    /// @param said      names under which claims rest on its word
    public record Entry(String key, String label, Optional<Authority> authority, List<Form> forms, List<String> said, long accepted, long proposed) {
        /// How many papers have it in a field, by each of its names.
        public long papers(Dimension field) {
            return forms.stream().mapToLong(f -> f.papers(field)).sum();
        }

        /// How many papers name it, field by field.
        public long weight() {
            return forms.stream().flatMap(f -> f.papers().values().stream()).mapToLong(n -> n).sum();
        }

        public long claims() {
            return accepted + proposed;
        }
    }

    /// All, those in the most papers first.
    public List<Entry> entries() {
        return entries;
    }

    private List<Entry> gathered() {
        var taken = new EnumMap<Dimension, Set<String>>(Dimension.class);
        for (var field : fields) taken.put(field, new HashSet<>());
        var all = new ArrayList<Entry>();
        for (var authority : known.all()) if (isMeant.test(authority)) described(authority, taken).ifPresent(all::add);
        all.addAll(named(taken));
        all.sort(Comparator.comparingLong(Entry::weight).reversed().thenComparing(Comparator.comparingLong(Entry::claims).reversed())
                .thenComparing(Entry::label).thenComparing(Entry::key));
        return List.copyOf(all);
    }

    /// The authority of an id, with the names that this audience's papers use; empty where none names it.
    public Optional<Entry> authority(String id) {
        return known.find(id).flatMap(found -> entries.stream().filter(e -> e.authority().filter(found::equals).isPresent()).findFirst());
    }

    /// Whom nobody described, by the end of its address; empty where no paper has the name, and where all who have it were described.
    public Optional<Entry> named(String key) {
        return entries.stream().filter(e -> e.authority().isEmpty() && e.key().equals(key)).findFirst();
    }

    /// Where a printed name leads: who was described by it, or the name alone. Empty where no paper of this audience prints it.
    public Optional<Entry> of(String name) {
        var who = known.one(name, Optional.empty(), Optional.empty());
        return who.isPresent() ? authority(who.get().id()) : named(key(name));
    }

    /// The end of the address of a name that nobody described.
    public static String key(String name) {
        return end(Party.key(name));
    }

    private static String end(String party) {
        return NOT_OF_NAMES.matcher(party).replaceAll("-").replaceAll("^-|-$", "").toLowerCase(Locale.ROOT);
    }

    // ---- who was described

    private Optional<Entry> described(Authority authority, Map<Dimension, Set<String>> taken) {
        var forms = new ArrayList<Form>();
        for (var name : authority.names()) {
            if (name.paper().isPresent()) continue;
            var form = form(name);
            if (form.papers().values().stream().anyMatch(n -> n > 0)) forms.add(form);
            if (name.period().isEmpty()) form.where().forEach((field, values) -> taken.computeIfAbsent(field, _ -> new HashSet<>()).addAll(values));
        }
        var source = sources.stream().filter(s -> s.authority().filter(authority::equals).isPresent()).findFirst();
        if (forms.isEmpty() && source.isEmpty()) return Optional.empty();
        return Optional.of(entry(authority.id(), authority.name(), Optional.of(authority), inOrder(forms), source));
    }

    private Form form(Variant name) {
        var where = new EnumMap<Dimension, List<String>>(Dimension.class);
        var papers = new EnumMap<Dimension, Long>(Dimension.class);
        for (var field : fields) {
            var values = values(field, NameWords.key(name.words()));
            if (values.isEmpty()) continue;
            where.put(field, values.stream().map(Value::value).toList());
            papers.put(field, values.stream().mapToLong(Value::count).sum());
        }
        var printed = where.values().stream().map(List::getFirst).findFirst().orElse(name.words()); // Evatt, where Dr. Evatt was recorded
        var form = new Form(printed, name.period(), where, papers);
        if (name.period().isPresent()) for (var field : List.copyOf(papers.keySet())) papers.put(field, finder.find(form.search(field), reader).total());
        return form;
    }

    private List<Value> values(Dimension field, String key) {
        return printed.getOrDefault(field, Map.of()).getOrDefault(key, List.of());
    }

    // ---- names alone

    /// Names that no authority takes for always, those of one party together.
    private List<Entry> named(Map<Dimension, Set<String>> taken) {
        var byParty = new LinkedHashMap<String, Map<String, Form>>();
        printed.forEach((field, names) -> names.forEach((key, values) -> {
            for (var value : values)
                if (!taken.getOrDefault(field, Set.of()).contains(value.value())) {
                    var form = byParty.computeIfAbsent(Party.key(value.value()), _ -> new LinkedHashMap<>()).computeIfAbsent(key,
                            _ -> new Form(value.value(), Optional.empty(), new EnumMap<>(Dimension.class), new EnumMap<>(Dimension.class)));
                    form.where().computeIfAbsent(field, _ -> new ArrayList<>()).add(value.value());
                    form.papers().merge(field, value.count(), Long::sum);
                }
        }));
        var unknown = new HashMap<String, ClaimSource>();
        for (var source : sources) if (source.authority().isEmpty()) unknown.put(source.party(), source);
        var entries = new ArrayList<Entry>();
        byParty.forEach((party, names) -> {
            var forms = inOrder(List.copyOf(names.values()));
            if (!end(party).isEmpty()) entries.add(entry(end(party), forms.getFirst().words(), Optional.empty(), forms,
                    Optional.ofNullable(unknown.get(party))));
        });
        return entries;
    }

    private static Entry entry(String key, String label, Optional<Authority> authority, List<Form> forms, Optional<ClaimSource> source) {
        return new Entry(key, label, authority, forms, source.map(People::said).orElse(List.of()), source.map(s -> s.claims(State.ACCEPTED)).orElse(0L),
                source.map(s -> s.claims(State.PROPOSED)).orElse(0L));
    }

    /// The names of a source, of those that differ in signs alone the commonest.
    private static List<String> said(ClaimSource source) {
        var names = new LinkedHashMap<String, String>();
        source.names().keySet().forEach(name -> names.putIfAbsent(NameWords.key(name), name));
        return List.copyOf(names.values());
    }

    private static List<Form> inOrder(List<Form> forms) {
        return forms.stream().sorted(Comparator.comparingLong((Form f) -> f.papers().values().stream().mapToLong(n -> n).sum()).reversed()
                .thenComparing(Form::words)).toList();
    }
}
