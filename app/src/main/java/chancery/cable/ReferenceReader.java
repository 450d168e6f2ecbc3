package chancery.cable;

import chancery.cable.Mention.Answer;
import chancery.cable.Mention.InNote;
import chancery.cable.Mention.Said;
import chancery.cable.Mention.Span;
import chancery.document.Node.Element;
import chancery.document.PlainLayer;
import chancery.document.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds the mentions of other messages in a text and in its notes. Pure; one text at a time, whatever else the archive holds.
///
/// In a letter of 5 June 1943 `Your telegram 256 of 1st June [3]` is one mention: the recipient's, a telegram, number 256, 1 June 1943; and where
/// note 3 says `Document 131`, the editors answer it.
public final class ReferenceReader {
    private static final int BEFORE_A_MARK = 60;

    private ReferenceReader() {}

    /// The mentions of a text, those of its body first, then those of its notes, each in the order of its words.
    ///
    /// @param id           the permanent name of the text
    /// @param written      the day it was written; empty where that is not known
    /// @param headingLines how many blocks from the first belong to the heading, in which nothing is a mention
    public static List<Mention> read(String id, Text text, Optional<LocalDate> written, int headingLines) {
        return new Reading(id, text, written.orElse(null)).read(headingLines);
    }

    /// One text being read.
    private static final class Reading {
        private final String id;
        private final Text text;
        private final @Nullable LocalDate written;
        private final PlainLayer layer;
        private final List<Element> notes;
        private final List<Marked> marks;
        private final List<Mention> mentions = new ArrayList<>();
        private final Map<String, Integer> met = new HashMap<>();

        /// A note's mark: where it stands in the body, in UTF-16 units, and which note it is.
        private record Marked(int at, int note) {}

        Reading(String id, Text text, @Nullable LocalDate written) {
            this.id = id;
            this.text = text;
            this.written = written;
            this.layer = PlainLayer.of(text);
            this.notes = text.notes();
            this.marks = marks();
        }

        List<Mention> read(int headingLines) {
            var answers = new ArrayList<EditorsNote>();
            var layers = notes.stream().map(PlainLayer::of).toList();
            for (var note : layers) answers.add(EditorsNote.read(note.text()));
            body(headingLines, answers);
            for (var i = 0; i < notes.size(); i++) note(i, layers.get(i), answers.get(i));
            return mentions;
        }

        private void body(int headingLines, List<EditorsNote> answers) {
            var blocks = layer.blocks();
            for (var i = 0; i < blocks.size(); i++) {
                var block = blocks.get(i);
                inBlock(block, i < headingLines ? List.of() : scan(layer.words(block), i == headingLines), answers);
            }
        }

        private List<MentionScan.Found> scan(String words, boolean first) {
            var found = MentionScan.of(words, written);
            var own = first ? OwnNumber.at(words) : Optional.<MentionScan.Found>empty();
            if (own.isEmpty()) return found;
            var all = new ArrayList<>(found);
            all.removeIf(f -> f.start() < own.get().end() && f.end() > own.get().start());
            all.add(own.get());
            all.sort(Comparator.comparingInt(MentionScan.Found::start));
            return all;
        }

        /// The mentions of a block with the editors' answers at their marks, and the words before marks that answer nothing read.
        private void inBlock(PlainLayer.Block block, List<MentionScan.Found> found, List<EditorsNote> answers) {
            var own = new ArrayList<List<Answer>>();
            for (var _ : found) own.add(new ArrayList<>());
            var bare = new ArrayList<Marked>();
            for (var mark : marks) {
                if (mark.at() <= block.start() || mark.at() > block.end() || answers.get(mark.note()).answers().isEmpty()) continue;
                var which = nearest(found, mark.at() - block.start());
                if (which >= 0 && answers.get(mark.note()).leads()) own.get(which).addAll(answers.get(mark.note()).answers());
                else bare.add(mark);
            }
            var at = 0;
            var free = block.start();
            for (var i = 0; i < found.size(); i++) {
                var f = found.get(i);
                while (at < bare.size() && bare.get(at).at() <= block.start() + f.start()) free = before(free, bare.get(at++), answers);
                free = block.start() + f.end();
                add(span(layer, block.start() + f.start(), block.start() + f.end()), Optional.empty(), f.said(), own.get(i));
            }
            while (at < bare.size()) free = before(free, bare.get(at++), answers);
        }

