package chancery.exchange.in;

import chancery.archive.Submission;
import chancery.archive.Submission.Role;
import chancery.archive.Submission.SubmittedFile;
import chancery.archive.Submission.SubmittedText;
import chancery.document.Description;
import chancery.document.Description.Membership;
import chancery.document.Description.Rights;
import chancery.document.Description.SourceId;
import chancery.document.Dating;
import chancery.document.Holding;
import chancery.document.Kind;
import chancery.document.Level;
import chancery.document.Text;
import chancery.finding.Finding;
import chancery.finding.FindingCode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A published record page that somebody saved: as text, or as HTML of either generation of the model page. One record a page.
///
/// A label that stands without a value is a finding; the label after it is never taken for one.
/// An address at which to ask about rights is taken out of the words that are shown, and one that the page itself had shielded is not brought back.
public final class SavedPage implements Format {
    private static final Set<String> PAGES = Set.of("html", "htm", "xhtml"), WORDS = Set.of("txt", "text");
    private static final int LARGEST = 16 << 20;
    private static final List<byte[]> SIGNS = signs("Original Uploaded Date", "Original Archive", "Record ID", "information-block", "doc-inf-information");
    private static final List<byte[]> HEADING = signs("Document Information", "information-block", "doc-inf-information");
    private static final Pattern ADDRESS = Pattern.compile(
            "(?:\\s+at)?\\s*(?:<\\s*)?([A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){1,8})(?:\\s*>)?(?<!\\.)");
    private static final Pattern SHIELDED = Pattern.compile("(?:\\s+at)?\\s*\\[email\\s*(?:protected|&#160;protected)\\]");
    private static final String SUPPORT = "This document was made possible with support from ";

    @Override
    public String word() {
        return "saved-page";
    }

    @Override
    public boolean fits(Item item) {
        return (PAGES.contains(item.extension()) || WORDS.contains(item.extension())) && holdsAny(item.bytes(), HEADING) && holdsAny(item.bytes(), SIGNS);
    }

    @Override
    public List<Reading> read(Item item) {
        var bytes = item.bytes();
        if (bytes.length == 0) return refused(item, FindingCode.SOURCE_EMPTY, "");
        if (bytes.length > LARGEST) return refused(item, FindingCode.SOURCE_TOO_LARGE, "%,d bytes".formatted(bytes.length));
        var page = PAGES.contains(item.extension()) || !WORDS.contains(item.extension()) && holdsAny(bytes, signs("<html", "<HTML", "<!DOCTYPE", "<!doctype"));
        return switch (page ? SourceWords.readPage(bytes) : SourceWords.read(bytes)) {
            case SourceWords.Undecodable(var why) -> List.of(new Reading.Refused(item.path(), List.of(why)));
            case SourceWords.Decoded(var text, var _) when page
                    && HtmlText.isTooMuch(text) -> refused(item, FindingCode.SOURCE_TOO_LARGE, "more than %,d tags".formatted(HtmlText.MOST_TAGS));
            case SourceWords.Decoded(var text, var findings) -> (page ? PageAsHtml.read(text) : PageAsText.read(text))
                    .map(parts -> List.<Reading>of(new Reading.Read(submission(item, parts, findings, page))))
                    .orElseGet(() -> refused(item, FindingCode.SOURCE_FORMAT_UNKNOWN, "no heading Document Information"));
        };
    }

