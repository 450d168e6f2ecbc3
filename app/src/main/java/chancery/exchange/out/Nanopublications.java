package chancery.exchange.out;

import chancery.archive.ReadingRoom;
import chancery.claim.Mode;
import chancery.claim.ProvenanceGraph;
import chancery.claim.SourceChain.Link;
import chancery.document.Edtf;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;

/// Claims in the shape of nanopublications, in TriG: an assertion (what is claimed), its provenance in PROV-O (who told
/// whom, in which paper), and who holds that the paper says so.
///
/// A link whose lineage is not recorded is no `prov:wasDerivedFrom`; a primary source is named only where the chain is told whole and its origin saw it.
public final class Nanopublications {
    private Nanopublications() {}

    /// Writes one nanopublication for each attestation; returns how many.
    public static long write(ReadingRoom room, Names names, Writer to) {
        var rows = ClaimRows.rows(room);
        try {
            to.write("""
                    @prefix np: <http://www.nanopub.org/nschema#> .
                    @prefix prov: <http://www.w3.org/ns/prov#> .
                    @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
                    @prefix ch: <urn:chancery:terms:> .
                    """);
            for (var row : rows) to.write(nanopublication(row, names));
            to.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows.size();
    }

    private static String nanopublication(ClaimRows.Row row, Names names) {
        var a = row.attestation();
        var self = names.iri("claim", a.id());
        var out = new StringBuilder("\n");
        out.append(iri(self + "#head")).append(" {\n  ").append(iri(self)).append(" a np:Nanopublication ; np:hasAssertion ")
                .append(iri(self + "#assertion")).append(" ; np:hasProvenance ").append(iri(self + "#provenance"))
                .append(" ; np:hasPublicationInfo ").append(iri(self + "#pubinfo")).append(" .\n}\n");
        out.append(iri(self + "#assertion")).append(" {\n  ").append(iri(names.iri("claim", row.claim().id()) + "#claim"))
                .append(" ch:content ").append(literal(a.content().quotation())).append(" ; ch:stance ").append(literal(a.stance().word()))
                .append(a.about().map(time -> " ; ch:about " + time(time)).orElse("")).append(" .\n}\n");
        out.append(iri(self + "#provenance")).append(" {\n").append(provenance(row, names, self)).append("}\n");
        out.append(iri(self + "#pubinfo")).append(" {\n  ").append(iri(self)).append(" prov:wasAttributedTo ")
                .append(iri(names.iri("archive", "self"))).append(" ; ch:state ").append(literal(a.state().word())).append(" .\n}\n");
        return out.toString();
    }

    private static String provenance(ClaimRows.Row row, Names names, String self) {
        var a = row.attestation();
        var paper = names.iri("record", a.paper().record().value());
        var out = new StringBuilder();
        out.append("  ").append(iri(self + "#assertion")).append(" prov:wasQuotedFrom ").append(iri(paper))
                .append(a.caution().isEmpty() ? "" : " ; ch:caution " + literal(a.caution())).append(" .\n");
        out.append("  ").append(iri(paper)).append(" a prov:Entity ; rdfs:label ").append(literal(a.paper().title())).append(" .\n");
        List<Link> links = a.chain().links();
        for (var i = 0; i < links.size(); i++) {
            var link = links.get(i);
            var told = self + "#told" + (i + 1);
            var nearer = i == 0 ? paper : self + "#told" + i;
            if (link.supposed().isEmpty()) out.append("  ").append(iri(nearer)).append(" prov:wasDerivedFrom ").append(iri(told)).append(" .\n");
            else out.append("  ").append(iri(nearer)).append(" ch:lineage \"not recorded\" .\n");
            out.append("  ").append(iri(told)).append(" a prov:Entity ; ch:mode ").append(literal(link.mode().word()))
                    .append(link.isNamed() ? " ; prov:wasAttributedTo " + iri(self + "#source" + (i + 1)) : "")
                    .append(i > 0 ? "" : a.said().map(time -> " ; ch:said " + time(time)).orElse("")).append(" .\n");
            if (link.isNamed())
                out.append("  ").append(iri(self + "#source" + (i + 1))).append(" a prov:Agent ; rdfs:label ").append(literal(link.words())).append(" .\n");
        }
        if (ProvenanceGraph.lineageRecorded(a.chain()) && a.chain().origin().mode() == Mode.OBSERVED)
            out.append("  ").append(iri(self + "#assertion")).append(" prov:hadPrimarySource ").append(iri(self + "#told" + links.size())).append(" .\n");
        return out.toString();
    }

    /// A time as the Library of Congress types it.
    private static String time(Edtf time) {
        return literal(time.text()) + "^^" + iri("http://id.loc.gov/datatypes/edtf/EDTF");
    }

    private static String iri(String iri) {
        return "<" + iri + ">";
    }

    /// A string of Turtle: backslash, quotation mark and line ends escaped.
    private static String literal(String words) {
        var out = new StringBuilder("\"");
        words.codePoints().forEach(c -> {
            switch (c) {
                case '\\' -> out.append("\\\\");
                case '"' -> out.append("\\\"");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                default -> out.appendCodePoint(c);
            }
        });
        return out.append('"').toString();
    }
}
