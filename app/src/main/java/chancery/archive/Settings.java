package chancery.archive;

import chancery.document.Access;
import java.net.URI;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/// What `archive.toml` says: how the archive presents itself, and its defaults.
///
/// @param title       the archive's name
/// @param institution who keeps it; may be empty
/// @param contact     where to ask, an address or a page; never shown as it stands; may be empty
/// @param rights      the rights statement of papers that have none of their own; may be empty
/// @param notice      words that stand on every page, citation, print and export (`Invented for demonstration`); may be empty
/// @param base        the address under which readers reach it; empty: as the request says
/// @param zone        the zone of its days and midnights
/// @param release     the release of deliveries that do not say theirs
/// @param searches    how many searches one client may make in a minute; 0 for as many as it likes
/// @param proxies     addresses of the machines that hand requests on, whose word on where they come from is taken
public record Settings(String title, String institution, String contact, String rights, String notice,
        Optional<URI> base, ZoneId zone, Access release, int searches, Set<String> proxies) {
    /// Searches in a minute when nothing is said.
    public static final int SEARCHES = 240;

    public Settings {
        if (searches < 0) throw new IllegalArgumentException("searches in a minute: " + searches);
        proxies = Set.copyOf(proxies);
    }

    /// With the usual number of searches, and no proxies.
    public Settings(String title, String institution, String contact, String rights, String notice, Optional<URI> base, ZoneId zone, Access release) {
        this(title, institution, contact, rights, notice, base, zone, release, SEARCHES, Set.of());
    }
}
