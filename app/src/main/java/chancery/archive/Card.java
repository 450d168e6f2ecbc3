package chancery.archive;

import chancery.document.Access;
import chancery.document.Dating;
import chancery.document.Kind;
import chancery.document.RecordId;
import java.util.List;

/// A record in one line, as lists show it: only what the reader may see.
///
/// @param id          the record
/// @param slug        the readable end of its address; never empty
/// @param document    its delivery path
/// @param title       its title
/// @param dating      when it was made
/// @param kind        what kind of paper: as described, else as its heading says, else [Kind#OTHER]
/// @param number      the message's number as printed; empty where there is none
/// @param from        senders, as its heading names them
/// @param to          those it was sent to
/// @param marking     stamps as printed
/// @param holdings    archival references as printed
/// @param summary     its summary; may be empty
/// @param language    of its first text; empty where it has none
/// @param access      how open it is today
public record Card(RecordId id, String slug, String document, String title, Dating dating, Kind kind, String number, List<String> from, List<String> to,
                   List<String> marking, List<String> holdings, String summary, String language, Access access) {}
