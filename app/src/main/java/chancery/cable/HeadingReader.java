package chancery.cable;

import chancery.document.Kind;
import chancery.finding.Finding;
import chancery.finding.FindingCode;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the heading of a cable or another paper: what its title, first lines and source notes say of it.
///
/// Readings come from the words of the paper; the description's date serves only to complete and to compare. Oddities are
/// findings beside the reading, never failures: any words at all are read, in time that grows with their length alone.
///
/// For example the title `Makin to Chifley and Dedman` and the lines `Cablegram 226, WASHINGTON, 10 March 1949, 12.49 p.m.`
/// and `IMMEDIATE TOP SECRET AND PERSONAL` give cablegram 226 from Makin to Chifley and Dedman, Washington, 1949-03-10,
/// 12:49, `IMMEDIATE`, `TOP SECRET`, `PERSONAL`; the heading has two lines.
///
/// The class has no state; any thread may call it.
public final class HeadingReader {

    private static final int LONGEST_LINE = 400;
    private static final int LONGEST_SEEN = 240;
    private static final int LINES = 14;
    private static final int MISSES = 3;
    private static final Pattern RECEIVED = Pattern.compile("\\[?Received:?\\s(?<what>[^\\]]{3,60})\\]?\\.?");
    private static final Pattern REPEATED = Pattern.compile("[(\\[]?Repeated (?:to\\]? )?(?<what>[^:]{2,110}?)\\.?\\)?");
    private static final Pattern NUMBERED = Pattern.compile(
            "['\"‘]?(?<number>Unnumbered|(?:[A-Z][A-Z.]{0,8}\\s?(?:[A-Z]{1,2}(?=\\d))?)?\\d[\\dA-Za-z]*(?:[/-]\\w+"
                    + "|\\.\\d\\w*){0,3}(?:\\.?,\\s?(?>\\w{0,4}?\\d\\w*)){0,12})\\s?[.,]?\\s*(?<rest>[A-Za-z][A-Za-z .,&/-]*)?");
    private static final Pattern ADDRESS = Pattern.compile(
            "(?<marks>(?:(?i:Most |Top )?(?i:Personal|Private|Secret|Confidential|Immediate|Urgent)(?: and |, "
                    + "| ))*)(?:[Ff]ollowing )?(?:(?:[Ff]or"
                    + "|[Tt]o) (?<to>[^.:;]{3,60}?))?(?: ?[Ff]rom (?<from>[^.:;]{3,60}?))?(?:[.:]\\s*(?<after>.*))?");
    private static final Pattern AMERICAN_NUMBER = Pattern.compile("(?<number>\\d{1,5})\\.\\s+(?<text>.*)", Pattern.DOTALL);
    private static final Pattern ONLY_NUMBER = Pattern.compile("No\\.\\s?(?<number>\\d[\\w/-]{0,10})\\.?");
    private static final Pattern WRAPPED = Pattern.compile(".*\\b(?:AND|FOR|THE|MOST|TO|OF|TOP)");
    private static final Pattern EXTRACT = Pattern.compile("[(\\[]\\s?[Ee]xtracts?\\s?[)\\]]\\.?");
    private static final Pattern HALF_OF_DAY = Pattern.compile("[ap]\\.?\\s?m\\.?\\]?");
    private static final Pattern BROKEN_PLACE = Pattern.compile(".*\\p{Lu}{2},");
    private static final Pattern TITLE_WORDS = Pattern.compile("\\p{Lu}[\\p{L} &,.'’-]+");
    private static final Pattern ADDRESS_NUMBER = Pattern.compile("\\p{Lu}[\\p{L} ]{2,50} (?<number>\\d{1,4})");
    private static final Pattern BEHIND_SENDER = Pattern.compile(" (?:to|for) .*");
    private static final Pattern YEAR_FIRST = Pattern.compile("(?<day>\\d{4}(?:-\\d{2}(?:-\\d{2})?)?).*");
    private static final Set<String> NAME_WORDS = Set.of("the", "of", "for", "and", "alone", "only", "himself", "personally", "in",
            "at", "to", "de", "van", "general", "be", "by", "decyphered", "deciphered", "decoded", "yourself");

    private static final Set<Kind> WIRES = EnumSet.of(Kind.CABLEGRAM, Kind.TELEGRAM, Kind.SAVINGRAM, Kind.TELEPRINTER);

    private HeadingReader() {}

