package chancery.web;

import chancery.archive.Card;
import chancery.archive.HoldingNode;
import chancery.archive.ReadingRoom;
import chancery.archive.RecordView;
import chancery.archive.Settings;
import chancery.archive.Whereabouts;
import chancery.cable.CableHeading;
import chancery.cable.Printed;
import chancery.document.Access;
import chancery.document.Description;
import chancery.document.Edtf;
import chancery.document.Level;
import chancery.exchange.out.InOrder;
import chancery.search.Finder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/// A record's page.
///
/// @param query words marked in it; empty for none
/// @param box   papers in the same box or file, this one among them, at most nine
/// @param references what it refers to, and what refers to it
/// @param talk  its exchange and its other versions
/// @param claims what it attests, and what it asks
/// @param heading what the message's heading says, row by row; names lead to whom they mean
/// @param named who and what it is about, group by group
public record RecordPage(RecordView record, Whereabouts whereabouts, List<Made> texts, Citation citation,
        String query, List<Card> box, RecordReferences references, ExchangeRail talk, PaperClaims claims, List<Information> heading, List<Information> named) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int BESIDE = 4;

    /// A text made ready, its place among the texts from 1, its name, and what stands in the margin beside it.
    public record Made(int nth, String name, TextHtml html, List<PaperClaims.InMargin> margin) {}

    /// A row of the document's information.
    public record Information(String name, List<Value> values) {}

    /// Words, and where they lead; empty for nowhere.
    public record Value(String words, String to) {}

    static RecordPage of(RecordView record, Whereabouts whereabouts, ReadingRoom room, Finder finder,
            String query, boolean asTyped, Settings settings, String base, LocalDate today) {
        var references = RecordReferences.of(record, room);
        var claims = PaperClaims.of(record, room);
        var texts = new ArrayList<Made>();
        var hits = new int[1];
        for (var i = 0; i < record.texts().size(); i++) {
            var text = record.texts().get(i).text();
            var id = record.texts().get(i).id();
            texts.add(new Made(i + 1, BesidePage.name(text), TextHtml.of(text, i + 1, layer -> query.isBlank() ? List.of() : finder.marks(query, asTyped,
                    layer), references.marks().getOrDefault(id, RecordReferences.Marks.NONE), claims.passages(id)).numbered(hits), claims.margin(id)));
        }
        return new RecordPage(record, whereabouts, texts, citation(record, whereabouts, settings, base, today),
                query, box(record, whereabouts, room), references, ExchangeRail.of(record.id(), room), claims, heading(record, room), named(record, room));
    }

    /// The papers about this one in the box where it lies.
    private static List<Card> box(RecordView record, Whereabouts whereabouts, ReadingRoom room) {
        if (whereabouts.holdings().isEmpty()) return List.of();
        var cards = room.about(whereabouts.holdings().getFirst().nodes().getLast().id(), record.id(), BESIDE);
        return cards.size() < 2 ? List.of() : cards;
    }

    // ---- the head of the paper

    /// The date in words, with hour and place.
    public String date() {
        var dating = record.card().dating();
        var words = DateInWords.full(dating);
        var place = dating.place();
        return (words.isEmpty() ? "Undated" : words) + (place.isEmpty() ? "" : ", " + place);
    }

    /// Who may see it, where not everybody may.
    public String openness() {
        return record.access() == Access.PUBLIC ? "" : record.access() == Access.REGISTERED ? "Registered readers only" : "Withheld";
    }

    /// Where its first two texts stand beside each other.
    public String beside() {
        return BesidePage.address(record, record, 1, 2);
    }

    /// Where a node of a trail is, at the page on which the way to this paper goes on.
    public String inTree(Whereabouts.HoldingTrail trail, int node) {
        var last = node + 1 == trail.nodes().size();
        var next = last ? record.id().value() : trail.nodes().get(node + 1).id();
        return "/holding/" + trail.nodes().get(node).id() + "?at=" + next + (last ? "#r-" : "#h-") + next;
    }

    /// How many places are marked.
    public int marks() {
        return texts.stream().mapToInt(t -> t.html().marks()).sum();
    }

    /// A card's day, short.
    public String day(Card card) {
        var words = DateInWords.brief(card.dating());
        return words.isEmpty() ? "Undated" : words;
    }

    private static List<Information> heading(RecordView record, ReadingRoom room) {
        var rows = new ArrayList<Information>();
        record.heading().ifPresent(reading -> {
            CableHeading h = reading.heading();
            words(rows, "Number", h.number().map(n -> View.kind(record.card().kind()) + " " + n.value()).orElse(""));
            row(rows, "From", people(h.from(), record, room));
            row(rows, "To", people(h.to(), record, room));
            row(rows, "Repeated to", people(h.repeatedTo(), record, room));
            row(rows, "For", h.attention().stream().map(p -> new Value(p.value(), "")).toList());
            words(rows, "Channel",
                    h.channel().map(c -> c.value() + h.direction().map(d -> ", " + d.value().name().toLowerCase(java.util.Locale.ROOT)).orElse("")).orElse(""));
            words(rows, "Version", h.version().map(v -> View.capital(v.value().name().toLowerCase(java.util.Locale.ROOT))).orElse(""));
            row(rows, "Handling", h.handling().stream().map(p -> new Value(p.value(), "")).toList());
            words(rows, "Received", h.received().map(d -> d.asPrinted()).orElse(""));
        });
        return rows;
    }

    private static List<Value> people(List<Printed<String>> who, RecordView record, ReadingRoom room) {
        return who.stream().map(name -> new Value(name.value(), PersonPage.address(name.value(), record.card().dating(), record.id(), room))).toList();
    }

    // ---- what is said of it

    /// People, places and subjects, each group with its heading. People whom the archive lists lead to their pages, all others to a search for the name.
    private static List<Information> named(RecordView record, ReadingRoom room) {
        var d = record.description();
        var groups = new ArrayList<Information>();
        row(groups, d.creators().size() == 1 ? "Author" : "Authors", searched(d.creators()));
        row(groups, "Associated places", searched(d.places()));
        row(groups, "Subjects discussed", searched(d.subjects()));
        row(groups, "Associated people and organizations", d.people().stream()
                .map(name -> new Value(name, PersonPage.address(name, record.card().dating(), record.id(), room))).toList());
        row(groups, "Document contributors", searched(d.contributors()));
        return groups;
    }

    private static List<Value> searched(List<String> names) {
        return names.stream().map(name -> new Value(name, "/search?q=" + View.encode("\"" + name + "\""))).toList();
    }

    /// The document's information, in the order of the page that was our model.
    public List<Information> information() {
        var d = record.description();
        var rows = new ArrayList<Information>();
        row(rows, "Source", d.holdings().stream().map(h -> new Value(h.asPrinted(), "")).toList());
        row(rows, "Original Archive",
                whereabouts.holdings().stream().map(t -> t.nodes().getFirst()).distinct().map(n -> new Value(n.title(), "/holding/" + n.id())).toList());
        row(rows, "Published in", whereabouts.collections().stream().map(s -> new Value(s.title(), "/collection/" + s.slug() + "?at=" + record.id())).toList());
        d.edition().ifPresent(e -> row(rows, "Printed in", List.of(new Value(printed(e), ""))));
        var rights = new ArrayList<Value>();
        if (!d.rights().statement().isEmpty()) rights.add(new Value(d.rights().statement(), ""));
        rights.add(new Value("Ask about this paper’s rights or commercial use", "/write/" + record.id() + "?about=rights"));
        row(rows, "Rights", rights);
        row(rows, "Original Classification", d.marking().stream().map(m -> new Value(m, "")).toList());
        words(rows, "Access", d.accessNote());
        words(rows, "Extent", d.extent());
        row(rows, "Related", d.related().stream().map(r -> new Value(r, "")).toList());
        words(rows, "Original Uploaded Date", d.uploaded().map(DateInWords::day).orElse(""));
        words(rows, "Date as Written", d.dating().edtf().isEmpty() ? d.dating().asWritten() : "");
        row(rows, "Language", d.languages().stream().filter(l -> !l.equals("und")).map(l -> new Value(View.language(l), "")).toList());
        row(rows, "Known Elsewhere As", d.sourceIds().stream().map(s -> new Value(s.scheme() + ": " + s.value(), "")).toList());
        words(rows, "Delivered As", record.document());
        words(rows, "Record ID", record.id().value());
        return rows;
    }

    private static void words(List<Information> rows, String name, String words) {
        if (!words.isEmpty()) rows.add(new Information(name, List.of(new Value(words, ""))));
    }

    private static void row(List<Information> rows, String name, List<Value> values) {
        if (!values.isEmpty()) rows.add(new Information(name, values));
    }

    private static String printed(Description.Edition e) {
        return e.edition() + (e.volume().isEmpty() ? "" : ", volume " + e.volume())
                + (e.number().isEmpty() ? "" : ", document " + e.number()) + (e.pages().isEmpty() ? "" : ", pp. " + e.pages());
    }

    /// The numbers of the versions that may be read.
    public List<Integer> versions() {
        return IntStream.rangeClosed(1, record.versions()).boxed().toList();
    }

    // ---- citing and carrying away

    /// The address that its citations name.
    public String url() {
        return citation.url();
    }

    public String note() {
        return citation.note();
    }

    public String bibliography() {
        return citation.bibliography();
    }

    /// Machine forms by name and address.
    public List<Map.Entry<String, String>> forms() {
        var at = View.at(record.card());
        return List.of(Map.entry("RIS", at + ".ris"), Map.entry("BibTeX", at + ".bib"), Map.entry("CSL-JSON", at + ".csl.json"),
                Map.entry("Plain text", at + ".txt"), Map.entry("TEI XML", at + ".tei.xml"), Map.entry("JSON", at + ".json"));
    }

    static Citation citation(RecordView record, Whereabouts whereabouts, Settings settings, String base, LocalDate today) {
        var d = record.description();
        var card = record.card();
        var trail = whereabouts.holdings().isEmpty() ? List.<HoldingNode>of() : whereabouts.holdings().getFirst().nodes();
        var reference = d.holdings().isEmpty() ? "" : d.holdings().getFirst().asPrinted();
        var repository = trail.isEmpty() ? "" : trail.getFirst().title();
        var within = trail.stream().skip(1).filter(n -> n.level() != Level.DIVISION)
                .map(HoldingNode::title).collect(Collectors.toCollection(ArrayList::new)).reversed();
        var location = reference.contains(":") || within.isEmpty() ? reference : String.join(", ", within);
        var senders = record.heading().map(h -> printed(h.heading().from())).orElse(List.of());
        var recipients = record.heading().map(h -> printed(h.heading().to())).orElse(List.of());
        var subjects = new ArrayList<>(d.subjects());
        subjects.addAll(d.people());
        subjects.addAll(d.places());
        return new Citation(record.id().value(), d.creators().stream().map(PersonName::of).toList(),
                senders, recipients, d.contributors().stream().map(PersonName::of).toList(), d.title(),
                d.dating().edtf().isEmpty() && d.dating().asWritten().isEmpty() ? "" : DateInWords.full(d.dating()), d.dating().edtf(),
                card.dating().place(), View.kind(card.kind()), card.number(), reference, location, repository,
                d.edition().map(RecordPage::printed).orElse(""), settings.title(), base + View.at(card), today, card.language(),
                d.rights().statement(), d.summary(), subjects, settings.notice());
    }

    private static List<PersonName> printed(List<Printed<String>> names) {
        return names.stream().map(n -> PersonName.printed(n.value())).toList();
    }

    /// Head elements that reference managers and search engines read. Zotero takes `z:` and `DC.` names; it loses
    /// `DC.source`, and where it finds a `citation_author` it drops recipients.
    String head(String base) {
        var d = record.description();
        var out = new StringBuilder();
        out.append(
                "<link rel=\"schema.DC\" href=\"http://purl.org/dc/elements/1.1/\">\n<link rel=\"schema.z\" "
                + "href=\"http://www.zotero.org/namespaces/export#\">\n");
        var type = citation.isLetter() ? "letter" : "manuscript";
        meta(out, "z:itemType", type);
        meta(out, "DC.type", type);
        meta(out, "DC.title", d.title());
        for (var author : citation.authors()) {
            meta(out, "DC.creator", author.inHead());
            if (!citation.isLetter()) meta(out, "citation_author", author.inHead());
        }
        for (var recipient : citation.recipients()) meta(out, "z:recipients", recipient.inHead());
        for (var other : citation.others()) meta(out, "DC.contributor", other.inHead());
        d.dating().edtf().map(Edtf::text).ifPresent(date -> meta(out, "DC.date", date));
        meta(out, "DC.language", record.card().language().equals("und") ? "" : record.card().language());
        meta(out, "DC.rights", d.rights().statement());
        meta(out, "DC.identifier", citation.url());
        meta(out, "z:archive", citation.repository());
        meta(out, "z:archiveLocation", citation.location());
        meta(out, "description", d.summary());
        for (var form : List.of(Map.entry(".ris", "application/x-research-info-systems"), Map.entry(".bib", "application/x-bibtex"),
                Map.entry(".csl.json", "application/vnd.citationstyles.csl+json"), Map.entry(".tei.xml", "application/tei+xml"),
                Map.entry(".json", "application/json"), Map.entry(".txt", "text/plain"))) {
            out.append("<link rel=\"alternate\" type=\"").append(form.getValue()).append("\" href=\"")
                    .append(base).append(View.at(record.card())).append(form.getKey()).append("\">\n");
        }
        return out.append("<script type=\"application/ld+json\">").append(jsonLd()).append("</script>").toString();
    }

    private static void meta(StringBuilder out, String name, String value) {
        if (!value.isEmpty()) out.append("<meta name=\"").append(name).append("\" content=\"").append(TextHtml.escape(value)).append("\">\n");
    }

    /// schema.org, as JSON that cannot end its script.
    private String jsonLd() {
        var d = record.description();
        var item = new LinkedHashMap<String, Object>();
        item.put("@context", "https://schema.org");
        item.put("@type", citation.isLetter() ? List.of("ArchiveComponent", "Manuscript", "Message") : List.of("ArchiveComponent", "Manuscript"));
        item.put("@id", citation.url());
        item.put("name", d.title());
        item.put("identifier", record.id().value());
        if (!d.creators().isEmpty()) item.put("creator", d.creators());
        if (!citation.authors().isEmpty()) item.put("author", citation.authors().stream().map(RecordPage::named).toList());
        if (citation.isLetter()) {
            if (!citation.senders().isEmpty()) item.put("sender", citation.senders().stream().map(RecordPage::named).toList());
            item.put("recipient", citation.recipients().stream().map(RecordPage::named).toList());
        }
        d.dating().edtf().map(Edtf::text).ifPresent(date -> item.put("dateCreated", date));
        if (!d.summary().isEmpty()) item.put("abstract", d.summary());
        if (!citation.repository().isEmpty()) item.put("holdingArchive", InOrder.of("@type", "ArchiveOrganization", "name", citation.repository()));
        if (!citation.location().isEmpty()) item.put("itemLocation", citation.location());
        return JSON.writeValueAsString(item).replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
    }

    /// A person where the name is surely one's; else the name alone, since it may be an office's, a body's or a family name.
    private static Object named(PersonName name) {
        if (!name.isPerson()) return name.asWritten();
        var person = new LinkedHashMap<String, String>();
        person.put("@type", "Person");
        person.put("name", name.asWritten());
        person.put("familyName", name.family());
        return person;
    }
}
