package chancery.cable;

import chancery.cable.Mention.Said;
import chancery.cable.Mention.Sequence;
import chancery.cable.Mention.Whose;
import chancery.document.Edtf;
import chancery.document.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds the mentions of messages in the words of one block. One scan for one block; not for sharing between threads.
///
/// A mention begins with whose it is (`your`, `my`, `Dominions Office`, `New York's`) or with what it is (`telegram`, `Circular`), and goes on with
/// its number, its date, its recipient. Its words end with the number, so that the date behind it
/// is read but not marked, or with the date where it has no number.
final class MentionScan {
    /// A mention in the words of the block.
    ///
    /// @param start in UTF-16 units of the block
    /// @param end   likewise, exclusive
    /// @param last  the position after all that was read, the date behind the number included
    record Found(int start, int end, int last, Said said) {
        /// The same of a sender who is named behind it: `cables 34 and 38 from the Legation in Orvania`.
        Found by(String sender) {
            return new Found(start, end, last,
                    new Said(Whose.THEIRS, sender, said.kind(), said.numbers(), said.date(), said.to(), said.sequence(), said.paragraph()));
        }

        /// The same with its number.
        Found numbered(MessageNumber number) {
            return new Found(start, end, last,
                    new Said(said.whose(), said.office(), said.kind(), List.of(number), said.date(), said.to(), said.sequence(), said.paragraph()));
        }
    }

