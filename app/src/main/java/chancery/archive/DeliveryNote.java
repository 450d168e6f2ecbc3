package chancery.archive;

import chancery.document.Access;
import java.util.List;

/// What is said of a delivery as a whole when it is taken in.
///
/// @param source     the name of the source: identity is (source, delivery path)
/// @param from       the folder, zip or file as it was named; for people
/// @param who        who takes it in
/// @param release    the release of what does not say its own
/// @param opens      whether that release was asked for, so that it also holds for papers held already; otherwise these keep theirs
/// @param collection collections that everything in it also belongs to, the widest first; may be empty
/// @param dryRun     whether everything is judged and nothing is written
/// @param readings   whether headings are read at once; otherwise `reindex` reads them
public record DeliveryNote(String source, String from, String who, Access release, boolean opens, List<String> collection, boolean dryRun, boolean readings) {
    public DeliveryNote {
        if (source.isBlank()) throw new IllegalArgumentException("a delivery needs the name of its source");
        collection = List.copyOf(collection);
    }
}
