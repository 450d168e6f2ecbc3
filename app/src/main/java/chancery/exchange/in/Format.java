package chancery.exchange.in;

import java.util.List;

/// A format that papers come in. Pure: an item in, readings out; safe to share between threads.
public interface Format {
    /// Its word on the command line: `front-matter`.
    String word();

    /// Whether an item looks like this format, by its name and first bytes; cheap, and never fails.
    boolean fits(Item item);

    /// What the item holds, in its own order. Never fails: what cannot be read is refused with a finding.
    List<Reading> read(Item item);
}