    private static final String KIND =
            "(?:(?:tele|cable)grams?|tels?(?=\\.?\\s\\d)|cables?|messages?|letters?|d[ei]s?patch(?:es)?|memorand(?:um|a|ums)|memos?|savingrams?|teleprinters?|"
            + "telex(?:es)?|notes?|wires?|submissions?|repl(?:y|ies)"
            + "|signals?|airgrams?|communications?|aide[- ]m[eé]moires?|minutes?|circulars?)\\b";
    private static final String WHOSE = "(?:[Yy]our|\\[[Yy]\\]our|YOUR|[Mm]y|MY|[Oo]ur|OUR|[Hh]is|[Hh]er|[Tt]heir)";
    private static final String ADJECTIVE =
            "(?:immediately|preceding|following|succeeding|next|earlier|previous|prior|last|latest|recent|first|second|third|personal|private|secret|most|top|"
            + "confidential"
            + "|urgent|immediate|important|priority|circular|saving|further|two|three|four|said|official|separate|special|above|long|short|original|former|"
                    + "joint|departmental|inward|outward|unnumbered"
            + "|interim|telegraphic|code|cypher|cipher|formal|first|collective|individual|supplementary|explanatory|additional|basic|various|several|similar|"
                    + "and|own|whole|long|quoted|quoting)";
    /// What has numbers that are none of messages.
    private static final String NOT_A_SERIES =
            "(?!(?:Article|Chapter|Section|Part|Page|Document|Volume|Annex|Appendix|Paragraph|Resolution|Clause|Item|Table|Note|File|Room|Act|Class|Group|"
            + "Phase|Stage|Schedule|Order|Division|Para|About|Over|Some|Under|Only|Nearly|January|February|March|April|May|June|July|August|September|October|"
            + "November|December)s?\\b)";
    /// Where a mention may begin.
    private static final Pattern ANCHOR = Pattern.compile("(?<![\\p{L}\\p{N}’'\\]-])(?:(?<whose>" + WHOSE
            + ")(?=\\s)|(?<alone>(?:[Yy]ours|[Mm]ine|[Oo]urs|[Hh]is|[Tt]heirs)(?=\\sof\\s(?:the\\s)?\\d))|"
            + "(?<![A-Z]\\.\\s?)(?<number>Nos?\\.?(?=\\s?\\d{1,4}(?![\\d/-])))|(?<kind>(?i:"
            + KIND + "))|(?<us>(?:(?:Re|Ur|My|Our|re|ur|my)(?:Dep|Emb|Con|Leg)?|(?:Dep|Emb|Con|Leg))tels?(?=[\\s.]))"
            + "|(?<bare>(?:(?:U\\.?\\s?N\\.?(?:\\s?Y\\.?)?|[A-Z]{1,5}\\.?|(?:[A-Z]\\.){2,4}|[\\[\\]A-Z]{3,8}|"
            + NOT_A_SERIES + "[A-Z][a-z]{3,9})\\s?\\d{1,4})(?![\\p{L}\\d/:-]|[.,]\\d))"
            + ")|(?<=\\p{L})(?<owner>[’']s?(?=\\]?\\s(?:(?:No|Nos|number|Number)\\b\\.?\\s?)?(?:[A-Z.]{1,6}\\s?)?\\d{1,4}\\b(?![.,]\\d|\\s(?:per|million))))");
    /// How the words that the pattern finds begin, by their first letter; whatever their case.
    private static final Map<Character, List<String>> BEGINNINGS = Stream.of("your", "my", "our", "his", "her", "thei",
            "tel", "cabl", "mess", "lett", "desp", "disp", "depa", "dipa", "memo", "savi", "note", "wire", "subm", "repl",
            "sign", "airg", "comm", "aide", "minu", "circ", "mine", "dept", "embt", "cont", "legt", "ret", "red", "ree",
            "rec", "rel", "urt", "urd", "ure", "urc", "url").collect(Collectors.groupingBy(word -> word.charAt(0)));
    private static final Pattern ADJECTIVES = Pattern.compile("(?:\\s{1,2}(?i:" + ADJECTIVE + ")\\b){0,4}+");
    private static final Pattern KIND_NEXT = Pattern.compile("\\s{1,2}(?<kind>(?i:" + KIND + ")(?:\\s(?i:" + KIND + "))?)");
    private static final String MONTH =
            "(?:Jan(?:uary)?|Feb(?:ruary|y)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\b";
    private static final String NOT_A_NUMBER =
            "(?!\\d|[.,:]\\d{2}|\\s?%|\\s?(?:a|p)\\.\\s?m|\\s(?:per\\scent|million|thousand|hundred|o'clock|hours|days|weeks|months|years|miles|tons|men|"
            + "copies|pages)\\b)"
            + "(?:(?<=\\d{3})|(?<=\\d\\(?[A-Z]{1,3}\\)?)|(?!\\s?(?i:st|nd|rd|th)\\b|o?(?:st|nd|rd|th)\\b|\\s" + MONTH + "))";
    private static final String MONTHS = "(?!" + MONTH + ")";
    private static final String NUMERO = "(?:(?:[Nn]os?\\b\\.?|NOS?\\b\\.?|[Nn]umbers?|[Nn]umbered)\\s{0,2})";
    private static final String SERIES = "(?:(?:[Cc]ircular\\s)?(?:[A-Z](?:[A-Z\\[\\]]{0,6})\\.?\\s?(?:[A-Z\\[\\]]{1,3}\\.?\\s?){0,4}|"
            + MONTHS + NOT_A_SERIES + "[A-Z][a-z]{2,10}\\s)|[Cc]ircular\\s|\\[[A-Z]{1,5}\\]\\s?)";
    private static final String NUMBER = NUMERO + "?(?:(?<series>" + SERIES + ")-?)?" + NUMERO
            + "?(?<digits>\\d{1,5}(?:[ ]\\d{1,2}(?=[.;)]?[ ]*$|[.;)][ ]))?)(?<suffix>[A-Z](?![\\p{L}\\d])|\\([A-Z]{1,3}\\))?" + NOT_A_NUMBER;
    private static final Pattern FIRST_NUMBER = Pattern.compile("(?:(?:\\s(?:in|by)\\s(?:reply|answer)(?:\\sthereto)?)?,?\\s{0,2}|\\s?\\(\\s?)" + NUMBER);
    private static final Pattern NEXT_NUMBER = Pattern.compile("\\s{0,2}(?:,\\s{0,2}and|,|;|and|&|or|/)\\s{0,2}" + NUMBER);
    /// A number of a file or register, which is no number of a message: `708/10/1`, `S.24-4`, `Ref. 2/114`, `1–1–63`. A year behind a stroke is none.
    private static final Pattern FILE = Pattern.compile(
            ",?\\s{1,2}(?:(?:[Nn]o|[Ff]ile)\\b\\.?\\s?)?(?:[A-Z]{1,4}[./]?\\s?)?\\d{1,5}[A-Z]?(?:(?:[/–-](?:[A-Z]\\.?|\\d{1,5})){2,5}|"
            + "(?<=[A-Z]\\.?\\d{1,3})[–-]\\d{1,3})(?![\\p{L}\\d/–-])|,?\\s[Rr]ef(?:erence)?\\.?\\s\\d{1,4}/\\d{1,5}(?![\\d/]),?");
    private static final Pattern AND = Pattern.compile("\\s{0,2}(?:,\\s{0,2}and|,|and|&)\\s{1,2}(?=(?:of\\s|the\\s)*\\d)");
    private static final Pattern OTHER_NUMBER = Pattern.compile(
            "\\s{0,2}[(\\[]\\s?(?<to>(?:(?:repeated\\s)?(?:to\\s)?(?:the\\s)?[A-Z][\\p{L}.]{1,20}\\s{1,2}){0,3})?"
            + NUMBER + "(?:\\sto\\s[A-Z][\\p{L}. ]{1,30})?\\??\\s?[)\\]]");
    private static final Pattern TO = Pattern.compile(",?\\s{1,2}to\\s(?:(?<pronoun>you|me|us|him|them|(?:your|my|his)\\s(?!(?i:" + KIND
            + "))\\p{Ll}{4,12})\\b(?=\\s(?:of|dated|No)\\b|\\s\\d)|(?:the\\s)?(?<name>(?!(?:which|be|you|me|us|him|them|the|a|say|"
            + "ask)\\b)[A-Z][\\p{L}.&’'-]*(?:\\s(?:(?:of|for|and|the|in)\\s){0,2}[A-Z][\\p{L}.&’'-]*){0,6}))");
    private static final Pattern FROM = Pattern.compile(
            ",?\\s{1,2}(?:from|by)\\s(?:the\\s)?(?<name>[A-Z][\\p{L}.&’'-]*(?:\\s(?:(?:of|for|and|the|in)\\s){0,2}[A-Z][\\p{L}.&’'-]*){0,6})");
    private static final Pattern PARAGRAPH = Pattern.compile(
            "(?i)(?:paragraphs?|paras?\\.?|part)\\s(?<para>[\\d(][\\d()a-z, &-]{0,24}?)\\s(?:of|in)\\s(?:the\\s)?$");
    private static final Pattern OFFICE = Pattern.compile(
            "(?<name>(?:(?:Mr|Mrs|Dr|Sir|Lord|Lt|Col|Gen|St|Hon|Prof)\\.?\\s)*[A-Z][\\p{L}.&-]*(?:[,\\s]\\s?(?:(?:of|for|and|the|in|on|to|"
            + "de)\\s){0,2}[A-Z][\\p{L}.&-]*){0,7})(?<own>[’']s|s?[’'])?(?:\\s(?i:"
            + ADJECTIVE + "|" + KIND + ")){0,3}\\s$");
    private static final Pattern NOT_A_NAME = Pattern.compile(
            "^(?:In|The|See|From|Of|To|With|Further|Reference|Ref|Re|Your|My|Our|His|This|That|These|A|An|And|But|For|Following|Personal|Secret|Most|Top|"
            + "Immediate|Since|As|On|By|At|If"
            + "|When|While|After|Before|Until|Under|Please|Also|Both|Two|Three|Last|First|Second|Copy|Copies|Text|Draft|Latest|Earlier|Previous|Such|Any|No|"
                    + "Every|Each|Inward|Outward|Important|Priority|Urgent|Confidential|Circular|Private|Saving|Regarding"
            + "|Concerning|Referring|Reply|Begins|Ends|Addressed|Repeated|Dated|Through|Via|About|Press|News|Bank|Treasury|Here|There|What|Which|Where|It|He|"
                    + "She|They|We|I|You)\\b[\\s,.:]*");
    /// Offices that stand before a number as places do: `your Embassy 92`.
    private static final Set<String> OFFICES = Set.of("Embassy", "Legation", "Mission", "Department", "Australia", "Commonwealth", "Dominions");
    /// Letters of a series that stand where an office may: `F.E.C. telegram No. 77`.
    private static final Pattern SERIES_NAMED = Pattern.compile("(?!U\\.?S\\.?A|U\\.?S\\.?S)(?:[A-Z]\\.\\s?){3,5}|(?!USA|USS)[A-Z]{3,5}");
    private static final Pattern FOOTNOTE = Pattern.compile("(?i)(?:notes?|minutes?)"); // `note 3` is no message
    private static final Pattern SENTENCE = Pattern.compile("(?<=\\p{Ll}{4})(?<!Govt|Dept)\\.\\s");
    private static final Pattern YEAR = Pattern.compile("/(?<year>(?:19)?\\d\\d)(?![\\d/])");
    private static final Pattern PAPERS = Pattern.compile("(?i)letter|memo|d[ei]spatch|minute|note|submission");
    private static final Pattern REPLY = Pattern.compile("(?i)repl(?:y|ies)");
    private static final Pattern UNNUMBERED = Pattern.compile(",?\\s\\(?unnumbered\\)?,?(?![\\p{L}\\d])");
    private static final Pattern UNSPECIFIC = Pattern.compile(
            "(?i)(?:minutes?|notes?|repl(?:y|ies)|submissions?|communications?|messages?|signals?|wires?|circulars?)");
    private static final Pattern NOUN = Pattern.compile("\\s(?:\\p{Ll}{3,}|[A-Z][a-z]+s\\b)");
    private static final Pattern THINGS = Pattern.compile(
            "\\s(?:[a-z]+-)?(?:men|troops|aircraft|planes|ships|tons|officers|vessels|members|persons|people|units|guns|prisoners|students|acres|delegates|"
            + "votes|soldiers|pilots|nationals|dollars|pounds)\\b");
    private static final Pattern NO_NOUN = Pattern.compile(
            "\\s(?:and|or|but|from|with|were|was|is|are|be|which|that|refers?|referred|regarding|about|concerning|have|has|had|paragraphs?|paras?|"
            + "sub-paragraph|part|of|to|in|on|dated|received"
            + "|crossed|should|would|will|may|might|can|could|you|it|not|for|as|at|re|today|yesterday|the|this|these|there|their|his|our|your|being|been|sent|"
                    + "contains?|containing|gives?|giving|sets?|setting|reports?|reporting|deals?|dealing"
            + "|addressed|repeated|following|however|since|when|where|while|after|before|also|because|still|only|last|first|section|item|concerns?|requests?|"
                    + "requesting|conveying|conveys|indicates?|indicating|makes?|states?|stating|suggests?|suggesting|under|through|via)\\b");
    private static final Pattern LEAD = Pattern.compile(
            "(?i)(?:^|[(\\[;.]\\s?|\\b(?:further to|reference|ref|re|see|in|of|with|to|from|by|and|our|repeated|following|vide|per|my|view of|read|than|or|,|"
            + ":)\\s)$");

