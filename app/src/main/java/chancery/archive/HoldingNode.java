package chancery.archive;

import chancery.document.Level;

/// A node of the tree of holdings, as one reader may see it: it exists for a reader only through papers that reader sees.
///
/// @param id      its permanent name
/// @param level   its level of description
/// @param title   its name for people
/// @param code    its reference code as printed
/// @param records how many records that this reader may see lie in it or below it
public record HoldingNode(String id, Level level, String title, String code, long records) {}
