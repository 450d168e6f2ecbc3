package chancery.cable;

import chancery.cable.Mention.Answer;
import chancery.cable.Mention.InNote;
import chancery.cable.Mention.Named;
import chancery.cable.Mention.Said;
import chancery.cable.Mention.Span;
import chancery.cable.Mention.Unprinted;
import chancery.cable.Mention.Whose;
import chancery.document.Node.Element;
import chancery.document.PlainLayer;
import chancery.document.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds the mentions of other messages in a text and in its notes. Pure; one text at a time, whatever else the archive holds.
///
/// In a letter of 5 June 1943 `Your telegram 256 of 1st June [3]` is one mention: the recipient's, a telegram, number 256, 1 June 1943; and where
/// note 3 says `Document 131`, the editors answer it.
public final class ReferenceReader {
    private static final int BEFORE_A_MARK = 60;
    /// What may stand between a mention and the mark of a note that speaks of it: its date, number, addressee, subject, paragraph.
    private static final Pattern BELONGING = Pattern.compile(
            "(?>[\\s,;:()\\[\\]’'\"–.-]|(?:of|dated|on|to|from|the|for|and|which|refers?|received|follows|above|below|unnumbered|ref|no|paras?|paragraphs?|"
            + "parts?|sections?|last)\\b|\\d{1,4}(?:st|nd|rd|th)?\\b(?:/\\w+)*|\\p{Lu}[\\p{L}.’'-]*)*+");
    private static final Pattern SENTENCE = Pattern.compile("[\\p{Ll}\\d)][.;:]\\s+\\S");
    private static final Pattern BESIDE = Pattern.compile("[\\s,;&]*+(?:and|or)?\\s*+");
    /// A number that a break parts from its date: `my telegram of to-day D.` / `No. 2277`.
    private static final Pattern SERIES_LEFT = Pattern.compile("[\\s,]*+(?<series>(?:[A-Z]\\.?\\s?){0,3})\\s*+");
    private static final Pattern NUMBER_BEHIND = Pattern.compile("[Nn]o\\.?\\s?(?<digits>\\d{1,5})(?![\\d/])");

    private ReferenceReader() {}

    /// The mentions of a text, those of its body first, then those of its notes, each in the order of its words.
    ///
    /// @param id           the permanent name of the text
    /// @param written      the day it was written; empty where that is not known
    /// @param headingLines how many blocks from the first belong to the heading, in which nothing is a mention
    public static List<Mention> read(String id, Text text, Optional<LocalDate> written, int headingLines) {
        return read(id, text, PlainLayer.of(text), written, headingLines);
    }

    /// The same, of a text whose plain layer is at hand.
    public static List<Mention> read(String id, Text text, PlainLayer layer, Optional<LocalDate> written, int headingLines) {
        return new Reading(id, text, layer, written.orElse(null)).read(headingLines);
    }