    private static final int LONGEST_SERIES = 12; // from behind its first letter to its number: `Assemblies 9`

    private final String words;
    private final @Nullable LocalDate written;
    private final List<Found> found = new ArrayList<>();
    private int from;

    private MentionScan(String words, @Nullable LocalDate written) {
        this.words = words;
        this.written = written;
    }

    /// The mentions of a block, in the order of their words; none overlaps another.
    ///
    /// @param written the day of the text; null where it is not known
    static List<Found> of(String words, @Nullable LocalDate written) {
        var scan = new MentionScan(words, written);
        var m = ANCHOR.matcher(words).useTransparentBounds(true).useAnchoringBounds(false);
        for (var at = scan.next(0); at < words.length(); at = scan.next(Math.max(at + 1, scan.from))) {
            if (m.region(at, words.length()).lookingAt()) scan.anchor(m);
        }
        return scan.found;
    }

    private int next(int from) {
        var at = from;
        while (at < words.length() && !mayBegin(at)) at++;
        return at;
    }

    /// Whether the pattern need be tried at a position: it begins at the beginning of a word, or at an apostrophe behind a letter.
    private boolean mayBegin(int at) {
        var c = words.charAt(at);
        if (c == '\'' || c == '’') return at > 0 && Character.isLetter(words.codePointBefore(at)) && mayOwn(at + 1);
        var before = at == 0 ? ' ' : words.charAt(at - 1);
        if (Character.isLetterOrDigit(before) || "’']-".indexOf(before) >= 0) return false;
        if (c == '[' || c == ']') return true;
        var capital = c >= 'A' && c <= 'Z';
        return (capital || c >= 'a' && c <= 'z') && (begins(at, (char) (c | 0x20)) || capital && mayCount(at + 1));
    }

