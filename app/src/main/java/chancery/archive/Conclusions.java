package chancery.archive;

import chancery.cable.Hole;
import chancery.cable.Reference;
import chancery.cable.Resolution;
import chancery.document.RecordId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What is concluded from more than one paper, for one audience and one state of the journal, from what that audience may see and nothing else.
///
/// A value; safe to share between threads. Where nothing is closed, every audience has the same one.
public final class Conclusions {
    private final Resolution resolution;
    private final Map<RecordId, List<Reference>> from = new HashMap<>();
    private final Map<RecordId, List<Reference>> to = new HashMap<>();
    private final Map<RecordId, List<Hole>> holes = new HashMap<>();

    Conclusions(Resolution resolution) {
        this.resolution = resolution;
        for (var reference : resolution.references()) {
            from.computeIfAbsent(reference.from(), _ -> new ArrayList<>()).add(reference);
            if (reference.shown()) for (var target : reference.targets()) to.computeIfAbsent(target, _ -> new ArrayList<>()).add(reference);
        }
        for (var hole : resolution.holes()) for (var paper : hole.mentionedBy()) holes.computeIfAbsent(paper, _ -> new ArrayList<>()).add(hole);
    }

    Resolution resolution() {
        return resolution;
    }

    /// Every reference, in the order of the papers and of their words.
    public List<Reference> references() {
        return resolution.references();
    }

    /// Messages known only from mentions, in the order of the papers that first mention them.
    public List<Hole> holes() {
        return resolution.holes();
    }

    /// What a paper refers to, in the order of its words; suggestions and what leads nowhere among them.
    public List<Reference> referencesOf(RecordId paper) {
        return List.copyOf(from.getOrDefault(paper, List.of()));
    }

    /// Shown references to a paper, in the order of the papers that refer to it.
    public List<Reference> referencesTo(RecordId paper) {
        return List.copyOf(to.getOrDefault(paper, List.of()));
    }

    /// Messages that a paper mentions and that are not here.
    public List<Hole> holesOf(RecordId paper) {
        return List.copyOf(holes.getOrDefault(paper, List.of()));
    }
}