    private static Submission submission(Item item, PageParts parts, List<Finding> found, boolean page) {
        var findings = new ArrayList<>(found);
        parts.where.forEach((label, where) -> {
            if (parts.all(label).isEmpty()) findings.add(new Finding(FindingCode.LABEL_WITHOUT_VALUE, where, parts.asWritten.getOrDefault(label, "")));
        });
        var title = parts.title;
        if (title.isEmpty()) {
            findings.add(new Finding(FindingCode.TITLE_MISSING, "page", item.name()));
            title = item.name();
        }
        var languages = languages(parts, findings);
        var texts = texts(parts, languages, findings);
        if (texts.isEmpty()) findings.add(new Finding(FindingCode.TEXT_MISSING, "page", ""));
        findings.addAll(parts.findings);
        var description = Description.titled(title)
                .creators(parts.all(PageLabel.CREATORS)).contributors(parts.all(PageLabel.CONTRIBUTORS))
                .kind(Kind.of(parts.first(PageLabel.TYPE))).dating(dating(parts, findings))
                .summary(parts.summary.isEmpty() ? String.join(" ", parts.all(PageLabel.SUMMARY)) : parts.summary)
                .languages(languages).marking(parts.all(PageLabel.MARKING)).rights(rights(parts)).credit(credit(parts))
                .people(parts.all(PageLabel.PEOPLE)).places(parts.all(PageLabel.PLACES)).subjects(parts.all(PageLabel.SUBJECTS))
                .collections(parts.all(PageLabel.COLLECTIONS).stream().map(c -> new Membership(List.of(c), 0)).toList())
                .holdings(holdings(parts, findings)).related(parts.all(PageLabel.RELATED))
                .sourceIds(sourceIds(parts, findings)).uploaded(uploaded(parts, findings)).build();
        var file = new SubmittedFile(Role.SOURCE, item.name(), page ? "text/html" : "text/plain", item.bytes(), Optional.empty());
        return new Submission(item.path(), description, texts, Optional.empty(), List.of(file), findings);
    }

    private static Dating dating(PageParts parts, List<Finding> findings) {
        var words = parts.date.isEmpty() ? parts.first(PageLabel.DATE) : parts.date;
        if (words.isEmpty() || words.toLowerCase(Locale.ROOT).matches("\\[?(?:undated|no date|n\\.d\\.)\\]?")) return Dating.UNDATED;
        var dating = WrittenDate.dating(words);
        if (dating.edtf().isEmpty()) findings.add(new Finding(FindingCode.DATE_NOT_UNDERSTOOD, "date", words));
        return dating;
    }

    // ---- texts

    private static List<SubmittedText> texts(PageParts parts, List<String> languages, List<Finding> findings) {
        var texts = new ArrayList<SubmittedText>();
        for (var version : parts.versions) {
            var blocks = Footnotes.pages(Footnotes.weave(version.blocks(), findings));
            var body = new TextBuilder();
            blocks.forEach(body::add);
            var kind = kind(version.name());
            texts.add(new SubmittedText(new Text(kind, language(version, kind, languages), body.body()), Optional.empty()));
        }
        return texts;
    }

    /// What the words of a tab call a text; a transcript where they do not say.
    private static Text.Kind kind(String tab) {
        var words = tab.toLowerCase(Locale.ROOT);
        if (words.contains("translat")) return Text.Kind.TRANSLATION;
        if (words.contains("paraphrase")) return Text.Kind.PARAPHRASE;
        return words.contains("verbatim") ? Text.Kind.VERBATIM : Text.Kind.TRANSCRIPT;
    }

    /// The language of a text: as its tab says, as its markup says, or, for a transcript, the one language that the record is said to be in.
    private static String language(PageParts.Version version, Text.Kind kind, List<String> languages) {
        return Languages.firstNamed(version.name()).or(() -> Languages.tag(version.lang()))
                .or(() -> kind != Text.Kind.TRANSLATION && languages.size() == 1 ? Optional.of(languages.getFirst()) : Optional.empty()).orElse("und");
    }

    private static List<String> languages(PageParts parts, List<Finding> findings) {
        var languages = new LinkedHashSet<String>();
        for (var value : parts.all(PageLabel.LANGUAGE)) {
            for (var name : value.split("[,;/]| and ")) {
                if (name.isBlank()) continue;
                var tag = Languages.named(name).or(() -> name.strip().length() <= 3 ? Languages.tag(name) : Optional.empty());
                if (tag.isPresent()) languages.add(tag.get());
                else findings.add(new Finding(FindingCode.FIELD_NOT_UNDERSTOOD, parts.where.getOrDefault(PageLabel.LANGUAGE, "label Language"), name.strip()));
            }
        }
        return List.copyOf(languages);
    }

