package chancery.web;

import chancery.cable.Exchange;
import chancery.cable.Exchange.Link;
import chancery.cable.Exchange.Tie;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// An exchange drawn: a lane for each party, time downward, a card for each message, arrows behind the cards from what speaks to what is spoken of.
///
/// The drawing comes in strips that stand one under another without a seam, so that a printer may begin a new page between two; each has its lanes'
/// names, which only the first shows on a screen. Long silences are broken off with a mark and their length in words. All measures are in pixels of
/// a drawing [#width] wide, which a page may scale.
///
/// @param names  the lanes' names, as a drawing of its own that may be kept in sight
/// @param strips the drawing
/// @param width  of all of them
public record LanePicture(String names, List<String> strips, int width) {
    /// The most lanes; parties beyond them share the last.
    static final int LANES = 6;
    private static final int[] CARD = {0, 330, 330, 290, 235, 190, 164};
    private static final int GUTTER = 104, BETWEEN = 36, PAD = 12, NAMES = 34, LONG = 40, STRIP = 900;
    private static final int SIZE = 14, WORDS = 15, NAME = 17, SMALL = 13, LINE = 19;

    /// A turn as it is drawn.
    ///
    /// @param party   its lane, from 0
    /// @param to      where it leads; empty for a message that is not here
    /// @param label   all of it in a sentence, for those who hear it
    /// @param name    `Cablegram 219`
    /// @param number  `219`; empty where it has none
    /// @param hour    `21:10`; may be empty
    /// @param place   `London`; may be empty
    /// @param day     `14 Dec 1944`
    /// @param silence days since the one before, rounded down; 0 where that is not known
    /// @param words   its first words
    /// @param stamps  marking and precedence
    /// @param here    whether the reader comes from it
    record Drawn(int party, String to, String label, String name, String number, String hour,
            String place, String day, long silence, String words, List<String> stamps, boolean here) {}

    private record Box(int x, int y, int width, int height) {
        int middle() {
            return y + height / 2;
        }

        int end() {
            return y + height;
        }
    }

    static LanePicture of(Exchange exchange, List<Drawn> turns) {
        return new Drawing(exchange, turns).picture();
    }

    /// The name of a lane: several where parties share the last one.
    static List<String> lanes(List<String> parties) {
        if (parties.size() <= LANES) return parties;
        var names = new ArrayList<>(parties.subList(0, LANES - 1));
        names.add(View.many(parties.size() - LANES + 1, "other", "others"));
        return names;
    }

    private static final class Drawing {
        private final Exchange exchange;
        private final List<Drawn> turns;
        private final List<String> lanes;
        private final int card, width;
        private final boolean close;
        private final List<Box> boxes = new ArrayList<>();
        private final List<Integer> gaps = new ArrayList<>();
        private int height;

        Drawing(Exchange exchange, List<Drawn> turns) {
            this.exchange = exchange;
            this.turns = turns;
            this.lanes = lanes(exchange.parties());
            this.card = CARD[lanes.size()];
            this.width = GUTTER + lanes.size() * card + (lanes.size() - 1) * BETWEEN + PAD;
            this.close = turns.size() > LONG;
            place();
        }

        private void place() {
            int y = PAD;
            for (int i = 0; i < turns.size(); i++) {
                Drawn turn = turns.get(i);
                int gap = i == 0 ? 0 : broken(i) ? close ? 48 : 62 : turn.day().equals(turns.get(i - 1).day()) ? close ? 12 : 20 : close ? 22 : 34;
                y += gap;
                gaps.add(gap);
                var box = new Box(left(lane(turn)), y, card, tall(turn));
                boxes.add(box);
                y = box.end();
            }
            height = y + PAD;
        }

        /// Three days or more without a word.
        private boolean broken(int i) {
            return turns.get(i).silence() >= 3;
        }

        private int tall(Drawn turn) {
            return PAD + LINE * (1 + wrapped(turn).size() + (turn.stamps().isEmpty() ? 0 : 1)) + 8;
        }

        private List<String> wrapped(Drawn turn) {
            return Fit.lines(turn.words(), card - 2 * PAD, WORDS, close ? 1 : 2);
        }

        private int lane(Drawn turn) {
            return Math.min(turn.party(), lanes.size() - 1);
        }

        private int left(int lane) {
            return GUTTER + lane * (card + BETWEEN);
        }

        LanePicture picture() {
            var strips = new ArrayList<String>();
            for (int from = 0, to; from < turns.size(); from = to) {
                int top = from == 0 ? 0 : cut(from);
                to = from + 1;
                while (to < turns.size() && boxes.get(to).end() - top < STRIP) to++;
                strips.add(strip(from, to, top, to == turns.size() ? height : cut(to)));
            }
            return new LanePicture(names(), strips, width);
        }

        /// The middle of the room above a turn.
        private int above(int turn) {
            return boxes.get(turn).y() - gaps.get(turn) / 2;
        }

        /// The seam above a turn: close under the one before, so that what stands between belongs to the turn.
        private int cut(int turn) {
            return boxes.get(turn - 1).end() + 4;
        }

