package chancery.cable;

import chancery.document.Edtf;
import chancery.document.Kind;
import java.util.List;
import java.util.Optional;

/// A place in a text that names another message: where it stands, what its words say, and what the editors answer.
///
/// A mention names one message. `Your Austdel 96 and 105` is two: the first with the words `Your Austdel 96`, the second with `105`, which
/// takes *your* and the series from the first. Where the editors' note at a mark says `Document 131` and the words before the mark name
/// nothing that can be read, the words before the mark are a mention that says nothing, and the note its answer.
///
/// @param text       the permanent name of the text
/// @param occurrence how many times the same words were met before in this text, its body first and then its notes: 0 for the first
/// @param at         the words, in the layer of the text's body; for words of a note, the words of the body that the note explains
/// @param inNote     the words in the layer of their note, where they stand in one
/// @param said       what the words say
/// @param answers    what the editors say it is, by its place in print; mostly empty
/// @param unprinted  where it lies, when the editors say of it that they do not print it
public record Mention(String text, int occurrence, Span at, Optional<InNote> inNote, Said said, List<Answer> answers, Optional<Unprinted> unprinted) {
    public Mention {
        answers = List.copyOf(answers);
    }

    /// The words of the mention: those in the note where it stands in one.
    public String words() {
        return inNote.map(n -> n.span().quotation()).orElse(at.quotation());
    }

    /// Words of one plain layer.
    ///
    /// @param start     the first code point, 0-based
    /// @param end       the position after the last, in code points
    /// @param quotation the words from `start` to `end`; never empty
    public record Span(int start, int end, String quotation) {
        public Span {
            if (quotation.isEmpty() || start < 0 || end <= start) throw new IllegalArgumentException("no span: %d to %d".formatted(start, end));
        }
    }

    /// Words of a note.
    ///
    /// @param note counted from 0 in the order of [chancery.document.Text#notes()]
    /// @param span where they stand in the layer of that note
    public record InNote(int note, Span span) {}

    /// A paper named by its place in a printed edition, as editors do: `Volume IX, Document 195, note 3`.
    ///
    /// @param volume the volume as written; empty for the one that the words stand in
    /// @param number the document's number in it, as written
    /// @param note   the note of that document that is meant, as written; mostly empty
    public record Answer(String volume, String number, String note) {}

    /// A paper that words of a note name: `Document 131`.
    ///
    /// @param start where the words that name it begin in the layer of the note, in UTF-16 units; a range such as
    ///     `Documents 352-3` names all its papers by the same words
    /// @param end   the position after their last
    public record Named(Answer answer, int start, int end) {}

    /// A message that the editors do not print, as their note says: `Dispatched 30 September. On file AA: A1608, N41/1/1.`
    ///
    /// @param date its day; empty where the note says none
    /// @param file its file, as printed; empty where the note says none
    public record Unprinted(Optional<Edtf> date, String file) {}

    /// What the words say of the message they name: `Your cablegram No. 267 of 8th October, 1943`.
    ///
    /// @param whose     whose message it is said to be
    /// @param office    the sender where the words name one, as written: `Dominions Office`, `New York`, `Mr. Casey`; else empty
    /// @param kind      what kind of message; empty where not said
    /// @param numbers   its number; several where the words give several numbers of the same message (`122 (Australia 129)`); empty where none is given
    /// @param date      its date as far as said, completed where the text's own date tells the rest; empty where none is given
    /// @param to        the recipient where the words name one, as written: `the Dominions Office`; else empty
    /// @param sequence  where it stands to the message that names it
    /// @param paragraph the paragraph of it that is meant, as written: `3 (f)`; else empty
    public record Said(Whose whose, String office, Optional<Kind> kind, List<MessageNumber> numbers,
            Optional<Edtf> date, String to, Sequence sequence, String paragraph) {
        /// Nothing is said: only the editors know.
        public static final Said NOTHING = new Said(Whose.UNSAID, "", Optional.empty(), List.of(), Optional.empty(), "", Sequence.UNSAID, "");

        public Said {
            numbers = List.copyOf(numbers);
        }
    }

    /// Whose message is meant, as the writer says.
    public enum Whose {
        /// The recipient's: `your 876`.
        YOURS,
        /// The writer's: `my telegram`, `our telegram`.
        OURS,
        /// Somebody's who is named, or `his`, `their`.
        THEIRS,
        /// Not said: `telegram 234`.
        UNSAID
    }

    /// Where a message stands to the one that names it.
    public enum Sequence {
        /// Not said.
        UNSAID,
        /// `my immediately preceding telegram`.
        BEFORE,
        /// `my immediately following telegram`.
        AFTER,
        /// It is the message itself: `Assembly 401.`, a second number that stands before its first words.
        ITSELF
    }
}
