package chancery.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/// Words packed small, for the store and for what the index keeps of them: a byte that names the
/// dictionary, then a stream of DEFLATE (RFC 1951) that begins with it.
/// A dictionary makes short things small. One that was used stays in the program for ever. Safe to share between threads.
///
/// A dictionary costs more time than the words packed with it when it is long: 8 kB of sentences
/// that helped most keep nine tenths of what 32 kB gave, in half the time.
public final class Packing {
    /// A dictionary by its name: the first byte of what was packed with it.
    private enum Dictionary {
        /// Invented diplomatic English, then common runs of our XML and JSON. What it packs is framed after RFC 1950; nothing is packed with it any more.
        FIRST(1, "packing-1.txt", "835955d347cff71e188ccfcce0a1a562384d9ba31a37c881badfbdde95ca8f06"),
        /// The sentences of the first that help most, then common runs of our XML.
        TEXT(2, "packing-2.txt", "4e4c9a1b6b96061820d6ba3b946325383c9b270f6ea9c2913f724fc2e588184d"),
        /// Invented descriptions and headings as we write them in JSON.
        JSON(3, "packing-3.txt", "b77fe8d606d26ea5d5435a217d5f7928626491a5b27fb7af7d177d314d15d2f6"),
        /// Invented rows of references and claims as we write them, without names of fields.
        ROWS(4, "packing-4.txt", "13bab4a28609de67d2a366357ca24bf87cd88813238a433da111b83c52b72ea1");

        private final byte name;
        private final byte[] words;

        /// A dictionary that is not what it was would make the store unreadable, so it is compared first.
        Dictionary(int name, String resource, String digest) {
            this.name = (byte) name;
            try (var in = Packing.class.getResourceAsStream("/chancery/archive/" + resource)) {
                if (in == null) throw new IllegalStateException("the dictionary " + resource + " is not in the jar");
                words = in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            if (!FolderVault.digest(words).equals(digest))
                throw new IllegalStateException("the dictionary " + resource + " was changed: what was packed with it could not be read");
        }

        static Dictionary of(byte name) {
            for (var dictionary : values()) if (dictionary.name == name) return dictionary;
            throw notOurs(null);
        }
    }

    private static final int EFFORT = 6;
    private static final ConcurrentLinkedQueue<Deflater> DEFLATERS = new ConcurrentLinkedQueue<>(); // making one costs as much as packing a page
    private static final ConcurrentLinkedQueue<Inflater> INFLATERS = new ConcurrentLinkedQueue<>();

    private Packing() {}

    /// Packs a text, an object or rows of JSON.
    static byte[] pack(String words) {
        var bytes = words.getBytes(StandardCharsets.UTF_8);
        return pack(bytes, bytes.length, words.startsWith("{") ? Dictionary.JSON : words.startsWith("[") ? Dictionary.ROWS : Dictionary.TEXT);
    }

    /// Packs the first bytes of an array, words in UTF-8.
    public static byte[] pack(byte[] words, int length) {
        return pack(words, length, Dictionary.TEXT);
    }

    private static byte[] pack(byte[] words, int length, Dictionary dictionary) {
        var known = DEFLATERS.poll();
        var deflater = known == null ? new Deflater(EFFORT, true) : known;
        deflater.setDictionary(dictionary.words);
        deflater.setInput(words, 0, length);
        deflater.finish();
        var out = new byte[length / 2 + 64];
        out[0] = dictionary.name;
        var size = 1;
        while (true) {
            size += deflater.deflate(out, size, out.length - size);
            if (deflater.finished()) break;
            out = Arrays.copyOf(out, out.length * 2);
        }
        deflater.reset();
        DEFLATERS.add(deflater);
        return Arrays.copyOf(out, size);
    }

    /// @throws IllegalArgumentException where the bytes are not packed words of ours
    static String unpack(byte[] packed) {
        var bytes = unpack(packed, 0, packed.length * 4, false);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /// The first bytes of what was packed; what stands behind them is not unpacked.
    ///
    /// @param from where in the array the packed bytes begin; they reach to its end
    /// @throws IllegalArgumentException where they are not packed words of ours, or fewer
    public static byte[] unpackFirst(byte[] packed, int from, int length) {
        return unpack(packed, from, length, true);
    }

    private static byte[] unpack(byte[] packed, int from, int room, boolean partly) {
        if (packed.length - from < 2) throw notOurs(null);
        var dictionary = Dictionary.of(packed[from]);
        var framed = dictionary == Dictionary.FIRST;
        var known = framed ? null : INFLATERS.poll();
        var inflater = known == null ? new Inflater(!framed) : known;
        var whole = false;
        try {
            if (!framed) inflater.setDictionary(dictionary.words);
            inflater.setInput(packed, from + 1, packed.length - from - 1);
            var bytes = inflate(inflater, dictionary, new byte[room], partly);
            whole = !framed;
            return bytes;
        } catch (DataFormatException e) {
            throw notOurs(e);
        } finally {
            if (whole) {
                inflater.reset();
                INFLATERS.add(inflater);
            } else {
                inflater.end();
            }
        }
    }

    private static byte[] inflate(Inflater inflater, Dictionary dictionary, byte[] room, boolean partly) throws DataFormatException {
        var out = room;
        var size = 0;
        while (!inflater.finished()) {
            if (size == out.length) {
                if (partly) return out;
                out = Arrays.copyOf(out, Math.max(64, out.length * 2));
            }
            var n = inflater.inflate(out, size, out.length - size);
            if (n == 0 && inflater.needsDictionary()) inflater.setDictionary(dictionary.words);
            else if (n == 0 && !inflater.finished()) throw new DataFormatException("packed words end too early");
            size += n;
        }
        if (partly && size < out.length) throw new DataFormatException("fewer words than were packed");
        return size == out.length ? out : Arrays.copyOf(out, size);
    }

    private static IllegalArgumentException notOurs(@org.jspecify.annotations.Nullable Exception cause) {
        return new IllegalArgumentException("not packed words of ours", cause);
    }
}
