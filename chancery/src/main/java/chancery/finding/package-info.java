/// What was noticed in the data: old papers are always odd, and reading goes on.
@org.jspecify.annotations.NullMarked
package chancery.finding;
