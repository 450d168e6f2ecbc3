package chancery.exchange.in;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlMapper;

/// Says which front-matter key means what. Described in `docs/reference/mapping.md`.
///
/// @param name       its name
/// @param when       keys that front matter must have for this mapping to be chosen by itself
/// @param fields     for each part of a description, the keys that may hold it, the first that is there counts
/// @param collection keys of the collection's title, the first that is there counts
/// @param order      keys of the place in the collection
/// @param edition    the printed edition's name, where all papers share it; may be empty
/// @param editionKeys keys of the edition's `title`, `volume`, `number`, `pages`
/// @param holdings   keys of the list of holdings
/// @param holding    where a holding is itself a map: its keys for `printed`, `series`, `file`, `id`, and the scheme of `id` under `id_scheme`
/// @param agencies   repositories by the letters that stand for them in references
/// @param constants  parts of the description that are the same for all
/// @param ignored    keys that need no finding
public record Mapping(String name, List<String> when, Map<String, List<String>> fields, List<String> collection, List<String> order, String edition,
                      Map<String, List<String>> editionKeys, List<String> holdings, Map<String, String> holding,
                      Map<String, String> agencies, Map<String, String> constants, Set<String> ignored) {
    /// The parts of a description that `[fields]` and `[constants]` may name.
    public static final List<String> FIELDS = List.of("title", "date", "kind", "creators", "contributors",
            "summary", "language", "marking", "people", "places", "subjects", "extent", "access_note",
            "rights", "rights_contact", "credit", "related", "uploaded", "source_ids", "release",
            "release_until", "release_then", "release_reason", "release_authority", "release_review",
            "body_kind", "body_language", "texts");
    private static final List<String> SHIPPED = List.of("dafp", "chancery", "generic");

    /// The mappings that ship, the one that asks for most first; the last fits everything.
    public static List<Mapping> shipped() {
        return SHIPPED.stream().map(Mapping::shipped).toList();
    }

    private static Mapping shipped(String name) {
        try (var in = Mapping.class.getResourceAsStream("/chancery/mappings/" + name + ".toml")) {
            if (in == null) throw new IllegalStateException("the mapping " + name + " is not in the jar");
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8), name + ".toml");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Reads a mapping.
    ///
    /// @param from its file, for messages
    /// @throws IllegalArgumentException where it is not TOML, or names a part that descriptions do not have; the message says which
    public static Mapping read(String toml, String from) {
        JsonNode tree;
        try {
            tree = new TomlMapper().readTree(toml);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("The mapping " + from + " is not TOML: " + e.getOriginalMessage());
        }
        for (var part : tree.path("fields").propertyNames()) known(from, part);
        for (var part : tree.path("constants").propertyNames()) known(from, part);
        var edition = tree.path("edition");
        var keys = lists(edition);
        keys.remove("name");
        var holdings = tree.path("holdings");
        var holding = words(holdings);
        holding.remove("list");
        return new Mapping(tree.path("name").asString(from), list(tree.path("when")), lists(tree.path("fields")),
                list(tree.path("collection").path("title")), list(tree.path("collection").path("order")),
                edition.path("name").asString(""), keys, list(holdings.path("list")), holding, words(tree.path("agencies")),
                words(tree.path("constants")), new LinkedHashSet<>(list(tree.path("ignored").path("keys"))));
    }

    private static void known(String from, String part) {
        if (!FIELDS.contains(part))
            throw new IllegalArgumentException("The mapping " + from + " names `" + part
                    + "`, which descriptions do not have. They have: " + String.join(", ", FIELDS) + ".");
    }

    private static List<String> list(JsonNode node) {
        if (node.isString()) return List.of(node.asString());
        var list = new java.util.ArrayList<String>();
        for (var one : node) if (one.isString()) list.add(one.asString());
        return List.copyOf(list);
    }

    private static Map<String, List<String>> lists(JsonNode node) {
        var map = new LinkedHashMap<String, List<String>>();
        for (var e : node.properties()) map.put(e.getKey(), list(e.getValue()));
        return map;
    }

    private static Map<String, String> words(JsonNode node) {
        var map = new LinkedHashMap<String, String>();
        for (var e : node.properties()) if (e.getValue().isString()) map.put(e.getKey(), e.getValue().asString());
        return map;
    }

    /// Whether front matter with these keys is what it was made for.
    public boolean fits(Set<String> keys) {
        return keys.containsAll(when);
    }

    /// Every key that it gives a meaning, or says needs none.
    Set<String> keys() {
        var all = new LinkedHashSet<>(ignored);
        fields.values().forEach(all::addAll);
        all.addAll(collection);
        all.addAll(order);
        editionKeys.values().forEach(all::addAll);
        all.addAll(holdings);
        return all;
    }
}
