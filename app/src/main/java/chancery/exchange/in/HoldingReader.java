package chancery.exchange.in;

import chancery.document.Holding;
import chancery.document.Holding.Step;
import chancery.document.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Takes archival references apart. Pure; safe to share.
public final class HoldingReader {
    private static final Pattern CONTAINER = Pattern.compile("(?i)(container|box|folder|reel|carton|file|item|map case|entry|lot)s?\\b.*\\d.*");
    private static final Pattern FONDS = Pattern.compile("(?i).*\\b(papers|collection|records|fonds|archive of .*|manuscripts)$");
    private static final Pattern DIVISION = Pattern.compile("(?i).*\\b(division|department|section|branch|special collections|manuscript room)$");
    private static final Pattern REPOSITORY = Pattern.compile(
            "(?i).*\\b(library|archives?|museum|university|institute|institution|memorial|foundation|society|record office|centre|center)\\b.*");
    private static final Pattern SERIES = Pattern.compile("\\[?\\s*([A-Z][A-Za-z0-9 ]{0,14}?)\\s*:\\s*([^,\\]]+?)\\s*(?:,\\s*(.*?))?\\s*\\]?\\s*\\.?");

    private HoldingReader() {}

    /// A reference as printed, taken apart where its form is known; a form that is not known leaves
    /// the path empty. Brackets and folded white space are left off.
    ///
    /// - `Container # 171, W. Averell Harriman Papers, Manuscript Division, Library of Congress, Washington, DC`
    ///   gives repository, division, fonds and container, the city with the repository;
    /// - `[AA : A1838, 403/2/3/2, iii]` gives repository (by `agencies`, which names it for `AA`), series and file.
    ///
    /// @param agencies repositories by the letters that stand for them
    /// @throws IllegalArgumentException where nothing is printed
    public static Holding read(String printed, Map<String, String> agencies) {
        var words = clean(printed);
        var series = SERIES.matcher(words);
        if (series.matches() && agencies.containsKey(series.group(1).strip()))
            return series(words, agencies, series.group(2).strip(), series.group(3) == null ? "" : series.group(3).strip());
        return new Holding(containers(words), words);
    }

    /// The same, with series and file as a catalogue gives them; where these are empty they are read from the words.
    static Holding read(String printed, Map<String, String> agencies, String series, String file) {
        var read = read(printed, agencies);
        if (read.path().isEmpty() || series.isEmpty()) return read;
        var path = new ArrayList<>(List.of(read.path().getFirst(), Step.of(Level.SERIES, series)));
        if (!file.isEmpty()) path.add(Step.of(Level.FILE, file));
        return new Holding(path, read.asPrinted());
    }

    /// The words of a reference without brackets around it, white space folded.
    static String clean(String printed) {
        var words = printed.strip().replaceAll("\\s+", " ");
        if (words.startsWith("[") && words.indexOf(']') == words.length() - 1) words = words.substring(1, words.length() - 1).strip();
        else if (words.startsWith("[") && words.indexOf(']') < 0) words = words.substring(1).strip();
        return words;
    }

    private static Holding series(String words, Map<String, String> agencies, String series, String file) {
        var letters = words.substring(0, words.indexOf(':')).replace("[", "").strip();
        var path = new ArrayList<Step>();
        path.add(Step.of(Level.REPOSITORY, agencies.getOrDefault(letters, letters)));
        path.add(Step.of(Level.SERIES, series));
        if (!file.isEmpty()) path.add(Step.of(Level.FILE, file));
        return new Holding(path, words);
    }

    private static List<Step> containers(String words) {
        var boxes = new ArrayList<String>();
        var fonds = "";
        var division = "";
        var repository = new ArrayList<String>();
        for (var part : words.split(",\\s*")) {
            if (repository.isEmpty() && CONTAINER.matcher(part).matches()) boxes.add(part);
            else if (repository.isEmpty() && fonds.isEmpty() && FONDS.matcher(part).matches()) fonds = part;
            else if (repository.isEmpty() && division.isEmpty() && DIVISION.matcher(part).matches()) division = part;
            else repository.add(part);
        }
        var name = String.join(", ", repository);
        if (fonds.isEmpty() && boxes.isEmpty() || !REPOSITORY.matcher(name).matches()) return List.of();
        var path = new ArrayList<Step>();
        path.add(Step.of(Level.REPOSITORY, name));
        if (!division.isEmpty()) path.add(Step.of(Level.DIVISION, division));
        if (!fonds.isEmpty()) path.add(Step.of(Level.FONDS, fonds));
        for (var box : boxes) path.add(new Step(box.toLowerCase(Locale.ROOT).startsWith("file") ? Level.FILE : Level.CONTAINER, box, box));
        return path;
    }
}
