package chancery.web;

import chancery.archive.Card;
import chancery.archive.ReadingRoom;
import chancery.archive.RecordView;
import chancery.archive.RecordView.TextView;
import chancery.cable.Hole;
import chancery.cable.Mention.Answer;
import chancery.cable.Reference;
import chancery.cable.ReferenceReader;
import chancery.document.Kind;
import chancery.document.PlainLayer;
import chancery.document.RecordId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a paper's page says of references: those it makes, those made to it, and messages it names that are not here.
///
/// @param made        links it makes, one for each paper meant, in the order of its words
/// @param suggestions papers that may be meant, not sure enough for a link in the text
/// @param missing     messages it names that are not among the papers open to this reader, as sentences
/// @param by          papers that refer to it, in the order of their dates
/// @param marks       where links stand in its texts, by the text's permanent name
public record RecordReferences(List<Made> made, List<Made> suggestions, List<String> missing, List<Card> by, Map<String, Marks> marks) {
    /// Nothing to say.
    static final RecordReferences NONE = new RecordReferences(List.of(), List.of(), List.of(), List.of(), Map.of());

    /// A reference as the list shows it.
    ///
    /// @param words  as they stand in the text
    /// @param card   the paper meant
    /// @param reason why, in words
    public record Made(String words, Card card, String reason) {}

    /// Links in one text: in its body, and in its notes by their place among all its notes.
    record Marks(List<Link> body, Map<Integer, List<Link>> notes) {
        static final Marks NONE = new Marks(List.of(), Map.of());
    }

    /// A link in a layer, in UTF-16 units, the end exclusive.
    ///
    /// @param to   the address it leads to
    /// @param date the date of the paper meant, in words; may be empty
    /// @param name the title of the paper meant
    record Link(int start, int end, String to, String date, String name) {}

    static RecordReferences of(RecordView record, ReadingRoom room) {
        if (record.version() < record.versions()) return NONE;
        var conclusions = room.conclusions();
        var references = conclusions.referencesOf(record.id());
        var others = conclusions.referencesTo(record.id());
        var holes = conclusions.holesOf(record.id());
        if (references.isEmpty() && others.isEmpty() && holes.isEmpty()) return NONE;
        var cards = cards(references, others, room);
        return new RecordReferences(made(references, cards, true), made(references, cards, false),
                holes.stream().map(RecordReferences::sentence).toList(), by(others, cards), marks(record, references, cards));
    }

    private static Map<RecordId, Card> cards(List<Reference> references, List<Reference> others, ReadingRoom room) {
        var ids = new LinkedHashSet<RecordId>();
        for (var reference : references) ids.addAll(reference.targets());
        for (var reference : others) ids.add(reference.from());
        var cards = new HashMap<RecordId, Card>();
        if (!ids.isEmpty()) for (var card : room.cards(List.copyOf(ids))) cards.put(card.id(), card);
        return cards;
    }

    private static List<Made> made(List<Reference> references, Map<RecordId, Card> cards, boolean shown) {
        var made = new LinkedHashMap<RecordId, Made>();
        for (var reference : references) {
            if (reference.shown() != shown) continue;
            for (var target : reference.targets()) {
                var card = cards.get(target);
                if (card != null) made.putIfAbsent(target, new Made(reference.mention().words(), card, reference.reason()));
            }
        }
        return List.copyOf(made.values());
    }

    private static List<Card> by(List<Reference> others, Map<RecordId, Card> cards) {
        var by = new LinkedHashMap<RecordId, Card>();
        for (var reference : others) {
            var card = cards.get(reference.from());
            if (card != null) by.put(card.id(), card);
        }
        return by.values().stream().sorted(Comparator.comparing((Card c) -> c.dating().edtf().map(e -> e.first()).orElse(java.time.LocalDate.MAX))).toList();
    }

