/// Claims: who said what, through whom, and what the text says of its own reliability.
///
/// Everything here is pure. It takes values and returns values; it knows no SQL, file, clock or thread.
@org.jspecify.annotations.NullMarked
package chancery.claim;
