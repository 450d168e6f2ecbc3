package chancery.archive;

import chancery.archive.Submission.Role;
import chancery.archive.Submission.SubmittedFile;
import chancery.archive.Submission.SubmittedText;
import chancery.document.Access;
import chancery.document.Dating;
import chancery.document.Description;
import chancery.document.Description.Membership;
import chancery.document.Holding;
import chancery.document.Holding.Step;
import chancery.document.Level;
import chancery.document.Node;
import chancery.document.Node.Chars;
import chancery.document.Node.Element;
import chancery.document.Node.Tag;
import chancery.document.Release;
import chancery.document.Text;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Invented papers for tests.
public final class Papers {
    private Papers() {}

    public static DeliveryNote delivery(String source, Access release) {
        return new DeliveryNote(source, source + ".zip", "tester", release, false, List.of(), false, true);
    }

    /// A paper in a volume, with a holding and one text whose paragraphs are given.
    public static Submission paper(String path, String title, String date, String... paragraphs) {
        var volume = new Membership(List.of("Volume 1: The River Papers"), Double.parseDouble("0" + path.replaceAll("\\D", "")));
        var holding = new Holding(List.of(Step.of(Level.REPOSITORY, "State Archives of Varnia"),
                Step.of(Level.SERIES, "K12"), Step.of(Level.FILE, "44/7/" + Math.floorMod(path.hashCode(), 3))),
                "SA: K12, 44/7/" + Math.floorMod(path.hashCode(), 3));
        var description = Description.titled(title).dating(date.isEmpty() ? Dating.UNDATED : Dating.of(date))
                .languages(List.of("en")).collections(List.of(volume)).holdings(List.of(holding)).build();
        return new Submission(path, description, List.of(new SubmittedText(text(paragraphs), Optional.empty())),
                Optional.empty(), List.of(source(path, paragraphs)), List.of());
    }

    public static Text text(String... paragraphs) {
        return new Text(Text.Kind.TRANSCRIPT, "en",
                Element.of(Tag.BODY, Arrays.stream(paragraphs).<Node>map(p -> Element.of(Tag.P, List.of(new Chars(p)))).toList()));
    }

    public static SubmittedFile source(String path, String... paragraphs) {
        return new SubmittedFile(Role.SOURCE, path.substring(path.lastIndexOf('/') + 1), "text/markdown",
                String.join("\n\n", paragraphs).getBytes(StandardCharsets.UTF_8), Optional.empty());
    }

    /// The same paper, open to whom a release says.
    public static Submission released(Submission s, Release release) {
        return new Submission(s.path(), s.description(), s.texts(), Optional.of(release), s.files(), s.findings());
    }

    /// The same paper with one more text.
    public static Submission with(Submission s, Text text, Release release) {
        var texts = new java.util.ArrayList<>(s.texts());
        texts.add(new SubmittedText(text, Optional.of(release)));
        return new Submission(s.path(), s.description(), texts, s.release(), s.files(), s.findings());
    }
}