    /// Reads one heading. Nothing in the source may be null but its date; an empty title and no lines are read too and give
    /// an empty heading with the finding `HEADING_NOT_FOUND`.
    public static HeadingReading read(HeadingSource source) {
        return new Reading(source).read();
    }

    private static final class Reading {
        private final HeadingSource source;
        private final @Nullable String described;
        private TitleLine title;
        private final List<Finding> findings = new ArrayList<>();
        private Optional<KindPhrase> kind = Optional.empty();
        private Optional<Printed<String>> number = Optional.empty();
        private boolean unnumbered;
        private boolean extract;
        private boolean opened;
        private boolean joined;
        private boolean undated;
        private Optional<Printed<Version>> version = Optional.empty();
        private Optional<Printed<String>> place = Optional.empty();
        private Optional<Printed<String>> date = Optional.empty();
        private Optional<Printed<LocalTime>> time = Optional.empty();
        private Optional<Printed<String>> received = Optional.empty();
        private Optional<Printed<String>> sender = Optional.empty();
        private final List<Printed<String>> repeated = new ArrayList<>();
        private final List<Printed<String>> attention = new ArrayList<>();
        private final List<Precedence> precedence = new ArrayList<>();
        private final List<Classification> classification = new ArrayList<>();
        private final List<Printed<String>> handling = new ArrayList<>();
        private final List<Printed<String>> holding = new ArrayList<>();
        private final Set<String> names = new HashSet<>();
        private boolean telegram;
        private boolean american;
        private int headingLines;

        Reading(HeadingSource source) {
            this.source = source;
            Matcher day = source.date() == null ? null : YEAR_FIRST.matcher(source.date());
            this.described = day != null && day.matches() ? day.group("day") : null;
            this.title = TitleLine.read(source.title());
        }

        HeadingReading read() {
            title();
            lines();
            notes();
            americanNumber();
            Optional<Printed<String>> day = day();
            CableHeading heading = heading(day);
            missing(heading);
            return new HeadingReading(heading, findings);
        }

        private void found(FindingCode code, String where, String seen) {
            findings.add(new Finding(code, where, seen.length() > LONGEST_SEEN ? seen.substring(0, LONGEST_SEEN) + "…" : seen));
        }

        private void found(Set<FindingCode> codes, String where, String seen) {
            for (FindingCode code : codes) found(code, where, seen);
        }

        // ---- title

        private void title() {
            String tail = title.tail();
            if (!received(tail)) OpeningLine.read(tail, true, described).ifPresent(o -> opening(o, "title", tail));
            takeTitle();
        }

        private void takeTitle() {
            place = place.or(title::place);
            title.date().ifPresent(d -> date = Optional.of(new Printed<>(d.edtf(), d.words())));
            extract |= title.extract();
            for (List<Printed<String>> side : List.of(title.from(), title.to())) {
                for (Printed<String> party : side) {
                    String name = party.value();
                    names.add(name.substring(name.lastIndexOf(' ') + 1).toUpperCase(Locale.ROOT));
                }
            }
        }

        /// A title that breaks off goes on in the first line.
        private boolean continued(String line) {
            if (line.length() > 160 || line.endsWith(".")) return false;
            found(FindingCode.HEADING_TITLE_BROKEN, "title", source.title());
            title = TitleLine.read(source.title() + " " + line);
            takeTitle();
            return true;
        }

        // ---- lines

        private void lines() {
            int misses = 0;
            int i = 0;
            int end = Math.min(LINES, source.lines().size());
            while (i < end) {
                String line = Wording.line(source.lines().get(i), LONGEST_LINE);
                if (blank(line)) {
                    i++;
                    continue;
                }
                int taken = source.lines().get(i).length() > LONGEST_LINE ? 0 : take(i, line);
                if (taken > 0) {
                    i += taken;
                    headingLines = i;
                    continue;
                }
                if (opened || ++misses >= MISSES) {
                    leading(line, i);
                    return;
                }
                i++;
            }
        }

        private static boolean blank(String line) {
            return line.chars().noneMatch(Character::isLetterOrDigit);
        }

        /// Markings that stand before the first sentence of the text.
        private void leading(String line, int i) {
            if (!classification.isEmpty() || !precedence.isEmpty()) return;
            MarkingLine.leading(line).ifPresent(m -> marks(m, at(i), line));
        }

        private static String at(int i) {
            return "line " + (i + 1);
        }

