/// What people read in a browser: pages, citations and the forms that programs take away. Server-rendered; scripts only improve.
/// Everything shown comes through a [chancery.archive.ReadingRoom] opened for a [chancery.document.Reader].
@org.jspecify.annotations.NullMarked
package chancery.web;
