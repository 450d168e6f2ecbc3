/// Persons, bodies and places, and the names under which papers speak of them.
///
/// Everything here is pure. It takes values and returns values; it knows no SQL, file, clock or thread.
@org.jspecify.annotations.NullMarked
package chancery.authority;
