package chancery.cable;

import chancery.document.Kind;
import chancery.finding.FindingCode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the title of a published document says of its heading: who wrote to whom, and in what kind of paper.
///
/// ```
/// Mr R. G. Casey, Minister to the United States, to Department of External Affairs
/// Embassy in Washington to Department of External Affairs
/// CABLEGRAM FROM WATT TO SPENDER                     Cablegram, Washington To DEA
/// Memorandum, Administration (Hay) To DOT            SUBMISSION TO McMAHON AND BURY
/// Cabinet Submission by Evatt and Ward               Submission 32 To Cabinet By O'Sullivan
/// Record of Conversation between Tange and Critchley  Extract From Casey's Diary
/// CABINET DECISION NO. 1245                          War Cabinet Minute 4293
/// The Ambassador in Colombia (Braden) to the Secretary of State
/// Paraphrase of Outgoing Navy Cable - Moscow, February 3, 1944
/// Bruce to Curtin (paraphrase of naval cable)
/// ```
///
/// @param tail       words of the opening line that ran into the title, else empty
/// @param incomplete whether the title breaks off, so that the first line goes on with it
record TitleLine(
        Optional<KindPhrase> kind,
        Optional<Printed<String>> number,
        List<Printed<String>> from,
        List<Printed<String>> to,
        List<Printed<String>> participants,
        Optional<Printed<String>> place,
        Optional<DatePhrase> date,
        Optional<Printed<String>> channel,
        Optional<Printed<Direction>> direction,
        Optional<Printed<Version>> version,
        boolean extract,
        String tail,
        boolean incomplete,
        Set<FindingCode> oddities) {

    private static final int LONGEST = 500;
    private static final Pattern EDITION = Pattern.compile("\\s*\\([^()]*\\bVolume \\d+\\)\\s*$");
    private static final Pattern DOCUMENT_NUMBER = Pattern.compile("^\\d{1,4}\\.\\s+(?=\\p{Lu}|\\[)");
    private static final Pattern STRAY_NUMBER = Pattern.compile("(?<comma>,?) \\d{1,4} (?=to |High |External )");
    private static final Pattern VERSION = Pattern.compile("(?<what>Paraphrase|Translation|Copy|Draft|Extracts?) (?:of|from) (?:an? "
            + "|the )?(?=(?:Outgoing|Incoming|Navy|Army|Cable|Telegram|Letter|Message))", Pattern.CASE_INSENSITIVE);
    private static final Pattern WIRE = Pattern.compile(
            "(?<direction>Outgoing|Incoming|Outward|Inward)?\\s?(?<channel>Navy|Naval|Army|Military|Air Force|War Department"
                    + "|State Department)?\\s?(?=(?:Cable|Telegram|Message|Signal|Dispatch|Despatch))", Pattern.CASE_INSENSITIVE);
    private static final Pattern FORM = Pattern.compile("\\s*\\((?<form>(?:(?:an?|the|of|in|from|text|version|original|full|navy|naval|army|military|air force"
            + "|cables?|cablegrams?|telegrams?|messages?|signals?|letter|paraphrased?|verbatim|translat(?:ion|ed)|draft|copy)[ ,;]*)+)\\)\\s*$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FORM_WORD = Pattern.compile("\\b(?:(?<version>paraphrase|verbatim|translat|draft|copy)"
            + "|(?<channel>navy|naval|army|military|air force))", Pattern.CASE_INSENSITIVE);
    private static final Pattern DASH_PLACE = Pattern.compile("\\s[-–—]\\s(?<place>\\p{Lu}[\\p{L} .']{2,40}),?\\s*$");
    private static final Pattern NUMBER = Pattern.compile("^\\s?,?\\s?(?:[Nn][Oo0]\\.?\\s?)?(?<no>(?:[A-Za-z]{1,3}/)?\\d[\\w/.-]*(?:\\s?\\([A-Za-z]{1,4}\\))?"
            + "|[A-Z][A-Za-z]{0,2}\\([A-Z]\\)\\d+)(?=[,;\\s]|$)");
    private static final Pattern BODY_BEFORE = Pattern.compile("^(?<body>(?:Full |War |Advisory War |Defence |Joint |Chiefs of Staff "
            + "|Prime Minister's |Executive )?(?:Cabinet(?: Committee| Sub-Committee)?(?: \\[\\d+\\])?|Council(?: of Defence)?"
            + "|Committee|Intelligence Committee"
            + "|Planning Committee|United Nations|General Assembly|Security Council|TIC|LIC|MIS|JIC|Council of Defence"
                    + "|Cabinet Sub-Committee on [\\p{L} ]{3,50}?|Department of [\\p{L} ]{3,40}?"
                    + "|United States)(?: \\[\\d+\\])?) (?=(?<noun>Minutes?|Submission|Agend(?:um|a)|Decision|Press|Resolution"
                    + "|Appreciation|Paper|Note|Memorandum|Report)\\b)", Pattern.CASE_INSENSITIVE);
    private static final Pattern POSSESSIVE = Pattern.compile("^(?<name>\\p{Lu}[\\p{L}.-]*(?: \\p{Lu}[\\p{L}.-]*)?)[’'][sS]\\b");
    private static final Pattern TOPIC = Pattern.compile("(?i)^\\s?,?\\s?(?:(?:of|on) (?:a |the |telephone )*(?:conversations?"
            + "|discussions?|interview|meeting|talks?)|in [\\p{L} ]{3,60}|on [\\p{L}\\p{N}. ]{3,80}?|verbale|(?:and"
            + "|&) [\\p{L} ]{3,40}?|of [\\p{L}' ]{3,60}?|at [\\p{L} ]{3,60}?|in the [\\p{L} ]{3,60}?)?(?=,? by | between |$)");
    private static final Pattern OF_A_MEETING = Pattern.compile("(?i)minutes of (?!prime minister)");
    private static final Pattern LATE_AUTHOR = Pattern.compile("(?i) (?<noun>\\p{L}+) by (?<who>.+)");
    private static final Pattern MEETING = Pattern.compile("(?i)\\b(?:meeting|conference|discussions?)\\b");
    private static final KindPhrase MEETING_RECORD = new KindPhrase(Kind.RECORD, true, false, "Meeting", 0);
    private static final Pattern PASSED_OVER = Pattern.compile("^(?i:verbale|drafted)\\s");
    private static final Pattern COMMA_PARTY = Pattern.compile("[,;] \\[?\\p{Lu}");
    private static final Pattern DELEGATED = Pattern.compile("(?i)\\b(?:delegation|mission|adviser|embassy|legation|representatives?"
            + "|conference)$");
    private static final Pattern BEHIND = Pattern.compile("^,? (?i:to|for|from|by) ");
    private static final Pattern FROM = Pattern.compile("(?i)^\\s?(?:from|of) (?:the )?");
    private static final Pattern ISSUED = Pattern.compile("(?i)^of (?:the )?(?=.*\\b(?:committee|sub-committee|delegations?|council"
            + "|commission|board|conference)\\b)");
    private static final Pattern FILE = Pattern.compile("(?i)^\\s?(?:for (?:the )?(?:file|record|use in cabinet|cabinet discussion)\\b)");
    private static final Pattern END_OF_PARTY = Pattern.compile("(?i),? (?:of (?:a )?(?:conversation|meeting|discussion|telephone)"
            + "|(?<!committee|commission|council|conference|board) on |at (?:a |the |\\p{Lu}|committee)|in (?:the (?:house|general"
            + "|ad hoc)|general|ad hoc)|without |regarding |concerning |with )");
    private static final Pattern BROKEN = Pattern.compile("(?i).*(?:\\b(?:to|by|from|and|of|between|for|in|the|external)|&|,)[,\\s]*");
    private static final Pattern BURIED = Pattern.compile(" (?=(?:Circular )?(?:Cablegrams?|Telegram|Letter|Memorandum|Minute"
            + "|Submission|Dispatch|Despatch|Savingram|Message)\\b)");
    private static final Pattern BURIED_PLACE = Pattern.compile(" (?=\\[?\\p{Lu}[\\p{Lu} ]{2,30}\\]?, \\d)");
    private static final Pattern NUMBERED = Pattern.compile("(?:Circular )?(?:Cablegram|Telegram|Memorandum|Di?e?spatch|Savingram"
            + "|Message)s? (?:\\p{Lu}\\p{Ll}* )?[A-Z]{0,4}\\d");
    private static final Pattern JOINED_TO = Pattern.compile(" to(?=(?:Mr|Dr|Sir|Lord)\\b)");
    private static final Pattern RECEIVED = Pattern.compile(" (?=Received \\d)");
    private static final Pattern WITHHELD = Pattern.compile("not declassified");

    static TitleLine read(String title) {
        return new Reader(title).read();
    }

    private static final class Reader {
        private String text;
        private Optional<KindPhrase> kind = Optional.empty();
        private Optional<Printed<String>> number = Optional.empty();
        private List<Printed<String>> from = new ArrayList<>();
        private List<Printed<String>> to = new ArrayList<>();
        private List<Printed<String>> participants = List.of();
        private Optional<Printed<String>> place = Optional.empty();
        private Optional<DatePhrase> date = Optional.empty();
        private Optional<Printed<String>> channel = Optional.empty();
        private Optional<Printed<Direction>> direction = Optional.empty();
        private Optional<Printed<Version>> version = Optional.empty();
        private boolean extract;
        private final boolean capitals;
        private String tail = "";
        private final Set<FindingCode> odd = EnumSet.noneOf(FindingCode.class);

        Reader(String title) {
            String plain = Wording.unmarked(Wording.line(title, LONGEST));
            text = STRAY_NUMBER.matcher(DOCUMENT_NUMBER.matcher(EDITION.matcher(plain).replaceFirst("")).replaceFirst(""))
                    .replaceFirst("${comma} ").strip();
            text = JOINED_TO.matcher(text).replaceFirst(" to ");
            text = capitalised(text);
            capitals = Wording.capitals(text);
        }

        private static String capitalised(String words) {
            return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
        }

        TitleLine read() {
            form();
            boolean incomplete = BROKEN.matcher(text).matches();
            buried();
            received();
            wire();
            parties();
            if (WITHHELD.matcher(text).find()) odd.add(FindingCode.HEADING_PARTY_WITHHELD);
            if (incomplete || !tail.isEmpty()) odd.add(FindingCode.HEADING_TITLE_BROKEN);
            return new TitleLine(kind, number, from, to, participants, place, date, channel, direction, version, extract, tail,
                    incomplete, odd);
        }

        /// `Bruce to Curtin (paraphrase of naval cable)`: words in brackets at the end that say in which form the paper has come down.
        private void form() {
            Matcher m = FORM.matcher(text);
            if (!m.find() || m.start() == 0) return;
            String words = Objects.requireNonNullElse(m.group("form"), "").strip();
            Matcher word = FORM_WORD.matcher(words);
            while (word.find()) {
                String what = Objects.requireNonNullElse(word.group("version"), "");
                String service = Objects.requireNonNullElse(word.group("channel"), "");
                if (!what.isEmpty() && version.isEmpty()) version = Optional.of(new Printed<>(version(what), words));
                if (!service.isEmpty() && channel.isEmpty()) channel = Optional.of(new Printed<>(Wording.usualCase(capitalised(service)), words));
            }
            text = text.substring(0, m.start());
        }

        private static Version version(String what) {
            return switch (Character.toUpperCase(what.charAt(0))) {
                case 'P' -> Version.PARAPHRASE;
                case 'T' -> Version.TRANSLATION;
                case 'C' -> Version.COPY;
                case 'D' -> Version.DRAFT;
                default -> Version.VERBATIM;
            };
        }

        /// `Plimsoll to Burton Cablegram UN1099 9 November 1947, 5.06 p.m.`: the opening line has run into the title.
        private void buried() {
            int to = indexOf(text, " to ", 0);
            if (to < 0 || KindPhrase.at(text).isPresent()) return;
            for (Pattern pattern : List.of(BURIED, BURIED_PLACE)) {
                Matcher m = pattern.matcher(text);
                if (!m.find(to)) continue;
                String after = text.substring(m.end());
                boolean bare = KindPhrase.at(after).filter(k -> k.end() == after.length()).isPresent();
                if (!bare && !NUMBERED.matcher(after).lookingAt() && DatePhrase.find(after, null).isEmpty()) continue;
                tail = after;
                text = text.substring(0, m.start());
                return;
            }
        }

        private void received() {
            Matcher late = RECEIVED.matcher(text);
            if (!tail.isEmpty() || !late.find()) return;
            tail = text.substring(late.end());
            text = text.substring(0, late.start());
        }

        /// `Paraphrase of Outgoing Navy Cable - Moscow, February 3, 1944`.
        private void wire() {
            Matcher v = VERSION.matcher(text);
            if (v.lookingAt()) {
                String what = Objects.requireNonNullElse(v.group("what"), "");
                if (Character.toUpperCase(what.charAt(0)) == 'E') extract = true;
                else version = Optional.of(new Printed<>(version(what), what));
                text = text.substring(v.end());
            }
            Matcher w = WIRE.matcher(text);
            if (w.lookingAt()) {
                String way = Objects.requireNonNullElse(w.group("direction"), "");
                if (!way.isEmpty()) direction = Optional.of(new Printed<>(Character.toUpperCase(way.charAt(0)) == 'O'
                        ? Direction.OUTGOING : Direction.INCOMING, way));
                String service = Objects.requireNonNullElse(w.group("channel"), "");
                if (!service.isEmpty()) channel = Optional.of(new Printed<>(Wording.usualCase(service), service));
                if (w.end() > 0) text = capitalised(text.substring(w.end()));
                if (!way.isEmpty() || !service.isEmpty() || version.isPresent()) dashPlace();
            }
        }

        private void dashPlace() {
            Optional<DatePhrase> found = DatePhrase.find(text, null);
            if (found.isEmpty() || found.get().end() < text.length() - 1) return;
            Matcher m = DASH_PLACE.matcher(text.substring(0, found.get().start()));
            if (!m.find()) return;
            date = found;
            String where = Objects.requireNonNullElse(m.group("place"), "").strip();
            place = Optional.of(new Printed<>(Wording.usualCase(where), where));
            if (direction.filter(d -> d.value() == Direction.OUTGOING).isPresent()) from = new ArrayList<>(List.of(place.get()));
            text = text.substring(0, m.start());
        }

        private void parties() {
            kind = KindPhrase.at(text);
            if (kind.isEmpty() && body()) return;
            if (kind.isPresent()) {
                extract |= kind.get().extract();
                if (kind.get().kind() == Kind.MINUTE && OF_A_MEETING.matcher(text).lookingAt()) kind = Optional.of(as(Kind.RECORD));
                afterKind(text.substring(kind.get().end()));
                return;
            }
            int to = separator(text);
            int colon = text.lastIndexOf(": ");
            if (colon > 0 && (to < 0 || colon < to)) {
                afterColon(colon);
                return;
            }
            if (to >= 0) {
                from(text.substring(0, to));
                to(behindTo(text.substring(to)));
                return;
            }
            lateKind();
        }

        private KindPhrase as(Kind other) {
            KindPhrase k = kind.orElseThrow();
            return new KindPhrase(other, k.weak(), k.extract(), k.words(), k.end());
        }

        /// `War Cabinet Minute 4293` comes from the War Cabinet; `War Cabinet Submission by Evatt` goes to it.
        private boolean body() {
            Matcher m = BODY_BEFORE.matcher(text.startsWith("Draft ") ? text.substring(6) : text);
            if (!m.lookingAt()) return false;
            String name = Objects.requireNonNullElse(m.group("body"), "").strip();
            String after = (text.startsWith("Draft ") ? text.substring(6) : text).substring(m.end());
            kind = KindPhrase.at(capitals ? Wording.usualCase(after) : after);
            if (kind.isEmpty()) return false;
            String noun = Objects.requireNonNullElse(m.group("noun"), "").toLowerCase(Locale.ROOT);
            boolean addressed = name.toLowerCase(Locale.ROOT).endsWith("cabinet") && (noun.startsWith("submission")
                    || noun.startsWith("agend"));
            if (addressed) to(name);
            else from(name);
            List<Printed<String>> sender = List.copyOf(from);
            List<Printed<String>> recipient = List.copyOf(to);
            afterKind(after.substring(kind.get().end()));
            if (from.isEmpty()) from = new ArrayList<>(sender);
            if (to.isEmpty()) to = new ArrayList<>(recipient);
            return true;
        }

        private void afterColon(int colon) {
            String before = text.substring(0, colon);
            String after = text.substring(colon + 2);
            kind = KindPhrase.at(after);
            if (kind.isEmpty()) {
                if (MEETING.matcher(after).find()) kind = Optional.of(MEETING_RECORD);
                return;
            }
            if (before.indexOf(' ') < 0) from(before);
            afterKind(after.substring(kind.get().end()));
        }

        /// A kind that stands late (`Calwell's discussion with Addison` has none; `Bernadotte's Conclusions` has a name only).
        private void lateKind() {
            Matcher owner = POSSESSIVE.matcher(text);
            if (owner.lookingAt()) from(Objects.requireNonNullElse(owner.group("name"), ""));
            Matcher by = LATE_AUTHOR.matcher(text);
            if (by.find()) {
                kind = KindPhrase.at(Wording.usualCase(Objects.requireNonNullElse(by.group("noun"), "")));
                from(cut(Objects.requireNonNullElse(by.group("who"), "")));
                return;
            }
            if (text.equalsIgnoreCase("Editorial Note")) {
                kind = Optional.of(new KindPhrase(Kind.OTHER, false, false, text, text.length()));
                return;
            }
            for (String word : text.split(" ")) {
                if (kind.isEmpty()) kind = KindPhrase.at(word);
            }
            if (kind.isEmpty() && MEETING.matcher(text).find()) kind = Optional.of(MEETING_RECORD);
        }

        /// Everything after the words for the kind.
        private void afterKind(String words) {
            String rest = words;
            Matcher no = NUMBER.matcher(rest);
            if (no.lookingAt()) {
                String printed = Objects.requireNonNullElse(no.group("no"), "");
                number = Optional.of(new Printed<>(printed, printed));
                rest = rest.substring(no.end());
            }
            if (extract && kind.filter(KindPhrase::weak).isPresent()) rest = FROM.matcher(rest).replaceFirst("");
            Matcher owner = POSSESSIVE.matcher(rest.strip());
            if (extract && owner.lookingAt()) {
                from(Objects.requireNonNullElse(owner.group("name"), ""));
                return;
            }
            connect(rest);
        }

        private void connect(String words) {
            String rest = words.strip();
            Matcher file = FILE.matcher(rest);
            if (file.lookingAt()) rest = rest.substring(file.end()).strip();
            rest = PASSED_OVER.matcher(rest).replaceFirst("");
            if (starts(rest, "read to ")) rest = rest.substring(5);
            if (starts(rest, "to from ")) rest = rest.substring(3);
            if (starts(rest, "from ")) between(rest.substring(5));
            else if (starts(rest, "to ")) recipient(rest.substring(3));
            else if (starts(rest, "by ")) author(rest.substring(3));
            else if (starts(rest, ", by ")) author(rest.substring(5));
            else if (starts(rest, "for ")) reader(rest.substring(4));
            else if (starts(rest, "presented by ")) between(rest.substring(13));
            else if (starts(rest, "between ")) participants = Parties.read(rest.substring(8), capitals);
            else if (COMMA_PARTY.matcher(rest).lookingAt() && indexOf(rest, " to ", 0) > 0) between(Wording.unbracketed(rest.substring(2)));
            else topic(rest);
        }

        private static boolean starts(String text, String word) {
            return text.regionMatches(true, 0, word, 0, word.length());
        }

        /// `A to B`, `A for B`, or `A`.
        private void between(String words) {
            int to = separator(words);
            if (to < 0) to = indexOf(words, " for ", 0) >= 0 && !words.contains(",") ? indexOf(words, " for ", 0) : -1;
            if (to < 0) {
                from(cut(words));
                return;
            }
            from(words.substring(0, to));
            to(behindTo(words.substring(to)));
        }

        private void recipient(String words) {
            int by = indexOf(words, " by ", 0);
            to(cut(by < 0 ? words : words.substring(0, by)));
            if (by >= 0) from(cut(words.substring(by + 4)));
        }

        private void author(String words) {
            int comma = words.indexOf(',');
            int goesTo = indexOf(words, " for ", 0);
            if (goesTo < 0 || comma >= 0 && comma < goesTo) goesTo = indexOf(words, " to ", 0);
            boolean delegated = goesTo > 0 && DELEGATED.matcher(words.substring(0, goesTo)).find();
            if (goesTo < 0 || comma >= 0 && comma < goesTo || delegated) {
                from(cut(words));
                return;
            }
            from(cut(words.substring(0, goesTo)));
            to(cut(behindTo(words.substring(goesTo))));
        }

        private void reader(String words) {
            int by = indexOf(words, " from ", 0);
            if (by < 0) by = indexOf(words, " by ", 0);
            to(cut(by < 0 ? words : words.substring(0, by)));
            if (by >= 0) from(cut(behindTo(words.substring(by))));
        }

        /// `Record of Conversation by Plimsoll`, `Notes on Defence Committee Discussion by Plimsoll`, `Memorandum Ag's (Ewens) to DOT`.
        private void topic(String words) {
            Matcher m = TOPIC.matcher(words);
            if (m.lookingAt() && m.end() > 0 || words.startsWith("by ")) {
                connect(Wording.trimmed(words.substring(m.end()), ",", ""));
                return;
            }
            Matcher issued = ISSUED.matcher(words);
            if (issued.lookingAt() && kind.filter(k -> k.kind() != Kind.RECORD && k.kind() != Kind.AGREEMENT).isPresent()) {
                from(cut(words.substring(issued.end())));
                return;
            }
            int to = separator(words);
            if (to > 0 && Character.isUpperCase(words.charAt(0)) && !starts(words, "on ") && !starts(words, "of ")) between(words);
        }

        /// Where one side ends and the other begins: at `, to ` where that occurs, for roles hold *to* (`Minister to Japan, to
        /// the King`); else at the first ` to ` that is no part of a name (`Mission to the United Nations`).
        private static int separator(String words) {
            int comma = indexOf(words, ", to ", 0);
            if (comma >= 0) return comma;
            int at = indexOf(words, " to ", 0);
            while (at >= 0) {
                int next = indexOf(words, " to ", at + 3);
                boolean part = DELEGATED.matcher(words.substring(0, at)).find() || starts(words.substring(at), " to the united nations")
                        && next > 0;
                if (!part || next < 0) return at;
                at = next;
            }
            return -1;
        }

        /// The words after the joining word at the head: `, to Mr Eden` is `Mr Eden`.
        private static String behindTo(String words) {
            return BEHIND.matcher(words).replaceFirst("");
        }

        private static int indexOf(String text, String word, int from) {
            for (int i = Math.max(0, from); i + word.length() <= text.length(); i++) {
                if (text.regionMatches(true, i, word, 0, word.length())) return i;
            }
            return -1;
        }

        private static String cut(String words) {
            Matcher m = END_OF_PARTY.matcher(words);
            return m.find() ? words.substring(0, m.start()) : words;
        }

        private void from(String words) {
            from = new ArrayList<>(Parties.read(words, capitals));
        }

        private void to(String words) {
            to = new ArrayList<>(Parties.read(words, capitals));
        }
    }
}