        private String names() {
            List<List<String>> names = lanes.stream().map(n -> Fit.lines(n, card - 6, NAME, 2)).toList();
            int most = names.stream().mapToInt(List::size).max().orElse(1);
            var svg = open("names", 0, NAMES + (most - 1) * LINE, "");
            for (int i = 0; i < lanes.size(); i++)
                for (int line = 0; line < names.get(i).size(); line++)
                    svg.append(text("lane-name", left(i), 22 + (most - names.get(i).size() + line) * LINE, names.get(i).get(line)));
            return svg.append("</svg>").toString();
        }

        private StringBuilder open(String kind, int top, int tall, String label) {
            return new StringBuilder("<svg class=\"").append(kind).append("\" viewBox=\"0 ").append(top).append(' ').append(width)
                    .append(' ').append(tall).append("\" width=\"").append(width).append("\" height=\"").append(tall).append('"')
                    .append(label.isEmpty() ? " aria-hidden=\"true\"" : " role=\"group\" aria-label=\"" + x(label) + "\"").append('>');
        }

        private String strip(int from, int to, int top, int bottom) {
            var svg = open("strip", top, bottom - top, "Messages " + (from + 1) + " to " + to + " of " + turns.size());
            for (int lane = 0; lane < lanes.size(); lane++) line(svg, left(lane) + card / 2, Math.max(top, PAD), Math.min(bottom, height - PAD), from, to);
            for (int i = from; i < to; i++) time(svg, i);
            arrows(svg, top, bottom);
            for (int i = from; i < to; i++) card(svg, i);
            return svg.append("</svg>").toString();
        }

        /// A lane's line, open where there was silence.
        private void line(StringBuilder svg, int at, int top, int bottom, int from, int to) {
            int begin = top;
            for (int i = Math.max(1, from); i < to; i++) {
                if (!broken(i)) continue;
                int middle = above(i);
                if (middle - 12 > begin) svg.append(rule(at, begin, Math.min(bottom, middle - 12)));
                begin = Math.max(begin, middle + 12);
            }
            if (bottom > begin) svg.append(rule(at, begin, bottom));
        }

        private static String rule(int at, int from, int to) {
            return "<line class=\"lane\" x1=\"" + at + "\" x2=\"" + at + "\" y1=\"" + from + "\" y2=\"" + to + "\"/>";
        }

        /// The day beside its first message, and the mark of a silence above it.
        private void time(StringBuilder svg, int i) {
            Drawn turn = turns.get(i);
            Box box = boxes.get(i);
            if (i > 0 && broken(i)) {
                int y = above(i);
                for (int lane = 0; lane < lanes.size(); lane++) {
                    int at = left(lane) + card / 2;
                    svg.append("<path class=\"break\" d=\"M").append(at - 9).append(' ').append(y - 5)
                            .append("l18 -6M").append(at - 9).append(' ').append(y + 9).append("l18 -6\"/>");
                }
                svg.append("<text class=\"silence\" x=\"0\" y=\"").append(y + 5).append("\">")
                        .append(View.many(turn.silence(), "day", "days")).append(" later</text>");
            }
            if (i == 0 || !turn.day().equals(turns.get(i - 1).day()))
                svg.append("<text class=\"day\" x=\"0\" y=\"").append(box.y() + 21).append("\">")
                        .append(x(Fit.line(turn.day(), GUTTER - 8, SMALL))).append("</text>");
        }

        private void arrows(StringBuilder svg, int top, int bottom) {
            var count = new int[turns.size()];
            var spoken = new HashSet<Integer>();
            for (Link link : exchange.links()) {
                if (link.tie() == Tie.RUNS_ON && spoken.contains(link.later())) continue;
                spoken.add(link.later());
                Box later = boxes.get(link.later()), earlier = boxes.get(link.earlier());
                int nth = count[link.later()]++;
                if (later.y() < top || earlier.y() > bottom) continue;
                svg.append(arrow(link, later, earlier, nth));
            }
        }

        /// From the later up to the earlier. In one lane straight, between lanes with one bend, which stands in the later one's lane.
        private static String arrow(Link link, Box later, Box earlier, int nth) {
            int at = later.x() + 20 + nth * 13 % Math.max(13, later.width() - 40);
            var kind = link.tie().name().toLowerCase(Locale.ROOT).replace('_', '-');
            if (later.x() == earlier.x()) {
                return "<path class=\"tie " + kind + "\" d=\"M" + at + " " + later.y() + "V" + (earlier.end() + 5) + "\"/>"
                        + (link.tie() == Tie.RUNS_ON ? "" : "<path class=\"head " + kind + "\" d=\"M" + at + " " + earlier.end() + "l-4 8h8z\"/>");
            }
            boolean right = later.x() > earlier.x();
            int from = right ? earlier.x() + earlier.width() : earlier.x();
            int way = right ? 1 : -1, y = earlier.middle(), bend = 12;
            int across = right ? at : later.x() + later.width() - (at - later.x());
            return "<path class=\"tie " + kind + "\" d=\"M" + across + " " + later.y() + "V" + (y + bend) + "Q"
                    + across + " " + y + " " + (across - way * bend) + " " + y + "H" + (from + way * 5) + "\"/>"
                    + (link.tie() == Tie.RUNS_ON ? "" : "<path class=\"head " + kind + "\" d=\"M" + from + " " + y + "l" + way * 8 + " -4v8z\"/>");
        }

