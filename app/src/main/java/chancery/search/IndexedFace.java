package chancery.search;

import chancery.archive.RecordView;
import chancery.archive.Stacks.Face;
import chancery.document.Description;
import chancery.document.Edtf;
import chancery.document.Holding;
import chancery.document.Level;
import chancery.document.Slug;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.IntRange;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;

/// Makes of a face what the index holds of it. Not for sharing between threads.
final class IndexedFace {
    /// Between a facet's value and its label.
    static final char LABEL = '\u001f';
    private static final int LEAD = 150; // words that tell what a paper is about
    private static final int YEARS_OF_A_PAPER = 25; // a paper of a vaguer date counts for no year
    private static final FieldType SCORED = TextField.TYPE_NOT_STORED;
    private static final FieldType PLAIN = new FieldType(TextField.TYPE_NOT_STORED);
    static {
        PLAIN.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
        PLAIN.setOmitNorms(true);
        PLAIN.freeze();
    }

    private final Lexicon lexicon = new Lexicon();

    Document of(Face face) {
        var view = face.view();
        var paper = new Document();
        paper.add(new StringField(Fields.ID, view.id().value(), Field.Store.NO));
        paper.add(new BinaryDocValuesField(Fields.ID, new BytesRef(view.id().value())));
        if (face.fuller()) paper.add(new StringField(Fields.FULLER, "1", Field.Store.NO));
        var layout = layout(view);
        if (layout.cut().size() == 0) paper.add(new StringField(Fields.WORDLESS, "1", Field.Store.NO));
        paper.add(new Field(Fields.TEXT, layout.cut().stream(), SCORED));
        paper.add(new StoredField(Fields.LAYOUT, layout.pack()));
        fields(paper, view);
        paper.add(new Field(Fields.HEAD, head(view, layout.cut()), SCORED));
        order(paper, view);
        facets(paper, view);
        return paper;
    }

    private Layout.Builder layout(RecordView view) {
        var layout = new Layout.Builder(lexicon);
        for (var i = 0; i < view.texts().size(); i++) layout.text(view.texts().get(i).text().body(), i == 0 ? "p" : "");
        var number = 0;
        for (var text : view.texts()) for (var note : text.text().notes()) layout.note(note, ++number);
        return layout;
    }

    private void fields(Document paper, RecordView view) {
        var said = view.description();
        var card = view.card();
        plain(paper, Fields.TITLE, List.of(card.title()));
        plain(paper, Fields.FROM, join(card.from(), said.creators()));
        plain(paper, Fields.TO, card.to());
        plain(paper, Fields.NUMBER, List.of(card.number()));
        plain(paper, Fields.PLACE, join(List.of(card.dating().place()), said.places()));
        plain(paper, Fields.KIND, List.of(card.kind().word()));
        plain(paper, Fields.HOLDING, holdings(said));
        plain(paper, Fields.COLLECTION, collections(said));
        plain(paper, Fields.PEOPLE, join(said.people(), said.creators(), said.contributors(), card.from(), card.to()));
        plain(paper, Fields.SUBJECT, said.subjects());
        plain(paper, Fields.MARKING, join(card.marking(), levels(view)));
    }

    /// Title and sender stand in it twice: whoever half remembers a paper knows them best.
    private TokenStream head(RecordView view, Cut text) {
        var said = view.description();
        var card = view.card();
        var head = new Cut(lexicon);
        for (var part : List.of(List.of(card.title(), card.title()), join(card.from(), said.creators()),
                card.from(), card.to(), said.people(), said.contributors(), collections(said),
                List.of(card.summary(), card.dating().place(), card.number(), card.kind().word()),
                card.marking(), said.places(), said.subjects(), holdings(said),
                said.sourceIds().stream().map(Description.SourceId::value).toList(), said.edition().map(e -> List.of(e.edition())).orElse(List.of()))) add(head,
                part);
        head.gap();
        head.addFirst(text, LEAD);
        return head.stream();
    }

    private static List<String> collections(Description said) {
        return said.collections().stream().map(m -> String.join(", ", m.titles())).toList();
    }

    /// The levels of secrecy that its stamps stand for today where they are printed otherwise: *Most secret* was *Top secret* until 1944.
    private static List<String> levels(RecordView view) {
        var printed = view.card().marking().stream().map(m -> m.toLowerCase(Locale.ROOT)).toList();
        return view.heading().stream().flatMap(h -> h.heading().classification().stream())
                .map(c -> c.level().word()).distinct().filter(level -> !printed.contains(level)).toList();
    }

    private static List<String> holdings(Description said) {
        var words = new ArrayList<String>();
        for (var holding : said.holdings()) {
            words.add(holding.asPrinted());
            for (var step : holding.path()) {
                words.add(step.title());
                if (!step.code().equals(step.title())) words.add(step.code());
            }
        }
        return words;
    }

    private void plain(Document paper, String field, List<String> parts) {
        var cut = new Cut(lexicon);
        add(cut, parts);
        if (cut.size() > 0) paper.add(new Field(field, cut.stream(), PLAIN));
    }

    private static void add(Cut cut, List<String> parts) {
        for (var part : parts) {
            cut.gap();
            cut.add(part);
        }
    }

