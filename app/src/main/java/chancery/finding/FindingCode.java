package chancery.finding;

import static chancery.finding.Severity.NOTE;
import static chancery.finding.Severity.ODDITY;
import static chancery.finding.Severity.REFUSAL;

/// Every kind of oddity that Chancery notices. A code is a promise: it is never renamed and never means something else.
public enum FindingCode {
    // ---- a source that could not be taken in
    SOURCE_UNREADABLE(REFUSAL, "the file could not be read", "check that it exists and may be read, then import again"),
    SOURCE_TOO_LARGE(REFUSAL, "the file is larger than the limit for its format", "split it, or import it as a scan or PDF"),
    SOURCE_NEEDS_MEMORY(REFUSAL, "the file is too large for the memory that Java has",
            "give it more, as in CHANCERY_JAVA_OPTS=-Xmx4g, or split the file; then import again"),
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
    MARKUP_TOO_DEEP(REFUSAL, "the markup is nested deeper than any paper needs", "check that this is a paper; if it is, simplify its markup"),
    FILE_OUTSIDE(REFUSAL, "a link leads out of the folder", "copy what it leads to into the folder"),
    DOCUMENT_TWICE(REFUSAL, "two items of this delivery have the same delivery path", "give each item an id of its own"),

    // ---- description
    TITLE_MISSING(ODDITY, "no title was given", "the file's name stands in its place"),
    FIELD_UNMAPPED(NOTE, "no mapping says what this key means", "it is kept with the submitted file"),
    FIELD_NOT_UNDERSTOOD(ODDITY, "the value does not fit its key", "it is left out of the description and kept with the submitted file"),
    DATE_NOT_UNDERSTOOD(ODDITY, "the date could not be read", "it is kept as written, and the paper counts as undated"),
    DATE_GUESSED(NOTE, "a line of the text was taken for its date", "say the date if it is another"),
    HOLDING_NOT_UNDERSTOOD(NOTE, "the archival reference could not be taken apart", "it is kept as printed"),
    KIND_NOT_UNDERSTOOD(ODDITY, "the kind of paper is not one we know", "it is shown as other"),
    RELEASE_NOT_UNDERSTOOD(ODDITY, "the release is not one we know", "the paper is withheld until it is said again"),
    LABEL_WITHOUT_VALUE(NOTE, "a label of the page stands without a value", "nothing was put in its place"),

    // ---- text
    TEXT_MISSING(ODDITY, "the item has a description and no text", "it can be found by its description only"),
    PAGE_WITHOUT_TEXT(ODDITY, "a page has no text layer", "it can be read in the file only, and its words are not found by searching"),
    NOTE_WITHOUT_MARK(ODDITY, "a footnote has no mark in the text", "it is kept after the text"),
    MARK_WITHOUT_NOTE(ODDITY, "a footnote mark has no footnote", "the mark is kept as printed"),
    NOTE_TWICE(ODDITY, "two footnotes have the same number", "both are kept; the mark leads to the first"),
    EMPHASIS_STRAY(NOTE, "a mark of emphasis has no partner", "it is left out"),
    IMAGE_LEFT_OUT(ODDITY, "the text shows an image that is not in the delivery", "its description is kept"),
    MARKUP_LEFT_OUT(ODDITY, "the text holds markup that a paper has no use for", "its words are kept"),
    CHARACTER_LEFT_OUT(NOTE, "the text holds control characters", "they are left out"),
    NUMBER_IN_TITLE(NOTE, "the title ends in a footnote mark", "the mark is kept with the title's note"),

    // ---- headings of messages
    HEADING_NOT_FOUND(ODDITY, "no heading was found above the text", "check whether the paper has one; enter what it says by hand"),
    HEADING_KIND_UNKNOWN(NOTE, "neither title nor heading says what kind of paper this is", "choose a kind; until then it is shown as other"),
    HEADING_NUMBER_MISSING(ODDITY, "the cable has no number and does not say that it is unnumbered", "compare with the print; enter the number by hand"),
    HEADING_NUMBER_SUPPLIED(NOTE, "the number stands in square brackets: the editors supplied it", "nothing; the brackets are kept"),
    HEADING_NUMBER_GARBLED(ODDITY, "the number looks misread", "compare with the print"),
    HEADING_PLACE_MISSING(NOTE, "the heading gives no place of writing", "nothing, unless the print has one"),
    HEADING_PLACE_SUPPLIED(NOTE, "the place stands in square brackets: the editors supplied it", "nothing need be done"),
    HEADING_PLACE_WITHHELD(NOTE, "the place was not declassified", "nothing need be done"),
    HEADING_DATE_MISSING(NOTE, "the heading gives no date", "the record may still be dated by its description"),
    HEADING_DATE_SUPPLIED(NOTE, "the date, or part of it, stands in square brackets: the editors supplied it", "nothing need be done"),
    HEADING_DATE_APPROXIMATE(NOTE, "the date is approximate or a span", "nothing; the words are kept"),
    HEADING_DATE_INCOMPLETE(ODDITY, "the date lacks its year or day", "compare with the print; the rest was taken from the description where it agrees"),
    HEADING_DATE_GARBLED(ODDITY, "the date looks misread", "compare with the print"),
    HEADING_DATE_DIFFERS(ODDITY, "the heading and the description give different dates", "decide which is right; the heading is shown as the heading's"),
    HEADING_DATE_FROM_DESCRIPTION(NOTE, "no line of the heading carries a date; the description's was taken", "nothing, unless the print has one"),
    HEADING_TIME_SUPPLIED(NOTE, "the hour, or its a.m. or p.m., was supplied by the editors", "nothing need be done"),
    HEADING_TIME_APPROXIMATE(NOTE, "the hour is approximate or a span; its first hour was taken", "nothing; the words are kept"),
    HEADING_TIME_GARBLED(ODDITY, "an hour could not be read", "compare with the print"),
    HEADING_FROM_MISSING(NOTE, "the heading names no sender", "nothing, unless the print does"),
    HEADING_TO_MISSING(NOTE, "the heading names no recipient", "nothing, unless the print does"),
    HEADING_PARTY_WITHHELD(NOTE, "the name of a sender or recipient was not declassified", "nothing need be done"),
    HEADING_TITLE_BROKEN(ODDITY, "title and heading run into each other", "mend the title"),
    HEADING_MARKING_SUPPLIED(NOTE, "a marking stands in square brackets: the editors supplied it", "nothing need be done"),
    HEADING_MARKING_GARBLED(ODDITY, "a marking looks misread; the nearest was taken", "compare with the print"),
    HEADING_WORDS_UNREAD(ODDITY, "the heading has words that were not understood", "read them; correct the heading where they matter"),
    HEADING_HOLDING_MISSING(NOTE, "no archival reference was given", "enter one if it is known"),

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
