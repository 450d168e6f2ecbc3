package chancery.finding;

/// What can be noticed in the data. A code is for ever; its sentence may improve any day.
public enum FindingCode {
    HEADING_NOT_FOUND(Severity.ODDITY, "No heading was found above the text.",
            "Check whether the paper has one; enter what it says by hand."),
    HEADING_KIND_UNKNOWN(Severity.NOTE, "Neither title nor heading says what kind of paper this is.",
            "Choose a kind; until then it is shown as other."),
    HEADING_NUMBER_MISSING(Severity.ODDITY, "The cable has no number and does not say that it is unnumbered.",
            "Compare with the print; enter the number by hand."),
    HEADING_NUMBER_SUPPLIED(Severity.NOTE, "The number stands in square brackets: the editors supplied it.",
            "Nothing; the brackets are kept."),
    HEADING_NUMBER_GARBLED(Severity.ODDITY, "The number looks misread.", "Compare with the print."),
    HEADING_PLACE_MISSING(Severity.NOTE, "The heading gives no place of writing.", "Nothing, unless the print has one."),
    HEADING_PLACE_SUPPLIED(Severity.NOTE, "The place stands in square brackets: the editors supplied it.", "Nothing."),
    HEADING_PLACE_WITHHELD(Severity.NOTE, "The place was not declassified.", "Nothing."),
    HEADING_DATE_MISSING(Severity.NOTE, "The heading gives no date.", "The record may still be dated by its description."),
    HEADING_DATE_SUPPLIED(Severity.NOTE, "The date, or part of it, stands in square brackets: the editors supplied it.", "Nothing."),
    HEADING_DATE_APPROXIMATE(Severity.NOTE, "The date is approximate or a span.", "Nothing; the words are kept."),
    HEADING_DATE_INCOMPLETE(Severity.ODDITY, "The date lacks its year or day.",
            "Compare with the print; the rest was taken from the description where it agrees."),
    HEADING_DATE_GARBLED(Severity.ODDITY, "The date looks misread.", "Compare with the print."),
    HEADING_DATE_DIFFERS(Severity.ODDITY, "The heading and the description give different dates.",
            "Decide which is right; the heading is shown as the heading's."),
    HEADING_DATE_FROM_DESCRIPTION(Severity.NOTE, "No line of the heading carries a date; the description's was taken.",
            "Nothing, unless the print has one."),
    HEADING_TIME_SUPPLIED(Severity.NOTE, "The hour, or its a.m. or p.m., was supplied by the editors.", "Nothing."),
    HEADING_TIME_APPROXIMATE(Severity.NOTE, "The hour is approximate or a span; its first hour was taken.", "Nothing; the words are kept."),
    HEADING_TIME_GARBLED(Severity.ODDITY, "An hour could not be read.", "Compare with the print."),
    HEADING_FROM_MISSING(Severity.NOTE, "The heading names no sender.", "Nothing, unless the print does."),
    HEADING_TO_MISSING(Severity.NOTE, "The heading names no recipient.", "Nothing, unless the print does."),
    HEADING_PARTY_WITHHELD(Severity.NOTE, "The name of a sender or recipient was not declassified.", "Nothing."),
    HEADING_TITLE_BROKEN(Severity.ODDITY, "Title and heading run into each other.", "Mend the title."),
    HEADING_MARKING_SUPPLIED(Severity.NOTE, "A marking stands in square brackets: the editors supplied it.", "Nothing."),
    HEADING_MARKING_GARBLED(Severity.ODDITY, "A marking looks misread; the nearest was taken.", "Compare with the print."),
    HEADING_WORDS_UNREAD(Severity.ODDITY, "The heading has words that were not understood.",
            "Read them; correct the heading where they matter."),
    HEADING_HOLDING_MISSING(Severity.NOTE, "No archival reference was given.", "Enter one if it is known.");

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

    /// What was noticed, as a sentence for a person.
    public String sentence() {
        return sentence;
    }

    /// What the person may do about it.
    public String advice() {
        return advice;
    }
}
