package chancery.search;

import chancery.archive.Packing;
import chancery.document.Node.Element;
import chancery.document.Node.Tag;
import chancery.document.PlainLayer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What the index keeps of a paper's words so that passages can be shown without asking the store: its blocks, each with its place among the words,
/// and the words of all of them. Where passages lie is known from the places alone; words are unpacked once, as far as the last block that is shown.
///
/// Packed form: how many blocks; for each its anchor's kind and number, how many bytes and words it
/// has, and whether a gap stands before it; how many page breaks;
/// for each its block, the byte within it and the page's name; then the words in UTF-8, packed. Numbers are of variable length.
/// Safe to share between threads, two of which may unpack the same words.
final class Layout {
    /// That of a paper without words.
    static final Layout NOTHING = new Layout(new byte[0], 0, List.of(), List.of());
    private final byte[] packed;
    private final int textStart;
    private final List<Block> blocks;
    private final List<Page> pages;
    private volatile byte[] words = new byte[0]; // the first of them, as far as they were asked for

    /// A block.
    ///
    /// @param anchor the fragment of the record's address that leads there; empty where there is none
    /// @param word   the position of its first word in the index
    /// @param words  how many words it has
    /// @param from   its first byte, counted from the beginning of the words
    /// @param bytes  how many bytes it has
    record Block(String anchor, int word, int words, int from, int bytes) {}

    /// A page of the original begins.
    record Page(int block, int atByte, String name) {}

    private Layout(byte[] packed, int textStart, List<Block> blocks, List<Page> pages) {
        this.packed = packed;
        this.textStart = textStart;
        this.blocks = blocks;
        this.pages = pages;
    }

    List<Block> blocks() {
        return blocks;
    }

    /// The block that holds a position; -1 where none does.
    int blockAt(int position) {
        int low = 0, high = blocks.size() - 1;
        while (low <= high) {
            var middle = (low + high) >>> 1;
            var b = blocks.get(middle);
            if (position < b.word) high = middle - 1;
            else if (position >= b.word + b.words) low = middle + 1;
            else return middle;
        }
        return -1;
    }

    /// The words of a block. Whoever wants several asks for the last of them first.
    String words(Block block) {
        return words(block.from, block.bytes);
    }

    private String words(int from, int bytes) {
        var first = words;
        if (first.length < from + bytes) words = first = Packing.unpackFirst(packed, textStart, from + bytes);
        return new String(first, from, bytes, StandardCharsets.UTF_8);
    }

    /// About how much memory it takes, at most.
    long bytes() {
        var words = blocks.isEmpty() ? 0 : blocks.getLast().from + blocks.getLast().bytes;
        return packed.length + words + 80L * blocks.size() + 200;
    }

    /// A place for people: `p. 12` where the original's pages are known, else `para. 3` by the paper's own number of
    /// the paragraph, else `¶ 5`, counted; empty for anything else.
    ///
    /// @param before the words of the block that stand before the place
    String where(int block, String before) {
        var page = "";
        for (var p : pages) {
            if (p.block > block || p.block == block && p.atByte > before.getBytes(StandardCharsets.UTF_8).length) break;
            page = p.name;
        }
        var anchor = blocks.get(block).anchor;
        if (!page.isEmpty() && anchor.startsWith("p")) return "p. " + page;
        if (anchor.startsWith("p")) return printed(block).map(n -> "para. " + n).orElse("¶ " + anchor.substring(1));
        return anchor.startsWith("n") ? "note " + anchor.substring(1) : "";
    }

    private static final Pattern NUMBERED = Pattern.compile("\\(?(\\d{1,3}|[a-z]|[ivx]{1,5})[.)](?=\\s|$)");

    /// The number that a block has in print, with that of the paragraph it stands under where it is a part of one: `3`, `3 (b)`.
    private Optional<String> printed(int block) {
        var own = numberOf(block);
        if (own.isEmpty() || Character.isDigit(own.get().charAt(0))) return own;
        for (var above = block - 1; above >= 0 && blocks.get(above).anchor.startsWith("p"); above--) {
            var number = numberOf(above);
            if (number.isPresent() && Character.isDigit(number.get().charAt(0))) return Optional.of(number.get() + " (" + own.get() + ")");
        }
        return Optional.of("(" + own.get() + ")");
    }

    private Optional<String> numberOf(int block) {
        var b = blocks.get(block);
        var m = NUMBERED.matcher(words(b.from, Math.min(b.bytes, 8)));
        return m.lookingAt() ? Optional.of(m.group(1)) : Optional.empty();
    }

    static Layout unpack(byte[] packed) {
        var in = new Bytes(packed);
        var blocks = new ArrayList<Block>();
        int word = 0, from = 0;
        for (var left = in.number(); left > 0; left--) {
            var kind = in.number();
            var anchor = switch (kind >> 1) {
                case 1 -> "p" + in.number();
                case 2 -> "n" + in.number();
                default -> "";
            };
            int bytes = in.number(), words = in.number();
            if ((kind & 1) == 1 && word > 0) word += Cut.GAP;
            blocks.add(new Block(anchor, word, words, from, bytes));
            word += words;
            from += bytes;
        }
        var pages = new ArrayList<Page>();
        for (var left = in.number(); left > 0; left--) pages.add(new Page(in.number(), in.number(), in.words()));
        return new Layout(packed, in.at, blocks, pages);
    }

