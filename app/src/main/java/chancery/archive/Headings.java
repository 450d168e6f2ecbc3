package chancery.archive;

import chancery.cable.CableHeading;
import chancery.cable.HeadingReader;
import chancery.cable.HeadingReading;
import chancery.cable.HeadingSource;
import chancery.document.Description;
import chancery.document.Edtf;
import chancery.document.Node.Chars;
import chancery.document.Node.Element;
import chancery.document.Node.Tag;
import chancery.document.PlainLayer;
import chancery.document.Text;
import java.util.ArrayList;
import java.util.List;

/// Reads the heading of a record's first text, and keeps what was read: a Reading, derived and never journalled.
final class Headings implements ReadingProgram {
    static final String WHAT = "heading";

    @Override
    public String what() {
        return WHAT;
    }

    @Override
    public String program() {
        return "heading 2";
    }

    @Override
    public boolean reads(int ordinal) {
        return ordinal == 0;
    }

    @Override
    public String read(Given given) {
        return given.heading().map(Headings::write).orElse("");
    }

    /// What a text's heading says.
    static HeadingReading read(Description description, Text text) {
        var lines = new ArrayList<String>();
        var notes = new ArrayList<String>();
        for (var holding : description.holdings()) notes.add("[" + holding.asPrinted() + "]");
        gather(text.body(), lines, notes);
        return HeadingReader.read(new HeadingSource(description.title(), lines, notes, description.dating().edtf().map(Edtf::text).orElse(null)));
    }

    static String write(HeadingReading reading) {
        return Codec.JSON.writeValueAsString(reading);
    }

    static HeadingReading read(String json) {
        return Codec.JSON.readValue(json, HeadingReading.class);
    }

    /// A marking as lists show it: secrecy, then urgency, as printed.
    static List<String> marking(CableHeading heading) {
        var marking = new ArrayList<String>();
        heading.classification().forEach(c -> marking.add(c.asPrinted()));
        heading.precedence().forEach(p -> marking.add(p.asPrinted()));
        return marking;
    }

    /// Blocks as printed: footnote marks stay in their brackets, since a heading's reader tells them from an editor's digits by where they stand.
    private static void gather(Element in, List<String> lines, List<String> notes) {
        for (var child : in.children()) {
            if (!(child instanceof Element e)) continue;
            switch (e.tag()) {
                case NOTE -> {
                    if (e.attribute("type").filter("source"::equals).isPresent()) notes.add(PlainLayer.of(e).text());
                }
                case P, HEAD, ITEM, ROW, DATELINE, SALUTE, SIGNED -> {
                    var line = new StringBuilder();
                    printed(e, line);
                    var words = line.toString().strip().replaceAll("\\s+", " ");
                    if (!words.isEmpty()) lines.add(words);
                }
                default -> gather(e, lines, notes);
            }
        }
    }

    private static void printed(Element in, StringBuilder line) {
        for (var child : in.children()) {
            switch (child) {
                case Chars chars -> line.append(chars.words());
                case Element e when e.tag() == Tag.NOTE -> e.attribute("n").ifPresent(n -> line.append('[').append(n).append(']'));
                case Element e when e.tag() == Tag.LB || e.tag() == Tag.CELL -> {
                    line.append(' ');
                    printed(e, line);
                }
                case Element e -> printed(e, line);
            }
        }
    }
}
