package chancery.claim;

import chancery.claim.Cast.Mention;
import chancery.claim.Hit.Subject;
import chancery.claim.Passage.Named;
import chancery.claim.Prose.Sentence;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Texts of others that a paper gives in full, and where they begin and end:
/// `Following from Bruce:`, `Message begins`, `Ends`. Told of a text sentence by sentence.
final class Relays {
    private static final Pattern OUTGOING = Pattern.compile(
            "(?s).*\\b(?:convey|pass|deliver|transmit|give|hand|forward|communicate)\\b.*\\b(?:following|message)\\b.*");
    private static final Pattern PAPER = Pattern.compile(
            "(?i)\\b(?:following|text|message|letter|telegram|cablegram|statement|extract|quotation|reply|begins|reads?|reading|despatch|communique|note|"
            + "memorandum)\\b");
    private static final Pattern OPENS = Pattern.compile("(?s).*(?::-?|begins[.:]?|as follows[.:]?|reads[.:]?|quote)\\W*$");
    private static final Pattern FOLLOWING = Pattern.compile("(?s)(?:the )?following (?:is|are|message|text|telegram|letter|from|has|cable|for).*");
    private static final Pattern MATTERS = Pattern.compile(
            "(?s).*\\bfollowing (?:\\w+ )?(?:points?|matters?|questions?|items?|subjects?|problems?|proposals?|amendments?|percentages?|areas?|conditions?|"
            + "steps|measures|reasons?|heads|headings|terms|names?|countries|figures)\\b.*");
    private static final Pattern SUMMARIZED = Pattern.compile("(?s).*\\b(?:reports?|account|findings|information)\\b.*\\b(?:as follows|summari[sz]ed)\\b.*");
    private static final Pattern LEARNED = Pattern.compile(
            "(?s)(?:i|we) (?:have |had )?(?:just |also |now )?(?:obtained|received|gathered|been given|been told|learn(?:ed|t)|heard) (?:the "
            + ")?following\\b(?!.*\\b(?:from|by)\\b).*");
    private static final Pattern SUPPLIED = Pattern.compile(
            "(?s).*\\b(?:information|reports?|statements?|account|summary|version)\\b.*\\b(?:given|supplied|provided|furnished|received|"
            + "communicated)\\b.*\\b(?:by|from)\\b.*");
    private static final Pattern RECOUNTS = Pattern.compile(
            "(?s).*\\b(?:tell|told|spoke to|informed|gave|giving|given) (?:me|us)\\b.{0,60}\\b(?:of|about|account|summary|"
            + "report)\\b.{0,60}\\b(?:conversations?|discussions?|talks?|interview|meeting|telegram|message|report)\\b.*");
    private static final Pattern SOURCED = Pattern.compile(
            "(?s)\\bfollowing\\b.*\\b(?:ha[ds] come|came|coming|derived|obtained|received|based on|taken|reached \\w+)(?: from)? (?=[^,;]{4,60}:\\W*$)");
    private static final Pattern FAREWELL = Pattern.compile("(?i)yours (?:sincerely|faithfully|truly|ever)\\W*");
    private static final Pattern ENDS = Pattern.compile("(?s).*\\bends\\b[^a-z]*.{0,8}$|(?:message|text) ends.*");

    private final Prose prose;
    private final Cast cast;
    private @Nullable Relay open;

    /// A text given in full.
    ///
    /// @param writer whose it is, nearest first where it came through somebody
    /// @param cue    the sentence that opens it
    /// @param label  the number of the paragraph that opens it; empty where paragraphs have none
    /// @param words  whether it is given in the writer's own words, else as what the writer recounted
    record Relay(Traced writer, Sentence cue, String label, boolean words) {
        /// Whether each sentence is handed on as what the writer says: his own words, or an account that names where he had it from.
        boolean isGiven() {
            return words || writer.links().size() > 1;
        }
    }

    Relays(Prose prose, Cast cast) {
        this.prose = prose;
        this.cast = cast;
    }

    /// The text that a sentence stands in, before the sentence itself is looked at; the author's next numbered paragraph closes it.
    Optional<Relay> at(Sentence s) {
        if (open != null && !open.label().isEmpty() && isNumber(s.label()) && !s.label().equals("1.") && number(s.label()) == number(open.label()) + 1)
            open = null;
        return Optional.ofNullable(open);
    }

    /// Looks whether a sentence opens or closes a text.
    ///
    /// @param speaker who speaks in it
    /// @param last    who spoke last, in it or before
    void after(Sentence s, int index, Optional<Named> speaker, Traced last) {
        var lower = prose.words(s.from(), s.to()).toLowerCase(Locale.ROOT);
        if (OUTGOING.matcher(lower).matches()) return; // a text that goes out is the author's own
        if (open != null && (lower.contains("unquote") || ENDS.matcher(lower).matches())) {
            open = null;
            return;
        }
        if (recounted(s, index, speaker, lower) || sourced(s, index, last.origin(), lower)) return;
        if (LEARNED.matcher(lower).matches()) {
            open = new Relay(Traced.UNNAMED, s, "", false);
            return;
        }
        if (MATTERS.matcher(lower).matches() || !PAPER.matcher(lower).find() && !SUMMARIZED.matcher(lower).matches() || index > 0 && s.to() - s.from() > 45)
            return;
        if (!OPENS.matcher(lower).matches() && (!FOLLOWING.matcher(lower).matches() || lower.contains("summary"))) return;
        signed(index).or(() -> announced(s, index)).or(() -> writer(s, speaker))
                .ifPresent(w -> open = new Relay(Traced.of(w, "text in full"), s, labelOver(index), true));
    }

