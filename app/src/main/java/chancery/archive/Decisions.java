package chancery.archive;

import static chancery.archive.Database.list;

import chancery.claim.Decided;
import chancery.claim.Decision;
import chancery.document.Edtf;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The table of decisions, and how a decision is written in it: `read(write(x))` equals `x`.
final class Decisions {
    private static final JsonMapper JSON = JsonMapper.builder().addMixIn(Edtf.class, Codec.EdtfAsWords.class)
            // what a record is said to be is no part of it
            .changeDefaultVisibility(v -> v.withVisibility(PropertyAccessor.IS_GETTER, Visibility.NONE)).build();

    private Decisions() {}

    static String write(Decision decision) {
        return JSON.writeValueAsString(decision);
    }

    static Decision read(String kind, String json) {
        Class<? extends Decision> type = switch (kind) {
            case "Reading" -> Decision.Reading.class;
            case "Joined" -> Decision.Joined.class;
            case "Parted" -> Decision.Parted.class;
            case "Evidence" -> Decision.Evidence.class;
            case "Assessed" -> Decision.Assessed.class;
            case "SourceGraded" -> Decision.SourceGraded.class;
            case "Inquired" -> Decision.Inquired.class;
            case "Answered" -> Decision.Answered.class;
            case "Described" -> Decision.Described.class;
            case "Identified" -> Decision.Identified.class;
            case "Merged" -> Decision.Merged.class;
            default -> throw new IllegalArgumentException("a decision of a kind that this version does not know: " + kind);
        };
        return JSON.readValue(json, type);
    }

    /// The decision, where its words are those that the journal knows.
    static Decision verified(String kind, String json, String digest) {
        if (!FolderVault.digest(json.getBytes(StandardCharsets.UTF_8)).equals(digest)) throw new IllegalArgumentException("it is not what the journal knows");
        return read(kind, json);
    }

    static String kind(Decision decision) {
        return switch (decision) {
            case Decision.Reading _ -> "Reading";
            case Decision.Joined _ -> "Joined";
            case Decision.Parted _ -> "Parted";
            case Decision.Evidence _ -> "Evidence";
            case Decision.Assessed _ -> "Assessed";
            case Decision.SourceGraded _ -> "SourceGraded";
            case Decision.Inquired _ -> "Inquired";
            case Decision.Answered _ -> "Answered";
            case Decision.Described _ -> "Described";
            case Decision.Identified _ -> "Identified";
            case Decision.Merged _ -> "Merged";
        };
    }

    /// The names of what a decision says, for the journal.
    static List<String> fields(Decision decision) {
        return switch (decision) {
            case Decision.Reading r -> r.verb() == Decision.Reading.Verb.ACCEPTED
                    || r.verb() == Decision.Reading.Verb.REJECTED ? List.of("state") : List.of("state", "cue", "chain", "stance", "caution", "about", "said");
            case Decision.Joined _ -> List.of("joined");
            case Decision.Parted _ -> List.of("parted");
            case Decision.Evidence _ -> List.of("evidence");
            case Decision.Assessed _ -> List.of("assessment");
            case Decision.SourceGraded _ -> List.of("source.grade");
            case Decision.Inquired _ -> List.of("inquiry");
            case Decision.Answered _ -> List.of("answer");
            case Decision.Described _ -> List.of("authority");
            case Decision.Identified _ -> List.of("authority.name");
            case Decision.Merged _ -> List.of("authority.merged");
        };
    }

    /// The text that a decision is anchored in; empty where it is not about a place.
    static String text(Decision decision) {
        return switch (decision) {
            case Decision.Reading r -> r.anchor().text();
            case Decision.Inquired q -> q.anchor().text();
            case Decision.Joined _, Decision.Parted _, Decision.Evidence _, Decision.Assessed _, Decision.SourceGraded _, Decision.Answered _,
                    Decision.Described _, Decision.Identified _, Decision.Merged _ -> "";
        };
    }

    /// The decisions that a reader may see, in order: those of which every paper under them is open to the reader.
    static List<Decided> visible(Shelf shelf) throws SQLException {
        return rows(shelf.c(), " and not exists (select 1 from decision_under u join record r on r.seq = u.record where u.decision = d.number and not ("
                + Shelf.VISIBLE + "))", shelf.today(), shelf.clearance());
    }

    private static List<Decided> rows(Connection c, String condition, @Nullable Object... values) throws SQLException {
        return list(c, "select d.number, j.at, j.who, d.kind, d.body from decision d join journal j on j.number = d.number where d.undone = 0"
                + condition + " order by d.number",
                r -> new Decided(r.getLong(1), Instant.parse(r.getString(2)), r.getString(3), read(r.getString(4), Packing.unpack(r.getBytes(5)))), values);
    }
}
