package chancery.archive;

import static chancery.archive.Database.insert;
import static chancery.archive.Database.list;
import static chancery.archive.Database.run;

import chancery.archive.JournalEntry.Change;
import chancery.authority.Authorities;
import chancery.authority.Authority;
import chancery.authority.NameWords;
import chancery.authority.Variant;
import chancery.claim.Anchor;
import chancery.claim.Attestation;
import chancery.claim.Claim;
import chancery.claim.Credibility;
import chancery.claim.Decided;
import chancery.claim.Decision;
import chancery.claim.Decision.Reading.Verb;
import chancery.claim.Mode;
import chancery.claim.ProvenanceGraph;
import chancery.claim.Register;
import chancery.claim.Reliability;
import chancery.claim.SourceChain;
import chancery.claim.SourceChain.Link;
import chancery.claim.Span;
import chancery.claim.Stance;
import chancery.document.Edtf;
import chancery.document.PlainLayer;
import chancery.document.Reader;
import chancery.document.RecordId;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// A [Desk] over `archive.db`. A run is read whole, then written in one transaction; it stands among the deliveries, so that `undo` takes it back.
final class SqliteDesk implements Desk {
    private static final Pattern LINK = Pattern.compile("(?<words>.*?)(?:\\s*\\[(?<mode>[a-z ]+)])?(?:\\s*\\(to (?<to>.+)\\))?", Pattern.DOTALL);
    private static final String NONE = "-"; // takes away what a reading says
    private final Database db;
    private final byte[] key;
    private final InstantSource clock;
    private final Supplier<ReadingRoom> staff;

    SqliteDesk(Database db, byte[] key, InstantSource clock, Supplier<ReadingRoom> staff) {
        this.db = db;
        this.key = key;
        this.clock = clock;
        this.staff = staff;
    }

    @Override
    public Outcome decide(String who, String from, List<Row> rows) {
        return db.write(c -> {
            var run = new Run(c, staff.get());
            for (var row : rows) run.read(row, who);
            if (!run.complaints.isEmpty()) return new Outcome.Refused(List.copyOf(run.complaints));
            return new Outcome.Decided(write(c, run, who, from), run.made.size(), Map.copyOf(run.named));
        });
    }

    private long write(Connection c, Run run, String who, String from) throws SQLException {
        var at = Instant.ofEpochMilli(clock.millis());
        var receipt = run.made.size() + (run.made.size() == 1 ? " decision" : " decisions");
        var accession = insert(c, "insert into accession (at, who, source, origin, release, receipt, finished) values (?, ?, 'decisions', ?, '', ?, 1)",
                at.toString(), who, from, receipt);
        for (var made : run.made) {
            var body = Decisions.write(made.what());
            var digest = FolderVault.digest(body.getBytes(StandardCharsets.UTF_8));
            var entry = entry(c, at, made, digest, accession);
            run(c, "insert into decision (number, accession, kind, subject, text, body) values (?, ?, ?, ?, ?, ?)", entry,
                    accession, Decisions.kind(made.what()), made.what().subject(), Decisions.text(made.what()), Packing.pack(body));
            for (var record : made.what().under())
                run(c, "insert into decision_under (decision, record) select ?, seq from record where id = ?", entry, record.value());
        }
        return accession;
    }

    private static long entry(Connection c, Instant at, Decided made, String digest, long accession) throws SQLException {
        return switch (made.what()) {
            case Decision.Described _, Decision.Identified _, Decision.Merged _ -> Journal.write(c, at, made.who(), Change.AUTHORITY_DECIDED,
                    "authority " + made.what().subject(), 0, digest, Decisions.fields(made.what()), accession);
            case Decision.SourceGraded _ -> Journal.write(c, at, made.who(), Change.CLAIM_DECIDED, "claim source", 0, digest, Decisions.fields(made.what()),
                    accession);
            case Decision.Reading _, Decision.Joined _, Decision.Parted _, Decision.Evidence _, Decision.Assessed _, Decision.Inquired _, Decision.Answered _ ->
                    Journal.write(c, at, made.who(), Change.CLAIM_DECIDED, "claim " + made.what().subject(), 0, digest, Decisions.fields(made.what()),
                            accession);
        };
    }

