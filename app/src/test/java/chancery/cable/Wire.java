package chancery.cable;

import chancery.cable.Mention.Said;
import chancery.cable.Mention.Sequence;
import chancery.cable.Mention.Span;
import chancery.cable.Mention.Whose;
import chancery.document.Dating;
import chancery.document.Edtf;
import chancery.document.Kind;
import chancery.document.RecordId;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Invented messages and what they say of one another, for tests of conversations. Not for sharing between tests.
final class Wire {
    private static final byte[] KEY = "0123456789abcdef".getBytes(StandardCharsets.UTF_8);
    final List<Message> messages = new ArrayList<>();
    final List<Reference> references = new ArrayList<>();
    final Map<String, Hole> holes = new LinkedHashMap<>();
    private final Map<String, RecordId> names = new LinkedHashMap<>();

    /// A message: `sent("a", "1941-12-08 20:00", "London", "Bruce", "Curtin", "219", "AA: A981, PACIFIC 8")`; what is empty is not said.
    Wire sent(String name, String when, String place, String from, String to, String number, String file) {
        var words = when.split(" ");
        var time = words.length > 1 ? Optional.of(LocalTime.parse(words[1])) : Optional.<LocalTime>empty();
        var dating = new Dating(when, Edtf.parse(words[0]), time, place);
        var heading = new CableHeading(new Printed<>(Kind.CABLEGRAM, "Cablegram"), one(number), one(place), one(words[0]),
                time.map(t -> new Printed<>(t, t.toString())), Optional.empty(), all(from), all(to), List.of(), List.of(), List.of(),
                List.of(), List.of(), List.of(), Optional.empty(), Optional.empty(), Optional.empty(), all(file), false, 1);
        messages.add(new Message(id(name), name, from + " to " + to, Optional.of(heading), dating, Optional.empty(), List.of()));
        return this;
    }

    Wire sent(String name, String when, String place, String from, String to) {
        return sent(name, when, place, from, to, "", "");
    }

    /// That one message speaks of another: `says("b", "yours", "a")`; `editor` for a note of the editors.
    Wire says(String from, String how, String of) {
        references.add(new Reference("r" + references.size(), id(from), mention(how), List.of(id(of)), true,
                how.equals("editor") ? Reference.Basis.EDITOR : Reference.Basis.TEXT, 0.9, from + " speaks of " + of));
        return this;
    }

    /// That a message speaks of one which is not here.
    Wire misses(String from, String how, String hole, String number, String date) {
        var id = "r" + references.size();
        references.add(new Reference(id, id(from), mention(how), List.of(), false, Reference.Basis.TEXT, 0, ""));
        var was = holes.get(hole);
        var refs = new ArrayList<>(was == null ? List.<String>of() : was.references());
        refs.add(id);
        var by = new ArrayList<>(was == null ? List.<RecordId>of() : was.mentionedBy());
        by.add(id(from));
        holes.put(hole, new Hole(hole, Optional.of(Kind.CABLEGRAM), number, "", List.of(), List.of(), Edtf.parse(date), refs, by));
        return this;
    }

    private static Mention mention(String how) {
        var whose = switch (how) {
            case "yours" -> Whose.YOURS;
            case "mine", "next" -> Whose.OURS;
            case "theirs" -> Whose.THEIRS;
            default -> Whose.UNSAID;
        };
        return new Mention("t", 0, new Span(0, 4, "your"), Optional.empty(), new Said(whose, "", Optional.empty(), List.of(),
                Optional.empty(), "", how.equals("next") ? Sequence.AFTER : Sequence.UNSAID, ""), List.of(), Optional.empty());
    }

    RecordId id(String name) {
        return names.computeIfAbsent(name, n -> RecordId.of(KEY, "wire", n));
    }

    String name(RecordId id) {
        return names.entrySet().stream().filter(e -> e.getValue().equals(id)).findFirst().orElseThrow().getKey();
    }

    Resolution found() {
        return new Resolution(references, List.copyOf(holes.values()));
    }

    List<Exchange> exchanges() {
        return Exchanges.of(messages, found());
    }

    /// The turns of an exchange in order: names, holes in brackets.
    String turns(Exchange e) {
        var words = new ArrayList<String>();
        for (var turn : e.turns()) words.add(switch (turn) {
            case Exchange.Sent sent -> name(sent.message());
            case Exchange.Missing missing -> "[" + missing.hole().number() + "]";
        });
        return String.join(" ", words);
    }

    /// Every exchange's turns.
    String all() {
        return String.join(" / ", exchanges().stream().map(this::turns).toList());
    }

    private static Optional<Printed<String>> one(String words) {
        return words.isEmpty() ? Optional.empty() : Optional.of(new Printed<>(words, words));
    }

    private static List<Printed<String>> all(String words) {
        return words.isEmpty() ? List.of() : java.util.Arrays.stream(words.split("; ")).map(w -> new Printed<>(w, w)).toList();
    }
}
