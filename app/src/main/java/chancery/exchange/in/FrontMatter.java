package chancery.exchange.in;

import chancery.archive.Submission;
import chancery.archive.Submission.Role;
import chancery.archive.Submission.SubmittedFile;
import chancery.archive.Submission.SubmittedText;
import chancery.document.Access;
import chancery.document.Dating;
import chancery.document.Description;
import chancery.document.Description.Edition;
import chancery.document.Description.Membership;
import chancery.document.Description.Rights;
import chancery.document.Description.SourceId;
import chancery.document.Holding;
import chancery.document.Kind;
import chancery.document.Release;
import chancery.document.Text;
import chancery.finding.Finding;
import chancery.finding.FindingCode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Markdown with YAML front matter between two lines of `---`. YAML is read strictly: no aliases, no tags, no key twice.
public final class FrontMatter implements Format {
    private static final int LARGEST = 32 << 20, LARGEST_YAML = 1 << 20, LONGEST_LINE = 1_000_000;
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern TITLE_MARK = Pattern.compile("\\s?\\[(\\d{1,2})\\](?:\\(#f\\d+\\))?");
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}[T ].*");
    private static final Pattern PLACE = Pattern.compile("\\d{1,9}(\\.\\d{1,6})?");
    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]");
    private final List<Mapping> mappings;

    /// @param mappings in the order they are tried; the first whose keys are there is taken
    public FrontMatter(List<Mapping> mappings) {
        this.mappings = List.copyOf(mappings);
    }

    @Override
    public String word() {
        return "front-matter";
    }

    @Override
    public boolean fits(Item item) {
        var b = item.bytes();
        var at = b.length > 2 && b[0] == (byte) 0xEF && b[1] == (byte) 0xBB ? 3 : 0;
        return b.length > at + 4 && b[at] == '-' && b[at + 1] == '-' && b[at + 2] == '-'
                && (b[at + 3] == '\n' || b[at + 3] == '\r') && !item.extension().startsWith("htm");
    }

    @Override
    public List<Reading> read(Item item) {
        try {
            return List.of(new Reading.Read(paper(item)));
        } catch (StackOverflowError e) {
            return List.of(new Reading.Refused(item.path(), List.of(new Finding(FindingCode.MARKUP_TOO_DEEP, "the text", ""))));
        } catch (Refusal refusal) {
            return List.of(new Reading.Refused(item.path(), List.of(refusal.finding)));
        }
    }

    /// Not to be taken in.
    private static final class Refusal extends Exception {
        private static final long serialVersionUID = 1;
        private final transient Finding finding;

        Refusal(FindingCode code, String where, String seen) {
            super(code.name());
            this.finding = new Finding(code, where, seen);
        }
    }

    private Submission paper(Item item) throws Refusal {
        var words = words(item);
        var end = words.indexOf("\n---", 3);
        if (!words.startsWith("---\n") || end < 0) throw new Refusal(FindingCode.FRONT_MATTER_MISSING, "line 1", words.lines().findFirst().orElse(""));
        var values = yaml(words.substring(4, Math.max(4, end + 1)));
        var after = words.indexOf('\n', end + 1);
        var body = after < 0 ? "" : words.substring(after + 1);
        var mapping = mappings.stream().filter(m -> m.fits(values.keySet())).findFirst()
                .orElseThrow(() -> new IllegalStateException("no mapping fits everything"));
        return new Paper(item, values, mapping).submission(body);
    }

    private static String words(Item item) throws Refusal {
        if (item.bytes().length == 0) throw new Refusal(FindingCode.SOURCE_EMPTY, "the file", "");
        if (item.bytes().length > LARGEST) throw new Refusal(FindingCode.SOURCE_TOO_LARGE, "the file", item.bytes().length + " bytes");
        try {
            var words = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(item.bytes())).toString();
            if (words.startsWith("\ufeff")) words = words.substring(1);
            if (words.indexOf('\r') >= 0) words = words.replace("\r\n", "\n").replace('\r', '\n');
            longLines(words);
            return words;
        } catch (CharacterCodingException e) {
            throw new Refusal(FindingCode.SOURCE_NOT_UTF8, "the file", "");
        }
    }

    private static void longLines(String words) throws Refusal {
        for (int from = 0, line = 1; from < words.length(); line++) {
            var to = words.indexOf('\n', from);
            if (to < 0) to = words.length();
            if (to - from > LONGEST_LINE) throw new Refusal(FindingCode.LINE_TOO_LONG, "line " + line, words.substring(from, from + 100));
            from = to + 1;
        }
    }

    private static Map<String, @Nullable Object> yaml(String yaml) throws Refusal {
        var settings = LoadSettings.builder().setAllowDuplicateKeys(false).setMaxAliasesForCollections(0)
                .setCodePointLimit(LARGEST_YAML).setLabel("front matter").build();
        if (yaml.length() > LARGEST_YAML) throw new Refusal(FindingCode.FRONT_MATTER_UNREADABLE, "front matter", yaml.length() + " characters");
        try {
            if (yaml.indexOf('*') >= 0 || yaml.indexOf('!') >= 0) strict(yaml, settings); // without these signs there is neither alias nor tag
            var loaded = new Load(settings).loadFromString(yaml);
            if (!(loaded instanceof Map<?, ?> map)) throw new Refusal(FindingCode.FRONT_MATTER_UNREADABLE, "front matter", "it is no list of keys");
            var values = new java.util.LinkedHashMap<String, @Nullable Object>();
            map.forEach((k, v) -> values.put(String.valueOf(k), v));
            return values;
        } catch (MarkedYamlEngineException e) {
            throw new Refusal(FindingCode.FRONT_MATTER_UNREADABLE, at(e.getProblemMark().map(m -> m.getLine()).orElse(0)),
                    Objects.requireNonNullElse(e.getProblem(), ""));
        } catch (YamlEngineException | StackOverflowError e) {
            throw new Refusal(FindingCode.FRONT_MATTER_UNREADABLE, "front matter",
                    e instanceof StackOverflowError ? "nested too deep" : String.valueOf(e.getMessage()));
        }
    }

    private static void strict(String yaml, LoadSettings settings) throws Refusal {
        for (var event : new org.snakeyaml.engine.v2.api.lowlevel.Parse(settings).parseString(yaml)) {
            if (event instanceof org.snakeyaml.engine.v2.events.AliasEvent)
                throw new Refusal(FindingCode.FRONT_MATTER_UNREADABLE, at(event.getStartMark().map(m -> m.getLine()).orElse(0)), "an alias");
            if (event instanceof org.snakeyaml.engine.v2.events.NodeEvent node && tag(node))
                throw new Refusal(FindingCode.FRONT_MATTER_UNREADABLE, at(event.getStartMark().map(m -> m.getLine()).orElse(0)), "a tag");
        }
    }

    private static boolean tag(org.snakeyaml.engine.v2.events.NodeEvent event) {
        return switch (event) {
            case org.snakeyaml.engine.v2.events.ScalarEvent s -> s.getTag().isPresent();
            case org.snakeyaml.engine.v2.events.CollectionStartEvent s -> s.getTag().isPresent();
            default -> false;
        };
    }

    private static String at(int lineFrom0) {
        return "line " + (lineFrom0 + 2);
    }

    /// One paper being described. Not for sharing.
    private static final class Paper {
        private final Item item;
        private final Map<String, @Nullable Object> values;
        private final Mapping mapping;
        private final List<Finding> findings = new ArrayList<>();

        Paper(Item item, Map<String, @Nullable Object> values, Mapping mapping) {
            this.item = item;
            this.values = values;
            this.mapping = mapping;
        }

        Submission submission(String body) {
            var title = title();
            var main = MarkdownText.read(body, title.note());
            findings.addAll(main.findings());
            var texts = new ArrayList<SubmittedText>();
            var languages = new ArrayList<>(list("language"));
            var language = first(word("body_language"), languages.isEmpty() ? "und" : languages.getFirst());
            if (!main.isEmpty()) texts.add(new SubmittedText(new Text(textKind(word("body_kind")), language, main.body()), Optional.empty()));
            for (var more : others()) {
                texts.add(more);
                if (!languages.contains(more.text().language())) languages.add(more.text().language());
            }
            if (texts.isEmpty()) findings.add(new Finding(FindingCode.TEXT_MISSING, "the body", ""));
            var description = Description.titled(title.words()).creators(list("creators")).contributors(list("contributors"))
                    .kind(kind()).extent(word("extent")).dating(dating()).summary(word("summary"))
                    .languages(languages).marking(list("marking")).accessNote(word("access_note"))
                    .rights(new Rights(word("rights"), word("rights_contact"))).credit(word("credit")).people(list("people"))
                    .places(list("places")).subjects(list("subjects")).collections(collections())
                    .holdings(holdings(main.sourceNotes())).related(list("related")).edition(edition()).sourceIds(sourceIds())
                    .uploaded(day("uploaded")).build();
            var release = release();
            unmapped();
            var file = new SubmittedFile(Role.SOURCE, item.name(), "text/markdown", item.bytes(), Optional.empty());
            return new Submission(item.path(), description, texts, release, List.of(file), findings);
        }

        // ---- values

        private @Nullable Object value(List<String> keys) {
            for (var key : keys) if (values.get(key) != null) return values.get(key);
            return null;
        }

        private @Nullable Object value(String field) {
            var found = value(mapping.fields().getOrDefault(field, List.of()));
            return found != null ? found : mapping.constants().get(field);
        }

        private String word(String field) {
            return word(value(field));
        }

        private static String word(@Nullable Object value) {
            return switch (value) {
                case null -> "";
                case List<?> list -> String.join("; ", list.stream().map(Paper::word).toList());
                case Map<?, ?> map -> map.toString();
                default -> SourceWords.clean(value.toString());
            };
        }

        private List<String> list(String field) {
            return list(value(field));
        }

        private static List<String> list(@Nullable Object value) {
            return switch (value) {
                case null -> List.of();
                case List<?> list -> list.stream().map(Paper::word).filter(w -> !w.isEmpty()).toList();
                default -> word(value).isEmpty() ? List.of() : List.of(word(value));
            };
        }

        private static String first(String a, String b) {
            return a.isEmpty() ? b : a;
        }

        // ---- parts

        private record Title(String words, String note) {}

        /// The title without a footnote's mark, and the mark's number.
        private Title title() {
            var words = SPACE.matcher(word("title")).replaceAll(" ");
            var mark = TITLE_MARK.matcher(words);
            var number = "";
            if (mark.find()) {
                number = mark.group(1);
                findings.add(new Finding(FindingCode.NUMBER_IN_TITLE, "the title", words));
                words = (words.substring(0, mark.start()) + words.substring(mark.end())).strip();
            }
            if (words.isBlank()) {
                findings.add(new Finding(FindingCode.TITLE_MISSING, "front matter", ""));
                words = item.name();
            }
            return new Title(words, number);
        }

        private Optional<Kind> kind() {
            var word = word("kind");
            if (word.isEmpty()) return Optional.empty();
            var kind = Kind.of(word);
            if (kind.isEmpty()) odd(FindingCode.KIND_NOT_UNDERSTOOD, "kind", word);
            return kind;
        }

        private Dating dating() {
            var word = word("date");
            if (word.isEmpty()) return Dating.UNDATED;
            var dating = Dating.of(MOMENT.matcher(word).matches() ? word.substring(0, 10) : word);
            if (dating.edtf().isEmpty()) odd(FindingCode.DATE_NOT_UNDERSTOOD, "date", word);
            return dating;
        }

        private List<Membership> collections() {
            var title = value(mapping.collection());
            if (title == null) return List.of();
            var order = word(value(mapping.order()));
            var place = PLACE.matcher(order).matches() ? Double.parseDouble(order) : 0;
            return list(title).stream().map(t -> new Membership(List.of(SPACE.matcher(t).replaceAll(" ")), place)).toList();
        }

        private Optional<Edition> edition() {
            var keys = mapping.editionKeys();
            var name = first(mapping.edition(), word(value(keys.getOrDefault("title", List.of()))));
            if (name.isEmpty()) return Optional.empty();
            return Optional.of(new Edition(name, word(value(keys.getOrDefault("volume", List.of()))),
                    word(value(keys.getOrDefault("number", List.of()))), word(value(keys.getOrDefault("pages", List.of())))));
        }

        /// The holdings of the front matter, then those printed under the text that it does not name.
        private List<Holding> holdings(List<String> printed) {
            var holdings = new ArrayList<Holding>();
            if (value(mapping.holdings()) instanceof List<?> list) list.forEach(one -> add(holdings, one));
            else if (value(mapping.holdings()) != null) add(holdings, value(mapping.holdings()));
            for (var words : printed) if (holdings.stream().noneMatch(h -> letters(h.asPrinted()).equals(letters(words)))) add(holdings, words);
            return holdings;
        }

        private static String letters(String words) {
            return SIGNS.matcher(words).replaceAll("").toLowerCase(java.util.Locale.ROOT);
        }

        private void add(List<Holding> holdings, @Nullable Object one) {
            Holding holding;
            if (one instanceof Map<?, ?> map) {
                var printed = word(map.get(mapping.holding().getOrDefault("printed", "printed")));
                if (printed.isEmpty()) return;
                holding = HoldingReader.read(printed, mapping.agencies(), word(map.get(mapping.holding().getOrDefault("series", "series"))),
                        word(map.get(mapping.holding().getOrDefault("file", "file"))));
            } else {
                if (word(one).isEmpty()) return;
                holding = HoldingReader.read(word(one), mapping.agencies());
            }
            if (holding.path().isEmpty()) findings.add(new Finding(FindingCode.HOLDING_NOT_UNDERSTOOD, "the archival reference", holding.asPrinted()));
            holdings.add(holding);
        }

        private List<SourceId> sourceIds() {
            var ids = new ArrayList<SourceId>();
            if (value("source_ids") instanceof Map<?, ?> map) map.forEach((k, v) -> ids.add(new SourceId(String.valueOf(k), word(v))));
            var key = mapping.holding().getOrDefault("id", "");
            if (!key.isEmpty() && value(mapping.holdings()) instanceof List<?> list) {
                for (var one : list)
                    if (one instanceof Map<?, ?> map && !word(map.get(key)).isEmpty() && !word(map.get(key)).equals("0"))
                        ids.add(new SourceId(mapping.holding().getOrDefault("id_scheme", key), word(map.get(key))));
            }
            return ids.stream().distinct().toList();
        }

        private Optional<LocalDate> day(String field) {
            var word = word(field);
            if (word.isEmpty()) return Optional.empty();
            try {
                return Optional.of(LocalDate.parse(word.length() > 10 ? word.substring(0, 10) : word));
            } catch (DateTimeParseException e) {
                odd(FindingCode.DATE_NOT_UNDERSTOOD, field, word);
                return Optional.empty();
            }
        }

        /// The release that the front matter says; what cannot be understood closes the paper.
        private Optional<Release> release() {
            var word = word("release");
            var until = day("release_until");
            var then = Access.of(word("release_then"));
            if (word.isEmpty() && value("release_until") == null && value("release_then") == null) return Optional.empty();
            var now = Access.of(word);
            if (now.isEmpty() || until.isPresent() != then.isPresent() || until.isEmpty() && value("release_until") != null) {
                odd(FindingCode.RELEASE_NOT_UNDERSTOOD, "release", word + " " + word("release_until") + " " + word("release_then"));
                return Optional.of(Release.of(Access.WITHHELD));
            }
            return Optional.of(new Release(now.get(), until.orElse(null), then.orElse(null),
                    word("release_reason"), word("release_authority"), day("release_review").orElse(null)));
        }

        private List<SubmittedText> others() {
            var others = new ArrayList<SubmittedText>();
            if (!(value("texts") instanceof List<?> list)) return others;
            for (var one : list) {
                if (!(one instanceof Map<?, ?> map)) continue;
                var read = MarkdownText.read(SourceWords.clean(String.valueOf(Objects.requireNonNullElse(map.get("body"), ""))), "");
                findings.addAll(read.findings());
                if (read.isEmpty()) continue;
                var release = Access.of(word(map.get("release"))).map(Release::of);
                if (release.isEmpty() && map.get("release") != null) {
                    odd(FindingCode.RELEASE_NOT_UNDERSTOOD, "texts", word(map.get("release")));
                    release = Optional.of(Release.of(Access.WITHHELD));
                }
                others.add(new SubmittedText(new Text(textKind(word(map.get("kind"))), first(word(map.get("language")), "und"), read.body()), release));
            }
            return others;
        }

        private Text.Kind textKind(String word) {
            if (word.isEmpty()) return Text.Kind.TRANSCRIPT;
            var kind = Text.Kind.of(word);
            if (kind.isEmpty()) odd(FindingCode.FIELD_NOT_UNDERSTOOD, "the kind of a text", word);
            return kind.orElse(Text.Kind.TRANSCRIPT);
        }

        private void odd(FindingCode code, String field, String seen) {
            findings.add(new Finding(code, "front matter, " + field, seen));
        }

        private void unmapped() {
            var known = mapping.keys();
            for (var key : values.keySet())
                if (!known.contains(key))
                    findings.add(new Finding(FindingCode.FIELD_UNMAPPED, "front matter, key " + (key.isBlank() ? "(blank)" : key), word(values.get(key))));
        }
    }
}
