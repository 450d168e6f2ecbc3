package chancery.exchange.out;

import chancery.archive.ReadingRoom;
import chancery.archive.RecordView;
import chancery.claim.Attestation;
import chancery.claim.Claim;
import chancery.claim.Credibility;
import chancery.claim.Decided;
import chancery.claim.Decision;
import chancery.claim.SourceChain.Link;
import chancery.claim.State;
import chancery.document.RecordId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/// Claims as a STIX 2.1 bundle: a paper is a `report` by its author (`identity`), a claim a `note`
/// about the papers that attest it, an assessment an `opinion` on that note.
///
/// Grades 1 to 5 are the five steps from *strongly-agree* to *strongly-disagree*; a grade of 6 is no opinion, so there is none. Rejected readings are left out.
/// Times are those of the archive (when a paper was taken in, when something was decided), never the hour of the
/// export: an archive that did not change gives the same bundle, byte for byte.
public final class StixBundle {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final DateTimeFormatter MILLISECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private final ReadingRoom room;
    private final Names names;
    private final String title;
    private final Map<RecordId, Optional<Known>> papers = new HashMap<>();
    private final Map<String, Known> times = new HashMap<>();
    private final Map<String, Map<String, Object>> objects = new LinkedHashMap<>();

    private StixBundle(ReadingRoom room, Names names, String title) {
        this.room = room;
        this.names = names;
        this.title = title;
    }

    /// Since when the archive knows of something, and when it last learned of it.
    private record Known(Instant first, Instant last) {
        /// Both together: from the earlier first to the later last.
        Known and(Known other) {
            return new Known(first.isBefore(other.first) ? first : other.first, last.isAfter(other.last) ? last : other.last);
        }
    }

    /// Writes the bundle; returns how many attestations stand behind it.
    ///
    /// @param title what the archive is called
    public static long write(ReadingRoom room, Names names, String title, Writer to) {
        var bundle = new StixBundle(room, names, title);
        var many = 0L;
        for (var claim : room.claims().claims()) if (claim.state() != State.REJECTED) many += bundle.claim(claim);
        var objects = new ArrayList<>(bundle.objects.values());
        var whole = new LinkedHashMap<String, Object>();
        whole.put("type", "bundle");
        whole.put("id", "bundle--" + names.uuid("bundle", Names.sha1(JSON.writeValueAsString(objects))));
        whole.put("objects", objects);
        try {
            to.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(whole));
            to.write('\n');
            to.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return many;
    }

    private long claim(Claim claim) {
        var counted = claim.dossier().attestations().stream().filter(a -> known(a.paper().record()).isPresent()).toList();
        if (counted.isEmpty()) return 0;
        var known = counted.stream().flatMap(a -> known(a.paper().record()).stream()).reduce(Known::and).orElseThrow();
        for (var d : claim.history()) known = known.and(new Known(d.at(), d.at()));
        var archive = identity(title, "organization", known);
        var reports = counted.stream().map(a -> report(a.paper(), known(a.paper().record()).orElseThrow())).distinct().toList();
        var note = object("note", claim.id(), known);
        note.put("abstract", claim.words());
        note.put("content", counted.stream().map(StixBundle::line).collect(Collectors.joining("\n")));
        note.put("created_by_ref", archive);
        note.put("labels", List.of(claim.state().word()));
        note.put("external_references", List.of(InOrder.of("source_name", "chancery", "external_id", claim.id())));
        note.put("object_refs", reports);
        for (var d : claim.assessments()) opinion(d, String.valueOf(note.get("id")), archive);
        return counted.size();
    }

    /// `Sir Lionel Tressider ← the Regent [told] ← General Haskvold [told] (to Lieutenant Ladomine; lineage not recorded): the lease was nothing to him`,
    /// and behind that `(stance: asserted; caution: should be checked)`.
    private static String line(Attestation a) {
        var chain = a.chain().links().stream().map(StixBundle::link).collect(Collectors.joining());
        return a.paper().author() + chain + ": " + a.content().quotation() + " (stance: "
                + a.stance().word() + a.about().map(time -> "; speaks of: " + time.text()).orElse("")
                + a.said().map(time -> "; said: " + time.text()).orElse("") + (a.caution().isEmpty() ? "" : "; caution: " + a.caution()) + ")";
    }

    private static String link(Link link) {
        return " ← " + link.words() + " [" + link.mode().word() + "]"
                + link.supposed().map(s -> " (to " + s.quotation() + "; lineage not recorded)").orElse("");
    }

    /// An opinion's name is made of what was held, by whom and when; the journal's number would count what this audience does not see.
    private void opinion(Decided d, String note, String archive) {
        var assessed = (Decision.Assessed) d.what();
        if (assessed.credibility() == Credibility.NOT_JUDGED) return;
        var opinion = object("opinion", String.join("\u0000", assessed.subject(), d.at().toString(), d.who(),
                String.valueOf(assessed.credibility().figure()), assessed.words()), new Known(d.at(), d.at()));
        opinion.put("created_by_ref", archive);
        opinion.put("explanation", assessed.words());
        opinion.put("authors", List.of(d.who()));
        opinion.put("opinion", List.of("strongly-agree", "agree", "neutral", "disagree", "strongly-disagree").get(assessed.credibility().figure() - 1));
        opinion.put("object_refs", List.of(note));
    }

    private String report(Attestation.Paper paper, Known known) {
        var report = object("report", paper.record().value(), known);
        report.put("name", paper.title());
        report.put("published", time(paper.day().map(d -> d.first().atStartOfDay().toInstant(ZoneOffset.UTC)).orElse(known.first())));
        report.put("object_refs", List.of(paper.author().isEmpty() ? identity(title, "organization", known) : identity(paper.author(), "unknown", known)));
        return String.valueOf(report.get("id"));
    }

    private String identity(String name, String kind, Known known) {
        var identity = object("identity", name, known);
        identity.put("name", name);
        identity.putIfAbsent("identity_class", kind);
        return String.valueOf(identity.get("id"));
    }

    /// When the versions of a paper that this audience sees were taken in; empty where it sees none.
    private Optional<Known> known(RecordId paper) {
        return papers.computeIfAbsent(paper,
                id -> room.record(id).map(shown -> new Known(room.version(id, 1).map(RecordView::since).orElse(shown.since()), shown.since())));
    }

    /// An object with what every object has; the same one where it was made before, known from the earliest to the latest.
    private Map<String, Object> object(String type, String id, Known known) {
        var name = type + "--" + names.uuid(type, id);
        var all = times.merge(name, known, Known::and);
        var object = objects.computeIfAbsent(name, _ -> new LinkedHashMap<>());
        object.put("type", type);
        object.put("spec_version", "2.1");
        object.put("id", name);
        object.put("created", time(all.first()));
        object.put("modified", time(all.last()));
        return object;
    }

    /// STIX 2.1, 3.2: precise to the millisecond, with three digits behind the point also where they are noughts.
    private static String time(Instant at) {
        return MILLISECONDS.format(at);
    }
}