    private boolean begins(int at, char first) {
        for (var word : BEGINNINGS.getOrDefault(first, List.of())) if (words.regionMatches(true, at, word, 0, word.length())) return true;
        return false;
    }

    /// Whether white space follows an apostrophe and what may stand behind it.
    private boolean mayOwn(int at) {
        var i = at;
        if (i < words.length() && words.charAt(i) == 's') i++;
        if (i < words.length() && words.charAt(i) == ']') i++;
        return i < words.length() && Character.isWhitespace(words.charAt(i));
    }

    /// Whether a number follows the letters of a series.
    private boolean mayCount(int at) {
        for (var i = at; i < Math.min(words.length(), at + LONGEST_SERIES); i++) {
            var c = words.charAt(i);
            if (c >= '0' && c <= '9') return true;
            if (!(c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || ". \t\n\u000b\f\r[]".indexOf(c) >= 0)) return false;
        }
        return false;
    }

    private void anchor(Matcher m) {
        var before = from;
        if (m.group("whose") != null) whose(m);
        else if (m.group("kind") != null) kind(m.start("kind"), m.end("kind"));
        else if (m.group("us") != null) american(m);
        else if (m.group("alone") != null) alone(m);
        else if (m.group("bare") != null || m.group("number") != null) bare(m);
        else owner(m);
        if (from == before) from = m.end();
    }

