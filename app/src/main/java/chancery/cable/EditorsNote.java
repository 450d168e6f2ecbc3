package chancery.cable;

import chancery.cable.Mention.Answer;
import chancery.cable.Mention.Named;
import chancery.cable.Mention.Unprinted;
import chancery.document.Edtf;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What editors say in a note of papers printed in their own edition: `Document 131.`, `See Documents 52 and 60`, `Volume IX, Document 195, note 3`;
/// or of a message that they do not print: `Not found.`, `On file AA: A981, Orvania 8.`,
/// `Dispatched 22 January. It reported …`, `See cablegram 98 of 3 October`.
///
/// @param named     the papers named, in order, each with the words that name it
/// @param leads     whether it begins with them, so that it answers the words before its mark
/// @param plain     whether it says nothing else
/// @param unprinted where the message lies that the words before its mark name; empty where it does not begin with that
/// @param number    the number that it gives that message; empty where it gives none
/// @param several   whether it speaks of several messages
record EditorsNote(List<Named> named, boolean leads, boolean plain, Optional<Unprinted> unprinted, Optional<MessageNumber> number, boolean several) {
    /// A note that says nothing of messages.
    static final EditorsNote NOTHING = new EditorsNote(List.of(), false, false, Optional.empty(), Optional.empty(), false);
    private static final String NUMBER = "\\[?(?<number>\\d{1,4}[A-Z]?)\\]?(?![\\d/])";
    private static final Pattern VOLUME = Pattern.compile("[,\\s]*(?:in\\s)?[Vv]ol(?:ume|\\.)\\s(?<volume>[IVXL]{1,7}|\\d{1,2})\\b");
    private static final Pattern FIRST = Pattern.compile("\\b(?:Documents?|Doc\\.|Docs\\.?)\\s{0,2}(?:No\\.?\\s|Nos\\.?\\s)?" + NUMBER);
    private static final int MOST_IN_A_RANGE = 40; // more is a slip of the print
    private static final Pattern RANGE = Pattern.compile("\\s?[-–]\\s?(?<last>\\d{1,3})(?![\\d/])");
    private static final Pattern NEXT = Pattern.compile("(?:,\\s?and\\s|,\\s?|\\sand\\s|\\s&\\s)" + NUMBER);
    private static final Pattern NOTE = Pattern.compile("(?:,\\s?|\\s|\\s?\\()(?:foot)?notes?\\s(?<note>\\d{1,3})(?:\\sthereto)?\\)?");
    private static final Pattern BEFORE = Pattern.compile(
            "(?:[Vv]ol(?:ume|\\.)\\s(?<volume>[IVXL]{1,7}|\\d{1,2})[^.;]{0,60}?,\\s?|(?:foot)?note\\s(?<note>\\d{1,3})\\s(?:to|of|in)\\s)$");
    private static final Pattern WORDS = Pattern.compile(
            "(?i)^[\\s\\d\\[\\]().,;:_*-]*(?:(?:see|i\\.e\\.|cf\\.?|printed as|published as|in|also|and|to|but see|both|documents on [\\p{L} "
            + "]{3,60}(?:\\d{4}[-–]\\d{2,4})?)[\\s,]*)*$");

    /// A person's name, which a note gives before the paper: `Lord Otter. Document 446.`
    private static final Pattern PERSON = Pattern.compile(
            "^[\\s\\d\\[\\]]*(?:(?:Lord|Sir|Mr|Dr|\\p{Lu})\\.?\\s){1,4}(?:\\p{Lu}[\\p{L}’'-]+\\s?){1,3}\\.\\s(?=\\s*$)");
    private static final String BEGINNING = "^[\\s\\d\\[\\]().,;:_*-]*";
    private static final String MESSAGE =
            "(?:(?i:see(?: also)?)\\s)?(?:(?:[Tt]he|This|U\\.K\\.|(?!Part|Para)\\p{Lu}[\\p{L}.]*(?:[’']s)?)\\s){0,4}?(?i:circular\\s)?(?i:(?:cable|"
            + "tele)grams?|letters?|memorand(?:um|a)|d[ei]spatch(?:es)?|savingrams?|messages?|"
            + "submissions?)(?:\\s(?:[Nn]os?\\.?\\s)?(?<number>[A-Z]{0,6}\\.?\\s?\\d{1,5}[A-Z]?)\\b)?[,\\s(]{1,3}";
    private static final String LIES =
            "(?:(?:is|are|was|were|has|have|had)\\s)?(?:(?:been|not|also)\\s){0,2}(?:not\\s(?:been\\s)?(?:printed|published|found|located|traced|identified|"
            + "reproduced)|on\\sfile|(?<when>(?:d[ie]spatched|dated|sent)(?:\\son)?))\\b";
    private static final String FILED = "(?:(?:[Ss]ee|[Ii]n)\\s)?(?:(?:file|series)\\s)?(?:AA|FA|CRS)\\s?:\\s?[A-Z]";
    // a reference in brackets is the paper's own
    private static final Pattern UNPRINTED = Pattern.compile("^\\s*" + FILED + "|" + BEGINNING + "(?:(?:"
            + MESSAGE + ")?(?:(?i:" + LIES + ")|(?<of>of(?=\\s\\[?\\d{1,2}\\]?\\s\\p{Lu}))))");
    private static final Pattern FILE = Pattern.compile("(?<file>\\b[A-Z]{2,4}\\s?:\\s?[A-Z]{0,3}\\d[^;()]{0,60}?)(?=\\.\\s|\\.?$|;|\\)|\\sIt\\b)");
    private static final Pattern SEVERAL = Pattern.compile("(?i)\\b(?:respectively|they|neither|both)\\b");

