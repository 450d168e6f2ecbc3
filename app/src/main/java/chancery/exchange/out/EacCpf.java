package chancery.exchange.out;

import chancery.authority.Authority;
import chancery.authority.NameWords;
import chancery.document.Edtf;
import chancery.exchange.out.AuthorityRows.Name;
import chancery.exchange.out.AuthorityRows.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A person or body as an archival authority record: EAC-CPF 2010 (Society of American Archivists), which AtoM, ArchivesSpace and others take in.
/// Elements stand in the order of its schema. The names are those that the audience's papers print.
public final class EacCpf {
    private final StringBuilder out = new StringBuilder();

    private EacCpf() {}

    /// A change to a description: who made it, when.
    ///
    /// @param agent who
    public record Event(Instant at, String agent) {}

    /// The record.
    ///
    /// @param named   a person or body that somebody described
    /// @param events  of its description, in order; one at least
    /// @param agency  the institution that keeps it
    /// @param address of its page
    /// @param notice  what every export says; may be empty
    /// @throws IllegalArgumentException for a place, or what nobody described
    public static String of(Named named, List<Event> events, String agency, String address, String notice) {
        var authority = named.authority().filter(a -> a.kind() != Authority.Kind.PLACE).orElseThrow(() -> new IllegalArgumentException("no person or body"));
        var eac = new EacCpf();
        eac.control(authority, events, agency, notice);
        eac.description(authority, named, address);
        return eac.out.append("</eac-cpf>\n").toString();
    }

    private void control(Authority authority, List<Event> events, String agency, String notice) {
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<eac-cpf xmlns=\"urn:isbn:1-931666-33-4\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">\n<control>\n");
        line("recordId", authority.id());
        line("maintenanceStatus", events.size() == 1 ? "new" : "revised");
        out.append("<maintenanceAgency><agencyName>").append(x(agency)).append("</agencyName></maintenanceAgency>\n<languageDeclaration>"
                + "<language languageCode=\"eng\">English</language><script scriptCode=\"Latn\">Latin</script></languageDeclaration>\n<maintenanceHistory>\n");
        for (var i = 0; i < events.size(); i++)
            out.append("<maintenanceEvent><eventType>").append(i == 0 ? "created" : "revised").append("</eventType><eventDateTime standardDateTime=\"")
                    .append(events.get(i).at()).append("\">").append(events.get(i).at()).append("</eventDateTime><agentType>human</agentType><agent>")
                    .append(x(events.get(i).agent())).append("</agent>")
                    .append(i == 0 && !notice.isEmpty() ? "<eventDescription>" + x(notice) + "</eventDescription>" : "").append("</maintenanceEvent>\n");
        out.append("</maintenanceHistory>\n</control>\n");
    }

    private void description(Authority authority, Named named, String address) {
        out.append("<cpfDescription>\n<identity>\n");
        line("entityId", address);
        line("entityType", authority.kind() == Authority.Kind.PERSON ? "person" : "corporateBody");
        out.append("<nameEntry><part>").append(x(authority.name())).append("</part><authorizedForm>local</authorizedForm></nameEntry>\n");
        for (var name : others(authority, named))
            out.append("<nameEntry><part>").append(x(name.words())).append("</part>").append(name.period().map(p -> "<useDates>" + dates(p) + "</useDates>")
                    .orElse(""))
                    .append("<alternativeForm>local</alternativeForm></nameEntry>\n");
        out.append("</identity>\n");
        if (authority.dates().isPresent() || !authority.history().isEmpty()) {
            out.append("<description>\n").append(authority.dates().map(d -> "<existDates>" + dates(d) + "</existDates>\n").orElse(""));
            if (!authority.history().isEmpty()) out.append("<biogHist>").append(paragraphs(authority.history())).append("</biogHist>\n");
            out.append("</description>\n");
        }
        if (!authority.sameAs().isEmpty()) {
            out.append("<relations>\n");
            for (var same : authority.sameAs())
                out.append("<cpfRelation cpfRelationType=\"identity\" xlink:type=\"simple\" xlink:href=\"").append(x(same)).append("\"><relationEntry>")
                        .append(x(authority.name())).append("</relationEntry></cpfRelation>\n");
            out.append("</relations>\n");
        }
        out.append("</cpfDescription>\n");
    }

    /// The names that papers print, and those under which it is a source, each once and without the authorised form.
    private static List<Name> others(Authority authority, Named named) {
        var others = new ArrayList<Name>();
        for (var name : named.names()) others.add(name);
        for (var words : named.sources()) others.add(new Name(words, Optional.empty(), 0, 0, 0));
        var seen = new java.util.HashSet<String>();
        seen.add(NameWords.key(authority.name()));
        others.removeIf(name -> !seen.add(NameWords.key(name.words())));
        return others;
    }

    private static String dates(Edtf date) {
        if (date.first().equals(date.last())) return "<date standardDate=\"" + date.first() + "\">" + x(date.text()) + "</date>";
        var slash = date.text().indexOf('/');
        var from = slash < 0 ? date.text() : date.text().substring(0, slash);
        var to = slash < 0 ? date.text() : date.text().substring(slash + 1);
        return "<dateRange>" + (date.first().equals(LocalDate.MIN) ? "" : "<fromDate standardDate=\"" + date.first() + "\">" + x(from) + "</fromDate>")
                + (date.last().equals(LocalDate.MAX) ? "" : "<toDate standardDate=\"" + date.last() + "\">" + x(to) + "</toDate>") + "</dateRange>";
    }

    private static String paragraphs(String words) {
        var out = new StringBuilder();
        for (var paragraph : words.split("\\n\\s*\\n")) out.append("<p>").append(x(paragraph.strip())).append("</p>");
        return out.toString();
    }

    private void line(String element, String words) {
        out.append('<').append(element).append('>').append(x(words)).append("</").append(element).append(">\n");
    }

    private static String x(String words) {
        return chancery.document.TextXml.escape(words);
    }
}
