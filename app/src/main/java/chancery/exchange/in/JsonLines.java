package chancery.exchange.in;

import chancery.archive.Submission;
import chancery.archive.Submission.Role;
import chancery.archive.Submission.SubmittedFile;
import chancery.archive.Submission.SubmittedText;
import chancery.document.Access;
import chancery.document.Dating;
import chancery.document.Description;
import chancery.document.Description.Membership;
import chancery.document.Description.SourceId;
import chancery.document.Edtf;
import chancery.document.Holding;
import chancery.document.Kind;
import chancery.document.Node;
import chancery.document.Node.Chars;
import chancery.document.Node.Element;
import chancery.document.Node.Tag;
import chancery.document.Release;
import chancery.document.Text;
import chancery.finding.Finding;
import chancery.finding.FindingCode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Rows in the shape of `export --what documents`: one JSON object a line, one paper an object.
///
/// The delivery path of a row is that of its file, `#`, and its `document`; `#line-12` where it names none. Texts are rebuilt from their plain layers:
/// a line is a paragraph, lines with tabs are the rows of a table, notes stand after the text. A
/// line that cannot be read is refused by its number; the others go on.
public final class JsonLines implements Format {
    private static final int LONGEST_LINE = 16 << 20, MOST_LINES = 1_000_000, DEEPEST = 20, LONGEST_NUMBER = 100, LONGEST_NAME = 400;
    private static final Set<String> KNOWN = Set.of("document", "record", "title", "date", "first",
            "last", "kind", "summary", "holding", "collections", "release", "text", "texts");
    private static final Set<String> KNOWN_OF_TEXT = Set.of("id", "kind", "lang", "text", "notes");
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).maxNumberLength(LONGEST_NUMBER)
                            .maxStringLength(LONGEST_LINE).maxNameLength(1000).maxTokenCount(1_000_000).build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    @Override
    public String word() {
        return "jsonl";
    }

    @Override
    public boolean fits(Item item) {
        return item.extension().equals("jsonl") || item.extension().equals("ndjson");
    }

    @Override
    public List<Reading> read(Item item) {
        var bytes = item.bytes();
        if (SourceWords.Decoding.markOf(bytes).charset() != StandardCharsets.UTF_8) {
            return List.of(new Reading.Refused(item.path(), List.of(new Finding(FindingCode.SOURCE_NOT_UTF8, "byte 1", "the byte order mark of UTF-16"))));
        }
        var readings = new ArrayList<Reading>();
        var paths = new HashSet<String>();
        var unmapped = new HashSet<String>();
        var from = SourceWords.Decoding.markOf(bytes).length();
        for (var line = 1; from < bytes.length; line++) {
            var to = from;
            while (to < bytes.length && bytes[to] != '\n') to++;
            if (!isBlank(bytes, from, to)) {
                var reading = new Row(item, line, unmapped).read(bytes, from, to);
                readings.add(paths.add(reading.path()) ? reading
                        : new Reading.Refused(reading.path(), List.of(new Finding(FindingCode.DOCUMENT_TWICE, "line " + line, reading.path()))));
            }
            from = to + 1;
        }
        if (readings.isEmpty()) readings.add(new Reading.Refused(item.path(), List.of(new Finding(FindingCode.SOURCE_EMPTY, "file", ""))));
        return readings;
    }

    private static boolean isBlank(byte[] bytes, int from, int to) {
        for (var i = from; i < to; i++) if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r') return false;
        return true;
    }

    /// One line. `unmapped` holds the unknown keys that were reported already: one finding a key and file is enough.
    private static final class Row {
        private final Item item;
        private final String where;
        private final int line;
        private final Set<String> unmapped;
        private final List<Finding> findings = new ArrayList<>();

        Row(Item item, int line, Set<String> unmapped) {
            this.item = item;
            this.line = line;
            this.where = "line " + line;
            this.unmapped = unmapped;
        }

        Reading read(byte[] bytes, int from, int to) {
            if (to - from > LONGEST_LINE) return refused(FindingCode.LINE_TOO_LONG, "%,d bytes".formatted(to - from));
            String json;
            try {
                json = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from)).toString();
            } catch (CharacterCodingException e) {
                return refused(FindingCode.SOURCE_NOT_UTF8, "");
            }
            try {
                var row = MAPPER.readTree(json);
                if (!row.isObject()) return refused(FindingCode.JSON_UNREADABLE, "it is not an object");
                if (!row.has("title") && !row.has("text") && !row.has("texts"))
                    return refused(FindingCode.SOURCE_FORMAT_UNKNOWN, "neither title nor text among its keys: " + String.join(", ", row.propertyNames()));
                if (hasTooManyLines(row)) return refused(FindingCode.SOURCE_TOO_LARGE, "a text of more than %,d lines".formatted(MOST_LINES));
                return new Reading.Read(submission(row, Arrays.copyOfRange(bytes, from, to)));
            } catch (JacksonException e) {
                return refused(FindingCode.JSON_UNREADABLE, SourceWords.clean(String.valueOf(e.getOriginalMessage())));
            }
        }

        private static boolean hasTooManyLines(JsonNode row) {
            long lines = row.path("text").asString("").lines().limit(MOST_LINES + 1L).count();
            if (row.path("texts").isArray())
                for (var text : row.path("texts").values()) lines += text.path("text").asString("").lines().limit(MOST_LINES + 1L).count();
            return lines > MOST_LINES;
        }

        private Submission submission(JsonNode row, byte[] source) {
            var id = words(row, "document");
            if (id.length() > LONGEST_NAME) {
                findings.add(new Finding(FindingCode.FIELD_NOT_UNDERSTOOD, where + ", key document", id));
                id = "";
            }
            var name = id.isEmpty() ? "line-" + line : id;
            for (var key : row.propertyNames()) if (!KNOWN.contains(key)) unmapped(key);
            var title = words(row, "title");
            if (title.isEmpty()) {
                title = name;
                findings.add(new Finding(FindingCode.TITLE_MISSING, where, name));
            }
            var texts = texts(row);
            if (texts.isEmpty()) findings.add(new Finding(FindingCode.TEXT_MISSING, where, ""));
            var record = words(row, "record");
            var description = Description.titled(title).dating(dating(row)).kind(kind(row)).summary(words(row, "summary"))
                    .languages(texts.stream().map(t -> t.text().language()).filter(l -> !l.equals("und")).distinct().toList())
                    .holdings(holdings(row)).collections(collections(row))
                    .sourceIds(record.isEmpty() ? List.of() : List.of(new SourceId("Chancery record", record))).build();
            var file = new SubmittedFile(Role.SOURCE, item.name() + "-line-" + line + ".json", "application/json", source, Optional.empty());
            return new Submission(item.path() + "#" + name, description, texts, release(row), List.of(file), findings);
        }

        // ---- description

        /// The date that `date` gives; where its words say nothing to us, what `first` and `last` give.
        private Dating dating(JsonNode row) {
            var words = words(row, "date");
            var first = words(row, "first");
            var last = words(row, "last");
            var read = WrittenDate.read(words);
            if (read.isEmpty() && !(first.isEmpty() && last.isEmpty())) {
                read = Edtf.parse(first.equals(last) ? first : (first.isEmpty() ? ".." : first) + "/" + (last.isEmpty() ? ".." : last));
                if (read.isEmpty() || !isDay(first) && !first.isEmpty() || !isDay(last) && !last.isEmpty()) {
                    read = Optional.empty();
                    findings.add(new Finding(FindingCode.FIELD_NOT_UNDERSTOOD, where + ", keys first and last", first + " to " + last));
                }
            }
            if (words.isEmpty() && read.isEmpty()) return Dating.UNDATED;
            if (read.isEmpty()) findings.add(new Finding(FindingCode.DATE_NOT_UNDERSTOOD, where + ", key date", words));
            return new Dating(words.isEmpty() ? read.orElseThrow().text() : words, read, Optional.empty(), "");
        }

        private static boolean isDay(String day) {
            try {
                return LocalDate.parse(day).toString().equals(day);
            } catch (DateTimeException e) {
                return false;
            }
        }

        private Optional<Kind> kind(JsonNode row) {
            var word = words(row, "kind");
            if (word.isEmpty()) return Optional.empty();
            var kind = Kind.of(word);
            if (kind.isEmpty()) findings.add(new Finding(FindingCode.KIND_NOT_UNDERSTOOD, where + ", key kind", word));
            return kind.or(() -> Optional.of(Kind.OTHER));
        }

        private Optional<Release> release(JsonNode row) {
            var word = words(row, "release");
            if (word.isEmpty() && !row.has("release") || row.path("release").isNull()) return Optional.empty();
            var access = Access.of(word);
            if (access.isEmpty()) findings.add(new Finding(FindingCode.RELEASE_NOT_UNDERSTOOD, where + ", key release", word));
            return Optional.of(Release.of(access.orElse(Access.WITHHELD)));
        }

        private List<Holding> holdings(JsonNode row) {
            var holdings = new ArrayList<Holding>();
            for (var printed : list(row, "holding")) {
                var read = HoldingReader.read(printed, java.util.Map.of());
                if (read.path().isEmpty()) findings.add(new Finding(FindingCode.HOLDING_NOT_UNDERSTOOD, where + ", key holding", printed));
                holdings.add(read);
            }
            return holdings;
        }

        /// A collection is a title, or a list of titles with the widest first.
        private List<Membership> collections(JsonNode row) {
            var collections = new ArrayList<Membership>();
            for (var entry : row.path("collections").isArray() ? row.path("collections").values() : List.<JsonNode>of()) {
                var titles = new ArrayList<String>();
                if (entry.isArray()) entry.values().forEach(t -> titles.add(t.isString() ? clean(t.asString()) : ""));
                else titles.add(entry.isString() ? clean(entry.asString()) : "");
                if (titles.isEmpty() || titles.stream().anyMatch(String::isEmpty))
                    findings.add(new Finding(FindingCode.FIELD_NOT_UNDERSTOOD, where + ", key collections", entry.toString()));
                else collections.add(new Membership(titles, line));
            }
            if (!row.path("collections").isArray()) list(row, "collections");
            return collections;
        }

        // ---- texts

        private List<SubmittedText> texts(JsonNode row) {
            var texts = new ArrayList<SubmittedText>();
            var given = row.path("texts");
            if (given.isArray()) {
                var n = 0;
                for (var text : given.values()) {
                    n++;
                    if (!text.isObject()) {
                        findings.add(new Finding(FindingCode.FIELD_NOT_UNDERSTOOD, "%s, text %d".formatted(where, n), text.toString()));
                        continue;
                    }
                    for (var key : text.propertyNames()) if (!KNOWN_OF_TEXT.contains(key)) unmapped("texts." + key);
                    text(text, "%s, text %d".formatted(where, n)).ifPresent(t -> texts.add(new SubmittedText(t, Optional.empty())));
                }
            } else if (!given.isMissingNode() && !given.isNull()) {
                findings.add(new Finding(FindingCode.FIELD_NOT_UNDERSTOOD, where + ", key texts", given.toString()));
            }
            if (texts.isEmpty()) {
                var words = words(row, "text");
                if (!words.isBlank()) texts.add(new SubmittedText(new Text(Text.Kind.TRANSCRIPT, "und", body(words, List.of())), Optional.empty()));
            }
            return texts;
        }

        private Optional<Text> text(JsonNode text, String place) {
            var words = words(text, "text");
            var notes = notes(text.path("notes"), place);
            if (words.isBlank() && notes.isEmpty()) return Optional.empty();
            var kind = Text.Kind.of(words(text, "kind"));
            if (kind.isEmpty() && !words(text, "kind").isEmpty())
                findings.add(new Finding(FindingCode.FIELD_NOT_UNDERSTOOD, place + ", key kind", words(text, "kind")));
            var lang = words(text, "lang");
            var tag = Languages.tag(lang);
            if (tag.isEmpty() && !lang.isEmpty() && !lang.equals("und"))
                findings.add(new Finding(FindingCode.FIELD_NOT_UNDERSTOOD, place + ", key lang", lang));
            return Optional.of(new Text(kind.orElse(Text.Kind.TRANSCRIPT), tag.orElse("und"), body(words, notes)));
        }

        private List<Element> notes(JsonNode notes, String place) {
            var all = new ArrayList<Element>();
            if (!notes.isArray()) {
                if (!notes.isMissingNode() && !notes.isNull())
                    findings.add(new Finding(FindingCode.FIELD_NOT_UNDERSTOOD, place + ", key notes", notes.toString()));
                return all;
            }
            for (var note : notes.values()) {
                var words = note.isString() ? clean(note.asString()) : words(note, "text");
                if (words.isBlank()) continue;
                var n = note.isObject() ? words(note, "n") : "";
                all.add(new Element(Tag.NOTE, n.isEmpty() || n.length() > 20 ? Map.of() : Map.of("n", n), content(words)));
            }
            return all;
        }

        private static List<Node> content(String words) {
            var lines = words.lines().filter(l -> !l.isBlank()).toList();
            if (lines.size() == 1) return EditorialMarks.mark(lines.getFirst());
            return lines.stream().<Node>map(l -> Element.of(Tag.P, EditorialMarks.mark(l))).toList();
        }

        private static Element body(String words, List<Element> notes) {
            var body = new TextBuilder();
            var rows = new ArrayList<Node>();
            for (var l : (Iterable<String>) words.lines()::iterator) {
                if (l.indexOf('\t') >= 0) {
                    rows.add(Element.of(Tag.ROW, Arrays.stream(l.split("\t+")).<Node>map(c -> Element.of(Tag.CELL, EditorialMarks.mark(c))).toList()));
                    continue;
                }
                table(rows, body);
                body.paragraph(List.of(new Chars(l)));
            }
            table(rows, body);
            notes.forEach(body::add);
            return body.body();
        }

        private static void table(List<Node> rows, TextBuilder body) {
            if (rows.isEmpty()) return;
            body.add(Element.of(Tag.TABLE, rows));
            rows.clear();
        }

        // ---- values

        /// The words of a key: a string, or a number or truth value as written; empty where it is missing, null, or of another shape (a finding).
        private String words(JsonNode object, String key) {
            var value = object.path(key);
            if (value.isString()) return clean(value.asString());
            if (value.isNumber() || value.isBoolean()) return value.toString();
            if (!value.isMissingNode() && !value.isNull())
                findings.add(new Finding(FindingCode.FIELD_NOT_UNDERSTOOD, where + ", key " + key, value.toString()));
            return "";
        }

        private List<String> list(JsonNode row, String key) {
            var value = row.path(key);
            if (!value.isArray()) {
                var one = words(row, key);
                return one.isEmpty() ? List.of() : List.of(one);
            }
            var all = new ArrayList<String>();
            for (var entry : value.values()) {
                var words = entry.isString() ? clean(entry.asString()) : "";
                if (!words.isEmpty()) all.add(words);
                else findings.add(new Finding(FindingCode.FIELD_NOT_UNDERSTOOD, where + ", key " + key, entry.toString()));
            }
            return all;
        }

        private static String clean(String words) {
            return SourceWords.clean(words).strip();
        }

        private void unmapped(String key) {
            var clean = clean(key);
            if (unmapped.size() < 100 && unmapped.add(clean))
                findings.add(new Finding(FindingCode.FIELD_UNMAPPED, where + ", key " + (clean.length() > 60 ? clean.substring(0, 60) : clean), ""));
        }

        private Reading refused(FindingCode code, String seen) {
            return new Reading.Refused(item.path() + "#line-" + line, List.of(new Finding(code, where, seen)));
        }
    }
}
