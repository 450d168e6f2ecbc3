package chancery.cable;

/// A reading beside the words it was read from.
///
/// For example place `Canberra` was printed `[CANBERRA]`, and hour 21:30 was printed `9.30 p.m.`
///
/// @param value     what we read
/// @param asPrinted the words as they stand in the source, footnote marks apart
public record Printed<T>(T value, String asPrinted) {}
