package chancery.bench;

import chancery.cable.HeadingReader;
import chancery.cable.HeadingReading;
import chancery.cable.HeadingSource;
import chancery.document.Node.Element;
import chancery.document.PlainLayer;
import chancery.document.Text;
import chancery.document.TextXml;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/// What runs for each paper of an intake, or for each page that is shown. An operation is all papers of the sample once, for headings one.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class HotMethods {
    private final List<Text> texts = Sample.papers().stream().flatMap(p -> p.texts().stream()).map(t -> t.text()).toList();
    private final List<String> stored = texts.stream().map(t -> TextXml.write(t.body())).toList();
    private final List<HeadingSource> headings = Sample.papers().stream().filter(p -> !p.texts().isEmpty())
            .map(p -> new HeadingSource(p.description().title(), PlainLayer.of(p.texts().getFirst().text()).text().lines().toList(), List.of(), null)).toList();
    private int next;

    @Benchmark
    public void plainLayer(Blackhole sink) {
        for (var text : texts) sink.consume(PlainLayer.of(text));
    }

    @Benchmark
    public void readStoredText(Blackhole sink) {
        for (var xml : stored) {
            Element body = TextXml.read(xml);
            sink.consume(body);
        }
    }

    /// Headings per second and core.
    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    @OutputTimeUnit(TimeUnit.SECONDS)
    public HeadingReading readHeading() {
        return HeadingReader.read(headings.get(next++ % headings.size()));
    }
}
