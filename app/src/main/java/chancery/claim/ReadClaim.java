package chancery.claim;

import chancery.document.Edtf;
import java.util.List;
import java.util.Optional;

/// A reported claim as a program read it in one text: a proposal, until a person decides.
///
/// Example: in *Bajpai told me that, according to Nehru, the talks had failed* the content is *the talks had failed*, the cue *told me*,
/// the chain Bajpai ← Nehru, the stance asserted.
///
/// @param text    the permanent id of the text whose body it stands in
/// @param content what is claimed, without the attribution
/// @param cue     the reporting words that it hangs on; they may stand in an earlier sentence, whose report this one continues
/// @param chain   from the nearest source to the origin
/// @param stance  how the nearest source holds it
/// @param caution the author's words on its reliability; empty where there are none
/// @param about   the time that it speaks of; empty when not said
/// @param said    when the nearest source said it, where the words tell; else empty
/// @param because why it was read so
public record ReadClaim(String text, Span content, Span cue, SourceChain chain, Stance stance,
        Optional<Span> caution, Optional<Edtf> about, Optional<Edtf> said, Because because) {

    /// Why a claim was read as it was, for people who want to know.
    ///
    /// @param rule       the name of the rule, a promise to readers of `docs/explanation/how-claims-are-read.md`: `verb of saying`, `continues a report`
    /// @param words      the rule applied here, as one sentence
    /// @param antecedent the name or role that a pronoun was followed to; empty where nothing was followed
    /// @param marks      the marks of form that spoke loudest where a judgement was weighed, strongest first; may be empty
    public record Because(String rule, String words, Optional<Span> antecedent, List<String> marks) {
        public Because {
            marks = List.copyOf(marks);
        }
    }
}
