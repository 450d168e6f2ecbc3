package chancery.archive;

import chancery.document.Description;
import chancery.document.Release;
import chancery.document.Text;
import chancery.finding.Finding;
import java.util.List;
import java.util.Optional;

/// One item of a delivery, as a reader of some format understood it: everything that goes into a record, at once.
///
/// @param path        the delivery path: below the folder or the root of the zip, `/` between names, then `#` and the id inside a file that holds several
/// @param description what is said of it; its holdings and collections are made as needed
/// @param texts       its texts, the first the one read first; may be empty
/// @param release     who may see it, where the source says so; empty: as the delivery says
/// @param files       bytes to be kept, the submitted source first
/// @param findings    what was odd
public record Submission(String path, Description description, List<SubmittedText> texts,
        Optional<Release> release, List<SubmittedFile> files, List<Finding> findings) {
    public Submission {
        if (path.isBlank()) throw new IllegalArgumentException("an item needs its delivery path");
        texts = List.copyOf(texts);
        files = List.copyOf(files);
        findings = List.copyOf(findings);
    }

    /// A text, and who may see it where that is less than the record.
    public record SubmittedText(Text text, Optional<Release> release) {}

    /// A file to keep.
    ///
    /// @param role    what it is to the record
    /// @param name    its name as it came, without folders
    /// @param media   its media type
    /// @param bytes   as they came; not copied, so the caller leaves them alone
    /// @param release who may see it; empty: staff for a source, as the record for the rest
    public record SubmittedFile(Role role, String name, String media, byte[] bytes, Optional<Release> release) {}

    /// What a file is to its record.
    public enum Role { SOURCE, PAGE_IMAGE, PDF }
}