        /// How many lines from here belong to the heading: 0 when this one does not.
        private int take(int i, String line) {
            if (i == 0 && title.incomplete() && brokenTitle(line)) return 1;
            if (received(line) || repeated(line, i)) return 1;
            if (date.isEmpty() && !undated || kind.isEmpty() && i == 0) {
                Optional<OpeningLine> opening = opening(i, line);
                if (opening.isPresent()) {
                    opening(opening.get(), at(i), line);
                    return joined ? 2 : 1;
                }
            } else if (opened && received.isEmpty() && secondDate(line)) {
                return 1;
            }
            if (i > 0 && i < 3 && title.incomplete() && titleWords(line) && continued(line)) return 1;
            if (numberBehindAddress(i, line)) return 1;
            if (onlyNumber(line) || numbered(i, line)) return 1;
            int marks = marks(i, line);
            if (marks > 0) return marks;
            if (placeAlone(line) || versionAlone(line) || marksAndDateline(i, line) || address(line)) return 1;
            return 0;
        }

        private Optional<OpeningLine> opening(int i, String line) {
            String both = wrapped(i, line);
            Optional<OpeningLine> two = OpeningLine.read(both, true, described).filter(o -> o.date().isPresent());
            joined = two.isPresent();
            if (joined) return two;
            boolean first = i == 0 || opened;
            return OpeningLine.read(line, !opened || i == 0, described).filter(o -> first || o.kind().isPresent() || placed(o));
        }

        /// A first line that breaks off within its place or before its *p.m.*, with the next; else empty.
        private String wrapped(int i, String line) {
            if (i + 1 >= source.lines().size() || line.length() > 120 || KindPhrase.at(line).isEmpty()) return "";
            String next = Wording.line(source.lines().get(i + 1), 120);
            boolean half = HALF_OF_DAY.matcher(next).matches();
            boolean open = line.lastIndexOf('[') > line.lastIndexOf(']') || BROKEN_PLACE.matcher(line).matches();
            return half || open && DatePhrase.find(line, null).isEmpty() ? line + " " + next : "";
        }

        private boolean placed(OpeningLine o) {
            return o.place().map(p -> Posts.has(p.value()) || p.asPrinted().startsWith("[")).orElse(american());
        }

        /// A date and hour alone behind the dateline are those of receipt.
        private boolean secondDate(String line) {
            if (line.length() > 60) return false;
            Optional<OpeningLine> o = OpeningLine.read(line, false, described);
            boolean timed = o.filter(x -> x.date().isPresent() && x.hour().isPresent()).isPresent();
            boolean bare = o.filter(x -> x.kind().isEmpty() && x.place().isEmpty() && x.number().isEmpty()).isPresent();
            if (timed && bare) receivedAt(line);
            return timed && bare;
        }

        /// Words that can complete a title: `AFFAIRS`, `United Kingdom`.
        private boolean titleWords(String line) {
            if (line.length() >= 120 || !TITLE_WORDS.matcher(line).matches()) return false;
            return name(line) && !Posts.has(line) && MarkingLine.read(line, names).isEmpty();
        }

        /// `Cablegram Following for the TOKYO, 12 July 1946` and below `Minister from Macmahon Ball 10`.
        private boolean numberBehindAddress(int i, String line) {
            if (i != 1 || number.isPresent() || unnumbered || attention.isEmpty() || kind.filter(KindPhrase::cable).isEmpty()) return false;
            Matcher m = ADDRESS_NUMBER.matcher(Wording.unmarked(line));
            if (!m.matches()) return false;
            String printed = Objects.requireNonNullElse(m.group("number"), "");
            number = Optional.of(new Printed<>(printed, printed));
            return true;
        }

        private boolean american() {
            return source.sourceNotes().stream().anyMatch(n -> SourceNote.read(n).american());
        }

        private void opening(OpeningLine o, String where, String line) {
            opened = true;
            if (kind.isEmpty()) kind = o.kind();
            number = number.or(o::number);
            unnumbered |= o.unnumbered();
            extract |= o.extract();
            version = version.or(o::version);
            place = place.or(o::place);
            o.date().ifPresent(d -> {
                if (d.edtf().isEmpty()) undated = true;
                else date = Optional.of(new Printed<>(d.edtf(), d.words()));
            });
            o.hour().ifPresent(h -> h.time().ifPresent(t -> time = Optional.of(new Printed<>(t, h.words()))));
            o.markings().ifPresent(m -> marks(m, where, line));
            o.address().ifPresent(attention::add);
            o.received().ifPresent(this::receivedAt);
            found(o.oddities(), where, line);
            if (!o.rest().isEmpty()) found(FindingCode.HEADING_WORDS_UNREAD, where, o.rest());
        }