    /// `Following information was given by X`, `X told me of a conversation`: what follows is X's account.
    private boolean recounted(Sentence s, int index, Optional<Named> speaker, String lower) {
        Optional<Named> teller = Optional.empty();
        if (SUPPLIED.matcher(lower).matches() && (lower.startsWith("following") || lower.startsWith("the following"))) teller = supplier(s);
        else if (RECOUNTS.matcher(lower).matches()) teller = speaker;
        teller.ifPresent(t -> open = new Relay(Traced.of(t, "account of another"), s, labelOver(index), false));
        return teller.isPresent();
    }

    /// `X gave me the following, which he said had come from Y:` what follows is Y's, through X.
    private boolean sourced(Sentence s, int index, Named speaker, String lower) {
        var m = SOURCED.matcher(lower);
        if (speaker.isUnnamed() || !m.find()) return false;
        var base = prose.token(s.from()).start();
        var at = s.from();
        while (prose.token(at).start() - base < m.end()) at++;
        var origin = cast.phrase(at, s.to());
        origin.ifPresent(o -> open = new Relay(Traced.of(speaker, "account of another").beyond(Traced.of(o, "where he had it from"), "where he had it from"),
                s, labelOver(index), false));
        return origin.isPresent();
    }

    /// Somebody speaks: an account of his that named where he had it from is over.
    void spoke(Named who) {
        if (open != null && open.writer().links().size() > 1 && Traced.same(open.writer().nearest(), who)) open = null;
    }

    /// Whose message begins, where the sentence before says so: `I repeat the message which the Minister is sending. Message begins:`
    private Optional<Named> announced(Sentence s, int index) {
        if (index == 0 || s.to() - s.from() > 4) return Optional.empty();
        var before = prose.sentences().get(index - 1);
        if (OUTGOING.matcher(prose.words(before.from(), before.to()).toLowerCase(Locale.ROOT)).matches()) return Optional.empty();
        for (var i = before.from(); i < before.to(); i++) {
            if (!Words.PAPERS.contains(prose.token(i).lower())) continue;
            var at = i;
            var writer = cast.in(index - 1).stream().filter(m -> m.from() > at && !cast.isAuthor(m.from(), m.to()) && !isPlace(m, before)).findFirst();
            if (writer.isPresent()) return writer.map(cast::named);
        }
        return cast.subject(before, index - 1).filter(m -> m.person() && !cast.isAuthor(m.from(), m.to())).map(cast::named);
    }

    /// Whether a text is said to be given there or sent there: `a statement in the House`, `a message to the President`.
    private boolean isPlace(Mention m, Sentence s) {
        var i = m.from() - 1;
        while (i > s.from() && Words.DETERMINERS.contains(prose.token(i).lower())) i--;
        return i > s.from()
                && (prose.token(i).is("in") || prose.token(i).is("at") || prose.token(i).is("to") || prose.token(i).is("on") || prose.token(i).is("about"));
    }

    private Optional<Named> supplier(Sentence s) {
        for (var i = s.to() - 2; i > s.from(); i--) if (prose.token(i).is("by") || prose.token(i).is("from")) return cast.phrase(i + 1, s.to());
        return Optional.empty();
    }

    /// Who signed a letter that begins behind a sentence: the short line behind `Yours sincerely`.
    private Optional<Named> signed(int index) {
        var sentences = prose.sentences();
        for (var i = index + 2; i < Math.min(sentences.size() - 2, index + 60); i++) {
            var line = sentences.get(i);
            if (!FAREWELL.matcher(prose.words(line.from(), line.to())).matches()) continue;
            var name = sentences.get(i + 1);
            var to = prose.token(name.to() - 1).is(".") ? name.to() - 1 : name.to();
            if (to - name.from() > 6 || to <= name.from() || !prose.token(name.from()).isCapital() || cast.isAuthor(name.from(), to)) return Optional.empty();
            return Optional.of(cast.named(new Subject(name.from(), to, "name")));
        }
        return Optional.empty();
    }

    private static boolean isNumber(String label) {
        return !label.isEmpty() && Character.isDigit(label.charAt(0));
    }

    private static int number(String label) {
        var digits = label.replaceAll("[^0-9]", "");
        return digits.isEmpty() || digits.length() > 6 ? 0 : Integer.parseInt(digits);
    }

    private String labelOver(int index) {
        for (var i = index; i >= 0; i--) if (isNumber(prose.sentences().get(i).label())) return prose.sentences().get(i).label();
        return "";
    }

    /// Whose text it is: `from X`, `by X`, `letter of X`; nobody where it is the author's own.
    private Optional<Named> writer(Sentence s, Optional<Named> speaker) {
        for (var i = s.from(); i + 1 < s.to(); i++) {
            if (!prose.token(i).is("from") && !prose.token(i).is("by")
                    && !(prose.token(i).is("of") && i > s.from() && Words.PAPERS.contains(prose.token(i - 1).lower())))
                continue;
            var j = nameEnd(i + 1, s.to());
            if (j <= i + 1 || Words.MONTHS.contains(prose.token(j - 1).lower())) continue;
            return cast.isAuthor(i + 1, j) ? Optional.empty() : Optional.of(cast.named(new Subject(i + 1, j, "name")));
        }
        return speaker.filter(n -> !n.words().equals("Following") && (n.type().equals("name") || n.type().equals("role") || n.type().equals("body")));
    }

    private int nameEnd(int from, int to) {
        var j = from;
        while (j < to && (prose.token(j).is("the") || prose.token(j).isCapital() && prose.token(j).isWord() || prose.token(j).is("of")
                || prose.token(j).is("for") || prose.token(j).is(".") && prose.token(j - 1).word().length() <= 3))
            j++;
        while (j > from && !prose.token(j - 1).isCapital()) j--;
        return j;
    }
}
