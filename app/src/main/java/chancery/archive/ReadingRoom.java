package chancery.archive;

import chancery.cable.Exchange;
import chancery.cable.VersionFamily;
import chancery.claim.Register;
import chancery.document.Access;
import chancery.document.Reader;
import chancery.document.RecordId;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What one reader may see: the one door through which anything reaches a reader. Closed and absent get the same answer.
///
/// What may be seen is judged by the archive's day at each call. Safe to share between threads; every call is a read of its own.
/// Every call fails with [ArchiveFailure.StorageFailed] when the store cannot be read.
public interface ReadingRoom {
    /// For whom this room is open.
    Reader reader();

    /// A name for the state of the archive as this room shows it today: while it is the same, every other call gives what it gave. It says nothing to readers.
    String state();

    /// A record, with its texts. An address that a record had before leads to it.
    Optional<RecordView> record(RecordId id);

    /// An earlier or the present version of a record, counted from 1 among those this reader may see.
    Optional<RecordView> version(RecordId id, int version);

    /// Where a record is published and where it lies, with its neighbours; empty where [#record] is.
    Optional<Whereabouts> whereabouts(RecordId id);

    /// Records in one line, in one batched read and in the order asked; those this reader may not see are left out.
    List<Card> cards(List<RecordId> ids);

    /// Every collection, in the order of their titles' numbers and words.
    List<CollectionCard> collections();

    /// A collection with one page of what is directly in it: parts first, then records in reading order.
    ///
    /// @param page from 1
    /// @param size parts and records to a page
    Optional<CollectionPage> collection(String slug, int page, int size);

    /// The widest nodes of the tree of holdings, in the order of their titles.
    List<HoldingNode> repositories();

    /// A node of the tree of holdings with one page of what is directly in it: nodes first, then records by date.
    ///
    /// @param page from 1
    /// @param size nodes and records to a page
    Optional<HoldingPage> holding(String id, int page, int size);

    /// Where a record stands in a collection, from 1, counted as [#collection] lists what is in it; empty where it is not directly in it.
    OptionalLong place(String slug, RecordId record);

    /// Where a record or a node stands in a node of the tree of holdings, from 1, counted as
    /// [#holding] lists what is in it; empty where it is not directly in it.
    ///
    /// @param child the id of a node, or of a record
    OptionalLong placeIn(String holding, String child);

    /// The records about one in a node of the tree of holdings, itself among them; empty where it is not directly in it.
    ///
    /// @param most how many to either side
    List<Card> about(String holding, RecordId record, int most);

    /// The nodes before and after one in the node above it.
    Siblings siblings(String holding);

    /// The exchange that a record's message belongs to; empty where it belongs to none, and where [#record] is empty.
    Optional<Exchange> exchange(RecordId id);

    /// Every exchange, in the order of their first messages' dates.
    List<Exchange> exchanges();

    /// The family of papers that are one message in several forms, to which a record belongs; empty where it belongs to none, and where [#record] is empty.
    Optional<VersionFamily> family(RecordId id);

    /// Every such family, in the order of their first versions' dates.
    List<VersionFamily> families();

    /// Claims and inquiries, concluded from what this reader may see and from nothing else.
    Register claims();

    /// What is here, in numbers.
    Overview overview();

    /// How many records are of each day (`1944-02-03`), each month (`1944-02`) or each year, as closely as their dates are known, in order;
    /// of a span, by the year in which it begins. Undated ones are left out.
    SortedMap<String, Long> days();

    /// Records of this very day of the calendar in other years, the oldest first.
    OnThisDay onThisDay();

    /// Every record with its texts, in the order of sources and delivery paths; returns how many. Never held in memory all at once.
    long forEach(Consumer<RecordView> each);

    /// What is concluded from all the papers of this room: references, and messages known only from mentions. Concluded
    /// at the first call after what this room shows has changed, which takes
    /// seconds for ten thousand papers, unless it was kept, or concluded ahead ([Stacks#concludeAhead]).
    Conclusions conclusions();

    /// How many records are left out for this reader, by the level they are open at; for exports and receipts, never for pages.
    Map<Access, Long> leftOut();

    /// The bytes of a file of a record; empty where this reader may not have them. The caller closes the stream.
    Optional<InputStream> bytes(RecordId id, String digest);

    /// Nodes beside one; null at an end, and at the widest nodes.
    record Siblings(@Nullable HoldingNode before, @Nullable HoldingNode after) {}

    /// A collection, and a page of what is directly in it.
    ///
    /// @param allParts how many collections are directly within it
    /// @param total    parts and records directly in it
    record CollectionPage(CollectionCard collection, List<CollectionCard> parts, List<Card> records, int page, int size, long allParts, long total) {}

    /// A node, the way to it from the widest down (itself last), and a page of what is directly in it.
    ///
    /// @param total nodes and records directly in it
    record HoldingPage(List<HoldingNode> trail, List<HoldingNode> nodes, List<Card> records, int page, int size, long total) {}

    /// Records of a day of the calendar.
    ///
    /// @param day   the archive's day
    /// @param cards the first few
    /// @param total how many there are
    record OnThisDay(LocalDate day, List<Card> cards, long total) {}

    /// What is here.
    ///
    /// @param records     how many records
    /// @param texts       how many texts
    /// @param collections how many collections
    /// @param holdings    how many nodes at the level of a file or container
    /// @param undated     how many records without a date
    /// @param months      how many records by the month (`1944-02`) or, where only a year is known, the year in which their date begins, in order
    record Overview(long records, long texts, long collections, long holdings, long undated, SortedMap<String, Long> months) {}
}
