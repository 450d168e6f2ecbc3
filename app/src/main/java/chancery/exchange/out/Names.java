package chancery.exchange.out;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/// The names by which other systems know what is exported: addresses where the archive has one,
/// URNs where it has none. The same thing has the same name at every export.
///
/// @param base the archive's address, without a slash at its end; empty where it has none
public record Names(String base) {
    /// The names of an archive.
    public static Names of(Optional<URI> base) {
        return new Names(base.map(b -> b.toString().replaceAll("/+$", "")).orElse(""));
    }

    /// `claim`, `4k8rh…` → `https://archive.example/claim/4k8rh…`, or `urn:chancery:claim:4k8rh…`
    String iri(String kind, String id) {
        return base.isEmpty() ? "urn:chancery:" + kind + ":" + id : base + "/" + kind + "/" + id;
    }

    /// A name-based UUID (RFC 9562, version 5).
    UUID uuid(String kind, String id) {
        var bytes = digest("SHA-1", iri(kind, id));
        bytes[6] = (byte) (bytes[6] & 0x0f | 0x50);
        bytes[8] = (byte) (bytes[8] & 0x3f | 0x80);
        var buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    /// A digest in hexadecimal, as FollowTheMoney names statements.
    static String sha1(String words) {
        return HexFormat.of().formatHex(digest("SHA-1", words));
    }

    private static byte[] digest(String algorithm, String words) {
        try {
            return MessageDigest.getInstance(algorithm).digest(words.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no " + algorithm, e);
        }
    }
}
