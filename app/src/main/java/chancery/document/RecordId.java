package chancery.document;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The permanent name of a record: 12 characters and a check character, from the alphabet of NOID
/// (digits and consonants without l and y, so that no word arises and none is misread).
///
/// Made by a keyed hash of source and delivery path: it tells nothing, comes out the same again, and is never sequential.
/// The check character catches any single wrong character and any swap of neighbours (NOID Check Digit Algorithm).
///
/// @param value the 13 characters
public record RecordId(String value) implements Comparable<RecordId> {
    private static final String ALPHABET = "0123456789bcdfghjkmnpqrstvwxz";
    private static final int LENGTH = 12;

    public RecordId {
        if (!isWellFormed(value)) throw new IllegalArgumentException("not a record id: " + value);
    }

    /// The id for an item of a source.
    ///
    /// @param key    the archive's own key, at least 16 bytes
    /// @param source the name of the source
    /// @param path   the delivery path within it
    public static RecordId of(byte[] key, String source, String path) {
        return new RecordId(withCheck(keyed(key, "record\u0000" + source + "\u0000" + path)));
    }

    /// A name of the same form for something other than a record (a holding, a text), by its own words.
    public static String name(byte[] key, String what, String words) {
        return withCheck(keyed(key, what + "\u0000" + words));
    }

    /// The id that some text holds; empty when it is none.
    public static Optional<RecordId> parse(String text) {
        return isWellFormed(text) ? Optional.of(new RecordId(text)) : Optional.empty();
    }

    @Override
    public int compareTo(RecordId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    private static boolean isWellFormed(String text) {
        return text.length() == LENGTH + 1 && text.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0) && text.charAt(LENGTH) == check(text.substring(0, LENGTH));
    }

    private static String withCheck(String twelve) {
        return twelve + check(twelve);
    }

    private static char check(String twelve) {
        var sum = 0;
        for (var i = 0; i < LENGTH; i++) sum += (i + 1) * ALPHABET.indexOf(twelve.charAt(i));
        return ALPHABET.charAt(sum % ALPHABET.length());
    }

    private static String keyed(byte[] key, String words) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            var digest = new java.math.BigInteger(1, mac.doFinal(words.getBytes(StandardCharsets.UTF_8)));
            var base = java.math.BigInteger.valueOf(ALPHABET.length());
            var id = new StringBuilder(LENGTH);
            for (var i = 0; i < LENGTH; i++) {
                var parts = digest.divideAndRemainder(base);
                id.append(ALPHABET.charAt(parts[1].intValue()));
                digest = parts[0];
            }
            return id.toString();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HmacSHA256", e);
        }
    }
}
