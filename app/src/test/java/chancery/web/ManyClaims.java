package chancery.web;

import chancery.archive.Desk;
import chancery.archive.Submission;
import chancery.archive.Submission.SubmittedText;
import chancery.document.Dating;
import chancery.document.Description;
import chancery.document.Node;
import chancery.document.Node.Chars;
import chancery.document.Node.Element;
import chancery.document.Node.Tag;
import chancery.document.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An invented report that says much on many people's word, with notes: fifty claims in ten paragraphs, of which the last of each paragraph are one account.
final class ManyClaims {
    static final String PATH = "margin/report.xml";

    private ManyClaims() {}

    static Submission paper() {
        var blocks = new ArrayList<Node>();
        for (var i = 1; i <= 10; i++) {
            var words = new ArrayList<Node>();
            for (var j = 1; j <= 5; j++) words.add(new Chars("The pilot of the " + quay(i, j) + " quay said that " + said(i, j) + ". "));
            words.add(new Element(Tag.NOTE, Map.of("n", "" + i, "xml:id", "n" + i), List.of(Element.of(Tag.P,
                    List.of(new Chars("The report of the pilots for the " + i + "th week is not among these papers; it was asked for twice."))))));
            blocks.add(Element.of(Tag.P, words));
        }
        return new Submission(PATH, Description.titled("Report on the quays").dating(Dating.of("1934-05-01")).languages(List.of("en")).build(),
                List.of(new SubmittedText(new Text(Text.Kind.TRANSCRIPT, "en", Element.of(Tag.BODY, blocks)), Optional.empty())),
                Optional.empty(), List.of(), List.of());
    }

    private static String quay(int paragraph, int sentence) {
        return paragraph + "." + sentence;
    }

    private static String said(int paragraph, int sentence) {
        return "barge " + quay(paragraph, sentence) + " went out by night with no light shown";
    }

    /// All fifty added; the last three of each paragraph are under one cue with one chain.
    static List<Desk.Row> decisions() {
        var rows = new ArrayList<Desk.Row>();
        for (var i = 1; i <= 10; i++) for (var j = 1; j <= 5; j++) {
            var chain = j < 3 ? "the pilot of the " + quay(i, j) + " quay [told] | a watchman of the Harbour Board whom he would not name [observed]"
                    : "the harbourmaster [told]";
            rows.add(new Desk.Row(1, Map.of("do", "add", "document", PATH, "quote", said(i, j), "chain", chain,
                    "cue", "said that", "stance", "reported", "caution", j == 1 ? "with no light shown" : "")));
        }
        return rows;
    }
}