    /// The papers that a note names by their place in print, in the order of its words; empty where it names none.
    public static List<Named> named(PlainLayer note) {
        return EditorsNote.read(note.text(), null).named();
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
        private final List<Mention> explained = new ArrayList<>();
        private final Map<String, Integer> met = new HashMap<>();
        private final Set<Integer> taken = new HashSet<>();

        /// A note's mark: where it stands in the body, in UTF-16 units, and which note it is.
        private record Marked(int at, int note) {}

        Reading(String id, Text text, PlainLayer layer, @Nullable LocalDate written) {
            this.id = id;
            this.text = text;
            this.written = written;
            this.layer = layer;
            this.notes = text.notes();
            this.marks = marks();
        }

        List<Mention> read(int headingLines) {
            var answers = new ArrayList<EditorsNote>();
            var layers = notes.stream().map(PlainLayer::of).toList();
            for (var i = 0; i < notes.size(); i++)
                answers.add(notes.get(i).attribute("type").filter("source"::equals).isPresent() ? EditorsNote.NOTHING
                        : EditorsNote.read(layers.get(i).text(), written));
            body(headingLines, answers);
            for (var i = 0; i < notes.size(); i++) note(i, layers.get(i), answers.get(i));
            return mentions;
        }

        private void body(int headingLines, List<EditorsNote> answers) {
            var blocks = layer.blocks();
            for (var i = 0; i < blocks.size(); i++) {
                var block = blocks.get(i);
                var found = i < headingLines ? List.<MentionScan.Found>of() : scan(layer.words(block), i == headingLines);
                inBlock(block, i + 1 < blocks.size() ? numbered(found, layer.words(block), layer.words(blocks.get(i + 1))) : found, answers);
            }
        }

        /// The mentions of a block, the last with its number where that begins the block behind.
        private static List<MentionScan.Found> numbered(List<MentionScan.Found> found, String words, String next) {
            if (found.isEmpty()) return found;
            var last = found.getLast();
            var series = SERIES_LEFT.matcher(words).region(Math.min(last.last(), words.length()), words.length());
            var number = NUMBER_BEHIND.matcher(next);
            if (!last.said().numbers().isEmpty() || last.said().date().isEmpty() || !series.matches() || !number.lookingAt()) return found;
            var all = new ArrayList<>(found.subList(0, found.size() - 1));
            all.add(last.numbered(new MessageNumber(Objects.requireNonNull(series.group("series")).replaceAll("[^A-Z]", ""),
                    Integer.parseInt(Objects.requireNonNull(number.group("digits"))), "")));
            return all;
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
        private void inBlock(PlainLayer.Block block, List<MentionScan.Found> found, List<EditorsNote> notes) {
            var told = new Told(found);
            var bare = new ArrayList<Marked>();
            var before = 0;
            for (var mark : marks) {
                if (mark.at() <= block.start() || mark.at() > block.end()) continue;
                var note = notes.get(mark.note());
                var which = nearest(found, layer.words(block), before, mark.at() - block.start());
                before = mark.at() - block.start();
                if (which >= 0 && note.leads()) {
                    told.answer(which, beside(found, layer.words(block), which), note.answers());
                    taken.add(mark.note());
                } else if (!note.answers().isEmpty()) bare.add(mark);
                if (which >= 0) told.unprinted(which, note.several() ? beside(found, layer.words(block), which) : which, note);
            }
            var at = 0;
            var free = block.start();
            for (var i = 0; i < found.size(); i++) {
                var f = found.get(i);
                while (at < bare.size() && bare.get(at).at() <= block.start() + f.start()) free = before(free, bare.get(at++), notes);
                free = block.start() + f.end();
                add(span(layer, block.start() + f.start(), block.start() + f.end()), Optional.empty(),
                        f.said(), told.answers.get(i), Optional.ofNullable(told.unprinted.get(i)));
            }
            while (at < bare.size()) free = before(free, bare.get(at++), notes);
        }

        /// The mention that a mark at a position of its block belongs to: the last before it, with
        /// nothing between that is not its own, nor the mark before; -1 for none.
        private static int nearest(List<MentionScan.Found> found, String words, int before, int at) {
            for (var i = found.size() - 1; i >= 0; i--) {
                var f = found.get(i);
                if (f.start() >= at) continue;
                if (at <= f.last() + 1) return i;
                if (before >= f.end()) return -1;
                var between = words.substring(f.last(), at);
                return between.length() <= BEFORE_A_MARK && BELONGING.matcher(between).matches()
                        && !SENTENCE.matcher(words.substring(f.last() - 1, at)).find() ? i : -1;
            }
            return -1;
        }

        /// The first of the mentions that stand side by side with one: `telegrams 1243, 1244 and 1245`.
        private static int beside(List<MentionScan.Found> found, String words, int which) {
            var first = which;
            while (first > 0 && BESIDE.matcher(words.substring(found.get(first - 1).last(), found.get(first).start())).matches()) first--;
            return first;
        }

        /// What notes say of the mentions of one block.
        private static final class Told {
            final List<MentionScan.Found> found;
            final List<List<Answer>> answers = new ArrayList<>();
            final Map<Integer, Unprinted> unprinted = new HashMap<>();

            Told(List<MentionScan.Found> found) {
                this.found = found;
                for (var _ : found) answers.add(new ArrayList<>());
            }

            /// Papers as many as the mentions side by side are theirs in order; else all are the last one's.
            void answer(int which, int first, List<Answer> papers) {
                if (papers.size() != which - first + 1) answers.get(which).addAll(papers);
                else for (var i = first; i <= which; i++) answers.get(i).add(papers.get(i - first));
            }

            void unprinted(int which, int first, EditorsNote note) {
                for (var i = first; i <= which; i++) {
                    var mention = i;
                    note.unprinted(found.get(i).said().numbers()).ifPresent(u -> unprinted.putIfAbsent(mention, u));
                }
            }
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
            add(span(layer, start, end), Optional.empty(), Said.NOTHING, answers.get(mark.note()).answers(), Optional.empty());
            taken.add(mark.note());
            return end;
        }

        /// What a note says of messages, and the papers of its edition that it names where no words of the body were answered by them.
        private void note(int n, PlainLayer note, EditorsNote editors) {
            var named = taken.contains(n) ? List.<Named>of() : editors.named();
            if (editors.plain() && named.isEmpty()) return;
            var at = explained(marks.stream().filter(m -> m.note() == n).findFirst());
            if (at.isEmpty()) return;
            for (var said : inNote(note, named, editors.plain()))
                add(at.get(), Optional.of(new InNote(n, span(note, said.start(), said.end()))), said.said(), said.answers(), Optional.empty());
        }

        /// Words of a note that name a message or a paper, in UTF-16 units of the note's layer.
        private record InWords(int start, int end, Said said, List<Answer> answers) {}

        private List<InWords> inNote(PlainLayer note, List<Named> named, boolean plain) {
            var all = new ArrayList<InWords>();
            for (var n : named) {
                var last = all.isEmpty() ? null : all.getLast();
                if (last != null && last.start() == n.start()) last.answers().add(n.answer());
                else all.add(new InWords(n.start(), n.end(), Said.NOTHING, new ArrayList<>(List.of(n.answer()))));
            }
            for (var block : plain ? List.<PlainLayer.Block>of() : note.blocks()) {
                for (var f : MentionScan.of(note.words(block), written)) {
                    var s = f.said();
                    // letters and figures alone are mostly archival references
                    if (s.kind().isEmpty() && s.office().isEmpty() || s.numbers().isEmpty() && s.date().isEmpty()) continue;
                    int start = block.start() + f.start(), end = block.start() + f.end();
                    var answer = all.stream()
                            .filter(n -> n.said() == Said.NOTHING && n.start() >= end && note.text().substring(end, n.start()).equals(" (")).findFirst();
                    answer.ifPresent(all::remove);
                    all.add(new InWords(start, end, s, answer.map(InWords::answers).orElse(List.of())));
                }
            }
            all.sort(Comparator.comparingInt(InWords::start));
            return all;
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

        private void add(Span at, Optional<InNote> inNote, Said said, List<Answer> answers, Optional<Unprinted> unprinted) {
            var words = inNote.map(n -> n.span().quotation()).orElse(at.quotation());
            var occurrence = met.merge(words, 1, Integer::sum) - 1;
            var mention = new Mention(id, occurrence, at, inNote, said, answers, unprinted);
            mentions.add(inNote.isPresent() || said.numbers().isEmpty() ? mention : explained(mention));
        }

        /// A mention as a note has explained the same number before in this text.
        private Mention explained(Mention mention) {
            var told = !mention.answers().isEmpty() || mention.unprinted().isPresent();
            if (told) explained.add(mention);
            return told ? mention : explained.reversed().stream().filter(e -> same(e.said(), mention.said())).findFirst()
                    .map(e -> new Mention(id, mention.occurrence(), mention.at(), mention.inNote(), mention.said(), e.answers(), e.unprinted()))
                    .orElse(mention);
        }

        /// Whether two mentions of one text are of one message: the same number, and nothing else at odds.
        private static boolean same(Said a, Said b) {
            return a.numbers().getFirst().equals(b.numbers().getFirst()) && (a.whose() == b.whose() || a.whose() == Whose.UNSAID || b.whose() == Whose.UNSAID)
                    && (a.office().equals(b.office()) || a.office().isEmpty() || b.office().isEmpty())
                    && (a.date().equals(b.date()) || a.date().isEmpty() || b.date().isEmpty())
                    && (a.to().equals(b.to()) || a.to().isEmpty() || b.to().isEmpty());
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
            if (notes.isEmpty()) return marks;
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