    // ---- information

    private static Rights rights(PageParts parts) {
        var statement = new ArrayList<String>();
        var contact = "";
        for (var line : parts.all(PageLabel.RIGHTS)) {
            var address = ADDRESS.matcher(line);
            if (contact.isEmpty() && address.find()) contact = address.group(1);
            statement.add(SHIELDED.matcher(ADDRESS.matcher(line).replaceAll("")).replaceAll("").strip());
        }
        return new Rights(String.join("\n", statement), contact);
    }

    private static String credit(PageParts parts) {
        var donors = parts.all(PageLabel.DONORS);
        return !parts.credit.isEmpty() || donors.isEmpty() ? parts.credit : SUPPORT + String.join(", ", donors);
    }

    private static List<Holding> holdings(PageParts parts, List<Finding> findings) {
        var source = String.join(" ", parts.all(PageLabel.SOURCE));
        var archives = parts.all(PageLabel.ARCHIVE);
        if (source.isEmpty()) return archives.stream().map(a -> new Holding(List.of(Holding.Step.of(Level.REPOSITORY, a)), a)).toList();
        var read = HoldingReader.read(source, java.util.Map.of());
        if (!read.path().isEmpty()) return List.of(read);
        findings.add(new Finding(FindingCode.HOLDING_NOT_UNDERSTOOD, parts.where.getOrDefault(PageLabel.SOURCE, "source"), source));
        return List.of(new Holding(archives.size() == 1 ? List.of(Holding.Step.of(Level.REPOSITORY, archives.getFirst())) : List.of(), read.asPrinted()));
    }

    private static List<SourceId> sourceIds(PageParts parts, List<Finding> findings) {
        var ids = new ArrayList<SourceId>();
        var record = parts.first(PageLabel.RECORD_ID);
        if (record.matches("[\\p{Alnum}._:/-]{1,60}")) ids.add(new SourceId("Record ID", record));
        else if (!record.isEmpty())
            findings.add(new Finding(FindingCode.FIELD_NOT_UNDERSTOOD, parts.where.getOrDefault(PageLabel.RECORD_ID, "label Record ID"), record));
        if (!parts.node.isEmpty()) ids.add(new SourceId("Node", parts.node));
        if (!parts.address.isEmpty()) ids.add(new SourceId("URL", parts.address));
        return ids;
    }

    private static Optional<LocalDate> uploaded(PageParts parts, List<Finding> findings) {
        var words = parts.first(PageLabel.UPLOADED);
        if (words.isEmpty()) return Optional.empty();
        var day = WrittenDate.read(words.length() > 10 && words.charAt(10) == 'T' ? words.substring(0, 10) : words).filter(d -> d.isDay()).map(d -> d.first());
        if (day.isEmpty())
            findings.add(new Finding(FindingCode.FIELD_NOT_UNDERSTOOD, parts.where.getOrDefault(PageLabel.UPLOADED, "label Original Uploaded Date"), words));
        return day;
    }

    // ---- signs

    private static List<byte[]> signs(String... words) {
        return java.util.Arrays.stream(words).map(w -> w.getBytes(StandardCharsets.US_ASCII)).toList();
    }

    private static boolean holdsAny(byte[] bytes, List<byte[]> signs) {
        // letters of UTF-16 lie two bytes apart
        var step = bytes.length >= 2
                && ((bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xfe || (bytes[0] & 0xff) == 0xfe && (bytes[1] & 0xff) == 0xff) ? 2 : 1;
        for (var sign : signs) {
            var last = bytes.length - (sign.length - 1) * step;
            for (var i = 0; i < last; i++) {
                var n = 0;
                while (n < sign.length && bytes[i + n * step] == sign[n]) n++;
                if (n == sign.length) return true;
            }
        }
        return false;
    }

    private static List<Reading> refused(Item item, FindingCode code, String seen) {
        return List.of(new Reading.Refused(item.path(), List.of(new Finding(code, "page", seen))));
    }
}
