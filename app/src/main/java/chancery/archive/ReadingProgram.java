package chancery.archive;

import chancery.cable.HeadingReading;
import chancery.document.Description;
import chancery.document.Edtf;
import chancery.document.PlainLayer;
import chancery.document.Text;
import java.util.Optional;

/// A program that reads texts, as the archive runs it. What it finds is derived: kept beside the text, never
/// journalled, made again when the program's version changes.
///
/// Pure and safe to share between threads. To add a kind of reading, write one of these and name it in [Readings#PROGRAMS].
interface ReadingProgram {
    /// What it looks for, as the store names it: `heading`, `references`, `claims`.
    String what();

    /// Its version, from 1: what another version found counts as not read, and is read again.
    int version();

    /// Whether it reads the text at this place of a record's texts, counted from 0.
    boolean reads(int ordinal);

    /// Whether it takes long, and so reads papers that are in the archive already instead of those coming in.
    default boolean later() {
        return false;
    }

    /// What it finds, as the store keeps it; no bytes where there is nothing to keep.
    byte[] read(Given given);

    /// What a program is given.
    ///
    /// @param description of the record
    /// @param text        the text's permanent name
    /// @param ordinal     its place among the record's texts, from 0
    /// @param words       the text
    /// @param layer       its plain layer
    /// @param heading     the heading of the record's first text
    record Given(Description description, String text, int ordinal, Text words, PlainLayer layer, Optional<HeadingReading> heading) {
        /// The day of the paper: that of its description, else that of its heading; empty when neither has one.
        Optional<Edtf> day() {
            return description.dating().edtf().or(() -> heading.flatMap(h -> h.heading().date()).flatMap(d -> Edtf.parse(d.value())));
        }
    }
}
