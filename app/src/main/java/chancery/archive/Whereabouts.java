package chancery.archive;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a record is published and where it lies, with its neighbours, as one reader may see it.
///
/// @param collections its place in each collection it belongs to, in the order of their addresses
/// @param holdings    its ways down the tree of holdings; a holding whose words could not be taken apart has none
public record Whereabouts(List<Standing> collections, List<HoldingTrail> holdings) {

    /// A record's place in a collection.
    ///
    /// @param slug     the collection's address
    /// @param title    its title
    /// @param position its place among the records of the collection that this reader may see, from 1
    /// @param size     how many they are
    /// @param previous the neighbour before, null at the beginning
    /// @param next     the neighbour after, null at the end
    public record Standing(String slug, String title, long position, long size, @Nullable Card previous, @Nullable Card next) {}

    /// The way down the tree of holdings to a record.
    ///
    /// @param nodes     from the widest down; never empty
    /// @param asPrinted the reference as printed
    public record HoldingTrail(List<HoldingNode> nodes, String asPrinted) {}
}
