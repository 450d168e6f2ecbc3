package chancery.search;

import java.util.regex.Pattern;

/// One form of a name for the lists by which results are narrowed, so that the spaces and points of a printer do not make two people of
/// one: `Mr R. G. Menzies` and `Mr. R.G. Menzies` are `Mr R.G. Menzies`.
/// Papers show names as printed. Pure.
final class NameForm {
    private static final Pattern INITIALS = Pattern.compile("(?<!\\p{L})(\\p{Lu}\\.)\\s+(?=\\p{Lu}\\.)"),
            STYLE = Pattern.compile("(?<!\\p{L})(Mr|Mrs|Miss|Messrs|Dr)\\.(?=\\s)"), SPACE = Pattern.compile("[\\s\\u00a0]+");

    private NameForm() {}

    /// The value of a dimension in the form in which it is counted; what is no name of persons or bodies stays as it is.
    static String of(Dimension dimension, String value) {
        return switch (dimension) {
            case FROM, TO, PEOPLE -> of(value);
            case COLLECTION, KIND, YEAR, PLACE, SUBJECT, SERIES, MARKING, LANGUAGE -> value;
        };
    }

    static String of(String name) {
        return STYLE.matcher(INITIALS.matcher(SPACE.matcher(name).replaceAll(" ").strip()).replaceAll("$1")).replaceAll("$1");
    }
}
