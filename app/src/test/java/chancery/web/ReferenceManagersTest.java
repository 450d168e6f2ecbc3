package chancery.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.archive.ReadingRoom;
import chancery.archive.RecordView;
import chancery.cable.HeadingReading;
import chancery.cable.Printed;
import chancery.document.Reader;
import chancery.exchange.in.Item;
import de.undercouch.citeproc.bibtex.BibTeXConverter;
import de.undercouch.citeproc.csl.CSLItemData;
import de.undercouch.citeproc.csl.CSLName;
import de.undercouch.citeproc.ris.RISConverter;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a reference manager finds in each form, read back as it reads: BibTeX and RIS by a library
/// that others keep (citeproc-java), the head of a page by the rules that
/// Zotero's translator *Embedded Metadata* follows. Every author and recipient is a name that the heading reader gave, or that the archive described.
class ReferenceManagersTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    @TempDir
    static Path temp;
    private static Archive archive;
    private static List<RecordView> records;

    @BeforeAll
    static void open() throws Exception {
        var papers = LeakTest.items().stream().map(i -> Math.floorMod(i.path().hashCode(), 3) == 0 ? i : new Item(i.path(), undescribed(i.bytes()))).toList();
        archive = new Archive(temp.resolve("archive"), LeakTest.read(papers));
        ReadingRoom room = archive.folder.stacks().room(Reader.PUBLIC);
        records = new ArrayList<>();
        room.forEach(records::add);
    }

    /// The paper as most editions give it, without a line that names its author.
    private static byte[] undescribed(byte[] paper) {
        return new String(paper, StandardCharsets.UTF_8).replaceFirst("(?m)^creators: .*\n", "").getBytes(StandardCharsets.UTF_8);
    }

    @AfterAll
    static void close() {
        archive.close();
    }

    @Test
    void theSampleHasLettersAndOthers() {
        assertTrue(records.stream().anyMatch(r -> from(r).size() == 1 && to(r).size() == 1 && r.description().creators().isEmpty()));
        assertTrue(records.stream().anyMatch(r -> !from(r).isEmpty() && !r.description().creators().isEmpty()));
        assertTrue(records.stream().anyMatch(r -> to(r).isEmpty() && !authors(r).isEmpty()));
        assertTrue(records.stream().flatMap(r -> authors(r).stream()).anyMatch(n -> n.startsWith("literal|") && n.contains(" ")));
    }

    @Test
    void bibtexNamesWhoSentIt() throws Exception {
        for (var record : records) {
            var database = new BibTeXConverter().loadDatabase(stream(body(record, ".bib")));
            assertEquals(1, database.getEntries().size());
            CSLItemData item = new BibTeXConverter().toItemData(database).values().iterator().next();
            assertEquals(authors(record), names(item.getAuthor()), record.description().title());
        }
    }

    @Test
    void risNamesWhoSentItAndToWhom() throws Exception {
        for (var record : records) {
            var library = new RISConverter().loadLibrary(stream(body(record, ".ris")));
            assertEquals(1, library.getReferences().size());
            var reference = library.getReferences().getFirst();
            assertEquals(to(record).isEmpty() ? "MANSCPT" : "PCOMM", reference.getType().toString());
            assertEquals(undivided(authorNames(record)), listed(reference.getAuthors()));
            assertEquals(undivided(to(record)), listed(reference.getEditors()), "the library keeps A2 as editors");
        }
    }

    @Test
    void cslNamesWhoSentItAndToWhom() throws Exception {
        for (var record : records) {
            var item = JSON.readTree(body(record, ".csl.json")).get(0);
            assertEquals(authors(record), named(item.get("author")));
            assertEquals(to(record).stream().map(ReferenceManagersTest::name).toList(), named(item.get("recipient")));
            assertEquals(to(record).isEmpty() ? "manuscript" : "personal_communication", item.get("type").asString());
        }
    }

    @Test
    void theExportsOfHitsNameThemToo() throws Exception {
        var items = JSON.readTree(body(archive.get("/search.csl.json?q=")));
        assertEquals(records.size(), items.size());
        for (var record : records) {
            JsonNode item = null;
            for (var one : items) if (one.get("id").asString().equals(record.id().value())) item = one;
            assertEquals(authors(record), named(item.get("author")), record.description().title());
        }
        var ris = new RISConverter().loadLibrary(stream(body(archive.get("/search.ris?q="))));
        assertEquals(records.stream().map(r -> undivided(authorNames(r))).sorted(java.util.Comparator.comparing(List::toString)).toList(),
                ris.getReferences().stream().map(r -> listed(r.getAuthors())).sorted(java.util.Comparator.comparing(List::toString)).toList());
    }

    /// As Zotero reads a head: the type of `z:itemType`; authors of `citation_author`, and then nobody else; without it, authors of
    /// `DC.creator` and the recipients of a letter of `z:recipients`.
    /// A name is divided at its first comma, and without one at its last space.
    @Test
    void theHeadOfAPageNamesWhoSentItAndToWhom() throws Exception {
        for (var record : records) {
            var page = Jsoup.parse(body(archive.get(View.at(record.card()))));
            assertEquals(to(record).isEmpty() ? "manuscript" : "letter", metas(page, "z:itemType").getFirst());
            var authors = metas(page, "citation_author").isEmpty() ? metas(page, "DC.creator") : metas(page, "citation_author");
            var recipients = metas(page, "citation_author").isEmpty() ? metas(page, "z:recipients") : List.<String>of();
            assertEquals(expected(authorNames(record)), authors.stream().map(ReferenceManagersTest::divided).toList());
            assertEquals(expected(printed(to(record))), recipients.stream().map(ReferenceManagersTest::divided).toList());
        }
    }

    /// schema.org: a Message has a sender and a recipient; author belongs to every CreativeWork.
    @Test
    void schemaOrgHasAMessage() throws Exception {
        for (var record : records) {
            var page = Jsoup.parse(body(archive.get(View.at(record.card()))));
            var item = JSON.readTree(page.selectFirst("script[type=application/ld+json]").data());
            assertEquals(!to(record).isEmpty(), item.get("@type").toString().contains("\"Message\""));
            assertEquals(authorNames(record).stream().map(PersonName::asWritten).toList(), plain(item.get("author")));
            assertEquals(to(record), plain(item.get("recipient")));
            assertEquals(to(record).isEmpty() ? List.of() : from(record), plain(item.get("sender")));
        }
    }

    // ---- what is expected

    private static List<String> from(RecordView record) {
        return record.heading().map(HeadingReading::heading).map(h -> h.from().stream().map(Printed::value).toList()).orElse(List.of());
    }

    private static List<String> to(RecordView record) {
        return record.heading().map(HeadingReading::heading).map(h -> h.to().stream().map(Printed::value).toList()).orElse(List.of());
    }

    private static List<PersonName> authorNames(RecordView record) {
        var creators = record.description().creators();
        return creators.isEmpty() ? printed(from(record)) : creators.stream().map(PersonName::of).toList();
    }

    private static List<PersonName> printed(List<String> names) {
        return names.stream().map(PersonName::printed).toList();
    }

    private static List<String> authors(RecordView record) {
        return authorNames(record).stream().map(n -> n.isPerson() ? n.family() + "|" + n.given() : "literal|" + n.asWritten()).toList();
    }

    private static String name(String printed) {
        var n = PersonName.printed(printed);
        return n.isPerson() ? n.family() + "|" + n.given() : "literal|" + n.asWritten();
    }

    private static List<String> undivided(List<?> names) {
        return names.stream().map(n -> n instanceof PersonName p ? p.undivided() : PersonName.printed((String) n).undivided()).toList();
    }

    private static List<List<String>> expected(List<PersonName> names) {
        return names.stream().map(n -> n.isPerson() ? List.of(n.family(), n.given()) : List.of(n.asWritten().replace(", ", " – "), "")).toList();
    }

    // ---- what is found

    private static List<String> divided(String name) {
        var comma = name.indexOf(',');
        if (comma >= 0) return List.of(name.substring(0, comma), name.substring(comma + 1).replaceAll(",.*", "").strip());
        var space = name.lastIndexOf(' ');
        return space < 0 ? List.of(name, "") : List.of(name.substring(space + 1), name.substring(0, space));
    }

    private static List<String> names(CSLName[] names) {
        if (names == null) return List.of();
        return Arrays.stream(names).map(n -> n.getLiteral() != null ? "literal|" + n.getLiteral()
                : (n.getNonDroppingParticle() == null ? "" : n.getNonDroppingParticle() + " ") + n.getFamily() + "|" + n.getGiven()).toList();
    }

    private static List<String> named(JsonNode names) {
        var found = new ArrayList<String>();
        if (names != null)
            for (var n : names)
                found.add(n.has("literal") ? "literal|" + n.get("literal").asString() : n.get("family").asString() + "|" + n.get("given").asString());
        return found;
    }

    private static List<String> plain(JsonNode names) {
        var found = new ArrayList<String>();
        if (names != null) for (var n : names) found.add(n.isObject() ? n.get("name").asString() : n.asString());
        return found;
    }

    private static List<String> listed(String[] names) {
        return names == null ? List.of() : List.of(names);
    }

    private static List<String> metas(Document page, String name) {
        return page.head().select("meta").stream().filter(m -> m.attr("name").equals(name)).map(m -> m.attr("content")).toList();
    }

    private static String body(RecordView record, String form) throws Exception {
        return body(archive.get(View.at(record.card()) + form));
    }

    private static String body(String answer) {
        assertFalse(answer.startsWith("4"), answer);
        return answer.substring(answer.indexOf('\n', answer.indexOf('\n') + 1) + 1);
    }

    private static InputStream stream(String words) {
        return new ByteArrayInputStream(words.getBytes(StandardCharsets.UTF_8));
    }
}
