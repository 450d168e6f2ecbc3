package chancery.archive;

import chancery.document.Edtf;
import java.util.List;
import java.util.Optional;

/// A collection in one line, as one reader may see it: it exists for a reader only through papers that reader sees.
///
/// @param slug    its address
/// @param title   its title
/// @param within  titles of the collections around it, the widest first
/// @param records how many records that this reader may see are in it or in collections within it
/// @param span    from the first to the last day of their dates; empty where all are undated
public record CollectionCard(String slug, String title, List<String> within, long records, Optional<Edtf> span) {}
