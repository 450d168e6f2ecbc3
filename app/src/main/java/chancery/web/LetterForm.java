package chancery.web;

import chancery.archive.LetterBook;
import chancery.archive.LetterBook.About;
import chancery.archive.RecordView;

/// The form of a letter to the archivist.
///
/// @param record    the paper
/// @param about     what is chosen
/// @param words     as typed so far
/// @param from      likewise
/// @param token     to be sent with it
/// @param complaint why it was not taken; empty where nothing was sent
/// @param sent      whether a letter was just kept
public record LetterForm(RecordView record, About about, String words, String from, String token, String complaint, boolean sent) {
    /// The longest letter, in characters.
    public int longest() {
        return LetterBook.LONGEST;
    }

    /// The longest address to answer to.
    public int longestAddress() {
        return LetterBook.LONGEST_ADDRESS;
    }
}
