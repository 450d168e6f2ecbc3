package chancery.archive;

import chancery.cable.Fingerprint;
import chancery.document.Text;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Keeps what tells whether a text says the same as another: its kind, its language and its [Fingerprint]. A Reading, derived and never journalled.
///
/// Marks of words cannot be packed smaller, so they are kept as they are: a byte for the kind, two
/// for the length of the language's name, that name, the fingerprint.
final class Likeness implements ReadingProgram {
    static final String WHAT = "likeness";
    static final int VERSION = 2;

    /// What is kept.
    record Kept(Text.Kind kind, String language, Fingerprint print) {}

    @Override
    public String what() {
        return WHAT;
    }

    @Override
    public int version() {
        return VERSION;
    }

    @Override
    public boolean reads(int ordinal) {
        return true;
    }

    @Override
    public byte[] read(Given given) {
        var language = given.words().language().getBytes(StandardCharsets.UTF_8);
        var print = Fingerprint.of(given.layer().text()).bytes();
        return ByteBuffer.allocate(3 + language.length + print.length).put((byte) given.words().kind().ordinal())
                .putShort((short) language.length).put(language).put(print).array();
    }

    /// What [#read] made.
    static Kept kept(byte[] found) {
        var bytes = ByteBuffer.wrap(found);
        var kind = Text.Kind.values()[bytes.get()];
        var language = new byte[bytes.getShort()];
        var print = new byte[bytes.remaining() - language.length];
        bytes.get(language).get(print);
        return new Kept(kind, new String(language, StandardCharsets.UTF_8), Fingerprint.of(print));
    }
}