    /// `Your cablegram No. 267 …`, `Our 876`, `my immediately preceding telegram`.
    private void whose(Matcher m) {
        var whose = switch (m.group("whose").replaceAll("[\\[\\]]", "").toLowerCase(Locale.ROOT)) {
            case "your" -> Whose.YOURS;
            case "my", "our" -> Whose.OURS;
            default -> Whose.THEIRS;
        };
        var adjectives = after(ADJECTIVES, m.end());
        var kind = looking(KIND_NEXT, adjectives);
        if (kind != null) {
            take(m.start(), kind.end(), new Head(whose, "", kind.group("kind"), words.substring(m.end(), kind.start())));
        } else if (whose != Whose.THEIRS && numbered(adjectives)) {
            take(m.start(), adjectives, new Head(whose, "", "", words.substring(m.end(), adjectives)));
        } else {
            from = m.end();
        }
    }

    /// `yours of 23rd February`, `mine of the 19th`.
    private void alone(Matcher m) {
        var whose = switch (Character.toLowerCase(words.charAt(m.start()))) {
            case 'y' -> Whose.YOURS;
            case 'm', 'o' -> Whose.OURS;
            default -> Whose.THEIRS;
        };
        take(m.start(), m.end(), new Head(whose, "", "", ""));
    }

    /// Whether a number of a message follows, not a count of things: `our 567 refers`, but not `our 3 divisions`.
    private boolean numbered(int at) {
        var m = looking(FIRST_NUMBER, at);
        if (m == null) return false;
        return m.group("series") != null || m.group().toLowerCase(Locale.ROOT).contains("no")
                || !(m.group("digits").length() < 3 ? counts(m.end()) : looking(THINGS, m.end()) != null);
    }

    /// Whether the words at a position make the number before them a count.
    private boolean counts(int at) {
        return looking(NOUN, at) != null && looking(NO_NOUN, at) == null;
    }

    /// `telegram 502`, `Dominions Office cable no. 510`, `the cablegram of 8th May`.
    private void kind(int start, int end) {
        var more = looking(KIND_NEXT, end);
        var head = more == null ? end : more.end();
        var window = Math.max(from, start - 110);
        var office = OFFICE.matcher(words).region(window, start).useAnchoringBounds(true);
        var begin = start;
        var name = "";
        if (office.find()) {
            name = office.group("name");
            begin = office.start("name");
            for (var cut = NOT_A_NAME.matcher(name); cut.find() && cut.end() > 0; cut = NOT_A_NAME.matcher(name)) {
                begin += cut.end();
                name = name.substring(cut.end());
            }
            if (name.isBlank()) begin = start;
        }
        if (REPLY.matcher(words.substring(start, head)).matches() && looking(FIRST_NUMBER, head) == null && SaidDate.at(words, head, written).isEmpty()) {
            from = head;
            return;
        }
        take(begin, head, new Head(name.isBlank() ? Whose.UNSAID : Whose.THEIRS, name.strip(), words.substring(start, head), words.substring(begin, start)));
    }

