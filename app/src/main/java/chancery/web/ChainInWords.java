package chancery.web;

import chancery.claim.Attestation;
import chancery.claim.Mode;
import chancery.claim.SourceChain;
import chancery.claim.SourceChain.Link;

/// A source chain read aloud as one sentence, from the author to the origin.
public final class ChainInWords {
    private ChainInWords() {}

    /// The sentence up to the claim's own words:
    /// `Sir Lionel Tressider wrote that the Regent said that General Haskvold said to Lieutenant Ladomine (how it went on from there is not recorded): `
    static String before(Attestation a) {
        return ownEyes(a) ? a.paper().author() + " saw, and wrote: " : sentence(a) + ": ";
    }

    /// The sentence about a claim that stands above it: `Sir Lionel Tressider wrote that Tarasmin said this.`
    static String about(Attestation a) {
        return ownEyes(a) ? a.paper().author() + " saw this, and wrote it." : sentence(a) + " this.";
    }

    /// A chain as the desk and CSV files write it: `the Regent [told] | General Haskvold [told] (to Lieutenant Ladomine)`.
    public static String written(SourceChain chain) {
        return chain.links().stream().map(l -> (l.isNamed() ? l.words() : "?") + (l.mode() == Mode.NOT_SAID ? "" : " [" + l.mode().word() + "]")
                + l.supposed().map(s -> " (to " + s.quotation() + ")").orElse("")).collect(java.util.stream.Collectors.joining(" | "));
    }

    /// Whether the author tells what he saw himself.
    private static boolean ownEyes(Attestation a) {
        var links = a.chain().links();
        return links.size() == 1 && links.getFirst().mode() == Mode.OBSERVED && chancery.claim.Party.isSame(links.getFirst().words(), a.paper().author());
    }

    private static String sentence(Attestation a) {
        var out = new StringBuilder(a.paper().author().isEmpty() ? "The paper says" : a.paper().author() + " wrote");
        for (var link : a.chain().links()) {
            out.append(" that ").append(name(link)).append(' ').append(link.mode() == Mode.READ && link.words().endsWith("s") ? "say" : verb(link.mode()));
            link.supposed().ifPresent(s -> out.append(" to ").append(s.quotation()).append(" (how it went on from there is not recorded)"));
        }
        return out.toString();
    }

    private static String name(Link link) {
        return link.isNamed() ? link.words() : "somebody whom the paper does not name";
    }

    private static String verb(Mode mode) {
        return switch (mode) {
            case TOLD, NOT_SAID -> "said";
            case WROTE -> "wrote";
            case READ -> "says";
            case OVERHEARD -> "was overheard to say";
            case OBSERVED -> "saw";
            case INTERCEPTED -> "said, in a message that was intercepted,";
            case PUBLISHED -> "made public";
        };
    }
}
