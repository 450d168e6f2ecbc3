package chancery.claim;

import chancery.cable.CableHeading;
import chancery.document.Edtf;
import chancery.document.PlainLayer;
import java.util.Optional;

/// What claims are read from: one text of a paper, and what is known of the paper.
///
/// @param text    the permanent id of the text
/// @param layer   the plain layer of its body
/// @param title   the paper's title; empty where it has none
/// @param day     when the paper was written; empty when undated
/// @param heading what its heading says; empty where it was not read
public record TextToRead(String text, PlainLayer layer, String title, Optional<Edtf> day, Optional<CableHeading> heading) {}
