package chancery.cable;

import chancery.document.Kind;
import chancery.finding.FindingCode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
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
    private static final Pattern STRAY_NUMBER = Pattern.compile(",? \\d{1,4} (?=to |High |External )");
    private static final Pattern VERSION = Pattern.compile("(?<what>Paraphrase|Translation|Copy|Draft|Extracts?) (?:of|from) (?:an? |the )?(?=(?:Outgoing|Incoming|Navy|Army|Cable|Telegram|Letter|Message))", Pattern.CASE_INSENSITIVE);
    private static final Pattern WIRE = Pattern.compile(
            "(?<direction>Outgoing|Incoming|Outward|Inward)?\\s?(?<channel>Navy|Naval|Army|Military|Air Force|War Department|State Department)?\\s?(?=(?:Cable|Telegram|Message|Signal|Dispatch|Despatch))", Pattern.CASE_INSENSITIVE);
    private static final Pattern DASH_PLACE = Pattern.compile("\\s[-–—]\\s(?<place>\\p{Lu}[\\p{L} .']{2,40}),?\\s*$");
    private static final Pattern NUMBER = Pattern.compile("^\\s?,?\\s?(?:N[o0]\\.?\\s?)?(?<no>\\d[\\w/.-]*(?:\\s?\\([A-Za-z]{1,4}\\))?|[A-Z]{1,3}\\([A-Z]\\)\\d+|O[Tc]/\\d+)(?=[,;\\s]|$)");
    private static final Pattern BODY_BEFORE = Pattern.compile("^(?<body>(?:Full |War |Advisory War |Defence |Joint |Chiefs of Staff |Prime Minister's |Executive )?(?:Cabinet(?: Committee| Sub-Committee)?(?: \\[\\d+\\])?|Council(?: of Defence)?|Committee|Intelligence Committee"
            + "|Planning Committee|United Nations|General Assembly|Security Council|TIC|LIC|MIS|JIC|Council of Defence|Cabinet Sub-Committee on [\\p{L} ]{3,50}?|Department of [\\p{L} ]{3,40}?|United States)(?: \\[\\d+\\])?) (?=(?<noun>Minutes?|Submission|Agend|Decision|Press|Resolution|Appreciation|Paper|Note|Memorandum|Report)\\b)", Pattern.CASE_INSENSITIVE);
    private static final Pattern POSSESSIVE = Pattern.compile("^(?<name>\\p{Lu}[\\p{L}.-]*(?: \\p{Lu}[\\p{L}.-]*)?)[’'][sS]\\b");
    private static final Pattern TOPIC = Pattern.compile("(?i)^\\s?,?\\s?(?:(?:of|on) (?:a |the |telephone )*(?:conversations?|discussions?|interview|meeting|talks?)|in [\\p{L} ]{3,60}|on [\\p{L}\\p{N}. ]{3,80}?|verbale|(?:and|&) [\\p{L} ]{3,40}?|of [\\p{L}' ]{3,60}?|at [\\p{L} ]{3,60}?|in the [\\p{L} ]{3,60}?)?(?=,? by | between |$)");
    private static final Pattern FILE = Pattern.compile("(?i)^\\s?(?:for (?:the )?(?:file|record|use in cabinet|cabinet discussion)\\b)");
    private static final Pattern END_OF_PARTY = Pattern.compile("(?i),? (?:of (?:a )?(?:conversation|meeting|discussion|telephone)|on (?:the |a |cabinet|submission|statement|their )|at (?:a |the |\\p{Lu}|committee)|in (?:the (?:house|general|ad hoc)|general|ad hoc)|without |regarding |concerning |with )");
    private static final Pattern BROKEN = Pattern.compile("(?i).*\\b(?:to|by|from|and|&|of|,|between|for)[,\\s]*$");
    private static final Pattern BURIED = Pattern.compile(" (?=(?:Circular )?(?:Cablegrams?|Telegram|Letter|Memorandum|Minute|Submission|Dispatch|Despatch|Savingram|Message)\\b)");
    private static final Pattern BURIED_PLACE = Pattern.compile(" (?=\\[?\\p{Lu}[\\p{Lu} ]{2,30}\\]?, \\d)");
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
        private String tail = "";
        private final Set<FindingCode> odd = EnumSet.noneOf(FindingCode.class);

        Reader(String title) {
            String plain = Wording.unmarked(Wording.line(title, LONGEST));
            text = STRAY_NUMBER.matcher(DOCUMENT_NUMBER.matcher(EDITION.matcher(plain).replaceFirst("")).replaceFirst("")).replaceFirst(" ").strip();
        }

        TitleLine read() {
            boolean incomplete = BROKEN.matcher(text).matches();
            buried();
            wire();
            parties();
            if (WITHHELD.matcher(text).find()) odd.add(FindingCode.HEADING_PARTY_WITHHELD);
            if (incomplete || !tail.isEmpty()) odd.add(FindingCode.HEADING_TITLE_BROKEN);
            return new TitleLine(kind, number, from, to, participants, place, date, channel, direction, version, extract, tail, incomplete, odd);
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
                if (!bare && DatePhrase.find(after, null).isEmpty()) continue;
                tail = after;
                text = text.substring(0, m.start());
                return;
            }
        }

        /// `Paraphrase of Outgoing Navy Cable - Moscow, February 3, 1944`.
        private void wire() {
            Matcher v = VERSION.matcher(text);
            if (v.lookingAt()) {
                String what = Objects.requireNonNullElse(v.group("what"), "");
                switch (Character.toUpperCase(what.charAt(0))) {
                    case 'P' -> version = Optional.of(new Printed<>(Version.PARAPHRASE, what));
                    case 'T' -> version = Optional.of(new Printed<>(Version.TRANSLATION, what));
                    case 'C' -> version = Optional.of(new Printed<>(Version.COPY, what));
                    case 'D' -> version = Optional.of(new Printed<>(Version.DRAFT, what));
                    default -> extract = true;
                }
                text = text.substring(v.end());
            }
            Matcher w = WIRE.matcher(text);
            if (w.lookingAt()) {
                String way = Objects.requireNonNullElse(w.group("direction"), "");
                if (!way.isEmpty()) direction = Optional.of(new Printed<>(Character.toUpperCase(way.charAt(0)) == 'O' ? Direction.OUTGOING : Direction.INCOMING, way));
                String service = Objects.requireNonNullElse(w.group("channel"), "");
                if (!service.isEmpty()) channel = Optional.of(new Printed<>(Wording.usualCase(service), service));
                if (w.end() > 0) text = text.substring(w.end());
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
                if (kind.get().kind() == Kind.MINUTE && text.matches("(?i)minutes of (?!prime minister).*")) kind = Optional.of(as(Kind.RECORD));
                afterKind(text.substring(kind.get().end()));
                return;
            }
            int to = separator(text);
            if (to >= 0) {
                from(text.substring(0, to));
                to(text.substring(to).replaceFirst("^,? (?i:to) ", ""));
                return;
            }
            int colon = text.lastIndexOf(": ");
            if (colon > 0) {
                afterColon(colon);
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
            kind = KindPhrase.at(Wording.usualCase(after)).map(k -> new KindPhrase(k.kind(), k.weak(), k.extract(), after.substring(0, k.end()), k.end()));
            if (kind.isEmpty()) return false;
            String noun = Objects.requireNonNullElse(m.group("noun"), "").toLowerCase(java.util.Locale.ROOT);
            boolean addressed = name.toLowerCase(java.util.Locale.ROOT).endsWith("cabinet") && (noun.startsWith("submission") || noun.startsWith("agend"));
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
                if (after.toLowerCase(java.util.Locale.ROOT).contains("meeting")) kind = Optional.of(new KindPhrase(Kind.RECORD, true, false, "Meeting", 0));
                return;
            }
            if (before.indexOf(' ') < 0) from(before);
            afterKind(after.substring(kind.get().end()));
        }

        /// A kind that stands late (`Calwell's discussion with Addison` has none; `Bernadotte's Conclusions` has a name only).
        private void lateKind() {
            Matcher owner = POSSESSIVE.matcher(text);
            if (owner.lookingAt()) from(Objects.requireNonNullElse(owner.group("name"), ""));
            Matcher by = Pattern.compile("(?i) (?<noun>\\p{L}+) by (?<who>.+)").matcher(text);
            if (by.find()) {
                kind = KindPhrase.at(Wording.usualCase(Objects.requireNonNullElse(by.group("noun"), "")));
                from(cut(Objects.requireNonNullElse(by.group("who"), "")));
                return;
            }
            for (String word : text.split(" ")) {
                if (kind.isEmpty()) kind = KindPhrase.at(word);
            }
            if (kind.isEmpty() && text.matches("(?i).*\\b(?:meeting|conference|discussions?)\\b.*")) kind = Optional.of(new KindPhrase(Kind.RECORD, true, false, "Meeting", 0));
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
            if (extract && rest.isEmpty()) return;
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
            rest = rest.replaceFirst("^(?i:verbale|drafted)\\s", "");
            if (starts(rest, "to from ")) rest = rest.substring(3);
            if (starts(rest, "from ")) between(rest.substring(5));
            else if (starts(rest, "to ")) recipient(rest.substring(3));
            else if (starts(rest, "by ")) author(rest.substring(3));
            else if (starts(rest, ", by ")) author(rest.substring(5));
            else if (starts(rest, "for ")) reader(rest.substring(4));
            else if (starts(rest, "presented by ")) between(rest.substring(13));
            else if (starts(rest, "between ")) participants = Parties.read(rest.substring(8));
            else if (rest.matches("^[,;] \\[?\\p{Lu}.* [Tt][Oo] .*")) between(Wording.unbracketed(rest.substring(2)));
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
            to(words.substring(to).replaceFirst("^,? (?i:to|for) ", ""));
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
            boolean delegated = goesTo > 0 && words.substring(0, goesTo).matches("(?i).*\\b(?:delegation|mission|conference)");
            if (goesTo < 0 || comma >= 0 && comma < goesTo || delegated) {
                from(cut(words));
                return;
            }
            from(cut(words.substring(0, goesTo)));
            to(cut(words.substring(goesTo).replaceFirst("^ (?i:for|to) ", "")));
        }

        private void reader(String words) {
            int by = indexOf(words, " from ", 0);
            if (by < 0) by = indexOf(words, " by ", 0);
            to(cut(by < 0 ? words : words.substring(0, by)));
            if (by >= 0) from(cut(words.substring(by).replaceFirst("^ (?i:from|by) ", "")));
        }

        /// `Record of Conversation by Plimsoll`, `Notes on Defence Committee Discussion by Plimsoll`, `Memorandum Ag's (Ewens) to DOT`.
        private void topic(String words) {
            Matcher m = TOPIC.matcher(words);
            if (m.lookingAt() && m.end() > 0 || words.startsWith("by ")) {
                connect(words.substring(m.end()).replaceFirst("^,", ""));
                return;
            }
            int to = separator(words);
            if (to > 0 && words.matches("^\\p{Lu}.*") && !starts(words, "on ") && !starts(words, "of ")) between(words);
        }

        /// Where one side ends and the other begins: at `, to ` where that occurs, for roles hold *to* (`Minister to Japan, to
        /// the King`); else at the first ` to ` that is no part of a name (`Mission to the United Nations`).
        private static int separator(String words) {
            int comma = indexOf(words, ", to ", 0);
            if (comma >= 0) return comma;
            int at = indexOf(words, " to ", 0);
            while (at >= 0) {
                int next = indexOf(words, " to ", at + 3);
                boolean part = words.substring(0, at).matches("(?i).*\\b(?:mission|delegation|adviser|embassy|legation|representatives?)") || starts(words.substring(at), " to the united nations")
                        && next > 0;
                if (!part || next < 0) return at;
                at = next;
            }
            return -1;
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
            from = new ArrayList<>(Parties.read(words));
        }

        private void to(String words) {
            to = new ArrayList<>(Parties.read(words));
        }
    }
}
