package chancery.search;

import chancery.search.Question.FieldName;
import java.util.Arrays;
import java.util.List;

/// A field that a query may name, as help tells it.
///
/// @param name    what stands before the colon: `from`
/// @param what    what is looked for in it: `who sent it`
/// @param example a query that names it: `from:Bruce`
public record QueryField(String name, String what, String example) {
    /// Every field of papers, in the order in which help tells them.
    public static List<QueryField> all() {
        return Arrays.stream(FieldName.values()).map(FieldName::described).toList();
    }
}