        private boolean brokenTitle(String line) {
            Optional<OpeningLine> o = OpeningLine.read(line, true, described);
            boolean dateline = o.isPresent() && (o.get().kind().isPresent() || o.get().place().map(p -> Posts.has(p.value())).orElse(true));
            if (dateline || MarkingLine.read(line, names).isPresent()) return false;
            Optional<DatePhrase> day = DatePhrase.find(line, described);
            return continued(day.map(d -> line.substring(0, d.start())).map(before -> Wording.trimmed(before, "", ",")).orElse(line));
        }

        private boolean received(String line) {
            Matcher m = RECEIVED.matcher(Wording.unmarked(line));
            if (!m.matches()) return false;
            receivedAt(Objects.requireNonNullElse(m.group("what"), ""));
            return true;
        }

        private void receivedAt(String words) {
            String day = DatePhrase.find(words, described).map(DatePhrase::edtf).orElse("");
            received = Optional.of(new Printed<>(day, words));
        }

        private boolean repeated(String line, int i) {
            Matcher m = REPEATED.matcher(line);
            if (!opened && i > 0 || !m.matches()) return false;
            String printed = Objects.requireNonNullElse(m.group("what"), "");
            repeated.add(new Printed<>(Wording.trimmed(Wording.unmarked(printed), "", "."), line));
            return true;
        }

        private boolean onlyNumber(String line) {
            Matcher m = ONLY_NUMBER.matcher(line);
            if (number.isPresent() || !m.matches()) return false;
            String printed = Objects.requireNonNullElse(m.group("number"), "");
            number = Optional.of(new Printed<>(printed, line));
            return true;
        }

        /// `1370. Secret Immediate`, `UN647. Secret`, `4508.`: number and markings on a line of their own.
        private boolean numbered(int i, String printed) {
            String line = Wording.unmarked(printed).replace("\\", "");
            if (number.isPresent() || unnumbered || line.length() > 110 || !(date.isPresent() || undated || i == 0)) return false;
            Matcher m = NUMBERED.matcher(line);
            if (!m.matches()) return false;
            String rest = Objects.requireNonNullElse(m.group("rest"), "").strip();
            String no = Objects.requireNonNullElse(m.group("number"), "");
            Optional<MarkingLine> marks = MarkingLine.read(rest, names).or(() -> MarkingLine.among(rest, names));
            if (!rest.isEmpty() && marks.filter(MarkingLine::marked).isEmpty()) return false;
            if (rest.isEmpty() && (no.length() < 2 || i > 5)) return false;
            if (no.equals("Unnumbered")) unnumbered = true;
            else number = Optional.of(new Printed<>(no, no));
            opened = true;
            marks.ifPresent(x -> marks(x, at(i), line));
            return true;
        }

        /// A line of markings, or two when the first breaks off.
        private int marks(int i, String line) {
            if (i > 2 && !opened) return 0;
            String plain = bracketless(line);
            if (WRAPPED.matcher(plain).matches() && Wording.capitals(plain) && i + 1 < source.lines().size()) {
                String both = plain + " " + Wording.line(source.lines().get(i + 1), LONGEST_LINE);
                Optional<MarkingLine> two = MarkingLine.read(both, names);
                if (two.isPresent() && Wording.capitals(both)) {
                    marks(two.get(), at(i), both);
                    opened = true;
                    return 2;
                }
            }
            Optional<MarkingLine> one = MarkingLine.read(plain, names);
            if (one.isEmpty()) return 0;
            marks(one.get(), at(i), line);
            opened = true;
            return 1;
        }

        /// `Top Secret [matter omitted]`: the editors' bracket behind a marking is none.
        private static String bracketless(String line) {
            int at = line.indexOf('[');
            return at > 0 && line.indexOf("omitted", at) > 0 ? line.substring(0, at).strip() : line;
        }

        private void marks(MarkingLine m, String where, String line) {
            for (Precedence p : m.precedence()) if (!precedence.contains(p)) precedence.add(p);
            for (Classification c : m.classification()) if (!classification.contains(c)) classification.add(c);
            for (Printed<String> h : m.handling()) {
                if (h.value().equals("extract")) extract = true;
                else if (handling.stream().noneMatch(x -> x.value().equals(h.value()))) handling.add(h);
            }
            attention.addAll(m.attention());
            found(m.oddities(), where, line);
        }

