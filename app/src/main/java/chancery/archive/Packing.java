package chancery.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/// Words packed for the store: a byte that names the dictionary, then a zlib stream (RFC 1950) that begins with it.
/// The dictionary makes short things small; a dictionary once used stays in the program for ever.
final class Packing {
    /// Invented diplomatic English, then common runs of our own XML and JSON, the commonest last, where zlib reaches them cheapest.
    private static final byte[] FIRST = dictionary("packing-1.txt", "835955d347cff71e188ccfcce0a1a562384d9ba31a37c881badfbdde95ca8f06");
    private static final byte FIRST_NAME = 1;

    private Packing() {}

    /// A dictionary from the jar; one that is not what it was would make the store unreadable, so it is compared first.
    private static byte[] dictionary(String name, String digest) {
        try (var in = Packing.class.getResourceAsStream("/chancery/archive/" + name)) {
            if (in == null) throw new IllegalStateException("the dictionary " + name + " is not in the jar");
            var bytes = in.readAllBytes();
            if (!FolderVault.digest(bytes).equals(digest)) throw new IllegalStateException("the dictionary " + name + " was changed: what was packed with it could not be read");
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] pack(String words) {
        var deflater = new Deflater(6);
        try {
            deflater.setDictionary(FIRST);
            deflater.setInput(words.getBytes(StandardCharsets.UTF_8));
            deflater.finish();
            var out = new ByteArrayOutputStream(words.length() / 2 + 64);
            out.write(FIRST_NAME);
            var buffer = new byte[8192];
            while (!deflater.finished()) out.write(buffer, 0, deflater.deflate(buffer));
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    /// @throws IllegalArgumentException where the bytes are not packed words of ours
    static String unpack(byte[] packed) {
        if (packed.length < 3 || packed[0] != FIRST_NAME) throw new IllegalArgumentException("not packed words of ours");
        var inflater = new Inflater();
        try {
            inflater.setInput(packed, 1, packed.length - 1);
            var out = new ByteArrayOutputStream(packed.length * 4);
            var buffer = new byte[16384];
            while (!inflater.finished()) {
                var n = inflater.inflate(buffer);
                if (n == 0 && inflater.needsDictionary()) inflater.setDictionary(FIRST);
                else if (n == 0) throw new IllegalArgumentException("packed words end too early");
                else out.write(buffer, 0, n);
            }
            return out.toString(StandardCharsets.UTF_8);
        } catch (DataFormatException e) {
            throw new IllegalArgumentException("not packed words of ours", e);
        } finally {
            inflater.end();
        }
    }
}
