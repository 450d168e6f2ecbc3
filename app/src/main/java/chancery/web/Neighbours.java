package chancery.web;

import chancery.archive.HoldingNode;
import chancery.archive.ReadingRoom;
import org.jspecify.annotations.Nullable;

/// The boxes before and after one, in the node above it.
public record Neighbours(@Nullable HoldingNode before, @Nullable HoldingNode after) {
    static Neighbours of(ReadingRoom room, ReadingRoom.HoldingPage page) {
        var beside = room.siblings(page.trail().getLast().id());
        return new Neighbours(beside.before(), beside.after());
    }

    /// Whether there is one at all.
    public boolean any() {
        return before != null || after != null;
    }
}