    private static void order(Document paper, RecordView view) {
        var dating = view.card().dating();
        dating.edtf().ifPresent(edtf -> {
            paper.add(new IntRange(Fields.DAYS, new int[] {day(edtf.first())}, new int[] {day(edtf.last())}));
            if (edtf.approximate() || edtf.uncertain()) paper.add(new StringField(Fields.DOUBTFUL, "1", Field.Store.NO));
            var minute = dating.time().map(t -> t.toSecondOfDay() / 60).orElse(0);
            var first = edtf.first().equals(LocalDate.MIN) ? edtf.last() : edtf.first();
            paper.add(new NumericDocValuesField(Fields.MOMENT, day(first) * 1440L + minute));
        });
        paper.add(new SortedDocValuesField(Fields.PATH, new BytesRef(view.document() + "\u0000" + view.source())));
        var number = view.card().number();
        if (!number.isEmpty()) paper.add(new SortedDocValuesField(Fields.NUMBER_ORDER, new BytesRef(orderOf(number))));
        paper.add(new NumericDocValuesField(Fields.ADDED, view.since().toEpochMilli()));
    }

    /// A day as a number that an index can hold: days since 1970, the open ends at the ends of what it holds.
    static int day(LocalDate day) {
        return (int) Math.clamp(day.toEpochDay(), Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    /// A number as printed, so that 9 stands before 10 and 175A after 175.
    static String orderOf(String number) {
        var digits = java.util.regex.Pattern.compile("\\d+").matcher(number);
        var value = digits.find() ? digits.group() : "";
        var padded = value.length() > 12 ? value : "0".repeat(12 - value.length()) + value;
        return padded + " " + number.toLowerCase(Locale.ROOT);
    }

    private static void facets(Document paper, RecordView view) {
        var card = view.card();
        for (var c : view.description().collections()) facet(paper, Dimension.COLLECTION, address(c), c.titles().getLast());
        facet(paper, Dimension.KIND, card.kind().word(), capital(card.kind().word()));
        card.dating().edtf().ifPresent(edtf -> years(paper, edtf));
        for (var name : card.from()) name(paper, Dimension.FROM, name);
        for (var name : card.to()) name(paper, Dimension.TO, name);
        for (var name : join(List.of(card.dating().place()), view.description().places())) facet(paper, Dimension.PLACE, name, name);
        for (var name : view.description().people()) name(paper, Dimension.PEOPLE, name);
        for (var name : view.description().subjects()) facet(paper, Dimension.SUBJECT, name, name);
        for (var holding : view.description().holdings()) series(paper, holding);
        for (var marking : card.marking()) facet(paper, Dimension.MARKING, marking.toLowerCase(Locale.ROOT), capital(marking.toLowerCase(Locale.ROOT)));
        for (var level : levels(view)) facet(paper, Dimension.MARKING, level, capital(level));
        if (!card.language().isEmpty() && !card.language().equals("und"))
            facet(paper, Dimension.LANGUAGE, card.language(), Locale.forLanguageTag(card.language()).getDisplayLanguage(Locale.ENGLISH));
    }

    private static void years(Document paper, Edtf edtf) {
        if (edtf.first().equals(LocalDate.MIN) || edtf.last().equals(LocalDate.MAX)) return;
        int first = edtf.first().getYear(), last = edtf.last().getYear();
        if (last - first >= YEARS_OF_A_PAPER) return;
        for (var year = first; year <= last; year++) facet(paper, Dimension.YEAR, Integer.toString(year), Integer.toString(year));
    }

    /// The slug of a collection, as the archive makes it of its titles.
    private static String address(Description.Membership in) {
        return in.titles().stream().map(t -> Slug.of(t).isEmpty() ? t : Slug.of(t)).collect(java.util.stream.Collectors.joining("--"));
    }

    /// The series, or the papers of somebody where a repository has no series. Its value is the way to it by codes, which says what it is in an address.
    private static void series(Document paper, Holding holding) {
        var way = new ArrayList<String>();
        var last = -1;
        for (var i = 0; i < holding.path().size(); i++) {
            way.add(holding.path().get(i).code());
            if (holding.path().get(i).level() == Level.FONDS || holding.path().get(i).level() == Level.SERIES) last = i;
        }
        if (last >= 0) facet(paper, Dimension.SERIES, String.join(": ", way.subList(0, last + 1)), holding.path().get(last).title());
    }

    private static void name(Document paper, Dimension dimension, String name) {
        var form = NameForm.of(dimension, name);
        facet(paper, dimension, form, form);
    }

    private static void facet(Document paper, Dimension dimension, String value, String label) {
        if (value.isBlank()) return;
        paper.add(new SortedSetDocValuesField(Fields.column(dimension), new BytesRef(shortened(value) + LABEL + shortened(label))));
    }

    private static String shortened(String words) {
        return words.length() <= 500 ? words : words.substring(0, 500);
    }

    private static String capital(String word) {
        return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    @SafeVarargs
    private static List<String> join(Collection<String>... lists) {
        var all = new java.util.LinkedHashSet<String>();
        for (var list : lists) all.addAll(list);
        return List.copyOf(all);
    }
}