    private static Map<String, Marks> marks(RecordView record, List<Reference> references, Map<RecordId, Card> cards) {
        var marks = new HashMap<String, Marks>();
        for (var text : record.texts()) {
            var body = new ArrayList<Link>();
            var notes = new HashMap<Integer, List<Link>>();
            var editors = new HashMap<Answer, Card>();
            for (var reference : references) {
                if (!reference.shown() || !reference.mention().text().equals(text.id())) continue;
                answered(reference, cards, editors);
                var card = cards.get(reference.targets().getFirst());
                if (card == null) continue;
                var note = reference.mention().inNote();
                if (note.isPresent())
                    link(layer(text, note.get().note()), note.get().span().start(), note.get().span().end(), note.get().span().quotation(), card)
                            .ifPresent(notes.computeIfAbsent(note.get().note(), _ -> new ArrayList<>())::add);
                else
                    link(PlainLayer.of(text.text()), reference.mention().at().start(), reference.mention().at().end(),
                            reference.mention().at().quotation(), card).ifPresent(body::add);
            }
            if (!editors.isEmpty()) named(text, editors, notes);
            if (!body.isEmpty() || !notes.isEmpty()) marks.put(text.id(), new Marks(body, notes));
        }
        return marks;
    }

    /// The papers that a reference is answered with, each under its place in print.
    private static void answered(Reference reference, Map<RecordId, Card> cards, Map<Answer, Card> editors) {
        var answers = reference.mention().answers();
        if (answers.size() != reference.targets().size()) return; // which of them is meant is not known
        for (var i = 0; i < answers.size(); i++) {
            var card = cards.get(reference.targets().get(i));
            if (card != null) editors.putIfAbsent(answers.get(i), card);
        }
    }

    /// Links at the places of notes that name a paper: `Document 131`.
    private static void named(TextView text, Map<Answer, Card> editors, Map<Integer, List<Link>> notes) {
        var all = text.text().notes();
        for (var i = 0; i < all.size(); i++) {
            var layer = PlainLayer.of(all.get(i));
            var links = notes.getOrDefault(i, new ArrayList<>());
            for (var named : ReferenceReader.named(layer)) {
                var card = editors.get(named.answer());
                if (card == null || links.stream().anyMatch(l -> l.start() < named.end() && named.start() < l.end())) continue;
                links.add(link(named.start(), named.end(), card));
            }
            if (links.isEmpty()) continue;
            links.sort(Comparator.comparingInt(Link::start));
            notes.put(i, links);
        }
    }

    private static PlainLayer layer(TextView text, int note) {
        return PlainLayer.of(text.text().notes().get(note));
    }

    /// A link, where the words still stand where they were read.
    private static Optional<Link> link(PlainLayer layer, int start, int end, String quotation, Card card) {
        var words = layer.text();
        if (end > layer.length()) return Optional.empty();
        int from = layer.unit(start), to = layer.unit(end);
        if (!words.substring(from, to).equals(quotation)) return Optional.empty();
        return Optional.of(link(from, to, card));
    }

    private static Link link(int start, int end, Card card) {
        return new Link(start, end, View.at(card), DateInWords.brief(card.dating()), card.title());
    }

    /// `Cablegram 4867 from Bruce, 5 October 1945, mentioned in 3 papers, is not among the papers open here.`
    static String sentence(Hole hole) {
        if (!hole.volume().isEmpty())
            return "Document " + hole.number() + " of volume " + hole.volume() + ", named by the editors, is not among the papers open here.";
        var what = hole.kind().filter(k -> k != Kind.OTHER).map(View::kind).orElse("Message");
        var number = hole.number().isEmpty() ? "" : " " + hole.number();
        var from = hole.from().isEmpty() ? "" : " from " + String.join(" and ", hole.from());
        var date = hole.date().map(d -> ", " + DateInWords.full(d)).orElse("");
        return what + number + from + date + ", mentioned in "
                + View.many(hole.mentionedBy().size(), "paper", "papers") + ", is not among the papers open here.";
    }

    /// Whether there is anything to show.
    public boolean any() {
        return !made.isEmpty() || !suggestions.isEmpty() || !missing.isEmpty() || !by.isEmpty();
    }
}
