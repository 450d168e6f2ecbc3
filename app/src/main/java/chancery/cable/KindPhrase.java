package chancery.cable;

import chancery.document.Kind;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words with which a title or heading line says what kind of paper follows: `Circular cablegram`, `Note Verbale`.
///
/// @param kind    the kind
/// @param weak    whether other words may know better: an *agendum* may be a submission, a minute or a report
/// @param extract whether the phrase says that only an extract is printed
/// @param words   the phrase as printed
/// @param end     the position after it
record KindPhrase(Kind kind, boolean weak, boolean extract, String words, int end) {

    private static final String QUALIFIER = "(?:(?:Draft|Circular|Final|First|Second|Third|Interim|Joint|Confidential|Secret|Unsigned"
            + "|Departmental|Ministerial|C\\.M\\.|Summary"
            + "|Policy|Planning|Working|Background|Preliminary|Initial|Monthly|Intelligence|Inward|Outward|Incoming|Outgoing|Navy"
                    + "|Naval|Army|Military|Special|National|Unsent"
            + "|Handwritten|Private|Personal|Official|Informal|Published|Interdepartmental|Progress|Supplementary|Covering"
                    + "|Exchange of) )*?";
    private static final String NOUN = "(?<noun>Cablegrams?|Cablgram|Ablegram|Cables?|Telegrams?|Tel(?:eprinter"
            + "|etype)(?: [Mm]essages?)?|Telex(?:es)?|Savingrams?|Letters?|Memorand(?:um|a)|Memo"
            + "|Verbatim (?:Minutes|Record)|Minutes?|Di?e?spatch(?:es)?|Agend(?:um|a)|Submissions?|Notes? Verbales?"
                    + "|Notes? [Ff]or [Ff]ile|File [Nn]ote|Notes?|Aide[- ]?[Mm][eé]moires?"
            + "|Records?|Proceedings|Broadcast(?: (?:Speech|Message|Address|Talk))?|Speech|Address|Press (?:Release|Statement)"
                    + "|Statement|Reports?|Appreciation|Estimate|Appraisal"
            + "|Review|Assessment|Survey|Agreement|Treaty|Convention|Protocol|Pact|Radiogram|Radio [Mm]essage|Naval [Ss]ignal|Signal"
                    + "|Cipher [Mm]essage|Message|Brief|Papers?"
            + "|Decisions?|Resolution|Document|Diary|Directive|Instructions|Declaration|Communiqu[eé]|Annex|Appendix|Enclosure"
                    + "|Attachment|Summary(?! Record))(?:\\b|(?-i:(?=\\p{Lu}{3})))";
    private static final Pattern PHRASE = Pattern.compile("(?<extract>(?:\\[?Extracts?\\]?,? (?:[Ff]rom|[Oo]f) (?:the )?))?" + QUALIFIER
            + NOUN, Pattern.CASE_INSENSITIVE);
    private static final Pattern EXTRACT = Pattern.compile("\\[?Extracts?\\]?(?=[\\s,.:]|$)", Pattern.CASE_INSENSITIVE);

    /// The phrase that begins the text, or empty.
    static Optional<KindPhrase> at(String text) {
        if (text.isEmpty() || !Character.isUpperCase(text.charAt(0)) && text.charAt(0) != '[') return Optional.empty();
        Matcher m = PHRASE.matcher(text);
        if (m.lookingAt()) {
            String noun = Objects.requireNonNullElse(m.group("noun"), "").toLowerCase(Locale.ROOT);
            return Optional.of(new KindPhrase(kind(noun), noun.startsWith("agend"), m.group("extract") != null, m.group().strip(),
                    m.end()));
        }
        Matcher extract = EXTRACT.matcher(text);
        return extract.lookingAt() ? Optional.of(new KindPhrase(Kind.OTHER, true, true, extract.group(), extract.end())) : Optional.empty();
    }

    /// Whether the paper went over a wire, and so should have a number.
    boolean cable() {
        return switch (kind) {
            case CABLEGRAM, TELEGRAM, TELEPRINTER, SAVINGRAM -> true;
            case LETTER, MEMORANDUM, MINUTE, DESPATCH, NOTE, RECORD, REPORT, SUBMISSION, AGREEMENT, SPEECH, OTHER -> false;
        };
    }

    private static Kind kind(String noun) {
        if (noun.startsWith("cable") || noun.startsWith("cablg") || noun.startsWith("ableg")) return Kind.CABLEGRAM;
        if (noun.startsWith("telegram")) return Kind.TELEGRAM;
        if (noun.startsWith("tele")) return Kind.TELEPRINTER;
        if (noun.startsWith("saving")) return Kind.SAVINGRAM;
        if (noun.startsWith("letter")) return Kind.LETTER;
        if (noun.startsWith("memo")) return Kind.MEMORANDUM;
        if (noun.startsWith("minute")) return Kind.MINUTE;
        if (noun.startsWith("di") && noun.contains("spatch") || noun.startsWith("despatch")) return Kind.DESPATCH;
        if (noun.startsWith("agend") || noun.startsWith("submission")) return Kind.SUBMISSION;
        if (noun.startsWith("note") || noun.startsWith("file") || noun.startsWith("aide")) return Kind.NOTE;
        if (noun.startsWith("record") || noun.startsWith("verbatim") || noun.startsWith("proceedings")) return Kind.RECORD;
        return switch (noun) {
            case "speech", "address", "statement" -> Kind.SPEECH;
            case "report", "reports", "appreciation", "estimate", "appraisal", "review", "assessment", "survey", "summary" -> Kind.REPORT;
            case "agreement", "treaty", "convention", "protocol", "pact" -> Kind.AGREEMENT;
            default -> noun.startsWith("broadcast") ? Kind.SPEECH : Kind.OTHER;
        };
    }
}
