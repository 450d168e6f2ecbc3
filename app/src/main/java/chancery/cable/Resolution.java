package chancery.cable;

import java.util.List;

/// What all the mentions that one audience may see come to.
///
/// @param references one for each mention, in the order of the papers given and of their words
/// @param holes      messages known only from mentions, in the order of the papers that first mention them
public record Resolution(List<Reference> references, List<Hole> holes) {
    public Resolution {
        references = List.copyOf(references);
        holes = List.copyOf(holes);
    }
}