    /// `Deptel 1740`, `ReDeptel 1740, August 4`, `mytel 12`.
    private void american(Matcher m) {
        var word = m.group("us").toLowerCase(Locale.ROOT);
        var whose = word.startsWith("my") || word.startsWith("our") ? Whose.OURS : word.contains("ur") ? Whose.YOURS : Whose.THEIRS;
        var office = word.contains("dep") ? "Department" : word.contains("emb") ? "Embassy"
                : word.contains("con") ? "Consulate" : word.contains("leg") ? "Legation" : "";
        if (office.isEmpty() && whose == Whose.THEIRS) whose = Whose.UNSAID;
        take(m.start(), m.end(), new Head(whose, office, "telegram" + (word.endsWith("s") ? "s" : ""), ""));
    }

    /// `further to UN.104`, `outlined in No. 98`: a number, and nothing else said.
    private void bare(Matcher m) {
        if (!LEAD.matcher(words).region(Math.max(0, m.start() - 16), m.start()).useAnchoringBounds(true).useTransparentBounds(false).find()) {
            from = m.end();
            return;
        }
        take(m.start(), m.start(), new Head(Whose.UNSAID, "", "", ""));
    }

    /// `New York's 870`.
    private void owner(Matcher m) {
        var window = Math.max(from, m.start() - 60);
        var office = OFFICE.matcher(words.substring(window, m.end()) + " ");
        if (!office.find() || NOT_A_NAME.matcher(office.group("name")).find()) {
            from = m.end();
            return;
        }
        var start = window + office.start("name");
        var supplied = m.end() < words.length() && words.charAt(m.end()) == ']'; // `[Embassy’s] number 235`
        take(supplied && start > 0 && words.charAt(start - 1) == '[' ? start - 1 : start,
                supplied ? m.end() + 1 : m.end(), new Head(Whose.THEIRS, office.group("name"), "", ""));
    }

    private record Head(Whose whose, String office, String kind, String adjectives) {
        boolean plural() {
            var k = kind.toLowerCase(Locale.ROOT);
            return k.endsWith("s") || k.endsWith("memoranda");
        }

        boolean papers() {
            return kind.isEmpty() ? whose == Whose.YOURS || whose == Whose.OURS : PAPERS.matcher(kind).lookingAt();
        }

        Sequence sequence() {
            var a = adjectives.toLowerCase(Locale.ROOT);
            var own = whose == Whose.OURS;
            if (own && (a.contains("preceding") || a.contains("immediately previous"))) return Sequence.BEFORE;
            if (own && (a.contains("following") || a.contains("succeeding") || a.contains("next"))) return Sequence.AFTER;
            return Sequence.UNSAID;
        }
    }

    /// What follows the head, in any order: number, date, recipient, sender.
    private void take(int start, int head, Head h) {
        var tail = new Tail(head, h.papers());
        tail.read();
        var numbers = tail.numbers;
        var weak = h.kind().isEmpty() && h.office().isEmpty() && h.whose() == Whose.UNSAID;
        var date = tail.date;
        var sequence = h.sequence();
        if (numbers.isEmpty() && date.isEmpty() && sequence == Sequence.UNSAID && !tail.dated && !vague(h)) {
            from = Math.max(head, start + 1);
            return;
        }
        if (FOOTNOTE.matcher(h.kind()).matches() && h.whose() == Whose.UNSAID && !tail.dated) {
            from = Math.max(head, start + 1);
            return;
        }
        var end = numbers.isEmpty() ? tail.dated ? tail.dateEnd : head : Math.max(tail.numberEnd, head);
        var office = h.office().isEmpty() ? tail.sender : h.office();
        var whose = h.whose() == Whose.UNSAID && !office.isEmpty() ? Whose.THEIRS : h.whose();
        if (SERIES_NAMED.matcher(office).matches())
            numbers.replaceAll(n -> n.series().isEmpty() ? new MessageNumber(office.replaceAll("[^A-Z]", ""), n.digits(), n.suffix()) : n);
        var said = new Said(whose, office, kind(h.kind()), numbers, date, tail.to, sequence, weak ? "" : paragraph(start));
        found.add(new Found(start, end, tail.at, said));
        from = Math.max(tail.at, start + 1);
        if (!numbers.isEmpty()) others(h, said, tail);
        else if (tail.dated && h.plural()) otherDays(said, tail);
    }

