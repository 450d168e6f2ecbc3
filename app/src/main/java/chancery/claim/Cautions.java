package chancery.claim;

import chancery.claim.Prose.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Words that say how far a report is to be trusted, and which claims they speak of.
///
/// Those of three kinds: a hedge that stands with the reporting words (`apparently`,
/// `seems to believe`), what is said of the source (`from a reliable source`),
/// and a remark on the report that stands with it, in the sentence behind or in one that points back (`the above information should be checked`).
final class Cautions {
    private static final Pattern HEDGE = Pattern.compile(
            "\\b(?:apparently|allegedly|alleged|reportedly|seemingly|purported(?:ly)?|ostensibly|presumably|unofficially|unconfirmed|reliably(?: informed)?|"
            + "(?:it )?(?:would )?(?:now )?(?:seem|seems|seemed|appear|appears|appeared)|pretend(?:s|ed|ing)?|(?:my|our) (?:\\w+ )?impression|(?:i|we) "
            + "(?:\\w+ ){1,2}(?:the )?(?:\\w+ ){0,2}impression|impression (?:i|we) \\w+|indications are|hints?)\\b");
    private static final Pattern SOURCE = Pattern.compile(
            "\\b(?:(?:from|by|through|of) )?(?:an? |the |\\w+ )?(?:usually |normally |generally |most |highly |hitherto )?(?:reliable|unreliable|reputable|"
            + "trustworthy|well[- ]informed|well[- ]placed|authoritative|unimpeachable|independent|responsible|good|delicate|sure)(?: \\w+)? (?:sources?|"
            + "quarters?|informants?|authority|authorities|contacts?|indications?)\\b|\\bsources? (?:\\w+ )?(?:which|whose) [^,.;]*\\b(?:ignore|reliab\\w*|"
            + "vouch|assess|doubt\\w*)\\b[^,.;]*");
    private static final Pattern REMARK = Pattern.compile(
            "\\b(?:(?:should|must|ought to|needs? to|remains? to|will) be (?:further |carefully |independently )?(?:checked|verified|confirmed|treated with "
            + "(?:\\w+ )?(?:caution|reserve|scepticism)|accepted with (?:\\w+ )?(?:caution|reserve)|regarded with (?:\\w+ )?(?:caution|reserve))"
            + "|(?:(?:is|are|was|were|has|have|been|be|as yet|so far) )+(?:not|un) ?(?:yet |been |so far |as yet )*confirmed[^,.;]{0,30}"
            + "|(?:has|have) not (?:yet )?been (?:confirmed|corroborated|verified)[^,.;]{0,40}"
            + "|no [^,.;]{0,30}which confirms[^,.;]*|so far as (?:i|we) (?:know|am aware|are aware)[^,.;]*|if (?:i|we) (?:correctly )?(?:gather|"
                    + "understand)(?: correctly)?"
            + "|if this accurately reflects[^,.;]*|if there (?:is|be) any (?:substance|truth) in[^,.;]*"
            + "|(?:un|not |in|no )(?:able|possible|position|means)[^,.;]{0,20}\\b(?:verify|verifying|confirm|confirming|check|checking|evaluate|vouch|assess|"
                    + "judge)\\b[^,.;]{0,40}"
            + "|(?:cannot|can not|could not|do not|does not|did not|have not|has not|unable to) (?:yet |as yet |personally |fully )?(?:vouch|verif\\w+|"
                    + "confirm\\w*|check\\w*|evaluate|corroborate)\\b[^,.;]{0,60}"
            + "|no (?:\\w+ ){0,2}(?:confirmation|corroboration|evidence to confirm|definite information|means of (?:verifying|checking|"
                    + "confirming))\\b[^,.;]{0,30}"
            + "|(?:we are |am )?trying to (?:check|verify|confirm)[^,.;]*"
            + "|regarding the accuracy of|give (?:us|me) a check on"
            + "|if (?:this |these |the |it |they |there )?(?:\\w+ )?(?:reports? |information |statements? )?(?:is|are|be)? ?(?:correct|true|accurate|well[- "
                    + "]founded|any substance)\\b(?: in [^,.;]{0,40})?"
            + "|(?:may|might|does|do) not (?:\\w+ )?represent the whole truth|with (?:all |some |due |considerable )?reserve"
            + "|(?:difficult|hard|impossible|not (?:yet )?possible|too (?:early|soon)) to (?:say|assess|judge|tell|evaluate)\\b[^,.;]{0,50}"
            + "|believed (?:that )?(?:his|her|their|its) (?:sources?|information) (?:was|were) (?:accurate|correct|reliable)"
            + "|if (?:you|we|i) (?:consider|think|believe|find)[^,.;]{0,40}\\b(?:substance|true|correct|well[- ]founded)\\b"
            + "|on (?:the )?(?:existing|present|available|current|limited) (?:reports?|information|evidence)|on the (?:information|evidence) (?:before|"
                    + "available to|available) ?\\w*"
            + "|no (?:very |really )?(?:clear|definite|authentic|reliable|precise) (?:view|picture|idea|information|knowledge)\\b[^,.;]{0,40}|limited (?:\\w+ "
                    + ")?information available"
            + "|(?:unreliable|exaggerated)(?: \\w+)?)");
    private static final Pattern OF_ALL = Pattern.compile(
            "\\b(?:unable|not able|not possible|no means|cannot|can not|not in a position)\\b[^,.;]{0,20}\\b(?:evaluate|vouch|verify|verifying|check|checking|"
            + "confirm|assess|judge)\\b[^,.;]{0,20}\\b(?:information|reports?|above|accuracy|reliability)\\b");
    private static final Pattern AHEAD = Pattern.compile(
            "\\bno (?:very |really |further )?(?:definite|authentic|reliable|confirmed|precise) information\\b[^,.;]{0,30}|\\blimited (?:\\w+ )?information "
            + "available\\b");
    private static final Pattern BACK = Pattern.compile(
            "\\b(?:this|these|that|the above|above|it|they|such|foregoing|the reports?|the information|the source|information|source|views?|figures?|points?|"
            + "statements?)\\b");
    private static final Pattern OF_REPORTS = Pattern.compile(
            "\\b(?:above|foregoing|(?:the|this|these|his|her|their) (?:information|reports?|sources?|rumours?)|evaluate information)\\b");
    private static final Pattern GOVERNED = Pattern.compile("\\b(?:that|said|says|saying|told|whether)\\b|[‘\"“]");
    private static final int ALL = 20; // sentences before a remark on all information of a paper
    private static final int SPREAD = 8; // sentences before a remark on `the above information`

