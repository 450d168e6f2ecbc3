/// Giving out: whole exports for one reader, each complete and counted.
@org.jspecify.annotations.NullMarked
package chancery.exchange.out;
