package chancery.archive;

import chancery.cable.Fingerprint;
import chancery.document.PlainLayer;
import chancery.document.Text;

/// Keeps what tells whether a text says the same as another: its kind, its language and its [Fingerprint]. A Reading, derived and never journalled.
final class Likeness implements ReadingProgram {
    static final String WHAT = "likeness";

    /// What is kept.
    record Kept(Text.Kind kind, String language, Fingerprint print) {}

    @Override
    public String what() {
        return WHAT;
    }

    @Override
    public String program() {
        return "likeness 1";
    }

    @Override
    public boolean reads(int ordinal) {
        return true;
    }

    @Override
    public String read(Given given) {
        return given.words().kind().name() + " " + given.words().language() + " " + Fingerprint.of(PlainLayer.of(given.words()).text()).pack();
    }

    /// What [#read] made.
    static Kept kept(String found) {
        var parts = found.split(" ");
        return new Kept(Text.Kind.valueOf(parts[0]), parts[1], Fingerprint.unpack(parts[2]));
    }
}