        private void card(StringBuilder svg, int i) {
            Drawn turn = turns.get(i);
            Box box = boxes.get(i);
            boolean hole = turn.to().isEmpty();
            svg.append(hole ? "<g class=\"card hole\" role=\"img\" aria-label=\"" : "<a class=\"card" + (turn.here() ? " here" : "")
                    + "\" href=\"" + x(turn.to()) + "\" aria-label=\"").append(x(turn.label())).append("\">");
            svg.append("<rect x=\"").append(box.x()).append("\" y=\"").append(box.y()).append("\" width=\"")
                    .append(box.width()).append("\" height=\"").append(box.height()).append("\" rx=\"2\"/>");
            int left = box.x() + PAD, y = box.y() + PAD + 12, room = card - 2 * PAD;
            head(svg, turn, left, y, room);
            for (String line : wrapped(turn)) svg.append(text("first", left, y += LINE, line));
            if (!turn.stamps().isEmpty()) svg.append(text("stamp", left, y + LINE, Fit.line(String.join(" · ", turn.stamps()), room, SIZE)));
            svg.append(hole ? "</g>" : "</a>");
        }

        /// Name, hour and place on one line; where that is too narrow the place goes first, then the word for the kind, then the hour. The number stays.
        private static void head(StringBuilder svg, Drawn turn, int left, int y, int room) {
            String brief = turn.number().isEmpty() ? turn.name() : "No. " + turn.number();
            String when = turn.hour().isEmpty() || turn.place().isEmpty() ? turn.hour() + turn.place() : turn.hour() + ", " + turn.place();
            String name = brief, beside = "";
            for (List<String> tried : List.of(List.of(turn.name(), when), List.of(turn.name(), turn.hour()), List.of(brief, turn.hour()))) {
                if (Fit.width(tried.getFirst(), SIZE) + (tried.getLast().isEmpty() ? 0 : Fit.width(tried.getLast(), SMALL) + 10) > room) continue;
                name = tried.getFirst();
                beside = tried.getLast();
                break;
            }
            svg.append(text("number", left, y, Fit.line(name, room, SIZE)));
            if (!beside.isEmpty())
                svg.append("<text class=\"hour\" text-anchor=\"end\" x=\"").append(left + room)
                        .append("\" y=\"").append(y).append("\">").append(x(beside)).append("</text>");
        }

        private static String text(String kind, int at, int y, String words) {
            return "<text class=\"" + kind + "\" x=\"" + at + "\" y=\"" + y + "\">" + x(words) + "</text>";
        }

        private static String x(String words) {
            return TextHtml.escape(words);
        }
    }

    /// Words fitted to a width. Nobody measures type on a server: letters count by their kind, a little wider than they are.
    static final class Fit {
        private static final Set<Character> THIN = Set.of('i', 'j', 'l', 't', 'f', 'r', 'I',
                '.', ',', ':', ';', '\'', '’', '‘', '|', '!', '(', ')', '[', ']', ' ', '-');

        private Fit() {}

        static int width(String words, int size) {
            double ems = 0;
            for (int i = 0; i < words.length(); i++) {
                char c = words.charAt(i);
                ems += c >= 0x2e80 && !Character.isSurrogate(c) ? 1.0 : THIN.contains(c) ? 0.29 : Character.isUpperCase(c)
                        || c == 'm' || c == 'w' ? 0.68 : 0.52;
            }
            return (int) Math.ceil(ems * size);
        }

        /// One line, cut behind a word, with three dots, where it is longer.
        static String line(String words, int room, int size) {
            if (width(words, size) <= room) return words;
            int end = words.length();
            while (end > 0 && width(words.substring(0, end), size) > room - size) end--;
            int word = words.lastIndexOf(' ', end);
            if (word > end / 2) end = word;
            else if (end > 0 && Character.isHighSurrogate(words.charAt(end - 1))) end--;
            return words.substring(0, end).stripTrailing() + " …";
        }

        /// At most so many lines, the last cut with three dots where there is more.
        static List<String> lines(String words, int room, int size, int most) {
            var lines = new ArrayList<String>();
            var open = new StringBuilder();
            String[] all = words.strip().split("\\s+");
            for (int i = 0; i < all.length && !words.isBlank(); i++) {
                String longer = open.isEmpty() ? all[i] : open + " " + all[i];
                if (width(longer, size) <= room || open.isEmpty()) {
                    open.setLength(0);
                    open.append(longer);
                } else if (lines.size() == most - 1) {
                    lines.add(line(longer + " " + String.join(" ", List.of(all).subList(i + 1, Math.min(all.length, i + 4))), room, size));
                    return lines;
                } else {
                    lines.add(line(open.toString(), room, size));
                    open.setLength(0);
                    open.append(all[i]);
                }
            }
            if (!open.isEmpty()) lines.add(line(open.toString(), room, size));
            return lines;
        }
    }
}
