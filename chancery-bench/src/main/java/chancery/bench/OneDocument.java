package chancery.bench;

import chancery.archive.ArchiveFolder;
import chancery.archive.DeliveryNote;
import chancery.archive.Submission;
import chancery.document.Access;
import chancery.document.Description;
import chancery.document.Node.Chars;
import chancery.document.Node.Element;
import chancery.document.Node.Tag;
import chancery.document.Reader;
import chancery.document.Text;
import chancery.search.Indexer;
import chancery.search.LuceneFinder;
import chancery.search.LuceneIndex;
import chancery.search.SearchRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One document after another: saved and synced, then found by a word that only it has. Arguments: an archive, how many documents.
/// Prints `name TAB milliseconds` lines; the first third is not counted. Last comes `others`.
public final class OneDocument {
    private OneDocument() {}

    public static void main(String[] args) {
        var count = Integer.parseInt(args[1]);
        var others = Others.watch();
        double[] saved = new double[count], found = new double[count];
        var body = "The Minister informs me that the matter is in hand. ".repeat(60);
        try (var folder = ArchiveFolder.open(Path.of(args[0]), InstantSource.system()); var index = LuceneIndex.own(folder.index())) {
            var indexer = new Indexer(folder.stacks(), index);
            indexer.follow();
            try (var finder = new LuceneFinder(index, folder.stacks()::room); var accession = folder.stacks()
                    .accession(new DeliveryNote("one by one", "bench", "bench", Access.PUBLIC, false, List.of(), false, true))) {
                for (var i = 0; i < count; i++) {
                    var word = "only" + Long.toString(System.nanoTime(), 36);
                    var text = new Text(Text.Kind.TRANSCRIPT, "en", Element.of(Tag.BODY, List.of(Element.of(Tag.P, List.of(new Chars(body + word))))));
                    var paper = new Submission(i + ".txt", Description.titled("Paper " + i).build(),
                            List.of(new Submission.SubmittedText(text, Optional.empty())), Optional.empty(),
                            List.of(new Submission.SubmittedFile(Submission.Role.SOURCE, i + ".txt", "text/plain",
                                    (body + word).getBytes(StandardCharsets.UTF_8), Optional.empty())), List.of());
                    var start = System.nanoTime();
                    accession.take(List.of(paper));
                    saved[i] = (System.nanoTime() - start) / 1e6;
                    indexer.follow();
                    if (finder.find(SearchRequest.of(word), Reader.PUBLIC).total() != 1) throw new IllegalStateException("saved and not found: " + word);
                    found[i] = (System.nanoTime() - start) / 1e6;
                }
                accession.finish();
            }
        }
        print("saved", saved);
        print("findable", found);
        System.out.printf(Locale.ROOT, "others\t%.2f%n", others.share());
    }

    private static void print(String name, double[] all) {
        var counted = Arrays.copyOfRange(all, all.length / 3, all.length);
        Arrays.sort(counted);
        System.out.printf(Locale.ROOT, "%s.p50_ms\t%.4g%n%s.p99_ms\t%.4g%n", name, counted[counted.length / 2], name, counted[counted.length * 99 / 100]);
    }
}
