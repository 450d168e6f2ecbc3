package chancery.exchange.out;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Maps whose pairs stay in the order in which they were given. What is written out has the same bytes whenever it is written; the order of `Map.of` is another
/// in each start of the program.
///
/// ```java
/// InOrder.of("@type", "ArchiveOrganization", "name", "State Archives")   // {"@type":"ArchiveOrganization","name":"State Archives"}
/// ```
public final class InOrder {
    private InOrder() {}

    /// @param pairs names and values in turns; a name given twice is a mistake
    /// @return cannot be changed
    public static Map<String, Object> of(Object... pairs) {
        if (pairs.length % 2 != 0) throw new IllegalArgumentException("a name without a value: " + pairs[pairs.length - 1]);
        var map = new LinkedHashMap<String, Object>();
        for (var i = 0; i < pairs.length; i += 2) {
            if (map.put((String) pairs[i], pairs[i + 1]) != null) throw new IllegalArgumentException("named twice: " + pairs[i]);
        }
        return Collections.unmodifiableMap(map);
    }
}
