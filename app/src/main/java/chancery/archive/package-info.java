/// Keeping: all there is ([chancery.archive.Stacks]), what one reader may see of it ([chancery.archive.ReadingRoom]),
/// the bytes ([chancery.archive.Vault]), and every change in order ([chancery.archive.JournalEntry]).
@org.jspecify.annotations.NullMarked
package chancery.archive;