        private boolean placeAlone(String line) {
            boolean dated = date.isPresent() || undated;
            if (place.isPresent() || !dated || line.length() > 40 || !Posts.has(Wording.unmarked(line))) return false;
            String printed = Wording.unmarked(line);
            place = Optional.of(new Printed<>(Wording.usualCase(Wording.trimmed(Wording.unbracketed(printed), "", ",.")), printed));
            return true;
        }

        private boolean versionAlone(String line) {
            if (!EXTRACT.matcher(line).matches()) return false;
            extract = true;
            return true;
        }

        /// `MOST IMMEDIATE SECRET CANBERRA, 6 August 1947`.
        private boolean marksAndDateline(int i, String line) {
            if (date.isPresent() || line.length() > 120) return false;
            for (int space = line.indexOf(' '); space > 0; space = line.indexOf(' ', space + 1)) {
                Optional<MarkingLine> marks = MarkingLine.read(line.substring(0, space), names);
                if (marks.isEmpty()) continue;
                Optional<OpeningLine> o = OpeningLine.read(line.substring(space + 1), false, described);
                o = o.filter(x -> x.place().filter(p -> Posts.has(p.value())).isPresent());
                if (o.isEmpty()) continue;
                marks(marks.get(), at(i), line);
                opening(o.get(), at(i), line);
                return true;
            }
            return false;
        }

        /// `For Menzies from Beale.`, `Personal for Renouf.`: a line of its own behind the heading.
        private boolean address(String printed) {
            String line = Wording.unmarked(printed);
            if (!opened || line.length() > 110) return false;
            Matcher m = ADDRESS.matcher(line);
            if (!m.matches() || m.group("to") == null && m.group("from") == null) return false;
            String to = Objects.requireNonNullElse(m.group("to"), "");
            String from = Objects.requireNonNullElse(m.group("from"), "");
            String after = Objects.requireNonNullElse(m.group("after"), "");
            if (!name(to) || !name(from) || !after.isEmpty() && MarkingLine.read(after, names).isEmpty()) return false;
            attention.add(new Printed<>(Wording.trimmed(line, "", ".:"), line));
            if (!from.isEmpty()) sender = Optional.of(new Printed<>(BEHIND_SENDER.matcher(from).replaceFirst(""), line));
            MarkingLine.read(Objects.requireNonNullElse(m.group("marks"), "").strip(), Set.of()).ifPresent(x -> marks(x, "heading", line));
            MarkingLine.read(after, names).ifPresent(x -> marks(x, "heading", line));
            return true;
        }

        private static boolean name(String words) {
            if (words.isEmpty()) return true;
            boolean capital = false;
            for (String word : words.split("[ ,]+")) {
                if (word.isEmpty()) continue;
                if (Character.isUpperCase(word.charAt(0))) capital = true;
                else if (!NAME_WORDS.contains(word)) return false;
            }
            return capital;
        }

        // ---- notes

        private void notes() {
            Set<String> seen = new HashSet<>();
            for (String note : source.sourceNotes()) hold(SourceNote.read(note), seen);
            for (String line : source.lines()) SourceNote.inText(line).ifPresent(n -> hold(n, seen));
        }

        private void hold(SourceNote note, Set<String> seen) {
            telegram |= note.telegram();
            american |= note.american();
            for (MarkingLine m : note.markings()) marks(m, "source note", note.asPrinted());
            if (!note.holding().isEmpty() && seen.add(note.key())) holding.add(new Printed<>(note.holding(), note.asPrinted()));
        }

        /// American volumes print the number at the head of the text: `423. For the President and the Secretary only.`
        private void americanNumber() {
            boolean wire = telegram || kind.map(KindPhrase::cable).orElse(title.kind().map(KindPhrase::cable).orElse(false));
            if (number.isPresent() || !american || !wire || headingLines >= source.lines().size()) return;
            String line = Wording.line(source.lines().get(headingLines), LONGEST_LINE);
            Matcher m = AMERICAN_NUMBER.matcher(line);
            if (!m.matches()) return;
            String no = Objects.requireNonNullElse(m.group("number"), "");
            String next = (Integer.parseInt(no) + 1) + ". ";
            if (source.lines().stream().anyMatch(l -> l.startsWith(next))) return;
            number = Optional.of(new Printed<>(no, no + "."));
            americanAddress(Objects.requireNonNullElse(m.group("text"), ""));
        }

