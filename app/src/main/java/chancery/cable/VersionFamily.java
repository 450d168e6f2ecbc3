package chancery.cable;

import chancery.document.RecordId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Papers that are one message in several forms, as one audience may see them: proposed by [VersionFamilies], each with a reason. Nothing
/// here is certain before a person has said so.
///
/// @param versions the papers, by date and delivery path; two at least
/// @param kinships what ties them, the surest first
public record VersionFamily(List<RecordId> versions, List<Kinship> kinships) {
    public VersionFamily {
        versions = List.copyOf(versions);
        kinships = List.copyOf(kinships);
        if (versions.size() < 2) throw new IllegalArgumentException("a family has two versions at least");
    }

    /// What one paper is to another.
    ///
    /// @param of         the paper that is a version of the other: the paraphrase, the translation, the extract, the later copy
    /// @param to         the other
    /// @param kind       what it is
    /// @param confidence how sure, from 0 to 1
    /// @param reason     why, in words for a reader
    public record Kinship(RecordId of, RecordId to, Kind kind, double confidence, String reason) {
        /// Whether it ties a paper to another.
        public boolean ties(RecordId record) {
            return of.equals(record) || to.equals(record);
        }
    }

    /// What a version is to another.
    public enum Kind {
        /// The same words.
        VERBATIM,
        /// The same in other words, made so that the cipher should not be betrayed.
        PARAPHRASE,
        /// The same in another language.
        TRANSLATION,
        /// A part of it, by itself.
        EXTRACT,
        /// The same words sent on, to somebody else or within another message.
        RETRANSMISSION,
        /// The same paper printed again in another volume or edition.
        PRINTED_EDITION;

        /// As a reader says it: `printed edition`.
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        }
    }

    /// The papers tied to one, the surest first.
    public List<Kinship> of(RecordId record) {
        return kinships.stream().filter(k -> k.ties(record)).toList();
    }

    /// The members, each once.
    public Set<RecordId> members() {
        return new LinkedHashSet<>(versions);
    }
}
