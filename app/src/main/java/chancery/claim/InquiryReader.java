package chancery.claim;

import chancery.claim.Prose.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads the requests for knowledge of a text: *please advise whether*, *should be checked*, *have you any information*.
///
/// A request to do something is none: *please inform the Minister* asks nobody for knowledge. What others asked the author is reported, and so a claim.
final class InquiryReader {
    private static final String KNOWLEDGE =
            "\\b(?:information|views?|comments?|advice|details?|particulars|confirmation|report|reaction|reactions|appreciation|opinion|estimate|assessment|"
            + "news|reply|answer|whether|what|when|how|why|which|who|if)\\b";
    private static final List<Asking> ASKING = List.of(
            new Asking("please advise",
                    "\\bplease (?:also |urgently |now )?(?:advise|report|ascertain|let (?:me|us) (?:know|have)|find out|check|confirm|verify|cable|telegraph|"
            + "say|state|indicate|furnish|comment|enquire|inquire|tell (?:me|us)|inform (?:me|us))\\b(?! (?:him|her|them|the|mr|sir|dr)\\b(?!.*"
                    + KNOWLEDGE + "))"),
            new Asking("glad to know",
                    "\\b(?:grateful|glad|obliged|pleased|like|appreciate|appreciated|welcome|wish|anxious)\\b[^.;?]{0,40}?\\b(?:to (?:know|learn|have|receive|"
            + "hear|be (?:informed|advised|told))|for|if you (?:would|could|can|will)|if we (?:could|might)|your)\\b[^.;?]{0,80}?"
                    + KNOWLEDGE),
            new Asking("have you any information",
                    "(?:\\b(?:have|has|had) (?:you|anyone|anybody)\\b|\\b(?:do|did|does) (?:you|anyone|anybody|any of you)\\b|\\b(?:can|could|would|will) "
            + "(?:you|anyone|anybody)\\b(?: please)?|\\bare you (?:able|aware|in a position))[^.;]{0,60}?\\b(?:know|information|heard|say|tell|advise|confirm|"
            + "comment|views?|ascertain|explain|throw|inform|suggest|news|think|consider)\\b"),
            new Asking("should be checked",
                    "\\b(?:should|must|ought to|needs? to) be (?:\\w+ )?(?:checked|verified|confirmed|ascertained|investigated|looked into)\\b"),
            new Asking("request your views",
                    "\\b(?:(?:i|we) )?(?:request|seek|invite|await|would appreciate|should appreciate|need|require|ask (?:you )?for|asking "
            + "for)\\b[^.;?]{0,25}?\\b(?:your |early |urgent |further |any )+(?:\\w+ )?(?:views?|comments?|advice|information|confirmation|reaction|reactions|"
            + "report|opinion|instructions)\\b"),
            new Asking("inquire whether",
                    "\\b(?:i|we)\\b[^.;?]{0,70}?\\b(?:inquire|enquire|ask)\\b (?:\\w+ ){0,2}?(?:whether|if) (?:\\w+ ){1,4}?(?:ha[sd]|have|is|are|can|could|"
            + "knows?|knew|was|were)\\b[^.;?]{0,40}?\\b(?:information|comment|comments|views?|knowledge|know|heard)\\b"));
    private static final Pattern QUESTION = Pattern.compile(
            "(?s)(?:what|when|who|why|how|where|which|is|are|has|have|does|do|did|was|were|can|could|will|would)\\b.*\\b(?:you|your|anybody|"
            + "anyone)\\b.*\\?\\W*");
    private static final Pattern MATTER = Pattern.compile("\\b(?:whether|if|about|regarding|concerning|as to|on|of|what|when|how|why|which|that)\\b");
    private static final Pattern DONE = Pattern.compile(
            "\\b(?:have|has|had) (?:already )?been (?:checked|confirmed)|\\bif you (?:have|had|wish)\\b|\\bplease (?:inform|tell|advise) (?:him|her|them)\\b");

    private final Prose prose;
    private final SourceReader sources;

    /// A way of asking.
    private record Asking(String rule, Pattern words) {
        Asking(String rule, String words) {
            this(rule, Pattern.compile(words));
        }
    }

    InquiryReader(Prose prose, SourceReader sources) {
        this.prose = prose;
        this.sources = sources;
    }

    /// What is read in a text, in the order of its words.
    List<ReadInquiry> read(TextToRead text) {
        var read = new ArrayList<ReadInquiry>();
        var sentences = prose.sentences();
        for (var i = 0; i < sentences.size(); i++) inquiry(text, sentences.get(i), i).ifPresent(read::add);
        return read;
    }

    private Optional<ReadInquiry> inquiry(TextToRead text, Sentence s, int index) {
        var lower = prose.words(s.from(), s.to()).toLowerCase(Locale.ROOT).replace('\n', ' ');
        if (DONE.matcher(lower).find()) return Optional.empty();
        for (var asking : ASKING) {
            var m = asking.words().matcher(lower);
            if (m.find()) return Optional.of(inquiry(text, s, index, m.start(), m.end(), lower));
        }
        var m = QUESTION.matcher(lower);
        return m.matches() ? Optional.of(inquiry(text, s, index, 0, lower.indexOf(' '), lower)) : Optional.empty();
    }

    private ReadInquiry inquiry(TextToRead text, Sentence s, int index, int start, int end, String lower) {
        var cue = span(s, start, end);
        var asked = lower.contains("anybody") ? "anybody" : lower.contains("anyone") ? "anyone" : ReadInquiry.ADDRESSEE;
        var m = MATTER.matcher(lower);
        var matter = m.find(Math.max(start, Math.min(end, lower.length()) - 12)) ? Optional.of(span(s, m.start(), lower.replaceAll("[\\W]+$", "").length()))
                : Optional.<Span>empty();
        return new ReadInquiry(text.text(), prose.span(s.from(), s.to()), cue, asker(s, index, start), asked, matter);
    }

    /// Who asks: whoever is reported to say so in the sentence, or wrote the text it stands in; else the author.
    private String asker(Sentence s, int index, int start) {
        return sources.speaking(index, place(s, start)).map(Passage.Named::words).orElse(ReadInquiry.AUTHOR);
    }

    private int place(Sentence s, int offset) {
        var base = prose.token(s.from()).start();
        for (var i = s.from(); i < s.to(); i++) if (prose.token(i).end() - base > offset) return i;
        return s.to() - 1;
    }

    private Span span(Sentence s, int start, int end) {
        var from = place(s, start);
        return prose.span(from, Math.max(from, place(s, Math.max(start, end - 1))) + 1);
    }
}
