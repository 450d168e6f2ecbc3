package chancery.archive;

import chancery.cable.CableHeading;
import chancery.cable.HeadingReader;
import chancery.cable.HeadingReading;
import chancery.cable.HeadingSource;
import chancery.document.Description;
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
    public int version() {
        return 2;
    }

    @Override
    public boolean reads(int ordinal) {
        return ordinal == 0;
    }

    @Override
    public byte[] read(Given given) {
        return given.heading().map(h -> Packing.pack(write(h))).orElse(Readings.NOTHING);
    }

    /// What a text's heading says.
    static HeadingReading read(Description description, Text text) {
        return HeadingReader.read(HeadingSource.of(description, text));
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
}
