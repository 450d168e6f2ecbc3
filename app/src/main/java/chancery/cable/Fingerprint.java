package chancery.cable;

import java.nio.ByteBuffer;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/// What is kept of a text to find others that say the same: small, and the same for the same words.
///
/// Runs of [#RUN] words are hashed, and of every [#WINDOW] runs one after another the smallest hash is kept (*winnowing*: Schleimer, Wilkerson
/// and Aiken, 2003), so that any two texts that share [#RUN] + [#WINDOW] − 1 words in a row share a mark. Beside them stands a sketch of the
/// words that matter (names, numbers, long words; *MinHash*, Broder 1997), which tells how alike two texts are whose words stand in another order,
/// as a paraphrase's do.
///
/// @param words how many words the text has
/// @param marks the kept hashes, each once, ascending
/// @param sketch a byte for each of [#SLOTS] orders: the smallest word's; empty where no word matters
public record Fingerprint(int words, List<Integer> marks, List<Byte> sketch) {
    static final int RUN = 5, WINDOW = 20, SLOTS = 64;
    private static final int LONG = 6, BEGINNING = 8;

    public Fingerprint {
        marks = List.copyOf(marks);
        sketch = List.copyOf(sketch);
    }

    /// The fingerprint of a plain layer. Case, accents and signs count for nothing.
    public static Fingerprint of(String plain) {
        var words = new Hashes();
        scan(plain, words);
        return new Fingerprint(words.many, marks(words.all, words.many), sketch(words.matter));
    }

    /// The words of a plain layer as they are compared.
    static List<String> words(String plain) {
        var words = new ArrayList<String>();
        scan(plain, word -> words.add(word.toString()));
        return words;
    }

    private static void scan(String plain, Consumer<StringBuilder> words) {
        String folded = (isAscii(plain) ? plain : Normalizer.normalize(plain, Normalizer.Form.NFD)).toLowerCase(Locale.ROOT);
        var word = new StringBuilder();
        for (int i = 0; i <= folded.length(); i++) {
            char c = i < folded.length() ? folded.charAt(i) : ' ';
            if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
                word.append(c);
            } else if (!word.isEmpty() && c != '\'' && c != '’' && Character.getType(c) != Character.NON_SPACING_MARK) {
                words.accept(word);
                word.setLength(0);
            }
        }
    }

    private static boolean isAscii(String words) {
        for (int i = 0; i < words.length(); i++) if (words.charAt(i) >= 0x80) return false;
        return true;
    }

    /// Words by the hashes that they have as strings.
    private static final class Hashes implements Consumer<StringBuilder> {
        private int[] all = new int[256];
        private int many;
        private final Set<Integer> matter = new HashSet<>(); // of the first letters of those that matter

        /// Names and numbers are known by a digit or by their length: small words of any language fall away.
        @Override
        public void accept(StringBuilder word) {
            int hash = 0, beginning = 0;
            for (int i = 0; i < word.length(); i++) {
                hash = 31 * hash + word.charAt(i);
                if (i < BEGINNING) beginning = hash;
            }
            if (many == all.length) all = Arrays.copyOf(all, many * 2);
            all[many++] = hash;
            if (word.length() >= LONG || Character.isDigit(word.charAt(0))) matter.add(beginning);
        }
    }

    private static List<Integer> marks(int[] words, int count) {
        int many = count - RUN + 1;
        if (many <= 0) return List.of();
        var hashes = new int[many];
        for (int i = 0; i < many; i++) {
            long hash = 1125899906842597L;
            for (int j = i; j < i + RUN; j++) hash = hash * 1_000_003 + words[j];
            hashes[i] = mixed(hash);
        }
        var kept = new TreeSet<Integer>();
        int smallest = -1; // where it stands
        for (int last = Math.min(many, WINDOW) - 1; last < many; last++) {
            int first = Math.max(0, last - WINDOW + 1);
            if (smallest >= first && hashes[last] >= hashes[smallest]) continue;
            if (smallest >= first) smallest = last;
            else for (int i = smallest = first; i <= last; i++) if (hashes[i] < hashes[smallest]) smallest = i;
            kept.add(hashes[smallest]);
        }
        return List.copyOf(kept);
    }

    private static List<Byte> sketch(Set<Integer> matter) {
        if (matter.isEmpty()) return List.of();
        var smallest = new int[SLOTS];
        Arrays.fill(smallest, Integer.MAX_VALUE);
        for (int word : matter) {
            long hash = word * 0x9E3779B97F4A7C15L;
            for (int slot = 0; slot < SLOTS; slot++) smallest[slot] = Math.min(smallest[slot], mixed(hash + slot * 0xD1B54A32D192ED03L));
        }
        var sketch = new ArrayList<Byte>(SLOTS);
        for (int s : smallest) sketch.add((byte) (s ^ s >> 8 ^ s >> 16 ^ s >> 24));
        return sketch;
    }

    private static int mixed(long hash) {
        long h = (hash ^ hash >>> 33) * 0xFF51AFD7ED558CCDL;
        h = (h ^ h >>> 33) * 0xC4CEB9FE1A85EC53L;
        return (int) (h ^ h >>> 33);
    }

    /// How large a part of the words that matter the two share, from 0 to 1, give or take a tenth.
    public double alike(Fingerprint other) {
        if (sketch.isEmpty() || other.sketch.isEmpty()) return 0;
        int same = 0;
        for (int i = 0; i < SLOTS; i++) if (sketch.get(i).equals(other.sketch.get(i))) same++;
        double chance = 1.0 / 256;
        return Math.max(0, ((double) same / SLOTS - chance) / (1 - chance));
    }

    /// How many marks the two share.
    public int shared(Fingerprint other) {
        Set<Integer> theirs = new HashSet<>(other.marks);
        return (int) marks.stream().filter(theirs::contains).count();
    }

    /// The fingerprint for keeping: how many words and how many marks, then the marks, then the sketch.
    public byte[] bytes() {
        var bytes = ByteBuffer.allocate(4 + 4 + marks.size() * 4 + sketch.size());
        bytes.putInt(words).putInt(marks.size());
        for (int mark : marks) bytes.putInt(mark);
        for (byte b : sketch) bytes.put(b);
        return bytes.array();
    }

    /// What [#bytes] made.
    ///
    /// @throws IllegalArgumentException where it did not
    public static Fingerprint of(byte[] kept) {
        var bytes = ByteBuffer.wrap(kept);
        if (bytes.remaining() < 8) throw new IllegalArgumentException("no fingerprint: it has " + kept.length + " bytes");
        int words = bytes.getInt(), many = bytes.getInt();
        if (many < 0 || bytes.remaining() - many * 4L != SLOTS && bytes.remaining() != many * 4L)
            throw new IllegalArgumentException("no fingerprint: " + many + " marks do not make " + kept.length + " bytes");
        var marks = new ArrayList<Integer>(many);
        for (int i = 0; i < many; i++) marks.add(bytes.getInt());
        var sketch = new ArrayList<Byte>();
        while (bytes.hasRemaining()) sketch.add(bytes.get());
        return new Fingerprint(words, marks, sketch);
    }
}