    /// Reads a note.
    ///
    /// @param written the day of the text; null where it is not known
    static EditorsNote read(String words, @Nullable LocalDate written) {
        var named = new ArrayList<Named>();
        var rest = new StringBuilder(words);
        var m = FIRST.matcher(words);
        int at = 0, first = 0;
        while (m.find(at)) {
            if (named.isEmpty()) first = m.start();
            var volume = "";
            var before = BEFORE.matcher(words).region(Math.max(at, m.start() - 90), m.start()).useAnchoringBounds(true);
            var note = "";
            if (before.find()) {
                volume = Objects.requireNonNullElse(before.group("volume"), "");
                note = Objects.requireNonNullElse(before.group("note"), "");
                blank(rest, before.start(), before.end());
            }
            var begin = named.size();
            named.add(new Named(new Answer(volume, Objects.requireNonNull(m.group("number")), note), m.start(), m.end()));
            at = m.end();
            blank(rest, m.start(), m.end());
            at = range(words, at, named, rest);
            while (true) {
                var noted = NOTE.matcher(words).region(at, words.length());
                if (noted.lookingAt()) {
                    var last = named.removeLast();
                    named.add(new Named(new Answer(last.answer().volume(), last.answer().number(), Objects.requireNonNull(noted.group("note"))),
                            last.start(), last.end()));
                    blank(rest, at, noted.end());
                    at = noted.end();
                    continue;
                }
                var next = NEXT.matcher(words).region(at, words.length());
                if (!next.lookingAt()) break;
                named.add(new Named(new Answer(volume, Objects.requireNonNull(next.group("number")), ""), next.start("number"), next.end("number")));
                blank(rest, at, next.end());
                at = range(words, next.end(), named, rest);
            }
            var after = VOLUME.matcher(words).region(at, words.length());
            if (volume.isEmpty() && after.lookingAt()) {
                var behind = Objects.requireNonNull(after.group("volume"));
                named.subList(begin, named.size()).replaceAll(n -> new Named(new Answer(behind, n.answer().number(), n.answer().note()), n.start(), n.end()));
                blank(rest, at, after.end());
                at = after.end();
            }
        }
        var leads = !named.isEmpty() && WORDS.matcher(PERSON.matcher(rest.substring(0, first)).replaceFirst("")).matches();
        var lies = UNPRINTED.matcher(words);
        var unprinted = !leads && lies.lookingAt();
        return new EditorsNote(List.copyOf(named), leads, !named.isEmpty() && WORDS.matcher(rest).matches(), unprinted
                ? Optional.of(unprinted(words, lies, written)) : Optional.empty(), unprinted ? number(lies) : Optional.empty(), SEVERAL.matcher(words).find());
    }

    private static Unprinted unprinted(String words, Matcher m, @Nullable LocalDate written) {
        var date = m.group("when") == null && m.group("of") == null ? Optional.<Edtf>empty()
                : SaidDate.at(words, m.end(), written).flatMap(SaidDate::edtf).filter(Edtf::isDay);
        var file = FILE.matcher(words);
        return new Unprinted(date, file.find() ? Objects.requireNonNull(file.group("file")).strip() : "");
    }

    private static Optional<MessageNumber> number(Matcher m) {
        return Optional.ofNullable(m.group("number")).flatMap(n -> MessageNumber.read(n).stream().findFirst());
    }

    /// `Documents 352-3`: the papers after the first; returns where they end.
    private static int range(String words, int at, List<Named> named, StringBuilder rest) {
        var m = RANGE.matcher(words).region(at, words.length());
        var first = named.getLast().answer();
        if (!m.lookingAt() || !first.number().chars().allMatch(Character::isDigit)) return at;
        var last = Objects.requireNonNull(m.group("last"));
        var until = last.length() >= first.number().length() ? last : first.number().substring(0, first.number().length() - last.length()) + last;
        int from = Integer.parseInt(first.number()), to = Integer.parseInt(until);
        if (to <= from || to - from > MOST_IN_A_RANGE) return at;
        var start = named.removeLast().start();
        for (var n = from; n <= to; n++) named.add(new Named(n == from ? first : new Answer(first.volume(), Integer.toString(n), ""), start, m.end()));
        blank(rest, at, m.end());
        return m.end();
    }

    /// The papers named, in order.
    List<Answer> answers() {
        return named.stream().map(Named::answer).toList();
    }

    /// The same, of a message whose number is said: a note that gives another number speaks of another message.
    Optional<Unprinted> unprinted(List<MessageNumber> said) {
        return unprinted.filter(_ -> number.isEmpty() || said.isEmpty() || said.stream().anyMatch(n -> n.digits() == number.get().digits()));
    }

    private static void blank(StringBuilder words, int from, int to) {
        for (var i = from; i < to; i++) words.setCharAt(i, ' ');
    }
}
