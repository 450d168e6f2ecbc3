package chancery.cable;

import chancery.finding.Finding;
import java.util.List;

/// What was read of one heading, and what was odd about it.
///
/// There is always a heading, however little it holds: an odd paper is no failure. What could not be read at all has
/// the finding `HEADING_NOT_FOUND`.
///
/// @param heading  the readings
/// @param findings the oddities in the order they were met: title, lines from the first, then what is missing
public record HeadingReading(CableHeading heading, List<Finding> findings) {
    public HeadingReading {
        findings = List.copyOf(findings);
    }
}
