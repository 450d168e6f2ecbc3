/// The cable room: what a heading says of a message, and in what words.
///
/// Everything here is pure. It takes values and returns values; it knows no SQL, file, clock or thread.
@org.jspecify.annotations.NullMarked
package chancery.cable;
