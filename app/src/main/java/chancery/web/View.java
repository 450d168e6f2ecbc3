package chancery.web;

import chancery.archive.Card;
import chancery.archive.HoldingNode;
import chancery.archive.ReadingRoom;
import chancery.document.Kind;
import chancery.document.Level;
import chancery.search.Dimension;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Words and addresses that several pages use.
public final class View {
    private View() {}

    /// The address of the style sheet or of a script.
    public static String asset(String name) {
        return Assets.address(name);
    }

    /// The address of a record.
    public static String at(Card card) {
        return "/record/" + card.id() + "/" + card.slug();
    }

    /// The line of facts under a title, without the marking: date, place, from → to, kind and number, where it lies.
    public static List<String> facts(Card card) {
        var facts = new ArrayList<String>();
        var date = DateInWords.brief(card.dating());
        facts.add(date.isEmpty() ? "Undated" : date);
        if (!card.dating().place().isEmpty()) facts.add(card.dating().place());
        var from = String.join(", ", card.from());
        var to = String.join(", ", card.to());
        if (!from.isEmpty() && !to.isEmpty()) facts.add(from + " → " + to);
        else if (!from.isEmpty() || !to.isEmpty()) facts.add(from.isEmpty() ? "to " + to : "from " + from);
        if (!card.number().isEmpty() || card.kind() != Kind.OTHER) facts.add((kind(card.kind()) + " " + card.number()).strip());
        if (!card.holdings().isEmpty()) facts.add(card.holdings().getFirst());
        return facts;
    }

    /// A kind as people write it: `Cablegram`.
    public static String kind(Kind kind) {
        return kind == Kind.OTHER ? "Paper" : capital(kind.word());
    }

    /// The first letter made large.
    public static String capital(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /// A number with its thousands parted: `5,593`.
    public static String number(long number) {
        return number > -1000 && number < 1000 ? Long.toString(number) : String.format(Locale.ROOT, "%,d", number);
    }

    /// `1 paper`, `4 papers`, `5,593 papers`.
    public static String papers(long many) {
        return many(many, "paper", "papers");
    }

    /// A count with its word.
    public static String many(long many, String one, String several) {
        return number(many) + " " + (many == 1 ? one : several);
    }

    /// The level of a node as people say it.
    public static String level(HoldingNode node) {
        return capital(node.level().word());
    }

    /// The search in a series, or in the papers of somebody that have no series; empty for every other node, as results are narrowed by those.
    public static String searchIn(ReadingRoom.HoldingPage page) {
        if (!isSeries(page.trail().getLast()) || page.nodes().stream().anyMatch(View::isSeries)) return "";
        return "/search?series=" + encode(page.trail().stream().map(HoldingNode::code).collect(Collectors.joining(": ")));
    }

    private static boolean isSeries(HoldingNode node) {
        return node.level() == Level.FONDS || node.level() == Level.SERIES;
    }

    /// The heading of a facet.
    public static String name(Dimension dimension) {
        return switch (dimension) {
            case COLLECTION -> "Collection";
            case KIND -> "Kind";
            case YEAR -> "Year";
            case FROM -> "From";
            case TO -> "To";
            case PLACE -> "Place";
            case PEOPLE -> "People";
            case SUBJECT -> "Subject";
            case SERIES -> "Series";
            case MARKING -> "Marking";
            case LANGUAGE -> "Language";
        };
    }

    /// A language's name in English; its tag where it has none.
    public static String language(String tag) {
        var name = Locale.forLanguageTag(tag).getDisplayName(Locale.ENGLISH);
        return name.isEmpty() ? tag : name;
    }

    /// Words by which lists are searched: without accents and in small letters.
    static String plain(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "").toLowerCase(Locale.ROOT).strip();
    }

    /// Words as they stand in a query of an address.
    public static String encode(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }
}
