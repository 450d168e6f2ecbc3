package chancery.finding;

import static chancery.finding.Severity.NOTE;
import static chancery.finding.Severity.ODDITY;
import static chancery.finding.Severity.REFUSAL;

/// Every kind of oddity that Chancery notices. A code is a promise: it is never renamed and never means something else.
public enum FindingCode {
    // ---- a source that could not be taken in
    SOURCE_UNREADABLE(REFUSAL, "the file could not be read", "check that it exists and may be read, then import again"),
    SOURCE_TOO_LARGE(REFUSAL, "the file is larger than the limit for its format", "split it, or import it as a scan or PDF"),
    SOURCE_NOT_UTF8(REFUSAL, "the bytes are not UTF-8", "save the file as UTF-8 and import again"),
    SOURCE_FORMAT_UNKNOWN(REFUSAL, "no format of ours fits the file", "name the format with --format, or convert it"),
    SOURCE_EMPTY(REFUSAL, "the file is empty", "look for the paper's text elsewhere"),
    LINE_TOO_LONG(REFUSAL, "a line is longer than one million characters", "check that this is a text file"),
    ZIP_PATH_ESCAPES(REFUSAL, "a path inside the zip leads out of it", "do not trust this zip; ask its sender for a clean one"),
    ZIP_TOO_LARGE(REFUSAL, "the zip unpacks to far more than it may", "do not trust this zip; unpack it by hand and import the folder"),
    ZIP_ENTRY_TWICE(REFUSAL, "the zip holds the same path twice", "ask its sender which one is meant"),
    ZIP_BROKEN(REFUSAL, "the zip cannot be read to its end", "fetch it again and compare its checksum"),
    FRONT_MATTER_MISSING(REFUSAL, "there is no front matter between two lines of ---", "import it with --format plain"),
    FRONT_MATTER_UNREADABLE(REFUSAL, "the front matter is not YAML that we accept", "mend the line named; aliases, tags and duplicate keys are not accepted"),
    JSON_UNREADABLE(REFUSAL, "the line is not one JSON object", "mend the line named"),
    PDF_UNREADABLE(REFUSAL, "the PDF could not be read", "open and save it with another program, then import again"),
    DOCUMENT_TWICE(REFUSAL, "two items of this delivery have the same delivery path", "give each item an id of its own"),

    // ---- description
    TITLE_MISSING(ODDITY, "no title was given", "the file's name stands in its place"),
    FIELD_UNMAPPED(NOTE, "no mapping says what this key means", "it is kept with the submitted file"),
    FIELD_NOT_UNDERSTOOD(ODDITY, "the value does not fit its key", "it is left out of the description and kept with the submitted file"),
    DATE_NOT_UNDERSTOOD(ODDITY, "the date could not be read", "it is kept as written, and the paper counts as undated"),
    HOLDING_NOT_UNDERSTOOD(NOTE, "the archival reference could not be taken apart", "it is kept as printed"),
    KIND_NOT_UNDERSTOOD(ODDITY, "the kind of paper is not one we know", "it is shown as other"),
    RELEASE_NOT_UNDERSTOOD(ODDITY, "the release is not one we know", "the paper is withheld until it is said again"),
    LABEL_WITHOUT_VALUE(NOTE, "a label of the page stands without a value", "nothing was put in its place"),

    // ---- text
    TEXT_MISSING(ODDITY, "the item has a description and no text", "it can be found by its description only"),
    NOTE_WITHOUT_MARK(ODDITY, "a footnote has no mark in the text", "it is kept after the text"),
    MARK_WITHOUT_NOTE(ODDITY, "a footnote mark has no footnote", "the mark is kept as printed"),
    NOTE_TWICE(ODDITY, "two footnotes have the same number", "both are kept; the mark leads to the first"),
    EMPHASIS_STRAY(NOTE, "a mark of emphasis has no partner", "it is left out"),
    IMAGE_LEFT_OUT(ODDITY, "the text shows an image that is not in the delivery", "its description is kept"),
    MARKUP_LEFT_OUT(ODDITY, "the text holds markup that a paper has no use for", "its words are kept"),
    CHARACTER_LEFT_OUT(NOTE, "the text holds control characters", "they are left out"),
    NUMBER_IN_TITLE(NOTE, "the title ends in a footnote mark", "the mark is kept with the title's note"),

    // ---- deliveries
    MISSING_NOW(NOTE, "a paper of an earlier delivery is not in this one", "nothing was deleted"),
    ;

    private final Severity severity;
    private final String sentence;
    private final String advice;

    FindingCode(Severity severity, String sentence, String advice) {
        this.severity = severity;
        this.sentence = sentence;
        this.advice = advice;
    }

    /// How much it matters.
    public Severity severity() {
        return severity;
    }

    /// What was seen, as a clause without capital and stop: `the file is empty`.
    public String sentence() {
        return sentence;
    }

    /// What to do, or what we did, as a clause without capital and stop.
    public String advice() {
        return advice;
    }
}