        private void americanAddress(String text) {
            int stop = text.indexOf(". ");
            String first = stop < 0 ? Wording.trimmed(text, "", ".") : text.substring(0, stop);
            if (!first.startsWith("For ") && !first.startsWith("From ") || !name(first.substring(first.indexOf(' ') + 1))) return;
            Printed<String> address = new Printed<>(first, first + ".");
            attention.add(address);
            if (first.endsWith(" only") || first.endsWith(" alone")) handling.add(address);
        }

        // ---- together

        /// The printed day. A heading without any dateline takes the description's; one that prints no day has none.
        private Optional<Printed<String>> day() {
            String record = Objects.requireNonNullElse(source.date(), "");
            if (date.isPresent()) {
                boolean agree = record.isEmpty() || DatePhrase.agree(date.get().value(), record);
                if (!agree) found(FindingCode.HEADING_DATE_DIFFERS, "front matter", record);
                return date;
            }
            boolean dateline = undated || opened && (time.isPresent() || place.isPresent());
            if (dateline || record.isEmpty()) return Optional.empty();
            found(FindingCode.HEADING_DATE_FROM_DESCRIPTION, "front matter", record);
            return Optional.of(new Printed<>(record, ""));
        }

        private Printed<Kind> kind() {
            Optional<KindPhrase> other = title.kind();
            Optional<KindPhrase> best = kind.filter(k -> !k.weak() && k.kind() != Kind.OTHER)
                    .or(() -> other.filter(k -> !k.weak() && k.kind() != Kind.OTHER))
                    .or(() -> kind.filter(k -> k.kind() != Kind.OTHER))
                    .or(() -> other.filter(k -> k.kind() != Kind.OTHER));
            if (best.isPresent()) return new Printed<>(best.get().kind(), best.get().words());
            if (telegram) return new Printed<>(Kind.TELEGRAM, "Telegram");
            if (american && number.isPresent()) return new Printed<>(Kind.DESPATCH, "");
            return new Printed<>(Kind.OTHER, kind.or(() -> other).map(KindPhrase::words).orElse(""));
        }

        private CableHeading heading(Optional<Printed<String>> day) {
            boolean omitted = extract;
            for (String line : source.lines()) omitted = omitted || Omissions.in(line);
            List<Printed<String>> instructions = new ArrayList<>(handling);
            if (extract) instructions.add(new Printed<>("extract", "extract"));
            List<Printed<String>> from = title.from().isEmpty() && sender.isPresent() ? List.of(sender.get()) : title.from();
            Optional<Printed<String>> no = number.or(() -> unnumbered ? Optional.empty() : title.number());
            return new CableHeading(
                    kind(),
                    no,
                    place,
                    day,
                    time,
                    received,
                    from,
                    title.to(),
                    repeated,
                    attention,
                    title.participants(),
                    precedence,
                    classification,
                    instructions,
                    title.channel(),
                    title.direction(),
                    version.or(title::version),
                    holding,
                    omitted,
                    headingLines);
        }

        /// What a heading should hold and this one does not; what was said already is not said again.
        private void missing(CableHeading h) {
            boolean wire = WIRES.contains(h.kind().value());
            boolean nameless = h.kind().value() == Kind.OTHER && h.kind().asPrinted().isEmpty();
            for (FindingCode code : title.oddities()) lacking(true, code, "title", source.title());
            lacking(!opened && title.kind().isEmpty() && h.from().isEmpty(), FindingCode.HEADING_NOT_FOUND, "line 1", "");
            lacking(nameless, FindingCode.HEADING_KIND_UNKNOWN, "title", source.title());
            lacking(wire && h.number().isEmpty() && !unnumbered, FindingCode.HEADING_NUMBER_MISSING, "line 1", "");
            lacking(h.place().isEmpty() && !met(FindingCode.HEADING_PLACE_WITHHELD), FindingCode.HEADING_PLACE_MISSING, "line 1", "");
            lacking(h.date().isEmpty(), FindingCode.HEADING_DATE_MISSING, "line 1", "");
            lacking(wire && h.from().isEmpty(), FindingCode.HEADING_FROM_MISSING, "title", source.title());
            lacking(wire && h.to().isEmpty(), FindingCode.HEADING_TO_MISSING, "title", source.title());
            lacking(h.holding().isEmpty(), FindingCode.HEADING_HOLDING_MISSING, "source note", "");
        }

        private void lacking(boolean lacks, FindingCode code, String where, String seen) {
            if (lacks && !met(code)) found(code, where, seen);
        }

        private boolean met(FindingCode code) {
            return findings.stream().anyMatch(f -> f.code() == code);
        }
    }
}
