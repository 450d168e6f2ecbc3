package chancery.claim;

import chancery.claim.Relays.Relay;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What runs on from sentence to sentence while a text is read: who speaks, since when, and whether the author has spoken again.
final class Passage {
    /// Whose words a sentence without reporting words of its own would be; empty at the start.
    List<Named> chain = List.of();
    /// The reporting words that they hang on, and the sentence these stand in.
    @Nullable Hit hit;
    int hitSentence = -1;
    /// The last sentence in which something was claimed; -1 for none.
    int lastClaim = -1;
    /// How many sentences in a row were claimed so far without reporting words of their own.
    int run;
    /// Whether the last claimed sentence was claimed to its end.
    boolean toTheEnd;
    /// Whether the last sentence opened a list or a quotation: it ended with a colon, or said *as follows*.
    boolean opened;
    /// The block of the reporting words, and whether they opened a list.
    int openedBlock = -1;
    /// Whether the author spoke in the sentence before (`I said`, `we asked`).
    boolean author;
    /// The text of another, given in full, that is being read.
    Optional<Relay> relay = Optional.empty();
    /// Whether a quotation is open at the end of the sentence before.
    boolean quoting;

    /// A source as the text names it.
    ///
    /// @param words      as named
    /// @param from       first token of the name; -1 where it is not in the text
    /// @param to         behind its last
    /// @param type       as in [Hit.Subject]
    /// @param antecedent whether a pronoun was followed to it
    record Named(String words, int from, int to, String type, boolean antecedent) {
        static final Named UNNAMED = new Named(SourceChain.UNNAMED, -1, -1, "none", false);

        Named followed() {
            return new Named(words, from, to, type, true);
        }

        boolean isUnnamed() {
            return from < 0 && words.equals(SourceChain.UNNAMED);
        }
    }
}