    /// Gathers the blocks of a paper and cuts them into words. Not for sharing between threads.
    static final class Builder {
        private final Cut cut;
        private final Bytes table = new Bytes();
        private final Bytes breaks = new Bytes();
        private final Bytes words = new Bytes();
        private int blocks;
        private int pages;

        Builder(Lexicon lexicon) {
            cut = new Cut(lexicon);
        }

        Cut cut() {
            return cut;
        }

        /// Adds a part of the paper, parted from those before.
        ///
        /// @param anchors `p` when its blocks are the numbered paragraphs of the record's page; empty where they have no address
        Builder text(Element body, String anchors) {
            var layer = PlainLayer.of(body);
            var breaksHere = pageBreaks(body, layer);
            var fresh = true;
            for (var i = 0; i < layer.blocks().size(); i++) {
                var block = layer.blocks().get(i);
                block(layer.text(), block.start(), block.end(), anchors, i + 1, fresh);
                fresh = false;
                while (!breaksHere.isEmpty() && breaksHere.getFirst().unit < block.end()) {
                    var here = breaksHere.removeFirst();
                    pages++;
                    breaks.number(blocks - 1).number(bytesOf(layer.text().substring(block.start(), Math.max(block.start(), here.unit))).length)
                            .words(here.name);
                }
            }
            return this;
        }

        /// Adds a note under its anchor.
        Builder note(Element note, int number) {
            var layer = PlainLayer.of(note);
            for (var i = 0; i < layer.blocks().size(); i++) {
                var block = layer.blocks().get(i);
                block(layer.text(), block.start(), block.end(), "n", number, i == 0);
            }
            return this;
        }

        private void block(String text, int start, int end, String anchors, int number, boolean gap) {
            if (gap) cut.gap();
            var kind = anchors.equals("p") ? 1 : anchors.equals("n") ? 2 : 0;
            table.number(kind << 1 | (gap ? 1 : 0));
            if (kind > 0) table.number(number);
            var bytes = bytesOf(text.substring(start, end));
            words.bytes(bytes);
            table.number(bytes.length).number(cut.add(text, start, end));
            blocks++;
        }

        byte[] pack() {
            return new Bytes().number(blocks).bytes(table.all()).number(pages).bytes(breaks.all()).bytes(Packing.pack(words.all, words.at)).all();
        }

        private record Break(int unit, String name) {}

        private static ArrayList<Break> pageBreaks(Element body, PlainLayer layer) {
            var found = new ArrayList<Break>();
            if (!has(body)) return found;
            var at = new int[1];
            PlainLayer.walk(body, new PlainLayer.Walker() {
                @Override
                public void open(Element e) {
                    if (e.tag() == Tag.PB)
                        e.attribute("n").filter(n -> !n.isBlank()).ifPresent(n -> found.add(new Break(Math.min(at[0], layer.text().length()), n.strip())));
                }

                @Override
                public void close(Element e) {}

                @Override
                public void words(String words, int start) {
                    at[0] = start + words.length();
                }

                @Override
                public void note(Element note) {}
            });
            return found;
        }

        private static boolean has(Element e) {
            return e.tag() == Tag.PB || e.children().stream().anyMatch(c -> c instanceof Element in && has(in));
        }

        private static byte[] bytesOf(String words) {
            return words.getBytes(StandardCharsets.UTF_8);
        }
    }

    /// Bytes with numbers of variable length, seven bits to a byte, the lowest first.
    private static final class Bytes {
        private byte[] all;
        private int at;

        Bytes() {
            all = new byte[256];
        }

        Bytes(byte[] packed) {
            all = packed;
        }

        Bytes number(int n) {
            room(5);
            while (n > 127) {
                all[at++] = (byte) (n & 127 | 128);
                n >>>= 7;
            }
            all[at++] = (byte) n;
            return this;
        }

        int number() {
            int n = 0, shift = 0;
            while (all[at] < 0) {
                n |= (all[at++] & 127) << shift;
                shift += 7;
            }
            return n | all[at++] << shift;
        }

        Bytes bytes(byte[] more) {
            room(more.length);
            System.arraycopy(more, 0, all, at, more.length);
            at += more.length;
            return this;
        }

        Bytes words(String words) {
            var bytes = words.getBytes(StandardCharsets.UTF_8);
            return number(bytes.length).bytes(bytes);
        }

        String words() {
            var length = number();
            at += length;
            return new String(all, at - length, length, StandardCharsets.UTF_8);
        }

        byte[] all() {
            return java.util.Arrays.copyOf(all, at);
        }

        private void room(int more) {
            if (at + more > all.length) all = java.util.Arrays.copyOf(all, Math.max(all.length * 2, at + more));
        }
    }
}
