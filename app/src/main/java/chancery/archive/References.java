package chancery.archive;

import chancery.cable.HeadingReading;
import chancery.cable.Mention;
import chancery.cable.Mention.Answer;
import chancery.cable.Mention.InNote;
import chancery.cable.Mention.Said;
import chancery.cable.Mention.Sequence;
import chancery.cable.Mention.Span;
import chancery.cable.Mention.Unprinted;
import chancery.cable.Mention.Whose;
import chancery.cable.MessageNumber;
import chancery.cable.ReferenceReader;
import chancery.document.Edtf;
import chancery.document.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/// Reads what a text says of other messages, and keeps it: the mentions, each as a short list without names of fields, since there are many.
final class References implements ReadingProgram {
    static final String WHAT = "references";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public String what() {
        return WHAT;
    }

    @Override
    public int version() {
        return 4;
    }

    @Override
    public boolean reads(int ordinal) {
        return true;
    }

    @Override
    public byte[] read(Given given) {
        var date = given.day();
        var written = date.map(Edtf::first).filter(day -> !day.equals(LocalDate.MIN));
        var lines = given.ordinal() == 0 ? given.heading().map(HeadingReading::heading).map(h -> h.headingLines()).orElse(0) : 0;
        var mentions = ReferenceReader.read(given.text(), given.words(), given.layer(), written, lines);
        return mentions.isEmpty() ? Readings.NOTHING : Packing.pack(write(mentions));
    }

    /// Mentions as they are kept.
    static String write(List<Mention> mentions) {
        var all = JSON.createArrayNode();
        for (var m : mentions) {
            var row = all.addArray().add(m.occurrence());
            write(row, m.at());
            var note = row.addArray();
            m.inNote().ifPresent(n -> {
                note.add(n.note());
                write(note, n.span());
            });
            var s = m.said();
            row.add(s.whose().ordinal()).add(s.office()).add(s.kind().map(Kind::word).orElse(""));
            var numbers = row.addArray();
            for (var n : s.numbers()) numbers.add(n.series()).add(n.digits()).add(n.suffix());
            row.add(s.date().map(Edtf::text).orElse("")).add(s.to()).add(s.sequence().ordinal()).add(s.paragraph());
            var answers = row.addArray();
            for (var a : m.answers()) answers.add(a.volume()).add(a.number()).add(a.note());
            var unprinted = row.addArray();
            m.unprinted().ifPresent(u -> unprinted.add(u.date().map(Edtf::text).orElse("")).add(u.file()));
        }
        return JSON.writeValueAsString(all);
    }

    private static void write(ArrayNode row, Span span) {
        row.add(span.start()).add(span.end()).add(span.quotation());
    }

    /// The mentions of a text again.
    ///
    /// @param text the text's permanent name, which is not kept with each
    static List<Mention> read(String text, String kept) {
        var mentions = new ArrayList<Mention>();
        for (var row : JSON.readTree(kept)) {
            var note = row.get(4);
            var inNote = note.isEmpty() ? Optional.<InNote>empty() : Optional.of(new InNote(note.get(0).asInt(), span(note, 1)));
            var numbers = new ArrayList<MessageNumber>();
            for (var i = 0; i < row.get(8).size(); i += 3)
                numbers.add(new MessageNumber(row.get(8).get(i).asString(), row.get(8).get(i + 1).asInt(), row.get(8).get(i + 2).asString()));
            var answers = new ArrayList<Answer>();
            for (var i = 0; i < row.get(13).size(); i += 3)
                answers.add(new Answer(row.get(13).get(i).asString(), row.get(13).get(i + 1).asString(), row.get(13).get(i + 2).asString()));
            var said = new Said(Whose.values()[row.get(5).asInt()], row.get(6).asString(), Kind.of(row.get(7).asString()), numbers,
                    Edtf.parse(row.get(9).asString()), row.get(10).asString(), Sequence.values()[row.get(11).asInt()], row.get(12).asString());
            var lies = row.get(14);
            var unprinted = lies.isEmpty() ? Optional.<Unprinted>empty()
                    : Optional.of(new Unprinted(Edtf.parse(lies.get(0).asString()), lies.get(1).asString()));
            mentions.add(new Mention(text, row.get(0).asInt(), span(row, 1), inNote, said, answers, unprinted));
        }
        return mentions;
    }

    private static Span span(JsonNode row, int at) {
        return new Span(row.get(at).asInt(), row.get(at + 1).asInt(), row.get(at + 2).asString());
    }
}
