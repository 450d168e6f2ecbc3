package chancery.web;

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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Invented papers in several languages, with pages and notes, for tests of reading.
final class Tongues {
    private Tongues() {}

    /// A French note with its translation and a paraphrase; an Arabic and a Chinese letter, each with a translation.
    static List<Submission> papers() {
        var note = text(Text.Kind.TRANSCRIPT, "fr", page("41"), p(
                "1. Le Gouvernement du Roi a l'honneur d'accuser réception de la note du 3 mars, par laquelle le Ministre propose la réunion d'une commission "
                + "des eaux.",
                note("1", "The note is not in the file.")),
                p("2. Il ne voit aucune objection à ce que la commission siège à Velisk, pourvu que les frais soient partagés également."),
                page("42"), p("3. Il réserve toutefois sa position quant aux péages.", note("2", "On the tolls see the protocol of 1932.")));
        var translation = text(Text.Kind.TRANSLATION, "en", p(
                "1. The King's Government has the honour to acknowledge receipt of the note of 3 March, by which the Minister proposes that a commission on "
                + "waters should meet."),
                p("2. It sees no objection to the commission's sitting at Velisk, provided that the expenses are shared equally."),
                p("3. It reserves its position, however, with regard to the tolls."));
        var paraphrase = text(Text.Kind.PARAPHRASE, "en",
                p("The King's Government agrees that a commission on waters should meet at Velisk at equal expense; it keeps its freedom as to the tolls."));
        var arabic = text(Text.Kind.TRANSCRIPT, "ar", p("إلى حضرة القنصل المحترم،"),
                p("وصلتنا رسالتكم المؤرخة في الخامس من نيسان، ونشكركم على ما جاء فيها من أخبار الميناء."), p("1. نرجو إبلاغنا بموعد وصول السفينة."));
        var arabicIn = text(Text.Kind.TRANSLATION, "en", p("To the honoured Consul,"),
                p("Your letter of the fifth of April has reached us, and we thank you for its news of the port."),
                p("1. Please tell us when the ship is to arrive."));
        var chinese = text(Text.Kind.TRANSCRIPT, "zh", p("領事閣下："), p("四月五日來函敬悉。關於港口之事，本署已詳加查核，茲奉復如下。"), p("船到之期，請先示知。"));
        var chineseIn = text(Text.Kind.TRANSLATION, "en", p("To the Consul."),
                p("Your letter of 5 April is received. This office has looked closely into the matter of the port and replies as follows."),
                p("Please let us know beforehand when the ship will arrive."));
        return List.of(paper("tongues/note.xml", "Note of the Royal Government on the Commission of Waters",
                "1934-03-09", List.of("fr", "en"), note, translation, paraphrase),
                paper("tongues/letter-ar.xml", "رسالة إلى القنصل", "1934-04-12", List.of("ar", "en"), arabic, arabicIn),
                paper("tongues/letter-zh.xml", "致領事函", "1934-05-06", List.of("zh", "en"), chinese, chineseIn));
    }

    private static Submission paper(String path, String title, String date, List<String> languages, Text... texts) {
        return new Submission(path, Description.titled(title).dating(Dating.of(date)).languages(languages).build(),
                Arrays.stream(texts).map(t -> new SubmittedText(t, Optional.empty())).toList(), Optional.empty(), List.of(), List.of());
    }

    private static Text text(Text.Kind kind, String language, Node... blocks) {
        return new Text(kind, language, Element.of(Tag.BODY, List.of(blocks)));
    }

    private static Element p(String words, Node... more) {
        var children = new ArrayList<Node>();
        var number = words.matches("\\d+\\. .*") ? words.substring(0, words.indexOf(' ')) : "";
        if (!number.isEmpty()) children.add(Element.of(Tag.LABEL, List.of(new Chars(number))));
        children.add(new Chars(words.substring(number.length())));
        children.addAll(List.of(more));
        return Element.of(Tag.P, children);
    }

    private static Element page(String n) {
        return new Element(Tag.PB, Map.of("n", n), List.of());
    }

    private static Element note(String n, String words) {
        return new Element(Tag.NOTE, Map.of("n", n, "xml:id", "n" + n), List.of(Element.of(Tag.P, List.of(new Chars(words)))));
    }
}
