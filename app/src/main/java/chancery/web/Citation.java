package chancery.web;

import chancery.document.Edtf;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// How a paper is cited: in the two forms of the Chicago Manual of Style, and in the forms that reference managers take. Pure.
/// Every string may be empty except id, title and url.
///
/// @param id         the record
/// @param creators   who made it, as the archive describes it
/// @param senders    who sent it, as its heading prints them: its authors where the archive names nobody
/// @param recipients to whom it was sent, as its heading prints them
/// @param others     who else had a part in it
/// @param title      its title
/// @param date       its date in words, as a citation gives it; empty when undated
/// @param edtf       what the date means
/// @param place      where it was written
/// @param kind       what kind of paper: `Cablegram`
/// @param number     the message's number
/// @param reference  where it lies, as printed, repository and all
/// @param location   where it lies within its repository: `Container # 12, Lionel Tressider Papers`
/// @param repository the archive that keeps the paper
/// @param printed    where it is printed
/// @param archive    the digital archive, ours
/// @param url        its address there
/// @param accessed   the day of reading
/// @param language   BCP 47
/// @param rights     who may do what
/// @param summary    what it says
/// @param subjects   subjects, people and places
/// @param notice     words that stand in every citation (`Invented for demonstration`)
record Citation(String id, List<PersonName> creators, List<PersonName> senders, List<PersonName> recipients,
        List<PersonName> others, String title, String date, Optional<Edtf> edtf, String place, String kind, String number,
                String reference, String location, String repository, String printed,
                String archive, String url, LocalDate accessed, String language, String rights,
                String summary, List<String> subjects, String notice) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int NAMED_IN_NOTES = 3, NAMED = 10; // Chicago 17, 14.76

    Citation {
        creators = List.copyOf(creators);
        senders = List.copyOf(senders);
        recipients = List.copyOf(recipients);
        others = List.copyOf(others);
        subjects = List.copyOf(subjects);
    }

    /// Its authors for a reference manager: who made it as described, else who sent it.
    List<PersonName> authors() {
        return creators.isEmpty() ? senders : creators;
    }

    /// Whether it is a letter from one to another, as reference managers have it; else a manuscript, where they have no recipients.
    boolean isLetter() {
        return !recipients.isEmpty();
    }

    /// For a footnote: `Lionel Tressider, “Tressider to Department,” 9 February 1934, Container # 12, …, accessed 24 November 2026, https://….`
    String note() {
        var parts = new ArrayList<String>();
        var named = named();
        if (!named.isEmpty()) parts.add(names(named, false));
        parts.add("“" + inner(title()) + ",”");
        parts.add(date.isEmpty() ? "n.d." : date);
        parts.addAll(whereabouts());
        parts.add("accessed " + DateInWords.day(accessed));
        parts.add(url);
        return String.join(", ", parts).replace(",”, ", ",” ") + "." + bracketed();
    }

    /// For a bibliography: `Tressider, Lionel. “Tressider to Department.” 9 February 1934. …`
    String bibliography() {
        var parts = new ArrayList<String>();
        var named = named();
        if (!named.isEmpty()) parts.add(stopped(names(named, true)));
        parts.add("“" + stopped(inner(title())) + "”");
        parts.add(date.isEmpty() ? "n.d." : stopped(date));
        for (var part : whereabouts()) parts.add(stopped(part));
        parts.add("Accessed " + DateInWords.day(accessed) + ".");
        parts.add(url + ".");
        return String.join(" ", parts) + bracketed();
    }

    /// RIS of type `PCOMM` (a letter, whose `A2` is its recipient) or `MANSCPT`, as Zotero reads it: `AN` is the place in the repository
    /// (it beats `AV`), `DB` the repository, `DP` the library catalogue.
    String ris() {
        var out = new StringBuilder();
        ris(out, "TY", isLetter() ? "PCOMM" : "MANSCPT");
        ris(out, "ID", id);
        for (var name : authors()) ris(out, "AU", name.undivided());
        for (var name : recipients) ris(out, "A2", name.undivided());
        for (var name : others) ris(out, "A3", name.undivided());
        ris(out, "TI", title);
        edtf.flatMap(Citation::risDate).ifPresent(day -> ris(out, "DA", day));
        ris(out, "CY", place);
        ris(out, "M3", kind);
        ris(out, "AN", location);
        ris(out, "DB", repository);
        ris(out, "CN", reference);
        ris(out, "DP", archive);
        ris(out, "AB", summary);
        for (var subject : subjects) ris(out, "KW", subject);
        ris(out, "LA", language);
        ris(out, "UR", url);
        if (edtf.isEmpty() || risDate(edtf.get()).isEmpty()) ris(out, "N1", date.isEmpty() ? "" : "Date: " + date);
        ris(out, "N1", number.isEmpty() ? "" : "No. " + number);
        ris(out, "N1", printed);
        ris(out, "N1", rights);
        ris(out, "N1", notice);
        return out.append("ER  - \r\n").toString();
    }

    /// BibTeX, of the type `unpublished`; letters beyond ASCII stand as they are (UTF-8).
    String bibtex() {
        var out = new StringBuilder("@unpublished{chancery-").append(id);
        bibtex(out, "author", authors().stream().map(n -> n.isPerson() ? tex(n.family()) + (n.suffix().isEmpty() ? "" : ", " + tex(n.suffix()))
                + ", " + tex(n.given()) : "{" + tex(n.asWritten()) + "}").collect(Collectors.joining(" and ")), false);
        bibtex(out, "title", "{" + tex(title) + "}", false);
        edtf.flatMap(Citation::iso).ifPresent(day -> {
            bibtex(out, "date", day, true);
            bibtex(out, "year", day.substring(0, 4), true);
            if (day.length() >= 7) bibtex(out, "month", Integer.toString(Integer.parseInt(day.substring(5, 7))), true);
        });
        bibtex(out, "type", kind, true);
        bibtex(out, "number", number, true);
        bibtex(out, "location", place, true);
        bibtex(out, "library", repository, true);
        bibtex(out, "note", String.join(". ", nonEmpty(reference, printed, edtf.flatMap(Citation::iso).isEmpty() ? date : "", notice)), true);
        bibtex(out, "howpublished", archive, true);
        bibtex(out, "language", language, true);
        bibtex(out, "keywords", String.join(", ", subjects), true);
        bibtex(out, "abstract", summary, true);
        bibtex(out, "url", url.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C"), false);
        bibtex(out, "urldate", accessed.toString(), true);
        return out.append("\n}\n").toString();
    }

    /// CSL-JSON: an array of one item of type `personal_communication`, with its recipient, or `manuscript`.
    String cslJson() {
        var item = new LinkedHashMap<String, @Nullable Object>();
        item.put("id", id);
        item.put("type", isLetter() ? "personal_communication" : "manuscript");
        item.put("title", title);
        if (!authors().isEmpty()) item.put("author", authors().stream().map(Citation::csl).toList());
        if (!recipients.isEmpty()) item.put("recipient", recipients.stream().map(Citation::csl).toList());
        if (!others.isEmpty()) item.put("contributor", others.stream().map(Citation::csl).toList());
        var issued = cslDate();
        if (!issued.isEmpty()) item.put("issued", issued);
        put(item, "genre", kind);
        put(item, "number", number);
        put(item, "publisher-place", place);
        put(item, "archive", repository);
        put(item, "archive_location", location);
        put(item, "call-number", reference);
        put(item, "source", archive);
        put(item, "abstract", summary);
        put(item, "keyword", String.join(", ", subjects));
        put(item, "language", language);
        put(item, "note", String.join(". ", nonEmpty(printed, notice)));
        item.put("URL", url);
        item.put("accessed", Map.of("date-parts", List.of(List.of(accessed.getYear(), accessed.getMonthValue(), accessed.getDayOfMonth()))));
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(List.of(item)) + "\n";
    }

    /// The date for machines, as far as it is one: `1934-02-09`, `1934-02`, `1934`; empty for spans, doubts and open ends.
    static Optional<String> iso(Edtf date) {
        if (date.approximate() || date.uncertain() || date.first().equals(LocalDate.MIN) || date.last().equals(LocalDate.MAX)) return Optional.empty();
        LocalDate first = date.first(), last = date.last();
        if (first.equals(last)) return Optional.of(first.toString());
        if (first.getDayOfMonth() == 1 && last.equals(first.withDayOfMonth(first.lengthOfMonth()))) return Optional.of(first.toString().substring(0, 7));
        return first.getDayOfYear() == 1
                && last.equals(first.withDayOfYear(first.lengthOfYear())) ? Optional.of(first.toString().substring(0, 4)) : Optional.empty();
    }

    private List<String> whereabouts() {
        return nonEmpty(reference, repository.isEmpty() || reference.contains(repository) ? "" : repository, printed, archive);
    }

    /// Who stands before the title: senders only where the title does not name them, as `Bruce to Menzies` does.
    private List<PersonName> named() {
        if (!creators.isEmpty()) return creators;
        var words = title.toLowerCase(Locale.ROOT);
        var told = senders.stream().allMatch(s -> words.contains((s.isPerson() ? s.family() : s.asWritten()).toLowerCase(Locale.ROOT)));
        return told ? List.of() : senders;
    }

    private static String names(List<PersonName> who, boolean sorted) {
        var words = new ArrayList<String>();
        for (var i = 0; i < who.size(); i++) words.add(sorted && i == 0 ? who.get(i).inverted() : who.get(i).straight());
        var first = words.getFirst();
        if (words.size() == 1) return first;
        if (!sorted && words.size() > NAMED_IN_NOTES) return first + " et al.";
        if (words.size() > NAMED) return String.join(", ", words.subList(0, NAMED - 3)) + ", et al.";
        if (words.size() == 2) return first + (sorted && first.contains(", ") ? ", and " : " and ") + words.getLast();
        return String.join(", ", words.subList(0, words.size() - 1)) + ", and " + words.getLast();
    }

    private String bracketed() {
        return notice.isEmpty() ? "" : " [" + stopped(notice) + "]";
    }

    /// Double quotation marks within a quoted title become single ones; its last stop is left off.
    private static String inner(String title) {
        var words = title.replace('“', '‘').replace('”', '’');
        var out = new StringBuilder(words.length());
        var open = false;
        for (var i = 0; i < words.length(); i++) {
            var c = words.charAt(i);
            if (c == '"') {
                out.append(open ? '’' : '‘');
                open = !open;
            } else {
                out.append(c);
            }
        }
        var last = out.length() - 1;
        if (last > 0 && out.charAt(last) == '.' && !out.substring(0, last).contains(".")) out.setLength(last);
        return out.toString();
    }

    private static String stopped(String words) {
        if (words.isEmpty()) return words;
        var last = words.charAt(words.length() - 1);
        if (last == '.' || last == '?' || last == '!') return words;
        return (last == '’' || last == '”') && words.length() > 1 && ".?!".indexOf(words.charAt(words.length() - 2)) >= 0 ? words : words + ".";
    }

    private static List<String> nonEmpty(String... words) {
        return java.util.Arrays.stream(words).filter(w -> !w.isEmpty()).toList();
    }

    private static void ris(StringBuilder out, String tag, String value) {
        var line = value.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        if (!line.isEmpty()) out.append(tag).append("  - ").append(line).append("\r\n");
    }

    private static Optional<String> risDate(Edtf date) {
        return iso(date).map(day -> switch (day.length()) {
            case 4 -> day + "///";
            case 7 -> day.replace('-', '/') + "//";
            default -> day.replace('-', '/') + "/";
        });
    }

    private static void bibtex(StringBuilder out, String key, String value, boolean escape) {
        if (!value.isEmpty()) out.append(",\n  ").append(key).append(" = {").append(escape ? tex(value) : value).append('}');
    }

    /// Words as TeX takes them for what they are.
    private static String tex(String words) {
        var out = new StringBuilder(words.length() + 8);
        for (var i = 0; i < words.length(); i++) {
            var c = words.charAt(i);
            switch (c) {
                case '&', '%', '$', '#', '_', '{', '}' -> out.append('\\').append(c);
                case '~' -> out.append("\\textasciitilde{}");
                case '^' -> out.append("\\textasciicircum{}");
                case '\\' -> out.append("\\textbackslash{}");
                case '\n', '\r', '\t' -> out.append(' ');
                default -> out.append(c);
            }
        }
        return out.toString();
    }

    private static Map<String, String> csl(PersonName name) {
        var map = new LinkedHashMap<String, String>();
        if (name.isPerson()) {
            map.put("family", name.family());
            map.put("given", name.given());
            if (!name.suffix().isEmpty()) map.put("suffix", name.suffix());
        } else {
            map.put("literal", name.asWritten());
        }
        return map;
    }

    private Map<String, Object> cslDate() {
        var issued = new LinkedHashMap<String, Object>();
        if (edtf.isEmpty()) {
            if (!date.isEmpty()) issued.put("literal", date);
            return issued;
        }
        var e = edtf.get();
        if (e.first().equals(LocalDate.MIN) || e.last().equals(LocalDate.MAX)) {
            issued.put("literal", date);
            return issued;
        }
        var one = iso(new Edtf(e.text(), e.first(), e.last(), false, false));
        issued.put("date-parts", one.isPresent() ? List.of(java.util.Arrays.stream(one.get().split("-")).map(Integer::valueOf).toList())
                : List.of(parts(e.first()), parts(e.last())));
        if (e.approximate() || e.uncertain()) issued.put("circa", true);
        return issued;
    }

    private static List<Integer> parts(LocalDate day) {
        return List.of(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }

    private static void put(Map<String, @Nullable Object> item, String key, String value) {
        if (!value.isEmpty()) item.put(key, value);
    }
}
