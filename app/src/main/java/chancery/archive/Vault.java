package chancery.archive;

import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Bytes under the SHA-256 of their content. Nothing is overwritten. Safe to share between threads.
/// Words that are no digest are a wrong argument, wherever one is asked for.
public interface Vault {
    /// Keeps contents; when it returns, all of them have reached the disk, their names too. Contents that are held already are not written again.
    /// On failure some of them may have been kept, which harms nothing.
    ///
    /// @return the digest of each, in hexadecimal, in order
    List<String> keep(List<byte[]> contents);

    /// The bytes of a digest; empty where they are not held. The caller closes the stream.
    Optional<InputStream> open(String digest);

    /// How many bytes a digest has; empty where it is not held.
    Optional<Long> size(String digest);

    /// Those of some digests that are missing, or whose bytes are no longer what their digest says; all bytes are read again.
    List<String> faults(Collection<String> digests);

    /// Every digest held, in order.
    List<String> all();
}
