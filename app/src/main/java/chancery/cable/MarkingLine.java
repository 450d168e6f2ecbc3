package chancery.cable;

import chancery.finding.FindingCode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A line of markings: `IMMEDIATE FOR THE PRIME MINISTER MOST SECRET AND PERSONAL HIMSELF`.
///
/// A line counts as one only when every word of it is understood: as a marking, or as part of an address that begins with
/// *for*, *to* or *from*. So `WHEAT TO JAPAN` and `INDONESIA` are not markings, and neither is a sentence.
///
/// @param precedence     in the order of print, likewise the rest
/// @param attention      addresses as printed: `FOR THE PRIME MINISTER`
/// @param oddities       what was odd
record MarkingLine(
        List<Precedence> precedence,
        List<Classification> classification,
        List<Printed<String>> handling,
        List<Printed<String>> attention,
        Set<FindingCode> oddities) {

    private sealed interface Sign {
        record Secrecy(Classification.Level level) implements Sign {}

        record Urgent(Precedence.Urgency urgency) implements Sign {}

        record Instruction() implements Sign {}
    }

    private record Word(String text, int start, int end) {}

    private static final int LONGEST_LINE = 160;
    private static final int LONGEST = 9;
    private static final int LONGEST_ADDRESS = 12;
    private static final Map<String, Sign> SIGNS = signs();
    private static final Pattern ROUND_FOR_SQUARE = Pattern.compile("\\((?=\\p{Lu}{3,}\\])");
    private static final Set<String> OPENERS = Set.of("FOR", "TO", "FROM", "FOLLOWING");
    private static final Set<String> OFFICES = Set.of("PRIME MINISTER", "ACTING PRIME MINISTER", "MINISTER", "HIGH COMMISSIONER",
            "SECRETARY");

    private static Map<String, Sign> signs() {
        Map<String, Sign> signs = new HashMap<>();
        put(signs, new Sign.Secrecy(Classification.Level.TOP_SECRET), "TOP SECRET", "MOST SECRET", "MOST STRICTLY SECRET");
        put(signs, new Sign.Secrecy(Classification.Level.SECRET), "SECRET", "VERY SECRET", "STRICTLY SECRET");
        put(signs, new Sign.Secrecy(Classification.Level.CONFIDENTIAL), "CONFIDENTIAL", "MOST CONFIDENTIAL", "STRICTLY CONFIDENTIAL",
                "VERY CONFIDENTIAL", "HIGHLY CONFIDENTIAL");
        put(signs, new Sign.Secrecy(Classification.Level.RESTRICTED), "RESTRICTED", "OFFICIAL USE ONLY", "LIMITED OFFICIAL USE",
                "FOR OFFICIAL USE ONLY");
        put(signs, new Sign.Secrecy(Classification.Level.UNCLASSIFIED), "UNCLASSIFIED");
        put(signs, new Sign.Urgent(Precedence.Urgency.FIRST), "MOST IMMEDIATE", "EMERGENCY", "FLASH", "CLEAR THE LINE",
                "CLEAR THE LINES", "S.O.S.", "NIACT", "DOUBLE PRIORITY");
        put(signs, new Sign.Urgent(Precedence.Urgency.IMMEDIATE), "IMMEDIATE", "MOST URGENT", "OPERATIONAL IMMEDIATE", "US URGENT",
                "TRIPLE PRIORITY");
        put(signs, new Sign.Urgent(Precedence.Urgency.PRIORITY), "IMPORTANT", "MOST IMPORTANT", "PRIORITY", "URGENT", "VERY URGENT",
                "OPERATIONAL PRIORITY");
        put(signs, new Sign.Urgent(Precedence.Urgency.ROUTINE), "ROUTINE");
        put(signs, new Sign.Urgent(Precedence.Urgency.DEFERRED), "DEFERRED");
        put(signs, new Sign.Instruction(), "PERSONAL", "MOST PERSONAL", "STRICTLY PERSONAL", "PERSONALLY", "PRIVATE", "MOST PRIVATE",
                "HIMSELF", "HIMSELF ONLY", "HIMSELF ALONE",
                "FOR HIMSELF", "FOR HIMSELF ONLY", "FOR HIMSELF ALONE", "HERSELF", "FOR HIS SIGHT ONLY", "FOR HIS EYES ONLY",
                        "FOR YOUR EYES ONLY", "FOR YOURSELF ALONE", "EYES ONLY",
                "AUSTEO", "GUARD", "ECLIPSE", "STAFF IN CONFIDENCE", "COMMERCIAL IN CONFIDENCE", "CABINET IN CONFIDENCE",
                        "IN CONFIDENCE", "NOFORN", "LIMDIS", "EXDIS", "NODIS",
                "LIMIT DISTRIBUTION", "LIMITED DISTRIBUTION", "NO DISTRIBUTION", "NO DISTRIBUTION OUTSIDE DEPARTMENT",
                        "DECIPHER YOURSELF", "DECYPHER YOURSELF",
                "NOT TO BE QUOTED OR GIVEN CIRCULATION", "NOT FOR PUBLICATION", "FOR PERSONAL INFORMATION ONLY",
                        "TO BE DECODED BY A SPECIAL OFFICER", "EN CLAIR", "AIRMAIL", "AIR MAIL",
                "BY AIRMAIL", "BY AIR MAIL", "BY AIR BAG", "BY BAG", "BY SAFE HAND", "SAVING", "CODE", "CYPHER", "CIPHER", "EXTRACT",
                        "EXTRACTS");
        return signs;
    }

    private static void put(Map<String, Sign> signs, Sign sign, String... phrases) {
        for (String phrase : phrases) signs.put(phrase, sign);
    }

    /// The markings of a line, or empty when the line is none. `names` are the parties of the message in capitals, one of
    /// whom may stand bare in a line of capitals (`MOST SECRET CURTIN HIMSELF ALONE`).
    static Optional<MarkingLine> read(String line, Set<String> names) {
        return line.isEmpty() || line.length() > LONGEST_LINE ? Optional.empty() : new Reader(bracketed(line), names, false).read();
    }

    /// The markings among the words of a line in capitals that is known to hold markings; words not understood are passed
    /// over with a finding.
    static Optional<MarkingLine> among(String line, Set<String> names) {
        if (line.isEmpty() || line.length() > LONGEST_LINE || !Wording.capitals(line)) return Optional.empty();
        return new Reader(bracketed(line), names, true).read();
    }

    /// The scanner takes an opening square bracket for a round one: `(BRONX]`.
    private static String bracketed(String line) {
        String words = Wording.unmarked(line);
        return words.indexOf(']') < 0 ? words : ROUND_FOR_SQUARE.matcher(words).replaceAll("[");
    }

    /// Markings standing in front of a text, in capitals and closed by a stop: `SECRET. DEFENCE. Precautionary stage …`.
    static Optional<MarkingLine> leading(String text) {
        int stop = text.indexOf(". ");
        if (stop < 0 || stop > 60 || !Wording.capitals(text.substring(0, stop))) return Optional.empty();
        return read(text.substring(0, stop), Set.of()).filter(m -> m.attention.isEmpty());
    }

    /// Whether anything stands here besides addresses.
    boolean marked() {
        return !precedence.isEmpty() || !classification.isEmpty() || !handling.isEmpty();
    }

    private static final class Reader {
        private final String line;
        private final Set<String> names;
        private final boolean capitals;
        private final boolean passing;
        private final List<Word> words = new ArrayList<>();
        private final List<Precedence> precedence = new ArrayList<>();
        private final List<Classification> classification = new ArrayList<>();
        private final List<Printed<String>> handling = new ArrayList<>();
        private final List<Printed<String>> attention = new ArrayList<>();
        private final Set<FindingCode> odd = EnumSet.noneOf(FindingCode.class);

        Reader(String line, Set<String> names, boolean passing) {
            this.line = line;
            this.names = names;
            this.passing = passing;
            this.capitals = Wording.capitals(line);
            split();
        }

        /// Words run from letter to letter; brackets are kept in front of a word so that supplied words can be told.
        private void split() {
            int i = 0;
            while (i < line.length()) {
                if (" ,;:-–—&.()]<>'\"".indexOf(line.charAt(i)) >= 0) {
                    i++;
                    continue;
                }
                int start = i;
                while (i < line.length() && " ,;:-–—&()]<>\"".indexOf(line.charAt(i)) < 0) i++;
                String text = line.substring(start, i).toUpperCase(Locale.ROOT);
                if (!text.equals("S.O.S.") && text.endsWith(".")) text = text.substring(0, text.length() - 1);
                if (!text.equals("AND")) words.add(new Word(text, start, i));
            }
        }

        Optional<MarkingLine> read() {
            int at = 0;
            while (at < words.size()) {
                int next = step(at);
                if (next == at) return Optional.empty();
                at = next;
            }
            MarkingLine read = new MarkingLine(precedence, classification, handling, attention, odd);
            return read.marked() || addressed() ? Optional.of(read) : Optional.empty();
        }

        private boolean addressed() {
            return !attention.isEmpty() && words.size() <= 8 && (words.getFirst().text.equals("FOR") || words.getFirst()
                    .text.equals("FOLLOWING"));
        }

        /// Reads what stands at a word; the position after it, or the same when it is not understood.
        private int step(int at) {
            int length = signAt(at);
            if (length > 0) {
                add(at, length);
                return at + length;
            }
            if (words.get(at).text.startsWith("[")) return bracket(at);
            if (!capitals) return nearly(at);
            if (OPENERS.contains(words.get(at).text)) return address(at);
            int office = officeAt(at);
            if (office > 0) {
                attention.add(printed(at, at + office));
                return at + office;
            }
            return nearly(at);
        }

        private int signAt(int at) {
            StringBuilder phrase = new StringBuilder();
            int found = 0;
            for (int n = 0; n < LONGEST && at + n < words.size(); n++) {
                if (n > 0) phrase.append(' ');
                phrase.append(words.get(at + n).text);
                if (SIGNS.containsKey(phrase.toString())) found = n + 1;
            }
            return found;
        }

        private String phrase(int at, int length) {
            StringBuilder phrase = new StringBuilder(words.get(at).text);
            for (int n = 1; n < length; n++) phrase.append(' ').append(words.get(at + n).text);
            return phrase.toString();
        }

        private void add(int at, int length) {
            String phrase = phrase(at, length);
            Sign sign = SIGNS.get(phrase);
            if (sign == null) throw new IllegalArgumentException("no marking: " + phrase);
            add(sign, phrase, line.substring(words.get(at).start, words.get(at + length - 1).end));
        }

        private void add(Sign sign, String phrase, String printed) {
            switch (sign) {
                case Sign.Secrecy(var level) -> {
                    var marking = new Classification(phrase, level);
                    if (!classification.contains(marking)) classification.add(marking);
                }
                case Sign.Urgent(var urgency) -> {
                    var marking = new Precedence(phrase, urgency);
                    if (!precedence.contains(marking)) precedence.add(marking);
                }
                case Sign.Instruction() -> handling.add(new Printed<>(phrase.startsWith("EXTRACT") ? "extract"
                        : phrase.replace("STAFF IN CONFIDENCE", "STAFF-IN-CONFIDENCE"), printed));
            }
        }

        /// `[SECRET]` is a marking that the editors supplied; `[BRONX]` is a code word kept with its brackets.
        private int bracket(int at) {
            Word first = words.get(at);
            words.set(at, new Word(first.text.substring(1), first.start + 1, first.end));
            int length = signAt(at);
            if (length > 0) {
                odd.add(FindingCode.HEADING_MARKING_SUPPLIED);
                add(at, length);
                return at + length;
            }
            if (OPENERS.contains(words.get(at).text)) return address(at);
            boolean closed = first.end < line.length() && line.charAt(first.end) == ']';
            words.set(at, first);
            if (!closed || !Wording.capitals(first.text) || !capitals) return at;
            String code = line.substring(first.start, first.end + 1);
            handling.add(new Printed<>(code, code));
            return at + 1;
        }

        /// `FOR THE PRIME MINISTER` runs to the next marking or to `FROM`; one that ends with *alone* or *only* is an
        /// instruction too.
        private int address(int at) {
            int end = at + 1;
            if (words.get(at).text.equals("FOLLOWING") && end < words.size() && OPENERS.contains(words.get(end).text)) end++;
            while (end < words.size() && end - at < LONGEST_ADDRESS && signAt(end) == 0 && !words.get(end).text.equals("FROM")) end++;
            if (end == at + 1 || end - at >= LONGEST_ADDRESS && end < words.size() && signAt(end) == 0) return at;
            Printed<String> address = printed(at, end);
            String last = words.get(end - 1).text;
            if (last.equals("ALONE") || last.equals("ONLY")) handling.add(address);
            attention.add(address);
            return end;
        }

        private int officeAt(int at) {
            for (int length = Math.min(3, words.size() - at); length > 0; length--) if (OFFICES.contains(phrase(at, length))) return length;
            return names.contains(words.get(at).text) ? 1 : 0;
        }

        private Printed<String> printed(int from, int to) {
            String words = line.substring(this.words.get(from).start, this.words.get(to - 1).end);
            return new Printed<>(Wording.unbracketed(words), words);
        }

        /// A word one letter away from a marking, in a line that is otherwise understood: `SBCRET`.
        private int nearly(int at) {
            String word = words.get(at).text;
            boolean cut = word.equals("MOST") && at == words.size() - 1;
            if (cut || passing && word.length() < 12) odd.add(FindingCode.HEADING_MARKING_GARBLED);
            if (cut) return at + 1;
            if (word.length() < 6) return passing ? at + 1 : at;
            for (Map.Entry<String, Sign> sign : SIGNS.entrySet()) {
                if (sign.getKey().indexOf(' ') < 0 && oneApart(word, sign.getKey())) {
                    odd.add(FindingCode.HEADING_MARKING_GARBLED);
                    add(sign.getValue(), sign.getKey(), line.substring(words.get(at).start, words.get(at).end));
                    return at + 1;
                }
            }
            return passing ? at + 1 : at;
        }

        private static boolean oneApart(String a, String b) {
            if (Math.abs(a.length() - b.length()) > 1) return false;
            int i = 0;
            while (i < a.length() && i < b.length() && a.charAt(i) == b.charAt(i)) i++;
            int fromA = a.length() >= b.length() ? i + 1 : i;
            int fromB = b.length() >= a.length() ? i + 1 : i;
            return fromA <= a.length() && fromB <= b.length() && a.substring(fromA).equals(b.substring(fromB));
        }
    }
}
