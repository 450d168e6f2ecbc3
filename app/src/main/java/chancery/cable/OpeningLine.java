package chancery.cable;

import chancery.finding.FindingCode;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The line that opens a heading, or the dateline of one: kind, number, place, date and hour, in that order and all optional.
///
/// ```
/// Cablegram 1302 WASHINGTON, 19 September 1946, 7.36 p.m.
/// Cablegrams The Hague 32, K361 BATAVIA, 20 September 1949
/// Circular cablegram [Z106] [1] LONDON, [13 June 1940, 10.30 p.m.]
/// Cablegram Austdel 202 (extract), PARIS, 3 p.m.[1]
/// Minute 228 SYDNEY, 31 October 1939
/// Agendum 1019E (extracts) [CANBERRA], 15 August 1947
/// Canberra, 17 December 1970
/// Bogotá, May 17, 1941—11 p.m. [Received May 18—9:55 p.m.]
/// No. 1458 Bogotá, March 28, 1941.
/// Paraphrase of Outgoing Naval Cable - Moscow, 3 February 1944
/// ```
///
/// Square brackets alone mean nothing: `[1]` is a footnote mark, `[PARIS]` the editors' word, `[UNY]437` part of a number.
///
/// @param unnumbered whether the line says so
/// @param rest       words after the date that were not understood; empty as a rule
record OpeningLine(
        Optional<KindPhrase> kind,
        Optional<Printed<String>> number,
        boolean unnumbered,
        boolean extract,
        Optional<Printed<Version>> version,
        Optional<Printed<String>> place,
        Optional<DatePhrase> date,
        Optional<HourPhrase> hour,
        Optional<MarkingLine> markings,
        Optional<Printed<String>> address,
        Optional<String> received,
        String rest,
        Set<FindingCode> oddities) {

    private static final int LONGEST = 240;
    private static final int LONGEST_PLACE = 90;
    private static final Pattern VERSION = Pattern.compile(
            "[(\\[]\\s?(?<what>extracts?|extract from copy|extracts? only|paraphrase|translation|copy|draft)\\s?[)\\]]"
                    + "|\\bextracts?(?=,|\\s*$)", Pattern.CASE_INSENSITIVE);
    private static final Pattern WIRE = Pattern.compile("(?<what>Paraphrase|Translation|Copy) of (?:an? |the )?(?:(?:Outgoing|Incoming|Outward|Inward) )?"
            + "(?:(?:Navy|Naval|Army|Military|Air Force|War Department|State Department) )?(?=(?:Cable|Telegram|Message|Signal)(?:gram)?s?\\b)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DASH = Pattern.compile("^\\s*[-–—]\\s+");
    private static final Pattern UNNUMBERED = Pattern.compile("(?<![\\w])(?:(?<with>\\w[\\w.]*/)?unn+umbered(?<also>/\\s?\\w+)?"
            + "|no number|variously numbered)\\b,?", Pattern.CASE_INSENSITIVE);
    private static final Pattern BARE_NUMBER = Pattern.compile("\\[?(?:No\\.|Nos\\.|Number)\\s?(?=[\\[\\w])");
    private static final Pattern RECEIVED = Pattern.compile("\\[?Rec(?:eive)?[’']?d:?\\s(?<what>[^\\]]{3,60})\\]?\\.?");
    private static final Pattern WITHHELD = Pattern.compile("\\[[^\\]]*not declassified[^\\]]*\\]");
    private static final Pattern NEXT_MARK = Pattern.compile(" \\[\\d{1,2}\\]");
    private static final Pattern SUFFIX = Pattern.compile("\\[[A-Z]\\],?|\\((?:[A-Z]|[Ff]inal)\\),?");
    private static final Pattern NUMBER_WORDS = Pattern.compile("^\\.?(?:(?:to|of) (?=\\p{Lu}))?(?:(?:No\\.|Nos\\.|Number|No\\s)\\s?)?");
    private static final Pattern GARBLED = Pattern.compile("\\d[a-z]$|\\?|^[a-z]{2,3}$");
    private static final Pattern ADDRESS = Pattern.compile("(?:\\[?[Ff]ollowing\\]?|Personal|Secret|Top Secret|For)\\b");
    private static final Pattern ADDRESS_NUMBER = Pattern.compile("(?<address>(?:.*\\s)?(?:for|from|to|and)\\s.*)\\s(?<last>\\S*\\d\\S*)");
    private static final Pattern BEFORE_ADDRESS = Pattern.compile("(?<marks>.*?)\\s?\\b(?:for|from|to)\\b.*");
    private static final Pattern MARK_IN_NUMBER = Pattern.compile("(?<=\\S)\\s?\\[\\d{1,2}\\](?!\\w)|^\\[\\d{1,2}\\]\\s(?=\\d)");
    private static final Pattern SHORT_WORD = Pattern.compile("[A-Za-z]{2,4}");
    private static final Pattern SPACES = Pattern.compile("[ ,]+");
    private static final Pattern BRACKETS_AND_SPACES = Pattern.compile("[ ,\\[\\]]+");
    private static final Pattern REDIRECTED = Pattern.compile(",?\\s*\\[?to \\p{Lu}\\p{L}+\\]?$");
    private static final Pattern END_OF_WORD = Pattern.compile("\\p{L}{3}\\.$");
    private static final Pattern AGENDUM = Pattern.compile("\\bAgend(?:um|a)\\s(?<no>\\S*\\d\\S*)$");
    private static final Pattern LAST_CODE = Pattern.compile("(?:\\p{L}+ )+(?<code>\\S*\\d\\S*)");
    private static final Pattern JOINED = Pattern.compile("unnumbered(?=\\d)");
    private static final Pattern NAME_MARK = Pattern.compile("\\[\\d{1,2}\\],?");
    private static final Pattern WEEK = Pattern.compile(",?\\s*\\b[Ww]eek (?:commencing|ending|beginning)\\s*$");
    private static final Pattern SUPPLIED_NUMBER = Pattern.compile("\\[(?<number>\\d{1,3}[A-Z]?)\\]?(?:\\s?\\[\\d{1,2}\\]?)?\\]?");
    private static final Pattern LEADING_MARKS = Pattern.compile("^[\\]\\s]*(?:\\[\\d{1,2}\\][\\]\\s]*)+");
    private static final Pattern DATELINE_PLACE = Pattern.compile("[\\p{L}’'.\\- ,/()\\[\\]&]+");
    private static final Set<String> LITTLE = Set.of("of", "the", "and", "in", "on", "at", "de", "des", "del", "la", "le", "near",
            "via", "off", "en", "route", "aboard", "board", "du");

    /// The opening line, or empty when the line is none. A line without a date is one only where it begins with a kind and
    /// `first` says that it is the first of its paper.
    static Optional<OpeningLine> read(String line, boolean first, @Nullable String described) {
        if (line.isEmpty() || line.length() > LONGEST) return Optional.empty();
        return new Reader(JOINED.matcher(line).replaceFirst("unnumbered "), first, described).read();
    }

    private static final class Reader {
        private final String line;
        private final boolean first;
        private final @Nullable String described;
        private final Set<FindingCode> odd = EnumSet.noneOf(FindingCode.class);
        private Optional<KindPhrase> kind = Optional.empty();
        private Optional<Printed<String>> number = Optional.empty();
        private boolean unnumbered;
        private boolean extract;
        private Optional<Printed<Version>> version = Optional.empty();
        private Optional<Printed<String>> place = Optional.empty();
        private Optional<HourPhrase> hour = Optional.empty();
        private Optional<MarkingLine> markings = Optional.empty();
        private Optional<Printed<String>> address = Optional.empty();
        private Optional<String> received = Optional.empty();
        private String rest = "";

        Reader(String line, boolean first, @Nullable String described) {
            this.line = line;
            this.first = first;
            this.described = described;
        }

        Optional<OpeningLine> read() {
            String before = beforeReceived();
            Optional<DatePhrase> date = DatePhrase.find(before, described);
            boolean understood = date.isPresent() ? dated(date.get()) : undated(before);
            if (!understood) return Optional.empty();
            date.ifPresent(d -> odd.addAll(d.oddities()));
            hour.ifPresent(h -> odd.addAll(h.oddities()));
            return Optional.of(new OpeningLine(kind, number, unnumbered, extract, version, place, date, hour, markings, address,
                    received, rest, odd));
        }

        private String beforeReceived() {
            Matcher m = RECEIVED.matcher(line);
            if (!m.find() || m.start() == 0) return line;
            received = Optional.of(Wording.trimmed(Objects.requireNonNullElse(m.group("what"), ""), "", ",]"));
            return line.substring(0, m.start());
        }

        private boolean dated(DatePhrase date) {
            if (!head(line.substring(0, date.start()), true)) return false;
            return tail(line.substring(date.end()));
        }

        /// `Circular Cablegram D15 (extract),` and `Cablegram Austdel 202, PARIS, 3 p.m.`: no date, but a kind and nothing that
        /// could be a sentence.
        private boolean undated(String before) {
            String all = Wording.unmarked(before);
            if (!first || all.length() > 110 || KindPhrase.at(all).isEmpty()) return false;
            int comma = all.lastIndexOf(", ");
            if (comma > 0) {
                hour = HourPhrase.at(all, comma);
                if (hour.isPresent() && hour.get().end() < all.length()) hour = Optional.empty();
            }
            String words = hour.isPresent() ? all.substring(0, comma + 1) : all;
            return head(words, false) && (number.isPresent() || unnumbered || extract || version.isPresent() || place.isPresent()
                    || words.endsWith(",") || words.length() < 24);
        }

        /// Everything before the date.
        private boolean head(String text, boolean dated) {
            String head = wire(WEEK.matcher(Wording.trimmed(text, ",", "")).replaceFirst(""));
            if (WEEK.matcher(text).find()) odd.add(FindingCode.HEADING_DATE_APPROXIMATE);
            kind = KindPhrase.at(head);
            String words = kind.map(k -> head.substring(k.end())).orElse(head);
            extract = kind.map(KindPhrase::extract).orElse(false);
            words = version(words).strip();
            if (kind.isPresent()) return afterKind(words, dated);
            Matcher bare = BARE_NUMBER.matcher(words);
            if (bare.lookingAt()) return numberAndPlace(words);
            return words.isEmpty() || withheld(words) || dated && (datelinePlace(words) || first && described(words));
        }

        /// `Paraphrase of Outgoing Naval Cable - Moscow`: the form stands before the kind, the place behind a dash.
        private String wire(String head) {
            Matcher m = WIRE.matcher(head);
            if (!m.lookingAt()) return head;
            String what = Objects.requireNonNullElse(m.group("what"), "");
            version = Optional.of(new Printed<>(switch (Character.toUpperCase(what.charAt(0))) {
                case 'P' -> Version.PARAPHRASE;
                case 'T' -> Version.TRANSLATION;
                default -> Version.COPY;
            }, what));
            return head.substring(m.end());
        }

        private String version(String words) {
            Matcher m = VERSION.matcher(words);
            if (!m.find()) return words;
            String what = Objects.requireNonNullElse(m.group("what"), "extract").toLowerCase(Locale.ROOT);
            if (what.startsWith("extract")) extract = true;
            Version read = switch (what) {
                case "paraphrase" -> Version.PARAPHRASE;
                case "translation" -> Version.TRANSLATION;
                case "draft" -> Version.DRAFT;
                case "copy", "extract from copy" -> Version.COPY;
                default -> Version.VERBATIM;
            };
            if (read != Version.VERBATIM) version = Optional.of(new Printed<>(read, what));
            return words.substring(0, m.start()).strip() + " " + words.substring(m.end()).strip();
        }

        private boolean afterKind(String words, boolean dated) {
            if (words.isEmpty() || words.equals(",")) return true;
            if (DASH.matcher(words).lookingAt()) return placed(words);
            Matcher none = UNNUMBERED.matcher(words);
            if (none.find()) {
                unnumbered = true;
                String both = none.group("with") != null || none.group("also") != null ? Wording.trimmed(none.group(), "", ",") : "";
                if (!both.isEmpty()) number = Optional.of(new Printed<>(both, both));
                return numbered(words.substring(0, none.start())) && placed(words.substring(none.end()));
            }
            int end = endOfNumber(words);
            if (end > 0) return dated || !lowerWords(words.substring(end)) ? numberAndPlace(words) : false;
            return addressAndPlace(words, dated);
        }

        private boolean numberAndPlace(String words) {
            int end = endOfNumber(words);
            return end > 0 && numbered(words.substring(0, end)) && placed(words.substring(end));
        }

        /// The number ends with the last word that has a digit; a footnote mark after it is none of it, but a bracketed number
        /// of its own (`[82] [1]`, `[245]`) is the editors'.
        private static int endOfNumber(String words) {
            int end = 0;
            boolean digits = false;
            int start = 0;
            for (int i = 0; i <= words.length(); i++) {
                if (i < words.length() && words.charAt(i) != ' ') continue;
                String word = unmarkedName(words.substring(start, i));
                boolean mark = NAME_MARK.matcher(word).matches() && (digits || word.length() < 4
                        && !NEXT_MARK.matcher(words.substring(i)).lookingAt());
                if (!mark && Wording.digits(word)) {
                    end = i;
                    digits = true;
                } else if (digits && end == start - 1 && SUFFIX.matcher(word).matches()) {
                    end = i;
                }
                start = i + 1;
            }
            return end;
        }

        /// `SALONIKA[1],` is a place with a footnote mark.
        private static String unmarkedName(String word) {
            int mark = word.indexOf('[');
            boolean name = mark > 2 && !Wording.digits(word.substring(0, mark)) && Wording.capitals(word.substring(0, mark))
                    && NAME_MARK.matcher(word.substring(mark)).matches();
            return name ? word.substring(0, mark) : word;
        }

        private boolean numbered(String printed) {
            String words = Wording.trimmed(NUMBER_WORDS.matcher(printed.strip()).replaceFirst(""), ".", ",;.");
            if (words.isEmpty()) return true;
            String value = number(words);
            if (value.isEmpty()) return false;
            if (!Wording.digits(value)) {
                addressed(words);
                return true;
            }
            if (number.isEmpty()) number = Optional.of(new Printed<>(value, words));
            if (value.indexOf('[') >= 0) odd.add(FindingCode.HEADING_NUMBER_SUPPLIED);
            if (GARBLED.matcher(value).find()) odd.add(FindingCode.HEADING_NUMBER_GARBLED);
            return true;
        }

        /// `Following for the Minister from Macmahon Ball 22`: the number is the last word, what stands before it an address.
        private String number(String words) {
            String plain = markless(words);
            if (plain.length() > 70) return "";
            Matcher sentence = ADDRESS_NUMBER.matcher(plain);
            if (!sentence.matches()) return plain;
            String before = Objects.requireNonNullElse(sentence.group("address"), "");
            addressed(before);
            return Objects.requireNonNullElse(sentence.group("last"), plain);
        }

        /// Drops the footnote marks that follow a number, but not a bracketed number itself.
        private static String markless(String words) {
            Matcher supplied = SUPPLIED_NUMBER.matcher(words);
            if (supplied.matches()) return "[" + Objects.requireNonNullElse(supplied.group("number"), "") + "]";
            return MARK_IN_NUMBER.matcher(words).replaceAll("");
        }

        private void addressed(String words) {
            String plain = Wording.trimmed(Wording.unmarked(words), "", ",");
            address = Optional.of(new Printed<>(Wording.unbracketed(plain), plain));
            Matcher before = BEFORE_ADDRESS.matcher(plain);
            String marks = before.matches() ? Objects.requireNonNullElse(before.group("marks"), "") : plain;
            markings = MarkingLine.read(Wording.unbracketed(marks), Set.of());
        }

        /// A kind without a number: a place in capitals, an address before it (`Secret and Personal TOKYO,`), or nothing.
        private boolean addressAndPlace(String words, boolean dated) {
            int capitals = capitalsFrom(words);
            String before = words.substring(0, capitals).strip();
            String after = words.substring(capitals);
            if (before.isEmpty()) return placed(after);
            if (ADDRESS.matcher(before).lookingAt()) {
                addressed(before);
                return after.isEmpty() || placed(after);
            }
            if (!dated) return false;
            if (kind.map(KindPhrase::cable).orElse(false) && !after.isEmpty() && SHORT_WORD.matcher(before).matches()) {
                number = Optional.of(new Printed<>(before, before));
                odd.add(FindingCode.HEADING_NUMBER_GARBLED);
                return placed(after);
            }
            if (before.startsWith(",") || before.startsWith("[") || before.indexOf(' ') < 0
                    && Character.isUpperCase(before.charAt(0))) return placed(words);
            rest = before;
            return before.length() < 60 && placed(after);
        }

        /// Where the words in capitals begin that reach to the end; the length when the last word is not in capitals.
        private static int capitalsFrom(String words) {
            int from = words.length();
            int end = words.length();
            while (end > 0) {
                int start = words.lastIndexOf(' ', end - 1) + 1;
                String word = words.substring(start, end);
                boolean letters = Wording.letters(word);
                if (Wording.digits(word) || letters && !Wording.capitals(word) || !letters && !Wording.trimmed(word, ",[]&.", "")
                        .isEmpty()) break;
                if (letters) from = start;
                end = start - 1;
            }
            return from;
        }

        private static boolean lowerWords(String words) {
            for (String word : SPACES.split(words)) {
                if (!word.isEmpty() && Character.isLowerCase(word.charAt(0)) && !LITTLE.contains(word)) return true;
            }
            return false;
        }

        /// A place after a kind: whatever stands between number and date. `CANBERRA` in a first line is a place though
        /// another word may stand before it.
        private boolean placed(String printed) {
            String words = Wording.trimmed(Wording.unmarked(DASH.matcher(printed).replaceFirst("")), ",;.", ",;");
            words = REDIRECTED.matcher(words).replaceFirst("");
            if (words.isEmpty() || words.equals("[")) return true;
            if (words.length() > LONGEST_PLACE || lowerWords(words) && !words.startsWith("[")) return false;
            if (withheld(words)) return true;
            words = behindMarkings(words);
            if (words.isEmpty()) return true;
            if (words.indexOf('[') >= 0) odd.add(FindingCode.HEADING_PLACE_SUPPLIED);
            String value = Wording.usualCase(trimmed(Wording.unbracketed(words)));
            if (LITTLE.contains(value.toLowerCase(Locale.ROOT))) return false;
            if (Wording.letters(value)) place = Optional.of(new Printed<>(value, words));
            return true;
        }

        /// `SECRET LONDON`: markings printed before the place are taken off.
        private String behindMarkings(String words) {
            if (words.startsWith("[")) return words;
            String rest = words;
            for (int end = words.indexOf(' '); ; end = words.indexOf(' ', end + 1)) {
                int to = end < 0 ? words.length() : end;
                Optional<MarkingLine> read = MarkingLine.read(words.substring(0, to), Set.of());
                if (read.isPresent()) {
                    markings = read;
                    rest = words.substring(to).strip();
                } else if (to > 24) {
                    return rest;
                }
                if (end < 0) return rest;
            }
        }

        private static String trimmed(String words) {
            String plain = Wording.trimmed(words.endsWith(" .") ? words.substring(0, words.length() - 2) : words, "?,", ",");
            return END_OF_WORD.matcher(plain).find() ? plain.substring(0, plain.length() - 1) : plain;
        }

        private boolean withheld(String words) {
            if (!WITHHELD.matcher(words).lookingAt()) return false;
            odd.add(FindingCode.HEADING_PLACE_WITHHELD);
            return true;
        }

        /// A dateline without a kind: a few words with capitals and a comma. `On the morning of` is none.
        private boolean datelinePlace(String printed) {
            String words = Wording.unmarked(printed).strip();
            boolean closed = words.endsWith(",") || words.endsWith("[") || Wording.capitals(words) || words.startsWith("[");
            if (words.length() > LONGEST_PLACE || !DATELINE_PLACE.matcher(words).matches()) return false;
            String[] each = BRACKETS_AND_SPACES.split(words);
            if (each.length > 9 || !closed && !Posts.has(words)) return false;
            for (String word : each) {
                if (!word.isEmpty() && !Character.isUpperCase(word.charAt(0)) && !LITTLE.contains(word)
                        && Character.isLetter(word.charAt(0))) return false;
            }
            return placed(words);
        }

        private static int count(String words) {
            return (int) words.chars().filter(c -> c == ' ').count() + 1;
        }

        /// The first line of a paper may describe it before the place: `Notes for Makin on War Cabinet Agendum 320/1945 CANBERRA,`
        /// or bear the mark of a committee: `COS(41)68 Final`, `FEC-219/125`, `159/1947`.
        private boolean described(String words) {
            if (line.length() > 150) return false;
            int capitals = capitalsFrom(words);
            String before = Wording.trimmed(words.substring(0, capitals), "", ",");
            String after = words.substring(capitals);
            if (before.isEmpty() || count(before) > 14) return false;
            boolean code = Wording.digits(before);
            Matcher agendum = AGENDUM.matcher(before);
            if (agendum.find()) {
                String no = Objects.requireNonNullElse(agendum.group("no"), "");
                number = Optional.of(new Printed<>(no, no));
            } else if (code && count(before) <= 4) {
                Matcher last = LAST_CODE.matcher(before);
                String no = last.matches() ? Objects.requireNonNullElse(last.group("code"), "") : markless(before);
                number = Optional.of(new Printed<>(no, before));
            } else {
                rest = before;
            }
            return placed(after);
        }

        /// Everything after the date: the hour, then markings, *received*, or a kind and number printed behind.
        private boolean tail(String printed) {
            String text = LEADING_MARKS.matcher(printed).replaceFirst("");
            int from = 0;
            Optional<HourPhrase> read = HourPhrase.at(text, 0);
            if (read.isPresent()) {
                hour = read;
                from = read.get().end();
            }
            String after = Wording.trimmed(Wording.unmarked(text.substring(from)), ",.;:])", ",]");
            Matcher m = RECEIVED.matcher(after);
            if (m.find()) {
                received = Optional.of(Objects.requireNonNullElse(m.group("what"), "").strip());
                after = after.substring(0, m.start()).strip();
            }
            return after.isEmpty() || after.length() == 1 && Character.isDigit(after.charAt(0)) || trailing(after);
        }

        private boolean trailing(String words) {
            Optional<MarkingLine> marks = MarkingLine.read(words, Set.of());
            if (marks.isPresent()) {
                markings = marks;
                return true;
            }
            Optional<KindPhrase> behind = kind.isPresent() ? Optional.empty() : KindPhrase.at(words);
            if (behind.isPresent() && words.length() < 60 && numbered(words.substring(behind.get().end()))) {
                kind = behind;
                return true;
            }
            if (kind.isEmpty() || words.length() > 40) return false;
            rest = words;
            return true;
        }
    }
}
