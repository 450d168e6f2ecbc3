package chancery.archive;

import chancery.document.Dating;
import chancery.document.Kind;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// What lists show of a message's heading.
record Headline(Kind kind, String number, String place, Optional<LocalTime> time, List<String> from, List<String> to, List<String> marking) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Headline read(String json) {
        return JSON.readValue(json, Headline.class);
    }

    /// The dating of a description, with the hour and place of the heading where it has none of its own.
    Dating over(Dating described) {
        return Shelf.over(described, time, place);
    }
}
