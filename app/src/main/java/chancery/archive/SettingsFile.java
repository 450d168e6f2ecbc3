package chancery.archive;

import chancery.archive.ArchiveFailure.NotAnArchive;
import chancery.archive.ArchiveFailure.StorageFailed;
import chancery.document.Access;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlMapper;

/// `archive.toml`, read and written.
public final class SettingsFile {
    /// The keys it may hold, in the order they are written.
    public static final Set<String> KEYS = java.util.Collections.unmodifiableSet(new java.util.LinkedHashSet<>(
            java.util.List.of("title", "institution", "contact", "rights", "notice", "base", "zone", "release", "searches", "proxies")));

    private SettingsFile() {}

    /// Settings with a title and nothing else said: papers are withheld unless a delivery says otherwise, days are those of UTC.
    public static Settings titled(String title) {
        return new Settings(title, "", "", "", "", Optional.empty(), ZoneId.of("UTC"), Access.WITHHELD);
    }

    /// Reads the file.
    ///
    /// @throws NotAnArchive where it is missing, is not TOML, or says something that cannot be meant; the message names the key
    public static Settings read(Path file) {
        if (!Files.isRegularFile(file))
            throw new NotAnArchive("There is no archive in " + file.getParent() + ": it has no " + file.getFileName() + ". Make one with `chancery init`.");
        try {
            var toml = new TomlMapper().readTree(Files.readString(file));
            for (var key : toml.propertyNames())
                if (!KEYS.contains(key)) throw new NotAnArchive(file + ": there is no setting `" + key + "`. Settings are: " + String.join(", ", KEYS) + ".");
            var base = words(toml, "base");
            return new Settings(words(toml, "title"), words(toml, "institution"), words(toml, "contact"), words(toml, "rights"), words(toml, "notice"),
                    base.isEmpty() ? Optional.empty() : Optional.of(URI.create(base)), zone(file, words(toml, "zone")), release(file, words(toml, "release")),
                    searches(file, toml), Set.of(words(toml, "proxies").isEmpty() ? new String[0] : words(toml, "proxies").split("[\\s,]+")));
        } catch (IOException e) {
            throw new NotAnArchive("Could not read " + file + ": " + WhyNot.of(e) + ".");
        } catch (JacksonException e) {
            throw new NotAnArchive("Could not read " + file + ", line " + e.getLocation().getLineNr() + ": " + e.getOriginalMessage() + ".");
        } catch (IllegalArgumentException e) {
            throw new NotAnArchive("Could not read " + file + ": " + e.getMessage() + ".");
        }
    }

    /// Writes the file, with a word on each setting.
    public static void write(Path file, Settings s) {
        var toml = """
                # What this archive is called, and its defaults. Changes are seen at the next start.

                title = %s
                institution = %s
                # Where readers may ask about rights and papers: an address or a page. Pages never show it as it stands.
                contact = %s
                # The rights statement of papers that have none of their own.
                rights = %s
                # Words that stand on every page, citation, print and export; empty for none.
                notice = %s
                # The address under which readers reach the archive, such as https://archive.example.org; empty: as the request says.
                base = %s
                # Days and midnights are those of this zone: Europe/Vienna, Australia/Canberra, UTC.
                zone = %s
                # Who may see what is taken in when nothing is said: public, registered or withheld.
                release = %s
                # How many searches one client may make in a minute; 0 for as many as it likes. Papers are never counted.
                searches = %d
                # Addresses of machines that hand requests on to this one (reverse proxies), with commas between them; their word on where a request comes from is taken.
                proxies = %s
                """.formatted(quoted(s.title()), quoted(s.institution()), quoted(s.contact()), quoted(s.rights()), quoted(s.notice()),
                quoted(s.base().map(URI::toString).orElse("")), quoted(s.zone().getId()), quoted(s.release().word()),
                s.searches(), quoted(String.join(", ", new java.util.TreeSet<>(s.proxies()))));
        try {
            Files.writeString(file, toml);
        } catch (IOException e) {
            throw new StorageFailed("Could not write " + file + ": " + WhyNot.of(e) + ".", e);
        }
    }

    private static String words(JsonNode toml, String key) {
        return toml.path(key).asString("").strip();
    }

    private static int searches(Path file, JsonNode toml) {
        var said = toml.path("searches");
        if (said.isMissingNode()) return Settings.SEARCHES;
        if (!said.isIntegralNumber() || said.asInt() < 0)
            throw new NotAnArchive(file + ": searches `" + said.asString("") + "` is not a number of searches in a minute, or 0 for no limit.");
        return said.asInt();
    }

    private static ZoneId zone(Path file, String name) {
        try {
            return name.isEmpty() ? ZoneId.of("UTC") : ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new NotAnArchive(file + ": zone `" + name + "` is not one we know. Write it as in Europe/Vienna.");
        }
    }

    private static Access release(Path file, String word) {
        return word.isEmpty() ? Access.WITHHELD
                : Access.of(word).orElseThrow(() -> new NotAnArchive(file + ": release `" + word + "` is not public, registered or withheld."));
    }

    private static String quoted(String words) {
        var out = new StringBuilder("\"");
        words.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                default -> {
                    if (c < ' ' || c == 0x7f) out.append("\\u%04x".formatted(c));
                    else out.appendCodePoint(c);
                }
            }
        });
        return out.append('"').toString();
    }
}
