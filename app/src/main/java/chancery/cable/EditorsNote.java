package chancery.cable;

import chancery.cable.Mention.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/// What editors say in a note of papers printed in their own edition: `Document 131.`, `See Documents 52 and 60`, `Volume IX, Document 195, note 3`.
///
/// @param answers the papers named, in order
/// @param leads   whether it begins with them, so that it answers the words before its mark
/// @param plain   whether it says nothing else
record EditorsNote(List<Answer> answers, boolean leads, boolean plain) {
    private static final String NUMBER = "\\[?(?<number>\\d{1,4}[A-Z]?)\\]?(?![\\d/])";
    private static final Pattern VOLUME = Pattern.compile("(?:,\\s?)?(?:in\\s)?[Vv]ol(?:ume|\\.)\\s(?<volume>[IVXL]{1,7}|\\d{1,2})\\b");
    private static final Pattern FIRST = Pattern.compile("\\b(?:Documents?|Doc\\.|Docs\\.?)\\s{0,2}(?:No\\.?\\s|Nos\\.?\\s)?" + NUMBER);
    private static final Pattern NEXT = Pattern.compile("(?:,\\s?and\\s|,\\s?|\\sand\\s|\\s&\\s)" + NUMBER);
    private static final Pattern NOTE = Pattern.compile("(?:,\\s?|\\s|\\s?\\()(?:foot)?notes?\\s(?<note>\\d{1,3})(?:\\sthereto)?\\)?");
    private static final Pattern BEFORE = Pattern.compile("(?:[Vv]ol(?:ume|\\.)\\s(?<volume>[IVXL]{1,7}|\\d{1,2})[^.;]{0,60}?,\\s?|(?:foot)?note\\s(?<note>\\d{1,3})\\s(?:to|of|in)\\s)$");
    private static final Pattern WORDS = Pattern.compile("(?i)^[\\s\\d\\[\\]().,;:_*-]*(?:(?:see|i\\.e\\.|cf\\.?|printed as|published as|in|also|and|to|but see|both)[\\s,]*)*$");

    /// Reads a note.
    static EditorsNote read(String words) {
        var answers = new ArrayList<Answer>();
        var rest = new StringBuilder(words);
        var m = FIRST.matcher(words);
        int at = 0, first = 0;
        while (m.find(at)) {
            if (answers.isEmpty()) first = m.start();
            var volume = "";
            var before = BEFORE.matcher(words).region(Math.max(at, m.start() - 90), m.start()).useAnchoringBounds(true);
            var note = "";
            if (before.find()) {
                volume = Objects.requireNonNullElse(before.group("volume"), "");
                note = Objects.requireNonNullElse(before.group("note"), "");
                blank(rest, before.start(), before.end());
            }
            var begin = answers.size();
            answers.add(new Answer(volume, Objects.requireNonNull(m.group("number")), note));
            at = m.end();
            blank(rest, m.start(), m.end());
            while (true) {
                var noted = NOTE.matcher(words).region(at, words.length());
                if (noted.lookingAt()) {
                    var last = answers.removeLast();
                    answers.add(new Answer(last.volume(), last.number(), Objects.requireNonNull(noted.group("note"))));
                    blank(rest, at, noted.end());
                    at = noted.end();
                    continue;
                }
                var next = NEXT.matcher(words).region(at, words.length());
                if (!next.lookingAt()) break;
                answers.add(new Answer(volume, Objects.requireNonNull(next.group("number")), ""));
                blank(rest, at, next.end());
                at = next.end();
            }
            var after = VOLUME.matcher(words).region(at, words.length());
            if (volume.isEmpty() && after.lookingAt()) {
                for (var i = begin; i < answers.size(); i++) answers.set(i, new Answer(Objects.requireNonNull(after.group("volume")), answers.get(i).number(), answers.get(i).note()));
                blank(rest, at, after.end());
                at = after.end();
            }
        }
        return new EditorsNote(List.copyOf(answers), !answers.isEmpty() && WORDS.matcher(rest.substring(0, first)).matches(), !answers.isEmpty() && WORDS.matcher(rest).matches());
    }

    private static void blank(StringBuilder words, int from, int to) {
        for (var i = from; i < to; i++) words.setCharAt(i, ' ');
    }
}
