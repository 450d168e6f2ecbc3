package chancery.web;

import chancery.archive.HoldingNode;
import chancery.archive.ReadingRoom;
import org.jspecify.annotations.Nullable;

/// The boxes before and after one, in the node above it.
public record Neighbours(@Nullable HoldingNode before, @Nullable HoldingNode after) {
    private static final int SEARCHED = 5_000;

    static Neighbours of(ReadingRoom room, ReadingRoom.HoldingPage page) {
        if (page.trail().size() < 2) return new Neighbours(null, null);
        var above = room.holding(page.trail().get(page.trail().size() - 2).id(), 1, SEARCHED);
        var nodes = above.map(ReadingRoom.HoldingPage::nodes).orElse(java.util.List.of());
        for (var i = 0; i < nodes.size(); i++) {
            if (nodes.get(i).id().equals(page.trail().getLast().id())) return new Neighbours(i > 0 ? nodes.get(i - 1) : null, i + 1 < nodes.size() ? nodes.get(i + 1) : null);
        }
        return new Neighbours(null, null);
    }

    /// Whether there is one at all.
    public boolean any() {
        return before != null || after != null;
    }
}
