package chancery.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Locale;

/// The neutral rival taking the same documents in, again and again in one process; its programs are used as they were compiled, and found on the class path.
/// Arguments: the documents, a folder for its store, rounds. Prints `round.papers_s`, `round.s` and `round.others`.
public final class Rival {
    private Rival() {}

    public static void main(String[] args) throws ReflectiveOperationException {
        var bench = Class.forName("Bench");
        for (var round = 1; round <= Integer.parseInt(args[2]); round++) {
            var engine = open(bench.getDeclaredMethod("engine", String.class, String.class)).invoke(null, "Combo", args[1]);
            var ingest = open(engine.getClass().getMethod("ingest", String.class, int.class, int.class));
            var others = Others.watch();
            var start = System.nanoTime();
            call(ingest, engine, args[0], Integer.MAX_VALUE, 2);
            var seconds = (System.nanoTime() - start) / 1e9;
            var count = bench.getDeclaredField("count");
            count.setAccessible(true);
            System.out.printf(Locale.ROOT, "%1$d.papers_s\t%2$.5g%n%1$d.s\t%3$.4g%n%1$d.others\t%4$.2f%n",
                    round, count.getInt(null) / seconds, seconds, others.share());
        }
    }

    private static void call(Method method, Object on, Object... with) throws ReflectiveOperationException {
        try {
            method.invoke(on, with);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("the rival failed", e.getCause());
        }
    }

    private static Method open(Method method) {
        method.setAccessible(true);
        return method;
    }
}
