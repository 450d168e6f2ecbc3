package chancery.exchange.in;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import chancery.archive.Submission;
import chancery.document.Node;
import chancery.document.Node.Element;
import chancery.document.PlainLayer;
import chancery.document.Text;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// Nothing of a real paper's words is lost on the way in: those of its file are those of its plain layer, its notes, and the numbers of notes and pages.
class CorpusWordsTest {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    private static final Pattern GLUED = Pattern.compile("(?<=\\p{L})\\[(\\d{1,3})\\](?=[\\p{L}\\p{N}])"); // a mark between two words that nothing else parts

    @Test
    void everyWordOfTheOpenCorpusIsKept() {
        var zip = Corpus.file("dafp-open.zip");
        Assumptions.assumeTrue(zip.isPresent(), "not run: no corpus is given (chancery.corpus or CHANCERY_CORPUS)");
        var wrong = new ArrayList<String>();
        var many = new int[1];
        var formats = Formats.all();
        try (var delivery = Delivery.open(zip.orElseThrow(), Delivery.Limits.USUAL)) {
            for (var entry : delivery.entries()) {
                var item = assertInstanceOf(Delivery.Got.Whole.class, entry.got()).item();
                var reading = assertInstanceOf(Reading.Read.class, formats.read(item).getFirst());
                many[0]++;
                compare(item, reading.submission(), wrong);
            }
        }
        assertEquals(5593, many[0]);
        assertEquals(List.of(), wrong.subList(0, Math.min(60, wrong.size())), wrong.size() + " papers");
    }

    private static void compare(Item item, Submission paper, List<String> wrong) {
        var words = new String(item.bytes(), StandardCharsets.UTF_8);
        var body = words.substring(words.indexOf("\n---\n", 4) + 5);
        var plain = unmarked(body);
        var given = count(GLUED.matcher(plain).replaceAll(""));
        GLUED.matcher(plain).results().forEach(m -> given.merge(m.group(1), 1, Integer::sum));
        var kept = new TreeMap<String, Integer>();
        for (var text : paper.texts()) gather(text.text(), kept);
        if (given.equals(kept)) return;
        var difference = new TreeMap<String, Integer>();
        given.forEach((w, n) -> difference.merge(w, n, Integer::sum));
        kept.forEach((w, n) -> difference.merge(w, -n, Integer::sum));
        difference.values().removeIf(n -> n == 0);
        wrong.add(paper.path() + " " + difference);
    }

    /// Markdown's own signs taken away as a reader of the page would not see them; entities as the signs they stand for.
    private static String unmarked(String body) {
        var plain = org.jsoup.parser.Parser.unescapeEntities(Normalizer.normalize(body, Normalizer.Form.NFC), false);
        return plain.replaceAll("\\]\\(#[A-Za-z0-9_.%*-]{1,40}\\)", "]").replaceAll("(?i)<br ?/?>", " ")
                .replaceAll("</?(sup|span|p|b|i|u)>", " ").replaceAll("\\\\(?=\\p{Punct})", "").replaceAll("(?<=\\w)_(?=\\w)", "_");
    }

    private static Map<String, Integer> count(String words) {
        var count = new TreeMap<String, Integer>();
        WORD.matcher(words.replace("_", " ")).results().forEach(m -> count.merge(m.group(), 1, Integer::sum));
        return count;
    }

    private static void gather(Text text, Map<String, Integer> kept) {
        add(PlainLayer.of(text).text(), kept);
        elements(text.body(), kept);
    }

    private static void elements(Element in, Map<String, Integer> kept) {
        for (var child : in.children()) {
            if (!(child instanceof Element e)) continue;
            if (e.tag() == Node.Tag.NOTE) {
                add(PlainLayer.of(e).text(), kept);
                var number = e.attribute("n").orElse("");
                // where it is marked in the text, or where it stands unmarked
                if (e.attribute("type").filter("title"::equals).isEmpty()) add(number, kept);
                if (e.attribute("xml:id").filter(id -> id.startsWith("n")).isPresent()) add(number, kept); // and where it begins
            }
            if (e.tag() == Node.Tag.PB) add("Page " + e.attribute("n").orElse(""), kept);
            elements(e, kept);
        }
    }

    private static void add(String words, Map<String, Integer> kept) {
        count(words).forEach((w, n) -> kept.merge(w, n, Integer::sum));
    }
}
