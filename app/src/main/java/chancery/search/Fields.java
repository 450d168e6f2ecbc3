package chancery.search;

/// Names in the index. They change with [LuceneIndex#FORMAT].
final class Fields {
    private Fields() {}

    // ---- sought, with positions
    static final String TEXT = "text";
    static final String TITLE = "title";
    /// What a reader sees first: all that is said of a paper, and how its text begins.
    static final String HEAD = "head";
    static final String FROM = "from";
    static final String TO = "to";
    static final String NUMBER = "number";
    static final String PLACE = "place";
    static final String KIND = "kind";
    static final String HOLDING = "holding";
    static final String COLLECTION = "collection";
    static final String PEOPLE = "people";
    static final String SUBJECT = "subject";
    static final String MARKING = "marking";

    // ---- sought as they stand
    static final String ID = "id";
    /// The days it may have been made on, as a range of days since 1970.
    static final String DAYS = "days";
    /// `1` where the date is marked as approximate or uncertain.
    static final String DOUBTFUL = "doubtful";
    /// `1` on a face that hides the faces of the same record at more open levels.
    static final String FULLER = "fuller";

    /// `1` on a paper that has no text to search.
    static final String WORDLESS = "wordless";

    // ---- columns
    /// Minutes since 1970 of the first moment of its date; absent from undated papers.
    static final String MOMENT = "moment";
    static final String PATH = "path";
    static final String NUMBER_ORDER = "number.order";
    static final String ADDED = "added";

    // ---- kept
    static final String LAYOUT = "layout";

    /// The column of a dimension's values.
    static String column(Dimension dimension) {
        return "facet." + dimension.word();
    }
}
