package chancery.web;

import chancery.archive.ReadingRoom;
import chancery.archive.RecordView;
import chancery.archive.Settings;
import chancery.archive.Whereabouts;
import chancery.document.Edtf;
import chancery.document.RecordId;
import chancery.exchange.out.DocumentRows;
import chancery.exchange.out.InOrder;
import chancery.exchange.out.RecordForms;
import chancery.exchange.out.Rows;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/// All papers of a search, written as they are read, so that no number of them is too many. Where the form has room for it, the last line
/// says how many there are; without it the file is not whole.
/// Where it has none, the name of the file says how many there should be.
///
/// @param room  what the reader may see
/// @param base  the address under which readers reach the archive
/// @param today the day it is accessed
record FoundExport(ReadingRoom room, Settings settings, String base, LocalDate today) {
    /// A form of export.
    enum Form {
        CSV("csv", "text/csv; charset=utf-8", "Table (CSV)"), JSON_LINES("jsonl", "application/jsonl; charset=utf-8", "JSON Lines"),
                RIS("ris", "application/x-research-info-systems; charset=utf-8", "RIS"),
        BIBTEX("bib", "application/x-bibtex; charset=utf-8", "BibTeX"),
        CSL("csl.json", "application/vnd.citationstyles.csl+json; charset=utf-8", "CSL-JSON"), ZIP("zip", "application/zip", "Texts (ZIP)");

        final String ending;
        final String media;
        final String words;

        Form(String ending, String media, String words) {
            this.ending = ending;
            this.media = media;
            this.words = words;
        }

        /// Whether its end says how many papers it holds. RIS and CSL-JSON have no room for that: a
        /// comment would be a fault in the one, another item in the other.
        boolean counts() {
            return this != RIS && this != CSL;
        }

        /// What a file of so many papers is called; the name says how many where its end cannot.
        String file(int papers) {
            return (counts() ? "papers" : "papers-" + papers) + "." + ending;
        }
    }

    /// Writes the papers; those that are no longer open when their turn comes are left out of the count.
    ///
    /// @param ids in the order of the search
    /// @return how many were written
    long write(Form form, List<RecordId> ids, OutputStream to) throws IOException {
        if (form == Form.ZIP) return zip(ids, to);
        var out = new OutputStreamWriter(to, StandardCharsets.UTF_8);
        var written = switch (form) {
            case CSV -> table(ids, out);
            case JSON_LINES -> jsonLines(ids, out);
            case RIS -> each(ids, (record, where) -> out.write(citation(record, where).ris()));
            case BIBTEX -> bibtex(ids, out);
            case CSL -> csl(ids, out);
            case ZIP -> throw new IllegalStateException();
        };
        out.flush();
        return written;
    }

    private long bibtex(List<RecordId> ids, Writer out) throws IOException {
        var written = each(ids, (record, where) -> out.write(citation(record, where).bibtex() + "\n"));
        out.write("% " + count(written) + "\n");
        return written;
    }

    private interface Each {
        void paper(RecordView record, Whereabouts where) throws IOException;
    }

    private long each(List<RecordId> ids, Each each) throws IOException {
        var written = 0L;
        for (var id : ids) {
            Optional<RecordView> record = room.record(id);
            var where = room.whereabouts(id);
            if (record.isEmpty() || where.isEmpty()) continue;
            each.paper(record.get(), where.get());
            written++;
        }
        return written;
    }

    private Citation citation(RecordView record, Whereabouts where) {
        return RecordPage.citation(record, where, settings, base, today);
    }

    private String count(long written) {
        return View.papers(written) + ", all that were found, from " + settings.title() + ", "
                + DateInWords.day(today) + (settings.notice().isEmpty() ? "" : ". " + settings.notice());
    }

    private long table(List<RecordId> ids, Writer out) throws IOException {
        var rows = Rows.of("csv", out);
        var written = each(ids, (record, where) -> rows.write(row(record, where)));
        if (written == 0) rows.write(row("", "", "", "", "", "", List.of(), List.of(), List.of(), List.of(), List.of(), "", "", ""));
        rows.write(row(count(written), "", "", "", "", "", List.of(), List.of(), List.of(), List.of(), List.of(), "", "", ""));
        rows.close();
        return written;
    }

    private Map<String, @Nullable Object> row(RecordView record, Whereabouts where) {
        var card = record.card();
        return row(card.title(), DateInWords.full(card.dating()), card.dating().edtf().map(Edtf::text).orElse(""),
                card.dating().place(), View.kind(card.kind()), card.number(), card.from(), card.to(), card.marking(), card.holdings(),
                where.collections().stream().map(s -> s.title()).toList(), card.summary(), record.id().value(), base + View.at(card));
    }

    private static Map<String, @Nullable Object> row(String title, String date, String edtf, String place, String kind, String number, List<String> from,
            List<String> to, List<String> marking, List<String> holding, List<String> collections, String summary, String record, String address) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("title", title);
        row.put("date", date);
        row.put("edtf", edtf);
        row.put("place", place);
        row.put("kind", kind);
        row.put("number", number);
        row.put("from", from);
        row.put("to", to);
        row.put("marking", marking);
        row.put("holding", holding);
        row.put("collections", collections);
        row.put("summary", summary);
        row.put("record", record);
        row.put("address", address);
        return row;
    }

    private long jsonLines(List<RecordId> ids, Writer out) throws IOException {
        var rows = Rows.of("jsonl", out);
        var written = each(ids, (record, _) -> rows.write(DocumentRows.row(record)));
        rows.write(InOrder.of("end", count(written), "papers", written));
        rows.close();
        return written;
    }

    private long csl(List<RecordId> ids, Writer out) throws IOException {
        var joint = new String[] {"[\n"};
        var written = each(ids, (record, where) -> {
            out.write(joint[0] + inner(citation(record, where).cslJson()));
            joint[0] = ",\n";
        });
        out.write(joint[0].equals("[\n") ? "[]\n" : "\n]\n");
        return written;
    }

    /// One item of CSL-JSON without the list it comes in.
    private static String inner(String list) {
        var words = list.strip();
        return words.startsWith("[") ? words.substring(1, words.length() - 1).strip() : words;
    }

    private long zip(List<RecordId> ids, OutputStream to) throws IOException {
        var zip = new ZipOutputStream(to, StandardCharsets.UTF_8);
        var place = new int[1];
        var written = each(ids, (record, _) -> entry(zip, "%05d-%s-%s.txt".formatted(++place[0], record.card().dating().edtf().map(Edtf::text)
                .orElse("undated").replaceAll("[^0-9A-Za-z-]", "_"), record.id()), RecordForms.text(record, settings.notice())));
        entry(zip, "count.txt", count(written) + "\n");
        zip.finish();
        zip.flush();
        return written;
    }

    private void entry(ZipOutputStream zip, String name, String words) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(today.atStartOfDay());
        zip.putNextEntry(entry);
        zip.write(words.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
