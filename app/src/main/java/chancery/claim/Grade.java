package chancery.claim;

/// A grade on the two axes of the Admiralty scale, kept apart: the source from A to F, the information from 1 to 6. They are never made into one number.
public record Grade(Reliability source, Credibility information) {
    /// As analysts write it: `B2`.
    public String sign() {
        return source.name() + information.figure();
    }

    /// In words: `usually reliable; probably true`.
    public String words() {
        return source.words() + "; " + information.words();
    }
}