        /// The mention that a mark at a position of its block belongs to: the one that ends there, or whose date does; -1 for none.
        private static int nearest(List<MentionScan.Found> found, int at) {
            for (var i = found.size() - 1; i >= 0; i--) {
                var f = found.get(i);
                if (f.start() < at && at <= f.last() + 1 && at >= f.end()) return i;
            }
            return -1;
        }

        /// Words that say nothing themselves, before a mark whose note names a paper; returns where the words not yet taken begin.
        private int before(int free, Marked mark, List<EditorsNote> answers) {
            var end = mark.at();
            var words = layer.text();
            while (end > free && Character.isWhitespace(words.charAt(end - 1))) end--;
            var start = Math.max(free, end - BEFORE_A_MARK);
            var clause = Math.max(Math.max(words.lastIndexOf(". ", end - 2), words.lastIndexOf(", ", end - 2)), words.lastIndexOf("; ", end - 2)) + 2;
            if (clause > start) start = clause;
            else if (start > free) while (start < end && words.charAt(start - 1) != ' ') start++;
            while (start < end && (Character.isWhitespace(words.charAt(start)) || ",;.".indexOf(words.charAt(start)) >= 0)) start++;
            if (start >= end) return free; // the words before it belong to another mention
            add(span(layer, start, end), Optional.empty(), Said.NOTHING, answers.get(mark.note()).answers());
            return end;
        }

        /// What a note says of messages, besides the papers of its own edition that it names.
        private void note(int n, PlainLayer note, EditorsNote editors) {
            if (editors.plain()) return;
            var place = marks.stream().filter(m -> m.note() == n).findFirst();
            for (var block : note.blocks()) {
                for (var f : MentionScan.of(note.words(block), written)) {
                    var s = f.said();
                    if (s.kind().isEmpty() && s.office().isEmpty() || s.numbers().isEmpty() && s.date().isEmpty()) continue; // letters and figures alone are mostly archival references
                    var span = span(note, block.start() + f.start(), block.start() + f.end());
                    explained(place).ifPresent(at -> add(at, Optional.of(new InNote(n, span)), f.said(), List.of()));
                }
            }
        }

        /// The body's words that a note explains: the word before its mark; the first word of the text where nothing is marked.
        private Optional<Span> explained(Optional<Marked> mark) {
            var words = layer.text();
            int end = mark.map(Marked::at).orElse(0);
            while (end > 0 && Character.isWhitespace(words.charAt(end - 1))) end--;
            int start = end;
            while (start > 0 && !Character.isWhitespace(words.charAt(start - 1))) start--;
            if (start == end) {
                while (end < words.length() && !Character.isWhitespace(words.charAt(end))) end++;
            }
            return start == end ? Optional.empty() : Optional.of(span(layer, start, end));
        }

        private void add(Span at, Optional<InNote> inNote, Said said, List<Answer> answers) {
            var words = inNote.map(n -> n.span().quotation()).orElse(at.quotation());
            var occurrence = met.merge(words, 1, Integer::sum) - 1;
            mentions.add(new Mention(id, occurrence, at, inNote, said, answers));
        }

        private static Span span(PlainLayer layer, int start, int end) {
            return new Span(layer.codePoint(start), layer.codePoint(end), layer.text().substring(start, end));
        }

        private List<Marked> marks() {
            var numbers = new IdentityHashMap<Element, Integer>();
            var names = new HashMap<String, Integer>();
            for (var i = 0; i < notes.size(); i++) {
                numbers.put(notes.get(i), i);
                var n = i;
                notes.get(i).attribute("xml:id").ifPresent(name -> names.putIfAbsent(name, n));
            }
            var marks = new ArrayList<Marked>();
            PlainLayer.walk(text.body(), new PlainLayer.Walker() {
                private int at;

                @Override
                public void open(Element element) {}

                @Override
                public void close(Element element) {}

                @Override
                public void words(String words, int start) {
                    at = start + words.length();
                }

                @Override
                public void note(Element note) {
                    var target = note.attribute("target").map(t -> names.get(t.replace("#", "")));
                    var number = target.isPresent() ? target.get() : numbers.get(note);
                    if (number != null) marks.add(new Marked(at, number));
                }
            });
            return marks;
        }
    }
}
