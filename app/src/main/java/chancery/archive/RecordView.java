package chancery.archive;

import chancery.cable.HeadingReading;
import chancery.document.Access;
import chancery.document.Description;
import chancery.document.RecordId;
import chancery.document.Text;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A record as one reader may see it: texts and files that are more closed than that are not in it, nor are their sizes, digests or names.
///
/// @param id          the record
/// @param slug        the readable end of its address
/// @param source      the source that delivered it
/// @param document    its delivery path there
/// @param version     the number of the version shown, counted among those that this reader may see, from 1
/// @param versions    how many versions this reader may see
/// @param since       when the version shown was taken in
/// @param description what is said of it
/// @param card        the same in one line, with what its heading says
/// @param heading     what was read of the heading of its first text; empty where that is closed, or was not read
/// @param texts       its texts, the one read first first
/// @param files       its files
/// @param access      how open the record is today
public record RecordView(RecordId id, String slug, String source, String document, int version,
        int versions, Instant since, Description description, Card card, Optional<HeadingReading> heading,
                         List<TextView> texts, List<FileView> files, Access access) {

    /// A text as one reader may see it.
    ///
    /// @param id   its permanent name
    /// @param text the text
    /// @param access how open it is today
    public record TextView(String id, Text text, Access access) {}

    /// A file as one reader may see it.
    ///
    /// @param digest SHA-256 of its bytes, in hexadecimal
    /// @param role   what it is to the record
    /// @param name   its name as it came
    /// @param media  its media type
    /// @param size   bytes
    public record FileView(String digest, Submission.Role role, String name, String media, long size) {}
}
