/// Finding: one index for each release level, one question and one answer.
@org.jspecify.annotations.NullMarked
package chancery.search;
