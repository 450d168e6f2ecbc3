package chancery.claim;

import java.util.List;
import java.util.Optional;

/// Who told whom: from the source nearest to the document's author outward to the origin. The author is not in it.
///
/// @param links nearest first, origin last; never empty
public record SourceChain(List<Link> links) {
    /// What stands for a source that the text does not name.
    public static final String UNNAMED = "unnamed source";

    public SourceChain {
        links = List.copyOf(links);
        if (links.isEmpty()) throw new IllegalArgumentException("a chain without a source");
    }

    /// One source of a chain.
    ///
    /// @param words    who it is, in words of the text (`the Minister`, `Soviet intelligence reports`), pronouns already followed to the name or role
    ///                 used earlier; [#UNNAMED] where the text names nobody. Joint sources are one link (`Bogaars and Goh`)
    /// @param named    where those words stand; empty for [#UNNAMED] and where the name comes from the document's heading
    /// @param mode     how word came from this source to the next nearer one, or to the author
    /// @param supposed somebody whom the source spoke to, where the text does not say that it was they who passed it on: a supposed link,
    ///                 whose lineage is *not recorded*
    public record Link(String words, Optional<Span> named, Mode mode, Optional<Span> supposed) {
        public Link {
            if (words.isBlank()) throw new IllegalArgumentException("a source without words");
        }

        /// Whether the text names it.
        public boolean isNamed() {
            return !words.equals(UNNAMED);
        }
    }

    /// The source that the author had it from.
    public Link nearest() {
        return links.getFirst();
    }

    /// The farthest source that the text names or points to.
    public Link origin() {
        return links.getLast();
    }

    /// The words of each source, nearest first.
    public List<String> words() {
        return links.stream().map(Link::words).toList();
    }
}
