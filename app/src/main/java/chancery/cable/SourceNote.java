package chancery.cable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A reference to the archive, and what else its note says.
///
/// ```
/// [AA : A981, PACIFIC 1]                               an Australian volume
/// 810.20 Defense/5772/4: Telegram                      a file number of the State Department
/// Source: National Archives, Box 7, Folder 1. Secret; Priority. Drafted by …    a later American volume
/// ```
///
/// @param holding    the reference without its brackets; empty where the note says that there is none
/// @param telegram   whether the note says that the paper is a telegram
/// @param american   whether the note has the form of *Foreign Relations of the United States*
record SourceNote(String holding, String asPrinted, boolean telegram, boolean american, List<MarkingLine> markings) {

    private static final int LONGEST = 600;
    private static final Pattern FILE = Pattern.compile("(?<file>[^\\[\\]]{3,120}?):\\s?(?:Circular )?(?<form>Telegram|telegram"
            + "|Airgram|Cablegram|Despatch|Instruction)\\.?");
    private static final Pattern DECIMAL = Pattern.compile("\\d{3}[A-Z]?\\.[\\dA-Z][^\\[\\]:]{0,60}");
    private static final Pattern SENTENCE = Pattern.compile("(?<=\\d|\\p{L}{2}|[)\\]’”\"])\\. (?=\\p{Lu}|\\[)");
    private static final Pattern REFERENCE = Pattern.compile(
            "[_*\\s]*\\[(?<ref>(?:On file )?[A-Z][A-Z0-9’'., ]{0,40}\\s?:\\s?\\S[^\\n]{0,200}?)\\]?\\]?[_*\\s.]*");
    private static final Pattern SEMICOLON = Pattern.compile(";");
    private static final Pattern COLON = Pattern.compile("\\s?:\\s?");
    private static final Pattern CLOSE_COMMA = Pattern.compile(",(?=\\S)");
    private static final Pattern NONE = Pattern.compile("\\[?NO ARCHIV\\w* REFERENCE\\]?|No archival reference\\.?");

    /// Reads a note handed over as one.
    static SourceNote read(String note) {
        String words = Wording.line(note, LONGEST);
        if (NONE.matcher(words).matches()) return new SourceNote("", words, false, false, List.of());
        if (words.startsWith("Source: ")) return prose(words);
        Matcher file = FILE.matcher(words);
        if (file.matches() && words.charAt(0) != '[') {
            String form = Objects.requireNonNullElse(file.group("form"), "");
            return new SourceNote(Objects.requireNonNullElse(file.group("file"), "").strip(), words, form.equalsIgnoreCase("Telegram")
                    || form.equals("Cablegram"), true, List.of());
        }
        if (DECIMAL.matcher(words).matches()) return new SourceNote(words, words, false, true, List.of());
        return new SourceNote(reference(words), words, false, false, List.of());
    }

    /// The reference that makes up a whole line of text, or empty when the line is none.
    static Optional<SourceNote> inText(String line) {
        if (line.length() < 6 || line.length() > 300 || line.indexOf('[') < 0 || line.indexOf(':') < 0) return Optional.empty();
        Matcher m = REFERENCE.matcher(line);
        return m.matches() ? Optional.of(new SourceNote(reference(Objects.requireNonNullElse(m.group("ref"), "")), line.strip(), false,
                false, List.of())) : Optional.empty();
    }

    /// The archive's sentence comes first, then markings; drafting and remarks follow.
    private static SourceNote prose(String words) {
        String[] sentences = SENTENCE.split(words.substring("Source: ".length()));
        List<MarkingLine> markings = new ArrayList<>();
        for (int i = 1; i < sentences.length && i < 3; i++) {
            for (String part : SEMICOLON.split(sentences[i])) MarkingLine.read(Wording.trimmed(part, "", "."), Set.of())
                    .ifPresent(markings::add);
        }
        return new SourceNote(Wording.trimmed(sentences[0], "", "."), words, false, true, markings);
    }

    private static String reference(String words) {
        String plain = Wording.trimmed(words, "_*", "_*");
        if (plain.startsWith("[")) plain = inside(plain);
        return CLOSE_COMMA.matcher(COLON.matcher(plain).replaceFirst(": ")).replaceAll(", ").strip();
    }

    /// The words between the first bracket and the one that closes it; all the rest where none does.
    private static String inside(String words) {
        int depth = 0;
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c == '[') depth++;
            if (c == ']' && --depth == 0) return words.substring(1, i);
        }
        return words.substring(1);
    }

    /// The same letters and digits: two spellings of one reference.
    String key() {
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < holding.length(); i++) {
            char c = holding.charAt(i);
            if (Character.isLetterOrDigit(c)) key.append(Character.toLowerCase(c));
        }
        return key.toString();
    }
}
