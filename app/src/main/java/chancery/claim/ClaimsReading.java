package chancery.claim;

import java.util.List;

/// What was read of claims and inquiries in one text: a Reading, derived and never journalled.
///
/// @param claims    in the order of their contents; may be empty
/// @param inquiries in the order of their words; may be empty
public record ClaimsReading(List<ReadClaim> claims, List<ReadInquiry> inquiries) {
    public ClaimsReading {
        claims = List.copyOf(claims);
        inquiries = List.copyOf(inquiries);
    }
}
