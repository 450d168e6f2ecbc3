package chancery.cable;

import chancery.cable.Mention.Said;
import chancery.cable.Mention.Sequence;
import chancery.cable.Mention.Whose;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/// The second number of a message, which stands before its first words: `Assembly 401. Disarmament.`, `F.E.C. 257.`,
/// `From the Attaché for the Chief of Staff. TROPIC No. 6.`
///
/// A delegation counts its messages on a subject beside the numbers of the wire, and is answered by either.
final class OwnNumber {
    private static final Pattern FIRST = Pattern.compile(
            "(?:(?:From|For|Following)\\s[^.;:]{3,70}[.:]?\\s)?(?:Delegation\\s)?(?<words>(?:No\\.?\\s)?(?<series>(?:[A-Z]\\.\\s?){2,5}|[A-Z]{2,8}|"
            + "(?!(?i:Articles?|Part|Chapter|Section|Paragraphs?|Para|Documents?|Volume"
            + "|Annex|Appendix|Resolution|Clause|Item|Table|Notes?|File|Reference|Cable|Telegrams?|Cablegrams?|Letter|Message|Despatch|Memorandum|Circular|"
                    + "Your|Ours?|My|No|Nos|Number|January|February|March|April|May|June|July"
            + "|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|"
                    + "Sunday)\\b)[A-Z][a-z]{3,9})\\.?\\s?(?:No\\.?\\s?)?(?<digits>\\d{1,4}))(?=[.,;]?\\s*$|[.,;]\\s)");

    private OwnNumber() {}

    /// The number that the words of a block begin with; empty where they begin with none.
    static Optional<MentionScan.Found> at(String words) {
        var m = FIRST.matcher(words);
        if (!m.lookingAt()) return Optional.empty();
        var series = Objects.requireNonNull(m.group("series")).replaceAll("[^\\p{L}]", "");
        var number = new MessageNumber(series, Integer.parseInt(Objects.requireNonNull(m.group("digits"))), "");
        var said = new Said(Whose.OURS, "", Optional.empty(), List.of(number), Optional.empty(), "", Sequence.ITSELF, "");
        return Optional.of(new MentionScan.Found(m.start("words"), m.end("words"), m.end("words"), said));
    }
}
