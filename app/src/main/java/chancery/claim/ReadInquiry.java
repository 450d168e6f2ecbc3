package chancery.claim;

import java.util.Optional;

/// A request for knowledge as a program read it in one text: *please advise whether*, *should be checked*, *have you any information*.
///
/// @param text    the permanent id of the text whose body it stands in
/// @param words   the sentence or clause that asks
/// @param cue     the asking words in it
/// @param asker   who asks, in words of the text; [#AUTHOR] where the document's author does
/// @param asked   who is asked, in words of the text; [#ADDRESSEE] where it is the document's addressee, or nobody is named
/// @param matter  what it asks about, where the words say
public record ReadInquiry(String text, Span words, Span cue, String asker, String asked, Optional<Span> matter) {
    /// Stands for the document's author.
    public static final String AUTHOR = "author";
    /// Stands for whom the document is addressed to.
    public static final String ADDRESSEE = "addressee";
}