    /// `letters of 21st and 22nd March`: further messages of the same sender, each by its day.
    private void otherDays(Said first, Tail before) {
        for (var and = looking(AND, before.at); and != null; and = looking(AND, before.at)) {
            var tail = new Tail(and.end(), false);
            if (!tail.date()) return;
            tail.read();
            found.add(new Found(and.end(), tail.dateEnd, tail.at,
                    new Said(first.whose(), first.office(), first.kind(), tail.numbers, tail.date, tail.to, Sequence.UNSAID, "")));
            from = Math.max(from, tail.at);
            before = tail;
        }
    }

    /// Nothing names it, but it is said to be the writer's or the recipient's: what the editors may answer.
    private static boolean vague(Head h) {
        return (h.whose() == Whose.YOURS || h.whose() == Whose.OURS) && !h.kind().isEmpty() && !UNSPECIFIC.matcher(h.kind()).matches();
    }

    /// `… and 105`, `…, 53 and 60`: further messages of the same sender.
    private void others(Head h, Said first, Tail before) {
        var series = first.numbers().getFirst().series();
        var at = before.at;
        var tail = before;
        var group = found.size() - 1;
        while (true) {
            var next = looking(NEXT_NUMBER, at);
            if (next == null || !goesOn(h, next)) break;
            var printed = numbers(next).getFirst();
            var numbers = printed.series().isEmpty()
                    && !series.isEmpty() ? List.of(new MessageNumber(series, printed.digits(), printed.suffix()), printed) : List.of(printed);
            var begin = next.start(next.group("series") == null ? "digits" : "series");
            tail = new Tail(next.end(), false);
            tail.numbers.addAll(numbers);
            tail.numberEnd = next.end();
            tail.read();
            var to = tail.to.isEmpty() ? "" : tail.to;
            found.add(new Found(begin, tail.numberEnd, tail.at,
                    new Said(first.whose(), first.office(), first.kind(), List.copyOf(new LinkedHashSet<>(tail.numbers)), tail.date, to, Sequence.UNSAID, "")));
            at = tail.at;
            from = Math.max(from, at);
        }
        if (!tail.sender.isEmpty() && first.whose() == Whose.UNSAID) for (var i = group; i < found.size(); i++) found.set(i, found.get(i).by(tail.sender));
    }

    /// Whether a further number is one of a message: `telegrams 234 and 241`, but not `telegram 234 and 3 divisions`.
    private boolean goesOn(Head h, Matcher next) {
        if (h.plural() || next.group("series") != null) return true;
        var after = next.end();
        if (next.group("digits").length() < 2) return false;
        return !counts(after);
    }

    private String paragraph(int start) {
        var m = PARAGRAPH.matcher(words).region(Math.max(0, start - 48), start).useAnchoringBounds(true);
        return m.find() ? Objects.requireNonNullElse(m.group("para"), "").strip() : "";
    }

    private static Optional<Kind> kind(String words) {
        var w = words.toLowerCase(Locale.ROOT);
        if (w.isEmpty()) return Optional.empty();
        if (w.startsWith("cable")) return Optional.of(Kind.CABLEGRAM);
        if (w.startsWith("telegram") || w.startsWith("wire") || w.startsWith("airgram")) return Optional.of(Kind.TELEGRAM);
        if (w.startsWith("letter")) return Optional.of(Kind.LETTER);
        if (w.startsWith("memo")) return Optional.of(Kind.MEMORANDUM);
        if (w.startsWith("des") || w.startsWith("disp")) return Optional.of(Kind.DESPATCH);
        if (w.startsWith("saving")) return Optional.of(Kind.SAVINGRAM);
        if (w.startsWith("tele")) return Optional.of(Kind.TELEPRINTER);
        if (w.startsWith("submission")) return Optional.of(Kind.SUBMISSION);
        if (w.startsWith("minute")) return Optional.of(Kind.MINUTE);
        if (w.startsWith("note") || w.startsWith("aide")) return Optional.of(Kind.NOTE);
        return Optional.empty();
    }