    @Override
    public List<Lost> lost() {
        var room = staff.get();
        var lost = new ArrayList<Lost>();
        for (var d : room.claims().lost()) {
            switch (d.what()) {
                case Decision.Reading r -> lost.add(new Lost(document(room, r.record()), r.anchor().span().quotation(),
                        r.verb().name().toLowerCase(java.util.Locale.ROOT), r.subject()));
                case Decision.Inquired q -> lost.add(new Lost(document(room, q.record()), q.anchor().span().quotation(), "inquiry", q.subject()));
                default -> throw new IllegalStateException("not about a place: " + d.what());
            }
        }
        return lost;
    }

    private static String document(ReadingRoom room, RecordId id) {
        return room.record(id).map(RecordView::document).orElse("");
    }

    /// The permanent name of an attestation: of its text, the quotation, which occurrence of it, and which source at that place.
    static String name(byte[] key, String text, String quotation, int occurrence, int source) {
        return RecordId.name(key, "claim", text + "\u0000" + quotation + "\u0000" + occurrence + (source == 1 ? "" : "\u0000" + source));
    }

    /// What makes a row wrong; its message is for people.
    private static final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1;

        Wrong(String why) {
            super(why);
        }
    }

    /// The words of a text as it is now.
    private record Layer(String text, String plain) {}

    /// A place in a paper.
    private record Place(RecordId record, String text, String plain, Span span, int occurrence) {}

    /// Rows being read.
    private final class Run {
        final List<Complaint> complaints = new ArrayList<>();
        final List<Decided> made = new ArrayList<>();
        final Map<String, String> named = new HashMap<>();
        private final Connection c;
        private final ReadingRoom room;
        private final Register before;
        private final Map<String, Attestation> added = new LinkedHashMap<>();
        private final Map<String, RecordId> inquiries = new HashMap<>();

        Run(Connection c, ReadingRoom room) {
            this.c = c;
            this.room = room;
            this.before = room.claims();
        }

        void read(Row row, String who) throws SQLException {
            try {
                var decision = decision(row);
                var by = row.get("by").isEmpty() ? who : row.get("by");
                made.add(new Decided(Long.MAX_VALUE - 100_000 + made.size(), Instant.ofEpochMilli(clock.millis()), by, decision));
                if (!row.get("name").isEmpty()) named.put(row.get("name"), decision.subject());
                named.put("", decision.subject());
            } catch (Wrong wrong) {
                complaints.add(new Complaint(row.line(), String.valueOf(wrong.getMessage())));
            }
        }

        private Decision decision(Row row) throws SQLException {
            return switch (row.get("do")) {
                case "accept" -> reading(held(row), Verb.ACCEPTED, row);
                case "reject" -> reading(held(row), Verb.REJECTED, row);
                case "correct" -> reading(held(row), Verb.CORRECTED, row);
                case "add" -> add(row);
                case "join" -> pair(row, true);
                case "part" -> pair(row, false);
                case "for" -> evidence(row, true);
                case "against" -> evidence(row, false);
                case "assess" -> assess(row);
                case "grade" -> grade(row);
                case "ask" -> ask(row);
                case "answer" -> answer(row);
                case "describe" -> describe(row);
                case "identify" -> identify(row, true);
                case "distinguish" -> identify(row, false);
                case "merge" -> merge(row, true);
                case "divide" -> merge(row, false);
                case "" -> throw new Wrong("says nothing in the column do; say one of " + String.join(", ", VERBS));
                default -> throw new Wrong("do says “" + row.get("do") + "”; say one of " + String.join(", ", VERBS));
            };
        }

        // ---- readings

        private Decision reading(Attestation a, Verb verb, Row row) throws SQLException {
            var place = text(a.paper().record(), a.text());
            var changed = verb == Verb.CORRECTED;
            var reading = new Decision.Reading(a.id(), a.paper().record(), Anchor.of(a.text(), place.plain(), a.content()),
                    verb, changed && !row.get("cue").isEmpty() ? cue(row) : a.cue(),
                    changed && !row.get("chain").isEmpty() ? chain(row.get("chain"), place.plain()) : a.chain(),
                    changed && !row.get("stance").isEmpty() ? stance(row) : a.stance(),
                    changed && !row.get("caution").isEmpty() ? caution(row, place.plain()) : a.caution(), changed
                    && !row.get("about").isEmpty() ? date(row, "about") : a.about(), changed && !row.get("said").isEmpty() ? date(row, "said") : a.said());
            keep(reading, a.paper());
            return reading;
        }

        private Decision add(Row row) throws SQLException {
            var place = place(row);
            if (row.get("chain").isEmpty()) throw new Wrong("an added claim needs its chain: who said it, the nearest source first, links parted by “ | ”");
            var source = 1;
            while (find(name(key, place.text(), place.span().quotation(), place.occurrence(), source)).isPresent()) source++;
            var reading = new Decision.Reading(name(key, place.text(), place.span().quotation(), place.occurrence(), source), place.record(),
                    Anchor.of(place.text(), place.plain(), place.span()), Verb.ADDED, cue(row), chain(row.get("chain"), place.plain()),
                    row.get("stance").isEmpty() ? Stance.ASSERTED : stance(row), row.get("caution").isEmpty() ? "" : caution(row, place.plain()),
                    row.get("about").isEmpty() ? Optional.empty() : date(row, "about"), row.get("said").isEmpty() ? Optional.empty() : date(row, "said"));
            keep(reading, paper(place.record()));
            return reading;
        }

        private void keep(Decision.Reading r, Attestation.Paper paper) {
            added.put(r.subject(), new Attestation(r.subject(), paper, r.anchor().text(), r.anchor().span(),
                    r.cue(), r.chain(), r.stance(), r.caution(), r.state(), r.about(), r.said(), ""));
        }

        private Attestation.Paper paper(RecordId id) throws SQLException {
            var shelf = new Shelf(c, Reader.STAFF, java.time.LocalDate.MAX, Shelf.memory());
            return Registers.paper(shelf, shelf.anyRow(id).orElseThrow());
        }

        /// The attestation that a row is about: by name, or by paper and quotation.
        private Attestation held(Row row) throws SQLException {
            if (!row.get("claim").isEmpty()) return attestation(row, "claim");
            var place = place(row);
            var at = before.on(place.record()).stream().filter(a -> a.text().equals(place.text()) && a.content().equals(place.span())).toList();
            if (at.isEmpty()) throw new Wrong("nobody and no program has read a claim at these words; use add");
            if (at.size() > 1)
                throw new Wrong(at.size() + " claims were read at these words, of different sources; name the one that is meant in the column claim: "
                        + String.join(", ", at.stream().map(Attestation::id).toList()));
            return at.getFirst();
        }

        private Attestation attestation(Row row, String column) {
            var word = row.get(column);
            if (word.isEmpty()) throw new Wrong("says nothing in the column " + column);
            return find(named.getOrDefault(word, word)).orElseThrow(() -> new Wrong("there is no claim “" + word + "”"));
        }

        private Optional<Attestation> find(String id) {
            var mine = added.get(id);
            return mine != null ? Optional.of(mine)
                    : before.claim(id).flatMap(claim -> claim.attestations().stream().filter(a -> a.id().equals(id)).findFirst());
        }

        private Stance stance(Row row) {
            return Stance.of(row.get("stance")).orElseThrow(() ->
                    new Wrong("stance says “" + row.get("stance") + "”; say asserted, believed, reported, rumoured, intended, denied or asked"));
        }

        private static String cue(Row row) {
            return row.get("cue").equals(NONE) ? "" : row.get("cue");
        }

        private Optional<Edtf> date(Row row, String column) {
            if (row.get(column).equals(NONE)) return Optional.empty();
            return Optional.of(Edtf.parse(row.get(column)).orElseThrow(() -> new Wrong(column + " says “" + row.get(column) + "”, which is not an EDTF date")));
        }

        private String caution(Row row, String plain) {
            var caution = row.get("caution");
            if (caution.equals(NONE)) return "";
            if (!plain.contains(caution)) throw new Wrong("the caution “" + caution + "” does not stand in the paper");
            return caution;
        }

        private SourceChain chain(String words, String plain) {
            var links = new ArrayList<Link>();
            for (var one : words.split("\\|")) links.add(link(one.strip(), plain));
            return new SourceChain(links);
        }

        private Link link(String words, String plain) {
            if (words.isEmpty()) throw new Wrong("the chain has an empty link");
            var m = LINK.matcher(words);
            if (!m.matches() || m.group("words").isBlank()) throw new Wrong("the link “" + words + "” names nobody; say ? for an unnamed source");
            var name = m.group("words").equals("?") ? SourceChain.UNNAMED : m.group("words");
            var mode = m.group("mode") == null ? Mode.NOT_SAID : Mode.of(m.group("mode")).orElseThrow(() ->
                    new Wrong("the link “" + words + "” came “" + m.group("mode") + "”; say told, wrote, read, overheard, observed, intercepted or published"));
            var to = m.group("to");
            Optional<Span> supposed = to == null ? Optional.empty()
                    : Optional.of(Anchor.place(plain, to, 1).orElseThrow(() -> new Wrong("“" + to + "” does not stand in the paper")));
            return new Link(name, Anchor.place(plain, name, 1), mode, supposed);
        }

        // ---- claims

        private Decision pair(Row row, boolean join) {
            var one = attestation(row, "claim");
            var other = attestation(row, "with");
            if (one.id().equals(other.id())) throw new Wrong("a claim cannot be joined to itself or parted from itself");
            var under = List.of(one.paper().record(), other.paper().record()).stream().distinct().toList();
            return join ? new Decision.Joined(one.id(), other.id(), under) : new Decision.Parted(one.id(), other.id(), under);
        }

        private Decision evidence(Row row, boolean inFavour) throws SQLException {
            var about = attestation(row, "claim");
            var record = document(row);
            var quote = row.get("quote");
            if (!quote.isEmpty()) place(row);
            if (quote.isEmpty() && row.get("note").isEmpty()) throw new Wrong("evidence needs a quotation, or a note that says what speaks");
            return new Decision.Evidence(about.id(), inFavour, record, quote, row.get("note"),
                    List.of(about.paper().record(), record).stream().distinct().toList());
        }

        private Decision assess(Row row) {
            var about = attestation(row, "claim");
            if (row.get("note").isEmpty()) throw new Wrong("an assessment needs its reason in the column note");
            var grade = row.get("grade").isEmpty() ? Credibility.NOT_JUDGED : Credibility.of(row.get("grade"))
                    .orElseThrow(() -> new Wrong("the grade of information is a figure from 1 to 6, not “" + row.get("grade") + "”"));
            var claim = claim(about);
            if (grade.admit(ProvenanceGraph.of(claim.dossier()).independence()) instanceof Credibility.Admission.Refused(var why)) throw new Wrong(why);
            return new Decision.Assessed(about.id(), grade, row.get("note"), under(claim));
        }

        /// The claim of an attestation, with what this run has decided.
        private Claim claim(Attestation about) {
            var attestations = new LinkedHashMap<String, Attestation>();
            for (var claim : before.claims()) for (var a : claim.attestations()) attestations.put(a.id(), a);
            attestations.putAll(added);
            var decisions = new ArrayList<>(before.decisions());
            decisions.addAll(made);
            return Register.of(List.of(new chancery.claim.DecidedText(List.copyOf(attestations.values()), List.of(), List.of())), decisions)
                    .claim(about.id()).orElseThrow();
        }

        /// The papers under a claim: those that attest it, and those that speak for it or against it.
        private static List<RecordId> under(Claim claim) {
            var under = new LinkedHashSet<RecordId>();
            claim.attestations().forEach(a -> under.add(a.paper().record()));
            claim.history().forEach(d -> under.addAll(d.what().under()));
            return List.copyOf(under);
        }

        private Decision grade(Row row) throws SQLException {
            if (row.get("source").isEmpty()) throw new Wrong("the grade of a source needs the source’s name in the column source");
            var grade = Reliability.of(row.get("grade"))
                    .orElseThrow(() -> new Wrong("the grade of a source is a letter from A to F, not “" + row.get("grade") + "”"));
            if (row.get("note").isEmpty()) throw new Wrong("a grade needs its reason in the column note");
            Optional<Edtf> period = row.get("period").isEmpty() ? Optional.empty() : Optional.of(
                    Edtf.parse(row.get("period")).orElseThrow(() -> new Wrong("period says “" + row.get("period") + "”, which is not an EDTF date")));
            if (row.get("claim").isEmpty() && row.get("document").isEmpty())
                throw new Wrong("a grade needs the claim or the document it was judged by: it is shown to those who may see that");
            var under = row.get("claim").isEmpty() ? List.of(document(row)) : under(claim(attestation(row, "claim")));
            return new Decision.SourceGraded(row.get("source"), grade, period, row.get("topic"), row.get("note"), under);
        }

        // ---- inquiries

        private Decision ask(Row row) throws SQLException {
            var place = place(row);
            var id = RecordId.name(key, "inquiry", place.text() + "\u0000" + place.span().quotation() + "\u0000" + place.occurrence());
            inquiries.put(id, place.record());
            return new Decision.Inquired(id, place.record(), Anchor.of(place.text(), place.plain(), place.span()),
                    row.get("from"), row.get("to"), row.get("claim").isEmpty() ? "" : attestation(row, "claim").id());
        }

        private Decision answer(Row row) throws SQLException {
            var word = row.get("claim");
            var id = named.getOrDefault(word, word);
            var asked = inquiries.containsKey(id) ? Optional.of(inquiries.get(id)) : before.inquiry(id).map(i -> i.asking().paper().record());
            if (asked.isEmpty()) throw new Wrong("there is no inquiry “" + word + "”");
            if (row.get("document").isEmpty() && row.get("note").isEmpty())
                throw new Wrong("an answer needs the document that gives it; that there never was one needs a note that says how it is known");
            Optional<RecordId> by = row.get("document").isEmpty() ? Optional.empty() : Optional.of(document(row));
            var under = new LinkedHashSet<RecordId>();
            under.add(asked.get());
            by.ifPresent(under::add);
            return new Decision.Answered(id, by, row.get("note"), List.copyOf(under));
        }

        // ---- authorities

        /// Everybody described, by the decisions of before and of this run.
        private Authorities known() {
            var decisions = new ArrayList<>(before.decisions());
            decisions.addAll(made);
            return Register.of(List.of(), decisions).identities().authorities();
        }

        private Authority authority(Row row, String column) {
            var word = row.get(column);
            if (word.isEmpty()) throw new Wrong("says nothing in the column " + column);
            return known().find(named.getOrDefault(word, word))
                    .orElseThrow(() -> new Wrong("nobody described “" + word + "”; describe it first, and name it by its id or by the name its row gave it"));
        }

        /// A description, or a new one of somebody described before: what it does not say stays, and `-` takes away.
        private Decision describe(Row row) {
            Optional<Authority> held = row.get("authority").isEmpty() ? Optional.empty() : Optional.of(authority(row, "authority"));
            if (row.get("source").isEmpty() && held.isEmpty())
                throw new Wrong("a description needs the authorised form of the name in the column source: Bruce, Stanley Melbourne, 1883–1967");
            var name = row.get("source").isEmpty() ? held.orElseThrow().name() : letters(row.get("source"));
            var kind = row.get("kind").isEmpty() ? held.map(Authority::kind).orElse(Authority.Kind.PERSON)
                    : Authority.Kind.of(row.get("kind")).orElseThrow(() -> new Wrong("kind says “" + row.get("kind") + "”; say person, body or place"));
            var id = held.map(Authority::id).orElseGet(() -> RecordId.name(key, "authority", kind.word() + "\u0000" + NameWords.key(name)));
            if (held.isEmpty() && known().find(id).isPresent())
                throw new Wrong("“" + name + "” is described already, as " + id
                        + "; name it in the column authority to describe it anew, or tell the two apart by their dates");
            return new Decision.Described(id, kind, name, row.get("period").isEmpty() ? held.flatMap(Authority::dates) : date(row, "period"),
                    said(row, "note", held.map(Authority::history).orElse("")), row.get("same").isEmpty() ? held.map(Authority::sameAs).orElse(List.of())
                            : same(row));
        }

        private static String said(Row row, String column, String before) {
            return row.get(column).isEmpty() ? before : row.get(column).equals(NONE) ? "" : row.get(column);
        }

        private static List<String> same(Row row) {
            if (row.get("same").equals(NONE)) return List.of();
            var addresses = List.of(row.get("same").split("\\s+"));
            for (var address : addresses)
                if (!address.matches("https?://[\\x21-\\x7e]+")) throw new Wrong("same says “" + address + "”, which is no address that begins with https://");
            return addresses;
        }

        private static String letters(String name) {
            if (NameWords.key(name).isEmpty()) throw new Wrong("the name “" + name + "” has no letters");
            return name;
        }

        private Decision identify(Row row, boolean means) throws SQLException {
            var authority = authority(row, "authority");
            if (row.get("source").isEmpty()) throw new Wrong("says nothing in the column source: the name as papers write it");
            var variant = new Variant(letters(row.get("source")), row.get("period").isEmpty() ? Optional.empty() : date(row, "period"),
                    row.get("document").isEmpty() ? Optional.empty() : Optional.of(document(row)));
            if (!means && authority.variants().stream().noneMatch(variant::isSame))
                throw new Wrong("“" + variant.words() + "” was not recorded for " + authority.name() + " so; period and document are to be the same as there");
            return new Decision.Identified(authority.id(), variant, means);
        }

        private Decision merge(Row row, boolean one) {
            if (!one) return divide(row);
            var stays = authority(row, "authority");
            var goes = authority(row, "with");
            if (stays.id().equals(goes.id())) throw new Wrong("these are one already");
            if (stays.kind() != goes.kind()) throw new Wrong("a " + stays.kind().word() + " and a " + goes.kind().word() + " cannot be one");
            return new Decision.Merged(stays.id(), goes.id(), true);
        }

        private Decision divide(Row row) {
            var stays = authority(row, "authority");
            var word = row.get("with");
            var gone = named.getOrDefault(word, word);
            if (gone.equals(stays.id()) || known().find(gone).filter(stays::equals).isEmpty()) throw new Wrong("“" + word + "” was not merged into "
                    + stays.name());
            return new Decision.Merged(stays.id(), gone, false);
        }

        // ---- places

        private RecordId document(Row row) throws SQLException {
            var path = row.get("document");
            if (path.isEmpty()) throw new Wrong("says nothing in the column document");
            var at = list(c, "select id from record where (path = ? or id = ?) and removed = 0 order by source", r -> new RecordId(r.getString(1)), path, path);
            if (at.isEmpty()) throw new Wrong("there is no document “" + path + "”");
            if (at.size() > 1) throw new Wrong(at.size() + " sources delivered a document “" + path + "”; say its record id instead");
            return at.getFirst();
        }

        private Place place(Row row) throws SQLException {
            var record = document(row);
            var quote = row.get("quote");
            if (quote.isEmpty()) throw new Wrong("says nothing in the column quote");
            var nth = row.get("nth").isEmpty() ? 1 : row.get("nth").matches("[1-9]\\d{0,5}") ? Integer.parseInt(row.get("nth")) : 0;
            if (nth == 0) throw new Wrong("nth says “" + row.get("nth") + "”, which is no number from 1");
            for (var text : texts(record)) {
                var span = Anchor.place(text.plain(), quote, nth);
                if (span.isPresent()) return new Place(record, text.text(), text.plain(), span.get(), nth);
            }
            throw new Wrong("the words “" + quote + "” do not stand in " + row.get("document") + (nth > 1 ? " " + nth + " times" : ""));
        }

        private Layer text(RecordId record, String text) throws SQLException {
            return texts(record).stream().filter(t -> t.text().equals(text)).findFirst().orElseThrow();
        }

        private List<Layer> texts(RecordId record) throws SQLException {
            return list(c, "select t.id, t.body from text t join record r on r.seq = t.record and r.head = t.n where r.id = ? order by t.ordinal",
                    r -> new Layer(r.getString(1), PlainLayer.of(Codec.text(Packing.unpack(r.getBytes(2)))).text()), record.value());
        }
    }

    /// Takes a run of decisions back; returns how many it were.
    static long undo(Connection c, long accession) throws SQLException {
        return run(c, "update decision set undone = 1 where accession = ? and undone = 0", accession);
    }
}
