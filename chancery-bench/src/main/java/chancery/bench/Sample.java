package chancery.bench;

import chancery.archive.Desk;
import chancery.archive.Submission;
import chancery.exchange.in.DecisionRows;
import chancery.exchange.in.Formats;
import chancery.exchange.in.Item;
import chancery.exchange.in.Reading;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The invented papers that come with the program, understood.
final class Sample {
    private Sample() {}

    /// Every paper of the sample, in its order.
    static List<Submission> papers() {
        var papers = new ArrayList<Submission>();
        var formats = Formats.all();
        for (var path : new String(resource("index.txt"), StandardCharsets.UTF_8).lines().toList()) {
            for (var reading : formats.read(new Item(path, resource("papers/" + path)))) {
                if (reading instanceof Reading.Read(var paper)) papers.add(paper);
            }
        }
        return papers;
    }

    /// What somebody decided about its claims.
    static List<Desk.Row> decisions() throws IOException {
        return DecisionRows.read(new InputStreamReader(new ByteArrayInputStream(resource("decisions.csv")), StandardCharsets.UTF_8));
    }

    private static byte[] resource(String name) {
        try (var in = Submission.class.getResourceAsStream("/chancery/sample/" + name)) {
            if (in == null) throw new IllegalStateException("the sample's " + name + " is not there");
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
