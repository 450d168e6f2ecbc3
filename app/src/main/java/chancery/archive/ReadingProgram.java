package chancery.archive;

import chancery.cable.HeadingReading;
import chancery.document.Description;
import chancery.document.Text;
import java.util.Optional;

/// A program that reads texts, as the archive runs it. What it finds is derived: kept beside the text, never journalled, made again when the program's version changes.
///
/// Pure and safe to share between threads. To add a kind of reading, write one of these and name it in [Readings#PROGRAMS].
interface ReadingProgram {
    /// What it looks for, as the store names it: `heading`, `references`, `claims`.
    String what();

    /// Its name and version, `heading 1`: what another version found is read again by `reindex`.
    String program();

    /// Whether it reads the text at this place of a record's texts, counted from 0.
    boolean reads(int ordinal);

    /// What it finds, as it is to be kept; empty where there is nothing to keep.
    String read(Given given);

    /// What a program is given.
    ///
    /// @param description of the record
    /// @param text        the text's permanent name
    /// @param ordinal     its place among the record's texts, from 0
    /// @param words       the text
    /// @param heading     the heading of the record's first text
    record Given(Description description, String text, int ordinal, Text words, Optional<HeadingReading> heading) {}
}
