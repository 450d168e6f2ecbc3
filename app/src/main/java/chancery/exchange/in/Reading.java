package chancery.exchange.in;

import chancery.archive.Submission;
import chancery.finding.Finding;
import java.util.List;

/// What a format made of an item, or of one of several papers in it.
public sealed interface Reading {
    /// The delivery path of the paper: that of the item, with `#` and the paper's id where the item holds several.
    String path();

    /// Understood, with what was odd.
    record Read(Submission submission) implements Reading {
        @Override
        public String path() {
            return submission.path();
        }
    }

    /// Not to be taken in; at least one finding says why.
    record Refused(String path, List<Finding> findings) implements Reading {
        public Refused {
            findings = List.copyOf(findings);
            if (findings.isEmpty()) throw new IllegalArgumentException("a refusal needs its reason: " + path);
        }
    }
}
