/// What an archive describes: records, texts, dates and the kinds of paper.
@org.jspecify.annotations.NullMarked
package chancery.document;