    /// The number that was met; where the scanner tore it apart (`13 9`), the whole one first and then what stands before the gap.
    private static List<MessageNumber> numbers(Matcher m) {
        var series = Objects.requireNonNullElse(m.group("series"), "").replaceAll("[^\\p{L}]", "");
        var suffix = Objects.requireNonNullElse(m.group("suffix"), "").replaceAll("[^\\p{L}]", "");
        var digits = m.group("digits");
        var whole = new MessageNumber(series, Integer.parseInt(digits.replace(" ", "")), suffix);
        if (Posts.has(series) || OFFICES.contains(series)) return List.of(whole, new MessageNumber("", whole.digits(), suffix));
        return digits.indexOf(' ') < 0 ? List.of(whole)
                : List.of(whole, new MessageNumber(series, Integer.parseInt(digits.substring(0, digits.indexOf(' '))), ""));
    }

    private static String trimmed(@Nullable String name) {
        if (name == null) return "";
        var sentence = SENTENCE.matcher(name);
        if (sentence.find()) return name.substring(0, sentence.start());
        return name.endsWith(".") && !name.endsWith("U.K.") && !name.endsWith("Govt.") ? name.substring(0, name.length() - 1) : name;
    }

    private int after(Pattern pattern, int at) {
        var m = looking(pattern, at);
        return m == null ? at : m.end();
    }

    private @Nullable Matcher looking(Pattern pattern, int at) {
        var m = pattern.matcher(words).region(at, words.length()).useTransparentBounds(true);
        return m.lookingAt() ? m : null;
    }

    /// What stands behind the head of a mention.
    private final class Tail {
        final List<MessageNumber> numbers = new ArrayList<>();
        Optional<Edtf> date = Optional.empty();
        boolean dated;
        String to = "", sender = "";
        final boolean papers;
        int at, numberEnd = -1, dateEnd = -1;

        /// @param papers whether it may be a paper kept in a file, whose number it then has
        Tail(int at, boolean papers) {
            this.at = at;
            this.papers = papers;
        }

        void read() {
            at = after(UNNUMBERED, at);
            for (var i = 0; i < 6; i++) {
                if (papers && numbers.isEmpty()) at = after(FILE, at);
                if (!dated && date() || numbers.isEmpty() && number(FIRST_NUMBER)
                        || !numbers.isEmpty() && number(OTHER_NUMBER) || to.isEmpty() && to() || sender.isEmpty() && sender())
                    continue;
                return;
            }
        }

        private boolean date() {
            var said = SaidDate.at(words, at, written);
            if (said.isEmpty()) return false;
            dated = true;
            date = said.get().edtf();
            at = dateEnd = said.get().end();
            return true;
        }

        private boolean number(Pattern pattern) {
            var m = looking(pattern, at);
            if (m == null) return false;
            // `11 (1)` is a paragraph
            if (pattern == OTHER_NUMBER && Objects.requireNonNullElse(m.group("to"), "").isEmpty()
                    && m.group("series") == null && m.group("digits").length() < 2)
                return false;
            numbers.addAll(MentionScan.numbers(m));
            if (pattern == FIRST_NUMBER) numberEnd = m.end();
            at = year(m.end());
            return true;
        }

        /// The position behind the year of writing, where a stroke joins it to the number: `No. 3/54`.
        private int year(int end) {
            var m = looking(YEAR, end);
            if (m == null || written == null) return end;
            var year = Integer.parseInt(m.group("year")) % 100;
            return year == written.getYear() % 100 || year == (written.getYear() - 1) % 100 ? m.end() : end;
        }

        private boolean to() {
            var m = looking(TO, at);
            if (m == null) return false;
            to = trimmed(m.group("name"));
            at = m.end();
            return true;
        }

        private boolean sender() {
            var m = looking(FROM, at);
            if (m == null) return false;
            sender = trimmed(m.group("name"));
            at = m.end();
            return true;
        }
    }
}
