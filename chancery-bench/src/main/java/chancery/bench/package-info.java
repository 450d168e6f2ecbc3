/// Measurements: never released, never part of the tests. `bench/run` measures the program against a neutral rival, `bench/jmh` its hot methods.
@org.jspecify.annotations.NullMarked
package chancery.bench;
