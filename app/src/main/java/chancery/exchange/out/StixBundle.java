package chancery.exchange.out;

import chancery.archive.ReadingRoom;
import chancery.claim.Claim;
import chancery.claim.Credibility;
import chancery.claim.Decided;
import chancery.claim.Decision;
import chancery.claim.State;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// Claims as a STIX 2.1 bundle: a paper is a `report` by its author (`identity`), a claim a `note` about the papers that attest it, an assessment an `opinion` on that note.
///
/// Grades 1 to 5 are the five steps from *strongly-agree* to *strongly-disagree*; a grade of 6 is no opinion, so there is none. Rejected readings are left out.
public final class StixBundle {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final Names names;
    private final String now;
    private final Map<String, Map<String, Object>> objects = new LinkedHashMap<>();

    private StixBundle(Names names, Instant now) {
        this.names = names;
        this.now = now.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    /// Writes the bundle; returns how many attestations stand behind it.
    ///
    /// @param title what the archive is called
    /// @param now   the hour of the export
    public static long write(ReadingRoom room, Names names, String title, Instant now, Writer to) {
        var bundle = new StixBundle(names, now);
        var archive = bundle.identity(title, "organization");
        var many = 0L;
        for (var claim : room.claims().claims()) if (claim.state() != State.REJECTED) many += bundle.claim(claim, archive);
        var whole = new LinkedHashMap<String, Object>();
        whole.put("type", "bundle");
        whole.put("id", "bundle--" + names.uuid("bundle", bundle.now + " " + bundle.objects.size()));
        whole.put("objects", new ArrayList<>(bundle.objects.values()));
        try {
            to.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(whole));
            to.write('\n');
            to.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return many;
    }

    private long claim(Claim claim, String archive) {
        var counted = claim.dossier().attestations();
        var papers = counted.stream().map(a -> paper(a.paper().record().value(), a.paper().title(), a.paper().author(), a.paper().day().map(d -> d.first().atStartOfDay().toInstant(ZoneOffset.UTC)).orElse(null), archive)).distinct().toList();
        var note = object("note", claim.id());
        note.put("abstract", claim.words());
        note.put("content", String.join("\n", counted.stream().map(a -> a.paper().author() + " ← " + String.join(" ← ", a.chain().words()) + ": " + a.content().quotation()).toList()));
        note.put("created_by_ref", archive);
        note.put("labels", List.of(claim.state().word()));
        note.put("external_references", List.of(Map.of("source_name", "chancery", "external_id", claim.id())));
        note.put("object_refs", papers);
        for (var d : claim.assessments()) opinion(d, String.valueOf(note.get("id")), archive);
        return counted.size();
    }

    private void opinion(Decided d, String note, String archive) {
        var assessed = (Decision.Assessed) d.what();
        if (assessed.credibility() == Credibility.NOT_JUDGED) return;
        var opinion = object("opinion", d.number() + " " + assessed.subject());
        opinion.put("created", d.at().truncatedTo(ChronoUnit.MILLIS).toString());
        opinion.put("modified", opinion.get("created"));
        opinion.put("created_by_ref", archive);
        opinion.put("explanation", assessed.words());
        opinion.put("authors", List.of(d.who()));
        opinion.put("opinion", List.of("strongly-agree", "agree", "neutral", "disagree", "strongly-disagree").get(assessed.credibility().figure() - 1));
        opinion.put("object_refs", List.of(note));
    }

    private String paper(String record, String title, String author, @org.jspecify.annotations.Nullable Instant day, String archive) {
        var report = object("report", record);
        report.put("name", title);
        report.put("published", day == null ? now : day.toString());
        report.put("object_refs", List.of(author.isEmpty() ? archive : identity(author, "unknown")));
        return String.valueOf(report.get("id"));
    }

    private String identity(String name, String kind) {
        var identity = object("identity", name);
        identity.put("name", name);
        identity.put("identity_class", kind);
        return String.valueOf(identity.get("id"));
    }

    /// An object with what every object has; the same one where it was made before.
    private Map<String, Object> object(String type, String id) {
        return objects.computeIfAbsent(type + "--" + names.uuid(type, id), name -> {
            var object = new LinkedHashMap<String, Object>();
            object.put("type", type);
            object.put("spec_version", "2.1");
            object.put("id", name);
            object.put("created", now);
            object.put("modified", now);
            return object;
        });
    }
}