    private final Prose prose;

    Cautions(Prose prose) {
        this.prose = prose;
    }

    /// The caution that speaks of a claim; empty for most.
    ///
    /// @param from first token of the claim
    /// @param to   behind its last
    /// @param cueFrom where its reporting words begin, which may be in an earlier sentence
    /// @param cueTo   behind them
    Optional<Span> of(int from, int to, int cueFrom, int cueTo, int sentence) {
        var s = prose.sentences().get(sentence);
        var here = outside(s, from, to);
        for (var part : here) {
            var hedge = find(SOURCE, part).or(() -> find(REMARK, part));
            if (hedge.isPresent()) return hedge;
        }
        if (cueFrom >= s.from() && cueFrom < from) {
            var hedge = hedge(s, cueFrom, Math.min(from, cueTo + 3));
            if (hedge.isPresent()) return hedge;
        }
        if (cueTo <= s.from()) {
            var opened = prose.sentences().stream().filter(o -> o.from() <= cueFrom && cueFrom < o.to())
                    .findFirst().flatMap(o -> find(SOURCE, new int[] {o.from(), o.to()}));
            if (opened.isPresent()) return opened;
        }
        return behind(sentence).or(() -> spread(sentence)).or(() -> ahead(sentence)).or(() -> ofAll(sentence));
    }

    /// A hedge that stands with the reporting words, and is not itself what somebody says.
    private Optional<Span> hedge(Sentence s, int cueFrom, int to) {
        var start = Math.max(s.from(), cueFrom - 4);
        var words = lower(start, to).replace('\n', ' ');
        var m = HEDGE.matcher(words);
        return m.find() && !GOVERNED.matcher(words.substring(0, m.start())).find() ? tokens(m.toMatchResult(), new int[] {start, to}) : Optional.empty();
    }

    /// A remark on `the above information`, which speaks of the paragraph it ends, or of the one before where it begins its own.
    private Optional<Span> spread(int sentence) {
        var sentences = prose.sentences();
        var block = sentences.get(sentence).block();
        for (var i = sentence + 1; i < Math.min(sentences.size(), sentence + SPREAD); i++) {
            var s = sentences.get(i);
            if (s.block() > block + 1 || s.block() > block && !s.first()) return Optional.empty();
            if (!OF_REPORTS.matcher(lower(s.from(), s.to())).find()) continue;
            var found = find(REMARK, new int[] {s.from(), s.to()});
            if (found.isPresent()) return found;
        }
        return Optional.empty();
    }

    /// A remark that opens the paragraph: `No definite information is available`.
    private Optional<Span> ahead(int sentence) {
        var sentences = prose.sentences();
        var first = sentence;
        while (!sentences.get(first).first()) first--;
        return first == sentence ? Optional.empty() : find(AHEAD, new int[] {sentences.get(first).from(), sentences.get(first).to()});
    }

    /// A remark farther behind on all the information that a paper gives: `Regret unable to evaluate information`.
    private Optional<Span> ofAll(int sentence) {
        var sentences = prose.sentences();
        for (var i = sentence + 1; i < Math.min(sentences.size(), sentence + ALL); i++) {
            var found = find(OF_ALL, new int[] {sentences.get(i).from(), sentences.get(i).to()});
            if (found.isPresent()) return found;
        }
        return Optional.empty();
    }

    /// A remark in the sentence behind that points back.
    private Optional<Span> behind(int sentence) {
        if (sentence + 1 >= prose.sentences().size()) return Optional.empty();
        var next = prose.sentences().get(sentence + 1);
        if (!BACK.matcher(lower(next.from(), Math.min(next.to(), next.from() + 12))).find()) return Optional.empty();
        return find(REMARK, new int[] {next.from(), next.to()});
    }

    private List<int[]> outside(Sentence s, int from, int to) {
        var parts = new ArrayList<int[]>();
        if (from > s.from()) parts.add(new int[] {s.from(), from});
        if (to < s.to()) parts.add(new int[] {to, s.to()});
        return parts;
    }

    private String lower(int from, int to) {
        return prose.words(from, to).toLowerCase(Locale.ROOT);
    }

    private Optional<Span> find(Pattern pattern, int[] part) {
        var m = pattern.matcher(lower(part[0], part[1]).replace('\n', ' '));
        return m.find() ? tokens(m.toMatchResult(), part) : Optional.empty();
    }

    /// The tokens that a match in the words of a part stands on.
    private Optional<Span> tokens(MatchResult match, int[] part) {
        var base = prose.token(part[0]).start();
        var first = -1;
        var last = -1;
        for (var i = part[0]; i < part[1]; i++) {
            var t = prose.token(i);
            if (t.end() - base <= match.start() || t.start() - base >= match.end()) continue;
            if (first < 0) first = i;
            last = i;
        }
        return first < 0 ? Optional.empty() : Optional.of(prose.span(first, last + 1));
    }
}
