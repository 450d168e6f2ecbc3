package chancery.web;

import java.util.LinkedHashMap;
import java.util.Optional;

/// Pages as they were made for the public, kept as long as nothing they show can have changed.
/// Those not asked for longest go first. Safe to share between threads.
final class KeptPages {
    private static final int ROOM_BYTES = 32 << 20;
    private final LinkedHashMap<String, Kept> pages = new LinkedHashMap<>(256, 0.75f, true);
    private int size;

    /// A page ready to be sent.
    ///
    /// @param tag  its `ETag`
    record Page(byte[] html, String tag) {}

    private record Kept(String state, Page page) {}

    /// The page made for an address in a state of the archive ([chancery.archive.ReadingRoom#state()], asked before the page was made); empty where it is to be
    /// made.
    synchronized Optional<Page> of(String address, String state) {
        return Optional.ofNullable(pages.get(address)).filter(k -> k.state().equals(state)).map(Kept::page);
    }

    /// Keeps a page in place of what was kept for its address. One that would take more than an eighth of the room is not kept.
    synchronized void keep(String address, String state, Page page) {
        if (page.html().length > ROOM_BYTES / 8) return;
        size += page.html().length;
        var before = pages.put(address, new Kept(state, page));
        if (before != null) size -= before.page().html().length;
        var eldest = pages.values().iterator();
        while (size > ROOM_BYTES) {
            size -= eldest.next().page().html().length;
            eldest.remove();
        }
    }
}
